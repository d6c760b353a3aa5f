"""Where reports end: before another's, where the story goes on, or where it tells what was not said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shilu.reading.quotations.cues import cues, word_set
from shilu.reading.quotations.hits import DENIED
from shilu.reading.quotations.marks import QUOTED

if TYPE_CHECKING:
    from shilu.reading.quotations.speakers import Found
    from shilu.reading.quotations.units import Segment, Unit

BUT = word_set("但 而 不过 然而 但是")
_SUMS_UP = word_set("此 此话 此举 此言 此说 这 这番 这种 这些 这样")
LEADS_IN = word_set("对于 关于 针对 至于 谈到 谈及 就")
_SILENTLY = word_set("但 但是 不过 然而 却 并 也 且 而 而且")
_SILENT = 2
_TELLS = word_set(
    """
    提到 提及 提供 透露 说明 解释 给出 回应 置评 披露 阐述 详述 细说 点名 指明 证实 评论 详细 具体 作出 做出 公布 明说
    列出
    """
)
_NEW_SUBJECTS = frozenset(("PER", "ORG", "LOC"))
_REASONS = word_set("起因 原因 理由 目的 结果 此举 导致 引发 致使 以致 从而")
_TAKES_UP = frozenset("这此他她该许")


def end_before(unit: Unit, one: Found, other: Found | None) -> int:
    """Where a report ends that another one follows."""
    until = len(unit.words)
    if other is not None:
        until = other.subject if other.segment == one.segment else min(other.subject, _led_in(unit, one, other))
    silent = (each.first for each in unit.segments[one.segment + 1 :] if each.first < until and _is_silent(unit, each))
    return next(silent, until)


def _back(unit: Unit, one: Found, end: int) -> int | None:
    """Where the outer speaker goes on about what was told inside: 甲指出，乙曾表示……，此话……."""
    later = unit.segments[one.segment + 1 :]
    return next((each.first for each in later if each.first < end and unit.words[each.first].text in _SUMS_UP), None)


def _led_in(unit: Unit, one: Found, other: Found) -> int:
    """Where another's report begins, with the part that leads in: 甲表示……，而对于这份声明，乙则说……."""
    before = unit.segments[other.segment - 1]
    leading = unit.words[before.first].text == "而" and unit.words[before.first + 1].text in LEADS_IN
    first = leading and before.last - before.first > 1 and other.segment > one.segment + 1 and other.by != "carried"
    return before.first if first else unit.segments[other.segment].first


def _is_silent(unit: Unit, segment: Segment) -> bool:
    """Whether a part of a sentence tells what the speaker does not say: 但没有提供更多细节."""
    words = unit.words[segment.first : segment.last]
    if len(words) > _SILENT and words[0].text in cues().documents and words[1].text in DENIED:
        return words[2].text in _TELLS  # 声明未提到……
    if words[0].text not in _SILENTLY:
        return False
    if words[0].text in BUT and any(word.text == "对此" for word in words):
        return True  # ……，但外界对此提出质疑
    return any(word.text in DENIED for word in words[1:2]) and any(word.text in _TELLS for word in words[2:5])


def told_until(unit: Unit, one: Found, end: int, *, inner: bool = False) -> int:
    """Where the report of a verb that takes a clause ends: 中国宣布制裁九人，总理随后…… goes on by itself."""
    segment = unit.segments[one.segment]
    if inner and (back := _back(unit, one, end)):
        return back
    if one.hit.verb.takes != "clause" or one.hit.last == segment.last:
        return end
    for later in unit.segments[one.segment + 1 :]:
        if later.first >= end:
            break
        word = unit.words[later.first]
        if inner and word.tag == QUOTED:
            return later.first  # 甲指出乙要求……，“……”: the words are 甲's
        if (
            word.tag in _NEW_SUBJECTS
            or word.text in _REASONS
            or word.text in BUT
            or (word.tag in ("r", "m") and word.text[0] in _TAKES_UP)
        ):
            return later.first
    return end
