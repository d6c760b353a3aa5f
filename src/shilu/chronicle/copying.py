"""Copies in the archive: every new text is compared with those it could be a copy of, whenever they came in.

A text that equals one already compared, but for a word, gets no bands of its own: it is found through that one. So a
band never holds thousands of texts, even where thousands of posts are one text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import msgspec

from shilu.archive.values import many
from shilu.chronicle.copies import EQUAL, Kind, Likeness, Shingles, bands, digest, is_sequel, kind, likeness, shingles

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator

    from shilu.archive.store import Archive
    from shilu.records import Article

VERSION = "copies.v3"
COMMIT_EVERY = 1_000  # articles: a kill costs a second of work
_REMEMBERED = 4_000  # texts kept at hand, 10 kB each
_COMPARED = 40  # candidates of one text, those that share most bands

_CANDIDATES = """
    SELECT article FROM copy_bands JOIN copy_texts ON copy_texts.id = text
    WHERE band IN (SELECT value FROM json_each(?)) AND article <> ?
    GROUP BY text ORDER BY count(*) DESC, text LIMIT ?
"""
_EQUAL = "SELECT article FROM copy_texts WHERE digest = ? AND article <> ? ORDER BY id LIMIT 1"
_GROUP = """
    SELECT article FROM copies WHERE first IN (SELECT value FROM json_each(?1))
    UNION SELECT value FROM json_each(?1) ORDER BY 1
"""
_Alike: TypeAlias = "tuple[str, Likeness]"


class Copy(msgspec.Struct, frozen=True):
    """An article that is one text with an earlier one."""

    article: str
    first: str
    """The earliest article of the group."""
    nearest: str
    kind: Kind
    jaccard: float
    within: float


def copies_of(db: sqlite3.Connection, article: str) -> list[Copy]:
    """The articles that are one text with this one, by id; it may be the first of them itself."""
    sql = "SELECT * FROM copies WHERE first = coalesce((SELECT first FROM copies WHERE article = ?1), ?1)"
    return [Copy(*row) for row in db.execute(sql, (article,))]


def firsts(db: sqlite3.Connection, articles: Iterable[str]) -> dict[str, str]:
    """The first of the group of each of these articles that is a copy."""
    sql = "SELECT article, first FROM copies WHERE article IN (SELECT value FROM json_each(?))"
    return dict(db.execute(sql, (many(articles),)).fetchall())


def groups(db: sqlite3.Connection, articles: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Of each of these articles the others that are one text with it; those that are alone are left out."""
    sql = """
        WITH asked AS (
            SELECT value AS article, coalesce(copies.first, value) AS first
            FROM json_each(?) LEFT JOIN copies ON copies.article = value
        ), texts AS (SELECT article, first FROM copies UNION ALL SELECT DISTINCT first, first FROM copies)
        SELECT asked.article, texts.article FROM asked JOIN texts USING (first)
        WHERE asked.article <> texts.article ORDER BY texts.article
    """
    found: dict[str, tuple[str, ...]] = {}
    for article, other in db.execute(sql, (many(articles),)):
        found[article] = (*found.get(article, ()), other)
    return found


def is_current(archive: Archive) -> bool:
    """Whether every article of today's text was compared."""
    return _state(archive.db) >= archive.last_change()


def update(archive: Archive, progress: Callable[[int, int], None] = lambda _done, _total: None) -> int:
    """Compare every article that is new or was changed; how many they were."""
    since = _state(archive.db)
    if not since:
        with archive.transaction() as db:
            for table in ("copies", "copy_bands", "copy_texts"):
                db.execute(f"DELETE FROM {table}")  # noqa: S608 (the names stand here)
    comparing = _Comparing(archive)
    done, total = 0, archive.changed(since)
    for batch in _batches(archive, since):
        with archive.transaction() as db:
            for _, article in batch:
                comparing.compare(article)
            _set_state(db, batch[-1][0])
        done += len(batch)
        progress(done, total)
    return done


def _batches(archive: Archive, since: int) -> Iterator[list[tuple[int, Article]]]:
    batch: list[tuple[int, Article]] = []
    for change in archive.changes(since):
        batch.append((change.number, change.article))
        if len(batch) == COMMIT_EVERY:
            yield batch
            batch = []
    if batch:
        yield batch


def _state(db: sqlite3.Connection) -> int:
    """Up to which change articles were compared by these rules; 0 where the rules have changed."""
    row = db.execute("SELECT built_to, version FROM stories_state WHERE what = 'copies'").fetchone()
    return int(row[0]) if row and row[1] == VERSION else 0


def _set_state(db: sqlite3.Connection, number: int) -> None:
    db.execute("INSERT OR REPLACE INTO stories_state VALUES ('copies', ?, ?)", (number, VERSION))


class _Comparing:
    """One run of :func:`update`."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._db = archive.db
        self._known: dict[str, tuple[Article, Shingles]] = {}

    def compare(self, article: Article) -> None:
        """Find what the article is a copy of, in the place of what was found for its former text."""
        known = self._db.execute("SELECT digest FROM copy_texts WHERE article = ?", (article.id,)).fetchone()
        if known and known[0] == digest(shingles(article)):
            return  # it was read again, and its text is the same
        for one in [article, *self._archive.articles(self._forget(article.id))]:
            self._find(one)

    def _forget(self, article: str) -> list[str]:
        """Take out an article's former text and the group it was in; returns the others of the group."""
        self._known.pop(article, None)
        if not self._db.execute("SELECT 1 FROM copy_texts WHERE article = ?", (article,)).fetchone():
            return []
        group = _group(self._db, {_first(self._db, article)})
        self._db.executemany("DELETE FROM copies WHERE article = ?", [(one,) for one in group])
        self._db.executemany("DELETE FROM copy_texts WHERE article = ?", [(one,) for one in group])
        return [one for one in group if one != article]

    def _find(self, article: Article) -> None:
        if not article.text.strip():
            return  # a headline alone, such as that of a weekly column, is no text
        text = shingles(article)
        self._remember(article, text)
        number, found = digest(text), bands(text)
        alike = self._alike(article, text, number, found)
        sql = "INSERT INTO copy_texts (article, digest) VALUES (?, ?)"
        row = self._db.execute(sql, (article.id, number)).lastrowid
        if not alike or alike[0][1].jaccard < EQUAL:
            self._db.executemany("INSERT OR IGNORE INTO copy_bands VALUES (?, ?)", [(band, row) for band in found])
        if alike:
            self._link(article, alike)

    def _alike(self, article: Article, text: Shingles, number: int, found: list[int]) -> list[_Alike]:
        """The articles of the same text, the most alike first."""
        equal = self._db.execute(_EQUAL, (number, article.id)).fetchone()
        if equal:
            return [(equal[0], Likeness(1.0, 1.0, 1.0))]
        candidates = [row[0] for row in self._db.execute(_CANDIDATES, (many(found), article.id, _COMPARED))]
        compared = [(other, likeness(text, self._text(other)[1])) for other in candidates]
        copies = [one for one in compared if one[1].one_text and not is_sequel(article, self._text(one[0])[0], one[1])]
        return sorted(copies, key=lambda one: (-one[1].jaccard, one[0]))

    def _link(self, article: Article, alike: list[_Alike]) -> None:
        """Put the article into its group; where it is like texts of several groups they become one."""
        nearest: dict[str, _Alike] = {}
        for one in alike:
            nearest.setdefault(_first(self._db, one[0]), one)
        first = self._earliest([article.id, *nearest])
        # The first's own group stays as it is: of 5,000 copies each would else be written 5,000 times.
        group = [article.id, *_group(self._db, [head for head in nearest if head != first])]
        if first != article.id:
            self._set(article.id, article, *alike[0])
        for head, (other, like) in nearest.items():
            if head != first:
                self._set(head, self._text(other)[0], article.id, like)
        sql = "UPDATE copies SET first = ? WHERE article IN (SELECT value FROM json_each(?))"
        self._db.execute(sql, (first, many(group)))

    def _set(self, ident: str, article: Article, nearest: str, like: Likeness) -> None:
        earlier, later = sorted((article, self._text(nearest)[0]), key=_time)
        what = kind(earlier, later, like)
        row = (ident, nearest, nearest, what, like.jaccard, like.within)
        self._db.execute("INSERT INTO copies VALUES (?, ?, ?, ?, ?, ?)", row)

    def _earliest(self, articles: list[str]) -> str:
        sql = (
            "SELECT id FROM articles WHERE id IN (SELECT value FROM json_each(?))"
            " ORDER BY coalesce(published, collected, '~'), id LIMIT 1"
        )
        return str(self._db.execute(sql, (many(articles),)).fetchone()[0])

    def _text(self, article: str) -> tuple[Article, Shingles]:
        known = self._known.get(article)
        if known is None:
            stored = next(self._archive.articles([article]))
            known = self._remember(stored, shingles(stored))
        return known

    def _remember(self, article: Article, text: Shingles) -> tuple[Article, Shingles]:
        if len(self._known) >= _REMEMBERED:
            del self._known[next(iter(self._known))]
        self._known[article.id] = article, text
        return self._known[article.id]


def _first(db: sqlite3.Connection, article: str) -> str:
    """The first of an article's group: itself where it is alone."""
    return firsts(db, [article]).get(article, article)


def _group(db: sqlite3.Connection, heads: Iterable[str]) -> list[str]:
    """All articles of these groups."""
    return [row[0] for row in db.execute(_GROUP, (many(heads),))]


def _time(article: Article) -> tuple[str, str]:
    return article.published or article.collected or "~", article.id
