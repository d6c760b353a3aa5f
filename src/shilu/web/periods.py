"""Counts over time as bars: by day, month or year, whichever makes a chart that can be read."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from shilu.web.charts import Bar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_BARS = 100
"""A chart has so many bars at most: narrower ones cannot be hit."""
_MOST_OF_IT = 0.6
"""Days are shown where so large a part lies within a hundred of them: the few of years past would press all others."""
_FEW = 0.01
"""So large a part may be left out at each end, to show the rest wider."""
_DAY, _MONTH, _YEAR = _WIDTHS = (len("2021-03-19"), len("2021-03"), len("2021"))


def bars(days: Mapping[str, int], href: Callable[[str], str]) -> tuple[Bar, ...]:
    """One bar for each period; empty ones stand, too. What is known less finely than the bars is not among them."""
    return aligned({"": days}, lambda _, period: href(period)).get("", ())


def aligned(groups: Mapping[str, Mapping[str, int]], href: Callable[[str, str], str]) -> dict[str, tuple[Bar, ...]]:
    """Bars of several groups over the same periods, which all of them together decide."""
    total: dict[str, int] = {}
    for days in groups.values():
        for day, count in days.items():
            total[day] = total.get(day, 0) + count
    periods = _periods(total)
    width = len(periods[0]) if periods else 0
    return {
        name: tuple(Bar(period, counts.get(period, 0), href(name, period)) for period in periods)
        for name, days in groups.items()
        for counts in (_counted(days, width),)
    }


def _periods(days: Mapping[str, int]) -> list[str]:
    """The days, months or years that make a chart: the fewest hundred that hold most of what there is."""
    plain = sum(_counted(days, _YEAR).values())
    for width in _WIDTHS:
        counts = _counted(days, width)
        known = sum(counts.values())
        window = _fullest(counts)
        inside = sum(counts.get(period, 0) for period in window)
        # Where most is known by the month only, bars of days would hide it.
        if width == _YEAR or (known * 2 >= plain and inside >= known * _MOST_OF_IT):
            return window
    return []


def _counted(days: Mapping[str, int], width: int) -> dict[str, int]:
    """Counts by period; of what is known as finely as that, and of spans that lie in one."""
    counts: dict[str, int] = {}
    for day, count in days.items():
        first, _, last = day.partition("/")
        if len(first) >= width and first[:width] == (last or first)[:width]:
            counts[first[:width]] = counts.get(first[:width], 0) + count
    return counts


def _fullest(counts: Mapping[str, int]) -> list[str]:
    """The run of periods that holds the most, from one that has something to another; empty ones between stand."""
    if not counts:
        return []
    numbers = {_number(period): count for period, count in counts.items()}
    width = len(next(iter(counts)))
    inside, first, best = 0, 0, (0, 0, 0)
    ordered = sorted(numbers)
    for number in ordered:
        inside += numbers[number]
        while number - ordered[first] >= _BARS:
            inside -= numbers[ordered[first]]
            first += 1
        best = max(best, (inside, ordered[first], number))
    inside, low, high = best
    kept = [number for number in ordered if low <= number <= high]
    low, high = _without_few(kept, numbers, inside), _without_few(kept[::-1], numbers, inside)
    return [_period(number, width) for number in range(low, high + 1)]


def _without_few(ordered: Sequence[int], numbers: Mapping[int, int], inside: int) -> int:
    """The first period before which more than a few lie."""
    passed = 0
    for number in ordered:
        passed += numbers[number]
        if passed > inside * _FEW:
            return number
    return ordered[-1]


def _number(period: str) -> int:
    """Periods of one width, counted through."""
    if len(period) == _DAY:
        return dt.date.fromisoformat(period).toordinal()
    return int(period) if len(period) == _YEAR else int(period[:4]) * 12 + int(period[5:7]) - 1


def _period(number: int, width: int) -> str:
    if width == _DAY:
        return dt.date.fromordinal(number).isoformat()
    return f"{number:04}" if width == _YEAR else f"{number // 12:04}-{number % 12 + 1:02}"
