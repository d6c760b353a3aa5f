"""Who received those who pay a visit: officials of the state visited whom they met, as the same article tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

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


def hosts_of(visit: Event, events: Sequence[Event], day: str, authority: Authority) -> tuple[Party, ...]:
    """The hosts of a visit in an article of a ``day`` that tells these events, by the first that tells of each."""
    if visit.status in OFF:
        return ()
    visitors = {party.id for party in visit.actors}
    states = {who_then(party.id, day, authority).country for party in visit.recipients} - {None}
    met = (party for event in events if _is_on(visit, event, visitors) for party in _parties(event))
    hosts = {party.id: party for party in met if party.id not in visitors}
    return tuple(party for party in hosts.values() if _receives(party, states, day, authority))


def _is_on(visit: Event, event: Event, visitors: set[str]) -> bool:
    """Whether a visitor may have met others on the visit: done as it is, or to come, and on its days."""
    if event.form not in _FACE_TO_FACE or event.status in OFF:
        return False
    if (event.status == "happened") != (visit.status == "happened"):
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
