"""The way words came: the medium that relays them, the platform or the occasion they were said on."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from shilu.reading.quotations.cues import cues

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shilu.reading.quotations.statements import Statement
    from shilu.reading.quotations.units import Unit, Word

_OWN = "本台"
_TO = frozenset(("对", "向", "告诉", "接受"))


def via_of(statement: Statement, unit: Unit) -> str | None:
    """The relaying medium, else whom it was told, else the platform or occasion named with the cue, else None."""
    if statement.relayed is not None:
        return statement.relayed.name or statement.relayed.text
    first, last = statement.frame
    words = unit.words[first:last]
    told = _told_to(unit.words[first : last + 1])  # 告诉|美国之音
    return told or _platform(words) or _named(words, cues().occasions)


def _told_to(words: Sequence[Word]) -> str | None:
    for word, after in pairwise(words):
        if after.text.startswith(_OWN):
            return _OWN
        if word.text in _TO and after.tag in ("ORG", "nz"):
            return after.text
    return None


def _platform(words: Sequence[Word]) -> str | None:
    """The platform that something is said on (在推特上, 微博发文), not one that speaks itself (推特发言人)."""
    for nth, word in enumerate(words):
        if word.text.lower() in cues().platforms:
            on = any(each.tag in ("p", "v") for each in (*words[:nth], *words[nth + 1 : nth + 2]))
            return word.text if on else None
    return None


def _named(words: Sequence[Word], names: frozenset[str]) -> str | None:
    return next((word.text for word in words if word.text.lower() in names), None)
