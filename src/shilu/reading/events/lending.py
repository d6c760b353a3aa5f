"""Places and months that the encounters of one article lend each other: those told at once, and those on one visit."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from shilu.reading.events.told import countries_of, family, ids_of, order
from shilu.reading.events.when import WEAK, Dated
from shilu.records import TO_COME

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shilu.reading.events.place import Place
    from shilu.reading.events.told import Told
    from shilu.records import Moment

_DAY = len("2021-03-01")
_MONTH = len("2021-03")
_STAY = 4
"""How many days after the day of arrival a meeting may be on one visit."""
_LEFT = -2
"""… and how many days before the day told of a visit, which may be that of departure."""
_MANY = 4
_TRIP = 7
"""How many days from the report somebody is still on the same journey."""


def placed(events: Iterable[Told], day: Moment | None = None) -> list[Told]:
    """The events, with the state and month of a visit as those of the meetings that it is made for.

    奥斯汀 who visits 印度 and meets 印度国防部长 meets him there, where neither says otherwise. Who is on a journey on
    the ``day`` of the report does in the same month what he will do there, and goes where he will go on to.
    """
    kept = [*_told_at_once(list(events))]
    visits = [event for event in kept if event.form == "visit"]
    there = (
        event._replace(place=_at_host(event, visits)) if event.place is None and event.status != "denied" else event
        for event in kept
    )
    return [_at_the_time(event, visits, _travelling(kept, day)) for event in there]


def _told_at_once(events: list[Told]) -> Iterable[Told]:
    """The events; of several told by one word (分别举行会谈) the place of one is that of all."""
    places: dict[tuple[int, int, int], Place] = {}
    for event in events:
        if event.place is not None and family(event.form) == "meet":
            places.setdefault((event.block, event.start, event.end), event.place)
    for event in events:
        place = places.get((event.block, event.start, event.end)) if event.place is None else None
        yield event if place is None else event._replace(place=place)


def _at_host(event: Told, visits: Iterable[Told]) -> Place | None:
    """The finest place of the visits that a meeting may fall into."""
    if family(event.form) != "meet":
        return None
    places = [visit.place for visit in visits if visit.place is not None and _is_paid_for(visit, event)]
    return max(places, key=lambda place: place.fineness)._replace(by="host") if places else None


def _travelling(events: Iterable[Told], day: Moment | None) -> list[Told]:
    """What those do who are abroad in the days of the report."""
    if day is None or len(day) < _DAY:
        return []
    return [event for event in events if event.place is not None and _is_near(event.dated.value, day)]


def _is_near(value: Moment | None, day: Moment) -> bool:
    first = (value or "").split("/")[0]
    return len(first) >= _DAY and abs((date.fromisoformat(first[:_DAY]) - date.fromisoformat(day[:_DAY])).days) <= _TRIP


def _at_the_time(event: Told, visits: Iterable[Told], travelling: Iterable[Told]) -> Told:
    """An encounter to come of which no day is told is in the month of the visit, or journey, that it is made for."""
    if event.dated.value is not None or event.status not in TO_COME:
        return event
    meets = family(event.form) == "meet"
    months = {_months(visit) for visit in visits if meets and _is_paid_for(visit, event)} - {""}
    if not months and event.status == "planned":
        months = {_months(other) for other in travelling if _is_on_the_way(other, event)} - {""}
    return event._replace(dated=Dated(months.pop(), WEAK, "visit")) if len(months) == 1 else event


def _months(event: Told) -> str:
    """The month of an event, or the first and the last one; nothing where none is told."""
    value = event.dated.value or ""
    return "/".join(dict.fromkeys(moment[:_MONTH] for moment in value.split("/"))) if len(value) >= _MONTH else ""


def _is_on_the_way(other: Told, event: Told) -> bool:
    """Whether those who are to go, or to meet in the same place, are those who travel already."""
    if not ids_of(other.actors) & ids_of(event.actors):
        return False
    if event.form == "visit":
        return other.form == "visit"
    return event.place is not None and other.place is not None and event.place.name == other.place.name


def _is_paid_for(visit: Told, event: Told) -> bool:
    """Whether a meeting may be on a visit to those whom the guests meet."""
    hosts = countries_of(visit.recipients)
    guests = ids_of(visit.actors) & ids_of(event.ones)
    few = len(countries_of(event.ones)) < _MANY  # who visits Japan does not hold the summit of four there
    return bool(guests and hosts and few and hosts <= countries_of(event.ones) and _same_time(visit, event))


def _same_time(visit: Told, event: Told) -> bool:
    """Whether a meeting may fall into a visit: both still to come, or both past, and not at other times."""
    if (visit.status in TO_COME) != (event.status in TO_COME) and visit.status != "happened":
        return False
    if visit.dated.value is None or event.dated.value is None:
        return True
    a, b = visit.dated.value.split("/"), event.dated.value.split("/")
    if order(a[0], b[-1]) <= 0 <= order(a[-1], b[0]):
        return True
    days = [value[0] for value in (a, b) if len(value[0]) == _DAY]
    return len(days) > 1 and _LEFT <= (date.fromisoformat(days[1]) - date.fromisoformat(days[0])).days <= _STAY
