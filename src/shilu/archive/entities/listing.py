"""Lists of people, organisations and places with their counts, of all articles or of some outlets and days."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec

from shilu.archive.dates import seconds_span
from shilu.archive.entities.naming import forms, title
from shilu.archive.outlets import stored_outlets
from shilu.archive.values import many
from shilu.errors import QueryError
from shilu.records import EntityKind  # noqa: TC001 (schemas are made from the annotations)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from shilu.archive.entities.naming import Form
    from shilu.archive.store import Archive
    from shilu.knowledge import Authority

_ALL = """
    SELECT number, articles, mentions,
        (SELECT min(day) FROM mentions WHERE entity = number) AS first,
        (SELECT max(day) FROM mentions WHERE entity = number) AS last
    FROM entities WHERE kind = ? AND articles > 0 ORDER BY articles DESC, mentions DESC, id
"""
_SOME = """
    SELECT entity AS number, count(DISTINCT article) AS articles, sum(count) AS mentions, min(day) AS first,
        max(day) AS last
    FROM mentions WHERE kind = ? {filters} GROUP BY entity ORDER BY articles DESC, mentions DESC, entity
"""


_COUNT_ALL = "SELECT count(*) FROM entities WHERE kind = ? AND articles > 0"
_COUNT_SOME = "SELECT count(DISTINCT entity) FROM mentions WHERE kind = ? {filters}"


class Listed(msgspec.Struct, frozen=True):
    """One line of a list."""

    id: str
    kind: EntityKind
    name: str
    also: tuple[str, ...]
    """Other forms that articles write, the most frequent first; forms that differ only by script are one."""
    articles: int
    mentions: int
    first: str | None
    """The day of the first of these articles."""
    last: str | None
    in_authority: bool
    uncertain: bool = False
    """It may be one with a namesake, or be several."""


def listed(
    archive: Archive,
    authority: Authority,
    kind: EntityKind,
    *,
    outlet: str | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: int = 0,
    offset: int = 0,
) -> list[Listed]:
    """The entities of a kind, those in most articles first; ``limit`` 0 means all.

    Raises:
        NotFound: where there is no such outlet.
        QueryError: where a date cannot be read.
    """
    db = archive.db
    filters, values = _filters(db, outlet, since, until)
    sql = _SOME.format(filters=filters) if filters else _ALL
    rows = db.execute(f"{sql} LIMIT ? OFFSET ?", (kind, *values, limit or -1, offset)).fetchall()
    numbers = many(row["number"] for row in rows)
    names = forms(db, numbers)
    sql = "SELECT number, id, uncertain FROM entities WHERE number IN (SELECT value FROM json_each(?))"
    entities = {row["number"]: row for row in db.execute(sql, (numbers,))}
    return [_line(authority, kind, {**entities[row["number"]], **row}, names.get(row["number"], [])) for row in rows]


def count(
    archive: Archive,
    kind: EntityKind,
    *,
    outlet: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> int:
    """How many lines such a list has.

    Raises:
        NotFound: where there is no such outlet.
        QueryError: where a date cannot be read.
    """
    filters, values = _filters(archive.db, outlet, since, until)
    sql = _COUNT_SOME.format(filters=filters) if filters else _COUNT_ALL
    return int(archive.db.execute(sql, (kind, *values)).fetchone()[0])


def _line(authority: Authority, kind: EntityKind, row: Mapping[str, Any], names: list[Form]) -> Listed:
    name = title(authority, row["id"], names)
    return Listed(
        id=row["id"],
        kind=kind,
        name=name,
        also=tuple(form.name for form in names if form.name != name),
        articles=row["articles"],
        mentions=row["mentions"],
        first=row["first"],
        last=row["last"],
        in_authority=not row["id"].startswith("x."),
        uncertain=bool(row["uncertain"]),
    )


def _filters(
    db: sqlite3.Connection, outlet: str | None, since: str | None, until: str | None
) -> tuple[str, list[object]]:
    """Conditions on the mentions, and their values."""
    found: list[tuple[str, object]] = []
    if outlet is not None:
        found.append(("AND outlet IN (SELECT value FROM json_each(?))", many(stored_outlets(db, outlet))))
    first, last = period(since, until)
    if first is not None:
        found.append(("AND day >= ?", first))
    if last is not None:
        # Days begin with their month and year: "~" comes after everything that begins so.
        found.append(("AND day < ?", f"{last}~"))
    return " ".join(sql for sql, _ in found), [value for _, value in found]


def day(text: str, field: str) -> str:
    """A day, month or year as the store writes it.

    Raises:
        QueryError: where it is none.
    """
    try:
        seconds_span(text.strip())
    except ValueError as error:
        raise QueryError(
            f"{field}: wants a day, month or year, not {text!r}",
            query=text,
            position=0,
            hint="Write 2021-03-19, 2021-03 or 2021.",
        ) from error
    return "-".join(part.zfill(2) for part in re.findall(r"\d+", text))


def period(since: str | None, until: str | None) -> tuple[str | None, str | None]:
    """The first and the last day, month or year asked for, as the store writes them; None where one is not told.

    Raises:
        QueryError: where one is none, or the last lies before the first.
    """
    first = day(since, "since") if since else None
    last = day(until, "until") if until else None
    if first and last and last < first[: len(last)]:
        raise QueryError("the period ends before it begins", query=f"{since} {until}", position=0)
    return first, last
