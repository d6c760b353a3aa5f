"""The date of an act: that of its clause, of its announcement, or of its own words where it is only told aside."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from shilu.reading.analysis import TITLE
from shilu.reading.events.another_day import is_told_by_another, without_day
from shilu.reading.events.around import around
from shilu.reading.events.charges import said_at
from shilu.reading.events.lexicon import DONE_TO
from shilu.reading.events.tense import is_to_come
from shilu.reading.events.when import (
    CARRIED,
    GOVERNS,
    WEAK,
    Dated,
    date_of,
    is_in_part,
    years_on,
)
from shilu.reading.events.whose_time import bounds, is_of_another, is_within, names_thing, names_topic
from shilu.wording import ONCE, OPEN, UNDATED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from shilu.reading.analysis import Analysis
    from shilu.reading.events.found import Found
    from shilu.reading.events.scene import Scene
    from shilu.reading.events.told import Told
    from shilu.records import Moment, Time

_DAY = len("2021-03-22")
_YEAR = len("2021")
_A_YEAR = re.compile(
    r"[^，。；]{0,12}，?(?:[^，。；]{0,6}(?:至今|迄今)|[^，。；]{0,2}(?:已被?|被)?(?:关押?|羁押|扣押|囚禁|拘押)(?:已经?|超过|长达|逾|满))[^，。；]{0,4}(?:一年|1年|一周年)"
)
"""How long ago it was, behind a day whose year is not named."""
_LEAD = 3
"""How many blocks behind the headline count as the lead."""
_FRESH = 3
"""How many days before publication the news may lie."""
_REPORTS = frozenset({"报道", "报导", "引述", "援引", "报", "刊文", "刊登", "撰文"})
_BLAMES_WHO = re.compile(r"(?:抗议|谴责|控诉|声讨)[^，。；的]{1,6}的$")
"""Before those who are blamed, with what they are: 抗议夺权的|军政府杀害民众."""
_HEARD = re.compile(r"[^，。；]{1,20}(?:表证成立|表证|开审|提堂|提讯|聆讯|受审|开庭|过堂)")
"""Behind what somebody is charged with, what is done that day: 昨天被控虚假陈述|表证成立."""
_CHARGED = re.compile(r"控$|控告|指控|检控|起诉|定罪|罪成|裁定|判处?$")
"""What is told behind them is when the crime is held to have been done."""
_TERM = re.compile(r"[^，。；]{2,12}?作?为[^，。；]{0,10}(?:期限|限期|大限|截止)")
"""Behind what is agreed on, when it is to end: 敲定|5月1日为撤军期限."""
_BACK = 4
"""How many clauses before its own tell when an act was announced: 国务院周三发表声明，…，谴责…."""


def date_of_act(scene: Scene, found: Found, day: Moment | None) -> Dated:
    """The date of an act in an article published on ``day``.

    Who condemns or imposes something does it by saying so; the time of the words is that of the act, unless it is to
    come. What is told aside (对伊朗的制裁, 遭制裁的议员) has only the times among its own words.
    """
    return _year_before(scene, found, _told(scene, found, day), day)


def _told(scene: Scene, found: Found, day: Moment | None) -> Dated:
    word = scene.units[found.last - 1]
    if _CHARGED.search(word.text) and _HEARD.match(scene.text.plain, word.end):
        return Dated(by=OPEN)
    if found.aside or is_blamed(scene, found):
        return _aside(scene, found)
    if (spoken := said_at(scene, found)) is not None:
        return _of_saying(scene, spoken)
    dated = date_of(scene, found.at, found.last, day)
    if dated.by == ONCE:
        return dated
    if dated.by == "before" and (announced := _announced_here(scene, found)) is not None:
        return announced
    return _own_or_announced(scene, found, dated)


def _year_before(scene: Scene, found: Found, dated: Dated, day: Moment | None) -> Dated:
    """The day of the year before, where none is named and it is told to be a year ago: 2月10日|被抓|，至今一年多."""
    value, plain = dated.value, scene.text.plain
    if value is None or day is None or len(value) != _DAY or value[:_YEAR] != day[:_YEAR]:
        return dated
    long_ago = _A_YEAR.match(plain, found.end) if found.type == "COERCE" else None
    told = [t for t in scene.times if t.value == value]
    named = not told or any("年" in plain[t.start : t.end] for t in told)
    return dated if named or not long_ago else dated._replace(value=years_on(value, -1))


def _announced_here(scene: Scene, found: Found) -> Dated | None:
    """The day on which its own clause says it was announced, beside another's: 外长周五开会，美国周四宣布|制裁."""
    number = scene.clause_number(found.at)
    first, _ = scene.clauses[number]
    word = scene.units[found.at].start
    leads = _leads(scene, number, word) and "r" in scene.letters[first : found.at]
    return _announced(scene, number, word, in_part=True) if leads else None


def _own_or_announced(scene: Scene, found: Found, dated: Dated) -> Dated:
    """The date that stands in its clause or before it, if it is that of the act, else when it was announced."""
    number = scene.clause_number(found.at)
    word = scene.units[found.last - 1]
    if (lacking := without_day(scene, found, dated)) is not None:
        return Dated(by=lacking)
    if found.type == "AGREE" and _TERM.match(scene.text.plain, word.end):
        return _announced(scene, number, word.end) or Dated()
    says_what = found.type == "REQUEST" or _CHARGED.search(word.text)
    unled = says_what and not _leads(scene, number, word.end)
    if dated.by == "clause" and (unled or _is_of_topic(scene, number, word.end)):
        return _announced(scene, number, word.end) or Dated()  # 被控|2019年8月18日组织集会, 敦促|4月1日前决定
    to_come = found.status != "happened" and is_to_come(scene.plain(scene.clauses[number][0], found.last - 1))
    if dated.value is not None or to_come or is_told_by_another(scene, found):
        return dated
    whole = len(scene.text.plain)
    return _announced(scene, number, whole, in_part=found.type in DONE_TO, behind=word.end) or dated


def is_blamed(scene: Scene, found: Found, *by: str) -> bool:
    """Whether it is but what somebody blames another for: 他19日批评|中国拘留两人, 民众今天抗议|军方政变.

    ``by`` may name types of the acts that blame.
    """
    under = around(scene, found.at).under
    if under is None and _BLAMES_WHO.search(scene.text.plain, scene.sentence.start, found.start):
        return True
    return under is not None and scene.units[under].tells(by or ("ACCUSE", "PROTEST"), "verb")


def _aside(scene: Scene, found: Found) -> Dated:
    inside = [t for t in scene.times if t.value and found.start <= t.start and t.end <= found.end]
    end = scene.units[found.last - 1].end
    own = [t for t in inside if not (bounds(scene, t) or (t.start >= end and is_within(scene, t)))]
    return Dated(own[-1].value, GOVERNS, "clause") if own else Dated()


def _leads(scene: Scene, number: int, before: int) -> bool:
    """Whether a time of the clause stands before a character of the text."""
    return bool(_times(scene, number, before))


def _times(scene: Scene, number: int, before: int) -> list[Time]:
    """The times of a clause before a character of the text."""
    start = scene.units[scene.clauses[number][0]].start
    return [t for t in scene.times if t.value and start <= t.start and t.end <= before]


def _is_of_topic(scene: Scene, number: int, before: int) -> bool:
    """Whether the times of a clause only say of what day the matter is: 对今年夏季|访台计划|表示担忧."""
    own = _times(scene, number, before)
    return (
        bool(own)
        and scene.units[scene.clauses[number][1] - 1].text != "以来"
        and all(names_topic(scene, t) for t in own)
    )


def _of_saying(scene: Scene, spoken: int) -> Dated:
    """The day on which something is said, not one of what is said: 布林肯周五说，中国3月11日|损害了自治.

    Where it is but what another speaks of, no day: （3月17日） 对于|美日指中国违反秩序，中国外交部表示….
    """
    at = scene.unit_at(around(scene, spoken).start) or 0
    if scene.letters[at - 1 : at] == "t":
        return Dated()
    number = scene.clause_number(spoken)
    own = at >= scene.clauses[number][0]  # 外长12日表示关切；|拉布说，…: another speaks
    return _announced(scene, number, scene.units[spoken].end, in_part=own) or Dated()


def _announced(
    scene: Scene, number: int, before: int, *, in_part: bool = False, behind: int | None = None
) -> Dated | None:
    """The first time of a clause, or of those that lead to it, before a character of the text.

    ``in_part`` looks no farther back than a semicolon; ``behind`` the word that ends there, what only describes whom it
    concerns has its own time: 制裁|3月1日参与镇压的官员.
    """
    for earlier in range(number, max(-1, number - _BACK - 1), -1):
        first, end = scene.clauses[earlier]
        low, high = scene.units[first].start, min(scene.units[end - 1].end, before)
        said = [t for t in scene.times if t.value and low <= t.start and t.end <= high and not bounds(scene, t)]
        said = [t for t in said if not (names_topic(scene, t) or _is_of_report(scene, t))]
        if earlier != number:
            said = [t for t in said if not is_of_another(scene, t)]
        said = [t for t in said if t.start < (behind or high) or not names_thing(scene, t)]
        if in_part and not is_in_part(scene, number, high):
            return None
        if said:
            return Dated(said[0].value, CARRIED, "said")
    return None


def _is_of_report(scene: Scene, time: Time) -> bool:
    """Whether a time is that of the press report alone: 电视台23日报导，外交部谴责了…."""
    unit = scene.unit_at(time.start)
    if unit is None:
        return False
    _, end = scene.clauses[scene.clause_number(unit)]
    return any(other.text in _REPORTS for other in scene.units[unit:end])


def dated_by_lead(act: Told, analysis: Analysis, times: Sequence[Time]) -> Told:
    """An act of the headline with the day that the lead names in a sentence on its actor, if it is of these days."""
    if (
        act.block != TITLE
        or act.dated.value is not None
        or act.dated.by in UNDATED
        or act.status != "happened"
        or analysis.day is None
    ):
        return act
    published = date.fromisoformat(analysis.day)
    for named in _days_of_lead(analysis, times, {one.id for one in act.actors}):
        if 0 <= (published - date.fromisoformat(named)).days <= _FRESH:
            return act._replace(dated=Dated(named, WEAK, "news"))
    return act


def _days_of_lead(analysis: Analysis, times: Sequence[Time], ids: set[str]) -> Iterator[Moment]:
    """The days named in the sentences of the lead in which one of these stands."""
    for text in analysis.texts[1 : 1 + _LEAD]:
        days = [t for t in times if t.block == text.block and t.value and len(t.value) == _DAY]
        for sentence in text.sentences if days else ():
            inside = [t.value for t in days if t.value and sentence.start <= t.start < sentence.end]
            if inside and any(s.id in ids for s in analysis.within(text.block, sentence.start, sentence.end)):
                yield from inside
