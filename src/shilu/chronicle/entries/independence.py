"""How many accounts of a deed are independent of each other."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from shilu.chronicle.entries.likeness import COPIED, pairs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from shilu.chronicle.entries.tellings import Telling

_SAME = 0.8
"""Of the pairs of two accounts, the share that both have: one outlet writes 中共 where the other wrote 中国."""
_LONG, _WITHIN = 20, 0.9
"""… of the shorter, where it has so many: the one has more before it, the other more behind."""
_GLOSS = re.compile(r"[（(][^（）()]*[）)]")
"""What one outlet adds to the words of another: 川普（特朗普）."""
_MANY = 40
"""Different wordings from which they are not compared: a deed so widely told has its sources."""


def independent(tellings: Iterable[Telling]) -> int:
    """Agencies and outlets, of which those count once that print the same words; never more than there are outlets.

    The same words are those of the event or those beside it, too; of what is told in many ways, both.
    """
    told = tuple(tellings)
    origins = {telling.source.origin for telling in told}
    joined = {origin: origin for origin in origins}

    def root(name: str) -> str:
        while joined[name] != name:
            name = joined[name]
        return name

    for wordings in (_wordings(told, lambda t: t.words), _wordings(told, lambda t: t.event.text)):
        for printing in wordings.values():
            for other in printing:
                joined[root(other)] = root(printing[0])
        if len(wordings) > _MANY:
            break
        for left, right in combinations(wordings, 2):
            if _are_one(left, right):
                joined[root(wordings[left][0])] = root(wordings[right][0])
    return min(len({root(origin) for origin in origins}), len({telling.source.outlet for telling in told}))


def _are_one(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two wordings are one text, all of it or with other words of its sentence around it."""
    same, shorter = len(left & right), min(len(left), len(right))
    return same >= _SAME * len(left | right) or (shorter >= _LONG and same >= _WITHIN * shorter)


def _wordings(told: Iterable[Telling], words: Callable[[Telling], str]) -> dict[frozenset[str], list[str]]:
    """Who prints the same words, of those long enough."""
    found: dict[frozenset[str], list[str]] = {}
    for telling in told:
        said = pairs(_GLOSS.sub("", words(telling)))
        if len(said) >= COPIED:
            found.setdefault(said, []).append(telling.source.origin)
    return found
