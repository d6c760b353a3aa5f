"""Whom the name filters of a query mean in an archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from shilu.archive.entities.bearers import bearers
from shilu.archive.values import many

if TYPE_CHECKING:
    import sqlite3

    from shilu.archive.query import Named, Query
    from shilu.archive.store import Archive
    from shilu.knowledge import Authority


def resolved(archive: Archive, authority: Authority, query: Query) -> Query:
    """The query with ids and forms for each of its names; the search needs them.

    Raises:
        NotFound: where no article names one of them; with similar names.
    """
    named = tuple(_resolved(archive.db, authority, one, alias=query.alias) for one in query.named)
    return msgspec.structs.replace(query, named=named)


def _resolved(db: sqlite3.Connection, authority: Authority, named: Named, *, alias: bool) -> Named:
    found = bearers(db, authority, named.text, (named.kind,))
    if not alias:
        return msgspec.structs.replace(named, ids=tuple(one.id for one in found), forms=(named.text,))
    sql = """
        SELECT DISTINCT name FROM entity_names
        WHERE entity IN (SELECT value FROM json_each(?)) AND articles > 0 ORDER BY name
    """
    forms = [row[0] for row in db.execute(sql, (many(one.number for one in found),))]
    return msgspec.structs.replace(named, ids=tuple(one.id for one in found), forms=tuple(forms))
