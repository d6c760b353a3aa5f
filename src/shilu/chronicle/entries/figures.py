"""Numbers in the words of an account: how many of what, and how long it took."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from shilu.text.script import fold

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_NUMBER = r"(?P<number>\d+(?:\.\d+)?|[零〇一二三四五六七八九十两百]+)"
_COUNTED = re.compile(
    r"(?:(?P<over>至少|最少|起码|逾|(?<!不)超过|(?<!不)多于|不止)|(?P<most>不到|不足|不超过|不多于|至多|最多)"
    r"|(?P<under>将近|接近|(?<![附最])近)|(?P<about>大约|大概|(?<![纽预条节合签制违解相邀])约))?(?:有|了)?"
    + _NUMBER
    + r"(?P<more>多|余)?(?P<unit>[名位人家个艘架枚吨剂]|[亿万]美元|[亿万]元)(?!月|小时|国家|世纪|方面)"
)
_ROUGHLY = 0.2
"""By which share of it a number may be off that is told as near, or about."""
_OF_A_KIND = re.compile(
    r"[^，。、；和与及\d]{0,8}?(议员|立委|外交官|学者|记者|学生|儿童|孩子|妇女|女子|女性|男子|警察|警员|士兵|军人|律师|教师|医生|工人|候选人|被告)"
)
"""Behind a number of people: who are only some of those that others count (制裁10人, 制裁5名议员)."""
_IN_ANSWER = re.compile(r"以(?:报复|回应|反制|抗议)|作为对?[^，。]{0,12}(?:报复|回应)")
"""Before another deed, to which this one answers: 北京制裁官员以报复|欧盟制裁四名官员."""
_TOGETHER = re.compile(r"[^，。、\d]{1,8}、[^，。、\d]{1,8}[、和与及]")
"""Several who did it together, of whom each may have done it to others: 欧盟、英国和美国|制裁4名官员."""
_LASTED = re.compile(_NUMBER + r"(?:多)?个?(?:多)?(半)?(?:多)?(小时|钟头|分钟)")
_HOUR = 60
_TEN, _HUNDRED = 10, 100


class Figure(NamedTuple):
    """How many of something an account tells."""

    least: float
    most: float
    told: str
    """The number and its unit, with 至少, 近 or 约."""

    def excludes(self, other: Figure) -> bool:
        """Whether both cannot be true: 38名 and 35名, but neither 近40名 and 38名 nor 至少50名 and 114名."""
        return self.least > other.most or other.least > self.most


def figures(text: str) -> dict[str, Figure]:
    """What is counted and how many, where a thing is counted once; without 一, which is mostly an article.

    People of one kind are counted as such: 10名, 5名议员. What several did together, or what a deed answers to, tells
    nothing of its own figures.
    """
    folded = fold(text)
    if _TOGETHER.match(folded):
        return {}
    if answers := _IN_ANSWER.search(folded):
        folded = folded[: answers.start()]
    found: dict[str, list[Figure]] = {}
    for match in _COUNTED.finditer(folded):
        value, counted = _value(match["number"]), match["unit"]
        if value is not None and value > 1:
            people = counted in "名位人"
            kind = _OF_A_KIND.match(folded, match.end()) if people else None
            unit = "名" if people else counted
            unit = f"{unit}{kind[1]}" if kind else unit
            found.setdefault(unit, []).append(_figure(match, value, unit))
    return {unit: numbers[0] for unit, numbers in found.items() if len(numbers) == 1}


def _figure(match: re.Match[str], value: float, unit: str) -> Figure:
    if match["over"]:
        return Figure(value, math.inf, f"至少{value:g}{unit}")
    if match["more"]:
        return Figure(value, value + max(_last_place(value), value / _TEN), f"{value:g}多{unit}")
    if match["most"]:
        return Figure(0, value, f"至多{value:g}{unit}")
    if match["under"]:
        return Figure(value * (1 - _ROUGHLY), value, f"近{value:g}{unit}")
    if match["about"]:
        return Figure(value * (1 - _ROUGHLY), value * (1 + _ROUGHLY), f"约{value:g}{unit}")
    return Figure(value, value, f"{value:g}{unit}")


def _last_place(value: float) -> float:
    """The place of the last digit that is not 0: 10 of 40, 100 of 300."""
    place = 1.0
    while value % (place * _TEN) == 0:
        place *= _TEN
    return place


def minutes(text: str) -> int | None:
    """How long the text says it lasted; None where it does not say, or says it of several things."""
    found = _LASTED.findall(fold(text))
    if len(found) != 1:
        return None
    number, half, unit = found[0]
    value = _value(number)
    if value is None:
        return None
    return round(value if unit == "分钟" else _HOUR * (value + (0.5 if half else 0)))


def _value(number: str) -> float | None:
    """The value of Arabic or Chinese digits: 24, 二十四, 一百零三."""
    if number[0].isdigit():
        return float(number)
    total = digit = 0
    for char in number:
        if char in _DIGITS:
            digit = _DIGITS[char]
        else:
            total += (digit or 1) * (_TEN if char == "十" else _HUNDRED)
            digit = 0
    return float(total + digit) or None
