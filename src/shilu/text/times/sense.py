"""Whether a clause looks back or ahead: 周五宣布 is the last Friday, 将于周五 the next one.

News tells what was; a bare weekday or day is taken as past unless its clause says 将, 预计, 拟 and the like. A speech
verb straight after the time binds it (周三表示，将…: the saying was on Wednesday), so whichever comes first decides.
"""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

Sense: TypeAlias = Literal["past", "held", "since", "over", "future", "open"]
"""``since`` is past for certain: 自11月以来, 曾; a verb of telling alone (说, 宣布) makes a clause only ``past``, one
for what is announced in the same words (举行峰会) only ``held``. What somebody has suffered is ``over``."""

_REACH = 40  # characters looked at on each side: clauses are shorter, and the cost per expression stays bounded
_STOP = re.compile(r"[，,。！!？?；;：:\n“”「」『』]")
# 将 as 把 (将五家公司列入) is not the future: what follows 将 tells them apart.
_JIANG = (
    r"将(?=改?[在于]|分[别批头]|[在于会与和同就对向到赴前访举召进出发公宣审讨继是有被可不无首再从为要面接参抵启签成先最很也还继延达开结迎展决播推视正"
    r"超共由以着派表投提实生出重失上升降登通届来飞亲])"
)
_FUTURE = re.compile(
    rf"{_JIANG}|即将|预[计定期估测告料]|料将|定于|(?<![虚模草比])拟(?!议)|(?<![的据按照])计划(?!的|书|，|$)|打算|有望|准备在|要在|(?<![理议国大员峰协商学社教总基联工者和晚聚集年党部])会在|就会|届时|[将要须]等到|最[快迟晚]|明年|下届|可望|或将|或于|迎来|"
    r"(?:推迟|延期|延后|顺延|押后|改期|(?<![蔓绵拖])延)了?[到至]"
)
_BACKWARD = re.compile(
    r"曾|已经|已(?!知|故)|了|刚刚|刚|昨|自|以来|至今|截至|截止|当时|获得|结束|上一?次|最近一次|此前|之前|稍早|早些时候|早前"
)
_SUFFERED = re.compile(
    r"(?:被|遭)[^，。；将会]{0,14}?(?:逮捕|拘捕|抓捕|批捕|捕|抓走|抓|刑拘|拘留|判处?|传唤|带走|关押|羁押|绑架|杀害|打死)(?!的?(?:日|时))"
)
"""What somebody has suffered is over, however few days ahead such a day may be: 4月19日|被抓捕."""
_SINCE = re.compile(r"继(?!续|任)|自从?")
_SO_FAR = re.compile(r"曾|自|以来|至今|截至|截止|当时")
_SAID = re.compile(
    r"表示|说|称|指出|宣布|告诉|认为|强调|透露|报道|报导|发表|发布|公布|批评|谴责|指责|指控|抨击|抗议|驳斥|拒绝|反对(?![党派])|敦促|要求|赞扬|称赞|赞赏|感谢|呼吁|警告|承诺|写道|回应|证实|否认|会见|会晤|通话|抵达|举行|批准|准许|通过|提出|签署"
)
_HELD = "举行"
_CAME_OF_IT = re.compile(r"没有|未能?|并")
_OF_NOUN = re.compile(r"(?:会见|会晤|通话|举行|签署)的")
"""18日举行的|会谈 may be to come: the verb only describes."""
_PROPOSES = re.compile(
    r"(?:建议|提议|提出|邀请|约定|商定|同意)[^，]{0,6}[在于]?$|邀请?[^，]{1,24}(?:参加|出席|参与)[^，]{0,4}$"
)
"""Before the day on which something is to be: 建议双方在|周五对话."""
_ABOUT = re.compile(r"(?:谈[到及]|讨论|提[到及]|回顾|检讨|汇报|延续|跟进|落实)$")
"""Before the day of what is only talked of, be that to come: 将谈到|12日的峰会."""
_TO_COME = re.compile(r"的?[^，。；]{0,12}(?:峰会|会议|会谈|会晤|选举|大选|大会)[之以]?前(?!往|首|总|国|外)")
"""Behind the day of what others come before: 周四的峰会前."""
_BARE_DAY = re.compile(r"\d{1,2}[日号]")
"""A day without a month, the nearest one: 25日的会晤前, told on the 15th or on the 19th."""
_FROM = re.compile(r"[自从由]$")
_TAKES_EFFECT = re.compile(
    r"(?:凌晨|零[时点]|上午|下午)?起[^了已]{0,16}?(?:征|实施|施行|生效|执行|实行|禁|暂停|停止|恢复|开放)"
)
"""Behind the day from which a measure is in force, the nearest one: 自|28日起征收关税, told on the 26th."""
_GOES_ON = re.compile(r"(?:并|再|又|随后|然后|接着|之后|继而)?[于在从]?(?<=.)")
"""All that a clause says before its time where it goes on with the one before."""
_AND = re.compile(r"并(?![没未非不])|以及")
"""What opens a clause that its subject's plan goes on in: 计划提议会谈，并安排双方在|4月22日会晤."""
_WHEN_MET = re.compile(r"(?:会晤|会谈|会面|会见|通话|访问|见面)(?:之?时|期间)$")
_WILL_THEN = re.compile(r"(?:也|都|就|还)?将(?=会|不|与|就|向|在|讨论|提出|谈|强调|要求|表|签|举|继续)")
"""A meeting at which something will be done is to come: 在18、19日会晤时，|将不会有所保留."""
_AT_SITTING = re.compile(
    r"的[^，。；将会]{0,8}(?:会议|峰会|大会|论坛|[记听发][者证布]会)上(?![^，。；]{0,3}(?:讨论|商讨|商议|审议|宣布|决定|通过|提出))"
)
"""What is said at a sitting is over: 在周三的|会议上谴责."""
_DAY_OPENS = re.compile(rf"(?:[和与及至到、-]\d{{1,2}}[日号])?[，,][^，,。；]{{0,60}}?{_JIANG}")
"""Behind a day of a month that opens a sentence on what is to come: 8月18日|和19日，布林肯将与王毅会晤."""


def sense_of(folded: str, start: int, end: int) -> Sense:
    """The direction in time of the clause around an expression."""
    after = folded[end : end + _REACH]
    led = folded[max(0, start - _REACH) : start]
    before = _clause_before(led)
    goes_on = _GOES_ON.fullmatch(before) is not None
    if goes_on:
        before = _clause_before(led.removesuffix(before)[:-1])  # 将在星期五结束访问，于|星期六会谈
    elif _AND.match(before) and not _BACKWARD.search(before):
        planned = _clause_before(led.removesuffix(before)[:-1])
        before = planned + before if _FUTURE.search(planned) else before
    stop = _STOP.search(after)
    clause, rest = (after[: stop.start()], after[stop.end() :]) if stop else (after, "")
    # 计划|星期四举行: what a clause ends with is a noun, what stands before a time is not.
    ahead = [] if _ABOUT.search(before) else [match.start() for match in _FUTURE.finditer(f"{before}\u3000")]
    will = _DAY_OPENS.match(folded, end) if "月" in folded[start:end] and not before else None
    to_come = _TO_COME.match(after)
    if to_come or _PROPOSES.search(before) or (will and not _SAID.search(folded, end, will.end())):
        return "open" if to_come and _BARE_DAY.fullmatch(folded, start, end) else "future"
    then = goes_on and before.endswith("后")  # 将在会晤后，于|星期六: the meeting comes first, and is to come, too
    if ahead and (then or not (_SAID.search(before, ahead[-1]) or _SINCE.search(before, ahead[-1]))):
        return "future"
    future, said = _FUTURE.search(clause), _SAID.search(_OF_NOUN.sub(_blank, clause))
    if future and (not said or future.start() < said.start()):
        return "future"
    if _WHEN_MET.search(clause) and _WILL_THEN.match(rest):
        return "future"
    suffered = _is_suffered(clause, rest)
    over = _BACKWARD.search(clause) or _BACKWARD.search(before) or _AT_SITTING.match(clause)
    in_force = _FROM.search(before) and _BARE_DAY.fullmatch(folded, start, end) and _TAKES_EFFECT.match(clause)
    if not in_force and (said or suffered or over):
        return _backward(before, clause, rest, suffered=suffered)
    return "future" if clause.startswith("的") and rest.startswith("将") else "open"  # 星期五的会谈，将…


def _backward(before: str, clause: str, rest: str, *, suffered: bool) -> Sense:
    """The direction of a time in a clause that tells of what was: from it on, on it, or a day that may be to come."""
    if suffered and not _FUTURE.search(before):
        return "over"
    if _SO_FAR.search(clause) or _SO_FAR.search(before):
        return "since"
    return "held" if _is_only_held(clause, rest) and not _BACKWARD.search(before) else "past"


def _is_suffered(clause: str, rest: str) -> bool:
    """Whether a clause, or the one that a time opens (4月19日，王芳被抓捕), tells what befell somebody."""
    return _SUFFERED.search(clause or _STOP.split(rest, maxsplit=1)[0]) is not None


def _is_only_held(clause: str, rest: str) -> bool:
    """Whether a clause tells that something is held, and neither it nor the next what came of it: 周五举行峰会."""
    told = {match[0] for match in _SAID.finditer(_OF_NOUN.sub(_blank, clause))}
    then = _STOP.split(rest, maxsplit=1)[0]
    done = _BACKWARD.search(clause) or any(rule.search(then) for rule in (_BACKWARD, _SAID, _CAME_OF_IT))
    return told == {_HELD} and not done


def _blank(match: re.Match[str]) -> str:
    return "　" * len(match[0])


def _clause_before(text: str) -> str:
    stops = list(_STOP.finditer(text))
    return text[stops[-1].end() :] if stops else text
