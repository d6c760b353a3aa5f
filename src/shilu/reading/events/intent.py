"""Encounters that nothing shows as done, and the words beside make intended or come to nothing: 访问台湾|计划."""

from __future__ import annotations

import re

from shilu.reading.events.status import State
from shilu.reading.events.tense import MEANT_ONCE, was_to_be

_INTENDED = re.compile(
    r"的?(?P<planned>(?:计划|安排)(?![了好在于]))|的?(?:意[向愿图]|指望|心愿|提议|倡议|请求|愿望|想法|念头)|[^，。；]{0,8}的(?:心愿|愿望|意愿)|的(?:可能|机会|邀请)|可能性|"
    r"[^，。；]{0,3}(?:持开放态度|感兴趣|有兴趣)|一事[^，。；]{0,4}(?:进行|展开)?(?:磋商|协商|谈判|讨论)|(?:的?(?:相关|有关|具体))?事宜"
)
"""Nouns behind a visit that make it one intended: 访问台湾|计划, 访韩|意向."""
_FULFILLED = re.compile(r"(?:实现|了却|满足|达成|圆)了?[^，。；]{0,8}$")
"""Before a wish that came true: 实现了|访问台湾的心愿."""
_HOPED = re.compile(
    r"(?:(?:并?没有|不抱|不存)(?:任何|过高|太[高多]|多大|什么)的?|抱有|充满|寄予)[^，。；的]{0,3}(?:期待|期望|指望|希望|幻想)"
)
"""Behind what is only looked forward to: 对中美对话|没有过高期待."""
_OF_TIME = re.compile(r"的?(?:具体)?(?:日期|时间表?|时程)")
_UNTOLD = re.compile(
    r"(?:商讨|商量|商议|磋商|协调|敲定|商定|(?:拒绝|没有|尚未|并未|未|不愿|不肯)(?:透露|公布|说明|宣布|确定))(?=[^，。；]*$)"
)
"""Behind and before an encounter of which it is not settled, or not told, when it will be."""
_PREPARED = re.compile(r"的?[^，。]{0,3}?(?:[作做]好?准备|铺路|预热|打前站)")
_OF_OTHER = frozenset({"了", "过", "已", "曾", "已经"})
"""Words that tell of the verb before an intention: 确认了|访韩意向."""
_ON_WHAT = re.compile(r"(?:就|有关|关于)(?:[^，。]{0,6}(?:[员官团者]|专家|代表))?$")
_ON_WHOSE = re.compile(r"[国方华美日欧俄]就(?![任职读近此在位要将可会已曾是])[^，。的了后时]{2,6}$")
_TALKED_OF = re.compile(r"[^，。；]{0,14}(?:磋商|谈判|协商|商谈|洽谈|商讨)")
"""Before and behind a visit that others talk of: 美国与中国就布林肯|访问北京|进行磋商."""
_MATTER = re.compile(
    r"[^。；]{0,20}(?:磋商|谈判|讨论|协商|商谈|商讨|商议|沟通|交涉|洽谈|会谈|对话|交换|达成|"
    r"交谈|表态|回应|表示|提出|接触|协调)"
)
"""Behind what is talked of: 就|访问新疆|磋商, but 上任不久就|访问印度."""
_UNDONE = re.compile(
    r"，(?:但|却|然而|不过|后来?|最终|最后|因|由于|[^，。；]{1,8}(?:被迫|突然|临时))[^。；]{0,24}?"
    r"(?:(?:取消|推迟|延期|延后|改期|中止|搁置)(?!了?[与对和在同跟])|作罢|(?:未能?|没有?|没能)成行|泡汤|告吹)"
)
"""Behind what was once intended: 原计划访问日本|，但因疫情没有成行."""
_WILL_BE = re.compile(r"，(?:预计|预料|料|估计)?(?:也|还|都)?将(?:会)?(?:是|成为|聚焦|登场)")
"""Right behind an encounter that is to come: 首次会晤|，预计将是一次考验."""
_SPOKEN_IN = re.compile(
    r"[中上时]，(?:(?!将|会|拟|料|望)[^，。；]){1,14}(表示|指出|强调|谈到|提到|重申|说|告诉)(?!法|明|服)"
)
"""Right behind an encounter what somebody said in it: 在两人的会谈|中，岸信夫表示."""


def is_prepared(after: str) -> bool:
    """Whether somebody only prepares for it: 为他访问土耳其|作准备."""
    return bool(_PREPARED.match(after))


def intended(state: State, after: str, before: str = "") -> State:
    """The state of an encounter that nothing shows, where the words beside make it one only intended: 访问台湾|计划.

    ``before`` may lead to it as what is talked of: 与中国就|访问新疆|磋商.
    """
    if not state.shown and (talked_of := _talked_of(before, after)) is not None:
        return talked_of
    if state.status != "happened":
        return state
    if match := _PREPARED.match(after) or (None if state.shown else _HOPED.match(after)):
        return State("planned", shown=True, by=match[0])
    match = None if state.shown and state.by not in (*_OF_OTHER, "date") else _INTENDED.match(after)
    if match is None or (not match["planned"] and _FULFILLED.search(before)):
        return state
    return State("planned" if match["planned"] else "proposed", shown=True, by=match[0])


def _talked_of(before: str, after: str) -> State | None:
    """The state of what the words beside make but the matter of talks."""
    topic = _ON_WHAT.search(before)
    if topic is not None and (not topic[0].startswith("就") or _MATTER.match(after)):
        return State("proposed", shown=True, by=topic[0])
    if _ON_WHOSE.search(before) and _TALKED_OF.match(after):
        return State("proposed", shown=True, by="就")
    return None


def untold(state: State, before: str, after: str) -> State:
    """The state of an encounter of which it is not settled, or not told, when it will be: 拒绝透露|会面|的日期."""
    unsettled = _UNTOLD.search(before) if not state.shown and _OF_TIME.match(after) else None
    return state if unsettled is None else State("planned", shown=True, by=unsettled[0])


def undone(state: State, before: str, rest: str) -> State:
    """The state of an encounter that was once intended, where the ``rest`` of the sentence says it came to nothing."""
    once = was_to_be(before) or MEANT_ONCE.match(rest) is not None
    if state.status == "planned" and once and (match := _UNDONE.search(rest)):
        return State("cancelled", shown=True, by=match[0])
    return state


def told_by_rest(state: State, rest: str) -> State:
    """The state of an encounter of which the ``rest`` of the sentence says what it will be, or what was said in it."""
    if state.status != "happened" or state.shown:
        return state
    if match := _WILL_BE.match(rest):
        return State("planned", shown=True, by=match[0][1:])
    if match := _SPOKEN_IN.match(rest):
        return State("happened", shown=True, by=match[1])
    return state
