"""What every source has in common: which files are posts, how their bytes become a snapshot, and what is left out.

A source never loses a document in silence: what it cannot give as a :class:`Snapshot` it gives as :class:`Unread`.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, Protocol, Self, TypeAlias

import msgspec

from shilu.records import Problem, Snapshot

if TYPE_CHECKING:
    from collections.abc import Iterator

SUFFIXES = (".md", ".markdown", ".html", ".htm", ".txt")
MAX_BYTES = 64 * 1024 * 1024
"""The largest document that is kept: the largest of 13,630 real posts has 0.5 MB. Readers stop earlier, at 20 MB."""

_LFS_POINTER = b"version https://git-lfs.github.com/spec/"

OTHER_KIND = "other-kind"
"""The code of files that are no posts by their name: counted, but no problem of the archive."""


class Unread(msgspec.Struct, frozen=True):
    """A file that gave no snapshot, and why."""

    source: str
    path: str
    problem: Problem


Document: TypeAlias = Snapshot | Unread


class Source(Protocol):
    """A place documents come from; used in a ``with`` statement, because some hold files open."""

    location: str
    kind: str

    def __enter__(self) -> Self:
        """Ready to be read."""

    def __exit__(self, *_: object) -> None:
        """Let go of what was held open."""

    def count(self) -> int:
        """How many documents :meth:`documents` will give, without reading them."""

    def documents(self) -> Iterator[Document]:
        """Every document, one at a time and always in the same order."""


def is_post(path: str) -> bool:
    """Whether a file at that path of a source is read as a post: by its ending, and nothing hidden (``.github/…``)."""
    return path.lower().endswith(SUFFIXES) and "/." not in f"/{path}"


def unread(source: str, path: str, code: str, evidence: str = "") -> Unread:
    """A file that gave no snapshot."""
    return Unread(source, path, Problem("source", code, evidence[:200]))


def received(source: str, path: str, data: bytes, **how: Any) -> Document:
    """The snapshot of bytes that were received; a pointer to bytes that Git LFS keeps elsewhere is none."""
    if data.startswith(_LFS_POINTER):
        return unread(source, path, "lfs-pointer", data.decode("utf-8", "replace"))
    return Snapshot(data=data, sha256=digest(data), source=source, path=path, **how)


def too_large(source: str, path: str, size: int) -> Unread:
    """A file beyond the limit."""
    return unread(source, path, "too-large", f"{size} bytes, the limit is {MAX_BYTES}")


def digest(data: bytes) -> str:
    """The SHA-256 by which snapshots are known."""
    return hashlib.sha256(data).hexdigest()


def shown_path(path: str) -> str:
    r"""The path as printable text: bytes that are no UTF-8 stand as ``\xb0``."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
