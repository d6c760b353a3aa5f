"""Articles for the tests of the reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shilu.records import Article, Block
from shilu.text.script import script_of

if TYPE_CHECKING:
    from shilu.records import BlockKind


def article(
    *paragraphs: str,
    title: str = "",
    published: str | None = "2024-02-16",
    kind: BlockKind = "paragraph",
    outlet: str = "联合早报",
    **more: object,
) -> Article:
    """An article of those paragraphs, published on Friday 16 February 2024 if nothing else is said."""
    return Article(
        id="a",
        sha256="0" * 64,
        path="a.md",
        reader="test",
        url=None,
        outlet=outlet,
        title=title,
        language="zh",
        script=script_of(title + "".join(paragraphs)),
        published=published,
        blocks=tuple(Block(kind, paragraph) for paragraph in paragraphs),
        **more,  # type: ignore[arg-type]
    )
