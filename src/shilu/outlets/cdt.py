"""中国数字时代 China Digital Times: WordPress posts that keep what is censored elsewhere.

The editor's pen name stands in the post's ``author``; the writers of what is reprinted in lines of many forms
(``作者丨隋风``, ``文 | 于平``) in front of it. Digests link their items in lists, reprints end in 相关阅读.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.outlets.base import Reader
from shilu.outlets.pieces import Content, Marks
from shilu.outlets.rfa import sign_off
from shilu.records import Credit, Link

if TYPE_CHECKING:
    from shilu.outlets.post import Post

_ROLES = "作者|文字|文|撰文|撰稿|采写|记者|编辑|责编|网编|编|译者|翻译|编译|摄影|图"
# 作者：长平; 作者丨隋风; 文 | 于 平; 撰文：约翰·弗里曼（John Freeman）
_LINE = re.compile(rf"(?P<role>{_ROLES})\s*[:：|｜丨/／⎮]\s*(?P<names>[^。，：:|｜丨]{{2,30}})")
# © 总加速师 for 中国数字时代, … Permalink
_POSTED = re.compile(r"(?:©|&copy;) (?P<name>[^<>]{1,20}) for (?:<[^<>]*>)?中国数字时代")
_LABEL = re.compile(r"(?:相关|延伸|推荐|扩展)阅读[:：]?|(?:参考|往期)(?:文章|内容)[:：]?|往期 ?CDT ?周报")
_EARLIER = re.compile(r"(?:上期(?:内容|周报)|相关阅读|往期[^：]{0,6})[:：].{1,200}")
_HEAD = 8  # pieces in front that may hold the writers


class ChinaDigitalTimes(Reader):
    """中国数字时代."""

    name = "cdt"
    outlet = "中国数字时代"
    names = ("中國數字時代", "CDT", "China Digital Times")
    hosts = ("chinadigitaltimes.net",)
    marks = Marks(skip=frozenset({".wp-embedded-content"}), caption=frozenset({".wp-caption-text"}))
    related = frozenset({"list", "paragraph"})
    tail = re.compile(r"© .{1,20} for 中国数字时代|Post tags:")

    def content(self, post: Post) -> Content:
        """The walk's pieces, credited to the editor who posted it."""
        content = super().content(post)
        posted = _POSTED.search(post.html)
        author = posted["name"] if posted else post.author
        if author not in ("", "unknown", self.outlet, *self.names):
            content.credits.append(Credit("author", author))
        return content

    def take_credits(self, content: Content) -> list[Credit]:
        """The lines in front that name who wrote what is reprinted, and RFA's sign-off."""
        found: list[Credit] = []
        for piece in content.pieces[:_HEAD]:
            match = _LINE.fullmatch(piece.text)
            if match and piece.kind != "caption":
                found += [Credit(match["role"], name) for name in _names(match["names"])]
                content.pieces.remove(piece)
        return found + super().take_credits(content)

    def credits_of(self, line: str) -> tuple[Credit, ...]:
        """Credit lines of those reprinted most."""
        return sign_off(line)

    def take_related(self, content: Content) -> list[Link]:
        """Lists under 相关阅读; an item of a digest, told in the paragraph after it, is a heading of the text."""
        listed = False
        for piece, after in zip(content.pieces, [*content.pieces[1:], None], strict=True):
            listed = bool(_LABEL.fullmatch(piece.text)) or (listed and piece.linked)
            if piece.linked and piece.kind == "list" and not listed and after and not after.linked:
                piece.kind = "heading"
        earlier = [piece for piece in content.pieces if piece.anchors and _EARLIER.fullmatch(piece.text)]
        content.pieces[:] = [
            piece for piece in content.pieces if piece not in earlier and not _LABEL.fullmatch(piece.text)
        ]
        links = [Link(anchor.url, anchor.title, "related") for piece in earlier for anchor in piece.anchors]
        return links + super().take_related(content)


def _names(text: str) -> list[str]:
    """One or more writers; a name of two characters may be spaced out (``于 平``)."""
    names = re.split(r"\s*[、，,&]\s*|\s{2,}", text.strip())
    return [re.sub(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])", "", name) for name in names if name]
