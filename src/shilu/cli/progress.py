"""Progress of long work on standard error: a bar with the time left in a terminal, else a line every few seconds."""

import time
from types import TracebackType
from typing import Self

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)

from shilu.cli.messages import t
from shilu.cli.output import stderr

_EVERY = 5.0  # seconds between two lines


class Reporter:
    """Shows how far each task is; use it in a ``with`` statement."""

    def __init__(self) -> None:
        self._console = stderr()
        columns = (
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn(t("left:")),
            TimeRemainingColumn(),
        )
        self._bars = Progress(*columns, console=self._console, disable=not self._console.is_terminal)
        self._tasks: dict[str, TaskID] = {}
        self._begun = self._told = time.monotonic()

    def __enter__(self) -> Self:
        self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bars.stop()

    def show(self, task: str, done: int, total: int | None) -> None:
        """The task has come so far."""
        if self._console.is_terminal:
            if task not in self._tasks:
                self._tasks[task] = self._bars.add_task(task, total=total)
            self._bars.update(self._tasks[task], completed=done, total=total)
        elif time.monotonic() - self._told >= _EVERY:
            self._told = time.monotonic()
            self._console.print(_line(task, done, total, self._told - self._begun), soft_wrap=True)


def _line(task: str, done: int, total: int | None, seconds: float) -> str:
    """One line of progress, with the time left where it can be told."""
    if not total or not done:
        return f"{task}: {done:,}"
    left = seconds / done * (total - done)
    return t("{task}: {done:,} of {total:,}, {left:.0f} s left", task=task, done=done, total=total, left=left)
