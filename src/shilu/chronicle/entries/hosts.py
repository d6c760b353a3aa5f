"""Who received those who pay a visit: officials of the state visited whom they met, as the same article tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from shilu.chronicle.entries.days import days
from shilu.chronicle.entries.whereabouts import lying_in
from shilu.chronicle.entries.who import who_then
from shilu.records import OFF

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shilu.chronicle.entries.days import Days
    from shilu.knowledge import Authority
    from shilu.records import Event, Party

_JOURNEY = 3
"""Days that a meeting told with a visit may lie off the day told of it: arrival, stay and departure."""
_FACE_TO_FACE = frozenset({"meeting", "talks"})
_SURE = frozenset({"happened", "planned"})
_ONCE = frozenset({"曾", "此前", "早前", "当年", "当时"})
"""Words that put a meeting into another time."""


class Host(msgspec.Struct, frozen=True):
    """One who receives visitors."""

    id: str
    name: str
    sure: bool
    """Whether the meeting is told as done, on a day."""


def hosts_of(visit: Event, events: Sequence[Event], day: str, authority: Authority) -> tuple[Host, ...]:
    """The hosts of a visit in an article of a ``day`` that tells these events."""
    there = days(visit.date)
    if visit.status in OFF or there is None:
        return ()
    visitors = {party.id for party in visit.actors}
    home = {who_then(ident, day, authority).country for ident in visitors}
    states = {who_then(party.id, day, authority).country for party in visit.recipients} - home - {None}
    found: dict[str, Host] = {}
    for event in events:
        for party in event.parties if _is_on(there, event, visitors, states, authority) else ():
            if party.id not in visitors and _receives(party, states, day, authority):
                known = found.get(party.id)
                sure = _is_sure(event) or (known is not None and known.sure)
                found[party.id] = Host(party.id, known.name if known else party.name, sure)
    return tuple(found.values())


def _is_sure(event: Event) -> bool:
    on = days(event.date)
    return event.status == "happened" and on is not None and on.is_precise


def _is_on(there: Days, event: Event, visitors: set[str], states: set[str | None], authority: Authority) -> bool:
    """Whether a visitor may have met others on the visit: face to face, in the state visited, and on its days."""
    if event.form not in _FACE_TO_FACE or event.status not in _SURE or event.status_by in _ONCE:
        return False
    if visitors.isdisjoint(party.id for party in event.parties) or not _is_there(event.place, states, authority):
        return False
    met = days(event.date)
    return met is None or there.touches(met, _JOURNEY)


def _is_there(place: str | None, states: set[str | None], authority: Authority) -> bool:
    """Whether a place, where one is told and known, lies in one of the states."""
    chain = lying_in(place, authority) if place else ()
    return not chain or authority.places[chain[-1]].country in states


def _receives(party: Party, states: set[str | None], day: str, authority: Authority) -> bool:
    one = who_then(party.id, day, authority)
    return one.standing == "official" and one.country in states
