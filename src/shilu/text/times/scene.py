"""What surrounds one expression while an article is read, and what is known after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from datetime import date

    from shilu.text.times.anchor import Anchor
    from shilu.text.times.calendar import Month
    from shilu.text.times.sense import Sense


class Told(msgspec.Struct, frozen=True):
    """What the article has named so far; 当天, 同年, 27日 and 3月17日 lean on it."""

    day: date | None = None
    """The last day named."""
    day_at: tuple[int, int] = (-1, -1)
    month: Month | None = None
    """The last month named with its name, alone or in a date."""
    month_at: tuple[int, int] = (-1, -1)
    """Block and sentence of that month."""
    year: int | None = None
    """The last year named, in words or by 去年 and its like."""
    year_at: tuple[int, int] = (-1, -1)
    year_month: tuple[int, int] | None = None
    """Month and day (0: none) that stood with that year."""
    full: tuple[date, ...] = ()
    """The days named with their year, the last first: 2月10日 is that of 去年2月10日 before it."""


class Scene(msgspec.Struct, frozen=True):
    """All that one expression is read against."""

    anchor: Anchor
    told: Told
    at: tuple[int, int]
    """Block and sentence it stands in."""
    sense: Sense
    weekday: int | None = None
    """The weekday printed beside a date: 3月5日（星期五）."""
    quoted: bool = False
    """Whether it stands inside quotation marks."""
    headline: bool = False
    """Whether it stands in the headline."""
    days: dict[int, date] = {}
    """Weekdays whose date the article prints elsewhere."""
    dates: dict[int, date] = {}
    """Days of the month whose month the article tells elsewhere."""

    @property
    def is_past(self) -> bool:
        """Whether its clause looks back."""
        return self.sense in ("past", "held", "since", "over")


class Resolved(msgspec.Struct, frozen=True):
    """The value of an expression and what the article has told after it."""

    value: str | None
    told: Told
    day: date | None = None
    """The day, where the value is one."""
