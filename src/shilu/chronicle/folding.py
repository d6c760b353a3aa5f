"""Hits of a search with the copies of a text behind one of them, and the story of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from shilu.chronicle import copying
from shilu.chronicle.stories.listing import stories_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Mapping

    from shilu.archive.search import Found, Hit
    from shilu.chronicle.stories.listing import Brief


def with_stories(db: sqlite3.Connection, found: Found) -> Found:
    """The same hits, each with its story."""
    stories = stories_of(db, [hit.id for hit in found.hits])
    hits = (msgspec.structs.replace(hit, story=stories.get(hit.id)) for hit in found.hits)
    return msgspec.structs.replace(found, hits=tuple(hits))


def folded(db: sqlite3.Connection, search: Callable[[int], Found], limit: int) -> Found:
    """The first hits of a search, of each text only the best, with its other copies behind it.

    Args:
        db: The archive's connection.
        search: Answers with so many hits, all for 0.
        limit: How many texts are wanted; 0 for all.
    """
    wanted = limit and limit * 2
    while True:
        found = search(wanted)
        texts = _texts(db, found.hits)
        if not wanted or len(texts) >= limit or len(found.hits) < wanted:
            break
        wanted *= 4  # nearly all hits are copies of few texts
    shown = texts[:limit] if limit else texts
    copies = copying.groups(db, [hit.id for hit in shown])
    hits = (msgspec.structs.replace(hit, copies=copies.get(hit.id, ())) for hit in shown)
    return with_stories(db, msgspec.structs.replace(found, hits=tuple(hits)))


def by_story(hits: Iterable[Hit], stories: Mapping[str, Brief]) -> list[list[Hit]]:
    """Hits with the others of their story, in the order of the first of each; those of no story by themselves.

    Args:
        hits: The hits.
        stories: Of each hit that is in one its story (:func:`.stories.listing.briefs_of`).
    """
    together: dict[str, list[Hit]] = {}
    for hit in hits:
        together.setdefault(stories[hit.id].id if hit.id in stories else hit.id, []).append(hit)
    return list(together.values())


def _texts(db: sqlite3.Connection, hits: tuple[Hit, ...]) -> list[Hit]:
    """The best hit of each text."""
    firsts = copying.firsts(db, [hit.id for hit in hits])
    texts: dict[str, Hit] = {}
    for hit in hits:
        texts.setdefault(firsts.get(hit.id, hit.id), hit)
    return list(texts.values())
