"""The forms in which an entry's names are looked up.

All lookups go through :func:`key`, so that script, width, case and the shape of the dot in 安东尼·布林肯 play no part.
Keys have the length of the text they come from: offsets in a key are offsets in the text.
"""

from __future__ import annotations

import functools
import unicodedata
from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec

from shilu.text.script import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from shilu.knowledge.loader import Tables

Kind: TypeAlias = Literal["person", "org", "place", "office", "compound"]
Form: TypeAlias = Literal["full", "short", "also", "bare", "latin", "title", "compound"]

_DOTS = "‧・•．･∙⋅●"
_BLANKS = "\u00a0\u3000"


class Candidate(msgspec.Struct, frozen=True):
    """One entry that a name may stand for, and which kind of name of it that is."""

    id: str
    kind: Kind
    form: Form


@functools.lru_cache(maxsize=1 << 15)
def key(text: str) -> str:
    """A text as it is compared: folded, with one shape of dot and of blank; of equal length.

    An article asks for the same names again and again: remembering them halved the time.
    """
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


def unaccented(latin: str) -> str:
    """A Latin name as those write it who have no accents: Butikofer."""
    parted = unicodedata.normalize("NFKD", latin)
    return "".join(char for char in parted if not unicodedata.combining(char))


def names(tables: Tables) -> dict[str, tuple[Candidate, ...]]:
    """Every name of the tables by its key, with the entries it may stand for in the order of the files."""
    found: dict[str, dict[str, Candidate]] = {}
    given = list(_given(tables))
    # One folding of all names together takes half the time of 33,000 small ones.
    keys = key("\n".join(name for name, _ in given)).split("\n")
    for name, (_, candidate) in zip(keys, given, strict=True):
        found.setdefault(name, {}).setdefault(candidate.id, candidate)
        if "·" in name:  # 安东尼布林肯: some outlets leave the dot out
            found.setdefault(name.replace("·", ""), {}).setdefault(candidate.id, candidate)
        if candidate.form == "latin" and not name.isascii():  # Butikofer for Bütikofer
            found.setdefault(unaccented(name), {}).setdefault(candidate.id, candidate)
        if "国国" in name:  # headlines say 美国务院 for 美国国务院
            found.setdefault(name.replace("国国", "国"), {}).setdefault(candidate.id, candidate)
    return {name: tuple(candidates.values()) for name, candidates in found.items()}


def _given(tables: Tables) -> Iterator[tuple[str, Candidate]]:
    """The names as they stand in the files."""
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
    return ((name, candidate) for name in given)


def _titles(tables: Tables) -> Iterator[tuple[str, Candidate]]:
    """Titles alone (国务卿), and those that a headline runs into the name of their country (美国务卿)."""
    countries = {place.country: place for place in tables.places if place.kind == "country"}
    for office in tables.offices:
        candidate = Candidate(office.id, "office", "title")
        country = countries.get(office.of)
        ends = [] if country is None else [name for name in (country.name, *country.also) if name.endswith("国")]
        for title in office.titles:
            yield title, candidate
            if title.startswith("国"):
                yield from ((name[:-1] + title, candidate) for name in ends)


def heads_of_bodies(names: Mapping[str, tuple[Candidate, ...]]) -> dict[str, int]:
    """Names that hide the title of a body's head, with the place of the cut: 中国|外交部长, where 中国外交部 is a name.

    Of names that overlap the leftmost counts, so that 中国外交部 would leave 长 alone.
    """
    titles = {name[:-1] for name, found in names.items() if name[-1] == "长" and found[-1].kind == "office"}
    cuts = {
        f"{name}长": cut
        for name, found in names.items()
        if found[0].kind == "org"
        for cut in range(2, len(name) - 1)
        if name[cut:] in titles and name[:cut] in names
    }
    return {whole: cut for whole, cut in cuts.items() if whole not in names}
