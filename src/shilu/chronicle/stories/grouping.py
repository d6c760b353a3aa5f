"""The stories of a window of days, made from its articles alone.

Articles that tell alike come together by average linkage; what goes on for longer is then cut where what follows is
unlike what went before (:func:`.linkage.phases`), and fringes are gathered in (:func:`.linkage.gathered`). Where to
stop and what to hold apart is a matter of degree: so this is done in nine ways, strict to lenient, and those articles
are of one story that most of the ways bring together (evidence accumulation: Fred and Jain 2005, *Combining multiple
clusterings*). Neither the order nor the runs in which the articles came in play a part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import numpy as np

from shilu.chronicle.stories.likeness import likeness
from shilu.chronicle.stories.linkage import SHORTEST, agglomerate, gathered, phases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from shilu.chronicle.stories.likeness import Likeness
    from shilu.chronicle.stories.vectors import Vector

JOINED = (0.88, 0.8, 0.7)
"""Mean chance of one story from which groups are joined …"""
APART = (1.1, 1.5, 2.0)
"""… if the contrast between them is less than this: each with each is a way of grouping."""
CUT = 3.0
"""Contrast between two phases at least."""
MOST = 0.6
"""Mean share of the ways that bring the articles of two groups together, from which they are of one story. In the mean
of twelve runs (three lists, four times, three of them without an eighth of all articles) F1 is .840 with this and .829
with the middle way alone; with nine ways nearer or further from each other, and with .5, between .834 and .840."""
FRINGE, NEAREST, SMALL = 0.9, 5, 3
"""Groups of three or fewer go to a larger one where the mean chance, with the five reports in it that each is most
like, is .9. With the middle way alone F1 is .838 with this and .835 without; three to eight reports and .8 to .95 come
to between .834 and .840."""
SURE = ((SMALL, 0.95), (10, 0.7))
"""How many articles tell a story at most, and from which mean chance, by what they say alone, they are held to do so.
Shared neighbours say little of so few: two that are like each other, and nobody, share all they have. Of 160 stories of
two or three articles, made in a month without this, 55 were none when read, of 60 with four to eight 24 had strangers.
Pairs that were one story have .96 in nine cases of ten, of the others one in three has .9. With it (to eight) 10 of 70
small ones were none, and of 318 articles of larger ones 51 did not belong."""


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
    (groups,) = agglomerate(_votes(ordered, alike), [MOST])
    return [_part(part, ordered, alike) for group in groups for part in surely(group, alike.alone)]


def surely(group: list[int], alone: NDArray[np.float32]) -> list[list[int]]:
    """A small group parted where what its articles say does not bring them together; a larger one as it is.

    Args:
        group: The articles, by their places in …
        alone: … how likely each two tell one story by what both say alone; symmetric.
    """
    least = next((least for most, least in SURE if 1 < len(group) <= most), None)
    if least is None:
        return [group]
    (parts,) = agglomerate(alone[np.ix_(group, group)], [least])
    if len(parts) == 1:
        return [group]
    return [piece for part in parts for piece in surely([group[at] for at in part], alone)]


def _votes(ordered: Sequence[Vector], alike: Likeness) -> NDArray[np.float32]:
    """For each pair of articles the share of the ways of grouping that bring them together."""
    ahead = np.array([one.ahead for one in ordered])
    votes = np.zeros_like(alike.chance)
    for apart in APART:
        for groups in agglomerate(alike.chance, JOINED, alike.text, apart):
            in_time = [phase for group in groups for phase in _phases(group, ahead, alike)]
            for group in gathered(in_time, alike.chance, FRINGE, NEAREST, SMALL):
                if len(group) > 1:
                    votes[np.ix_(group, group)] += 1 / (len(APART) * len(JOINED))
    return votes


def _phases(group: list[int], ahead: NDArray[np.float64], alike: Likeness) -> Iterator[list[int]]:
    if len(group) < 2 * SHORTEST:
        yield group
        return
    for phase in phases(alike.text[np.ix_(group, group)], ahead[group], CUT):
        yield [group[at] for at in phase]


def _part(group: list[int], ordered: Sequence[Vector], alike: Likeness) -> Part:
    chance = alike.chance[np.ix_(group, group)]
    return Part(
        articles=tuple(ordered[at].article for at in group),
        central=ordered[group[int(chance.sum(axis=1).argmax())]].article,
    )
