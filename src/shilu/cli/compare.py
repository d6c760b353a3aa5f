"""``shilu compare``: a story as each outlet told it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.text import Text

from shilu.archive.store import Archive
from shilu.chronicle.comparison.compare import compare as compared
from shilu.chronicle.comparison.records import Cell, Comparison, Row, Section
from shilu.chronicle.stories.listing import Brief
from shilu.chronicle.stories.related import related
from shilu.cli.app import command
from shilu.cli.chronicle import bring_up_to_date as bring_chronicle_up_to_date
from shilu.cli.labels import label
from shilu.cli.lines import Wrapped
from shilu.cli.messages import t, worded
from shilu.cli.options import HERE, ArchiveFolder, FormatOption
from shilu.cli.output import Column, moment, note, print_json, print_rows, stdout
from shilu.cli.stories import bring_up_to_date
from shilu.cli.story import beside
from shilu.knowledge import authority
from shilu.vocabulary import SECTIONS

_COLUMNS = tuple(Column(key, key) for key in ("section", "name", "outlet", "count", "characters", "sentences"))
_SHOWN = 8  # rows of a section


@command(
    "compare",
    t(
        "Sets the outlets of a story side by side: when they told it, whom they quote and how much, which events, "
        "figures, people and places they give, what one alone tells and what all but one tell, the words they choose, "
        "and on whose word they rely. With --format json every count has its sentences."
    ),
    [
        ("shilu compare s81335a4", t("all outlets of a story")),
        ("shilu compare s81335a4 --outlets 美国之音 --outlets 联合早报", t("two of them")),
        ("shilu compare s81335a4 --format csv", t("every cell, for a spreadsheet")),
    ],
)
def compare(
    ident: Annotated[str, typer.Argument(help=t("The story's id."), metavar="ID")],
    *,
    outlets: Annotated[list[str] | None, typer.Option(help=t("Only these outlets: parts of their names."))] = None,
    everything: Annotated[bool, typer.Option("--all", help=t("Every row, not only the first ones."))] = False,
    form: FormatOption = "table",
    archive: ArchiveFolder = HERE,
) -> None:
    """Compare how outlets tell a story."""
    bring_up_to_date(archive)
    bring_chronicle_up_to_date(archive, authority())
    with Archive.open(archive) as opened:
        found = compared(opened, ident, tuple(outlets or ()))
        near = related(opened.db, found.story) if form == "table" else ()
    if form == "json":
        print_json(found, indent=2)
    elif form == "table":
        _print(found, near, everything=everything)
    else:
        print_rows(_rows(found), _COLUMNS, form)


def _rows(found: Comparison) -> Iterator[dict[str, Any]]:
    """Every cell as one row, with the places of its sentences."""
    cells: list[tuple[str, str, Cell]] = [(row.section, row.name, cell) for row in found.rows for cell in row.cells]
    cells += [
        (f"wording: {one.subject}", variant.word, cell)
        for one in found.wording
        for variant in one.variants
        for cell in variant.cells
    ]
    cells += [("marked", one.term, one.cell) for one in found.marked]
    for section, name, cell in cells:
        yield {
            "section": section,
            "name": name,
            "outlet": cell.outlet,
            "count": cell.count,
            "characters": cell.characters,
            "sentences": [f"{one.article}:{one.block}:{one.start}-{one.end}" for one in cell.sentences],
        }


def _print(found: Comparison, near: Sequence[Brief], *, everything: bool) -> None:
    console = stdout()
    console.print(Wrapped(Text(found.label, "bold")))
    _heading(console, t("When (UTC), and how long after the first whose hour is known"))
    for one in found.timing:
        after = "" if one.hours is None else t("+{hours:.1f} h", hours=one.hours)
        line = f"{moment(one.first):<16} {after:>9}  {one.outlet} ({one.articles})  {one.title}"
        console.print(Wrapped(Text(line), indent=2, hang=4))
    if near:
        _heading(console, t("Stories beside it, which outlets may have told before"))
        for story in near:
            console.print(Wrapped(beside(story), hang=4))
    for section, name in _headings().items():
        heading = t("Who is quoted (quotations, characters)") if section == "quoted" else name
        _print_section(console, heading, [row for row in found.rows if row.section == section], everything=everything)
    _print_alone(console, found, everything=everything)
    _print_words(console, found)
    note(t("Every sentence: shilu compare {id} --format json", id=found.story))


def _print_alone(console: Console, found: Comparison, *, everything: bool) -> None:
    headings = _headings()
    telling = [row for row in found.rows if row.section in ("quoted", "event", "figure")]
    if any(row.only for row in telling):
        _heading(console, t("What one outlet alone tells"))
    for outlet in found.outlets:
        alone = [row for row in telling if row.only == outlet]
        shown = alone if everything else alone[:_SHOWN]
        if shown:
            console.print(Text(f"  {outlet}", "cyan"))
        for section, rows in groupby(shown, lambda row: row.section):
            names = " · ".join(map(_name, rows))
            console.print(Wrapped(Text.assemble((f"{headings[section]}  ", "dim"), names), indent=4, hang=4))
    if any(row.all_but for row in telling):
        _heading(console, t("What all but one tell"))
    for row in telling:
        if row.all_but:
            kind = (f"{headings[row.section]}  ", "dim")
            console.print(Wrapped(Text.assemble((f"{row.all_but}  ", "cyan"), kind, _name(row)), indent=2, hang=4))


def _print_words(console: Console, found: Comparison) -> None:
    if found.wording:
        _heading(console, t("Words for one thing"))
    for wording in found.wording:
        console.print(Text(f"  {wording.subject}", "bold"))
        for variant in wording.variants:
            console.print(Wrapped(Text.assemble(f"{variant.word}  ", (_cells(variant.cells), "dim")), indent=4, hang=4))
    if found.marked:
        _heading(console, t("Words that set an outlet apart"))
    for outlet in found.outlets:
        terms = [f"{one.term} {one.cell.count}×" for one in found.marked if one.outlet == outlet]
        if terms:
            console.print(Wrapped(Text.assemble((f"{outlet}  ", "cyan"), " · ".join(terms)), indent=2, hang=4))


def _heading(console: Console, text: str) -> None:
    console.print(Text("\n" + text, "bold"))


def _headings() -> dict[Section, str]:
    """Of each section, in the order of the pages."""
    return {section: worded(word) for section, word in SECTIONS.items()}


def _print_section(console: Console, heading: str, rows: list[Row], *, everything: bool) -> None:
    if not rows:
        return
    _heading(console, heading)
    for row in rows if everything else rows[:_SHOWN]:
        spread = f"{len(row.cells)}/{len(row.cells) + len(row.missing)}"
        cells = (f"{spread}  {_cells(row.cells)}", "dim")
        console.print(Wrapped(Text.assemble(f"{_name(row)}  ", cells), indent=2, hang=4))
    if len(rows) > _SHOWN and not everything:
        console.print(Text("  " + t("… and {count:,} more: --all", count=len(rows) - _SHOWN), "dim"))


def _name(row: Row) -> str:
    """What a row counts, in the user's language."""
    if row.section == "event":
        code, _, rest = row.name.partition(" ")
        return f"{label(code)} {rest}"
    sources = {
        "official": t("officials"),
        "expert": t("experts"),
        "media": t("other media"),
        "unnamed": t("nobody by name"),
    }
    return sources.get(row.key, row.name) if row.section == "source" else row.name


def _cells(cells: Iterable[Cell]) -> str:
    return "、".join(
        f"{cell.outlet} {cell.count}" + (f"/{cell.characters}" if cell.characters else "") for cell in cells
    )
