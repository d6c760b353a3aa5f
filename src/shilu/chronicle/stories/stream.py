"""Stories in time order: each block of articles is compared with those around it in time, and the window grouped anew.

Articles that tell alike come together by average linkage; what goes on for longer is then cut where what follows is
unlike what went before (:func:`.linkage.phases`). All is made from the articles of the window alone, in whichever order
and in however many runs they came in; what lies further back is not looked at, so that an article costs the same in an
archive of any age.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import numpy as np

from shilu.chronicle.stories.likeness import likeness
from shilu.chronicle.stories.linkage import agglomerate, phases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from shilu.chronicle.stories.vectors import Vector

WINDOW = 96.0
"""Hours that articles are compared over."""
OPEN = 48.0
"""Hours that an article can change its story: at the edge of the window regrouping would break stories up."""
MOST = 4_000
"""Articles in the window at most; on days with more the furthest leave sooner."""
JOINED = 0.6
"""Mean chance of one story from which groups are joined …"""
CUT = 0.35
"""… and how far two phases are apart at least. On the hand-made stories F1 is the same from .55 to .6 and .35 to .4."""


class Part(msgspec.Struct, frozen=True):
    """A story as far as it lies in the window."""

    articles: tuple[str, ...]
    """By time; one alone where it tells what no other tells."""
    open: frozenset[str]
    """Those of them that may still change their story."""
    central: str
    """The article most like all others."""


class Stream:
    """The window and what it holds."""

    def __init__(self) -> None:
        self._vectors: list[Vector] = []

    @property
    def articles(self) -> set[str]:
        """What is in the window."""
        return {one.article for one in self._vectors}

    def extend(self, new: Sequence[Vector]) -> None:
        """Take articles into the window."""
        self._vectors = sorted([*self._vectors, *new], key=lambda one: (one.hour, one.article))

    def add(self, block: Sequence[Vector]) -> list[Part]:
        """Add articles of about one time; returns the stories of the window as they are now."""
        if not block:
            return []
        first, last = min(one.hour for one in block), max(one.hour for one in block)
        self._close(first, last, MOST - len(block))
        self.extend(block)
        alike = likeness(self._vectors)
        groups = agglomerate(alike, np.ones(len(self._vectors), np.int64), JOINED)
        since, until = min(first, last - OPEN), max(last, first + OPEN)
        return [part for group in groups for part in self._parts(group, alike, since, until)]

    def _close(self, first: float, last: float, most: int) -> None:
        """Let go of what is too far away in time to be joined."""
        away = [max(first - one.hour, one.hour - last) for one in self._vectors]
        near = sorted((far, at) for at, far in enumerate(away) if far <= WINDOW)
        self._vectors = [self._vectors[at] for _, at in near[: max(0, most)]]

    def _parts(self, members: list[int], window: NDArray[np.float32], since: float, until: float) -> Iterator[Part]:
        alike = window[np.ix_(members, members)]
        for part in phases(alike, CUT):
            central = part[int(alike[np.ix_(part, part)].sum(axis=1).argmax())]
            vectors = [self._vectors[members[at]] for at in part]
            yield Part(
                articles=tuple(one.article for one in vectors),
                open=frozenset(one.article for one in vectors if since <= one.hour <= until),
                central=self._vectors[members[central]].article,
            )
