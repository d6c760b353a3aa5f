"""Where the accounts of one deed differ (考异): on day, place, people, whether it took place, how long it took."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from shilu.records import Discrepancy, Point, Side
from shilu.text.script import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from shilu.chronicle.entries.tellings import Telling
    from shilu.knowledge import Authority

_LASTED = re.compile(r"(\d+|[一二三四五六七八九十两]+)\s*(?:多?个?(半)?)?(?:多个?)?(小时|分钟)")
_DAY = len("2024-09-27")
_WHOLE = frozenset({"planned", "expected", "proposed"})


def discrepancies(tellings: Iterable[Telling], authority: Authority) -> tuple[Discrepancy, ...]:
    """The points on which outlets differ, each side with the outlets and articles that hold it."""
    told = tuple(tellings)
    done = [t for t in told if t.event.status == "happened"]
    points: tuple[tuple[Point, tuple[Side, ...]], ...] = (
        ("date", _dates(done)),
        ("place", _places(done, authority)),
        ("parties", _people(done)),
        ("duration", _durations(done)),
        ("status", _status(told)),
    )
    return tuple(Discrepancy(point, sides) for point, sides in points if _differ(sides))


def _differ(sides: tuple[Side, ...]) -> bool:
    """Two values, and no outlet alone behind all of them: one that corrects itself contradicts nobody."""
    return len(sides) > 1 and len({outlet for side in sides for outlet in side.outlets}) > 1


def _sides(values: Iterable[tuple[str, Telling]]) -> tuple[Side, ...]:
    held: Mapping[str, dict[str, set[str]]] = defaultdict(lambda: {"outlets": set(), "articles": set()})
    for value, telling in values:
        held[value]["outlets"].add(telling.source.outlet)
        held[value]["articles"].add(telling.source.article)
    sides = [Side(value, tuple(sorted(by["outlets"])), tuple(sorted(by["articles"]))) for value, by in held.items()]
    return tuple(sorted(sides, key=lambda side: (-len(side.outlets), side.value)))


def _dates(done: list[Telling]) -> tuple[Side, ...]:
    """Single days only: a span or month that holds the day contradicts nothing."""
    return _sides((t.event.date, t) for t in done if t.event.date and len(t.event.date) == _DAY)


def _places(done: list[Telling], authority: Authority) -> tuple[Side, ...]:
    """Places of which none lies within the other."""
    named = [(t.event.place, t) for t in done if t.event.place]
    names = sorted({place for place, _ in named}, key=len)
    cities = [n for n in names if not _is_country(n, authority)]
    folded = {fold(n) for n in cities}
    kept = [n for n in cities if not any(o != fold(n) and (o in fold(n) or fold(n) in o) for o in folded)]
    return _sides((place, t) for place, t in named if place in kept)


def _is_country(name: str, authority: Authority) -> bool:
    kinds = {authority.places[c.id].kind for c in authority.lookup(name) if c.id in authority.places}
    return bool(kinds & {"country", "continent", "region", "division"})


def _people(done: list[Telling]) -> tuple[Side, ...]:
    """Different people for one country, where each account names exactly one and they share none."""
    by_country: dict[str, list[tuple[str, Telling]]] = defaultdict(list)
    for telling in done:
        countries = dict(telling.countries)
        for country in sorted(set(countries.values())):
            everyone = (*telling.event.actors, *telling.event.recipients)
            people = [p for p in everyone if p.id.startswith("p.") and countries.get(p.id) == country]
            if len(people) == 1:
                by_country[country].append((people[0].name, telling))
    for country in sorted(by_country):
        ids = {t.parties & frozenset(p for p, c in t.countries if c == country) for _, t in by_country[country]}
        if len(ids) > 1 and not frozenset.intersection(*ids):
            return _sides(by_country[country])
    return ()


def _durations(done: list[Telling]) -> tuple[Side, ...]:
    found = []
    for telling in done:
        match = _LASTED.search(fold(telling.event.text))
        if match:
            found.append((f"{match[1]}{'.5' if match[2] else ''}{match[3]}", telling))
    return _sides(found)


def _status(told: tuple[Telling, ...]) -> tuple[Side, ...]:
    """That it took place against that it did not; what was still to come when reported contradicts nothing."""
    return _sides((t.event.status, t) for t in told if t.event.status not in _WHOLE)
