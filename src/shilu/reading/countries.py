"""How often an article names each country, itself or by a place in it: what it is about, as far as names can tell."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shilu.knowledge import Authority
    from shilu.reading.whole import Whole


def countries(whole: Whole, authority: Authority) -> Counter[str]:
    """Mentions by country code."""
    counts: Counter[str] = Counter()
    for hit in whole.hits:
        place = authority.places.get(hit.candidates[0].id)
        if place is not None and place.country is not None:
            counts[place.country] += 1
    return counts
