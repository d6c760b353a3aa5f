"""Encounters that one word tells of several, each with a day and a place of its own: 7月在甲、8月在乙分别与A和B会谈."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.reading.events.apart import EACH
from shilu.reading.events.place import named
from shilu.reading.events.when import GOVERNS, Dated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shilu.reading.events.place import Place
    from shilu.reading.events.scene import Scene
    from shilu.reading.events.told import Told
    from shilu.records import Time

_PLACE = re.compile(r"(?:[在于][^，。的、]{1,10})?")
_AND_THEN = re.compile(r"(?:[在于][^，。的、]{1,10})?(?:[、和与及，]|以及){1,2}于?")
"""Between two days of a list: 7月|在万象、|8月."""


def respectively(scene: Scene, told: Sequence[Told]) -> list[Told]:
    """The encounters of a sentence; where one clause names as many days as encounters, each has its own."""
    kept = list(told)
    for start, end in {(one.start, one.end) for one in told}:
        at = [i for i, one in enumerate(told) if (one.start, one.end) == (start, end)]
        days, each = _days(scene, start, end) if len(at) > 1 else ([], end)
        if len(days) != len(at):
            continue
        stops = [*(day.start for day in days[1:]), each]
        for i, day, stop in zip(at, days, stops, strict=True):
            place = _place(scene, day.end, stop) if told[i].form != "visit" else told[i].place
            kept[i] = told[i]._replace(dated=Dated(day.value, GOVERNS, "clause"), place=place)
    return kept


def _days(scene: Scene, start: int, end: int) -> tuple[list[Time], int]:
    """The days listed before 分别, up to the end of what tells the encounters; and where 分别 stands."""
    plain = scene.text.plain
    each = EACH.search(plain, start, end)
    if each is None:
        return [], end
    days: list[Time] = []
    behind = each.start()
    for time in sorted((t for t in scene.times if t.value and t.end <= each.start()), key=lambda t: -t.end):
        if not (_AND_THEN if days else _PLACE).fullmatch(plain, time.end, behind):
            break
        days.insert(0, time)
        behind = time.start
    return days, each.start()


def _place(scene: Scene, start: int, end: int) -> Place | None:
    """The only place named between one day and the next."""
    at = [i for i, unit in enumerate(scene.units) if unit.letter in "LS" and start <= unit.start and unit.end <= end]
    return named(scene, at[0])._replace(by="phrase") if len(at) == 1 else None
