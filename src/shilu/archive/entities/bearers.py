"""Which entities of the archive a name stands for: by any name the authority or an article gives them, or by id."""

from __future__ import annotations

import difflib
import math
from typing import TYPE_CHECKING, NamedTuple

from shilu.archive.values import many
from shilu.errors import NotFound
from shilu.knowledge.naming import key

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

    from shilu.knowledge import Authority
    from shilu.records import EntityKind

KINDS: tuple[EntityKind, ...] = ("person", "org", "place")
_SHARED = frozenset({"bare"})
"""Forms that name no one by themselves: 外交部 is each country's."""
_CLOSE = 5
_SIMILAR = 0.5
_ELSEWHERE = 0.55
"""Where names begin otherwise, one character of two is not enough: 王意 is 王毅 mistyped, 火星 is not 星州."""
_SAME_LENGTH = 0.2
"""王义 is 王毅 mistyped rather than 王义桅."""
_FREQUENT = 0.06
"""For each ten times as many articles."""
_BEARERS = """
    WITH called (number, by_name) AS (
        SELECT entity, max(articles) FROM entity_names WHERE key = :key AND articles > 0 GROUP BY entity
        UNION ALL
        SELECT number, 0 FROM entities WHERE id IN (SELECT value FROM json_each(:ids))
        UNION ALL -- the id that a reading gives to one whom the archive calls otherwise
        SELECT entity, 0 FROM mentions WHERE known = 0 AND ident = :ident
    )
    SELECT number, id, kind, articles, max(by_name) AS by_name FROM called JOIN entities USING (number)
    WHERE articles > 0 AND kind IN (SELECT value FROM json_each(:kinds))
    GROUP BY number ORDER BY by_name DESC, articles DESC, id
"""


_WHO = "see who is named with `shilu people`, `shilu orgs` and `shilu places`"


class Bearer(NamedTuple):
    """An entity that a name may stand for."""

    number: int
    id: str
    kind: EntityKind
    articles: int
    """That name it, by whatever name."""


def bearers(
    db: sqlite3.Connection, authority: Authority, name: str, kinds: Sequence[EntityKind] = KINDS
) -> list[Bearer]:
    """All whom a name or id may mean, the one whom most articles call so first.

    Raises:
        NotFound: with similar names.
    """
    name = stated(name)
    ids = [name, key(name), *(ident for ident, _ in candidates(authority, name))]
    rows = db.execute(_BEARERS, {"ident": key(name), "key": key(name), "kinds": many(kinds), "ids": many(ids)})
    found = [Bearer(*row[:4]) for row in rows]
    if not found:
        raise NotFound(
            f"no article names {name}",
            close=_similar(db, key(name), kinds),
            hint=_WHO,
        )
    return found


def stated(name: str) -> str:
    """A name without the blanks around it.

    Raises:
        NotFound: where nothing is left, which would find everything.
    """
    if not name.strip():
        raise NotFound("the name is empty", hint=_WHO)
    return name.strip()


def candidates(authority: Authority, name: str) -> list[tuple[str, EntityKind]]:
    """The people, organisations and places of the authority that a name or id means."""
    name = name.strip()
    tables: tuple[Mapping[str, object], ...] = (authority.people, authority.orgs, authority.places)
    found = [(name, kind) for kind, table in zip(KINDS, tables, strict=True) if name in table]
    for one in authority.lookup(name) or authority.surnamed(name):
        kind = next((kind for kind in KINDS if kind == one.kind), None)
        if kind is not None and one.form not in _SHARED:
            found.append((one.id, kind))
    return found


def _similar(db: sqlite3.Connection, wanted: str, kinds: Sequence[EntityKind]) -> tuple[str, ...]:
    """Names that are written much alike, those of the same length and in many articles before others.

    Most names share no character with the one that is wanted. To compare only the others takes 0.1 s for 60,000 names.
    """
    sql = """
        SELECT entity_names.key, name, entity_names.articles
        FROM entity_names JOIN entities ON number = entity
        WHERE entity_names.articles > 0 AND kind IN (SELECT value FROM json_each(?))
        ORDER BY entity_names.articles DESC
    """
    letters = set(wanted)
    matcher = difflib.SequenceMatcher(autojunk=False, b=wanted)
    scored: dict[str, tuple[float, str]] = {}
    for form, name, articles in db.execute(sql, (many(kinds),)):
        if form in scored or len(letters.intersection(form)) * 2 < max(len(letters), len(form) / 2):
            continue
        matcher.set_seq1(form)
        least = _SIMILAR if form[0] == wanted[0] else _ELSEWHERE
        if matcher.quick_ratio() >= least and (ratio := matcher.ratio()) >= least:
            alike = ratio + (len(form) == len(wanted)) * _SAME_LENGTH + math.log10(articles) * _FREQUENT
            scored[form] = (-alike, name)
    return tuple(name for _, name in sorted(scored.values())[:_CLOSE])
