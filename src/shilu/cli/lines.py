"""Lines of Chinese text for the terminal.

Rich parts lines at spaces only, so that a sentence goes to the next line as a whole where a space stands in front of
it. Chinese may be parted between any two characters, but no line begins with ``，`` or ``」`` or ends with ``（``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.cells import cell_len, chop_cells

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult
    from rich.text import Text

_OPENING = "（(「『《〈【〔［[“‘«"
_CLOSING = "，。、；：？！）)」』》〉】〕］]”’»…—·％%"
# A Latin word, address or number; an apostrophe within a word is no closing mark.
_NARROW = rf"(?:[^\s⺀-\uffef\U00020000-\U0003ffff{re.escape(_OPENING + _CLOSING)}]|(?<=\w)’(?=\w))+"
_UNIT = re.compile(
    rf"\s+|[{re.escape(_OPENING)}]*(?:{_NARROW}|[^\s{re.escape(_OPENING + _CLOSING)}])?[{re.escape(_CLOSING)}]*\s*"
)


class Wrapped:
    """Text in lines of its own, indented, those behind the first by ``hang`` more.

    They go without the spaces at the end that rich's padding leaves.
    """

    def __init__(self, text: Text, indent: int = 0, hang: int = 0) -> None:
        self._text = text
        self._indent = indent
        self._hang = hang

    def __rich_console__(self, _: Console, options: ConsoleOptions) -> RenderResult:
        for number, line in enumerate(lines(self._text, options.max_width - self._indent - self._hang)):
            line.pad_left(self._indent + (self._hang if number else 0))
            yield line


def lines(text: Text, width: int) -> list[Text]:
    """The text parted into lines of at most that many cells."""
    width = max(2, width)  # a Chinese character
    parted = []
    for paragraph in text.split("\n", allow_blank=True):
        parted += [line for line in paragraph.divide(_breaks(paragraph.plain, width)) if line or not paragraph]
    for line in parted:
        line.rstrip()
    return parted


def _breaks(text: str, width: int) -> list[int]:
    """The offsets at which lines begin, but for the first."""
    breaks: list[int] = []
    room = width
    for unit in _UNIT.finditer(text):
        seen = unit[0].rstrip()
        needed = cell_len(seen)
        if needed > room and room < width:
            breaks.append(unit.start())
            room = width
        if needed > width:
            *full, rest = chop_cells(seen, width)
            at = unit.start()
            for piece in full:
                at += len(piece)
                breaks.append(at)
            room = width - cell_len(rest + unit[0][len(seen) :])
        else:
            room -= cell_len(unit[0])
    return breaks
