"""What worker processes are sent to do; nothing is loaded here that only the process needs that sends them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shilu.records import Article, Snapshot


def read(snapshot: Snapshot) -> Article:
    """The article that the outlet readers make of a snapshot."""
    from shilu.outlets import read_article  # noqa: PLC0415 (only workers load the readers)

    return read_article(snapshot)


def catch_up(folder: str) -> int:
    """Bring the index up to what is stored by now, in a worker."""
    from shilu.archive import index  # noqa: PLC0415 (tantivy is loaded only when it is needed)
    from shilu.archive.store import Archive  # noqa: PLC0415 (as above)

    with Archive.open(folder) as archive:
        return index.update(archive)
