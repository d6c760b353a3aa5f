"""SQLite's and the system's errors as errors of the archive, in words that say what to do."""

from __future__ import annotations

import contextlib
import errno
import sqlite3
from typing import TYPE_CHECKING

from shilu.errors import ArchiveBusy, ArchiveError, ArchiveFull

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FULL = frozenset({sqlite3.SQLITE_FULL})
_READ_ONLY = frozenset({sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH})
_LOCKED = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})
_NO_WAY = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})


@contextlib.contextmanager
def translated(folder: Path) -> Iterator[None]:
    """Run the block; what the store or the system raises comes out as an :class:`ArchiveError`."""
    try:
        yield
    except sqlite3.Error as error:
        raise _of_sqlite(folder, error) from error
    except OSError as error:
        raise _of_system(folder, error) from error


def _of_sqlite(folder: Path, error: sqlite3.Error) -> ArchiveError:
    # The low byte is the kind of the error, the rest its finer cause. Errors of the Python module itself have none.
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _FULL:
        return _full(folder)
    if code in _READ_ONLY:
        return _read_only(folder, str(error))
    if code in _LOCKED:
        return ArchiveBusy(
            f"the archive in {folder} is being written to by another program", hint="try again when it has finished"
        )
    if code == sqlite3.SQLITE_IOERR:
        return ArchiveError(f"the archive in {folder} cannot be read or written: {error}", hint="check disk and space")
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return ArchiveError(
            f"the archive in {folder} is damaged: {error}",
            hint="see what is left with `shilu verify`; bring shilu.db back from a copy, or add the sources anew",
        )
    return ArchiveError(f"the archive in {folder} failed: {error}")


def _of_system(folder: Path, error: OSError) -> ArchiveError:
    if error.errno in _NO_ROOM:
        return _full(folder)
    if error.errno in _NO_WAY:
        return _read_only(folder, error.strerror or str(error))
    return ArchiveError(f"the archive in {folder} cannot be used: {error.strerror or error}")


def _full(folder: Path) -> ArchiveFull:
    return ArchiveFull(
        f"no space left for the archive in {folder}",
        hint="free some space and run the same command again: what was stored is whole, the rest follows",
    )


def _read_only(folder: Path, why: str) -> ArchiveFull:
    return ArchiveFull(
        f"the archive in {folder} cannot be written to ({why})",
        hint="check the folder's permissions, or name another with --archive",
    )
