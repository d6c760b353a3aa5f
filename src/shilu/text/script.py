"""Script folding of equal length, so that offsets found in folded text stay valid in the original.

Folding goes through OpenCC's *character* tables: its phrase tables are better for display but change lengths
(``display`` uses them).
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Any, TypeAlias

from opencc import OpenCC

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy.typing as npt

    from shilu.records import Script

Codes: TypeAlias = "npt.NDArray[Any]"
"""Code points of a text."""

_HAN_BLOCKS = ((0x3400, 0xA000), (0xF900, 0xFB00), (0x20000, 0x32000))
_HAN = re.compile("[" + "".join(f"{chr(low)}-{chr(high - 1)}" for low, high in _HAN_BLOCKS) + "]")
_EASTERN_BLOCKS = ((0x3400, 0xFB00), (0x20000, 0x40000))
"""Han characters and what lies between and behind them, Hangul above all."""
_LATIN_BLOCKS = ((0x41, 0x5B), (0x61, 0x7B), (0xC0, 0x250))
_CODES = 0x110000
_MARKS = {ord(a): b for a, b in zip("丶﹑､﹐﹒﹔﹕︰﹖﹗", "、、、，。；：：？！", strict=True)}
"""Marks that some outlets set in another shape; 丶 is a stroke that stands for 、 in one post of ninety."""
_MISWRITTEN = {"製裁": "制裁", "一箇": "一個", "箇中國": "個中國"}
"""Words that OpenCC 1.4 cuts wrongly: 国制|裁 is read as 国制 (made in the country), 一|个中 as 个中 (therein)."""
_LONG = 300
"""From so many characters on a text goes through a table of numpy: 0.01 µs a character instead of 0.06."""


@functools.cache
def _simplifying() -> dict[int, str]:
    """Every Han character that has another simplified form, as a translation table."""
    convert = OpenCC("t2s").convert
    chars = [chr(code) for low, high in _HAN_BLOCKS for code in range(low, high)]
    # One call over all characters, parted by line breaks so that no phrase can form.
    simple = convert("\n".join(chars)).split("\n")
    return {ord(a): b for a, b in zip(chars, simple, strict=True) if a != b and len(b) == 1}


@functools.cache
def _simplifying_marks() -> dict[int, str]:
    return _simplifying() | _MARKS


@functools.cache
def _folding() -> dict[int, str]:
    """Simplified script, half-width letters and digits, lower case."""
    table = dict(_simplifying())
    for code in range(0x3000):
        lower = chr(code).lower()
        if lower != chr(code) and len(lower) == 1:
            table[code] = lower
    for code in range(0xFF01, 0xFF5F):  # full-width forms of ASCII
        table[code] = chr(code - 0xFEE0).lower()
    table[0x3000] = " "
    return table


def is_chinese(text: str) -> bool:
    """Whether there is any Han character in it; English posts have none."""
    return _HAN.search(text) is not None


def simplify(text: str) -> str:
    """The text in simplified script and with the usual marks, of equal length."""
    return _mapped(text, _simple_codes()) if len(text) > _LONG else text.translate(_simplifying_marks())


def fold(text: str) -> str:
    """The text for comparison: simplified, half-width, lower case, of equal length."""
    return _mapped(text, folded_codes()) if len(text) > _LONG else text.translate(_folding())


def together(change: Callable[[str], str], texts: Sequence[str]) -> list[str]:
    """Many short texts folded or simplified together, which takes a fourth of the time of one by one."""
    changed, found, start = change("".join(texts)), [], 0
    for text in texts:
        found.append(changed[start : start + len(text)])
        start += len(text)
    return found


def codes_of(text: str) -> Codes:
    """The code points of a text."""
    import numpy as np  # noqa: PLC0415 (most commands fold nothing long)

    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def text_of(codes: Codes) -> str:
    """The text of code points."""
    return codes.tobytes().decode("utf-32-le", "surrogatepass")


def _mapped(text: str, table: Codes) -> str:
    return text_of(table[codes_of(text)])


@functools.cache
def _simple_codes() -> Codes:
    return _table(_simplifying_marks())


@functools.cache
def folded_codes() -> Codes:
    """What every code point folds to, as an array."""
    return _table(_folding())


def _table(changes: dict[int, str]) -> Codes:
    """A translation table as an array: the new code point of every code point."""
    import numpy as np  # noqa: PLC0415 (as above)

    table = np.arange(_CODES, dtype=np.uint32)
    table[list(changes)] = [ord(char) for char in changes.values()]
    return table


def script_of(text: str) -> Script:
    """Whether a text is in simplified or traditional characters, or in Latin letters.

    Characters that only one of the two scripts uses decide; a text without any counts as simplified.
    """
    import numpy as np  # noqa: PLC0415 (most commands ask for no script)

    _, latin, common, changing, simplified = np.bincount(_kinds()[codes_of(text)], minlength=5).tolist()
    if latin > 20 * (common + changing + simplified):
        return "Latn"
    return "Hant" if changing > simplified else "Hans"


@functools.cache
def _kinds() -> Codes:
    """What each code point is.

    1 a Latin letter, 2 a Han character of both scripts, 3 one that changes on the way to simplified script, 4 one that
    only this script has, 0 anything else.
    """
    import numpy as np  # noqa: PLC0415 (as above)

    kinds = np.zeros(_CODES, dtype=np.uint8)
    for kind, blocks in ((1, _LATIN_BLOCKS), (2, _EASTERN_BLOCKS)):
        for low, high in blocks:
            kinds[low:high] = kind
    kinds[list(_simplifying())] = 3
    kinds[list(map(ord, _only_simplified()))] = 4
    return kinds


@functools.cache
def _only_simplified() -> frozenset[str]:
    """Characters that traditional script does not use: they change on the way to it and are no source of a change."""
    convert = OpenCC("s2t").convert
    table = _simplifying()
    chars = sorted(set(table.values()) - {chr(code) for code in table})
    other = convert("\n".join(chars)).split("\n")
    return frozenset(a for a, b in zip(chars, other, strict=True) if a != b)


def display(text: str, script: Script) -> str:
    """The text as a reader of that script would write it; lengths may change."""
    if script == "Latn":
        return text
    written: str = _converter("t2s" if script == "Hans" else "s2t").convert(text)
    for wrong, right in _MISWRITTEN.items() if script == "Hant" else ():
        written = written.replace(wrong, right)
    return written


@functools.cache
def _converter(name: str) -> OpenCC:
    return OpenCC(name)
