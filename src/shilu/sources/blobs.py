"""The contents of git objects, streamed by id from one ``git cat-file --batch``.

A damaged object can end that process. Then the object at hand is reported as broken and a new process goes on with
the next one.
"""

from __future__ import annotations

import hashlib
import subprocess
from itertools import islice
from typing import IO, TYPE_CHECKING, NamedTuple

from shilu.sources.documents import MAX_BYTES
from shilu.sources.plumbing import start

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from shilu.sources.plumbing import Running

_ASKED = 256
"""Ids asked for at once: 16 KB of requests at most, which a pipe holds even while git waits for us to read."""


class Blob(NamedTuple):
    """An object's bytes, or why there are none."""

    data: bytes | None
    size: int = 0
    broken: str = ""


def blobs(repository: Path | str, ids: Iterable[str]) -> Iterator[Blob]:
    """One blob for each id, in order."""
    ids = iter(ids)
    asked = list(islice(ids, _ASKED))
    while asked:
        with start(repository, "cat-file", "--batch", stdin=subprocess.PIPE) as running:
            while asked:
                answered = 0
                for blob in _answers(running, asked):
                    answered += 1
                    yield blob
                if answered < len(asked):
                    yield Blob(None, broken=running.complaint())
                    asked = asked[answered + 1 :] or list(islice(ids, _ASKED))
                    break
                asked = list(islice(ids, _ASKED))


def _answers(running: Running, asked: list[str]) -> Iterator[Blob]:
    """The blobs of one round; fewer than were asked for where git died."""
    assert running.input is not None  # noqa: S101 (started with a pipe)
    try:
        running.input.write("".join(f"{oid}\n" for oid in asked).encode())
        running.input.flush()
    except BrokenPipeError:
        return
    for oid in asked:
        blob = _answer(running.output, oid)
        if blob is None:
            return
        yield blob


def _answer(output: IO[bytes], oid: str) -> Blob | None:
    """One object as ``<id> <type> <size>`` and its bytes; None where the output ends too early."""
    header = output.readline().decode("ascii", "replace").split()
    if not header:
        return None
    if header[-1] == "missing":
        return Blob(None, broken="the object is missing or damaged")
    size = int(header[2])
    if size > MAX_BYTES:
        return Blob(None, size=size) if _skip(output, size + 1) else None
    data = output.read(size)
    if len(data) < size or not output.read(1):
        return None
    if _object_id(data, len(oid)) != oid:
        return Blob(None, broken="the bytes do not have the id they are stored under")
    return Blob(data, size)


def _skip(output: IO[bytes], size: int) -> bool:
    """Read over the bytes of an object that is too large to hold."""
    while size > 0:
        chunk = output.read(min(size, 1 << 20))
        if not chunk:
            return False
        size -= len(chunk)
    return True


def _object_id(data: bytes, length: int) -> str:
    """The id git gives to these bytes: SHA-1, or SHA-256 in newer repositories."""
    whole = b"blob %d\0%b" % (len(data), data)
    return hashlib.sha256(whole).hexdigest() if length == 64 else hashlib.sha1(whole).hexdigest()  # noqa: S324
