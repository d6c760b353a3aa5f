"""Days read a year or a month too early: 4月22日 or 18日 of what is to come, where others tell of that day."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from shilu.chronicle.entries.days import Days

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from shilu.chronicle.entries.tellings import Telling

_Deed: TypeAlias = "tuple[tuple[frozenset[str], frozenset[str]], Days | None]"
_YEAR_AHEAD, _MONTH_AHEAD = 60, 31
"""Days after the report in which the day lies that is meant."""


def corrected(tellings: Sequence[Telling]) -> list[Telling]:
    """The tellings, where one names the day of another of the same parties but for year or month as a plan for it."""
    told = {(telling.sides, telling.days) for telling in tellings}
    return [_later(telling, told) or telling for telling in tellings]


def _later(telling: Telling, told: set[_Deed]) -> Telling | None:
    if telling.event.type != "CONSULT" or telling.days is None or telling.days.length > 1:
        return None
    if telling.status != "happened":
        return None
    published = dt.date.fromisoformat(telling.source.published)
    for meant, furthest in _meant(telling.days.first):
        ahead = (meant - published).days
        nearer = ahead < (published - telling.days.first).days
        if 0 < ahead <= furthest and nearer and (telling.sides, Days(meant, meant)) in told:
            return msgspec.structs.replace(telling, days=Days(meant, meant), status="planned")
    return None


def _meant(day: dt.date) -> Iterator[tuple[dt.date, int]]:
    """The same day of the next month and of the next year, where they have it, and how far ahead it may lie."""
    month = (day.year + day.month // 12, day.month % 12 + 1)
    for (year, number), furthest in ((month, _MONTH_AHEAD), ((day.year + 1, day.month), _YEAR_AHEAD)):
        if day.day <= calendar.monthrange(year, number)[1]:
            yield dt.date(year, number, day.day), furthest
