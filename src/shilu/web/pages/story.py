"""One story: who told it when, its days, its key events, whom and what its articles name."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import msgspec

from shilu.chronicle.stories.listing import Member
from shilu.chronicle.stories.whole import Whole
from shilu.chronicle.stories.whole import story as find_story
from shilu.web.charts import Tick
from shilu.web.page import FeedItem, Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shilu.web.page import Asked

_FINE = 10  # hours below which tenths say something


class Lane(msgspec.Struct, frozen=True):
    """When one outlet told it."""

    outlet: str
    articles: int
    first: str | None
    after: float | None
    """Hours after the first of all, where both are known to the hour; to a tenth below ten."""
    ticks: tuple[Tick, ...]


class Told(msgspec.Struct, frozen=True):
    """An article, with the copies of its text."""

    article: Member
    copies: tuple[Member, ...]


class Shown(msgspec.Struct, frozen=True):
    """A story with what the page draws of it."""

    whole: Whole
    lanes: tuple[Lane, ...]
    """By outlet, the first to tell it first."""
    articles: tuple[Told, ...]
    """By time."""


def story(asked: Asked) -> Page:
    """The page of one story."""
    whole = find_story(asked.archive, asked.ident)
    members = tuple({one.id: one for one in reversed(whole.story.articles)}.values())[::-1]
    data = Shown(whole, tuple(_lanes(members, whole.story.outlets)), tuple(_told(members)))
    feed = [FeedItem(f"/article/{one.id}", one.title, one.published or "", author=one.outlet) for one in members[::-1]]
    rows = [
        {"id": one.id, "published": one.published, "outlet": one.outlet, "title": one.title, "copy_of": one.copy_of}
        for one in members
    ]
    return Page("story.html", whole.story.label, data, rows=rows, feed=feed)


def _lanes(members: Sequence[Member], outlets: Sequence[str]) -> list[Lane]:
    """Articles of each outlet along one time."""
    times = {one.id: _time(one.published) for one in members}
    known = [time for time in times.values() if time is not None]
    low, high = min(known, default=0.0), max(known, default=0.0)
    lanes = []
    for outlet in outlets:
        own = [one for one in members if one.outlet == outlet]
        ticks = [
            Tick((time - low) / (high - low or 1), one.title, f"/article/{one.id}")
            for one in own
            for time in (times[one.id],)
            if time is not None
        ]
        first = min((one.published for one in own if one.published), default=None)
        fine = first is not None and len(first) > len("2021-03-19")
        hours = ((_time(first) or low) - low) / 3600
        after = (round(hours, 1) if hours < _FINE else round(hours)) if fine else None
        lanes.append(Lane(outlet, len(own), first, after, tuple(ticks)))
    return lanes


def _time(moment: str | None) -> float | None:
    """Seconds; of a day its noon, of a month or year nothing."""
    if moment is None or "/" in moment or len(moment) < len("2021-03-19"):
        return None
    full = moment if "T" in moment else f"{moment}T12:00:00Z"
    return dt.datetime.fromisoformat(full).timestamp()


def _told(members: Sequence[Member]) -> list[Told]:
    """Texts with their copies behind them."""
    ids = {one.id for one in members}
    behind: dict[str, list[Member]] = {}
    for one in members:
        if one.copy_of in ids and one.copy_of is not None:
            behind.setdefault(one.copy_of, []).append(one)
    return [Told(one, tuple(behind.get(one.id, ()))) for one in members if one.copy_of not in ids]
