"""Statements: a reporting word, who speaks, and which stretch of the block is said.

A unit is read from left to right. A report runs from its word to the end of the unit, or to where the same speaker is
given another word (…，并表示…), or another speaker takes over. A word that closes its unit reports what stands before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec

from shilu.reading.quotations.cues import word_set
from shilu.reading.quotations.ends import BUT, LEADS_IN, end_before, told_until
from shilu.reading.quotations.hits import closing
from shilu.reading.quotations.sources import Source, source_of
from shilu.reading.quotations.speakers import CONNECTING, Found, Reader, found_in
from shilu.reading.quotations.subjects import is_name
from shilu.reading.quotations.units import COLONS, QUOTED, Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shilu.reading.quotations.cues import Takes
    from shilu.reading.quotations.heard import Heard, Voice

Rule: TypeAlias = Literal["cue-before.v1", "cue-after.v1", "according.v1", "colon.v1", "run.v1"]

_NAMED = frozenset(("name", "short", "latin", "title", "pronoun"))
_TURNS = word_set("则 而 但 也 亦 另外 此外 同时 另 不过 然而 但是")
_TOO = frozenset(("也", "亦"))
_AT_MOST = 4
"""但到目前为止 before a pause has no more words."""
_MENTIONS = ("提到", "提及", "谈到", "谈及")
_RELAYS = ("报道", "报导", "引述", "援引", "转述", "消息", "披露")
_GOES_ON = word_set("并 并且 还 又 同时")
_FINISHED = frozenset("，,。！？!?…")
_SENTENCE = 10
_TAIL = 10
"""A closing cue with its speaker is short; a longer last segment says something itself."""


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
    others: tuple[tuple[int, int], ...] = ()
    """Word ranges in which the runs are somebody else's words, told inside this statement."""
    relayed: Voice | None = None
    within: Voice | None = None
    takes: Takes = "speech"


def statements(unit: Unit, reader: Reader, heard: Heard) -> list[Statement]:
    """The statements of a unit, in order."""
    source = source_of(unit, reader, heard)
    if source is None:
        return _in_order(unit, found_in(unit, reader, heard, 0), None)
    begin = source.segment + 1
    person = next((voice for voice in source.voices if voice.kind == "person"), None)
    found = found_in(unit, reader, heard.told(person), begin)  # 据某人介绍，他……
    speaking = next((each for each in found if each.by != "carried"), None)
    if speaking and speaking.segment <= begin + 1 + _lead_in(unit, begin, speaking.segment):  # 据路透社报道，白宫表示…
        if speaking.name is None and _is_relaying(unit, source) and not _is_quoted(unit, speaking):
            found = [_answered(one, source.voices) if one is speaking else one for one in found]
        return _in_order(unit, found, source.voices[0])
    told = unit.segments[source.segment]
    later = next((nth for nth, each in enumerate(found) if _is_own_run(unit, each)), len(found))
    end = unit.segments[found[later].segment].first if later < len(found) else len(unit.words)
    said = ((unit.segments[begin].first, end),)
    frame = (told.first, told.last)
    whole = Statement(
        "according.v1", source.word, source.voices, "according", said, frame=frame, relayed=source.relayed
    )
    return [whole, *_in_order(unit, found[later:], source.voices[0])]


def _is_relaying(unit: Unit, source: Source) -> bool:
    """Whether a source reports what others told it: 据路透社报道，知情人士说…."""
    told = unit.words[unit.segments[source.segment].first : unit.segments[source.segment].last]
    return any(word.text.startswith(_RELAYS) for word in told)


def _answered(one: Found, voices: tuple[Voice, ...]) -> Found:
    """The medium answers for a source without a name."""
    return msgspec.structs.replace(one, voices=voices, by="according")


def _is_own_run(unit: Unit, one: Found) -> bool:
    """Whether somebody named is quoted right behind a cue: 据某报报道，……，甲向乙报告说“……”."""
    quoted = one.hit.last < len(unit.words) and unit.words[one.hit.last].tag == QUOTED
    return quoted and one.name is not None and one.by in _NAMED


def _lead_in(unit: Unit, segment: int, until: int) -> int:
    """How many segments only lead in: 近日, 周三, 对于经济走向如何的问题."""
    words = [unit.words[each.first : each.last] for each in unit.segments[segment:until]]
    if words and words[0] and words[0][0].text in LEADS_IN:
        return len(words)
    return int(bool(words) and all(word.tag in CONNECTING for word in words[0]))


def _answering(unit: Unit, found: Sequence[Found]) -> list[Found]:
    """路透社报道，一名官员说…: the medium answers for a source without a name."""
    kept: list[Found] = []
    for one in found:
        if kept and one.name is None and _relays(kept[-1], one):
            last = kept.pop()
            if _is_quoted(unit, one):  # 某报报道，记者提问，“……”: his own words, through the paper
                kept.append(msgspec.structs.replace(one, relayed=last.voices[-1]))
            else:
                kept.append(msgspec.structs.replace(one, voices=last.voices, by=last.by, subject=last.subject))
        else:
            kept.append(one)
    return kept


def _relays(one: Found, other: Found) -> bool:
    """Whether the first cue only passes on the second: 路透社报道，白宫表示…."""
    near = other.segment <= one.segment + 1 and other.by not in ("carried", "clause")
    return near and one.hit.text.startswith(_RELAYS)


def _in_order(unit: Unit, found: Sequence[Found], relayed: Voice | None) -> list[Statement]:
    found = _answering(unit, found)
    made: list[Statement] = []
    nth = 0
    while nth < len(found):
        one = found[nth]
        if _closes(unit, one, alone=nth == 0):
            made.append(_after(unit, one, made, relayed))
            nth += 1
            continue
        following = _next(unit, found, nth)
        other = found[following] if following < len(found) else None
        if other and _hands_over(one, other):
            relayed = one.voices[-1]
        elif not (other and _says_nothing(unit, one, other)):
            end = end_before(unit, one, other)
            inside = found[nth + 1 : following]
            inner = [_before(unit, each, end, None, one.voices[-1]) for each in inside if _stands_inside(one, each)]
            inner += [_run_of(unit, each, one.voices[-1]) for each in inside if _is_quoted(unit, each)]
            outer = _before(unit, one, end, relayed)
            made.append(msgspec.structs.replace(outer, others=tuple(said for each in inner for said in each.words)))
            made += inner
        nth = following
    return made


def _next(unit: Unit, found: Sequence[Found], nth: int) -> int:
    """The cue that ends the report of the nth one."""
    one = found[nth]
    for place in range(nth + 1, len(found)):
        if _hands_over(one, found[place]) or _takes_over(unit, one, found[place]):
            return place
    return len(found)


def _closes(unit: Unit, one: Found, *, alone: bool) -> bool:
    """Whether the cue follows its words: its speaker begins the last segment, or stands right behind a quoted run."""
    segment, verb = unit.segments[one.segment], one.hit.verb
    at_end = closing(unit.words[: segment.last], one.hit) and segment.pause not in COLONS
    rest = unit.words[segment.last :]
    goes_on = bool(rest) and rest[0].text in _GOES_ON  # “……”拜登表示，并敦促……
    if not at_end or one.subject == 0 or verb.takes != "speech":
        return False
    if not goes_on and any(word.tag != QUOTED for word in rest):
        return False
    until = _said_until(unit, one)
    if not any(word.tag == QUOTED for word in unit.words[:until]):
        return False
    if unit.words[until - 1].tag == QUOTED:
        return True
    short = one.hit.last - segment.first <= _TAIL and one.subject <= segment.first + 1
    return alone and short and not rest and not verb.own


def _said_until(unit: Unit, one: Found) -> int:
    """Where the words before a closing cue end: at the run its segment opens with, else before the segment."""
    segment = unit.segments[one.segment]
    for place in range(one.subject - 1, segment.first - 1, -1):
        if unit.words[place].tag == QUOTED and not is_name(unit.words[place]):
            return place + 1
    return segment.first or one.subject


def _hands_over(one: Found, other: Found) -> bool:
    """Whether the first cue only passes on the words of somebody named."""
    return other.name is not None and _relays(one, other)


def _takes_over(unit: Unit, one: Found, other: Found) -> bool:
    """Whether the second cue ends the report of the first."""
    if other.segment == one.segment:
        return False
    together = one.hit.last == unit.segments[one.segment].last == other.subject
    if together and unit.words[other.hit.first - 1].text in _TOO and other.by != "document":
        return False  # 甲还提到，乙也希望……: nothing was said yet
    if other.by == "carried" and other.name != one.name and other.name is not None:
        return False  # 甲表示，乙要求……，强调……: within 甲's words
    if other.by in ("carried", "clause") or _closes(unit, other, alone=False):
        return True
    first, second = unit.segments[one.segment], unit.segments[other.segment]
    direct = one.hit.last < first.last
    if other.name is not None and other.name == one.name:
        own = other.segment > one.segment + 1 or direct or _turns(unit, one, other)
    else:
        own = second.first > first.last and other.hit.last == second.last  # 甲表示，……，乙说，……
        own = own or _turns(unit, one, other)
        own = own or unit.segments[other.segment - 1].pause in ";；"
    own = own or _says_nothing(unit, one, other)
    behind_run = other.subject > 0 and unit.words[other.subject - 1].tag == QUOTED  # “……”他认为，……
    return own or behind_run or (direct and one.hit.verb.takes == "clause")  # 甲指责……，乙声称……


def _turns(unit: Unit, one: Found, other: Found) -> bool:
    """Whether a cue stands in a part of the sentence that begins anew: 而乙则认为……, 但到目前为止，乙认为……."""
    first = unit.segments[other.segment].first
    before = unit.segments[other.segment - 1]
    short = other.segment - 1 > one.segment and before.last - before.first <= _AT_MOST
    turned = short and unit.words[before.first].text in BUT
    return turned or any(word.text in _TURNS for word in unit.words[first : other.hit.first])


def _says_nothing(unit: Unit, one: Found, other: Found) -> bool:
    """日本遭中国批评，外相表示……: 批评 before a pause and another's report has no words of its own."""
    segment = unit.segments[one.segment]
    if one.hit.text.endswith(_MENTIONS) and other.segment > one.segment and other.name != one.name:
        named = unit.words[one.hit.last : segment.last]  # 甲提及安全问题，乙指出……
        return bool(named) and not any(word.tag in ("v", "vd", "a", "ad", QUOTED) for word in named)
    paused = one.hit.last == segment.last and segment.pause not in COLONS
    return paused and one.hit.verb.takes == "clause" and other.segment == one.segment + 1 and other.name != one.name


def _stands_inside(one: Found, other: Found) -> bool:
    """A statement of somebody else told inside a report is one of its own."""
    named = other.name is not None and other.voices[-1].kind in ("person", "org")
    return named and other.by in ("name", "short", "title") and other.name != one.name


def _is_quoted(unit: Unit, other: Found) -> bool:
    """Whether somebody without a name is quoted inside a report: 甲表示，有居民称“……”."""
    nameless = other.name is None and other.by == "unnamed" and other.hit.verb.takes == "speech"
    return nameless and _run_behind(unit, other) is not None


def _run_behind(unit: Unit, other: Found) -> int | None:
    """The run behind a cue: right there, or later in its part of the sentence."""
    last, until = other.hit.last, unit.segments[other.segment].last
    return next(
        (nth for nth in range(last, max(until, min(last + 1, len(unit.words)))) if unit.words[nth].tag == QUOTED), None
    )


def _run_of(unit: Unit, other: Found, within: Voice) -> Statement:
    run = _run_behind(unit, other) or other.hit.last
    said = ((run, run + 1),)
    pause = unit.words[run].start > unit.words[run - 1].end
    return Statement(
        "cue-before.v1", other.hit.text, other.voices, other.by, said, pause="，" if pause else "", within=within
    )


def _before(unit: Unit, one: Found, end: int, relayed: Voice | None, within: Voice | None = None) -> Statement:
    segment = unit.segments[one.segment]
    run = one.subject - 1
    opened = run >= 0 and unit.words[run].tag == QUOTED and _is_finished(unit, run)
    said = ((_told_from(unit, one), told_until(unit, one, end, inner=within is not None)),)
    return Statement(
        "cue-before.v1",
        one.hit.text,
        one.voices,
        one.by,
        ((run, one.subject), *said) if opened else said,  # “……，”甲说，……
        pause=segment.pause if said[0][0] == segment.last else "",
        frame=(one.subject, one.hit.last),
        relayed=relayed or one.relayed,
        within=within,
        takes=one.hit.verb.takes,
    )


def _is_finished(unit: Unit, run: int) -> bool:
    """Whether a run is a sentence, by its last mark or as it opens the unit: “……”，甲说，……."""
    text = unit.words[run].text.rstrip()
    opens = run == 0 and unit.segments[0].last == 1 and unit.segments[0].pause in "，," and len(text) >= _SENTENCE
    return text[-1:] in _FINISHED or opens


def _told_from(unit: Unit, one: Found) -> int:
    """Where a report begins: behind the pause, where nothing but the addressee stands before it (告诉记者，……)."""
    segment = unit.segments[one.segment]
    behind = closing(unit.words[: segment.last], one.hit) and one.hit.text.endswith("告诉")
    return segment.last if behind and segment.pause and segment.last < len(unit.words) else one.hit.last


def _after(unit: Unit, one: Found, made: Sequence[Statement], relayed: Voice | None) -> Statement:
    segment = unit.segments[one.segment]
    begin = max((high for each in made for _, high in each.words), default=0)
    said = [(begin, _said_until(unit, one))]
    if segment.last < len(unit.words) and unit.words[segment.last].tag == QUOTED:
        said.append((segment.last, len(unit.words)))
    frame = (one.subject, one.hit.last)
    return Statement("cue-after.v1", one.hit.text, one.voices, one.by, tuple(said), frame=frame, relayed=relayed)
