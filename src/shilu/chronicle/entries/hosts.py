"""Who received those who pay a visit: officials of the state visited whom they met, as the same article tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from shilu.chronicle.entries.days import days
from shilu.chronicle.entries.who import who_then
from shilu.records import OFF

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from shilu.knowledge import Authority
    from shilu.records import Event, Party

_JOURNEY = 3
"""Days that a meeting told with a visit may lie off the day told of it: arrival, stay and departure."""
_FACE_TO_FACE = frozenset({"meeting", "talks"})
_SURE = frozenset({"happened", "planned"})


class Host(msgspec.Struct, frozen=True):
    """One who receives visitors."""

    id: str
    name: str
    sure: bool
    """Whether the meeting is told as done, on a day."""


def hosts_of(visit: Event, events: Sequence[Event], day: str, authority: Authority) -> tuple[Host, ...]:
    """The hosts of a visit in an article of a ``day`` that tells these events."""
    if visit.status in OFF or days(visit.date) is None:
        return ()
    visitors = {party.id for party in visit.actors}
    states = {who_then(party.id, day, authority).country for party in visit.recipients} - {None}
    found: dict[str, Host] = {}
    for event in events:
        for party in _parties(event) if _is_on(visit, event, visitors) else ():
            if party.id not in visitors and _receives(party, states, day, authority):
                known = found.get(party.id)
                sure = _is_sure(event) or (known is not None and known.sure)
                found[party.id] = Host(party.id, known.name if known else party.name, sure)
    return tuple(found.values())


def _is_sure(event: Event) -> bool:
    on = days(event.date)
    return event.status == "happened" and on is not None and on.is_precise


def _is_on(visit: Event, event: Event, visitors: set[str]) -> bool:
    """Whether a visitor may have met others on the visit: done or planned, and on its days."""
    if event.form not in _FACE_TO_FACE or event.status not in _SURE:
        return False
    if visitors.isdisjoint(party.id for party in _parties(event)):
        return False
    there, met = days(visit.date), days(event.date)
    return there is None or met is None or there.touches(met, _JOURNEY)


def _receives(party: Party, states: set[str | None], day: str, authority: Authority) -> bool:
    one = who_then(party.id, day, authority)
    return one.standing == "official" and one.country in states


def _parties(event: Event) -> Iterator[Party]:
    yield from event.actors
    yield from event.recipients
