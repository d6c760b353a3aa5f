"""Spans of days behind ISO dates of any precision, and how two of them lie to each other."""

from __future__ import annotations

import datetime as dt
import functools
from typing import NamedTuple

ZONE = 1
"""Days that two reports of one deed may differ by, for time zones alone."""
_JOURNEY = 10
"""Days of the longest span that can date a deed; a longer one only bounds it."""
_FEW = 4
_WEEK = 7
_MONTH = len("2024-09")
_DAY = len("2024-09-27")


class Days(NamedTuple):
    """A span of days, both ends included."""

    first: dt.date
    last: dt.date

    @property
    def length(self) -> int:
        """How many days it holds."""
        return (self.last - self.first).days + 1

    @property
    def is_precise(self) -> bool:
        """Whether it dates a deed (a day, a journey) and is not a week or a third of a month in which it was done."""
        if self.length <= _FEW:
            return True
        week = self.length == _WEEK and self.first.isoweekday() == 1
        third = self.first.day in (1, 11, 21) and (self.last.day in (10, 20) or (self.last + dt.timedelta(1)).day == 1)
        return self.length <= _JOURNEY and not week and not third

    def with_(self, other: Days) -> Days:
        """The shortest span that holds both."""
        return Days(min(self.first, other.first), max(self.last, other.last))

    def holds(self, other: Days) -> bool:
        """Whether the other span lies within it."""
        return self.first <= other.first and other.last <= self.last

    def touches(self, other: Days, slack: int) -> bool:
        """Whether two spans share a day, or lie no more than ``slack`` days apart."""
        return (self.first - other.last).days <= slack and (other.first - self.last).days <= slack

    def distance(self, day: dt.date) -> int:
        """Days between the span and a day; 0 inside."""
        return max((self.first - day).days, (day - self.last).days, 0)


@functools.cache
def days(value: str | None) -> Days | None:
    """The span of a date or span; None where it is open, coarser than a month, or no date of the calendar."""
    if not value:
        return None
    first, _, last = value.partition("/")
    last = last or first
    if min(len(first), len(last)) < _MONTH:
        return None
    try:
        span = Days(_first(first), _last(last))
    except ValueError:
        return None
    return span if span.first <= span.last else None


def _first(value: str) -> dt.date:
    return dt.date.fromisoformat(value[:_DAY] if len(value) >= _DAY else f"{value}-01")


def _last(value: str) -> dt.date:
    if len(value) >= _DAY:
        return dt.date.fromisoformat(value[:_DAY])
    year, month = int(value[:4]), int(value[5:7])
    return dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)
