"""The step that names the people, organisations and places of an article and says where each of them stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from shilu.reading.analysis import How, Standing
from shilu.reading.bodies import Bodies
from shilu.reading.compounds import abbreviated
from shilu.reading.lexicon import TITLES_AFTER
from shilu.reading.orgs import Named, organisations
from shilu.reading.people import Person, people, stated_role
from shilu.reading.places import place_names
from shilu.reading.titles import titles_alone
from shilu.reading.units import units
from shilu.reading.whole import Whole
from shilu.records import Entity, EntityKind, Mention

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shilu.knowledge import Authority
    from shilu.reading.analysis import Analysis


_REGION = re.compile(r"(?:地区|区域|海域|沿岸)$")
"""What may stand behind the name of a place: 南中国海|地区."""


class _Group(msgspec.Struct, frozen=True):
    """All places where one entity is named."""

    id: str
    kind: EntityKind
    places: list[tuple[int, int]]
    extra: tuple[str, ...] = ()
    role: str | None = None
    of: str | None = None


def named(analysis: Analysis, authority: Authority) -> Analysis:
    """The analysis with its entities and standings."""
    whole = Whole(analysis)
    persons, problems = people(whole, authority, analysis.day)
    row = units(whole, [spot for person in persons for spot in person.spots], authority)
    bodies = organisations(whole, row, authority)
    taken = _taken(len(whole.plain), [(n.start, n.end) for n in bodies])
    groups = [_person(person, taken) for person in persons]
    groups = [group for group in groups if group.places]
    gathered = Bodies(whole, authority, analysis.article).gather(bodies)
    bodies_of = [_Group(body.id, "org", body.places, tuple(body.extra)) for body in gathered]
    _take(taken, [place for group in groups for place in group.places])
    places_of = _places(whole, place_names(whole, row, taken, authority), authority)
    entities = {g.id: _entity(whole, g) for g in (*groups, *bodies_of, *places_of)}
    standings = [s for g in (*groups, *bodies_of, *places_of) for s in _standings(g, entities[g.id])]
    standings += titles_alone(whole, authority, analysis.day, entities, [p for g in groups for p in g.places])
    _take(taken, [place for group in places_of for place in group.places])
    standings += abbreviated(whole, authority, entities, taken)
    return msgspec.structs.replace(
        analysis,
        people=tuple(entities[g.id] for g in groups),
        orgs=tuple(entities[g.id] for g in bodies_of),
        places=tuple(entities[g.id] for g in places_of),
        problems=(*analysis.problems, *problems),
        standings=tuple(sorted(standings, key=lambda s: (s.block, s.start, s.end))),
    )


def _taken(length: int, places: Iterable[tuple[int, int]]) -> bytearray:
    taken = bytearray(length)
    _take(taken, places)
    return taken


def _take(taken: bytearray, places: Iterable[tuple[int, int]]) -> None:
    for start, end in places:
        taken[start:end] = b"\1" * (end - start)


def _person(person: Person, taken: bytearray) -> _Group:
    """The person's places outside the names of organisations (拜登政府 is not 拜登)."""
    places = [(spot.start, spot.end) for spot in person.spots if not any(taken[spot.start : spot.end])]
    role = stated_role(person)
    extra = tuple(person.latin)
    return _Group(person.id, "person", places, extra, role and role.text, role and role.of)


def _places(whole: Whole, found: Iterable[Named], authority: Authority) -> list[_Group]:
    groups: dict[str, _Group] = {}
    bare: dict[str, list[str]] = {}
    for one in found:
        text = whole.plain[one.start : one.end]
        ident = one.ids[0] if one.ids else f"x.place.{text}"
        groups.setdefault(ident, _Group(ident, "place", [])).places.append((one.start, one.end))
        shorter = _REGION.sub("", text)
        if shorter != text and any(candidate.id == ident for candidate in authority.lookup(shorter)):
            bare.setdefault(ident, []).append(whole.text[one.start : one.start + len(shorter)])
    return [replace(group, extra=tuple(bare.get(group.id, ()))) for group in groups.values()]


def _entity(whole: Whole, group: _Group) -> Entity:
    forms = dict.fromkeys(whole.text[start:end] for start, end in group.places)
    forms = forms or dict.fromkeys(group.extra)
    name = max(forms, key=lambda form: (_is_han(form), not _is_address(group.kind, form, forms), len(form)))
    also = tuple(dict.fromkeys([*(form for form in forms if form != name), *(x for x in group.extra if x != name)]))
    mentions = []
    for start, end in group.places:
        block, at = whole.place(start)
        mentions.append(Mention(whole.text[start:end], block, at, at + end - start))
    return Entity(group.id, group.kind, name, also, group.role, group.of, tuple(mentions))


def _is_address(kind: str, form: str, forms: Iterable[str]) -> bool:
    """Whether a form is but a surname with a title where the name is given, too: 徐部长 for 徐旭."""
    if kind != "person" or not form.endswith(TITLES_AFTER):
        return False
    return any(other != form and other[:1] == form[:1] and not other.endswith(TITLES_AFTER) for other in forms)


def _standings(group: _Group, entity: Entity) -> list[Standing]:
    return [
        Standing(m.block, m.start, m.end, group.id, group.kind, entity.name, _how(m.text, entity.name))
        for m in entity.mentions
    ]


def _how(text: str, name: str) -> How:
    if text == name:
        return "name"
    return "short" if _is_han(text) else "latin"


def _is_han(text: str) -> bool:
    return "㐀" <= text[0] <= "鿿"
