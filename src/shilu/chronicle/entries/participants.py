"""Who takes part in an entry, out of what its accounts name."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from shilu.records import EntryParty

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shilu.chronicle.entries.tellings import Telling
    from shilu.chronicle.entries.who import Who
    from shilu.knowledge import Authority

_SHARE = 3
"""One in so many accounts must name a party (or anybody of its country), else it is a slip of reading."""
_FEW = 3
"""So many accounts are too few to count by."""


def participants(told: Sequence[Telling], authority: Authority) -> tuple[EntryParty, ...]:
    """The parties, those who act before those acted on, then by how many accounts name them.

    A country takes part where a third of the accounts name it or somebody of it; people stand for it where any are
    named, by a third of the accounts that name some.
    """
    ones: dict[str, Who] = {}
    names: dict[str, str] = {}
    naming: Counter[str] = Counter()
    places: dict[str, tuple[int, int]] = {}
    by_country: dict[str, set[int]] = defaultdict(set)
    manned: dict[str, set[int]] = defaultdict(set)
    for number, telling in enumerate(told):
        names = {p.id: p.name for p in (*telling.event.actors, *telling.event.recipients)} | names
        for side, members in enumerate((telling.actors, telling.recipients)):
            for one in members:
                ones.setdefault(one.id, one)
                places.setdefault(one.id, (side, len(places)))
                naming[one.id] += 1
                country = one.country or one.id
                by_country[country].add(number)
                if one.standing != "state":
                    manned[country].add(number)
    least = len(told) / _SHARE if len(told) > _FEW else 0

    def kept(one: Who) -> bool:
        country = one.country or one.id
        if len(by_country[country]) < least:
            return False
        if country in manned:
            enough = len(manned[country]) / _SHARE if len(manned[country]) > _FEW else 0
            return one.standing != "state" and naming[one.id] >= enough
        return True

    chosen = [one for one in ones.values() if kept(one)]
    if len(chosen) < 2:
        chosen = [one for one in ones.values() if naming[one.id] >= least] or list(ones.values())
    chosen.sort(key=lambda one: (places[one.id][0], -naming[one.id], places[one.id][1]))
    return tuple(_party(one.id, names[one.id], places[one.id][0], authority) for one in chosen)


def _party(ident: str, told: str, side: int, authority: Authority) -> EntryParty:
    known: tuple[str, ...] = ()
    if any(ident in table for table in (authority.people, authority.orgs, authority.places)):
        known = authority.names_of(ident)
    name = known[0] if known else told
    also = tuple(dict.fromkeys(n for n in (told, *known) if n != name))
    return EntryParty(ident, name, also, "recipient" if side else "actor")
