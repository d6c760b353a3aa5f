"""法国国际广播电台 Radio France Internationale, Chinese.

The time stands in front as ``29/03/2021 - 16:29``, a clock in Paris; the headline carries the name of the site or the
column behind a dash; wire stories begin with ``（法新社华盛顿2日电）`` and close with ``（译者：…/核稿：…）`` and
``© 2021 AFP``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote
from zoneinfo import ZoneInfo

from shilu.outlets.base import Reader, patterns
from shilu.outlets.pieces import Marks, Piece
from shilu.outlets.published import Stamp, day_stamp, local_stamp

if TYPE_CHECKING:
    from shilu.outlets.pieces import Content
    from shilu.outlets.post import Post

_PARIS = ZoneInfo("Europe/Paris")
# /cn/中国/20210303-…
_URL_DAY = re.compile(r"/(20\d\d)(\d\d)(\d\d)-")
# - 要闻分析, - 法国世界报: the column, which the address names too
_COLUMN = re.compile(r"\s+[-–]\s+([\u4e00-\u9fff]{2,12})$")
# …增进司法合作。波兰总统杜达资料图片: the lead picture's caption, run into the paragraph below it
_RUN_IN = re.compile(r"(?<=[。！？”」])\s*(?P<caption>[^。！？，；：]{2,40}(?:资料|存档|网络)(?:图片|照片|图))$")
_COLUMNS = frozenset(
    (
        *(
            "要闻分析",
            "要闻解说",
            "法国报纸摘要",
            "今日经济",
            "法国世界报",
            "公民论坛",
            "美国专栏",
            "国际纵横",
            "北美来鸿",
        ),
        *("观察中国", "曼谷专栏", "台北一周", "东京专栏", "中华世界", "亚洲周刊", "微言微语", "特别节目", "印太纵览"),
    )
)


class RadioFranceInternationale(Reader):
    """法国国际广播电台."""

    name = "rfi"
    outlet = "法国国际广播电台"
    names = ("法广", "RFI", "法廣")
    hosts = ("rfi.fr",)
    marks = Marks(
        skip=frozenset({".o-self-promo", ".t-copyright", ".m-block-ad", ".m-interstitial", ".m-em-flash"}),
        credit=frozenset({".m-figure__caption__credits"}),
    )
    title_noise = re.compile(r"\s*[-–]\s*法国国际广播电台\s*[-–]\s*RFI\s*$|\s*[-–]\s*RFI\s*$")
    noise = patterns(r"广告", r"继续浏览后续", r"©\s*\d{4}\s*(?:AFP|RFI)", r"视频链接[：:].*", r"点击视频.{0,40}")
    inline = re.compile(r"(\d\d)/(\d\d)/(\d{4})(?: - (\d\d):(\d\d))?")
    datelines = re.compile(
        r"[（(](?P<agency>法新社|中央社|路透社|美联社|德新社)(?P<place>[^（）()\d]{2,12}?)"
        r"(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日(?:综合)?(?:外)?[电報报][导道]?[)）]"
    )

    def prune(self, content: Content, title: str, post: Post) -> None:
        """What every reader takes away; a caption that was run into the first paragraph becomes one of its own."""
        super().prune(content, title, post)
        first = content.pieces[0] if content.pieces else None
        run_in = _RUN_IN.search(first.text) if first else None
        if first and run_in and run_in.start():
            first.text = first.text[: run_in.start()]
            content.pieces.insert(0, Piece("caption", run_in["caption"]))
            if content.pictures and not content.pictures[0].caption:
                content.pictures[0].caption = run_in["caption"]

    def title(self, post: Post, content: Content) -> str:
        """The headline without the site's and the column's name."""
        title = super().title(post, content)
        column = _COLUMN.search(title)
        if column and (column[1] in _COLUMNS or column[1] in unquote(post.url or "")):
            return title[: column.start()]
        return title

    def inline_time(self, match: re.Match[str]) -> Stamp | None:
        """``29/03/2021 - 16:29``."""
        day, month, year, hour, minute = match.groups()
        if hour is None:
            return day_stamp(year, month, day, "inline")
        return local_stamp((year, month, day, hour, minute), _PARIS, "inline")

    def url_time(self, url: str) -> Stamp | None:
        """The day in the address."""
        match = _URL_DAY.search(url)
        return day_stamp(match[1], match[2], match[3], "url") if match else None
