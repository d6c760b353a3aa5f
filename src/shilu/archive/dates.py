"""Moments of any precision as spans of seconds, for ranges and for sorting."""

from __future__ import annotations

import datetime as dt
import re

_DAY = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?$")
_INSTANT = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d)(?::(\d\d)(?::(\d\d))?)?")


def seconds_span(moment: str) -> tuple[int, int]:
    """The first and the last second (UTC, since 1970) of a day, month or year such as ``2021/3/5`` or ``2021年3月``.

    Raises:
        ValueError: when the text is no date, or the calendar has no such day.
    """
    match = _DAY.match(moment)
    if not match:
        msg = f"not a date: {moment!r}"
        raise ValueError(msg)
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None  # noqa: S101 - the pattern requires it
    start = dt.datetime(year, month or 1, day or 1, tzinfo=dt.UTC)
    if day:
        end = start + dt.timedelta(days=1)
    elif month:
        end = (start + dt.timedelta(days=31)).replace(day=1)
    else:
        end = start.replace(year=start.year + 1)
    return int(start.timestamp()), int(end.timestamp()) - 1


def first_second(moment: str) -> int:
    """Where a moment of a record begins, in seconds since 1970; of a span ``A/B`` the beginning of A."""
    first = moment.partition("/")[0]
    match = _INSTANT.match(first)
    if not match:
        return seconds_span(first)[0]
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups())
    return int(dt.datetime(year, month, day, hour, minute, min(second, 59), tzinfo=dt.UTC).timestamp())
