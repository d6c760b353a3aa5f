"""The archive: one folder that holds ``shilu.db``, the search index beside it, and mirrors of remote repositories.

``Archive`` opens it and answers questions; :mod:`shilu.archive.add` fills it. The layout of the tables stands in
``migrations/``.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Self

import msgspec

from shilu.archive import lookup, revisions
from shilu.archive.boundary import translated
from shilu.archive.lock import Lock
from shilu.archive.migrations import migrations
from shilu.archive.packing import Damaged, unpacked
from shilu.archive.values import many
from shilu.errors import ArchiveError, ArchiveMissing, ArchiveTooNew, NotFound
from shilu.records import Article, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shilu.archive.index import Change
    from shilu.archive.revisions import Revision, Sighting

FILE = "shilu.db"
_CHECKPOINT = 8_000  # pages: 32 MB of log before it is folded in, where SQLite's 4 MB makes bulk adding a tenth slower
_decode_article = msgspec.json.Decoder(Article).decode
_decode_reading = msgspec.json.Decoder(Reading).decode
_decode_ids = msgspec.json.Decoder(tuple[str, ...]).decode


class Archive:
    """An open archive; use it in a ``with`` statement. ``db`` is its connection, rows can be read by column name."""

    def __init__(self, folder: Path, db: sqlite3.Connection) -> None:
        self.folder = folder
        self.db = db

    # Opening --------------------------------------------------------------------------------------------------------

    @classmethod
    def create_or_open(cls, folder: Path | str) -> Archive:
        """Open the archive in a folder for writing; make folder and archive where there are none.

        Raises:
            ArchiveError: where it cannot be written to, is damaged or of a newer version.
        """
        folder = Path(folder)
        with translated(folder):
            folder.mkdir(parents=True, exist_ok=True)
            return cls(folder, _prepared(folder, _connected(folder, "rwc")))

    @classmethod
    def open(cls, folder: Path | str, *, read_only: bool = True) -> Archive:
        """Open the archive in a folder.

        Raises:
            ArchiveMissing: where there is none.
            ArchiveError: where it cannot be read, is damaged or of a newer version.
        """
        folder = Path(folder)
        if not (folder / FILE).is_file():
            raise ArchiveMissing(
                f"there is no archive in {folder}", hint="make one with `shilu add SOURCE`, or name it with --archive"
            )
        with translated(folder):
            if not read_only or _is_old(folder):
                db = _prepared(folder, _connected(folder, "rw"))
                if not read_only:
                    return cls(folder, db)
                db.close()
            return cls(folder, _connected(folder, "ro"))

    def close(self) -> None:
        """Close the connection."""
        self.db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Writing --------------------------------------------------------------------------------------------------------

    @contextlib.contextmanager
    def writing(self, *, wait: bool = False) -> Iterator[None]:
        """Be the one writer within the block.

        Raises:
            ArchiveBusy: where another process is writing and ``wait`` is not set.
        """
        with contextlib.ExitStack() as stack:
            with translated(self.folder):
                stack.enter_context(Lock(self.folder, wait=wait))
            yield

    @contextlib.contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All statements of the block, or none of them."""
        with translated(self.folder):
            self.db.execute("BEGIN IMMEDIATE")
            try:
                yield self.db
                self.db.execute("COMMIT")
            except BaseException:
                # A full disk makes SQLite roll back by itself.
                if self.db.in_transaction:
                    self.db.execute("ROLLBACK")
                raise

    # Articles -------------------------------------------------------------------------------------------------------

    def find(self, key: str) -> str:
        """The id of the article with this id, unique beginning of an id, or URL.

        Raises:
            NotFound: where there is none, or more than one; carries close matches.
        """
        return lookup.find(self.db, key)

    def article(self, key: str) -> Article:
        """The current revision of an article."""
        sql = "SELECT record FROM revisions JOIN articles ON articles.revision = revisions.id WHERE articles.id = ?"
        return _decode_article(self.db.execute(sql, (self.find(key),)).fetchone()["record"])

    def articles(self, ids: list[str]) -> Iterator[Article]:
        """The current revisions of these articles, in the order of their ids; unknown ones are left out."""
        sql = (
            "SELECT record FROM articles JOIN revisions ON revisions.id = articles.revision"
            " WHERE articles.id IN (SELECT value FROM json_each(?)) ORDER BY articles.id"
        )
        for row in self.db.execute(sql, (many(ids),)):
            yield _decode_article(row["record"])

    def reading(self, key: str) -> Reading | None:
        """What was read out of the current revision; None where it was not read yet."""
        sql = (
            "SELECT record FROM readings JOIN articles"
            " ON articles.id = readings.article AND articles.revision = readings.revision WHERE articles.id = ?"
        )
        row = self.db.execute(sql, (self.find(key),)).fetchone()
        return _decode_reading(row["record"]) if row else None

    def revisions(self, key: str) -> list[Revision]:
        """Every revision of an article, oldest first."""
        return revisions.revisions(self.db, self.find(key))

    def sightings(self, key: str) -> list[Sighting]:
        """Where and when the snapshots of an article were seen."""
        return revisions.sightings(self.db, self.find(key))

    def diff(self, key: str, old: int, new: int) -> list[str]:
        """The lines of a unified diff between two revisions, block by block."""
        return revisions.diff(self.revisions(key), old, new)

    def data(self, sha256: str) -> bytes:
        """The bytes of a snapshot, as they were received.

        Raises:
            NotFound: where there is no such snapshot.
            ArchiveError: where its bytes are damaged.
        """
        sql = "SELECT bytes FROM snapshot_bytes JOIN snapshots ON id = snapshot WHERE sha256 = ?"
        row = self.db.execute(sql, (sha256,)).fetchone()
        if row is None:
            raise NotFound(f"there is no snapshot {sha256}", hint="see `shilu show ID --revisions`")
        try:
            return unpacked(row["bytes"], sha256)
        except Damaged as error:
            raise ArchiveError(
                f"the snapshot {sha256} is damaged: {error}", hint="see what else is with `shilu verify`"
            ) from error

    # For what is derived --------------------------------------------------------------------------------------------

    def last_change(self) -> int:
        """The highest change number given so far."""
        return int(self.db.execute("SELECT coalesce(max(changed), 0) FROM articles").fetchone()[0])

    def changed(self, since: int) -> int:
        """How many articles were added or changed after that number."""
        return int(self.db.execute("SELECT count(*) FROM articles WHERE changed > ?", (since,)).fetchone()[0])

    def changes(self, since: int) -> Iterator[Change]:
        """Articles added or changed after that number, in the order of their numbers."""
        from shilu.archive.index import Change  # noqa: PLC0415 (tantivy is loaded only where the index is touched)

        sql = """
            SELECT changed, record, (
                SELECT json_group_array(DISTINCT entities.id)
                FROM mentions JOIN entities ON number = entity WHERE mentions.article = articles.id
            )
            FROM articles JOIN revisions ON revisions.id = articles.revision
            WHERE changed > ? ORDER BY changed
        """
        for number, article, entities in self.db.execute(sql, (since,)):
            yield Change(number, _decode_article(article), _decode_ids(entities))


def _connected(folder: Path, mode: str) -> sqlite3.Connection:
    """A connection in one of SQLite's modes: ``ro``, ``rw`` or ``rwc``."""
    unwritable = mode == "ro" and not os.access(folder, os.W_OK)
    uri = (folder / FILE).absolute().as_uri() + f"?mode={mode}" + (_lying_still(folder) if unwritable else "")
    # Pages of the web read from several threads; the library's own lock keeps one connection safe among them.
    db = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=10, check_same_thread=mode != "ro")
    try:
        db.row_factory = sqlite3.Row
        if unwritable:
            db.execute("PRAGMA locking_mode = EXCLUSIVE")  # keeps the index of a left-over log in memory
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("PRAGMA cache_size = -65536")
        _check_version(folder, db)
    except BaseException:
        db.close()
        raise
    return db


def _check_version(folder: Path, db: sqlite3.Connection) -> None:
    if _version(db) > len(migrations()):
        raise ArchiveTooNew(
            f"the archive in {folder} was written by a newer shilu (its schema is {_version(db)}, known are"
            f" {len(migrations())})",
            hint="update shilu: pip install --upgrade shilu",
        )


def _lying_still(folder: Path) -> str:
    """How SQLite opens a file on a read-only disk, where it can lay no shared memory beside it and nobody writes."""
    log = folder / f"{FILE}-wal"
    # A log is left over where the last writer was killed; what is in it must be read, too.
    return "&vfs=unix-none" if log.exists() and log.stat().st_size else "&immutable=1"


def _prepared(folder: Path, db: sqlite3.Connection) -> sqlite3.Connection:
    """A connection ready to write: in WAL mode and of the newest schema."""
    try:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT}")
        if _version(db) < len(migrations()):
            with Lock(folder, wait=True):
                _migrate(db)
    except BaseException:
        db.close()
        raise
    return db


def _migrate(db: sqlite3.Connection) -> None:
    for number, sql in enumerate(migrations()[_version(db) :], _version(db) + 1):
        db.executescript(f"BEGIN IMMEDIATE;\n{sql}\nPRAGMA user_version = {number};\nCOMMIT;")


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _is_old(folder: Path) -> bool:
    db = _connected(folder, "ro")
    try:
        return _version(db) < len(migrations())
    finally:
        db.close()
