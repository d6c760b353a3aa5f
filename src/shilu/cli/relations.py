"""``shilu relations``: how often two have met, by month and form."""

from collections import Counter
from typing import Annotated

import typer

from shilu.archive.store import Archive
from shilu.chronicle.entries.keeping import Wanted, find
from shilu.chronicle.entries.names import party_ids
from shilu.cli.app import command
from shilu.cli.chronicle import bring_up_to_date, row
from shilu.cli.messages import t
from shilu.cli.options import HERE, ArchiveFolder, FormatOption
from shilu.cli.output import Column, note, print_json, print_rows
from shilu.knowledge import authority

_COUNTS = (
    Column("month", t("month")),
    Column("form", t("what")),
    Column("status", t("status")),
    Column("entries", t("entries"), right=True),
)
_LIST = (
    Column("date", t("date")),
    Column("kind", t("what")),
    Column("who", t("who"), wide=True),
    Column("place", t("where")),
    Column("status", t("status")),
    Column("sources", t("sources"), right=True),
    Column("id", "id"),
)


@command(
    "relations",
    t("Counts the encounters of two people, bodies or states by month and form, and lists them."),
    [
        ("shilu relations 布林肯 王毅", t("two people")),
        ("shilu relations 美国 中国 --format csv", t("two states, where no one is named")),
    ],
)
def relations(
    left: Annotated[str, typer.Argument(help=t("One name."), metavar="A")],
    right: Annotated[str, typer.Argument(help=t("The other name."), metavar="B")],
    *,
    form: FormatOption = "table",
    archive: ArchiveFolder = HERE,
) -> None:
    """Show the encounters of two."""
    known = authority()
    bring_up_to_date(archive, known)
    wanted = Wanted(parties=(party_ids(left, known), party_ids(right, known)), type="CONSULT")
    with Archive.open(archive) as opened:
        found = list(find(opened, wanted))
    keys = Counter(((entry.date or "?")[:7], entry.form or "", entry.status) for entry in found)
    counts = [dict(zip(("month", "form", "status"), key, strict=True), entries=n) for key, n in sorted(keys.items())]
    if form in ("json", "jsonl"):
        print_json({"counts": counts, "entries": found}, indent=2 if form == "json" else 0)
        return
    print_rows(counts, _COUNTS, form)
    if form == "table":
        note("")
        print_rows(map(row, found), _LIST, form)
        note(t("Encounters: {number}.", number=len(found)))
