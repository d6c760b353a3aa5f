"""The dates that the tellings of a deed give, the best first."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from shilu.chronicle.entries.days import days
from shilu.chronicle.entries.history import are_few
from shilu.records import TO_COME, DatedBy
from shilu.text.script import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from shilu.chronicle.entries.days import Days
    from shilu.chronicle.entries.tellings import Telling

_PUT_OFF_TO = re.compile(r"(?:推迟|延后|延期|顺延|改)(?:到|至|为|在|于)|(?:已|日期)[^，。]{0,3}定(?:为|在|于)")
"""Words by which what was planned gets another day."""
_SPANNING = 3
"""Outlets that must tell that a deed lasted for days: 18日至19日会谈."""
_STAY = 4
"""Days of a visit that one outlet may tell alone."""
_AROUND = frozenset({"visit", "before"})
"""How a date is found that may only lie around a deed."""
_CAPTION = "caption"
"""… or that the caption of a picture beside it lends."""
_IN_CLAUSE = frozenset({"clause", "said"})
_TOUR = 3
"""Visits told in the same words that make a journey, whose days bound each and date none."""


def dates_told(told: list[Telling]) -> tuple[DatedBy, ...]:
    """The dates given, the best first: days before months, those told as done before plans, by outlets.

    Of days told alike, that which stands in its sentence, then that of an outlet that gives no other. Left out are
    months that hold the best, and what few articles give beside it. Where none is given, those that the articles lend.
    Of a visit the span that holds most days given: arrival, stay and departure are told one by one; so of talks that
    are told to last for days. The days of words that tell several visits, and the stay in which something was to be
    done, come behind those of the one.
    """
    given = _given(told)
    bounds = _tours(given) | _stays(given)
    lasting = _lasting(given, visit=told[0].event.form == "visit") - bounds
    put_off_to = _put_off_to(told)
    wavering = _wavering(given)

    def rank(item: tuple[str, list[Telling]]) -> tuple[bool, bool, bool, float, int, int, bool, int, str]:
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
        outlets = done or {t.source.outlet for t in by}
        waver = outlets <= wavering
        told_by = (-sure, -len(outlets), min(map(_farness, by)), waver, accounts)
        return (value != put_off_to, not precise, value in bounds, *told_by, value)

    ordered = sorted(given.items(), key=rank)
    best = days(ordered[0][0]) if ordered else None
    ordered = [
        (value, by)
        for value, by in ordered
        if by is ordered[0][1] or not (are_few(by, ordered[0][1]) or _is_vaguer(by[0].days, best))
    ]
    return tuple(DatedBy(value, tuple(sorted({t.source.outlet for t in by}))) for value, by in ordered)


def _farness(telling: Telling) -> int:
    """How far from its words the date stands: in their clause, in their sentence, elsewhere."""
    if telling.event.date_by in _IN_CLAUSE:
        return 0
    return 1 if telling.tells_its_day and telling.event.date_by != _CAPTION else 2


def _given(told: list[Telling]) -> dict[str, list[Telling]]:
    """The tellings by their own dates; where none has any, by those that their articles lend."""
    given: dict[str, list[Telling]] = {}
    for telling in told:
        if telling.date and telling.days == days(telling.date):
            given.setdefault(telling.date, []).append(telling)
    if not given:
        for telling in told:
            if telling.lent:
                given.setdefault(telling.lent, []).append(telling)
    return given


def _wavering(given: Mapping[str, list[Telling]]) -> set[str]:
    """The outlets that tell it as done on days of which neither holds the other."""
    told: dict[str, list[Days]] = defaultdict(list)
    for by in given.values():
        for telling in by:
            if telling.status == "happened" and telling.days is not None:
                told[telling.source.outlet].append(telling.days)
    return {
        outlet for outlet, spans in told.items() if any(not a.touches(b, 0) for a in spans for b in spans if a is not b)
    }


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


def _stays(given: dict[str, list[Telling]]) -> set[str]:
    """The spans of a stay in which something was to be done, where others tell the day on which it was."""
    done = [by[0].days for by in given.values() if any(t.status == "happened" for t in by)]

    def is_bound(by: list[Telling]) -> bool:
        span = by[0].days
        held = span is not None and any(
            day is not None and span.holds(day) and day.length < span.length for day in done
        )
        return held and all(_lies_within(t) for t in by)

    return {value for value, by in given.items() if is_bound(by)}


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
