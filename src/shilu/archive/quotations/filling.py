"""Filling the tables of quotations, a batch of readings at a time, in the transaction that stores them.

Each quotation joins the statement of those that are alike (:mod:`.sameness`); statements that it joins become one. So
the order in which articles come in plays no part in which quotations are one statement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from shilu.archive.quotations.rows import Row, rows
from shilu.archive.quotations.sameness import alike, days_around, plain
from shilu.archive.values import many
from shilu.records import Article, Reading

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

    from shilu.archive.store import Archive

VERSION = "quotations.v2"
"""Of these rules; where it changes, the tables are made again."""
_BATCH = 256
_QUOTATION = """
    INSERT INTO quotations (
        id, statement, kind, text, speaker, speaker_id, speaker_key, speaker_text, cue, via, within, rule, found_by,
        block, "start", "end", article, moment, outlet
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_ARTICLES = """
    SELECT id, coalesce(published, collected, ''), outlet FROM articles
    WHERE id IN (SELECT value FROM json_each(?))
"""
_CANDIDATES = """
    SELECT DISTINCT statement, text FROM quotation_marks JOIN quotations ON id = quotation
    WHERE mark IN (SELECT value FROM json_each(?)) AND moment >= ? AND moment < ?
"""
_STATEMENTS = "SELECT statement FROM quotations WHERE id IN (SELECT value FROM json_each(?))"
_READINGS = """
    SELECT articles.id, revisions.record AS article, readings.record AS reading
    FROM readings JOIN articles ON articles.id = readings.article AND articles.revision = readings.revision
    JOIN revisions ON revisions.id = readings.revision
    WHERE articles.id IN (SELECT value FROM json_each(?))
"""
_decode_article = msgspec.json.Decoder(Article).decode
_decode_reading = msgspec.json.Decoder(Reading).decode


def is_current(archive: Archive) -> bool:
    """Whether the tables are made by these rules; from then on they follow every reading."""
    row = archive.db.execute("SELECT version FROM quotations_made").fetchone()
    return row is not None and row[0] == VERSION


def update(archive: Archive, progress: Callable[[int, int], None] = lambda _done, _total: None) -> None:
    """Make the tables from the readings where they are not made by these rules; the caller holds the lock."""
    if is_current(archive):
        return
    with archive.transaction() as db:
        for table in ("quotation_marks", "quotations", "quotations_made"):
            db.execute(f"DELETE FROM {table}")  # noqa: S608 (the names stand here)
        articles = [row[0] for row in db.execute("SELECT article FROM readings")]
        for start in range(0, len(articles), _BATCH):
            batch = db.execute(_READINGS, (many(articles[start : start + _BATCH]),)).fetchall()
            fill(db, [(ident, rows(_decode_article(a), _decode_reading(r))) for ident, a, r in batch])
            progress(start + len(batch), len(articles))
        db.execute("INSERT INTO quotations_made VALUES (?)", (VERSION,))


def fill(db: sqlite3.Connection, read: Sequence[tuple[str, Sequence[Row]]]) -> None:
    """Replace the quotations of these articles by the given ones; their readings are stored already."""
    db.executemany("DELETE FROM quotations WHERE article = ?", [(article,) for article, _ in read])
    found = db.execute(_ARTICLES, (many(article for article, _ in read),)).fetchall()
    told = {article: (moment, outlet) for article, moment, outlet in found}
    last = db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'quotations'").fetchone()
    number = last[0] if last else 0
    for article, quotations in read:
        around: dict[object, tuple[int, int]] = {}
        before = number + 1
        for row in quotations:
            number += 1
            one = row.quotation
            # “……” in a reported clause is a part of it; the clause comes first, in reading order.
            place = (one.block, row.speaker_id, row.speaker_key)
            end, outer = around.get(place, (0, 0))
            same = {outer} if one.end <= end else set()
            same |= {before + row.repeats} if row.repeats is not None else set()
            _insert(db, number, row, (article, *told[article]), same)
            if one.end > end:
                around[place] = one.end, number


def _insert(db: sqlite3.Connection, number: int, row: Row, where: tuple[str, str, str], same: set[int]) -> None:
    """Store one quotation; ``same`` are those of its article that are of one statement with it."""
    one = row.quotation
    known = {of[0] for of in db.execute(_STATEMENTS, (many(same),))} if same else set()
    statements = sorted(known | _told(db, where[1], row))
    statement = statements[0] if statements else number
    spoken = (one.speaker, row.speaker_id, row.speaker_key, one.speaker_text)
    how = (one.cue, one.via, one.within, one.rule, one.found_by, one.block, one.start, one.end)
    db.execute(_QUOTATION, (number, statement, one.kind, one.text, *spoken, *how, *where))
    db.execute("INSERT INTO quotation_words (rowid, words, around) VALUES (?, ?, ?)", (number, row.words, row.around))
    db.executemany("INSERT INTO quotation_marks VALUES (?, ?)", [(mark, number) for mark in row.marks])
    if len(statements) > 1:
        sql = "UPDATE quotations SET statement = ? WHERE statement IN (SELECT value FROM json_each(?))"
        db.execute(sql, (statement, many(statements[1:])))


def _told(db: sqlite3.Connection, moment: str, row: Row) -> set[int]:
    """The statements that a quotation tells."""
    days = days_around(moment)
    if days is None:
        return set()
    words = plain(row.quotation.text)
    found: set[int] = set()
    for statement, text in db.execute(_CANDIDATES, (many(row.marks), *days)):
        if statement not in found and alike(words, plain(text)):
            found.add(statement)
    return found
