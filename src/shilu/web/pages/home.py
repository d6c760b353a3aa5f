"""The first page: the archive at a glance, and what came last."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import msgspec

from shilu.web.addresses import address
from shilu.web.charts import Bar
from shilu.web.page import FeedItem, Page

if TYPE_CHECKING:
    import sqlite3

    from shilu.web.page import Asked

_LATEST = 40
_BARS = 100
"""Up to so many days a bar is a day; up to as many months a month; else a year."""
_SCATTERED = 0.02
"""So large a part of the articles may lie before the first bar: a few of years long past would press all others."""
_WIDTHS = (len("2021-03-19"), len("2021-03"), len("2021"))
_OUTLETS = 12
_ON_THIS_DAY = 6


class Line(msgspec.Struct, frozen=True):
    """An article in a list."""

    id: str
    title: str
    outlet: str
    published: str | None
    script: str


class Day(msgspec.Struct, frozen=True):
    """The articles of one day."""

    day: str
    articles: tuple[Line, ...]


class Home(msgspec.Struct, frozen=True):
    """The archive at a glance."""

    articles: int
    outlets: int
    first: str | None
    last: str | None
    over_time: tuple[Bar, ...]
    by_outlet: tuple[Bar, ...]
    latest: tuple[Day, ...]
    on_this_day: tuple[Line, ...]


def home(asked: Asked) -> Page:
    """The first page."""
    db = asked.archive.db
    outlets = db.execute("SELECT outlet, articles FROM outlets ORDER BY articles DESC, outlet").fetchall()
    first, last = db.execute(
        "SELECT substr(min(published), 1, 10), substr(max(published), 1, 10) FROM articles"
    ).fetchone()
    latest = _by_day(db)
    data = Home(
        articles=sum(row["articles"] for row in outlets),
        outlets=len(outlets),
        first=first,
        last=last,
        over_time=over_time(db),
        by_outlet=tuple(
            Bar(row["outlet"], row["articles"], address("search", outlet=row["outlet"])) for row in outlets[:_OUTLETS]
        ),
        latest=latest,
        on_this_day=_on_this_day(db, dt.datetime.now(dt.UTC).date()),
    )
    feed = [_item(line) for day in latest for line in day.articles]
    return Page("home.html", asked.t("shilu 实录"), data, feed=feed)


def over_time(db: sqlite3.Connection) -> tuple[Bar, ...]:
    """Articles by day, month or year, whichever makes a chart that can be read; empty periods stand, too."""
    days = dict(
        db.execute(
            "SELECT substr(published, 1, 10), count(*) FROM articles WHERE published IS NOT NULL GROUP BY 1"
        ).fetchall()
    )
    start = _dense_from(days)
    for width in _WIDTHS:
        counts: dict[str, int] = {}
        for day, count in days.items():
            if len(day) >= width and day[:width] >= start[:width]:
                counts[day[:width]] = counts.get(day[:width], 0) + count
        periods = _filled(counts, width)
        if len(periods) <= _BARS:
            break
    return tuple(
        Bar(period, counts.get(period, 0), address("search", since=period, until=period)) for period in periods
    )


def _dense_from(days: dict[str, int]) -> str:
    """The day before which only a few scattered articles lie."""
    few = sum(days.values()) * _SCATTERED
    passed = 0
    for day in sorted(days):
        passed += days[day]
        if passed > few:
            return day
    return ""


def _filled(counts: dict[str, int], width: int) -> list[str]:
    """Every day, month or year from the first to the last."""
    if not counts:
        return []
    low, high = min(counts), max(counts)
    if width == _WIDTHS[2]:
        return [f"{year:04}" for year in range(int(low), int(high) + 1)]
    if width == _WIDTHS[1]:
        first, last = (int(month[:4]) * 12 + int(month[5:7]) - 1 for month in (low, high))
        return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(first, last + 1)]
    start, end = dt.date.fromisoformat(low), dt.date.fromisoformat(high)
    return [(start + dt.timedelta(days=n)).isoformat() for n in range((end - start).days + 1)]


def _by_day(db: sqlite3.Connection) -> tuple[Day, ...]:
    """The latest articles, by the day they were published."""
    sql = (
        "SELECT id, title, outlet, published, script FROM articles WHERE published IS NOT NULL"
        " ORDER BY published DESC, id LIMIT ?"
    )
    days: dict[str, list[Line]] = {}
    for row in db.execute(sql, (_LATEST,)):
        days.setdefault(row["published"][:10], []).append(Line(*row))
    return tuple(Day(day, tuple(lines)) for day, lines in days.items())


def _on_this_day(db: sqlite3.Connection, today: dt.date) -> tuple[Line, ...]:
    """Articles of this day of other years, the latest year first."""
    sql = (
        "SELECT id, title, outlet, published, script FROM articles"
        " WHERE substr(published, 6, 5) = ? AND published < ? ORDER BY published DESC LIMIT ?"
    )
    rows = db.execute(sql, (today.isoformat()[5:], today.isoformat(), _ON_THIS_DAY))
    return tuple(Line(*row) for row in rows)


def _item(line: Line) -> FeedItem:
    return FeedItem(f"/article/{line.id}", line.title, line.published or "", author=line.outlet)
