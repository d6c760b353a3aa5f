"""``shilu show``: one article in the terminal, its revisions, or the very bytes."""

import sys
from typing import Annotated, Any

import msgspec
import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from shilu.archive.revisions import Revision
from shilu.archive.store import Archive
from shilu.cli.app import command
from shilu.cli.lines import Wrapped
from shilu.cli.messages import t
from shilu.cli.options import HERE, ArchiveFolder, FormatOption
from shilu.cli.output import Column, moment, note, print_json, print_rows, stdout
from shilu.errors import NotFound
from shilu.reading.contract import contract
from shilu.records import Article, Block

_REVISIONS = (
    Column("revision", "#", right=True),
    Column("at", t("since")),
    Column("presence", t("source")),
    Column("sha256", "sha256"),
    Column("path", t("path"), wide=True),
)
_STYLES = {"+": "green", "-": "red", "@": "cyan"}


@command(
    "show",
    t("An article is named by its id (the beginning is enough where only one begins so) or its address."),
    [
        ("shilu show 3f2a91", t("fields, the evidence of its time, text, captions and links")),
        ("shilu show https://www.voachinese.com/a/7489000.html", t("the same by address")),
        ("shilu show 3f2a91 --revisions", t("every text it has had, and where it was seen")),
        ("shilu show 3f2a91 --diff", t("what changed between the last two")),
        ("shilu show 3f2a91 --diff --revision 1", t("what changed since the first")),
        ("shilu show 3f2a91 --raw > post.md", t("the bytes as received")),
        ("shilu show 3f2a91 --format json", t("the reading contract")),
    ],
)
def show(
    key: Annotated[str, typer.Argument(help=t("An id, its beginning, or an address."), metavar="ID|URL")],
    *,
    raw: Annotated[bool, typer.Option("--raw", help=t("The bytes of the snapshot."))] = False,
    revisions: Annotated[bool, typer.Option("--revisions", help=t("List the revisions."))] = False,
    diff: Annotated[bool, typer.Option("--diff", help=t("What changed from one revision to the next."))] = False,
    revision: Annotated[
        int | None, typer.Option(min=1, help=t("This revision, not the current one; with --diff, since it."))
    ] = None,
    form: FormatOption = "table",
    archive: ArchiveFolder = HERE,
) -> None:
    """Show an article."""
    with Archive.open(archive) as opened:
        if diff:
            _diff(opened, key, revision)
        elif revisions:
            rows = _rows(opened, key)
            print_rows(map(_short, rows) if form == "table" else rows, _REVISIONS, form)
        else:
            known = opened.revisions(key)
            chosen = _chosen(known, revision)
            if raw:
                sys.stdout.buffer.write(opened.data(chosen.sha256))
            elif form == "table":
                _show(chosen, len(known))
            elif form == "csv":
                raise typer.BadParameter(t("An article has no rows; ask for json or jsonl."))
            else:
                reading = opened.reading(key) if chosen.current else None
                print_json(contract(chosen.article, reading), indent=2 if form == "json" else 0)


def _chosen(known: list[Revision], number: int | None) -> Revision:
    """The revision asked for, or the current one."""
    for revision in known:
        if revision.number == number or (number is None and revision.current):
            return revision
    raise NotFound(
        t("there is no revision {number}", number=number),
        hint=t("See them with --revisions."),
        close=tuple(str(revision.number) for revision in known),
    )


def _rows(archive: Archive, key: str) -> list[dict[str, Any]]:
    """One row for each sighting of each revision."""
    by_number = {revision.number: revision for revision in archive.revisions(key)}
    return [
        {
            "revision": seen.revision,
            "at": by_number[seen.revision].at,
            "current": by_number[seen.revision].current,
            "title": by_number[seen.revision].article.title,
            "snapshots": by_number[seen.revision].snapshots,
            **msgspec.to_builtins(seen),
        }
        for seen in archive.sightings(key)
    ]


def _short(row: dict[str, Any]) -> dict[str, Any]:
    """A row as a table has room for it."""
    return {**row, "at": moment(row["at"]), "sha256": row["sha256"][:10]}


def _diff(archive: Archive, key: str, since: int | None) -> None:
    """The differences between two revisions, coloured in a terminal."""
    numbers = [revision.number for revision in archive.revisions(key)]
    if len(numbers) < 2:
        note(t("There is only one revision."))
        return
    console = stdout()
    changed = archive.diff(key, since or numbers[-2], numbers[-1])
    if not changed:
        note(t("Revision {number} is the last one.", number=since))
    for line in changed:
        console.print(Text(line, _STYLES.get(line[:1], "")), soft_wrap=True)


def _show(revision: Revision, of: int) -> None:
    """Fields, text, captions and links of one revision."""
    article = revision.article
    console = stdout()
    console.print(Wrapped(Text(article.title, "bold")))
    console.print(_fields(article, revision, of))
    for block in article.blocks:
        console.print()
        console.print(_block(block))
    _list(console, t("Pictures"), [(image.caption or "", image.url) for image in article.images])
    _list(console, t("Links"), [(f"{link.title} ({t(link.rel)})", link.url) for link in article.links])
    _list(console, t("Problems"), [(f"{one.field}: {one.code}", one.evidence) for one in article.problems])


def _fields(article: Article, revision: Revision, of: int) -> Table:
    """The fields that are stated, one a line."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="cyan", no_wrap=True)
    grid.add_column(overflow="fold")
    stated = {
        t("id"): article.id,
        t("outlet"): article.outlet,
        t("published"): _published(article),
        t("collected"): article.collected,
        t("address"): article.url,
        t("credits"): t(", ").join(f"{credit.role} {credit.name}" for credit in article.credits),
        t("agencies"): t(", ").join(article.agencies),
        t("dateline"): _dateline(article),
        t("language"): f"{article.language} · {article.script}",
        t("revision"): t("{number} of {count}", number=revision.number, count=of) if of > 1 else None,
        t("read by"): article.reader,
    }
    for name, value in stated.items():
        if value:
            grid.add_row(name, Text(value))
    return grid


def _dateline(article: Article) -> str | None:
    line = article.dateline
    return " ".join(filter(None, (line.place, line.date))) if line else None


def _published(article: Article) -> str:
    """The time of publication, how fine it is, and what says so."""
    if not article.published:
        return t("not stated")
    evidence = {
        "inline": t("from the time in the text"),
        "feed": t("from the feed"),
        "url": t("from the address"),
        "dateline": t("from the dateline"),
        "front_matter": t("from the front matter"),
    }
    fine = t("to the {precision}", precision=t(article.published_precision or "second"))
    return " · ".join((article.published, fine, evidence.get(article.published_from or "", "")))


def _block(block: Block) -> Wrapped:
    """One block, shown by its kind."""
    style = {"heading": "bold", "caption": "italic dim", "quote": "italic"}.get(block.kind, "")
    sign = {"list": "• ", "quote": "│ ", "caption": "▣ "}.get(block.kind, "")
    return Wrapped(Text(sign + block.text, style), indent=0 if block.kind == "heading" else 2)


def _list(console: Console, heading: str, items: list[tuple[str, str]]) -> None:
    """A list of things with an address or evidence each."""
    if not items:
        return
    console.print()
    console.print(Text(heading, "bold"))
    for what, where in items:
        console.print(Wrapped(Text.assemble(what, " " if what else "", (where, "dim")), indent=2))
