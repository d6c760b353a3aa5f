"""Progress of long work where there is no terminal."""

from __future__ import annotations

import itertools
from types import SimpleNamespace
from typing import TYPE_CHECKING

from shilu.cli import progress

if TYPE_CHECKING:
    import pytest


def test_time_left_is_told_by_the_pace_of_the_step_itself(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A short step that follows a long one is not taken for long, nor is work that was found done taken for quick."""
    # Every look at the clock is ten seconds after the one before.
    clock = itertools.count(0, 10)
    monkeypatch.setattr(progress, "time", SimpleNamespace(monotonic=lambda: next(clock)))
    with progress.Reporter() as reporter:
        for done in (0, 10, 20):
            reporter.show("long", done, 1_000)
        for done in (500, 600, 700):
            reporter.show("short", done, 1_000)
    lines = capsys.readouterr().err.splitlines()
    assert lines == [
        "long: 0",
        "long: 10 of 1,000, 990 s left",
        "long: 20 of 1,000, 980 s left",
        "short: 500",
        "short: 600 of 1,000, 40 s left",
        "short: 700 of 1,000, 30 s left",
    ]
