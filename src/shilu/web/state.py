"""How far the archive is: what values made from it depend on, and what pages say while something is behind."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from shilu.archive.lock import writer

if TYPE_CHECKING:
    from pathlib import Path

    from shilu.archive.store import Archive

Reached: TypeAlias = tuple[int, ...]
"""Up to which change there are articles, entries, copies and stories; another one means other pages."""
_REACHED = """
    SELECT
        (SELECT coalesce(max(changed), 0) FROM articles),
        (SELECT coalesce(max(built_to), 0) FROM chronicle),
        (SELECT count(*) FROM stale_blocks),
        (SELECT coalesce(sum(built_to), 0) FROM stories_state),
        (SELECT count(*) FROM quotations_made)
"""
_LOOK_EVERY = 1.0
"""Seconds: whoever looks for a writer holds the lock for an instant."""


class Behind(msgspec.Struct, frozen=True):
    """What the newest articles lack."""

    writing: bool
    """Another process is writing to the archive."""
    unread: int
    """Articles whose names, quotations and events were not read yet."""


class Watch:
    """Looks for a writer now and then, on behalf of all requests."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._looked = -_LOOK_EVERY
        self._writing = False

    def writing(self) -> bool:
        """Whether somebody is writing, or was a second ago."""
        now = time.monotonic()
        if now - self._looked >= _LOOK_EVERY:
            self._looked = now
            self._writing = writer(self._folder) is not None
        return self._writing


def reached(archive: Archive) -> Reached:
    """How far the archive is."""
    return tuple(archive.db.execute(_REACHED).fetchone())
