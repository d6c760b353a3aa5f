"""What ``shilu people``, ``orgs`` and ``places`` share: lists of whom and what the articles name."""

from typing import Annotated, TypeAlias

import typer

from shilu.archive.entities.listing import Listed, listed
from shilu.archive.store import Archive
from shilu.cli.messages import t
from shilu.cli.options import ArchiveFolder, Format
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


def print_list(
    kind: EntityKind,
    folder: ArchiveFolder,
    form: Format,
    limit: int,
    *,
    outlet: str | None,
    since: str | None,
    until: str | None,
) -> None:
    """Print the entities of one kind."""
    with Archive.open(folder) as opened:
        found = listed(opened, authority(), kind, outlet=outlet, since=since, until=until, limit=limit)
    print_rows([_row(one, form) for one in found], _COLUMNS, form)
    if form != "table":
        return
    if found:
        note(
            t(
                "\nOne of them: shilu who {name} · its articles: shilu search --{kind} {name}",
                name=found[0].name,
                kind=kind,
            )
        )
    else:
        note(t("Nothing is named there, or the articles are not read yet: shilu status"))


def _row(one: Listed, form: Format) -> dict[str, object]:
    row: dict[str, object] = {field: getattr(one, field) for field in one.__struct_fields__}
    if form == "table" and len(one.id) > _LONGEST_ID:
        row["id"] = one.id[: _LONGEST_ID - 1] + "…"
    return row
