"""The date of an event: the time that governs its clause, else one that its sentence carries, else open."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from shilu.reading.analysis import TITLE
from shilu.reading.events.stretches import joined
from shilu.reading.events.whose_time import ALONE, NEXT_DAY, bounds, is_of_another, names_thing, names_topic
from shilu.text.times.numerals import number as figure
from shilu.wording import ONCE

if TYPE_CHECKING:
    from shilu.reading.events.scene import Scene
    from shilu.records import Moment, Time

_SINCE_WHAT = re.compile(r"(?:[^，]{0,3}是)?(?:自从?|继|距离?|早在(?!(?:19|20)\d\d年(?:，|$)))")
_OVER = re.compile(r".{2}(?:之后|后(?!来|天|续|者)|之前|前(?!往|首|总|国|外|所|在|来)|[^，]，)")
_HELD = re.compile(r"举行|进行|召开|登场|展开|开始|协调|启程|成行|日期|时间|为期|落幕|闭幕")
_GOES_ON = re.compile(
    r"此次|这次|本次|此行|刚(?:刚)?过去的|这趟|正在|现正|正[就对于值]|之际|期间|目前|[前这近]几天|[几数]天前|刚刚|刚(?=[访与和结完在抵举会])"
)
_LONG_AGO = re.compile(
    r"(?<![继自从])(?:十[几多余]年|[几数]十年|[数几多](?:个?(?:星期|月)|周|年)|[一二两三四五六七八九十百\d]+[余几]?(?:个?(?:星期|月)|周|年)多)之?前|在[^，。]{0,10}(?:任内|执政(?:期间|时期?)|政府(?:时[期代]|(?:的?最后(?:几天|阶段|时刻)?)?期间|的?最后))|起初"
)
"""What a clause tells of at a time of its own that is not known: 数周前|也曾出席峰会, 在特朗普政府时期|实施制裁."""
_IN_HIS_OFFICE = re.compile(r"(?:担任|出任|就任)(?![^，。；]{0,8}(?:以来|后))[^，。；]{1,10}(?:时|期间)[，；]")
"""Before the clause, of when somebody held an office: 拜登担任副总统时，…；两人|曾会面."""
_HEADS = re.compile(r"[)） ]{0,2}(?:[-–—]{1,2} ?|[专综]?合?外?电|讯)")
_DATELINE = 24
"""How many characters of a paragraph a dateline may take."""
_SINCE_THEN = re.compile(r"(?<!有史)(?<!历史)以来")
_JUST_NOW = re.compile(r"(?:日前|近日|近期|不久前)(?=已|刚|曾|[^，。的]{0,3}$)")
"""Between a time at which somebody is asked and what was done before: 在昨天的记者会上就大使|日前已抵达|提问."""
_RECENTLY = re.compile(r"最近|近日|日前|近期|不久前")
"""In a clause whose time no other clause tells: 去年2月暂停，协会|最近致函."""
_LATELY = re.compile(r"[、，](?:最近|近日|日前|近期)")
"""Between a time and what has one of its own, without a date: 去年底流亡海外、最近|转往澳大利亚."""
_BY_NOW = re.compile(r"如今|现在|现今|而今|终于")
_NEAR = 8
_UP_TO_NOW = re.compile(r"以来|至今|迄今")
_EARLIER = re.compile(r"[天周月年日]之?前[（(]?$|[天周月年日]之?前[（(]")
_THEN = re.compile(r"曾|任职|任内|当时|当年|时任")
_QUOTATION = re.compile(r"“[^“”]*”|「[^「」]*」")
_BRACKET = re.compile(r"[（(][^（）()]*[)）]")
_TELLS_MORE = re.compile(r"释放|出狱|去世|逝世|获释|开庭|判刑|逮捕|被捕|拘留")
"""In brackets beside a time: what else was done then."""
_OF_MAIN = re.compile(r"[^,]{0,6}d[nSOL]{0,4}P")
"""Between what describes somebody and a time of what he does: 到北京述职的林郑月娥|16日举行记者会."""
_ONCE = re.compile(r"原(?:定|订|计划|本)[在于]?$")
_PUT_OFF = re.compile(r"[，。；]?[^，。；]{0,8}(?:推迟|延后|延期|顺延|改[在于到至为期])")
_FOR_WHAT = re.compile(r"为(?:了|出席|参加|准备|筹备)")
_CAUSED = re.compile(r"(?:因为?|由于|对于?|针对|参与|涉嫌|涉及|煽动|策划|发动|制造)[^，。；]{0,3}$")
_INCIDENT = re.compile(
    r"[^，。；就对因在与为和同跟向]{0,16}的[^，。；的就对因在与为和同跟向]{0,6}(?:事件|骚乱|暴乱|暴动|政变|惨案|案件|事故|冲突|集会|示威|游行)"
    r"(?![中上里时期当爆发])"
)
"""Before and behind a time that only says which incident: 因煽动|1月6日|冲击国会的事件; not 周一就加沙的冲突通话."""
_LIFETIME = 60
_REACH = 14
_NOUNS_OF = re.compile(r"n+d")
_HOURS = re.compile(r"[上下]午|晚|早|中午|凌晨|傍晚|深夜|稍|当地|清晨|[初中下]旬|底|初|末")
_LEADS = re.compile(r"的?(?:[在于][^，]{0,8}|[^，的]{2,5}(?=的))?(?:开始|举行|召开)?的?")
_LEAD = 12
_NOW = re.compile(r"正在|现正|正[就对于值]|目前")
_EARLY = 5
_YEAR = len("2021")
_LEAP_DAY = "-02-29"
_DAY = len("2021-03-01")
_MONTH = len("2021-03")
_LATER = re.compile(
    r"(?<![第月自从一两二三四五六七八九十\d])(?:(?P<count>[一两二三四五六七八九十]{1,3}|\d{1,3}(?!日))(?P<unit>天|日)|"
    r"(?:[一两二三四五六七八九十]{1,3}|\d{1,3})(?:周|个?(?:星期|礼拜)|个月))[之以]?后"
)
"""How long after the time told before: 2月1日通过决议，两天后|法国空袭."""
_SPEAKS_ON = re.compile(r"(?:就|针对|围绕|关于)[^，。]{1,16}$")
_SAYS_SO = re.compile(r"(?![后时中之])[^，。]{0,5}(?:表示|指出|回应|称|说|表态)")
"""Before and behind what somebody only speaks of at a time: 官房长官8日|就首相|访美|表示."""
_REPORTS = frozenset(
    {"确认", "揭露", "披露", "爆料", "曝光", "爆出", "报道", "报导", "透露", "刊登", "刊载", "刊出", "登载"}
)
"""Verbs that say when something was made known, not when it was."""
_BACK = 3
"""Clauses before its own from which an event takes its time; a time alone that opens the sentence holds for all."""
GOVERNS, CARRIED, WEAK, NONE = 3, 2, 1, 0
"""How surely a date belongs to an event."""


class Dated(NamedTuple):
    """A date and how surely it belongs."""

    value: Moment | None = None
    rank: int = NONE
    by: str = ""
    """Where it was found (see :attr:`shilu.records.Event.date_by`)."""


def date_of(scene: Scene, at: int, last: int, day: Moment | None = None) -> Dated:
    """The date of what the units from ``at`` to ``last`` tell, in an article published on ``day``."""
    number = scene.clause_number(at)
    first, end = scene.clauses[number]
    start, stop = scene.units[first].start, _with_brackets(scene, scene.units[end - 1].end)
    inside = [
        t for t in scene.times if t.value and start <= t.start and t.end <= stop and not bounds(scene, t, own=True)
    ]
    told = [t for t in inside if not _is_said(scene, t, at) and not _is_of_other(scene, t, at)]
    if len(told) > 1 and told[0].start < _DATELINE and _HEADS.match(scene.text.plain, told[0].end):
        del told[0]  # 北京3月20日 - 会谈周五结束
    before = [t for t in told if t.end <= scene.units[last - 1].end]
    if before:
        rank = CARRIED if _is_over(scene, before[-1], at) else GOVERNS
        return Dated(joined(scene, before), rank, "clause")
    if told:
        named = len(told) > 1 and scene.text.plain[told[0].start : told[1].start] in ("当天", "当日")
        return Dated(told[int(named)].value, GOVERNS, "clause")
    clause = scene.plain(first, end)
    in_office = _IN_HIS_OFFICE.search(scene.text.plain, scene.sentence.start, start) is not None
    if in_office or _LONG_AGO.search(scene.text.plain, start, scene.units[last - 1].end) or _opens_once(scene, number):
        return Dated(by=ONCE)
    found = Dated() if _RECENTLY.search(scene.plain(first, at)) else _carried(scene, number, day)
    if (later := _later(scene, at, number)) is not None:
        found = _counted(found, later)
    elif found.value is None:
        found = _following(scene, number)
    lacks = found.value is None and found.by != ONCE
    if lacks and scene.around and scene.tells_one:
        return Dated(scene.around[-1].value, CARRIED, "caption")
    if lacks and day is not None and _GOES_ON.search(clause) and not _THEN.search(clause):
        return Dated(these_days(day, clause), WEAK, "present")
    return found


def _later(scene: Scene, at: int, number: int) -> re.Match[str] | None:
    """What says how long after another time it was, in its clause or as the clause before."""
    start, end = scene.units[scene.clauses[number][0]].start, scene.units[at].start
    opened = scene.plain(*scene.clauses[number - 1]).strip("，") if number else ""
    if _LATER.fullmatch(opened):
        start = scene.units[scene.clauses[number - 1][0]].start
    return _LATER.search(scene.text.plain, start, end)


def _counted(found: Dated, later: re.Match[str]) -> Dated:
    """The day so many days after the one found; what is told by weeks or months, or from no day, has none."""
    value, count = found.value, later["count"]
    if value is None or count is None or len(value) != _DAY:
        return Dated(by=ONCE)
    return Dated((date.fromisoformat(value) + timedelta(days=figure(count))).isoformat(), CARRIED, found.by)


def _opens_once(scene: Scene, number: int) -> bool:
    """Whether the clause before is nothing but such a time: 在特朗普政府的最后期间，|美国实施了制裁."""
    if not number:
        return False
    first, end = scene.clauses[number - 1]
    began = _LONG_AGO.match(scene.text.plain, scene.units[first].start, scene.units[end - 1].end)
    return began is not None and "X" not in scene.letters[first:end]


def date_aside(scene: Scene, start: int, last: int) -> Dated:
    """The date of an encounter that its clause only mentions, from the times that stand in its name or lead to it.

    In 美中会谈前，联邦通信委员会12日认定…… the day is that of another deed.
    """
    end = scene.units[last - 1].end
    own = [t for t in scene.times if t.value and t.end <= end and (t.start >= start or _leads_to(scene, t, start))]
    own = [t for t in own if not bounds(scene, t, own=True)]
    return Dated(joined(scene, own), GOVERNS, "clause") if own else Dated()


def _leads_to(scene: Scene, time: Time, start: int) -> bool:
    """Whether nothing but a place stands between a time and the name of an encounter: 3月18日在阿拉斯加的|美中会谈."""
    between = scene.text.plain[time.end : start]
    return len(between) <= _LEAD and bool(_LEADS.fullmatch(between))


def _with_brackets(scene: Scene, end: int) -> int:
    """The end of a clause with the brackets right behind it: 在北京会晤（2019年12月31日）."""
    match = _BRACKET.match(scene.text.plain, end, scene.sentence.end)
    return match.end() if match else end


def these_days(day: Moment, clause: str) -> Moment:
    """The month of what is told as present; in its first days 此次 may tell of the month before."""
    if len(day) < _DAY:
        return day
    published = date.fromisoformat(day)
    if published.day > _EARLY or _NOW.search(clause):
        return day[:_MONTH]
    return f"{(published - timedelta(days=published.day)).isoformat()[:_MONTH]}/{day[:_MONTH]}"


def years_on(moment: Moment, years: int) -> Moment:
    """The same day, month or span of another year; one with a leap day as it is."""
    if _LEAP_DAY in moment:
        return moment
    return "/".join(f"{int(part[:_YEAR]) + years}{part[_YEAR:]}" for part in moment.split("/"))


def _is_of_other(scene: Scene, time: Time, at: int) -> bool:
    """Whether a time only says since when, or after what: 台湾1月选举以来的会晤, 是自布林肯7月访华后的会晤."""
    plain, event = scene.text.plain, scene.units[at]
    put_off = _ONCE.search(plain, max(0, time.start - 4), time.start) and _PUT_OFF.search(plain, event.end)
    if put_off or _is_bracketed(scene, time, event.start):
        return True  # 原定9日的会晤|推迟到16日
    if time.end <= event.start:
        if _FOR_WHAT.search(plain, time.end, event.end) and "而" in plain[event.end : event.end + _REACH]:
            return True  # 明天将为出席|峰会|而接种疫苗
        if _SPEAKS_ON.search(plain[time.end : event.start]) and _SAYS_SO.match(plain, event.end):
            return True
        return (
            _SINCE_THEN.search(plain, time.end, event.start) is not None
            or _LATELY.search(plain, time.end, event.start) is not None
            or _JUST_NOW.search(plain, time.end, event.start) is not None
            or _describes(scene, time, at)
            or _names_year(scene, time)
            or _names_incident(scene, time, at)
        )
    within = (event.cue is None or not event.cue.is_encounter) and names_thing(scene, time)
    _, end = scene.clauses[scene.clause_number(at)]
    since = "以来" in plain[time.end : scene.units[end - 1].end]
    main = _OF_MAIN.fullmatch(scene.letters[at + 1 : scene.unit_at(time.start) or at + 1]) is not None
    # 双方制裁的十天前（3月12日）
    earlier = _EARLIER.search(plain, event.end, time.start) or _SINCE_WHAT.search(plain, event.end, time.start)
    return within or main or since or earlier is not None or _begins_another(scene, time)


def _begins_another(scene: Scene, time: Time) -> bool:
    """Whether a time behind an event opens another clause: 推翻政府的|隔天，安理会开会, or one of a headline."""
    plain = scene.text.plain
    if time.text in NEXT_DAY and plain.startswith("的", time.start - 1):
        return True
    return scene.text.block == TITLE and plain.startswith(" ", time.start - 1)  # 多人被打死 一天前数十人丧生


def _is_bracketed(scene: Scene, time: Time, at: int) -> bool:
    """Whether a time stands in brackets that tell a thing of their own: 被判刑三年（2020年2月17日刑满释放）."""
    for match in _BRACKET.finditer(scene.text.plain, scene.sentence.start, scene.sentence.end):
        if match.start() < time.start and time.end < match.end():
            beside = scene.text.plain[match.start() + 1 : time.start] + scene.text.plain[time.end : match.end() - 1]
            return not match.start() < at < match.end() and _TELLS_MORE.search(beside) is not None
    return False


def _describes(scene: Scene, time: Time, at: int) -> bool:
    """Whether a time only says which thing, or whom: 恢复2015年核协议的谈判, 对参与2月1日政变的人|实施制裁."""
    unit = scene.unit_at(time.start)
    if unit is None:
        return False
    first, _ = scene.clauses[scene.clause_number(unit)]
    led = scene.letters.rfind("t", first, unit)
    if led >= 0 and "v" in scene.letters[led:unit] and "d" in scene.letters[unit:at]:
        return True
    return _names_thing(scene, unit, at)


def _names_thing(scene: Scene, unit: int, at: int) -> bool:
    """Whether a time only names a thing: 恢复2015年核协议的谈判, but 周五上午的谈判."""
    nouns = _NOUNS_OF.match(scene.letters, unit + 1, at)
    return nouns is not None and not _HOURS.match(scene.units[unit + 1].text)


def _names_year(scene: Scene, time: Time) -> bool:
    """Whether a year only says which thing: 为|2022|北京冬奥的参与者提供疫苗."""
    unit = scene.unit_at(time.start)
    if unit is None or time.value is None or len(time.value) != len("2021"):
        return False
    first, _ = scene.clauses[scene.clause_number(unit)]
    led = scene.letters[first:unit].rfind("t")
    behind = scene.letters[unit + 1 : unit + 2]
    return led >= 0 and "v" not in scene.letters[first + led : unit] and behind in ("n", "L", "S", "O")


def _names_incident(scene: Scene, time: Time, at: int) -> bool:
    """Whether a time only says which incident the clause tells of before the event."""
    plain, event = scene.text.plain, scene.units[at].start
    caused = _CAUSED.search(plain, max(0, time.start - 8), time.start)
    return caused is not None and _INCIDENT.match(plain, time.end, event) is not None


def _is_over(scene: Scene, time: Time, at: int) -> bool:
    """Whether another thing is told between, after which this came: 16日访问北京后与王毅会晤."""
    return bool(_OVER.search(scene.text.plain, time.end, max(time.end, scene.units[at].start)))


def _following(scene: Scene, number: int) -> Dated:
    """A time of the next clause that says when it is held: 两人将会谈，定于4月9日举行."""
    behind = scene.clauses[number + 1 : number + 3]
    if len(behind) > 1 and not _tells_or_dates(scene, *behind[0]):
        del behind[0]  # 对于两人的会谈，正在进行协调，预计将于4月举行
    if not behind:
        return Dated()
    first, end = behind[0]
    low, high = scene.units[first].start, scene.units[end - 1].end
    times = [t for t in scene.times if t.value and low <= t.start and t.end <= high and not bounds(scene, t)]
    held = _HELD.search(scene.text.plain, low, high)
    own = any(unit.letter == "X" for unit in scene.units[first:end])
    return Dated(times[0].value, CARRIED, "behind") if times and held and not own else Dated()


def _tells_or_dates(scene: Scene, first: int, end: int) -> bool:
    """Whether a clause tells something of somebody, or of another time."""
    return not {"X", "T", "S", "P", "O", "L", "M"}.isdisjoint(scene.letters[first:end])


def _is_said(scene: Scene, time: Time, at: int) -> bool:
    """Whether a time says when something was said, not when it happened: 周五表示将与…, 来访的…周五说."""
    unit = scene.unit_at(time.start)
    if unit is None:  # 周二（9日）预测: brackets are no units
        unit = next((i for i in range(len(scene.units) - 1, -1, -1) if scene.units[i].end <= time.start), None)
    if unit is None:
        return False
    _, end = scene.clauses[scene.clause_number(unit)]
    told = scene.units[unit : at if unit < at else end]
    return any(other.letter == "r" or other.text in _REPORTS for other in told)


def _opens(scene: Scene, number: int) -> bool:
    """Whether no more than a month opens the sentence, and no other time leads to a clause: 去年四月，他…，|被召见.

    What is told so far behind a day may have been on another.
    """
    first, end = scene.clauses[0]
    if any(t.value and len(t.value) >= _DAY for t in scene.times if t.end <= scene.units[end - 1].end):
        return False
    until = scene.units[scene.clauses[number][0]].start
    others = any(t.value and scene.units[end - 1].end <= t.start < until for t in scene.times)
    alone = ALONE.fullmatch(scene.letters, first, end) is not None
    if _BY_NOW.search(scene.text.plain, scene.units[first].start, until + _NEAR):
        return False  # 去年，特朗普在任，…，如今|布林肯会见…
    return alone and not others and is_in_part(scene, number, scene.units[first].start)


def _is_quoted(scene: Scene, time: Time, number: int) -> bool:
    """Whether a time stands in words in quotation marks that end before the clause: 批评“|3月22日|的行径”，并制裁…."""
    start = scene.units[scene.clauses[number][0]].start
    quotations = _QUOTATION.finditer(scene.text.plain, scene.sentence.start, start)
    return any(match.start() < time.start and time.end < match.end() for match in quotations)


def _is_long_past(time: Time, day: Moment | None) -> bool:
    """Whether a time of another deed is too long ago for those of whom the report tells: 1901年的条约，下方是会谈."""
    return day is not None and time.value is not None and int(time.value[:4]) < int(day[:4]) - _LIFETIME


def _carried(scene: Scene, number: int, day: Moment | None) -> Dated:
    """A time of the clauses before: one that opens the sentence governs, another only lends itself."""
    near = range(number - 1, max(-1, number - _BACK - 1), -1)
    for earlier in (*near, *((0,) if number > _BACK and _opens(scene, number) else ())):
        first, end = scene.clauses[earlier]
        low, high = scene.units[first].start, scene.units[end - 1].end
        times = [t for t in scene.times if t.value and low <= t.start and t.end <= high and not bounds(scene, t)]
        times = [
            t for t in times if not (names_topic(scene, t) or is_of_another(scene, t) or _is_quoted(scene, t, number))
        ]
        if (
            not times
            or _SINCE_WHAT.match(scene.text.plain, low, high)
            or _UP_TO_NOW.search(scene.text.plain, low, high)
        ):
            continue
        said = any("r" in scene.letters[low_:high_] for low_, high_ in scene.clauses[earlier + 1 : number])
        if said:
            continue  # 周五，白宫宣布，菅义伟将…
        if ALONE.fullmatch(scene.letters, first, end):
            return Dated(joined(scene, times), GOVERNS, "before")
        if not is_in_part(scene, number, high):
            break  # 有牧师王怡，他2019年被判刑；有学者伊力哈木，他|被判无期徒刑
        quiet = [t for t in times if not _is_said(scene, t, end)]
        if quiet and not _is_long_past(quiet[-1], day):
            return Dated(joined(scene, quiet), CARRIED, "before")
    return Dated()


def is_in_part(scene: Scene, number: int, at: int) -> bool:
    """Whether no semicolon stands between a place in the text and the clause with a number."""
    start = scene.units[scene.clauses[number][0]].start
    return not any(mark in scene.text.plain[at:start] for mark in "；;")
