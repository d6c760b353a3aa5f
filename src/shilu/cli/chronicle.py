"""``shilu chronicle``: what was done, day by day, with every source."""

from typing import Annotated, Literal, TypeAlias

import typer

from shilu.archive.store import Archive
from shilu.chronicle.entries.formats import calendar, plover_record
from shilu.chronicle.entries.keeping import Wanted, find, is_current, update
from shilu.chronicle.entries.names import party_ids
from shilu.cli.app import command
from shilu.cli.messages import t
from shilu.cli.options import HERE, ArchiveFolder, LimitOption
from shilu.cli.output import Column, note, print_json, print_rows
from shilu.errors import ArchiveBusy
from shilu.knowledge import Authority, authority
from shilu.records import Entry

_Form: TypeAlias = Literal["table", "json", "jsonl", "csv", "ics", "plover"]
_COLUMNS = (
    Column("date", t("date")),
    Column("kind", t("what")),
    Column("who", t("who"), wide=True),
    Column("place", t("where")),
    Column("status", t("status")),
    Column("sources", t("sources"), right=True),
    Column("differ", t("differ")),
    Column("id", "id"),
)


@command(
    "chronicle",
    t(
        "Entries are made from the events of all articles: who met, called, visited, sanctioned whom. Each has all its "
        "sources, and says where they differ. Names may be any rendering: 川普, 特朗普, Trump."
    ),
    [
        ("shilu chronicle 布林肯 --with 王毅", t("their encounters, by day")),
        ("shilu chronicle --since 2021-03-18 --until 2021-03-20 --min-sources 2", t("three days, told by two or more")),
        ("shilu chronicle --status planned --format ics > planned.ics", t("what is to come, for a calendar")),
        ("shilu chronicle --type SANCTION --format plover", t("as PLOVER records")),
    ],
)
def chronicle(
    names: Annotated[list[str] | None, typer.Argument(help=t("Who takes part: all of them."), metavar="NAME…")] = None,
    *,
    with_: Annotated[list[str] | None, typer.Option("--with", help=t("Who else takes part."))] = None,
    type_: Annotated[str | None, typer.Option("--type", help=t("A PLOVER type: CONSULT, SANCTION …"))] = None,
    form_: Annotated[str | None, typer.Option("--form", help=t("meeting, talks, call, visit, summit …"))] = None,
    status: Annotated[str | None, typer.Option(help=t("happened, planned, expected, proposed, cancelled …"))] = None,
    place: Annotated[str | None, typer.Option(help=t("Where: part of its name."))] = None,
    since: Annotated[str | None, typer.Option(help=t("On this day, month or year, or later."))] = None,
    until: Annotated[str | None, typer.Option(help=t("On this day, month or year, or before."))] = None,
    min_sources: Annotated[int, typer.Option(min=1, help=t("Told by so many independent sources."))] = 1,
    limit: LimitOption = 50,
    form: Annotated[_Form, typer.Option("--format", help=t("How entries are printed."))] = "table",
    archive: ArchiveFolder = HERE,
) -> None:
    """Print the chronicle."""
    known = authority()
    wanted = Wanted(
        parties=tuple(party_ids(name, known) for name in (*(names or ()), *(with_ or ()))),
        type=type_ and type_.upper(),
        form=form_,
        status=status,
        place=place,
        since=since,
        until=until,
        min_sources=min_sources,
    )
    bring_up_to_date(archive, known)
    with Archive.open(archive) as opened:
        found = list(find(opened, wanted, limit))
    _print(found, form)
    if form == "table":
        note(
            t(
                "Entries shown: {number}. One in full: shilu entry {id}",
                number=len(found),
                id=found[0].id,
            )
            if found
            else t("No entry. Wider: without --status or --min-sources; who is known: shilu people")
        )


def bring_up_to_date(folder: ArchiveFolder, known: Authority) -> None:
    """Bring the chronicle up to the readings; where another process is writing, what is there has to do."""
    with Archive.open(folder) as opened:
        if is_current(opened):
            return
    try:
        with Archive.open(folder, read_only=False) as opened, opened.writing():
            update(opened, known)
    except ArchiveBusy:
        note(t("The archive is being written to; the chronicle is as of before."))


def row(entry: Entry) -> dict[str, object]:
    """An entry as one line of a table."""
    return {
        "date": entry.date,
        "kind": entry.form or entry.type,
        "who": "、".join(party.name for party in entry.parties),
        "place": entry.place,
        "status": entry.status,
        "sources": entry.sources,
        "differ": ", ".join(d.kind for d in entry.discrepancies),
        "id": entry.id,
    }


def _print(found: list[Entry], form: _Form) -> None:
    if form == "ics":
        print("\r\n".join(calendar(found)), end="\r\n")
    elif form == "plover":
        for entry in found:
            print_json(plover_record(entry))
    elif form in ("json", "jsonl"):
        if form == "json":
            print_json(found, indent=2)
        else:
            for entry in found:
                print_json(entry)
    else:
        print_rows(map(row, found), _COLUMNS, "csv" if form == "csv" else "table")
