"""``shilu entry``: one deed with every sentence that tells it."""

from typing import Annotated, Literal

import typer
from rich.text import Text

from shilu.archive.store import Archive
from shilu.chronicle.entries.formats import headline
from shilu.chronicle.entries.keeping import entry as find_entry
from shilu.cli.app import command
from shilu.cli.chronicle import bring_up_to_date
from shilu.cli.messages import t
from shilu.cli.options import HERE, ArchiveFolder
from shilu.cli.output import note, print_json, stdout
from shilu.knowledge import authority
from shilu.records import Entry


@command(
    "entry",
    t("Shows the sentences by outlet, how its status changed, and where the accounts differ (考异)."),
    [("shilu entry e1f2", t("by id, or the beginning of one")), ("shilu entry e1f2 --format json", t("everything"))],
)
def entry(
    ident: Annotated[str, typer.Argument(help=t("The entry's id."), metavar="ID")],
    *,
    form: Annotated[Literal["text", "json"], typer.Option("--format", help=t("How it is printed."))] = "text",
    archive: ArchiveFolder = HERE,
) -> None:
    """Show one entry of the chronicle."""
    bring_up_to_date(archive, authority())
    with Archive.open(archive) as opened:
        found = find_entry(opened, ident)
    if form == "json":
        print_json(found, indent=2)
    else:
        _print(found)


def _print(found: Entry) -> None:
    console = stdout()
    console.print(Text(headline(found), "bold"))
    dates = "; ".join(f"{d.value}（{'、'.join(d.outlets)}）" for d in found.dates[:4])
    for head, value in (
        (t("date"), dates or found.date),
        (t("where"), found.place),
        (t("status"), " → ".join(f"{at.status} ({at.published}, {at.outlet})" for at in found.history)),
        (t("sources"), f"{found.sources} · {'、'.join(found.outlets)}"),
    ):
        if value:
            console.print(Text.assemble((f"{head}  ", "dim"), str(value)), soft_wrap=True)
    for difference in found.discrepancies:
        sides = "  ·  ".join(f"{side.value}（{'、'.join(side.outlets)}）" for side in difference.sides)
        console.print(
            Text.assemble((t("differ: {point}", point=difference.kind) + "  ", "yellow"), sides), soft_wrap=True
        )
    console.print()
    for told in found.evidence:
        where = f"{told.published}  {told.outlet}  {told.status}  {told.article}"
        console.print(Text(where, "dim"), soft_wrap=True)
        said_by = t(" (as told by {name})", name=told.claimed_by) if told.claimed_by else ""
        console.print(Text(f"  {told.text}{said_by}"))
    note(t("Read one: shilu show {id}", id=found.articles[0]))
