"""Nei.st: a site that republished articles of other outlets, mirrored as pages of its own theme.

The original's address stands in a link at the end; related articles follow in a collection, advertisement frames and
the theme's ornaments lie all over.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from shilu.outlets.base import Reader
from shilu.outlets.pieces import Anchor, Content, Marks, Piece

if TYPE_CHECKING:
    from shilu.outlets.post import Post

# https://nei.st/medium/wsj?source=https://www.wsj.com/articles/…
_SOURCE = re.compile(r'href="https?://nei\.st/[^"?]*\?source=([^"]+)"')


class Neist(Reader):
    """Nei.st."""

    name = "neist"
    outlet = "Nei.st"
    hosts = ("nei.st",)
    marks = Marks(
        # The theme's frames and bars, the source's logo and day, the paywall, what stands below the article.
        skip=frozenset(
            {
                *(".code-block", ".page-header", ".navigation__primary-inner", ".uiScale", ".wsj-flex0", ".actions"),
                *(".dndo", ".bqdn", ".wxyz", ".aesop-content-comp-columns"),
                *(".entry-footer", ".sosumi", ".fullscreen_dek_below"),
            }
        ),
        caption=frozenset({".aesop-cap-description"}),
        credit=frozenset({".aesop-cap-cred"}),
    )
    noise = re.compile(r"Related|[、，。]")
    related = frozenset({"list", "heading"})

    def content(self, post: Post) -> Content:
        """The walk's pieces and, as a related item, the original that the page republishes."""
        content = super().content(post)
        source = _SOURCE.search(post.html)
        if source:
            original = Anchor(unescape(source[1]), post.title)
            content.pieces.append(Piece("list", post.title, linked=True, anchors=[original]))
        return content
