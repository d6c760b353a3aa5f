"""Which tellings are of one deed.

Groups are stars: the most told version of a deed, dated to the day, is the centre; less told, vaguer or undated
versions join the one centre they fit best, and never pull two centres together. Chains of near-matches, where A fits
B and B fits C, are the classic fault of merging by links; stars do not have it. Everything is sorted by what it is, so
the order in which tellings come plays no part.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from shilu.chronicle.entries.days import Days
    from shilu.chronicle.entries.tellings import Telling

ZONE = 1
"""Days that two reports of one deed may differ by, for time zones alone."""
PRECISE = 4
"""A span no longer than this dates a deed; a longer one only bounds it."""
_NEAR_PAST = 10
"""Days between an undated report and the deed it speaks of in passing."""
_NEAR_FUTURE = 45
_SAME = 6
"""Days within which undated reports of the same parties are one."""


class Group(NamedTuple):
    """Tellings of one deed, the centre's first."""

    tellings: tuple[Telling, ...]
    span: Days | None


class _Star:
    """A centre and what has joined it."""

    def __init__(self, tellings: list[Telling]) -> None:
        self.tellings = tellings
        self.parties = frozenset().union(*(t.parties for t in tellings[:1]))
        self.countries = dict(pair for t in tellings for pair in t.countries)
        spans = [t.days for t in tellings if t.days is not None]
        self.span = _majority(spans) if spans else None

    @property
    def weight(self) -> tuple[int, int]:
        """How widely it is told: origins, then tellings."""
        return len({t.source.origin for t in self.tellings}), len(self.tellings)


def grouped(tellings: Iterable[Telling]) -> list[Group]:
    """The tellings as groups, each telling in one."""
    families: dict[str, list[Telling]] = defaultdict(list)
    for telling in sorted(tellings, key=lambda t: t.key):
        families[telling.family].append(telling)
    return [group for family in sorted(families) for group in _family(families[family])]


def _family(tellings: list[Telling]) -> Iterator[Group]:
    dated = [t for t in tellings if t.days is not None and t.days.length <= PRECISE]
    vague = [t for t in tellings if t.days is None or t.days.length > PRECISE]
    centres = _absorbed(_seeds(dated))
    index = _index(centres)
    alone = []
    for telling in vague:
        best = _best(telling, _candidates(telling, index))
        if best is None:
            alone.append(telling)
        else:
            best.tellings.append(telling)
    for star in (*centres, *_undated(alone)):
        yield Group(tuple(star.tellings), star.span)


def _seeds(dated: list[Telling]) -> list[_Star]:
    """Tellings of the same parties on the same days (give or take a time zone)."""
    same: dict[frozenset[str], list[Telling]] = defaultdict(list)
    for telling in dated:
        same[telling.parties].append(telling)
    stars = []
    for told in same.values():
        told.sort(key=lambda t: (t.days, t.key))
        run: list[Telling] = []
        for telling in told:
            if run and not _within(run, telling):
                stars.append(_Star(run))
                run = []
            run.append(telling)
        stars.append(_Star(run))
    return stars


def _within(run: list[Telling], telling: Telling) -> bool:
    first = run[0].days
    return first is not None and telling.days is not None and telling.days.touches(first, ZONE)


def _absorbed(stars: list[_Star]) -> list[_Star]:
    """Fuller and more told stars take in those that fit them in parties and days."""
    stars.sort(key=lambda s: (-s.weight[0], -s.weight[1], -len(s.parties), s.tellings[0].key))
    kept: list[_Star] = []
    index: dict[str, list[_Star]] = defaultdict(list)
    for star in stars:
        near = {id(k): k for name in _handles(star.parties, star.countries) for k in index[name]}
        fitting = [k for k in near.values() if _fits(star, k)]
        if fitting:
            best = min(fitting, key=lambda k: (_days_apart(k, star), k.tellings[0].key))
            best.tellings += star.tellings
            best.countries.update(star.countries)
            if len(star.parties) > len(best.parties) and best.parties < star.parties:
                best.parties = star.parties
        else:
            kept.append(star)
            for name in _handles(star.parties, star.countries):
                index[name].append(star)
    return kept


def _fits(small: _Star, large: _Star) -> bool:
    if small.span is None or large.span is None or not large.span.touches(small.span, ZONE):
        return False
    return compatible(small.parties, large.parties, {**small.countries, **large.countries})


def _days_apart(left: _Star, right: _Star) -> int:
    return abs((left.span.first - right.span.first).days) if left.span and right.span else 0


def compatible(left: frozenset[str], right: frozenset[str], countries: dict[str, str]) -> bool:
    """Whether two sets of parties may be of one deed: one within the other, states standing for their own people.

    Who is named on neither side's account must not contradict: two different people of one country are two deeds,
    unless the other people are the same.
    """
    small, large = (left, right) if len(left) <= len(right) else (right, left)
    shared = small & large
    rest = small - shared
    others = large - shared
    for party in rest:
        country = countries.get(party)
        same = [o for o in others if country is not None and countries.get(o) == country]
        if not any(_is_state(party) or _is_state(o) for o in same):
            return False
    if shared:
        return len(shared) + len(rest) >= 2 or len(small) == len(large)
    return len({countries.get(p) for p in rest}) >= 2


def _is_state(party: str) -> bool:
    return party.startswith(("l.", "o."))


def _handles(parties: frozenset[str], countries: dict[str, str]) -> set[str]:
    """What a star can be found by: its parties and their countries."""
    return set(parties) | {country for party in parties if (country := countries.get(party))}


def _index(stars: list[_Star]) -> dict[str, list[_Star]]:
    index: dict[str, list[_Star]] = defaultdict(list)
    for star in stars:
        for name in _handles(star.parties, star.countries):
            index[name].append(star)
    return index


def _candidates(telling: Telling, index: dict[str, list[_Star]]) -> list[_Star]:
    countries = dict(telling.countries)
    near = {id(star): star for name in _handles(telling.parties, countries) for star in index.get(name, ())}
    return [s for s in near.values() if compatible(telling.parties, s.parties, {**s.countries, **countries})]


def _best(telling: Telling, stars: list[_Star]) -> _Star | None:
    """The centre a vague or undated telling speaks of: within its span, nearest to its day of publication."""
    day = dt.date.fromisoformat(telling.source.published)
    reachable = [(abs(_offset(s, day)), s) for s in stars if s.span is not None and _reaches(telling, s, day)]
    return min(reachable, key=lambda pair: (pair[0], pair[1].tellings[0].key))[1] if reachable else None


def _reaches(telling: Telling, star: _Star, day: dt.date) -> bool:
    if star.span is None:
        return False
    if telling.days is not None:
        return telling.days.touches(star.span, 0)
    if telling.event.date is not None:  # a year alone
        return telling.event.date[:4] == star.span.first.isoformat()[:4] and abs(_offset(star, day)) <= _NEAR_FUTURE
    ahead = telling.event.status in ("planned", "expected", "proposed")
    return -1 <= _offset(star, day) <= _NEAR_FUTURE if ahead else -_NEAR_PAST <= _offset(star, day) <= 1


def _offset(star: _Star, day: dt.date) -> int:
    """Days from the day of publication to the deed; negative where it lies behind."""
    if star.span is None:
        return 0
    if star.span.first <= day <= star.span.last:
        return 0
    return (star.span.first - day).days if star.span.first > day else (star.span.last - day).days


def _undated(tellings: list[Telling]) -> list[_Star]:
    """What no dated telling speaks of: the same parties, the same vague date or reports close together."""
    same: dict[tuple[frozenset[str], str], list[Telling]] = defaultdict(list)
    for telling in tellings:
        same[telling.parties, telling.event.date or ""].append(telling)
    stars = []
    for (_, date), told in same.items():
        told.sort(key=lambda t: (t.source.published, t.key))
        run: list[Telling] = []
        for telling in told:
            if run and not date and _apart(run[-1], telling) > _SAME:
                stars.append(_Star(run))
                run = []
            run.append(telling)
        stars.append(_Star(run))
    return stars


def _apart(left: Telling, right: Telling) -> int:
    return (dt.date.fromisoformat(right.source.published) - dt.date.fromisoformat(left.source.published)).days


def _majority(spans: list[Days]) -> Days:
    """The span most tellings give; the earliest of those that are given as often."""
    return min(set(spans), key=lambda span: (-spans.count(span), span.length, span))
