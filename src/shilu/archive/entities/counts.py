"""How often an entity is named, by day; and under which ids the readings of articles have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shilu.archive.store import Archive

_DAYS = """
    SELECT day, count(DISTINCT article) FROM mentions JOIN entities ON number = entity
    WHERE entities.id = ? AND day IS NOT NULL GROUP BY day
"""
_IDS = """
    SELECT DISTINCT ident FROM mentions JOIN entities ON number = entity WHERE entities.id = :id
    UNION -- ids made from names are kept folded; readings and events have them as the name is written
    SELECT DISTINCT 'x.' || mentions.kind || '.' || form.value
    FROM mentions JOIN entities ON number = entity, json_each(forms) AS form
    WHERE entities.id = :id AND ident GLOB 'x.*'
"""


def articles_by_day(archive: Archive, ident: str) -> dict[str, int]:
    """The number of articles that name an entity, by the day of publication."""
    return dict(archive.db.execute(_DAYS, (ident,)).fetchall())


def reading_ids(archive: Archive, ident: str) -> frozenset[str]:
    """The ids that readings, and so events and quotations, give to an entity of the archive."""
    return frozenset((ident, *(row[0] for row in archive.db.execute(_IDS, {"id": ident}))))
