"""The first page: the archive at a glance, and what came last."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import msgspec

from shilu.chronicle.entries.finding import Wanted, find, last_day
from shilu.chronicle.stories.listing import Story
from shilu.chronicle.stories.listing import Wanted as Told
from shilu.chronicle.stories.listing import find as find_stories
from shilu.records import Entry
from shilu.web.addresses import address
from shilu.web.charts import Bar
from shilu.web.page import FeedItem, Page
from shilu.web.periods import bars

if TYPE_CHECKING:
    import sqlite3

    from shilu.archive.store import Archive
    from shilu.web.page import Asked

_LATEST = 25
_OUTLETS = 12
_ON_THIS_DAY = 6
_DEEDS = 8
_STORIES = 10
_OUTLETS_OF_STORY = 2
_SOURCES = 3


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
    deeds: tuple[Entry, ...]
    """The latest that several sources tell of."""
    stories: tuple[Story, ...]
    """The latest that several outlets tell."""
    latest: tuple[Day, ...]
    on_this_day: tuple[Line, ...]


def home(asked: Asked) -> Page:
    """The first page."""
    today = dt.datetime.now(dt.UTC).date()
    data = asked.kept(f"home {today}", lambda: _home(asked.archive, today))
    feed = [_item(line) for day in data.latest for line in day.articles]
    return Page("home.html", asked.t("shilu 实录"), data, feed=feed)


def _home(archive: Archive, today: dt.date) -> Home:
    db = archive.db
    outlets = db.execute("SELECT outlet, articles FROM outlets ORDER BY articles DESC, outlet").fetchall()
    first, last = db.execute(
        "SELECT substr(min(published), 1, 10), substr(max(published), 1, 10) FROM articles"
    ).fetchone()
    return Home(
        articles=sum(row["articles"] for row in outlets),
        outlets=len(outlets),
        first=first,
        last=last,
        over_time=bars(_days(db), lambda period: address("search", since=period, until=period)),
        by_outlet=tuple(
            Bar(row["outlet"], row["articles"], address("search", outlet=row["outlet"])) for row in outlets[:_OUTLETS]
        ),
        deeds=_deeds(archive),
        stories=tuple(find_stories(archive, Told(min_outlets=_OUTLETS_OF_STORY, sort="fresh"), _STORIES)),
        latest=_by_day(db),
        on_this_day=_on_this_day(db, today),
    )


def _deeds(archive: Archive) -> tuple[Entry, ...]:
    """What was done last, of what more than one source tells; of anything where there is no such."""
    until = last_day(archive)
    for least in (_SOURCES, 1):
        wanted = Wanted(until=until, min_sources=least, status=("happened",))
        if found := tuple(find(archive, wanted, _DEEDS, newest=True)):
            return found
    return ()


def _days(db: sqlite3.Connection) -> dict[str, int]:
    """Articles by the day they were published, or by month or year where no more is known."""
    sql = "SELECT substr(published, 1, 10), count(*) FROM articles WHERE published IS NOT NULL GROUP BY 1"
    return dict(db.execute(sql).fetchall())


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
