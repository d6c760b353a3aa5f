"""CCTV 新闻联播: an evening's list of news items, each a link to its transcript.

The items are the article; the headline is as many of them as the feed has room for, cut off with ``...``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from shilu.outlets.base import Reader

if TYPE_CHECKING:
    from shilu.outlets.pieces import Content
    from shilu.outlets.post import Post


class XinwenLianbo(Reader):
    """CCTV新闻联播."""

    name = "cctv"
    outlet = "CCTV新闻联播"
    names = ("新闻联播", "央视新闻联播")
    hosts = ("cn.govopendata.com", "govopendata.com", "tv.cctv.com")
    related = frozenset()

    def title(self, post: Post, content: Content) -> str:
        """The headline without the marks of its cut."""
        return super().title(post, content).removesuffix("...").rstrip()
