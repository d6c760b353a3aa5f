"""Where the accounts of one deed differ (考异): on day, place, people, figures, duration, whether it took place.

Only what cannot both be true is a difference. A city and its country, 東京 and 东京, two days of one journey, a plan
before the deed and the deed are none. Of what is still to come the days planned are set side by side.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from shilu.chronicle.entries.days import ZONE, days
from shilu.chronicle.entries.figures import Figure, figures, minutes
from shilu.chronicle.entries.whereabouts import exclude, is_wide, lying_in, usual
from shilu.records import OFF, TO_COME, Discrepancy, Point, Side
from shilu.text.script import fold
from shilu.wording import FROM_AFAR

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from shilu.chronicle.entries.tellings import Telling
    from shilu.knowledge import Authority

_DAY = len("2024-09-27")
_NOWHERE = FROM_AFAR | {"visit"}
"""Forms that have many places, or none."""
_AMERICA = frozenset({"US", "CA", "MX", "BR", "AR", "CL", "CO", "CU", "PE", "VE", "PA"})
_UNITED_NATIONS = "o.un"
"""States, and bodies in New York, whose evening is the next morning in Asia."""
LONE = 8
"""A day or place that one outlet, or one article, gives against so many is a slip, of its own or of the reading."""
_SEVERAL = 3
"""Outlets beside whose day …"""
_NEAR = 2
"""… another that one article gives within so many days may be meant so."""
_ORIGINALLY = re.compile(r"原[定计本先]|原来[^，。]{0,4}(?:计划|定)|(?:先前|此前|早先)(?:计划|预定|定于)")
_MARGIN = 1.25
"""Durations that differ by less are one, rounded differently."""


def discrepancies(tellings: Iterable[Telling], authority: Authority) -> tuple[Discrepancy, ...]:
    """The points on which outlets differ, each side with the outlets and articles that hold it."""
    told = tuple(tellings)
    done = [t for t in told if t.status == "happened"]
    to_come = [t for t in told if t.status in TO_COME]
    points: tuple[tuple[Point, tuple[Side, ...]], ...] = (
        ("date", _dates(done or _not_put_off(to_come), authority)),
        ("place", _places(done, authority)),
        ("parties", _people(done, authority)),
        ("figures", _figures(done)),
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
    return tuple(sorted(sides, key=lambda side: (-len(side.outlets), -len(side.articles), side.value)))


def _contradicting(named: list[tuple[str, Telling]], contradict: Callable[[str, str], bool]) -> tuple[Side, ...]:
    """The sides of those values that contradict another."""
    values = sorted({value for value, _ in named})
    kept = {value for pair in combinations(values, 2) if contradict(*pair) for value in pair}
    return _sides((value, telling) for value, telling in named if value in kept)


def _dates(done: list[Telling], authority: Authority) -> tuple[Side, ...]:
    """Single days only: a span or month that holds the day contradicts nothing, nor do two days of a visit.

    Nor two days of what somebody says lasted over both, nor a day that the sentence does not give: of two accounts
    without one the first was of the week before. Nor are one day and the next where somebody of America takes part
    and no place is told elsewhere: of 27 differences of the corpus seven were an evening in Washington that is told as
    the morning in Asia.
    """
    if done and done[0].event.form == "visit":
        return ()
    spans = [t.days for t in done if t.days is not None and t.days.is_precise and t.days.length > 1]
    zone = ZONE if _may_be_in_america(done, authority) else 0

    def contradict(left: str, right: str) -> bool:
        a, b = days(left), days(right)
        if not (a and b) or a.touches(b, zone):
            return False
        return not any(span.holds(a) and span.holds(b) for span in spans)

    single = [
        (t.event.date, t) for t in done if t.days and t.event.date and len(t.event.date) == _DAY and t.tells_its_day
    ]
    return _contradicting(_not_far_off(_without_slips(single)), contradict)


def _may_be_in_america(done: list[Telling], authority: Authority) -> bool:
    """Whether somebody of America takes part, and nobody tells a place elsewhere; most tell of no place in a call."""
    those = (one for telling in done for one in (*telling.actors, *telling.recipients))
    there = any(one.country in _AMERICA or one.id.startswith(_UNITED_NATIONS) for one in those)
    if sum(telling.event.form in FROM_AFAR for telling in done) * 2 >= len(done):
        return there
    chains = (lying_in(telling.event.place, authority) for telling in done if telling.event.place)
    return there and all(authority.places[chain[0]].country in _AMERICA for chain in chains if chain)


def _not_far_off(named: list[tuple[str, Telling]]) -> list[tuple[str, Telling]]:
    """Those days that more than one article gives, or that lie near the one that three outlets tell.

    What lies days off is another day of the same sentence sooner than another opinion of the day.
    """
    sides = _sides(named)
    most = days(sides[0].value) if sides and len(sides[0].outlets) >= _SEVERAL else None
    far = {
        side.value
        for side in sides
        if most is not None and len(side.articles) == 1 and most.distance(dt.date.fromisoformat(side.value)) > _NEAR
    }
    return [(value, telling) for value, telling in named if value not in far]


def _not_put_off(to_come: list[Telling]) -> list[Telling]:
    """What is still to come on the day given: no day last told before two outlets told another; nor 原定9日."""
    given = [(t.event.date, t) for t in to_come if t.days is not None and t.event.date]
    first: dict[str, str] = {}
    last: dict[str, str] = {}
    for date, t in sorted(given, key=lambda pair: pair[1].source.order):
        first.setdefault(date, t.source.order)
        last.setdefault(date, "")
        if not _ORIGINALLY.search(fold(t.event.text)):
            last[date] = t.source.order
    sure = [side.value for side in _sides(given) if len(side.outlets) > 1]
    moved = {date for date in last if any(other != date and first[other] > last[date] for other in sure)}
    return [t for t in to_come if t.event.date not in moved and not _is_announced(t)]


def _is_announced(plan: Telling) -> bool:
    """Whether the day of an act to come is that on which it was agreed on, or prepared, not one ahead."""
    return plan.event.type != "CONSULT" and plan.days is not None and str(plan.days.last) <= plan.source.published


def _without_slips(named: list[tuple[str, Telling]]) -> list[tuple[str, Telling]]:
    """Those values that enough tell beside the one that most do."""
    sides = _sides(named)
    kept = {
        side.value
        for side in sides
        if len(side.outlets) * LONE > len(sides[0].outlets) and len(side.articles) * LONE > len(sides[0].articles)
    }
    return [(value, telling) for value, telling in named if value in kept]


def _places(done: list[Telling], authority: Authority) -> tuple[Side, ...]:
    """Places of which neither lies in the other; a visit has many, and an act is felt in many."""
    if done and (done[0].event.form in _NOWHERE or done[0].event.type != "CONSULT"):
        return ()
    named = [(usual(t.event.place, authority), t) for t in done if t.event.place]
    narrow = [(place, t) for place, t in named if not is_wide(place, authority)]
    return _contradicting(_without_slips(narrow), lambda a, b: exclude(a, b, authority))


def _people(done: list[Telling], authority: Authority) -> tuple[Side, ...]:
    """Different people for one country, where each account of those who meet names one and none names both."""
    if done and (done[0].event.form == "visit" or done[0].event.type != "CONSULT"):
        return ()
    together = [frozenset(one.id for one in (*t.actors, *t.recipients)) for t in done]
    every: dict[str, list[tuple[str, Telling]]] = defaultdict(list)
    alone: dict[str, list[tuple[str, Telling]]] = defaultdict(list)
    for telling in done:
        people = [one for one in (*telling.actors, *telling.recipients) if one.id in authority.people]
        for country in sorted({one.country for one in people if one.country}):
            own = [one.id for one in people if one.country == country]
            every[country] += [(one, telling) for one in own]
            if len(own) == 1:
                alone[country].append((own[0], telling))
    for country in sorted(alone):
        kept = {value for value, _ in _without_slips(every[country])}
        named = [(value, telling) for value, telling in alone[country] if value in kept]
        sides = _contradicting(named, lambda a, b: not any(a in ids and b in ids for ids in together))
        if sides:
            return tuple(Side(authority.people[s.value].name, s.outlets, s.articles) for s in sides)
    return ()


def _figures(done: list[Telling]) -> tuple[Side, ...]:
    """Numbers of one thing counted in one place: 制裁24名官员 and 制裁26名官员, not the dead of a town and of all."""
    counted: dict[tuple[str, str], list[tuple[str, Telling]]] = defaultdict(list)
    told: dict[str, Figure] = {}
    for telling in done:
        for unit, figure in figures(telling.event.text).items():
            counted[unit, "".join(telling.town[:1])].append((figure.told, telling))
            told[figure.told] = figure
    for of in sorted(counted):
        sides = _contradicting(counted[of], lambda a, b: told[a].excludes(told[b]))
        if _differ(sides):
            return sides
    return ()


def _durations(done: list[Telling]) -> tuple[Side, ...]:
    found = [(str(lasted), t) for t in done if (lasted := minutes(t.event.text)) is not None]
    sides = _contradicting(found, lambda a, b: max(int(a), int(b)) > _MARGIN * min(int(a), int(b)))
    return tuple(Side(f"{side.value}分钟", side.outlets, side.articles) for side in sides)


def _status(told: tuple[Telling, ...]) -> tuple[Side, ...]:
    """That it took place against that it did not, as reported since; what was still to come contradicts nothing.

    Outlets that tell both are not set against themselves.
    """
    dated = [(t, t.days) for t in told if t.days is not None and t.days.is_precise]
    done = [span.first for t, span in dated if t.status == "happened"]
    if not done:
        return ()
    since = min(done) - dt.timedelta(1)
    sides = _sides(
        (t.status, t)
        for t, _ in dated
        if t.status == "happened" or (t.status in OFF and dt.date.fromisoformat(t.source.published) >= since)
    )
    tell = {outlet for side in sides if side.value == "happened" for outlet in side.outlets}
    return tuple(side for side in sides if side.value == "happened" or not tell.issuperset(side.outlets))
