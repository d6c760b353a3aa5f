"""A block as reports are read from it: words outside quotation marks, in segments between pauses, units between stops.

A quoted run counts as one word (tag ``Q``); what stands in brackets is left out. A run that ends with a stop of its own
ends the unit too, unless its speaker still follows (“……。”他说。).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import msgspec

from shilu.reading.quotations.marks import Run, outermost, runs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from shilu.reading.analysis import Standing, Text
    from shilu.reading.tagger import Token

QUOTED = "Q"
STOPS = frozenset("。！？!?")
PAUSES = frozenset("，,；;：:") | STOPS
COLONS = frozenset("：:")
_BRACKETS = {"（": "）", "(": ")", "【": "】", "[": "]"}
_BRACKET = re.compile(r"[（()）【】\[\]]")
_LONGEST_BRACKET = 200
_LONGEST_TAIL = 30
_LONGEST = 400
"""Words of a unit: the cost of a unit grows with the square of its length, and a paragraph may never stop."""
_AFTER_ZHI = frozenset("当中其该此他她这有")
_GOES_ON = frozenset(("并", "并且", "还", "又", "同时"))
_IN = frozenset(("还在", "也在", "则在", "又在", "曾在", "均在"))
_PARTED = frozenset(("v", "PER"))
_JOINED = frozenset(("告诉", "表示", "指出", "认为", "强调", "宣布", "呼吁", "批评", "警告"))
_DOCUMENTS = frozenset(("声明", "报告", "公告", "通告"))
_WEEKDAY = re.compile(r"(?:周|星期|礼拜)[一二三四五六日天]")
_OF_OFFICE = re.compile(r"办公室|办公厅|府|署|团队|发言人|代表|助理|顾问")
_TITLE = re.compile(r"《[^《》]{1,30}》")
_ENDS = frozenset("。！？!?…．.")


TailTest: TypeAlias = "Callable[[Sequence[Word]], bool]"


class Word(NamedTuple):
    """One word outside quotation marks, or a whole quoted run."""

    text: str
    start: int
    end: int
    tag: str


class Segment(NamedTuple):
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

    def segment_of(self, word: int) -> int:
        """The segment a word is in."""
        return bisect_right([segment.first for segment in self.segments], word) - 1


def quoted(text: Text, names: Sequence[Standing], is_tail: TailTest) -> tuple[Unit, ...]:
    """The units of a block; ``is_tail`` tells whether words after a finished run say who spoke it."""
    words = _with_names(list(_words(text, outermost(runs(text.plain)))), text, names)
    return tuple(unit for unit in _units(words, is_tail) if unit.segments)


def _words(text: Text, outer: Sequence[Run]) -> Iterator[Word]:
    """The words of a block, each outermost run as one, without spaces and brackets."""
    starts = [run.start for run in outer]
    hidden = _brackets(text.plain, outer)
    emitted = -1
    for sentence in text.sentences:
        for token in sentence.tokens:
            nth = bisect_right(starts, token.start) - 1
            if nth >= 0 and token.start < outer[nth].end:
                if nth != emitted:
                    emitted = nth
                    run = outer[nth]
                    yield Word(text.plain[run.inner_start : run.inner_end], run.start, run.end, QUOTED)
            elif hidden is None or not hidden[token.start]:
                if token.text in _IN:
                    yield Word(token.text[0], token.start, token.start + 1, "d")
                    yield Word("在", token.start + 1, token.end, "p")
                elif token.tag in _PARTED:
                    yield from _parted(token)
                elif not token.text.isspace():
                    yield Word(*token)


def _with_names(words: Sequence[Word], text: Text, names: Sequence[Standing]) -> list[Word]:
    """The words, with the parts of a known name or of a title in 《》 made one."""
    whole: list[Word] = []
    place = 0
    for start, end, tag in _spans(text, names):
        first = bisect_left(words, start, lo=place, key=_start)
        last = bisect_left(words, end, lo=first, key=_start)
        if first == last or words[first].tag == QUOTED:
            continue
        around = words[last - 1]
        if tag == "LOC" and around.tag == "ORG" and around.end > end and "《" not in around.text:
            continue  # 德国 in 德国工商联会
        whole += words[place:first]
        whole.append(Word(text.plain[start:end], start, end, tag))
        place = last
    whole += words[place:]
    return whole


def _is_whole(plain: str, name: Standing) -> bool:
    """Whether a name is a word by itself: not 中 in 中美, not 总理 in 总理办公室."""
    if name.how in ("compound", "abbreviation"):
        return False
    return name.how != "title" or not _OF_OFFICE.match(plain, name.end)


def _start(word: Word) -> int:
    return word.start


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


def _parted(token: Token) -> Iterator[Word]:
    """The tagger makes one word of 她说 and of 告诉自由; and takes 声明 for a verb."""
    if token.tag == "PER" and _WEEKDAY.fullmatch(token.text):
        yield Word(token.text, token.start, token.end, "TIME")
    elif token.tag == "v" and len(token.text) in (2, 3) and token.text[0] in "他她":
        yield Word(token.text[0], token.start, token.start + 1, "r")
        yield Word(token.text[1:], token.start + 1, token.end, "v")
    elif token.tag == "v" and len(token.text) > 2 and token.text[:2] in _JOINED:
        yield Word(token.text[:2], token.start, token.start + 2, "v")
        yield Word(token.text[2:], token.start + 2, token.end, "n")
    elif token.tag == "v" and token.text[0] == "指" and token.text[1:] in _AFTER_ZHI:
        yield Word("指", token.start, token.start + 1, "v")
        yield Word(token.text[1:], token.start + 1, token.end, "r")
    elif token.tag == "v" and token.text in _DOCUMENTS:
        yield Word(token.text, token.start, token.end, "n")
    else:
        yield Word(token.text, token.start, token.end, token.tag)


def _brackets(plain: str, outer: Sequence[Run]) -> bytearray | None:
    """One byte for each character: whether it stands in brackets (the brackets too) outside quotation marks."""
    marks = [(match.start(), match[0]) for match in _BRACKET.finditer(plain)]
    if not marks:
        return None
    hidden = bytearray(len(plain) + 1)
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
        elif opened is not None and char == opened[0]:
            hidden[opened[1] : place + 1] = b"\x01" * (place + 1 - opened[1])
            opened = None
    return hidden


def _units(words: Sequence[Word], is_tail: TailTest) -> Iterator[Unit]:
    start = 0
    for place, word in enumerate(words):
        stop = word.tag != QUOTED and word.text[:1] in STOPS
        if not stop and place - start < _LONGEST and not (word.tag == QUOTED and _ends_there(words, place, is_tail)):
            continue
        yield _unit(words[start : place if stop else place + 1], word.start if stop else word.end)
        start = place + 1
    if start < len(words):
        yield _unit(words[start:], words[-1].end)


def _ends_there(words: Sequence[Word], place: int, is_tail: TailTest) -> bool:
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
            break
        after.append(word)
    return not is_tail(after)


def _unit(words: Sequence[Word], end: int) -> Unit:
    kept: list[Word] = []
    segments: list[Segment] = []
    first = 0
    for word in words:
        if word.tag != QUOTED and word.text[:1] in PAUSES:
            if len(kept) > first:
                segments.append(Segment(first, len(kept), word.text[:1]))
            elif segments:
                segments[-1] = segments[-1]._replace(pause=word.text[:1])
            first = len(kept)
        else:
            kept.append(word)
    if len(kept) > first:
        segments.append(Segment(first, len(kept), ""))
    return Unit(tuple(kept), tuple(segments), words[0].start if words else end, end)
