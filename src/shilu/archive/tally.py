"""What an ``add`` tells while it runs and when it is done."""

from __future__ import annotations

import time
from collections import Counter
from typing import Literal

import msgspec

from shilu.sources.documents import OTHER_KIND


class Progress(msgspec.Struct, frozen=True):
    """How far a step has come."""

    step: Literal["articles", "index", "readings", "learning", "stories"]
    source: str
    done: int
    total: int


TEXTLESS = frozenset({"empty", "binary", "too-large", "reader-failed", "reader-crashed"})
"""Problems of posts of which there is nothing to read."""


class Failed(msgspec.Struct, frozen=True):
    """A source that could not be read to its end."""

    location: str
    message: str
    hint: str


class AddSummary(msgspec.Struct, frozen=True):
    """What an ``add`` came to."""

    documents: int
    """Posts that the sources gave."""
    snapshots: int
    """Of these, new to the archive by their bytes."""
    articles: int
    """New articles."""
    revisions: int
    """New revisions of any article, the first ones included."""
    known: int
    """Posts whose bytes were in the archive already."""
    unread: dict[str, int]
    """Files that gave no snapshot, by the code of the problem."""
    textless: dict[str, int]
    """Posts taken in of which no text could be read, by the code of the problem: empty, binary …"""
    skipped: int
    """Files that are no posts by their name."""
    reread: int
    """Snapshots known before that were read again, because the readers have changed."""
    readings: int
    failed: tuple[Failed, ...]
    seconds: float


class Tally:
    """Counts of a running add."""

    def __init__(self) -> None:
        self.begun = time.monotonic()
        self.documents = self.snapshots = self.articles = self.revisions = self.reread = self.readings = 0
        self.unread: Counter[str] = Counter()
        self.textless: Counter[str] = Counter()
        self.failed: list[Failed] = []

    def summary(self) -> AddSummary:
        """What it has come to by now."""
        return AddSummary(
            documents=self.documents,
            snapshots=self.snapshots,
            articles=self.articles,
            revisions=self.revisions,
            known=self.documents - self.snapshots,
            unread={code: count for code, count in sorted(self.unread.items()) if code != OTHER_KIND},
            textless=dict(sorted(self.textless.items())),
            skipped=self.unread[OTHER_KIND],
            reread=self.reread,
            readings=self.readings,
            failed=tuple(self.failed),
            seconds=time.monotonic() - self.begun,
        )
