"""Git repositories as sources: the files of HEAD, or every version of every file there ever was.

What is to be read is first *planned* into a temporary file, one line per document, because a plan can be counted for
progress without holding a history in memory. Then the blobs are streamed in the plan's order, oldest commit first.
"""

from __future__ import annotations

import re
import tempfile
from datetime import UTC, datetime
from itertools import tee
from typing import IO, TYPE_CHECKING, Literal, NamedTuple, Self, cast

from shilu.errors import SourceError
from shilu.sources.blobs import Blob, blobs
from shilu.sources.documents import OTHER_KIND, is_post, received, too_large, unread
from shilu.sources.history import Version, versions
from shilu.sources.plumbing import GitFailed, answer, start

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from shilu.sources.documents import Document, Unread

Presence = Literal["head", "history", "deleted"]
_FILE_MODES = (b"100644", b"100755", b"100664")
_AUTHOR = re.compile(r"^author .* (-?\d+) [+-]\d{4}$", re.MULTILINE)


class Planned(NamedTuple):
    """One document to read."""

    oid: str
    commit: str
    committed: str
    presence: Presence
    path: str


class GitSource:
    """A repository, read by git's plumbing only."""

    kind = "git"

    def __init__(self, location: str, repository: Path, *, history: bool = False) -> None:
        self.location = location
        self._repository = repository
        self._history = history
        self._problems: list[Unread] = []
        self._plan: IO[bytes] | None = None
        self._planned = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._plan is not None:
            self._plan.close()

    def count(self) -> int:
        """The number of documents planned and of what could not be planned."""
        self._planning()
        return self._planned + len(self._problems)

    def documents(self) -> Iterator[Document]:
        """Every planned document, oldest commit first."""
        self._planning()
        yield from self._problems
        posts, others = tee(self._read_plan())
        contents = blobs(self._repository, (planned.oid for planned in posts if is_post(planned.path)))
        for planned in others:
            if is_post(planned.path):
                yield self._document(planned, next(contents))
            else:
                yield unread(self.location, planned.path, OTHER_KIND)

    def _document(self, planned: Planned, blob: Blob) -> Document:
        if blob.broken:
            return unread(self.location, planned.path, "broken-object", f"{planned.oid}: {blob.broken}")
        if blob.data is None:
            return too_large(self.location, planned.path, blob.size)
        return received(
            self.location,
            planned.path,
            blob.data,
            commit=planned.commit,
            committed=planned.committed or None,
            presence=planned.presence,
        )

    def _planning(self) -> None:
        """Write the plan, once."""
        if self._plan is not None:
            return
        commit, committed = self._head()
        plan = tempfile.TemporaryFile()  # noqa: SIM115 (closed with the source)
        for planned in self._documents_to_read(commit, committed):
            line = f"{planned.oid} {planned.commit} {planned.committed} {planned.presence} {planned.path}\0"
            plan.write(line.encode("utf-8", "surrogateescape"))
            self._planned += 1
        self._plan = plan

    def _read_plan(self) -> Iterator[Planned]:
        assert self._plan is not None  # noqa: S101 (planned before it is read)
        self._plan.seek(0)
        rest = b""
        while chunk := self._plan.read(1 << 16):
            *lines, rest = (rest + chunk).split(b"\0")
            for line in lines:
                oid, commit, committed, presence, path = line.decode("utf-8", "surrogateescape").split(" ", 4)
                yield Planned(oid, commit, committed, cast("Presence", presence), path)

    def _documents_to_read(self, commit: str, committed: str) -> Iterator[Planned]:
        if not self._history:
            for path, oid in self._tree(commit):
                yield Planned(oid, commit, committed, "head", path)
            return
        head = dict(self._tree(commit))
        given: set[str] = set()
        for version in versions(self._repository, commit, self._note):
            present = head.get(version.path)
            if present == version.oid:
                given.add(version.path)
            yield _planned(version, present)
        # What no readable commit accounts for (a cut or damaged history) is still there now.
        for path, oid in head.items():
            if path not in given:
                yield Planned(oid, commit, committed, "head", path)

    def _head(self) -> tuple[str, str]:
        """The commit that HEAD names and its time; an empty repository has none."""
        try:
            commit = answer(self._repository, "rev-parse", "--verify", "HEAD^{commit}")
            # Not `git show`, which wants to read the parents too and fails where they are damaged.
            author = _AUTHOR.search(answer(self._repository, "cat-file", "commit", commit))
            return commit, moment(author[1]) if author else ""
        except GitFailed as error:
            raise SourceError(
                f"the repository {self.location} has no readable HEAD: {error}",
                hint="name a branch with `git symbolic-ref HEAD refs/heads/NAME`, or check it with `git fsck`",
            ) from error

    def _tree(self, commit: str) -> Iterator[tuple[str, str]]:
        """Path and blob id of every plain file of a commit."""
        with start(self._repository, "ls-tree", "-r", "-z", "--full-tree", commit) as running:
            for field in running.fields():
                entry, _, path = field.partition(b"\t")
                mode, _, oid = entry.split(b" ")
                if mode in _FILE_MODES:
                    yield path.decode("utf-8", "surrogateescape"), oid.decode()
            try:
                running.check()
            except GitFailed as error:
                self._note("broken-object", f"tree of commit {commit}: {error}")

    def _note(self, code: str, evidence: str) -> None:
        """Keep what git could not read of the history as problems of the source itself."""
        self._problems.append(unread(self.location, "", code, evidence))


def _planned(version: Version, present: str | None) -> Planned:
    """A version of the history; ``present`` is what its path holds now."""
    presence: Presence = "deleted" if present is None else "head" if present == version.oid else "history"
    return Planned(version.oid, version.commit, moment(version.seconds), presence, version.path)


def moment(seconds: str) -> str:
    """Git's seconds as an ISO moment; nothing where they are no date of this era."""
    try:
        return datetime.fromtimestamp(int(seconds), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, OSError):
        return ""
