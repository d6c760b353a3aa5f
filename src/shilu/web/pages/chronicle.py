"""The chronicle: what was done, day by day, with every source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from shilu.archive.entities.bearers import bearers
from shilu.archive.entities.listing import day, period
from shilu.chronicle.entries.finding import Wanted, by_start, find, told_with, up_to_last_report
from shilu.chronicle.entries.formats import headline
from shilu.chronicle.entries.keeping import is_current
from shilu.chronicle.entries.names import place_names, places_within
from shilu.errors import NotFound, QueryError
from shilu.knowledge import authority
from shilu.records import Entry
from shilu.vocabulary import FORMS, MODES, STATUSES, TYPES
from shilu.web.charts import Bar
from shilu.web.page import FeedItem, Page, Pages, paged
from shilu.web.pages.parties import Side, side
from shilu.web.periods import bars

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from shilu.web.page import Asked

_PER_PAGE = 50
FIELDS = (
    "party",
    "with",
    "type",
    "form",
    "mode",
    "status",
    "place",
    "about",
    "at",
    "dated",
    "since",
    "until",
    "sources",
)
UNDATED = "none"
"""Asked for as a date: entries that have none."""


class Day(msgspec.Struct, frozen=True):
    """The entries of one date, which may be a month, a span, or unknown."""

    date: str | None
    entries: tuple[Entry, ...]


class Chronicle(msgspec.Struct, frozen=True):
    """Entries by day."""

    asked: dict[str, str]
    """The filters as typed, but choices by their codes."""
    days: tuple[Day, ...] = ()
    total: int = 0
    pages: Pages | None = None
    over_time: tuple[Bar, ...] = ()
    parties: tuple[Side, ...] = ()
    until: str | None = None
    """The day of the last report: where no time or status is asked for, what lies ahead of it is left out."""
    behind: bool = False
    """Articles have come since the chronicle was made."""
    mistake: str = ""
    hint: str = ""
    close: tuple[str, ...] = ()
    unknown: str = "party"
    """The filter that names what is not known."""


def chronicle(asked: Asked) -> Page:
    """The entries that fit the filters, the newest first; of what is to come the next."""
    typed = {name: asked.text(name) for name in FIELDS if asked.text(name)}
    heading = asked.t("Chronicle")
    parties: tuple[Side, ...] = ()
    unknown = ""
    try:
        for unknown in ("party", "with"):
            parties += (side(asked, typed[unknown]),) if unknown in typed else ()
        unknown = "place"
        wanted = _wanted(asked, parties)
        chosen = {"type": wanted.type, "form": wanted.form, "mode": wanted.mode}
        chosen["status"] = next(iter(wanted.status), None)
        typed |= {name: code for name, code in chosen.items() if code}
        wanted = up_to_last_report(asked.archive, wanted)
        if "about" in typed:
            wanted = told_with(asked.archive, wanted, typed["about"])
        dates = by_start(asked.archive, wanted)
        if wanted.place and not (dates or wanted.place_also):
            bearers(asked.archive.db, authority(), wanted.place, ("place",))  # tells what is written alike
    except (NotFound, QueryError) as error:
        close = error.close if isinstance(error, NotFound) else ()
        wrong = Chronicle(typed, mistake=str(error), hint="" if close else error.hint, close=close, unknown=unknown)
        return Page("chronicle.html", heading, wrong, status=400)
    total = sum(dates.values())
    pages = paged(asked, total, _PER_PAGE)
    newest = asked.text("order") != "oldest"
    entries = find(asked.archive, wanted, _PER_PAGE, offset=(pages.page - 1) * _PER_PAGE, newest=newest)
    days = by_day(entries)
    data = Chronicle(
        asked=typed,
        days=days,
        total=total,
        pages=pages,
        over_time=bars(
            {date: count for date, count in dates.items() if date},
            lambda period: asked.here(dated=period, page=""),
        ),
        parties=parties,
        until=wanted.told_until,
        behind=not is_current(asked.archive),
    )
    shown = [entry for one in days for entry in one.entries]
    rows = map(row, find(asked.archive, wanted, newest=newest)) if asked.form == "csv" else []
    return Page("chronicle.html", heading, data, rows=list(rows), feed=[item(asked, entry) for entry in shown])


def _wanted(asked: Asked, parties: tuple[Side, ...]) -> Wanted:
    """The question to the chronicle; what no choice names is left out."""
    dated, place = asked.text("dated"), asked.text("place")
    status = asked.choice("status", STATUSES)
    since, until = period(asked.text("since"), asked.text("until"))
    return Wanted(
        parties=tuple(party.ids for party in parties),
        type=asked.choice("type", TYPES),
        form=asked.choice("form", FORMS),
        mode=asked.choice("mode", MODES),
        status=(status,) if status else (),
        place=place or None,
        place_also=place_names(place, authority()) if place else (),
        place_within=places_within(place, authority()) if place else (),
        at=tuple(filter(None, asked.text("at").split("|"))),
        dated=day(dated, "dated") if dated and dated != UNDATED else None,
        undated=dated == UNDATED,
        since=since,
        until=until,
        min_sources=asked.number("sources", 1, 99),
    )


def by_day(entries: Iterable[Entry]) -> tuple[Day, ...]:
    """Entries in their order, those of one date together."""
    days: dict[str | None, list[Entry]] = {}
    for entry in entries:
        days.setdefault(entry.date, []).append(entry)
    return tuple(Day(date, tuple(found)) for date, found in days.items())


def row(entry: Entry) -> Mapping[str, Any]:
    """An entry as one line of a table."""
    return {
        "id": entry.id,
        "date": entry.date,
        "type": entry.type,
        "form": entry.form,
        "mode": entry.mode,
        "status": entry.status,
        "parties": [party.name for party in entry.parties],
        "place": entry.place,
        "sources": entry.sources,
        "outlets": entry.outlets,
        "discrepancies": [point.kind for point in entry.discrepancies],
    }


def item(asked: Asked, entry: Entry) -> FeedItem:
    """An entry in a feed, dated by its first report."""
    told = entry.evidence[0]
    return FeedItem(f"/entry/{entry.id}", asked.shown(headline(entry)), entry.first, told.text, told.outlet)
