"""How many accounts of a deed are independent of each other."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from shilu.chronicle.entries.likeness import COPIED, pairs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shilu.chronicle.entries.tellings import Telling

_SAME = 0.8
"""Of the pairs of two accounts, the share that both have: one outlet writes 中共 where the other wrote 中国."""
_MANY = 40
"""Different wordings from which they are not compared: a deed so widely told has its sources."""


def independent(tellings: Iterable[Telling]) -> int:
    """Agencies and outlets, of which those count once that print the same words; never more than there are outlets."""
    told = tuple(tellings)
    origins = {telling.source.origin for telling in told}
    joined = {origin: origin for origin in origins}

    def root(name: str) -> str:
        while joined[name] != name:
            name = joined[name]
        return name

    wordings: dict[frozenset[str], str] = {}
    for telling in told:
        words = pairs(telling.event.text)
        if len(words) >= COPIED:
            joined[root(telling.source.origin)] = root(wordings.setdefault(words, telling.source.origin))
    if len(wordings) <= _MANY:
        for left, right in combinations(wordings, 2):
            if len(left & right) >= _SAME * len(left | right):
                joined[root(wordings[left])] = root(wordings[right])
    return min(len({root(origin) for origin in origins}), len({telling.source.outlet for telling in told}))
