"""路透 Reuters, Chinese: posts from a feed service.

The time stands in front as ``2021-03-09T09:29:39Z``; the text begins with ``路透香港3月29日 -`` and ends with
``（完）``, followed by ``编译 …；审校 …`` in a class of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.outlets.base import Reader, patterns
from shilu.outlets.blocks import Marks
from shilu.outlets.published import iso_stamp

if TYPE_CHECKING:
    from shilu.outlets.published import Stamp


class Reuters(Reader):
    """路透."""

    name = "reuters"
    outlet = "路透"
    names = ("路透社", "路透", "Reuters")
    hosts = ("reuters.com",)
    marks = Marks(
        skip=frozenset({".StandardArticleBody_trustBadgeContainer"}),
        caption=frozenset({"small"}),
    )
    noise = patterns(r"[（(]完[)）]", r"我们的标准：.*", r"欲览更多细节.{0,20}", r"[（(]?更多.{0,30}请点选.*")
    inline = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ?")
    datelines = re.compile(
        r"(?:[（(].{1,40}?[)）]\s*)?路透(?P<place>[^\d\s（）()]{0,24}?)(?P<month>\d{1,2})月(?P<day>\d{1,2})日\s*[-–—－]+\s*"
    )
    wire = frozenset({"路透社"})

    def inline_time(self, match: re.Match[str]) -> Stamp | None:
        """``2021-03-09T09:29:39Z``; some lack the zone's letter and are UTC all the same."""
        return iso_stamp(match[0], "inline")
