"""中央廣播電臺 Radio Taiwan International, 繁體: the first few hundred characters of an article.

The feed gives a section in front of the title, sometimes a programme number behind it, the picture's caption as its
``alt`` only, and ends in ``...`` with a link to the rest.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.outlets.base import Reader
from shilu.outlets.pieces import Content, Piece
from shilu.records import Credit

if TYPE_CHECKING:
    from shilu.outlets.post import Post

# #請聽記者楊文君的採訪報導#
_LISTEN = re.compile(r"#請聽(?:記者)?(?P<name>[\u4e00-\u9fff]{2,4}?)的?(?:採訪|專題|現場)?報導#")


class RadioTaiwan(Reader):
    """中央廣播電臺."""

    name = "rti"
    outlet = "中央廣播電臺"
    names = ("RTI 中央廣播電臺", "RTI", "中央广播电台", "央廣")
    hosts = ("rti.org.tw",)
    title_noise = re.compile(r"^\[[\u4e00-\u9fff]{2,4}\]\s*|\s*-\s*\d{6}-\d{1,3}$")
    cut = re.compile(rf"{_LISTEN.pattern}|\.\.\.more$")

    def content(self, post: Post) -> Content:
        """The walk's pieces with captions from ``alt`` and the reporter one is told to listen to."""
        content = super().content(post)
        for picture in content.pictures:
            if picture.alt and not picture.caption:
                picture.caption = picture.alt
                content.pieces.insert(0, Piece("caption", picture.alt))
        for piece in content.pieces:
            piece.anchors = [anchor for anchor in piece.anchors if anchor.title != "...more"]
            content.credits += [Credit("記者", match["name"]) for match in _LISTEN.finditer(piece.text)]
        return content
