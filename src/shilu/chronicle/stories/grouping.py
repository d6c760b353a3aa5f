"""The stories of a window of days, made from its articles alone.

Articles that tell alike come together by average linkage; what goes on for longer is then cut where what follows is
unlike what went before (:func:`.linkage.phases`). Neither the order nor the runs in which the articles came in play a
part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import numpy as np

from shilu.chronicle.stories.likeness import likeness
from shilu.chronicle.stories.linkage import agglomerate, phases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from shilu.chronicle.stories.likeness import Likeness
    from shilu.chronicle.stories.vectors import Vector

JOINED = 0.8
"""Mean chance of one story from which groups are joined …"""
APART = 1.5
"""… if the contrast between them is less than this."""
CUT = 3.0
"""Contrast between two phases at least. On both lists of hand-made stories F1 is within .01 of the best from .75 to .8,
1.5 to 1.75 and 2.5 to 3.5."""


class Part(msgspec.Struct, frozen=True):
    """A story as far as it lies in the window."""

    articles: tuple[str, ...]
    """By time; one alone where it tells what no other tells."""
    central: str
    """The article most like all others."""


def grouped(vectors: Sequence[Vector]) -> list[Part]:
    """The stories that these articles tell, each article in one."""
    ordered = sorted(vectors, key=lambda one: (one.hour, one.article))
    alike = likeness(ordered)
    groups = agglomerate(alike.chance, alike.text, JOINED, APART)
    return [part for group in groups for part in _parts([ordered[at] for at in group], group, alike)]


def _parts(members: list[Vector], group: list[int], window: Likeness) -> Iterator[Part]:
    text = window.text[np.ix_(group, group)]
    for phase in phases(text, np.array([one.ahead for one in members]), CUT):
        chance = window.chance[np.ix_(group, group)][np.ix_(phase, phase)]
        yield Part(
            articles=tuple(members[at].article for at in phase),
            central=members[phase[int(chance.sum(axis=1).argmax())]].article,
        )
