"""Who is who: people, offices, organisations and places, by id, by name, by title and by time."""

from __future__ import annotations

import functools
from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import msgspec

from shilu.errors import NotFound
from shilu.knowledge.loader import DATA, Tables, cache_folder, load
from shilu.knowledge.matcher import Match, Matcher
from shilu.knowledge.naming import Candidate, key, names, unaccented
from shilu.knowledge.schema import Compound, Office, Org, Person, Place, Tenure

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_LAST_LATIN = "\u024f"
"""Of the letters with accents."""
AnyEntry: TypeAlias = Person | Office | Org | Place | Compound


@functools.cache
def authority() -> Authority:
    """The authority that comes with shilu; read once in a process."""
    return Authority(load(DATA, cache=cache_folder()))


def authority_from(folder: Path) -> Authority:
    """An authority from a data folder of one's own, in the same form."""
    return Authority(load(folder))


class Taught(NamedTuple):
    """People whom articles taught, and which state of what was learned they are of."""

    state: str | None = None
    people: tuple[Person, ...] = ()
    roles: Mapping[str, frozenset[str]] = MappingProxyType({})
    """Telling pairs of characters of each one's roles, in simplified script."""


class Authority:
    """The tables with the ways to look things up. Dates are ISO of any precision; names may be in any script."""

    def __init__(self, tables: Tables, taught: Taught | None = None) -> None:
        self.tables = tables
        self.taught = taught or Taught()
        """Whom articles taught, beside the entries of the data files."""
        self.people: dict[str, Person] = {person.id: person for person in tables.people}
        self.offices: dict[str, Office] = {office.id: office for office in tables.offices}
        self.orgs: dict[str, Org] = {org.id: org for org in tables.orgs}
        self.places: dict[str, Place] = {place.id: place for place in tables.places}
        self.compounds: dict[str, Compound] = {compound.id: compound for compound in tables.compounds}

    def with_taught(self, taught: Taught) -> Authority:
        """This authority with people whom articles taught; names that it has itself stay what they are in it."""
        people = [
            (person, self._free(person.short), self._free((person.name, *person.also, *person.latin)))
            for person in taught.people
        ]
        added = tuple(
            msgspec.structs.replace(
                person,
                name=full[0],
                also=tuple(name for name in full[1:] if not name.isascii()),
                latin=tuple(name for name in full[1:] if name.isascii()),
                short=short,
            )
            for person, short, full in people
            if full
        )
        tables = msgspec.structs.replace(self.tables, people=(*self.tables.people, *added))
        return Authority(tables, taught._replace(people=added))

    def _free(self, names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name for name in names if not self.lookup(name))

    def entry(self, ident: str) -> AnyEntry:
        """The entry of that id."""
        for table in (self.people, self.orgs, self.places, self.offices, self.compounds):
            if ident in table:
                return table[ident]
        raise NotFound(f"The authority has no entry {ident!r}.")

    def names_of(self, ident: str) -> tuple[str, ...]:
        """All names of an entry, the fullest Chinese one first; of an office its titles."""
        entry = self.entry(ident)
        if isinstance(entry, Office):
            return entry.titles
        if isinstance(entry, Compound):
            return (entry.name, *entry.also)
        short = entry.short if isinstance(entry, Person) else ()
        return tuple(dict.fromkeys((entry.name, *short, *entry.also, *entry.latin)))

    def lookup(self, name: str) -> tuple[Candidate, ...]:
        """All that a name may stand for, whatever its script and accents; empty where it is not known."""
        known = self._names.get(key(name), ())
        if known or name.isascii() or name[0] > _LAST_LATIN:
            return known
        return self._names.get(unaccented(key(name)), ())  # Mevlüt Cavusoglu for Mevlüt Çavuşoğlu

    def surnamed(self, latin: str) -> tuple[Candidate, ...]:
        """The people whose Latin name ends with this word: Lavrov."""
        return self._surnames.get(unaccented(key(latin.strip())), ())

    def match(self, folded: str) -> list[Match]:
        """The known names in a folded text, from left to right (see :class:`shilu.knowledge.matcher.Matcher`)."""
        return self._matcher.match(folded)

    def holders(self, office: str, day: str) -> tuple[str, ...]:
        """Who held an office on a day (month, year); the latest to come in first. Two on the day it changes hands."""
        tenures = [(tenure, person) for tenure, person in self._tenures.get(office, ()) if tenure.covers(day)]
        return tuple(dict.fromkeys(person for _, person in tenures))

    def holder(self, office: str, day: str) -> str | None:
        """The one who held an office on a day, None where nobody or more than one did."""
        found = self.holders(office, day)
        return found[0] if len(found) == 1 else None

    def offices_of(self, person: str, day: str | None = None) -> tuple[Tenure, ...]:
        """The offices of a person, on a day or ever; the latest first."""
        entry = self.people.get(person)
        held = () if entry is None else entry.offices
        return tuple(sorted((t for t in held if day is None or t.covers(day)), key=_since, reverse=True))

    def offices_titled(self, title: str, of: str | None = None) -> tuple[str, ...]:
        """The offices that bear a title, of one country or body (``US``, ``o.nato``) or of all."""
        return tuple(
            candidate.id
            for candidate in self.lookup(title)
            if candidate.kind == "office" and (of is None or self.offices[candidate.id].of == of)
        )

    def offices_of_kind(self, kind: str, of: str) -> tuple[str, ...]:
        """The offices of one kind in a country or body: ``foreign-minister`` of ``JP``."""
        return self._kinds.get((of, kind), ())

    def bearers(self, title: str, of: str, day: str) -> tuple[str, ...]:
        """Who bore a title of a country or body on a day: 国务卿 of ``US`` on 2024-02-16 is 布林肯."""
        found = [person for office in self.offices_titled(title, of) for person in self.holders(office, day)]
        return tuple(dict.fromkeys(found))

    def country(self, code: str) -> str | None:
        """The id of the country with an ISO code."""
        return self._countries.get(code)

    @functools.cached_property
    def _names(self) -> dict[str, tuple[Candidate, ...]]:
        return names(self.tables)

    @functools.cached_property
    def _surnames(self) -> dict[str, tuple[Candidate, ...]]:
        found: dict[str, dict[str, Candidate]] = defaultdict(dict)
        for person in self.tables.people:
            for name in person.latin:
                *given, last = unaccented(key(name)).split(" ")
                if given:
                    found[last][person.id] = Candidate(person.id, "person", "latin")
        return {last: tuple(candidates.values()) for last, candidates in found.items()}

    @functools.cached_property
    def _matcher(self) -> Matcher:
        return Matcher(self._names)

    @functools.cached_property
    def _tenures(self) -> dict[str, list[tuple[Tenure, str]]]:
        """Tenures of each office with their people, the latest first."""
        found: dict[str, list[tuple[Tenure, str]]] = defaultdict(list)
        for person in self.tables.people:
            for tenure in person.offices:
                found[tenure.office].append((tenure, person.id))
        return {office: sorted(held, key=lambda pair: _since(pair[0]), reverse=True) for office, held in found.items()}

    @functools.cached_property
    def _kinds(self) -> dict[tuple[str, str], tuple[str, ...]]:
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for office in self.tables.offices:
            found[office.of, office.kind].append(office.id)
        return {where: tuple(ids) for where, ids in found.items()}

    @functools.cached_property
    def _countries(self) -> dict[str, str]:
        return {p.country: p.id for p in self.tables.places if p.kind == "country" and p.country is not None}


def _since(tenure: Tenure) -> str:
    return tenure.since
