"""What a story is about: the words that set its articles apart from what else is in the archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shilu.archive import readings
from shilu.chronicle.keyness import set_apart

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection

MOST = 8
_OTHERS = 150
"""Articles that stand for all others; their ids, and so their order, are chance."""
_OF_STORY = """
    SELECT readings.words FROM story_articles JOIN readings USING (article)
    WHERE story = ? AND article NOT IN (SELECT article FROM copies) ORDER BY article LIMIT ?
"""
_OF_OTHERS = """
    SELECT readings.words FROM readings LEFT JOIN story_articles USING (article)
    WHERE story IS NOT ? AND readings.article NOT IN (SELECT article FROM copies) ORDER BY readings.article LIMIT ?
"""


def topics(db: sqlite3.Connection, story: str, names: Collection[str]) -> tuple[str, ...]:
    """The words, in simplified script, the most telling first; names are told elsewhere."""
    asked = (db.execute(sql, (story, _OTHERS)) for sql in (_OF_STORY, _OF_OTHERS))
    own, others = ([readings.words(row[0]) for row in rows] for rows in asked)
    if not own or not others:
        return ()
    told = set_apart({"story": own, "others": others}, shown=MOST + len(names))["story"]
    return tuple(word for word, _ in told if not any(name in word for name in names))[:MOST]
