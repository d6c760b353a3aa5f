"""The one writer: puts prepared snapshots into the tables, a batch a transaction.

Whatever moment it is stopped at, the archive is as after its last batch; running the same again adds the rest.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

import shilu
from shilu.archive.filing import Document, filed
from shilu.archive.reread import rewrite
from shilu.archive.revisions import stored_path
from shilu.archive.settling import settle
from shilu.archive.values import many

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from shilu.archive.prepare import Columns, Prepared
    from shilu.archive.readings import Read, Step
    from shilu.archive.store import Archive
    from shilu.records import Snapshot
    from shilu.sources.documents import Source, Unread

_SIGHTING = """
    INSERT INTO sightings (source, path, snapshot, commit_id, committed, presence, run)
    SELECT ?, ?, id, ?, ?, ?, ? FROM snapshots WHERE sha256 = ?
    ON CONFLICT DO UPDATE SET
        presence = excluded.presence,
        run = excluded.run,
        -- The first commit that brought the bytes; a walk of the history may find an earlier one.
        commit_id = CASE WHEN committed <= excluded.committed THEN commit_id ELSE excluded.commit_id END,
        committed = CASE WHEN committed <= excluded.committed THEN committed ELSE excluded.committed END
"""
_TURNED = """
    SELECT revisions.article
    FROM snapshots
    JOIN revisions ON revisions.id = snapshots.revision
    LEFT JOIN sightings ON sightings.snapshot = snapshots.id AND source = ? AND path = ?
    WHERE sha256 = ? AND presence IS NOT ?
"""
_PRESENCE = """
    SELECT DISTINCT revisions.article
    FROM sightings
    JOIN snapshots ON snapshots.id = sightings.snapshot
    JOIN revisions ON revisions.id = snapshots.revision
    WHERE source = ? AND run < ? AND presence = 'head'
"""
_GONE = """
    UPDATE sightings AS old SET presence = CASE
        WHEN EXISTS (
            SELECT 1 FROM sightings AS new
            WHERE new.source = old.source AND new.path = old.path AND new.presence = 'head' AND new.run = ?1
        ) THEN 'history' ELSE 'deleted' END
    WHERE source = ?2 AND run < ?1 AND presence = 'head'
"""


class Written(NamedTuple):
    """What a batch came to."""

    snapshots: int
    articles: int
    revisions: int


class Writer:
    """Writes to an archive on behalf of one run; the caller holds the lock."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._db = archive.db
        self._now = now()
        self._snapshot = self._last("SELECT max(id) FROM snapshots")
        self._revision = self._last("SELECT max(id) FROM revisions")
        self._change = archive.last_change()
        with archive.transaction() as db:
            self._run = db.execute(
                "INSERT INTO runs (started, version) VALUES (?, ?)", (self._now, shilu.__version__)
            ).lastrowid

    # The run --------------------------------------------------------------------------------------------------------

    def source(self, source: Source) -> int:
        """The number of a source, new or known."""
        location = stored_path(source.location)
        with self._archive.transaction() as db:
            db.execute(
                "INSERT INTO sources (location, kind, added) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                (location, source.kind, self._now),
            )
        return self._last("SELECT id FROM sources WHERE location = ?", location)

    def known(self, digests: Iterable[str]) -> set[str]:
        """Which of these snapshots the archive holds."""
        sql = "SELECT sha256 FROM snapshots WHERE sha256 IN (SELECT value FROM json_each(?))"
        return {row[0] for row in self._db.execute(sql, (many(digests),))}

    def source_done(self, source: int) -> None:
        """A source was seen whole: what it showed before and no longer does was replaced or deleted."""
        with self._archive.transaction() as db:
            touched = [row[0] for row in db.execute(_PRESENCE, (source, self._run))]
            db.execute(_GONE, (self._run, source))
            db.execute("DELETE FROM unread WHERE source = ? AND run < ?", (source, self._run))
            self._settle(touched, {})

    def done(self) -> None:
        """The run came to its end."""
        with self._archive.transaction() as db:
            db.execute("UPDATE runs SET finished = ? WHERE id = ?", (now(), self._run))

    # A batch --------------------------------------------------------------------------------------------------------

    def write(self, source: int, new: list[Prepared], seen: list[Snapshot], unread: list[Unread]) -> Written:
        """A batch: ``new`` documents, every sighting (of new and of known ones), and what could not be read."""
        with self._archive.transaction() as db:
            digests = {one.sha256 for one in new}
            turned = self._turned(db, source, [one for one in seen if one.sha256 not in digests])
            known = self._revision
            columns = self._insert_new(db, new)
            db.executemany(_SIGHTING, [self._sighting(source, snapshot) for snapshot in seen])
            db.executemany(
                "INSERT INTO unread (source, path, code, evidence, run) VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT DO UPDATE SET run = excluded.run",
                [(source, stored_path(one.path), one.problem.code, one.problem.evidence, self._run) for one in unread],
            )
            articles = self._settle({one.article for one in new} | turned, columns)
        return Written(len(new), articles, self._revision - known)

    def write_readings(self, step: Step, readings: list[Read]) -> None:
        """A batch of readings; tables derived from readings are filled here, in the same transaction."""
        from shilu.archive.entities.filling import fill  # noqa: PLC0415 (they load the authority's code: only …)
        from shilu.archive.quotations.filling import fill as fill_quotations  # noqa: PLC0415 (… readings need it)

        rows = [(one.article, one.revision, step.version, step.learned, one.record, one.words) for one in readings]
        with self._archive.transaction() as db:
            db.executemany(
                "INSERT INTO readings (article, revision, reader, learned, record, words) VALUES (?, ?, ?, ?, ?, ?)"
                " ON CONFLICT DO UPDATE SET revision = excluded.revision, reader = excluded.reader,"
                " learned = excluded.learned, record = excluded.record, words = excluded.words",
                rows,
            )
            fill(db, readings)
            fill_quotations(db, [(one.article, one.said) for one in readings])
            changes = range(self._change + 1, self._change + 1 + len(readings))
            db.executemany(
                "UPDATE articles SET changed = ? WHERE id = ?",
                [(change, one.article) for change, one in zip(changes, readings, strict=True)],
            )
            self._change += len(readings)

    def learn(self) -> None:
        """Settle who is who among the people whom the authority lacks, where readings have changed."""
        from shilu.archive.entities.settling import settle_people  # noqa: PLC0415 (as above)
        from shilu.knowledge import authority  # noqa: PLC0415

        self._change = settle_people(self._archive, authority()).change

    def rewrite(self, again: list[Prepared]) -> None:
        """A batch of snapshots that were read again."""
        self._revision, self._change = rewrite(self._archive, again, self._revision, self._change)

    def _insert_new(self, db: sqlite3.Connection, new: list[Prepared]) -> dict[int, Columns]:
        """Snapshots, their bytes and problems, and revisions; returns the columns of each revision written."""
        first = self._snapshot + 1
        self._snapshot += len(new)
        documents = [Document(number, one.at or self._now, one) for number, one in enumerate(new, first)]
        placed = filed(db, documents, self._revision)
        self._revision = placed.last
        db.executemany(
            "INSERT INTO snapshots VALUES (?, ?, ?, ?, ?, ?)",
            [
                (number, one.sha256, one.size, self._now, at, revision)
                for (number, at, one), revision in zip(documents, placed.revisions, strict=True)
            ],
        )
        db.executemany(
            "INSERT INTO snapshot_bytes (snapshot, bytes) VALUES (?, ?)",
            [(number, one.compressed) for number, _, one in documents],
        )
        db.executemany(
            "INSERT INTO problems VALUES (?, ?, ?, ?, ?)",
            [(number, one.article, *problem) for number, _, one in documents for problem in one.problems],
        )
        return placed.columns

    def _turned(self, db: sqlite3.Connection, source: int, seen: list[Snapshot]) -> set[str]:
        """Articles that were known before and are seen at a new place, or again where they had gone."""
        return {
            row[0]
            for one in seen
            for row in db.execute(_TURNED, (source, stored_path(one.path), one.sha256, one.presence))
        }

    def _sighting(self, source: int, seen: Snapshot) -> tuple[object, ...]:
        path = stored_path(seen.path)
        return (source, path, seen.commit, seen.committed, seen.presence, self._run, seen.sha256)

    def _settle(self, touched: Iterable[str], columns: dict[int, Columns]) -> int:
        """Put articles in order after a change of theirs; returns how many of them are new."""
        settled = settle(self._db, touched, columns, self._change)
        self._change = settled.change
        return settled.new

    def _last(self, sql: str, *values: object) -> int:
        """A number from the store; 0 where there is none."""
        row = self._db.execute(sql, values).fetchone()
        return int(row[0] or 0) if row else 0


def now() -> str:
    """The present moment as the store writes it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
