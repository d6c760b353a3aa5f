"""What a comparison holds. Every count leads to the sentences it counts."""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

Section: TypeAlias = Literal["quoted", "event", "figure", "person", "org", "place", "source"]
"""What a row of the matrix is about: who is quoted, what happened, which figure is given, who or what is named, and
what kind of source is relied on."""


class Sentence(msgspec.Struct, frozen=True):
    """A sentence of an article."""

    article: str
    block: int
    """Its block; -1 for the headline."""
    start: int
    end: int
    text: str


class Cell(msgspec.Struct, frozen=True):
    """What one outlet has of one row."""

    outlet: str
    count: int
    """Quotations, mentions or occurrences."""
    characters: int
    """Of quotations, how long they are together; else 0."""
    sentences: tuple[Sentence, ...]
    """By article and place, each once."""


class Row(msgspec.Struct, frozen=True):
    """One thing that outlets tell or do not tell."""

    section: Section
    key: str
    """An id of an entity or entry, a figure, or a kind of source."""
    name: str
    cells: tuple[Cell, ...]
    """Of the outlets that tell it, in the order of the comparison."""
    missing: tuple[str, ...]
    """The outlets that do not tell it."""

    @property
    def only(self) -> str | None:
        """The outlet that alone tells it."""
        return self.cells[0].outlet if len(self.cells) == 1 and self.missing else None

    @property
    def all_but(self) -> str | None:
        """The outlet that alone does not tell it, where three or more do or do not."""
        return self.missing[0] if len(self.missing) == 1 and len(self.cells) > 1 else None


class Variant(msgspec.Struct, frozen=True):
    """One word for a thing, and who uses it."""

    word: str
    cells: tuple[Cell, ...]


class Wording(msgspec.Struct, frozen=True):
    """The words that outlets choose for one thing."""

    subject: str
    variants: tuple[Variant, ...]
    """The most frequent first; two or more."""


class Marked(msgspec.Struct, frozen=True):
    """A term that sets one outlet's texts apart from the others'."""

    outlet: str
    term: str
    """Folded."""
    score: float
    """Weighted log-odds in units of their standard deviation."""
    cell: Cell


class Timing(msgspec.Struct, frozen=True):
    """When an outlet told the story."""

    outlet: str
    first: str | None
    hours: float | None
    """After the first outlet whose hour is known; None where only the day is, or nothing."""
    articles: int
    """Copies within the outlet not counted."""
    article: str
    title: str


class Comparison(msgspec.Struct, frozen=True):
    """A story as each outlet told it."""

    story: str
    label: str
    outlets: tuple[str, ...]
    """In the order in which they first told it."""
    timing: tuple[Timing, ...]
    rows: tuple[Row, ...]
    """By section; within it what most outlets tell first."""
    wording: tuple[Wording, ...]
    marked: tuple[Marked, ...]
    """By outlet, the clearest first."""
