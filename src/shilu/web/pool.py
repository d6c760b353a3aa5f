"""Archives that stay open between requests: few, read-only, and with an end to every query.

Opening one costs as much as answering a small page. A connection serves one request at a time; requests beyond their
number wait, which keeps the memory of SQLite's caches and the load of the machine within bounds.
"""

from __future__ import annotations

import contextlib
import queue
import sqlite3
import time
from typing import TYPE_CHECKING

from shilu.archive.boundary import translated
from shilu.archive.store import Archive
from shilu.errors import ArchiveBusy, ShiluError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SIZE = 4
_MAPPED = 1 << 40
"""Bytes of the file that are read from memory at most; SQLite's own limit, 2 GB as a rule, is below."""
_WAIT = 10.0
"""Seconds a request waits for its turn."""
_LONGEST = 5.0
"""Seconds of work that one request may take with its queries."""
_STEPS = 20_000  # of SQLite's machine between two looks at the clock: about a millisecond


class TooSlow(ShiluError):
    """The queries of a page took longer than they may."""


class Pool:
    """Read-only archives of one folder, handed out one request at a time."""

    def __init__(self, folder: Path, *, size: int = _SIZE, longest: float = _LONGEST) -> None:
        self.folder = folder
        self._longest = longest
        self._idle: queue.LifoQueue[Archive | None] = queue.LifoQueue()
        for _ in range(size):
            self._idle.put(None)  # opened when it is first needed

    @contextlib.contextmanager
    def archive(self) -> Iterator[Archive]:
        """An archive for the time of one request.

        Raises:
            ArchiveBusy: where none becomes free in time.
            ArchiveError: where it cannot be read.
            TooSlow: where its queries take too long.
        """
        try:
            idle = self._idle.get(timeout=_WAIT)
        except queue.Empty:
            raise ArchiveBusy("too many pages are being made at once", hint="try again in a moment") from None
        try:
            idle = idle or self._opened()
            # The time of this thread alone: no page shall fail for what others do to the machine.
            deadline = time.thread_time() + self._longest
            idle.db.set_progress_handler(lambda: time.thread_time() > deadline, _STEPS)
            with translated(self.folder):
                try:
                    yield idle
                except sqlite3.OperationalError as error:
                    if time.thread_time() > deadline:
                        raise TooSlow(
                            "this page takes too long to make", hint="ask for less: a shorter period, fewer words"
                        ) from error
                    raise
        finally:
            self._idle.put(idle)

    def _opened(self) -> Archive:
        archive = Archive.open(self.folder)
        # What one connection has read from the disk all have: pages of the file need not be copied into each one's own.
        archive.db.execute(f"PRAGMA mmap_size = {_MAPPED}")
        return archive

    def close(self) -> None:
        """Close what is open."""
        while not self._idle.empty():
            idle = self._idle.get()
            if idle:
                idle.close()
