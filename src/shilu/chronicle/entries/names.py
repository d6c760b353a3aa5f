"""Which parties of the chronicle a name stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shilu.archive.entities.bearers import bearers, candidates, stated
from shilu.archive.entities.counts import reading_ids
from shilu.chronicle.entries.whereabouts import lying_in
from shilu.chronicle.entries.who import who

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shilu.archive.store import Archive
    from shilu.knowledge import Authority


def party_ids(archive: Archive, name: str, authority: Authority) -> frozenset[str]:
    """The ids of all whom a name or id may mean; of a state also its officials and bodies, who act for it.

    Raises:
        NotFound: where neither an article nor the authority knows the name; with similar names.
    """
    known = {ident for ident, _ in candidates(authority, name)}
    if known:
        return with_officials(known, authority)
    found = bearers(archive.db, authority, name)
    return frozenset(ident for one in found for ident in reading_ids(archive, one.id))


def with_officials(ids: Iterable[str], authority: Authority) -> frozenset[str]:
    """These, and of each state among them its officials and bodies."""
    found = set(ids)
    places = (authority.places[ident] for ident in found if ident in authority.places)
    states = {place.country for place in places if place.kind == "country"}
    for ident in (*authority.people, *authority.orgs) if states else ():
        one = who(ident, authority)
        if one.country in states and one.standing in ("office", "official"):
            found.add(ident)
    return frozenset(found)


def places_within(name: str, authority: Authority) -> tuple[str, ...]:
    """The usual names of the places that lie in one, as entries have them: 安克雷奇 in 阿拉斯加, and in 美国."""
    known = {ident for ident, kind in candidates(authority, name) if kind == "place"}
    names = (place.name for place in authority.places.values()) if known else ()
    return tuple(inner for inner in names if not known.isdisjoint(lying_in(inner, authority)[1:]))


def place_names(name: str, authority: Authority) -> tuple[str, ...]:
    """The names of a place in all renderings, 东京 and 東京; none, where the authority does not know it.

    Raises:
        NotFound: where the name is empty.
    """
    known = sorted(ident for ident, kind in candidates(authority, stated(name)) if kind == "place")
    return tuple(dict.fromkeys(form for ident in known for form in authority.names_of(ident)))
