"""Where sentences begin and end.

A sentence runs to 。！？ or … with whatever closing marks follow, so that a quoted sentence keeps its quotation mark.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_CLOSING = "”’」』》）)\"'】"
_SENTENCE = re.compile(rf"[^。！？!?…]*(?:[。！？!?…]+[{_CLOSING}]*(?:\s+[”’」』])*|$)")
_CLAUSE_END = re.compile(rf"[；;，,、：:\s][{_CLOSING}]*")
_WORDS = re.compile(r"\w")


class Span(NamedTuple):
    """A half-open range of characters."""

    start: int
    end: int


def sentences(text: str) -> list[Span]:
    """The sentences of a text, without the white space around them; together they hold every other character.

    >>> [text[a:b] for text in ["他说：“好。”然后离开。"] for a, b in sentences(text)]
    ['他说：“好。”', '然后离开。']
    """
    found: list[Span] = []
    for match in _SENTENCE.finditer(text):
        span = _trimmed(text, match.start(), match.end())
        if span.start == span.end:
            continue
        if found and not _WORDS.search(text, span.start, span.end):
            found[-1] = Span(found[-1].start, span.end)  # stray marks belong to the sentence before
        else:
            found.append(span)
    return found


def pieces(text: str, span: Span, longest: int) -> list[Span]:
    """The sentence cut into pieces no longer than ``longest``, at clause marks where there are any.

    The cost of bulk tagging grows with its longest piece, and a text of 500 KB may be one sentence.
    """
    found: list[Span] = []
    start = span.start
    while span.end - start > longest:
        end = _last_clause_end(text, start + longest // 2, start + longest) or start + longest
        found.append(Span(start, end))
        start = end
    found.append(Span(start, span.end))
    return found


def _last_clause_end(text: str, low: int, high: int) -> int | None:
    end = None
    for match in _CLAUSE_END.finditer(text, low, high):
        end = match.end()
    return end


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
