"""The people of an article: which names are one person, what they are called and what they are said to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from shilu.reading.lexicon import DOTS
from shilu.reading.mentions import Name, Spot, established, spots
from shilu.reading.roles import Role, role_after, role_apposed, role_before, shared_role

if TYPE_CHECKING:
    from shilu.knowledge import Authority
    from shilu.reading.whole import Whole


class Person(msgspec.Struct):
    """A person of the article in the making."""

    id: str
    names: list[str]
    latin: list[str]
    spots: list[Spot]
    roles: list[Role]


def people(whole: Whole, authority: Authority) -> list[Person]:
    """The people of the article in the order in which they come up."""
    names = established(whole)
    where = spots(whole, names)
    present = {spot.plain for spot in where}
    owner = _owners({text: name for text, name in names.items() if text in present}, authority)
    found: dict[str, Person] = {}
    for spot in where:
        ident = owner[spot.plain]
        person = found.setdefault(ident, Person(ident, [], [], [], []))
        person.spots.append(spot)
        name = names[spot.plain]
        if name.latin and name.latin not in person.latin:
            person.latin.append(name.latin)
    _add_roles(whole, found, owner, where)
    for person in found.values():
        forms = dict.fromkeys(whole.text[spot.start : spot.end] for spot in person.spots)
        person.names = sorted(forms, key=lambda text: (-len(text), list(forms).index(text)))
    return list(found.values())


def _owners(names: dict[str, Name], authority: Authority) -> dict[str, str]:
    """Which person each name stands for."""
    owner: dict[str, str] = {}
    by_latin: dict[str, str] = {}
    for text in sorted(names, key=len, reverse=True):
        name = names[text]
        ident = name.ids[0] if name.ids else None
        if ident is None and name.latin:
            ident = by_latin.get(name.latin.lower()) or _by_latin(name.latin, authority)
        if ident is None:
            ident = _fuller(text, owner)
        owner[text] = ident or f"x.person.{text}"
        if name.latin:
            by_latin[name.latin.lower()] = owner[text]
    return owner


def _by_latin(latin: str, authority: Authority) -> str | None:
    ids = {c.id for c in authority.lookup(latin) if c.kind == "person"}
    return ids.pop() if len(ids) == 1 else None


def _fuller(text: str, owner: dict[str, str]) -> str | None:
    """The person whose full name with dots has this part."""
    found = {ident for full, ident in owner.items() if text in _parts(full)}
    return found.pop() if len(found) == 1 else None


def _parts(full: str) -> set[str]:
    for dot in DOTS:
        full = full.replace(dot, "·")
    parts = full.split("·")
    if len(parts) == 1:
        return set()
    return {*parts, *("·".join(parts[i:]) for i in range(1, len(parts)))}


def _add_roles(whole: Whole, found: dict[str, Person], owner: dict[str, str], where: list[Spot]) -> None:
    by_end: dict[int, Role] = {}
    for spot in where:
        person = found[owner[spot.plain]]
        role = role_before(whole, spot.start) or shared_role(whole, spot.start, by_end)
        if role is not None:
            by_end[spot.end] = role
        else:
            role = role_after(whole, spot.end) or role_apposed(whole, spot.end)
        if role is not None:
            person.roles.append(role)


def stated_role(person: Person) -> Role | None:
    """The role that says most, the first of those that say as much."""
    return max(person.roles, key=lambda role: len(role.text), default=None)
