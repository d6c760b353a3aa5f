"""``shilu read``: what can be read out of files, as the reading contract has it; needs no archive."""

import functools
import os
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Annotated, Any

import msgspec
import typer

from shilu.archive.workers import Workers
from shilu.cli.app import command
from shilu.cli.explained import print_explained
from shilu.cli.labels import choice
from shilu.cli.messages import t
from shilu.cli.options import FORMATS, Format, LimitOption, WorkersOption
from shilu.cli.output import Column, note, print_rows
from shilu.errors import ShiluError
from shilu.outlets import read_article
from shilu.reading.contract import contract
from shilu.reading.explain import explanations
from shilu.records import Article, Reading, Snapshot
from shilu.sources import check, open_source, shown_path
from shilu.sources.documents import OTHER_KIND

_TOGETHER = 64  # articles: the tagger is fast on many sentences at once

_COLUMNS = (
    Column("id", "id"),
    Column("published", t("published")),
    Column("outlet", t("outlet")),
    Column("title", t("title"), wide=True),
)


@command(
    "read",
    t("One object for each article, as docs/fields.md describes it. Folders are read at any depth."),
    [
        ("shilu read post.md", t("all that can be read, as one JSON line")),
        ("shilu read mirror/_posts --workers 4 > readings.jsonl", t("a whole folder")),
        ("shilu read post.md --no-names --format json", t("fields and text only, spread over lines")),
        ("shilu read mirror/_posts --format table --limit 20", t("a first look at a folder")),
        ("shilu read post.md --explain", t("each quotation and event with its rule and how its parts were found")),
    ],
)
def read(
    files: Annotated[list[str], typer.Argument(help=t("Files, folders or git repositories."), metavar="FILE…")],
    *,
    names: Annotated[
        bool, typer.Option("--names/--no-names", help=t("Whether names, times and what follows are read, too."))
    ] = True,
    explain: Annotated[
        bool, typer.Option("--explain", help=t("Say why: rule, words, and how each part was found; with --format too."))
    ] = False,
    workers: WorkersOption = 2,
    limit: LimitOption = 0,
    form: Annotated[
        Format | None,
        choice(FORMATS, "--format", t("How rows are printed; jsonl, or with --explain for people.")),
    ] = None,
) -> None:
    """Read files."""
    if explain and not names:
        raise typer.BadParameter(t("--no-names leaves nothing to explain."))
    for location in files:
        check(location)
    unread: Counter[str] = Counter()
    function = functools.partial(_contracts, names, explain)
    with Workers(workers) as pool:
        batches = pool.map(function, _batches(_snapshots(files, unread)), _given_up)
        rows = islice((row for batch in batches for row in batch), limit or None)
        if explain and form in (None, "table"):
            print_explained(rows)
        else:
            print_rows(rows, _COLUMNS, form or "jsonl")
    for code, count in sorted(unread.items()):
        note(t("Files not read: {count:,} ({code})", count=count, code=code))


def _snapshots(locations: list[str], unread: Counter[str]) -> Iterator[Snapshot]:
    """Every document of the locations, named as the user named them; what gives none is counted."""
    for location in locations:
        with open_source(location) as source:
            for document in source.documents():
                if isinstance(document, Snapshot):
                    path = location if source.kind == "file" else os.path.join(location, document.path)  # noqa: PTH118
                    yield msgspec.structs.replace(document, path=shown_path(path))
                elif document.problem.code != OTHER_KIND:
                    unread[document.problem.code] += 1


def _batches(snapshots: Iterator[Snapshot]) -> Iterator[list[Snapshot]]:
    while batch := list(islice(snapshots, _TOGETHER)):
        yield batch


def _contracts(names: bool, explain: bool, snapshots: list[Snapshot]) -> list[dict[str, Any]]:
    """The objects of a batch; runs in a worker process."""
    articles = [read_article(snapshot) for snapshot in snapshots]
    readings = _readings(articles) if names else [None] * len(articles)
    return [
        contract(article, reading) | ({"explanations": explanations(reading)} if explain and reading else {})
        for article, reading in zip(articles, readings, strict=True)
    ]


def _readings(articles: list[Article]) -> list[Reading]:
    from shilu.reading.reader import read_many  # noqa: PLC0415 - loads the tagger's model, which --no-names spares

    authority, tagger = _knowledge()
    return read_many(articles, authority=authority, tagger=tagger)


@functools.cache
def _knowledge() -> Any:
    """Authority and tagger, made once in each process."""
    from shilu.knowledge import authority  # noqa: PLC0415
    from shilu.reading.tagger import Tagger  # noqa: PLC0415

    return authority(), Tagger()


def _given_up(snapshot: Snapshot) -> dict[str, Any]:
    raise ShiluError(f"reading {snapshot.path} ended its process", hint="Please report it, with the file.")
