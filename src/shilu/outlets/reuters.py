"""路透 Reuters, Chinese: posts from a feed service.

The time stands in front as ``2021-03-09T09:29:39Z``; the text begins with ``路透香港3月29日 -`` and ends with
``（完）``, followed by ``编译 …；审校 …`` in a class of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.outlets.base import Reader, patterns
from shilu.outlets.pieces import Marks
from shilu.outlets.published import iso_stamp

if TYPE_CHECKING:
    from shilu.outlets.pieces import Content
    from shilu.outlets.post import Post
    from shilu.outlets.published import Stamp

_HEAD = re.compile(r"\*{1,3}\s*([^*]{1,60}?)\s*\*{1,3}")  # **通胀**


class Reuters(Reader):
    """路透."""

    name = "reuters"
    outlet = "路透"
    names = ("路透社", "路透", "Reuters")
    hosts = ("reuters.com",)
    marks = Marks(
        skip=frozenset({".StandardArticleBody_trustBadgeContainer"}),
        caption=frozenset({"small"}),
    )
    noise = patterns(
        r"[（(]完[)）]",
        r"我们的标准：.*",
        # 欲览详情，请点击：here; （新增细节）; （路透新闻部…对本文亦有贡献）
        r"[^。！？”]{0,80}\bhere\b.{0,4}",
        r"(?:https?://)?tmsnrt\.rs/\S+",
        r"[（(](?:新增|更正|更新|重发|补充)[^（）()]{1,80}[)）]",
        r"[（(]路透.{1,30}对本文亦有贡献。?[)）]",
    )
    # 3月20日 - 路透法兰克福3月19日 -, Reuters3月31日 - 路透…; ((here)); ((someone@thomsonreuters.com; +86…))
    cut = patterns(
        r"^(?:Reuters)?\d{1,2}月\d{1,2}日 - (?=路透)",
        r"\s*\({1,2}here\){1,2}",
        r"\s*\({1,2}[\w.]+@[\w.]+[^()]*\){0,2}.*$",
    )
    inline = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ?")
    datelines = re.compile(
        r"(?:[（(].{1,40}?[)）]\s*)?路透(?P<place>[^\d\s（）()]{0,24}?)(?P<month>\d{1,2})月(?P<day>\d{1,2})日\s*[-–—－]+\s*"
    )
    wire = frozenset({"路透社"})

    def prune(self, content: Content, title: str, post: Post) -> None:
        """What every reader takes away; lines in asterisks are section heads."""
        super().prune(content, title, post)
        for piece in content.pieces:
            head = _HEAD.fullmatch(piece.text)
            if head:
                piece.kind, piece.text = "heading", head[1]

    def without_cuts(self, text: str) -> str:
        """As every reader does it, where it can be needed: few blocks have one of the signs."""
        return super().without_cuts(text) if "(" in text or " - 路透" in text else text.strip()

    def inline_time(self, match: re.Match[str]) -> Stamp | None:
        """``2021-03-09T09:29:39Z``; some lack the zone's letter and are UTC all the same."""
        return iso_stamp(match[0], "inline")
