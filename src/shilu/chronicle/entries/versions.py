"""Versions of a deed: tellings that name the same parties on the same days."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from typing import TYPE_CHECKING

from shilu.chronicle.entries.days import ZONE
from shilu.chronicle.entries.fitting import unnamed
from shilu.chronicle.entries.likeness import COPIED, pairs
from shilu.chronicle.entries.tellings import MANY, SANCTION
from shilu.records import OFF
from shilu.text.script import fold
from shilu.wording import GATHERINGS, SUMMONS, one_office

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shilu.chronicle.entries.days import Days
    from shilu.chronicle.entries.tellings import Telling

_SIDES = 2
SOME = 2
"""Sources that bear out what one alone may have misread."""
LEADERS = re.compile(r"首脑|元首|领导人|领袖|峰会|总统|首相|总理|主席")
"""In the words of what leaders hold, not their ministers or officials."""
HEAVY = "heavy-weapons"
"""The mode of raids from the air and shells, which are other deeds than shots at a crowd."""
_BANQUETS = frozenset({"宴请", "宴请了", "设宴", "设宴款待"})
_TWO_AND_TWO = re.compile(r"[2２二] ?[+＋加] ?[2２二]")
"""Talks of the ministers of two offices on either side."""


def sort_of(telling: Telling) -> tuple[bool, bool, int]:
    """Whether it tells a session, whether one that was called off, and ministers of which one office meet.

    Of states alone these are other deeds.
    """
    return telling.event.form == "multilateral", telling.status in OFF, one_office(fold(telling.words))


def dines(telling: Telling) -> bool:
    """Whether it tells a banquet, which may be held elsewhere on the day of talks."""
    return telling.event.word in _BANQUETS


def arms(telling: Telling) -> tuple[bool, str]:
    """Of violence whether it came from the air or guns afar, and the town: shots in two towns are two deeds."""
    violent = telling.event.type == "ASSAULT"
    one_town = violent and telling.town and "等地" not in telling.words  # 在仰光、曼德勒等地开枪
    return (violent and telling.event.mode == HEAVY, telling.town[0] if one_town else "")


class Version:
    """Tellings that name the same parties on the same days; a centre takes in others."""

    def __init__(self, tellings: list[Telling]) -> None:
        first = tellings[0]
        self.own = tellings
        self.tellings = list(tellings)
        self.kind = first.kind
        self.many = first.block == MANY
        sits = any(one.standing == "union" for one in first.actors)
        self.gathering = self.many and (sits or any(t.event.form in GATHERINGS for t in tellings))
        self.actors, self.recipients = first.actors, first.recipients
        self.sides = first.sides
        # Where one goes is a state in any account.
        told_of = self.actors if self.kind == "visit" else (*self.actors, *self.recipients)
        self.unnamed = unnamed(told_of)
        self.of_states = self.unnamed == len({one.side for one in told_of})
        self.span = first.days
        # Of a visit the state visited is a side, too, so that visits are never nameless.
        self.nameless = self.unnamed == len({one.side for one in (*self.actors, *self.recipients)})
        self.happened = any(t.status == "happened" for t in tellings)
        self.is_denied = all(t.status == "denied" for t in tellings)
        self.told_first = min(t.source.published for t in tellings)
        self.sort = sort_of(first)
        people = [one for one in self.actors if not one.is_government]
        self.of_leaders = self.kind in ("meet", "talks") and bool(people) and all(one.leads for one in people)
        self.forms = {t.event.form for t in tellings}
        self.pairs = any(_TWO_AND_TWO.search(t.event.text) for t in tellings)
        self.dines = all(map(dines, tellings))
        self.summons = any(t.event.word in SUMMONS for t in tellings)
        self.support = self.on_day = 0
        self.couple = False
        # What grows with every version taken in:
        self.reach = self.span
        self.articles = {t.source.article for t in tellings}
        self.origins = _origins(tellings)
        self.towns = {t.town for t in tellings if t.town}
        self.matter = frozenset(state for t in tellings for state in t.matter)
        self.as_states = self.of_states

    def take(self, other: Version) -> None:
        """Take in another version of the deed; where many gather it may name more of them, but for a slip of one."""
        self.tellings += other.own
        self.articles |= other.articles
        self.origins |= other.origins
        self.towns |= other.towns
        self.as_states |= other.of_states
        if self.reach and other.span:
            self.reach = self.reach.with_(other.span)
        if self.gathering and other.gathering:
            body = any(one.standing == "union" for one in self.actors)
            if len(other.origins) > 1 or (body and len(self.states) < _SIDES):
                known = {one.id for one in self.actors}
                more = (one for one in other.actors if one.id not in known)
                self.actors += tuple(one for one in more if not (body and one.standing == "union"))

    def join(self, telling: Telling) -> None:
        """Take in a telling of a month or of no date."""
        self.tellings.append(telling)
        self.origins.add(telling.source.origin)

    def touches(self, other: Version, slack: int = ZONE) -> bool:
        """Whether the days of both are known, and no more than ``slack`` days lie between them."""
        return self.span is not None and other.span is not None and self.span.touches(other.span, slack)

    @property
    def states(self) -> frozenset[str]:
        """The states that take part, and those who belong to none; bodies of states stand for others."""
        return frozenset(one.side for one in self.actors if one.standing != "union")

    @property
    def is_body_alone(self) -> bool:
        """Whether nobody is named but bodies of states, which sit time and again."""
        return self.many and (len(self.actors) == 1 or all(one.standing == "union" for one in self.actors))

    @property
    def is_of_two(self) -> bool:
        """Whether it tells an encounter of two people of two states and of nobody else."""
        by_name = not any(one.is_government for one in self.actors)
        return self.kind in ("meet", "talks") and by_name and len(self.actors) == len(self.states) == _SIDES

    @property
    def order(self) -> tuple[int, int, int, int, int, tuple[str, ...]]:
        """Which may be a centre first: people before states, told by two before told by one, then the widest told.

        Sanctions are those of a state, whoever announces them and whoever is on the list.
        """
        named = sum(map(len, self.sides))
        if self.kind == SANCTION:
            return (0, -len(self.origins), -self.support, -len(self.own), -named, self.own[0].key)
        sources = min(len(_origins(self.own)), 2)
        return (self.unnamed, -sources, -self.support, -len(self.own), -named, self.own[0].key)


def mark_couples(versions: Iterable[Version]) -> None:
    """Mark the versions in which two ministers met each other before, or after, they met with two more.

    They do where two sources tell of the one couple, two of the other, on one day, and nobody of any other couple among
    the four: 外长会谈 and 防长会谈 are not 二加二. Where four talk together, some name these two of them, some those.
    """
    told: dict[frozenset[str], list[Version]] = defaultdict(list)
    fours: set[frozenset[str]] = set()
    for version in versions:
        if version.is_of_two and version.span is not None:
            told[version.sides[0]].append(version)
        elif len(version.sides[0]) == 2 * _SIDES:
            fours.add(version.sides[0])
    for these, others in itertools.combinations(told.values(), 2):
        four = these[0].sides[0] | others[0].sides[0]
        crossed = sum(couple <= four for couple in told) > _SIDES
        if four not in fours or crossed:
            continue
        for left, right in ((these, others), (others, these)):
            for one in left:
                one.couple |= _are_told(left, one) and _are_told(right, one)


def _are_told(couple: Iterable[Version], day: Version) -> bool:
    """Whether two sources tell of a couple for the day that another version tells."""
    return len({origin for one in couple if one.touches(day) for origin in one.origins}) >= SOME


def _origins(tellings: Iterable[Telling]) -> set[str]:
    """Who reports; those who print the same words are one."""
    first: dict[frozenset[str] | str, str] = {}
    for telling in tellings:
        words = pairs(telling.words)
        first.setdefault(words if len(words) >= COPIED else telling.source.origin, telling.source.origin)
    return set(first.values())


class ByDay:
    """Versions by the days they reach to."""

    def __init__(self, versions: Iterable[Version] = ()) -> None:
        self._by_day: dict[int, list[Version]] = defaultdict(list)
        for version in versions:
            self.add(version)

    def add(self, version: Version) -> None:
        """Add one; days that it reaches to later on are not seen."""
        for day in _ordinals(version.reach, 0):
            self._by_day[day].append(version)

    def near(self, span: Days | None, slack: int) -> list[Version]:
        """Those that reach into a span or lie no more than ``slack`` days off it, each once."""
        found = {id(one): one for day in _ordinals(span, slack) for one in self._by_day.get(day, ())}
        return list(found.values())


def _ordinals(span: Days | None, slack: int) -> range:
    return range(span.first.toordinal() - slack, span.last.toordinal() + slack + 1) if span else range(0)
