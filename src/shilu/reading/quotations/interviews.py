"""Interviews in print: paragraphs that begin with who speaks and a colon, and are theirs to the end."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shilu.reading.analysis import Analysis, Text
    from shilu.records import Quotation

_LABEL = re.compile(r"\s*([^\s，。：:；！？“「]{1,14})[：:](?=[^“「])")
_OFTEN = 2
"""An answer alone is a headline (王毅：……) or a caption; whoever is interviewed answers more than once."""


def interviewed(analysis: Analysis) -> frozenset[str]:
    """The labels that paragraphs of the article begin with again and again."""
    labels = Counter(label for text in analysis.texts if text.kind == "paragraph" and (label := label_of(text)))
    return frozenset(label for label, count in labels.items() if count >= _OFTEN)


def label_of(text: Text) -> str | None:
    """What stands before the colon that a paragraph begins with."""
    match = _LABEL.match(text.plain)
    return match[1] if match else None


def answered(text: Text, found: Sequence[Quotation]) -> list[Quotation]:
    """The quotations of a labelled paragraph: the answer goes to its end, and whom it quotes is told within it."""
    answer = found[0] if found else None
    if answer is None or answer.rule != "colon.v1" or answer.kind != "indirect":
        return list(found)
    end = len(text.text.rstrip())
    whole = msgspec.structs.replace(answer, text=text.text[answer.start : end], end=end)
    others = (each for each in found[1:] if each.speaker not in (answer.speaker, None))
    return [whole, *(msgspec.structs.replace(each, within=each.within or answer.speaker) for each in others)]
