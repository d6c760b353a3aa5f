"""``shilu who``: all that is known of a person, an organisation or a place."""

from collections.abc import Iterable
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from shilu.archive.entities.profile import Profile, StatedRole, profile
from shilu.archive.store import Archive
from shilu.cli.app import command
from shilu.cli.lines import Wrapped
from shilu.cli.messages import t
from shilu.cli.options import HERE, ArchiveFolder, FormatOption
from shilu.cli.output import note, print_json, stdout
from shilu.knowledge import authority

_LONGEST = 60
"""Characters of an example shown in a table."""


@command(
    "who",
    t(
        "Every name and Latin form, offices with their dates as the authority has them, roles as the articles state "
        "them with a sentence each, who is named along with them, and the articles. Any rendering will do, and ids "
        "as `shilu people` shows them."
    ),
    [
        ("shilu who 布林肯", t("by any name: 布林肯, 布林根, Blinken")),
        ("shilu who 川普 --limit 0", t("everything, not only the most frequent")),
        ("shilu who 北约 --format json", t("an organisation, for a program")),
    ],
)
def who(
    name: Annotated[list[str], typer.Argument(help=t("A name or an id."), metavar="NAME")],
    *,
    limit: Annotated[int, typer.Option("--limit", min=0, help=t("At most so many of each; 0 for all."))] = 8,
    form: FormatOption = "table",
    archive: ArchiveFolder = HERE,
) -> None:
    """Show one entity."""
    with Archive.open(archive) as opened:
        found = profile(opened, authority(), " ".join(name), limit=limit)
    if form in ("json", "jsonl"):
        print_json(_as_data(found), indent=2 if form == "json" else 0)
    elif form == "csv":
        raise typer.BadParameter(t("A profile has no rows; ask for json."))
    else:
        _print(found)


def _as_data(found: Profile) -> dict[str, object]:
    """A profile for programs: names and outlets with their counts by name."""
    data = {field: getattr(found, field) for field in found.__struct_fields__}
    return {
        **data,
        "names": [form._asdict() for form in found.names],
        "outlets": [{"outlet": form.name, "articles": form.articles} for form in found.outlets],
    }


def _print(found: Profile) -> None:
    console = stdout()
    console.print(Text.assemble((found.name, "bold"), (f"  {found.id}", "dim")))
    for head, value in _facts(found):
        if value:
            console.print(Wrapped(Text.assemble((f"{head}  ", "cyan"), value)))
    _offices(console, found)
    _roles(console, found.roles)
    _lines(console, t("named along with"), ((f"{c.articles:,}", c.name) for c in found.companions))
    _lines(console, t("latest articles"), ((a.day or "", f"{a.title} · {a.outlet} · {a.id}") for a in found.latest))
    _lines(console, t("others of this name"), ((f"{c.articles:,}", f"{c.name} · {c.id}") for c in found.namesakes))
    if found.latest:
        note(t("\nIts articles: shilu search --{kind} {id}", kind=found.kind, id=found.id))


def _facts(found: Profile) -> Iterable[tuple[str, str]]:
    """The single facts, one a line."""
    counted = t(
        "{articles:,} articles, {mentions:,} mentions, {first} – {last}",
        articles=found.articles,
        mentions=found.mentions,
        first=found.first or "?",
        last=found.last or "?",
    )
    yield t("names"), " · ".join(f"{form.name} {form.articles:,}" for form in found.names)
    yield t("Latin"), " · ".join(found.latin)
    yield t("country"), found.country or ""
    yield "Wikidata", found.wikidata or ""
    yield t("named in"), counted if found.articles else t("no article of this archive")
    yield t("outlets"), " · ".join(f"{form.name} {form.articles:,}" for form in found.outlets[:8])
    if found.uncertain:
        yield t("uncertain"), t("these may be several people, or one with a namesake")


def _offices(console: Console, found: Profile) -> None:
    offices = ((f"{one.since} – {one.until or ''}".rstrip(), f"{one.of} {one.title}") for one in found.offices)
    _lines(console, t("offices (authority)"), offices)


def _roles(console: Console, roles: tuple[StatedRole, ...]) -> None:
    if not roles:
        return
    console.print()
    console.print(Text(t("roles as stated"), "bold"))
    for role in roles:
        days = role.first or "" if role.first == role.last else f"{role.first} – {role.last}"
        console.print(Wrapped(Text.assemble(role.role, (f"  {role.articles:,}×  {days}", "dim")), indent=2))
        example = role.example
        text = example.text if len(example.text) <= _LONGEST else example.text[:_LONGEST] + "…"
        console.print(Wrapped(Text(f"{text} ({example.outlet} {example.article})", "dim"), indent=4))


def _lines(console: Console, heading: str, lines: Iterable[tuple[str, str]]) -> None:
    """A list under a heading; nothing where it is empty."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for left, right in lines:
        grid.add_row(f"  {left}", Text(right))
    if grid.row_count:
        console.print()
        console.print(Text(heading, "bold"))
        console.print(grid)
