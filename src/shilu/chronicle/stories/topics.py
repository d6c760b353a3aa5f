"""What a story is about: the words that set its articles apart from what else is in the archive."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from shilu.archive import readings
from shilu.chronicle.keyness import set_apart

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection

MOST = 8
_LOOKED_AT = 40
"""Words by their score, of which the most telling are shown."""
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
    scored = set_apart({"story": own, "others": others}, shown=_LOOKED_AT + len(names))["story"]
    parts = {part for name in names for part in name.split("·")}  # news says 布林肯 of 安东尼·布林肯
    told = [(word, score) for word, score in scored if not any(name in word for name in parts)]
    lines, other_lines = ([text.replace(" ", "") for text in texts] for texts in (own, others))

    def weight(one: tuple[str, float]) -> float:
        """Sure (its score) and seldom said elsewhere: 搁浅 and 货轮 before 全球 and 造成, of which all news tells."""
        word, score = one
        return score * math.log(_share(word, lines) / _share(word, other_lines))

    return tuple(word for word, _ in sorted(told, key=lambda one: (-weight(one), one[0])))[:MOST]


def _share(word: str, texts: Collection[str]) -> float:
    """The share of texts with a word, which is not nothing where none has it."""
    return (sum(word in text for text in texts) + 0.5) / (len(texts) + 1)
