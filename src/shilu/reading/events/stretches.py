"""Times that are one stretch: 3月18日和19日, 周二（23日）和周三（24日）, 一、二月份, 4月2日至周六."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from shilu.text.times.numerals import number as figure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shilu.reading.events.scene import Scene
    from shilu.records import Moment, Time

_JOINS = re.compile(
    r"[）)]?(?:[晚稍]些时候|[上下]午|晚间|晚上|晚|早上|深夜|凌晨)?(?:[和与及至到或、\-－—–~～]|以及|或者|或是)"
)
_IN_BRACKETS = re.compile(r"[）)]?[（(]")
"""Between a weekday and its date."""
_NUMBERS = re.compile(
    r"(?<![\d一二三四五六七八九十第A-Za-z+＋加])(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3})[、和与及至到\-－—–~～]$"
)
_NUMBER = re.compile(r"(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3})(?P<unit>[月日号])")
"""A number that the word of the next one counts, too: 一、|二月份, 25和|26日."""
_UP_TO = re.compile(r"[至到\-－—–~～]$")
_WEEKDAY = re.compile(r"[本这]?(?:周|星期|礼拜)[一二三四五六日天]")
_WEEK = 7
_DAY = len("2021-03-01")
_MONTH = len("2021-03")
_SIZES = {"月": _MONTH, "日": _DAY, "号": _DAY}


def joined(scene: Scene, times: Sequence[Time]) -> Moment | None:
    """The last time, with the one before it where both are one stretch: 3月18日和19日, 周二（23日）和周三（24日）."""
    plain, last = scene.text.plain, times[-1]
    if last.value is None or "/" in last.value:
        return last.value
    at = len(times) - 1
    if at and times[at - 1].value == last.value and _IN_BRACKETS.fullmatch(plain, times[at - 1].end, last.start):
        at -= 1  # 周三（24日）
    first = _first_number(plain, times[at])
    if at and first is None and _JOINS.fullmatch(plain, times[at - 1].end, times[at].start):
        first = times[at - 1].value
    if first is None or "/" in first:
        return last.value
    until = _the_next(first, last) if _UP_TO.search(plain, 0, times[at].start) else last.value
    return f"{first}/{until}" if first < until else last.value


def _first_number(plain: str, time: Time) -> Moment | None:
    """The month or day before a time that shares its word, 一、二月份 and 25和26日."""
    numbers, value = _NUMBERS.search(plain, max(0, time.start - 6), time.start), time.value
    own = _NUMBER.match(plain, time.start)
    if numbers is None or own is None or value is None:
        return None
    first = figure(numbers["number"])
    if len(value) != _SIZES[own["unit"]] or figure(own["number"]) != int(value[-2:]) or not first:
        return None
    return f"{value[:-2]}{first:02}" if first < int(value[-2:]) else None


def _the_next(first: Moment, last: Time) -> Moment:
    """A weekday that ends a stretch, which lies behind its beginning: 4月2日至周六."""
    value = last.value or first
    if _WEEKDAY.match(last.text) and len(first) == len(value) == _DAY:
        while value < first:
            value = (date.fromisoformat(value) + timedelta(days=_WEEK)).isoformat()
    return value
