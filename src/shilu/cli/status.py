"""``shilu status``: what is in the archive, in numbers and bars."""

import os
from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from rich.cells import cell_len
from rich.console import Console
from rich.filesize import decimal
from rich.table import Table
from rich.text import Text

from shilu.archive.status import Status, UnreadFile
from shilu.archive.status import status as counted
from shilu.archive.store import Archive
from shilu.cli.app import command
from shilu.cli.lines import Wrapped
from shilu.cli.messages import t
from shilu.cli.options import HERE, ArchiveFolder, FormatOption, LimitOption
from shilu.cli.output import Column, bar, moment, note, print_json, print_rows, stdout
from shilu.sources import shown_path

Line: TypeAlias = tuple[str, int, str]
"""Name, number, remark."""

_LONGEST_NAME = 44
_LONGEST_BAR = 24
_TOTALS = (
    "articles",
    "revisions",
    "snapshots",
    "readings",
    "stories",
    "in_stories",
    "copies",
    "unplaced",
    "characters",
    "received_bytes",
    "stored_bytes",
)
_COLUMNS = (Column("of", "of"), Column("name", "name"), Column("count", "count"))


@command(
    "status",
    t("Articles by outlet, month, script and evidence of their time; problems by code; and what could not be read."),
    [
        ("shilu status", t("all of it, the longest lists cut")),
        ("shilu status --limit 0", t("every month and every problem")),
        ("shilu status --format csv", t("the counts, for a spreadsheet")),
    ],
)
def status(*, limit: LimitOption = 12, form: FormatOption = "table", archive: ArchiveFolder = HERE) -> None:
    """Count what is in the archive."""
    with Archive.open(archive) as opened:
        found = counted(opened)
    if form == "json":
        print_json(found, indent=2)
    elif form == "table":
        _print(found, limit)
    else:
        print_rows(_rows(found), _COLUMNS, form)


def _parts(found: Status) -> Iterator[tuple[str, str, list[Line]]]:
    """Everything that is counted: key, heading, lines."""
    yield "source", t("Sources"), [(one.location, one.head, _source(one.gone, one.unread)) for one in found.sources]
    yield (
        "outlet",
        t("Outlets"),
        [
            (one.outlet or t("unknown"), one.articles, f"{moment(one.first)[:10]} – {moment(one.last)[:10]}")
            for one in found.outlets
        ],
    )
    yield (
        "learned",
        t("Read with learned people"),
        [(one.state, one.readings, t("{people:,} people", people=one.people)) for one in found.learned if one.readings],
    )
    for key, heading, counts in (
        ("month", t("Months"), found.months),
        ("script", t("Scripts"), found.scripts),
        ("published_from", t("Evidence of the time"), found.published_from),
        ("problem", t("Problems"), found.problems),
        ("unread", t("Files not read"), found.unread),
    ):
        yield key, heading, [(one.name, one.count, "") for one in counts]


def _source(gone: int, unread: int) -> str:
    """What a source has beside the documents it shows."""
    told = [t("{count:,} replaced or deleted", count=gone)] if gone else []
    return t(", ").join([*told, t("{count:,} not read", count=unread)] if unread else told)


def _rows(found: Status) -> Iterator[dict[str, Any]]:
    """All counts, one a row."""
    for name in _TOTALS:
        yield {"of": "archive", "name": name, "count": getattr(found, name)}
    for key, _, lines in _parts(found):
        yield from ({"of": key, "name": name, "count": count} for name, count, _ in lines)


def _print(found: Status, limit: int) -> None:
    console = stdout()
    console.print(
        t(
            "{articles:,} articles, {revisions:,} revisions, {snapshots:,} snapshots; {readings:,} articles read.",
            articles=found.articles,
            revisions=found.revisions,
            snapshots=found.snapshots,
            readings=found.readings,
        ),
        style="bold",
    )
    console.print(
        t(
            "{stories:,} stories of {in_stories:,} articles; {copies:,} articles are copies of another.",
            stories=found.stories,
            in_stories=found.in_stories,
            copies=found.copies,
        )
    )
    if found.unplaced:
        console.print(
            t("{count:,} articles not looked through for copies and stories yet: shilu stories", count=found.unplaced)
        )
    waiting = found.articles - found.readings
    if waiting:
        console.print(t("{count:,} articles not read yet: shilu add SOURCE, without --no-reading", count=waiting))
    console.print(
        t(
            "{characters:,} characters of text; {received} received, {stored} stored, {folder} with index and mirrors.",
            characters=found.characters,
            received=decimal(found.received_bytes),
            stored=decimal(found.stored_bytes),
            folder=decimal(found.folder_bytes),
        )
    )
    for key, heading, lines in _parts(found):
        if lines:
            _print_bars(console, heading, lines, limit, latest=key == "month")
    _print_unread(console, found.unread_files, limit)
    if found.writer:
        note(t("\nProcess {pid} is writing since {since}.", pid=found.writer.pid, since=found.writer.since))
    elif found.unfinished:
        note(t("\nThe last add was cut off; run it again to go on where it was."))
    if not found.articles:
        note(t("Add a source: shilu add SOURCE"))


def _print_unread(console: Console, files: Sequence[UnreadFile], limit: int) -> None:
    """The files that gave no snapshot, by name: they have to be looked after one by one."""
    if not files:
        return
    shown = files[:limit] if limit else files
    console.print()
    for file in shown:
        path = shown_path(os.path.join(file.source, file.path))  # noqa: PTH118 (surrogates)
        console.print(Wrapped(Text.assemble(file.code, " ", path, " ", (file.evidence, "dim")), indent=2))
    if len(shown) < len(files):
        console.print(Text(t("… and {count:,} more: --limit 0", count=len(files) - len(shown)), "dim"))


def _print_bars(console: Console, heading: str, lines: Sequence[Line], limit: int, *, latest: bool) -> None:
    """One list as bars; of months the latest are kept where there are too many, else the first."""
    shown = lines if not limit or len(lines) <= limit else lines[-limit:] if latest else lines[:limit]
    most = max(count for _, count, _ in shown)
    # Names and numbers first: where the room is short, the bars shrink and the remarks go.
    names = min(_LONGEST_NAME, console.width // 2, max(cell_len(name) for name, _, _ in shown))
    numbers = len(f"{most:,}")
    room = console.width - names - numbers - 4
    bars = max(1, min(_LONGEST_BAR, room))
    remarks = room - bars - 2
    grid = Table.grid(padding=(0, 2))
    grid.add_column(width=names, no_wrap=True, overflow="ellipsis")
    grid.add_column(width=numbers, justify="right", no_wrap=True)
    grid.add_column(width=bars, no_wrap=True)
    grid.add_column(style="dim", no_wrap=True)
    for name, count, remark in shown:
        told = remark if cell_len(remark) <= remarks else ""
        grid.add_row(Text(name), f"{count:,}", Text(bar(count, most, bars), "cyan"), Text(told))
    console.print()
    console.print(Text(heading, "bold"))
    console.print(grid)
    if len(shown) < len(lines):
        console.print(Text(t("… and {count:,} more: --limit 0", count=len(lines) - len(shown)), "dim"))
