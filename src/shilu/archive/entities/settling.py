"""Settling who is who among the people whom the authority lacks, and what articles state of them (``shilu learn``).

Mentions that share a name or a Latin form are looked at together (:mod:`shilu.learning.persons`), because one article
with a Latin form can join names or part namesakes in others. After an ``add`` these are only the new ones and those
connected with them, so that the result is that of all articles in any order. Only rows that differ are written.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from shilu.archive.entities.offers import write_offer
from shilu.archive.values import many
from shilu.knowledge.naming import key, unaccented
from shilu.learning.claim import UNKNOWN, Claim
from shilu.learning.facts import Told, facts, latin_forms
from shilu.learning.persons import persons
from shilu.learning.spelling import is_pinyin, plain
from shilu.text.script import simplify

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from shilu.archive.store import Archive
    from shilu.knowledge import Authority
    from shilu.learning.persons import Person

VERSION = "learning.v1"

_CLAIMS = """
    SELECT article, ident, forms, role, of_id, day, entities.id
    FROM mentions JOIN entities ON number = entity
    WHERE known = 0 AND ident IN (SELECT value FROM json_each(?)) ORDER BY article, ident
"""
_TOLD = """
    SELECT entity, article, outlet, day, forms, role, "of", block, "start", "end"
    FROM mentions WHERE known = 0 AND entity IN (SELECT value FROM json_each(?)) ORDER BY entity, article
"""
_FACTS = """
    SELECT entity, field, value, articles, outlets, first, last, contradicted, article, block, "start", "end"
    FROM learned_facts WHERE entity IN (SELECT value FROM json_each(?))
"""
_ADD_FACT = "INSERT OR REPLACE INTO learned_facts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_LATIN = """
    SELECT entity, name FROM entity_names JOIN entities ON number = entity
    WHERE entity_names.key < '㐀' AND kind = 'person'
"""
_EMPTY = """
    DELETE FROM entities
    WHERE number IN (SELECT entity FROM unsettled) AND NOT EXISTS (SELECT 1 FROM mentions WHERE entity = number)
"""
# The counts follow mentions one by one, while two mentions of one article may have been settled as one person's.
_MISCOUNTED = """
    SELECT number FROM entities JOIN unsettled ON unsettled.entity = number
    WHERE articles <> (SELECT count(DISTINCT article) FROM mentions WHERE mentions.entity = number)
"""
_forms = msgspec.json.Decoder(tuple[str, ...]).decode


class Learned(NamedTuple):
    """What settling came to."""

    moved: int
    """Mentions that turned out to be somebody else's."""
    facts: int
    """Facts written or taken away."""
    change: int
    """The last change number given."""


class _Place(NamedTuple):
    """Where a mention belongs."""

    article: str
    ident: str
    home: str


def is_settled(archive: Archive) -> bool:
    """Whether nothing has changed since it was last settled who is who."""
    row = archive.db.execute("SELECT version FROM entities_made").fetchone()
    changed = archive.db.execute("SELECT 1 FROM unsettled LIMIT 1").fetchone()
    return row is not None and row[0] == VERSION and changed is None


def settle_people(archive: Archive, authority: Authority) -> Learned:
    """Settle it, in one transaction.

    Articles whose people changed get new change numbers, so that the index follows.
    """
    change = archive.last_change()
    if is_settled(archive):
        return Learned(0, 0, change)
    with archive.transaction() as db:
        before: list[_Place] = []
        found = persons(_claims(db, authority, _scope(db), before))
        homes = [(_home(person, authority), person) for person in found]
        home_of = {(claim.article, claim.ident): home for home, person in homes for claim in person.claims}
        moved = [place._replace(home=home) for place in before if (home := home_of[place[:2]]) != place.home]
        touched = {row[0] for row in db.execute("SELECT entity FROM unsettled")}
        touched |= _move(db, moved, before)
        db.execute(_EMPTY)
        _mark(db, homes)
        touched |= set(_numbers(db, {home for home, _ in homes}))
        written = _write_facts(db, many(sorted(touched)))
        articles = sorted({place.article for place in moved})
        db.executemany(
            "UPDATE articles SET changed = ? WHERE id = ?",
            [(number, article) for number, article in enumerate(articles, change + 1)],
        )
        write_offer(db)
        db.execute("DELETE FROM unsettled")
        db.execute("DELETE FROM entities_made")
        db.execute("INSERT INTO entities_made VALUES (?)", (VERSION,))
    return Learned(len(moved), written, change + len(articles))


def _scope(db: sqlite3.Connection) -> list[str]:
    """The ids, in readings, of the people to look at: the unsettled, and who shares a name or Latin form with them."""
    if db.execute("SELECT 1 FROM entities_made WHERE version = ?", (VERSION,)).fetchone() is None:
        return [row[0] for row in db.execute("SELECT DISTINCT ident FROM mentions WHERE known = 0")]
    named: defaultdict[int, set[str]] = defaultdict(set)
    bearers: defaultdict[str, set[int]] = defaultdict(set)
    for number, name in db.execute(_LATIN):
        named[number].add(plain(name))
        bearers[plain(name)].add(number)
    idents: set[str] = set()
    seen: set[int] = set()
    next_ = {row[0] for row in db.execute("SELECT entity FROM unsettled")}
    while next_ := next_ - seen:
        seen |= next_
        sql = "SELECT DISTINCT ident FROM mentions WHERE known = 0 AND entity IN (SELECT value FROM json_each(?))"
        new = {row[0] for row in db.execute(sql, (many(next_),))} - idents
        idents |= new
        sql = "SELECT DISTINCT entity FROM mentions WHERE known = 0 AND ident IN (SELECT value FROM json_each(?))"
        by_name = {row[0] for row in db.execute(sql, (many(new),))}
        next_ = by_name.union(*(bearers[form] for number in next_ for form in named[number]))
    return sorted(idents)


def _claims(db: sqlite3.Connection, authority: Authority, idents: list[str], places: list[_Place]) -> Iterator[Claim]:
    """What each article says of each of these people; notes where the mentions belong until now."""
    for article, ident, forms, role, of_id, day, home in db.execute(_CLAIMS, (many(idents),)):
        places.append(_Place(article, ident, home))
        said = simplify(role).strip() if role else None
        name = ident.removeprefix(UNKNOWN)
        yield Claim(article, ident, name, latin_forms(_forms(forms)), said, _country(authority, of_id), day)


def _country(authority: Authority, ident: str | None) -> str | None:
    """The country of a body or place."""
    entry = authority.orgs.get(ident or "") or authority.places.get(ident or "")
    return entry.country if entry else None


def _home(person: Person, authority: Authority) -> str:
    """The id of a person: the authority's, where a Latin form names one of its people and no other.

    The forms of Chinese names are too many people's.
    """
    forms = [form for form in person.latin if not is_pinyin(form)]
    spelt = {spelling for form in forms for spelling in (form, unaccented(form))}
    found = {one.id for form in spelt for one in authority.lookup(form) if one.kind == "person"}
    return found.pop() if len(found) == 1 and not person.uncertain else person.id


def _move(db: sqlite3.Connection, moved: list[_Place], before: list[_Place]) -> set[int]:
    """Give mentions to other entities, and count these and the former ones anew; returns the numbers of all of them."""
    db.executemany(
        "INSERT INTO entities (id, kind) VALUES (?, 'person') ON CONFLICT DO NOTHING",
        sorted({(place.home,) for place in moved}),
    )
    moving = {place[:2] for place in moved}
    left = {place.home for place in before if place[:2] in moving}
    db.executemany(
        "UPDATE mentions SET entity = (SELECT number FROM entities WHERE id = ?) WHERE article = ? AND ident = ?",
        [(place.home, place.article, place.ident) for place in moved],
    )
    numbers = _numbers(db, left | {place.home for place in moved})
    numbers += [row[0] for row in db.execute(_MISCOUNTED)]
    _count(db, numbers)
    return set(numbers)


def _numbers(db: sqlite3.Connection, ids: Iterable[str]) -> list[int]:
    sql = "SELECT number FROM entities WHERE id IN (SELECT value FROM json_each(?)) ORDER BY number"
    return [row[0] for row in db.execute(sql, (many(sorted(ids)),))]


def _count(db: sqlite3.Connection, numbers: list[int]) -> None:
    """Count articles, mentions and names of entities anew; those without any are taken away."""
    wanted = (many(numbers),)
    db.execute(
        """
        UPDATE entities SET
            articles = (SELECT count(DISTINCT article) FROM mentions WHERE entity = number),
            mentions = (SELECT coalesce(sum(count), 0) FROM mentions WHERE entity = number)
        WHERE number IN (SELECT value FROM json_each(?))
        """,
        wanted,
    )
    db.execute("DELETE FROM entity_names WHERE entity IN (SELECT value FROM json_each(?))", wanted)
    rows = db.execute(
        """
        SELECT entity, form.value, count(DISTINCT article) FROM mentions, json_each(forms) AS form
        WHERE entity IN (SELECT value FROM json_each(?)) GROUP BY entity, form.value
        """,
        wanted,
    ).fetchall()
    db.executemany(
        "INSERT INTO entity_names VALUES (?, ?, ?, ?)", [(number, name, key(name), n) for number, name, n in rows]
    )
    db.execute(
        """
        DELETE FROM entities WHERE number IN (SELECT value FROM json_each(?))
            AND NOT EXISTS (SELECT 1 FROM mentions WHERE entity = number)
        """,
        wanted,
    )


def _mark(db: sqlite3.Connection, homes: Iterable[tuple[str, Person]]) -> None:
    """Say of whom it is not certain that they are one."""
    db.executemany(
        "UPDATE entities SET uncertain = ?2 WHERE id = ?1 AND uncertain <> ?2",
        sorted((home, int(person.uncertain)) for home, person in homes),
    )


def _write_facts(db: sqlite3.Connection, numbers: str) -> int:
    """Bring the facts of these entities up to their mentions; how many rows were written or taken away."""
    before = {tuple(row[:3]): tuple(row) for row in db.execute(_FACTS, (numbers,))}
    after = {tuple(row[:3]): row for row in _facts(db, numbers)}
    gone = [one for one in before if one not in after]
    changed = [row for one, row in after.items() if before.get(one) != row]
    db.executemany("DELETE FROM learned_facts WHERE entity = ? AND field = ? AND value = ?", gone)
    db.executemany(_ADD_FACT, changed)
    return len(gone) + len(changed)


def _facts(db: sqlite3.Connection, numbers: str) -> Iterator[tuple[object, ...]]:
    for number, rows in groupby(map(tuple, db.execute(_TOLD, (numbers,))), key=lambda row: row[0]):
        for fact in facts([_told(row) for row in rows]):
            yield (number, *fact)


def _told(row: tuple[Any, ...]) -> Told:
    _, article, outlet, day, forms, role, of, block, start, end = row
    return Told(article, outlet, day, _forms(forms), role, of, block, start, end)
