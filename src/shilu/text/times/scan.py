"""Finds the time expressions of a folded text, and turns away what only looks like one.

A bare ``N日`` is the usual trap: 100日元, 三日内, 近十日, 13日本人. So is 号: 4号开庭 is a day, 4号机组 is none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from shilu.text.times.grammar import BEGINNING, PATTERN

if TYPE_CHECKING:
    from collections.abc import Iterator


class Expression(msgspec.Struct, frozen=True):
    """One match of the grammar: its kind, place, and the parts that are there."""

    kind: str
    start: int
    end: int
    parts: dict[str, str]


_NAMES = tuple(name.removeprefix("only") for name in PATTERN.groupindex)
"""The names of the groups in order: half the time of a dictionary of all forty, most of them None."""
_BEFORE_DURATION = re.compile(
    r"[近这每几满期超逾续隔的第前某两半同]|(?<!指)数|(?<![纽北条合誓预])约|(?<=[长多已可])达|(?<=[期限间])(?<!日期)为"
    r"|(?<![中国反亲])共|(?<!不)过|(?<!街)头|(?<!元)首"
)
"""What a number of days is the length of; but 纽约, 雅加达, 定为 and 中共 stand before the day of a month."""
_AFTER_DURATION = re.compile(
    r" ?(?:之?内|以[内来]|来(?=[,，、的一]|$)|间(?!隔)|之?后|之久|游|左右|时间|[元圆期限龄大本媒经军方])"
)
_STAY = re.compile(r"(?:[来赴抵访](?:港|澳|台|华|日|韩|美|俄|印|欧|京|沪)|(?P<lasts>停留|逗留|滞留|一连|连续|历时))$")
"""Behind a stay that a number of days is the length of, with a pause behind it but for words of lasting: 来港3日，."""
_PAUSE = re.compile(r"[，,。；;、“「『]|$")
_NUMBERED = re.compile(r"[0-9A-Za-z\-]$|[“「《『][^”」》』，。]{1,6}$|北溪|[街路巷弄楼栋]$")
"""Before the number of a thing, not of a day: “北溪|2号”, 胡同49-|1号."""
_DAY_NUMBER_FOLLOWS = re.compile(
    r"[ ,，。、;；:：)）(（】」』”]|$|[上下中正]午|[凌早晚深傍清当表说称在将举召的到至起对就与和同向发宣开公指抵前出访]"
    r"|[以为由于从会见通电讯报致签批下进回再也又已被遭因赴返接]"
)
_NUMERAL_DAY_BLOCKED_BEFORE = frozenset("某每另有近同数这那几第一两生前后整半终即中抗访对亲反赴驻")
# 春节 and 新年 without a year name the season as often as the day (春节前的需求).
_SEASONAL = frozenset(("春节", "农历新年", "旧历新年", "阴历新年"))
_LUNAR = re.compile(r"(?:农历|阴历|旧历|夏历)(?:正月|[一二三四五六七八九十]+月)?$")
_TITLE_MARKS = frozenset("《〈")
_FRACTION_FOLLOWS = re.compile(r" ?(?:的|以上|多数|左右|强|决赛|个|名|圈|升|英寸|英里|杯)")


_HELD_FOR = re.compile(r"拘留|羁押|监禁|隔离|拘押|关押|留置|停业|停刊|停职")
"""Right before how long: 行政拘留|十五日."""


def expressions(folded: str) -> Iterator[Expression]:
    """Every time expression of a folded text, in order."""
    for match in _matches(folded):
        kind = match.lastgroup
        if kind is None:
            continue
        # Weekdays and day words after 《 are names: 《星期日泰晤士报》, 《今日俄罗斯》.
        if folded[match.start() - 1 : match.start()] in _TITLE_MARKS and match.start():
            continue
        parts = {name: text for name, text in zip(_NAMES, match.groups(), strict=True) if text}
        parts["word"] = parts.pop(kind)
        if _GUARDS.get(kind, _any)(folded, match, parts):
            yield Expression(kind, match.start(), match.end(), parts)


def _matches(folded: str) -> Iterator[re.Match[str]]:
    """The matches that are not empty, from left to right; to look at likely beginnings alone takes half the time."""
    at = 0
    while (beginning := BEGINNING.search(folded, at)) is not None:
        match = PATTERN.match(folded, beginning.start())
        if match is None or match.end() == beginning.start():
            at = beginning.start() + 1
        else:
            at = match.end()
            yield match


def _any(_folded: str, _match: re.Match[str], _parts: dict[str, str]) -> bool:
    return True


def _is_date(folded: str, match: re.Match[str], parts: dict[str, str]) -> bool:
    """Whether a matched date is one: bare days and bare words need the right neighbours."""
    start, end = match.span()
    if _LUNAR.search(folded, max(0, start - 8), start) and "feast" not in parts:
        return False
    if "day" in parts and "month" not in parts and "relmonth" not in parts:
        return _is_bare_day(folded, start, end, parts)
    if "month" in parts and "anyyear" not in parts and "day" not in parts:
        return not start or folded[start - 1] not in "每数几近半"
    if parts.get("feast", "除夕") in _SEASONAL and "anyyear" not in parts:
        return False
    return not (parts.keys() <= {"season", "word"} or parts.keys() <= {"quarter", "word"})


def _is_bare_day(folded: str, start: int, end: int, parts: dict[str, str]) -> bool:
    before, digits = folded[start - 1 : start] if start else "", parts["day"].isascii()
    lasts = before and _BEFORE_DURATION.match(folded, start - 1, start) is not None
    if lasts or _AFTER_DURATION.match(folded, end) or _HELD_FOR.search(folded, max(0, start - 2), start):
        return False
    stay = _STAY.search(folded, max(0, start - 3), start) if digits else None
    if stay is not None and (stay["lasts"] or _PAUSE.match(folded, end)):
        return False
    if parts["dayunit"] == "号":
        return digits and bool(_DAY_NUMBER_FOLLOWS.match(folded, end)) and _NUMBERED.search(folded, 0, start) is None
    if not digits and len(parts["day"]) == 1:
        return before not in _NUMERAL_DAY_BLOCKED_BEFORE and not folded.startswith(("前", "的"), end)
    return not (digits and len(parts["day"]) == 1 and folded.startswith("前", end))


def _is_weekday(folded: str, match: re.Match[str], parts: dict[str, str]) -> bool:
    """每周三, 逢周三 and 一周五天 name no day."""
    start = match.start()
    before = folded[start - 1 : start] if start else ""
    if "dayweek" in parts:
        return True
    return not (before and (before in "每逢数几半该两整单双各" or before.isdigit() or before in "一三四五六七八九十"))


def _is_numeric(folded: str, match: re.Match[str], parts: dict[str, str]) -> bool:
    """Three numbers that can be a date, or month/day that is no fraction and no score."""
    first, second, third = parts["num1"], parts["num2"], parts.get("num3")
    if third is not None:
        if len(first) == 4:
            return len(third) <= 2 and "1500" <= first < "2200"
        return len(third) == 4 and parts["sep"] in "/." and len(first) <= 2
    if parts["sep"] != "/" or len(first) > 2:
        return False
    low, high = sorted((int(first), int(second)))
    if not 1 <= low <= 12 or high > 31 or (int(second) < 10 and int(first) <= int(second) + 9):
        return False
    return not _FRACTION_FOLLOWS.match(folded, match.end())


def _is_ago(folded: str, match: re.Match[str], parts: dict[str, str]) -> bool:
    """约百年前 and 几十年前 are too vague to be a year; 会谈的三天前 is counted from the talks."""
    before = folded[match.start() - 1 : match.start()] if match.start() else ""
    return before not in tuple("几数约近多") and (parts["agounit"] == "年" or before not in ("的", "此"))


_GUARDS = {"date": _is_date, "weekday": _is_weekday, "numeric": _is_numeric, "ago": _is_ago}
