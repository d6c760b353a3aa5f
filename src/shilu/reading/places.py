"""Where places are named: known names and the tagger's, outside the names of organisations and people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.reading.lexicon import NO_PLACES, PLACE_ENDINGS
from shilu.reading.orgs import Named
from shilu.reading.suggested import foreign, is_han

if TYPE_CHECKING:
    from shilu.knowledge import Authority
    from shilu.reading.units import Unit
    from shilu.reading.whole import Whole

_PEOPLE_OF = re.compile(r"人(?!民|权|士|口|员|大|类|工|事|质|道|数|均|才|行|气|力|文|物|间|为)|籍|裔|族|语|菜|式")
_DIVISIONS = frozenset("省市县区")
_ABBREVIATED = re.compile(r"[中美日台英法德俄韩朝印澳加欧港陆蒙越泰缅巴以乌涉访驻来抵赴]+")
_NO_PLACE = re.compile(r"识别区$")


def place_names(whole: Whole, row: list[Unit], taken: bytearray, authority: Authority) -> list[Named]:
    """Where places are named, in reading order; ``taken`` marks the characters of organisations and people."""
    found = []
    for index, unit in enumerate(row):
        if unit.letter != "L" or any(taken[unit.start : unit.end]) or _names_people(whole.plain, unit.end):
            continue
        end = _with_division(whole, row, index)
        text = whole.plain[unit.start : end]
        ids = unit.ids or tuple(c.id for c in authority.lookup(text) if c.kind == "place")
        if not _NO_PLACE.search(text) and (ids or _looks_like_a_place(text)):
            found.append(Named(unit.start, end, ids))
    return found


def _names_people(plain: str, end: int) -> bool:
    """Whether a place serves to name people or things: 上海人, but 江苏省南京市人 tells where somebody comes from."""
    home = plain[end - 1] in _DIVISIONS and plain.startswith("人", end)
    return not home and _PEOPLE_OF.match(plain, end) is not None


def _with_division(whole: Whole, row: list[Unit], index: int) -> int:
    """Where a place ends together with the word for its kind: 武汉|市."""
    unit = row[index]
    after = row[index + 1] if index + 1 < len(row) else None
    if after is not None and after.start == unit.end == after.end - 1 and whole.plain[after.start] in _DIVISIONS:
        return after.end
    return unit.end


def _looks_like_a_place(text: str) -> bool:
    if text in NO_PLACES or len(text) < 2 or not is_han(text[0]) or _ABBREVIATED.fullmatch(text):
        return False
    return text.endswith(PLACE_ENDINGS) or foreign(text)
