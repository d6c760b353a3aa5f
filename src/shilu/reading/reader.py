"""Reading an article: the steps in order.

Texts and sentences → known names → words (many articles at once) → names → times → quotations → events → topics. Each
step is a pure function of the article, the authority and what went before. A step that fails on an article costs that
article one field, not the batch: it becomes a problem.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import msgspec

from shilu.reading.analysis import TITLE, Analysis, Sentence, Text
from shilu.reading.casing import is_name
from shilu.reading.events import events
from shilu.reading.latin import words_of
from shilu.reading.names import named
from shilu.reading.quotations import quotations, unclosed
from shilu.reading.recut import recut
from shilu.reading.tagger import Kept
from shilu.reading.times import times
from shilu.reading.words import naming_words
from shilu.records import Problem, Reading
from shilu.text.script import fold, is_chinese, simplify, together
from shilu.text.sentences import Span, pieces, sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from shilu.knowledge import Authority
    from shilu.reading.tagger import Tagger
    from shilu.records import Article, BlockKind

T = TypeVar("T")
VERSION = "reading.v1"
_ITEM, _ITEMS = 8, 24
"""Characters of an item that a headline strings together, and how many blocks may be such items."""
LONGEST = 200
"""Longer sentences are given to the tagger in pieces: 1 in 1,000 is longer."""


def read(article: Article, *, authority: Authority, tagger: Tagger) -> Reading:
    """The reading of one article."""
    return read_many([article], authority=authority, tagger=tagger)[0]


def read_many(articles: Sequence[Article], *, authority: Authority, tagger: Tagger) -> list[Reading]:
    """The readings of many articles, in order; tagging them together is what makes it fast."""
    return [_reading(analysis, authority) for analysis in analyse(articles, authority=authority, tagger=tagger)]


def analyse(articles: Sequence[Article], *, authority: Authority, tagger: Tagger) -> list[Analysis]:
    """The analyses of many articles, with words and names: what every later step works on."""
    prepared = [_prepared(article, authority) for article in articles]
    kept = Kept()
    return recut([_named(analysis, authority) for analysis in _tagged(prepared, tagger, kept)], tagger, kept)


def _named(analysis: Analysis, authority: Authority) -> Analysis:
    steps = Steps()
    (found,) = steps.take("names", lambda: (named(analysis, authority),)) or (analysis,)
    return msgspec.structs.replace(found, problems=(*found.problems, *steps.problems))


def _reading(analysis: Analysis, authority: Authority) -> Reading:
    steps = Steps()
    found_times = steps.take("times", lambda: times(analysis.article))
    found_quotations = steps.take("quotations", lambda: quotations(analysis, authority))
    open_marks = steps.take("quotations", lambda: unclosed(analysis))
    found_events = steps.take("events", lambda: events(analysis, authority, found_times, found_quotations))
    return Reading(
        article=analysis.article.id,
        reader=VERSION,
        learned=authority.taught.state,
        people=analysis.people,
        orgs=analysis.orgs,
        places=analysis.places,
        times=found_times,
        quotations=found_quotations,
        events=found_events,
        words=naming_words(sentence.tokens for text in analysis.texts for sentence in text.sentences),
        problems=(*analysis.problems, *open_marks, *steps.problems),
    )


class Steps:
    """Takes the results of steps; what a step raises is kept as a problem, so that a flaw costs one field."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def take(self, field: str, step: Callable[[], tuple[T, ...]]) -> tuple[T, ...]:
        """What the step finds, or nothing and a problem."""
        try:
            return step()
        except Exception as error:  # noqa: BLE001 - the outermost place of one article; what was caught is stored
            self.problems.append(Problem(field, "step-failed", f"{type(error).__name__}: {error}"[:200]))
            return ()


def _prepared(article: Article, authority: Authority) -> Analysis:
    """The article's texts with their sentences and the known names in them."""
    printed = [article.title, *(block.text for block in article.blocks)]
    kinds = ["title", *(block.kind for block in article.blocks)]
    forms = zip(printed, together(simplify, printed), together(fold, printed), strict=True)
    title, *blocks = forms
    cuts = _items(title[1], [plain for _, plain, _ in blocks[:_ITEMS]])
    texts = (
        _text(number, kind, form, authority, () if number > TITLE else cuts)
        for number, (kind, form) in enumerate(zip(kinds, (title, *blocks), strict=True), TITLE)
    )
    return Analysis(article, tuple(texts))


def _items(title: str, texts: list[str]) -> tuple[int, ...]:
    """Where items begin and end that a headline strings together, and the text lists: 新闻联播 文字版…."""
    found = {title.find(text): len(text) for text in texts if len(text) >= _ITEM and text in title}
    return tuple(sorted({*found, *(at + size for at, size in found.items())})) if len(found) > 1 else ()


def _text(
    number: int, kind: BlockKind | str, forms: tuple[str, str, str], authority: Authority, cuts: tuple[int, ...]
) -> Text:
    text, plain, folded = forms
    parts = zip((0, *cuts), (*cuts, len(plain)), strict=True)
    whole = (Span(a + low, b + low) for low, high in parts for a, b in sentences(plain[low:high]))
    spans = [piece for span in whole for piece in pieces(plain, span, LONGEST)]
    found = tuple(Sentence(number, start, end) for start, end in spans)
    known = tuple(match for match in authority.match(folded) if is_name(text, match, authority))
    return Text(number, kind, text, plain, folded, known, found)  # type: ignore[arg-type]


def _tagged(prepared: Sequence[Analysis], tagger: Tagger, kept: Kept) -> list[Analysis]:
    """The analyses with their words; all sentences of all articles go through the tagger together.

    But for texts without a Chinese character: the model knows Chinese alone, and made names of English words.
    """
    places = [
        (text, sentence)
        for analysis in prepared
        for text in analysis.texts
        if is_chinese(text.plain)
        for sentence in text.sentences
    ]
    plain = [text.plain[sentence.start : sentence.end] for text, sentence in places]
    words = iter(tagger.tag(plain, starts=[sentence.start for _, sentence in places], kept=kept))

    def worded(text: Text) -> Text:
        chinese = is_chinese(text.plain)
        own = (next(words) if chinese else words_of(text.plain, s.start, s.end) for s in text.sentences)
        sentences = tuple(Sentence(s.block, s.start, s.end, tuple(w)) for s, w in zip(text.sentences, own, strict=True))
        return msgspec.structs.replace(text, sentences=sentences)

    return [msgspec.structs.replace(analysis, texts=tuple(map(worded, analysis.texts))) for analysis in prepared]
