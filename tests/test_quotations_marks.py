"""Quoted runs: what opens and closes, what is nested, and what never closes."""

from __future__ import annotations

import pytest

from shilu.reading.quotations.marks import Run, outermost, runs


def found(text: str) -> list[str]:
    """The words of the outermost runs."""
    return [text[run.inner_start : run.inner_end] for run in outermost(runs(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("他说：“双方同意。”随后离开", ["双方同意。"]),
        ("他說：「雙方同意。」隨後離開", ["雙方同意。"]),
        ("《规划》称“甲”与“乙”", ["甲", "乙"]),
        ("“他告诉我‘一切都好’，我信了”", ["他告诉我‘一切都好’，我信了"]),
        ("「他告訴我『一切都好』，我信了」", ["他告訴我『一切都好』，我信了"]),
        ('他说"双方同意"，她说"未必"', ["双方同意", "未必"]),
        ("“甲“，他说", ["甲"]),
        ("“甲“乙”", ["甲", "乙"]),
        ("没有引号", []),
        ("只有右引号”在这里", []),
        ('单独的"直引号', []),
        ("英文的don’t不算", []),
    ],
)
def test_outermost_runs(text: str, expected: list[str]) -> None:
    """Each kind of mark opens and closes its own; stray closing marks and lone straight ones do nothing."""
    assert found(text) == expected


def test_nested_runs_know_their_depth() -> None:
    """A run inside another is one deeper."""
    assert [(run.depth, run.closed) for run in runs("“甲‘乙’丙”")] == [(0, True), (1, True)]


def test_a_mark_that_never_closes_ends_with_its_block() -> None:
    """The words are kept, and the run says that it is open."""
    text = "他说：“双方同意。随后离开。"
    (run,) = runs(text)
    assert run == Run(3, len(text), 0, closed=False)
    assert text[run.inner_start : run.inner_end] == "双方同意。随后离开。"


def test_hostile_marks_cost_linear_time() -> None:
    """Thousands of nested or open marks are read in one pass."""
    assert len(outermost(runs("“" * 2000 + "甲" + "”" * 2000))) >= 1
    assert outermost(runs("“‘" * 50_000))[-1].end == 100_000
    assert len(runs("「甲」" * 30_000)) == 30_000
