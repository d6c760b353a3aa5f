"""Reads the quotations of an article: block by block, with what was heard before."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from shilu.reading.quotations.cuts import cut
from shilu.reading.quotations.heard import Heard
from shilu.reading.quotations.hits import hits
from shilu.reading.quotations.interviews import answered, interviewed, label_of
from shilu.reading.quotations.marks import runs
from shilu.reading.quotations.speakers import Reader
from shilu.reading.quotations.statements import Statement, statements
from shilu.reading.quotations.subjects import groups_before
from shilu.reading.quotations.units import COLONS, QUOTED, Unit, quoted
from shilu.records import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shilu.knowledge import Authority
    from shilu.reading.analysis import Analysis, Text
    from shilu.reading.quotations.heard import Voice
    from shilu.reading.quotations.units import Segment
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
_LEADING = 2
"""对此，某人在接受采访时……: who a sentence is about stands in one of its first segments."""
_CROWDS = frozenset(
    ("网民", "網民", "网友", "網友", "民众", "民眾", "市民", "读者", "讀者", "观众", "觀眾", "粉丝", "粉絲", "用户")
)
"""Runs behind a sentence about these are theirs."""
_CONVERSATIONS = frozenset(("对话", "问答", "访谈", "专访", "采访", "实录", "自述"))
_BULLETS = frozenset("•●■▲◆★◎※")
_GAP = 2
"""Nothing but a blank stands between a run and the sentence that goes on with it."""
_NAMED = frozenset(("name", "short", "latin", "title", "pronoun", "spokesperson"))
"""Speakers that stand in a sentence themselves."""
_IS = frozenset(("是", "就是", "即是"))


def quotations(analysis: Analysis, authority: Authority | None = None) -> tuple[Quotation, ...]:
    """The quotations of an article's paragraphs, in reading order; of captions those that the text does not tell.

    What has a speaker without a name (专家, 一名官员) has ``speaker`` None and the words used in ``speaker_text``.
    """
    found: list[Quotation] = []
    heard = Heard()
    labels = interviewed(analysis)
    for text in analysis.texts:
        if text.kind in _KINDS:
            heard = Heard() if text.plain[:1] in _BULLETS else heard  # each item of a briefing tells its own story
            before = len(found)
            heard = _block(text, Reader(analysis, text.block, authority), heard, found)
            if labels and label_of(text) in labels:
                found[before:] = answered(text, found[before:])
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
    for unit, following in pairwise((*quoted(text, reader.names(text)), None)):
        if unit is None:
            break
        heard = reader.documents(unit, heard)
        made = _labelled(unit, reader, heard) or statements(unit, reader, heard)
        made = made or _opening(unit, following, reader, heard)
        made = made or list(_continued(unit, following, reader, heard))
        for statement in made:
            found += cut(statement, unit, text)
            if statement.within is None:
                relay = statement.relayed if statement.relayed and statement.relayed.kind == "org" else None
                heard = reader.issued(unit, statement.frame, statement.voices, heard.told(relay))
                heard = heard.after(statement.voices, statement.cue, text.block)
        if made:
            heard = heard.told(_told_of(unit, made[-1], reader, heard))
        else:
            told = (_topic(unit, reader, heard, segment) for segment in unit.segments[:_LEADING])
            topic = next(filter(None, told), ())
            heard = heard.joined(topic).told(topic[-1] if topic else None)
            if _is_interrupting(unit, text) or (topic and topic[-1].text[-2:] in _CROWDS):
                heard = heard.interrupted()
    # What goes on behind a report is most often still of its speaker's telling: 他 of the next block is he.
    spoke = heard.voices[-1] if heard.voices and heard.block == text.block else None
    return heard.told(spoke) if spoke and (spoke.kind == "person" or spoke.nameless) else heard


def _is_interrupting(unit: Unit, text: Text) -> bool:
    """Whether runs that follow are not the last speaker's: somebody unknown spoke, or a conversation is introduced."""
    if unit.hits and any(word.tag == QUOTED for word in unit.words):
        return True
    introduced = text.plain.find("以下", unit.start, unit.end) >= 0 and any(word.text == "以下" for word in unit.words)
    return introduced and any(word.text in _CONVERSATIONS for word in unit.words)


def _told_of(unit: Unit, last: Statement, reader: Reader, heard: Heard) -> Voice | None:
    """The person whom a body's report is about: 国务院说，布林肯强调…. 他重申…."""
    if last.voices[-1].kind not in ("org", "place") or not last.words:
        return None
    told = _topic(unit, reader, heard, unit.segments[unit.segment_of(last.words[-1][0])])
    return told[-1] if told and told[-1].kind == "person" else None


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
    if len(words) > 1 and words[-1].text.isascii() and words[-1].text.islower():
        return []  # Mr Smith also noted: “……”
    if unit.words[first.last].text in _PROFILE or unit.words[first.last].tag == "TIME":
        return []  # 甲：女，1973年生
    said = ((first.last, len(unit.words)),)
    return [Statement("colon.v1", "：", voices, voices[-1].how, said, "：", (0, first.last))]


def _opening(unit: Unit, following: Unit | None, reader: Reader, heard: Heard) -> list[Statement]:
    """A run that opens its block is the word of whom the sentence behind it names first: “……！”王毅还说，……."""
    if following is None or heard.block == reader.block or not _is_run(unit) or following.start > unit.end + _GAP:
        return []
    first = next(iter(statements(following, reader, heard)), None)
    if first is None and (topic := _topic(following, reader, heard, following.segments[0])):
        named = topic[-1].kind == "person" and topic[-1].how in _NAMED and following.words[0].tag != "r"
        return [Statement("run.v1", heard.cue or "", topic, "following", ((0, 1),))] if named else []
    if first is None or first.rule != "cue-before.v1" or first.found_by not in _NAMED or first.relayed:
        return []
    if following.segment_of(first.frame[0]) or following.segment_of(first.frame[1] - 1) > 1:
        return []
    return [Statement("run.v1", first.cue, first.voices, "following", ((0, 1),))]


def _continued(unit: Unit, following: Unit | None, reader: Reader, heard: Heard) -> Iterator[Statement]:
    """A run that makes up its unit goes on with the words of the last speaker, unless another stands behind it."""
    if _is_run(unit) and heard.voices and not (following and _is_of_another(unit, following, reader, heard)):
        yield Statement("run.v1", heard.cue or "", heard.voices, "carried", ((0, 1),))


def _is_of_another(unit: Unit, following: Unit, reader: Reader, heard: Heard) -> bool:
    """Whether a sentence without a reporting word tells right behind a run who spoke it: “……？”一名居民提出疑问."""
    if following.start > unit.end + _GAP or following.hits:
        return False
    segment = following.segments[0]
    return any(voice.how == "unnamed" for voice in reader.subject(following, segment.first, segment.last, heard))


def _is_run(unit: Unit) -> bool:
    """Whether a unit is nothing but words in quotation marks."""
    words = unit.words
    return len(words) == 1 and words[0].tag == QUOTED and len(words[0].text) >= _SPOKEN


def _topic(unit: Unit, reader: Reader, heard: Heard, segment: Segment) -> tuple[Voice, ...]:
    """Whom a part of a sentence is about: persons before bodies, in front of its 是."""
    body: tuple[Voice, ...] = ()
    for first, last in reversed(list(groups_before(unit.words, segment.first, segment.last))):
        if not _IS.isdisjoint([word.text for word in unit.words[segment.first : first]]):
            break  # 一个例证是甲上任后……: not he
        voices = reader.voices(unit.words[first:last], heard)
        if voices and voices[-1].how == "pronoun" and voices[-1].kind == "person":
            return voices
        if not voices or voices[-1].how == "pronoun":
            voices = reader.owner(unit.words[first:last])
        if voices and (voices[-1].kind == "person" or voices[-1].nameless):
            return voices
        body = body or voices
    return body


def _pairs(text: str) -> list[str]:
    return [text[place : place + 2] for place in range(len(text) - 1)]


def _repeats(text: str, told: Counter[str]) -> bool:
    """Whether a caption only repeats what the text tells."""
    pairs = _pairs(text)
    return sum(1 for pair in pairs if pair in told) >= len(pairs) * _REPEATED
