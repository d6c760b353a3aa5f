"""One event as one article tells it, with what comparing needs: the day's span, the parties' countries, the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from shilu.chronicle.entries.days import Days, days
from shilu.records import Event  # noqa: TC001 (msgspec reads the types of its structs)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from shilu.knowledge import Authority

_FAMILIES = {"call": "call", "letter": "letter", "visit": "visit"}
_MANY = 12
"""An event with more parties is a roll of names, not an encounter."""


class Source(msgspec.Struct, frozen=True):
    """The article that tells."""

    article: str
    outlet: str
    published: str
    """Its day, ``YYYY-MM-DD``."""
    title: str = ""
    agencies: tuple[str, ...] = ()

    @property
    def origin(self) -> str:
        """Who reports: a wire service behind several outlets is one source."""
        return self.agencies[0] if self.agencies else self.outlet


class Telling(msgspec.Struct, frozen=True):
    """One event of one article."""

    event: Event
    source: Source
    parties: frozenset[str]
    """Ids of all who take part."""
    countries: tuple[tuple[str, str], ...]
    """The country of each party that has one."""
    days: Days | None
    """First and last day, where the date is no coarser than a month."""

    @property
    def family(self) -> str:
        """Forms that different outlets use for one encounter: a meeting is told as talks or as a summit."""
        return _FAMILIES.get(self.event.form or "", "meet") if self.event.type == "CONSULT" else self.event.type

    @property
    def key(self) -> tuple[str, ...]:
        """An order that depends on nothing but the telling itself."""
        event = self.event
        return (
            event.date or "~",
            self.source.published,
            self.source.article,
            f"{event.block:06d}",
            f"{event.start:06d}",
            event.type,
        )


def tellings(source: Source, events: Sequence[Event], authority: Authority) -> Iterator[Telling]:
    """The tellings of one article that can enter the chronicle: encounters of two or more, acts with a recipient."""
    for event in events:
        parties = frozenset(party.id for party in (*event.actors, *event.recipients))
        if not 2 <= len(parties) <= _MANY and not (
            event.type == "CONSULT" and event.form in ("multilateral", "summit") and parties
        ):
            continue
        countries = ((party, country_of(party, authority)) for party in sorted(parties))
        yield Telling(event, source, parties, tuple((p, c) for p, c in countries if c), days(event.date))


def country_of(party: str, authority: Authority) -> str | None:
    """The country a party acts for, where the authority knows it."""
    for table in (authority.people, authority.orgs, authority.places):
        entry = table.get(party)
        if entry is not None:
            return entry.country
    return None
