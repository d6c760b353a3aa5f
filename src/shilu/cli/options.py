"""Options that commands share."""

import os
from pathlib import Path
from typing import Annotated, Any, Literal, TypeAlias

import typer

from shilu.cli.labels import choice
from shilu.cli.messages import t
from shilu.errors import QueryError
from shilu.vocabulary import STATUSES, Word

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


ArchiveFolder: TypeAlias = Annotated[
    Path,
    typer.Option("--archive", metavar="DIR", help=t("The archive's folder."), callback=_archive, show_default=False),
]
Format: TypeAlias = Literal["table", "json", "jsonl", "csv"]
TextFormat: TypeAlias = Literal["text", "json"]
FORMATS: dict[Any, Word] = {
    "table": ("table", "表格"),
    "json": ("json", "json"),
    "jsonl": ("jsonl", "jsonl"),
    "csv": ("csv", "csv"),
}
_TEXT_FORMATS: dict[TextFormat, Word] = {"text": ("text", "文本"), "json": ("json", "json")}
FormatOption: TypeAlias = Annotated[Format, choice(FORMATS, "--format", t("How rows are printed."))]
TextFormatOption: TypeAlias = Annotated[TextFormat, choice(_TEXT_FORMATS, "--format", t("How it is printed."))]
LimitOption: TypeAlias = Annotated[int, typer.Option("--limit", min=0, help=t("At most so many; 0 for all."))]
StatusOption: TypeAlias = Annotated[
    list[str] | None, choice(STATUSES, "--status", t("Whether it took place; several may be given."))
]
WorkersOption: TypeAlias = Annotated[
    int,
    typer.Option("--workers", min=1, help=t("Processes that read articles.")),
]
