"""What is left out of the row of a sentence: duties, bynames, grounds, company, papers say nothing of who acts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.reading.events.lexicon import IN_WORDS
from shilu.reading.events.unit import END, Unit
from shilu.wording import CUSTODIAL

if TYPE_CHECKING:
    from collections.abc import Callable

    from shilu.reading.events.unit import Step

_IN_CHARGE = frozenset({"负责", "主管", "分管", "掌管", "主理"})
_CALLED = frozenset({"称为", "称作", "称之为"})
_OF_GROUNDS = frozenset({"由", "借口", "名", "理由", "名义"})
_GROUNDS = frozenset(f"为{what}" for what in _OF_GROUNDS)
_REACH = 24
"""How many units grounds may take."""
_FOR_WHAT = frozenset({"以", "因", "因为"})
_SUSPECTED = "涉嫌"
_ARRESTS = CUSTODIAL | {"investigate"}
_LEADS = frozenset({"率", "率领", "带领", "随"})
_PARTIES = ("团", "队")
"""With whom somebody goes: 率|访问团|抵台."""
_COMPANY = "一行"
"""Those whom somebody leads, where only he is named: 王毅率领的代表团."""
_WITHIN_PARTY = 6
"""How many units there may be from who leads to whom he leads: 率领|90人的参访|团."""
PAPERS = ("报告", "声明", "公报", "决议", "文件", "白皮书", "年报", "公告", "新闻稿")
_PAPER = re.compile(r"(?<=[SO])d?n{1,5}(?!n)")
"""A paper right behind its author …"""
_OF_PAPERS = re.compile(
    r"年度|[本今去上]?年|\d+年|人权|国别|调查|工作|最新|特别|书面|公开|正式|官方|评估|研究|外交|国防|安全|情报|联合|共同|一份|这份|该份|新|内部|机密|状况|问题|政策|战略"
)
"""… with nothing but words for papers before it: not 日本|记者|报告."""


def _left_out(
    units: list[Unit], end_of: Callable[[int], int | None], instead: Callable[[int, int], Unit] | None = None
) -> list[Unit]:
    """The units without what begins at one and ends before another, or with what stands for it."""
    kept: list[Unit] = []
    at = 0
    while at < len(units):
        end = end_of(at)
        if end is None:
            kept.append(units[at])
        elif instead is not None:
            kept.append(instead(at, end))
        at = at + 1 if end is None else end
    return kept


def _without_duties(units: list[Unit]) -> list[Unit]:
    """Without what officials are in charge of: 美国|负责日本事务的|副国务卿."""
    return _left_out(units, lambda at: _behind_of(units, at, 12, "的之") if units[at].text in _IN_CHARGE else None)


def _without_bynames(units: list[Unit]) -> list[Unit]:
    """Without what a thing is called, too: 举行了|被称为四方联盟的|峰会."""

    def end_of(at: int) -> int | None:
        called = 0 < at < len(units) - 1 and units[at].letter == "b" and units[at + 1].text in _CALLED
        return _behind_of(units, at, 10, "的") if called and units[at - 1].letter in "va" else None

    return _left_out(units, end_of)


def _behind_of(units: list[Unit], at: int, reach: int, ends: str) -> int | None:
    """Behind which unit it ends with 的 in its clause, so many units behind at most."""
    end = next((i for i in range(at + 1, min(at + reach, len(units))) if units[i].letter in "d,"), None)
    return end + 1 if end is not None and units[end].text in ends else None


def _without_grounds(units: list[Unit]) -> list[Unit]:
    """Without the grounds on which it is done: 欧盟|以北京侵犯人权为由|，对中国官员实施制裁."""
    return _left_out(units, lambda at: _end_of_grounds(units, at) if units[at].text == "以" else None)


def _end_of_grounds(units: list[Unit], at: int) -> int | None:
    """Behind which unit the clause gives the grounds that begin at one; None where it gives none."""
    for i in range(at + 1, min(at + _REACH, len(units))):
        if units[i].letter == "," or units[i].text == "以":
            return None
        if units[i].text in _GROUNDS:
            return i + 1
        if units[i].text == "为" and i + 1 < len(units) and units[i + 1].text in _OF_GROUNDS:
            return i + 2
    return None


def _without_suspicions(units: list[Unit]) -> list[Unit]:
    """Without what somebody is arrested for, where a word leads to it: 警方|以涉嫌违反国安法|拘捕四人."""

    def end_of(at: int) -> int | None:
        led = units[at].text in _FOR_WHAT and at + 1 < len(units) and units[at + 1].text == _SUSPECTED
        return _arrest_behind(units, at + 2) if led else None

    return _left_out(units, end_of)


def _arrest_behind(units: list[Unit], at: int) -> int | None:
    """The first word for an arrest, or what 被 leads to it, in the rest of a clause."""
    for i in range(at, min(at + _REACH, len(units))):
        if units[i].letter == ",":
            return None
        cue = units[i].cue
        if units[i].letter == "b" or (cue is not None and any(sense.mode in _ARRESTS for sense in cue.senses)):
            return i
    return None


def _without_company(units: list[Unit]) -> list[Unit]:
    """Whom somebody leads only goes with him: 率领90人的参访团|访问台湾, 王毅|一行|与布林肯举行会谈."""

    def instead(at: int, end: int) -> Unit:
        named = units[at + 1].letter == "d"
        text, letter = (_COMPANY, "n") if named else (units[at].text + "团", "a")
        return Unit(units[at].start, units[end - 1].end, letter, text)

    return _left_out(units, lambda at: _end_of_party(units, at) if units[at].text in _LEADS else None, instead)


def _end_of_party(units: list[Unit], at: int) -> int | None:
    """Where those whom somebody leads end, with 团: 率领90人的|代表团, 王毅|率领的中国代表团."""
    for i, unit in enumerate(units[at + 1 : at + 1 + _WITHIN_PARTY], at + 1):
        if unit.text.endswith(_PARTIES):
            return i + 1
        if unit.letter in ",vXrPMwt":
            break
    return None


def without_papers(units: list[Unit]) -> list[Unit]:
    """Without the paper in which a body says something: 美国国务院|的年度人权报告|批评中国."""
    row = "".join(unit.letter for unit in units)
    kept, end = [], 0
    for match in _PAPER.finditer(row):
        paper, behind = units[match.end() - 1], units[match.end()] if match.end() < len(units) else END
        says = behind.letter == "r" or behind.tells(IN_WORDS, "verb")
        before = units[match.start() : match.end() - 1]
        own = all(unit.letter == "d" or (unit.cue is None and _OF_PAPERS.fullmatch(unit.text)) for unit in before)
        if says and own and paper.cue is None and paper.text.endswith(PAPERS):
            kept += units[end : match.start()]
            end = match.end()
    return [*kept, *units[end:]]


ASIDES: tuple[Step, ...] = (
    (_IN_CHARGE, _without_duties),
    (_CALLED, _without_bynames),
    (frozenset({"以"}), _without_grounds),
    (frozenset({_SUSPECTED}), _without_suspicions),
    (_LEADS, _without_company),
)
"""What is left out of a sentence that holds one of these words, in this order."""
