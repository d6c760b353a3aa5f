"""What the index keeps of an article: the fields of a document and what they are made of.

The text is indexed as :mod:`shilu.archive.tokens` describes and not stored.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import tantivy

from shilu.archive.dates import first_second
from shilu.archive.tokens import tokenised

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shilu.records import Article, Moment

_HALF_LIFE = 8 * 365.25 * 86_400
_YEAR_2010 = 1_262_304_000


def schema() -> tantivy.Schema:
    """The fields of a document."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("title", tokenizer_name="whitespace", index_option="position")
    builder.add_text_field("body", tokenizer_name="whitespace", index_option="position")
    for field, counted in (("outlet", True), ("reader", False), ("script", False), ("entity", True)):
        # What is counted over all hits is kept as a column, too.
        builder.add_text_field(field, fast=counted, tokenizer_name="raw", index_option="basic")
    builder.add_integer_field("published", indexed=True, fast=True)
    builder.add_float_field("freshness", fast=True)
    return builder.build()


def document(article: Article, entities: Iterable[str] = ()) -> tantivy.Document:
    """An article as the index keeps it; captions are part of the body."""
    document = tantivy.Document()
    document.add_text("id", article.id)
    document.add_text("title", tokenised((article.title,)))
    document.add_text("body", tokenised(block.text for block in article.blocks))
    document.add_text("outlet", article.outlet)
    document.add_text("reader", article.reader.partition(".")[0])
    document.add_text("script", article.script)
    for entity in entities:
        document.add_text("entity", entity)
    published, collected = _second(article.published), _second(article.collected)
    if published is not None:
        document.add_integer("published", published)
    known = [second for second in (published, collected) if second is not None]
    document.add_float("freshness", _freshness(min(known, default=_YEAR_2010)))
    return document


def _second(moment: Moment | None) -> int | None:
    """Where a moment begins; None where none is stated. A record that breaks the rule must not stop the index."""
    try:
        return first_second(moment) if moment else None
    except (ValueError, OverflowError):
        return None


def _freshness(second: int) -> float:
    """A factor that doubles every eight years.

    It needs no present day: between two articles only the quotient counts. Eight years are mild on purpose: within a
    month the words decide, over twenty years it outweighs a title hit. No article is fresher than this moment.
    """
    return float(2 ** ((min(second, time.time()) - _YEAR_2010) / _HALF_LIFE))
