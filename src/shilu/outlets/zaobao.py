"""联合早报 Lianhe Zaobao, Singapore: plain paragraphs with advertisement frames between them.

Its feed gives Singapore's time as if it were California's: over 2,157 posts of March 2021 it lies fifteen hours late
(sixteen before the American clocks changed), mostly after the post was collected. The day in the address contradicts
it then and is what can be known.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from shilu.outlets.base import Reader
from shilu.outlets.pieces import Marks
from shilu.outlets.published import Stamp, day_stamp

if TYPE_CHECKING:
    from shilu.outlets.post import Post
    from shilu.records import Snapshot

_SINGAPORE = ZoneInfo("Asia/Singapore")
_DAY_IN_URL = re.compile(r"/story(20\d\d)(\d\d)(\d\d)-\d+")


class Zaobao(Reader):
    """联合早报."""

    name = "zaobao"
    outlet = "联合早报"
    names = ("聯合早報", "早报", "zaobao")
    hosts = ("zaobao.com", "zaobao.com.sg")
    marks = Marks(skip=frozenset({"#imu", ".dfp-tag-wrapper", "#innity-in-post", ".gtx-trans-icon"}))
    related = frozenset({"list", "paragraph"})
    noise = re.compile(r"延伸阅读[:：]?|（(?:视频)?来源：.{1,30}）")
    # （香港讯） （北京综合讯）; （早报讯） names no place
    datelines = re.compile(r"（(?!早报)(?P<place>[\u4e00-\u9fff]{2,6}?)(?:综合)?讯）")

    def url_time(self, url: str) -> Stamp | None:
        """The day in the address: ``story20210311-1130471``."""
        match = _DAY_IN_URL.search(url)
        return day_stamp(match[1], match[2], match[3], "url") if match else None

    def feed_fault(self, post: Post, snapshot: Snapshot) -> str | None:
        """Beside times in the far future: those after the collection or on another day than the address says."""
        if not post.feed:
            return None
        late = post.date is not None and post.feed.instant > post.date.instant
        day = self.url_time(post.url) if post.url else None
        elsewhere = day and day.value != post.feed.instant.astimezone(_SINGAPORE).date().isoformat()
        return "feed-time-zone" if late or elsewhere else super().feed_fault(post, snapshot)
