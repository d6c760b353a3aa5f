"""Words cut anew where they disagree with the people the article names: 布林|肯定 becomes 布林肯|定于.

The model runs again over those sentences only, about two in a hundred, with the names binding its scores.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from shilu.reading.tagger import Known, Tagger, Token

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shilu.reading.analysis import Analysis, Sentence


def recut(analyses: Sequence[Analysis], tagger: Tagger) -> list[Analysis]:
    """The analyses with every person's name one word."""
    wrong = {
        (number, sentence.block, sentence.start): (sentence, names, analysis)
        for number, analysis in enumerate(analyses)
        for sentence, names in _wrong(analysis)
    }
    if not wrong:
        return list(analyses)
    plain = [a.by_block[s.block].plain[s.start : s.end] for s, _, a in wrong.values()]
    tagged = tagger.tag(plain, [names for _, names, _ in wrong.values()])
    mended = {
        key: with_words(sentence, tokens) for (key, (sentence, _, _)), tokens in zip(wrong.items(), tagged, strict=True)
    }
    numbers = {number for number, _, _ in mended}
    return [
        _mended(analysis, number, mended) if number in numbers else analysis for number, analysis in enumerate(analyses)
    ]


def with_words(sentence: Sentence, tokens: Iterable[Token]) -> Sentence:
    """The sentence with its words, which count from its own start, moved to its place in the block."""
    start = sentence.start
    moved = tuple(Token(text, a + start, b + start, tag) for text, a, b, tag in tokens)
    return msgspec.structs.replace(sentence, tokens=moved)


def _wrong(analysis: Analysis) -> Iterable[tuple[Sentence, list[Known]]]:
    """Sentences in which a person's name is cut in two or joined to a neighbour, with their names."""
    for sentence in analysis.sentences():
        people = [
            s
            for s in analysis.within(sentence.block, sentence.start, sentence.end, "person")
            if s.how in {"name", "short"}
        ]
        words = {(token.start, token.end) for token in sentence.tokens}
        if not words.issuperset((s.start, s.end) for s in people):
            yield sentence, [Known(s.start - sentence.start, s.end - sentence.start, "PER") for s in people]


def _mended(analysis: Analysis, number: int, mended: dict[tuple[int, int, int], Sentence]) -> Analysis:
    texts = tuple(
        msgspec.structs.replace(
            text,
            sentences=tuple(mended.get((number, s.block, s.start), s) for s in text.sentences),
        )
        for text in analysis.texts
    )
    return msgspec.structs.replace(analysis, texts=texts)
