"""What outlets say was done, as rows of a comparison: encounters one by one, acts by the states that did and bore them.

One outlet tells that 杨洁篪 accuses the US, another that China does: beside each other these are one row, else each
would seem to be told by one outlet alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from shilu.chronicle.entries.formats import between, sides
from shilu.chronicle.entries.who import who

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from shilu.knowledge import Authority
    from shilu.records import Entry, EntryParty

_ACTS_FOR_STATES = frozenset({"state", "office", "official", "former"})


class Deed(msgspec.Struct, frozen=True):
    """One row: entries of the chronicle that tell one deed, or one kind of act of one side against another on a day."""

    key: str
    """The id of the first of its entries."""
    name: str
    """Its code, date and sides: ``ACCUSE 2021-03-18 中国 → 美国``."""
    entries: tuple[Entry, ...]


def deeds(entries: Iterable[Entry], authority: Authority) -> Iterator[Deed]:
    """The rows that entries make, in the order of the first of each."""
    rows: dict[object, list[Entry]] = {}
    for entry in entries:
        # What has no day is no one deed.
        alone = entry.type == "CONSULT" or entry.date is None
        key = (
            entry.id
            if alone
            else (entry.type, entry.date, _sides(entry.actors, authority), _sides(entry.recipients, authority))
        )
        rows.setdefault(key, []).append(entry)
    for row in rows.values():
        first = row[0]
        told = (
            sides(first)
            if len(row) == 1
            else between(*(_named(row, side, authority) for side in ("actor", "recipient")))
        )
        name = " ".join(filter(None, (first.form or first.type, first.date, told)))
        yield Deed(first.id, name, tuple(row))


def _sides(parties: tuple[EntryParty, ...], authority: Authority) -> frozenset[str]:
    return frozenset(_side(party, authority) for party in parties)


def _side(party: EntryParty, authority: Authority) -> str:
    """The state that somebody acts for; himself, where he acts for none."""
    known = who(party.id, authority)
    return known.side if known.standing in _ACTS_FOR_STATES else party.id


def _named(row: list[Entry], role: str, authority: Authority) -> str:
    """One side of several entries: whom all of them name, else the states."""
    all_named = [{p.id: p.name for p in entry.parties if p.role == role} for entry in row]
    if all(names.keys() == all_named[0].keys() for names in all_named):
        return "、".join(all_named[0].values())
    names = (_state(party, authority) for entry in row for party in entry.parties if party.role == role)
    return "、".join(dict.fromkeys(names))


def _state(party: EntryParty, authority: Authority) -> str:
    place = authority.country(_side(party, authority))
    return party.name if place is None else authority.places[place].name
