"""Reads the passages of one article in order and carries over what they have named."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date, timedelta
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from shilu.records import Time
from shilu.text.script import fold, together
from shilu.text.times.anchor import Anchor
from shilu.text.times.dates import date_value
from shilu.text.times.relative import (
    ago_value,
    day_word_value,
    decade_value,
    election_value,
    numeric_value,
    week_value,
    weekday_value,
)
from shilu.text.times.scan import Expression, expressions
from shilu.text.times.scene import Resolved, Scene, Told
from shilu.text.times.sense import sense_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from shilu.text.times.sense import Sense

_VALUES: dict[str, Callable[[Expression, Scene], Resolved]] = {
    "date": date_value,
    "weekday": weekday_value,
    "week": week_value,
    "dayword": day_word_value,
    "ago": ago_value,
    "decade": decade_value,
    "election": election_value,
    "numeric": numeric_value,
}
_SENTENCE_END = re.compile(r"[。！!？?；;\n]")
_COUPLE = re.compile(r"[和与及跟至到、]|以及")
_BESIDE = re.compile(r"[ ]?[（(,，、]?[ ]?")
_THIS_WEEK = ("本", "这")
_OPEN, _CLOSE = re.compile(r"[“「『]"), re.compile(r"[”」』]")
_JOINS = re.compile(r" ?(?:至|到|-|~|–|—|―) ?")
_NEAR = timedelta(days=60)
_WEEKDAYS = {sign: index for index, sign in enumerate("一二三四五六日")} | {"天": 6}


class Passage(msgspec.Struct, frozen=True):
    """One text of an article: an ``aside`` (a caption) tells nothing to what follows, a ``headline`` comes last."""

    text: str
    block: int = 0
    aside: bool = False
    headline: bool = False


_ANY_DAYS = (Anchor.on(date(1996, 2, 7)), Anchor.on(date(2033, 11, 26)))


class _Place(msgspec.Struct, frozen=True):
    """What the words around an expression tell, whatever the article says elsewhere."""

    sense: Sense
    sentence: int
    quoted: bool
    weekday: int | None
    """The weekday printed beside a date."""


class _Marked(msgspec.Struct, frozen=True):
    """A passage with its expressions, which are read twice: what does not change between is found once."""

    passage: Passage
    folded: str
    found: tuple[Expression, ...]
    places: tuple[_Place, ...]


def find_times(text: str, anchor: Anchor | None, *, block: int = 0) -> tuple[Time, ...]:
    """The times of a single text."""
    return read_times([Passage(text, block)], anchor)


def read_times(passages: Sequence[Passage], anchor: Anchor | None) -> tuple[Time, ...]:
    """The times of the passages of one article, in order; without an anchor what leans on it stays open (None)."""
    folded = together(fold, [passage.text for passage in passages])
    marked = [_marked(one, text) for one, text in zip(passages, folded, strict=True)]
    if anchor is None:
        # What is the same on two days that have nothing in common leans on neither: 2023年5月1日, 同年10月 after it.
        one, other = (_anchored(marked, any_day) for any_day in _ANY_DAYS)
        sure = set(other)
        return tuple(time if time in sure else replace(time, value=None) for time in one)
    return _anchored(marked, anchor)


def _marked(passage: Passage, folded: str) -> _Marked:
    found = tuple(expressions(folded))
    if not found:
        return _Marked(passage, folded, (), ())
    ends = [match.start() for match in _SENTENCE_END.finditer(folded)]
    opened = [match.start() for match in _OPEN.finditer(folded)]
    closed = [match.start() for match in _CLOSE.finditer(folded)]
    places = tuple(
        _Place(
            sense_of(folded, one.start, one.end),
            bisect_right(ends, one.start),
            bisect_right(opened, one.start) > bisect_right(closed, one.start),
            _weekday_beside(folded, found, nth),
        )
        for nth, one in enumerate(found)
    )
    return _Marked(passage, folded, found, places)


def _anchored(marked: Sequence[_Marked], anchor: Anchor) -> tuple[Time, ...]:
    # The first round learns which date the article gives a weekday or a day of the month; the second leans on it.
    elsewhere = _told_elsewhere(_rounds(marked, anchor, _NOTHING), anchor)
    return tuple(time for each, read in _rounds(marked, anchor, elsewhere) for time in _joined(each, read))


class _Elsewhere(msgspec.Struct, frozen=True):
    """What an article tells of a weekday or a day of the month in other places."""

    printed: dict[int, date]
    """Weekdays printed beside a date."""
    ahead: dict[int, date]
    """Weekdays that are clearly to come; they serve the headline, which says less than the text."""
    dates: dict[int, date]
    """Days of the month given with their month, or clearly to come."""


_Read = list[tuple[Expression, str, Resolved]]
_NOTHING = _Elsewhere({}, {}, {})


def _told_elsewhere(rounds: Iterable[tuple[_Marked, _Read]], anchor: Anchor) -> _Elsewhere:
    printed: dict[int, set[date]] = {}
    ahead: dict[int, set[date]] = {}
    dates: dict[int, set[date]] = {}
    for each, read in rounds:
        for nth, (one, sense, resolved) in enumerate(read):
            day = resolved.day
            if day is None or abs(day - anchor.day) > _NEAR:
                continue
            if one.kind == "date" and ("month" in one.parts or sense == "future"):
                dates.setdefault(day.day, set()).add(day)
            elif one.kind == "weekday":
                if _beside(each.folded, each.found, nth) is not None and "dayweek" not in one.parts:
                    printed.setdefault(day.weekday(), set()).add(day)
                elif sense == "future" or one.parts.get("dayweek", "")[:1] in _THIS_WEEK:
                    ahead.setdefault(day.weekday(), set()).add(day)
    return _Elsewhere(_sure(printed), _sure(ahead), _sure(dates))


def _sure(days: dict[int, set[date]]) -> dict[int, date]:
    """Those of which the article tells one date only."""
    return {key: next(iter(each)) for key, each in days.items() if len(each) == 1}


def _rounds(marked: Iterable[_Marked], anchor: Anchor, elsewhere: _Elsewhere) -> Iterator[tuple[_Marked, _Read]]:
    told = Told()
    for index, each in enumerate(marked):
        days = elsewhere.ahead | elsewhere.printed if each.passage.headline else elsewhere.printed
        scene = Scene(
            anchor, told, (index, 0), "open", headline=each.passage.headline, days=days, dates=elsewhere.dates
        )
        read, after = _read(each, index, scene)
        if not each.passage.aside:
            told = after
        yield each, read


def _read(each: _Marked, index: int, scene: Scene) -> tuple[_Read, Told]:
    """The resolved expressions of one passage, and what it has told."""
    read: _Read = []
    told = scene.told
    for one, place in zip(each.found, each.places, strict=True):
        at = (index, place.sentence)
        here = replace(scene, told=told, at=at, sense=place.sense, quoted=place.quoted, weekday=place.weekday)
        resolved = _VALUES[one.kind](one, here)
        if read and one.kind == "weekday" and "dayweek" not in one.parts:
            resolved = _following(each, read, resolved)
        read.append((one, place.sense, resolved))
        told = resolved.told
    return [_agreed(each, nth, read) for nth in range(len(read))], told


def _following(each: _Marked, read: _Read, resolved: Resolved) -> Resolved:
    """A weekday coupled with the one before is the next after it: 周二和|周三, 上周四与|周五."""
    (before, _, first), one = read[-1], each.found[len(read)]
    if before.kind != "weekday" or not _COUPLE.fullmatch(each.folded, before.end, one.start):
        return resolved
    if first.day is None or resolved.day is None:
        return resolved
    if "dayweek" in before.parts:
        day = first.day + timedelta(days=(resolved.day.weekday() - first.day.weekday()) % 7)
    elif resolved.day >= first.day:
        return resolved
    else:
        day = resolved.day + timedelta(days=7)
    return Resolved(day.isoformat(), replace(resolved.told, day=day), day) if day > first.day else resolved


def _weekday_beside(folded: str, found: Sequence[Expression], nth: int) -> int | None:
    other = _beside(folded, found, nth)
    return None if other is None else _WEEKDAYS.get(found[other].parts.get("wday", ""))


def _agreed(each: _Marked, nth: int, read: _Read) -> tuple[Expression, str, Resolved]:
    """A weekday beside a date takes that date's value where they agree."""
    one, sense, resolved = read[nth]
    other = _beside(each.folded, each.found, nth) if one.kind == "weekday" else None
    if other is None:
        return one, sense, resolved
    day = read[other][2].day
    fits = day is not None and day.weekday() == _WEEKDAYS.get(one.parts["wday"])
    return one, sense, read[other][2] if fits else resolved


def _beside(folded: str, found: Sequence[Expression], nth: int) -> int | None:
    """The date printed beside a weekday, or the weekday beside a date: 星期五（4月2日）, 4月2日星期五."""
    kinds = {"weekday": "date", "date": "weekday"}
    one = found[nth]
    if one.kind not in kinds or (one.kind == "date" and "day" not in one.parts):
        return None
    for other in (nth + 1, nth - 1):
        if 0 <= other < len(found) and found[other].kind == kinds[one.kind]:
            first, second = (one, found[other]) if other > nth else (found[other], one)
            if _BESIDE.fullmatch(folded, first.end, second.start):
                return other
    return None


def _joined(each: _Marked, read: _Read) -> list[Time]:
    """The times of a passage, 3月26日 + 至 + 4月2日 as one span."""
    times: list[Time] = []
    for one, _, resolved in read:
        last = times[-1] if times else None
        if last and _spans(last, each.folded[last.end : one.start], resolved.value):
            times[-1] = _time(each.passage, last.start, one.end, f"{last.value}/{resolved.value}")
        else:
            times.append(_time(each.passage, one.start, one.end, resolved.value))
    return times


def _spans(first: Time, between: str, value: str | None) -> bool:
    if not _JOINS.fullmatch(between) or first.value is None or value is None:
        return False
    return "/" not in first.value + value and first.value < value


def _time(passage: Passage, start: int, end: int, value: str | None) -> Time:
    return Time(passage.text[start:end], value, passage.block, start, end)
