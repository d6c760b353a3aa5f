"""Who speaks: from the words of a subject to the person, body or document meant.

``RULES`` are asked in order; the first that knows the subject names its voices. One that no rule knows cannot speak.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from msgspec.structs import replace

from shilu.reading.lexicon import SURNAMES
from shilu.reading.quotations.bodies import anonymous, bodies, body, shortened, side, spokesperson, states, taken_up
from shilu.reading.quotations.cues import cues, word_set
from shilu.reading.quotations.documents import document_at, issuers
from shilu.reading.quotations.meant import Subject
from shilu.reading.quotations.persons import people, pronoun
from shilu.text.script import simplify

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from shilu.knowledge import Authority
    from shilu.reading.analysis import Analysis
    from shilu.reading.quotations.heard import Heard, Voice
    from shilu.reading.quotations.units import Word

_EDITIONS = ("英文版", "中文版", "网络版", "电子版", "海外版", "国际版", "中文网", "英文网")
_AFTER_NAME = word_set(
    """
    先生 女士 教授 博士 总统 总理 首相 主席 议员 部长 大使 将军 等 等人 本人 氏 夫人 小姐 国务卿 外长 局长 司令
    法官 检察官 检察长 警官 神父 主教 议长 主编 院士 导演 老师 委员 委员长 理事长 董事长 总监 社长 专员 资政 党魁
    王子 公主 公爵 王储 亲王 上校 中校 少校 少将 中将 修女
    副总统 总书记 律师 牧师 上将 院长 市长 州长 书记 国王 参议员 众议员 主任 特首 校长 所长 处长 医生 记者 研究员 们
    """
)


def voices_of(
    words: Sequence[Word], analysis: Analysis, block: int, heard: Heard, authority: Authority | None = None
) -> tuple[Voice, ...]:
    """Who is meant by the words of a subject; empty where they name nobody who could speak."""
    while len(words) > 1 and _is_beside_name(words[-1].text):
        words = words[:-1]
    if len(words) > 1 and words[0].text == "的":
        words = words[1:]  # 他|的家人
    start, end = words[0].start, words[-1].end
    standings = analysis.within(block, start, end, "person", "org", "place")
    block_text = analysis.by_block[block]
    text, before = block_text.text[start:end], block_text.plain[start - 1 : start]
    head = len(words) - 1
    while head and words[head].text in _AFTER_NAME:
        head -= 1
    subject = Subject(
        tuple(words), text, tuple(standings), heard, cues(), authority, head, words[-1], before == "的", before == "有"
    )
    for rule in RULES:
        if found := rule(subject):
            return tuple(map(_with_a_name, found))
    return ()


def _with_a_name(voice: Voice) -> Voice:
    """The voice; without a name where that is one character and no surname, which the tagger cut off something."""
    if voice.name is None or len(voice.name) > 1 or simplify(voice.name) in SURNAMES:
        return voice
    return replace(voice, name=None, id=None)


def _is_beside_name(text: str) -> bool:
    """Whether a word behind a name only tells of its edition or platform: 环球时报|英文版, 王毅|的|微博."""
    return text.lower() in _sites() or text.endswith(_EDITIONS)


@functools.cache
def _sites() -> frozenset[str]:
    return (cues().platforms - cues().documents) | {"app", "的"}


def _document(subject: Subject) -> tuple[Voice, ...]:
    """A document speaks for the one named in front of it, else for who issued it, else for who spoke last."""
    named = document_at(subject.words, len(subject.words) - 1) or document_at(subject.words, subject.head)
    return issuers(subject, named) if named else ()


RULES: tuple[Callable[[Subject], tuple[Voice, ...]], ...] = (
    states,
    pronoun,
    people,
    _document,
    spokesperson,
    taken_up,
    shortened,
    anonymous,
    side,
    bodies,
    body,
)
