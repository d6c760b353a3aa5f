"""Fixity: whether every snapshot still is what was received.

Three faults that must not be mixed up: *changed* bytes have another digest than the one they came with; *missing* is
what should be there and is not; *unverifiable* is what cannot even be unpacked or read, so that nothing is known.
"""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING, Literal

import msgspec

from shilu.archive.boundary import translated
from shilu.archive.packing import Damaged, unpacked
from shilu.archive.revisions import found_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from shilu.archive.store import Archive

Kind = Literal["changed", "missing", "unverifiable"]
_EXIT_CODES: tuple[tuple[Kind, int], ...] = (("changed", 8), ("missing", 9), ("unverifiable", 10))
_EVERY = 500  # snapshots between two words of progress
_BYTES = "SELECT compression, bytes FROM snapshot_bytes WHERE snapshot = ?"
_SEEN = """
    SELECT path FROM sightings JOIN snapshots ON snapshots.id = snapshot WHERE sha256 = ? ORDER BY run DESC LIMIT 1
"""
_UNSEEN = """
    SELECT sha256 FROM snapshots
    WHERE NOT EXISTS (SELECT 1 FROM sightings WHERE sightings.snapshot = snapshots.id)
    ORDER BY id
"""


class Fault(msgspec.Struct, frozen=True):
    """A snapshot, or a row that belongs to one, which is not as it should be."""

    kind: Kind
    sha256: str
    """The digest it came with; empty for a row without a snapshot."""
    detail: str
    path: str = ""
    """Where it was last seen in a source, which may still have it whole."""


class Verification(msgspec.Struct, frozen=True):
    """What a check of the whole archive found."""

    ok: int
    faults: tuple[Fault, ...]

    def count(self, kind: Kind) -> int:
        """How many faults of one kind there are."""
        return sum(1 for fault in self.faults if fault.kind == kind)

    @property
    def exit_code(self) -> int:
        """0 where all is well; else 8 (something changed), 9 (missing) or 10 (unverifiable), the gravest first."""
        return next((code for kind, code in _EXIT_CODES if self.count(kind)), 0)


def verify(archive: Archive, progress: Callable[[int, int], None] = lambda _done, _total: None) -> Verification:
    """Unpack and hash every snapshot, and look for rows that lost what they refer to.

    Raises:
        ArchiveError: where not even the list of snapshots can be read.
    """
    faults: list[Fault] = []
    with translated(archive.folder):
        snapshots = archive.db.execute("SELECT id, sha256 FROM snapshots ORDER BY id").fetchall()
    for done, (number, sha256) in enumerate(snapshots):
        if done % _EVERY == 0:
            progress(done, len(snapshots))
        fault = _checked(archive.db, number, sha256)
        if fault:
            faults.append(fault)
    progress(len(snapshots), len(snapshots))
    ok = len(snapshots) - len(faults)
    placed = (msgspec.structs.replace(fault, path=_path(archive, fault.sha256)) for fault in faults)
    return Verification(ok, (*placed, *_loose_ends(archive)))


def _path(archive: Archive, sha256: str) -> str:
    """The path of a snapshot; empty where the store cannot tell any more."""
    with contextlib.suppress(sqlite3.DatabaseError):
        row = archive.db.execute(_SEEN, (sha256,)).fetchone()
        return found_path(row["path"]) if row else ""
    return ""


def _checked(db: sqlite3.Connection, number: int, sha256: str) -> Fault | None:
    """What is wrong with one snapshot's bytes."""
    try:
        row = db.execute(_BYTES, (number,)).fetchone()
    except sqlite3.DatabaseError as error:
        return Fault("unverifiable", sha256, f"the store cannot read its bytes: {error}")
    if row is None:
        return Fault("missing", sha256, "its bytes are gone")
    if row["compression"] != "zstd":
        return Fault("unverifiable", sha256, f"packed with {row['compression']}, which this version does not know")
    try:
        unpacked(row["bytes"], sha256)
    except Damaged as error:
        return Fault("changed" if error.changed else "unverifiable", sha256, str(error))
    return None


def _loose_ends(archive: Archive) -> Iterator[Fault]:
    """Snapshots that no source is known for, and rows that refer to rows which are gone."""
    with translated(archive.folder):
        for row in archive.db.execute(_UNSEEN):
            yield Fault("missing", row["sha256"], "no sighting says where it came from")
        for table, row_id, parent, _ in archive.db.execute("PRAGMA foreign_key_check"):
            yield Fault("missing", "", f"row {row_id} of {table} refers to a row of {parent} that is gone")
