"""The accuracy gate: readings of the hand-made truth score no lower than the floors pinned in accuracy_floors.json.

Raise the floors with ``python tests/accuracy.py --pin``; new measures are added to the file by hand.
"""

from __future__ import annotations

import pytest

from accuracy import available, digest, floors, scores

pytestmark = pytest.mark.skipif(
    not available(), reason="the hand-made truth is not beside the checkout (../shared or SHILU_SHARED)"
)


def test_truth_is_the_one_measured() -> None:
    """The floors were measured on this very truth; pin them again where the truth has changed."""
    assert floors()["truth"] == digest(), "the truth changed: look at tests/accuracy.py, then run it with --pin"


@pytest.mark.parametrize(("measure", "floor"), sorted(floors()["floors"].items()))
def test_no_measure_falls(measure: str, floor: float) -> None:
    """A measure of reading is no lower than it has been."""
    assert scores()[measure] >= floor
