"""Which place lies in which, and which two exclude each other."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from shilu.text.script import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shilu.knowledge import Authority

_WIDE = frozenset({"country", "continent", "region", "division", "sea", "strait", "disputed"})


@functools.cache
def lying_in(name: str, authority: Authority) -> tuple[str, ...]:
    """The id of the place of that name and of all it lies in, to the country; empty where it is unknown."""
    ids = sorted(c.id for c in authority.lookup(name) if c.id in authority.places)
    chain: list[str] = []
    at: str | None = ids[0] if ids else None
    while at is not None and at not in chain and at in authority.places:
        chain.append(at)
        place = authority.places[at]
        at = place.within or (authority.country(place.country) if place.country else None)
    return tuple(chain)


def is_wide(name: str, authority: Authority) -> bool:
    """Whether it is a country or as wide as one, so that a city within says the same more finely."""
    chain = lying_in(name, authority)
    return bool(chain) and authority.places[chain[0]].kind in _WIDE


def usual(name: str, authority: Authority) -> str:
    """The usual name of a place, 东京 for 東京; folded where it is unknown."""
    chain = lying_in(name, authority)
    return authority.places[chain[0]].name if chain else fold(name)


def town(name: str | None, authority: Authority) -> tuple[str, ...]:
    """The usual name of a place that is no wider than a state of the US, and of those that it lies in; () of others."""
    if name is None:
        return ()
    places = [authority.places[ident] for ident in lying_in(name, authority)]
    if not places:
        return (fold(name),)
    return tuple(place.name for place in places if place.kind not in _WIDE - {"division"})


def in_one_town(some: Iterable[tuple[str, ...]], others: Iterable[tuple[str, ...]]) -> bool:
    """Whether a town of the one is among the others, or lies in one of them, as 安克雷奇 in 阿拉斯加."""
    others = tuple(others)
    return any(one[0] in other or other[0] in one for one in some for other in others)


def exclude(left: str, right: str, authority: Authority) -> bool:
    """Whether a deed cannot have been done at both: two known places of which neither lies in the other.

    Halls and houses lie in towns that are mostly not known: 总统府 excludes no town.
    """
    a, b = lying_in(left, authority), lying_in(right, authority)
    known = all(chain and authority.places[chain[0]].kind != "venue" for chain in (a, b))
    return known and a[0] not in b and b[0] not in a
