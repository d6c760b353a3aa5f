"""The chronicle in the archive: brought up to the readings, block by block.

What articles tell is kept beside the entries. An update compares the tellings of articles that have changed with those
kept, and groups again only the blocks in which one was added, changed or taken back; only rows that differ are written.
So its cost follows what is new, and the entries are those that making all anew would give.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from shilu.chronicle.entries.entry import entry_of
from shilu.chronicle.entries.grouping import grouped
from shilu.chronicle.entries.tellings import Source, Telling, tellings
from shilu.records import Event  # noqa: TC001 (msgspec reads the types of its structs)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator

    from shilu.archive.store import Archive
    from shilu.knowledge import Authority
    from shilu.records import Entry

VERSION = "entries.v118"
_DAY = len("2024-02-16")


class _Told(msgspec.Struct, frozen=True):
    """The part of a reading that the chronicle needs."""

    events: tuple[Event, ...] = ()


class _Text(msgspec.Struct, frozen=True):
    """The part of a block that the chronicle needs."""

    text: str


_told = msgspec.json.Decoder(_Told).decode
_wires = msgspec.json.Decoder(tuple[str, ...]).decode
_blocks = msgspec.json.Decoder(tuple[_Text, ...]).decode
_telling = msgspec.json.Decoder(Telling).decode
_encode = msgspec.json.Encoder().encode

# Articles that have changed, with the reading of their current revision where they have one.
_CHANGED = """
    SELECT articles.id, outlet,
        CASE WHEN length(published) >= 10 THEN published ELSE coalesce(collected, '') END, title,
        json_extract(revisions.record, '$.agencies'), json_extract(revisions.record, '$.blocks'), readings.record
    FROM articles
    JOIN revisions ON revisions.id = articles.revision
    LEFT JOIN readings ON readings.article = articles.id AND readings.revision = articles.revision
    WHERE articles.changed > ?
"""


def is_current(archive: Archive) -> bool:
    """Whether the chronicle holds what the readings tell."""
    return _built_to(archive.db) == archive.last_change() and not _stale(archive.db)


def update(
    archive: Archive, authority: Authority, progress: Callable[[int, int], None] = lambda _done, _total: None
) -> int:
    """Bring the chronicle up to the readings; how many entries were written or taken away.

    ``progress`` is told how many articles and blocks of tellings are done, of how many; blocks are counted once the
    articles are through.
    """
    if is_current(archive):
        return 0
    with archive.transaction() as db:
        reached = archive.last_change()
        since = _built_to(db)
        if since is None:
            db.execute("DELETE FROM tellings")
            db.execute("DELETE FROM entries")
        total = archive.changed(since or 0)
        for done, (article, told) in enumerate(_told_anew(db, since or 0, authority), 1):
            _keep(db, article, told)
            progress(done, total)
        blocks, written = _stale(db), 0
        for done, block in enumerate(blocks, 1):
            written += _regroup(db, block, authority)
            progress(total + done, total + len(blocks))
        db.execute("DELETE FROM stale_blocks")
        db.execute("DELETE FROM chronicle")
        db.execute("INSERT INTO chronicle VALUES (?, ?)", (reached, VERSION))
    return written


def _built_to(db: sqlite3.Connection) -> int | None:
    """The change of the articles up to which the entries are made; None where these rules made none."""
    row = db.execute("SELECT built_to FROM chronicle WHERE version = ?", (VERSION,)).fetchone()
    return None if row is None else int(row[0])


def _stale(db: sqlite3.Connection) -> list[str]:
    return [row[0] for row in db.execute("SELECT block FROM stale_blocks ORDER BY block")]


def _told_anew(db: sqlite3.Connection, since: int, authority: Authority) -> Iterator[tuple[str, list[Telling]]]:
    """What articles tell that have changed; nothing, where they were not read yet or no day of theirs is known."""
    for article, outlet, day, title, agencies, blocks, record in db.execute(_CHANGED, (since,)):
        events = _told(record).events if record and len(day) >= _DAY else ()
        at = day if len(day) > _DAY else ""
        source = Source(article, outlet, day[:_DAY], at, title, _wires(agencies) if agencies else ())
        texts = (title, *(block.text for block in _blocks(blocks))) if events else ()
        yield article, list(tellings(source, events, authority, texts))


def _keep(db: sqlite3.Connection, article: str, told: list[Telling]) -> None:
    rows = {number: (telling.block, _encode(telling).decode()) for number, telling in enumerate(told)}
    before = {
        row[0]: (row[1], row[2])
        for row in db.execute("SELECT number, block, record FROM tellings WHERE article = ?", (article,))
    }
    gone = [(article, number) for number, row in before.items() if rows.get(number) != row]
    new = [(article, number, *row) for number, row in rows.items() if before.get(number) != row]
    db.executemany("DELETE FROM tellings WHERE article = ? AND number = ?", gone)
    db.executemany("INSERT INTO tellings VALUES (?, ?, ?, ?)", new)


def _regroup(db: sqlite3.Connection, block: str, authority: Authority) -> int:
    """Make the entries of a block again; how many rows differed."""
    told = [_telling(row[0]) for row in db.execute("SELECT record FROM tellings WHERE block = ?", (block,))]
    made = {one.id: one for group in grouped(told) for one in (entry_of(group, authority),)}
    records = {ident: _encode(one).decode() for ident, one in made.items()}
    before = dict(db.execute("SELECT id, record FROM entries WHERE block = ?", (block,)).fetchall())
    gone = [ident for ident in before if ident not in records]
    changed = [ident for ident, record in records.items() if before.get(ident) != record]
    db.executemany("DELETE FROM entries WHERE id = ?", [(ident,) for ident in (*gone, *changed)])
    db.executemany(
        "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((*_columns(made[ident]), records[ident], block) for ident in changed),
    )
    db.executemany(
        "INSERT INTO entry_parties VALUES (?, ?, ?)",
        ((ident, party.id, party.name) for ident in changed for party in made[ident].parties),
    )
    db.executemany(
        "INSERT INTO entry_articles VALUES (?, ?)",
        ((ident, article) for ident in changed for article in made[ident].articles),
    )
    return len(gone) + len(changed)


def _columns(entry: Entry) -> tuple[object, ...]:
    return (
        entry.id,
        entry.type,
        entry.form,
        entry.mode,
        entry.status,
        entry.date,
        entry.place,
        entry.sources,
        len(entry.outlets),
        len(entry.articles),
        len(entry.discrepancies),
        entry.first,
    )
