"""Where people's names may stand: what the tagger, the authority, dots and brackets suggest, and which of it holds.

A suggestion at one place is weak (王维|正在接受). What the whole article says about a string is strong: the longest
string that is established somewhere in the article (王维正|表示) wins wherever it fits.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from shilu.reading.lexicon import (
    DOTS,
    DOUBLE_SURNAMES,
    HONORIFICS,
    ROLE_ENDINGS,
    SPEAKING,
    SURNAMES,
    TITLES_AFTER,
    TRANSLITERATION,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from shilu.reading.whole import Whole

_HAN = "一-鿿㐀-䶿"
_DOTTED = re.compile(rf"[{_HAN}A-Z.]{{1,8}}(?:[{DOTS}][{_HAN}A-Z.]{{1,8}})+")
_LATIN_WORD = r"[A-Z][A-Za-zÀ-ɏ'’\-]*\.?"
_LATIN_NAME = rf"{_LATIN_WORD}(?:[ ,·]{{1,3}}(?:{_LATIN_WORD}|al-\w+|van|von|der|de|da|di|la|le|bin|ibn)){{0,6}}"
_BRACKETED = re.compile(rf"(?<=[{_HAN}])\s?[（(]\s*({_LATIN_NAME})\s*(?:[,，、；;/／][^（）()\n]{{0,40}})?[）)]")
_FREE_LATIN = re.compile(
    rf"(?<![A-Za-zÀ-ɏ0-9（(@#/.\-'’])({_LATIN_WORD}(?:[ ·]{{1,2}}{_LATIN_WORD}){{0,4}})(?![A-Za-zÀ-ɏ0-9@/])"
)
_NO_PERSON = re.compile(
    r"\b(University|College|School|Institute|Institution|Center|Centre|Council|Committee|Commission|Party|Ministry|"
    r"Department|Foundation|Association|Group|Bank|News|Times|Post|Journal|Review|Agency|Office|Bureau|Company|Corp|Inc|"
    r"Ltd|Co|Press|Radio|Television|TV|Network|Forum|Project|Program|Initiative|Union|Organi[sz]ation|Society|Alliance|"
    r"Act|Law|Court|Congress|Parliament|Senate|House|Army|Navy|Force|Forces|Fund|Campaign|Watch|International|National|"
    r"American|China|Chinese|Asia|Asian|Europe|European|World|Global|Street|Research|Studies|Service|Services|System|"
    r"Systems|Technology|Technologies|Capital|Partners|Holdings|Airlines|Media|Magazine|Daily|Weekly|The|And|For|Of|On|"
    r"In|New|North|South|East|West|United|States|Republic|Kingdom|Islands?|City|River|Lake|Sea|Bay|Mount|Air|Club|"
    r"Museum|Library|Hospital|Church|Temple|Conference|Summit|Dialogue|Agreement|Treaty|Development|Security|Policy|"
    r"Democracy|Rights|Human|Freedom|Free|Green|Black|White|Red|Blue|Big|Great|Day|Week|Year|App|Online|Web|Data|"
    r"Facebook|Twitter|Google|Apple|Amazon|YouTube|Microsoft|Getty|Images|Reuters|AFP|AP|CNN|BBC)\b"
)  # fmt: skip
_SURNAME_ONLY = re.compile(rf"[{_HAN}]")
_PUNCTUATION = frozenset("，。、；：！？“”‘’「」『』《》〈〉（）()【】,.;:!?\n—-… 　/\"'")


class Name(NamedTuple):
    """A name that is established in the article."""

    plain: str
    ids: tuple[str, ...] = ()
    """The people of the authority who bear it."""
    latin: str | None = None
    """What a bracket behind it gives."""
    weight: float = 0.0


class Spot(NamedTuple):
    """One place where a name stands."""

    start: int
    end: int
    plain: str


def established(whole: Whole) -> dict[str, Name]:
    """The names that hold in this article, by their simplified form."""
    known = _known(whole)
    latin = dict(_bracketed(whole))
    counts: Counter[str] = Counter()
    weights: defaultdict[str, float] = defaultdict(float)
    for start, end, first in _suggested(whole):
        text = whole.plain[start:end]
        counts[text] += 1
        weights[text] += first + _context(whole, start, end)
    for text in latin:
        weights[text] += 3
    for text in known:
        weights[text] += 3
    names = {
        text: Name(text, known.get(text, ()), latin.get(text), weight + _shape(text))
        for text, weight in weights.items()
        if text in known or text in latin or not _other_kind(whole, text)
    }
    kept = {text: name for text, name in names.items() if name.weight >= 2}
    return _without_fragments(whole, kept)


def spots(whole: Whole, names: Iterable[str]) -> list[Spot]:
    """Where the names stand, the longest first where they overlap, in reading order."""
    taken = bytearray(len(whole.plain))
    found = []
    for name in sorted(names, key=len, reverse=True):
        for start in whole.occurrences(name):
            end = start + len(name)
            if not any(taken[start:end]) and _fits(whole, start, end):
                taken[start:end] = b"\1" * (end - start)
                found.append(Spot(start, end, name))
    return sorted(found)


def _fits(whole: Whole, start: int, end: int) -> bool:
    """Whether a name may stand there although the words are cut otherwise."""
    if end - start >= 3 or whole.aligned(start, end):
        return True
    before = whole.starting.get(start)
    return before is not None and whole.words[before].tag == "PER" and len(whole.words[before].text) <= 3


def _known(whole: Whole) -> dict[str, tuple[str, ...]]:
    """Names of the authority that are meant as people here."""
    found: dict[str, tuple[str, ...]] = {}
    for start, end, candidates in whole.hits:
        ids = tuple(candidate.id for candidate in candidates if candidate.kind == "person")
        if not ids:
            continue
        text = whole.plain[start:end]
        if len(text) >= 3 or _is_person_here(whole, start, end):
            found[text] = ids
    return found


def _is_person_here(whole: Whole, start: int, end: int) -> bool:
    index = whole.starting.get(start)
    return index is not None and whole.words[index].end == end and whole.words[index].tag == "PER"


def _suggested(whole: Whole) -> Iterator[tuple[int, int, float]]:
    """Places that look like names, with a first weight."""
    words = whole.words
    plain = whole.plain
    dotted = {}
    for match in _DOTTED.finditer(plain):
        span = _dotted_span(whole, match.start(), match.end())
        if span is not None:
            dotted[span[0]] = span[1]
            yield (*span, 2.0)
    for word in words:
        if word.tag != "PER" or not _han(word.text[0]) or len(word.text) < 2:
            continue
        if any(start <= word.start and word.end <= end for start, end in dotted.items()):
            continue
        yield word.start, word.end, 1.0


def _dotted_span(whole: Whole, start: int, end: int) -> tuple[int, int] | None:
    """Where a name with dots begins and ends: the words at its two ends may hold more than the name."""
    plain = whole.plain
    dots = [at for at in range(start, end) if plain[at] in DOTS]
    left = _word_start(whole, dots[0], start)
    right = _word_end(whole, dots[-1] + 1, end)
    if left >= dots[0] or right <= dots[-1] + 1:
        return None
    return left, right


def _word_start(whole: Whole, dot: int, low: int) -> int:
    """Where the part of a name before its first dot begins."""
    for start in range(dot - 1, low - 1, -1):
        if start in whole.starting:
            return start
    return max(low, dot - 1) if not _han(whole.plain[low]) else low


def _word_end(whole: Whole, start: int, high: int) -> int:
    """Where the part behind the last dot ends."""
    for end in range(start + 1, high + 1):
        if end in whole.ending and not (end - start == 1 and end < high and whole.plain[end] in TRANSLITERATION):
            return end
    return high


def _bracketed(whole: Whole) -> Iterator[tuple[str, str]]:
    """Names with a Latin form in brackets right behind them."""
    for match in _BRACKETED.finditer(whole.plain):
        latin = re.sub(r"\s+", " ", match[1]).strip(" ,")
        if _NO_PERSON.search(latin) or latin.isupper():
            continue
        end = match.start()
        start = _name_start(whole, end, single=" " not in latin)
        if start is not None:
            yield whole.plain[start:end], latin


def _name_start(whole: Whole, end: int, *, single: bool) -> int | None:
    """Where the name that ends at ``end`` begins."""
    index = whole.ending.get(end)
    if index is None:
        return None
    word = whole.words[index]
    if word.tag == "PER":
        start = word.start
        while index > 0 and whole.plain[start - 1] in DOTS and start > 1:
            index -= 2
            start = whole.words[index].start
        return start
    if single:
        return None
    start = end
    while index >= 0:
        word = whole.words[index]
        if word.end != start or _ends_name(word.text, word.tag, start == end):
            break
        if word.tag in {"LOC", "ORG"} and start != end:
            break
        start = word.start
        index -= 1
        if end - start >= 8:
            break
    text = whole.plain[start:end]
    foreign = all(char in TRANSLITERATION or char in DOTS for char in text)
    chinese = 2 <= len(text) <= 4 and text[0] in SURNAMES
    return start if 2 <= len(text) <= 12 and (foreign or chinese) else None


def _ends_name(text: str, tag: str, first: bool) -> bool:
    """Whether a word cannot belong to the name behind it."""
    if tag in {"w", "u", "c", "p", "m", "TIME", "r"}:
        return text[0] not in DOTS
    return not first and (text.endswith(ROLE_ENDINGS) or not all(char in TRANSLITERATION for char in text))


def _context(whole: Whole, start: int, end: int) -> float:
    """How much the neighbours of a place speak for a name there."""
    weight = 0.0
    before = whole.ending.get(start)
    if before is not None:
        word = whole.words[before]
        if word.text.endswith(ROLE_ENDINGS) and word.tag in {"n", "nz", "ORG", "LOC", "nw"}:
            weight += 1.5
        elif word.text == "、" and before > 0 and whole.words[before - 1].tag == "PER":
            weight += 0.5
    plain = whole.plain
    if plain.startswith(HONORIFICS, end) or plain.startswith(TITLES_AFTER, end):
        weight += 1.0
    elif end >= len(plain) or plain[end] in _PUNCTUATION:
        weight += 0.3
    elif plain.startswith(SPEAKING, end):
        weight += 0.6
    return weight


def _shape(text: str) -> float:
    """How much a string looks like a name by itself."""
    if any(char in DOTS for char in text):
        return 1.0
    if len(text) in {2, 3} and text[0] in SURNAMES:
        return 0.5
    if len(text) == 4 and text.startswith(DOUBLE_SURNAMES):
        return 0.5
    foreign = all(char in TRANSLITERATION for char in text)
    return (0.5 if foreign else -1.0) if len(text) <= 6 else -0.5


def _other_kind(whole: Whole, text: str) -> bool:
    """Whether the authority knows the string as something else than a person."""
    for start in whole.occurrences(text)[:1]:
        for hit in whole.hits:
            if hit.start == start and hit.end == start + len(text):
                return all(candidate.kind != "person" for candidate in hit.candidates)
    return False


def _without_fragments(whole: Whole, names: dict[str, Name]) -> dict[str, Name]:
    """Drop what is a name only together with its neighbours, and what is a name with a neighbour glued on.

    王维 goes where every 王维 is a 王维正; 拜登定 goes where 拜登 stands by itself elsewhere.
    """
    kept = dict(names)
    for text in sorted(names, key=len, reverse=True):
        if any(char in DOTS for char in text):
            continue
        for part in {text[:-1], text[:-2], text[1:]}:
            if len(part) < 2 or part not in kept or text not in kept:
                continue
            alone = whole.plain.count(part) - whole.plain.count(text)
            sure = names[text].latin is not None or names[text].ids
            if alone == 0 and not names[part].ids:
                del kept[part]
            elif not sure and (names[part].ids or names[part].latin or alone >= whole.plain.count(text)):
                del kept[text]
    return kept


def _han(char: str) -> bool:
    return "㐀" <= char <= "鿿"
