"""One story in full: whom and what it names, what it is about, its days, its key events."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import msgspec

from shilu.archive.entities.bearers import KINDS
from shilu.archive.entities.naming import forms, title
from shilu.archive.values import many
from shilu.chronicle.entries.finding import decoded
from shilu.chronicle.stories.listing import Brief, Member, Story, identified, one_of
from shilu.chronicle.stories.passages import Passage, passages_on
from shilu.chronicle.stories.related import related
from shilu.chronicle.stories.topics import topics
from shilu.knowledge import authority
from shilu.records import EntityKind  # noqa: TC001 (schemas are made from the annotations)

if TYPE_CHECKING:
    import sqlite3

    from shilu.archive.store import Archive
    from shilu.records import Entry

_NAMED = """
    SELECT entities.number, entities.id, entities.kind, entities.articles, mentions.article, sum(mentions.count)
    FROM story_articles JOIN mentions ON mentions.article = story_articles.article
    JOIN entities ON entities.number = mentions.entity
    WHERE story = ? GROUP BY entities.number, mentions.article
"""
_NAMES = 12
"""Of each kind."""


class Named(msgspec.Struct, frozen=True):
    """Who or what several articles of a story name."""

    id: str
    kind: EntityKind
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
    actors: tuple[str, ...]
    """Those who meet, or who act …"""
    recipients: tuple[str, ...]
    """… and those acted on, or visited."""
    articles: int


class Whole(msgspec.Struct, frozen=True):
    """A story in full."""

    story: Story
    people: tuple[Named, ...]
    orgs: tuple[Named, ...]
    places: tuple[Named, ...]
    topics: tuple[str, ...]
    """Words that set its articles apart, in simplified script."""
    days: tuple[Day, ...]
    entries: tuple[Deed, ...]
    """Key events: the entries that most of its articles tell."""
    passages: tuple[Passage, ...] = ()
    """Where digests tell it."""
    related: tuple[Brief, ...] = ()
    """Stories of the same days that name much of what it names."""


def story(archive: Archive, ident: str) -> Whole:
    """One story in full.

    Raises:
        NotFound: where there is none of that id, or more than one.
    """
    db = archive.db
    ident = identified(db, ident)
    told = one_of(db, ident)
    named = _named(db, ident)
    people, orgs, places = (named[kind] for kind in KINDS)
    about = topics(db, ident, {one.name for one in (*people, *orgs, *places)})
    return Whole(
        story=told,
        people=people,
        orgs=orgs,
        places=places,
        topics=about,
        days=_days(told),
        entries=_entries(db, ident),
        passages=passages_on(db, ident),
        related=related(db, ident),
    )


def _named(db: sqlite3.Connection, ident: str) -> dict[EntityKind, tuple[Named, ...]]:
    """By kind, who and what several articles of a story name, first those by whom it is told apart from others.

    The order is that of tf·idf: how often each article names one, its logarithm, and how seldom others do. So the
    canal stands before Europe, and its authority before the agencies that report.
    """
    (total,) = db.execute("SELECT count(*) FROM readings").fetchone()
    told: dict[tuple[int, str, EntityKind], list[float]] = {}
    for number, one, kind, articles, _, times in db.execute(_NAMED, (ident,)):
        told.setdefault((number, one, kind), []).append((1 + math.log(times)) * math.log1p(total / articles))
    several = {who: weights for who, weights in told.items() if len(weights) > 1}
    ranked = sorted(several, key=lambda who: (-sum(several[who]), who[1]))
    of = {kind: [who for who in ranked if who[2] == kind][:_NAMES] for kind in KINDS}
    written = forms(db, many(number for those in of.values() for number, _, _ in those))
    known = authority()
    return {
        kind: tuple(
            Named(one, kind, title(known, one, written.get(number, [])), len(several[number, one, kind]))
            for number, one, kind in those
        )
        for kind, those in of.items()
    }


def _days(told: Story) -> tuple[Day, ...]:
    by_day: dict[str, dict[str, Member]] = {}
    for one in told.articles:
        by_day.setdefault((one.published or "")[:10], {}).setdefault(one.id, one)
    return tuple(
        Day(day, len(those), len({one.outlet for one in those.values()}), next(iter(those.values())).title)
        for day, those in sorted(by_day.items())
    )


def _entries(db: sqlite3.Connection, ident: str) -> tuple[Deed, ...]:
    """What articles of the story tell, the most told first; what one article in passing tells is not the story's."""
    sql = """
        SELECT record, count(*) AS told
        FROM story_articles JOIN entry_articles ON entry_articles.article = story_articles.article
        JOIN entries ON entries.id = entry JOIN stories ON stories.id = story
        WHERE story = ? GROUP BY entries.id
        HAVING told >= max(1 + (stories.articles > 3), stories.articles / 20.0)
        ORDER BY told DESC, date LIMIT 12
    """
    return tuple(_deed(decoded(record), told) for record, told in db.execute(sql, (ident,)).fetchall())


def _deed(entry: Entry, told: int) -> Deed:
    acting, acted_on = (tuple(party.name for party in side) for side in (entry.actors, entry.recipients))
    return Deed(entry.id, entry.type, entry.form, entry.status, entry.date, entry.place, acting, acted_on, told)
