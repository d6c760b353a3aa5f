"""When an event took place: what its sentence says, else what the text before lends, where it fits the words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.reading.events.another_day import is_since, is_told_by_another
from shilu.reading.events.intent import is_prepared
from shilu.reading.events.marks import is_further, is_mentioned, is_of_old, is_reported, is_said_before, is_spirit
from shilu.reading.events.same_day import is_news
from shilu.reading.events.status import is_ahead, is_before, is_done, is_past, is_told_as_done
from shilu.reading.events.tense import UNWILLING, is_planned, is_to_come, was_to_be
from shilu.reading.events.when import (
    CARRIED,
    GOVERNS,
    WEAK,
    Dated,
    date_aside,
    date_of,
    these_days,
    years_on,
)
from shilu.reading.events.when_act import date_of_act
from shilu.records import TO_COME
from shilu.wording import ONCE, OPEN, SO_FAR, UNDATED

if TYPE_CHECKING:
    from shilu.reading.events.found import Found, Words
    from shilu.reading.events.memory import Memory
    from shilu.reading.events.scene import Scene
    from shilu.reading.events.status import State
    from shilu.reading.events.unit import Unit
    from shilu.records import Moment, Time

_ONE_BY_ONE = re.compile(r"相继|陆续|先后")
_STRETCH = re.compile(
    r"(?:最近|(?<![附将接])近|过去)[^，。]{0,4}?[两二三四五六七八九十几多数\d]+多?个?多?(?:星期|周|月|年)(?:来|以来|内|里|间|，)"
)
"""Before what is told of a stretch, not of a day: 近两个月来，|打死了200多人."""
_FOR_YEARS = re.compile(r"历时|持续|[多数几\d一二两三四五六七八九十]年")
"""Behind what went on for long: 协议的谈判|历时近七年."""
_EARLIER = re.compile(r"(?:之?前|以来|时)$")
"""A clause that puts what follows into another time: 疫情发生前，习近平应邀…."""
_LEAD = 2
"""The last block in which a visit that is told without a day is news."""
_TITLED = re.compile(
    r"(?:发表|刊[登载出发]|撰写|写下|题[为目]|名为|标题)[^，。；：:说称指示「“《]{0,14}[「“《『][^」”》』。]*$"
)
"""Before what stands in a title that has been opened."""
_MEANS_TO = ("计划", "打算", "意愿")
"""What ends a denial that anybody means to do it: 没有打算."""
_NOT_YET = re.compile(r"至今|迄今|到目前为止|一直")
"""Before what has not been done, on no day."""
_SEVERAL = re.compile(
    r"(?<![第再十百\d])(?:多次|数次|几次|屡次|[两三四五六七八九]次)(?!会议|峰|元首|首脑)[^，。；]{0,16}$"
)
"""Before encounters of several days: 多次私下|对话, 两次与他|通话."""
_LONG_BEFORE = re.compile(r"(?:十[几多余]|[几数]十|[数几多])年之?前")
_THEN_IN_OFFICE = re.compile(r"时任")
_ONCE = frozenset({"曾", "曾经"})
_DESCRIBES = "described.v1"
"""The rule of an encounter that only says who somebody is."""
_WHO_WENT = "visitor-behind.v1"
"""… of a visit that does: 2月13日向|前往中国的|官员送交简报, which was in these weeks."""
_OF_SAYING = frozenset({"before", "caption"})
"""How a date is found that may be but that of the words."""
_GOING_ON = re.compile(r"正在?(?:[与和同跟就对于针]|积极|继续|展开|进行)")
_JUST_OVER = re.compile(r"刚刚?(?:过去|结束|举行)的[^，。；]{0,10}$")
"""Before an encounter of these days that is only mentioned: 在刚过去的|美中会谈|前."""
_SETS_OUT = re.compile(r"前往|启程|动身|飞往")
_ARRIVES = re.compile(r"抵|到达")
_BESIDES = ("并", "还", "也", "以及")
_WHITHER = frozenset("LS")
"""Letters of a state or town, not of a house."""
_MONTH = re.compile(r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})月")
_YEAR = len("2021")
_YEAR_NAMED = re.compile(r"\d{4}年|[去前当同]年")
_OVER = re.compile(r"(?:结束|落幕|闭幕|完毕)[之以]?后，?$")
_LONG_OVER = 3
"""Months after which one is rather meant as the next: in March 将于2月访华 tells of what was to be."""


def date_told(scene: Scene, found: Found, words: Words, memory: Memory, day: str | None) -> Dated:
    """The date that the sentence gives, or the text before lends, where it fits what the words tell."""
    dated = _dated(scene, found, day)
    word, before, after = scene.units[found.last - 1], words.before, words.after
    instead = is_of_before(found, words)
    ahead = instead or (found.type == "CONSULT" and (is_before(after) or is_prepared(words.beyond)))
    to_come = (is_to_come(before) and not is_done(word.text, after) and found.status != "happened") or ahead
    if to_come and is_planned(before) and not was_to_be(before) and is_past(dated.value, day):
        dated = _next_year(scene, dated, day)
    sure = dated.rank == GOVERNS and (dated.by != "before" or was_to_be(before))
    if instead or (to_come and not sure and is_past(dated.value, day)):
        dated = Dated()  # 去年12月…，今后将致函: the time is of what was; 16日|访美前接种疫苗
    if to_come and dated.by == "before" and _is_over_then(scene, found, dated):
        dated = Dated()
    of_plans = dated.rank == CARRIED and dated.by != "behind" and is_ahead(dated.value, day) and not to_come
    of_last = to_come and is_further(before) and dated.by == "before" and dated.rank != GOVERNS
    if of_plans or of_last:
        dated = Dated()  # 原定夏天访问，卢沙野便致函: of what is to be; 双方12日会谈，将尽快举行下一轮会谈
    if dated.value is None and dated.by not in UNDATED and not found.aside:
        dated = _understood(scene, found, memory, day, to_come=to_come)
    if is_since(scene, found, dated, day):
        return Dated(by=SO_FAR)
    if is_ahead(dated.value, day) and is_told_as_done(before, word.text, after):
        return Dated(by=ONCE)  # 当年11月初访问了中国, of a year that is not this one
    return dated


def _is_over_then(scene: Scene, found: Found, dated: Dated) -> bool:
    """Whether the day told is that of what is over before: 会谈周四结束后，奥斯汀将前往|新德里会谈."""
    first = scene.units[scene.clauses[scene.clause_number(found.at)][0]].start
    told = [t for t in scene.times if t.value is not None and t.value == dated.value and t.end <= first]
    units = [unit for t in told if (unit := scene.unit_at(t.start)) is not None]
    return any(_OVER.search(scene.plain(*scene.clauses[scene.clause_number(unit)])) for unit in units)


def _next_year(scene: Scene, dated: Dated, day: str | None) -> Dated:
    """The month or day of a year that nobody names as the next one, where it is long over: in March 将于11月访华."""
    if dated.value is None or not any(_is_month(scene, time) for time in scene.times if time.value == dated.value):
        return dated
    if day is None or _months(day) - _months(dated.value) < _LONG_OVER:
        return dated
    return dated._replace(value=years_on(dated.value, 1))


def _months(moment: Moment) -> int:
    return int(moment[:_YEAR]) * 12 + int(moment[_YEAR + 1 : _YEAR + 3])


def _is_month(scene: Scene, time: Time) -> bool:
    plain = scene.text.plain
    named = _YEAR_NAMED.search(plain, scene.sentence.start, time.start)  # 2019年9月说，将于11月会晤: in that year
    return named is None and _MONTH.match(plain, time.start) is not None


def is_of_before(found: Found, words: Words) -> bool:
    """Whether the clause rather tells what is done before the visit: 16日|访美前接种疫苗."""
    return found.form == "visit" and is_said_before(words.beyond)


def _dated(scene: Scene, found: Found, day: str | None) -> Dated:
    """The date that the sentence gives."""
    if found.type != "CONSULT":
        return date_of_act(scene, found, day)
    word = scene.units[found.last - 1]
    if (by := _undated_by(scene, found)) is not None:
        return Dated(by=by)
    if found.rule == _DESCRIBES or _is_aside(scene, found, word.end):
        aside = date_aside(scene, _since(scene, found, word), found.last)
        late = aside.value is None and day is not None and _JUST_OVER.search(scene.plain(0, found.last))
        return Dated(these_days(day, ""), WEAK, "present") if late and day is not None else aside
    dated = _its_own(scene, found, date_of(scene, found.at, found.last, day))
    if dated.by in _OF_SAYING and day is not None and _goes_on(scene, found):
        return Dated(these_days(day, "正在"), WEAK, "present")
    return dated


def _undated_by(scene: Scene, found: Found) -> str | None:
    """How an encounter is told that has no day whatever times stand beside it; None for others."""
    if _is_in_title(scene, found):
        return OPEN
    return ONCE if _is_of_once(scene, found) or _is_of_no_day(scene, found) else None


def _goes_on(scene: Scene, found: Found) -> bool:
    """Whether negotiations go on, on whatever day that is said: 28日表示，联合国|正与中国谈判."""
    before = scene.plain(scene.clauses[scene.clause_number(found.at)][0], found.last)
    return found.form == "talks" and _GOING_ON.search(before) is not None


def _its_own(scene: Scene, found: Found, dated: Dated) -> Dated:
    """The date of its clause or of those before, as far as it is that of the encounter."""
    if dated.by != "clause" and is_spirit(scene.text.plain, scene.units[found.last - 1].end):
        return Dated()  # 17日回应称，按照两国元首通话|精神
    if found.rule == _WHO_WENT and date_aside(scene, found.start, found.last).value is None:
        month = None if dated.value is None else dated.value[: len("2021-03")]
        return dated._replace(value=month, rank=min(dated.rank, WEAK))
    one_day = dated.by == "before" and dated.value is not None and "/" not in dated.value
    if one_day and found.form != "visit" and _sets_out(scene, found, dated):
        return Dated(by=OPEN)
    return Dated() if dated.by == "present" and _is_of_former(scene, found) else dated


def _since(scene: Scene, found: Found, word: Unit) -> int:
    """From where on the times are those of what is only mentioned: 23日与王毅会谈的|拉夫罗夫3日发表演说."""
    if found.rule == _DESCRIBES:
        return scene.units[scene.clauses[scene.clause_number(found.at)][0]].start
    return word.start if is_reported(scene.text.plain, word.end) else found.start


def _is_of_once(scene: Scene, found: Found) -> bool:
    """Whether it only says who somebody is, of what was once: 3月12日，|曾与官员见面的|代表召开记者会."""
    first, _ = scene.clauses[scene.clause_number(found.at)]
    behind = scene.letters[found.last : found.last + 2]
    led = any(unit.text in _ONCE for unit in scene.units[first : found.last])
    return led and behind == "dn" and "T" not in scene.letters[first : found.last]


def _is_aside(scene: Scene, found: Found, end: int) -> bool:
    """Whether an encounter is only mentioned: of people who say something before they meet the clause tells."""
    if is_reported(scene.text.plain, end):
        return True
    nameless = found.form not in (None, "visit") and all(one.kind != "person" for one in found.actors)
    return nameless and is_mentioned(scene.text.plain, found.start, end)


def _is_of_no_day(scene: Scene, found: Found) -> bool:
    """Whether several are told as one, or somebody has left since the office that he is named by, without a day."""
    number = scene.clause_number(found.at)
    first, _ = scene.clauses[number]
    before, times = scene.plain(first, found.last), scene.letters[first : found.last]
    if _SEVERAL.search(before):
        opening = scene.letters[slice(*scene.clauses[number - 1])] if number else ""
        return "T" not in times and opening.rstrip("w") != "T"  # 13日，|先后三次通话
    long_over = _THEN_IN_OFFICE.search(before) or _LONG_BEFORE.search(before)
    return long_over is not None and "T" not in scene.letters[: found.last]


def _is_in_title(scene: Scene, found: Found) -> bool:
    """Whether it stands in the title of something written: 31日发表「法国议员|访台|：冲突的原因」."""
    return _TITLED.search(scene.text.plain, scene.sentence.start, found.start) is not None


def _sets_out(scene: Scene, found: Found, dated: Dated) -> bool:
    """Whether the day told is that on which somebody left, to meet others besides: 22日前往比利时开会，|并与他会晤."""
    opens = scene.units[scene.clauses[scene.clause_number(found.at)][0]]
    if not opens.text.startswith(_BESIDES):
        return False
    first = opens.start
    for time in scene.times:
        if time.value is None or time.end > first or time.value != dated.value:
            continue
        unit = scene.unit_at(time.start)
        if unit is None:
            continue
        _, last = scene.clauses[scene.clause_number(unit)]
        out = next((i for i in range(unit, last) if _SETS_OUT.match(scene.units[i].text)), None)
        abroad = out is not None and scene.letters[out + 1 : out + 2] in _WHITHER
        return abroad and not _ARRIVES.search(scene.text.plain, time.end, scene.units[found.at].start)
    return False


def _is_of_former(scene: Scene, found: Found) -> bool:
    """Whether a former leader takes part: what is told of him without a day is rather of his time."""
    return any(one.kind == "person" and scene.parties.led(one) for one in found.actors)


def settled(dated: Dated, state: State, before: str, day: str | None, *, definite: bool) -> Dated:
    """The date: none of these days for what is yet to come, and no sure one where the words only point back.

    Nor has what somebody means not to do, or has not done so far, the day on which that is said.
    """
    wished = state.status == "proposed" and dated.by == "paragraph"
    if state.status in TO_COME and (wished or dated.by == "article" or is_past(dated.value, day)):
        return Dated()  # the day on which it was proposed
    if state.status == "denied" and (dated.by == "article" or (dated.by != "clause" and _is_never(state, before))):
        return Dated()  # 一年之内不会会面; 周一表示，总统不打算会晤他
    if state.status in TO_COME and dated.by == "present" and dated.value:
        dated = dated._replace(value=dated.value.rpartition("/")[2])  # 两人访问期间将会晤: not in the month before
    return dated._replace(rank=min(dated.rank, WEAK)) if definite else dated


def _is_never(state: State, before: str) -> bool:
    """Whether somebody means not to do it at all, or has not done it so far."""
    return state.by in UNWILLING or state.by.endswith(_MEANS_TO) or _NOT_YET.search(before) is not None


def _understood(scene: Scene, found: Found, memory: Memory, day: str | None, *, to_come: bool) -> Dated:
    """The time of what its sentence does not date: lent by the text before, else of these days."""
    lent = Dated() if scene.times else _lent(scene, found, memory, day, to_come=to_come)
    if lent.value is not None or to_come or found.type != "CONSULT":
        return lent
    return _of_these_days(scene, found, memory, day)


def _of_these_days(scene: Scene, found: Found, memory: Memory, day: str | None) -> Dated:
    """The month of what is told as news, without a day, by an article that tells of these days: 两国高官在会晤.

    A visit is news where it is told early; what is told as experience (见过面) is of no known time.
    """
    word = scene.units[found.last - 1]
    number = scene.clause_number(found.at)
    before, after = scene.plain(0, found.last), scene.plain(found.last, scene.clauses[number][1])
    late = found.form in (None, "visit") and scene.text.block > _LEAD
    if (
        late
        or any(_EARLIER.search(scene.plain(*clause)) for clause in scene.clauses[:number])
        or _is_aside(scene, found, word.end)
        or is_of_old(before)
        or _is_of_former(scene, found)
        or is_spirit(scene.text.plain, found.end)
        or _FOR_YEARS.search(after)
        or "过" in scene.text.plain[found.start : word.end + 1]
        or day is None
        or not memory.is_news(scene, day)
        or any(not is_news(time.value, day) for time in scene.times if time.value)
    ):
        return Dated()
    return Dated(these_days(day, before), WEAK, "article")


def _lent(scene: Scene, found: Found, memory: Memory, day: str | None, *, to_come: bool) -> Dated:
    """A time of the text before: of the paragraph, else of the news on the same people, unless it is of old.

    What is to come rather comes in these days than on that day.
    """
    end = scene.units[found.last - 1].end
    whole = scene.plain(0, found.last if found.type == "CONSULT" else len(scene.units))
    act = found.type != "CONSULT"
    if _ONE_BY_ONE.search(whole) or (
        act and (_STRETCH.search(scene.plain(0, found.last)) or is_told_by_another(scene, found))
    ):
        return Dated()
    if not act and _is_of_former(scene, found):
        return Dated()
    if is_of_old(whole) or is_spirit(scene.text.plain, end):
        return Dated()
    here = memory.last_time(scene)
    if here is not None and is_news(here, day) and not (is_past(here, day) if to_come else is_ahead(here, day)):
        return Dated(here[: len("2021-03")] if to_come else here, WEAK, "paragraph")
    if to_come or found.form in (None, "visit"):
        return Dated()
    news = memory.news_of(found.actors, day)
    return Dated() if news is None else Dated(news, WEAK, "news")
