"""Which tellings are of one deed.

Groups are stars: one version of a deed, dated and as named by the most sources, is the centre; other versions, vaguer
or undated ones join the one centre they fit best, and never pull two centres together. Chains of near-matches, where A
fits B and B fits C, are the classic fault of merging by links; stars do not have it. What a version can join is decided
by the centres before it alone, and everything is sorted by what it is: the order in which tellings come plays no part.

Tellings of different blocks (:attr:`Telling.block`) are never one deed, so each block is grouped by itself, and only
blocks that something new is told of need be grouped again.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from shilu.chronicle.entries.fitting import unnamed
from shilu.chronicle.entries.joining import cost, rank, slack
from shilu.chronicle.entries.likeness import alike, matter
from shilu.chronicle.entries.meaning import is_of_other_times, meant
from shilu.chronicle.entries.slips import corrected
from shilu.chronicle.entries.vague import window
from shilu.chronicle.entries.versions import ByDay, Version, arms, dines, mark_couples, sort_of
from shilu.records import OFF

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from shilu.chronicle.entries.days import Days
    from shilu.chronicle.entries.tellings import Telling

_SAME = 6
"""Days within which undated reports of the same parties are one."""

_PEOPLE = frozenset({"official", "former", "other"})


class Group(NamedTuple):
    """Tellings of one deed, the centre's first."""

    tellings: tuple[Telling, ...]
    span: Days | None


def grouped(tellings: Iterable[Telling]) -> Iterator[Group]:
    """The tellings as groups, each telling in one; those too vague to be any deed's are left out."""
    blocks: dict[str, list[Telling]] = defaultdict(list)
    for telling in sorted(tellings, key=lambda t: t.key):
        blocks[telling.block].append(telling)
    for block in sorted(blocks):
        yield from _groups(corrected(blocks[block]))


def _groups(tellings: list[Telling]) -> Iterator[Group]:
    centres = _centres([t for t in tellings if t.days is not None and t.days.is_precise])
    by_day = ByDay(centres)
    alone = []
    vague = [t for t in tellings if t.days is None or not t.days.is_precise]
    # Who tells the month bears the deed out for those who give no date at all.
    for some in ([t for t in vague if not t.is_undated], [t for t in vague if t.is_undated]):
        joined = [(telling, _best(telling, by_day)) for telling in some]
        for telling, best in joined:
            if best is None:
                alone.append(telling)
            else:
                best.join(telling)
    for centre in centres:
        yield Group(tuple(centre.tellings), centre.span)
    for told in _undated(alone):
        yield Group(tuple(told), None)


def _centres(dated: list[Telling]) -> list[Version]:
    """The versions that others join, with those that do."""
    same: dict[tuple[object, ...], list[Telling]] = defaultdict(list)
    for telling in dated:
        sort = sort_of(telling) if unnamed(telling.actors) else None
        denied = telling.event.form if telling.status in OFF else None
        told_so = (matter(telling), sort, denied, dines(telling), *arms(telling))
        same[(*telling.sides, telling.days, telling.kind, *told_so)].append(telling)
    versions = [Version(told) for told in same.values()]
    mark_couples(versions)
    by_day = ByDay(versions)
    for version in versions:
        near = by_day.near(version.span, slack(version))
        bearing = [other for other in near if _within(other, version)]
        version.support = len({origin for other in bearing for origin in other.origins})
        version.on_day = len({origin for other in bearing if other.span == version.span for origin in other.origins})
    centres: list[Version] = []
    kept = ByDay()
    for version in sorted(versions, key=lambda v: v.order):
        near = kept.near(version.span, slack(version))
        fitting = [(parties, centre) for centre in near if (parties := cost(version, centre)) is not None]
        if fitting:
            min(fitting, key=lambda pair: rank(version, *pair))[1].take(version)
        else:
            centres.append(version)
            kept.add(version)
    return centres


def _within(small: Version, large: Version) -> bool:
    inside = all(left <= right for left, right in zip(small.sides, large.sides, strict=True))
    return inside and alike(small.own, large.own)


def _best(telling: Telling, centres: ByDay) -> Version | None:
    """The centre a vague or undated telling speaks of.

    中美会谈 of a time with many such deeds is not the one that a single source dates.
    """
    version = Version([telling])
    near = centres.near(window(telling), 0)
    version.couple = any(centre.couple and centre.sides == version.sides for centre in near)
    found = [(how, centre) for centre in near if (how := meant(telling, version, centre)) is not None]
    if not found:
        return None
    best = min(found, key=lambda pair: pair[0])[1]
    lone = len(best.origins) == 1 and telling.source.article not in best.articles
    if version.unnamed and lone and sum(cost(version, centre) is not None for centre in near) > 1:
        return None
    return best


def _undated(tellings: list[Telling]) -> Iterator[list[Telling]]:
    """What no dated telling speaks of: the same parties, the same vague date or reports close together.

    Of an encounter all must be named: between states or with one (双方将继续对话), and of one body, no deed without a
    day can be told from another; nor can those of somebody out of office, or of leaders. A visit has visitors by name,
    or of a body of states (世卫专家组).
    """
    same: dict[tuple[object, ...], list[Telling]] = defaultdict(list)
    for telling in tellings:
        if _by_name(telling):
            alone = telling.source.article if _is_known_to_all(telling) else ""
            same[(*telling.sides, telling.date or "", telling.kind == "call", alone)].append(telling)
    for told in (part for whole in same.values() for part in _parted(whole)):
        run: list[Telling] = []
        for telling in sorted(told, key=lambda t: (t.source.published, t.key)):
            if run and telling.is_undated and _apart(run[-1], telling) > _SAME:
                yield run
                run = []
            run.append(telling)
        yield run


def _parted(told: list[Telling]) -> Iterator[list[Telling]]:
    """The tellings without those of what an article says was not held beside something else that was."""
    held: dict[str, set[object]] = defaultdict(set)
    for telling in told:
        if telling.status == "happened":
            held[telling.source.article].add(telling.event.form)

    def is_apart(telling: Telling) -> bool:
        forms = held.get(telling.source.article)
        return telling.status in OFF and forms is not None and telling.event.form not in forms

    for part in ([t for t in told if not is_apart(t)], [t for t in told if is_apart(t)]):
        if part:
            yield part


def _is_known_to_all(telling: Telling) -> bool:
    """Whether leaders are told to have met: had they, all would date it, and what several tell so is not one thing."""
    done = telling.status == "happened" and telling.kind in ("meet", "talks")
    return done and all(one.leads for one in telling.actors)


def _by_name(telling: Telling) -> bool:
    if telling.kind == "visit":
        if telling.status == "proposed":  # 要求世卫派专家来华 was said time and again
            return any(one.standing in _PEOPLE for one in telling.actors)
        return any(not one.is_government for one in telling.actors)
    people = any(one.standing in _PEOPLE for one in telling.actors)
    people = people and not is_of_other_times(telling)
    return people and len(telling.actors) > 1 and not unnamed(telling.actors)


def _apart(left: Telling, right: Telling) -> int:
    return (dt.date.fromisoformat(right.source.published) - dt.date.fromisoformat(left.source.published)).days
