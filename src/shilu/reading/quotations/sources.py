"""The source that a sentence names in front: 据路透社报道，……, 根据白宫的声明，……, 在某人看来，……."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

from shilu.reading.quotations.cues import cues
from shilu.reading.quotations.hits import hits
from shilu.reading.quotations.subjects import QUOTING, groups_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shilu.reading.quotations.heard import Heard, Voice
    from shilu.reading.quotations.speakers import Reader
    from shilu.reading.quotations.units import Unit, Word

_FIRST = 3
"""The source of a sentence is named in one of its first segments."""
_SEEN = 2
"""在…看来 has a word between."""
_REPORTS = frozenset(("报道", "报导"))
_DESCRIBING = frozenset(("在", "从", "曾", "正"))


class Source(NamedTuple):
    """Who is named as the source, and in which segment."""

    word: str
    """据, 根据 …, or 在 of 在某人看来."""
    voices: tuple[Voice, ...]
    segment: int
    relayed: Voice | None = None
    """Who quotes them: 据某报引述某人说."""


def source_of(unit: Unit, reader: Reader, heard: Heard) -> Source | None:
    """The source named in front of a sentence, if it has a name."""
    opening = unit.words[: unit.segments[min(_FIRST, len(unit.segments)) - 1].last]
    if _openings().isdisjoint([word.text for word in opening]):
        return None
    for number, segment in enumerate(unit.segments[:-1][:_FIRST]):
        words = unit.words[segment.first : segment.last]
        start = next((nth for nth, word in enumerate(words[:3]) if _opens(word, words)), None)
        if start is None:
            if any(hits(words)):
                break  # 甲表示，乙已根据规定，……
            continue
        told, words_of = _naming(unit, number, words[start + 1 :])
        quoting = next((nth for nth, word in enumerate(words_of) if nth and word.text.startswith(QUOTING)), None)
        named = _named(words_of if quoting is None else words_of[:quoting], reader, heard)
        if named and named[-1].kind != "place":
            quoted = _named(words_of[quoting + 1 :], reader, heard) if quoting is not None else ()
            return Source(words[start].text, quoted or named, told, named[-1] if quoted else None)
    return None


@functools.cache
def _openings() -> frozenset[str]:
    return cues().according | {"在", "就"}


def _opens(word: Word, words: Sequence[Word]) -> bool:
    if word.text == "就":
        return words[-1].text in _REPORTS  # 就某社报导
    return word.text in cues().according or (word.text == "在" and len(words) > _SEEN and words[-1].text == "看来")


def _naming(unit: Unit, number: int, words: Sequence[Word]) -> tuple[int, Sequence[Word]]:
    """The segment and words that name the source: the next ones in 据在当地创业，长期做研究的某人介绍，……."""
    if not words or words[0].text not in _DESCRIBING:
        return number, words
    for later in range(number + 1, min(number + _FIRST, len(unit.segments) - 1)):
        segment = unit.segments[later]
        if unit.words[segment.last - 1].text in cues().according_nouns:
            return later, unit.words[segment.first : segment.last]
    return number, words


def _named(words: Sequence[Word], reader: Reader, heard: Heard) -> tuple[Voice, ...]:
    """Those of the words who have a name; 根据某人指出…… ends with its reporting word."""
    telling = next((hit for hit in hits(words) if hit.first), None)
    last = telling.first if telling else len(words)
    while last and _names_no_source(words[last - 1]):
        last -= 1
    voices = reader.voices(words[:last], heard) if last else ()
    if telling and not any(voice.name for voice in voices):  # 据某人接受采访时说
        groups = (reader.voices(words[low:high], heard) for low, high in groups_before(words, 0, telling.first))
        voices = next((found for found in groups if found and found[-1].name), ())
    return tuple(voice for voice in voices if voice.name)


def _names_no_source(word: Word) -> bool:
    return word.text in cues().according_nouns or word.tag in ("u", "v", "a", "d", "TIME")
