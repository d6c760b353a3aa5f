"""What an article says somebody is: the title right before a name, right behind it, or in apposition."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from shilu.reading.lexicon import ROLE_ENDINGS, TITLES_AFTER, words

if TYPE_CHECKING:
    from shilu.reading.whole import Whole, Word

_NOMINAL = frozenset(
    words(
        """
    n nz LOC ORG nw vn an s PER f
    """
    )
)
_STATE = frozenset(
    words(
        """
    前 时任 现任 新任 候任 当选 原 副 代 代理 已故 当时 前任 首任 首席 资深 著名 知名 高级 女 男 卸任 退休
    执行 常务 助理 非执行 候补 旅美 旅居
    """
    )
)
_LINKS = frozenset({"兼", "暨", "及", "与", "和", "、", "·", "-", "—"})
_CONJUNCTIONS = frozenset({"、", "和", "与", "及", "以及", "暨", "，"})
_OPENING = frozenset("《「『“〈")
_CLOSING = frozenset("》」』”〉")
_AFTER = re.compile(r"(?:" + "|".join(sorted(TITLES_AFTER, key=len, reverse=True)) + r")")
_APPOSED = re.compile(
    r"\s?(?:[（(][^（）()\n]{0,60}[）)])?\s?"
    r"(?:，|、|是|為|为|现任|現任|目前担任|担任|時任|时任|曾任|则是)(?:一名|一位|位于[^，。]{2,12}的)?"
    r"([^，。；！？：\n“”「」]{2,40}?)(?=[，。；！？、\n]|$)"
)
_LONGEST = 40


class Role(NamedTuple):
    """A role as stated, at its place in the whole; ``of`` is the country or body it belongs to."""

    text: str
    start: int
    end: int
    of: str | None


def role_before(whole: Whole, start: int) -> Role | None:
    """The title that ends right where a name begins."""
    index = whole.ending.get(start)
    if index is None and start > 0 and whole.text[start - 1] in " 　":
        index = whole.ending.get(start - 1)
    if index is None:
        return None
    last = whole.words[index]
    if last.text in _CLOSING:
        return None
    if last.text == "的" and index > 0:
        index -= 1
        last = whole.words[index]
    if not _calls_a_person(last):
        return None
    return _role(whole, _first_word(whole, index), index)


def role_after(whole: Whole, end: int) -> Role | None:
    """The title that begins right where a name ends: 王毅外长."""
    match = _AFTER.match(whole.plain, end)
    if match is None:
        return None
    index = whole.ending.get(match.end())
    if index is None or whole.words[index].start > end:
        pass
    return Role(whole.text[match.start() : match.end()], match.start(), match.end(), None)


def role_apposed(whole: Whole, end: int) -> Role | None:
    """The role told behind a name: 他是…教授, （…），…主任，."""
    match = _APPOSED.match(whole.plain, end)
    if match is None:
        return None
    index = whole.ending.get(match.end(1))
    if index is None or not _calls_a_person(whole.words[index]):
        return None
    first = _first_word(whole, index)
    return _role(whole, first, index) if whole.words[first].start >= match.start(1) else None


def shared_role(whole: Whole, start: int, roles: dict[int, Role]) -> Role | None:
    """The role of the name before in a row of names: 前立法会议员吴霭仪、梁国雄; ``roles`` by the end of their name."""
    index = whole.ending.get(start)
    if index is None or whole.words[index].text not in _CONJUNCTIONS:
        return None
    return roles.get(whole.words[index].start)


def _calls_a_person(word: Word) -> bool:
    return word.tag in {"n", "nz", "ORG", "LOC", "nw", "PER", "vn"} and word.text.endswith(ROLE_ENDINGS)


def _first_word(whole: Whole, index: int) -> int:
    """Go left from the title's last word as long as the words can belong to it."""
    words = whole.words
    end = words[index].end
    first = index
    depth = 0
    while index > 0:
        word = words[index - 1]
        if word.end != words[index].start and whole.plain[word.end : words[index].start].strip():
            break
        if end - word.start > _LONGEST or "\n" in whole.plain[word.start : words[index].start + 1]:
            break
        if word.text in _CLOSING:
            depth += 1
        elif word.text in _OPENING:
            if depth == 0:
                break
            depth -= 1
        elif depth == 0 and not _belongs(word, words[index]):
            break
        index -= 1
        if depth == 0 and (
            word.tag in _NOMINAL or word.text in _STATE or word.text in _OPENING or word.tag in {"a", "m", "q", "b"}
        ):
            first = index
    return first


def _belongs(word: Word, following: Word) -> bool:
    if word.tag in _NOMINAL or word.text in _STATE:
        return not (word.tag == "PER" and following.text == "的")
    if word.text in _LINKS:
        return word.text not in {"和", "与", "、"} or following.tag in {"n", "ORG", "vn"}
    return word.text == "的" or (word.tag in {"a", "m", "q"} and word.text not in {"一", "两", "多", "一名", "一位"})


def _role(whole: Whole, first: int, last: int) -> Role | None:
    start, end = whole.words[first].start, whole.words[last].end
    text = whole.text[start:end].strip("的、 　")
    if len(text) < 2:
        return None
    of = next((w.text for w in whole.words[first : last + 1] if w.tag in {"LOC", "ORG"}), None)
    return Role(text, start, end, of)
