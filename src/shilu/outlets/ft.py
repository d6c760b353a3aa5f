"""金融时报中文网 Financial Times in Chinese: the summary, the story, advertisement frames in between.

Opinion pieces begin their summary with the author (``周浩：…``); a note at the end tells who the author and the editor
are; ``译者/何黎`` closes translations.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.outlets.base import Reader
from shilu.outlets.credits import names_in
from shilu.outlets.pieces import Marks
from shilu.records import Credit

if TYPE_CHECKING:
    from shilu.outlets.pieces import Content
    from shilu.outlets.post import Post

_NAME = r"[\u4e00-\u9fff]{1,6}•[\u4e00-\u9fff•]{1,10}|[\u4e00-\u9fff]{2,3}"
_LEAD = re.compile(rf"(?P<names>(?:{_NAME})(?:、(?:{_NAME}))*)：")
_NO_AUTHOR = re.compile(r"社评|专家|报告|调查|分析|研究|数据|[们者家局部]$")
_TRANSLATED = re.compile(r"(?P<role>译者|翻译)[/／:：]\s*(?P<names>[\u4e00-\u9fff、]{2,20})")
# 伊恩•芒特(Ian Mount)马德里、彼得•怀斯(Peter Wise)里斯本补充报道
_HELPED = re.compile(r"(?P<names>[^。]{2,200})(?P<role>补充报道)")
_PERSON = re.compile(rf"(?P<name>(?:{_NAME})\([A-Z][^()]{{2,40}}\)|[A-Z][\w.-]+(?: [A-Z][\w.-]+)+)")
# 本文编辑徐瑾 Jin.Xu@FTChinese.com; 责编：闫曼 man.yan@ftchinese.com
_EDITED = re.compile(r"(?P<role>本文编辑|责任编辑|责编)[:：]?\s*(?P<name>[\u4e00-\u9fff]{2,3})(?=\s|$)")
_TAIL_LINES = 5


class FinancialTimes(Reader):
    """金融时报."""

    name = "ft"
    outlet = "金融时报"
    names = ("金融時報", "FT中文网", "Financial Times")
    hosts = ("cn.ft.com", "ftchinese.com", "ft.com")
    marks = Marks(skip=frozenset({".o-ads", ".in-article-advert"}))
    noise = re.compile(
        r"[（(]?注：.*|[（(].{0,300}(?:本文仅代表|编辑邮箱|责编邮箱|责编：).*|本文仅代表作者.{0,60}|本文编辑.{0,40}@.{0,30}"
    )

    def prune(self, content: Content, title: str, post: Post) -> None:
        """The editor is named in a note that goes."""
        for piece in content.pieces[-_TAIL_LINES:]:
            content.credits += [Credit(match["role"], match["name"]) for match in _EDITED.finditer(piece.text)]
        super().prune(content, title, post)

    def take_credits(self, content: Content) -> list[Credit]:
        """The author in front of the summary, translator and helpers in lines at the end."""
        found: list[Credit] = []
        lead = _LEAD.match(content.pieces[0].text) if content.pieces else None
        if lead and not _NO_AUTHOR.search(lead["names"]):
            found += [Credit("author", name) for name in names_in(lead["names"])]
        for piece in content.pieces[-_TAIL_LINES:]:
            translated, helped = _TRANSLATED.fullmatch(piece.text), _HELPED.fullmatch(piece.text)
            if translated:
                found += [Credit(translated["role"], name) for name in names_in(translated["names"])]
            elif helped:
                found += [Credit(helped["role"], name) for name in _PERSON.findall(helped["names"])]
            if translated or helped:
                content.pieces.remove(piece)
        return found
