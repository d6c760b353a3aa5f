"""A block as reports are read from it: words outside quotation marks, in segments between pauses, units between stops.

A quoted run counts as one word (tag ``Q``); what stands in brackets is left out. A run that ends with a stop of its own
ends the unit too, unless its speaker still follows (“……。”他说。).
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from shilu.reading.bylines import DATELINE
from shilu.reading.quotations.cues import cues
from shilu.reading.quotations.hits import Hit, hits, is_tail
from shilu.reading.quotations.marks import QUOTED, Run, outermost, runs
from shilu.reading.quotations.parts import parted
from shilu.reading.tagger import Token as Word
from shilu.reading.tagger import token_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from shilu.reading.analysis import Standing, Text

__all__ = ["COLONS", "PAUSES", "QUOTED", "STOPS", "Segment", "Unit", "Word", "quoted"]

STOPS = frozenset("。！？!?")
PAUSES = frozenset("，,；;：:") | STOPS
COLONS = frozenset("：:")
_PARTING = frozenset(("w", QUOTED))
"""Tags of words that may end a segment."""
_BRACKETS = {"（": "）)", "(": "）)", "【": "】]", "[": "】]"}
"""Half-width ones close full-width ones, too."""
_BRACKET = re.compile(r"[（()）【】\[\]]")
_LONGEST_BRACKET = 200
_LONGEST_TAIL = 30
_LONGEST = 400
"""Words of a unit: the cost of a unit grows with the square of its length, and a paragraph may never stop."""
_GOES_ON = frozenset(("并", "并且", "还", "又", "同时"))
_OF_OFFICE = re.compile(r"办公室|办公厅|府|署|团队|发言人|代表|助理|顾问")
_TITLE = re.compile(r"《[^《》]{1,60}》")
_ENDS = frozenset("。！？!?…．.")
_LEADS = frozenset("：:，,")


class Segment(msgspec.Struct, frozen=True):
    """Words between two pauses: indexes into the unit's words, the pause not included."""

    first: int
    last: int
    pause: str


class Unit(msgspec.Struct, frozen=True):
    """What stands between two stops."""

    words: tuple[Word, ...]
    """Without pauses and brackets."""
    segments: tuple[Segment, ...]
    start: int
    end: int
    """Where it ends, its stop not included."""
    hits: tuple[Hit, ...]
    """Its reporting words."""

    def segment_of(self, word: int) -> int:
        """The segment a word is in."""
        return bisect_right([segment.first for segment in self.segments], word) - 1


def quoted(text: Text, names: Sequence[Standing]) -> tuple[Unit, ...]:
    """The units of a block."""
    words = _with_names(parted(_words(text, outermost(runs(text.plain)))), text, names)
    return tuple(unit for unit in _units(words) if unit.segments)


def _words(text: Text, outer: Sequence[Run]) -> list[Word]:
    """The words of a block, each outermost run as one, without brackets."""
    hidden = _brackets(text.plain, outer)
    if not outer and hidden is None:
        return [token for sentence in text.sentences for token in sentence.tokens]
    found: list[Word] = []
    runs_left = iter([*outer, None])
    run, told = next(runs_left), False
    for sentence in text.sentences:
        while run is not None and sentence.start >= run.end:
            run, told = next(runs_left), False
        shown = hidden is None or hidden.find(1, sentence.start, sentence.end) < 0
        if shown and (run is None or run.start >= sentence.end):
            found += sentence.tokens  # as with two sentences in three, even in blocks that hold quoted words
            continue
        for token in sentence.tokens:
            start = token.start
            while run is not None and start >= run.end:
                run, told = next(runs_left), False
            if run is not None and start >= run.start:
                if not told and (hidden is None or not hidden[run.start]):
                    found.append(Word(text.plain[run.inner_start : run.inner_end], run.start, run.end, QUOTED))
                    told = True
            elif hidden is None or not hidden[start]:
                found.append(token)
    return found


def _with_names(words: list[Word], text: Text, names: Sequence[Standing]) -> list[Word]:
    """The words, with the parts of a known name or of a title in 《》 made one, what the tagger joined to it apart."""
    whole: list[Word] = []
    starts = [word.start for word in words]
    place = 0
    for start, end, tag in _spans(text, names):
        first = bisect_left(starts, start, lo=place)
        last = bisect_left(starts, end, lo=first)
        if first == last or words[first].tag == QUOTED:
            continue
        rest = _rest(words, last, end)
        if rest and tag in ("LOC", "ORG") and words[last - 1].tag == "ORG" and rest.tag != "v":
            continue  # 德国 in 德国工商联会, 中共 in 中共央视
        whole += words[place:first]
        whole.append(token_of((text.plain[start:end], start, end, tag)))
        place = last
        if rest:
            place = last - 1 if rest.end <= words[last - 1].end else last
            words[place], starts[place] = rest, end
    whole += words[place:]
    return whole


def _rest(words: Sequence[Word], last: int, end: int) -> Word | None:
    """What a word holds behind a name: 白宫|称, 国务卿|某某, 白宫|证|实; a title in 《》 is its own."""
    around = words[last - 1]
    text = around.text[end - around.start :]
    if not text or "《" in around.text:
        return None
    verbs, after = cues().verbs, words[last] if last < len(words) else None
    if text in verbs:
        return Word(text, end, around.end, "v")
    if after is not None and after.start == around.end and text + after.text in verbs:
        return Word(text + after.text, end, after.end, "v")
    return Word(text, end, around.end, around.tag)


def _is_whole(plain: str, name: Standing) -> bool:
    """Whether a name is a word by itself: not 中 in 中美, not 总理 in 总理办公室."""
    if name.how in ("compound", "abbreviation"):
        return False
    return name.how != "title" or not _OF_OFFICE.match(plain, name.end)


def _spans(text: Text, names: Sequence[Standing]) -> list[tuple[int, int, str]]:
    """Where names and titles stand, none inside another, by where they begin."""
    tags = {"person": "PER", "org": "ORG", "place": "LOC"}
    spans = [(each.start, each.end, tags[each.kind]) for each in names if _is_whole(text.plain, each)]
    spans += [(match.start(), match.end(), "nz") for match in _TITLE.finditer(text.plain)]
    spans.sort(key=lambda span: (span[0], -span[1]))
    apart: list[tuple[int, int, str]] = []
    for span in spans:
        if not apart or span[0] >= apart[-1][1]:
            apart.append(span)
    return apart


def _brackets(plain: str, outer: Sequence[Run]) -> bytearray | None:
    """One byte for each character: whether it stands in brackets (with them) outside quotation marks, or a dateline."""
    marks = [(match.start(), match[0]) for match in _BRACKET.finditer(plain)]
    dateline = DATELINE.match(plain)  # names nobody who speaks
    if not marks and not dateline:
        return None
    hidden = bytearray(len(plain) + 1)
    if dateline:
        hidden[: dateline.end()] = b"\x01" * dateline.end()
    quoted_until, runs_left = 0, iter([*outer, None])
    run = next(runs_left)
    opened: tuple[str, int] | None = None
    for place, char in marks:
        while run is not None and place >= run.start:
            quoted_until, run = run.end, next(runs_left)
        if place < quoted_until:
            continue
        if opened is not None and place - opened[1] > _LONGEST_BRACKET:
            opened = None
        if opened is None and char in _BRACKETS:
            opened = (_BRACKETS[char], place)
        elif opened is not None and char in opened[0]:
            hidden[opened[1] : place + 1] = b"\x01" * (place + 1 - opened[1])
            opened = None
    return hidden


def _units(words: Sequence[Word]) -> Iterator[Unit]:
    first = 0
    pauses: list[int] = []
    for place in [
        nth for nth, word in enumerate(words) if word[3] in _PARTING and (word[0][:1] in PAUSES or word[3] == QUOTED)
    ]:
        while place - first > _LONGEST:
            yield _unit(words, (first, first + _LONGEST + 1), pauses)
            first, pauses = first + _LONGEST + 1, []
        is_run = words[place].tag == QUOTED
        if not is_run:
            pauses.append(place)
        if not is_run and words[place].text[:1] in STOPS:
            yield _unit(words, (first, place), pauses[:-1], words[place].start)
        elif place - first == _LONGEST or (is_run and _ends_there(words, place)):
            yield _unit(words, (first, place + 1), pauses)
        else:
            continue
        first, pauses = place + 1, []
    while first < len(words):
        last = min(len(words), first + _LONGEST + 1)
        yield _unit(words, (first, last), pauses)
        first, pauses = last, []


def _ends_there(words: Sequence[Word], place: int) -> bool:
    """Whether a run is finished and nobody is named after it."""
    if words[place].text.rstrip()[-1:] not in _ENDS:
        return False
    after = []
    for word, following in pairwise((*words[place + 1 : place + _LONGEST_TAIL], None)):
        if word is None or word.tag == QUOTED:
            break
        if word.text[:1] in PAUSES:
            more = following is not None and following.tag != QUOTED and word.text[:1] not in STOPS
            more = more and following is not None and following.text not in _GOES_ON
            if more or word.text[:1] in COLONS:
                return True  # “……”他认为，…… begins anew
            if following is not None and following.tag == QUOTED and _is_led_in(words, place):
                return True  # 甲说，“……。”乙说，“……”
            break
        after.append(word)
    return not is_tail(after)


def _is_led_in(words: Sequence[Word], place: int) -> bool:
    """Whether a reporting word and a pause stand right before a run."""
    return place > 1 and words[place - 1].text[:1] in _LEADS and words[place - 2].text.endswith(_reporting())


@functools.cache
def _reporting() -> tuple[str, ...]:
    return tuple(cues().verbs)


def _unit(words: Sequence[Word], stretch: tuple[int, int], pauses: Sequence[int], end: int | None = None) -> Unit:
    kept: list[Word] = []
    segments: list[Segment] = []
    first, last = stretch
    start = words[first].start if first < last else end or 0
    for place in (*pauses, None):
        until = last if place is None else place
        sign = "" if place is None else words[place].text[:1]
        if until > first:
            segments.append(Segment(len(kept), len(kept) + until - first, sign))
            kept += words[first:until]
        elif segments and place is not None:
            segments[-1] = replace(segments[-1], pause=sign)
        first = until + 1
    end = words[last - 1].end if end is None else end
    return Unit(tuple(kept), tuple(segments), start, end, tuple(hits(kept)))
