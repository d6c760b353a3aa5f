"""Whether a thing took place: from the words before and after the one that tells it, and from its date.

PLOVER's own projects never coded this; the strict codes that follow from it are in :mod:`shilu.reading.events.plover`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from shilu.reading.events.tense import DONE, MEANT_ONCE, TIMES_TO_COME, is_to_come, mark
from shilu.records import TO_COME
from shilu.wording import SUMMONS

if TYPE_CHECKING:
    from shilu.records import Moment, Status

_ABOUT_TO = re.compile(r"(?<![需只主重想首必不])要$|即将$")
"""Before what is about to be done: 两国高层官员要|会面了."""
_ARRIVED = re.compile(r"飞?抵(?:达)?")
"""Verbs that tell of an arrival as done where nothing says that it is to come."""
_IS_DONE = re.compile(r"[了过].?$")
_HAS_HELD = re.compile(r"(?:[举进]行|举办|召开|展开)了[^，。；]{0,12}$")
_NO_MARK = re.compile(r"了[解断却结]|过[程去往境度]")
_AFTER = re.compile(r".*(?:继|自从?|[^，]是)(?=[^，]*$)")
_TELLS_OF = re.compile(r"(?:发表|发布|公布|公开|撰写|提交|出版)(?!会|日)[^，。；并和及后再]{0,14}$")
_ACCOUNT = re.compile(r"[^，。；]{0,14}(?:报告|结果|成果|细节|行程|日程|纪要|纪录|记录|回忆录)")
"""What is to be published is an account of a visit that is over: 将发表|武汉之行|的报告."""
_ORDERED = re.compile(r"(已经?)(?:要求|请求|指示|下令)$")
"""Before an ambassador's summons that a minister has ordered: 他|已要求|召见大使."""
_CALLS = re.compile(
    r"(?:尽[早快]|早日)..|邀请?|要求?|施压|呼吁|提议|建议|敦促|主张|请求|鼓励|期待|期望|希望|(?:建议|提议|主张|呼吁|希望)要"
)
_CALLED_OFF = re.compile(
    r"^(?![^，。；]{0,4}(?:要求|呼吁|敦促|施压))[^，。；]{0,6}?(?:被|遭|已|宣布)?(?:取消|推迟|延期|延后|泡汤|告吹|流产|搁置|受阻|遇阻|遭拒)"
    r"|^[^，。；]{0,4}(?:因|由于|受)[^，。；]{1,16}?(?:被迫|临时|突然|紧急|无限期|再[次度]|而)*"
    r"(?:取消|推迟|延期|延后|搁置|搁浅|作罢|告吹|泡汤)(?!了?[与对和在同跟])"
)
_PUT_OFF_TO = re.compile(
    r"^[^，。；]{0,8}?(?:推迟|延期|延后|顺延|改期|延)(?:了?(?:到|至|为)|了?[一两三四五六七八九十\d]+个?(?:周|天|日|月|年|星期|礼拜)|"
    r"[^。；]{0,16}?[，\s][^，。；]{0,4}改(?:在|于|到|至|为|\d))"
)
"""Behind what is put off to another day, which is planned: 访美日期|推迟至4月, 会晤|推迟一周."""
_AHEAD = re.compile(
    r"前夕|原[定订]|时，?(?:将|可能|或将|有望|料将|预计)|即将|[也还都]?将(?:于|在|会)?|登场前|(?:召开|举行|登场)?在即|[^，。；的]{0,4}?即将(?:拉开|登场|上演|展开|开始|举行|召开)|[^，。；的]{0,10}?将(?:于|在)?[^，。；]{0,14}?(?:举行|进行|召开|登场|展开|启动)"
)
_THEN_WILL = re.compile(r"[^，。；]{0,8}?(?:之?后|以后)[^，。；]{0,4}?将(?!近|军|士|领|来)")
"""Behind what is still to come, as is what will follow it: 抵达首尔|后将征询意见."""
_BEFORE = re.compile(r"(?:之)?前(?!往|首|总|国|外|所|在|来)")
_IN = re.compile(r"[不未没无][^，。]{0,3}(?:在|于|因为?)[^，。]*$")
_WITHIN = re.compile(
    r"(?:会谈|会议|峰会|对话|对谈|谈判|磋商|会晤|通话)\|"
    r"(?:上(?![海月周任届])|里|中(?![国方共东止断])|时(?!间|程|任)|期间|而(?!是)|[之以][前后]|后|前(?![往总首外国众防任]))"
)
"""Behind an encounter within which, or for which, something else is not done: 不会在|会谈中达成共识."""
_ON_COURSE = re.compile(r"的?(?:能够?|可以|会(?!谈|议|晤|面)|时|期间|中|上|取得|达成|聚焦|富有|有所)")
"""Behind an encounter of which only the outcome is wished for."""
_ACCORD = re.compile(r"(?:中|时)?(?:所?达成的)?的?(?:重要)?(?:精神|共识)")
_BY_ACCORD = re.compile(r"(?:按照|依照|根据|落实|遵循|贯彻|秉持|本着)[^，。；]*$")
"""Behind and before an encounter by whose outcome others mean to act."""


class State(NamedTuple):
    """A status, and whether anything shows it."""

    status: Status
    shown: bool
    by: str = ""
    """The word that shows it, or ``date``."""


def since(before: str, after: str) -> str:
    """The words before without what comes after the encounter: 这将是继|两人会晤|后首次对话."""
    return _AFTER.sub("", before) if before and after.startswith(("后", "之后", "以来", "以后")) else before


def is_before(after: str) -> bool:
    """Whether what the clause tells comes before the encounter: 会谈|前夕."""
    return bool(_BEFORE.match(after))


def is_done(word: str, after: str) -> bool:
    """Whether the event word is told as done by itself or by what stands behind it: 会见|了, 谈过, not 来台|了解."""
    return bool(_IS_DONE.search(word + ("" if _NO_MARK.match(after) else after[:1])))


def is_told_as_done(before: str, word: str, after: str) -> bool:
    """Whether 了 tells it as done, and nothing as to come: 与他举行了|会谈, 会见了, but not 就要会面了."""
    light = _HAS_HELD.search(before) is not None
    return (light or is_done(word, after)) and not is_to_come(before) and not _ABOUT_TO.search(before)


def is_past(date: Moment | None, published: str | None) -> bool:
    """Whether a date lies wholly before the day of publication."""
    return _order(date, published) < 0


def is_ahead(date: Moment | None, published: str | None) -> bool:
    """Whether a date lies wholly behind the day of publication."""
    return _order(date, published) > 0


def state_of(before: str, word: str, after: str, date: Moment | None, published: str | None) -> State:
    """The status of an event told by ``word`` with its clause before and after it.

    ``date`` is the event's own. One after the day of publication is still to come whatever the verb says, and one
    before it has happened unless the event was called off or denied.
    """
    told, by = _said(before, after)
    if told == "proposed" and word in SUMMONS and (ordered := _ORDERED.search(before)):
        told, by = "planned", ordered[1]
    ahead = _ahead(before, word, after) or (MEANT_ONCE.search(before) if told is None else None)  # 原定9日访美|，但推迟
    if told == "cancelled" and ahead:
        told, by = "planned", ahead[0]  # 此前被推迟的访问|将在4月成行
    if told == "denied" and _IN.search(before) and _WITHIN.match(f"{word}|{after}"):
        told, by = None, ""
    if told in ("planned", "expected") and is_done(word, after) and not ahead:
        told, by = "happened", "了"  # 签署合作计划前会见了总统, but 要会面|了
    order = _order(date, published)
    if told in ("denied", "cancelled"):
        return State(told, shown=True, by=by)
    if order < 0:
        return _over(before, told, by)
    if told in TO_COME:
        once = MEANT_ONCE.search(before)
        return State(told, shown=True, by=once[0] if once else by)
    if order > 0:
        return State("planned", shown=True, by="date")
    if told is None and (ahead or _BEFORE.match(after)):
        return State("planned", shown=bool(ahead), by=ahead[0] if ahead else "")
    done = DONE.search(after[:2] + word) or _ARRIVED.match(word)
    return State("happened", shown=bool(told or done), by=by or (done[0] if done else ""))


def _said(before: str, after: str) -> tuple[Status | None, str]:
    """The status that the words before and right behind tell."""
    if _TELLS_OF.search(before) and _ACCOUNT.match(after):
        told, by = None, ""
    else:
        told, by = mark(before)
    if told in TO_COME and _ACCORD.match(after) and _BY_ACCORD.search(before):
        return "happened", "按照"  # 同意按照两国元首|通话|精神保持对话
    if told == "proposed" and _ON_COURSE.match(after) and any(time in before for time in TIMES_TO_COME):
        told = "planned"  # 希望下周的对话|能聚焦合作: what it is to bring
    if called_off := _CALLED_OFF.match(after):
        told, by = "planned" if _PUT_OFF_TO.match(after) else "cancelled", called_off[0]
    return told, by


def _ahead(before: str, word: str, after: str) -> re.Match[str] | None:
    """The words beside the one that tells an encounter that put it off to come."""
    if after.startswith("了") and (soon := _ABOUT_TO.search(before)):
        return soon
    return _AHEAD.match(after) or (_THEN_WILL.match(after) if _ARRIVED.match(word) else None)


def _over(before: str, told: Status | None, by: str) -> State:
    """What has a day that is over has happened, unless it was only to be: 原计划1月访问."""
    if told in ("proposed", "planned") and _CALLS.fullmatch(by):
        return State(told, shown=True, by=by)  # 昨天呼吁举行会议, 昨天要求取消|访问
    once = None if told == "happened" else MEANT_ONCE.search(before)
    if once is not None:
        return State("cancelled", shown=True, by=once[0])
    return State("happened", shown=True, by=by if told == "happened" else "date")


def _order(date: Moment | None, published: str | None) -> int:
    """Whether a date lies wholly before (−1) or after (1) the day of publication."""
    if date is None or published is None:
        return 0
    first, last = date.split("/")[0], date.split("/")[-1]
    if first[: len(published)] > published[: len(first)]:
        return 1
    return -1 if last < published[: len(last)] else 0
