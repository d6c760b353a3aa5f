"""What becomes of the articles of a day: they are grouped with those before them, and stories keep their ids.

Articles of the day and of the two before it are *open*: they go where they are grouped now. Older ones stay where they
are, and what is grouped with them joins their story. So what a day comes to depends on the articles alone, and not on
the runs they came in. Only where few come late to a day that was grouped are they alone open, and all else stays: an
archive that is cited should not move for one post more.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from shilu.archive.values import many
from shilu.chronicle import copying
from shilu.chronicle.stories.digests import pieces, telling
from shilu.chronicle.stories.grouping import grouped
from shilu.chronicle.stories.vectors import vector

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from shilu.archive.store import Archive
    from shilu.chronicle.stories.digests import Piece
    from shilu.chronicle.stories.grouping import Part
    from shilu.chronicle.stories.vectors import Vector

WINDOW = 4
"""Days before it that a day is grouped with."""
OPEN = 2
"""Days that an article can change its story: at the edge of the window regrouping would break stories up."""
LONGEST = 7
"""Days that a story takes in what is like it; series of daily notices would never end."""
FEW = 0.05
"""Share of a day's articles that can join it late. Above it the day is grouped anew."""
MOST = 4_000
"""Articles grouped at once; of a day with more than half of them one half after the other."""

_TELL = """
    UPDATE stories SET (first, last, articles, outlets) = (
        SELECT min(coalesce(published, collected)), max(coalesce(published, collected)), count(*),
            count(DISTINCT outlet)
        FROM story_articles JOIN articles ON articles.id = article WHERE story = stories.id
    ) WHERE id IN (SELECT value FROM json_each(?))
"""
# Where the article that gave a story its headline has left it, the next one's is its label.
_LABEL = """
    UPDATE stories SET label = (
        SELECT title FROM story_articles JOIN articles ON articles.id = article WHERE story = stories.id
        ORDER BY hour, articles.id LIMIT 1
    ) WHERE id IN (SELECT value FROM json_each(?)) AND label NOT IN (
        SELECT title FROM story_articles JOIN articles ON articles.id = article WHERE story = stories.id
    )
"""
# A copy goes where the first of its text is. Where that has no place, for want of a time, the copy stands for it.
_BETWEEN = """
    SELECT article FROM story_articles WHERE hour >= ? AND hour < ? AND article NOT IN (
        SELECT copies.article FROM copies JOIN story_articles ON story_articles.article = first
    ) ORDER BY hour, article
"""
_TEXTS = """
    SELECT count(*) FROM story_articles WHERE hour >= ? AND hour < ? AND article NOT IN (SELECT article FROM copies)
"""
_COPIES = """
    SELECT first, copies.article FROM copies JOIN story_articles ON story_articles.article = copies.article
    WHERE first IN (SELECT value FROM json_each(?1)) AND copies.article NOT IN (SELECT value FROM json_each(?1))
"""
_PART = """
    INSERT INTO story_parts VALUES (?, ?, ?, ?, ?) ON CONFLICT (article, first) DO UPDATE
    SET last = excluded.last, nearest = excluded.nearest, likeness = excluded.likeness
    WHERE excluded.likeness > likeness
"""
_BEGUN_SINCE = """
    SELECT story FROM story_articles WHERE story IN (SELECT value FROM json_each(?))
    GROUP BY story HAVING min(hour) >= ?
"""


class Placing:
    """Places articles, day by day; keeps what the window's articles are compared by at hand."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._db = archive.db
        self._vectors: dict[str, Vector] = {}
        self._digests: dict[str, tuple[Piece, ...]] = {}

    def few(self, day: int, new: Mapping[str, float]) -> bool:
        """Whether these are so few, beside the articles that this day was grouped with, that they can join it.

        Those count that are there beyond the articles it was grouped with: a copy, or a revision, is none more.
        """
        row = self._db.execute("SELECT grouped FROM story_days WHERE day = ?", (day,)).fetchone()
        if row is None:
            return False
        grouped, firsts = int(row[0]), new.keys() - copying.firsts(self._db, new).keys()
        return self._texts(day) + len(firsts) - grouped <= FEW * grouped

    def add(self, day: int, new: Mapping[str, float]) -> None:
        """Place the articles of a day anew; of those that come in now the hours are given."""
        self._enter(new)
        before, today = self._between(day - WINDOW, day), self._between(day, day + 1)
        was = self._stories([*before, *today])
        opened = 24 * (day - OPEN)
        changed: set[str] = set()
        for at in range(0, len(today), MOST // 2):
            block = today[at : at + MOST // 2]
            known = self._known([*before, *block][-MOST:])
            changed |= self._write(known, day, {one.article for one in known if one.hour >= opened})
            before += block
        self._finish(changed | self._follow(new), was)
        self._tell({one for one in self._digests if self._vectors[one].hour >= opened})
        self._db.execute("INSERT OR REPLACE INTO story_days VALUES (?, ?)", (day, self._texts(day)))

    def join(self, day: int, new: Mapping[str, float]) -> None:
        """Place few articles that come late to a day: with all that was grouped when it was last open."""
        self._enter(new)
        last = day + OPEN
        nearest = sorted(range(last - WINDOW, last + 1), key=lambda one: abs(one - day))
        window = [article for one in nearest for article in self._between(one, one + 1)]
        late = [one for one in window if one in new]
        others = [one for one in window if one not in new]
        changed = self._write(self._known([*late, *others[: MOST - len(late)]]), last, set(late)) if late else set()
        self._finish(changed | self._follow(new), {})
        self._tell(self._digests.keys() & new.keys())

    def _texts(self, day: int) -> int:
        """How many articles of a day have their place, copies left out."""
        return int(self._db.execute(_TEXTS, (24 * day, 24 * (day + 1))).fetchone()[0])

    def _enter(self, new: Mapping[str, float]) -> None:
        sql = "INSERT INTO story_articles SELECT id, ?, revision, NULL FROM articles WHERE id = ?"
        self._db.executemany(sql, [(hour, one) for one, hour in new.items()])

    def _finish(self, changed: set[str], was: Mapping[str, str | None]) -> None:
        """Count the changed stories, and note where those are now that are gone."""
        gone = count(self._db, changed)
        self._remember({one: story for one, story in was.items() if story in gone})

    def _between(self, first: int, last: int) -> list[str]:
        """The articles from one day to before another, by time."""
        return [row[0] for row in self._db.execute(_BETWEEN, (24 * first, 24 * last))]

    def _known(self, articles: list[str]) -> list[Vector]:
        missing = [one for one in articles if one not in self._vectors]
        read: dict[str, Vector | None] = {}
        for one in self._archive.articles(missing):
            read[one.id] = vector(one)
            if found_pieces := pieces(one):
                self._digests[one.id] = found_pieces
        found = {one: self._vectors.get(one) or read[one] for one in articles}
        self._vectors = {one: what for one, what in found.items() if what}
        self._digests = {one: what for one, what in self._digests.items() if one in self._vectors}
        return list(self._vectors.values())

    def _stories(self, articles: Iterable[str]) -> dict[str, str | None]:
        """The story of each of these articles that has its place."""
        sql = "SELECT article, story FROM story_articles WHERE article IN (SELECT value FROM json_each(?))"
        return dict(self._db.execute(sql, (many(articles),)).fetchall())

    def _write(self, known: Sequence[Vector], day: int, opened: AbstractSet[str]) -> set[str]:
        """Group articles up to a day, and give the open ones their places; returns the ids of stories that changed."""
        parts = grouped(known)
        articles = [one for part in parts for one in part.articles]
        copies = self._copies(articles)
        before = self._stories([*articles, *(copy for those in copies.values() for copy in those)])
        settled = self._settled({one: before[one] for one in articles if one not in opened}, day)
        passing = self._begun_since(24 * (day - OPEN), {one: before[one] for one in articles if one in opened})
        changed: set[str] = set()
        for part, ident in zip(parts, self._ids(parts, settled, passing), strict=True):
            moving = [
                one for one in part.articles if one in opened or (before[one] is None and settled.get(one) == ident)
            ]
            if opened.isdisjoint(moving):
                continue
            placed = [*moving, *(copy for one in moving for copy in copies.get(one, ()))]
            story = ident if len(placed) > 1 or ident in settled.values() else None
            if all(before[one] == story for one in placed):
                continue
            changed.update(old for one in placed if (old := before[one]))
            if story:
                # Among older articles that stay, the most central may be of another story.
                own = part.central in placed or before[part.central] == story
                self._name(story, part.central if own else placed[0], anew=own)
                changed.add(story)
            self._place(placed, story)
        return changed

    def _copies(self, articles: Iterable[str]) -> dict[str, list[str]]:
        """The copies of these articles that have their place already."""
        found: dict[str, list[str]] = {}
        for first, copy in self._db.execute(_COPIES, (many(articles),)):
            found.setdefault(first, []).append(copy)
        return found

    def _settled(self, closed: Mapping[str, str | None], day: int) -> dict[str, str]:
        """Of articles that stay where they are the stories that go on; of one alone the story it can become."""
        alone = {one: _made_of(one) for one, story in closed.items() if story is None}
        sql = "SELECT id FROM stories WHERE id IN (SELECT value FROM json_each(?))"
        used = {row[0] for row in self._db.execute(sql, (many(alone.values()),))}
        return self._begun_since(24 * (day - LONGEST), closed) | {
            one: ident for one, ident in alone.items() if ident not in used
        }

    def _begun_since(self, hour: float, stories: Mapping[str, str | None]) -> dict[str, str]:
        """Of articles and their stories those whose story has no article from before that hour."""
        found = {row[0] for row in self._db.execute(_BEGUN_SINCE, (many(set(stories.values())), hour))}
        return {one: story for one, story in stories.items() if story in found and story}

    def _ids(self, parts: Sequence[Part], settled: Mapping[str, str], passing: Mapping[str, str]) -> Iterator[str]:
        """An id for each part: of the story most of whose settled articles it holds, else of open ones, else a new."""
        given: dict[int, str] = {}
        for stories in (settled, passing):
            shared: list[tuple[int, str, int, str]] = []
            for at, part in enumerate(parts):
                held = [(one, stories[one]) for one in part.articles if one in stories]
                firsts = dict(reversed([(story, one) for one, story in held]))
                counts = Counter(story for _, story in held)
                shared += [(-many, firsts[story], at, story) for story, many in counts.items()]
            for _, _, at, story in sorted(shared):
                if at not in given and story not in given.values():
                    given[at] = story
        used = {*settled.values(), *passing.values()}
        for at, part in enumerate(parts):
            yield given.get(at) or self._new(part.articles, used)

    def _new(self, articles: Sequence[str], used: set[str]) -> str:
        """The id of a new story: that of its first article whose id no other story has."""
        sql = "SELECT id FROM stories WHERE id IN (SELECT value FROM json_each(?))"
        own = [_made_of(one) for one in articles]
        used.update(row[0] for row in self._db.execute(sql, (many(own),)))
        ident = next((one for one in own if one not in used), own[0] + "x")
        used.add(ident)
        return ident

    def _name(self, story: str, central: str, *, anew: bool = True) -> None:
        """See that there is a story of this id, labelled by its most central article; ``anew``: also one that was."""
        sql = """
            INSERT INTO stories SELECT ?1, title, '', '', 0, 0 FROM articles WHERE id = ?2
            ON CONFLICT (id) DO UPDATE SET label = iif(?3, excluded.label, label)
        """
        self._db.execute(sql, (story, central, anew))

    def _place(self, articles: Iterable[str], story: str | None) -> None:
        sql = "UPDATE story_articles SET story = ? WHERE article = ?"
        self._db.executemany(sql, [(story, one) for one in articles])

    def _follow(self, new: Iterable[str]) -> set[str]:
        """New copies go where the first of their text is, and make a story with it where it was alone."""
        firsts = copying.firsts(self._db, new)
        placed = self._stories(firsts.values())
        changed = set()
        for article, first in sorted(firsts.items()):
            if first not in placed:
                continue
            story = placed[first]
            if story is None:
                placed[first] = story = self._new([first], set())
                self._name(story, first)
                self._place([first], story)
            self._place([article], story)
            changed.add(story)
        return changed

    def _tell(self, digests: Iterable[str]) -> None:
        """Note which stories the parts of digests tell, where these are more alike than what is noted."""
        stories = self._stories(self._vectors)
        around = [one for one in self._vectors.values() if stories[one.article] and one.article not in self._digests]
        some = [(digest, piece) for digest in sorted(digests) for piece in self._digests[digest]]
        found = telling([piece for _, piece in some], around, [str(stories[one.article]) for one in around])
        rows = [
            (digest, piece.first, piece.last, *told) for (digest, piece), told in zip(some, found, strict=True) if told
        ]
        self._db.executemany(_PART, rows)

    def _remember(self, gone: Mapping[str, str]) -> None:
        """Of articles and the stories they were in, which are gone, note where most of each story's are now."""
        now = self._stories(gone)
        moved: dict[str, Counter[str]] = {}
        for article, old in gone.items():
            if story := now[article]:
                moved.setdefault(old, Counter())[story] += 1
        for old, counts in moved.items():
            new = min(counts, key=lambda one: (-counts[one], one))
            self._db.execute("UPDATE story_merges SET story = ? WHERE story = ?", (new, old))
            self._db.execute("INSERT OR REPLACE INTO story_merges VALUES (?, ?)", (old, new))


def count(db: sqlite3.Connection, changed: Iterable[str]) -> set[str]:
    """Count what the changed stories hold; those that lost all but one article are none any more, and are returned."""
    text = many(changed)
    sql = (
        "SELECT id FROM stories WHERE id IN (SELECT value FROM json_each(?))"
        " AND (SELECT count(*) FROM story_articles WHERE story = stories.id) < 2"
    )
    gone = [(row[0],) for row in db.execute(sql, (text,))]
    db.executemany("UPDATE story_articles SET story = NULL WHERE story = ?", gone)
    db.executemany("DELETE FROM stories WHERE id = ?", gone)
    db.execute(_TELL, (text,))
    db.execute(_LABEL, (text,))
    return {ident for (ident,) in gone}


def _made_of(article: str) -> str:
    return "s" + article[:11]
