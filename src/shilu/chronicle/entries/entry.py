"""From the tellings of one deed to its entry in the chronicle."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections import Counter
from typing import TYPE_CHECKING

from shilu.chronicle.entries.days import days
from shilu.chronicle.entries.discrepancies import discrepancies
from shilu.chronicle.entries.fitting import unnamed
from shilu.chronicle.entries.grouping import Group, grouped
from shilu.chronicle.entries.history import are_few, bearing_out, history, status_then
from shilu.chronicle.entries.independence import independent
from shilu.chronicle.entries.likeness import matter
from shilu.chronicle.entries.participants import participants
from shilu.chronicle.entries.place import place_of
from shilu.chronicle.entries.versions import dines, sort_of
from shilu.records import OFF, TO_COME, DatedBy, Entry, Evidence
from shilu.text.script import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shilu.chronicle.entries.days import Days
    from shilu.chronicle.entries.tellings import Telling
    from shilu.knowledge import Authority
    from shilu.records import Status

_UNSURE: tuple[Status, ...] = ("proposed", "expected", *OFF)
_DAY = len("2024-02-16")
_PUT_OFF_TO = re.compile(r"(?:推迟|延后|延期|顺延|改)(?:到|至|为|在|于)|(?:已|日期)[^，。]{0,3}定(?:为|在|于)")
"""Words by which what was planned gets another day."""
_SPANNING = 3
"""Outlets that must tell that a deed lasted for days: 18日至19日会谈."""
_STAY = 4
"""Days of a visit that one outlet may tell alone."""
_AROUND = frozenset({"visit", "before"})
"""How a date is found that may only lie around a deed."""
_TOUR = 3
"""Visits told in the same words that make a journey, whose days bound each and date none."""
_FAR_MORE = 3
"""Times as many sources that call for a deed or deny it, at any time, as tell it as done."""
_FROM_AFAR = frozenset({"call", "letter"})
"""Forms without a place: the one told beside them is where else people met."""


def entries(tellings: Iterable[Telling], authority: Authority) -> list[Entry]:
    """The chronicle of these tellings, by date; undated entries last."""
    made = [entry_of(group, authority) for group in grouped(tellings)]
    return sorted(made, key=lambda entry: (entry.date is None, entry.date or entry.first, entry.id))


def entry_of(group: Group, authority: Authority) -> Entry:
    """The entry of a group of tellings."""
    told = sorted(group.tellings, key=lambda t: (t.source.order, t.key))
    believed = _believed(told)
    dates = _dates(believed)
    best = days(dates[0].value) if dates else None
    status = _status(believed, best)
    borne_out = bearing_out(told, best, status)
    kept = {t.key for t in borne_out}
    form = _most(t.event.form for t in told if t.event.form)
    return Entry(
        id=identity(group),
        type=told[0].event.type,
        form=form,
        mode=_most(t.event.mode for t in told if t.event.mode),
        status=status,
        date=dates[0].value if dates else None,
        dates=dates,
        place=None if form in _FROM_AFAR else place_of(told, authority),
        parties=participants(told, authority),
        outlets=tuple(sorted({t.source.outlet for t in told})),
        sources=independent(told),
        articles=tuple(dict.fromkeys(t.source.article for t in told)),
        first=told[0].source.published,
        history=history(borne_out),
        evidence=tuple(_evidence(t, status_then(t, kept, status)) for t in told),
        discrepancies=discrepancies(borne_out, authority),
        contexts=tuple(name for name, _ in Counter(c for t in told for c in t.event.contexts).most_common(4)),
    )


def identity(group: Group) -> str:
    """A name that depends on the centre alone, so that later reports do not change it."""
    centre = group.tellings[0]
    day = str(group.span.first) if group.span else f"{centre.event.date} {centre.source.published}"
    sides = (",".join(sorted(side)) for side in centre.sides)
    session, undone, office = sort_of(centre)
    sort = f"{session:d}{undone:d}{office or ''}" if unnamed(centre.actors) else ""
    off = f"off {centre.event.form}" if centre.status in OFF else "dines" if dines(centre) else ""
    text = "|".join((centre.event.type, centre.block, centre.kind, *sides, day, matter(centre), sort, off))
    return "e" + hashlib.blake2b(text.encode(), digest_size=6).hexdigest()


def _believed(told: list[Telling]) -> list[Telling]:
    """All accounts but those of a deed as done whom more sources contradict then or later, or three times as many.

    One outlet's 召开紧急会议 without the 呼吁 before it makes no meeting; nor does what two say was not held.
    """
    done = [t for t in told if t.status == "happened"]
    if not done or len(done) == len(told):
        return told
    since = dt.date.fromisoformat(min(t.source.published for t in done)) - dt.timedelta(1)
    unsure = [t for t in told if t.status in _UNSURE]
    then = [t for t in unsure if dt.date.fromisoformat(t.source.published) >= since]
    off = [t for t in told if t.status in OFF and t.days is not None]
    held, ever, late, never = (len({t.source.origin for t in some}) for some in (done, unsure, then, off))
    # 原定4月访问 is taken for a visit in April sooner than a visit for none.
    coarse = all(t.date is not None and len(t.date) < _DAY for t in done)
    outweighed = late > held or ever >= _FAR_MORE * held or (coarse and never >= held)
    return [t for t in told if t.status != "happened"] if outweighed else told


def _dates(told: list[Telling]) -> tuple[DatedBy, ...]:
    """The dates given, the best first: days before months, those told as done before plans, by outlets.

    Left out are months that hold the best, and what few articles give beside it. Where none is given, those that the
    articles lend. Of a visit the span that holds most days given: arrival, stay and
    departure are told one by one; so of talks that are told to last for days. The days of words that tell
    several visits come behind those of the one.
    """
    given: dict[str, list[Telling]] = {}
    for telling in told:
        if telling.date and telling.days == days(telling.date):
            given.setdefault(telling.date, []).append(telling)
    if not given:
        for telling in told:
            if telling.lent:
                given.setdefault(telling.lent, []).append(telling)
    tours = _tours(given)
    lasting = _lasting(given, visit=told[0].event.form == "visit") - tours
    put_off_to = _put_off_to(told)

    def rank(item: tuple[str, list[Telling]]) -> tuple[bool, bool, bool, float, int, int, str]:
        value, by = item
        span = by[0].days
        if value in lasting and span is not None:
            by = [t for t in told if t.days is not None and span.holds(t.days)]
        done = {t.source.outlet for t in by if t.status == "happened"}
        precise = span is not None and span.is_precise
        # One outlet alone that tells it as done does not outweigh two that announced another day: 星期六 is read
        # as the last one where the next is meant.
        sure = 2 if len(done) > 1 else len(done) / 2 + (len({t.source.outlet for t in by}) > 1)
        # A letter was written before it became known.
        accounts = 0 if told[0].event.form == "letter" else -len(by)
        told_by = len(done or {t.source.outlet for t in by})
        return (value != put_off_to, not precise, value in tours, -sure, -told_by, accounts, value)

    ordered = sorted(given.items(), key=rank)
    best = days(ordered[0][0]) if ordered else None
    ordered = [
        (value, by)
        for value, by in ordered
        if by is ordered[0][1] or not (are_few(by, ordered[0][1]) or _is_vaguer(by[0].days, best))
    ]
    return tuple(DatedBy(value, tuple(sorted({t.source.outlet for t in by}))) for value, by in ordered)


def _tours(given: dict[str, list[Telling]]) -> set[str]:
    """The dates that only words which tell several visits give: of three, or of two where a stay is told within them.

    15日至18日访问日韩 bounds both visits; 17日至18日, as two outlets tell of the one alone, is its own.
    """
    alone = {value: [t for t in by if t.stops == 1] for value, by in given.items()}
    told = [by[0].days for by in alone.values() if len({t.source.outlet for t in by}) > 1]
    stays = [span for span in told if span is not None and span.length > 1]

    def is_tour(by: list[Telling]) -> bool:
        stops, span = min(t.stops for t in by), by[0].days
        within = span is not None and any(span.holds(stay) and stay.length < span.length for stay in stays)
        return stops >= _TOUR or (stops > 1 and within)

    return {value for value, by in given.items() if is_tour(by)}


def _put_off_to(told: list[Telling]) -> str | None:
    """The day to which the last account that says so puts off what is not done yet, or that all tell by now."""
    dated = [t for t in told if t.days is not None and t.days.is_precise]
    if any(t.status == "happened" for t in dated):
        return None
    off = [t for t in dated if _PUT_OFF_TO.search(fold(t.words))]
    return max(off, key=lambda t: (t.source.published, t.key)).date if off else _told_since(dated)


def _told_since(dated: list[Telling]) -> str | None:
    """The day that two outlets give last, where more tell it since than tell any other."""
    outlets: dict[str, dict[str, str]] = {}
    for t in sorted(dated, key=lambda t: t.source.published):
        outlets.setdefault(t.date or "", {}).setdefault(t.source.outlet, t.source.published)
    second = {date: sorted(first.values())[1] for date, first in outlets.items() if len(first) > 1}
    if not second:
        return None
    newest = max(second, key=lambda date: (second[date], date))
    since = {
        date: {t.source.outlet for t in dated if t.date == date and t.source.published >= second[newest]}
        for date in outlets
    }
    return newest if all(len(since[newest]) > len(by) for date, by in since.items() if date != newest) else None


def _is_vaguer(span: Days | None, best: Days | None) -> bool:
    """Whether it is a month or longer that holds the best date, which is none."""
    return best is not None and best.is_precise and span is not None and not span.is_precise and span.holds(best)


def _lies_within(telling: Telling) -> bool:
    """Whether it is to come on some day of those told before it, or of a visit."""
    return telling.status in TO_COME and telling.event.date_by in _AROUND


def _lasting(given: dict[str, list[Telling]], *, visit: bool) -> set[str]:
    """The dates that stand for all days they hold: of a visit each, else spans that half as many give as any day.

    So of a visit that is told to have taken more than four days: 24日至30日 are those of a journey to several states.
    Once talks are told as held, plans that only lay them within other days say nothing: 17日和18日访问期间，将会谈.
    """
    done = not visit and any(t.status == "happened" for by in given.values() for t in by)
    held = {value: [t for t in by if not (done and _lies_within(t))] for value, by in given.items()}
    outlets = {value: len({t.source.outlet for t in by}) for value, by in held.items()}
    most = max(outlets.values(), default=0)
    if visit:
        spans = {value: by[0].days for value, by in given.items()}
        long = {value for value, span in spans.items() if span is not None and span.length > _STAY}
        return {value for value in given if value not in long or outlets[value] >= most / 2}
    least = max(_SPANNING, most / 2)
    spans = {value: by[0].days for value, by in given.items() if outlets[value] >= least}
    return {value for value, span in spans.items() if span is not None and span.length > 1}


def _status(told: list[Telling], best: Days | None) -> Status:
    """What is known in the end: it happened, was called off or denied, or is still to come.

    Where no account of it as done has the day, and it is spoken of as to come later on, it is to come. Where an article
    plans it for a day, what the same article tells as done without one was another time; nor is done what others plan
    for the year or month that is not over, or what many tell as planned at the same time: 同意制裁, 对中国进行制裁.
    """
    counts = Counter(t.status for t in told)
    planning = {t.source.article for t in told if t.status in TO_COME and t.days is not None}
    planned = {t.date for t in told if t.status in TO_COME}

    def is_another(t: Telling) -> bool:
        date = t.date or ""
        still_to_come = date in planned and len(date) < _DAY and t.source.published.startswith(date)
        return still_to_come or (t.is_undated and t.source.article in planning)

    done = [t for t in told if t.status == "happened" and not is_another(t)]
    dated = any(best is not None and t.days is not None and t.days.is_precise and t.days.touches(best, 1) for t in done)
    to_come = [t for t in told if t.status in TO_COME]
    last = max((t.source.published for t in to_come), default="")
    since = min((t.source.published for t in done), default="")
    outnumbered = are_few(done, [t for t in to_come if t.source.published >= since])
    if done and not outnumbered and (dated or last <= max(t.source.published for t in done)):
        return "happened"
    for status in OFF:
        if counts[status] and counts[status] * 2 >= sum(counts.values()):
            return status
    return next((s for s in TO_COME if counts[s]), counts.most_common(1)[0][0])


def _evidence(telling: Telling, status: Status) -> Evidence:
    event, source = telling.event, telling.source
    return Evidence(
        article=source.article,
        outlet=source.outlet,
        published=source.published,
        status=status,
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
