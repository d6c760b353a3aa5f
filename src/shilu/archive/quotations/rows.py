"""A reading's quotations as the store keeps them; worker processes make these rows, the writer only puts them in."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from shilu.archive.quotations.sameness import marks, plain, repeats
from shilu.archive.tokens import tokenised
from shilu.knowledge.naming import key
from shilu.learning.stated import alike
from shilu.text.sentences import Span, sentences

if TYPE_CHECKING:
    from shilu.records import Article, Quotation, Reading


class Row(NamedTuple):
    """One quotation, ready for the store."""

    quotation: Quotation
    speaker_id: str | None
    """Ids made from names are alike in script and dots."""
    speaker_key: str | None
    words: str
    """The tokens of what is said …"""
    around: str
    """… and of the rest of its sentence."""
    marks: tuple[int, ...]
    repeats: int | None
    """Which of the article's rows before it tells the same statement: the lead's, of what the body quotes."""


def rows(article: Article, reading: Reading) -> tuple[Row, ...]:
    """The rows of an article's quotations."""
    by_block = {one.block: article.blocks[one.block].text for one in reading.quotations}
    spans = {block: sentences(text) for block, text in by_block.items()}
    made: list[Row] = []
    earlier: dict[str, list[tuple[int, int, str]]] = {}
    for nth, one in enumerate(reading.quotations):
        words = plain(one.text)
        row = _row(one, by_block[one.block], spans[one.block], words)
        if speaker := row.speaker_id or row.speaker_key:
            before = earlier.setdefault(speaker, [])
            told = (at for at, block, other in before if block != one.block and repeats(words, other))
            row = row._replace(repeats=next(told, None))
            before.append((nth, one.block, words))
        made.append(row)
    return tuple(made)


def sentence(spans: list[Span], start: int, end: int) -> Span:
    """The sentence (or sentences) that a stretch of a block stands in."""
    first = max(0, bisect_right(spans, (start, 1 << 60)) - 1)
    last = max(first, bisect_right(spans, (end - 1, 1 << 60)) - 1)
    return Span(min(start, spans[first].start), max(end, spans[last].end))


def _row(one: Quotation, text: str, spans: list[Span], words: str) -> Row:
    around = sentence(spans, one.start, one.end)
    speaker_id = alike(one.speaker_id) if one.speaker_id else None
    speaker_key = key(one.speaker) if one.speaker else None
    return Row(
        one,
        speaker_id,
        speaker_key,
        tokenised((one.text,)),
        tokenised((text[around.start : one.start], text[one.end : around.end])),
        marks(speaker_id or speaker_key, words),
        None,
    )
