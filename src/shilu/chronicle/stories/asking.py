"""What is asked of stories in words: of which articles they should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shilu.archive.entities.filters import resolved
from shilu.archive.query import parse
from shilu.archive.search import matching
from shilu.knowledge import authority

if TYPE_CHECKING:
    from shilu.archive.index import Index
    from shilu.archive.store import Archive


def telling(archive: Archive, index: Index, words: str) -> frozenset[str]:
    """The ids of the articles that hold all of these words, which are a query as `shilu search` takes it.

    Raises:
        QueryError: where it cannot be read.
        NotFound: where it names someone whom no article names.
    """
    query = parse(words)
    return matching(index, resolved(archive, authority(), query) if query.named else query)
