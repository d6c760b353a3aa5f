"""Digests: articles whose parts tell of different matters (a morning's briefing, a week's events), and what each tells.

An article has words that it says again and again, for what it is about; the paragraphs of a digest have next to none in
common. A digest as a whole is like no development, and grouped it would be a bridge between strangers. So it is not;
instead each of its parts tells the story that it is most like.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import numpy as np

from shilu.chronicle.stories.matrices import cosines, weighted
from shilu.chronicle.stories.vectors import Terms, terms
from shilu.text.script import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from shilu.chronicle.stories.vectors import Vector
    from shilu.records import Article

LEAST, LOOKED_AT = 6, 12
"""Parts that a digest has at least, and parts by which a longer one is known, spread over it."""
SHORT = 60
"""Characters that are no part by themselves: a heading, a lead to what follows."""
UNLIKE = 0.032
"""Mean cosine of a digest's parts, each with each, at most; of plain pairs of characters, so that an article is known
by itself. Of 6,907 articles of five parts and more in March 2021 one in forty is below it: digests, talks of many
matters, and lists."""
TELLS = 0.2
"""Mean cosine from which a part tells a story …"""
NEAREST = 3
"""… with as many of its articles, headline and lead, that the part is most like."""
_BODY = frozenset({"paragraph", "heading", "list", "quote"})


class Piece(msgspec.Struct, frozen=True, eq=False):
    """One part of a digest: a paragraph with the headings before it."""

    first: int
    """Its first block …"""
    last: int
    """… and its last."""
    terms: Terms


def pieces(article: Article) -> tuple[Piece, ...]:
    """The parts of a digest; none where the article is no digest."""
    spans = list(_spans(article))
    if len(spans) < LEAST:
        return ()
    known = {span: _terms(article, span) for span in spans[:: -(-len(spans) // LOOKED_AT)]}
    if _likeness(list(known.values())) > UNLIKE:
        return ()
    return tuple(Piece(*span, known.get(span) or _terms(article, span)) for span in spans)


def telling(
    some: Sequence[Piece], articles: Sequence[Vector], stories: Sequence[str]
) -> list[tuple[str, float] | None]:
    """For each piece, where it tells a story, that of its articles which it is most like, and the mean cosine.

    Args:
        some: The pieces.
        articles: What was published around.
        stories: The story of each of these articles.
    """
    if not some or not articles:
        return [None] * len(some)
    names, of = np.unique(np.array(stories), return_inverse=True)
    alike = cosines(weighted([*(one.lead for one in articles), *(one.terms for one in some)]), first=len(articles))
    begins = np.searchsorted(np.sort(of), np.arange(len(names)))
    found: list[tuple[str, float] | None] = []
    for row in alike[:, : len(articles)]:
        order = np.lexsort((-row, of))
        near = order[np.arange(len(order)) - begins[of[order]] < NEAREST]
        means = np.bincount(of[near], row[near], len(names)) / np.bincount(of[near], minlength=len(names))
        best = int(means.argmax())
        nearest = articles[order[begins[best]]].article
        found.append((nearest, float(means[best])) if means[best] >= TELLS else None)
    return found


def _spans(article: Article) -> Iterator[tuple[int, int]]:
    """First and last blocks of each part."""
    first, length = None, 0
    for at, block in enumerate(article.blocks):
        if block.kind not in _BODY:
            continue
        first = at if first is None else first
        length += len(block.text)
        if block.kind != "heading" and length >= SHORT:
            yield first, at
            first, length = None, 0


def _terms(article: Article, span: tuple[int, int]) -> Terms:
    first, last = span
    texts = [block.text for block in article.blocks[first : last + 1] if block.kind in _BODY]
    return terms(fold("\n".join(texts)))


def _likeness(texts: Sequence[Terms]) -> float:
    """Mean cosine of texts, each with each, every term counting alike."""
    known, columns = np.unique(np.concatenate([one.keys for one in texts]), return_inverse=True)
    held = np.zeros((len(texts), len(known)), np.float32)
    held[np.repeat(np.arange(len(texts)), [len(one.keys) for one in texts]), columns] = 1
    held /= np.sqrt(np.maximum(held.sum(axis=1, keepdims=True), 1))
    return float(((held @ held.T).sum() - np.square(held).sum()) / (len(texts) * (len(texts) - 1)))
