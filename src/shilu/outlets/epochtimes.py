"""大纪元 Epoch Times: WordPress posts.

``【大纪元2021年03月18日讯】（大纪元记者顾晓华、凌云报导）`` opens them, ``责任编辑：孙芸 #`` closes them; broadcasts
list who planned, spoke and wrote. Every keyword is a link to its tag page.
"""

from __future__ import annotations

import re

from shilu.outlets.base import Reader
from shilu.outlets.pieces import Content, Marks, Piece
from shilu.outlets.published import Stamp, day_stamp
from shilu.outlets.reporters import reporters_and_place
from shilu.records import Credit, Dateline, Link

_DAY = re.compile(r"【?大纪元(?:时报)?(?P<year>20\d\d)年(?P<month>\d{1,2})月(?P<day>\d{1,2})日讯】\s*")
# （大纪元记者侯骏霖台湾台北报导） （香港大纪元记者林慧真、梁珍采访报导）
# （英文大纪元记者Omid Ghoreishi撰文／吴约翰编译）
_BYLINE = re.compile(
    r"（(?:[\u4e00-\u9fff]{2,4})?(?:大纪元|新唐人)[^（）]{0,6}?记者\s*(?P<who>[^（）／/]+?)"
    r"(?:综合|采访|编译|专题|现场|独家|联合|整理|连线|专访|新闻)*(?:报导|报道|撰文)(?:[／/](?P<then>[^（）]+))?）"
)
_THEN = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,4}?)(?P<role>编译|翻译|整理|撰文)(?:报导)?")
_ROLES = (
    "责任编[辑缉]|责编|文[字章]整理|整理|策划|主播|主持人?|撰文|撰稿|编译|翻译|译者|采访|摄影|制作人?|编导|剪辑|作者"
)
_SIGN_OFF = re.compile(rf"(?P<role>{_ROLES})[:：]\s*(?P<names>[^：；;，,]*)")
_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,8}[·・][\u4e00-\u9fff]{1,8}|[A-Z][\w.'’ -]{2,30}")
_TAIL_LINES = 8
_DIGEST = 4  # items with a summary that make a post a digest
_DAY_IN_URL = re.compile(r"/(?:gb|b5)/(\d\d)/(\d{1,2})/(\d{1,2})/n\d+")


class EpochTimes(Reader):
    """大纪元."""

    name = "epochtimes"
    outlet = "大纪元"
    names = ("大紀元", "Epoch Times")
    hosts = ("epochtimes.com",)
    marks = Marks(skip=frozenset({".jfk-bubble", ".epoch_player", ".player-container"}))
    related = frozenset({"list", "paragraph"})
    noise = re.compile(
        r"【支持】为真相护航.*|(?:新唐人)?(?:大纪元)?《[^《》]{2,14}》(?:节目)?制作组|网络收看方式："
        r"|(?:[^：]{2,12}：)?\s*(?:https?://)?[\w.]+\.\w{2,4}/\S+|(?:【[^】]{2,12}】)?请点击这里。?"
        r"|责任编[辑缉][:：]?\s*[#＃]?|[（(]?(?:以上文章)?转(?:载?自|载[:：])[^（）()，。]{2,20}(?:，有删节)?[)）]?"
        r"|(?:资料|文章)来源：.{2,60}|原文：.{3,160}(?:刊登|发表)于.{0,4}《[^《》]{2,10}》。?"
        r"|接上文[:：].{2,60}|在推特上关注.{2,40}"
    )

    def take_inline_time(self, content: Content) -> Stamp | None:
        """The day of ``【大纪元2021年03月18日讯】``, which stays in the text."""
        match = next((found for piece in content.pieces[:4] if (found := _DAY.match(piece.text))), None)
        return day_stamp(match["year"], match["month"], match["day"], "inline") if match else None

    def take_credits(self, content: Content) -> list[Credit]:
        """Reporters from the opening, everybody else from lines of their own at the end."""
        found = []
        byline = _opening(content)
        if byline:
            found += [Credit("记者", name) for name in reporters_and_place(byline["who"])[0]]
            found += [Credit(then["role"], then["name"]) for then in _THEN.finditer(byline["then"] or "")]
        for piece in content.pieces[-_TAIL_LINES:]:
            line = piece.text.rstrip("#＃ 　")
            if piece.kind == "caption" or not re.match(rf"(?:{_ROLES})[:：]", line):
                continue
            found += [
                Credit(match["role"], name)
                for match in _SIGN_OFF.finditer(line)
                for part in match["names"].split("、")
                if _NAME.fullmatch(name := part.strip())
            ]
            content.pieces.remove(piece)
        return found

    def dateline(self, content: Content) -> Dateline | None:
        """The place that the opening adds to the reporter's name."""
        byline = _opening(content)
        place = reporters_and_place(byline["who"])[1] if byline else None
        return Dateline(place) if place else None

    def take_related(self, content: Content) -> list[Link]:
        """Items that are all link; in a digest, where each has its summary after it, they are headings of the text."""
        pairs = zip(content.pieces, content.pieces[1:], strict=False)
        items = [piece for piece, after in pairs if piece.linked and after.kind == "paragraph" and not after.linked]
        if len(items) >= _DIGEST:
            for piece in items:
                piece.kind = "heading"
        return super().take_related(content)

    def inline_links(self, content: Content) -> list[Link]:
        """Links to tag pages are the outlet's keywords, no references."""
        return [link for link in super().inline_links(content) if "/tag/" not in link.url]

    def url_time(self, url: str) -> Stamp | None:
        """The day in the address: ``/gb/21/3/18/n12820665.htm``."""
        match = _DAY_IN_URL.search(url)
        return day_stamp(2000 + int(match[1]), match[2], match[3], "url") if match else None


def _opening(content: Content) -> re.Match[str] | None:
    """The byline of the first paragraph, after its day."""
    first: Piece | None = next((piece for piece in content.pieces if piece.kind != "caption"), None)
    if first is None:
        return None
    day = _DAY.match(first.text)
    return _BYLINE.match(first.text, day.end() if day else 0)
