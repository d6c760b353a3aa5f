"""Worker processes: order, bounds, and what happens when one of them ends."""

from __future__ import annotations

import os
from concurrent.futures import Future, ProcessPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

from shilu.archive import workers as workers_module
from shilu.archive.workers import Workers
from shilu.errors import ShiluError

if TYPE_CHECKING:
    from collections.abc import Iterator

BIG = list(range(40))
"""A batch that is worth starting processes for."""


def doubled(numbers: list[int]) -> list[int]:
    """Twice each number; 13 ends the process."""
    if 13 in numbers:
        os._exit(1)
    return [2 * number for number in numbers]


def named(numbers: list[int]) -> list[int]:
    """The process that did it, for each number."""
    return [os.getpid() for _ in numbers]


def minus(number: int) -> int:
    """What stands for a number that was given up."""
    return -number


def test_results_come_in_order() -> None:
    """Batches come back in the order they went out, whatever their size; empty ones, too."""
    batches = [[number] * (50 if number % 3 else 0) for number in range(14, 60)]
    with Workers(2) as pool:
        assert list(pool.map(doubled, batches, minus)) == [[2 * number for number in batch] for batch in batches]


def test_little_work_starts_no_process() -> None:
    """A single batch, small batches, or one worker: all is done in this process."""
    for number, batches in ((2, [BIG]), (2, [[1], [2], [3]]), (1, [BIG, BIG])):
        with Workers(number) as pool:
            found = {process for batch in pool.map(named, batches, minus) for process in batch}
        assert found == {os.getpid()}


def test_only_a_few_batches_are_on_their_way() -> None:
    """Batches are asked for as results are taken, so that memory stays flat."""
    asked: list[int] = []

    def batches() -> Iterator[list[int]]:
        for number in range(100):
            asked.append(number)
            yield BIG

    with Workers(2) as pool:
        results = pool.map(named, batches(), minus)
        next(results)
        assert len(asked) <= 6


def test_document_that_ends_its_worker() -> None:
    """Only the document at fault is given up, wherever it stands; all others are done."""
    batches = [list(range(start, start + 40)) for start in (100, 200, 300, 400)]
    batches[2][7] = 13
    with Workers(2) as pool:
        results = list(pool.map(doubled, batches, minus))
    assert results[2][7] == -13
    assert sum(number < 0 for batch in results for number in batch) == 1
    assert [results[0], results[1], results[3]] == [[2 * n for n in batches[i]] for i in (0, 1, 3)]


@pytest.mark.parametrize("failing", [1, 3, 6])
def test_a_pool_that_breaks_while_a_batch_is_sent(monkeypatch: pytest.MonkeyPatch, failing: int) -> None:
    """What the standard library raises then is no pool's own error; the batch is sent again all the same."""
    real, sent = ProcessPoolExecutor.submit, list[object]()

    def submit(self: ProcessPoolExecutor, *arguments: Any) -> Future[Any]:
        sent.append(arguments)
        if len(sent) == failing:
            raise OSError("handle is closed")
        return real(self, *arguments)

    monkeypatch.setattr(ProcessPoolExecutor, "submit", submit)
    batches = [[number] * 40 for number in range(20, 28)]
    with Workers(2) as pool:
        assert list(pool.map(doubled, batches, minus)) == [[2 * number for number in batch] for batch in batches]
        assert pool.aside(len, "渡轮") is not None


def test_workers_that_cannot_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where workers end as soon as they start, no document is blamed."""
    monkeypatch.setattr(workers_module, "_begin", os.abort)
    with Workers(2) as pool, pytest.raises(ShiluError, match="end as soon as they start") as caught:
        list(pool.map(doubled, [BIG, BIG], minus))
    assert "--workers 1" in caught.value.hint
