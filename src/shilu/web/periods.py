"""Counts over time as bars: by day, month or year, whichever makes a chart that can be read."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from shilu.web.charts import Bar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_BARS = 100
"""Up to so many days a bar is a day; up to as many months a month; else a year."""
_SCATTERED = 0.02
"""So large a part of all may lie before the first bar: a few of years long past would press all others."""
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
    """The days, months or years that make a chart."""
    plain = {day: count for day, count in days.items() if "/" not in day}
    start = _dense_from(plain)
    for width in _WIDTHS:
        counts = {period: n for period, n in _counted(plain, width).items() if period >= start[:width]}
        periods = _filled(counts, width)
        # Where most is known by the month only, bars of days would hide it.
        if len(periods) <= _BARS and sum(counts.values()) * 2 >= sum(plain.values()):
            return periods
    return periods


def _counted(days: Mapping[str, int], width: int) -> dict[str, int]:
    """Counts by period; of what is known as finely as that."""
    counts: dict[str, int] = {}
    for day, count in days.items():
        if len(day) >= width and "/" not in day:
            counts[day[:width]] = counts.get(day[:width], 0) + count
    return counts


def _dense_from(days: Mapping[str, int]) -> str:
    """The day before which only a few scattered ones lie."""
    few = sum(days.values()) * _SCATTERED
    passed = 0
    for day in sorted(days):
        passed += days[day]
        if passed > few:
            return day
    return ""


def _filled(counts: Mapping[str, int], width: int) -> list[str]:
    """Every day, month or year from the first to the last."""
    if not counts:
        return []
    low, high = min(counts), max(counts)
    if width == _YEAR:
        return [f"{year:04}" for year in range(int(low), int(high) + 1)]
    if width == _MONTH:
        first, last = (int(month[:4]) * 12 + int(month[5:7]) - 1 for month in (low, high))
        return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(first, last + 1)]
    start, end = dt.date.fromisoformat(low), dt.date.fromisoformat(high)
    return [(start + dt.timedelta(days=n)).isoformat() for n in range((end - start).days + 1)]
