"""维权网 Weiquanwang: a blog on Blogspot, mostly pasted from a word processor.

Every run of digits is a ``<span>`` of its own, so that nothing but joining runs without spaces gives the text back.
``（维权网信息中心报道）`` opens reports; comments name their writer in a line of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.outlets.base import Reader
from shilu.records import Credit

if TYPE_CHECKING:
    from shilu.outlets.pieces import Content

# 特约评论员：庞守义
_BY = re.compile(
    r"(?P<role>(?:特约|本网)?评论员|特约撰稿人|作者|撰稿人?|记者|供稿)[:：]\s*(?P<name>[\u4e00-\u9fff·]{2,8})"
)


class Weiquanwang(Reader):
    """维权网."""

    name = "wqw"
    outlet = "维权网"
    names = ("維權網",)
    hosts = ("wqw2010.blogspot.com", "weiquanwang.org")

    def take_credits(self, content: Content) -> list[Credit]:
        """The line that names a comment's writer."""
        for piece in content.pieces[:3]:
            match = _BY.fullmatch(piece.text)
            if match:
                content.pieces.remove(piece)
                return [Credit(match["role"], match["name"])]
        return []
