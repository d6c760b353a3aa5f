"""``shilu story``: one story in full."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Annotated

import typer
from rich.text import Text

from shilu.archive.store import Archive
from shilu.chronicle.entries.formats import between
from shilu.chronicle.stories.listing import Brief, Member
from shilu.chronicle.stories.passages import Passage
from shilu.chronicle.stories.whole import Day, Deed, Whole
from shilu.chronicle.stories.whole import story as find_story
from shilu.cli.app import command
from shilu.cli.chronicle import bring_up_to_date as bring_chronicle_up_to_date
from shilu.cli.labels import label
from shilu.cli.messages import t, with_copies
from shilu.cli.options import HERE, ArchiveFolder, TextFormatOption
from shilu.cli.output import bar, moment, note, print_json, stdout
from shilu.cli.stories import bring_up_to_date
from shilu.knowledge import authority

_BEGINNING = 60
"""Characters of a passage that are printed."""


@command(
    "story",
    t("Shows its span, its outlets, whom and what they name, its key events, its days, and its articles."),
    [
        ("shilu story s81335a4", t("by id, or the beginning of one")),
        ("shilu story s81335a4 --all", t("with every copy of a text")),
        ("shilu story s81335a4 --format json", t("everything")),
    ],
)
def story(
    ident: Annotated[str, typer.Argument(help=t("The story's id."), metavar="ID")],
    *,
    everything: Annotated[bool, typer.Option("--all", help=t("Copies of a text one by one."))] = False,
    form: TextFormatOption = "text",
    archive: ArchiveFolder = HERE,
) -> None:
    """Show one story."""
    bring_up_to_date(archive)
    bring_chronicle_up_to_date(archive, authority())
    with Archive.open(archive) as opened:
        found = find_story(opened, ident)
    if form == "json":
        print_json(found, indent=2)
    else:
        _print(found, everything=everything)


def _print(found: Whole, *, everything: bool) -> None:
    console = stdout()
    told = found.story
    console.print(Text(told.label, "bold"), soft_wrap=True)
    for head, value in (
        (t("span (UTC)"), f"{moment(told.first)} – {moment(told.last)}"),
        (t("outlets"), "、".join(told.outlets)),
        (t("people"), "、".join(one.name for one in found.people[:12])),
        (t("bodies"), "、".join(one.name for one in found.orgs[:8])),
        (t("places"), "、".join(one.name for one in found.places[:8])),
        (t("topics"), "、".join(found.topics)),
    ):
        if value:
            console.print(Text.assemble((f"{head}  ", "dim"), value), soft_wrap=True)
    for heading, lines in (
        (t("Key events"), map(_event, found.entries)),
        (t("Days"), _days(found.days)),
        (t("Articles"), _articles(told.articles, everything=everything)),
        (t("Told in digests"), map(_passage, found.passages)),
        (t("Stories beside it"), map(beside, found.related)),
    ):
        for at, line in enumerate(lines):
            if not at:
                console.print(Text("\n" + heading, "bold"))
            console.print(line, soft_wrap=True)
    note(t("How the outlets differ: shilu compare {id}", id=told.id))


def _event(one: Deed) -> Text:
    who = between(*map("、".join, (one.actors, one.recipients)))
    what = filter(None, (one.date, label(one.form or one.type), who, one.place, label(one.status)))
    return Text.assemble(f"  {' '.join(what)}  ", (one.id, "dim"))


def beside(one: Brief) -> Text:
    """A story in a line."""
    return Text.assemble(f"  {one.label} ({one.count})  ", (one.id, "dim"))


def _days(days: Sequence[Day]) -> Iterator[Text]:
    most = max((day.articles for day in days), default=0)
    for day in days:
        yield Text.assemble(
            f"  {day.day} {day.articles:>4} ", (bar(day.articles, most, 12).ljust(12), "cyan"), f" {day.headline}"
        )


def _passage(one: Passage) -> Text:
    """One line for each digest: where its passage on the story stands, and how this begins."""
    return Text.assemble(
        (f"  {moment(one.published):<16}  {one.outlet}  ", "cyan"),
        f"{one.title}  ",
        (f"{one.article} ¶{one.last + 1}", "dim"),
        "\n" + " " * 20 + one.text[:_BEGINNING] + ("…" if len(one.text) > _BEGINNING else ""),
    )


def _articles(members: Sequence[Member], *, everything: bool) -> Iterator[Text]:
    """One line for each article; a text's copies stand behind its first unless everything is shown."""
    by_id = {one.id: one for one in reversed(members)}
    copies = Counter(one.copy_of for one in by_id.values())
    for one in reversed(by_id.values()):
        if one.copy_of in by_id and not everything:
            continue
        behind = copies[one.id]
        more = "  " + with_copies(behind) if behind and not everything else ""
        kind = f"  ({label(one.kind)})" if one.kind else ""
        yield Text.assemble(
            (f"  {moment(one.published):<16}  {one.outlet}  ", "cyan"), one.title, (f"{kind}{more}  {one.id}", "dim")
        )
