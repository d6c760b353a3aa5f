"""Numbers in the words of an account: how many of what, and how long it took."""

from __future__ import annotations

import re

from shilu.text.script import fold

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_NUMBER = r"(\d+(?:\.\d+)?|[零〇一二三四五六七八九十两百]+)"
_COUNTED = re.compile(_NUMBER + r"(?:多)?([名位人家个艘架枚吨剂]|[亿万]美元|[亿万]元)(?!月|小时|国家|世纪|方面)")
_LASTED = re.compile(_NUMBER + r"(?:多)?个?(?:多)?(半)?(?:多)?(小时|钟头|分钟)")
_HOUR = 60
_TEN, _HUNDRED = 10, 100


def figures(text: str) -> dict[str, str]:
    """What is counted and how many, where a thing is counted once; without 一, which is mostly an article."""
    found: dict[str, list[str]] = {}
    for number, unit in _COUNTED.findall(fold(text)):
        value = _value(number)
        if value is not None and value > 1:
            found.setdefault("名" if unit in "位人" else unit, []).append(f"{value:g}")
    return {unit: numbers[0] for unit, numbers in found.items() if len(numbers) == 1}


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
