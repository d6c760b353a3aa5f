"""The chance that two articles tell one story: a logistic model over few features.

Its weights were learned on the hand-made window (``benchmarks/stories.py --learn`` prints them), every article counting
alike. Learned on the stories of either half of the truth alone they do nearly as well on the other half.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from shilu.chronicle.stories.matrices import cosines, weighted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from shilu.chronicle.stories.vectors import Vector

WEIGHTS = (3.81, 2.79, 1.09, 9.73, 8.96, 3.79, -0.96, -0.98, -0.52)
"""Of the cosines of body, lead and headline, of their square roots, of ln(1 + hours apart / 6), of the difference in
how far both look ahead, and of being of one outlet, which seldom tells a thing twice but has its series."""
CONSTANT = -3.24


def features(vectors: Sequence[Vector]) -> NDArray[np.float32]:
    """The features of all pairs of articles, in the order of the weights."""
    plain = [cosines(weighted([getattr(one, part) for one in vectors])) for part in ("body", "lead", "title")]
    apart = _apart(np.array([one.hour for one in vectors])) / 6
    ahead = _apart(np.array([one.ahead for one in vectors]))
    outlets = np.array([one.outlet for one in vectors])
    same = outlets[:, None] == outlets[None, :]
    roots = [np.sqrt(np.maximum(one, 0)) for one in plain]
    return np.stack([*plain, *roots, np.log1p(apart), ahead, same], axis=-1, dtype=np.float32)


def likeness(vectors: Sequence[Vector]) -> NDArray[np.float32]:
    """Compare all articles with all; none is like itself."""
    logit = features(vectors) @ np.array(WEIGHTS, np.float32) + np.float32(CONSTANT)
    chance: NDArray[np.float32] = (1 / (1 + np.exp(-logit))).astype(np.float32)
    np.fill_diagonal(chance, 0)
    return chance


def _apart(values: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.abs(values[:, None] - values[None, :])
