"""纽约时报中文网 The New York Times in Chinese: posts from a feed service.

A ``<div><i>`` in front holds authors and the clock in Beijing, captions stand in ``<small>``, and the last paragraph
tells who helped, who the authors are, who translated it, and where the English original is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from shilu.outlets.base import Reader
from shilu.outlets.blocks import walk
from shilu.outlets.pieces import Content, Marks
from shilu.outlets.published import iso_stamp
from shilu.records import Credit

if TYPE_CHECKING:
    from shilu.outlets.post import Post

_BEIJING = ZoneInfo("Asia/Shanghai")
# <div><i>STEVEN LEE MYERS,STEVEN LEE MYERS<br>2021-03-10 18:31:32</i></div>
_BYLINE = re.compile(r"<i>(?P<names>[^<>]*)<br\s*/?>\s*(?P<time>20\d\d-\d\d-\d\d \d\d:\d\d:\d\d)\s*</i>")
_FOOT = re.compile(r"翻译：|点击查看本文英文版|对本文有[^<>]{1,8}贡献|本文最初发表于|感谢阅读今天的简报|本文作者为时报")
_HELPED = re.compile(
    r"(?P<names>[^。；]+?)(?:也|亦|均|都)?(?:对|为)本文(?:有|做出|提供)(?:了)?(?P<role>[^。，；]{1,8}贡献)"
)
_REPORTED = re.compile(r"(?P<names>[^。；]*自[^。；]{2,8})(?P<role>报道)。")
_TRANSLATED = re.compile(r"(?P<role>翻译|编译)[:：](?P<names>.+)")
_AND = re.compile(r"[、，,]|和(?=[A-Z\u4e00-\u9fff])|[与及](?=[A-Z])")
_WHERE = re.compile(r"自[\u4e00-\u9fff·]{2,10}$")
_FEET = 4  # paragraphs that may make up the foot


class NewYorkTimes(Reader):
    """纽约时报中文网."""

    name = "nytimes"
    outlet = "纽约时报"
    names = ("紐約時報", "纽约时报中文网", "NYT")
    hosts = ("cn.nytimes.com", "nytimes.com", "nytcn.me")
    marks = Marks(
        skip=frozenset({".article-footer", ".bottom-of-article", ".tbl-feed-container", ".author-info-container"}),
        caption=frozenset({"small"}),
    )
    cut = re.compile(r"（阅读本文中文版）")
    # 台湾台北—— 俄罗斯下奥德斯——; not 这就是他们的故事——
    datelines = re.compile(r"(?P<place>(?![^—]*[的是了这那我你他她们有在就也不一])[\u4e00-\u9fff·]{2,10})——")

    def content(self, post: Post) -> Content:
        """Byline and foot are parted off before the walk: nothing in the tree tells them from paragraphs."""
        byline = _BYLINE.search(post.html)
        html = post.html[: byline.start()] + post.html[byline.end() :] if byline else post.html
        body, foot = _parted(html)
        content = walk(body, self.marks, post.url)
        if byline:
            content.published = iso_stamp(byline["time"], "inline", _BEIJING)
            content.credits += [Credit("author", name) for name in _names(byline["names"])]
        for piece in walk(foot, self.marks, post.url).pieces:
            content.credits += _foot_credits(piece.text)
        return content


def _parted(html: str) -> tuple[str, str]:
    """The HTML before and from the foot: the first of the last paragraphs that speaks of the article itself."""
    at = end = len(html)
    for _ in range(_FEET):
        start = html.rfind("<p", 0, end)
        if start < 0:
            break
        if _FOOT.search(html, start, end):
            at = start
        end = start
    return html[:at], html[at:]


def _foot_credits(line: str) -> list[Credit]:
    """Who helped, reported or translated, by one line of the foot."""
    return [
        Credit(match["role"], name)
        for pattern in (_HELPED, _REPORTED, _TRANSLATED)
        for match in pattern.finditer(line)
        for name in _names(match["names"])
    ]


def _names(text: str) -> list[str]:
    """The people of a list; the paper's own name is none."""
    names = (_WHERE.sub("", part.strip(" 。")) for part in _AND.split(text))
    return [name for name in dict.fromkeys(names) if name and "纽约时报" not in name]
