"""Words cut as reports need them: the tagger makes one word of 她说, and two of 发言人."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from shilu.reading.quotations.marks import QUOTED
from shilu.reading.tagger import Token as Word

if TYPE_CHECKING:
    from collections.abc import Sequence

_AFTER_ZHI = frozenset("当中其该此他她这有")
_JOINED_TO = frozenset(("还在", "也在", "则在", "又在", "曾在", "均在", "另就", "另据", "又据"))
_JOINED = frozenset(("告诉", "表示", "指出", "认为", "强调", "宣布", "呼吁", "批评", "警告"))
_DOCUMENTS = frozenset(("声明", "报告", "公告", "通告"))
_CUT_OFF = {"人": ("发言", "发起", "创办", "创始"), "使": ("特", "大", "公")}
_MEMBER = "议员"
_WEEK = ("星期", "周", "礼拜")
_MAY_BE_CUT = frozenset(("人", "人称", "使", "一说", _MEMBER))
_WORDS_SAY = "话说"
"""引述某人的话说: two words."""
_LATIN = "xc"
"""What the tagger calls a Latin word that it does not know."""
_PARTED = frozenset(("PER", "r", "TIME", "ORG", _LATIN))
"""Tags of words of which parts are looked for, beside those of verbs …"""
_WORDS = _MAY_BE_CUT | _JOINED_TO | {_WORDS_SAY}
_SPACES = frozenset(" \u3000\xa0\n\t")
_VERBS_BEGIN = frozenset("他她指") | {word[0] for word in _JOINED | _DOCUMENTS} | _SPACES
"""… of which few begin so: the others stay as they are."""
_SAYS = frozenset("说称指")
_STOPS = frozenset("。！？!?，；：")
_SURNAME_SAYS = 2
_WEEKDAY = re.compile(r"(?:周|星期|礼拜)[一二三四五六日天]")


def parted(words: Sequence[Word]) -> list[Word]:
    """The words without spaces, cut as they should be."""
    found: list[Word] = []
    place = 0
    # One word in eight is looked at; a call for each of all took a tenth of the time of quotations.
    for nth in [
        nth
        for nth, (text, _, _, tag) in enumerate(words)
        if (tag in _PARTED if tag != "v" else text[0] in _VERBS_BEGIN or text.isspace())
        or text in _WORDS
        or text[-1:] in (_STOPS if tag != "w" else _SPACES)
    ]:
        text, _, _, tag = word = words[nth]
        if (parts := _parts(text, tag)) is None:
            continue
        found += words[place:nth]
        place = nth + 1
        if word.tag == _LATIN and found and found[-1].end == word.start and found[-1].text.isascii():
            found[-1] = Word(found[-1].text + word.text, found[-1].start, word.end, "nz")  # Green|Peace
        elif parts:
            found += [Word(word.text[a:b], word.start + a, word.start + b, tag) for a, b, tag in parts]
        elif word.text == "一说" and found and found[-1].text.endswith(_WEEK):
            found[-1] = Word(found[-1].text + "一", found[-1].start, word.start + 1, "TIME")
            found.append(Word("说", word.start + 1, word.end, "v"))
        elif word.text == _MEMBER:
            found += _member(found, word)
        elif found and found[-1].end == word.start and _is_cut(found[-1], word):
            found[-1] = Word(found[-1].text + word.text[0], found[-1].start, word.start + 1, "n")
            if len(word.text) > 1:
                found.append(Word(word.text[1:], word.start + 1, word.end, "v"))  # 发言|人称
        elif word.text[0] in _CUT_OFF:
            found.append(word)
    found += words[place:]
    return found


def _member(found: list[Word], word: Word) -> list[Word]:
    """众议员 whole, where the tagger gave its first character to the name: 某某众|议员."""
    before = found[-1] if found else None
    if before is None or before.tag != "PER" or before.end != word.start or before.text[-1] not in "众参":
        return [word]
    name = found.pop()
    house = Word(name.text[-1] + word.text, name.end - 1, word.end, "n")
    return [Word(name.text[:-1], name.start, name.end - 1, "PER"), house] if len(name.text) > 1 else [house]


def _is_cut(before: Word, token: Word) -> bool:
    """Whether the tagger cut an office in two: 发言|人, 事务特|使."""
    return before.text.endswith(_CUT_OFF.get(token.text[0], ()))


@functools.lru_cache(maxsize=1 << 15)
def _parts(word: str, tag: str) -> tuple[tuple[int, int, str], ...] | None:
    """The parts of a word that the tagger should have parted or called otherwise; None where it stays as it is.

    It makes one word of 她说, of 杨说 and of 告诉自由, and takes 声明 for a verb. A space, and what may be part of the
    word before it, has none.
    """
    if tag == QUOTED:
        return None
    if word.isspace() or word in _MAY_BE_CUT:
        return ()
    if len(word) > 1 and (ending := _ending(word, tag)):
        return ending
    if word == _WORDS_SAY:
        return (0, 1, "n"), (1, 2, "v")
    if word in _JOINED_TO:
        return (0, 1, "d"), (1, len(word), "p")
    parts = {"PER": _parts_of_name, "v": _parts_of_verb, _LATIN: _latin_name}.get(tag)
    return parts(word, len(word)) if parts else None


def _latin_name(word: str, end: int) -> tuple[tuple[int, int, str], ...] | None:
    return ((0, end, "nz"),) if end > 1 and word.isascii() and word[0].isupper() else None


def _parts_of_name(word: str, end: int) -> tuple[tuple[int, int, str], ...] | None:
    if end == _SURNAME_SAYS and word[1] == "说":
        return (0, 1, "PER"), (1, 2, "v")
    return ((0, end, "TIME"),) if _WEEKDAY.fullmatch(word) else None


def _ending(word: str, tag: str) -> tuple[tuple[int, int, str], ...] | None:
    """The last character apart where it is a word of its own: 该文|称, 彭博社|报, 星期一|说, 76.1|。."""
    last = len(word) - 1
    if tag == "r" and last > 1 and word[0] in "该此" and word[last] in _SAYS:
        return (0, last, "n"), (last, last + 1, "v")
    if tag == "ORG" and word.endswith("社报"):
        return (0, last, "ORG"), (last, last + 1, "v")
    if tag == "TIME" and word[last] in _SAYS:
        return (0, last, "TIME"), (last, last + 1, "v")
    return ((0, last, tag), (last, last + 1, "w")) if word[last] in _STOPS else None


def _parts_of_verb(word: str, end: int) -> tuple[tuple[int, int, str], ...] | None:
    if word[0] in _SPACES:
        return ((1, end, "v"),)  # behind a Latin name the tagger joins the space to the verb
    if end in (2, 3) and word[0] in "他她":
        return (0, 1, "r"), (1, end, "v")
    if end > 2 and word[:2] in _JOINED:
        return (0, 2, "v"), (2, end, "n")
    if word[0] == "指" and word[1:] in _AFTER_ZHI:
        return (0, 1, "v"), (1, end, "r")
    return ((0, end, "n"),) if word in _DOCUMENTS else None
