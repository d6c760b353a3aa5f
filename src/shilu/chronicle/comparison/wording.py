"""The words that outlets choose: contested terms from an editable list, and terms that set their texts apart."""

from __future__ import annotations

import functools
import itertools
import math
import re
from collections import Counter
from importlib import resources
from typing import TYPE_CHECKING, TypeAlias

import msgspec
import yaml

from shilu.errors import KnowledgeError
from shilu.reading.words import naming_words
from shilu.text.script import fold, simplify
from shilu.text.sentences import pieces, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from shilu.reading.tagger import Tagger

TERMS = "contested.yaml"
LEAST = 3
"""How often an outlet must use a term that sets it apart …"""
CLEAR = 1.96
"""… and by how many standard deviations."""
SHOWN = 8
"""Such terms of each outlet at most."""
LONGEST = 6
"""Characters of a term of two words."""
PIECE = 0.7
"""A word that stands so often in one term of two words is only a piece of it."""
_PRIOR = 500.0  # words of background that stand against an outlet's own
_TAGGED = 100  # characters tagged at once at most


_Term: TypeAlias = "tuple[str, ...]"
"""One word or two."""


class Subject(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One contested thing: what stands for it in lists, and the words for it."""

    subject: str
    words: tuple[str, ...]


@functools.cache
def contested() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Every subject with the pattern of its words, the longest first; all folded."""
    text = resources.files("shilu.chronicle.comparison").joinpath("data", TERMS).read_text(encoding="utf-8")
    try:
        subjects = msgspec.convert(yaml.safe_load(text), tuple[Subject, ...])
    except (yaml.YAMLError, msgspec.ValidationError) as error:
        raise KnowledgeError(str(error), file=TERMS) from error
    return tuple((one.subject, _pattern(one.words)) for one in subjects)


@functools.cache
def _any_contested() -> re.Pattern[str]:
    return re.compile("|".join(pattern.pattern for _, pattern in contested()))


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(map(fold, words), key=lambda word: (-len(word), word)))))


def choices(folded: str) -> Iterator[tuple[str, str, int, int]]:
    """Subject, word, start and end of each contested term in a folded text."""
    if not _any_contested().search(folded):
        return  # as of most texts; to look for each subject takes ten times as long
    for subject, pattern in contested():
        for match in pattern.finditer(folded):
            yield subject, match.group(), match.start(), match.end()


def set_apart(texts: Mapping[str, list[str]]) -> dict[str, list[tuple[str, float]]]:
    """For each outlet the terms that it uses more than the others, with their scores.

    Weighted log-odds with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008, "Fightin' Words"): the prior
    is how often all outlets together use a term, so that rare terms do not stand out by chance. Terms are words, and
    two neighbouring words; of those that overlap the highest score is kept.

    Args:
        texts: The words of each outlet's texts (see :func:`shilu.reading.words.naming_words`).
    """
    counts = {outlet: _terms(those) for outlet, those in texts.items()}
    whole: Counter[_Term] = Counter()
    for count in counts.values():
        whole.update(count)
    total = whole.total()
    parts = {
        (word,)
        for term, times in whole.items()
        if len(term) > 1
        for word in term
        if times >= max(LEAST, PIECE * whole[word,])
    }
    found = {}
    for outlet, count in counts.items():
        own, others = count.total(), total - count.total()
        scored = []
        for term, times in count.items():
            if times < LEAST or not others or term in parts:
                continue
            prior = _PRIOR * whole[term] / total
            rest = whole[term] - times
            odds = math.log((times + prior) / (own + _PRIOR - times - prior))
            odds -= math.log((rest + prior) / (others + _PRIOR - rest - prior))
            score = odds / math.sqrt(1 / (times + prior) + 1 / (rest + prior))
            if score >= CLEAR:
                scored.append(("".join(term), round(score, 2)))
        found[outlet] = _apart(sorted(scored, key=lambda one: (-one[1], -len(one[0]), one[0])))
    return found


def cut(texts: Iterable[str]) -> str:
    """The words of texts that were not read yet, as readings have them."""
    plain = [simplify(text) for text in texts]
    pieces_ = [
        text[start:end] for text in plain for span in sentences(text) for start, end in pieces(text, span, _TAGGED)
    ]
    return naming_words(_tagger().tag(pieces_))


def _terms(texts: list[str]) -> Counter[_Term]:
    """Words of two characters or more, and pairs of neighbouring words."""
    count: Counter[_Term] = Counter()
    # Counted text by text: line by line takes twice as long.
    for text in texts:
        lines = [line.split() for line in text.split("\n")]
        count.update(itertools.chain.from_iterable(map(zip, lines)))
        pairs = itertools.chain.from_iterable(map(itertools.pairwise, lines))
        count.update(pair for pair in pairs if len(pair[0]) + len(pair[1]) <= LONGEST)
    return count


@functools.cache
def _tagger() -> Tagger:
    from shilu.reading.tagger import Tagger  # noqa: PLC0415 (loads the model, which lists do without)

    return Tagger()


def _apart(scored: list[tuple[str, float]]) -> list[tuple[str, float]]:
    """The best terms, none of which overlaps with a better one."""
    kept: list[tuple[str, float]] = []
    for term, score in scored:
        if len(kept) == SHOWN:
            break
        if not any(term[at : at + 2] in better for better, _ in kept for at in range(len(term) - 1)):
            kept.append((term, score))
    return kept
