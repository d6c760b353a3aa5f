"""BBC 中文: pages whose class names change with every build, so that words and order have to do.

The headline is repeated above the text, authors stand in a list in front of a time that only counts minutes (the
element's ``datetime`` keeps the day), captions and credits begin with words for screen readers, lists of links to other
articles stand between paragraphs.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from shilu.outlets.base import Reader, patterns
from shilu.outlets.pieces import Marks, Piece
from shilu.outlets.published import day_stamp, local_stamp
from shilu.records import Credit

if TYPE_CHECKING:
    from shilu.outlets.pieces import Content
    from shilu.outlets.post import Post
    from shilu.outlets.published import Stamp

_TIME_LINE = re.compile(
    r"(?:最近更新[：:]\s*)?(?:\d+ ?(?:分钟|小时|秒|天|分鐘|小時)前|刚刚|(\d{4})年(\d{1,2})月(\d{1,2})日"
    r"(?:\s*(凌晨|早上|上午|中午|下午|晚上)?(\d{1,2})[点點:：时](\d{1,2})?分?)?)"
)
_ELEMENT = re.compile(r"<time[^>]{0,200}?datetime=\"(\d{4})-(\d\d)-(\d\d)")
_AFTERNOON = frozenset(("下午", "晚上"))
# BBC中文驻北美记者 发自华盛顿, 本文刊于BBC Future
_TITLE = re.compile(r"(?:本文|发自|來自|来自).*|.*BBC.*|.*(?:记者|記者|编辑|編輯|主持人|撰稿人?|教授|博士)")
# BBC中文驻北美记者冯兆音
_REPORTER = re.compile(r"BBC[^，。]{0,12}?[记記]者\s*(?!发自)([\u4e00-\u9fff·]{2,12})")
_LATIN = re.compile(r"\s*[（(][^（）()]*[)）]|[A-Za-z .’'-]+$")
_BETWEEN = re.compile(r"\s*[、，,]\s*")
_HAN_CAPTION = re.compile(r"[\u4e00-\u9fff]{4}.*[\u4e00-\u9fff]{4}")
_HEAD = 10  # pieces that headline, authors and time take at most


class BBC(Reader):
    """BBC 中文."""

    name = "bbc"
    outlet = "BBC 中文"
    names = ("BBC", "BBC中文", "BBC News 中文", "BBC中文网")
    hosts = ("bbc.com", "bbc.co.uk")
    marks = Marks(
        skip=frozenset({".dotcom-ad"}),
        caption_label=re.compile(r"(?:图像|视频|音频|圖像|影像)加[注註]文字，\s*"),
        credit_label=re.compile(r"(?:图像|图片|圖像|影像|视频)[来來]源，\s*"),
    )
    title_noise = re.compile(r"^\[[A-Za-z& ]{2,20}\]\s*")
    noise = patterns(
        r"你的器材不支持播放多[媒煤]体材料",
        r"您的器材不支持播放多媒體材料",
        r"(?:相关报道|相關報道|相关内容|更多相关内容|更多报道|延伸阅读|延伸閱讀)[：:]?",
        r"请访问 ?BBC.{2,30}阅读 ?英文原文 ?。?",
        r"(?:影片素材|部分素材提供|数据新闻|特别鸣谢|设计|插图)[：:].{2,80}",
        r"(?:全部)?图片版权所有.{0,60}|点击阅读 ?英文原文 ?。?",
        r"注：BBC.{2,60}|BBC更多.{2,40}|[（(]?文中观点不代表BBC立场[)）]?",
        r"结尾|End of .{3,40}|跳过.{2,40}继续阅读.*",
    )

    related = frozenset({"list", "paragraph", "heading"})

    def content(self, post: Post) -> Content:
        """The text behind the head; of the head the time, the authors and the pictures."""
        content = super().content(post)
        element = _ELEMENT.search(post.html)
        content.published = day_stamp(element[1], element[2], element[3], "inline") if element else None
        for at, piece in enumerate(content.pieces[:_HEAD]):
            time = _TIME_LINE.fullmatch(piece.text)
            if time:
                content.published = _stamp(time) or content.published
                content.credits += _authors([before for before in content.pieces[:at] if before.kind == "list"])
                head = [before for before in content.pieces[:at] if before.kind == "caption"]
                content.pieces[:] = head + [
                    after for after in content.pieces[at + 1 :] if not _TIME_LINE.fullmatch(after.text)
                ]
                break
        _alternative_captions(content)
        return content

    def take_credits(self, content: Content) -> list[Credit]:
        """Reporters of analyses inside the text."""
        found = super().take_credits(content)
        for piece in list(content.pieces):
            reporter = _REPORTER.fullmatch(piece.text)
            if reporter and piece.kind != "caption":
                found.append(Credit("记者", reporter[1]))
                content.pieces.remove(piece)
        return found


def _alternative_captions(content: Content) -> None:
    """Older builds leave ``<figcaption>`` empty and give the caption as alternative text."""
    if any(piece.kind == "caption" for piece in content.pieces):
        return
    for picture in content.pictures:
        if not picture.caption and _HAN_CAPTION.search(picture.alt):
            picture.caption = picture.alt
            content.pieces.append(Piece("caption", picture.alt))


def _stamp(match: re.Match[str]) -> Stamp | None:
    year, month, day, part, hour, minute = match.groups()
    if year is None:
        return None
    if hour is None:
        return day_stamp(year, month, day, "inline")
    clock = int(hour) + (12 if part in _AFTERNOON and int(hour) < 12 else 0)
    return local_stamp((year, month, day, clock, minute or 0), dt.UTC, "inline")


def _authors(lines: list[Piece]) -> list[Credit]:
    """The people of a list that mixes names, their Latin forms and their functions."""
    credits_ = []
    for line in lines:
        reporter = _REPORTER.fullmatch(line.text)
        if reporter:
            credits_.append(Credit("记者", reporter[1]))
        elif not _TITLE.fullmatch(line.text):
            names = [_LATIN.sub("", name).strip() or name.strip() for name in _BETWEEN.split(line.text)]
            credits_ += [Credit("记者", name) for name in names if name and name[0] not in "（("]
    return credits_
