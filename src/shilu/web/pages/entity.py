"""A person, organisation or place: names, offices and roles, encounters, companions, mentions over time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import replace

from shilu.archive.entities.counts import articles_by_day, reading_ids
from shilu.archive.entities.naming import authority_name
from shilu.archive.entities.profile import Profile, profile
from shilu.archive.quotations.conditions import Wanted as Quoted
from shilu.archive.quotations.finding import Found, Statement
from shilu.archive.quotations.finding import find as find_said
from shilu.chronicle.entries.finding import Wanted, by_start, find
from shilu.chronicle.entries.names import place_names, places_within
from shilu.errors import NotFound
from shilu.knowledge import authority
from shilu.records import Entry
from shilu.web.addresses import address, named_address
from shilu.web.charts import Bar
from shilu.web.page import FeedItem, Page
from shilu.web.periods import bars

if TYPE_CHECKING:
    from shilu.records import EntityKind
    from shilu.web.page import Asked, View

_SHOWN = 12
_ENTRIES = 10
_STATEMENTS = 5
_TYPES: dict[EntityKind, str] = {"person": "Person", "org": "Organization", "place": "Place"}


class Shown(msgspec.Struct, frozen=True):
    """All that is known of one entity."""

    profile: Profile
    mentions: tuple[Bar, ...]
    encounters: tuple[Bar, ...]
    entries: tuple[Entry, ...]
    """The newest entries of the chronicle that it takes part in; for a place, those that are told of it."""
    total: int
    """How many of these there are."""
    statements: tuple[Statement, ...]
    """The newest that it made."""
    said: int
    """How many there are."""
    country: str | None
    """By name."""
    address: str
    """The address that stays, whatever name was asked for."""


def entity(kind: EntityKind) -> View:
    """The page of one entity, by id or by any of its names."""

    def view(asked: Asked) -> Page:
        found = _profile(asked, kind)
        wanted, more = _wanted(asked, found)
        dates = by_start(asked.archive, wanted)
        made = _made(asked, found)
        home = named_address(found.kind, found.id)
        shown = Shown(
            profile=found,
            mentions=bars(articles_by_day(asked.archive, found.id), lambda day: _articles(found, day)),
            encounters=bars(
                {day: count for day, count in dates.items() if day},
                lambda day: address("chronicle", **more, dated=day),
            ),
            # What lies far ahead is for the chronicle: here stand those of the time that articles are of.
            entries=tuple(find(asked.archive, replace(wanted, until=_day(found.last)), _ENTRIES, newest=True)),
            total=sum(dates.values()),
            statements=made.statements,
            said=made.total,
            country=_country(found),
            address=home,
        )
        feed = [
            FeedItem(f"/article/{line.id}", line.title, line.day or "", author=line.outlet) for line in found.latest
        ]
        return Page("entity.html", found.name, shown, feed=feed, linked=linked(found))

    return view


def _profile(asked: Asked, kind: EntityKind) -> Profile:
    known = authority()

    def of(name: str) -> Profile:
        return asked.kept(f"profile {name}", lambda: profile(asked.archive, known, name, limit=_SHOWN))

    try:
        found = of(asked.ident)
    except NotFound:
        # Articles may have an id made from a name under which the archive has somebody else, or none.
        made = f"x.{kind}."
        if not asked.ident.startswith(made):
            raise
        found = of(asked.ident.removeprefix(made))
    if found.kind != kind:
        raise NotFound(f"no article names {asked.ident}", close=(found.name,))
    return found


def _wanted(asked: Asked, found: Profile) -> tuple[Wanted, dict[str, str]]:
    """What to ask the chronicle, and the same as parameters of its page."""
    if found.kind == "place":
        name, known = found.name, authority()
        also, within = place_names(name, known), places_within(name, known)
        return Wanted(place=name, place_also=also, place_within=within), {"place": name}
    return Wanted(parties=(reading_ids(asked.archive, found.id),)), {"party": found.id}


def _made(asked: Asked, found: Profile) -> Found:
    """The newest statements of it; most of those whom articles name say nothing."""
    if found.kind == "place":
        return Found(0, ())
    try:
        return find_said(asked.archive, authority(), Quoted(by=found.id), limit=_STATEMENTS)
    except NotFound:
        return Found(0, ())


def _day(moment: str | None) -> str | None:
    return moment and moment[: len("2021-03-19")]


def _country(found: Profile) -> str | None:
    ident = found.country and authority().country(found.country)
    return authority_name(authority(), ident) if ident else found.country


def _articles(found: Profile, day: str) -> str:
    return address("search", q=f'entity:"{found.id}"', since=day, until=day)


def linked(found: Profile) -> dict[str, Any]:
    """The entity in the words of schema.org."""
    names = [form.name for form in found.names if form.name != found.name]
    fields = {
        "@context": "https://schema.org",
        "@type": _TYPES[found.kind],
        "name": found.name,
        "alternateName": [*names, *found.latin],
        "identifier": found.id,
        "sameAs": found.wikidata and f"https://www.wikidata.org/wiki/{found.wikidata}",
        "jobTitle": found.roles[0].role if found.kind == "person" and found.roles else None,
    }
    return {key: value for key, value in fields.items() if value}
