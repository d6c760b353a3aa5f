"""Terms that set texts apart from others: outlets' on one story, a story's from all else."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

LEAST = 3
"""How often a side must use a term that sets it apart …"""
CLEAR = 1.96
"""… and by how many standard deviations."""
SHOWN = 8
"""Such terms of each side at most."""
LONGEST = 6
"""Characters of a term of two words."""
PIECE = 0.7
"""A word that stands so often in one term of two words is only a piece of it."""
_PRIOR = 500.0  # words of background that stand against a side's own

_Term: TypeAlias = "tuple[str, ...]"
"""One word or two."""


def set_apart(texts: Mapping[str, list[str]], shown: int = SHOWN) -> dict[str, list[tuple[str, float]]]:
    """For each side the terms that it uses more than the others, with their scores.

    Weighted log-odds with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008, "Fightin' Words"): the prior
    is how often all together use a term, so that rare terms do not stand out by chance. Terms are words, and
    two neighbouring words; of those that overlap the highest score is kept.

    Args:
        texts: The words of each side's texts (see :func:`shilu.reading.words.naming_words`).
        shown: How many terms of each.
    """
    counts = {side: _terms(those) for side, those in texts.items()}
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
    for side, count in counts.items():
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
        found[side] = _apart(sorted(scored, key=lambda one: (-one[1], -len(one[0]), one[0])), shown)
    return found


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


def _apart(scored: list[tuple[str, float]], shown: int) -> list[tuple[str, float]]:
    """The best terms, none of which overlaps with a better one."""
    kept: list[tuple[str, float]] = []
    for term, score in scored:
        if len(kept) == shown:
            break
        if not any(term[at : at + 2] in better for better, _ in kept for at in range(len(term) - 1)):
            kept.append((term, score))
    return kept
