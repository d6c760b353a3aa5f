"""What ``shilu people``, ``orgs`` and ``places`` share: lists of whom and what the articles name."""

from collections.abc import Iterable, Sequence
from typing import Annotated, TypeAlias

import typer

from shilu.archive.entities.listing import Listed, listed
from shilu.archive.store import Archive
from shilu.cli.app import command
from shilu.cli.messages import t
from shilu.cli.options import HERE, ArchiveFolder, Format, FormatOption, LimitOption
from shilu.cli.output import Column, note, print_rows
from shilu.knowledge import authority
from shilu.records import EntityKind

OutletOption: TypeAlias = Annotated[
    str | None, typer.Option(help=t("Only this outlet: part of its name, or rfa, voa …"))
]
SinceOption: TypeAlias = Annotated[str | None, typer.Option(help=t("Published on this day, month or year, or later."))]
UntilOption: TypeAlias = Annotated[str | None, typer.Option(help=t("Published on this day, month or year, or before."))]

_COLUMNS = (
    Column("name", t("name")),
    Column("also", t("also"), wide=True),
    Column("articles", t("articles"), right=True),
    Column("mentions", t("mentions"), right=True),
    Column("first", t("first")),
    Column("last", t("last")),
    Column("id", t("id")),
)
_LONGEST_ID = 30


def list_command(kind: EntityKind, name: str, details: str, examples: Iterable[tuple[str, str]]) -> None:
    """Register the command that lists the entities of one kind."""

    @command(name, details, examples)
    def listing(
        *,
        outlet: OutletOption = None,
        since: SinceOption = None,
        until: UntilOption = None,
        limit: LimitOption = 20,
        form: FormatOption = "table",
        archive: ArchiveFolder = HERE,
    ) -> None:
        with Archive.open(archive) as opened:
            found = listed(opened, authority(), kind, outlet=outlet, since=since, until=until, limit=limit)
        print_rows([_row(one, form) for one in found], _COLUMNS, form)
        if form == "table":
            _tell_more(kind, found)


def _tell_more(kind: EntityKind, found: Sequence[Listed]) -> None:
    if found:
        told = t(
            "\nOne of them: shilu who {name} · its articles: shilu search --{kind} {name}",
            name=found[0].name,
            kind=kind,
        )
    else:
        told = t("Nothing is named there, or the articles are not read yet: shilu status")
    note(told)


def _row(one: Listed, form: Format) -> dict[str, object]:
    row: dict[str, object] = {field: getattr(one, field) for field in one.__struct_fields__}
    if form == "table" and len(one.id) > _LONGEST_ID:
        row["id"] = one.id[: _LONGEST_ID - 1] + "…"
    return row
