"""Beside a server: what is derived is brought up to the articles, at the start and whenever others have come in.

The work is done by a process of its own, so that pages are served meanwhile as quickly as ever. It shows its progress
on the terminal, and ends with the server.
"""

import contextlib
import multiprocessing
import os
import signal
import threading
from pathlib import Path
from types import TracebackType
from typing import Self

from shilu.archive import index
from shilu.archive.lock import Holder, writer
from shilu.archive.quotations import filling
from shilu.archive.store import Archive
from shilu.chronicle.entries import keeping as entries
from shilu.chronicle.stories import keeping as stories
from shilu.cli.failures import show
from shilu.cli.messages import t
from shilu.cli.output import note
from shilu.errors import ArchiveBusy, ArchiveFull, ShiluError

_EVERY = 5.0
"""Seconds between two looks at the archive: each costs a millisecond."""


class Upkeep:
    """Runs within a ``with`` statement."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._waiting_for: Holder | None = None
        self._tried = -1
        """The change of the archive with which the last run was started."""

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end.set()
        self._thread.join()

    def _watch(self) -> None:
        """Start a run where something is behind and nobody writes. A run that changed nothing is not tried again."""
        while True:
            try:
                self._look()
            except ArchiveBusy:
                pass  # looked at again soon
            except ShiluError as error:
                show(error)
                return
            if self._end.wait(_EVERY):
                return

    def _look(self) -> None:
        with Archive.open(self._folder) as archive:
            change = archive.last_change()
            if change == self._tried or is_current(archive):
                return
        busy = writer(self._folder)
        if busy:
            if busy != self._waiting_for:
                note(t("Another process is writing to the archive ({pid}): the rest follows.", pid=busy.pid))
            self._waiting_for = busy
            return
        note(t("What is derived is brought up to the articles; until then pages show what is there."))
        self._run()
        if self._end.is_set():
            return
        with Archive.open(self._folder) as archive:
            if is_current(archive):
                note(t("Everything is up to the articles."))
        # Somebody who began to write in between is waited for, as above.
        if writer(self._folder) is None:
            self._tried = change

    def _run(self) -> None:
        process = multiprocessing.get_context("spawn").Process(target=bring_up_to_date, args=(self._folder,))
        process.start()
        while process.is_alive():
            if self._end.is_set():
                process.terminate()
            process.join(0.2)


def is_current(archive: Archive) -> bool:
    """Whether all that is derived holds every article."""
    return (
        index.is_current(archive)
        and filling.is_current(archive)
        and entries.is_current(archive)
        and stories.is_current(archive)
    )


def make_sure_there_is_an_index(folder: Path) -> None:
    """An empty one where there is none, so that a search finds nothing yet instead of failing.

    Raises:
        ArchiveMissing: where there is no archive.
        ArchiveError: where it cannot be read, or is of a newer version.
    """
    with Archive.open(folder) as archive, contextlib.suppress(ArchiveFull):
        index.Index.open_or_create(archive.folder / index.FOLDER)


def bring_up_to_date(folder: Path) -> None:
    """Bring up the search, the quotations, the chronicle, copies and stories; runs in a process of its own."""
    from shilu.cli import chronicle, quotes  # noqa: PLC0415 (only the process that does the work needs them)
    from shilu.cli import stories as stories_command  # noqa: PLC0415
    from shilu.cli.progress import Reporter  # noqa: PLC0415
    from shilu.knowledge import authority  # noqa: PLC0415

    # Either way of ending lets the terminal go as it was found.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    os.nice(5)
    with contextlib.suppress(KeyboardInterrupt):
        try:
            with Archive.open(folder) as archive, contextlib.suppress(ArchiveBusy, ArchiveFull), Reporter() as reporter:
                index.update(archive, progress=lambda done, total: reporter.show(t("Indexing"), done, total))
            quotes.bring_up_to_date(folder)
            chronicle.bring_up_to_date(folder, authority())
            stories_command.bring_up_to_date(folder)
        except ShiluError as error:
            show(error)
