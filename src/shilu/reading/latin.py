"""Latin names: those in brackets behind a Chinese name, and those that stand alone in Chinese text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.reading.lexicon import DOTS, ROLE_ENDINGS, SAYING, SURNAMES, TRANSLITERATION
from shilu.reading.tagger import token_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shilu.reading.tagger import Token
    from shilu.reading.whole import Whole

_HAN = "一-鿿㐀-䶿"
_WORD = r"[A-ZÀ-Þ][A-Za-zÀ-ɏ'’\-]*\.?"
_PARTICLE = r"(?:al-\w+|van|von|der|den|de|da|di|la|le|bin|ibn|du|del)"
_NAME = rf"{_WORD}(?:[ ,·]{{1,3}}(?:{_WORD}|{_PARTICLE}))*"
_BRACKETED = re.compile(rf"(?<=[{_HAN}])\s?[（(]\s*({_NAME})\s*(?:[,，、；;][^（）()\n]{{0,40}})?[）)]")
_ALONE = re.compile(rf"(?<![A-Za-zÀ-ɏ0-9@#/.&\-'’])({_WORD}(?: {{1,2}}(?:{_WORD}|{_PARTICLE}))*)(?![A-Za-zÀ-ɏ0-9@/&])")
_NO_PERSON = re.compile(
    r"\b(?:University|College|School|Institute|Institution|Cent(?:er|re)|Council|Committee|Commission|Party|Ministry|"
    r"Department|Foundation|Association|Group|Bank|News|Times|Post|Journal|Review|Agency|Office|Bureau|Company|Corp|"
    r"Inc|Ltd|Co|Press|Radio|Television|TV|Network|Forum|Project|Program|Initiative|Union|Organi[sz]ation|Society|"
    r"Alliance|Act|Law|Court|Congress|Parliament|Senate|House|Army|Navy|Forces?|Fund|Campaign|Watch|International|"
    r"National|American|China|Chinese|Asian?|Europe|European|World|Global|Street|Research|Studies|Services?|Systems?|"
    r"Technolog(?:y|ies)|Capital|Partners|Holdings|Airlines|Media|Magazine|Daily|Weekly|The|And|For|Of|On|In|New|North|"
    r"South|East|West|United|States|Republic|Kingdom|Islands?|City|River|Lake|Sea|Bay|Mount|Air|Club|Museum|Library|"
    r"Hospital|Church|Temple|Bridge|Conference|Summit|Dialogue|Agreement|Treaty|Development|Security|Policy|Democracy|"
    r"Rights|Human|Freedom|Free|Day|Week|Year|App|Online|Web|Data|Facebook|Twitter|Google|Apple|Amazon|YouTube|"
    r"Handout|Public|Domain|Microsoft|Getty|Images|Reuters|AFP|AP|CNN|BBC|Board|Team|Labs?|Games?|Award|Prize|Show|Tonight|Mr|Mrs|Ms|Dr|CEO|CFO)\b"
)
_SAYS = re.compile(rf"\s?(?:{'|'.join(SAYING)}|在接受)")
_LATIN_TITLE = re.compile(r"(?:CEO|CFO|CTO|COO|MP|Dr\.?|Mr\.?|Ms\.?|Prof\.?)\s?$")
_TITLE_FIRST = re.compile(r"^(?:Mr|Mrs|Ms|Dr|Prof|President|Lord|Sir|Baroness|Dame|Senator|Rep|Gen)\.? ")
_RANK = re.compile(r"^(?:Sens?|Reps?|Gen|Adm|Amb|Gov|Col|Maj|Capt|Lt|Mr|Mrs|Ms|Dr|Prof)\.? (?=\S+ \S)")
_SEAT = re.compile(r", ?[RDI]-[A-Z][A-Za-z.]*$")
"""The party and state behind an American legislator's name: Dan Sullivan, R-AK."""
_WORDS_AND_MARKS = re.compile(r"(\w+)|[^\w\s]+")
_SEPARATORS = frozenset({"w", "u", "c", "p", "m", "TIME", "r", "v", "d"})


def words_of(text: str, start: int, end: int) -> list[Token]:
    """The words and marks of a stretch of a text without Chinese, all words alike."""
    found = _WORDS_AND_MARKS.finditer(text, start, end)
    return [token_of((match[0], match.start(), match.end(), "nz" if match[1] else "w")) for match in found]


def bracketed(whole: Whole) -> Iterator[tuple[str, str]]:
    """Names with a Latin form in brackets right behind them: 何天睦（Tim Heath）."""
    for match in _BRACKETED.finditer(whole.plain):
        latin = re.sub(r"\s+", " ", whole.text[match.start(1) : match.end(1)]).strip(" ,·")
        latin = _RANK.sub("", _SEAT.sub("", latin))
        bare = _TITLE_FIRST.sub("", latin)
        if not _NO_PERSON.search(bare) and not latin.replace("-", "").replace(" ", "").isupper():
            start = _name_start(whole, match.start(), single=" " not in latin)
            if start is not None:
                yield whole.plain[start : match.start()], latin


def alone(whole: Whole) -> dict[str, str]:
    """Latin names of people that stand alone (瑞银分析师Giovanni Staunovo表示), each with its full form."""
    full: dict[str, str] = {}
    rest: list[str] = []
    for match in _ALONE.finditer(whole.plain):
        name = match[1].rstrip(".")
        if _in_brackets(whole, match.start()) or _NO_PERSON.search(name) or not _mixed_case(name):
            continue
        if _called(whole, match.start()) or (" " in name and _SAYS.match(whole.plain, match.end())):
            full[name] = name
        else:
            rest.append(name)
    for name in rest:
        owners = {each for each in full if name in each.split(" ")}
        if len(owners) == 1:
            full[name] = owners.pop()
    return full


def _called(whole: Whole, start: int) -> bool:
    """Whether a word that calls a person something stands right before."""
    if _LATIN_TITLE.search(whole.plain, max(0, start - 6), start):
        return True
    start -= start > 0 and whole.plain[start - 1] in "  "
    index = whole.ending.get(start)
    return (
        index is not None
        and whole.words[index].tag in {"n", "nz", "ORG"}
        and whole.words[index].text.endswith(ROLE_ENDINGS)
    )


def _in_brackets(whole: Whole, start: int) -> bool:
    return start > 0 and whole.plain[start - 1] in "（("


def _mixed_case(name: str) -> bool:
    return all(any(char.islower() for char in part) or len(part) <= 2 for part in name.split()) and len(name) > 2


def _name_start(whole: Whole, end: int, *, single: bool) -> int | None:
    """Where the name that ends at ``end`` begins."""
    index = whole.ending.get(end)
    if index is None:
        return None
    word = whole.words[index]
    if word.tag == "PER":
        return _over_dots(whole, index)
    if single:
        return None
    start = _spelt_start(whole, index)
    text = whole.plain[start:end]
    foreign = all(char in TRANSLITERATION or char in DOTS for char in text)
    chinese = 2 <= len(text) <= 4 and text[0] in SURNAMES
    return start if 2 <= len(text) <= 12 and (foreign or chinese) else None


def _over_dots(whole: Whole, index: int) -> int:
    """The start of a name of which the words are parted by dots."""
    start = whole.words[index].start
    while start > 1 and whole.plain[start - 1] in DOTS and (before := whole.ending.get(start - 1)) is not None:
        start = whole.words[before].start
    return start


def _spelt_start(whole: Whole, index: int) -> int:
    """Go left over words that can be parts of one name."""
    end = start = whole.words[index].end
    while index >= 0:
        word = whole.words[index]
        if word.end != start or end - word.start > 12 or not _can_belong(word.text, word.tag, last=start == end):
            break
        start = word.start
        index -= 1
    return start


def _can_belong(text: str, tag: str, *, last: bool) -> bool:
    if tag in _SEPARATORS:
        return text[0] in DOTS
    return last or (all(char in TRANSLITERATION for char in text) and not text.endswith(ROLE_ENDINGS) and tag != "LOC")
