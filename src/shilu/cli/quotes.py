"""``shilu quotes``: who said what, newest first, each statement once with all who report it."""

from typing import Annotated, Any

import typer
from rich.text import Text

from shilu.archive.quotations.conditions import Kind, Wanted
from shilu.archive.quotations.filling import is_current, update
from shilu.archive.quotations.finding import Found, Statement, Telling, find
from shilu.archive.quotations.passages import Passage, Said, said
from shilu.archive.store import Archive
from shilu.cli.app import command
from shilu.cli.derived import bring_up, tell_unread
from shilu.cli.labels import choice
from shilu.cli.lines import Wrapped
from shilu.cli.messages import t
from shilu.cli.named import OutletOption, SinceOption, UntilOption
from shilu.cli.options import HERE, ArchiveFolder, Format, FormatOption, LimitOption
from shilu.cli.output import Column, given, marked, moment, note, print_json, print_rows, stdout
from shilu.knowledge import authority
from shilu.vocabulary import KINDS

_COLUMNS = [
    Column(key, key)
    for key in ("published", "speaker", "kind", "text", "outlets", "via", "cue", "article", "block", "start", "url")
]
_OUTLETS = 4


@command(
    "quotes",
    t(
        "Words of the query must be said, in the language of shilu search: “phrases”, -word, since:. Names may be any "
        "rendering: 川普, 特朗普, Trump. What several outlets report is shown once, by the latest of them."
    ),
    [
        ("shilu quotes --by 王毅 --about 台湾", t("what he said of it, or in a sentence that names it")),
        ("shilu quotes 种族灭绝 --kind direct --since 2021-03", t("the very words, from March 2021 on")),
        ("shilu quotes --by 布林肯 --variants", t("with every outlet's wording")),
        ("shilu quotes --via 路透社 --format jsonl --limit 0", t("all that came through it, as JSON lines")),
    ],
    ignore_unknown_options=True,  # -word is part of the query
)
def quotes(
    query: Annotated[list[str] | None, typer.Argument(help=t("Words that are said."), metavar="QUERY…")] = None,
    *,
    by: Annotated[str | None, typer.Option(help=t("Who speaks, by any name."))] = None,
    about: Annotated[str | None, typer.Option(help=t("What is spoken of, by any name."))] = None,
    via: Annotated[str | None, typer.Option(help=t("Through which medium, platform or occasion."))] = None,
    since: SinceOption = None,
    until: UntilOption = None,
    outlet: OutletOption = None,
    kind: Annotated[Kind | None, choice(KINDS, "--kind", t("Only quoted or only reported words."))] = None,
    variants: Annotated[bool, typer.Option("--variants", help=t("Show the wording of each report."))] = False,
    limit: LimitOption = 20,
    form: FormatOption = "table",
    archive: ArchiveFolder = HERE,
) -> None:
    """Find quotations."""
    wanted = Wanted(" ".join(query or ()), by, about, via, since, until, outlet, kind)
    bring_up_to_date(archive)
    with Archive.open(archive) as opened:
        found = find(opened, authority(), wanted, limit=limit)
        tell_unread(opened)
    options: dict[str, object] = {t("some words"): query, "--by": by, "--about": about, "--via": via}
    options |= {"--since": since, "--until": until, "--outlet": outlet, "--kind": kind}
    _print(found, form, variants=variants, narrowed=given(options))


def bring_up_to_date(folder: ArchiveFolder) -> None:
    """Make the tables of quotations where an older version left none; later readings fill them by themselves."""
    behind = t("The archive cannot be written to now; quotations of older readings are not there yet.")
    bring_up(folder, is_current, update, task=t("Quotations"), behind=lambda _: behind)


def _print(found: Found, form: Format, *, variants: bool, narrowed: str) -> None:
    if form == "json":
        print_json(found, indent=2)
    elif form == "jsonl":
        for one in found.statements:
            print_json(one)
    elif form == "csv":
        rows = [row for one in found.statements for row in (_rows(one) if variants else [_row(one, one.shown)])]
        print_rows(rows, _COLUMNS, "csv")
    else:
        _show(found, variants=variants, narrowed=narrowed)


def _rows(one: Statement) -> list[dict[str, Any]]:
    return [_row(one, telling) | {"outlets": telling.outlet} for telling in one.tellings]


def _row(one: Statement, telling: Telling) -> dict[str, Any]:
    own = ("published", "kind", "text", "via", "cue", "article", "block", "start", "url")
    return {key: getattr(telling, key) for key in own} | {"speaker": one.speaker, "outlets": one.outlets}


def _show(found: Found, *, variants: bool, narrowed: str) -> None:
    console = stdout()
    colours = console.color_system is not None
    if not found.total:
        note(
            t("Nothing said of that kind. Wider: without {options}; who speaks: shilu people", options=narrowed)
            if narrowed
            else t("Nothing is said there, or the articles are not read yet: shilu status")
        )
        return
    passages = list(said(found.statements))
    console.print(
        Text(
            t(
                "Statements: {count:,} ({shown} shown, in {passages} passages).",
                count=found.total,
                shown=len(found.statements),
                passages=len(passages),
            )
        )
    )
    for number, one in enumerate(passages, 1):
        console.print()
        head = Text.assemble((f"{number:>3} ", "dim"), (_speakers(one), "bold"), "  ", (_reporters(one), "cyan"))
        console.print(Wrapped(head))
        for passage in one.accounts if variants else (one.shown,):
            console.print(Wrapped(marked(passage.text, passage.marks, colours=colours), indent=4))
            console.print(Wrapped(Text(_where(passage), "dim"), indent=4))
    note(t("\nRead one: shilu show {id}", id=found.statements[0].shown.article))


def _speakers(one: Said) -> str:
    unnamed = t("not named: {words}", words=one.shown.first.speaker_text or "—")
    return "、".join(name or unnamed for name, _ in one.speakers)


def _reporters(one: Said) -> str:
    shown = "、".join(one.outlets[:_OUTLETS])
    more = len(one.outlets) - _OUTLETS
    return shown + (t(" and {count} more", count=more) if more > 0 else "")


def _where(passage: Passage) -> str:
    """Outlet, time, article and channel of a passage."""
    telling = passage.first
    via = t("through {name}", name="、".join(passage.ways)) if passage.ways else ""
    within = t("in the words of {name}", name=telling.within) if telling.within else ""
    return " · ".join(filter(None, (telling.outlet, moment(telling.published), telling.article, via, within)))
