"""Words that the tagger cuts in the wrong place, put together or parted."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from shilu.reading.events.unit import END, Unit

if TYPE_CHECKING:
    from shilu.reading.events.unit import Step

_WORDS = {
    ("元", "首"): "n",
    ("访问", "团"): "n",
    ("招", "致"): "b",
    ("访", "民"): "n",
    ("打击", "群"): "n",
    ("检察官", "办公室"): "n",
    ("受", "访"): "v",
    ("来", "说"): "n",
}
"""Two halves of one word, and its letter."""
_CUT = frozenset({half for _, half in _WORDS} | {"只", "方向"})
_SIDES = frozenset({"警", "军", "检", "校", "资", "院"})
"""What 方 stands behind before 向: 警方|向."""
_JOINED = frozenset({"将就", "已就", "曾就", "正就", "并就"})
"""Two words where what is talked about follows."""
_BY_POLICE = frozenset({"遭警", "被警"})
"""Two words where an arrest follows."""
_DIPLOMATS = "交官"
"""What is left of 外交官 where the tagger takes 国外 for a word: 26|国外|交官."""
_UNARMED = "对手无寸铁"
_TWO_AND_TWO = "二加二"
"""What the title of those who meet two and two begins with, however both offices are named."""
_HALVES = frozenset({"外交", "外长", "外相", "国防", "防长", "防相", "外交部长", "国防部长"})
_PAIR = re.compile(
    r"(?:外交(?:部长)?[和与及暨、]国防|国防(?:部长)?[和与及暨、]外交)(?:首长|部长|大臣|高官|官员|主管)|[外防][长相][和与及暨、][外防][长相]"
)


def _without_plus(units: list[Unit]) -> list[Unit]:
    """2加2 is what 2+2 is, whose sign is no word."""
    return [
        unit
        for before, unit, after in zip([None, *units], units, [*units[1:], None], strict=False)
        if not (unit.text == "加" and before is not None and after is not None and before.text == after.text == "2")
    ]


def _put_together(units: list[Unit]) -> list[Unit]:
    """Words that the tagger cuts in the wrong place: 中美|元|首, 访问|团, 警|方向|抗议者, 渔船|只|集结."""
    kept: list[Unit] = []
    for unit in units:
        before = kept[-1] if kept else None
        if before is None:
            kept.append(unit)
        elif letter := _WORDS.get((before.text, unit.text)):
            kept[-1] = Unit(before.start, unit.end, letter, before.text + unit.text)
        elif unit.text == "只" and before.text.endswith("船"):
            kept[-1] = replace(before, end=unit.end, text=before.text + unit.text)
        elif unit.text == "方向" and (
            before.text in _SIDES or (before.letter == "S" and before.end - before.start == 1)
        ):
            middle = unit.start + 1
            if before.letter == "S":
                kept.append(replace(unit, end=middle, text="方"))
            else:
                kept[-1] = replace(before, end=middle, text=before.text + "方")
            kept.append(Unit(middle, unit.end, "t", "向"))
        else:
            kept.append(unit)
    return kept


def _with_pairs(units: list[Unit]) -> list[Unit]:
    """Two offices of one group of people are one title: 美日的|外交和国防首长."""
    kept: list[Unit] = []
    at = 0
    while at < len(units):
        size = next((n for n in (3, 4) if _is_pair(units[at : at + n])), 1)
        those = units[at : at + size]
        title = _TWO_AND_TWO + "".join(unit.text for unit in those)
        kept.append(those[0] if size == 1 else Unit(those[0].start, those[-1].end, "n", title))
        at += size
    return kept


def _is_pair(units: list[Unit]) -> bool:
    return units[0].text in _HALVES and bool(_PAIR.fullmatch("".join(unit.text or "?" for unit in units)))


def _with_topics(units: list[Unit]) -> list[Unit]:
    """将就 before what is talked about is two words: 安理会|将|就缅甸局势|举行会议."""
    return [
        half
        for unit, after in itertools.zip_longest(units, units[1:], fillvalue=END)
        for half in (_halves(unit, "at") if unit.text in _JOINED and after.letter in "nSOLPTM" else (unit,))
    ]


def _with_police(units: list[Unit]) -> list[Unit]:
    """遭警 is who suffers and the police: 记者|遭|警|拘捕."""
    return [half for unit in units for half in (_halves(unit, "bn") if unit.text in _BY_POLICE else (unit,))]


def _halves(unit: Unit, letters: str) -> tuple[Unit, Unit]:
    """The two words of one character each that the tagger takes for one."""
    at = unit.start + 1
    return Unit(unit.start, at, letters[0], unit.text[:1]), Unit(at, unit.end, letters[1], unit.text[1:])


def _with_diplomats(units: list[Unit]) -> list[Unit]:
    """国外|交官 are 国|外交官."""
    found: list[Unit] = []
    for unit in units:
        before = found[-1] if found else END
        if unit.text == _DIPLOMATS and before.text.endswith("外"):
            at = before.end - 1
            found[-1] = Unit(before.start, at, "n", before.text[:-1])
            found.append(Unit(at, unit.end, "n", "外" + unit.text))
        else:
            found.append(unit)
    return found


def _with_unarmed(units: list[Unit]) -> list[Unit]:
    """对手|无寸|铁 are 对|手无寸铁, as people are called on whom somebody fires."""
    found: list[Unit] = []
    at = 0
    while at < len(units):
        size = next((n for n in (2, 3) if "".join(u.text for u in units[at : at + n]) == _UNARMED), 1)
        unit, last = units[at], units[at + size - 1]
        if size > 1:
            middle = unit.start + 1
            found.append(Unit(unit.start, middle, "t", _UNARMED[:1]))
            found.append(Unit(middle, last.end, "n", _UNARMED[1:]))
        else:
            found.append(unit)
        at += size
    return found


CUTS: tuple[Step, ...] = (
    (frozenset({"加"}), _without_plus),
    (_CUT, _put_together),
    (_HALVES, _with_pairs),
    (_JOINED, _with_topics),
    (_BY_POLICE, _with_police),
    (frozenset({_DIPLOMATS}), _with_diplomats),
    (frozenset({"对手"}), _with_unarmed),
)
"""What is done with the units of a sentence that holds one of these words, in this order."""
