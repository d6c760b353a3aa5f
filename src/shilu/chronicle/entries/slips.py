"""Days read a year too early: 4月22日 of a plan, taken for the last one, where others tell of the next."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from shilu.chronicle.entries.days import Days

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shilu.chronicle.entries.tellings import Telling

_Deed: TypeAlias = "tuple[tuple[frozenset[str], frozenset[str]], Days | None]"
_AHEAD = 60
"""Days after the report in which the day lies that is meant."""


def corrected(tellings: Sequence[Telling]) -> list[Telling]:
    """The tellings, where one names the day of another of the same parties but for the year as a plan for that day."""
    told = {(telling.sides, telling.days) for telling in tellings}
    return [_next_year(telling, told) or telling for telling in tellings]


def _next_year(telling: Telling, told: set[_Deed]) -> Telling | None:
    if telling.days is None or telling.days.length > 1 or telling.status != "happened":
        return None
    day = telling.days.first
    if (day.month, day.day) == (2, 29):
        return None
    meant = day.replace(year=day.year + 1)
    ahead = (meant - dt.date.fromisoformat(telling.source.published)).days
    if not 1 < ahead <= _AHEAD or (telling.sides, Days(meant, meant)) not in told:
        return None
    return msgspec.structs.replace(telling, days=Days(meant, meant), status="planned")
