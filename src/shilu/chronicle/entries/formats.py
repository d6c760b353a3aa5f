"""The chronicle for other programs: calendars (iCalendar, RFC 5545) and PLOVER records."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from shilu.chronicle.entries.days import days
from shilu.vocabulary import kind_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from shilu.chronicle.entries.days import Days
    from shilu.records import Entry

_FOLD = 73
_STATUS = {"cancelled": "CANCELLED", "denied": "CANCELLED", "happened": "CONFIRMED"}


def headline(entry: Entry, word: Callable[[str], str] = str) -> str:
    """An entry in one line: who takes part, and the form or type, as ``word`` calls it."""
    return f"{sides(entry)} · {word(kind_of(entry.type, entry.form, entry.mode))}"


def sides(entry: Entry) -> str:
    """Who takes part, in one line."""
    return between(*("、".join(party.name for party in side) for side in (entry.actors, entry.recipients)))


def between(actors: str, recipients: str) -> str:
    """Those who meet, or those who act and those acted on: 欧盟 → 王君正; ``?`` where it is not told who acts."""
    return f"{actors or '?'} → {recipients}" if recipients else actors


def on_calendar(entry: Entry) -> Days | None:
    """The days of an entry; None where only a month, a week or less is told, which would fill a calendar."""
    span = days(entry.date)
    return span if span is not None and span.is_precise else None


def calendar(
    entries: Iterable[Entry], word: Callable[[str], str] = str, addresses: Mapping[str, str] | None = None
) -> Iterator[str]:
    """The lines of a calendar; entries without a day are left out, days are whole.

    Forms are named as by ``word``; ``addresses`` are those of the articles that told them first, by the entries' ids.
    """
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//shilu//chronicle//ZH")
    for entry in entries:
        span = on_calendar(entry)
        if span is None:
            continue
        yield from (
            "BEGIN:VEVENT",
            f"UID:{entry.id}@shilu",
            f"DTSTAMP:{entry.first.replace('-', '')}T000000Z",
            f"DTSTART;VALUE=DATE:{span.first:%Y%m%d}",
            f"DTEND;VALUE=DATE:{span.last + dt.timedelta(days=1):%Y%m%d}",
        )
        yield from _folded(f"SUMMARY:{_escaped(headline(entry, word))}")
        if entry.place:
            yield from _folded(f"LOCATION:{_escaped(entry.place)}")
        told = [f"{e.outlet}：{e.text}" for e in entry.evidence[:5]]
        if addresses and entry.id in addresses:
            told.append(addresses[entry.id])
        yield from _folded("DESCRIPTION:" + _escaped("\n".join(told)))
        yield from (f"STATUS:{_STATUS.get(entry.status, 'TENTATIVE')}", "END:VEVENT")
    yield "END:VCALENDAR"


def _escaped(text: str) -> str:
    for char in "\\;,":
        text = text.replace(char, "\\" + char)
    return text.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of 75 octets at most, as RFC 5545 asks; no character is torn."""
    piece, size = "", 0
    for char in line:
        octets = len(char.encode())
        if size + octets > _FOLD:
            yield piece
            piece, size = " ", 1
        piece += char
        size += octets
    yield piece


def plover_record(entry: Entry) -> dict[str, Any]:
    """One PLOVER record with the manual's field names; ``status`` and ``sources`` are ours."""
    span = days(entry.date)
    first = entry.evidence[0]
    return {
        "id": f"shilu-{entry.id}",
        "date": span.first.isoformat() if span else entry.date,
        "enddate": span.last.isoformat() if span and span.last != span.first else None,
        "source": [{"id": party.id, "text": party.name} for party in entry.actors],
        "target": [{"id": party.id, "text": party.name} for party in entry.recipients],
        "event": [entry.type],
        "mode": entry.mode or entry.form,
        "context": list(entry.contexts),
        "event_loc": {"text": entry.place} if entry.place else None,
        "event_text": [e.text for e in entry.evidence],
        "text": first.text,
        "cite_info": [{"article": e.article, "outlet": e.outlet, "date": e.published} for e in entry.evidence],
        "coder": first.rule,
        "status": entry.status,
        "sources": entry.sources,
    }
