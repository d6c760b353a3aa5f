"""From the tellings of one deed to its entry in the chronicle."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from typing import TYPE_CHECKING

from shilu.chronicle.entries.dates import dates_told
from shilu.chronicle.entries.days import days
from shilu.chronicle.entries.discrepancies import discrepancies
from shilu.chronicle.entries.fitting import unnamed
from shilu.chronicle.entries.grouping import Group, grouped
from shilu.chronicle.entries.history import are_few, bearing_out, history, status_then
from shilu.chronicle.entries.independence import independent
from shilu.chronicle.entries.likeness import matter
from shilu.chronicle.entries.participants import participants
from shilu.chronicle.entries.place import place_of
from shilu.chronicle.entries.versions import arms, dines, sort_of
from shilu.records import OFF, TO_COME, Entry, Evidence
from shilu.wording import CONSENTS, FROM_AFAR

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shilu.chronicle.entries.days import Days
    from shilu.chronicle.entries.tellings import Telling
    from shilu.knowledge import Authority
    from shilu.records import Status

_UNSURE: tuple[Status, ...] = ("proposed", "expected", *OFF)
_DAY = len("2024-02-16")
_AGREED = 3
_FAR_MORE = 3
"""Times as many sources that call for a deed or deny it, at any time, as tell it as done."""


def entries(tellings: Iterable[Telling], authority: Authority) -> list[Entry]:
    """The chronicle of these tellings, by date; undated entries last."""
    made = [entry_of(group, authority) for group in grouped(tellings)]
    return sorted(made, key=lambda entry: (entry.date is None, entry.date or entry.first, entry.id))


def entry_of(group: Group, authority: Authority) -> Entry:
    """The entry of a group of tellings."""
    told = sorted(group.tellings, key=lambda t: (t.source.order, t.key))
    believed = _believed(told)
    dates = dates_told(believed)
    best = days(dates[0].value) if dates else None
    status = _status(believed, best)
    if status == "planned" and _has_the_day_of_consent(believed):
        dates = ()
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
        place=None if form in FROM_AFAR else place_of(told, authority),
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
    # Of leaders who meet on no known day each article tells one by itself, several on one day.
    day = (
        str(group.span.first)
        if group.span
        else f"{centre.event.date} {centre.source.published} {centre.source.article}"
    )
    sides = (",".join(sorted(side)) for side in centre.sides)
    session, undone, office = sort_of(centre)
    sort = f"{session:d}{undone:d}{office or ''}" if unnamed(centre.actors) else ""
    off = f"off {centre.event.form}" if centre.status in OFF else "dines" if dines(centre) else ""
    heavy, place = arms(centre)
    armed = f"heavy {heavy} {place}" if heavy or place else ""
    text = "|".join((centre.event.type, centre.block, centre.kind, *sides, day, matter(centre), sort, f"{off}{armed}"))
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


def _is_agreed_on(to_come: list[Telling], done: list[Telling]) -> bool:
    """Whether three articles and twice as many as tell it as done tell that it was agreed on: 同意制裁, 制裁了."""
    agreed = {t.source.article for t in to_come if t.event.status_by in CONSENTS}
    return len(agreed) >= _AGREED and len(agreed) >= 2 * len({t.source.article for t in done})


def _has_the_day_of_consent(told: list[Telling]) -> bool:
    """Whether most that tell of an act to come give but the day on which it was agreed on: 17日同意|制裁."""
    agreed = sum(t.event.status_by in CONSENTS for t in told)
    return told[0].event.type != "CONSULT" and 2 * agreed >= len(told)


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
    outnumbered = are_few(done, [t for t in to_come if t.source.published >= since]) or _is_agreed_on(to_come, done)
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
