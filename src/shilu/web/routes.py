"""Every page: its address, what makes it, in which forms, and what its JSON holds.

A new page takes five steps: a module in :mod:`shilu.web.pages` with one function that makes a
:class:`~shilu.web.page.Page`; a template of its name; its texts in :mod:`shilu.web.zh`; its line here; its line in
``docs/web.md``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from shilu.chronicle.comparison.records import Comparison
from shilu.records import Entry
from shilu.web.pages import (
    article,
    changes,
    chronicle,
    compare,
    entities,
    entity,
    entry,
    home,
    meetings,
    outlets,
    problems,
    quotations,
    relations,
    search,
    stories,
    story,
)
from shilu.web.pages import (
    map as places_map,
)

if TYPE_CHECKING:
    from shilu.web.page import Form, View


class Address(NamedTuple):
    """One kind of page."""

    path: str
    summary: str
    view: View
    holds: type | None
    """The record that its JSON is; None for the reading contract."""
    forms: tuple[Form, ...] = ()
    """Besides HTML and JSON."""
    asks: tuple[str, ...] = ()
    """Its parameters."""


PARAMETERS: dict[str, str] = {
    "q": "the query, in the language of `shilu search`; stories: half of their articles match it",
    "sort": "articles: best, newest or oldest; stories: fresh, size or spread",
    "in": "a script: Hans, Hant or Latn",
    "exact": "1: only characters as typed",
    "limit": "results of a page, 100 at most",
    "page": "the page of the list, from 1",
    "outlet": "part of an outlet's name",
    "since": "a day, month or year, or later",
    "until": "a day, month or year, or before",
    "name": "any name: who bears it",
    "party": "who takes part: an id or any name",
    "with": "who else takes part",
    "by": "who speaks: an id or any name",
    "about": "what is spoken of, by any name; of the chronicle, words of a paragraph that tells it",
    "via": "through which medium, platform or occasion",
    "kind": "direct or indirect",
    "person": "who is named: an id or any name",
    "outlets": "told by at least so many outlets",
    "section": "quoted, event, figure, person, org, place or source",
    "key": "of the section: the key of a row",
    "of": "one of two: an id or any name",
    "type": "a PLOVER type, such as CONSULT, or its word, such as 往来; so with form, status, kind and sort",
    "form": "meeting, talks, call, visit, summit, multilateral or letter",
    "status": "happened, planned, expected, proposed, cancelled or denied",
    "mode": "arrest, convict, expel, release, firearms, demo, troops and others, or the word",
    "place": "part of the name of a place; stories: any name of a place that half of their articles name",
    "dated": "of the chronicle: a day, month or year; what is dated less finely is left out",
    "at": "of the chronicle: names of places in full, parted by |",
    "sources": "told by at least so many independent sources",
    "order": "oldest: the oldest first",
    "revision": "the number of a revision, where not the current one",
    "images": "1: the page shows pictures from their publishers' servers",
    "old": "the revision to compare from",
    "new": "the revision to compare to",
    "field": "of the problems: the field they concern",
    "code": "of the problems: their code",
}
"""Every parameter of every page."""
_TIME = ("since", "until")
_PAIR: tuple[Form, ...] = ("csv", "atom")

ADDRESSES = (
    Address("/", "The archive at a glance", home.home, home.Home, ("atom",)),
    Address(
        "/search",
        "Articles by any piece of their text",
        search.search,
        search.Results,
        _PAIR,
        ("q", "outlet", *_TIME, "sort", "in", "exact", "limit", "page"),
    ),
    Address("/article/{ident}", "One article: the reading contract", article.article, None, (), ("revision", "images")),
    Address(
        "/article/{ident}/revisions",
        "What changed between two revisions",
        changes.changes,
        changes.Changes,
        (),
        ("old", "new"),
    ),
    *(
        Address(
            path,
            f"{entities.HEADINGS[kind]} whom or which articles name",
            entities.entities(kind),
            entities.Entities,
            ("csv",),
            ("name", "outlet", *_TIME, "page"),
        )
        for kind, path in entities.PATHS.items()
    ),
    # Ids that are made from names may hold a slash.
    *(
        Address(
            f"/{kind}/{{ident:path}}", f"All that is known of one {kind}", entity.entity(kind), entity.Shown, ("atom",)
        )
        for kind in entities.PATHS
    ),
    Address(
        "/chronicle",
        "What was done, day by day",
        chronicle.chronicle,
        chronicle.Chronicle,
        _PAIR,
        (*chronicle.FIELDS, "order", "page"),
    ),
    Address("/entry/{ident}", "One deed with every sentence that tells it", entry.entry, Entry, ("atom",)),
    Address(
        "/quotations",
        "Who said what, each statement once with all who report it",
        quotations.quotations,
        quotations.Quotations,
        _PAIR,
        (*quotations.FIELDS, "page"),
    ),
    Address(
        "/relations", "The encounters of two", relations.relations, relations.Relations, _PAIR, ("of", "with", "page")
    ),
    Address(
        "/relations/{left}/{right}",
        "The encounters of two",
        relations.relations,
        relations.Relations,
        _PAIR,
        ("page",),
    ),
    Address(
        "/stories",
        "What several articles tell of one development",
        stories.stories,
        stories.Stories,
        _PAIR,
        (*stories.FIELDS, "page"),
    ),
    Address("/story/{ident}", "One story: who told it when, and of what", story.story, story.Shown, _PAIR),
    Address(
        "/story/{ident}/compare",
        "A story as each outlet told it; every count has its sentences",
        compare.compare,
        Comparison,
        (),
        ("section", "key"),
    ),
    Address("/meetings", "Who met whom most often", meetings.meetings, meetings.Meetings, ("csv",), meetings.FIELDS),
    Address("/map", "Where people met", places_map.places_of_encounters, places_map.Map, ("csv",), places_map.FIELDS),
    Address("/outlets", "How much there is of each outlet", outlets.outlets, outlets.Outlets, ("csv",)),
    Address(
        "/problems",
        "What could not be read, and the archive's state",
        problems.health,
        problems.Health,
        ("csv",),
        ("field", "code", "page"),
    ),
)
"""Every page; the first whose path fits answers."""


def stem(address: Address) -> str:
    """The path to which ``.json`` and its like are added."""
    return "/index" if address.path == "/" else address.path


def records() -> list[Any]:
    """Every record that a page prints."""
    return list(dict.fromkeys(address.holds for address in ADDRESSES if address.holds))
