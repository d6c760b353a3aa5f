"""Journeys through a part of the world, and the visits on them: who goes to Japan and Korea has gone to Asia, too."""

from __future__ import annotations

import functools
from datetime import date
from typing import TYPE_CHECKING, TypeGuard

from shilu.reading.events.lexicon import data
from shilu.reading.events.told import ids_of
from shilu.reading.events.when import CARRIED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shilu.reading.events.told import Told
    from shilu.records import Moment

_DAY = len("2021-03-01")
_MONTH = len("2021-03")
_MANY = 3
_JOURNEY = 31
"""Days that the beginnings of a journey and of a visit on it may lie apart."""


def without_journeys(events: Iterable[Told]) -> list[Told]:
    """The events without the journeys of whose visits the same article tells: 出访亚洲, beside 访问日本."""
    kept = list(events)
    visits = [event for event in kept if event.form == "visit"]
    return [event for event in kept if not any(_is_stop(visit, event) for visit in visits)]


def with_stops(told: Iterable[Told]) -> list[Told]:
    """What one sentence tells, where the date of a journey to several states is less than that of each visit.

    Its days are less sure than those of each stop; and nobody is in three states on one day, which is but the month.
    """
    here = list(told)
    return [_on_journey(event, here) if event.form == "visit" else event for event in here]


def _on_journey(visit: Told, here: Iterable[Told]) -> Told:
    value, stops = visit.dated.value, _stops(visit, here)
    if stops >= _MANY and _is_day(value):
        return visit._replace(dated=visit.dated._replace(value=value[:_MONTH]))
    if stops > 1 and value is not None and "/" in value:
        return visit._replace(dated=visit.dated._replace(rank=min(visit.dated.rank, CARRIED)))
    return visit


def _is_day(moment: Moment | None) -> TypeGuard[Moment]:
    return moment is not None and len(moment) == _DAY


def _stops(event: Told, here: Iterable[Told]) -> int:
    """How many visits the same words tell."""
    words = (event.block, event.start, event.end, event.actors)
    return sum(other.form == "visit" and (other.block, other.start, other.end, other.actors) == words for other in here)


@functools.cache
def _regions() -> dict[str, frozenset[str]]:
    """The states, and bodies with a seat, in parts of the world, by the id of the part."""
    return {region: frozenset(inside) for region, inside in data("regions").items()}


def _is_stop(visit: Told, journey: Told) -> bool:
    """Whether a visit is one on a journey: to a state there, by somebody who makes it, and not at another time."""
    inside = frozenset[str]().union(*(_regions().get(one.id, ()) for one in journey.recipients))
    if journey.form != "visit" or not inside or not ids_of(visit.actors) & ids_of(journey.actors):
        return False
    there = any(one.country in inside or one.id in inside for one in visit.recipients)
    return there and _is_at_once(visit, journey)


def _is_at_once(visit: Told, journey: Told) -> bool:
    days = [event.dated.value.split("/")[0] for event in (visit, journey) if event.dated.value is not None]
    if len(days) < 2:
        return True
    if any(len(day) < _DAY for day in days):
        return days[0][: len(days[1])] == days[1][: len(days[0])]
    return abs((date.fromisoformat(days[0][:_DAY]) - date.fromisoformat(days[1][:_DAY])).days) <= _JOURNEY
