"""Putting articles in order after a change: their revisions numbered by time, and one of them current.

Oldest first. Of the revisions that a source still shows, the one seen last is current; where no source shows the
article any more, the last there was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from shilu.archive.prepare import columns as columns_of
from shilu.archive.values import many
from shilu.records import Article

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from shilu.archive.prepare import Columns

_decode = msgspec.json.Decoder(Article).decode

_REVISIONS = """
    SELECT
        revisions.article, revisions.id, min(snapshots.at), max(snapshots.at), coalesce(min(committed), ''),
        -- A text that another has replaced at its path is nearer than one whose file is gone.
        max(CASE presence WHEN 'head' THEN 2 WHEN 'history' THEN 1 ELSE 0 END)
    FROM json_each(?) AS touched
    JOIN revisions ON revisions.article = touched.value
    JOIN snapshots ON snapshots.revision = revisions.id
    LEFT JOIN sightings ON sightings.snapshot = snapshots.id
    GROUP BY revisions.id
"""
_PRESENCE = ("deleted", "history", "head")
_ARTICLE = """
    INSERT INTO articles (
        id, url, outlet, title, published, published_precision, published_from, collected, language, script, place,
        characters, reader, presence, revisions, revision, changed
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET
        url = excluded.url, outlet = excluded.outlet, title = excluded.title, published = excluded.published,
        published_precision = excluded.published_precision, published_from = excluded.published_from,
        collected = excluded.collected, language = excluded.language, script = excluded.script,
        place = excluded.place, characters = excluded.characters, reader = excluded.reader,
        presence = excluded.presence, revisions = excluded.revisions, revision = excluded.revision,
        changed = excluded.changed
"""


class Settled(NamedTuple):
    """What came of it."""

    change: int
    """The last change number given."""
    new: int
    """How many of the articles were not there before."""


class _Revision(NamedTuple):
    """A revision among the others of its article."""

    article: str
    id: int
    first: str
    last: str
    committed: str
    presence: int


def settle(db: sqlite3.Connection, touched: Iterable[str], columns: dict[int, Columns], change: int) -> Settled:
    """Number the revisions of these articles and write their rows, each under a change number of its own.

    ``columns`` are those of revisions just written; for others they are made from the record.
    """
    by_article: dict[str, list[_Revision]] = {}
    for row in db.execute(_REVISIONS, (many(touched),)):
        revision = _Revision(*row)
        by_article.setdefault(revision.article, []).append(revision)
    known = _count_known(db, by_article)
    _number(db, by_article.values())
    rows = []
    for number, revisions in enumerate(by_article.values(), change + 1):
        current = max(revisions, key=lambda one: (one.presence == 2, one.last, one.committed, one.id))
        presence = _PRESENCE[max(one.presence for one in revisions)]
        shown = columns.get(current.id) or _columns(db, current.id)
        rows.append((*shown, presence, len(revisions), current.id, number))
    db.executemany(_ARTICLE, rows)
    return Settled(change + len(rows), len(rows) - known)


def _number(db: sqlite3.Connection, articles: Iterable[list[_Revision]]) -> None:
    numbers: list[tuple[int, int]] = []
    for revisions in articles:
        revisions.sort(key=lambda one: (one.first, one.committed, one.id))
        numbers += [(number, one.id) for number, one in enumerate(revisions, 1)]
    db.executemany("UPDATE revisions SET number = ? WHERE id = ? AND number <> ?1", numbers)


def _count_known(db: sqlite3.Connection, articles: Iterable[str]) -> int:
    sql = "SELECT count(*) FROM articles WHERE id IN (SELECT value FROM json_each(?))"
    return int(db.execute(sql, (many(articles),)).fetchone()[0])


def _columns(db: sqlite3.Connection, revision: int) -> Columns:
    (record,) = db.execute("SELECT record FROM revisions WHERE id = ?", (revision,)).fetchone()
    return columns_of(_decode(record))
