"""自由亚洲电台 Radio Free Asia, Mandarin: Plone pages.

A lead image with its caption and agency in classes of their own, figures whose caption is given three times, a list of
related articles in the middle of the text, and a sign-off 记者：… 责编：… 网编：… at its end. The address ends in
MMDDYYYYhhmmss, a clock in Washington.
"""

from __future__ import annotations

import re
from zoneinfo import ZoneInfo

from shilu.outlets.base import Reader
from shilu.outlets.credits import credit_line
from shilu.outlets.pieces import Marks
from shilu.outlets.published import Stamp, local_stamp
from shilu.outlets.reporters import reporters_and_place
from shilu.records import Credit

_WASHINGTON = ZoneInfo("America/New_York")
# …/tj-blinken-meets-wang-yi-09272024113959.html
_CLOCK = re.compile(r"[-/](\d\d)(\d\d)(\d{4})(\d\d)(\d\d)(\d\d)\.html")

# 自由亚洲电台记者蔡凌巴黎报道 责编：嘉远 网编：瑞哲; 自由亚洲电台 柳泉报道 …; 自由亚洲电台粤语组报道
_SIGN_OFF = re.compile(
    r"[>\s]*(?:自由亚洲电台|自由亞洲電台|本台)(?:[普粤]\S{1,3}组)?\s*(?:特[约約])?(?:[记記]者)?[:： ]*"
    r"(.{0,20}?)\s*(?:综合|整理)?(?:报道|报导|報導|報道|(?=\s(?:责|責|网|網|编|編)))[。.]?\s*"
)
_COMPILED = re.compile(r"\s*(?:综合|整理)$")


class RadioFreeAsia(Reader):
    """自由亚洲电台."""

    name = "rfa"
    outlet = "自由亚洲电台"
    names = ("RFA", "自由亞洲電台")
    hosts = ("rfa.org",)
    marks = Marks(
        skip=frozenset({".story_audio"}),
        caption=frozenset({".lead_image_caption", ".image-caption"}),
        credit=frozenset({".copyright"}),
    )

    noise = re.compile(r"自由[亚亞]洲[电電][台臺]\S{2,6}[组組][报報][导道導]\S{0,12}(?:\s\S{0,12})?")

    def url_time(self, url: str) -> Stamp | None:
        """The clock at the end of the address."""
        match = _CLOCK.search(url)
        if not match:
            return None
        month, day, year, hour, minute, second = match.groups()
        return local_stamp((year, month, day, hour, minute, second), _WASHINGTON, "url")

    def credits_of(self, line: str) -> tuple[Credit, ...]:
        """A sign-off in either of its forms."""
        return sign_off(line)


def sign_off(line: str) -> tuple[Credit, ...]:
    """The credits of a sign-off; also of one that a reprint elsewhere has kept."""
    match = _SIGN_OFF.match(line)
    if not match:
        return credit_line(line)
    rest = line[match.end() :]
    others = credit_line(rest)
    if rest and not others:
        return ()
    names, _ = reporters_and_place(_COMPILED.sub("", match[1]))
    return (*(Credit("记者", name) for name in names), *others)
