"""``shilu stories``: what was told, by whom, and for how long."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from shilu.archive.entities.bearers import KINDS, bearers
from shilu.archive.store import Archive
from shilu.chronicle.stories.listing import Sort, Story, Wanted, find
from shilu.cli.app import command
from shilu.cli.derived import bring_up
from shilu.cli.labels import choice
from shilu.cli.messages import t
from shilu.cli.options import HERE, ArchiveFolder, FormatOption, LimitOption, day, in_order
from shilu.cli.output import Column, given, moment, note, print_rows
from shilu.knowledge import authority
from shilu.records import EntityKind
from shilu.vocabulary import STORY_ORDERS

_COLUMNS = (
    Column("label", t("story"), wide=True),
    Column("from", t("from")),
    Column("to", t("to")),
    Column("count", t("articles"), right=True),
    Column("spread", t("outlets"), right=True),
    Column("id", "id"),
)


@command(
    "stories",
    t(
        "A story is what several articles tell of one development, whatever their outlet and script. Copies of a text "
        "count with its first. A story's id stays its own when late articles join it."
    ),
    [
        ("shilu stories --since 2021-03-18 --until 2021-03-20", t("three days, the largest first")),
        ("shilu stories 疫苗 --place 香港", t("of a word and a place")),
        ("shilu stories --min-outlets 5 --sort fresh", t("what many tell, the latest first")),
        ("shilu stories --person 布林肯 --outlet 美国之音", t("of one person, with a telling by one outlet")),
        ("shilu stories --format jsonl --members --limit 0", t("all, with their articles")),
    ],
)
def stories(
    query: Annotated[
        list[str] | None, typer.Argument(help=t("Words that half of its articles hold."), metavar="QUERY…")
    ] = None,
    *,
    since: Annotated[
        str | None, typer.Option(help=t("On this day, month or year, or later."), callback=day, metavar="DAY")
    ] = None,
    until: Annotated[
        str | None, typer.Option(help=t("On this day, month or year, or before."), callback=day, metavar="DAY")
    ] = None,
    outlet: Annotated[str | None, typer.Option(help=t("Told by this outlet: part of its name."))] = None,
    person: Annotated[
        str | None, typer.Option(help=t("A person, body or place that half of its articles name."))
    ] = None,
    place: Annotated[str | None, typer.Option(help=t("A place that half of its articles name."))] = None,
    min_outlets: Annotated[int, typer.Option(min=1, help=t("Told by so many outlets."))] = 1,
    sort: Annotated[
        Sort, choice(STORY_ORDERS, "--sort", t("By number of articles, by the latest one, or by outlets."))
    ] = "size",
    members: Annotated[bool, typer.Option("--members", help=t("With the articles (json, jsonl)."))] = False,
    limit: LimitOption = 20,
    form: FormatOption = "table",
    archive: ArchiveFolder = HERE,
) -> None:
    """List stories."""
    in_order(since, until)
    bring_up_to_date(archive)
    with Archive.open(archive) as opened:
        wanted = Wanted(
            since,
            until,
            outlet,
            people=_ids(opened, person, KINDS),
            articles=_telling(opened, " ".join(query)) if query else None,
            places=_ids(opened, place, ("place",)),
            min_outlets=min_outlets,
            sort=sort,
        )
        found = find(opened, wanted, limit, members=members and form in ("json", "jsonl"))
    print_rows(map(_row, found), _COLUMNS, form)
    if form == "table":
        options: dict[str, object] = {t("some words"): query, "--since": since, "--until": until, "--outlet": outlet}
        narrowed = given(options | {"--person": person, "--place": place, "--min-outlets": min_outlets > 1})
        note(
            t("Stories shown: {number}. One in full: shilu story {id}", number=len(found), id=found[0].id)
            if found
            else t("No story. Wider: without {options}; in the texts: shilu search", options=narrowed)
            if narrowed
            else t("No story: it takes several articles that tell of one development.")
        )


def bring_up_to_date(folder: Path) -> None:
    """Bring stories up to the articles; where that cannot be written, what is there has to do."""
    from shilu.chronicle.stories import keeping  # noqa: PLC0415 (loads numpy, which is not needed to list)

    behind = t("The archive cannot be written to now; stories are as of before.")
    bring_up(folder, keeping.is_current, keeping.update, task=t("Copies and stories"), behind=lambda _: behind)


def _ids(archive: Archive, name: str | None, kinds: Sequence[EntityKind]) -> frozenset[str]:
    """The ids of all of these kinds whom a name may mean; none where none is given."""
    return frozenset(() if name is None else (one.id for one in bearers(archive.db, authority(), name, kinds)))


def _telling(archive: Archive, words: str) -> frozenset[str]:
    from shilu.archive import index  # noqa: PLC0415 (tantivy is loaded only when it is needed)
    from shilu.chronicle.stories.asking import telling  # noqa: PLC0415 (as above)

    return telling(archive, index.current(archive), words)


def _row(story: Story) -> dict[str, object]:
    row: dict[str, object] = {
        "id": story.id,
        "label": story.label,
        "from": moment(story.first),
        "to": moment(story.last),
        "outlets": story.outlets,
        "spread": len(story.outlets),
        "count": story.count,
    }
    if story.articles:
        row["articles"] = story.articles
    return row
