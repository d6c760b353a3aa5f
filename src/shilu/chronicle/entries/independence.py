"""How many accounts of a deed are independent of each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shilu.text.script import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shilu.chronicle.entries.tellings import Telling

_OWN_WORDS = 16
"""Characters from which the same words are no chance: outlets print each other's articles without saying so."""


def independent(tellings: Iterable[Telling]) -> int:
    """Agencies and outlets, of which those count once that print the same words; never more than there are outlets."""
    told = tuple(tellings)
    joined: dict[str, str] = {}

    def root(name: str) -> str:
        while joined.setdefault(name, name) != name:
            name = joined[name]
        return name

    for telling in told:
        words = fold(telling.event.text)
        source = root(f"source {telling.source.origin}")
        if len(words) >= _OWN_WORDS:
            joined[root(f"words {words}")] = source
    sources = {root(name) for name in tuple(joined) if name.startswith("source ")}
    return min(len(sources), len({telling.source.outlet for telling in told}))
