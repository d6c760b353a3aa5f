"""Stories beside one: of the same days, which name whom and what it names.

What fills a week is often told as two or three stories (a ship runs aground, is towed, what it cost), and comparing one
of them alone would say that an outlet came late which told it in the other.
"""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

from shilu.archive.values import many
from shilu.chronicle.stories.listing import Brief

if TYPE_CHECKING:
    import sqlite3

MOST = 5
ALIKE = 0.3
"""Share of what a story names, weighted by how seldom others do, that another one of these days names as often."""
_NAMES = 40
"""Names of a story that are looked for in others."""
_DAYS = 3
_NAMED = """
    SELECT mentions.entity, entities.articles, count(DISTINCT mentions.article) * 1.0 / stories.articles
    FROM stories JOIN story_articles ON story = stories.id JOIN mentions USING (article)
    JOIN entities ON entities.number = mentions.entity
    WHERE stories.id = ? GROUP BY mentions.entity
"""
# The stories of these days first: by way of the names, all that ever named them would be looked at, in years of news.
_ALSO_NAMED = """
    WITH near AS MATERIALIZED (
        SELECT id, label, articles FROM stories
        WHERE id <> :story
            AND first <= (SELECT date(last, :later) FROM stories WHERE id = :story)
            AND last >= (SELECT date(first, :earlier) FROM stories WHERE id = :story)
    )
    SELECT near.id, near.label, near.articles, mentions.entity,
        count(DISTINCT mentions.article) * 1.0 / near.articles
    FROM near CROSS JOIN story_articles ON story_articles.story = near.id
    CROSS JOIN mentions ON mentions.article = story_articles.article
    WHERE mentions.entity IN (SELECT value FROM json_each(:names))
    GROUP BY near.id, mentions.entity
"""


def related(db: sqlite3.Connection, story: str) -> tuple[Brief, ...]:
    """The stories beside one, the nearest first."""
    (total,) = db.execute("SELECT count(*) FROM readings").fetchone()
    weights = {name: (math.log(total / articles), share) for name, articles, share in db.execute(_NAMED, (story,))}
    telling = sorted(weights, key=lambda name: (-weights[name][0] * weights[name][1], name))[:_NAMES]
    whole = sum(weights[name][0] * weights[name][1] for name in telling)
    if whole <= 0:
        return ()  # it names nobody, or whom everybody names
    asked = {"story": story, "names": many(telling), "earlier": f"-{_DAYS} days", "later": f"+{_DAYS + 1} days"}
    found: dict[Brief, float] = defaultdict(float)
    for ident, label, articles, name, share in db.execute(_ALSO_NAMED, asked):
        weight, own = weights[name]
        found[Brief(ident, label, articles)] += weight * min(own, share) / whole
    near = sorted((one for one, alike in found.items() if alike >= ALIKE), key=lambda one: (-found[one], one.id))
    return tuple(near[:MOST])
