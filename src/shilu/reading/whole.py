"""The whole article as one run of text, with its words and known names at one count of characters.

Names are an affair of the whole article (a name established at its end decides a cut in its headline), so the steps
that find them work on the texts joined by line breaks and go back to blocks and offsets only for what they found.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

import msgspec

from shilu.reading.lexicon import DOTS
from shilu.text.script import is_chinese

if TYPE_CHECKING:
    from shilu.knowledge import Candidate
    from shilu.reading.analysis import Analysis

__all__ = ["Hit", "Whole", "Word"]

_DOT = re.compile(rf"(?<=[一-鿿A-Z.])[{DOTS}](?=[一-鿿A-Z])")


class Word(msgspec.Struct, frozen=True):
    """A word with its tag at its place in the whole."""

    text: str
    start: int
    end: int
    tag: str


class Hit(msgspec.Struct, frozen=True):
    """A known name at its place in the whole."""

    start: int
    end: int
    candidates: tuple[Candidate, ...]


class Whole:
    """An article's texts, joined."""

    def __init__(self, analysis: Analysis) -> None:
        self.blocks = [text.block for text in analysis.texts]
        self.offsets: list[int] = []
        at = 0
        for text in analysis.texts:
            self.offsets.append(at)
            at += len(text.text) + 1
        self.body = self.offsets[1] if len(self.offsets) > 1 and analysis.texts[0].kind == "title" else 0
        """Where the text behind the headline begins."""
        self.captions = self._marked(analysis, at, {"caption"})
        """One mark for every character of a caption."""
        self.headings = self._marked(analysis, at, {"title", "heading"})
        """One mark for every character of the headline and of headings."""
        self.text = "\n".join(text.text for text in analysis.texts)
        self.plain = "\n".join(text.plain for text in analysis.texts)
        self.is_chinese = is_chinese(self.plain)
        self.words = [
            Word(word, start + offset, end + offset, tag)
            for text, offset in zip(analysis.texts, self.offsets, strict=True)
            for sentence in text.sentences
            for word, start, end, tag in sentence.tokens
        ]
        """The words of the article; they count from its beginning."""
        self.hits = [
            Hit(match.start + offset, match.end + offset, match.candidates)
            for text, offset in zip(analysis.texts, self.offsets, strict=True)
            for match in text.matches
        ]
        self._starts = [word.start for word in self.words]
        self.starting = dict(zip(self._starts, range(len(self.words)), strict=True))
        self.ending = {word.end: index for index, word in enumerate(self.words)}
        self.titles = {hit.end: hit.start for hit in self.hits if hit.candidates[0].kind == "office"}
        """Where known titles end, and where they begin."""

    def _marked(self, analysis: Analysis, length: int, kinds: set[str]) -> bytearray:
        marks = bytearray(length)
        for text, offset in zip(analysis.texts, self.offsets, strict=True):
            if text.kind in kinds:
                marks[offset : offset + len(text.text)] = b"\1" * len(text.text)
        return marks

    def place(self, start: int) -> tuple[int, int]:
        """Block number and offset in it of a character of the whole."""
        index = bisect_right(self.offsets, start) - 1
        return self.blocks[index], start - self.offsets[index]

    def occurrences(self, name: str) -> list[int]:
        """Where a string stands in the simplified text."""
        found = []
        at = self.plain.find(name)
        while at >= 0:
            found.append(at)
            at = self.plain.find(name, at + 1)
        return found

    def covering(self, at: int) -> int | None:
        """The number of the word that holds a character."""
        index = bisect_right(self._starts, at) - 1
        return index if index >= 0 and at < self.words[index].end else None

    def dots(self) -> list[int]:
        """Where the dots of foreign names stand."""
        return [match.start() for match in _DOT.finditer(self.plain)]

    def aligned(self, start: int, end: int) -> bool:
        """Whether a word begins at ``start`` and a word ends at ``end``."""
        return start in self.starting and end in self.ending
