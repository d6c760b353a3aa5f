"""Numbers as dates write them: Arabic, 二十三, 廿三, and digit by digit (二零二四)."""

from __future__ import annotations

_SIGNS = ("〇零○0", "一元1", "二两2", "三3", "四4", "五5", "六6", "七7", "八8", "九9")
_DIGITS = {char: value for value, chars in enumerate(_SIGNS) for char in chars}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_TWENTIES = {"廿": "二十", "卅": "三十"}


def number(text: str) -> int:
    """The value of a number in folded text; the grammar only lets through what can be read."""
    if text.isascii():
        return int(text)
    text = "".join(_TWENTIES.get(char, char) for char in text)
    if not any(char in _UNITS for char in text):
        return int("".join(str(_DIGITS[char]) for char in text))
    total, digit = 0, 0
    for char in text:
        if char in _UNITS:
            total += (digit or 1) * _UNITS[char]
            digit = 0
        else:
            digit = _DIGITS[char]
    return total + digit
