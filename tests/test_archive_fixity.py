"""Fixity: each kind of damage is told as what it is."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest
import zstandard

from archives import post, simple_reader, write_posts
from shilu.archive import Archive
from shilu.archive.add import add
from shilu.archive.fixity import Verification, verify
from shilu.errors import ArchiveError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An archive of twenty posts."""
    source = write_posts(tmp_path / "来源", {f"{number}.md": post(number) for number in range(20)})
    add(tmp_path / "档案", [str(source)], workers=1, read=False, reader=simple_reader)
    return tmp_path / "档案"


def damaged(folder: Path, sql: str, *values: object) -> Verification:
    """Do damage, then look for it."""
    db = sqlite3.connect(folder / "shilu.db")
    db.execute(sql, values)
    db.commit()
    db.close()
    with Archive.open(folder) as archive:
        return verify(archive)


def test_all_is_well(folder: Path) -> None:
    """A sound archive has no faults, and progress reaches the whole."""
    told: list[tuple[int, int]] = []
    with Archive.open(folder) as archive:
        found = verify(archive, lambda done, total: told.append((done, total)))
    assert (found.ok, found.faults, found.exit_code) == (20, (), 0)
    assert told == [(0, 20), (20, 20)]


@pytest.mark.parametrize(
    ("sql", "kind", "detail", "exit_code"),
    [
        ("UPDATE snapshot_bytes SET bytes = :other WHERE snapshot = 3", "changed", "digest", 8),
        ("UPDATE snapshots SET sha256 = '00' WHERE id = 3", "changed", "digest", 8),
        ("DELETE FROM snapshot_bytes WHERE snapshot = 3", "missing", "bytes are gone", 9),
        ("DELETE FROM sightings WHERE snapshot = 3", "missing", "no sighting", 9),
        ("DELETE FROM revisions WHERE id = 3", "missing", "revisions that is gone", 9),
        ("UPDATE snapshot_bytes SET bytes = x'00ff' WHERE snapshot = 3", "unverifiable", "unpacked", 10),
        ("UPDATE snapshot_bytes SET bytes = substr(bytes, 1, 20) WHERE snapshot = 3", "unverifiable", "unpacked", 10),
        # A frame whose header speaks of an exabyte.
        (
            "UPDATE snapshot_bytes SET bytes = x'28b52ffde0ffffffffffffff0f' WHERE snapshot = 3",
            "unverifiable",
            "claims",
            10,
        ),
        ("UPDATE snapshot_bytes SET bytes = '文字' WHERE snapshot = 3", "unverifiable", "not bytes", 10),
        ("UPDATE snapshot_bytes SET compression = 'later' WHERE snapshot = 3", "unverifiable", "later", 10),
    ],
)
def test_damage(folder: Path, sql: str, kind: str, detail: str, exit_code: int) -> None:
    """Changed, missing and unverifiable are three answers, each with its exit code."""
    other = zstandard.ZstdCompressor().compress("别的".encode())
    found = damaged(folder, sql.replace(":other", "?"), *((other,) if ":other" in sql else ()))
    assert {fault.kind for fault in found.faults} == {kind}
    # What is not known by its digest any more has no path either.
    assert found.faults[0].path in ({""} if "sighting" in detail or "revisions" in detail else {"10.md"})
    assert detail in found.faults[0].detail
    assert found.exit_code == exit_code


@pytest.mark.parametrize("bad", [b"\0", zstandard.ZstdCompressor().compress("别的".encode())])
def test_damaged_bytes_are_not_given_out(folder: Path, bad: bytes) -> None:
    """Asking for damaged bytes is an error that points at the check, also where they unpack to something else."""
    damaged(folder, "UPDATE snapshot_bytes SET bytes = ? WHERE snapshot = 1", bad)
    with Archive.open(folder) as archive:
        (sha256,) = archive.db.execute("SELECT sha256 FROM snapshots WHERE id = 1").fetchone()
        with pytest.raises(ArchiveError, match="damaged"):
            archive.data(sha256)


def test_damaged_page_of_the_file(folder: Path) -> None:
    """Pages of the file that are overwritten are told, and what the others hold is still checked."""
    with Archive.open(folder, read_only=False) as archive:
        # Large enough to lie on pages of their own.
        noise = bytes(number * number % 251 for number in range(40_000))
        archive.db.execute("UPDATE snapshot_bytes SET bytes = ? WHERE snapshot = 5", (noise,))
        archive.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray((folder / "shilu.db").read_bytes())
    at = content.find(noise[5_000:5_100])
    content[at // 4096 * 4096 : at // 4096 * 4096 + 4096] = b"\xff" * 4096
    (folder / "shilu.db").write_bytes(content)
    with Archive.open(folder) as archive:
        found = verify(archive)
    assert found.ok == 19
    assert found.exit_code == 10
