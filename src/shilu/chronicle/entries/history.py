"""How the status of a deed was told over time, and which accounts bear out what came of it."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import TYPE_CHECKING

from shilu.chronicle.entries.discrepancies import LONE
from shilu.records import OFF, TO_COME, StatusAt
from shilu.text.script import fold
from shilu.wording import PUT_OFF

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from shilu.chronicle.entries.days import Days
    from shilu.chronicle.entries.tellings import Telling
    from shilu.records import Status

_AHEAD = 2
"""Outlets that must tell a deed as to come after others told it as done, before the hour of the reports decides."""

_SURER = 2
"""How much more a report tells on its day that has words for what is to come, than one that only names the day."""


def bearing_out(told: list[Telling], span: Days | None, status: Status) -> list[Telling]:
    """The accounts of which the history is made; ``span`` are the days of the deed, ``status`` what came of it."""
    return _done(told, span) if status == "happened" else _undone(told, status)


def status_then(telling: Telling, borne_out: Container[tuple[str, ...]], status: Status) -> Status:
    """The status as an account had it: what is told as done long before its day was still to come."""
    early = status == "happened" == telling.status and telling.key not in borne_out
    return "planned" if early else telling.status


def history(told: Iterable[Telling]) -> tuple[StatusAt, ...]:
    """How the status was told over time: each change with the article that first told it.

    Of one day plans come first; that others still speak of a plan when the deed is done, or are less sure of what is
    planned, is no change.
    """
    found: list[StatusAt] = []
    for telling in sorted(told, key=lambda t: (t.source.published, t.status not in TO_COME, t.source.order)):
        status, seen = telling.status, {at.status for at in found}
        if status in seen or (status in TO_COME and _is_known(status, seen)):
            continue
        found.append(StatusAt(status, telling.source.published, telling.source.outlet, telling.source.article))
    return tuple(found)


def _is_known(status: Status, seen: Container[Status]) -> bool:
    """Whether what is to come is told as done, or as surer, before."""
    return "happened" in seen or any(surer in seen for surer in TO_COME[: TO_COME.index(status)])


def are_few(some: list[Telling], many: list[Telling]) -> bool:
    """Whether so few articles tell it, of half as many outlets at most, that it is a slip."""
    few, all_ = ({t.source.article for t in told} for told in (some, many))
    outlets, others = ({t.source.outlet for t in told} for told in (some, many))
    return len(few) * LONE <= len(all_) and len(outlets) * 2 <= len(others)


def _done(told: list[Telling], span: Days | None) -> list[Telling]:
    """The accounts of what happened.

    What is told as done before its day was read so, and so is what few tell on the eve, which is the day elsewhere, or
    in the hours in which others tell it as to come; that few deny or call off what many tell as done is a slip.
    """
    held = [t for t in told if t.status == "happened"]
    slips = {status for status in OFF if are_few([t for t in told if t.status == status], held)}
    done = sorted(t.source.published for t in held)
    early = str(span.first - dt.timedelta(1)) if span else ""
    on_the_eve = done.count(early)
    first = str(span.first) if span and on_the_eve * LONE <= len(done) else early
    since = min([published for published in done if published >= first] or done, default="")
    since = max(since, _turn(told, span) if span else "")
    return [t for t in told if t.status not in slips and (t.status != "happened" or t.source.order >= since)]


def _turn(told: list[Telling], span: Days) -> str:
    """The hour from which on reports tell a deed as done; "" where none parts them.

    Talks of the 18th in Alaska began on the 19th of Beijing; 18日举行会谈, printed on the 18th, is read as done.
    The hour is the one with the fewest reports that tell it as done before it, and as to come behind it.
    """
    eve, morrow = str(span.first - dt.timedelta(1)), str(span.last + dt.timedelta(1))
    timed = sorted(
        (t.source.at, t.status == "happened", t.source.outlet)
        for t in told
        if t.source.at and t.days is not None and t.days.is_precise and t.days.first == span.first
        if eve <= t.source.published <= morrow and t.status not in OFF
    )
    first = next((at for at, done, _ in timed if done), "")
    if len({outlet for at, done, outlet in timed if at > first and not done}) < _AHEAD:
        return ""
    wrong = _SURER * sum(not done for _, done, _ in timed)  # with the hour before them all
    least, turn = wrong, ""
    for (_, done, _), (at, _, _) in pairwise(timed):
        wrong += 1 if done else -_SURER
        if wrong < least:
            least, turn = wrong, at
    return turn


def _undone(told: list[Telling], status: Status) -> list[Telling]:
    """The accounts of what did not happen: those that tell it as done speak of another time, or are not believed.

    Nor is what is put off, and still to come, called off.
    """
    return [t for t in told if t.status != "happened" and not (status in TO_COME and _is_put_off(t))]


def _is_put_off(telling: Telling) -> bool:
    return telling.status == "cancelled" and PUT_OFF.search(fold(telling.event.status_by)) is not None
