"""What is wrong between entries: each may be well-formed by itself and yet point nowhere."""

from __future__ import annotations

import itertools
from collections import defaultdict
from typing import TYPE_CHECKING

from shilu.knowledge.naming import names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shilu.knowledge.loader import Tables
    from shilu.knowledge.schema import Tenure


def faults(tables: Tables) -> list[str]:
    """References to entries that do not exist, and tenures that end before they begin; one line each."""
    return [*_tenures(tables), *_references(tables)]


def shared_names(tables: Tables) -> dict[str, tuple[str, ...]]:
    """The names (folded) that stand for more than one person, with these people's ids."""
    found = {
        name: tuple(candidate.id for candidate in candidates if candidate.kind == "person")
        for name, candidates in names(tables).items()
    }
    return {name: ids for name, ids in found.items() if len(ids) > 1}


def _tenures(tables: Tables) -> Iterator[str]:
    offices = {office.id for office in tables.offices}
    for person in tables.people:
        for tenure in person.offices:
            if tenure.office not in offices:
                yield f"{person.id}: no office {tenure.office!r}"
            if tenure.until is not None and not tenure.covers(tenure.until):
                yield f"{person.id}: {tenure.office} ends {tenure.until}, before it begins {tenure.since}"
        yield from (f"{person.id}: {office} held twice at {day}" for office, day in _overlaps(person.offices))


def _overlaps(tenures: tuple[Tenure, ...]) -> Iterator[tuple[str, str]]:
    """Two tenures of one office that run into each other; on a shared day one may end and the next begin."""
    spans = defaultdict(list)
    for tenure in tenures:
        spans[tenure.office].append(tenure)
    for office, held in spans.items():
        held.sort(key=lambda tenure: tenure.since)
        for earlier, later in itertools.pairwise(held):
            if earlier.until is None or later.since < earlier.until[: len(later.since)]:
                yield office, later.since


def _references(tables: Tables) -> Iterator[str]:
    """References by id or country code that lead nowhere."""
    orgs = {org.id for org in tables.orgs}
    places = {place.id for place in tables.places}
    codes = {place.country for place in tables.places if place.kind == "country"} | {"EU", "UN"}
    for ident, reference, field in _pointers(tables):
        target = orgs if reference.startswith("o.") else places if reference.startswith("l.") else codes
        if reference not in target:
            yield f"{ident}: {field} {reference!r} does not exist"


def _pointers(tables: Tables) -> Iterator[tuple[str, str, str]]:
    """Every reference but that of a tenure: the entry, the id or code it names, and the field."""
    for office in tables.offices:
        yield office.id, office.of, "of"
        if office.body is not None:
            yield office.id, office.body, "body"
    for entry in (*tables.people, *tables.orgs, *tables.places):
        if entry.country is not None:
            yield entry.id, entry.country, "country"
    for org in tables.orgs:
        if org.parent is not None:
            yield org.id, org.parent, "parent"
        yield from ((org.id, member, "members") for member in org.members)
    for place in tables.places:
        if place.within is not None:
            yield place.id, place.within, "within"
    for compound in tables.compounds:
        yield from ((compound.id, joined, "joins") for joined in compound.joins)
