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
        self._begun: dict[str, tuple[float, int]] = {}
        self._told = time.monotonic()

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
            return
        now = time.monotonic()
        begun, before = self._begun.setdefault(task, (now, done))
        if now - self._told >= _EVERY:
            self._told = now
            self._console.print(_line(task, done, total, (now - begun, done - before)), soft_wrap=True)


def _line(task: str, done: int, total: int | None, lately: tuple[float, int]) -> str:
    """One line of progress, with the time left where it can be told: by what was done in how many seconds."""
    seconds, further = lately
    if not total or not further:
        return f"{task}: {done:,}"
    left = seconds / further * (total - done)
    return t("{task}: {done:,} of {total:,}, {left:.0f} s left", task=task, done=done, total=total, left=left)
