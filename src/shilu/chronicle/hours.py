"""When an article was published, as a number that sorts and subtracts."""

from __future__ import annotations

from datetime import datetime

_MIDDAY_IN_EAST_ASIA = "T04:00:00Z"


def hour_of(published: str | None, collected: str | None) -> float | None:
    """When an article was published, in hours since 1970; None where not even the day is known.

    Of a bare day the hour of collection says more where it was the same day.
    """
    moment = published or collected
    if not moment:
        return None
    if len(moment) == 10 and (collected or "").startswith(moment):
        moment = collected or moment
    first = moment.partition("/")[0]
    if len(first) == 10:
        first += _MIDDAY_IN_EAST_ASIA
    try:
        return datetime.fromisoformat(first).timestamp() / 3600
    except (ValueError, OverflowError):
        # A month or a year alone says nothing of the day.
        return None


def day_of(hour: float) -> int:
    """The day of an hour, in days since 1970."""
    return int(hour // 24)
