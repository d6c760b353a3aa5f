"""Filling the tables of entities and mentions, a batch of readings at a time, in the transaction that stores them.

Here every id of a reading is an entity of its own. Which of the people that the authority lacks are one and the same
is settled afterwards (:mod:`shilu.archive.entities.settling`), because it takes other articles to know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from shilu.archive.values import many
from shilu.knowledge.naming import key
from shilu.learning.claim import UNKNOWN

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

    from shilu.archive.readings import Read
    from shilu.learning.stated import Stated

_MENTION = """
    INSERT INTO mentions
    SELECT id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, substr(coalesce(published, collected), 1, 10), outlet
    FROM articles WHERE id = ?
"""
_NAME = """
    INSERT INTO entity_names VALUES (?, ?, ?, 1) ON CONFLICT DO UPDATE SET articles = articles + 1
"""
_encode = msgspec.json.Encoder().encode


def fill(db: sqlite3.Connection, readings: Sequence[Read]) -> None:
    """Replace the rows of these articles by what their readings name now; the readings are stored already."""
    db.executemany("DELETE FROM mentions WHERE article = ?", [(one.article,) for one in readings])
    numbers = _numbers(db, (named for one in readings for named in one.named))
    db.executemany(_MENTION, (_row(named, numbers, one.article) for one in readings for named in one.named))
    add_names(db, ((numbers[named.ident], form) for one in readings for named in one.named for form in named.forms))


def add_names(db: sqlite3.Connection, forms: Iterable[tuple[int, str]]) -> None:
    """Count one more article for each name of an entity."""
    db.executemany(_NAME, ((number, form, key(form)) for number, form in forms))


def _numbers(db: sqlite3.Connection, named: Iterable[Stated]) -> dict[str, int]:
    kinds = {one.ident: one.kind for one in named}
    db.executemany("INSERT INTO entities (id, kind) VALUES (?, ?) ON CONFLICT DO NOTHING", kinds.items())
    rows = db.execute("SELECT id, number FROM entities WHERE id IN (SELECT value FROM json_each(?))", (many(kinds),))
    return dict(rows.fetchall())


def _row(one: Stated, numbers: Mapping[str, int], article: str) -> tuple[object, ...]:
    return (
        one.ident,
        numbers[one.ident],
        one.kind,
        not one.ident.startswith(UNKNOWN),
        _encode(one.forms).decode(),
        one.role,
        one.of,
        one.of_id,
        one.mentions,
        one.block,
        one.start,
        one.end,
        article,
    )
