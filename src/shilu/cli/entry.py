"""``shilu entry``: one deed with every sentence that tells it."""

from collections.abc import Iterable, Sequence
from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.text import Text

from shilu.archive.store import Archive
from shilu.chronicle.entries.finding import entry as find_entry
from shilu.chronicle.entries.sentences import Told, told
from shilu.cli.annals import sides
from shilu.cli.app import command
from shilu.cli.chronicle import bring_up_to_date
from shilu.cli.labels import label
from shilu.cli.lines import Wrapped
from shilu.cli.messages import t
from shilu.cli.options import HERE, ArchiveFolder, TextFormatOption
from shilu.cli.output import marked, note, print_json, stdout
from shilu.knowledge import authority
from shilu.records import Entry
from shilu.vocabulary import kind_of

_MANY = 3
"""Outlets named for each date, of twice as many dates; as all else they are named in full where all is asked for."""
_ARTICLES = 3
"""Articles named for each side of a difference."""


@command(
    "entry",
    t("Shows the sentences by outlet, how its status changed, and where the accounts differ (考异)."),
    [("shilu entry e1f2", t("by id, or the beginning of one")), ("shilu entry e1f2 --format json", t("everything"))],
)
def entry(
    ident: Annotated[str, typer.Argument(help=t("The entry's id."), metavar="ID")],
    *,
    limit: Annotated[int, typer.Option("--limit", min=0, help=t("At most so many sentences; 0 for all."))] = 40,
    form: TextFormatOption = "text",
    archive: ArchiveFolder = HERE,
) -> None:
    """Show one entry of the chronicle."""
    known = authority()
    bring_up_to_date(archive, known)
    with Archive.open(archive) as opened:
        found = find_entry(opened, ident)
        tellings = list(told(opened, found, 0 if form == "json" else limit))
    if form == "json":
        print_json({**msgspec.to_builtins(found), "evidence": [_as_data(one) for one in tellings]}, indent=2)
        return
    console = stdout()
    title = f"{sides(found, known, short=False)} · {label(kind_of(found.type, found.form, found.mode))}"
    console.print(Wrapped(Text.assemble((title, "bold"), (f"  {found.id}", "dim"))))
    for head, value in _facts(found, _MANY if limit else len(found.evidence)):
        if value:
            console.print(Wrapped(Text.assemble((f"{head}  ", "cyan"), value)))
    _differences(console, found, _ARTICLES if limit else len(found.articles))
    for one in tellings:
        _sentence(console, one)
    more = len(found.evidence) - len(tellings)
    if more > 0:
        note(t("\n… and {count:,} more: --limit 0", count=more))
    note(t("\nRead one: shilu show {id}", id=found.articles[0]))


def _as_data(one: Told) -> dict[str, object]:
    return {**msgspec.to_builtins(one.evidence), "title": one.title, "url": one.url, "sentence": one.sentence}


def _shown(words: Sequence[str], between: str, most: int) -> str:
    return between.join(words[:most]) + ("…" if len(words) > most else "")


def _facts(found: Entry, most: int) -> Iterable[tuple[str, str]]:
    dates = [f"{one.value}（{_shown(one.outlets, '、', most)}）" for one in found.dates]
    yield t("date"), _shown(dates, "; ", most * 2)
    yield t("where"), found.place or ""
    yield t("hosts"), "、".join(host.name for host in found.hosts)
    yield t("status"), " → ".join(f"{label(at.status)} ({at.published}, {at.outlet})" for at in found.history)
    independent = t("{sources} independent", sources=found.sources)
    yield t("sources"), " · ".join((independent, _counted(found), "、".join(found.outlets)))


def _counted(found: Entry) -> str:
    """How many articles tell it, and how often: one may tell it in several sentences."""
    articles, tellings = len(found.articles), len(found.evidence)
    if articles in (1, tellings):
        return t("articles: {articles}", articles=articles)
    return t("{tellings:,} tellings of {articles:,} articles", tellings=tellings, articles=articles)


def _differences(console: Console, found: Entry, most: int) -> None:
    for difference in found.discrepancies:
        console.print(Text(t("differ: {point}", point=label(difference.kind)), "yellow"))
        for side in difference.sides:
            value = label(side.value) if difference.kind == "status" else side.value
            articles = _shown(side.articles, " ", most)
            told_by = "、".join(side.outlets)
            console.print(Wrapped(Text.assemble(f"{value}  {told_by}  ", (articles, "dim")), indent=2))


def _sentence(console: Console, one: Told) -> None:
    evidence = one.evidence
    facts = (evidence.published, evidence.outlet, label(evidence.status), evidence.date, evidence.place)
    console.print()
    console.print(Wrapped(Text.assemble(("  ".join(filter(None, facts)), "dim"), (f"  {evidence.article}", "dim"))))
    text = marked(one.sentence, [(one.start, one.end)], colours=console.color_system is not None)
    if evidence.claimed_by:
        text.append(t(" (as told by {name})", name=evidence.claimed_by), "dim")
    console.print(Wrapped(text, indent=2))
