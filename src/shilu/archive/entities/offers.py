"""The states of what was learned that readings make use of: made when people are settled, kept while readings need it.

A reading names the state it was made with, so that it can be made again; only the newest is given to new readings.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from shilu.archive.values import many
from shilu.knowledge.naming import key
from shilu.learning.claim import UNKNOWN
from shilu.learning.facts import CONTRADICTED, FREQUENT
from shilu.learning.offered import ARTICLES, Names, Offered, offered, state

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

_USED = """
    SELECT number, id, field, value FROM entities JOIN learned_facts ON entity = number
    WHERE kind = 'person' AND id GLOB ?1 AND id NOT GLOB '*~*' AND uncertain = 0
        AND entities.articles >= ?2 AND learned_facts.articles >= ?3
        AND contradicted <= learned_facts.articles * ?4
    ORDER BY id, field, learned_facts.articles DESC, value
"""
_BORNE = "SELECT key, entity, articles FROM entity_names WHERE key IN (SELECT value FROM json_each(?))"
_STATE = "INSERT INTO learned_states (state, people, offered) VALUES (?, ?, ?)"


def latest(db: sqlite3.Connection) -> bytes | None:
    """The state for the next readings; None where nothing was learned yet."""
    row = db.execute("SELECT offered FROM learned_states ORDER BY number DESC LIMIT 1").fetchone()
    return row[0].encode() if row else None


def write_offer(db: sqlite3.Connection) -> None:
    """Bring the newest state up to what is learned, inside the caller's transaction."""
    people = tuple(_offered(db))
    encoded = Names(people).encoded()
    if people and encoded != latest(db):
        db.execute("DELETE FROM learned_states WHERE state = ?", (state(encoded),))
        db.execute(_STATE, (state(encoded), len(people), encoded.decode()))
    db.execute(
        "DELETE FROM learned_states WHERE number < (SELECT max(number) FROM learned_states)"
        " AND state NOT IN (SELECT learned FROM readings WHERE learned IS NOT NULL)"
    )


def _offered(db: sqlite3.Connection) -> Iterator[Offered]:
    rows = db.execute(_USED, (f"{UNKNOWN}*", ARTICLES, FREQUENT, CONTRADICTED)).fetchall()
    bearers: dict[str, dict[int, int]] = {}
    for name, entity, articles in db.execute(_BORNE, (many({key(row["value"]) for row in rows}),)):
        counts = bearers.setdefault(name, {})
        counts[entity] = counts.get(entity, 0) + articles
    for (number, ident), used in groupby(rows, key=lambda row: (row["number"], row["id"])):
        facts = [(row["field"], row["value"]) for row in used]
        shares = {value: _share(bearers.get(key(value), {}), number) for _, value in facts}
        one = offered(ident, facts, shares)
        if one is not None:
            yield one


def _share(bearers: dict[int, int], number: int) -> float:
    """The part of the articles with a name that mean another by it."""
    every = sum(bearers.values())
    return 1 - bearers.get(number, 0) / every if every else 0.0
