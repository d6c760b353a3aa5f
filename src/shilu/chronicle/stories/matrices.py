"""Weighted terms of many articles as sparse rows, and the cosines between them.

Plain numpy: the products of a day's articles with those of the days before take about a second, and spare a dependency
thirty times the size of this package.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import numpy as np

from shilu.chronicle.stories.vectors import LATIN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from shilu.chronicle.stories.vectors import Terms

TOO_COMMON = 0.1
"""A term of more than this share of the articles in its script tells nothing."""
FEWEST = 500
"""Articles that a small archive is taken to have, so that two that share a word are not alike by that alone. Those in
Latin script are counted as they are: they all share two hundred words that say nothing."""
_AT_ONCE = 4_000_000  # products held in memory at a time: 64 MB


class Rows(msgspec.Struct, frozen=True, eq=False):
    """One row of unit length for each article: its terms and their weights."""

    starts: NDArray[np.int64]
    """Where each row begins; one more than there are rows."""
    columns: NDArray[np.int64]
    weights: NDArray[np.float32]
    width: int


def weighted(texts: Sequence[Terms]) -> Rows:
    """Rows of tf·idf; how common a term is, these articles themselves say."""
    sizes = np.array([len(text.keys) for text in texts], np.int64)
    keys = np.concatenate([text.keys for text in texts]) if texts else np.zeros(0, np.uint64)
    counts = np.concatenate([text.counts for text in texts]) if texts else np.zeros(0, np.int32)
    known, columns, spread = np.unique(keys, return_inverse=True, return_counts=True)
    latin = sum(bool(len(text.keys)) and text.keys[0] >= LATIN for text in texts)
    total = np.where(known >= LATIN, latin, max(len(texts) - latin, FEWEST))
    idf = np.where(spread <= TOO_COMMON * total, np.log(total / spread), 0.0)
    weights = ((1 + np.log(counts)) * idf[columns]).astype(np.float32)
    rows = np.repeat(np.arange(len(texts)), sizes)
    here = weights > 0
    lengths = np.sqrt(np.bincount(rows, weights.astype(np.float64) ** 2, minlength=len(texts)))
    lengths[lengths == 0] = 1
    starts = np.concatenate([[0], np.cumsum(np.bincount(rows[here], minlength=len(texts)))])
    unit = (weights[here] / lengths[rows[here]]).astype(np.float32)
    return Rows(starts.astype(np.int64), columns[here].astype(np.int64), unit, len(spread))


def cosines(rows: Rows, *, first: int = 0) -> NDArray[np.float32]:
    """The cosines of all rows, or of those from ``first`` on, with the rows before them; 0 for all others."""
    count = len(rows.starts) - 1
    order = np.argsort(rows.columns, kind="stable")
    posted = np.repeat(np.arange(count), np.diff(rows.starts))[order]
    values = rows.weights[order]
    begins = np.concatenate([[0], np.cumsum(np.bincount(rows.columns, minlength=rows.width))])
    # Of each term of a row, how many rows before it have the term.
    earlier = np.empty_like(order)
    earlier[order] = np.arange(len(order))
    earlier -= begins[rows.columns]
    result = np.zeros((count - first, count), np.float32)
    work = np.concatenate([[0], np.cumsum(earlier)])
    row = first
    while row < count:
        limit = work[rows.starts[row]] + _AT_ONCE
        end = max(row + 1, int(np.searchsorted(work[rows.starts], limit, side="right")) - 1)
        span = slice(rows.starts[row], rows.starts[end])
        times = earlier[span]
        shift = begins[rows.columns[span]] - np.cumsum(times) + times
        at = np.arange(times.sum()) + np.repeat(shift, times)
        owner = np.repeat(np.repeat(np.arange(end - row) * count, np.diff(rows.starts[row : end + 1])), times)
        products = np.repeat(rows.weights[span], times) * values[at]
        flat = np.bincount(owner + posted[at], products, minlength=(end - row) * count)
        result[row - first : end - first] = flat.reshape(end - row, count)
        row = end
    return result
