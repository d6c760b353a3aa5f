"""Reporting words as they stand in a unit: 表示, 补充说, 回应称, and what keeps a word from reporting anything."""

from __future__ import annotations

import functools
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from shilu.reading.quotations.cues import Verb, cues, word_set
from shilu.reading.quotations.marks import QUOTED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from shilu.reading.tagger import Token as Word

DENIED = word_set(
    """
    不 没 没有 未 并未 拒绝 无法 不愿 尚未 从未 不肯 拒不 难以 无 未能 不想 仍未 不便 不能
    """
)
_UNREAL = word_set(
    """
    以 可以 能 能够 应该 应 须 必须 愿意 如何 怎么 怎样 被 遭 遭到 受到 所 要 请 想 敢 据 可 无法 怎 受 为 若 如果
    倘若 相互 互相
    """
)
_NOT = frozenset(("不", "并不", "从不", "也不"))
_PREFIXES = "就则也还又再并曾都均亦仍"
_SAYS = frozenset(("说", "称", "道", "指", "指出", "表示"))
_RELAYS = frozenset(("报道", "报导", "引述", "援引", "转述", "认为", "披露"))
_ENDINGS = ("指出", "表示", "说道", "写道", "说", "称", "道", "指")


_MODAL = word_set(
    """
    必须 应该 应 须 需 需要 无法 可以 难以 有所 很难 不能 拒绝 不愿 可能 或许 也许 将 拟
    """
)
_GIVES = word_set(
    """
    作 做出 作出 进行 发出 给予 予以 加以 遭到 受到 遭遇 引发 引起 遭 面对 面临 收到 接获 提出 招致 来源于 基于 源于
    出于 响应
    """
)
_INDEXES = ("沪综", "深成", "创业板", "恒", "上证", "科创", "标普", "道", "纳")
_ITS = word_set("发表 这些 那些 这种 这一 此种 上述 该 诸多 各种 种种")
"""In front of these an act is named, 这些批评."""
_GOES_ON = word_set("可能 会 将 是 令 让 使 引发 已 已经 导致 也 都 并非 不是")
_SEES = frozenset(("观察", "提", "谈", "留意"))
"""With 到 they report."""
_TAGS = frozenset(("v", "vn", "vd", "n", "nz", "p"))
"""Tags of words that may report: the tagger is not sure of 警告 and 预告."""
_ADDRESSEE = 6
_AFTER_NOUN = frozenset(("中", "里", "内", "当中", "人士", "人员"))
_NOT_THEMSELVES = frozenset(("发言人", "斥资", "斥巨资", "斥重资"))
_BRACKET = 3
"""Brackets are no words; a pause is shorter than they are."""
_NEGATED = 5
"""没有 before 对记者 is this close to its verb."""
_TOWARDS = frozenset(("对", "向", "就", "在"))
_NOUNS = frozenset(("n", "nz", "ORG", "PER", "LOC", "r", "u"))
_COUNTED = _NOUNS | {"m", "q", "a"}
"""告诉自己的一名顾问: whom it was told may be counted and described."""
_BECAUSE = frozenset(("因", "因为", "由于", "涉嫌"))
_IS = frozenset(("是", "就是", "也就是", "不是", "而是"))
_WITH = ("推文", "发文", "发推", "发帖", "撰文", "留言", "致函", "写信", "点名")
"""发文强调, 点名批评: how it is said with the word behind."""


class Hit(msgspec.Struct, frozen=True):
    """A reporting word, or two that make one, in a unit."""

    first: int
    last: int
    """Indexes of its words; ``last`` is not included."""
    text: str
    verb: Verb


def hits(words: Sequence[Word]) -> Iterator[Hit]:
    """The reporting words among the words of a unit."""
    held: Hit | None = None
    for hit in _single(words):
        if held is not None and (_told_whom(words, held, hit) or _adjoins(words, held, hit)):
            held = Hit(held.first, hit.last, hit.text, hit.verb)
            continue
        if held is not None:
            yield held
        held = hit
    if held is not None:
        yield held


def _adjoins(words: Sequence[Word], first: Hit, second: Hit) -> bool:
    """Whether two cues stand together and make one: 发文评论说."""
    together = first.last == second.first and words[first.last - 1].end == words[second.first].start
    if together and first.text in _WITH:
        return True
    if not together or first.text.startswith(tuple(_RELAYS)):
        return False
    return second.text.endswith((*_SAYS, "认为")) and (second.text != "认为" or first.verb.takes == "speech")


def _told_whom(words: Sequence[Word], first: Hit, second: Hit) -> bool:
    """Whether two cues with a noun between them are one: 警告欧盟说, 告诉记者称."""
    between = words[first.last : second.first]
    if not between or len(between) > _ADDRESSEE or second.text not in _SAYS or first.text in _RELAYS:
        return False
    gaps = [b.start - a.end for a, b in pairwise(words[first.first : second.last])]
    adjoining = all(gap == 0 or gap >= _BRACKET for gap in gaps)
    return adjoining and all(word.tag in _NOUNS for word in between)


def _single(words: Sequence[Word]) -> Iterator[Hit]:
    """The reporting words, each by itself."""
    lexicon = cues()
    verbs = _verbs()
    reporting = _reporting()
    last = 0
    # One word in thirty is looked at; to know them by one set takes a third of the time of asking for tag and verb.
    for place in [nth for nth, word in enumerate(words) if word[0] in reporting]:
        if place < last or _is_thing(words, place):
            continue
        word = words[place]
        verb = verbs.get(word.text) if word.tag in _TAGS else None
        lead = word.text in lexicon.lead or word.text in _SEES
        after = words[place + 1] if place + 1 < len(words) else None
        joined = lead and after is not None and after.start == word.end and _joins(word, after, lexicon.tail)
        if verb is None and joined:
            verb = Verb("state", "speech")
        if verb is None or (word.tag in ("n", "p", "nz") and not _stands_alone(words, place)):
            continue
        last = place + 1
        if joined and after is not None and after.tag[:1] == "v":
            last += 1
            verb = Verb(verb.means, "speech")
        if _reports(words, place, last, verb):
            text = "".join(each.text for each in words[place:last])
            denied = "不" if verb.means == "judge" and place and words[place - 1].text in _NOT else ""  # 不认为
            yield Hit(place, last, denied + (text.lstrip(_PREFIXES) or text), verb)


@functools.cache
def _reporting() -> frozenset[str]:
    """Words that report, or that make a reporting word with the one behind."""
    return cues().lead | _SEES | _verbs().keys()


def _is_thing(words: Sequence[Word], place: int) -> bool:
    """Whether a word names what somebody has: 网上有评论称."""
    return place > 0 and words[place].tag in ("n", "vn") and words[place - 1].text in ("有", "也有", "亦有")


def _joins(word: Word, after: Word, tail: frozenset[str]) -> bool:
    return after.text in tail if word.text not in _SEES else after.text == "到"


def closing(words: Sequence[Word], hit: Hit) -> bool:
    """Whether nothing comes behind a reporting word but whom it was said to: 特里告诉本台."""
    rest = words[hit.last :]
    return not rest or (hit.text == "告诉" and len(rest) <= _ADDRESSEE and all(word.tag in _COUNTED for word in rest))


def is_tail(words: Sequence[Word]) -> bool:
    """Whether words after a finished run only say who spoke it: 特里对美国之音说."""
    found = list(hits(words))
    return bool(found) and closing(words, found[-1]) and found[-1].verb.takes in ("speech", "clause")


def is_cue(words: Sequence[Word], place: int) -> bool:
    """Whether a reporting word begins at that place."""
    return next(hits(words[place : place + 2]), None) is not None


@functools.cache
def _verbs() -> dict[str, Verb]:
    """The reporting words with their entries, also of those that the tagger joins with another: 回答说, 也表示."""
    verbs = cues().verbs
    ended = {
        stem + ending: Verb(verbs[stem].means if stem in verbs else "state", "speech")
        for ending in reversed(_ENDINGS)
        for stem in cues().lead | verbs.keys()
    }
    led = {prefix + word: verb for word, verb in verbs.items() for prefix in _PREFIXES}
    return ended | led | verbs


def _stands_alone(words: Sequence[Word], place: int) -> bool:
    """A reporting word tagged as a noun reports only where a name is right before it."""
    return place > 0 and words[place - 1].tag in ("PER", "r", "ORG", "d", "TIME")


def _is_noun(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a reporting word names an act here: 做出愤怒回应, 中方的警告."""
    if last - first > 1 or words[first].tag not in ("v", "vn", "n"):
        return False
    before = _adjoining(words, first)
    if not _GIVES.isdisjoint([word.text for word in before]) or (before and before[-1].text in _ITS):
        return True
    after = words[last].text if last < len(words) else ""
    of = before[-2:-1] and before[-2].text == "的" and before[-1].tag in ("ad", "a", "vd")  # 某人的公开呼吁已经
    if after in _GOES_ON and (words[first].tag != "v" or of):
        return True
    return bool(before) and words[first].tag != "v" and (before[-1].text == "的" or before[-1].tag in ("a", "m", "q"))


def _adjoining(words: Sequence[Word], first: int) -> Sequence[Word]:
    """The three words in front of one, as far as no pause stands between."""
    start = first
    while start > max(0, first - 3) and words[start - 1].end == words[start].start:
        start -= 1
    return words[start:first]


def _is_denied(words: Sequence[Word], first: int) -> bool:
    """Whether something is not said: 没有正面回答, 没有对记者发言."""
    near = words[max(0, first - _NEGATED) : first]
    denied = [nth for nth, word in enumerate(near, -len(near)) if word.text in DENIED]
    if not denied:
        return False  # as with nineteen in twenty
    adverb = len(near) > 1 and near[-1].tag in ("ad", "d", "a")
    return any(nth == -1 or (nth == -2 and adverb) or near[nth + 1].text in _TOWARDS for nth in denied)


def _is_unreal(words: Sequence[Word], first: int) -> bool:
    """Whether something may, must or would be said, or it is told for something else: 因质疑死亡人数被捕, 也就是说."""
    before = [word.text for word in words[max(0, first - 2) : first]]
    nearest = before[-1] if before else ""
    if nearest in _UNREAL or nearest.endswith("难") or not _MODAL.isdisjoint(before):
        return True
    straight = first + 1 < len(words) and words[first + 1].start == words[first].end
    return (straight and nearest in _BECAUSE) or (words[first].text in ("说", "告诉") and nearest in _IS)


def _is_index(words: Sequence[Word], first: int) -> bool:
    """Whether 指 ends the name of an index: 沪综|指收跌."""
    before = words[first - 1] if first else None
    return before is not None and before.end == words[first].start and before.text.endswith(_INDEXES)


def _reports(words: Sequence[Word], first: int, last: int, verb: Verb) -> bool:
    if _is_unreal(words, first) or (words[first].text == "指" and _is_index(words, first)):
        return False
    if verb.means not in ("judge", "deny") and _is_denied(words, first):
        return False
    if _is_noun(words, first, last):
        return False
    after = words[last] if last < len(words) else None
    if verb.apart and after is not None and after.start == words[last - 1].end and after.tag != QUOTED:
        return False
    if after is not None and (after.text in _AFTER_NOUN or words[first].text + after.text in _NOT_THEMSELVES):
        return False  # 分析|人士, 留言中不乏……
    return after is None or not (after.text in ("之", "之为") or (after.tag == "u" and after.text in "的得了过"))
