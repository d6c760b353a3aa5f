"""Search: the query language of the command line, with facets, marks, and reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from shilu.archive import index as search_index
from shilu.archive import search as searching
from shilu.archive.dates import seconds_span
from shilu.archive.entities.filters import resolved
from shilu.archive.query import Query, parse
from shilu.archive.search import Found, Hit, Sort
from shilu.archive.snippets import Reason
from shilu.chronicle.folding import by_story
from shilu.chronicle.stories.listing import Brief, briefs_of
from shilu.errors import NotFound, QueryError
from shilu.knowledge import authority
from shilu.vocabulary import ORDERS
from shilu.web.page import PER_PAGE, FeedItem, Page, Pages, paged
from shilu.web.pages.parties import names_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from shilu.archive.search import Facets
    from shilu.web.page import Asked

_ENTITIES = 10
"""People, and places, that are counted."""
_MONTHS = 24
_MOST = 100
_LONGEST_QUERY = 300


class Mistake(msgspec.Struct, frozen=True):
    """What is wrong with the query, and where: ``before`` + ``at`` is the query."""

    message: str
    hint: str
    before: str = ""
    at: str = ""
    close: tuple[str, ...] = ()


class Facet(msgspec.Struct, frozen=True):
    """How many of the hits one narrower question would keep."""

    name: str
    count: int
    id: str = ""
    """Of a person or place."""


class Group(msgspec.Struct, frozen=True):
    """A hit, and those of the page that belong to the same story."""

    hit: Hit
    story: Brief | None
    others: tuple[Hit, ...] = ()


class Results(msgspec.Struct, frozen=True):
    """The answer to a query."""

    query: str
    sort: Sort
    found: Found | None = None
    groups: tuple[Group, ...] = ()
    """The hits by story, in the order of the first of each."""
    pages: Pages | None = None
    outlets: tuple[Facet, ...] = ()
    periods: tuple[Facet, ...] = ()
    people: tuple[Facet, ...] = ()
    places: tuple[Facet, ...] = ()
    all_outlets: tuple[str, ...] = ()
    mistake: Mistake | None = None
    behind: bool = False
    """The index does not hold all of the archive yet."""


def search(asked: Asked) -> Page:
    """The results of a query; without one, the form."""
    text = asked.params.get("q", "").strip()
    sort = asked.choice("sort", ORDERS) or "best"
    sql = "SELECT outlet FROM outlets ORDER BY articles DESC"
    names = asked.kept("outlets", lambda: tuple(row[0] for row in asked.archive.db.execute(sql)))
    empty = Results(text, sort, all_outlets=names)
    if not text and not any(asked.text(name) for name in ("outlet", "since", "until")):
        return Page("search.html", asked.t("Search"), empty)
    try:
        query = _query(asked, text)
        found = _found(asked, query, sort)
    except QueryError as error:
        return _mistaken(asked, empty, Mistake(str(error), error.hint, *_cut(error)))
    except NotFound as error:
        return _mistaken(asked, empty, Mistake(str(error), error.hint, close=error.close))
    results = _results(asked, query, found, empty)
    return Page("search.html", text or asked.t("Search"), results, rows=_rows(results), feed=list(_feed(results)))


def _mistaken(asked: Asked, empty: Results, mistake: Mistake) -> Page:
    results = msgspec.structs.replace(empty, mistake=mistake)
    return Page("search.html", asked.t("Search"), results, status=400)


def _cut(error: QueryError) -> tuple[str, str]:
    """The query before the place of the mistake, and from it on."""
    return error.query[: error.position], error.query[error.position :]


def _query(asked: Asked, text: str) -> Query:
    if len(text) > _LONGEST_QUERY:
        raise QueryError(
            f"the query is longer than {_LONGEST_QUERY} characters",
            query=text[: _LONGEST_QUERY + 20],
            position=_LONGEST_QUERY,
            hint="a few words are enough",
        )
    query = parse(
        text,
        outlet=asked.text("outlet") or None,
        since=asked.text("since") or None,
        until=asked.text("until") or None,
        script=asked.text("in") or None,
        exact_script=bool(asked.text("exact")),
    )
    return resolved(asked.archive, authority(), query) if query.named else query


def _found(asked: Asked, query: Query, sort: Sort) -> Found:
    limit = _limit(asked)
    offset = (asked.page - 1) * limit
    return searching.search(asked.index, query, asked.archive.articles, limit=limit, offset=offset, sort=sort)


def _limit(asked: Asked) -> int:
    return asked.number("limit", PER_PAGE, _MOST)


def _results(asked: Asked, query: Query, found: Found, empty: Results) -> Results:
    spans = _periods(asked, query)
    counted = None
    if found.total and not query.exact_script:
        counted = searching.facets(asked.index, query, spans, relaxed=found.relaxed)
    return msgspec.structs.replace(
        empty,
        found=found,
        groups=tuple(_groups(asked, found.hits)),
        pages=paged(asked, found.total, _limit(asked)),
        outlets=_facets(counted.outlets, keep=not query.outlets) if counted else (),
        periods=_facets(counted.periods) if counted else (),
        people=_entities(asked, query, counted, ("p.", "x.person.")) if counted else (),
        places=_entities(asked, query, counted, ("l.", "x.place.")) if counted else (),
        behind=not search_index.is_current(asked.archive),
    )


def _groups(asked: Asked, hits: Sequence[Hit]) -> Iterator[Group]:
    """Hits with the others of their story."""
    stories = briefs_of(asked.archive.db, [hit.id for hit in hits])
    for first, *others in by_story(hits, stories):
        yield Group(first, stories.get(first.id), tuple(others))


def _periods(asked: Asked, query: Query) -> dict[str, tuple[int, int]]:
    """The months, or years where there are many months, that the hits may be of; none where time is given."""
    if query.since is not None or query.until is not None:
        return {}
    sql = "SELECT month FROM months WHERE month IS NOT NULL ORDER BY month DESC"
    months = asked.kept("months", lambda: [row[0] for row in asked.archive.db.execute(sql)])
    years = sorted({month[:4] for month in months}, reverse=True)
    return {period: seconds_span(period) for period in (months if len(months) <= _MONTHS else years)}


def _facets(counts: dict[str, int], *, keep: bool = True) -> tuple[Facet, ...]:
    return tuple(Facet(name, count) for name, count in counts.items() if count)[:_MONTHS] if keep else ()


def _entities(asked: Asked, query: Query, counted: Facets, kinds: tuple[str, ...]) -> tuple[Facet, ...]:
    """The people or places named in most of the hits, but those asked for."""
    known = {ident for named in query.named for ident in named.ids} | set(query.entities)
    ids = [ident for ident in counted.entities if ident.startswith(kinds) and ident not in known][:_ENTITIES]
    names = names_of(asked, ids)
    return tuple(Facet(names.get(ident, ident), counted.entities[ident], ident) for ident in ids)


def _rows(results: Results) -> list[dict[str, object]]:
    hits = results.found.hits if results.found else ()
    return [
        {
            "id": hit.id,
            "published": hit.published,
            "outlet": hit.outlet,
            "title": hit.title,
            "url": hit.url,
            "snippet": " … ".join(snippet.text for snippet in hit.snippets),
        }
        for hit in hits
    ]


def _feed(results: Results) -> Iterator[FeedItem]:
    for hit in results.found.hits if results.found else ():
        text = " … ".join(snippet.text for snippet in hit.snippets)
        yield FeedItem(f"/article/{hit.id}", hit.title, hit.published or "", text, hit.outlet)


__all__ = ["Facet", "Mistake", "Reason", "Results", "search"]
