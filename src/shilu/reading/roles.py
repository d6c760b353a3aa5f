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
    执行 常务 临时 助理 非执行 候补 旅美 旅居
    """
    )
)
_LINKS = frozenset({"兼", "暨", "及", "与", "和", "、", "·", "-", "—"})
_AND = re.compile(r"(?:以及|[、和与及暨])$")
_BRACKET = re.compile(r"\s?[（(][^（）()\n]{1,60}[）)]")
_NAMING = frozenset({"n", "nz", "ORG", "LOC", "nw", "PER", "vn", "f"})
_OFTEN_VERBS = frozenset({"代表", "导演", "编剧", "主编", "主播", "司政", "总召", "领导", "编辑", "主持", "代办"})
"""Words that the tagger takes for verbs though they stand before a name."""
_CUT = re.compile(r"(?:创办|创始|负责|发起|主持|代言|召集|经纪|发言)人$")
"""Titles that the tagger cuts in two: 创办|人."""
_OPENING = frozenset("《「『“〈")
_CLOSING = frozenset("》」』”〉")
_AFTER = re.compile(
    r"(?:等[^，。、；]{0,6}?)?("
    + "|".join(sorted((*TITLES_AFTER, "官员", "议员", "学者"), key=len, reverse=True))
    + r")"
)
_APPOSED = re.compile(
    r"\s?(?:[（(][^（）()\n]{0,60}[）)])?\s?"
    r"(?:，|、|是|為|为|现任|現任|目前担任|担任|時任|时任|曾任|则是)(?:一名|一位|位于[^，。]{2,12}的)?"
    r"([^，。；！？：\n“”「」]{2,40}?)(?=[，。；！？、\n]|$)"
)
_KIN = ("政府", "子", "女", "妻", "夫", "父", "母", "兄", "弟", "姐", "妹", "儿子", "女儿", "搭档", "女婿")
_LONGEST = 40


class Role(NamedTuple):
    """A role as stated, at its place in the whole; ``of`` is the country or body it belongs to."""

    text: str
    start: int
    end: int
    of: str | None


def role_before(whole: Whole, start: int) -> Role | None:
    """The title that ends right where a name begins."""
    end = start
    while end > 0 and whole.plain[end - 1] in " 　的":
        end -= 1
    if start - end > 1:
        return None
    last = whole.covering(end - 1) if end else None
    cut = _CUT.search(whole.plain, max(0, end - 3), end)
    if cut is not None:
        last = whole.covering(cut.start())
    if last is None or (cut is None and not _calls_a_person(whole, last, end)):
        return None
    return _role(whole, _first_word(whole, last), end)


def role_after(whole: Whole, end: int) -> Role | None:
    """The title that begins right where a name ends: 王毅外长, 郑若骅等官员."""
    match = _AFTER.match(whole.plain, end)
    return None if match is None else Role(whole.text[match.start(1) : match.end()], match.start(1), match.end(), None)


def role_apposed(whole: Whole, end: int) -> Role | None:
    """The role told behind a name: 他是…教授, （…），…主任，."""
    match = _APPOSED.match(whole.plain, end)
    if match is None:
        return None
    last = whole.ending.get(match.end(1))
    if last is None or not _calls_a_person(whole, last, match.end(1)):
        return None
    first = _first_word(whole, last)
    return _role(whole, first, match.end(1)) if whole.words[first].start >= match.start(1) else None


def shared_role(whole: Whole, start: int, roles: dict[int, Role]) -> Role | None:
    """The role of the name before in a row of names: 前立法会议员吴霭仪、梁国雄; ``roles`` by the end of their name."""
    match = _AND.search(whole.plain, max(0, start - 2), start)
    return None if match is None else roles.get(match.start())


def end_with_brackets(whole: Whole, end: int) -> int:
    """Where a name ends together with its Latin form in brackets."""
    match = _BRACKET.match(whole.plain, end)
    return end if match is None else match.end()


def _calls_a_person(whole: Whole, index: int, end: int) -> bool:
    """Whether the word, up to ``end``, calls a person something: known titles whatever their tag, others as nouns."""
    if end in whole.titles:
        return True
    word = whole.words[index]
    text = word.text[: end - word.start]
    if len(text) < 2 or not text.endswith(ROLE_ENDINGS):
        return False
    return word.tag in _NAMING or text.endswith(TITLES_AFTER) or text in _OFTEN_VERBS


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
    if word.tag in _NOMINAL or word.text in _STATE or word.text.startswith("驻"):
        return word.tag != "PER" or following.text.endswith(_KIN)
    if word.text in _LINKS:
        return word.text not in {"和", "与", "、"} or following.tag in {"n", "ORG", "vn"}
    return word.text == "的" or (word.tag in {"a", "m", "q"} and word.text not in {"一", "两", "多", "一名", "一位"})


def _role(whole: Whole, first: int, end: int) -> Role | None:
    start = whole.words[first].start
    text = whole.text[start:end].strip("的、 　")
    if len(text) < 2:
        return None
    inside = (word for word in whole.words[first : first + 12] if word.end <= end)
    of = next((word.text for word in inside if word.tag in {"LOC", "ORG"}), None)
    return Role(text, start, end, of)
