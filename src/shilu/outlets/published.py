"""When an article was published, decided by evidence.

Best first: the outlet's own inline time, the feed's time, the URL, the dateline, the front matter. Every piece of
evidence is a :class:`Stamp` that knows how fine it is; a coarse stamp is made finer only by later evidence that agrees
with it, so no hour is ever invented.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shilu.records import Dateline, Moment, Precision, PublishedFrom

_FINENESS = {"year": 0, "month": 1, "day": 2, "hour": 3, "minute": 4, "second": 5}
_ISO = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?", re.IGNORECASE
)
_FIRST = dt.datetime(1990, 1, 1, tzinfo=dt.UTC)
_LAST = dt.datetime(2100, 1, 1, tzinfo=dt.UTC)
# A day has fifty hours around the globe; a feed's zone errors stay within it.
_ONE_DAY = dt.timedelta(hours=26)
_WEEK = dt.timedelta(days=7)


class Stamp(msgspec.Struct, frozen=True):
    """One piece of evidence for a time."""

    value: Moment
    precision: Precision
    source: PublishedFrom

    @property
    def instant(self) -> dt.datetime:
        """The beginning of what the stamp names."""
        text = self.value if len(self.value) > 7 else (self.value + "-01-01")[:10]
        moment = dt.datetime.fromisoformat(text)
        return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)


def instant_stamp(moment: dt.datetime, source: PublishedFrom, precision: Precision = "second") -> Stamp | None:
    """A stamp of an aware instant; None where it lies beyond any news (1990 to 2100)."""
    if not _FIRST <= moment < _LAST:
        return None
    return Stamp(f"{moment.astimezone(dt.UTC).isoformat()[:19]}Z", precision, source)


def local_stamp(parts: Iterable[int | str], zone: dt.tzinfo, source: PublishedFrom) -> Stamp | None:
    """A stamp of year, month, day, hour, minute and perhaps second as a clock in ``zone`` shows them."""
    numbers = [int(part) for part in parts]
    try:
        moment = dt.datetime(*numbers, tzinfo=zone)  # type: ignore[arg-type, misc]
    except ValueError:
        return None
    return instant_stamp(moment, source, "second" if len(numbers) > 5 else "minute")


def day_stamp(year: int | str, month: int | str, day: int | str, source: PublishedFrom) -> Stamp | None:
    """A stamp of a calendar day; None where there is no such day."""
    try:
        return Stamp(dt.date(int(year), int(month), int(day)).isoformat(), "day", source)
    except ValueError:
        return None


def iso_stamp(text: str, source: PublishedFrom, zone: dt.tzinfo = dt.UTC) -> Stamp | None:
    """A stamp of ``2021-03-02T07:05:35.000Z`` and its shorter and zoned forms."""
    match = _ISO.match(text.strip())
    if not match:
        return None
    year, month, day, hour, minute, second, offset = match.groups()
    if hour is None:
        return day_stamp(year, month, day, source)
    parts = [year, month, day, hour, minute, second] if second else [year, month, day, hour, minute]
    return local_stamp(parts, _zone(offset) or zone, source)


def _zone(offset: str | None) -> dt.tzinfo | None:
    if not offset:
        return None
    if offset[0] not in "+-":
        return dt.UTC
    hours, minutes = int(offset[1:3]), int(offset[-2:])
    shift = dt.timedelta(hours=hours, minutes=minutes)
    return dt.timezone(-shift if offset[0] == "-" else shift) if hours < 24 else dt.UTC


def feed_stamp(milliseconds: str) -> Stamp | None:
    """A stamp of the feed's time as mirrors keep it: ``1617033542000``."""
    if not milliseconds.isdigit() or len(milliseconds) > 13:
        return None
    return instant_stamp(dt.datetime.fromtimestamp(int(milliseconds) // 1000, dt.UTC), "feed")


def near_day(day: int, near: Stamp | None, source: PublishedFrom, month: int | None = None) -> Stamp | None:
    """The last such day of a month (or of a year) before another stamp: ``29日電`` collected on the 30th.

    Two days of grace stand for zones: a report of the 30th may be collected on the 29th of another clock.
    """
    if near is None:
        return None
    latest = near.instant.date() + dt.timedelta(days=2)
    if month:
        months = [(latest.year - back, month) for back in range(5)]  # five years hold a 29 February
    else:
        months = [divmod(latest.year * 12 + latest.month - 1 - back, 12) for back in range(3)]
        months = [(year, zero_based + 1) for year, zero_based in months]
    stamps = (day_stamp(*pair, day, source) for pair in months)
    return next((stamp for stamp in stamps if stamp and stamp.instant.date() <= latest), None)


def dateline_day(dateline: Dateline | None, anchor: Stamp | None) -> Stamp | None:
    """A stamp of the day that a dateline prints, counted from another stamp."""
    if not dateline or not dateline.date:
        return None
    match = re.fullmatch(r"(?:(\d{1,2})月)?(\d{1,2})日", dateline.date)
    return near_day(int(match[2]), anchor, "dateline", int(match[1]) if match[1] else None) if match else None


def is_future(feed: Stamp, collected: Stamp | None, committed: Moment | None) -> bool:
    """Whether a feed's time lies after the article was collected: no feed knows the future."""
    limits = [stamp.instant for stamp in (collected, iso_stamp(committed or "", "front_matter")) if stamp]
    limits.append(dt.datetime.now(dt.UTC))
    return feed.instant > min(limits) + _ONE_DAY


def is_late(feed: Stamp, best: Stamp) -> bool:
    """Whether a feed gave an article weeks after its own time: it may have been brought up to date since.

    Of 13,391 posts 32 were: old reports fed anew, and backgrounds that keep the day of their first version.
    """
    return feed.instant - best.instant > _WEEK


def decide(stamps: Iterable[Stamp | None]) -> Stamp | None:
    """The best evidence of a list that is ordered best first.

    The first stamp decides the day; a later and finer one that falls on that day (or its neighbours, as zones differ)
    is taken in its place.
    """
    known = [stamp for stamp in stamps if stamp]
    if not known:
        return None
    best = known[0]
    for stamp in known[1:]:
        if _FINENESS[stamp.precision] > _FINENESS[best.precision] and _agree(best, stamp):
            best = stamp
    return best


def _agree(coarse: Stamp, fine: Stamp) -> bool:
    if coarse.precision != "day":
        return fine.value.startswith(coarse.value)
    return abs(coarse.instant + dt.timedelta(hours=12) - fine.instant) <= _ONE_DAY
