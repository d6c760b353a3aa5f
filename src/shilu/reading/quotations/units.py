"""A block as reports are read from it: words outside quotation marks, in segments between pauses, units between stops.

A quoted run counts as one word (tag ``Q``); what stands in brackets is left out. A run that ends with a stop of its own
ends the unit too, unless its speaker still follows (“……。”他说。).
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import msgspec

from shilu.reading.bylines import DATELINE
from shilu.reading.quotations.cues import cues
from shilu.reading.quotations.marks import Run, outermost, runs
from shilu.reading.tagger import Token as Word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from shilu.reading.analysis import Standing, Text

__all__ = ["COLONS", "PAUSES", "QUOTED", "STOPS", "Segment", "Unit", "Word", "quoted"]

QUOTED = "Q"
"""The tag of a word that stands for a whole quoted run."""
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
_JOINED = frozenset(("告诉", "表示", "指出", "认为", "强调", "宣布", "呼吁", "批评", "警告"))
_DOCUMENTS = frozenset(("声明", "报告", "公告", "通告"))
_CUT_OFF = {"人": ("发言", "发起", "创办", "创始"), "使": ("特", "大", "公")}
_MAY_BE_CUT = frozenset(("人", "人称", "使"))
_SURNAME_SAYS = 2
_WEEKDAY = re.compile(r"(?:周|星期|礼拜)[一二三四五六日天]")
_OF_OFFICE = re.compile(r"办公室|办公厅|府|署|团队|发言人|代表|助理|顾问")
_TITLE = re.compile(r"《[^《》]{1,30}》")
_ENDS = frozenset("。！？!?…．.")
_LEADS = frozenset("：:，,")


TailTest: TypeAlias = "Callable[[Sequence[Word]], bool]"


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
    words = _with_names(_words(text, outermost(runs(text.plain))), text, names)
    return tuple(unit for unit in _units(words, is_tail) if unit.segments)


def _words(text: Text, outer: Sequence[Run]) -> list[Word]:
    """The words of a block, each outermost run as one, without spaces and brackets."""
    found: list[Word] = []
    hidden = _brackets(text.plain, outer)
    runs_left = iter([*outer, None])
    run, told = next(runs_left), False
    for sentence in text.sentences:
        for token in sentence.tokens:
            start = token.start
            while run is not None and start >= run.end:
                run, told = next(runs_left), False
            if run is not None and start >= run.start:
                if not told and (hidden is None or not hidden[run.start]):
                    found.append(Word(text.plain[run.inner_start : run.inner_end], run.start, run.end, QUOTED))
                    told = True
            elif hidden is None or not hidden[start]:
                parts = _parts(token.text, token.tag)
                if parts == () and found and found[-1].end == start and _is_cut(found[-1], token):
                    found[-1] = Word(found[-1].text + token.text[0], found[-1].start, start + 1, "n")
                    if len(token.text) > 1:
                        found.append(Word(token.text[1:], start + 1, token.end, "v"))  # 发言|人称
                elif parts is None or (parts == () and token.text[0] in _CUT_OFF):
                    found.append(token)
                else:
                    found += [Word(token.text[a:b], start + a, start + b, tag) for a, b, tag in parts]
    return found


def _is_cut(before: Word, token: Word) -> bool:
    """Whether the tagger cut an office in two: 发言|人, 事务特|使."""
    return before.text.endswith(_CUT_OFF.get(token.text[0], ()))


def _with_names(words: Sequence[Word], text: Text, names: Sequence[Standing]) -> list[Word]:
    """The words, with the parts of a known name or of a title in 《》 made one."""
    whole: list[Word] = []
    starts = [word.start for word in words]
    place = 0
    for start, end, tag in _spans(text, names):
        first = bisect_left(starts, start, lo=place)
        last = bisect_left(starts, end, lo=first)
        if first == last or words[first].tag == QUOTED:
            continue
        around = words[last - 1]
        rest = around.text[end - around.start :]
        if (
            tag in ("LOC", "ORG")
            and around.tag == "ORG"
            and rest
            and rest not in cues().verbs
            and "《" not in around.text
        ):
            continue  # 德国 in 德国工商联会, 中共 in 中共央视
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


@functools.lru_cache(maxsize=1 << 15)
def _parts(word: str, tag: str) -> tuple[tuple[int, int, str], ...] | None:
    """The parts of a word that the tagger should have parted or called otherwise; None where it stays as it is.

    It makes one word of 她说, of 杨说 and of 告诉自由, and takes 声明 for a verb.
    """
    if word.isspace() or word in _MAY_BE_CUT:
        return ()
    if word in _IN:
        return (0, 1, "d"), (1, len(word), "p")
    if tag == "PER" and len(word) == _SURNAME_SAYS and word[1] == "说":
        return (0, 1, "PER"), (1, 2, "v")
    if tag == "PER" and _WEEKDAY.fullmatch(word):
        return ((0, len(word), "TIME"),)
    return _parts_of_verb(word, len(word)) if tag == "v" else None


def _parts_of_verb(word: str, end: int) -> tuple[tuple[int, int, str], ...] | None:
    if end in (2, 3) and word[0] in "他她":
        return (0, 1, "r"), (1, end, "v")
    if end > 2 and word[:2] in _JOINED:
        return (0, 2, "v"), (2, end, "n")
    if word[0] == "指" and word[1:] in _AFTER_ZHI:
        return (0, 1, "v"), (1, end, "r")
    return ((0, end, "n"),) if word in _DOCUMENTS else None


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
        elif opened is not None and char == opened[0]:
            hidden[opened[1] : place + 1] = b"\x01" * (place + 1 - opened[1])
            opened = None
    return hidden


def _units(words: Sequence[Word], is_tail: TailTest) -> Iterator[Unit]:
    first = 0
    for place, (text, start, end, tag) in enumerate(words):
        stop = tag != QUOTED and text[:1] in STOPS
        if not stop and place - first < _LONGEST and not (tag == QUOTED and _ends_there(words, place, is_tail)):
            continue
        yield _unit(words[first : place if stop else place + 1], start if stop else end)
        first = place + 1
    if first < len(words):
        yield _unit(words[first:], words[-1].end)


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


def _unit(words: Sequence[Word], end: int) -> Unit:
    kept: list[Word] = []
    segments: list[Segment] = []
    first = 0
    for word in words:
        sign = word.text[:1]
        if sign in PAUSES and word.tag != QUOTED:
            if len(kept) > first:
                segments.append(Segment(first, len(kept), sign))
            elif segments:
                segments[-1] = segments[-1]._replace(pause=sign)
            first = len(kept)
        else:
            kept.append(word)
    if len(kept) > first:
        segments.append(Segment(first, len(kept), ""))
    return Unit(tuple(kept), tuple(segments), words[0].start if words else end, end)
