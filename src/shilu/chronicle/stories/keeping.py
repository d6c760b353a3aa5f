"""Stories in the archive: brought up to its articles, written where they changed, with ids that last."""

from __future__ import annotations

import itertools
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from shilu.chronicle import copying
from shilu.chronicle.stories.stream import OPEN, WINDOW, Part, Stream
from shilu.chronicle.stories.vectors import hour_of, vector

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Sequence

    from shilu.archive.store import Archive
    from shilu.chronicle.stories.vectors import Vector

VERSION = "stories.v1"
BLOCK = 1_000
"""Articles added at once; those of one day, where they are not more."""
LONGEST = 168.0
"""Hours after its first article that a story takes in what is like it; series of daily notices would never end."""

_TELL = """
    UPDATE stories SET (first, last, articles, outlets) = (
        SELECT min(coalesce(published, collected)), max(coalesce(published, collected)), count(*),
            count(DISTINCT outlet)
        FROM story_articles JOIN articles ON articles.id = article WHERE story = stories.id
    ) WHERE id IN (SELECT value FROM json_each(?))
"""
# A reading gives an article a new change number, and leaves its text.
_CHANGED = """
    DELETE FROM story_articles WHERE revision IS NOT (
        SELECT revision FROM articles WHERE id = story_articles.article AND changed > ?1
    ) AND article IN (SELECT id FROM articles WHERE changed > ?1)
"""
_WRONGLY_COUNTED = """
    SELECT id FROM stories WHERE articles <> (SELECT count(*) FROM story_articles WHERE story = stories.id)
"""


class _Pending(NamedTuple):
    hour: float
    article: str


class _Place(NamedTuple):
    """What becomes of one part: the story it is, and its articles with their copies."""

    story: str | None
    articles: list[str]


def is_current(archive: Archive) -> bool:
    """Whether every article of today's text was looked at."""
    return copying.is_current(archive) and _state(archive.db, "stories") >= archive.last_change()


def update(archive: Archive, progress: Callable[[int, int], None] = lambda _done, _total: None) -> int:
    """Bring copies and stories up to the articles; how many articles were looked at.

    ``progress`` is told each article twice: when it was compared with others, and when it has its story.
    Killed between two blocks, the next run goes on: articles without a place in ``story_articles`` are what is left.
    """
    copying.update(archive, lambda done, total: progress(done, 2 * total))
    if is_current(archive):
        return 0
    reached = archive.last_change()
    _begin(archive, reached)
    keeping = _Keeping(archive)
    pending = _pending(archive.db)
    done = 0
    for _, days in itertools.groupby(pending, key=lambda one: one.hour // 24):
        articles = [one.article for one in days]
        for at in range(0, len(articles), BLOCK):
            keeping.add(articles[at : at + BLOCK])
            done += len(articles[at : at + BLOCK])
            progress(len(pending) + done, 2 * len(pending))
    with archive.transaction() as db:
        _count(db, [row[0] for row in db.execute(_WRONGLY_COUNTED)])
        _set_state(db, "stories", reached)
    return done


def _state(db: sqlite3.Connection, what: str) -> int:
    """Up to which change this is done by these rules; 0 where the rules have changed."""
    row = db.execute("SELECT built_to, version FROM stories_state WHERE what = ?", (what,)).fetchone()
    return int(row[0]) if row and row[1] == VERSION else 0


def _set_state(db: sqlite3.Connection, what: str, reached: int) -> None:
    db.execute("INSERT OR REPLACE INTO stories_state VALUES (?, ?, ?)", (what, reached, VERSION))


def _begin(archive: Archive, reached: int) -> None:
    """Take changed articles out of their stories, or everything where the rules have changed."""
    since = max(_state(archive.db, "stories"), _state(archive.db, "stories-begun"))
    with archive.transaction() as db:
        if since:
            db.execute(_CHANGED, (since,))
        else:
            for table in ("story_articles", "stories", "story_merges"):
                db.execute(f"DELETE FROM {table}")  # noqa: S608 (the names stand here)
        _set_state(db, "stories-begun", reached)


def _pending(db: sqlite3.Connection) -> list[_Pending]:
    """The articles that have no place yet, in the order of their time. Of their records only the times are read."""
    sql = """
        SELECT id, published, collected FROM articles
        WHERE coalesce(published, collected) IS NOT NULL AND id NOT IN (SELECT article FROM story_articles)
    """
    found = []
    for ident, published, collected in db.execute(sql):
        hour = hour_of(published, collected)
        if hour is not None:
            found.append(_Pending(hour, ident))
    return sorted(found)


class _Keeping:
    """One run of :func:`update`."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._db = archive.db
        self._stream = Stream()

    def add(self, articles: list[str]) -> None:
        """Add one block, and write what it changed."""
        vectors = self._vectors(articles)
        hours = {one.article: one.hour for one in vectors}
        firsts = copying.firsts(self._db, articles)
        placed = self._stories(firsts.values())
        # A copy goes where the first of its text is, if that has a place or gets one now.
        following = {
            one: first
            for one, first in firsts.items()
            if one in hours and (first in placed or (first in hours and first not in firsts))
        }
        block = [one for one in vectors if one.article not in following]
        if block:
            self._open(block)
        parts = self._stream.add(block)
        with self._archive.transaction() as db:
            sql = "INSERT INTO story_articles SELECT id, ?, revision, NULL FROM articles WHERE id = ?"
            db.executemany(sql, [(one.hour, one.article) for one in vectors])
            changed = self._write(parts)
            changed |= self._follow(following)
            _count(db, changed)

    def _vectors(self, articles: Iterable[str]) -> list[Vector]:
        found = (vector(article) for article in self._archive.articles(list(articles)))
        return [one for one in found if one is not None]

    def _stories(self, articles: Iterable[str]) -> dict[str, str | None]:
        """The story of each of these articles that has its place."""
        sql = "SELECT article, story FROM story_articles WHERE article IN (SELECT value FROM json_each(?))"
        return dict(self._db.execute(sql, (_json(articles),)).fetchall())

    def _open(self, block: list[Vector]) -> None:
        """Bring articles of earlier runs into the window."""
        first, last = min(one.hour for one in block), max(one.hour for one in block)
        sql = """
            SELECT article FROM story_articles
            WHERE hour BETWEEN ? AND ? AND article NOT IN (SELECT article FROM copies)
        """
        known = self._stream.articles | {one.article for one in block}
        near = [row[0] for row in self._db.execute(sql, (first - WINDOW, last + WINDOW))]
        self._stream.extend(self._vectors([one for one in near if one not in known]))

    def _write(self, parts: Sequence[Part]) -> set[str]:
        """Give every open article its place; returns the ids of stories that changed."""
        before = self._stories([one for part in parts for one in part.articles])
        known = {one: story for one, story in before.items() if story}
        copies = self._copies(before)
        changed: set[str] = set()
        after: dict[str, str] = {}
        for part, ident in zip(parts, _ids(parts, self._going_on(known, parts), set(known.values())), strict=True):
            moving = [one for one in part.articles if one in part.open or known.get(one) == ident]
            articles = [*moving, *(copy for one in moving for copy in copies.get(one, ()))]
            story = ident if len(articles) > 1 or ident in known.values() else None
            if all(before.get(one) == story for one in articles):
                after.update(dict.fromkeys(articles, ident))
                continue
            changed.update(known[one] for one in moving if one in known)
            if story:
                self._name(story, part.central)
                changed.add(story)
                after.update(dict.fromkeys(articles, story))
            self._place(articles, story)
        self._remember(known, after)
        return changed

    def _going_on(self, known: dict[str, str], parts: Sequence[Part]) -> dict[str, str]:
        """Of the articles and their stories those that are not too old to go on."""
        sql = """
            SELECT story FROM story_articles WHERE story IN (SELECT value FROM json_each(?))
            GROUP BY story HAVING min(hour) >= (
                SELECT min(hour) FROM story_articles WHERE article IN (SELECT value FROM json_each(?))
            ) - ?
        """
        opened = [one for part in parts for one in part.open]
        young = {row[0] for row in self._db.execute(sql, (_json(set(known.values())), _json(opened), LONGEST - OPEN))}
        return {one: story for one, story in known.items() if story in young or not opened}

    def _copies(self, articles: Iterable[str]) -> dict[str, list[str]]:
        """The copies of these articles that have their place already."""
        sql = """
            SELECT first, copies.article FROM copies JOIN story_articles ON story_articles.article = copies.article
            WHERE first IN (SELECT value FROM json_each(?1)) AND copies.article NOT IN (SELECT value FROM json_each(?1))
        """
        found: dict[str, list[str]] = {}
        for first, copy in self._db.execute(sql, (_json(articles),)):
            found.setdefault(first, []).append(copy)
        return found

    def _name(self, story: str, central: str) -> None:
        """See that there is a story of this id, labelled by its most central article."""
        sql = """
            INSERT INTO stories SELECT ?, title, '', '', 0, 0 FROM articles WHERE id = ?
            ON CONFLICT (id) DO UPDATE SET label = excluded.label
        """
        self._db.execute(sql, (story, central))

    def _place(self, articles: Iterable[str], story: str | None) -> None:
        sql = "UPDATE story_articles SET story = ? WHERE article = ?"
        self._db.executemany(sql, [(story, one) for one in articles])

    def _follow(self, following: dict[str, str]) -> set[str]:
        """Copies go where the first of their text is, and make a story with it where it was alone."""
        placed = self._stories(following.values())
        changed = set()
        for article, first in sorted(following.items()):
            story = placed[first]
            if story is None:
                placed[first] = story = _made_of(first)
                self._name(story, first)
                self._place([first], story)
            self._place([article], story)
            changed.add(story)
        return changed

    def _remember(self, before: dict[str, str], after: dict[str, str]) -> None:
        """Note which story took up one that is gone: the one that most of its articles are in now."""
        moved: dict[str, Counter[str]] = {}
        for article, old in before.items():
            if after.get(article, old) != old:
                moved.setdefault(old, Counter())[after[article]] += 1
        for old, counts in moved.items():
            if self._db.execute("SELECT 1 FROM story_articles WHERE story = ? LIMIT 1", (old,)).fetchone():
                continue
            new = min(counts, key=lambda one: (-counts[one], one))
            self._db.execute("UPDATE story_merges SET story = ? WHERE story = ?", (new, old))
            self._db.execute("INSERT OR REPLACE INTO story_merges VALUES (?, ?)", (old, new))


def _count(db: sqlite3.Connection, changed: Iterable[str]) -> None:
    """Count what the changed stories hold; those that lost all but one article are none any more."""
    text = _json(changed)
    sql = (
        "SELECT id FROM stories WHERE id IN (SELECT value FROM json_each(?))"
        " AND (SELECT count(*) FROM story_articles WHERE story = stories.id) < 2"
    )
    gone = [(row[0],) for row in db.execute(sql, (text,))]
    db.executemany("UPDATE story_articles SET story = NULL WHERE story = ?", gone)
    db.executemany("DELETE FROM stories WHERE id = ?", gone)
    db.execute(_TELL, (text,))


def _ids(parts: Sequence[Part], before: dict[str, str], used: set[str]) -> list[str]:
    """An id for each part: that of the story most of whose articles it holds, else a new one that is not in use."""
    shared = []
    for at, part in enumerate(parts):
        counts = Counter(before[article] for article in part.articles if article in before)
        shared += [(-count, story, at) for story, count in counts.items()]
    given: dict[int, str] = {}
    taken: set[str] = set()
    for _, story, at in sorted(shared):
        if at not in given and story not in taken:
            given[at] = story
            taken.add(story)
    return [given.get(at) or _new(part.articles, used) for at, part in enumerate(parts)]


def _new(part: tuple[str, ...], used: set[str]) -> str:
    """The id of a new story: that of its first article whose id no other story has."""
    ident = next((_made_of(one) for one in part if _made_of(one) not in used), _made_of(part[0]) + "x")
    used.add(ident)
    return ident


def _made_of(article: str) -> str:
    return "s" + article[:11]


def _json(values: Iterable[object]) -> str:
    return msgspec.json.encode(list(values)).decode()
