"""One writer at a time: a file lock that says who holds it.

The system lets go of the lock when its holder ends, however it ends, so nothing has to be cleared away after a kill.
"""

from __future__ import annotations

import fcntl
import os
import socket
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self

import msgspec

from shilu.errors import ArchiveBusy

if TYPE_CHECKING:
    from pathlib import Path

FILE = "shilu.lock"
_TRIES = 5
_PAUSE = 0.02  # seconds


class Holder(msgspec.Struct, frozen=True):
    """Who is writing."""

    pid: int
    host: str
    since: str


class Lock:
    """The writer's lock of an archive folder; held within a ``with`` statement."""

    def __init__(self, folder: Path, *, wait: bool = False) -> None:
        self._path = folder / FILE
        self._wait = wait
        self._file = -1

    def __enter__(self) -> Self:
        # Kept apart from opening: a lock file is never removed, so two writers always meet at the same one.
        self._file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            self._take()
        except BlockingIOError as error:
            os.close(self._file)
            raise ArchiveBusy(
                f"{self._path.parent} is being written to{_by(holder(self._path.parent))}",
                hint="wait until it has finished, or let the command wait with --wait",
            ) from error
        except BaseException:
            os.close(self._file)
            raise
        self._sign()
        return self

    def _take(self) -> None:
        if self._wait:
            fcntl.flock(self._file, fcntl.LOCK_EX)
            return
        for left in reversed(range(_TRIES)):
            try:
                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if not left:
                    raise
                time.sleep(_PAUSE)  # whoever only asks who is writing holds the lock for an instant
            else:
                return

    def __exit__(self, *_: object) -> None:
        os.ftruncate(self._file, 0)
        os.close(self._file)

    def _sign(self) -> None:
        me = Holder(os.getpid(), socket.gethostname(), datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
        os.ftruncate(self._file, 0)
        os.pwrite(self._file, msgspec.json.encode(me), 0)


def holder(folder: Path) -> Holder | None:
    """Who signed the lock last; None where nobody did, or the signature is just being written."""
    try:
        return msgspec.json.decode((folder / FILE).read_bytes(), type=Holder)
    except (FileNotFoundError, msgspec.DecodeError):
        return None


def writer(folder: Path) -> Holder | None:
    """Who is writing at this moment; the signature of one that was killed does not count."""
    try:
        file = os.open(folder / FILE, os.O_RDONLY)
    except FileNotFoundError:
        return None
    try:
        fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return holder(folder)
    finally:
        os.close(file)
    return None


def _by(one: Holder | None) -> str:
    return f" by process {one.pid} on {one.host} since {one.since}" if one else " by another process"
