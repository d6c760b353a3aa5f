"""``shilu chronicle``: what was done, day by day, with every source."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Annotated, Literal, TypeAlias

import typer

from shilu.archive.entities.bearers import bearers
from shilu.archive.store import Archive
from shilu.chronicle.entries.finding import Wanted, by_date, find, told_with, up_to_last_report
from shilu.chronicle.entries.formats import calendar, on_calendar, plover_record
from shilu.chronicle.entries.keeping import is_current, update
from shilu.chronicle.entries.names import party_ids, place_names, places_within
from shilu.chronicle.entries.sentences import addresses, told_foremost
from shilu.cli.annals import FULL_COLUMNS, columns, full_row, row
from shilu.cli.app import command
from shilu.cli.derived import bring_up, tell_unread
from shilu.cli.labels import choice, label
from shilu.cli.messages import t
from shilu.cli.options import FORMATS, HERE, ArchiveFolder, LimitOption, StatusOption, day, in_order
from shilu.cli.output import given, note, print_json, print_rows, stdout
from shilu.errors import ArchiveBusy, ArchiveFull
from shilu.knowledge import Authority, authority
from shilu.records import Entry
from shilu.vocabulary import FORMS, MODES, TYPES, Word

_Form: TypeAlias = Literal["table", "json", "jsonl", "csv", "ics", "plover"]
_FORMATS: dict[_Form, Word] = {**FORMATS, "ics": ("calendar", "日历"), "plover": ("plover", "plover")}


@command(
    "chronicle",
    t(
        "Entries are made from the events of all articles: who met, called, visited, sanctioned whom. Each has all its "
        "sources, and says where they differ. Names may be any rendering: 川普, 特朗普, Trump; a state stands for its "
        "officials and bodies, too. Entries are printed by day; of more than --limit, the latest, of plans the next."
    ),
    [
        ("shilu chronicle 布林肯 --with 王毅", t("their encounters, by day")),
        ("shilu chronicle --since 2021-03-18 --until 2021-03-20 --min-sources 2", t("three days, told by two or more")),
        (
            "shilu chronicle --status planned --status expected --since 2021-04-03 --format ics > to-come.ics",
            t("what is to come from a day on, for a calendar"),
        ),
        ("shilu chronicle --type SANCTION --about 新疆", t("sanctions over a matter")),
        ("shilu chronicle --mode arrest --since 2021-03", t("who was arrested or held")),
        ("shilu chronicle --type SANCTION --format plover", t("as PLOVER records")),
    ],
)
def chronicle(
    names: Annotated[list[str] | None, typer.Argument(help=t("Who takes part: all of them."), metavar="NAME…")] = None,
    *,
    with_: Annotated[list[str] | None, typer.Option("--with", help=t("Who else takes part."))] = None,
    type_: Annotated[str | None, choice(TYPES, "--type", t("A type of PLOVER."))] = None,
    form_: Annotated[str | None, choice(FORMS, "--form", t("How they met."))] = None,
    mode: Annotated[str | None, choice(MODES, "--mode", t("What was done more precisely than its type says."))] = None,
    status: StatusOption = None,
    place: Annotated[str | None, typer.Option(help=t("Where: a place, or part of its name."))] = None,
    about: Annotated[
        str | None,
        typer.Option(
            metavar="WORDS",
            help=t("Told in a paragraph with these words, read as by search: all of them, “phrases”, -word."),
        ),
    ] = None,
    since: Annotated[
        str | None, typer.Option(help=t("On this day, month or year, or later."), callback=day, metavar="DAY")
    ] = None,
    until: Annotated[
        str | None, typer.Option(help=t("On this day, month or year, or before."), callback=day, metavar="DAY")
    ] = None,
    min_sources: Annotated[int, typer.Option(min=1, help=t("Told by so many independent sources."))] = 1,
    limit: LimitOption = 50,
    form: Annotated[_Form, choice(_FORMATS, "--format", t("How entries are printed."))] = "table",
    archive: ArchiveFolder = HERE,
) -> None:
    """Print the chronicle."""
    in_order(since, until)
    known = authority()
    bring_up_to_date(archive, known)
    with Archive.open(archive) as opened:
        wanted = Wanted(
            parties=told_apart(opened, (*(names or ()), *(with_ or ())), known),
            type=type_,
            form=form_,
            mode=mode,
            status=tuple(status or ()),
            place=place,
            place_also=() if place is None else place_names(place, known),
            place_within=() if place is None else places_within(place, known),
            since=since,
            until=until,
            min_sources=min_sources,
        )
        if about is not None:
            wanted = told_with(opened, wanted, about)
        shown = up_to_last_report(opened, wanted) if limit else wanted
        found = by_day(find(opened, shown, limit, newest=True))
        tell_unread(opened)
        dates = by_date(opened, shown)
        if place and not found and not wanted.place_also:
            bearers(opened.db, known, place, ("place",))  # tells what is written alike, where no article names it
        ahead = (by_date(opened, wanted) - dates).total()
        _print(opened, found, form, known)
    if form == "table" or len(found) < dates.total() + ahead:
        options: dict[str, object] = {"--with": with_, "--type": type_, "--form": form_, "--mode": mode}
        options |= {"--status": status, "--place": place, "--about": about, "--since": since, "--until": until}
        options |= {"--min-sources": min_sources > 1}
        note(_remark(found, dates, ahead, shown, given(options)))
    if form == "ics" and (undated := sum(on_calendar(entry) is None for entry in found)):
        note(t("Left out, because no day is told: {count:,}", count=undated))


def bring_up_to_date(folder: ArchiveFolder, known: Authority) -> None:
    """Bring the chronicle up to the readings; where that cannot be written, what is there has to do."""

    def behind(error: ArchiveBusy | ArchiveFull) -> str:
        if isinstance(error, ArchiveBusy):
            return t("The archive is being written to; the chronicle is as of before.")
        return t("The chronicle is as of before: {why}", why=error)

    bring_up(
        folder,
        is_current,
        lambda archive, progress: update(archive, known, progress),
        task=t("Chronicle"),
        behind=behind,
    )


def told_apart(archive: Archive, names: Sequence[str], known: Authority) -> tuple[frozenset[str], ...]:
    """Whom each name means; two names of one are refused, who meets nobody by himself."""
    found: dict[frozenset[str], str] = {}
    for name in names:
        ids = party_ids(archive, name, known)
        if ids in found:
            raise typer.BadParameter(t("{left} and {right} are one.", left=found[ids], right=name))
        found[ids] = name
    return tuple(found)


def by_day(entries: Iterable[Entry]) -> list[Entry]:
    """Entries by date, those without one first."""
    return sorted(entries, key=lambda entry: (entry.date or "", entry.first))


def _remark(found: list[Entry], dates: Counter[str | None], later: int, wanted: Wanted, narrowed: str) -> str:
    total, undated, today = dates.total(), dates[None], wanted.told_until
    if not found:
        if later:
            return t("Nothing by {day}, but {count:,} to come: --since {day}", day=today, count=later)
        if narrowed:
            return t(
                "No entry (undated acts make none). Wider: without {options}; names: shilu people; texts: shilu search",
                options=narrowed,
            )
        return t("No entry (undated acts make none). Who is known: shilu people; in the texts: shilu search")
    shown = t("{shown:,} of {total:,} entries", shown=len(found), total=total + later)
    parts = [shown]
    if len(found) < total and wanted.is_to_come:
        parts.append(t("the next as of the last report; others: --since, --until, or --limit 0 for all"))
    elif len(found) < total:
        parts.append(t("earlier ones: --until, or --limit 0 for all"))
    if later:
        parts.append(t("{count:,} more dated after the last report ({day}): --since {day}", count=later, day=today))
    if len(found) < total and undated:
        parts.append(t("{count:,} without a date: --limit 0", count=undated))
    parts.append(t("one in full: shilu entry {id}", id=found[-1].id[:8]))
    return " · ".join(parts)


def _print(archive: Archive, found: list[Entry], form: _Form, known: Authority) -> None:
    if form == "ics":
        print("\r\n".join(calendar(found, label, addresses(archive, found))), end="\r\n")
    elif form == "plover":
        for entry in found:
            print_json(plover_record(entry))
    elif form == "json":
        print_json(found, indent=2)
    elif form == "jsonl":
        for entry in found:
            print_json(entry)
    elif form == "csv":
        proof = told_foremost(archive, found)
        print_rows([full_row(entry, known, proof.get(entry.id)) for entry in found], FULL_COLUMNS, form)
    else:
        print_rows([row(entry, known) for entry in found], columns(stdout().width), form)
