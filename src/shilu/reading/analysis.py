"""What the steps of a reading share: the article's texts with their sentences, words, known names and who stands where.

``prepare`` (texts, sentences, known names) → tagging of many articles at once → ``names`` fills in the entities →
quotations, events and topics read from the finished value. All offsets count from the start of their block, in the
article's own script; ``plain`` has the same length in simplified script, ``folded`` is lower-case and half-width too.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec

from shilu.reading.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shilu.knowledge import Match
    from shilu.reading.tagger import Token
    from shilu.records import Article, BlockKind, Entity, EntityKind, Problem

_OF_COMMITTEE = re.compile(r"员会(?![见谈晤面同])")
"""A title is but part of a word where its end and what follows are this; not so in 国务委员|会见."""
TITLE = -1
"""The block number of the headline."""

How: TypeAlias = Literal["name", "short", "latin", "title", "abbreviation", "compound"]


class Sentence(msgspec.Struct, frozen=True):
    """One sentence of a block with its words."""

    block: int
    start: int
    end: int
    tokens: tuple[Token, ...] = ()
    """Offsets count from the start of the block; the words are in simplified script."""


class Text(msgspec.Struct, frozen=True):
    """The headline or one block."""

    block: int
    """−1 for the headline."""
    kind: BlockKind | Literal["title"]
    text: str
    plain: str
    folded: str
    matches: tuple[Match, ...] = ()
    """Known names that occur in it, meant or not."""
    sentences: tuple[Sentence, ...] = ()

    def titles(self, start: int, end: int) -> Iterator[Match]:
        """The known titles of offices that stand in a stretch of it; 外交委员 is none in 外交委员会."""
        return (
            m
            for m in self.matches
            if start <= m.start
            and m.end <= end
            and m.candidates[0].kind == "office"
            and not _OF_COMMITTEE.match(self.plain, m.end - 1)
        )


class Standing(msgspec.Struct, frozen=True):
    """That somebody or something is meant at one place; 中美 has two standings, of 中国 and of 美国."""

    block: int
    start: int
    end: int
    id: str
    kind: EntityKind
    name: str
    """The entity's full name (see :attr:`Entity.name`), or the authority's where the article never gives it."""
    how: How
    """``title``: 美国国务卿 alone; ``abbreviation``: 美, 中方; ``compound``: 中美."""


class Analysis(msgspec.Struct, frozen=True, dict=True):
    """An article, analysed; what a later step needs to know about its sentences and names."""

    article: Article
    texts: tuple[Text, ...]
    people: tuple[Entity, ...] = ()
    orgs: tuple[Entity, ...] = ()
    places: tuple[Entity, ...] = ()
    standings: tuple[Standing, ...] = ()
    """In reading order; also of those that are no entity of the article (a title alone, 美 in 美军)."""
    problems: tuple[Problem, ...] = ()

    @property
    def day(self) -> str | None:
        """The day of publication, or the day of collection where it is not known."""
        moment = self.article.published or self.article.collected
        return None if moment is None else moment[:10]

    @lazy
    def by_block(self) -> dict[int, Text]:
        """The texts by block number."""
        return {text.block: text for text in self.texts}

    @lazy
    def by_id(self) -> dict[str, Entity]:
        """The entities by id."""
        return {entity.id: entity for entity in (*self.people, *self.orgs, *self.places)}

    def sentences(self) -> Iterator[Sentence]:
        """All sentences in reading order, the headline first."""
        for text in self.texts:
            yield from text.sentences

    def words_of(self, sentence: Sentence) -> str:
        """The sentence as printed."""
        return self.by_block[sentence.block].text[sentence.start : sentence.end]

    def within(self, block: int, start: int, end: int, *kinds: EntityKind) -> list[Standing]:
        """Who and what stands wholly inside a stretch, in order; of the given kinds or of all."""
        standings, places = self._standings_of.get(block, ((), ()))
        first = bisect_left(places, start)
        inside = standings[first : bisect_left(places, end, lo=first)]
        return [each for each in inside if each.end <= end and (not kinds or each.kind in kinds)]

    @lazy
    def _standings_of(self) -> dict[int, tuple[list[Standing], list[int]]]:
        found: dict[int, tuple[list[Standing], list[int]]] = {}
        for standing in self.standings:
            standings, places = found.setdefault(standing.block, ([], []))
            standings.append(standing)
            places.append(standing.start)
        return found
