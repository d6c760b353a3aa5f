"""Who is meant where a page asks for a party of events: an id, or any name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from shilu.archive.entities.bearers import bearers, candidates
from shilu.archive.entities.counts import reading_ids
from shilu.archive.entities.naming import forms, title
from shilu.archive.values import many
from shilu.chronicle.entries.names import with_officials
from shilu.errors import NotFound
from shilu.knowledge import authority

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shilu.archive.entities.bearers import Bearer
    from shilu.web.page import Asked


class Side(msgspec.Struct, frozen=True):
    """One party that is asked for."""

    name: str
    id: str
    ids: frozenset[str]
    """Every id that it may have in events."""


def side(asked: Asked, text: str) -> Side:
    """The party that a name or id means most often.

    Raises:
        NotFound: where neither articles nor the authority know it; with similar names.
    """
    known = authority()
    try:
        first = bearers(asked.archive.db, known, text)[:1]
    except NotFound:
        found = candidates(known, text)
        if not found:
            raise
        ident = found[0][0]
        return Side(title(known, ident, []), ident, with_officials({ident}, known))
    (name,) = titles(asked, first)
    return Side(name, first[0].id, with_officials(reading_ids(asked.archive, first[0].id), known))


def names_of(asked: Asked, ids: Sequence[str]) -> dict[str, str]:
    """What entities of these ids are called; those that the archive does not have are left out."""
    sql = "SELECT number, id FROM entities WHERE id IN (SELECT value FROM json_each(?))"
    numbers = dict(asked.archive.db.execute(sql, (many(ids),)).fetchall())
    written = forms(asked.archive.db, many(numbers))
    return {ident: title(authority(), ident, written.get(number, [])) for number, ident in numbers.items()}


def titles(asked: Asked, found: Sequence[Bearer]) -> list[str]:
    """What entities are called."""
    written = forms(asked.archive.db, many(one.number for one in found))
    return [title(authority(), one.id, written.get(one.number, [])) for one in found]
