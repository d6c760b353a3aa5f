"""The words of a text that name something, in order: what is counted where outlets' choices of words are compared."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from shilu.text.script import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shilu.reading.tagger import Token

_WORD = re.compile(r"[\u3400-\u9fff]{2,}")
_FUNCTION = frozenset({"w", "p", "c", "u", "r", "xc", "d", "f", "q", "m", "TIME"})  # tags of words that name nothing


def naming_words(sentences: Iterable[Iterable[Token]]) -> str:
    """Words of two characters and more that are no function words, folded; neighbours on one line, parted by blanks."""
    lines: list[str] = []
    for tokens in sentences:
        line: list[str] = []
        end = -1
        for token in tokens:
            text, start, last, tag = token
            named = len(text) > 1 and tag not in _FUNCTION and _is_chinese(text)
            if line and not (named and start == end):
                lines.append(" ".join(line))
                line = []
            if named:
                line.append(text)
                end = last
        if line:
            lines.append(" ".join(line))
    return fold("\n".join(lines))


@functools.lru_cache(maxsize=1 << 15)
def _is_chinese(word: str) -> bool:
    return _WORD.fullmatch(word) is not None
