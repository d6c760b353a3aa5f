"""What articles state of one person, with counts and an example each: names, Latin forms, roles, affiliations.

A pure function of the person's mentions. Facts are kept apart from the authority; those that several articles state
and hardly any contradicts are *used*: what `shilu learn` shows without being asked for all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from shilu.knowledge.naming import key
from shilu.learning.callings import apart, calling
from shilu.learning.spelling import is_full, may_be_one
from shilu.text.script import simplify

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Field: TypeAlias = Literal["name", "latin", "role", "of"]

FREQUENT = 2
"""Articles from which a fact is used."""
CONTRADICTED = 0.25
"""Share of them that may state otherwise."""


class Told(NamedTuple):
    """One mention of a person: what the article states, and the sentence."""

    article: str
    outlet: str
    day: str | None
    forms: tuple[str, ...]
    role: str | None
    of: str | None
    block: int
    start: int
    end: int


class Fact(NamedTuple):
    """One value of one field, as several articles state it."""

    field: Field
    value: str
    articles: int
    outlets: int
    first: str | None
    last: str | None
    contradicted: int
    """Articles that state what does not go with it."""
    article: str
    """The first that states it, and its sentence."""
    block: int
    start: int
    end: int


def facts(told: Sequence[Told]) -> list[Fact]:
    """The facts of one person, each field's most frequent first."""
    stated: dict[tuple[Field, str], list[Told]] = {}
    shown: dict[tuple[Field, str], str] = {}
    for one in sorted(told, key=lambda one: (one.day or "9", one.article)):
        for field, value in _values(one):
            same = (field, key(value))
            shown.setdefault(same, value)
            stated.setdefault(same, []).append(one)
    found = [_fact(field, shown[field, folded], own, told) for (field, folded), own in stated.items()]
    return sorted(found, key=lambda fact: (fact.field, -fact.articles, fact.value))


def latin_forms(forms: Sequence[str]) -> tuple[str, ...]:
    """The full Latin names among the forms of one article; none where they cannot all be one person's."""
    full = [form for form in forms if not _is_han(form) and is_full(form)]
    if all(may_be_one(full[0], other) for other in full[1:]):
        return tuple(sorted(full))
    return ()


def _values(one: Told) -> Iterator[tuple[Field, str]]:
    for form in one.forms:
        if _is_han(form):
            yield "name", form
    for form in latin_forms(one.forms):
        yield "latin", form
    if one.role:
        yield "role", simplify(one.role).strip()
    if one.of:
        yield "of", simplify(one.of).strip()


def _fact(field: Field, value: str, own: list[Told], told: Sequence[Told]) -> Fact:
    days = [one.day for one in own if one.day]
    first = own[0]
    return Fact(
        field,
        value,
        len({one.article for one in own}),
        len({one.outlet for one in own}),
        min(days, default=None),
        max(days, default=None),
        len({one.article for one in told if _contradicts(field, value, one)}),
        first.article,
        first.block,
        first.start,
        first.end,
    )


def _contradicts(field: Field, value: str, one: Told) -> bool:
    """Whether what an article states does not go with a value: another Latin name, a calling far from it."""
    if field == "latin":
        forms = latin_forms(one.forms)
        return bool(forms) and not any(may_be_one(value, form) for form in forms)
    if field == "role" and one.role:
        here, there = calling(value), calling(simplify(one.role))
        return here is not None and there is not None and apart(frozenset((here,)), frozenset((there,)))
    return False


def _is_han(form: str) -> bool:
    return any("㐀" <= char <= "鿿" for char in form)
