"""Whether a time is that of the deed its clause tells, or only bounds it, names a topic, or is another thing's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.reading.lexicon import words

if TYPE_CHECKING:
    from shilu.reading.events.scene import Scene
    from shilu.records import Time

_DAY = len("2021-03-01")
_SINCE = re.compile(r"(?:自从?|从|截至|截止|迄今|早于|距离?)$")
_VAGUE = re.compile(r"以来|之前|以前|之后|以后|前(?!往|首|总|国|外)|后(?!天|续)")
_BEGINS = re.compile(r"起|开始|[被遭]")
_AHEAD_OF = re.compile(
    r"[^，。；]{0,4}(?:[来到出受]?访|会[晤谈见面]|抵达|前往|峰会|会议|启程|赴)[^，。；]{0,8}?(?:之前|前夕|前(?=[接发先曾向对与，宣表强]))[^，。；]"
)
"""Behind a time what its clause only tells as yet to come: 22日|访华前接受采访."""
_BESIDE = frozenset({"前一", "后一"})
_TERM = re.compile(r"(?:刑期|期限|有效期|任期|合同|协议|居住|[拘扣关羁收还]押|监禁|拘禁|隔离|拘留)[^，。]{0,2}[至到]$")
_BORN = re.compile(r"[（(]?(?:前后|左右)?(?:出生|生(?!效|产|活|病|前|意|态|命))")
NEXT_DAY = frozenset({"次日", "翌日", "隔天", "隔日", "第二天"})
_ENDED = re.compile(r"(?:结束|闭幕|落幕|举行|[谈晤面话会])(?:之?后)?的$|(?:到访|访问|抵达)[^，。]{0,4}的$|后的?$")
"""Before a day that is counted from another deed."""
_OF_WHAT = re.compile(r"[^\W\d在于的]")
_IN_OFFICE = re.compile(
    r"(?:上[台任]|就[任职]|当选|履新|执政|接任|入主白宫)[^，。；]{0,2}(?:之?后(?!来|天|续|者|立即|立刻|随即|当[天日]|马上|[^，。]{0,2}首)|以来|至今|迄今)"
)
"""Behind the time at which somebody took office, after which things are told: 1月20日|上任后两次通话."""
_ON_AND_ON = re.compile(r"[^，。]{0,12}?(?:之后|以后|后)(?:仍|还|一直)?(?:继续|持续|不断)")
_DONE_THEN = re.compile(r"T[aT]*(?:[wt][SOLPn]+)?[vX][vXnaTSOL]*d")
_ON = frozenset({"针对", "就", "关于", "因", "由于", "对于", "涉", "涉嫌", "参与", "根据", "依据", "按照"})
_AT_WHICH = frozenset(words("出席 参加 列席 主持 会见 见证 在 参与 结束 完成"))
"""Verbs of those who are there on the day of what they attend: 出席|23日的|会议时."""
_VISIT = re.compile(r"[^，。；起]{0,3}(?:[来到出]?访|会[谈晤面])[^，。；]{0,3}(?:计划|一事|行程|安排)")
_ON_THE_EVE = frozenset({"之际", "际", "前夕"})
_IS_TO_BE = re.compile(r"准备|即将|将|定于|计划|预定|拟|筹备")
_UNTIL = frozenset({"前", "之前", "以前", "前夕"})
ALONE = re.compile(r"[lanwd]*T[TnlSLOwcd]*")


def bounds(scene: Scene, time: Time, *, own: bool = False) -> bool:
    """Whether a time only bounds what is told: 自今年一月上任后, 2016年以来, 截至周五.

    What 继 leads (继上月9日访问台湾) has its own time there, and lends it to no other clause.
    """
    plain = scene.text.plain
    behind = plain[time.end : time.end + 18]
    if not own and plain[max(0, time.start - 1) : time.start] == "继":
        return True
    if time.text in NEXT_DAY and _ENDED.search(plain, max(0, time.start - 8), time.start):
        return True  # 会谈结束的次日
    if behind.startswith("为止") or _BORN.match(behind) or _TERM.search(plain, max(0, time.start - 8), time.start):
        return True  # 到今天为止已有八国召见, 1956年生, 刑期至2022年9月10日, 监视居住到5月23日
    if time.text[:2] in _BESIDE and _OF_WHAT.match(plain, max(0, time.start - 1)):
        return True  # 会面前一天
    if _SINCE.search(plain[max(0, time.start - 2) : time.start]):
        return not _BEGINS.match(behind)
    return bool(_VAGUE.match(behind) or _IN_OFFICE.match(behind) or _ON_AND_ON.match(behind))  # 2月1日政变后继续镇压


def names_topic(scene: Scene, time: Time) -> bool:
    """Whether a time stands in a phrase on something else: 针对2月发生的事件, 涉嫌参与2020年的选举, 18日会谈前."""
    unit = scene.unit_at(time.start)
    if unit is None:
        return False
    first, last = scene.clauses[scene.clause_number(unit)]
    for i in range(first, unit):
        text = scene.units[i].text
        if text in _ON and not (text == "就" and scene.letters[i + 1] in "lT"):  # not 就在昨天
            return True
        named = text == "对" and not {"S", "O", "P"}.isdisjoint(scene.letters[i:unit])
        if named and _leads_to_thing(scene, time, unit):
            return True  # 对参议院|今年夏季|访台计划表示担忧, but 对中国|周二|宣布制裁
    if scene.units[last - 1].text == "以来":
        return True
    fine = time.value is not None and len(time.value) >= _DAY
    return fine and scene.units[last - 1].text in _UNTIL and not ALONE.fullmatch(scene.letters, first, last)


def _leads_to_thing(scene: Scene, time: Time, unit: int) -> bool:
    """Whether a noun, or what is planned, stands right behind a time."""
    behind = scene.units[unit + 1].text if unit + 1 < len(scene.units) else ""
    thing = scene.letters[unit + 1 : unit + 2] in ("n", "d") and not behind.startswith(("起", "开始"))
    return thing or _VISIT.match(scene.text.plain, time.end) is not None


def is_of_another(scene: Scene, time: Time) -> bool:
    """Whether a time of another clause is that of what its clause only mentions.

    So of what comes after its deed (在22日访华前接受采访), and of what describes the thing it is on
    (预告22日举行的会晤).
    """
    unit = scene.unit_at(time.start)
    if unit is None:
        return False
    first, last = scene.clauses[scene.clause_number(unit)]
    if _AHEAD_OF.match(scene.text.plain, time.end, scene.units[last - 1].end):
        return True
    if scene.units[last - 1].text in _ON_THE_EVE and _IS_TO_BE.search(scene.plain(first, unit)):
        return True  # 在双方准备于|周四|会晤之际，官员呼吁…
    day = time.value is not None and len(time.value) == _DAY
    thing = is_within(scene, time) or (day and scene.letters.startswith("d", unit + 1))
    verbs = [u.text for u in scene.units[first:unit] if u.letter in "vrX"]
    return thing and bool(verbs) and verbs[-1] not in _AT_WHICH  # 谴责2月1日的政变


def is_within(scene: Scene, time: Time) -> bool:
    """Whether a time stands in what describes a thing, or somebody: 3月11日通过|的议案, 2月1日夺权|的军方."""
    unit = scene.unit_at(time.start)
    return unit is not None and _DONE_THEN.match(scene.letters, unit) is not None


def names_thing(scene: Scene, time: Time) -> bool:
    """Whether a time behind a deed only says of what day a thing is: 谴责|2月1日的政变, 批准|3月11日通过的议案."""
    unit = scene.unit_at(time.start)
    return is_within(scene, time) or (unit is not None and scene.letters.startswith("d", unit + 1))
