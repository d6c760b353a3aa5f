"""Filing: to which revision of which article a snapshot belongs.

Snapshots that read to the same headline and blocks share a revision. Its record is that of the earliest of them, which
is nearest to the publication.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from shilu.archive.values import many

if TYPE_CHECKING:
    import sqlite3

    from shilu.archive.prepare import Columns, Prepared


class Document(NamedTuple):
    """A snapshot to file: its number in the store, the moment it stands for, and what was read from it."""

    snapshot: int
    at: str
    prepared: Prepared


class Filed(NamedTuple):
    """Where the documents went."""

    revisions: list[int]
    """The revision of each document."""
    columns: dict[int, Columns]
    """Of every revision whose record was written."""
    last: int
    """The highest number of a revision."""


class _Place(NamedTuple):
    """A revision and the snapshot that its record is from; ``at`` is empty where that went elsewhere."""

    revision: int
    snapshot: int
    at: str

    def gives_way(self, document: Document) -> bool:
        """Whether the document's record is to stand for the revision."""
        return document.snapshot == self.snapshot or not self.at or document.at < self.at


def filed(db: sqlite3.Connection, documents: list[Document], last: int) -> Filed:
    """File documents; new revisions are numbered on from ``last``. Their articles have to be settled afterwards."""
    places = _places(db, {document.prepared.article for document in documents})
    known = {article for article, _ in places}
    revisions: list[int] = []
    columns: dict[int, Columns] = {}
    new, better = [], []
    for document in documents:
        one = document.prepared
        key = (one.article, one.content)
        place = places.get(key)
        if place is None:
            last += 1
            # Nearly always the first and only one. To number it afterwards would write its record a second time.
            number = 0 if one.article in known else 1
            known.add(one.article)
            new.append((last, one.article, number, one.content, document.snapshot, one.reader, one.record))
        elif place.gives_way(document):
            better.append((document.snapshot, one.reader, one.record, place.revision))
        if place is None or place.gives_way(document):
            place = places[key] = _Place(place.revision if place else last, document.snapshot, document.at)
            columns[place.revision] = one.columns
        revisions.append(place.revision)
    # Records come as the bytes that SQLite keeps: to make strings of them on the way would take both processes time.
    db.executemany("INSERT INTO revisions VALUES (?, ?, ?, ?, ?, ?, CAST(? AS TEXT))", new)
    db.executemany("UPDATE revisions SET snapshot = ?, reader = ?, record = CAST(? AS TEXT) WHERE id = ?", better)
    # Their texts are the same, but other fields may not be, such as the time that relative days count from.
    db.executemany("DELETE FROM readings WHERE revision = ?", [(revision,) for *_, revision in better])
    return Filed(revisions, columns, last)


def _places(db: sqlite3.Connection, articles: set[str]) -> dict[tuple[str, str], _Place]:
    """The revisions that these articles have by now."""
    sql = (
        "SELECT article, content, revisions.id, snapshot, iif(snapshots.revision = revisions.id, at, '')"
        " FROM json_each(?) AS touched"
        " JOIN revisions ON revisions.article = touched.value JOIN snapshots ON snapshots.id = revisions.snapshot"
    )
    rows = db.execute(sql, (many(articles),))
    return {(article, content): _Place(*place) for article, content, *place in rows}
