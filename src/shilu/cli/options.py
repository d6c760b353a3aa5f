"""Options that commands share."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Literal, TypeAlias

import typer

from shilu.cli.labels import STATUSES, coded
from shilu.cli.messages import t
from shilu.errors import QueryError

HERE = Path("shilu-archive")
"""The archive where nothing else is said."""


def day(value: str | None) -> str | None:
    """A day, month or year, as a callback of options."""
    from shilu.archive.entities.listing import day as written  # noqa: PLC0415 (few commands take a day)

    try:
        return None if value is None else written(value, "")
    except QueryError:
        told = t("{value} is no day, month or year. Write 2021-03-19, 2021-03 or 2021.", value=value)
        raise typer.BadParameter(told) from None


def in_order(since: str | None, until: str | None) -> None:
    """Refuse a period whose last day lies before its first."""
    from shilu.archive.entities.listing import period  # noqa: PLC0415 (few commands take a period)

    try:
        period(since, until)
    except QueryError:
        raise typer.BadParameter(t("The period ends before it begins.")) from None


def _archive(context: typer.Context, value: Path) -> Path:
    """The folder named after the command, before it, by the environment, or the usual one."""
    if value is not HERE:
        return value
    before: Path | None = context.obj
    return before or Path(os.environ.get("SHILU_ARCHIVE") or HERE)


def _each(code: Callable[[str | None], str | None]) -> Callable[[list[str] | None], list[str | None]]:
    """A callback of options that are given several times: each value by the callback of one."""
    return lambda values: [code(value) for value in values or ()]


ArchiveFolder: TypeAlias = Annotated[
    Path,
    typer.Option("--archive", metavar="DIR", help=t("The archive's folder."), callback=_archive, show_default=False),
]
Format: TypeAlias = Literal["table", "json", "jsonl", "csv"]
FormatOption: TypeAlias = Annotated[Format, typer.Option("--format", help=t("How rows are printed."))]
LimitOption: TypeAlias = Annotated[int, typer.Option("--limit", min=0, help=t("At most so many; 0 for all."))]
StatusOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        metavar="STATUS",
        callback=_each(coded(STATUSES)),
        help=t("happened, planned, expected, proposed, cancelled or denied; several may be given."),
    ),
]
WorkersOption: TypeAlias = Annotated[
    int,
    typer.Option("--workers", min=1, help=t("Processes that read articles.")),
]
