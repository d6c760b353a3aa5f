"""Rows as a table, JSON, JSON lines or CSV; and the small marks of the terminal."""

from __future__ import annotations

import csv
import io
import json
import sys
from typing import TYPE_CHECKING, Any, Literal

import msgspec
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from shilu.cli.options import Format

MARK = "bold yellow"
"""The style of what was searched for."""
_NARROWEST = 8  # cells that a wide column gets at least
_GAP = 2  # cells between columns
_BARS = "▏▎▍▌▋▊▉█"


class Column(msgspec.Struct, frozen=True):
    """One column of a table: the row's key and how it is headed."""

    key: str
    head: str
    right: bool = False
    wide: bool = False
    """Takes the room that is left, and is cut where that is too little."""


def stdout() -> Console:
    """The console for answers. Piped tables are 100 cells wide, so that they do not depend on a terminal."""
    return Console(highlight=False, width=None if sys.stdout.isatty() else 100)


def stderr() -> Console:
    """The console for progress, notes and hints: never part of an answer."""
    return Console(stderr=True, highlight=False)


def note(text: str) -> None:
    """A remark or a hint what to do next; on standard error, so that pipes stay clean."""
    stderr().print(Text(text, "dim"), soft_wrap=True)


def given(options: Mapping[str, object]) -> str:
    """Those of the options that were given, for a hint which to leave out."""
    return ", ".join(name for name, value in options.items() if value)


def print_rows(rows: Iterable[Mapping[str, Any]], columns: Sequence[Column], form: Format) -> None:
    """Print rows in the form asked for: tables and CSV show the columns, JSON shows all keys."""
    if form == "jsonl":
        for row in rows:
            print_json(row)
    elif form == "json":
        print_json(list(rows), indent=2)
    elif form == "csv":
        _print_csv(rows, columns)
    else:
        console = stdout()
        if rows := list(rows):  # no headings over nothing; what to do is said beside
            console.print(table(rows, columns, console.width), crop=False)


def print_json(value: Any, indent: int = 0) -> None:
    """One JSON value on lines of its own."""
    try:
        text = msgspec.json.encode(value)
    except UnicodeEncodeError:
        # A path of broken encoding: escaped as Python does, so that its bytes can be had back.
        text = json.dumps(msgspec.to_builtins(value)).encode()
    print((msgspec.json.format(text, indent=indent) if indent else text).decode())


def _print_csv(rows: Iterable[Mapping[str, Any]], columns: Sequence[Column]) -> None:
    """Lists are joined by semicolons; a value keeps no line break."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([column.key for column in columns])
    for row in rows:
        writer.writerow([_cell(row.get(column.key)) for column in columns])
    print(text.getvalue(), end="")


def table(rows: Iterable[Mapping[str, Any]], columns: Sequence[Column], width: int) -> Table:
    """A plain table, measured in cells: only wide columns are cut where the room is short.

    Where even that is not enough, lines run over the edge: an id that is cut is of no use.
    """
    cells = [[_shown(row.get(column.key)) for column in columns] for row in rows]
    widths = _widths(cells, columns, width)
    whole = sum(widths) + _GAP * (len(columns) - 1)
    built = Table(box=None, header_style="bold", pad_edge=False, width=whole if whole > width else None)
    for column, needed in zip(columns, widths, strict=True):
        justify: Literal["left", "right"] = "right" if column.right else "left"
        built.add_column(column.head, justify=justify, no_wrap=True, overflow="ellipsis", width=needed)
    for line in cells:
        built.add_row(*line)
    return built


def _widths(cells: Sequence[Sequence[Text]], columns: Sequence[Column], width: int) -> list[int]:
    """What each column needs; wide ones share what the others leave."""
    needed = [
        max([cell_len(column.head), *(line[number].cell_len for line in cells)])
        for number, column in enumerate(columns)
    ]
    wide = [column.wide for column in columns]
    left = (
        width - _GAP * (len(columns) - 1) - sum(need for need, is_wide in zip(needed, wide, strict=True) if not is_wide)
    )
    share = max(_NARROWEST, left // max(1, sum(wide)))
    return [min(need, share) if is_wide else need for need, is_wide in zip(needed, wide, strict=True)]


def _shown(value: Any) -> Text:
    return value if isinstance(value, Text) else Text(f"{value:,}" if type(value) is int else _cell(value))


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return "; ".join(_cell(part) for part in value)
    return " ".join(str(value).split())


def marked(text: str, marks: Iterable[tuple[int, int]], *, colours: bool) -> Text:
    """Text with its marks: in colour, or «so» where there are no colours."""
    shown, at = Text(), 0
    for start, end in marks:
        shown.append(text[at:start])
        shown.append(text[start:end] if colours else f"«{text[start:end]}»", MARK if colours else "")
        at = end
    return shown.append(text[at:])


def moment(value: str | None) -> str:
    """A moment for tables: 2024-02-16 21:03 (UTC); spans and days as they are."""
    return value[:16].replace("T", " ") if value and "/" not in value else value or ""


def bar(value: int, most: int, width: int = 30) -> str:
    """A bar of eighths of a cell; anything above nothing shows."""
    eighths = max(1, round(value / most * width * 8)) if value and most else 0
    full, rest = divmod(eighths, 8)
    return "█" * full + (_BARS[rest - 1] if rest else "")
