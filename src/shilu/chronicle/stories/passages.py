"""Passages of digests: where an article of many matters tells a story that it is not one of the articles of."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    import sqlite3

_OF_STORY = """
    SELECT digest.id, digest.outlet, digest.title, digest.published, part.first, part.last, block.text
    FROM story_articles AS near JOIN story_parts AS part ON part.nearest = near.article
    JOIN articles AS digest ON digest.id = part.article
    JOIN story_articles AS own ON own.article = part.article
    JOIN article_blocks AS block ON block.article = part.article AND block.block = part.last
    WHERE near.story = ?1 AND own.story IS NOT ?1
    ORDER BY own.hour, digest.id, part.first
"""
_OF_ARTICLE = """
    SELECT near.story, stories.label, part.first
    FROM story_parts AS part JOIN story_articles AS near ON near.article = part.nearest
    JOIN stories ON stories.id = near.story
    WHERE part.article = ? ORDER BY part.first
"""


class Passage(msgspec.Struct, frozen=True):
    """What a digest tells of a story."""

    article: str
    outlet: str
    title: str
    """Of the digest."""
    published: str | None
    first: int
    """The first block of the passage …"""
    last: int
    """… and the last of its first part."""
    text: str
    """Of this block."""


class Told(msgspec.Struct, frozen=True):
    """A story that a digest tells, and in which block it begins to."""

    story: str
    label: str
    block: int


def passages_on(db: sqlite3.Connection, story: str) -> tuple[Passage, ...]:
    """The passages on a story, of each digest the first; of those that are no articles of it, by time."""
    rows = db.execute(_OF_STORY, (story,)).fetchall()
    return tuple(Passage(*next(those)) for _, those in groupby(rows, key=lambda row: row[0]))


def told_in(db: sqlite3.Connection, article: str) -> tuple[Told, ...]:
    """The stories that an article's parts tell, in the order of its text; none where it is no digest."""
    first: dict[str, Told] = {}
    for row in db.execute(_OF_ARTICLE, (article,)):
        first.setdefault(row[0], Told(*row))
    return tuple(first.values())
