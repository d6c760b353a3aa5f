"""The full-text index (tantivy): derived from the store, built again from it at any time.

One document per article. Its text is indexed as :mod:`shilu.archive.tokens` describes and not stored; snippets are cut
from the article in the store. ``index.json`` beside tantivy's files says up to which change of the store the index
reaches. It is written after each commit, so a kill in between repeats some articles and loses none.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import shutil
import tempfile
import time
import weakref
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import msgspec
import tantivy

from shilu.archive.boundary import translated
from shilu.archive.indexed import document, schema
from shilu.errors import ArchiveBusy, ArchiveError, ArchiveFull, ArchiveMissing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from shilu.records import Article

FORMAT = 3
"""Changes with the schema or the tokens; an index of another format is built anew."""
FOLDER = "index"
"""Of the archive's folder."""
_NEW, _OLD = "index.new", "index.old"
_META = "index.json"
_HEAP = 64_000_000  # bytes that tantivy may hold before it writes a segment
_COMMIT_EVERY = 20_000  # articles: a kill costs a few seconds of work
_PATIENCE = 10.0  # seconds to wait for another writer
_SYSTEM_ERROR = re.compile(r"\(os error (\d+)\)")


class Meta(msgspec.Struct, frozen=True):
    """What the index holds."""

    format: int
    built_to: int
    """The change number of the store up to which articles are in."""


class Change(msgspec.Struct, frozen=True):
    """One article that was added or changed."""

    number: int
    """Rises with every change of the store."""
    article: Article
    entities: tuple[str, ...] = ()
    """Ids of the entities that the article's reading mentions."""


class Store(Protocol):
    """What the index needs of an archive."""

    @property
    def folder(self) -> Path:
        """The archive's folder."""

    def last_change(self) -> int:
        """The highest change number given so far."""

    def changed(self, since: int) -> int:
        """How many articles were added or changed after that number."""

    def changes(self, since: int) -> Iterator[Change]:
        """Articles added or changed after that number, in the order of their numbers."""


class Index:
    """The index in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.meta = _read_meta(folder)
        with _translating(folder):
            self._read_only = not os.access(folder, os.W_OK)
            place = _linked(folder) if self._read_only else folder
            self._index = tantivy.Index.open(str(place))
        if self._read_only:
            weakref.finalize(self, _unlinked, place)

    @classmethod
    def open(cls, folder: Path) -> Index:
        """Open an index to search in.

        Raises:
            ArchiveMissing: when there is none, or it is of another format.
        """
        if _read_meta(folder).format != FORMAT:
            raise ArchiveMissing(f"there is no search index in {folder}", hint="Build it with: shilu reindex")
        return cls(folder)

    @classmethod
    def open_or_create(cls, folder: Path) -> Index:
        """Open an index to write to; one of another format gives way to an empty one."""
        if _read_meta(folder).format != FORMAT:
            _create(folder)
        return cls(folder)

    @property
    def schema(self) -> tantivy.Schema:
        """The schema, as queries need it."""
        return self._index.schema

    def searcher(self) -> tantivy.Searcher:
        """A view of the last commit."""
        self._index.reload()
        return self._index.searcher()

    def catch_up(
        self,
        store: Store,
        *,
        patience: float = _PATIENCE,
        progress: Callable[[int, int], None] = lambda _done, _total: None,
    ) -> int:
        """Add or replace what the store changed since; returns how many articles. Safe to repeat.

        Raises:
            ArchiveBusy: when another process is still writing to this index after ``patience`` seconds.
        """
        with _translating(self.folder):
            writer = self._writer(patience)
            # Whoever wrote until now may have done the work.
            self.meta = _read_meta(self.folder)
            count, total = 0, store.changed(self.meta.built_to)
            for count, change in enumerate(store.changes(self.meta.built_to), 1):
                writer.delete_documents_by_term("id", change.article.id)
                writer.add_document(document(change.article, change.entities))
                if count % _COMMIT_EVERY == 0:
                    self._commit(writer, change.number)
                progress(count, total)
            if count % _COMMIT_EVERY:
                self._commit(writer, change.number)
            writer.wait_merging_threads()
        return count

    def _writer(self, patience: float) -> tantivy.IndexWriter:
        """The one writer of tantivy; a search that is just catching up is waited for."""
        if self._read_only:
            raise PermissionError(errno.EROFS, os.strerror(errno.EROFS))
        deadline = time.monotonic() + patience
        while True:
            try:
                writer = self._index.writer(_HEAP, 1)
            except ValueError as error:
                if "LockBusy" not in str(error):
                    raise
                if time.monotonic() > deadline:
                    raise ArchiveBusy(
                        f"another process is writing to the index in {self.folder}",
                        hint="wait until it has finished, then run: shilu reindex",
                    ) from error
                time.sleep(0.1)
            else:
                # A kill during a commit can leave a file that the next commit would refuse to write over.
                writer.garbage_collect_files()
                return writer

    def _commit(self, writer: tantivy.IndexWriter, number: int) -> None:
        writer.commit()
        self.meta = Meta(FORMAT, number)
        _write_meta(self.folder, self.meta)


def update(
    store: Store, *, patience: float = _PATIENCE, progress: Callable[[int, int], None] = lambda _done, _total: None
) -> int:
    """Bring the archive's index up to its store; returns how many articles were indexed."""
    index = Index.open_or_create(store.folder / FOLDER)
    if index.meta.built_to >= store.last_change():
        return 0
    return index.catch_up(store, patience=patience, progress=progress)


def rebuild(store: Store) -> int:
    """Build the index anew beside the old one, then put it in the old one's place; for the archive's one writer."""
    _clear_away(store.folder)
    new = store.folder / _NEW
    _create(new)
    count = Index(new).catch_up(store)
    old = store.folder / FOLDER
    with _translating(old):
        if old.exists():
            old.rename(store.folder / _OLD)
        new.rename(old)
    _clear_away(store.folder)
    return count


def current(store: Store) -> Index:
    """The index to search in, brought up to the store where that can be done at once.

    Where another process is writing to it, or the disk is read-only, it is as good as it was:
    :func:`is_current` tells.
    """
    if not is_current(store):
        with contextlib.suppress(ArchiveBusy, ArchiveFull):
            update(store, patience=0)
    return Index.open(store.folder / FOLDER)


def is_current(store: Store) -> bool:
    """Whether the index holds all of the store."""
    meta = _read_meta(store.folder / FOLDER)
    return meta.format == FORMAT and meta.built_to >= store.last_change()


def _clear_away(folder: Path) -> None:
    """Remove what a rebuild leaves, also one that was killed: the index itself is whole or missing."""
    for name in (_OLD, _NEW):
        if (folder / name).exists():
            shutil.rmtree(folder / name)


def _linked(folder: Path) -> Path:
    """A writable folder of links to the index's files: tantivy wants to lay a lock beside them even to read."""
    elsewhere = Path(tempfile.mkdtemp(prefix="shilu-index-"))
    for file in folder.iterdir():
        if not file.name.endswith(".lock"):
            (elsewhere / file.name).symlink_to(file.absolute())
    return elsewhere


def _unlinked(elsewhere: Path) -> None:
    """Remove that folder; tantivy's watcher may lay its lock there just then, so that it is not empty at once."""
    for _ in range(3):
        shutil.rmtree(elsewhere, ignore_errors=True)


def _create(folder: Path) -> None:
    with _translating(folder):
        if folder.exists():
            shutil.rmtree(folder)
        folder.mkdir(parents=True)
        tantivy.Index(schema(), str(folder))
        _write_meta(folder, Meta(FORMAT, 0))


def _read_meta(folder: Path) -> Meta:
    """What the index says of itself; format 0 where there is none or it cannot be read."""
    try:
        return msgspec.json.decode((folder / _META).read_bytes(), type=Meta)
    except (FileNotFoundError, msgspec.DecodeError):
        return Meta(0, 0)


def _write_meta(folder: Path, meta: Meta) -> None:
    """Replace the file in one step."""
    part = folder / f"{_META}.part"
    part.write_bytes(msgspec.json.encode(meta))
    part.replace(folder / _META)


@contextlib.contextmanager
def _translating(folder: Path) -> Iterator[None]:
    """Errors of tantivy and of the file system, as errors of an archive."""
    try:
        with translated(folder.parent):
            yield
    except ValueError as error:
        # Tantivy gives the system's errors as text; of these only a full or locked disk is no matter of the index.
        number = _SYSTEM_ERROR.search(str(error))
        if number and int(number[1]) in (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES):
            with translated(folder.parent):
                raise OSError(int(number[1]), os.strerror(int(number[1]))) from error
        raise ArchiveError(
            f"the index in {folder} failed: {error}", hint="build it anew with: shilu reindex"
        ) from error
