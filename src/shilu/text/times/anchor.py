"""The day a report speaks from: what 今天, 周五 and 29日 are counted from."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec


class Anchor(msgspec.Struct, frozen=True):
    """The day a text was written on, as its writer's calendar showed it."""

    day: date
    latest: date
    """The furthest calendar day on earth at that moment: Asia may be a day ahead of a writer in Washington."""
    sunday_first: bool = False
    """Whether the writer's week begins on Sunday, so that 本周 on a Sunday is the week ahead."""

    @classmethod
    def on(cls, day: date, latest: date | None = None, *, sunday_first: bool = False) -> Anchor:
        """An anchor on that day; without ``latest`` nothing is known of the hour."""
        return cls(day, max(day, latest or day), sunday_first)

    @property
    def week_day(self) -> date:
        """A day of the week that the writer calls 本周."""
        return self.day + timedelta(days=1) if self.sunday_first and self.day.weekday() == 6 else self.day
