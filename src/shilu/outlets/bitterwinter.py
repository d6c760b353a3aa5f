"""寒冬 Bitter Winter, 繁體: WordPress posts with a summary as ``<h2>`` in front.

Authors stand in a line in front (``作者：露絲·英格拉姆（Ruth Ingram）``), reporters at the end (``寒冬記者 鄧婕``).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.outlets.base import Reader
from shilu.outlets.pieces import Marks
from shilu.records import Credit

if TYPE_CHECKING:
    from shilu.outlets.pieces import Content, Piece
    from shilu.outlets.post import Post

_BY = re.compile(r"(?P<role>作者|譯者|翻譯|編譯)[:：]\s*(?P<names>[^。]{2,80})")
_REPORTER = re.compile(r"(?:《?寒冬》?)?(?P<role>記者)\s*(?P<names>[\u4e00-\u9fff、]{2,20})")
_AND = re.compile(r"[、，]|(?<=[）)])\s*和")


class BitterWinter(Reader):
    """寒冬."""

    name = "bitterwinter"
    outlet = "寒冬"
    names = ("Bitter Winter", "寒冬雜誌")
    hosts = ("zh.bitterwinter.org", "bitterwinter.org")
    marks = Marks(skip=frozenset({".donate-us", ".widget_media_image"}), caption=frozenset({".wp-caption-text"}))

    def content(self, post: Post) -> Content:
        """The walk's pieces, credited to the post's author where that is a person whom no line names."""
        content = super().content(post)
        named = any(_byline(piece) for piece in content.pieces)
        if post.author and not named and post.author not in (self.outlet, *self.names):
            content.credits.append(Credit("author", post.author))
        return content

    def take_credits(self, content: Content) -> list[Credit]:
        """The authors' line, in front or at the end."""
        found: list[Credit] = []
        for piece in list(content.pieces):
            match = _byline(piece)
            if match:
                found += [Credit(match["role"], name.strip()) for name in _AND.split(match["names"])]
                content.pieces.remove(piece)
        return found


def _byline(piece: Piece) -> re.Match[str] | None:
    return None if piece.kind == "caption" else _BY.fullmatch(piece.text) or _REPORTER.fullmatch(piece.text)
