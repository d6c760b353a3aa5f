"""Reporting words of a unit with their speakers, and what a block tells of who is who."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from shilu.reading.quotations.bodies import is_of_several
from shilu.reading.quotations.cues import cues, word_set
from shilu.reading.quotations.documents import document_at, document_endings
from shilu.reading.quotations.heard import Heard, Voice
from shilu.reading.quotations.hits import Hit, is_cue
from shilu.reading.quotations.marks import QUOTED
from shilu.reading.quotations.meant import JOINTS
from shilu.reading.quotations.subjects import QUOTING, groups_before, segments_before
from shilu.reading.quotations.voices import voices_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from shilu.knowledge import Authority
    from shilu.reading.analysis import Analysis, Standing, Text
    from shilu.reading.quotations.units import Unit, Word

CONNECTING = frozenset(("c", "d", "ad", "TIME", "u", "f", "vd"))
"""Tags of words that may stand between a pause and its cue without being a subject."""

_WHEN = 6
"""Words between a reporting word and 时 that make it a phrase of time …"""
_NEAR = 2
"""… and among so few a verb may be: 回应批评时."""
_SAYS = ("说", "称", "表示", "指出", "认为", "强调", "透露", "告诉", "写道", "指", "说道")
"""Behind these a clause may begin with 选举时."""
_TIMES = word_set("时 后 外 前 之后 之前 之际 期间 之余 时候 同时")
_PLACES = _TIMES | {"上", "中", "里", "下", "当中", "会上"}
_GATHERINGS = ("会", "会议", "论坛", "节目")
_CAUSES = frozenset(("被", "让", "使", "令"))
_SHOWS = frozenset(("表明", "提醒", "显示", "暗示"))
"""What happened to somebody may do this, too."""
_ISSUES = word_set(
    "做 作 做出 作出 宣读 发表 发布 公布 刊登 刊出 刊发 发出 通过 撰写 撰文 提交 致 写 出版 公开 签署 提出 发 递交 表决"
)
_CONCERNING = word_set("有关 关于 针对 涉及 相关 最新")
_BESIDES = frozenset(("在", "于", "向", "对", "与", "跟", "同"))
_LEADERS = frozenset(("领导人", "领袖"))
"""领导人会议 is issued by nobody."""
_TAKEN_UP = 8
_BESIDE = 3
"""A document this close behind a name is its own."""
_THERE = frozenset(("其中", "里面", "上面", "当中"))
_RELAYS = frozenset(("报道", "报导"))
_KINDS = {"anyone": ("person", "org", "place", None), "body": ("person", "org", None), "person": ("person",)}


class Reader(msgspec.Struct, frozen=True):
    """What reading the units of one block needs."""

    analysis: Analysis
    block: int
    authority: Authority | None = None
    """Tells 他 from 她."""

    def names(self, text: Text) -> list[Standing]:
        """The names that stand in the block."""
        return self.analysis.within(self.block, 0, len(text.text))

    def voices(self, words: Sequence[Word], heard: Heard) -> tuple[Voice, ...]:
        """Who is meant by these words."""
        return voices_of(words, self.analysis, self.block, heard, self.authority)

    def subject(self, unit: Unit, low: int, high: int, heard: Heard) -> tuple[Voice, ...]:
        """Who a part of a sentence is about: its first person or body, else the first state or nameless one."""
        rest: tuple[Voice, ...] = ()
        for first, last in reversed(list(groups_before(unit.words, low, high))):
            if unit.words[last - 1].tag == QUOTED and first > low:
                continue  # 早已“驾轻就熟”
            voices = self.voices(unit.words[first:last], heard)
            if voices and (voices[-1].kind in ("person", "org") or voices[-1].how == "unnamed"):
                return voices
            rest = rest or voices
        return rest

    def owner(self, words: Sequence[Word]) -> tuple[Voice, ...]:
        """The person a noun group begins with: 王毅的言辞."""
        for standing in self.analysis.within(self.block, words[0].start, words[-1].end, "person"):
            return (Voice(standing.name, standing.name, "topic", "person", standing.id),)
        return ()

    def documents(self, unit: Unit, heard: Heard) -> Heard:
        """What a unit tells of documents: 国务院发表声明 makes 声明 the word of 国务院."""
        heard = self._written(unit, heard)
        endings = document_endings()
        may = [
            nth for nth, word in enumerate(unit.words) if word[0] in endings or (word[3] == "nz" and word[0][0] == "《")
        ]
        named = {nth: text for nth in may if (text := document_at(unit.words, nth))}
        if not named:
            return heard
        issuers: list[Voice] = []
        near = issued = -1
        for nth, word in enumerate(unit.words):
            together = word.tag == "LOC" and is_of_several(unit.words[nth + 1 : nth + 2])
            if together or word.tag in ("ORG", "PER") or (word.tag == "nz" and word.text[:1] == "《"):
                voices = self._issuing(unit, nth, heard)
                if voices:
                    joint = _is_joint(unit, near, nth) and issued < near
                    issuers = [*(issuers if joint else ()), *voices]
                    near, issued = nth, -1
            elif word.text in _ISSUES:
                issued = nth
            elif issuers and (document := named.get(nth)) and (issued > near or _is_beside(unit, near, nth)):
                taken_up = any(each.text[:1] in "这该此" for each in unit.words[max(0, nth - _TAKEN_UP) : nth])
                if not (taken_up and heard.issuers_of(document)):  # 这份与某中心合作撰写的报告: named before
                    heard = heard.issued(document, issuers)
        return heard

    def _written(self, unit: Unit, heard: Heard) -> Heard:
        """Who is told to be the author of what is reviewed: 作者某人 makes later 文章 his."""
        for nth, word in enumerate(unit.words[:-1]):
            if word.text == "作者" and unit.words[nth + 1].tag == "PER":
                voices = self.voices(unit.words[nth + 1 : nth + 2], heard)
                heard = heard.issued("文章", voices[-1:]) if voices else heard
        return heard

    def issued(self, unit: Unit, frame: tuple[int, int], voices: Sequence[Voice], heard: Heard) -> Heard:
        """What is known of a document after its words: 使馆网站的文章称 makes later 文章 the embassy's."""
        if not voices or voices[-1].how != "document" or voices[-1].name is None:
            return heard
        named = next(filter(None, (document_at(unit.words, nth) for nth in range(*frame))), None)
        return heard.issued(named, voices) if named else heard

    def issuing(self, unit: Unit, low: int, document: int, heard: Heard) -> tuple[Voice, ...]:
        """Who a document is said to be of by what stands in front of it: 某委员会一份有关气候的|报告."""
        for nth in range(document - 1, low - 1, -1):
            word = unit.words[nth]
            if word.tag in ("ORG", "PER"):
                return tuple(each.again(each.text, "document") for each in self._issuing(unit, nth, heard))
            if word.tag in ("p", "w", QUOTED) or (word.tag[:1] == "v" and word.text not in _ISSUES | _CONCERNING):
                return ()
        return ()

    def _issuing(self, unit: Unit, nth: int, heard: Heard) -> tuple[Voice, ...]:
        """Who is named by a word, unless as a place or an addressee: 在联合国大会上发布声明."""
        word = unit.words[nth]
        if word.text.lower() in cues().platforms or word.text in _LEADERS:
            return ()
        if nth and unit.words[nth - 1].text in _BESIDES and unit.words[nth - 1].tag == "p":
            return ()
        voices = (
            self.voices(unit.words[nth : nth + 2], heard) if word.tag == "LOC" else self.voices((word,), heard)[-1:]
        )
        return voices if voices and voices[-1].name else ()


def _is_joint(unit: Unit, near: int, nth: int) -> bool:
    """Whether two issuers are named side by side."""
    together = near >= 0 and unit.segment_of(near) == unit.segment_of(nth)
    return together and any(word.text in JOINTS for word in unit.words[near + 1 : nth])


def _is_beside(unit: Unit, near: int, nth: int) -> bool:
    """Whether a document stands right behind its issuer, not behind what he does with it (出示, 收到)."""
    together = nth - near <= _BESIDE and unit.segment_of(near) == unit.segment_of(nth)
    between = unit.words[near + 1 : nth]
    return together and all(word.tag != "v" or word.text.startswith(QUOTING) for word in between)


class Found(msgspec.Struct, frozen=True):
    """A reporting word with its speaker."""

    hit: Hit
    segment: int
    voices: tuple[Voice, ...]
    by: str
    """How the speaker was found."""
    subject: int
    """Where the subject begins; where its segment begins if it has none there."""
    relayed: Voice | None = None
    """Who quotes the speaker."""

    @property
    def name(self) -> str | None:
        """The name of the (last) speaker."""
        return self.voices[-1].name


def found_in(unit: Unit, reader: Reader, heard: Heard, begin: int) -> list[Found]:
    """The reporting words of a unit from a segment on, with their speakers; the segments before name the source."""
    found: list[Found] = []
    for hit in unit.hits:
        segment = unit.segment_of(hit.first)
        if segment < begin or _is_aside(unit, hit, segment) or (found and hit.first < found[-1].hit.last):
            continue
        one = next(_speakers(unit, hit, reader, heard, (begin, found)), None)
        if one is not None:
            found.append(_quoting(unit, reader, heard, one))
            heard = heard.told(one.voices[-1]) if one.voices[-1].kind == "person" else heard
    return found


def _is_aside(unit: Unit, hit: Hit, segment: int) -> bool:
    """Whether the word stands in a phrase of time or place: 在回复本台的信中强调, 除重申立场外."""
    words = unit.words[hit.last : unit.segments[segment].last]
    alone = unit.words[hit.first].text == hit.text
    if alone and hit.first > unit.segments[segment].first and unit.words[hit.first - 1].text in ("在", "当"):
        return True
    if words and words[-1].text in _TIMES and words[-1].tag in ("f", "n", "TIME", "s"):
        return True
    if not hit.text.endswith(_SAYS) and _is_when(words):
        return True  # 回应批评时
    following = [nth for nth, word in enumerate(words) if word.tag[:1] == "v" and is_cue(words, nth)]
    return any(
        (word.text in _PLACES and word.tag in ("f", "n", "s", "v"))
        or (word.tag == "n" and word.text.endswith(_GATHERINGS))
        for cue in following
        for word in words[max(0, cue - 3) : cue]
    )


def _is_when(words: Sequence[Word]) -> bool:
    """Whether nothing but an object stands in front of 时."""
    when = next((nth for nth, word in enumerate(words[: _WHEN + 1]) if word.text == "时"), 0)
    verbs = ("v",) if when > _NEAR else ()
    return when > 0 and not any(word.tag in verbs or word.text in ("在", "当", "于") for word in words[:when])


def _speakers(
    unit: Unit, hit: Hit, reader: Reader, heard: Heard, before: tuple[int, Sequence[Found]]
) -> Iterator[Found]:
    """Who may speak with a cue, the surest first: its subject, who spoke before, an earlier subject of the sentence."""
    found = before[1]
    segment = unit.segment_of(hit.first)
    earlier = found[-1] if found else None
    same = earlier is not None and earlier.segment == segment
    lower = earlier.hit.last if earlier and same else unit.segments[segment].first
    local = heard if found else _subject_told(unit, reader, heard, segment)
    for first, last in groups_before(unit.words, lower, hit.first):
        if _is_caused(unit, last, hit):
            return  # 甲被法院裁定, 甲让人觉得: not he
        voices = reader.voices(unit.words[first:last], local)
        if voices and voices[-1].how == "document" and voices[-1].name is None:
            voices = reader.issuing(unit, lower, first, local) or voices
        if voices and _may_speak(hit, voices[-1]):
            yield Found(hit, segment, voices, voices[-1].how, first)
        elif hit.verb.own and last == hit.first:
            return  # 他说服台湾人相信: not he
    others = unit.words[lower : hit.first]
    if any(word.text == "纷纷" for word in others) and not (earlier and len(earlier.voices) > 1):
        return  # ……引起网民吐槽，纷纷指……: many
    if not same and not hit.verb.own and not any(word.text == "被" or word.text in cues().according for word in others):
        yield from _elsewhere(unit, hit, reader, heard, before)


def _is_caused(unit: Unit, first: int, hit: Hit) -> bool:
    """Whether something is said by another or because of the subject; 甲被捕前一天说 is his, 被捕提醒众人 is not."""
    causes = [nth for nth in range(first, hit.first) if unit.words[nth].text in _CAUSES]
    own = hit.text not in _SHOWS and all(
        unit.words[nth].text == "被" and nth + 1 < hit.first and unit.words[nth + 1].tag == "v" for nth in causes
    )
    return bool(causes) and not own


def _elsewhere(
    unit: Unit, hit: Hit, reader: Reader, heard: Heard, before: tuple[int, Sequence[Found]]
) -> Iterator[Found]:
    """Who may speak with a cue that has no subject of its own: who spoke before, an earlier subject of the sentence."""
    begin, found = before
    segment = unit.segment_of(hit.first)
    earlier = next((each for each in found if each.segment == found[-1].segment), None)  # 甲驳斥乙指控……，强调……
    lower = unit.segments[segment].first
    bare = all(word.tag in CONNECTING for word in unit.words[lower : hit.first])
    if any(word.text in _THERE for word in unit.words[lower : hit.first]) and (paper := _paper(unit, hit, heard)):
        yield Found(hit, segment, paper, "document", lower)
    relayed = earlier is not None and earlier.hit.text in _RELAYS and earlier.segment + 1 < segment
    if earlier is not None and relayed:  # 某台报导，某国将某公司列入名单，表示……: the state
        told = [reader.subject(unit, *each, heard) for each in segments_before(unit, segment, earlier.segment + 1)]
        for voices in filter(None, told):
            if voices[-1].kind in _KINDS[hit.verb.of]:
                yield Found(hit, segment, voices, "clause", lower)
    if earlier is not None and bare:
        yield Found(hit, segment, earlier.voices, "carried", lower)
    if earlier is None:
        told = [reader.subject(unit, low, high, heard) for low, high in segments_before(unit, segment, begin)]
        for voices in sorted(filter(None, told), key=lambda each: each[-1].kind not in ("person", "org")):
            yield Found(hit, segment, voices, "clause", lower)
    if heard.voices and heard.block == reader.block and bare and segment == begin:
        yield Found(hit, segment, heard.voices, "carried", lower)


def _paper(unit: Unit, hit: Hit, heard: Heard) -> tuple[Voice, ...]:
    """The document named before in the sentence: 他出示一份通知，里面写道……."""
    named = [(nth, document_at(unit.words, nth)) for nth in range(hit.first)]
    last = next(((unit.words[nth].text, text) for nth, text in reversed(named) if text), None)
    if last is None:
        return ()
    issuers = tuple(each.again(last[0], "document") for each in heard.issuers_of(last[1]))
    return issuers or (Voice(last[0], None, "document"),)


def _may_speak(hit: Hit, voice: Voice) -> bool:
    """Whether the cue reports words of such a voice: documents show, persons hope; 本台记者某某报道 only signs."""
    if hit.text in ("报道", "报导") and "记者" in voice.text:
        return False
    takes = hit.verb.takes != "document" or (hit.text == "表明" and (voice.id is not None or voice.how != "name"))
    return voice.how == "document" or (voice.kind in _KINDS[hit.verb.of] and takes)


def _subject_told(unit: Unit, reader: Reader, heard: Heard, segment: int) -> Heard:
    """What the segments before tell of persons: 施志安关心新疆问题，他…."""
    for part in unit.segments[:segment]:
        for first, last in groups_before(unit.words, part.first, part.last):
            voices = reader.voices(unit.words[first:last], heard)
            if voices and (voices[-1].kind in ("person", "place") or voices[-1].nameless):
                heard = heard.told(voices[-1])
    return heard


def _is_beside_name(word: Word) -> bool:
    """Whether a word behind a name in 引述某人此前的话说 is no part of it."""
    return word.text in cues().according_nouns or word.text == "话" or word.tag in ("u", "TIME", "d", "ad", "f")


def _passing_on(unit: Unit, one: Found) -> Found:
    """某报引述分析师的话说，……: the report of the medium begins behind the pause."""
    segment = unit.segments[one.segment]
    says = next((hit for hit in unit.hits if one.hit.last < hit.first and hit.last == segment.last), None)
    of = says is not None and any(word.text in ("话", "消息") for word in unit.words[one.hit.last : says.first])
    if not of or not segment.pause or one.name is None:
        return one
    return msgspec.structs.replace(one, hit=msgspec.structs.replace(one.hit, last=segment.last))


def _quoting(unit: Unit, reader: Reader, heard: Heard, one: Found) -> Found:
    """引述美国国务院消息: whose words they are stands behind the cue."""
    if not one.hit.text.startswith(QUOTING):
        return one
    last = unit.segments[one.segment].last
    last = next((hit.first for hit in unit.hits if one.hit.last < hit.first < last), last)
    while last > one.hit.last and _is_beside_name(unit.words[last - 1]):
        last -= 1
    voices = reader.voices(unit.words[one.hit.last : last], heard) if last > one.hit.last else ()
    if not voices or voices[-1].name is None:
        return _passing_on(unit, one)
    hit = msgspec.structs.replace(one.hit, last=unit.segments[one.segment].last)
    return msgspec.structs.replace(one, hit=hit, voices=voices, by="quoted", relayed=one.voices[-1])
