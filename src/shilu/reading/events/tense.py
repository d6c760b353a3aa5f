"""What the words before an event say of it: that it is done, meant, expected, wished for, denied or called off.

The last such word decides; :mod:`.status` weighs it against the date and the words behind.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, cast

from shilu.reading.events.lexicon import data
from shilu.records import TO_COME

if TYPE_CHECKING:
    from shilu.records import Status

DONE = re.compile(
    r"了(?!解)|(?<![通透经不])过(?!程|去|往)|曾|已(?!故|知)|刚刚|结束|此前|当时|历时|早前|当年|刚|"
    r"(?:才|终于?|总算)[^，。]{0,16}得以"
)
MEANT_ONCE = re.compile(
    r"原[计定拟]划?|原本(?:计划|打算|要|拟|想|[预确]?定|订|安排)|[原本]想|曾(?:希望|计划|打算|考虑|有意|拟)|本来(?:要|打算)"
)
_ONCE_OFF = re.compile(r"(?:先前|此前|之前|早前|原先|一度|曾|去年)[^，。；的]{0,8}$")
"""Before what was put off, or called off, at first: 先前|推迟的访问."""
_NOT_OFF = re.compile(r"(?:拒绝|不会|没有|并未|未|无意|否认|不愿|不肯)(?:再|将|要)?$")
"""Before what is not called off: 拒绝|取消访问."""
_DEMANDS = re.compile(r"(要求|敦促|呼吁|施压|(?<![需只主重])要(?=[他她其]))[^，。；]{0,30}$")
_MOVED = re.compile(r"[^。；]{0,12}?[，\s]?改(?:在|于|到|至|为|\d)")
"""Behind it the day it is put off to."""
_WHILE = re.compile(r"在[^，。；]{1,14}(?:期间|之际|时|中|上)")
_WITH_WHOM = re.compile(r"[与和同跟][^，。；]{1,30}(?:举行|进行|召开)[^，。；]{0,6}$")
"""Behind a denial with whom it is that somebody did not meet: 没有|与他的中国同行王毅举行|会谈."""
_UNDER_WAY = re.compile(r"(?<=，)正在?$")
"""Right before what goes on by now, in a clause of its own."""
_IN_FRAME = re.compile(r"(?![在于因与和同跟])[^，。]{0,8}的[^，。]{1,6}(?:[中里内]|期间)[^，。的]{0,8}$")
"""Behind a denial what was not done is but how the rest was: 在没有宣布的行程中|会晤."""
_ACCEPTED = re.compile(
    r"(?<![未没绝不])(?:接受(?!采访|专访|访问)|(?<![回响反供对相])应(?!当|该|询|邀))[^，。；时说称示]{0,12}$"
)
"""Before an invitation that is no wish any more: 接受欧盟|邀请."""
TIMES_TO_COME = frozenset(
    {"下周", "下星期", "下礼拜", "明天", "明日", "下个月", "下月", "未来", "今后", "明年", "日后"}
)
"""Words for times to come, before which others may make it less sure."""
_DENIES = re.compile(r"(?<!没有)(?<![不未])否认了?[^，。；]{0,4}$")
_DEMANDED = frozenset({"要求", "请求"})
_GRANTED = re.compile(r"(?:紧急)?(?:举行|召开|举办)的")
"""Behind a demand that only says whose idea what was held was: 应柏林要求|举行的会议."""
_AT_WHOSE = re.compile(r"(?<![反响回供适])应[^，。；]{1,10}$")
"""Before such a demand: 应美国|要求召开会议."""
_INVITES = frozenset({"邀请", "邀"})
_NEAR = 12
"""How many characters before its word a denial may stand …"""
UNWILLING = frozenset({"不急", "无意", "不打算", "不愿", "拒绝与"})
"""… but for those that hold for all that somebody would do: 不急于访问北京与他会面; or that he knows of nothing."""
_UNHEARD = frozenset({"没听说", "没有听说", "未听说", "未曾听说"})


@functools.cache
def _words() -> re.Pattern[str]:
    words: dict[str, list[str]] = data("status")
    groups = (f"(?P<{status}>{'|'.join(sorted(of, key=len, reverse=True))})" for status, of in words.items())
    return re.compile("|".join(groups))


_FIRST = re.compile(r"将(?:会)?(?:成为|是)[^。；]{0,28}(?:首[位个名次度]|第一[位个次])[^，。；]*$")
_AND_THEN = re.compile(
    r"[与跟同和于]|并(?!未|非|不)|再|然后|随后|接着|而且|以及|届时|期间|其间|之后|此后|其后|[^，]{0,3}还"
)


def goes_on(before: str) -> bool:
    """Whether a clause goes on with what the one before tells, and shares its modality: 将访问日本，并举行会谈."""
    return bool(_AND_THEN.match(before)) and _told(before) is None


def says_when(before: str) -> bool:
    """Whether the words of a clause show by themselves that it is done or to come."""
    return _told(before) is not None


def is_first_to_come(before: str) -> bool:
    """Whether somebody will be the first who does it: 将成为首位访问白宫的外国领导人."""
    return bool(_FIRST.search(before))


def is_to_come(before: str) -> bool:
    """Whether the words before tell of what is still to come."""
    return _told(before) in TO_COME


def is_planned(before: str) -> bool:
    """Whether the words before tell of what is meant, or expected, to be done."""
    return _told(before) in ("planned", "expected")


def is_unwilling(before: str) -> bool:
    """Whether somebody would rather not do all that follows: 不急于前往北京，|与他会面."""
    status, word = mark(before)
    return status == "denied" and word in UNWILLING


def was_to_be(before: str) -> bool:
    """Whether the words before tell of what was once intended: 原计划1月访问."""
    return bool(MEANT_ONCE.search(before))


def _told(before: str) -> Status | None:
    return mark(before)[0]


def mark(before: str) -> tuple[Status | None, str]:
    """The status that the words before tell, and the word that tells it: the last decides."""
    last = None
    for match in _words().finditer(before):
        last = match
    if last is None:
        done = DONE.search(before[-12:])
        return ("happened", done[0]) if done else (None, "")
    status = cast("Status", last.lastgroup)
    if status == "cancelled":
        return _called_off(before, last)
    if status == "denied":
        return _denied(before, last)
    return _to_come(before, last, status)


def _to_come(before: str, word: re.Match[str], status: Status) -> tuple[Status | None, str]:
    """The same where the last word says that it is to come."""
    if word[0] in _DEMANDED:
        at_request = _AT_WHOSE.search(before, 0, word.start())
        if at_request or _GRANTED.match(before, word.end()):
            return mark(before[: (at_request or word).start()])
    if word[0] in TIMES_TO_COME and (told := mark(before[: word.start()]))[0] in ("proposed", "expected"):
        return told  # 可能|下周|与习近平通话
    if word[0] in TIMES_TO_COME and (now := _UNDER_WAY.search(before, word.end())):
        return "happened", now[0]  # 首发团明天出发，|正|访问台湾的总统
    if denial := _DENIES.search(before, 0, word.start()):
        return "denied", denial[0]
    if word[0] == "邀请" and _ACCEPTED.search(before, 0, word.start()):
        return None, ""
    # 邀请了他访问 is done as an invitation, not as a visit.
    done = DONE.search(before, word.end() + (word[0] in _INVITES and before.startswith("了", word.end())))
    return ("happened", done[0]) if done else (status, word[0])


def _denied(before: str, word: re.Match[str]) -> tuple[Status | None, str]:
    """The same where the last word denies it."""
    # 没有在二月的会议期间|会晤, 没有与他的中国同行王毅举行|会谈
    phrase = _WHILE.match(before, word.end()) or _WITH_WHOM.match(before, word.end())
    far = len(before) - (phrase or word).end() > _NEAR and word[0] not in UNWILLING | _UNHEARD
    return (None, "") if far or _IN_FRAME.match(before, word.end()) else ("denied", word[0])  # 不会阻挠|致力的|交涉


def _called_off(before: str, word: re.Match[str]) -> tuple[Status | None, str]:
    """The same where the last word calls it off."""
    if _NOT_OFF.search(before, 0, word.start()):
        return "planned", word[0]  # 拒绝取消|访台
    if before.startswith("的", word.end()) and _ONCE_OFF.search(before, 0, word.start()):
        return mark(before[: word.start()])  # 将展开先前推迟的|访问
    if moved := _MOVED.match(before, word.end()):
        return "planned", moved[0]  # 印度行延期 改16日与莫迪|会谈
    if wish := _DEMANDS.search(before, 0, word.start()):
        return "planned", wish[1]  # 要求他取消|访问: it stands as it was
    return "cancelled", word[0]
