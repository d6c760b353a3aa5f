"""Stories asked for, and those of articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec

from shilu.archive.lookup import elsewhere, similar
from shilu.archive.outlets import stored_outlets
from shilu.archive.revisions import found_path
from shilu.archive.values import many
from shilu.errors import NotFound

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
    id IN (SELECT story FROM story_articles JOIN articles ON articles.id = article WHERE outlet IN (
        SELECT value FROM json_each(?)
    ))
"""
_TELLING = """
    id IN (
        SELECT story FROM story_articles JOIN stories ON stories.id = story
        WHERE article IN (SELECT value FROM json_each(?)) GROUP BY story HAVING count(*) * 2 >= stories.articles
    )
"""
_NAMING = """
    id IN (
        SELECT story FROM entities JOIN mentions ON mentions.entity = entities.number
        JOIN story_articles ON story_articles.article = mentions.article JOIN stories ON stories.id = story
        WHERE entities.id IN (SELECT value FROM json_each(?))
        GROUP BY story HAVING count(DISTINCT mentions.article) * 2 >= stories.articles
    )
"""
_MEMBERS = """
    SELECT story, articles.id, articles.outlet, articles.title, articles.published, copies.first, copies.kind
    FROM story_articles JOIN articles ON articles.id = story_articles.article
    LEFT JOIN copies ON copies.article = articles.id
    WHERE story IN (SELECT value FROM json_each(?)) ORDER BY hour, articles.id
"""
# A story that was taken up may be made again, when others of its articles come: then it is itself.
_MEANT = (
    "SELECT id FROM stories WHERE id >= ?1 AND id < ?1 || '~' LIMIT 6",
    "SELECT story FROM story_merges WHERE old = ?1 AND story IN (SELECT id FROM stories)",
    "SELECT story FROM story_articles WHERE 's' || substr(article, 1, 11) = ?1 AND story IS NOT NULL",
)
_IDS = "an id begins with s and stands last in a line of `shilu stories`; by words: `shilu stories WORD`"
_ALONE = "SELECT article FROM story_articles WHERE 's' || substr(article, 1, 11) = ?1 AND story IS NULL"


class Wanted(msgspec.Struct, frozen=True):
    """Which stories are asked for."""

    since: str | None = None
    """Day, month or year on or after which an article of the story was published …"""
    until: str | None = None
    """… on or before which …"""
    outlet: str | None = None
    """… by which outlet: part of its name, or that of its reader (rfa) …"""
    people: frozenset[str] = frozenset()
    """… half of whose articles name which person, body or place, by its possible ids …"""
    places: frozenset[str] = frozenset()
    """… and which place …"""
    articles: frozenset[str] | None = None
    """… and are among these (:func:`.asking.telling`)."""
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


class Brief(msgspec.Struct, frozen=True):
    """A story beside one of its articles."""

    id: str
    label: str
    count: int


def find(archive: Archive, wanted: Wanted, limit: int = 0, *, offset: int = 0, members: bool = False) -> list[Story]:
    """The stories asked for, in the order asked for; ``limit`` 0 means all."""
    where, values = _where(archive.db, wanted)
    sql = f"SELECT * FROM stories WHERE {where} ORDER BY {_ORDER[wanted.sort]} LIMIT ? OFFSET ?"  # noqa: S608 (constants)
    return _told(archive.db, archive.db.execute(sql, [*values, limit or -1, offset]), members=members)


def count(archive: Archive, wanted: Wanted) -> int:
    """How many stories there are of that kind."""
    where, values = _where(archive.db, wanted)
    return int(archive.db.execute(f"SELECT count(*) FROM stories WHERE {where}", values).fetchone()[0])  # noqa: S608


def _where(db: sqlite3.Connection, wanted: Wanted) -> tuple[str, list[object]]:
    """The condition on the table of stories, and its values."""
    terms: list[tuple[str, object]] = [("outlets >= ?", wanted.min_outlets)]
    if wanted.since:
        terms.append(("last >= ?", wanted.since))
    if wanted.until:
        terms.append(("first < ? || '~'", wanted.until))
    if wanted.outlet is not None:
        terms.append((_OF_OUTLET, many(stored_outlets(db, wanted.outlet))))
    if wanted.people:
        terms.append((_NAMING, many(wanted.people)))
    if wanted.articles is not None:
        terms.append((_TELLING, many(wanted.articles)))
    if wanted.places:
        terms.append((_NAMING, many(wanted.places)))
    return " AND ".join(term for term, _ in terms), [value for _, value in terms]


def identified(db: sqlite3.Connection, ident: str) -> str:
    """The id of the story that is meant by an id, a unique beginning of one, or that of a story that is gone.

    Of a story that is gone, what took up most of it is remembered; else its id, made of that of its first article,
    leads to where this article is now.

    Raises:
        NotFound: where there is none, or more than one.
    """
    if not ident.strip():
        raise NotFound("the id is empty", hint=_IDS)
    for sql in _MEANT:
        found = tuple(str(row[0]) for row in db.execute(sql, (ident,)))
        if len(found) == 1:
            return found[0]
        if found:
            raise NotFound(f"more than one story begins with {ident!r}", hint=_IDS, close=found)
    alone = db.execute(_ALONE, (ident,)).fetchone()
    if alone:
        raise NotFound(
            f"there is no story {ident!r}", hint=f"its first article stands alone: `shilu show {alone[0][:8]}`"
        )
    other = elsewhere(db, ident)
    close = similar(ident, [row[0] for row in db.execute("SELECT id FROM stories")], "s")
    raise NotFound(f"there is no story {ident!r}", hint=other or _IDS, close=close)


def one_of(db: sqlite3.Connection, ident: str) -> Story:
    """The story of this id, with its articles."""
    return _told(db, db.execute("SELECT * FROM stories WHERE id = ?", (ident,)), members=True)[0]


def stories_of(db: sqlite3.Connection, articles: Iterable[str]) -> dict[str, str]:
    """The story of each of these articles that is in one."""
    sql = """
        SELECT article, story FROM story_articles
        WHERE story IS NOT NULL AND article IN (SELECT value FROM json_each(?))
    """
    return dict(db.execute(sql, (many(articles),)).fetchall())


def briefs_of(db: sqlite3.Connection, articles: Iterable[str]) -> dict[str, Brief]:
    """The same with what they are called."""
    sql = """
        SELECT article, stories.id, label, stories.articles FROM story_articles JOIN stories ON stories.id = story
        WHERE article IN (SELECT value FROM json_each(?))
    """
    return {article: Brief(*row) for article, *row in db.execute(sql, (many(articles),))}


def _told(db: sqlite3.Connection, rows: Iterable[sqlite3.Row], *, members: bool) -> list[Story]:
    found = list(rows)
    of: dict[str, list[sqlite3.Row]] = {}
    for row in db.execute(_MEMBERS, (many(row["id"] for row in found),)):
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
    for article, path in db.execute(sql, (many(row["id"] for row in rows),)):
        paths.setdefault(article, []).append(found_path(path))
    for row in rows:
        for path in paths.get(row["id"], [""]):
            yield Member(row["id"], path, row["outlet"], row["title"], row["published"], row["first"], row["kind"])
