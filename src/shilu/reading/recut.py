"""Words cut anew where they disagree with the people the article names: 布林|肯定 becomes 布林肯|定于.

Those sentences only, about four in a hundred, are decoded again, with the names binding the scores of the model.
"""

from __future__ import annotations

from bisect import bisect_left
from operator import itemgetter
from typing import TYPE_CHECKING

import msgspec

from shilu.reading.tagger import Known

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shilu.reading.analysis import Analysis, Sentence, Standing
    from shilu.reading.tagger import Kept, Tagger, Token

_START = itemgetter(1)
"""Where a token begins."""


def recut(analyses: Sequence[Analysis], tagger: Tagger, kept: Kept) -> list[Analysis]:
    """The analyses with every person's name one word; ``kept`` are the scores of their sentences."""
    wrong = {
        (number, sentence.block, sentence.start): (sentence, names, analysis)
        for number, analysis in enumerate(analyses)
        for sentence, names in _wrong(analysis)
    }
    if not wrong:
        return list(analyses)
    plain = [a.by_block[s.block].plain[s.start : s.end] for s, _, a in wrong.values()]
    names = [names for _, names, _ in wrong.values()]
    tagged = tagger.tag(plain, names, starts=[s.start for s, _, _ in wrong.values()], kept=kept)
    mended = {
        key: msgspec.structs.replace(sentence, tokens=tuple(tokens))
        for (key, (sentence, _, _)), tokens in zip(wrong.items(), tagged, strict=True)
    }
    numbers = {number for number, _, _ in mended}
    return [
        _mended(analysis, number, mended) if number in numbers else analysis for number, analysis in enumerate(analyses)
    ]


def _wrong(analysis: Analysis) -> Iterable[tuple[Sentence, list[Known]]]:
    """Sentences in which a person's name is cut in two or joined to a neighbour, with their names."""
    blocks = {s.block for s in analysis.standings if s.kind == "person"}
    for sentence in analysis.sentences():
        if sentence.block not in blocks:
            continue
        people = [
            s
            for s in analysis.within(sentence.block, sentence.start, sentence.end, "person")
            if s.how in {"name", "short"}
        ]
        if not all(_is_word(sentence.tokens, s) for s in people):
            yield sentence, [Known(s.start - sentence.start, s.end - sentence.start, "PER") for s in people]


def _is_word(tokens: Sequence[Token], standing: Standing) -> bool:
    """Whether a name is one word."""
    at = bisect_left(tokens, standing.start, key=_START)
    return at < len(tokens) and tokens[at].start == standing.start and tokens[at].end == standing.end


def _mended(analysis: Analysis, number: int, mended: dict[tuple[int, int, int], Sentence]) -> Analysis:
    texts = tuple(
        msgspec.structs.replace(
            text,
            sentences=tuple(mended.get((number, s.block, s.start), s) for s in text.sentences),
        )
        for text in analysis.texts
    )
    return msgspec.structs.replace(analysis, texts=texts)
