"""Reading articles again from their bytes, after the outlets' readers have changed.

Which those are follows from the store: every revision keeps the name and version of its reader. A snapshot may
then belong to another revision, even to another article where the address is understood in another way; revisions and
articles that no snapshot belongs to any more are taken away. Bytes and sightings are never touched.
"""

from __future__ import annotations

import shutil
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from shilu.archive.filing import Document, filed
from shilu.archive.packing import Damaged, unpacked
from shilu.archive.prepare import NO_READER
from shilu.archive.revisions import found_path
from shilu.archive.settling import settle
from shilu.archive.values import many
from shilu.records import Snapshot

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from shilu.archive.prepare import Prepared
    from shilu.archive.store import Archive

BATCH = 128

_STALE = """
    SELECT snapshots.id FROM revisions JOIN snapshots ON snapshots.revision = revisions.id
    WHERE revisions.reader NOT IN (SELECT value FROM json_each(?))
    ORDER BY snapshots.id
"""
# Revisions whose record is from a snapshot that has gone to another revision: the earliest left shall stand for them.
_HEADLESS = """
    SELECT min(members.id) FROM revisions
    JOIN snapshots AS head ON head.id = revisions.snapshot AND head.revision <> revisions.id
    JOIN snapshots AS members ON members.revision = revisions.id
    GROUP BY revisions.id
"""
_SNAPSHOT = """
    SELECT snapshots.sha256, bytes, location, path, commit_id, committed, presence
    FROM snapshots
    JOIN snapshot_bytes ON snapshot_bytes.snapshot = snapshots.id
    JOIN sightings ON sightings.snapshot = snapshots.id
    JOIN sources ON sources.id = sightings.source
    WHERE snapshots.id = ? ORDER BY committed IS NULL, committed, location, path LIMIT 1
"""


class Rewritten(NamedTuple):
    """What a batch came to."""

    revision: int
    """The highest number of a revision."""
    change: int
    """The last change number given."""


def every(db: sqlite3.Connection) -> list[int]:
    """All snapshots."""
    return [row[0] for row in db.execute("SELECT id FROM snapshots ORDER BY id")]


def stale(db: sqlite3.Connection) -> list[int]:
    """The snapshots of all revisions that no outlet reader of today has read."""
    if db.execute("SELECT 1 FROM revisions").fetchone() is None:
        return []  # a new archive is spared the loading of all readers, which takes a tenth of a second
    from shilu.outlets.registry import GENERIC, READERS  # noqa: PLC0415 (as said)

    current = [*(reader.id for reader in (*READERS, GENERIC)), NO_READER]
    return [row[0] for row in db.execute(_STALE, (many(current),))]


def headless(db: sqlite3.Connection) -> list[int]:
    """Snapshots that are to be read once more, because their revision lost the one it stood by."""
    return [row[0] for row in db.execute(_HEADLESS)]


def batches(db: sqlite3.Connection, numbers: list[int]) -> Iterator[list[Snapshot]]:
    """These snapshots, as their sources gave them; damaged ones stay as they were read, and :mod:`.fixity` tells."""
    left = iter(numbers)
    while wanted := list(islice(left, BATCH)):
        rows = (db.execute(_SNAPSHOT, (number,)).fetchone() for number in wanted)
        yield [snapshot for row in rows if row is not None and (snapshot := _snapshot(row))]


def rewrite(archive: Archive, again: list[Prepared], revision: int, change: int) -> Rewritten:
    """File snapshots anew by what was read from them now; the counters go on from ``revision`` and ``change``."""
    by_digest = {one.sha256: one for one in again}
    with archive.transaction() as db:
        before = _stored(db, by_digest)
        documents = [
            Document(number, by_digest[sha256].at or first_seen, by_digest[sha256])
            for number, sha256, first_seen, _ in before
        ]
        placed = filed(db, documents, revision)
        db.executemany(
            "UPDATE snapshots SET revision = ?, at = ? WHERE id = ?",
            [(place, one.at, one.snapshot) for place, one in zip(placed.revisions, documents, strict=True)],
        )
        _replace_problems(db, documents)
        touched = {article for *_, article in before} | {one.article for one in again}
        settled = settle(db, touched, placed.columns, change)
        _clear_away(archive, touched)
    return Rewritten(placed.last, settled.change)


def _stored(db: sqlite3.Connection, digests: Iterable[str]) -> list[tuple[int, str, str, str]]:
    """Number, digest, first sight and present article of these snapshots."""
    sql = (
        "SELECT snapshots.id, sha256, first_seen, article FROM snapshots"
        " JOIN revisions ON revisions.id = snapshots.revision"
        " WHERE sha256 IN (SELECT value FROM json_each(?)) ORDER BY snapshots.id"
    )
    return [tuple(row) for row in db.execute(sql, (many(digests),))]


def _replace_problems(db: sqlite3.Connection, documents: list[Document]) -> None:
    db.executemany("DELETE FROM problems WHERE snapshot = ?", [(one.snapshot,) for one in documents])
    db.executemany(
        "INSERT INTO problems VALUES (?, ?, ?, ?, ?)",
        [(one.snapshot, one.prepared.article, *problem) for one in documents for problem in one.prepared.problems],
    )


def _clear_away(archive: Archive, touched: Iterable[str]) -> None:
    """Take away revisions without snapshots and articles without revisions."""
    db, articles = archive.db, many(touched)
    db.execute(
        "DELETE FROM revisions WHERE article IN (SELECT value FROM json_each(?))"
        " AND NOT EXISTS (SELECT 1 FROM snapshots WHERE snapshots.revision = revisions.id)",
        (articles,),
    )
    gone = db.execute(
        "DELETE FROM articles WHERE id IN (SELECT value FROM json_each(?))"
        " AND NOT EXISTS (SELECT 1 FROM revisions WHERE revisions.article = articles.id)",
        (articles,),
    )
    if gone.rowcount:
        from shilu.archive.index import FOLDER  # noqa: PLC0415 (loads tantivy)

        # The index learns of changes, not of what is gone: without it, it is made anew from the store. It goes first,
        # so that a kill before the end of this transaction costs time and nothing else.
        shutil.rmtree(archive.folder / FOLDER, ignore_errors=True)


def _snapshot(row: sqlite3.Row) -> Snapshot | None:
    try:
        data = unpacked(row["bytes"], row["sha256"])
    except Damaged:
        return None
    return Snapshot(
        data=data,
        sha256=row["sha256"],
        source=found_path(row["location"]),
        path=found_path(row["path"]),
        commit=row["commit_id"],
        committed=row["committed"],
        presence=row["presence"],
    )
