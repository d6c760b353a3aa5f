"""What worker processes do with snapshots: read and compress them, so that the writer has only to insert.

The functions here are pure and picklable. A reader never raises on bad input; should one break all the same, the
document is kept with a problem that says so.
"""

from __future__ import annotations

import functools
import hashlib
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import msgspec
import zstandard

from shilu.records import Article, Problem
from shilu.sources.documents import shown_path

if TYPE_CHECKING:
    from collections.abc import Callable

    from shilu.records import Snapshot

LEVEL = 3  # 6 packs two hundredths more in twice the time
NO_READER = "none.v1"
_encode = msgspec.json.Encoder().encode


Columns: TypeAlias = tuple[object, ...]
"""What the table of articles shows of an article flat, from ``id`` to ``reader``."""


class Prepared(NamedTuple):
    """A snapshot and its article, ready for the store."""

    sha256: str
    size: int
    compressed: bytes
    article: str
    """Its id."""
    content: str
    at: str | None
    """When the mirror collected it, else when it was committed or published."""
    reader: str
    record: bytes
    """The article as JSON."""
    columns: Columns
    problems: tuple[tuple[str, str, str], ...]


def prepare(read: Callable[[Snapshot], Article], snapshots: list[Snapshot]) -> list[Prepared]:
    """Every snapshot of a batch, prepared."""
    return [prepared(snapshot, _read(read, snapshot)) for snapshot in snapshots]


def broken(snapshot: Snapshot) -> Prepared:
    """A snapshot whose reading ended the worker process: kept, with a problem."""
    return prepared(snapshot, _unreadable(snapshot, "reader-crashed", "the reading process ended"))


def prepared(snapshot: Snapshot, article: Article) -> Prepared:
    """A snapshot and the article that was read from it, as the store wants them."""
    return Prepared(
        sha256=snapshot.sha256,
        size=len(snapshot.data),
        compressed=_compressor().compress(snapshot.data),
        article=article.id,
        content=content(article),
        at=article.collected or snapshot.committed or article.published,
        reader=article.reader,
        record=_encode(article),
        columns=columns(article),
        problems=tuple((problem.field, problem.code, problem.evidence) for problem in article.problems),
    )


def columns(article: Article) -> Columns:
    """What the table of articles shows of an article."""
    return (
        article.id,
        article.url,
        article.outlet,
        article.title,
        article.published,
        article.published_precision,
        article.published_from,
        article.collected,
        article.language,
        article.script,
        article.dateline.place if article.dateline else None,
        len(article.text),
        article.reader,
    )


def content(article: Article) -> str:
    """A digest of what a reader sees: headline and blocks. Articles that share it are one revision."""
    seen = _encode((article.title, article.blocks))
    return hashlib.blake2b(seen, digest_size=12).hexdigest()


def _read(read: Callable[[Snapshot], Article], snapshot: Snapshot) -> Article:
    # Only printable text goes to readers: the exact bytes of a path are kept with its sighting.
    snapshot = msgspec.structs.replace(snapshot, path=shown_path(snapshot.path))
    try:
        article = read(snapshot)
        _encode(article)
    except Exception as error:  # noqa: BLE001 (the outermost loop: one bad document must not stop the others)
        return _unreadable(snapshot, "reader-failed", f"{type(error).__name__}: {error}")
    return article


def _unreadable(snapshot: Snapshot, code: str, evidence: str) -> Article:
    """An article that holds no more than where it came from."""
    path = shown_path(snapshot.path)
    evidence = evidence.encode("utf-8", "backslashreplace").decode()[:200]
    return Article(
        id=snapshot.sha256[:16],
        sha256=snapshot.sha256,
        path=path,
        reader=NO_READER,
        url=None,
        outlet="",
        title=path.rpartition("/")[2].rpartition(".")[0],
        language="zh",
        script="Hans",
        problems=(Problem("source", code, evidence),),
    )


@functools.cache
def _compressor() -> zstandard.ZstdCompressor:
    return zstandard.ZstdCompressor(level=LEVEL)
