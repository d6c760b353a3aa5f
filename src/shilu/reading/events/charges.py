"""Accusations told as reports: A 说 B 违反了国际法 accuses B."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.reading.events.around import around
from shilu.reading.events.deed import Deed
from shilu.reading.events.mood import mood_of

if TYPE_CHECKING:
    from shilu.reading.events.scene import Scene

_CHARGES = frozenset({"说", "称", "表示", "指出", "指", "认为", "强调", "坚称", "直言", "声称", "告诉", "认定"})
_DENIES = re.compile(r"拒绝|否认|没有|并非|不是|不存在|不会|从未|从不|并未")


def charge(scene: Scene, k: int) -> Deed | None:
    """A 说 B 违反了国际法: what somebody says that another does is an accusation of his."""
    who = around(scene, k)
    if who.passive or who.named_at is None or mood_of(scene, k, who) not in ("told", "happened"):
        return None
    spoken = next((i for i in range(_unit_at(scene, who.named_at) - 1, -1, -1) if scene.letters[i] == "r"), None)
    if spoken is None or scene.units[spoken].text not in _CHARGES or _parted(scene, spoken, who.named_at):
        return None
    if _DENIES.search(scene.plain(spoken, k)):
        return None
    teller = around(scene, spoken)
    codes = {one.country for one in who.subjects}
    actors = tuple(one for one in teller.subjects if one.country is None or one.country not in codes)
    return Deed(actors, who.subjects, "charge.v1", teller.start, scene.units[k].end, mood="happened")


def _unit_at(scene: Scene, start: int) -> int:
    return next(i for i, unit in enumerate(scene.units) if unit.start >= start)


def _parted(scene: Scene, spoken: int, start: int) -> bool:
    """Whether more than one clause lies between the words of saying and what is said."""
    return scene.clause_number(_unit_at(scene, start)) - scene.clause_number(spoken) > 1
