"""``shilu verify``: whether every byte is still as it was received."""

import msgspec
import typer

from shilu.archive.fixity import verify as checked
from shilu.archive.store import Archive
from shilu.cli.app import command
from shilu.cli.messages import t
from shilu.cli.options import HERE, ArchiveFolder, FormatOption
from shilu.cli.output import Column, print_rows, stdout
from shilu.cli.progress import Reporter

_COLUMNS = (
    Column("kind", t("fault")),
    Column("sha256", "sha256"),
    Column("path", t("path"), wide=True),
    Column("detail", t("detail"), wide=True),
)


@command(
    "verify",
    t(
        "Unpacks and hashes every snapshot. Three answers are kept apart: changed (exit code 8), missing (9), and "
        "unverifiable (10), where the bytes cannot even be unpacked; 0 where all is well."
    ),
    [
        ("shilu verify", t("check everything")),
        ("shilu verify --format jsonl > faults.jsonl", t("the faults, one a line")),
    ],
)
def verify(*, form: FormatOption = "table", archive: ArchiveFolder = HERE) -> None:
    """Check the archive."""
    with Archive.open(archive) as opened, Reporter() as reporter:
        found = checked(opened, lambda done, total: reporter.show(t("Checking"), done, total))
    if form != "table" or found.faults:
        rows = (msgspec.to_builtins(fault) for fault in found.faults)
        print_rows(({**row, "sha256": row["sha256"][:10]} for row in rows) if form == "table" else rows, _COLUMNS, form)
    if form == "table":
        stdout().print(
            t(
                "{ok:,} snapshots are as received; {changed:,} changed, {missing:,} missing, {lost:,} unverifiable.",
                ok=found.ok,
                changed=found.count("changed"),
                missing=found.count("missing"),
                lost=found.count("unverifiable"),
            )
        )
    raise typer.Exit(found.exit_code)
