"""Statements: a reporting word, who speaks, and which stretch of the block is said.

A unit is read from left to right. A report runs from its word to the end of the unit, or to where the same speaker is
given another word (…，并表示…), or another speaker takes over. A word that closes its unit reports what stands before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec

from shilu.reading.quotations.cues import cues
from shilu.reading.quotations.heard import Heard, Voice
from shilu.reading.quotations.hits import Hit, closing, hits, is_cue
from shilu.reading.quotations.subjects import groups_before, segments_before
from shilu.reading.quotations.units import COLONS, QUOTED, Unit, Word
from shilu.reading.quotations.voices import voices_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from shilu.reading.analysis import Analysis, Standing, Text

Rule: TypeAlias = Literal["cue-before.v1", "cue-after.v1", "according.v1", "colon.v1", "run.v1"]

_TURNS = frozenset(("则", "而", "但", "也", "亦", "另外", "此外", "同时", "另", "不过", "然而", "但是"))
_TIMES = frozenset(("时", "后", "外", "前", "之后", "之前", "之际", "期间", "之余", "时候", "同时"))
_PLACES = _TIMES | {"上", "中", "里", "下", "当中", "会上"}
_TAIL = 10
"""A closing cue with its speaker is short; a longer last segment says something itself."""
_RELAYS = frozenset(("报道", "报导", "引述", "援引", "转述", "消息", "披露"))
_CONNECTING = frozenset(("c", "d", "ad", "TIME", "u", "f", "vd"))


class Statement(msgspec.Struct, frozen=True):
    """Who says what, before it is cut into quotations."""

    rule: Rule
    cue: str
    voices: tuple[Voice, ...]
    found_by: str
    words: tuple[tuple[int, int], ...]
    """Word ranges of the unit that are said."""
    pause: str = ""
    """What stands between the cue and the words."""
    frame: tuple[int, int] = (0, 0)
    """The words from subject to cue, where the way it was said is named."""
    relayed: Voice | None = None
    within: Voice | None = None
    takes: str = "speech"


class Reader(msgspec.Struct, frozen=True):
    """What reading the units of one block needs."""

    analysis: Analysis
    block: int

    def names(self, text: Text) -> list[Standing]:
        """The names that stand in the block."""
        return self.analysis.within(self.block, 0, len(text.text))

    def voices(self, words: Sequence[Word], heard: Heard) -> tuple[Voice, ...]:
        """Who is meant by these words."""
        return voices_of(words, self.analysis, self.block, heard)

    def owner(self, words: Sequence[Word]) -> Voice | None:
        """The person a noun group begins with: 王毅的言辞."""
        for standing in self.analysis.within(self.block, words[0].start, words[-1].end, "person"):
            return Voice(standing.name, standing.name, "topic", "person", standing.id)
        return None

    def documents(self, unit: Unit, heard: Heard) -> Heard:
        """What a unit tells of documents: 国务院发表声明 makes 声明 the word of 国务院."""
        issuer: Voice | None = None
        for word in unit.words:
            if word.tag in ("ORG", "PER") or (word.tag == "nz" and word.text[:1] == "《"):
                voices = self.voices((word,), heard)
                issuer = voices[-1] if voices else issuer
            elif issuer is not None and word.text in cues().documents:
                heard = heard.issued(word.text, issuer)
        return heard


class _Place(msgspec.Struct, frozen=True):
    """A reporting word in its unit."""

    unit: Unit
    hit: Hit
    segment: int
    begin: int
    """The first segment that belongs to the report; the ones before name its source."""


class _Found(msgspec.Struct, frozen=True):
    """A reporting word with its speaker."""

    hit: Hit
    segment: int
    voices: tuple[Voice, ...]
    found_by: str
    subject: int
    """Where the subject begins; the hit's own place where it has none in its segment."""


def statements(unit: Unit, reader: Reader, heard: Heard) -> list[Statement]:
    """The statements of a unit, in order."""
    source = _according(unit, reader, heard)
    found = _found(unit, reader, heard, 1 if source else 0)
    made: list[Statement] = []
    if source is not None:
        first = unit.segments[1].first if len(unit.segments) > 1 else len(unit.words)
        inside = [each for each in found if each.hit.first >= first and each.found_by != "carried"]
        if not inside or inside[0].segment > 2 + _lead_in(unit, 1):
            end = found[0].subject if found else len(unit.words)
            made.append(msgspec.structs.replace(source, words=((first, len(unit.words)),)) if end > first else source)
            return [each for each in made if each.words]
    return made + _in_order(unit, found, source.voices[0] if source else None)


def _lead_in(unit: Unit, segment: int) -> int:
    """How many segments after this one only lead in (近日, 周三)."""
    words = unit.words[unit.segments[segment].first : unit.segments[segment].last]
    return int(all(word.tag in _CONNECTING for word in words))


def _found(unit: Unit, reader: Reader, heard: Heard, begin: int) -> list[_Found]:
    """The reporting words of a unit from a segment on, with their speakers."""
    found: list[_Found] = []
    for hit in hits(unit.words):
        segment = unit.segment_of(hit.first)
        if segment < begin or _is_aside(unit, hit, segment):
            continue
        one = next(_speakers(_Place(unit, hit, segment, begin), reader, heard, found), None)
        if one is not None:
            found.append(one)
            heard = heard.told(one.voices[-1]) if one.voices[-1].kind == "person" else heard
    return found


def _is_aside(unit: Unit, hit: Hit, segment: int) -> bool:
    """Whether the word stands in a phrase of time or place: 在回复本台的信中强调, 除重申立场外."""
    words = unit.words[hit.last : unit.segments[segment].last]
    if words and words[-1].text in _TIMES and words[-1].tag in ("f", "n", "TIME", "s"):
        return True
    following = next((nth for nth, word in enumerate(words) if word.tag[:1] == "v" and is_cue(words, nth)), None)
    if following is None:
        return False
    between = words[max(0, following - 3) : following]
    return any(
        (word.text in _PLACES and word.tag in ("f", "n", "s", "v"))
        or (word.tag == "n" and word.text.endswith(("会", "会议", "论坛", "节目")))
        for word in between
    )


def _speakers(place: _Place, reader: Reader, heard: Heard, found: Sequence[_Found]) -> Iterator[_Found]:
    """Who may speak with a cue, the surest first: its subject, who spoke before, an earlier subject of the sentence."""
    unit, hit, segment = place.unit, place.hit, place.segment
    earlier = found[-1] if found else None
    same = earlier is not None and earlier.segment == segment
    lower = earlier.hit.last if earlier and same else unit.segments[segment].first
    local = heard if found else _subject_told(unit, reader, heard, segment)
    for first, last in groups_before(unit.words, lower, hit.first):
        voices = reader.voices(unit.words[first:last], local)
        if voices:
            yield _Found(hit, segment, voices, voices[-1].how, first)
    bare = all(word.tag in _CONNECTING for word in unit.words[lower : hit.first])
    if same or hit.verb.own:
        return
    if earlier is not None:
        if bare:
            yield _Found(hit, segment, earlier.voices, "carried", lower)
    else:
        for low, high in segments_before(unit, segment, place.begin):
            for first, last in reversed(list(groups_before(unit.words, low, high))):
                voices = reader.voices(unit.words[first:last], heard)
                if voices:
                    yield _Found(hit, segment, voices, "clause", lower)
    if heard.voices and heard.block == reader.block and (bare or segment == 0):
        yield _Found(hit, segment, heard.voices, "carried", lower)


def _subject_told(unit: Unit, reader: Reader, heard: Heard, segment: int) -> Heard:
    """What the segments before tell of persons: 施志安关心新疆问题，他…."""
    for part in unit.segments[:segment]:
        for first, last in groups_before(unit.words, part.first, part.last):
            voices = reader.voices(unit.words[first:last], heard)
            if voices and voices[-1].kind == "person":
                heard = heard.told(voices[-1])
    return heard


def _according(unit: Unit, reader: Reader, heard: Heard) -> Statement | None:
    """据路透社报道，… and 根据白宫的声明，…: the first segment names the source."""
    segment = unit.segments[0]
    words = unit.words[segment.first : segment.last]
    start = next((nth for nth, word in enumerate(words[:3]) if word.text in cues().according), None)
    if start is None or segment.last - start < 2 or len(unit.segments) < 2:
        return None
    last = len(words)
    while last > start + 1 and (
        words[last - 1].text in cues().according_nouns or words[last - 1].tag in ("u", "v", "a", "TIME")
    ):
        last -= 1
    if last == start + 1:
        return None
    voices = reader.voices(words[start + 1 : last], heard)
    named = tuple(voice for voice in voices if voice.name)
    if not named or named[-1].kind == "place":
        return None
    return Statement("according.v1", words[start].text, named, "according", (), frame=(0, segment.last))


def _in_order(unit: Unit, found: Sequence[_Found], relayed: Voice | None) -> list[Statement]:
    made: list[Statement] = []
    total = len(unit.words)
    nth = 0
    while nth < len(found):
        one = found[nth]
        if _closes(unit, one, nth > 0):
            made.append(_after(unit, one, made, relayed))
            nth += 1
            continue
        end, following, inner = total, nth + 1, []
        while following < len(found):
            other = found[following]
            if _hands_over(one, other):
                relayed = one.voices[-1]
                break
            if _takes_over(unit, one, other):
                end = (
                    min(other.subject, unit.segments[other.segment].first)
                    if other.segment > one.segment
                    else other.subject
                )
                break
            if _stands_inside(one, other):
                inner.append(other)
            following += 1
        handed = following < len(found) and _hands_over(one, found[following])
        if not handed:
            made.append(_before(unit, one, end, relayed))
            made += [_before(unit, each, end, None, one.voices[-1]) for each in inner]
        nth = following
    return made


def _closes(unit: Unit, one: _Found, earlier: bool) -> bool:
    """Whether the cue follows its words: its speaker begins the last segment, or stands right behind a quoted run."""
    segment = unit.segments[one.segment]
    if (
        not closing(unit.words[: segment.last], one.hit)
        or segment.pause in COLONS
        or one.subject == 0
        or one.hit.verb.takes != "speech"
    ):
        return False
    rest = unit.words[segment.last :]
    if any(word.tag != QUOTED for word in rest):
        return False
    until = _said_until(unit, one)
    if not any(word.tag == QUOTED for word in unit.words[:until]):
        return False
    quoted = unit.words[until - 1].tag == QUOTED
    short = one.hit.last - segment.first <= _TAIL
    return quoted or (not rest and not earlier and short and one.subject <= segment.first + 1 and not one.hit.verb.own)


def _said_until(unit: Unit, one: _Found) -> int:
    """Where the words before a closing cue end: at the run its segment opens with, else before the segment."""
    segment = unit.segments[one.segment]
    for place in range(one.subject - 1, segment.first - 1, -1):
        if unit.words[place].tag == QUOTED:
            return place + 1
    return segment.first or one.subject


def _hands_over(one: _Found, other: _Found) -> bool:
    """路透社报道，白宫表示…: the first only relays the second."""
    if one.hit.text not in _RELAYS and not one.hit.text.startswith(("报道", "报导", "引述", "援引")):
        return False
    return other.segment <= one.segment + 1 and other.found_by not in ("carried", "clause")


def _takes_over(unit: Unit, one: _Found, other: _Found) -> bool:
    """Whether the second cue ends the report of the first."""
    if other.segment == one.segment:
        return False
    if _closes(unit, other, True):
        return True
    if other.found_by in ("carried", "clause"):
        return True
    begin = unit.segments[other.segment].first
    same = other.voices[-1].name is not None and other.voices[-1].name == one.voices[-1].name
    if same:
        return other.segment > one.segment + 1 or one.hit.last < unit.segments[one.segment].last
    turned = any(word.text in _TURNS for word in unit.words[begin : other.hit.first])
    return turned or unit.segments[other.segment - 1].pause in ";；"


def _stands_inside(one: _Found, other: _Found) -> bool:
    """A statement of somebody else told inside a report is one of its own."""
    voice = other.voices[-1]
    return (
        voice.name is not None
        and voice.kind in ("person", "org")
        and other.found_by in ("name", "short", "title")
        and voice.name != one.voices[-1].name
    )


def _before(unit: Unit, one: _Found, end: int, relayed: Voice | None, within: Voice | None = None) -> Statement:
    segment = unit.segments[one.segment]
    pause = segment.pause if one.hit.last == segment.last else ""
    return Statement(
        "cue-before.v1",
        one.hit.text,
        one.voices,
        one.found_by,
        ((one.hit.last, end),),
        pause,
        (one.subject, one.hit.last),
        relayed,
        within,
        one.hit.verb.takes,
    )


def _after(unit: Unit, one: _Found, made: Sequence[Statement], relayed: Voice | None) -> Statement:
    segment = unit.segments[one.segment]
    begin = max((high for each in made for _, high in each.words), default=0)
    said = [(begin, _said_until(unit, one))]
    if segment.last < len(unit.words):
        said.append((segment.last, len(unit.words)))
    return Statement(
        "cue-after.v1", one.hit.text, one.voices, one.found_by, tuple(said), "", (one.subject, one.hit.last), relayed
    )
