"""德国之声 Deutsche Welle, Chinese: posts from a feed service.

Author and time stand in one ``<i>`` in front; picture series follow as ``<div><img><b>title</b>：text</div>``; the text
closes with the authors and services it draws on, ``文山/王凡（德新社、路透社等）``, and a copyright notice.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.outlets.agencies import named
from shilu.outlets.base import Reader, patterns
from shilu.outlets.blocks import walk
from shilu.outlets.pieces import Marks, clean
from shilu.outlets.published import iso_stamp
from shilu.records import Credit

if TYPE_CHECKING:
    from shilu.outlets.pieces import Content
    from shilu.outlets.post import Post

_HEAD = re.compile(
    r"\s*(?:<div>\s*)?<div><i>(.{0,300}?)(?:<br\s*/?>\s*)?(\d{4}-\d\d-\d\dT[\d:.]+Z)?\s*</i></div>", re.DOTALL
)
_SLIDE = re.compile(r"<div>(<img[^>]{0,2000}>)(<b>.{0,4000}?)</div>", re.DOTALL)
_PERSON = r"(?:[\u4e00-\u9fff]{2,4}?(?:[·・][\u4e00-\u9fff]{1,8})*|[A-Z][\w.'’-]+(?: +[A-Z][\w.'’-]+){0,3})"
_PEOPLE = rf"{_PERSON}(?:\s*[/／、，]\s*{_PERSON})*"
_NOTE = r"[（(《][^（）()]{1,60}[)）》]?"
# 文山/王凡（德新社、路透社等）; 安静/任琛 （综合报道）; 李鱼 综合报导; null 张筠青（综合报道）
_BYLINE = re.compile(
    rf"(?:null\s+)?(?:(?:采访)?[记記]者[：:]\s*)?({_PEOPLE})\s*[/／]?\s*"
    rf"(?:{_NOTE}|综合报[道导]|编译|摘编)?(?:\s*{_NOTE})?[。.\s]*"
)
_SOURCES = re.compile(r"\s*[（(]([^（）()]{2,60})[)）][。.\s]*$")
_NOT_PEOPLE = frozenset(("德国之声", "德国之声中文网", "中文网", "综合报道", "综合报导", "相关报道"))
_CLOSING_LENGTH = 60
_ABOUT_LENGTH = 100
# Names behind one another, or a note on what the text was made from; 会谈推迟（原定周一） has neither.
_CLOSING = re.compile(r"^[^（(]*[/／]|[社报報网台刊媒]|综合|摘编|编译|等[)）]")
# …发展协会”（BCI）。 文木 / 达扬
_CLOSING_AUTHORS = re.compile(rf"[。”」]\s*({_PERSON}(?:\s*[/／]\s*{_PERSON})+)\s*$")
_BETWEEN = re.compile(r"\s*[/／、，]\s*")
_TAG = re.compile(r"<[^>]*>")
# 路透社、中央社、苹果新闻网: names alone, no sentence
_LIST_OF_SOURCES = re.compile(r"[^，。；：“”、/／丶,]{2,14}(?:[、，/／丶,]\s*[^，。；：“”、/／丶,]{2,14})*等?")


class DeutscheWelle(Reader):
    """德国之声."""

    name = "dw"
    outlet = "德国之声"
    names = ("DW", "德國之聲")
    hosts = ("dw.com",)
    marks = Marks(caption=frozenset({"small"}))
    noise = patterns(
        r"[（(]?(?:延伸阅读|延伸閱讀|相关图集|相關圖集|相关视频|相关阅读|更多阅读|阅读更多|更多内容|更多相关).{0,80}",
        r"[（(\[]?(?:摘[编译]自|摘自)其[他它]媒体.{0,80}",
    )
    tail = patterns(
        r"(?:[（(\[]?摘[编译自].{0,30}[)）\]]?\s*)?[©Ⓒ]️?\s*\d{4}",
        r"德国之声(?:版权声明|致力于为您提供客观)",
        r"德國之聲(?:版權聲明|致力於為您提供客觀)",
        r"DW中文有Instagram",
    )

    def content(self, post: Post) -> Content:
        """The text, with time and authors of the head, and picture series as figures."""
        head = _HEAD.match(post.html)
        html = post.html[head.end() :] if head else post.html
        content = walk(_SLIDE.sub(r"<figure>\1<figcaption>\2</figcaption></figure>", html), self.marks, post.url)
        if head:
            content.published = iso_stamp(head[2] or "", "inline")
            content.credits += _people(clean(_TAG.sub("", head[1])))
        return content

    def prune(self, content: Content, title: str, post: Post) -> None:
        """What every reader takes away, and the closing line about the author."""
        super().prune(content, title, post)
        last = content.pieces[-1] if content.pieces else None
        if last and any(_is_about(last.text, credit.name) for credit in content.credits):
            content.pieces.pop()

    def take_credits(self, content: Content) -> list[Credit]:
        """The closing line: who wrote it, from which services."""
        last = next((piece for piece in reversed(content.pieces) if piece.kind != "caption"), None)
        if last is None:
            return []
        sources = _SOURCES.search(last.text)
        if len(last.text) <= _CLOSING_LENGTH and _CLOSING.search(last.text) and (found := _people(last.text)):
            content.agencies += named(last.text)
            content.pieces.remove(last)
            return found
        if authors := _CLOSING_AUTHORS.search(last.text):
            last.text = last.text[: authors.start() + 1]
            return _people(authors[1])
        if sources and (services := named(sources[1])) and _LIST_OF_SOURCES.fullmatch(sources[1]):
            content.agencies += services
            last.text = last.text[: sources.start()]
            if not last.text:
                content.pieces.remove(last)
        return []


def _is_about(line: str, author: str) -> bool:
    """``长平是中国资深媒体人、时事评论作家，现居德国。``."""
    return len(line) <= _ABOUT_LENGTH and line.startswith((f"{author}为", f"{author}是", f"{author}，"))


def _people(line: str) -> list[Credit]:
    """The authors of a by-line; empty for any other line."""
    match = _BYLINE.fullmatch(line)
    if not match:
        return []
    names = [" ".join(name.split()) for name in _BETWEEN.split(match[1])]
    return [Credit("author", name) for name in names if name not in _NOT_PEOPLE]
