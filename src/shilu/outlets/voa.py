"""美国之音 Voice of America, Chinese: posts from a feed service.

The time stands in a ``<div><i>`` in front, captions in ``<small>``, pictures behind a proxy, the place before a dash as
loose text in front of the first paragraph, and one ``<p>`` holds paragraphs parted by ``<br /><br />``.
"""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from shilu.outlets.base import Reader, patterns
from shilu.outlets.blocks import walk
from shilu.outlets.pieces import Marks
from shilu.outlets.published import Stamp, instant_stamp

if TYPE_CHECKING:
    from shilu.outlets.pieces import Content
    from shilu.outlets.post import Post

# A sound recording's label is the headline once more.
_SOUND = re.compile(r"<audio[^>]{0,2000}></audio>\s*(?:<div><small[^>]{0,200}>[^<]*</small></div>)?")


class VoiceOfAmerica(Reader):
    """美国之音."""

    name = "voa"
    outlet = "美国之音"
    names = ("VOA", "美國之音")
    hosts = ("voachinese.com", "voacantonese.com", "voanews.com")
    marks = Marks(caption=frozenset({"small"}))
    inline = re.compile(r"\w{3}, \d{1,2} \w{3} \d{4} \d\d:\d\d:\d\d \S{3,5}")
    noise = patterns(
        r"[（(](?:以上内容|此文|本文|本报道|本报导|本篇报道)[^（）()]{2,80}[)）]",
        r"[（(]美国之音.{1,20}(?:对(?:此文|本文)亦?(?:有|做出)贡献|供稿)。?[）)]",
        r"={5,}.*|.*YouTube播放列表[：:].*|.{2,12}每星期.{2,30}播出.*|.*嘉宾和观众听众发表的都是个人观点.*",
        r"本期.{2,12}完整版[：:].*|更多精彩内容.{1,60}|美国之音(?:电视)?新闻。?",
    )
    datelines = re.compile(r"(?P<place>[\u4e00-\u9fff·/、]{2,8}) [—–]{1,2}(?:\s+|$)")

    def content(self, post: Post) -> Content:
        """The text without the labels of sound recordings."""
        return walk(_SOUND.sub("", post.html), self.marks, post.url)

    def inline_time(self, match: re.Match[str]) -> Stamp | None:
        """``Fri, 16 Feb 2024 21:03:04 GMT``."""
        try:
            moment = parsedate_to_datetime(match[0])
        except ValueError:
            return None
        return instant_stamp(moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC), "inline")
