"""The documents of a source, gathered into batches that are bounded in number and in bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shilu.sources.documents import Unread

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shilu.records import Snapshot
    from shilu.sources.documents import Source

BATCH = 128
BATCH_BYTES = 4_000_000


class Batch:
    """Documents of one source, on their way into the archive."""

    def __init__(self) -> None:
        self.new: list[Snapshot] = []
        self.seen: list[Snapshot] = []
        self.unread: list[Unread] = []
        self.size = 0
        self.count = 0


def gathered(source: Source) -> Iterator[Batch]:
    """The documents of a source in batches bounded in number and in bytes."""
    batch = Batch()
    for document in source.documents():
        batch.count += 1
        if isinstance(document, Unread):
            batch.unread.append(document)
        else:
            batch.seen.append(document)
            batch.size += len(document.data)
        if batch.count >= BATCH or batch.size >= BATCH_BYTES:
            yield batch
            batch = Batch()
    if batch.count:
        yield batch
