"""What one article tells: everything that is compared, each with its place."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, NamedTuple

from shilu.text.script import fold
from shilu.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shilu.chronicle.comparison.records import Section
    from shilu.records import Article, Entity, Quotation, Reading

TITLE = -1
_KEPT = 4_000
"""Blocks whose folded text and sentences are remembered, as each is looked at for every kind of row: those of the
largest stories."""

_FIGURE = re.compile(
    r"(?<![\d.,:/-])(?P<number>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?P<scale>[百千万亿]*)"
    r"(?P<unit>%|平方(?:公里|英里|千米|公尺|英尺|米|呎)?|公[里尺斤吨分顷亩]|英[里尺亩]|[美欧日港加澳]元|英镑|人民币|[元人名位死伤岁架艘枚剂例吨票次亩米]|个[百千万]?)"
)
_PER_CENT = re.compile(r"百分之(?P<number>\d+(?:\.\d+)?)")
_PEOPLE = frozenset("名位")

_EXPERT = re.compile(r"专家|学者|教授|研究员|分析|智库|评论员|律师|医生|博士|顾问公司|经济学家")
_OFFICIAL = re.compile(
    r"官员|发言人|部长|外交部|国防部|政府|白宫|当局|国务院|国务卿|总统|主席|总理|首相|大使|使馆|委员|议员|警方|法院|检察|军方|局长|市长|省长|州长|外长|防长"
)
_MEDIA = re.compile(r"媒体|日报|时报|晚报|新闻|电视|电台|通讯社|路透|法新|美联|新华|彭博|中央社|报道|报导")


class Mark(NamedTuple):
    """Something that an article tells, and where."""

    section: Section
    key: str
    name: str
    block: int
    start: int
    end: int
    characters: int = 0


def texts(article: Article) -> dict[int, str]:
    """The texts of an article by block, its headline as -1."""
    return {TITLE: article.title, **{at: block.text for at, block in enumerate(article.blocks)}}


def text_of(article: Article, block: int) -> str:
    """One of these texts; empty where there is no such block."""
    if block == TITLE:
        return article.title
    return article.blocks[block].text if block < len(article.blocks) else ""


def marks(article: Article, reading: Reading | None) -> Iterator[Mark]:
    """All that is compared, but for events, which the chronicle tells."""
    for block, text in texts(article).items():
        yield from _figures(block, folded(text))
    if reading is None:
        return
    for section, entities in (("person", reading.people), ("org", reading.orgs), ("place", reading.places)):
        for entity in entities:
            for mention in entity.mentions:
                name = entity.name
                yield Mark(section, entity.id, name, mention.block, mention.start, mention.end)  # type: ignore[arg-type]
    roles = {entity.id: entity for entity in (*reading.people, *reading.orgs)}
    for quotation in reading.quotations:
        yield from _quoted(quotation, roles.get(quotation.speaker_id or ""))


@functools.lru_cache(maxsize=_KEPT)
def folded(text: str) -> str:
    """A text folded to simplified script."""
    return fold(text)


@functools.lru_cache(maxsize=_KEPT)
def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(sentences(text))


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence that holds this piece of a text."""
    for a, b in _sentences(text):
        if a <= start < b:
            return a, max(b, end)
    return start, end


def _figures(block: int, text: str) -> Iterator[Mark]:
    """Figures with what they count; years, dates and hours are none."""
    for match in _FIGURE.finditer(text):
        unit = "人" if match["unit"] in _PEOPLE else match["unit"]
        figure = match["number"].replace(",", "") + match["scale"] + unit
        yield Mark("figure", figure, figure, block, match.start(), match.end())
    for match in _PER_CENT.finditer(text):
        figure = match["number"] + "%"
        yield Mark("figure", figure, figure, block, match.start(), match.end())


def _quoted(quotation: Quotation, speaker: Entity | None) -> Iterator[Mark]:
    where = (quotation.block, quotation.start, quotation.end)
    named = quotation.speaker or quotation.speaker_text
    # A direct run inside an indirect clause is counted with the clause.
    length = quotation.end - quotation.start
    if named and quotation.speaker:
        yield Mark("quoted", quotation.speaker_id or named, named, *where, length)
    kind = _kind(fold(quotation.speaker_text or ""), fold(speaker.role or "") if speaker else "")
    if quotation.speaker is None and kind != "media":
        yield Mark("source", "unnamed", "unnamed", *where, length)
    if kind:
        yield Mark("source", kind, kind, *where, length)


def _kind(speaker: str, role: str) -> str | None:
    """What kind of source speaks: expert, official or media; None where that is not said."""
    for kind, pattern in (("expert", _EXPERT), ("official", _OFFICIAL), ("media", _MEDIA)):
        if pattern.search(role or speaker):
            return kind
    return None
