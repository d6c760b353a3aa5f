"""Asking the chronicle: by name, day, place, kind and number of sources."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from shilu.archive.lookup import elsewhere, similar
from shilu.archive.query import Query, parse
from shilu.archive.tokens import pattern
from shilu.archive.values import many
from shilu.errors import NotFound, QueryError
from shilu.records import TO_COME, Entry
from shilu.text.script import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shilu.archive.store import Archive

_DAY = len("2024-09-27")


class Wanted(msgspec.Struct, frozen=True):
    """Which entries are asked for."""

    parties: tuple[frozenset[str], ...] = ()
    """Each a person, body or state by its possible ids; all must take part."""
    type: str | None = None
    form: str | None = None
    mode: str | None = None
    status: tuple[str, ...] = ()
    """One of these; any, where there are none."""
    place: str | None = None
    """A part of its name is enough."""
    place_also: tuple[str, ...] = ()
    """Other names of the place."""
    place_within: tuple[str, ...] = ()
    """Names of places that lie in it, in full."""
    at: tuple[str, ...] = ()
    """Places as entries have them: one of these names, in full."""
    dated: str | None = None
    """A day, month or year: of what is known as finely as that, what lies in it, or lasted a few days from then on;
    of spans those that lie in it whole."""
    undated: bool = False
    since: str | None = None
    until: str | None = None
    told_until: str | None = None
    """The day of the last report: what lies ahead of it is left out, what has no date is not."""
    min_sources: int = 1
    among: tuple[str, ...] | None = None
    """By their ids: what `told_with` found."""

    @property
    def is_to_come(self) -> bool:
        """Whether only what has not taken place yet is asked for."""
        return bool(self.status) and set(self.status) <= set(TO_COME)


_FOUND = "SELECT record FROM entries WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?"
_DATES = "SELECT {date}, count(*) FROM entries WHERE {where} GROUP BY 1"
_START = """CASE WHEN length(date) = length('2021-03-18/2021-03-19')
    AND julianday(substr(date, 12)) - julianday(substr(date, 1, 10)) < 4
    THEN substr(date, 1, 10) ELSE date END"""
"""The day on which began what lasted a few; a week is rather a time within which something was."""
_DATED = f"""substr({_START}, 1, length(?)) = ? AND (instr({_START}, '/') = 0
    OR substr({_START}, instr({_START}, '/') + 1, length(?)) = ?)"""
"""On a day, or within a month or year: a span where both of its ends are."""
_NEWEST = "date DESC, first_reported DESC, id"
_BY = "substr(date, instr(date, '/') + 1) || '~'"
"""The day by which an entry is done, which compares as later than the days of a month or year, and their spans."""
_NEXT = f"date IS NULL, {_BY} < ?, CASE WHEN {_BY} >= ? THEN {_BY} END, {_NEWEST}"
decoded = msgspec.json.Decoder(Entry).decode
"""An entry from its row's ``record``."""


def find(archive: Archive, wanted: Wanted, limit: int = 0, *, offset: int = 0, newest: bool = False) -> Iterator[Entry]:
    """The entries asked for, by date, or the newest first; undated ones last. ``limit`` 0 means all.

    Of what is to come the newest is the next, as seen from the day of the last report: first what is to be done from
    then on, the nearest first, then what was to be done before.
    """
    where, values = _conditions(wanted)
    order = "date IS NULL, date, first_reported, id"
    if newest and wanted.is_to_come:
        order = _NEXT
        values += [last_day(archive)] * order.count("?")
    elif newest:
        order = _NEWEST
    sql = _FOUND.format(where=where, order=order)
    for row in archive.db.execute(sql, (*values, limit or -1, offset)):
        yield decoded(row["record"])


def by_date(archive: Archive, wanted: Wanted) -> Counter[str | None]:
    """How many entries asked for have each date, of whatever precision."""
    return _counted(archive, wanted, "date")


def by_start(archive: Archive, wanted: Wanted) -> Counter[str | None]:
    """How many entries asked for began at each date: what lasted a few days on the first, as ``dated`` finds it."""
    return _counted(archive, wanted, _START)


def _counted(archive: Archive, wanted: Wanted, date: str) -> Counter[str | None]:
    where, values = _conditions(wanted)
    return Counter(dict(archive.db.execute(_DATES.format(date=date, where=where), values).fetchall()))


_TOLD_WITH = """SELECT id FROM entries WHERE {where} AND EXISTS (
    SELECT 1 FROM json_each(entries.record, '$.evidence') AS telling
    JOIN articles ON articles.id = json_extract(telling.value, '$.article')
    JOIN revisions ON revisions.id = articles.revision
    WHERE holds(coalesce(
        CASE WHEN json_extract(telling.value, '$.block') < 0 THEN articles.title
        ELSE json_extract(revisions.record, '$.blocks[' || json_extract(telling.value, '$.block') || '].text') END,
        ''))
)"""


def told_with(archive: Archive, wanted: Wanted, words: str) -> Wanted:
    """The question narrowed to what one paragraph, or headline, with these words tells, in either script.

    The words are read as `shilu search` does. The texts are read here, once for all that is then asked: 1.3 s for all
    entries of a month.

    Raises:
        QueryError: where there are no words, or they ask for more than what a paragraph holds.
    """
    query = parse(words)
    if query != Query(query.text, query.terms) or any(term.field != "any" for term in query.terms):
        raise QueryError(
            "a paragraph is found by its words alone", query=query.text, position=0, hint="Leave out the fields."
        )
    found = [pattern(term.text) for term in query.wanted]
    barred = [pattern(term.text) for term in query.unwanted]

    def holds(text: str) -> bool:
        folded = fold(text)
        return all(each.search(folded) for each in found) and not any(each.search(folded) for each in barred)

    archive.db.create_function("holds", 1, holds, deterministic=True)
    where, values = _conditions(wanted)
    rows = archive.db.execute(_TOLD_WITH.format(where=where), values)
    return msgspec.structs.replace(wanted, among=tuple(row["id"] for row in rows))


def _conditions(wanted: Wanted) -> tuple[str, list[object]]:
    terms = ["sources >= ?"]
    values: list[object] = [wanted.min_sources]
    for term, value in (
        ("type = ?", wanted.type),
        ("form = ?", wanted.form),
        ("json_extract(record, '$.mode') = ?", wanted.mode),
        # Compared as finely as both are known: a month is neither before nor after one of its days. Of a span, its
        # last day must not lie before, its first not after.
        ("substr(substr(date, instr(date, '/') + 1), 1, length(?)) >= substr(?, 1, length(date))", wanted.since),
        ("substr(date, 1, length(?)) <= ?", wanted.until),
        ("(date IS NULL OR substr(date, 1, length(?)) <= ?)", wanted.told_until),
    ):
        if value is not None:
            terms.append(term)
            values += [value] * term.count("?")
    if wanted.place is not None:
        term, named = _in_place(wanted, wanted.place)
        terms.append(term)
        values += named
    if wanted.status:
        terms.append("status IN (SELECT value FROM json_each(?))")
        values.append(many(wanted.status))
    if wanted.dated is not None:
        terms.append(_DATED)
        values += [wanted.dated] * 4
    if wanted.undated:
        terms.append("date IS NULL")
    if wanted.at:
        terms.append("place IN (SELECT value FROM json_each(?))")
        values.append(many(wanted.at))
    if wanted.among is not None:
        terms.append("id IN (SELECT value FROM json_each(?))")
        values.append(many(wanted.among))
    for ids in wanted.parties:
        terms.append("id IN (SELECT entry FROM entry_parties WHERE party IN (SELECT value FROM json_each(?)))")
        values.append(many(sorted(ids)))
    return " AND ".join(terms), values


_PLACED = "({named} OR place IN (SELECT value FROM json_each(?)))"


def _in_place(wanted: Wanted, place: str) -> tuple[str, list[object]]:
    """The condition that an entry is at a place, by a part of a name of it, or at one that lies in it."""
    names = (place, *wanted.place_also)
    named = " OR ".join("instr(place, ?)" for _ in names)
    return _PLACED.format(named=named), [*names, many(wanted.place_within)]


_PLACES = (
    "SELECT place, count(*) FROM entries WHERE place IS NOT NULL AND {where} GROUP BY place ORDER BY 2 DESC, place"
)


def by_place(archive: Archive, wanted: Wanted) -> Counter[str]:
    """How many entries asked for have each place, by its name, the most frequent first."""
    where, values = _conditions(wanted)
    return Counter(dict(archive.db.execute(_PLACES.format(where=where), values).fetchall()))


class Pair(msgspec.Struct, frozen=True):
    """Two people who take part in the same entries."""

    left: str
    left_name: str
    right: str
    right_name: str
    entries: int


_PAIRS = """
    SELECT a.party, max(a.name), b.party, max(b.name), count(*) AS n
    FROM (SELECT id FROM entries WHERE {where}) AS found
    JOIN entry_parties AS a ON a.entry = found.id JOIN entry_parties AS b ON b.entry = found.id AND b.party > a.party
    WHERE {people} GROUP BY a.party, b.party ORDER BY n DESC, a.party, b.party LIMIT ?
"""
_PEOPLE = " AND ".join(f"({one}.party GLOB 'p.*' OR {one}.party GLOB 'x.person.*')" for one in "ab")


def pairs(archive: Archive, wanted: Wanted, limit: int = 100) -> list[Pair]:
    """The people who take part together most often in the entries asked for."""
    where, values = _conditions(wanted)
    sql = _PAIRS.format(where=where, people=_PEOPLE)
    return [Pair(*row) for row in archive.db.execute(sql, (*values, limit))]


def up_to_last_report(archive: Archive, wanted: Wanted) -> Wanted:
    """The question as it is meant where neither a time nor a status is asked for: without what lies ahead.

    What is planned for years to come must not hide the news of the day. A count and the list behind it agree where
    both are asked for by this.
    """
    if wanted.since or wanted.until or wanted.dated or wanted.status:
        return wanted
    return msgspec.structs.replace(wanted, told_until=last_day(archive))


def last_day(archive: Archive) -> str | None:
    """The day of the newest report, None where nothing was reported."""
    sql = """
        SELECT max(CASE WHEN length(published) >= 10 THEN published ELSE coalesce(collected, '') END)
        FROM entry_articles JOIN articles ON id = article
    """
    (newest,) = archive.db.execute(sql).fetchone()
    return str(newest)[:_DAY] if newest else None


def told_by(archive: Archive, article: str) -> list[Entry]:
    """The entries that an article tells of, by date; undated ones last."""
    sql = """
        SELECT record FROM entry_articles JOIN entries ON id = entry
        WHERE article = ? ORDER BY date IS NULL, date, id
    """
    return [decoded(row["record"]) for row in archive.db.execute(sql, (article,))]


_SHORT = 2
"""Parties that tell an entry from others."""
_IDS = "an id begins with e and stands last in a line of `shilu chronicle`; by name: `shilu chronicle NAME`"


def entry(archive: Archive, ident: str) -> Entry:
    """The entry of that id, or of a unique beginning of one.

    Raises:
        NotFound: where there is none, or more than one.
    """
    if not ident.strip():
        raise NotFound("the id is empty", hint=_IDS)
    sql = "SELECT id, record FROM entries WHERE id >= ? AND id < ? ORDER BY id LIMIT 6"
    rows = archive.db.execute(sql, (ident, ident + "~")).fetchall()
    if len(rows) != 1:
        other = None if rows else elsewhere(archive.db, ident)
        known = [] if rows or other else [row[0] for row in archive.db.execute("SELECT id FROM entries")]
        close = tuple(_in_short(decoded(row["record"])) for row in rows) or similar(ident, known, "e")
        which = "more than one entry begins with" if rows else "there is no entry"
        raise NotFound(f"{which} {ident!r}", hint=other or _IDS, close=close)
    return decoded(rows[0]["record"])


def _in_short(one: Entry) -> str:
    """An id with what tells its entry from others."""
    return f"{one.id} ({one.date or '?'} {'、'.join(party.name for party in one.parties[:_SHORT])})"
