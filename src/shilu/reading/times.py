"""The step that reads the times of an article: blocks in order, captions aside, the headline last.

Days are counted from the day of the report: the dateline's where it prints one (台北29日電), else the day of
publication in the outlet's own city. Nothing of the machine's clock or time zone takes part.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from shilu.text.script import fold
from shilu.text.times import Anchor, Passage, read_times
from shilu.text.times.numerals import number

if TYPE_CHECKING:
    from datetime import tzinfo

    from shilu.records import Article, Time

TITLE = -1
"""The block number of the headline."""

_EARLIEST, _LATEST = "1800", "2200"
"""Feeds claim any year; outside these none is believed, and no count of days runs out of the calendar."""
_BEIJING = timezone(timedelta(hours=8))
_WASHINGTON = "America/New_York"
# Where the newsroom's calendar hangs; outlets that are not named here keep Beijing time.
_ZONES = {
    "自由亚洲": _WASHINGTON,
    "美国之音": _WASHINGTON,
    "大纪元": _WASHINGTON,
    "纽约时报": _WASHINGTON,
    "法广": "Europe/Paris",
    "法国国际广播": "Europe/Paris",
    "德国之声": "Europe/Berlin",
    "bbc": "Europe/London",
    "英国广播": "Europe/London",
}
_AMERICAN = re.compile(r"华盛顿|纽约|洛杉矶|旧金山|芝加哥|休斯[顿敦]|波士顿|西雅图")
# A day in front of the report where no place was found with it: 路透3月31日 -, （台北29日電）; not 一周(3月15日-19日).
_LEAD_DAY = re.compile(r"[（(【]?[^。，,\d]{0,24}?(?:(\d{1,2})月)?(\d{1,2})日(?=[电讯]| ?[-—–] ?(?!\d)|综合|专电)")
_DATELINE_DAY = re.compile(r"(?:(\d{1,2}|[十一二]{1,2})月)?(\d{1,2}|[一二三十]{1,3})日?$")


def times(article: Article) -> tuple[Time, ...]:
    """The time expressions of an article's headline and blocks, with their values."""
    passages = [Passage(block.text, index, block.kind == "caption") for index, block in enumerate(article.blocks)]
    found = read_times([*passages, Passage(article.title, TITLE, headline=True)], anchor_of(article))
    return tuple(sorted(found, key=lambda time: (time.block, time.start)))


def anchor_of(article: Article) -> Anchor | None:
    """The day the article speaks from, or None where nobody knows when it was published."""
    published = (article.published or "").split("/")[0]
    if len(published) < len("2024-09-27") or not _EARLIEST <= published[:4] <= _LATEST:
        return None
    if "T" not in published:
        day = date.fromisoformat(published)
        return Anchor.on(_reported(article, day) or day)
    moment = datetime.fromisoformat(published).astimezone(UTC)
    zone = _zone(article.outlet)
    day, latest = moment.astimezone(zone).date(), moment.astimezone(_BEIJING).date()
    reported = _reported(article, latest)
    if reported is not None:
        latest = min(latest, reported + timedelta(days=1))  # a review of the week told on Friday, published on Monday
    return Anchor.on(reported or day, latest, sunday_first=_is_american(article, zone))


def _zone(outlet: str) -> tzinfo:
    name = fold(outlet)
    return next((ZoneInfo(zone) for part, zone in _ZONES.items() if part in name), _BEIJING)


def _is_american(article: Article, zone: tzinfo) -> bool:
    place = fold(article.dateline.place) if article.dateline else ""
    return str(zone) == _WASHINGTON or bool(_AMERICAN.search(place))


def _reported(article: Article, published: date) -> date | None:
    """The day printed in the dateline or in front of the first paragraph, within the ten days before publication."""
    printed = article.dateline.date if article.dateline else None
    match = _DATELINE_DAY.search(fold(printed)) if printed else _LEAD_DAY.match(fold(_lead(article)))
    if match is None:
        return None
    month, day = match[1] and number(match[1]), number(match[2])
    near = [published - timedelta(days=back) for back in range(-1, 10)]
    return next((each for each in near if each.day == day and month in (None, "", each.month)), None)


def _lead(article: Article) -> str:
    return next((block.text[:60] for block in article.blocks if block.kind == "paragraph"), "")
