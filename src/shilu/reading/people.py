"""The people of an article: which names are one person, what they are called and what they are said to be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from shilu.reading.bearing import about, named_otherwise
from shilu.reading.bylines import bylines
from shilu.reading.lexicon import SURNAMES, TITLES_AFTER
from shilu.reading.mentions import Spot, established, spots
from shilu.reading.owners import Owners
from shilu.reading.roles import Role, end_with_brackets, role_after, role_apposed, role_before, shared_role

if TYPE_CHECKING:
    from shilu.knowledge import Authority
    from shilu.reading.whole import Whole
    from shilu.records import Problem

# 实习老师 is cut 实|习老师 now and then.
_SURNAME_AND_TITLE = re.compile(
    r"((?<![实学练补见复预自])习|(?!习)[\u4e00-\u9fff])(?:前|副|老|故)?(?:"
    + "|".join(sorted(TITLES_AFTER, key=len, reverse=True))
    + "|先生|女士|夫人|氏)"
)

_VAGUE = re.compile(r"(?:国|男|女|本|年轻|老|岁的|.的)人$|记者$|网友$")


class Person(msgspec.Struct):
    """A person of the article in the making."""

    id: str
    latin: list[str]
    spots: list[Spot]
    roles: list[Role]


class People(NamedTuple):
    """The people of an article in the order in which they come up, and who of them stays uncertain."""

    persons: list[Person]
    problems: list[Problem]


def people(whole: Whole, authority: Authority, day: str | None) -> People:
    """The people of the article."""
    masked = bylines(whole)
    names = established(whole, masked, named_otherwise(whole, authority, day))
    where = spots(whole, names, masked)
    roles = _roles(whole, where)
    # A headline shortens what the text says in full, and so do headings: they count as last.
    in_order = sorted(where, key=lambda spot: (bool(whole.headings[spot.start]), spot.start))
    first = {spot.plain: place for place, spot in reversed(list(enumerate(in_order)))}
    owners = Owners(first, _said_of(where, roles), authority, day, about(whole, authority))
    owner = owners.own(name for text, name in names.items() if text in first)
    found: dict[str, Person] = {}
    for spot in where:
        person = found.setdefault(owner[spot.plain], Person(owner[spot.plain], [], [], []))
        person.spots.append(spot)
        if spot.start in roles:
            person.roles.append(roles[spot.start])
        latin = names[spot.plain].latin
        if latin and latin not in person.latin:
            person.latin.append(latin)
    _add_titled(whole, found, where)
    return People(list(found.values()), owners.problems)


def _roles(whole: Whole, where: list[Spot]) -> dict[int, Role]:
    """What is said of each place's person right there."""
    found: dict[int, Role] = {}
    by_end: dict[int, Role] = {}
    for spot in where:
        role = role_before(whole, spot.start) or shared_role(whole, spot.start, by_end)
        if role is not None:
            by_end[spot.end] = by_end[end_with_brackets(whole, spot.end)] = role
        else:
            role = role_after(whole, spot.end) or role_apposed(whole, spot.end)
        if role is not None:
            found[spot.start] = role
    return found


def _said_of(where: list[Spot], roles: dict[int, Role]) -> dict[str, list[str]]:
    said: dict[str, list[str]] = {}
    for spot in where:
        if spot.start in roles:
            said.setdefault(spot.plain, []).append(roles[spot.start].text)
    return said


def _add_titled(whole: Whole, found: dict[str, Person], where: list[Spot]) -> None:
    """Add places such as 蔡总统 to the one person of that surname in the article."""
    by_surname: dict[str, set[str]] = {}
    for person in found.values():
        for spot in person.spots:
            if 2 <= len(spot.plain) <= 4 and spot.plain[0] in SURNAMES:
                by_surname.setdefault(spot.plain[0], set()).add(person.id)
    taken = {spot.start for spot in where}
    # To look behind the surnames alone takes a tenth of the time, and mostly shows that there is nothing to find.
    titled = any(_SURNAME_AND_TITLE.match(whole.plain, at) for one in by_surname for at in whole.occurrences(one))
    for match in _SURNAME_AND_TITLE.finditer(whole.plain) if titled else ():
        bearers = by_surname.get(match[1], set())
        inside = whole.plain[match.start() - 1 : match.start()] in {"驻", "在"}  # 驻华记者
        if len(bearers) == 1 and match.start() in whole.starting and match.start() not in taken and not inside:
            found[next(iter(bearers))].spots.append(Spot(match.start(), match.end(), match[0]))
    for person in found.values():
        person.spots.sort()


def stated_role(person: Person) -> Role | None:
    """The role that says most, the first of those that say as much; what 人 may be is said last of all."""
    return max(person.roles, key=lambda role: (not _VAGUE.search(role.text), len(role.text)), default=None)
