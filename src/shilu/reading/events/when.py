"""The date of an event: the time that governs its clause, else one that its sentence carries, else open."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from shilu.reading.events.scene import Scene
    from shilu.records import Moment, Time

_SINCE = re.compile(r"(?:自从?|从|截至|截止|迄今|早于|距离?|继)$")
_VAGUE = re.compile(r"以来|之前|以前|之后|以后|前(?!往|首|总|国|外)|后(?!天|续)")
_BEGINS = re.compile(r"起|开始")
_JOINS = re.compile(r"[和与及至到、\-－—–~～]|以及")
_TOPIC = re.compile(r"[lanwd]*T[TnlSLOwcd]*")

GOVERNS, CARRIED, WEAK, NONE = 3, 2, 1, 0
"""How surely a date belongs to an event."""


class Dated(NamedTuple):
    """A date and how surely it belongs."""

    value: Moment | None = None
    rank: int = NONE


def date_of(scene: Scene, at: int, last: int) -> Dated:
    """The date of what the units from ``at`` to ``last`` tell."""
    number = scene.clause_number(at)
    first, end = scene.clauses[number]
    start, stop = scene.units[first].start, scene.units[end - 1].end
    governing = [t for t in scene.times if t.value and start <= t.start and t.end <= stop and not _bounds(scene, t)]
    said = [t for t in governing if _is_said(scene, t, at)]
    told = [t for t in governing if t not in said]
    before = [t for t in told if t.end <= scene.units[last - 1].end]
    if before:
        return Dated(_joined(scene, before), GOVERNS)
    if told:
        return Dated(told[0].value, GOVERNS)
    return _carried(scene, number)


def _joined(scene: Scene, times: list[Time]) -> Moment | None:
    """The last time, with the one before it where both are one stretch: 3月18日和19日."""
    last = times[-1]
    if len(times) > 1:
        before = times[-2]
        between = scene.text.plain[before.end : last.start]
        if _JOINS.fullmatch(between) and before.value and last.value and "/" not in before.value + last.value:
            return f"{before.value}/{last.value}" if before.value < last.value else last.value
    return last.value


def _is_said(scene: Scene, time: Time, at: int) -> bool:
    """Whether a time says when something was said, not when it happened: 周五表示将与…, 来访的…周五说."""
    unit = next((i for i, u in enumerate(scene.units) if u.start == time.start), None)
    if unit is None:
        return False
    _, end = scene.clauses[scene.clause_number(unit)]
    return "r" in scene.letters[unit : at if unit < at else end]


def _carried(scene: Scene, number: int) -> Dated:
    """A time of the clauses before: one that opens the sentence governs, another only lends itself."""
    for earlier in range(number - 1, max(-1, number - 4), -1):
        first, end = scene.clauses[earlier]
        low, high = scene.units[first].start, scene.units[end - 1].end
        times = [t for t in scene.times if t.value and low <= t.start and t.end <= high and not _bounds(scene, t)]
        if not times:
            continue
        if _TOPIC.fullmatch(scene.letters, first, end):
            return Dated(times[-1].value, GOVERNS)
        quiet = [t for t in times if not _is_said(scene, t, end)]
        if quiet:
            return Dated(quiet[-1].value, CARRIED)
    return Dated()


def _bounds(scene: Scene, time: Time) -> bool:
    """Whether a time only bounds what is told: 自今年一月上任后, 2016年以来, 截至周五."""
    plain = scene.text.plain
    behind = plain[time.end : time.end + 18]
    if _SINCE.search(plain[max(0, time.start - 2) : time.start]):
        return not _BEGINS.match(behind)
    return bool(_VAGUE.match(behind))
