"""Stories: what several articles tell of one development."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from shilu.archive.entities.bearers import bearers
from shilu.archive.entities.listing import period
from shilu.chronicle.stories.asking import telling
from shilu.chronicle.stories.keeping import is_current
from shilu.chronicle.stories.listing import Sort, Story, Wanted, count, find
from shilu.errors import NotFound, QueryError
from shilu.knowledge import authority
from shilu.vocabulary import STORY_ORDERS
from shilu.web.page import PER_PAGE, FeedItem, Page, Pages, paged
from shilu.web.pages.parties import side

if TYPE_CHECKING:
    from collections.abc import Mapping

    from shilu.web.page import Asked

FIELDS = ("q", "place", "person", "outlet", "since", "until", "outlets", "sort")


class Stories(msgspec.Struct, frozen=True):
    """Stories in the order asked for."""

    asked: dict[str, str]
    sort: Sort
    stories: tuple[Story, ...] = ()
    total: int = 0
    pages: Pages | None = None
    behind: bool = False
    """Articles have come since the stories were made."""
    mistake: str = ""
    hint: str = ""
    close: tuple[str, ...] = ()
    unknown: str = "person"
    """The filter whose name no article names."""


def stories(asked: Asked) -> Page:
    """The stories that fit the filters, the freshest first."""
    typed = {name: asked.text(name) for name in FIELDS if asked.text(name)}
    sort = asked.choice("sort", STORY_ORDERS) or "fresh"
    try:
        at = _places(asked)
    except NotFound as error:
        return _mistaken(asked, Stories(typed, sort, unknown="place"), error)
    try:
        wanted = _wanted(asked, sort, at)
    except (NotFound, QueryError) as error:
        return _mistaken(asked, Stories(typed, sort), error)
    try:
        total = count(asked.archive, wanted)
    except NotFound as error:
        return _mistaken(asked, Stories(typed, sort, unknown="outlet"), error)
    pages = paged(asked, total)
    found = find(asked.archive, wanted, PER_PAGE, offset=(pages.page - 1) * PER_PAGE)
    data = Stories(typed, sort, tuple(found), total, pages, behind=not is_current(asked.archive))
    return Page(
        "stories.html", asked.t("Stories"), data, rows=[_row(one) for one in found], feed=[_item(one) for one in found]
    )


def _mistaken(asked: Asked, empty: Stories, error: NotFound | QueryError) -> Page:
    close = error.close if isinstance(error, NotFound) else ()
    wrong = msgspec.structs.replace(empty, mistake=str(error), hint="" if close else error.hint, close=close)
    return Page("stories.html", asked.t("Stories"), wrong, status=400)


def _places(asked: Asked) -> frozenset[str]:
    """The ids of the place asked for."""
    place = asked.text("place")
    found = bearers(asked.archive.db, authority(), place, ("place",)) if place else []
    return frozenset(one.id for one in found)


def _wanted(asked: Asked, sort: Sort, places: frozenset[str]) -> Wanted:
    person, words = asked.text("person"), asked.text("q")
    since, until = period(asked.text("since"), asked.text("until"))
    return Wanted(
        since=since,
        until=until,
        outlet=asked.text("outlet") or None,
        people=frozenset({side(asked, person).id}) if person else frozenset(),
        articles=telling(asked.archive, asked.index, words) if words else None,
        places=places,
        min_outlets=asked.number("outlets", 1, 99),
        sort=sort,
    )


def _row(one: Story) -> Mapping[str, Any]:
    return {
        "id": one.id,
        "label": one.label,
        "from": one.first,
        "to": one.last,
        "articles": one.count,
        "outlets": one.outlets,
    }


def _item(one: Story) -> FeedItem:
    return FeedItem(f"/story/{one.id}", one.label, one.last, author="、".join(one.outlets))
