"""Stories: what several articles tell of one development."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

import msgspec

from shilu.archive.entities.listing import day
from shilu.chronicle.stories.keeping import is_current
from shilu.chronicle.stories.listing import Sort, Story, Wanted, count, find
from shilu.errors import NotFound, QueryError
from shilu.web.page import PER_PAGE, FeedItem, Page, Pages, paged
from shilu.web.pages.parties import side

if TYPE_CHECKING:
    from collections.abc import Mapping

    from shilu.web.page import Asked

FIELDS = ("person", "outlet", "since", "until", "outlets", "sort")
_SORTS: tuple[Sort, ...] = ("fresh", *(sort for sort in get_args(Sort) if sort != "fresh"))


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


def stories(asked: Asked) -> Page:
    """The stories that fit the filters, the freshest first."""
    typed = {name: asked.text(name) for name in FIELDS if asked.text(name)}
    sort = asked.choice("sort", _SORTS)
    heading = asked.t("Stories")
    try:
        wanted = _wanted(asked, sort)
    except (NotFound, QueryError) as error:
        close = error.close if isinstance(error, NotFound) else ()
        wrong = Stories(typed, sort, mistake=str(error), hint="" if close else error.hint, close=close)
        return Page("stories.html", heading, wrong, status=400)
    total = count(asked.archive, wanted)
    pages = paged(asked, total)
    found = find(asked.archive, wanted, PER_PAGE, offset=(pages.page - 1) * PER_PAGE)
    data = Stories(typed, sort, tuple(found), total, pages, behind=not is_current(asked.archive))
    return Page("stories.html", heading, data, rows=[_row(one) for one in found], feed=[_item(one) for one in found])


def _wanted(asked: Asked, sort: Sort) -> Wanted:
    person, since, until = asked.text("person"), asked.text("since"), asked.text("until")
    return Wanted(
        since=day(since, "since") if since else None,
        until=day(until, "until") if until else None,
        outlet=asked.text("outlet") or None,
        people=frozenset({side(asked, person).id}) if person else frozenset(),
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
