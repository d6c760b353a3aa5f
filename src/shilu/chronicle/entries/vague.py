"""Which dated deed an undated or vaguely dated account speaks of."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from shilu.chronicle.entries.days import Days
from shilu.records import TO_COME

if TYPE_CHECKING:
    from shilu.chronicle.entries.tellings import Telling

_PAST = 20
"""Days between an undated report and the deed it speaks of in passing …"""
_PAST_CALL = 60
"""… longest on the telephone, which leaders seldom are, and which is told for long …"""
_PAST_VISIT = 60
"""… longer where somebody has been somewhere …"""
_PAST_STATES = 3
"""… where only states are named, which meet often."""
_FUTURE = 45
_FUTURE_STATES = 10
_SAME_ARTICLE = 60
"""Days from the report of a deed that the article itself dates elsewhere."""
_MONTH = 31
_CLOSE = 6
"""Characters before an event in which 曾 is its own."""
_AHEAD_OF = re.compile(r"之?前(?!往|首|总|国|外|景)|以前")


def window(telling: Telling) -> Days:
    """The days outside which no deed can be meant."""
    if telling.days is not None:
        return telling.days
    if telling.date is not None:
        years = [part[:4] for part in telling.date.split("/")]
        return Days(dt.date(int(years[0]), 1, 1), dt.date(int(years[-1]), 12, 31))
    day, reach = dt.date.fromisoformat(telling.source.published), dt.timedelta(_SAME_ARTICLE)
    return Days(day - reach, day + reach)


def distance(telling: Telling, deed: Days, kind: str, *, anchored: bool, exact: bool) -> int | None:
    """Days between the report and a deed it may speak of; None where it cannot be meant.

    Args:
        telling: The account.
        deed: When the deed was done.
        kind: Of which kind it was.
        anchored: Whether the same article tells the deed with its date.
        exact: Whether the account names the same parties, and not states for their people.
    """
    day = dt.date.fromisoformat(telling.source.published)
    offset = _offset(deed, day)
    if telling.days is not None:
        bounded = exact or anchored or telling.days.length <= _MONTH
        return abs(offset) if bounded and telling.days.touches(deed, 0) else None
    if telling.date is not None:  # a year alone, or a span of years
        first, _, last = telling.date.partition("/")
        inside = first[:4] <= deed.first.isoformat()[:4] <= (last or first)[:4]
        return abs(offset) if inside and (anchored or (exact and abs(offset) <= _FUTURE)) else None
    if anchored:
        earliest, latest = -_SAME_ARTICLE, _SAME_ARTICLE
    else:
        past = {"visit": _PAST_VISIT, "call": _PAST_CALL}.get(kind, _PAST)
        earliest, latest = -(past if exact else _PAST_STATES), 1
    if telling.status in TO_COME:
        earliest, latest = earliest if was_ahead(telling) else -1, _FUTURE if exact else _FUTURE_STATES
    elif _was_earlier(telling):
        latest = min(latest, -1)
    elif telling.status != "happened" and not anchored:  # called off or denied, before or after its day
        latest = -earliest
    return abs(offset) if earliest <= offset <= latest else None


def was_ahead(telling: Telling) -> bool:
    """Whether it was to come only for what is told with it: 会谈|前的致词 may be told after the talks."""
    return _AHEAD_OF.match(telling.words.partition(telling.event.text)[2]) is not None


def _was_earlier(telling: Telling) -> bool:
    """Whether it was done before the news that it is told with: 两人之前曾对话 is not what they say today."""
    return telling.status == "happened" and "曾" in close_before(telling) + telling.event.text


def close_before(telling: Telling) -> str:
    """The few characters before an event that may be its own: 两人|曾|对话."""
    return telling.words.partition(telling.event.text)[0][-_CLOSE:]


def _offset(deed: Days, day: dt.date) -> int:
    """Days from the report to the deed; negative where it lies behind, 0 while it lasts."""
    if deed.first > day:
        return (deed.first - day).days
    return min(0, (deed.last - day).days)
