"""The forms in which an entry's names are looked up.

All lookups go through :func:`key`, so that script, width, case and the shape of the dot in 安东尼·布林肯 play no part.
Keys have the length of the text they come from: offsets in a key are offsets in the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from shilu.text.script import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from shilu.knowledge.loader import Tables

Kind: TypeAlias = Literal["person", "org", "place", "office", "compound"]
Form: TypeAlias = Literal["full", "short", "also", "bare", "latin", "title", "compound"]

_DOTS = "‧・•．･∙⋅●"
_BLANKS = "\u00a0\u3000"


class Candidate(NamedTuple):
    """One entry that a name may stand for, and which kind of name of it that is."""

    id: str
    kind: Kind
    form: Form


def key(text: str) -> str:
    """A text as it is compared: folded, with one shape of dot and of blank; of equal length."""
    return unify(fold(text))


def unify(folded: str) -> str:
    """Folded text with one shape of dot and of blank; of equal length."""
    for dot in _DOTS:  # eight quick searches; a translation table costs forty times as much
        if dot in folded:
            folded = folded.replace(dot, "·")
    for blank in _BLANKS:
        if blank in folded:
            folded = folded.replace(blank, " ")
    return folded


def names(tables: Tables) -> dict[str, tuple[Candidate, ...]]:
    """Every name of the tables by its key, with the entries it may stand for in the order of the files."""
    found: dict[str, dict[str, Candidate]] = {}
    for name, candidate in _all_names(tables):
        found.setdefault(name, {}).setdefault(candidate.id, candidate)
    return {name: tuple(candidates.values()) for name, candidates in found.items()}


def _all_names(tables: Tables) -> Iterator[tuple[str, Candidate]]:
    for person in tables.people:
        yield from _forms(person.id, "person", "full", [person.name])
        yield from _forms(person.id, "person", "short", person.short)
        yield from _forms(person.id, "person", "also", person.also)
        yield from _forms(person.id, "person", "latin", person.latin)
    for org in tables.orgs:
        yield from _named(org.id, "org", org.name, org.also, org.latin)
        yield from _forms(org.id, "org", "bare", org.bare)
    for place in tables.places:
        yield from _named(place.id, "place", place.name, place.also, place.latin)
    for compound in tables.compounds:
        yield from _forms(compound.id, "compound", "compound", [compound.name, *compound.also])
    yield from _titles(tables)


def _named(
    ident: str, kind: Kind, name: str, also: Iterable[str], latin: Iterable[str]
) -> Iterator[tuple[str, Candidate]]:
    yield from _forms(ident, kind, "full", [name])
    yield from _forms(ident, kind, "also", also)
    yield from _forms(ident, kind, "latin", latin)


def _forms(ident: str, kind: Kind, form: Form, given: Iterable[str]) -> Iterator[tuple[str, Candidate]]:
    candidate = Candidate(ident, kind, form)
    for name in given:
        folded = key(name)
        yield folded, candidate
        if "·" in folded:  # 安东尼布林肯: some outlets leave the dot out
            yield folded.replace("·", ""), candidate
        if "国国" in folded:  # headlines say 美国务院 for 美国国务院
            yield folded.replace("国国", "国"), candidate


def _titles(tables: Tables) -> Iterator[tuple[str, Candidate]]:
    """Titles alone (国务卿), and those that a headline runs into the name of their country (美国务卿)."""
    countries = {place.country: place for place in tables.places if place.kind == "country"}
    for office in tables.offices:
        candidate = Candidate(office.id, "office", "title")
        country = countries.get(office.of)
        ends = [] if country is None else [key(n) for n in (country.name, *country.also) if n.endswith(("国", "國"))]
        for title in office.titles:
            folded = key(title)
            yield folded, candidate
            if folded.startswith("国"):
                for name in ends:
                    yield name[:-1] + folded, candidate
