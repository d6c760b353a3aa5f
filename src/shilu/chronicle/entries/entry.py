"""From the tellings of one deed to its entry in the chronicle."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

from shilu.chronicle.entries.discrepancies import discrepancies
from shilu.chronicle.entries.grouping import Group, grouped
from shilu.records import DatedBy, Entry, EntryParty, Evidence, StatusAt

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shilu.chronicle.entries.tellings import Telling
    from shilu.knowledge import Authority
    from shilu.records import Status

_OPEN: tuple[Status, ...] = ("planned", "expected", "proposed")
_OFF: tuple[Status, ...] = ("cancelled", "denied")


def entries(tellings: Iterable[Telling], authority: Authority) -> list[Entry]:
    """The chronicle of these tellings, by date; undated entries last."""
    made = [_entry(group, authority) for group in grouped(tellings)]
    return sorted(made, key=lambda entry: (entry.date is None, entry.date or entry.first, entry.id))


def _entry(group: Group, authority: Authority) -> Entry:
    told = sorted(group.tellings, key=lambda t: (t.source.published, t.key))
    dates = _dates(told)
    parties = _parties(told, authority)
    form = _most(t.event.form for t in told if t.event.form)
    return Entry(
        id=_id(group),
        type=told[0].event.type,
        form=form,
        mode=_most(t.event.mode for t in told if t.event.mode),
        status=_status(told),
        date=dates[0].value if dates else _most(t.event.date for t in told if t.event.date),
        dates=dates,
        place=_most(t.event.place for t in told if t.event.place),
        parties=parties,
        outlets=tuple(sorted({t.source.outlet for t in told})),
        sources=len({t.source.origin for t in told}),
        articles=tuple(dict.fromkeys(t.source.article for t in told)),
        first=told[0].source.published,
        history=_history(told),
        evidence=tuple(_evidence(t) for t in told),
        discrepancies=discrepancies(told, authority),
        contexts=tuple(name for name, _ in Counter(c for t in told for c in t.event.contexts).most_common(4)),
    )


def _id(group: Group) -> str:
    """A name that depends on the centre alone, so that later reports do not change it."""
    centre = group.tellings[0]
    text = "|".join((centre.event.type, centre.family, *sorted(centre.parties), str(group.span and group.span.first)))
    return "e" + hashlib.blake2b(text.encode(), digest_size=6).hexdigest()


def _dates(told: list[Telling]) -> tuple[DatedBy, ...]:
    """Every date given, the best first: fine before coarse, what has happened before what was to come, by sources."""
    given: dict[str, list[Telling]] = {}
    for telling in told:
        if telling.event.date:
            given.setdefault(telling.event.date, []).append(telling)

    def rank(item: tuple[str, list[Telling]]) -> tuple[bool, bool, int, int, str]:
        value, by = item
        happened = [t for t in by if t.event.status == "happened"]
        fine = by[0].days is not None and by[0].days.length <= 4
        return (not fine, not happened, -len({t.source.origin for t in happened or by}), -len(by), value)

    ordered = sorted(given.items(), key=rank)
    return tuple(DatedBy(value, tuple(sorted({t.source.outlet for t in by}))) for value, by in ordered)


def _parties(told: list[Telling], authority: Authority) -> tuple[EntryParty, ...]:
    """All who are named by a third of the tellings, the most told first, then as the first report has them.

    States only where none of their people is.
    """
    counts: Counter[str] = Counter()
    names: dict[str, str] = {}
    for telling in told:
        named = {party.id: party.name for party in (*telling.event.actors, *telling.event.recipients)}
        counts.update(named.keys())  # in their order in the text: that of a set changes from run to run
        names = named | names
    countries = dict(pair for t in told for pair in t.countries)
    least = len(told) / 3 if len(told) > 3 else 0
    chosen = [p for p, n in counts.most_common() if n >= least] or list(counts)
    manned = {countries.get(p) for p in chosen if not p.startswith(("l.", "o."))} - {None}
    kept = [p for p in chosen if not (p.startswith("l.") and countries.get(p) in manned)]
    if len(kept) < 2:
        kept = chosen
    return tuple(EntryParty(p, _name(p, names[p], authority), _also(p, names[p], authority)) for p in kept)


def _name(party: str, told: str, authority: Authority) -> str:
    for table in (authority.people, authority.orgs, authority.places):
        if party in table:
            return table[party].name
    return told


def _also(party: str, told: str, authority: Authority) -> tuple[str, ...]:
    known = any(party in table for table in (authority.people, authority.orgs, authority.places))
    names = authority.names_of(party) if known else ()
    return tuple(dict.fromkeys(n for n in (told, *names) if n != _name(party, told, authority)))


def _status(told: list[Telling]) -> Status:
    """What is known in the end: it happened, was called off or denied, or is still to come."""
    counts = Counter(t.event.status for t in told)
    if counts["happened"]:
        return "happened"
    for status in _OFF:
        if counts[status] and counts[status] * 2 >= sum(counts.values()):
            return status
    return next((s for s in _OPEN if counts[s]), counts.most_common(1)[0][0])


def _history(told: list[Telling]) -> tuple[StatusAt, ...]:
    """How the status was told over time: each change with the day and article that first told it."""
    history: list[StatusAt] = []
    for telling in told:
        status = telling.event.status
        if status not in {at.status for at in history}:
            history.append(StatusAt(status, telling.source.published, telling.source.outlet, telling.source.article))
    return tuple(history)


def _evidence(telling: Telling) -> Evidence:
    event, source = telling.event, telling.source
    return Evidence(
        article=source.article,
        outlet=source.outlet,
        published=source.published,
        status=event.status,
        date=event.date,
        place=event.place,
        text=event.text,
        block=event.block,
        start=event.start,
        end=event.end,
        rule=event.rule,
        claimed_by=event.claimed_by,
    )


def _most(values: Iterable[str | None]) -> str | None:
    """The value given most often, the first in order of those given as often."""
    counts = Counter(v for v in values if v)
    return min(counts, key=lambda v: (-counts[v], v)) if counts else None
