"""中央社 Central News Agency, 繁體: a wire service's own form.

``（中央社記者洪學廣高雄15日電）`` opens a report and names who wrote it where; ``（編輯：方沛清）1100315`` closes it,
with the day in the years of the Republic. One post may hold several reports, each with its own. Captions stand in
``.picinfo``, links to further articles in ``.moreArticle`` and between paragraphs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.outlets.base import Reader
from shilu.outlets.credits import caption_credit, credit_line
from shilu.outlets.pieces import Content, Marks, Piece
from shilu.outlets.published import Stamp, day_stamp
from shilu.outlets.reporters import reporters_and_place
from shilu.records import Credit, Dateline, Image

if TYPE_CHECKING:
    from shilu.outlets.post import Post

# （中央社記者張茗喧、余曉涵台北10日電） （中央社仰光27日綜合外電報導） 特派專欄（中央社記者黃雅詩梵蒂岡特稿）
_REPORT = re.compile(
    r"(?:[\u4e00-\u9fff]{2,6})?（中央社(?:(?P<role>(?:特約|實習|資深)?記者|特派員)\s*)?(?P<who>[^（）\d]*?)\s*"
    r"(?:(?P<day>\d{1,2})\s*日?(?:綜合|網站)?[^（）]{0,6}|特稿|專訪)）"
)
# （譯者：陳正健/核稿：張佑之）1100327
_SIGN_OFF = re.compile(r"\s*（(?:實習)?(?:編輯|譯者|編譯|核稿|責任編輯)[:：][^（）]{1,60}[）)﹚]\s*(?:1\d{4,6})?\s*$")
# 中央社駐雅加達特派員石秀娟／3月7日
_CORRESPONDENT = re.compile(
    r"中央社(?:駐[^／\d]{1,8})?(?P<role>特派員|記者)(?P<name>[\u4e00-\u9fff]{2,4})／\d{1,2}月\d{1,2}日"
)
# …中央社記者裴禛攝 109年9月18日; …中央社記者沈朋達上海傳真
_PHOTOGRAPHER = re.compile(r"中央社(?:實習)?記者(?P<who>[\u4e00-\u9fff、]{2,14}?)(?P<how>翻攝|攝|傳真)(?=\s|\d|$)")
_HEAD = 4  # pieces in front that may hold a feature's crew: 文：…／攝影：…
_NEWSLETTER = re.compile(r"上午8點同步發送電子報|若有任何建議請來信告訴我們|歡迎訂閱.{0,40}電子報")
_DAY_IN_URL = re.compile(r"/(20\d\d)(\d\d)(\d\d)\d{4}\.aspx")


class CentralNewsAgency(Reader):
    """中央社."""

    name = "cna"
    outlet = "中央社"
    names = ("(臺)中央社CNA", "CNA", "中央通訊社")
    hosts = ("cna.com.tw",)
    title_noise = re.compile(r"\s*\[影\]$")
    wire = frozenset({"中央社"})
    marks = Marks(
        skip=frozenset({".mySubscriptionInner", ".bottomArticleBanner", ".dictionary-box", ".noWidthMedia"}),
        caption=frozenset({".picinfo"}),
    )
    related = frozenset({"list", "paragraph"})
    noise = re.compile(r"延伸閱讀|今晨最新|影片來源：.{1,60}")
    # （看完整報導）; the day of the Republic where nobody signed: 1100326
    cut = re.compile(r"（看完整(?:報導|專題|內容)）|(?<=[。」）])\s*1[01]\d{5}$")
    datelines = _REPORT

    def content(self, post: Post) -> Content:
        """The walk's pieces without the newsletter's notices and their links."""
        content = super().content(post)
        content.pieces[:] = [piece for piece in content.pieces if not _NEWSLETTER.match(piece.text)]
        return content

    def take_credits(self, content: Content) -> list[Credit]:
        """Reporters of every report in the post, those who signed it off, photographers of its pictures."""
        found: list[Credit] = []
        for at, piece in enumerate(list(content.pieces)):
            if piece.kind == "caption":
                found += [Credit("攝影", name) for name in _photographers(piece.text)]
            elif at < _HEAD and (crew := credit_line(piece.text)):
                found += crew
                content.pieces.remove(piece)
            else:
                found += self._credits_of(piece)
                if not piece.text:
                    content.pieces.remove(piece)
        return found

    def _credits_of(self, piece: Piece) -> list[Credit]:
        """The credits of one paragraph, which loses its sign-off."""
        found = []
        report = _REPORT.match(piece.text)
        if report and report["role"]:
            found += [Credit(report["role"], name) for name in reporters_and_place(report["who"])[0]]
        by = _CORRESPONDENT.fullmatch(piece.text)
        if by:
            found.append(Credit(by["role"], by["name"]))
            piece.text = ""
        sign_off = _SIGN_OFF.search(piece.text)
        if sign_off:
            found += credit_line(sign_off[0])
            piece.text = piece.text[: sign_off.start()]
        return found

    def dateline(self, content: Content) -> Dateline | None:
        """The place and day of the first report."""
        first = next((piece for piece in content.pieces if piece.kind != "caption"), None)
        report = _REPORT.match(first.text) if first else None
        if not report:
            return None
        place = reporters_and_place(report["who"])[1] if report["role"] else report["who"]
        return Dateline(place, f"{report['day']}日" if report["day"] else None) if place and place != "網站" else None

    def images(self, content: Content) -> tuple[Image, ...]:
        """Pictures are credited in brackets or as ``中央社記者裴禛攝``."""
        return tuple(Image(picture.url, picture.caption, _credit(picture.caption)) for picture in content.pictures)

    def url_time(self, url: str) -> Stamp | None:
        """The day in front of the serial number: ``202103150117``."""
        match = _DAY_IN_URL.search(url)
        return day_stamp(match[1], match[2], match[3], "url") if match else None


def _photographers(caption: str) -> list[str]:
    taken = [match["who"] for match in _PHOTOGRAPHER.finditer(caption) if match["how"] == "攝"]
    return [name for who in taken for name in reporters_and_place(who)[0]]


def _credit(caption: str | None) -> str | None:
    match = _PHOTOGRAPHER.search(caption) if caption else None
    return match[0] if match else caption_credit(caption)
