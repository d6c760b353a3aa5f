"""Posts of outlets that have no reader of their own, whole pages, and plain text.

A post's body is walked as it is, with the conventions that Chinese newsrooms and feed services share: a time line in
front, captions in ``<small>`` or in the usual classes, ``地名 —`` or ``（某社記者某某台北29日電）`` before the text, a
line of credits behind it. A whole page is mostly menus and footers, which trafilatura, the best measured extractor,
takes away; plain text is parted at empty lines.
"""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from shilu.outlets.addresses import host_of
from shilu.outlets.base import Reader, patterns
from shilu.outlets.page import head_author, main_content
from shilu.outlets.pieces import Content, Marks, Piece, clean
from shilu.outlets.post import has_markup
from shilu.outlets.published import Stamp, day_stamp, instant_stamp, iso_stamp
from shilu.outlets.reporters import reporters_and_place
from shilu.records import Credit, Dateline

if TYPE_CHECKING:
    from shilu.outlets.post import Post

_EMPTY_LINE = re.compile(r"\n[ \t\u3000]*(?:\r?\n[ \t\u3000]*)+|\r?\n(?=\u3000\u3000)")
_MARKDOWN_HEADING = re.compile(r"#{1,6}[ \t]+")
# Fri, 16 Feb 2024 21:03:04 GMT; 2024-02-16T21:03:04Z; 2024年2月16日 21:03; 2024-02-16 21:03
_RFC = r"\w{3}, \d{1,2} \w{3} \d{4} \d\d:\d\d:\d\d \S{3,5}"
_ZONED = r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)"
_LOCAL = r"(?:发布时间[：:]|發布時間[：:])?\s*(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:\s*\d{1,2}:\d\d(?::\d\d)?)?"
# （海峽晚報記者江映雪華盛頓3日專電）, （某社罗马31日电）, 某社香港3月29日电
_REPORT = re.compile(
    r"[（(【]?(?:[\u4e00-\u9fff]{2,8}(?P<role>(?:特[约約]|[实實][习習])?[记記]者|特派[员員])|[\u4e00-\u9fff]{1,8}?[社讯訊台臺])"
    r"\s*(?P<who>[^（）()【】\d，。：“「]{2,30}?)\s*(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日"
    r"[^（）()【】，。\d]{0,6}[電电报報][导導道]?[)）】]?"
)
_PLACE = re.compile(r"(?P<place>[\u4e00-\u9fff·/、]{2,8})\s[—–]{1,2}(?:\s+|$)")
_ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?(?P<host>[\w-]+(?:\.[\w-]+)*\.[a-z]{2,})(?:[:/].*)?")
_URL_DAY = re.compile(r"(?<!\d)(20[0-4]\d)([/-]?)(0[1-9]|1[0-2])\2([0-2]\d|3[01])")


class Generic(Reader):
    """Makes the best of a post that no other reader is for."""

    name = "generic"
    outlet = ""
    marks = Marks(
        skip=frozenset({".advertisement", ".ad", ".ads", ".share", ".related-posts", ".comments", ".sharedaddy"}),
        caption=frozenset(
            {"small", ".lead_image_caption", ".image-caption", ".wp-caption-text", ".caption", ".picinfo"}
        ),
        credit=frozenset({".copyright", ".photo-credit", ".image-credit"}),
    )
    inline = patterns(_RFC, _ZONED, _LOCAL)
    noise = patterns(
        r"[（(]?[完全文]{1,2}[)）]?",
        r"(?:相关报道|相關報道|相关阅读|延伸阅读|延伸閱讀|推荐阅读|更多阅读|原文链接|阅读原文)[：:]?.{0,60}",
    )
    tail = patterns(
        r"(?:©|Copyright|版权所有|版權所有|版权声明|版權聲明)", r"欢迎(?:订阅|关注|下载)|歡迎(?:訂閱|關注|下載)"
    )

    def outlet_of(self, post: Post) -> str:
        """The name the post gives, else the host of its address."""
        named = _ADDRESS.fullmatch(post.outlet)
        told = named["host"] if named else post.outlet  # an agency, as often as the outlet: the author is surer
        return post.author or told or (post.categories[0] if post.categories else "") or host_of(post.url)

    def content(self, post: Post) -> Content:
        """Pieces by the post's shape."""
        if post.shape != "page":
            return super().content(post) if has_markup(post.html) else _text_content(post.html)
        content = main_content(post)
        author = head_author(post.html)
        if author and author != post.author:
            content.credits.append(Credit("author", author))
        return content

    def inline_time(self, match: re.Match[str]) -> Stamp | None:
        """A zoned time to the second; of a clock whose place is unknown only the day."""
        year, month, day = match.groups()[-3:]
        if year:
            return day_stamp(year, month, day, "inline")
        if "," not in match[0]:
            return iso_stamp(match[0], "inline")
        try:
            moment = parsedate_to_datetime(match[0])
        except ValueError:
            return None
        return instant_stamp(moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC), "inline")

    def url_time(self, url: str) -> Stamp | None:
        """The day in an address such as ``/2023/02/03/`` or ``story20230203``."""
        match = _URL_DAY.search(url)
        return day_stamp(match[1], match[3], match[4], "url") if match else None

    def take_credits(self, content: Content) -> list[Credit]:
        """Credit lines, and the reporters of the dateline."""
        first = next((piece for piece in content.pieces if piece.kind != "caption"), None)
        report = _REPORT.match(first.text) if first else None
        names = reporters_and_place(report["who"])[0] if report and report["role"] else []
        return [*(Credit(report["role"], name) for name in names if report), *super().take_credits(content)]

    def dateline(self, content: Content) -> Dateline | None:
        """The place and day in front of the report."""
        first = next((piece for piece in content.pieces if piece.kind != "caption"), None)
        if first is None:
            return None
        place = _PLACE.match(first.text)
        if place:
            if place.end() == len(first.text):
                content.pieces.remove(first)
            return Dateline(place["place"])
        report = _REPORT.match(first.text)
        if not report:
            return None
        where = reporters_and_place(report["who"])[1] if report["role"] else report["who"]
        day = (f"{report['month']}月" if report["month"] else "") + f"{report['day']}日"
        return Dateline(where, day) if where else None


def _text_content(text: str) -> Content:
    pieces = []
    for part in _EMPTY_LINE.split(text):
        heading = _MARKDOWN_HEADING.match(part.strip())
        line = clean(part.strip()[heading.end() :] if heading else part)
        if line:
            pieces.append(Piece("heading" if heading else "paragraph", line))
    return Content(pieces)
