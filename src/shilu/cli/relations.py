"""``shilu relations``: how often two have met, by month and form."""

from collections import Counter
from typing import Annotated

import typer

from shilu.archive.store import Archive
from shilu.chronicle.entries.finding import Wanted, find
from shilu.cli.annals import columns, row
from shilu.cli.app import command
from shilu.cli.chronicle import bring_up_to_date, by_day, told_apart
from shilu.cli.derived import tell_unread
from shilu.cli.labels import label
from shilu.cli.messages import t
from shilu.cli.options import HERE, ArchiveFolder, FormatOption, StatusOption
from shilu.cli.output import Column, bar, note, print_json, print_rows, stdout
from shilu.knowledge import authority
from shilu.records import Entry

_UNDATED = "?"


def _as_word(context: typer.Context, name: str | None) -> None:
    """Who knows ``shilu chronicle A --with B`` is told how it is written here; A is read before, as it is eager."""
    if name is not None:
        pair = {"left": context.params.get("left"), "right": name}
        raise typer.BadParameter(t("both names stand without an option: shilu relations {left} {right}", **pair))


@command(
    "relations",
    t(
        "Counts the encounters of two people, bodies or states by month and form, and lists them. A state stands for "
        "its officials and bodies, too. Those that are planned, proposed or denied count, too, but for --status."
    ),
    [
        ("shilu relations 布林肯 王毅", t("two people")),
        ("shilu relations 美国 日本 --min-sources 2", t("two states, and all who act for them")),
        ("shilu relations 美国 日本 --status happened", t("only what took place")),
        ("shilu relations 美国 中国 --format csv", t("the counts, for a spreadsheet")),
    ],
)
def relations(
    left: Annotated[str, typer.Argument(help=t("One name."), metavar="A", is_eager=True)],
    right: Annotated[str, typer.Argument(help=t("The other name."), metavar="B")],
    *,
    with_: Annotated[str | None, typer.Option("--with", hidden=True, callback=_as_word)] = None,  # noqa: ARG001 (told)
    status: StatusOption = None,
    min_sources: Annotated[int, typer.Option(min=1, help=t("Told by so many independent sources."))] = 1,
    limit: Annotated[int, typer.Option("--limit", min=0, help=t("List at most so many; 0 for all."))] = 30,
    form: FormatOption = "table",
    archive: ArchiveFolder = HERE,
) -> None:
    """Show the encounters of two."""
    known = authority()
    bring_up_to_date(archive, known)
    with Archive.open(archive) as opened:
        parties = told_apart(opened, (left, right), known)
        wanted = Wanted(parties=parties, type="CONSULT", status=tuple(status or ()), min_sources=min_sources)
        newest = list(find(opened, wanted, newest=True))
        tell_unread(opened)
    found = by_day(newest)
    if form == "json":
        print_json({"counts": _counts(found), "entries": found}, indent=2)
    elif form == "jsonl":
        print_json({"counts": _counts(found), "entries": found})
    elif form == "csv":
        forms = _forms(found)
        print_rows(_counts(found), [Column(key, key) for key in ("month", *forms, "entries")], "csv")
    elif found:
        forms = _forms(found)
        counts = _counts(found)
        most = max(int(count["entries"] or 0) for count in counts)
        for count in counts:
            count["bar"] = bar(int(count["entries"] or 0), most, 20)
        by_form = [Column("month", t("month")), *(Column(one, label(one), right=True) for one in forms)]
        print_rows(counts, [*by_form, Column("entries", t("all"), right=True), Column("bar", "")], "table")
        print()
        listed = by_day(newest[: limit or None])
        print_rows([row(entry, known) for entry in listed], columns(stdout().width), "table")
        rest = t(" · all: --limit 0") if len(listed) < len(found) else ""
        note(
            t(
                "{shown:,} of {total:,} encounters{rest} · one in full: shilu entry {id}",
                shown=len(listed),
                total=len(found),
                rest=rest,
                id=listed[-1].id[:8],
            )
        )
    else:
        note(t("No encounter of both. What each did: shilu chronicle {name}", name=left))


def _forms(found: list[Entry]) -> list[str]:
    """The forms there are, the most frequent first."""
    return [form for form, _ in Counter(entry.form or "meeting" for entry in found).most_common()]


def _counts(found: list[Entry]) -> list[dict[str, int | str | None]]:
    """Entries of each month by form; undated ones last."""
    months: dict[str, Counter[str]] = {}
    for entry in found:
        months.setdefault((entry.date or _UNDATED)[:7], Counter())[entry.form or "meeting"] += 1
    forms = _forms(found)
    return [
        {"month": month, **{form: counts[form] or None for form in forms}, "entries": counts.total()}
        for month, counts in sorted(months.items())
    ]
