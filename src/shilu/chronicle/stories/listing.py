"""Stories asked for: lists of them, and one in full."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec

from shilu.archive.entities.naming import forms, title
from shilu.archive.revisions import found_path
from shilu.errors import NotFound
from shilu.knowledge import authority

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from shilu.archive.store import Archive

Sort: TypeAlias = Literal["size", "fresh", "spread"]

_ORDER = {
    "size": "articles DESC, outlets DESC, last DESC, id",
    "fresh": "last DESC, articles DESC, id",
    "spread": "outlets DESC, articles DESC, last DESC, id",
}
_OF_OUTLET = """
    id IN (SELECT story FROM story_articles JOIN articles ON articles.id = article WHERE outlet LIKE '%' || ? || '%')
"""
_NAMING = """
    id IN (
        SELECT story FROM entities JOIN mentions ON mentions.entity = entities.number
        JOIN story_articles ON story_articles.article = mentions.article
        WHERE entities.id IN (SELECT value FROM json_each(?))
    )
"""
_MEMBERS = """
    SELECT story, articles.id, articles.outlet, articles.title, articles.published, copies.first, copies.kind
    FROM story_articles JOIN articles ON articles.id = story_articles.article
    LEFT JOIN copies ON copies.article = articles.id
    WHERE story IN (SELECT value FROM json_each(?)) ORDER BY hour, articles.id
"""
_NAMED = """
    SELECT entities.number, entities.id, entities.kind, count(*)
    FROM story_articles JOIN mentions ON mentions.article = story_articles.article
    JOIN entities ON entities.number = mentions.entity
    WHERE story = ? GROUP BY entities.number HAVING count(*) > 1 ORDER BY 4 DESC, sum(mentions.count) DESC LIMIT ?
"""
_NAMES = 36


class Wanted(msgspec.Struct, frozen=True):
    """Which stories are asked for."""

    since: str | None = None
    """Day, month or year on or after which an article of the story was published …"""
    until: str | None = None
    """… on or before which …"""
    outlet: str | None = None
    """… by which outlet: part of its name …"""
    people: frozenset[str] = frozenset()
    """… naming which entity, by its possible ids."""
    min_outlets: int = 1
    sort: Sort = "size"


class Member(msgspec.Struct, frozen=True):
    """An article of a story."""

    id: str
    path: str
    outlet: str
    title: str
    published: str | None
    copy_of: str | None = None
    """The first article of this text, where this one is a copy …"""
    kind: str | None = None
    """… and what it is to it: copy, update, agency …"""


class Story(msgspec.Struct, frozen=True):
    """A story as lists show it."""

    id: str
    label: str
    """The most central headline."""
    first: str = msgspec.field(name="from")
    last: str = msgspec.field(name="to")
    outlets: tuple[str, ...]
    """In the order in which they first told it."""
    count: int
    """Of its articles, copies included."""
    articles: tuple[Member, ...] = ()
    """By time; one at several paths once for each. Empty where they were not asked for."""


class Named(msgspec.Struct, frozen=True):
    """Who or what several articles of a story name."""

    id: str
    kind: str
    name: str
    articles: int


class Day(msgspec.Struct, frozen=True):
    """One day of a story."""

    day: str
    articles: int
    outlets: int
    headline: str
    """Of the first article of that day."""


class Deed(msgspec.Struct, frozen=True):
    """An entry of the chronicle that articles of a story tell."""

    id: str
    type: str
    form: str | None
    status: str
    date: str | None
    place: str | None
    parties: tuple[str, ...]
    articles: int


class Whole(msgspec.Struct, frozen=True):
    """A story in full."""

    story: Story
    people: tuple[Named, ...]
    orgs: tuple[Named, ...]
    places: tuple[Named, ...]
    days: tuple[Day, ...]
    entries: tuple[Deed, ...]
    """Key events: the entries that most of its articles tell."""


class Brief(msgspec.Struct, frozen=True):
    """A story beside one of its articles."""

    id: str
    label: str
    count: int


def find(archive: Archive, wanted: Wanted, limit: int = 0, *, offset: int = 0, members: bool = False) -> list[Story]:
    """The stories asked for, in the order asked for; ``limit`` 0 means all."""
    where, values = _where(wanted)
    sql = f"SELECT * FROM stories WHERE {where} ORDER BY {_ORDER[wanted.sort]} LIMIT ? OFFSET ?"  # noqa: S608 (constants)
    return _told(archive.db, archive.db.execute(sql, [*values, limit or -1, offset]), members=members)


def count(archive: Archive, wanted: Wanted) -> int:
    """How many stories there are of that kind."""
    where, values = _where(wanted)
    return int(archive.db.execute(f"SELECT count(*) FROM stories WHERE {where}", values).fetchone()[0])  # noqa: S608


def _where(wanted: Wanted) -> tuple[str, list[object]]:
    """The condition on the table of stories, and its values."""
    terms: list[tuple[str, object]] = [("outlets >= ?", wanted.min_outlets)]
    if wanted.since:
        terms.append(("last >= ?", wanted.since))
    if wanted.until:
        terms.append(("first < ? || '~'", wanted.until))
    if wanted.outlet:
        terms.append((_OF_OUTLET, wanted.outlet))
    if wanted.people:
        terms.append((_NAMING, _json(wanted.people)))
    return " AND ".join(term for term, _ in terms), [value for _, value in terms]


def identified(db: sqlite3.Connection, ident: str) -> str:
    """The id of the story that is meant by an id, a unique beginning of one, or that of a story it took up.

    Raises:
        NotFound: where there is none, or more than one.
    """
    merged = db.execute("SELECT story FROM story_merges WHERE old = ?", (ident,)).fetchone()
    sql = "SELECT id FROM stories WHERE id >= ?1 AND id < ?1 || '~' LIMIT 6"
    found = [row[0] for row in db.execute(sql, (merged[0] if merged else ident,))]
    if len(found) != 1 or not ident:
        many = "more than one story begins with" if found else "there is no story"
        raise NotFound(f"{many} {ident!r}", hint="see `shilu stories`", close=tuple(found))
    return str(found[0])


def story(archive: Archive, ident: str) -> Whole:
    """One story in full.

    Raises:
        NotFound: where there is none of that id, or more than one.
    """
    db = archive.db
    ident = identified(db, ident)
    told = _told(db, db.execute("SELECT * FROM stories WHERE id = ?", (ident,)), members=True)[0]
    named = _named(db, ident)
    of = {kind: tuple(one for one in named if one.kind == kind) for kind in ("person", "org", "place")}
    return Whole(told, of["person"], of["org"], of["place"], _days(told), _entries(db, ident))


def _named(db: sqlite3.Connection, ident: str) -> list[Named]:
    """Who and what several articles of a story name, the most named first."""
    rows = db.execute(_NAMED, (ident, _NAMES)).fetchall()
    written = forms(db, _json(number for number, *_ in rows))
    known = authority()
    return [Named(one, kind, title(known, one, written.get(number, [])), told) for number, one, kind, told in rows]


def stories_of(db: sqlite3.Connection, articles: Iterable[str]) -> dict[str, str]:
    """The story of each of these articles that is in one."""
    sql = """
        SELECT article, story FROM story_articles
        WHERE story IS NOT NULL AND article IN (SELECT value FROM json_each(?))
    """
    return dict(db.execute(sql, (_json(articles),)).fetchall())


def briefs_of(db: sqlite3.Connection, articles: Iterable[str]) -> dict[str, Brief]:
    """The same with what they are called."""
    sql = """
        SELECT article, stories.id, label, stories.articles FROM story_articles JOIN stories ON stories.id = story
        WHERE article IN (SELECT value FROM json_each(?))
    """
    return {article: Brief(*row) for article, *row in db.execute(sql, (_json(articles),))}


def _told(db: sqlite3.Connection, rows: Iterable[sqlite3.Row], *, members: bool) -> list[Story]:
    found = list(rows)
    of: dict[str, list[sqlite3.Row]] = {}
    for row in db.execute(_MEMBERS, (_json(row["id"] for row in found),)):
        of.setdefault(row["story"], []).append(row)
    return [
        Story(
            id=row["id"],
            label=row["label"],
            first=row["first"],
            last=row["last"],
            outlets=tuple(dict.fromkeys(one["outlet"] for one in of[row["id"]])),
            count=row["articles"],
            articles=tuple(_members(db, of[row["id"]])) if members else (),
        )
        for row in found
    ]


def _members(db: sqlite3.Connection, rows: list[sqlite3.Row]) -> Iterator[Member]:
    sql = """
        SELECT DISTINCT article, path FROM article_paths
        WHERE article IN (SELECT value FROM json_each(?)) ORDER BY path
    """
    paths: dict[str, list[str]] = {}
    for article, path in db.execute(sql, (_json(row["id"] for row in rows),)):
        paths.setdefault(article, []).append(found_path(path))
    for row in rows:
        for path in paths.get(row["id"], [""]):
            yield Member(row["id"], path, row["outlet"], row["title"], row["published"], row["first"], row["kind"])


def _days(told: Story) -> tuple[Day, ...]:
    by_day: dict[str, dict[str, Member]] = {}
    for one in told.articles:
        by_day.setdefault((one.published or "")[:10], {}).setdefault(one.id, one)
    return tuple(
        Day(day, len(those), len({one.outlet for one in those.values()}), next(iter(those.values())).title)
        for day, those in sorted(by_day.items())
    )


def _entries(db: sqlite3.Connection, ident: str) -> tuple[Deed, ...]:
    sql = """
        SELECT entries.id, type, form, status, date, place, count(*) AS told
        FROM story_articles JOIN entry_articles ON entry_articles.article = story_articles.article
        JOIN entries ON entries.id = entry WHERE story = ? GROUP BY entries.id ORDER BY told DESC, date LIMIT 12
    """
    parties = "SELECT name FROM entry_parties WHERE entry = ?"
    found = []
    for row in db.execute(sql, (ident,)).fetchall():
        names = tuple(name for (name,) in db.execute(parties, (row["id"],)))
        columns = {key: row[key] for key in ("id", "type", "form", "status", "date", "place")}
        found.append(Deed(**columns, parties=names, articles=row["told"]))
    return tuple(found)


def _json(values: Iterable[object]) -> str:
    return msgspec.json.encode(list(values)).decode()
