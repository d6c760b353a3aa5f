"""When two articles are one text: copied, updated, cut short, converted to the other script, or taken from an agency.

An article's text is folded, its punctuation dropped, and cut into shingles of five characters. A signature of
minimal hashes (MinHash) finds candidates without comparing all pairs (:mod:`shilu.chronicle.copying`); whether they are
copies is then decided on the shingles themselves, and on the figures: a daily notice of the same wording with other
figures is another text.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec
import numpy as np

from shilu.chronicle.hours import day_of, hour_of
from shilu.text.script import fold

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from shilu.records import Article

Kind: TypeAlias = Literal["copy", "converted", "update", "excerpt", "agency", "republished"]
"""What an article is to the first of its group:

``copy``: the outlet's own text at another address; ``converted``: the same text in the other script; ``update``: the
outlet's text, revised; ``excerpt``: a part of it, or a text that holds it; ``agency``: a text of a news agency
printed by another outlet; ``republished``: another outlet's text.
"""

SHINGLE = 5
BANDS, ROWS = 30, 3
"""A pair of Jaccard likeness .5 shares a band with a chance of .98, one of .2 with .2."""
LIKE = 0.5
"""Jaccard likeness from which two texts are one. The hand-made groups' lowest is .52; unrelated reports of one
development stay below .4."""
WITHIN = 0.8
"""Share of the shorter text that must stand in the longer one to make it an excerpt …"""
LEAST = 0.25
"""… when it is at least such a share of both together; less is a quotation or a list of briefs."""
SHORTEST = 60
"""Texts of fewer shingles are copies only when they are equal."""
SAME_FIGURES = 0.65
"""Share of the figures of the one that has fewer that the other must have, too: daily fixings of a currency reach .62
by chance, a shortened copy keeps .7 and more. Of few figures chance decides."""
FEW_FIGURES = 8
EQUAL = 0.95
"""Jaccard likeness from which two texts are the same but for a word."""
MOSTLY = 0.8
"""Jaccard likeness from which an outlet's text of other days is still the same one."""
_LEAD = 140
"""Characters of a text that say what is new."""
_WHOLE = 0.9
"""Share of a text, or of its beginning, from which all of it stands in the other."""
_LEAD_GONE = 0.3
"""Share of a beginning in the other text below which that lacks it."""
_NEW_LEAD = 0.65
"""Jaccard likeness up to which two texts of one day, whose leads say each what the other lacks, are two reports: that a
bill passed, that it was signed. Of 110 texts in a month that an outlet had changed, 3 are so, all of them reports."""
_DAYS = 2
_PART = 2 / 3
"""Jaccard likeness below which a text is a part of one that holds it: an essay, and the report that quotes it."""

_NO_WORD = re.compile(r"[\W_]+")
_FIGURE = re.compile(r"\d+(?:[.:]\d+)*")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
_EDITION = re.compile(r"\s*中文网?$")
_AGENCIES = re.compile(r"路透|中央社|法新|美联社|新华|中新社|彭博|reuters|afp|associated press", re.IGNORECASE)


class Shingles(msgspec.Struct, frozen=True, eq=False):
    """What two texts are compared by."""

    hashes: NDArray[np.uint64]
    """Of every shingle, sorted, each once."""
    figures: frozenset[str]


class Likeness(msgspec.Struct, frozen=True):
    """How far two texts are one."""

    jaccard: float
    within: float
    """The share of the shorter one that stands in the longer one."""
    figures: float
    """The share of the figures of the one with fewer that stand in the other; 1 where there are too few to tell."""

    @property
    def one_text(self) -> bool:
        """Whether both are one text."""
        if self.jaccard == 1:
            return True
        if self.figures < SAME_FIGURES:
            return False
        return self.jaccard >= LIKE or (self.within >= WITHIN and self.jaccard >= LEAST)


def shingles(article: Article) -> Shingles:
    """The shingles of an article's headline and body."""
    folded = fold(f"{article.title}\n{article.text}")
    figures = frozenset(_FIGURE.findall(_THOUSANDS.sub("", folded)))
    return Shingles(_hashes(folded), figures)


def _hashes(folded: str) -> NDArray[np.uint64]:
    """Of every shingle of a folded text, punctuation left out."""
    text = _NO_WORD.sub("", folded)
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
    if len(codes) < SHINGLE:
        codes = np.concatenate([codes, np.zeros(SHINGLE - len(codes), np.uint64)])
    count = len(codes) - SHINGLE + 1
    rolled = np.zeros(count, np.uint64)
    for at in range(SHINGLE):
        rolled = rolled * np.uint64(0x100000001B3) ^ codes[at : at + count]
    rolled ^= rolled >> np.uint64(29)
    return np.unique(rolled * np.uint64(0xBF58476D1CE4E5B9))


def digest(one: Shingles) -> int:
    """A number that equal texts share, of 63 bits."""
    return int(np.bitwise_xor.reduce(one.hashes * np.uint64(0x94D049BB133111EB)) >> np.uint64(1))


def bands(one: Shingles) -> list[int]:
    """The bands of a text's signature; texts that share one are candidates."""
    factors, shifts = _permutations()
    mixed = one.hashes[:, None] * factors + shifts
    signature = (mixed >> np.uint64(32)).min(axis=0).reshape(BANDS, ROWS)
    rolled = np.arange(BANDS, dtype=np.uint64)
    for row in range(ROWS):
        rolled = (rolled ^ signature[:, row]) * np.uint64(0x9E3779B97F4A7C15)
        rolled ^= rolled >> np.uint64(31)
    return [int(band) for band in rolled >> np.uint64(1)]


@functools.cache
def _permutations() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Hash functions ``a·x + b`` modulo 2⁶⁴, always the same ones."""
    generator = np.random.default_rng(20210318)
    factors, shifts = generator.integers(1, 2**63, size=(2, BANDS * ROWS), dtype=np.uint64)
    return factors * np.uint64(2) + np.uint64(1), shifts


def likeness(a: Shingles, b: Shingles) -> Likeness:
    """Compare two texts."""
    fewer, more = sorted((len(a.hashes), len(b.hashes)))
    common = len(np.intersect1d(a.hashes, b.hashes, assume_unique=True))
    jaccard = common / (fewer + more - common)
    if fewer < SHORTEST and jaccard < 1:
        return Likeness(0.0, 0.0, 0.0)
    return Likeness(jaccard, common / fewer, _same_figures(a.figures, b.figures))


def _same_figures(a: frozenset[str], b: frozenset[str]) -> float:
    fewer = min(len(a), len(b))
    return len(a & b) / fewer if fewer >= FEW_FIGURES else 1.0


def is_sequel(first: Article, second: Article, like: Likeness) -> bool:
    """Whether an outlet's texts are two reports of which one repeats what the other told before.

    Such are the daily notices, and the report that somebody is tried, with all that led to it, behind the one that he
    is accused. An article that is revised after days keeps its headline and its lead.
    """
    if first.outlet != second.outlet or like.jaccard >= MOSTLY:
        return False
    leads = _lead_in(first, second), _lead_in(second, first)
    days = _days_between(first, second)
    if days is not None and days >= _DAYS and like.within < _WHOLE:
        return (max(leads) if _same_headline(first, second) else min(leads)) < _WHOLE
    return like.jaccard < _NEW_LEAD and max(leads) < _LEAD_GONE


def _lead_in(one: Article, other: Article) -> float:
    """The share of the shingles of a text's beginning that the other text has."""
    lead = _hashes(fold(one.text[:_LEAD]))
    return len(np.intersect1d(lead, shingles(other).hashes)) / len(lead)


def _same_headline(one: Article, other: Article) -> bool:
    left, right = (_hashes(fold(article.title)) for article in (one, other))
    return len(np.intersect1d(left, right)) >= _PART * min(len(left), len(right))


def _days_between(one: Article, other: Article) -> int | None:
    """How many days lie between two articles; None where one has no day."""
    hours = [hour_of(article.published, None) for article in (one, other)]
    days = [day_of(hour) for hour in hours if hour is not None]
    return abs(days[0] - days[-1]) if len(days) == len(hours) else None


def kind(first: Article, second: Article, like: Likeness) -> Kind:
    """What the second of two articles of one text is to the first."""
    equal = like.jaccard >= EQUAL or first.text == second.text
    part = like.within >= WITHIN and like.jaccard < LIKE
    if first.outlet == second.outlet:
        return "copy" if equal else "excerpt" if part else "update"
    if equal and first.script != second.script:
        return "converted"
    if part:
        return "excerpt"
    if _AGENCIES.search(f"{first.outlet} {second.outlet}"):
        return "agency"
    if not (_names(first, second.outlet) or _names(second, first.outlet)) and _AGENCIES.search(
        " ".join((*first.agencies, *second.agencies))
    ):
        return "agency"
    return "excerpt" if like.within >= _WHOLE and like.jaccard < _PART else "republished"


def _names(article: Article, outlet: str) -> bool:
    """Whether an article says whose text it prints: 转自美国之音."""
    name = re.escape(fold(_EDITION.sub("", outlet)))
    return bool(name) and re.search(rf"(?<![a-z]){name}(?![a-z])", fold(f"{article.title}\n{article.text}")) is not None
