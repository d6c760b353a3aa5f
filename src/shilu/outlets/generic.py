"""Posts of outlets that have no reader of their own, whole pages, and plain text.

A post body is walked as it is. A full page is mostly menus and footers, which trafilatura, the best measured extractor,
takes away; plain text is parted at empty lines.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.outlets.addresses import host_of
from shilu.outlets.base import Reader
from shilu.outlets.blocks import Content, Piece, clean, walk

if TYPE_CHECKING:
    from shilu.outlets.post import Post

_EMPTY_LINE = re.compile(r"\n[ \t\u3000]*(?:\r?\n[ \t\u3000]*)+|\r?\n(?=\u3000\u3000)")
_MARKDOWN_HEADING = re.compile(r"#{1,6}[ \t]+")


class Generic(Reader):
    """Makes the best of a post that no other reader is for."""

    name = "generic"
    outlet = ""

    def outlet_of(self, post: Post) -> str:
        """The name the post gives, else the host of its address."""
        return post.author or (post.categories[0] if post.categories else "") or host_of(post.url)

    def content(self, post: Post) -> Content:
        """Pieces by the post's shape."""
        if post.shape == "text":
            return _text_content(post.html)
        if post.shape == "page":
            return walk(_main_part(post), self.marks, post.url)
        return walk(post.html, self.marks, post.url)


def _main_part(post: Post) -> str:
    """The article's part of a page, as HTML."""
    from trafilatura import extract  # noqa: PLC0415 - heavy, and only whole pages need it

    found = extract(post.html, url=post.url, output_format="html", include_images=True, include_links=True, fast=True)
    return found or post.html


def _text_content(text: str) -> Content:
    pieces = []
    for part in _EMPTY_LINE.split(text):
        heading = _MARKDOWN_HEADING.match(part.strip())
        line = clean(part.strip()[heading.end() :] if heading else part)
        if line:
            pieces.append(Piece("heading" if heading else "paragraph", line))
    return Content(pieces)
