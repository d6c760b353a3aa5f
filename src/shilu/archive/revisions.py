"""The revisions of one article, where their bytes were seen, and how two of them differ."""

from __future__ import annotations

import difflib
import os
from typing import TYPE_CHECKING, Literal

import msgspec

from shilu.errors import NotFound
from shilu.records import Article, Moment

if TYPE_CHECKING:
    import sqlite3

_MARKS = {"heading": "## ", "list": "- ", "quote": "> ", "caption": "▣ "}


class Sighting(msgspec.Struct, frozen=True):
    """A snapshot seen at one path of one source."""

    revision: int
    sha256: str
    source: str
    path: str
    presence: Literal["head", "history", "deleted"]
    commit: str | None
    committed: Moment | None
    first_seen: Moment
    """When the archive first received these bytes."""


class Revision(msgspec.Struct, frozen=True):
    """One text of an article."""

    number: int
    at: Moment
    """When it is first known to have stood so."""
    sha256: str
    """Its earliest snapshot."""
    current: bool
    snapshots: int
    """How many snapshots hold this text."""
    article: Article


def revisions(db: sqlite3.Connection, article: str) -> list[Revision]:
    """Every revision of an article, oldest first."""
    sql = """
        SELECT
            number, earliest.at, earliest.sha256, revisions.id = articles.revision AS current, record,
            (SELECT count(*) FROM snapshots WHERE snapshots.revision = revisions.id) AS snapshots
        FROM revisions
        JOIN articles ON articles.id = revisions.article
        JOIN snapshots AS earliest ON earliest.id = revisions.snapshot
        WHERE revisions.article = ? ORDER BY number
    """
    return [
        Revision(
            number=row["number"],
            at=row["at"],
            sha256=row["sha256"],
            current=bool(row["current"]),
            snapshots=row["snapshots"],
            article=msgspec.json.decode(row["record"], type=Article),
        )
        for row in db.execute(sql, (article,))
    ]


def sightings(db: sqlite3.Connection, article: str) -> list[Sighting]:
    """Where the snapshots of an article were seen, in the order of their revisions."""
    sql = """
        SELECT
            number, sha256, location, path, presence, commit_id, committed, first_seen
        FROM revisions
        JOIN snapshots ON snapshots.revision = revisions.id
        JOIN sightings ON sightings.snapshot = snapshots.id
        JOIN sources ON sources.id = sightings.source
        WHERE revisions.article = ? ORDER BY number, snapshots.at, snapshots.id, location, path
    """
    return [
        Sighting(
            revision=row["number"],
            sha256=row["sha256"],
            source=found_path(row["location"]),
            path=found_path(row["path"]),
            presence=row["presence"],
            commit=row["commit_id"],
            committed=row["committed"],
            first_seen=row["first_seen"],
        )
        for row in db.execute(sql, (article,))
    ]


def stored_path(path: str) -> str | bytes:
    """A path as the store keeps it: text, or its very bytes where they are no UTF-8."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return path.encode("utf-8", "surrogateescape")
    return path


def found_path(stored: str | bytes) -> str:
    """A stored path as the source gave it."""
    return stored if isinstance(stored, str) else os.fsdecode(stored)


def diff(known: list[Revision], old: int, new: int) -> list[str]:
    """The lines of a unified diff between two revisions, block by block.

    Raises:
        NotFound: where the article has no revision of that number.
    """
    numbers = {revision.number: revision for revision in known}
    for number in (old, new):
        if number not in numbers:
            raise NotFound(
                f"there is no revision {number}", hint="see `--revisions`", close=tuple(str(one) for one in numbers)
            )
    before, after = numbers[old], numbers[new]
    return list(
        difflib.unified_diff(
            _lines(before.article),
            _lines(after.article),
            fromfile=f"revision {old}",
            tofile=f"revision {new}",
            fromfiledate=before.at,
            tofiledate=after.at,
            n=1,
            lineterm="",
        )
    )


def _lines(article: Article) -> list[str]:
    """The headline and the blocks, one line each, marked as Markdown would mark them."""
    return [f"# {article.title}", *(_MARKS.get(block.kind, "") + block.text for block in article.blocks)]
