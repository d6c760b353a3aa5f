"""What is derived from the articles, brought up to them before a command answers from it."""

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any

from shilu.archive.readings import unread
from shilu.archive.store import Archive
from shilu.cli.messages import t
from shilu.cli.output import note
from shilu.cli.progress import Reporter
from shilu.errors import ArchiveBusy, ArchiveFull


def bring_up(
    folder: Path,
    is_current: Callable[[Archive], bool],
    update: Callable[[Archive, Callable[[int, int], None]], Any],
    *,
    task: str,
    behind: Callable[[ArchiveBusy | ArchiveFull], str],
) -> None:
    """Update where something is not current, and show it as ``task``.

    Where the archive cannot be written to, what is there has to do; ``behind`` says so.
    """
    with Archive.open(folder) as opened:
        if is_current(opened):
            return
    try:
        with Archive.open(folder, read_only=False) as opened, opened.writing(), Reporter() as reporter:
            update(opened, functools.partial(reporter.show, task))
    except (ArchiveBusy, ArchiveFull) as error:
        note(behind(error))


def tell_unread(archive: Archive) -> None:
    """Remark how much an answer made of readings is missing, after an `add` that did not come to its end."""
    if waiting := unread(archive.db):
        note(t("Articles not read yet, and missing here: {count:,}. Go on with: shilu add SOURCE", count=waiting))
