"""``shilu learn``: what the articles themselves state of the people whom the authority lacks."""

from typing import Annotated

import typer

from shilu.archive import index
from shilu.archive.entities.learned import LearnedPerson, learned
from shilu.archive.entities.settling import is_settled, settle_people
from shilu.archive.store import Archive
from shilu.cli.app import command
from shilu.cli.messages import t
from shilu.cli.options import HERE, ArchiveFolder, FormatOption, LimitOption
from shilu.cli.output import Column, note, print_rows
from shilu.errors import ArchiveBusy
from shilu.knowledge import authority

_COLUMNS = (
    Column("name", t("name")),
    Column("latin", t("Latin")),
    Column("role", t("role"), wide=True),
    Column("of", t("of")),
    Column("articles", t("articles"), right=True),
    Column("sure", t("certain")),
)


@command(
    "learn",
    t(
        "`shilu add` learns by itself; this does what an add that was cut off left, and lists what was learned. Names, "
        "Latin forms, roles and affiliations are gathered from what stands beside names, as in 教授何田（Tian He）, "
        "each with its count, its days and an example. Shown are those that two or more articles state and hardly any "
        "contradicts. The authority stays as it is."
    ),
    [
        ("shilu learn", t("people the authority lacks, those in most articles first")),
        ("shilu learn 沙磊 --all --format json", t("every fact of one person, with its example")),
    ],
)
def learn(
    name: Annotated[list[str] | None, typer.Argument(help=t("Only people of this name."), metavar="NAME")] = None,
    *,
    every: Annotated[bool, typer.Option("--all", help=t("Facts of one article, and contradicted ones, too."))] = False,
    limit: LimitOption = 20,
    form: FormatOption = "table",
    archive: ArchiveFolder = HERE,
) -> None:
    """Learn, and list what is learned."""
    _catch_up(archive)
    with Archive.open(archive) as opened:
        found = learned(opened, authority(), " ".join(name) if name else None, every=every, limit=limit)
    print_rows([_row(one) for one in found], _COLUMNS, form)
    if form == "table":
        note(
            t("\nOne of them, with sentences: shilu who {name}", name=found[0].name)
            if found
            else t("Nothing was learned yet; with --all also what only one article states.")
        )


def _catch_up(folder: ArchiveFolder) -> None:
    """Do what is to be done; where another process is writing, what is there has to do."""
    with Archive.open(folder) as opened:
        if is_settled(opened):
            return
    try:
        with Archive.open(folder, read_only=False) as opened, opened.writing():
            done = settle_people(opened, authority())
            index.update(opened)
    except ArchiveBusy:
        note(t("The archive is being written to; what was learned is as of before."))
    else:
        note(t("Mentions given to another person: {moved:,}; facts changed: {facts:,}.", **done._asdict()))


def _row(one: LearnedPerson) -> dict[str, object]:
    usual = {field: one.usual(field) for field in ("latin", "role", "of")}
    return {
        "id": one.id,
        "name": one.name,
        **usual,
        "articles": one.articles,
        "sure": t("no") if one.uncertain else "",
        "uncertain": one.uncertain,
        "facts": one.facts,
    }
