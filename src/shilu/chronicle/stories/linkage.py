"""Grouping by likeness: agglomeration by average linkage, the phases of what goes on in time, and fringes.

Groups are held apart by their *contrast*: how much more alike articles are within both than across, in standard
deviations of their likeness, and the more, the more articles there are. A measure of its own scale was needed because
the accounts of a summit are less alike than those of a court's sentence, and its days still differ.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

LOOKING_AHEAD = 0.5
"""What a standard deviation of looking ahead counts against one of likeness."""
SHORTEST = 2
"""Items of a phase at least."""
_NOISE, _NOISE_AHEAD = 0.3, 0.05  # added to the deviations, so that those of a few items that are all alike count less
_Numbers = TypeVar("_Numbers", "np.float64", "NDArray[np.float64]")


def agglomerate(
    chance: NDArray[np.floating],
    levels: Sequence[float],
    text: NDArray[np.floating] | None = None,
    apart: float = np.inf,
) -> list[list[list[int]]]:
    """Join the two groups that are most alike, until none are alike enough (average linkage).

    What no chain of pairs with so much likeness connects can never be joined: each connected part is taken by itself.

    Args:
        chance: How likely each pair of items belongs together; symmetric.
        levels: Groups are joined while the mean chance between their members is at least this; falling …
        text: How alike both are, by which groups of two and more are held apart; symmetric …
        apart: … and while their contrast in ``text`` is less than this.

    Returns:
        For each level its groups as sorted lists, sorted.
    """
    found: list[list[list[int]]] = [[] for _ in levels]
    text = np.zeros_like(chance) if text is None else text
    for part in _connected(chance >= levels[-1]):
        if len(part) == 1:  # most are
            for groups in found:
                groups.append(part.tolist())
            continue
        joining = _Joining(chance[np.ix_(part, part)], text[np.ix_(part, part)])
        for groups, least in zip(found, levels, strict=True):
            joining.go_on(least, apart)
            groups += [sorted(part[group].tolist()) for group in joining.groups()]
    return [sorted(groups) for groups in found]


def _connected(strong: NDArray[np.bool_]) -> list[NDArray[np.int64]]:
    """The items by connected part."""
    label = np.full(len(strong), -1)
    for item in range(len(strong)):
        reached = np.array([item] if label[item] < 0 else [], np.int64)
        while len(reached):
            label[reached] = item
            reached = np.flatnonzero(strong[reached].any(axis=0) & (label < 0))
    order = np.argsort(label, kind="stable")
    return np.split(order, np.flatnonzero(np.diff(label[order])) + 1) if len(label) else []


class _Joining:
    """Groups of items while they are joined; a group is known by one of its items.

    Of each pair of groups the sums over the pairs of their members are kept, of each group those within it, and which
    other is most alike.
    """

    def __init__(self, chance: NDArray[np.floating], text: NDArray[np.floating]) -> None:
        count = len(chance)
        self._chance, self._text = chance.astype(np.float64), text.astype(np.float64)
        for sums in (self._chance, self._text):
            np.fill_diagonal(sums, 0)
        self._squares = self._text**2
        self._within, self._squares_within = np.zeros(count), np.zeros(count)
        self._sizes, self._alive = np.ones(count), np.ones(count, bool)
        self._members = [[item] for item in range(count)]
        self._mean = self._chance.copy()
        np.fill_diagonal(self._mean, -1)
        self._best = self._mean.argmax(axis=1)
        self._value = self._mean[np.arange(count), self._best]

    def groups(self) -> list[list[int]]:
        """The groups as they are."""
        return [group for group in self._members if group]

    def go_on(self, least: float, apart: float) -> None:
        """Join what is alike enough."""
        while self._value.max() >= least:
            kept = int(self._value.argmax())
            kept, gone = sorted((kept, int(self._best[kept])))
            if self._contrast(kept, gone) >= apart:
                self._mean[kept, gone] = self._mean[gone, kept] = -1
                self._look_again([kept, gone])
            else:
                self._join(kept, gone)

    def _contrast(self, one: int, other: int) -> float:
        if min(self._sizes[one], self._sizes[other]) < 2:
            return 0
        within, across = self._within[one] + self._within[other], self._text[one, other]
        squares = self._squares_within[one] + self._squares_within[other] + self._squares[one, other]
        return float(_contrast(within, across, squares, self._sizes[one], self._sizes[other]))

    def _join(self, kept: int, gone: int) -> None:
        self._within[kept] += self._within[gone] + self._text[kept, gone]
        self._squares_within[kept] += self._squares_within[gone] + self._squares[kept, gone]
        for sums in (self._chance, self._text, self._squares):
            sums[kept] += sums[gone]
            sums[:, kept] = sums[kept]
        self._sizes[kept] += self._sizes[gone]
        self._members[kept] += self._members[gone]
        self._members[gone] = []
        self._alive[gone] = False
        self._mean[gone] = self._mean[:, gone] = self._value[gone] = -1
        mean = np.where(self._alive, self._chance[kept] / (self._sizes[kept] * self._sizes), -1)
        mean[kept] = -1
        self._mean[kept] = self._mean[:, kept] = mean
        # Only those whose best was one of the two have to look for another.
        stale = self._alive & ((self._best == kept) | (self._best == gone))
        stale[kept] = True
        self._look_again(np.flatnonzero(stale))
        better = self._alive & (mean > self._value)
        self._best[better] = kept
        self._value[better] = mean[better]

    def _look_again(self, items: NDArray[np.int64] | list[int]) -> None:
        self._best[items] = self._mean[items].argmax(axis=1)
        self._value[items] = self._mean[items, self._best[items]]


def gathered(
    groups: Sequence[list[int]], chance: NDArray[np.floating], least: float, nearest: int, small: int
) -> list[list[int]]:
    """Small groups go to the larger one that they are most like, where they are alike enough.

    What many tell has fringes: a comment, a reaction, a side scene is like some of its reports and unlike most, which
    average linkage counts against it. So only the nearest reports count here.

    Args:
        groups: The groups; those that go nowhere stay as they are.
        chance: How likely each pair of items belongs together; symmetric.
        least: Mean chance between the members of a small group and, for each, …
        nearest: … so many of the larger one.
        small: Items of a small group at most.
    """
    large = [list(group) for group in groups if len(group) > small]
    loose = [group for group in groups if len(group) <= small]
    if not large or not loose:
        return [list(group) for group in groups]
    # Of all items in small groups at once: group by group it takes longer than everything else.
    rows = chance[np.concatenate([np.array(group) for group in loose])]
    near = np.stack([_mean_of_nearest(rows[:, group], nearest) for group in large], axis=1)
    starts = np.cumsum([0, *map(len, loose[:-1])])
    means = np.add.reduceat(near, starts, axis=0) / np.array([[len(group)] for group in loose])
    kept: list[list[int]] = []
    for group, best, mean in zip(loose, means.argmax(axis=1), means.max(axis=1), strict=True):
        if mean >= least:
            large[best] += group
        else:
            kept.append(list(group))
    return [sorted(group) for group in (*large, *kept)]


def _mean_of_nearest(chance: NDArray[np.floating], nearest: int) -> NDArray[np.floating]:
    count = min(nearest, chance.shape[1])
    found: NDArray[np.floating] = np.partition(chance, -count, axis=1)[:, -count:].mean(axis=1)
    return found


def phases(alike: NDArray[np.floating], ahead: NDArray[np.floating], least: float) -> list[list[int]]:
    """Cut a row of items, in the order of their time, where what follows is unlike what went before.

    Each place is judged by the contrast of both sides, and by how much more the first looks ahead than the second, in
    the same measure. The best place is cut; then each side is looked at in turn.

    Args:
        alike: How alike each pair of items is; symmetric.
        ahead: How far each item looks ahead.
        least: What both judgements come to, at least, where a cut is made.
    """
    return _cut(np.arange(len(alike)), alike.astype(np.float64), ahead.astype(np.float64), least)


def _cut(
    items: NDArray[np.int64], alike: NDArray[np.float64], ahead: NDArray[np.float64], least: float
) -> list[list[int]]:
    count = len(items)
    if count < 2 * SHORTEST:
        return [items.tolist()]
    first = np.arange(SHORTEST, count - SHORTEST + 1)
    apart = _contrasts(alike[np.ix_(items, items)], first)
    judged = apart + LOOKING_AHEAD * np.maximum(_falls(ahead[items], first), 0)
    at = int(judged.argmax())
    if judged[at] < least or apart[at] <= 0:
        return [items.tolist()]
    return [
        *_cut(items[: first[at]], alike, ahead, least),
        *_cut(items[first[at] :], alike, ahead, least),
    ]


def _contrasts(alike: NDArray[np.float64], first: NDArray[np.int64]) -> NDArray[np.float64]:
    """For each size of a first side the contrast of both."""
    np.fill_diagonal(alike, 0)
    sums = alike.cumsum(axis=0).cumsum(axis=1)
    across = sums[first - 1, -1] - sums[first - 1, first - 1]
    squares = (alike * alike).sum() / 2
    one = first.astype(np.float64)
    return _contrast(sums[-1, -1] / 2 - across, across, squares, one, len(alike) - one)


def _contrast(within: _Numbers, across: _Numbers, squares: np.float64, one: _Numbers, other: _Numbers) -> _Numbers:
    """How much more alike items are within both groups than across, of sums over their pairs and their sizes."""
    count, pairs_across = one + other, one * other
    pairs = count * (count - 1) / 2
    means = within / (pairs - pairs_across) - across / pairs_across
    spread = np.sqrt(np.maximum(squares / pairs - ((within + across) / pairs) ** 2, 0))
    found: _Numbers = means / (spread + _NOISE) * np.sqrt(pairs_across / count)
    return found


def _falls(values: NDArray[np.float64], first: NDArray[np.int64]) -> NDArray[np.float64]:
    """For each size of a first side how much higher its values are than those of the second."""
    count = len(values)
    sums = values.cumsum()
    means = sums[first - 1] / first - (sums[-1] - sums[first - 1]) / (count - first)
    found: NDArray[np.float64] = means / (values.std() + _NOISE_AHEAD) * np.sqrt(first * (count - first) / count)
    return found
