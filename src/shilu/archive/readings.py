"""Catching up with the readings: every article whose current revision was not read yet, by this version of the steps.

Which those are follows from the store alone. So new articles, changed ones, those a killed run left over, and all of
them after an update of the reading steps take the same way.
"""

from __future__ import annotations

import functools
import gc
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import zstandard

from shilu.archive.values import many
from shilu.records import Article, Problem, Reading

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Sequence

    from shilu.archive.quotations.rows import Row
    from shilu.learning.stated import Stated

BATCH = 48
"""Articles given to a worker at once: about 60,000 characters, enough for the tagger, a second's work to lose."""

_decode = msgspec.json.Decoder(Article).decode
_encode = msgspec.json.Encoder().encode

_PENDING = """
    FROM articles
    LEFT JOIN readings ON readings.article = articles.id AND readings.revision = articles.revision
    WHERE readings.reader IS NOT ?
"""


class Step(NamedTuple):
    """What reads articles: its version, and what makes it in a worker process (once); both must be picklable."""

    version: str
    load: Callable[[], Callable[[Sequence[Article]], list[Reading]]]
    learned: str | None = None
    """The state of what was learned from articles that it makes use of."""


class Pending(NamedTuple):
    """An article to read: its current revision and that as JSON."""

    revision: int
    record: str


class Read(NamedTuple):
    """A reading, ready for the store."""

    article: str
    revision: int
    record: str
    named: tuple[Stated, ...] = ()
    """What the article states of the people, organisations and places it names."""
    said: tuple[Row, ...] = ()
    """Its quotations."""
    words: bytes = b""
    """Its words that name something, compressed: few questions need them, and records are smaller without."""


def standard(db: sqlite3.Connection) -> Step:
    """The reading steps of :mod:`shilu.reading`, with the people whom the articles of this archive taught."""
    from shilu.archive.entities.offers import latest  # noqa: PLC0415 (loads numpy, which --no-reading spares)
    from shilu.learning.offered import state  # noqa: PLC0415
    from shilu.reading.reader import VERSION  # noqa: PLC0415

    taught = latest(db)
    return Step(VERSION, functools.partial(_load, taught), None if taught is None else state(taught))


def count(db: sqlite3.Connection, version: str) -> int:
    """How many articles are to be read."""
    return int(db.execute(f"SELECT count(*) {_PENDING}", (version,)).fetchone()[0])


def unread(db: sqlite3.Connection) -> int:
    """How many articles no version of the steps has read as they are now; those of an older one have what it found."""
    sql = """
        SELECT count(*) FROM articles WHERE NOT EXISTS (
            SELECT 1 FROM readings WHERE article = articles.id AND readings.revision = articles.revision
        )
    """
    return int(db.execute(sql).fetchone()[0])


def batches(db: sqlite3.Connection, version: str) -> Iterator[list[Pending]]:
    """The articles to read, in the order they came in.

    The list of revisions is taken at the start, 40 bytes for each; their texts are fetched batch by batch.
    """
    sql = f"SELECT articles.revision {_PENDING} ORDER BY articles.changed"
    revisions = iter([row[0] for row in db.execute(sql, (version,))])
    while wanted := list(islice(revisions, BATCH)):
        rows = db.execute(
            "SELECT id, record FROM revisions WHERE id IN (SELECT value FROM json_each(?))", (many(wanted),)
        )
        yield [Pending(*row) for row in rows]


def read_batch(step: Step, pending: list[Pending]) -> list[Read]:
    """The readings of a batch; runs in a worker."""
    read = step.load()
    articles = [_decode(one.record) for one in pending]
    try:
        return [_ready(*one) for one in zip(pending, articles, read(articles), strict=True)]
    except Exception:  # noqa: BLE001 (found again below, at the one article that is its cause, and kept there)
        return [_alone(step.version, read, *one) for one in zip(pending, articles, strict=True)]


def give_up(version: str, pending: Pending) -> Read:
    """The empty reading of an article that ended its worker."""
    return _failed(version, pending, _decode(pending.record), "reader-crashed", "the reading process ended")


def _alone(
    version: str, read: Callable[[Sequence[Article]], list[Reading]], pending: Pending, article: Article
) -> Read:
    try:
        return _ready(pending, article, read([article])[0])
    except Exception as error:  # noqa: BLE001 (the outermost loop: one bad article must not stop the others)
        return _failed(version, pending, article, "reader-failed", f"{type(error).__name__}: {error}")


def _failed(version: str, pending: Pending, article: Article, code: str, evidence: str) -> Read:
    problems = (Problem("reading", code, evidence[:200]),)
    return _ready(pending, article, Reading(article=article.id, reader=version, problems=problems))


def _ready(pending: Pending, article: Article, reading: Reading) -> Read:
    from shilu.archive.quotations.rows import rows  # noqa: PLC0415 (they load the authority's code; only workers …)
    from shilu.learning.stated import stated  # noqa: PLC0415 (… need them)

    record = _encode(msgspec.structs.replace(reading, words="")).decode()
    words = zstandard.compress(reading.words.encode())
    return Read(reading.article, pending.revision, record, stated(article, reading), rows(article, reading), words)


def words(packed: bytes) -> str:
    """The words of a reading, as it is stored."""
    return zstandard.decompress(packed).decode()


@functools.cache
def _load(taught: bytes | None) -> Callable[[Sequence[Article]], list[Reading]]:
    from shilu.knowledge import authority  # noqa: PLC0415 (only workers need them)
    from shilu.learning.offered import taught as as_taught  # noqa: PLC0415
    from shilu.reading.reader import read_many  # noqa: PLC0415
    from shilu.reading.tagger import Tagger  # noqa: PLC0415

    known, tagger = authority() if taught is None else authority().with_taught(as_taught(taught)), Tagger()
    known.match("")  # makes the tables of names
    # 180,000 objects that stay: the collector need not look at them again and again, which took 6 % of the reading.
    gc.freeze()
    return functools.partial(read_many, authority=known, tagger=tagger)
