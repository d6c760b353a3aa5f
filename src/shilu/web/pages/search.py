"""Search: the query language of the command line, with facets, marks, and reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import msgspec

from shilu.archive import index as search_index
from shilu.archive import search as searching
from shilu.archive.entities.filters import resolved
from shilu.archive.query import Query, parse
from shilu.archive.search import Found, Sort
from shilu.archive.snippets import Reason
from shilu.errors import NotFound, QueryError
from shilu.knowledge import authority
from shilu.web.page import PER_PAGE, FeedItem, Page, Pages, paged

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from shilu.archive.index import Index
    from shilu.web.page import Asked

_SORTS: tuple[Sort, ...] = get_args(Sort)
_FACETS = 12
"""Values of each facet that are counted: each costs a query of half a millisecond."""
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


class Results(msgspec.Struct, frozen=True):
    """The answer to a query."""

    query: str
    sort: Sort
    found: Found | None = None
    pages: Pages | None = None
    outlets: tuple[Facet, ...] = ()
    periods: tuple[Facet, ...] = ()
    all_outlets: tuple[str, ...] = ()
    mistake: Mistake | None = None
    behind: bool = False
    """The index does not hold all of the archive yet."""


def search(asked: Asked) -> Page:
    """The results of a query; without one, the form."""
    text = asked.params.get("q", "").strip()
    sort = asked.choice("sort", _SORTS)
    names = tuple(row[0] for row in asked.archive.db.execute("SELECT outlet FROM outlets ORDER BY articles DESC"))
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
    index = asked.index
    return msgspec.structs.replace(
        empty,
        found=found,
        pages=paged(asked, found.total, _limit(asked)),
        outlets=tuple(_by_outlet(index, query, found, empty.all_outlets)),
        periods=tuple(_by_period(asked.archive.db, index, query, found)),
        behind=not search_index.is_current(asked.archive),
    )


def _by_outlet(index: Index, query: Query, found: Found, outlets: tuple[str, ...]) -> Iterator[Facet]:
    """Hits of each outlet, the most first."""
    if found.total and not query.outlets and not query.exact_script:
        facets = [Facet(name, _count(index, query, found, outlets=(name,))) for name in outlets[: 3 * _FACETS]]
        yield from sorted((facet for facet in facets if facet.count), key=lambda facet: -facet.count)[:_FACETS]


def _by_period(db: sqlite3.Connection, index: Index, query: Query, found: Found) -> Iterator[Facet]:
    """Hits of each month, or of each year where there are many months."""
    if not found.total or query.exact_script or query.since is not None or query.until is not None:
        return
    months = [row[0] for row in db.execute("SELECT month FROM months WHERE month IS NOT NULL ORDER BY month DESC")]
    years = sorted({month[:4] for month in months}, reverse=True)
    for period in months if len(months) <= _MONTHS else years[:_MONTHS]:
        span = parse(f"since:{period} until:{period}")
        if count := _count(index, query, found, since=span.since, until=span.until):
            yield Facet(period, count)


def _count(index: Index, query: Query, found: Found, **narrower: object) -> int:
    """How many articles a narrower query finds, without fetching any."""
    answer = searching.search(index, msgspec.structs.replace(query, **narrower), lambda _: (), limit=1)
    # Where all words are found somewhere, articles with only some of them do not count.
    return answer.total if answer.relaxed == found.relaxed else 0


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
