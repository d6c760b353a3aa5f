"""What an article is compared by: the terms of headline, lead and body, its hour, its outlet, whether it looks ahead.

Terms are pairs of Han characters of the folded text, Latin words and figures: no words need to be cut, so that 简体 and
繁體, and articles that were never read for names, compare alike. On the hand-made window the cosines of people and
organisations beside them did not help (BCubed F1 .81 without, .80 with them). In headline and lead the renderings of
known names count as one (:mod:`.renderings`).
"""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from shilu.chronicle.hours import hour_of
from shilu.chronicle.stories.renderings import one_rendering
from shilu.text.script import fold

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from shilu.records import Article, Script

LEAD = 260
"""Characters of the body that count as its lead: two or three sentences."""
TOLD_FIRST = 400
"""Characters of the body that say whether something is told as to come or as done."""
LONGEST = 6_000
"""Characters of the body that are looked at; longer ones are digests and transcripts."""
LATIN = np.uint64(1 << 62)
"""Marks the terms of articles in Latin script."""

_COLUMN = re.compile(r"^(?:【[^】]{2,8}】|\[[^\]]{2,10}\]|[^：:|｜ ]{2,6}[|｜])")
_TOKEN = re.compile(r"[a-z]{2,}|\d+(?:[.,]\d+)*")
_TO_COME = re.compile(
    r"将(?![军领近信就其来士帅官])|前夕|会前|预计|在即|拟|准备|本周[五六日四]|明天|明日|期待|登场前|有望"
)
_DONE = re.compile(r"结束|落幕|闭幕|会后|后[，。]|之后|过后|无果|宣判|成果|收场|周[一二三四五六日]表示|已经")


class Terms(msgspec.Struct, frozen=True, eq=False):
    """Terms as numbers, sorted, and how often each occurs."""

    keys: NDArray[np.uint64]
    counts: NDArray[np.int32]


class Vector(msgspec.Struct, frozen=True, eq=False):
    """One article, ready to be compared."""

    article: str
    hour: float
    """Of its publication, in hours since 1970."""
    outlet: int
    """A number made from its outlet's name."""
    title: Terms
    lead: Terms
    """Headline and lead."""
    body: Terms
    """Everything, headline and lead included."""
    ahead: float
    """From -1, where all is told as done, to 1, where all is told as to come."""


def vector(article: Article) -> Vector | None:
    """The vector of an article; None where no time is known."""
    hour = hour_of(article.published, article.collected)
    if hour is None:
        return None
    headline = fold(article.title).strip()
    title = _COLUMN.sub("", headline)
    body = fold(article.text[:LONGEST])
    first, lead = (one_rendering(text) for text in (title, body[:LEAD]))
    return Vector(
        article=article.id,
        hour=hour,
        outlet=zlib.crc32(article.outlet.encode()),
        title=_in(article.script, terms(first)),
        lead=_in(article.script, terms(f"{first}\n{lead}")),
        body=_in(article.script, terms(f"{title}\n{body}")),
        ahead=_ahead(f"{headline}\n{headline}\n{body[:TOLD_FIRST]}"),
    )


def terms(folded: str) -> Terms:
    """The terms of a folded text."""
    codes = np.frombuffer(folded.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
    han = ((codes >= 0x3400) & (codes <= 0x9FFF)) | (codes >= 0x20000)
    pairs = (codes[:-1] << np.uint64(21) | codes[1:])[han[:-1] & han[1:]] if len(codes) else codes
    tokens = [zlib.crc32(token.encode()) | 1 << 60 for token in _TOKEN.findall(folded)]
    keys, counts = np.unique(np.concatenate([pairs, np.array(tokens, np.uint64)]), return_counts=True)
    return Terms(keys, counts.astype(np.int32))


def _in(script: Script, found: Terms) -> Terms:
    """Terms of articles in Latin script are others than the same words in Chinese articles, where they are rare."""
    return Terms(found.keys | LATIN, found.counts) if script == "Latn" else found


def _ahead(folded: str) -> float:
    to_come, done = len(_TO_COME.findall(folded)), len(_DONE.findall(folded))
    return (to_come - done) / (to_come + done + 2)
