"""Every version of every file in a repository's history, each with the commit that first brought it.

``git rev-list`` gives the commits, oldest first; ``git diff-tree --stdin`` what each of them changed, merges against
every parent. A commit whose trees are damaged ends that process: it is noted and the walk goes on behind it.
"""

from __future__ import annotations

import hashlib
import tempfile
from typing import TYPE_CHECKING, NamedTuple

from shilu.sources.plumbing import GitFailed, start

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_DIFF = ("diff-tree", "--stdin", "-r", "-z", "--root", "-m", "--no-renames", "--no-abbrev", "--raw")


class Version(NamedTuple):
    """Bytes that a commit put at a path."""

    path: str
    oid: str
    commit: str
    seconds: str


def versions(repository: Path, head: str, note: Callable[[str, str], None]) -> Iterator[Version]:
    """Every (path, blob) of the history of a commit once; ``note(code, evidence)`` hears what could not be read."""
    try:
        commits = _commits(repository, head)
    except GitFailed as error:
        note("broken-history", str(error))
        return
    times = dict(commits)
    seen: set[bytes] = set()
    for commit, path, oid in _changes(repository, [commit for commit, _ in commits], note):
        key = hashlib.blake2b(path + b"\0" + oid, digest_size=16).digest()
        if key not in seen:
            seen.add(key)
            yield Version(path.decode("utf-8", "surrogateescape"), oid.decode(), commit, times[commit])


def _commits(repository: Path, head: str) -> list[tuple[str, str]]:
    """Id and author time of every commit, parents before children."""
    with start(
        repository, "rev-list", "--reverse", "--topo-order", "--no-commit-header", "--format=%H %at", head
    ) as running:
        lines = running.output.read().decode("ascii", "replace").splitlines()
        running.check()
    return [(commit, seconds) for commit, _, seconds in (line.partition(" ") for line in lines)]


def _changes(
    repository: Path, commits: list[str], note: Callable[[str, str], None]
) -> Iterator[tuple[str, bytes, bytes]]:
    """Commit, path and blob id of every plain file added or changed."""
    position = {commit: number for number, commit in enumerate(commits)}
    first = 0
    while first < len(commits):
        with tempfile.TemporaryFile() as asked:
            asked.write("".join(f"{commit}\n" for commit in commits[first:]).encode())
            asked.seek(0)
            with start(repository, *_DIFF, stdin=asked) as running:
                last = first - 1
                for commit, meta, path in _entries(running.fields()):
                    last = position[commit]
                    mode, oid = meta[1], meta[3]
                    if mode.startswith(b"100"):
                        yield commit, path, oid
                try:
                    running.check()
                except GitFailed as error:
                    note("broken-history", f"commit {commits[min(last + 1, len(commits) - 1)]}: {error}")
                    first = last + 2
                else:
                    return


def _entries(fields: Iterator[bytes]) -> Iterator[tuple[str, list[bytes], bytes]]:
    """The raw format of ``diff-tree -z``: a commit's id, then ``:modes ids status`` and path by turns."""
    commit = ""
    for field in fields:
        if not field.startswith(b":"):
            commit = field.decode("ascii", "replace")
            continue
        path = next(fields, None)
        if path is not None:
            yield commit, field[1:].split(b" "), path
