"""What is asked of quotations, as conditions on their table."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

import msgspec

from shilu.archive.entities.bearers import bearers, candidates, stated
from shilu.archive.outlets import stored_outlets
from shilu.archive.query import Query, parse
from shilu.archive.tokens import tokens
from shilu.archive.values import many
from shilu.errors import NotFound, QueryError
from shilu.knowledge.naming import key

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from shilu.knowledge import Authority

Kind: TypeAlias = Literal["direct", "indirect"]
_Condition: TypeAlias = "tuple[str, tuple[object, ...]]"

_UNKNOWN = "x."
"""How ids begin of those whom the authority lacks."""
_UNSAID = "id NOT IN (SELECT rowid FROM quotation_words WHERE quotation_words MATCH ?)"
_NOT_OF_QUOTATIONS = ("script:", "entity:")


class Wanted(msgspec.Struct, frozen=True):
    """What is asked for; what is None, or a query without words, plays no part."""

    query: str = ""
    """Words that must be said, in the language of the search; its filters too."""
    by: str | None = None
    """Who speaks, by any name."""
    about: str | None = None
    """What is spoken of, by any name, in the quotation or its sentence."""
    via: str | None = None
    """Through which medium, platform or occasion."""
    since: str | None = None
    until: str | None = None
    outlet: str | None = None
    kind: Kind | None = None


class Asked(NamedTuple):
    """What is asked, in SQL."""

    rows: str
    """FROM and WHERE."""
    values: tuple[object, ...]
    by_words: bool
    """Whether the rows come from the index of words, and not in any order."""


def asked(db: sqlite3.Connection, authority: Authority, wanted: Wanted) -> Asked:
    """What is asked, in SQL.

    Raises:
        NotFound: where a name is empty, or nobody of that name, no such channel or no such outlet is quoted; carries
            close matches.
        QueryError: where the query or a date cannot be read.
    """
    query = _query(wanted)
    matching = _matching(query, [] if wanted.about is None else _names(db, authority, stated(wanted.about)))
    found = [
        *([("quotation_words MATCH ?", (matching,))] if matching else []),
        *((_UNSAID, (f"words : {_phrase(term.text)}",)) for term in query.unwanted),
        *(_by(db, authority, stated(name)) for name in (wanted.by,) if name is not None),
        *(_via(db, authority, stated(name)) for name in (wanted.via,) if name is not None),
        *_days(query),
        *(("outlet IN (SELECT value FROM json_each(?))", (many(stored_outlets(db, o)),)) for o in query.outlets),
        *(("kind = ?", (kind,)) for kind in (wanted.kind,) if kind),
    ]
    # Left to itself SQLite may go through all quotations by their time and ask the index of words for each.
    source = "quotation_words CROSS JOIN quotations ON id = quotation_words.rowid" if matching else "quotations"
    where = " AND ".join(sql for sql, _ in found)
    values = tuple(value for _, values in found for value in values)
    return Asked(f"FROM {source}" + (where and f" WHERE {where}"), values, bool(matching))


def _query(wanted: Wanted) -> Query:
    if not wanted.query.strip() and wanted.outlet is wanted.since is wanted.until is None:
        return Query("")
    query = parse(wanted.query, outlet=wanted.outlet, since=wanted.since, until=wanted.until)
    elsewhere = [term.position for term in query.terms if term.field == "title"]
    elsewhere += [at for name in _NOT_OF_QUOTATIONS if (at := query.text.find(name)) >= 0]
    if elsewhere and (query.entities or query.script or query.terms):
        raise QueryError(
            "quotations are found by what is said",
            query=query.text,
            position=elsewhere[0],
            hint="See --by and --about.",
        )
    return query


def _matching(query: Query, about: list[str]) -> str:
    """What must be said, and of what the quotation or its sentence must speak; in the language of FTS5."""
    parts = [f"words : {_phrase(term.text)}" for term in query.wanted]
    if about:
        parts.append("(" + " OR ".join(map(_phrase, about)) + ")")
    return " AND ".join(parts)


def _phrase(text: str) -> str:
    return '"' + " ".join(tokens(text)).replace('"', '""') + '"'


def _names(db: sqlite3.Connection, authority: Authority, name: str) -> list[str]:
    """All names of what a name stands for; itself where it stands for nothing known."""
    known = [other for ident, _ in candidates(authority, name) for other in authority.names_of(ident)]
    if not known:
        sql = """
            SELECT DISTINCT other.name FROM entity_names JOIN entity_names AS other USING (entity)
            WHERE entity_names.key = ? AND other.articles > 0
        """
        known = [row[0] for row in db.execute(sql, (key(name),))]
    forms = {key(other): other for other in known if len(other) > 1}  # 美 for 美国 is in too many words
    forms[key(name)] = name
    # What holds another form is found with it: 中国 finds 中国大陆.
    return [form for own, form in forms.items() if not any(other in own for other in forms if other != own)]


def _by(db: sqlite3.Connection, authority: Authority, name: str) -> _Condition:
    """Whom a name stands for, and speakers who have no other name than this."""
    # A speaker may be in no table of names: one named by nothing but a title, or an unknown body.
    known = [ident for ident, _ in candidates(authority, name)]
    named = db.execute("SELECT 1 FROM entity_names WHERE key = ? AND articles > 0", (key(name),)).fetchone()
    heard = known or db.execute("SELECT 1 FROM quotations WHERE speaker_key = ?", (key(name),)).fetchone()
    found = bearers(db, authority, name) if named or not heard else []
    unknown = many(one.number for one in found if one.id.startswith(_UNKNOWN))
    sql = "SELECT DISTINCT ident FROM mentions WHERE entity IN (SELECT value FROM json_each(?))"
    idents = [*known, *(one.id for one in found), *(row[0] for row in db.execute(sql, (unknown,)))]
    return "(speaker_key = ? OR speaker_id IN (SELECT value FROM json_each(?)))", (key(name), many(idents))


def _via(db: sqlite3.Connection, authority: Authority, name: str) -> _Condition:
    """Channels whose name holds the one given, or is another name of it."""
    wanted = {key(other) for ident, _ in candidates(authority, name) for other in authority.names_of(ident)}
    channels = [row[0] for row in db.execute("SELECT DISTINCT via FROM quotations WHERE via IS NOT NULL")]
    found = [via for via in channels if key(name) in key(via) or key(via) in wanted]
    if not found:
        raise NotFound(
            f"nothing is quoted through {name}",
            close=_first(channels, name),
            hint="the channel of a quotation stands behind its date in `shilu quotes`",
        )
    return "via IN (SELECT value FROM json_each(?))", (many(found),)


def _first(names: Iterable[str], wanted: str) -> tuple[str, ...]:
    import difflib  # noqa: PLC0415 (only where nothing was found)

    return tuple(difflib.get_close_matches(key(wanted), list(names), n=5, cutoff=0.5))


def _days(query: Query) -> Iterator[_Condition]:
    if query.since is not None:
        yield "moment >= ?", (_day(query.since),)
    if query.until is not None:
        yield "moment < ?", (_day(query.until + 1),)


def _day(second: int) -> str:
    return dt.datetime.fromtimestamp(second, dt.UTC).strftime("%Y-%m-%d")
