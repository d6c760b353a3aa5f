"""Stories in time order: each block of articles is compared with those around it in time, and the window grouped anew.

Articles that tell alike come together by average linkage; what goes on for longer is then cut where what follows is
unlike what went before (:func:`.linkage.phases`). Nothing depends on the order of the articles within a block, and what
lies further back than the window is not looked at, so that an article costs the same in an archive of any age.
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
"""Hours that an article can change its story. Regrouping all of the window breaks stories up at its edge (BCubed F1 .78
instead of .81 on the hand-made window)."""
MOST = 4_000
"""Articles in the window at most; on days with more the furthest leave sooner."""
JOINED = 0.55
"""Mean chance of one story from which groups are joined. From .5 to .7 F1 on the hand-made window stays the same."""
CUT = 0.5
"""How far two phases are apart at least."""


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
        self._alike = np.zeros((0, 0), np.float32)

    @property
    def articles(self) -> set[str]:
        """What is in the window."""
        return {one.article for one in self._vectors}

    def extend(self, new: Sequence[Vector]) -> None:
        """Take articles into the window."""
        if not new:
            return
        before = len(self._vectors)
        self._vectors += sorted(new, key=lambda one: (one.hour, one.article))
        self._alike = _grown(self._alike, likeness(self._vectors, before))

    def add(self, block: Sequence[Vector]) -> list[Part]:
        """Add articles of about one time; returns the stories of the window as they are now."""
        if not block:
            return []
        first, last = min(one.hour for one in block), max(one.hour for one in block)
        self._close(first, last, MOST - len(block))
        self.extend(block)
        groups = agglomerate(self._alike, np.ones(len(self._vectors), np.int64), JOINED)
        since, until = min(first, last - OPEN), max(last, first + OPEN)
        return [part for group in groups for part in self._parts(group, since, until)]

    def _close(self, first: float, last: float, most: int) -> None:
        """Let go of what is too far away in time to be joined."""
        away = [max(first - one.hour, one.hour - last) for one in self._vectors]
        near = sorted((far, at) for at, far in enumerate(away) if far <= WINDOW)
        places = sorted(at for _, at in near[: max(0, most)])
        self._vectors = [self._vectors[at] for at in places]
        self._alike = self._alike[np.ix_(places, places)]

    def _parts(self, group: list[int], since: float, until: float) -> Iterator[Part]:
        members = sorted(group, key=lambda at: (self._vectors[at].hour, self._vectors[at].article))
        alike = self._alike[np.ix_(members, members)]
        for part in phases(alike, CUT):
            central = part[int(alike[np.ix_(part, part)].sum(axis=1).argmax())]
            vectors = [self._vectors[members[at]] for at in part]
            yield Part(
                articles=tuple(one.article for one in vectors),
                open=frozenset(one.article for one in vectors if since <= one.hour <= until),
                central=self._vectors[members[central]].article,
            )


def _grown(matrix: NDArray[np.float32], new: NDArray[np.float32]) -> NDArray[np.float32]:
    """A symmetric matrix with the rows of the new articles, which are the last."""
    before, total = len(matrix), new.shape[1]
    grown = np.zeros((total, total), np.float32)
    grown[:before, :before] = matrix
    grown[before:] = new
    grown[:before, before:] = new[:, :before].T
    return grown
