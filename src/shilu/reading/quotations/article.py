"""Reads the quotations of an article: block by block, with what was heard before."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from shilu.reading.quotations.cuts import cut
from shilu.reading.quotations.heard import Heard
from shilu.reading.quotations.hits import closing, hits
from shilu.reading.quotations.marks import runs
from shilu.reading.quotations.speakers import Reader
from shilu.reading.quotations.statements import Statement, statements
from shilu.reading.quotations.subjects import groups_before
from shilu.reading.quotations.units import COLONS, QUOTED, Unit, Word, quoted
from shilu.records import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from shilu.knowledge import Authority
    from shilu.reading.analysis import Analysis, Text
    from shilu.reading.quotations.heard import Voice
    from shilu.records import Quotation

_KINDS = frozenset(("paragraph", "list", "quote"))
_SPOKEN = 7
"""A run at least this long that makes up its unit goes on with the words of the one who spoke last."""
_LABEL = 14
"""A name with its titles in front of a colon has no more words."""
_PROFILE = frozenset("男女")
_REPEATED = 0.5
"""A caption is left out where this much of its words stand together in the text, too."""
_EVIDENCE = 40


def quotations(analysis: Analysis, authority: Authority | None = None) -> tuple[Quotation, ...]:
    """The quotations of an article's paragraphs, in reading order; of captions those that the text does not tell.

    What has a speaker without a name (专家, 一名官员) has ``speaker`` None and the words used in ``speaker_text``.
    """
    found: list[Quotation] = []
    heard = Heard()
    for text in analysis.texts:
        if text.kind in _KINDS:
            heard = _block(text, Reader(analysis, text.block, authority), heard, found)
    captioned: list[Quotation] = []
    for text in analysis.texts:
        if text.kind == "caption":
            _block(text, Reader(analysis, text.block, authority), Heard(), captioned)
    told = [Counter(_pairs(quotation.text)) for quotation in found] if captioned else []
    found += [each for each in captioned if not any(_repeats(each.text, other) for other in told)]
    return tuple(sorted(found, key=lambda each: (each.block, each.start)))


def unclosed(analysis: Analysis) -> tuple[Problem, ...]:
    """A problem for each block with a quotation mark that never closes."""
    return tuple(
        Problem("quotations", "quotation-mark-unclosed", text.text[run.start : run.start + _EVIDENCE])
        for text in analysis.texts
        for run in runs(text.plain)
        if not run.closed and run.end == len(text.plain)
    )


def _block(text: Text, reader: Reader, heard: Heard, found: list[Quotation]) -> Heard:
    for unit in quoted(text, reader.names(text), _is_tail):
        heard = reader.documents(unit, heard)
        made = _labelled(unit, reader, heard) or statements(unit, reader, heard) or list(_continued(unit, heard))
        for statement in made:
            found += cut(statement, unit, text)
            if statement.within is None:
                heard = heard.after(statement.voices, statement.cue, text.block)
        if not made:
            heard = heard.told(_topic(unit, reader, heard))
            if any(word.tag == QUOTED for word in unit.words) and any(hits(unit.words)):
                heard = heard.interrupted()
    return heard


def _is_tail(words: Sequence[Word]) -> bool:
    """Whether words after a finished run only say who spoke it: 特里对美国之音说."""
    found = list(hits(words))
    return bool(found) and closing(words, found[-1]) and found[-1].verb.takes in ("speech", "clause")


def _labelled(unit: Unit, reader: Reader, heard: Heard) -> list[Statement]:
    """王毅：“……” and interview paragraphs: a name and a colon."""
    first = unit.segments[0]
    words = unit.words[: first.last]
    if first.pause not in COLONS or len(unit.segments) == 1 or len(words) > _LABEL or any(hits(words)):
        return []
    if next(groups_before(unit.words, 0, first.last), None) != (0, first.last):
        return []
    voices = reader.voices(words, heard)
    if not voices or voices[-1].name is None or voices[-1].kind == "place":
        return []
    if unit.words[first.last].text in _PROFILE or unit.words[first.last].tag == "TIME":
        return []  # 甲：女，1973年生
    said = ((first.last, len(unit.words)),)
    return [Statement("colon.v1", "：", voices, voices[-1].how, said, "：", (0, first.last))]


def _continued(unit: Unit, heard: Heard) -> Iterator[Statement]:
    """A run that makes up its unit goes on with the words of the last speaker."""
    words = unit.words
    if len(words) == 1 and words[0].tag == QUOTED and len(words[0].text) >= _SPOKEN and heard.voices:
        yield Statement("run.v1", heard.cue or "", heard.voices, "carried", ((0, 1),))


def _topic(unit: Unit, reader: Reader, heard: Heard) -> Voice | None:
    """Whom a sentence without a statement is about: a person before a body."""
    segment = unit.segments[0]
    body: Voice | None = None
    for first, last in reversed(list(groups_before(unit.words, segment.first, segment.last))):
        voices = reader.voices(unit.words[first:last], heard)
        voice = voices[-1] if voices and voices[-1].how != "pronoun" else reader.owner(unit.words[first:last])
        if voice and voice.kind == "person":
            return voice
        body = body or voice
    return body


def _pairs(text: str) -> list[str]:
    return [text[place : place + 2] for place in range(len(text) - 1)]


def _repeats(text: str, told: Counter[str]) -> bool:
    """Whether a caption only repeats what the text tells."""
    pairs = _pairs(text)
    return sum(1 for pair in pairs if pair in told) >= len(pairs) * _REPEATED
