"""The stories of a window of days, made from its articles alone.

Articles that tell alike come together by average linkage; what goes on for longer is then cut where what follows is
unlike what went before (:func:`.linkage.phases`), and fringes are gathered in (:func:`.linkage.gathered`). Neither the
order nor the runs in which the articles came in play a part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import numpy as np

from shilu.chronicle.stories.likeness import likeness
from shilu.chronicle.stories.linkage import agglomerate, gathered, phases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from shilu.chronicle.stories.likeness import Likeness
    from shilu.chronicle.stories.vectors import Vector

JOINED = 0.8
"""Mean chance of one story from which groups are joined …"""
APART = 1.5
"""… if the contrast between them is less than this."""
CUT = 3.0
"""Contrast between two phases at least. In the mean of twelve runs F1 is between .834 and .842 from .75 to .85 and
from 1.5 to 1.75; single runs differ by more than that."""
FRINGE, NEAREST, SMALL = 0.9, 5, 3
"""Groups of three or fewer go to a larger one where the mean chance, with the five reports in it that each is most
like, is .9. In the mean of twelve runs (three lists, four times without an eighth of all articles) F1 is .838 with this
and .835 without; three to eight reports and .8 to .95 come to between .834 and .840."""


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
    in_time = [phase for group in groups for phase in _phases(group, ordered, alike)]
    return [_part(group, ordered, alike) for group in gathered(in_time, alike.chance, FRINGE, NEAREST, SMALL)]


def _phases(group: list[int], ordered: Sequence[Vector], alike: Likeness) -> Iterator[list[int]]:
    text = alike.text[np.ix_(group, group)]
    for phase in phases(text, np.array([ordered[at].ahead for at in group]), CUT):
        yield [group[at] for at in phase]


def _part(group: list[int], ordered: Sequence[Vector], alike: Likeness) -> Part:
    chance = alike.chance[np.ix_(group, group)]
    return Part(
        articles=tuple(ordered[at].article for at in group),
        central=ordered[group[int(chance.sum(axis=1).argmax())]].article,
    )
