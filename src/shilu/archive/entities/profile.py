"""All that is known of one person, organisation or place: names, offices, stated roles, companions, articles.

What the authority knows and what articles state stand apart; each stated role has its count, its days and a sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from shilu.archive.entities.bearers import Bearer, bearers, candidates
from shilu.archive.entities.naming import Form, forms, title
from shilu.archive.values import many
from shilu.errors import NotFound
from shilu.knowledge.schema import Named, Person
from shilu.records import EntityKind  # noqa: TC001 (schemas are made from the annotations)
from shilu.text.script import simplify

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from shilu.archive.store import Archive
    from shilu.knowledge import Authority
    from shilu.records import Article

_COMPANIONS = """
    SELECT other.entity, entities.id, count(DISTINCT other.article) AS together
    -- The plus keeps SQLite from going through all people for each entity, which takes thirty times as long.
    FROM mentions JOIN mentions AS other ON other.article = mentions.article AND +other.kind = 'person'
    JOIN entities ON number = other.entity
    WHERE mentions.entity = ?1 AND other.entity <> ?1
    GROUP BY other.entity ORDER BY together DESC, entities.articles DESC, entities.id LIMIT ?2
"""
_ROLES = """
    SELECT role, "of", article, outlet, day, block, "start", "end" FROM mentions
    WHERE entity = ? AND role IS NOT NULL ORDER BY day IS NULL, day, article
"""
_LATEST = """
    SELECT DISTINCT articles.id, day, articles.outlet, title FROM mentions JOIN articles ON articles.id = article
    WHERE entity = ? ORDER BY day DESC, articles.id LIMIT ?
"""
_OUTLETS = (
    "SELECT outlet, count(DISTINCT article) AS n FROM mentions WHERE entity = ? GROUP BY outlet ORDER BY n DESC, outlet"
)


class OfficeHeld(msgspec.Struct, frozen=True):
    """An office that the authority knows of."""

    title: str
    of: str
    """The country or body, by name."""
    since: str = msgspec.field(name="from")
    until: str | None = msgspec.field(name="to", default=None)


class Example(msgspec.Struct, frozen=True):
    """The sentence of an article that states something."""

    article: str
    outlet: str
    day: str | None
    text: str
    block: int
    start: int
    end: int


class StatedRole(msgspec.Struct, frozen=True):
    """A role as articles state it."""

    role: str
    of: str | None
    articles: int
    outlets: int
    first: str | None
    last: str | None
    example: Example


class Companion(msgspec.Struct, frozen=True):
    """A person who is named in the same articles."""

    id: str
    name: str
    articles: int


class ArticleLine(msgspec.Struct, frozen=True):
    """An article, in one line."""

    id: str
    day: str | None
    outlet: str
    title: str


class Profile(msgspec.Struct, frozen=True):
    """All that is known of one entity."""

    id: str
    kind: EntityKind
    name: str
    names: tuple[Form, ...] = ()
    """Chinese forms as articles write them, with the number of articles."""
    latin: tuple[str, ...] = ()
    """The authority's Latin forms, then those that articles give."""
    country: str | None = None
    wikidata: str | None = None
    offices: tuple[OfficeHeld, ...] = ()
    roles: tuple[StatedRole, ...] = ()
    companions: tuple[Companion, ...] = ()
    articles: int = 0
    mentions: int = 0
    first: str | None = None
    last: str | None = None
    outlets: tuple[Form, ...] = ()
    latest: tuple[ArticleLine, ...] = ()
    uncertain: bool = False
    """It may be one with a namesake, or be several."""
    namesakes: tuple[Companion, ...] = ()
    """Others whom the name may mean."""


def profile(archive: Archive, authority: Authority, name: str, *, limit: int = 8) -> Profile:
    """Whom a name means most often; ``limit`` is for roles, companions and articles each, 0 for all.

    Raises:
        NotFound: where neither an article nor the authority knows the name; with similar ones.
    """
    try:
        first, *others = bearers(archive.db, authority, name)
    except NotFound:
        known = candidates(authority, name)
        if not known:
            raise
        return _unseen(authority, *known[0])
    return _seen(archive, authority, first, others, limit or -1)


def _unseen(authority: Authority, ident: str, kind: EntityKind) -> Profile:
    """One whom the authority knows and no article names."""
    return _known(authority, Profile(id=ident, kind=kind, name=title(authority, ident, [])))


def _seen(archive: Archive, authority: Authority, bearer: Bearer, others: Sequence[Bearer], limit: int) -> Profile:
    """One whom articles name."""
    db, number = archive.db, bearer.number
    sql = """
        SELECT uncertain, mentions, (SELECT min(day) FROM mentions WHERE entity = number) AS first,
            (SELECT max(day) FROM mentions WHERE entity = number) AS last
        FROM entities WHERE number = ?
    """
    about = db.execute(sql, (number,)).fetchone()
    together = db.execute(_COMPANIONS, (number, limit)).fetchall()
    named = forms(db, many([number, *(row[0] for row in together), *(other.number for other in others)]))
    own = named.get(number, [])
    found = Profile(
        id=bearer.id,
        kind=bearer.kind,
        name=title(authority, bearer.id, own),
        names=tuple(form for form in own if not form.is_latin),
        latin=tuple(form.name for form in own if form.is_latin),
        roles=_roles(archive, number, limit),
        companions=tuple(
            Companion(ident, title(authority, ident, named.get(one, [])), count) for one, ident, count in together
        ),
        articles=bearer.articles,
        mentions=about["mentions"],
        first=about["first"],
        last=about["last"],
        outlets=tuple(Form(*row) for row in db.execute(_OUTLETS, (number,))),
        latest=tuple(ArticleLine(*row) for row in db.execute(_LATEST, (number, limit))),
        uncertain=bool(about["uncertain"]),
        namesakes=tuple(
            Companion(one.id, title(authority, one.id, named.get(one.number, [])), one.articles) for one in others
        ),
    )
    return _known(authority, found)


def _known(authority: Authority, found: Profile) -> Profile:
    """The profile with what the authority says."""
    try:
        entry = authority.entry(found.id)
    except NotFound:
        return found
    if not isinstance(entry, Named):
        return found
    tenures = sorted(entry.offices, key=lambda tenure: tenure.since) if isinstance(entry, Person) else ()
    held = [(authority.offices[tenure.office], tenure) for tenure in tenures]
    return msgspec.structs.replace(
        found,
        latin=tuple(dict.fromkeys((*entry.latin, *found.latin))),
        country=entry.country,
        wikidata=entry.wikidata,
        offices=tuple(
            OfficeHeld(office.titles[0], _of(authority, office.of), tenure.since, tenure.until)
            for office, tenure in held
        ),
    )


def _of(authority: Authority, ref: str) -> str:
    """The name of the country or body that an office belongs to."""
    ident = authority.country(ref) or ref
    return authority.names_of(ident)[0] if "." in ident else ref


def _roles(archive: Archive, number: int, limit: int) -> tuple[StatedRole, ...]:
    """The roles that articles state, those in most articles first; what differs by script only is one."""
    groups: dict[str, list[sqlite3.Row]] = {}
    for row in archive.db.execute(_ROLES, (number,)):
        groups.setdefault(simplify(row["role"]), []).append(row)
    kept = sorted(groups.values(), key=lambda rows: (-len(rows), -len(rows[0]["role"])))
    kept = kept[: limit if limit > 0 else None]
    articles = {one.id: one for one in archive.articles([rows[0]["article"] for rows in kept])}
    return tuple(_stated(rows, articles[rows[0]["article"]]) for rows in kept)


def _stated(rows: list[sqlite3.Row], article: Article) -> StatedRole:
    first = rows[0]
    days = [row["day"] for row in rows if row["day"]]
    text = article.title if first["block"] < 0 else article.blocks[first["block"]].text
    start, end = first["start"], first["end"]
    return StatedRole(
        role=first["role"],
        of=next((row["of"] for row in rows if row["of"]), None),
        articles=len({row["article"] for row in rows}),
        outlets=len({row["outlet"] for row in rows}),
        first=min(days, default=None),
        last=max(days, default=None),
        example=Example(first["article"], first["outlet"], first["day"], text[start:end], first["block"], start, end),
    )
