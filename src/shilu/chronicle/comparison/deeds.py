"""What outlets say was done, as rows of a comparison: words by the states that spoke, all else one by one.

One outlet tells that 杨洁篪 accuses the US, another that China does: beside each other these are one row, else each
would seem to be told by one outlet alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from shilu.chronicle.entries.formats import between, sides
from shilu.chronicle.entries.who import who_then

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from shilu.knowledge import Authority
    from shilu.records import Entry, EntryParty

_ACTS_FOR_STATES = frozenset({"state", "office", "official"})
_DAY = len("2021-03-18")
_IN_WORDS = frozenset({"ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN"})


class Told(msgspec.Struct, frozen=True):
    """One row: an entry of the chronicle, or those that tell of one side's words on another on a day."""

    key: str
    """The id of the first of its entries."""
    name: str
    """Its code, date and sides: ``ACCUSE 2021-03-18 中国 → 美国``."""
    entries: tuple[Entry, ...]


def deeds(entries: Iterable[Entry], authority: Authority) -> Iterator[Told]:
    """The rows that entries make, in the order of the first of each."""
    rows: dict[object, list[Entry]] = {}
    for entry in entries:
        rows.setdefault(_key(entry, authority), []).append(entry)
    for row in rows.values():
        first = row[0]
        by_state = between(*(_named(row, role, authority) for role in ("actor", "recipient")))
        who = sides(first) if len(row) == 1 else by_state
        name = " ".join(filter(None, (first.form or first.type, first.date, who)))
        yield Told(first.id, name, tuple(row))


def _key(entry: Entry, authority: Authority) -> object:
    """What entries of one row share. What has no day is no one deed, and those who suffer force keep their names."""
    if entry.type not in _IN_WORDS or entry.date is None:
        return entry.id
    sides = (
        frozenset(_side(party, entry.date, authority) for party in those) for those in (entry.actors, entry.recipients)
    )
    return entry.type, entry.mode, entry.status, entry.date, *sides


def _side(party: EntryParty, date: str, authority: Authority) -> str:
    """The state that somebody acted for by then; himself, where he acted for none."""
    known = who_then(party.id, date[:_DAY], authority)
    return known.side if known.standing in _ACTS_FOR_STATES else party.id


def _named(row: list[Entry], role: str, authority: Authority) -> str:
    """One side of several entries: whom all of them name, else the states."""
    all_named = [{p.id: p.name for p in entry.parties if p.role == role} for entry in row]
    if all(names.keys() == all_named[0].keys() for names in all_named):
        return "、".join(all_named[0].values())
    date = row[0].date or ""
    names = (_state(party, date, authority) for entry in row for party in entry.parties if party.role == role)
    return "、".join(dict.fromkeys(names))


def _state(party: EntryParty, date: str, authority: Authority) -> str:
    place = authority.country(_side(party, date, authority))
    return party.name if place is None else authority.places[place].name
