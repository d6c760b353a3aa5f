"""What looks like a person's name at one place: the tagger's words, words joined by dots, words behind a title.

The tagger cuts last characters off (康京|和), joins verbs on and splits four-character names; where the words around a
suggestion make a better cut plain, it is taken here.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

from shilu.reading.lexicon import (
    DOTS,
    DOUBLE_SURNAMES,
    FREQUENT_SURNAMES,
    HONORIFICS,
    JAPANESE_SURNAMES,
    ROLE_ENDINGS,
    SPEAKING,
    SURNAMES,
    TITLES_AFTER,
    TRANSLITERATION,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shilu.reading.whole import Hit, Whole, Word

_PUNCTUATION = frozenset("，。、；：！？“”‘’「」『』《》〈〉（）()【】,.;:!?\n—-… 　/\"'")
_STOPS = frozenset({"w", "c", "p", "d", "TIME", "u", "r", "m"})
_FOREIGN = frozenset(TRANSLITERATION) | frozenset(DOTS)
_CALLING = frozenset({"n", "f"})
_LONG = 6
_DIRECTIONS = frozenset("中东南西北里")


class Suggestion(NamedTuple):
    """A place that looks like a name, and how much speaks for it."""

    start: int
    end: int
    weight: float


def suggested(whole: Whole) -> Iterator[Suggestion]:
    """The suggestions of an article in reading order, but for those with dots, which come first."""
    dotted = bytearray(len(whole.plain))
    for start, end in with_dots(whole):
        dotted[start:end] = b"\1" * (end - start)
        yield _weighed(whole, start, end, 2.0)
    titles = {hit.end for hit in whole.hits if hit.candidates[0].kind == "office"}
    place = {at: hit.end for hit in whole.hits if _is_long_place(hit) for at in range(hit.start, hit.end)}
    called = -1  # where a word ends that calls a person something
    for index, word in enumerate(whole.words):
        at, tag = word.start, word.tag
        # Asked in the order of what rules most words out.
        if at in place and word.end <= place[at]:
            continue  # 特立尼达和|多巴哥
        if (tag == "PER" or at == called or at in titles) and is_han(word.text[0]) and not dotted[at]:
            if tag != "PER":
                yield from _after_title(whole, index, at)
            else:
                start, end = _mended(whole, index)
                if end - start >= 2:
                    yield _weighed(whole, start, end, 1.0)
        if tag in _CALLING and _calls(word.text):
            called = word.end
    for at in titles - whole.starting.keys():  # 局长北村|滋: a known title ends inside a word
        covering = whole.covering(at)
        if covering is not None:
            yield from _after_title(whole, covering, at)


def _is_long_place(hit: Hit) -> bool:
    """Whether a known name of a place is so long that no name of a person begins with it, or ends with it."""
    return hit.end - hit.start >= _LONG and all(candidate.kind == "place" for candidate in hit.candidates)


def with_dots(whole: Whole) -> list[tuple[int, int]]:
    """Names with dots, from the word before the first dot to the word behind the last."""
    spans: list[tuple[int, int]] = []
    for dot in whole.dots():
        start, end = _before_dot(whole, dot), _behind_dot(whole, dot)
        if start is None or end is None:
            continue
        if spans and spans[-1][1] >= start:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return [(start, end) for start, end in spans if end - start <= 30]


def _before_dot(whole: Whole, dot: int) -> int | None:
    """Where the part of a name before a dot begins."""
    index = whole.covering(dot)
    if index is not None and whole.words[index].start < dot:
        start = whole.words[index].start
        title = next((title for title in TITLES_AFTER if whole.plain.startswith(title, start)), "")
        if title and start + len(title) < dot:
            return start + len(title)  # 国务卿|托尼·布林肯
        return start + 1 if whole.plain[start] in "长员" else start  # 议|长南希·佩洛西
    index = whole.ending.get(dot)
    if index is None or whole.words[index].tag == "w":
        return None
    start = whole.words[index].start
    while index > 0 and dot - start <= 6:
        word = whole.words[index - 1]
        if (
            word.end != start
            or word.tag in _STOPS
            or not foreign(word.text)
            or word.text.endswith(("总统", "总理", "长"))
        ):
            break
        if len(word.text) > 1 and word.tag not in {"PER", "nz"}:
            break
        start = word.start
        index -= 1
    return start


def _behind_dot(whole: Whole, dot: int) -> int | None:
    """Where the part behind a dot ends."""
    index = whole.covering(dot)
    if index is not None and whole.words[index].end > dot + 1:
        return whole.words[index].end
    index = whole.starting.get(dot + 1)
    if index is None or whole.words[index].tag == "w":
        return None
    end = whole.words[index].end
    while index + 1 < len(whole.words) and end - dot <= 6:
        word = whole.words[index + 1]
        if word.start != end or word.tag in _STOPS or not foreign(word.text) or word.text in SPEAKING:
            break
        if len(word.text) > 1 and word.tag not in {"PER", "nz"}:
            break
        end = word.end
        index += 1
    return end


def _mended(whole: Whole, index: int) -> tuple[int, int]:
    """A name of the tagger with the characters that it cut off."""
    word = whole.words[index]
    start, end = word.start, word.end
    if whole.plain[start - 1 : start + 1] in JAPANESE_SURNAMES and start > 0:
        start -= 1
    following = whole.words[index + 1] if index + 1 < len(whole.words) else None
    if following is not None and following.start == end:
        if len(word.text) == 1 and following.tag == "PER":
            return start, following.end  # 林|郑月娥
        after = whole.words[index + 2] if index + 2 < len(whole.words) else None
        if len(word.text) == 2 and _is_last_character(word, following, after):
            return start, end + 1
    before = whole.words[index - 1] if index else None
    if before is not None and before.end == start and before.tag == "PER" and len(before.text) == 1:
        return start, start  # taken with the word before
    return start, end


def _is_last_character(word: Word, following: Word, after: Word | None) -> bool:
    """Whether the word behind a name of two characters is, or begins with, its third."""
    if not (word.text[0] in SURNAMES or foreign(word.text)) or following.text[0] in "等氏君前":
        return False
    closed = after is None or after.tag == "w" or after.text.startswith(SPEAKING)
    if len(following.text) == 1 and following.text not in SPEAKING:
        if following.tag in {"n", "nz", "a", "q"}:
            return True
        return following.text in _DIRECTIONS or (following.text == "和" and closed)
    return following.text == "人和" and word.text[0] in SURNAMES


@functools.lru_cache(maxsize=1 << 14)
def _calls(text: str) -> bool:
    """Whether a word calls a person something."""
    return len(text) >= 2 and text.endswith(ROLE_ENDINGS)


def _after_title(whole: Whole, index: int, start: int) -> Iterator[Suggestion]:
    """The name of which the tagger knows nothing, right behind a title: 研究员|揭仲|认为."""
    words = whole.words
    best = None
    while index < len(words) and words[index].tag not in _STOPS and words[index].end - start <= 5:
        end = words[index].end
        if _reads_like_a_name(whole.plain[start:end], words[index].tag) and _closes(whole, index + 1):
            best = end
        index += 1
        if index < len(words) and words[index].start != end:
            break
    if best is not None:
        yield _weighed(whole, start, best, 1.0)


def _closes(whole: Whole, index: int) -> bool:
    """Whether the word at an index shows that a name has ended."""
    if index >= len(whole.words):
        return True
    word = whole.words[index]
    return word.tag in _STOPS or word.text.startswith(SPEAKING) or word.text in TITLES_AFTER


def _reads_like_a_name(text: str, tag: str) -> bool:
    """Whether a string that the tagger takes for something else could well be a name.

    Only frequent surnames count, and only with two characters behind them: verbs such as 通话 and 解读 begin with a
    surname too.
    """
    if text.startswith(DOUBLE_SURNAMES):
        return len(text) in {3, 4}
    if text[:2] in JAPANESE_SURNAMES:
        return len(text) in {3, 4, 5}
    if text[0] in FREQUENT_SURNAMES:
        return len(text) == 3 or (len(text) == 2 and tag == "nz")
    return foreign(text) and len(text) >= 3


def _weighed(whole: Whole, start: int, end: int, weight: float) -> Suggestion:
    return Suggestion(start, end, weight + _context(whole, start, end))


def _context(whole: Whole, start: int, end: int) -> float:
    """How much the neighbours of a place speak for a name there."""
    weight = 0.0
    before = whole.ending.get(start)
    if before is not None:
        word = whole.words[before]
        if word.tag in {"n", "nz", "ORG", "LOC", "nw", "f"} and word.text.endswith(ROLE_ENDINGS):
            weight += 1.0
        elif word.text == "、" and before > 0 and whole.words[before - 1].tag == "PER":
            weight += 0.5
    plain = whole.plain
    if plain.startswith(HONORIFICS, end) or plain.startswith(TITLES_AFTER, end):
        weight += 1.0
    elif end >= len(plain) or plain[end] in _PUNCTUATION:
        weight += 0.3
    elif plain.startswith(SPEAKING, end):
        weight += 0.5
    return weight


def shape(text: str) -> float:
    """How much a string looks like a name by itself."""
    if any(char in DOTS for char in text) or text[:2] in JAPANESE_SURNAMES:
        return 1.0
    if (len(text) in {2, 3} and text[0] in SURNAMES) or (len(text) == 4 and text.startswith(DOUBLE_SURNAMES)):
        return 0.5
    if len(text) > 6:
        return -0.5
    return 0.5 if foreign(text) else -0.5


def foreign(text: str) -> bool:
    """Whether all characters are such as foreign names are spelt with."""
    return _FOREIGN.issuperset(text)


def is_han(char: str) -> bool:
    """Whether a character is Chinese."""
    return "㐀" <= char <= "鿿"
