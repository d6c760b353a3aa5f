"""The words that outlets choose: contested terms from an editable list, and terms that set their texts apart."""

from __future__ import annotations

import functools
import math
import re
from collections import Counter
from importlib import resources
from typing import TYPE_CHECKING

import msgspec
import yaml

from shilu.errors import KnowledgeError
from shilu.text.script import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TERMS = "contested.yaml"
LEAST = 3
"""How often an outlet must use a term that sets it apart …"""
CLEAR = 1.96
"""… and by how many standard deviations."""
SHOWN = 8
"""Such terms of each outlet at most."""
LONGEST = 5
"""Characters of a term."""
PIECE = 0.7
"""A term that stands in one longer term so often is only a piece of it."""
_PRIOR = 500.0  # words of background that stand against an outlet's own
_RUN = re.compile(r"(?:(?![的了在是和与及也都就而但被把对从将为以其这那有不我他她它们并或之于])[\u3400-\u9fff]){2,}")
"""Characters among which a term may stand: no term has a function word in it."""


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


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(map(fold, words), key=lambda word: (-len(word), word)))))


def choices(folded: str) -> Iterator[tuple[str, str, int, int]]:
    """Subject, word, start and end of each contested term in a folded text."""
    for subject, pattern in contested():
        for match in pattern.finditer(folded):
            yield subject, match.group(), match.start(), match.end()


def set_apart(texts: Mapping[str, list[str]]) -> dict[str, list[tuple[str, float]]]:
    """For each outlet the terms that it uses more than the others, with their scores.

    Weighted log-odds with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008, "Fightin' Words"): the prior
    is how often all outlets together use a term, so that rare terms do not stand out by chance. Terms are runs of two
    to five characters that are no mere piece of a longer one; of those that overlap the highest score is kept.

    Args:
        texts: The folded texts of each outlet.
    """
    counts = {outlet: _terms(those) for outlet, those in texts.items()}
    whole: Counter[str] = Counter()
    for count in counts.values():
        whole.update(count)
    total = whole.total()
    # Most terms stand there once or twice: they are no one's own, and nothing is a piece of them.
    often = {term: times for term, times in whole.items() if times >= LEAST}
    pieces = {term for term in often if len(term) > LONGEST}
    for term, times in often.items():
        pieces.update(piece for piece in (term[:-1], term[1:]) if times >= PIECE * whole[piece])
    found = {}
    for outlet, count in counts.items():
        own, others = count.total(), total - count.total()
        scored = []
        for term in often.keys() - pieces:
            times = count[term]
            if times < LEAST or not others:
                continue
            prior = _PRIOR * whole[term] / total
            rest = whole[term] - times
            odds = math.log((times + prior) / (own + _PRIOR - times - prior))
            odds -= math.log((rest + prior) / (others + _PRIOR - rest - prior))
            score = odds / math.sqrt(1 / (times + prior) + 1 / (rest + prior))
            if score >= CLEAR:
                scored.append((term, round(score, 2)))
        found[outlet] = _apart(sorted(scored, key=lambda one: (-one[1], -len(one[0]), one[0])))
    return found


def _terms(texts: list[str]) -> Counter[str]:
    count: Counter[str] = Counter()
    for text in texts:
        for run in _RUN.findall(text):
            for size in range(2, LONGEST + 2):
                count.update([run[at : at + size] for at in range(len(run) - size + 1)])
    return count


def _apart(scored: list[tuple[str, float]]) -> list[tuple[str, float]]:
    """The best terms, none of which overlaps with a better one."""
    kept: list[tuple[str, float]] = []
    for term, score in scored:
        if len(kept) == SHOWN:
            break
        if not any(term[at : at + 2] in better for better, _ in kept for at in range(len(term) - 1)):
            kept.append((term, score))
    return kept
