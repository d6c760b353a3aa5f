"""The chronicle in the archive: made from the readings, written where it changed, asked for by name, day and place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from shilu.chronicle.entries.entry import entries
from shilu.chronicle.entries.tellings import Source, tellings
from shilu.errors import NotFound
from shilu.records import Entry, Event

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from shilu.archive.store import Archive
    from shilu.chronicle.entries.tellings import Telling
    from shilu.knowledge import Authority

VERSION = "entries.v1"
_FOUND = "SELECT record FROM entries WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?"
_DATES = "SELECT date, count(*) FROM entries WHERE {where} GROUP BY date"


class _Told(msgspec.Struct, frozen=True):
    """The part of a reading that the chronicle needs."""

    events: tuple[Event, ...] = ()


class Wanted(msgspec.Struct, frozen=True):
    """Which entries are asked for."""

    parties: tuple[frozenset[str], ...] = ()
    """Each a person, body or state by its possible ids; all must take part."""
    type: str | None = None
    form: str | None = None
    status: str | None = None
    place: str | None = None
    since: str | None = None
    until: str | None = None
    min_sources: int = 1


_told = msgspec.json.Decoder(_Told).decode
_entry = msgspec.json.Decoder(Entry).decode


def is_current(archive: Archive) -> bool:
    """Whether the chronicle holds what the readings tell."""
    row = archive.db.execute("SELECT built_to, version FROM chronicle").fetchone()
    return row is not None and tuple(row) == (archive.last_change(), VERSION)


def update(archive: Archive, authority: Authority) -> int:
    """Bring the chronicle up to the readings; how many entries were written or taken away.

    All tellings are grouped anew, which takes seconds for a month of news; only rows that differ are written.
    """
    if is_current(archive):
        return 0
    reached = archive.last_change()
    made = {entry.id: entry for entry in entries(_tellings(archive.db, authority), authority)}
    encode = msgspec.json.Encoder().encode
    with archive.transaction() as db:
        before = dict(db.execute("SELECT id, record FROM entries").fetchall())
        records = {ident: encode(entry).decode() for ident, entry in made.items()}
        gone = [(ident,) for ident in before if ident not in records]
        changed = [ident for ident, record in records.items() if before.get(ident) != record]
        db.executemany("DELETE FROM entries WHERE id = ?", [*gone, *((ident,) for ident in changed)])
        db.executemany(
            "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (_row(made[ident], records[ident]) for ident in changed),
        )
        db.executemany(
            "INSERT INTO entry_parties VALUES (?, ?, ?)",
            ((ident, party.id, party.name) for ident in changed for party in made[ident].parties),
        )
        db.executemany(
            "INSERT INTO entry_articles VALUES (?, ?)",
            ((ident, article) for ident in changed for article in made[ident].articles),
        )
        db.execute("DELETE FROM chronicle")
        db.execute("INSERT INTO chronicle VALUES (?, ?)", (reached, VERSION))
    return len(gone) + len(changed)


def _tellings(db: sqlite3.Connection, authority: Authority) -> Iterator[Telling]:
    sql = """
        SELECT articles.id, outlet, coalesce(published, collected) AS day, title,
            json_extract(revisions.record, '$.agencies') AS agencies, readings.record
        FROM readings
        JOIN articles ON articles.id = readings.article AND articles.revision = readings.revision
        JOIN revisions ON revisions.id = articles.revision
        WHERE day IS NOT NULL
    """
    for ident, outlet, day, title, agencies, record in db.execute(sql):
        events = _told(record).events
        if events:
            wires = tuple(msgspec.json.decode(agencies)) if agencies else ()
            yield from tellings(Source(ident, outlet, day[:10], title, wires), events, authority)


def _row(entry: Entry, record: str) -> tuple[object, ...]:
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
        record,
    )


def find(archive: Archive, wanted: Wanted, limit: int = 0, *, offset: int = 0, newest: bool = False) -> Iterator[Entry]:
    """The entries asked for, by date, or the newest first; undated ones last. ``limit`` 0 means all."""
    where, values = _where(wanted)
    order = "date IS NULL, date DESC, first_reported DESC, id" if newest else "date IS NULL, date, first_reported, id"
    sql = _FOUND.format(where=where, order=order)
    for row in archive.db.execute(sql, (*values, limit or -1, offset)):
        yield _entry(row["record"])


def by_date(archive: Archive, wanted: Wanted) -> dict[str | None, int]:
    """How many entries asked for have each date, of whatever precision."""
    where, values = _where(wanted)
    return dict(archive.db.execute(_DATES.format(where=where), values).fetchall())


def _where(wanted: Wanted) -> tuple[str, list[object]]:
    """The condition on the table of entries, and its values."""
    sql = ["sources >= ?"]
    values: list[object] = [wanted.min_sources]
    terms = [
        ("type = ?", wanted.type),
        ("form = ?", wanted.form),
        ("status = ?", wanted.status),
        # Compared as finely as both are known: a month is neither before nor after one of its days.
        ("substr(date, 1, length(?)) >= substr(?, 1, length(date))", wanted.since),
        ("substr(date, 1, length(?)) <= ?", wanted.until),
    ]
    for term, value in terms:
        if value is not None:
            sql.append(f"AND {term}")
            values += [value] * term.count("?")
    if wanted.place:
        sql.append("AND place LIKE '%' || ? || '%'")
        values.append(wanted.place)
    for ids in wanted.parties:
        sql.append("AND id IN (SELECT entry FROM entry_parties WHERE party IN (SELECT value FROM json_each(?)))")
        values.append(msgspec.json.encode(sorted(ids)).decode())
    return " ".join(sql), values


def entry(archive: Archive, ident: str) -> Entry:
    """The entry of that id, or of a unique beginning of one.

    Raises:
        NotFound: where there is none, or more than one.
    """
    sql = "SELECT id, record FROM entries WHERE id >= ? AND id < ? LIMIT 6"
    rows = archive.db.execute(sql, (ident, ident + "~")).fetchall()
    if len(rows) != 1:
        close = tuple(row["id"] for row in rows)
        many = "more than one entry begins with" if rows else "there is no entry"
        raise NotFound(f"{many} {ident!r}", hint="see `shilu chronicle`", close=close)
    return _entry(rows[0]["record"])
