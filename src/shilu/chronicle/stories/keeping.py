"""Stories in the archive: brought up to its articles, a day at a time.

A day is made together with the days before it, and the days after a day with new articles are made again, so that what
came in first, and in how many runs, does not decide; only few that come late to a day join it, and move nothing else.
What lies further back is not looked at, so that an article costs the same in an archive of any age.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from shilu.chronicle import copying
from shilu.chronicle.hours import day_of, hour_of
from shilu.chronicle.stories.placing import OPEN, Placing, count

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from shilu.archive.store import Archive

VERSION = "stories.v10"

# A reading gives an article a new change number, and leaves its text.
_CHANGED = """
    DELETE FROM story_articles WHERE revision IS NOT (
        SELECT revision FROM articles WHERE id = story_articles.article AND changed > ?1
    ) AND article IN (SELECT id FROM articles WHERE changed > ?1)
"""
_WRONGLY_COUNTED = """
    SELECT id FROM stories WHERE articles <> (SELECT count(*) FROM story_articles WHERE story = stories.id)
"""


def is_current(archive: Archive) -> bool:
    """Whether every article of today's text was looked at."""
    return copying.is_current(archive) and (_state(archive.db, "stories") or 0) >= archive.last_change()


def update(archive: Archive, progress: Callable[[int, int], None] = lambda _done, _total: None) -> int:
    """Bring copies and stories up to the articles; how many articles were looked at.

    ``progress`` is told each article twice: when it was compared with others, and when it has its story.
    Killed between two days, the next run goes on: articles without a place in ``story_articles`` are what is left, and
    the day that was to be next is remembered.
    """
    copying.update(archive, lambda done, total: progress(done, 2 * total))
    if is_current(archive):
        return 0
    reached = archive.last_change()
    _begin(archive, reached)
    pending = _pending(archive.db)
    total, done = sum(map(len, pending.values())), 0
    left = _state(archive.db, "stories-day")
    placing = Placing(archive)
    joined = {day for day, new in pending.items() if placing.few(day, new)}
    begun = (pending.keys() - joined) | ({left} if left is not None else set())
    again = {one + later for one in begun for later in range(OPEN + 1)}
    for day in sorted(again | joined):
        with archive.transaction() as db:
            if day in again:
                placing.add(day, pending.get(day, {}))
                _set_state(db, "stories-day", day + 1)
            else:
                placing.join(day, pending[day])
        if day in pending:
            done += len(pending[day])
            progress(total + done, 2 * total)
    with archive.transaction() as db:
        count(db, [row[0] for row in db.execute(_WRONGLY_COUNTED)])
        _set_state(db, "stories", reached)
        db.execute("DELETE FROM stories_state WHERE what = 'stories-day'")
    return done


def _state(db: sqlite3.Connection, what: str) -> int | None:
    """Up to which change, or from which day, this is done by these rules; None where the rules have changed."""
    row = db.execute("SELECT built_to, version FROM stories_state WHERE what = ?", (what,)).fetchone()
    return int(row[0]) if row and row[1] == VERSION else None


def _set_state(db: sqlite3.Connection, what: str, reached: int) -> None:
    db.execute("INSERT OR REPLACE INTO stories_state VALUES (?, ?, ?)", (what, reached, VERSION))


def _begin(archive: Archive, reached: int) -> None:
    """Take changed articles out of their stories, or everything where the rules have changed."""
    since = max(_state(archive.db, "stories") or 0, _state(archive.db, "stories-begun") or 0)
    with archive.transaction() as db:
        if since:
            db.execute(_CHANGED, (since,))
        else:
            for table in ("story_articles", "story_days", "stories", "story_merges"):
                db.execute(f"DELETE FROM {table}")  # noqa: S608 (the names stand here)
        _set_state(db, "stories-begun", reached)


def _pending(db: sqlite3.Connection) -> dict[int, dict[str, float]]:
    """Days with the articles that have no place yet, and their hours. Of their records only the times are read."""
    sql = """
        SELECT id, published, collected FROM articles
        WHERE coalesce(published, collected) IS NOT NULL AND id NOT IN (SELECT article FROM story_articles)
    """
    found: dict[int, dict[str, float]] = {}
    for ident, published, collected in db.execute(sql):
        hour = hour_of(published, collected)
        if hour is not None:
            found.setdefault(day_of(hour), {})[ident] = hour
    return found
