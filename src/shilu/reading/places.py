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
_ABBREVIATED = re.compile(r"[中美日台英法德俄韩朝印澳加欧港陆蒙越泰缅巴以乌涉访驻来抵赴]+(?:[三四五六]国)?")
_NO_PLACE = re.compile(r"识别区$")
_HELD = re.compile(r"(?:第[一二三四五六七八九十]+|女子|男子)?(?:看守所|拘留所|监狱|少管所)(?!长)")
"""Where people are held, behind the place that has it: 南京市|第三看守所."""
_NO_MAINLAND = re.compile(r"漂移|架|性气候|板块|法系|桥")
"""What stands behind 大陆 where it is land, not the mainland."""


def place_names(whole: Whole, row: list[Unit], taken: bytearray, authority: Authority) -> list[Named]:
    """Where places are named, in reading order; ``taken`` marks the characters of organisations and people."""
    found: list[Named] = []
    for index, unit in enumerate(row):
        if unit.letter != "L" or any(taken[unit.start : unit.end]) or _names_people(whole.plain, unit.end):
            continue
        if found and unit.start < found[-1].end:
            continue
        held = _where_held(whole, row, index)
        if held:
            found.append(Named(unit.start, held))
            continue
        end = _with_division(whole, row, index)
        text = whole.plain[unit.start : end]
        if text == "大陆" and _is_land(whole, row, index):
            continue
        ids = unit.ids or tuple(c.id for c in authority.lookup(text) if c.kind == "place")
        if not _NO_PLACE.search(text) and (ids or _looks_like_a_place(text)):
            found.append(Named(unit.start, end, ids))
    return found


def _where_held(whole: Whole, row: list[Unit], index: int) -> int:
    """Where the name of a prison ends that begins with this place, or places: 北京市|通州区|看守所; else 0."""
    end = row[index].end
    for unit in row[index + 1 :]:
        if unit.start != end or unit.letter != "L":
            break
        end = unit.end
    match = _HELD.match(whole.plain, end)
    return match.end() if match else 0


def _is_land(whole: Whole, row: list[Unit], index: int) -> bool:
    """Whether 大陆 is a continent: 新大陆, 大陆漂移, 澳大利亚大陆, but 中国大陆."""
    unit, before = row[index], row[index - 1] if index else None
    another = before is not None and before.end == unit.start and before.letter == "L"
    return (
        another
        or whole.plain[unit.start - 1 : unit.start] in {"新", "旧", "古"}
        or (_NO_MAINLAND.match(whole.plain, unit.end) is not None)
    )


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
