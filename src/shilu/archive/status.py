"""What is in an archive, in numbers."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from shilu.archive import readings
from shilu.archive.boundary import translated
from shilu.archive.lock import Holder, writer
from shilu.archive.revisions import found_path
from shilu.records import Moment  # noqa: TC001 (schemas are made from the annotations)

if TYPE_CHECKING:
    import sqlite3

    from shilu.archive.store import Archive


class Count(msgspec.Struct, frozen=True):
    """How many there are of one kind."""

    name: str
    count: int


class SourceStatus(msgspec.Struct, frozen=True):
    """What one source gave."""

    location: str
    kind: str
    added: Moment
    head: int
    """Documents it showed when it was last added."""
    gone: int
    """Documents that it has replaced or deleted since, or that stand in its history only."""
    unread: int


class OutletStatus(msgspec.Struct, frozen=True):
    """What is there of one outlet."""

    outlet: str
    articles: int
    revised: int
    first: Moment | None
    last: Moment | None


class UnreadFile(msgspec.Struct, frozen=True):
    """A file of a source that gave no snapshot."""

    source: str
    path: str
    code: str
    evidence: str


class LearnedState(msgspec.Struct, frozen=True):
    """A state of what was learned from the articles, as it is offered to readings."""

    state: str
    people: int
    """Whom the authority lacks, and who are known names for new readings."""
    readings: int
    """Made with it."""


class Status(msgspec.Struct, frozen=True):
    """An archive in numbers; lists of counts are in the order in which they are best shown."""

    articles: int
    revisions: int
    snapshots: int
    sightings: int
    readings: int
    """Articles whose current revision was read."""
    stories: int
    in_stories: int
    """Articles that are in one."""
    copies: int
    """Articles that are one text with an earlier one."""
    unplaced: int
    """Articles whose copies and story were not looked for yet."""
    characters: int
    """Of all articles' bodies."""
    received_bytes: int
    """Of all snapshots, as received."""
    stored_bytes: int
    """Of all snapshots, compressed."""
    folder_bytes: int
    """Of store, index and mirrors on the disk."""
    sources: tuple[SourceStatus, ...]
    outlets: tuple[OutletStatus, ...]
    months: tuple[Count, ...]
    """By the month of publication, oldest first; ``unknown`` where no time could be read."""
    scripts: tuple[Count, ...]
    published_from: tuple[Count, ...]
    """By the evidence for the time of publication."""
    problems: tuple[Count, ...]
    """Articles by ``field: code``, most frequent first."""
    unread: tuple[Count, ...]
    """Files that gave no snapshot, by code."""
    unread_files: tuple[UnreadFile, ...]
    """Every one of them."""
    learned: tuple[LearnedState, ...]
    """The newest, which the next readings make use of, first; of the others those that readings were made with."""
    unfinished: tuple[Moment, ...]
    """When runs started that were cut off after the last one that came to its end."""
    writer: Holder | None
    """Who is writing now."""


_SOURCES = """
    SELECT
        location, kind, added,
        (SELECT count(*) FROM sightings WHERE source = sources.id AND presence = 'head'),
        (SELECT count(*) FROM sightings WHERE source = sources.id AND presence <> 'head'),
        (SELECT count(*) FROM unread WHERE source = sources.id)
    FROM sources ORDER BY location
"""
_UNREAD = """
    SELECT location, path, code, evidence FROM unread JOIN sources ON sources.id = source
    ORDER BY code, location, path
"""
_UNPLACED = """
    SELECT count(*) FROM articles
    WHERE coalesce(published, collected) IS NOT NULL AND id NOT IN (SELECT article FROM story_articles)
"""
_LEARNED = """
    SELECT state, people, (SELECT count(*) FROM readings WHERE learned = state) FROM learned_states ORDER BY number DESC
"""
_UNFINISHED = """
    SELECT started FROM runs
    WHERE finished IS NULL AND id > (SELECT coalesce(max(id), 0) FROM runs WHERE finished IS NOT NULL) ORDER BY id
"""


def status(archive: Archive) -> Status:
    """Count what is in an archive."""
    db = archive.db
    with translated(archive.folder):
        articles = _one(db, "SELECT count(*) FROM articles")
        return Status(
            articles=articles,
            revisions=_one(db, "SELECT count(*) FROM revisions"),
            snapshots=_one(db, "SELECT count(*) FROM snapshots"),
            sightings=_one(db, "SELECT count(*) FROM sightings"),
            readings=articles - readings.unread(db),
            stories=_one(db, "SELECT count(*) FROM stories"),
            in_stories=_one(db, "SELECT count(*) FROM story_articles WHERE story IS NOT NULL"),
            copies=_one(db, "SELECT count(*) FROM copies"),
            unplaced=_one(db, _UNPLACED),
            characters=_one(db, "SELECT sum(characters) FROM articles"),
            received_bytes=_one(db, "SELECT sum(size) FROM snapshots"),
            stored_bytes=_one(db, "SELECT sum(length(bytes)) FROM snapshot_bytes"),
            folder_bytes=_size(archive.folder),
            sources=tuple(SourceStatus(found_path(row[0]), *row[1:]) for row in db.execute(_SOURCES)),
            outlets=tuple(
                OutletStatus(*row) for row in db.execute("SELECT * FROM outlets ORDER BY articles DESC, outlet")
            ),
            months=_counts(db, "SELECT coalesce(month, 'unknown'), articles FROM months ORDER BY month IS NULL, month"),
            scripts=_counts(db, "SELECT script, count(*) FROM articles GROUP BY script ORDER BY 2 DESC"),
            published_from=_counts(
                db, "SELECT coalesce(published_from, 'unknown'), count(*) FROM articles GROUP BY 1 ORDER BY 2 DESC"
            ),
            problems=_counts(
                db, "SELECT field || ': ' || code, articles FROM problem_codes ORDER BY articles DESC, field, code"
            ),
            unread=_counts(db, "SELECT code, count(*) FROM unread GROUP BY code ORDER BY 2 DESC, code"),
            unread_files=tuple(
                UnreadFile(found_path(row[0]), found_path(row[1]), *row[2:]) for row in db.execute(_UNREAD)
            ),
            learned=tuple(LearnedState(*row) for row in db.execute(_LEARNED)),
            unfinished=tuple(row[0] for row in db.execute(_UNFINISHED)),
            writer=writer(archive.folder),
        )


def _one(db: sqlite3.Connection, sql: str) -> int:
    return int(db.execute(sql).fetchone()[0] or 0)


def _counts(db: sqlite3.Connection, sql: str) -> tuple[Count, ...]:
    return tuple(Count(name, count) for name, count in db.execute(sql))


def _size(folder: Path) -> int:
    """Bytes of all files; those of index and log come and go while others write."""
    total = 0
    for place, _, names in os.walk(folder):
        for name in names:
            with contextlib.suppress(FileNotFoundError):
                total += (Path(place) / name).stat().st_size
    return total
