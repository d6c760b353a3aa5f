"""Grouping by likeness: agglomeration by average linkage, and the phases of what goes on in time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def agglomerate(links: NDArray[np.floating], sizes: NDArray[np.integer], least: float) -> list[list[int]]:
    """Join the two groups that are most alike, until none are alike enough (average linkage).

    What no chain of pairs with so much likeness connects can never be joined: each connected part is taken by itself.

    Args:
        links: For each pair of items the sum of the likenesses between their members; symmetric, none below 0.
        sizes: How many members each item has.
        least: Groups are joined while the mean likeness between their members is at least this.

    Returns:
        The groups as sorted lists, sorted.
    """
    strong = links >= least * np.outer(sizes, sizes)
    return sorted(
        sorted(part[group].tolist())
        for part in _connected(strong)
        for group in _joined(links[np.ix_(part, part)], sizes[part], least)
    )


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


def _joined(links: NDArray[np.floating], sizes: NDArray[np.integer], least: float) -> list[list[int]]:
    count = len(sizes)
    links = links.astype(np.float64)
    np.fill_diagonal(links, 0)
    sizes = sizes.astype(np.float64)
    members = [[item] for item in range(count)]
    alive = np.ones(count, bool)
    strength = links / np.outer(sizes, sizes)
    best = strength.argmax(axis=1) if count else np.zeros(0, np.int64)
    value = strength[np.arange(count), best]
    while count and value.max() >= least:
        kept = int(value.argmax())
        gone = int(best[kept])
        kept, gone = min(kept, gone), max(kept, gone)
        members[kept] += members[gone]
        members[gone] = []
        alive[gone] = False
        links[kept] += links[gone]
        links[:, kept] = links[kept]
        links[kept, kept] = 0
        sizes[kept] += sizes[gone]
        for matrix in (links, strength):
            matrix[gone] = 0
            matrix[:, gone] = 0
        strength[kept] = np.where(alive, links[kept] / (sizes[kept] * sizes), 0)
        strength[:, kept] = strength[kept]
        value[gone] = -1
        # Only rows whose best was one of the two have to look for another.
        stale = np.union1d(np.flatnonzero(alive & ((best == kept) | (best == gone))), [kept])
        best[stale] = strength[stale].argmax(axis=1)
        value[stale] = strength[stale, best[stale]]
        better = alive & (strength[kept] > value)
        better[kept] = False
        best[better] = kept
        value[better] = strength[kept][better]
    return [group for group in members if group]


def phases(alike: NDArray[np.floating], least: float, shortest: int = 2) -> list[list[int]]:
    """Cut a row of items, in the order of their time, where what follows is unlike what went before.

    The cut that sets both sides apart best is made if their items are more alike within than across by ``least``, the
    more items the less is needed; then each side is looked at in turn.

    Args:
        alike: How alike each pair of items is; symmetric.
        least: Difference of the means, times the root of the harmonic size of the sides, from which a cut is made.
        shortest: Items of a phase at least.
    """
    return _cut(np.arange(len(alike)), alike.astype(np.float64), least, shortest)


def _cut(items: NDArray[np.int64], alike: NDArray[np.float64], least: float, shortest: int) -> list[list[int]]:
    count = len(items)
    if count < 2 * shortest:
        return [items.tolist()]
    near = alike[np.ix_(items, items)]
    np.fill_diagonal(near, 0)
    sums = near.cumsum(axis=0).cumsum(axis=1)
    first = np.arange(shortest, count - shortest + 1)
    last = count - first
    total = sums[-1, -1] / 2
    across = sums[first - 1, -1] - sums[first - 1, first - 1]
    within = total - across
    pairs_across = first * last
    pairs_within = count * (count - 1) / 2 - pairs_across
    gain = (within - total / (count * (count - 1) / 2) * pairs_within) / np.sqrt(pairs_across)
    at = int(gain.argmax())
    apart = within[at] / pairs_within[at] - across[at] / pairs_across[at]
    if apart * np.sqrt(pairs_across[at] / count) < least:
        return [items.tolist()]
    return [
        *_cut(items[: first[at]], alike, least, shortest),
        *_cut(items[first[at] :], alike, least, shortest),
    ]
