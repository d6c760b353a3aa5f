"""Searching the archive: a parsed query against the index, ranked, with reasons and snippets.

Ranking: BM25 of the terms, a title hit three times a hit in the body, words that stand close together raised, and the
whole multiplied by a freshness that doubles every eight years (:mod:`shilu.archive.index`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import msgspec
import tantivy
from tantivy import Occur
from tantivy import Query as Matcher

from shilu.archive.outlets import named_outlets
from shilu.archive.query import Term
from shilu.archive.snippets import Finder, Reason, Snippet, Span, reasons, snippets, title_marks
from shilu.archive.tokens import tokens
from shilu.records import Moment, Script  # noqa: TC001 (schemas are made from the annotations)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from shilu.archive.index import Index
    from shilu.archive.query import Query
    from shilu.records import Article

    Articles = Callable[[list[str]], Iterable[Article]]

Sort: TypeAlias = Literal["best", "newest", "oldest"]

_TITLE_BOOST = 3.0
_NEAR = 12  # characters that may stand between two words so that they count as close together
_FETCHED_AT_ONCE = 500


class Hit(msgspec.Struct, frozen=True):
    """One article that matched."""

    id: str
    title: str
    outlet: str
    published: Moment | None
    url: str | None
    script: Script
    score: float
    title_marks: tuple[Span, ...]
    snippets: tuple[Snippet, ...]
    why: tuple[Reason, ...]
    story: str | None = None
    """The story it is in, where that was looked up."""
    copies: tuple[str, ...] = ()
    """The other articles of the same text, where they stand behind this one."""


class Found(msgspec.Struct, frozen=True):
    """The answer to a query."""

    query: str
    total: int
    hits: tuple[Hit, ...]
    relaxed: bool = False
    """No article holds all words, so those with any of them are shown."""
    in_other_script: int = 0
    """With ``exact_script``: articles that hold the words only in the other script."""


def search(
    index: Index,
    query: Query,
    articles: Articles,
    *,
    limit: int = 20,
    offset: int = 0,
    sort: Sort = "best",
) -> Found:
    """Answer a query; ``articles`` fetches articles of the store by id, in any order. Limit 0 means all.

    Names of people, places and organisations must be resolved (:mod:`shilu.archive.entities.filters`).
    """
    if not all(named.ids for named in query.named):
        raise ValueError("the names of the query are not resolved")
    matching = _Matching(index, query)
    finder = Finder(query)
    window = slice(offset, offset + limit if limit else None)
    if query.exact_script:
        return _exact(matching, finder, articles, window, sort)
    relaxed = False
    total, found = matching.find(sort, window)
    if not total and len(query.wanted) > 1:
        relaxed = True
        total, found = matching.find(sort, window, any_term=True)
    hits = (_hit(article, score, finder) for article, score in _fetched(articles, found))
    return Found(query.text, total, tuple(hits), relaxed and total > 0)


def matching(index: Index, query: Query) -> frozenset[str]:
    """The ids of all articles that match; names must be resolved, ``exact_script`` does not count."""
    _, found = _Matching(index, query).find("newest", slice(0, None))
    return frozenset(ident for ident, _ in found)


class Facets(msgspec.Struct, frozen=True):
    """How the hits of a query spread: how many of them a narrower one would leave."""

    outlets: dict[str, int]
    """The most frequent first."""
    entities: dict[str, int]
    """The ids of those in most hits."""
    periods: dict[str, int]


def facets(
    index: Index, query: Query, periods: Mapping[str, tuple[int, int]], *, relaxed: bool = False, most: int = 400
) -> Facets:
    """Count all hits of a query in one pass; ``periods`` are spans of seconds by name, ``relaxed`` is the answer's.

    Exclusions and filters count; ``exact_script`` does not, for which each text would have to be read.
    """
    return _Matching(index, query).facets(periods, any_term=relaxed, most=most)


def outlets(index: Index) -> dict[str, int]:
    """Every outlet of the index with its number of articles, the largest first."""
    counts = index.searcher().terms_with_prefix("outlet", "")
    return dict(sorted(counts, key=lambda item: -item[1]))


def _exact(
    matching: _Matching,
    finder: Finder,
    articles: Articles,
    window: slice,
    sort: Sort,
) -> Found:
    """Folding switched off: every candidate is checked against its original text."""
    query = matching.query
    for any_term in (False, True) if len(query.wanted) > 1 else (False,):
        count, found = matching.find(sort, slice(0, None), any_term=any_term, check_later=True)
        kept = [
            (article, score)
            for article, score in _fetched(articles, found)
            if finder.accepts(article, any_term=any_term)
        ]
        if count:
            hits = tuple(_hit(article, score, finder) for article, score in kept[window])
            elsewhere = 0 if query.unwanted else count - len(kept)
            return Found(query.text, len(kept), hits, any_term and bool(kept), elsewhere)
    return Found(query.text, 0, ())


def _fetched(articles: Articles, found: Sequence[tuple[str, float]]) -> Iterator[tuple[Article, float]]:
    """Articles and scores in the order of the scores; an article that the store no longer has is passed over."""
    for start in range(0, len(found), _FETCHED_AT_ONCE):
        part = found[start : start + _FETCHED_AT_ONCE]
        by_id = {article.id: article for article in articles([identity for identity, _ in part])}
        yield from ((by_id[identity], score) for identity, score in part if identity in by_id)


def _hit(article: Article, score: float, finder: Finder) -> Hit:
    findings = finder.findings(article)
    return Hit(
        id=article.id,
        title=article.title,
        outlet=article.outlet,
        published=article.published,
        url=article.url,
        script=article.script,
        score=round(score, 3),
        title_marks=title_marks(findings),
        snippets=snippets(article, findings),
        why=reasons(article, finder.terms, findings),
    )


class _Matching:
    """A query in the index's own terms."""

    def __init__(self, index: Index, query: Query) -> None:
        self.query = query
        self._schema = index.schema
        self._searcher = index.searcher()
        self._filters = [Matcher.const_score_query(part, 0.0) for part in self._filtering(index)]

    def find(
        self, sort: Sort, window: slice, *, any_term: bool = False, check_later: bool = False
    ) -> tuple[int, list[tuple[str, float]]]:
        """How many articles match, and the ids and scores of those in the window."""
        if not self._searcher.num_docs:
            return 0, []
        by_date = sort if sort != "best" else "newest" if not self.query.wanted else None
        limit = self._searcher.num_docs if window.stop is None else max(1, window.stop - window.start)
        query = self._whole(any_term=any_term, excluding=not check_later)
        if by_date:
            order = tantivy.Order.Desc if by_date == "newest" else tantivy.Order.Asc
            result = self._searcher.search(query, limit, offset=window.start, order_by_field="published", order=order)
            scored = [(address, 0.0) for _, address in result.hits]
        else:
            result = self._searcher.search(query, limit, offset=window.start, weight_by_field="freshness")
            scored = [(address, score) for score, address in result.hits]
        total: int = result.count  # type: ignore[attr-defined] # missing in tantivy's stubs
        return total, [(str(self._searcher.doc(address).get_first("id")), score) for address, score in scored]

    def facets(self, periods: Mapping[str, tuple[int, int]], *, any_term: bool, most: int) -> Facets:
        """Counts by outlet, entity and period."""
        wanted: dict[str, Any] = {
            "outlets": {"terms": {"field": "outlet", "size": most}},
            "entities": {"terms": {"field": "entity", "size": most}},
        }
        ranges = [{"key": name, "from": start, "to": end + 1} for name, (start, end) in periods.items()]
        if ranges:
            wanted["periods"] = {"range": {"field": "published", "ranges": ranges}}
        if not self._searcher.num_docs:
            return Facets({}, {}, {})
        found = self._searcher.aggregate(self._whole(any_term=any_term, excluding=True), wanted)
        counts = {
            name: {bucket["key"]: int(bucket["doc_count"]) for bucket in found.get(name, {}).get("buckets", ())}
            for name in ("outlets", "entities", "periods")
        }
        return Facets(counts["outlets"], counts["entities"], {name: counts["periods"].get(name, 0) for name in periods})

    def _whole(self, *, any_term: bool, excluding: bool) -> Matcher:
        """Terms, exclusions and filters as one query."""
        wanted = [self._term(term) for term in self.query.wanted]
        parts = [(Occur.Must, part) for part in self._filters]
        if any_term:
            parts.append((Occur.Must, Matcher.boolean_query([(Occur.Should, term) for term in wanted])))
        else:
            parts += [(Occur.Must, term) for term in wanted]
        if excluding:
            parts += [(Occur.MustNot, self._term(term)) for term in self.query.unwanted]
        if len(wanted) > 1:
            parts += [(Occur.Should, near) for near in self._close_together()]
        if not any(occur == Occur.Must for occur, _ in parts):
            parts.append((Occur.Must, Matcher.all_query()))
        return Matcher.boolean_query(parts)

    def _term(self, term: Term) -> Matcher:
        """One term in its fields."""
        words = tokens(term.text)
        title = Matcher.boost_query(self._phrase("title", words), _TITLE_BOOST)
        return (
            title
            if term.field == "title"
            else Matcher.boolean_query([(Occur.Should, title), (Occur.Should, self._phrase("body", words))])
        )

    def _phrase(self, field: str, words: list[str], slop: int = 0) -> Matcher:
        if len(words) == 1:
            return Matcher.term_query(self._schema, field, words[0], "freq")
        return Matcher.phrase_query(self._schema, field, list(words), slop)

    def _close_together(self) -> list[Matcher]:
        """All the words near each other, in the order typed; it raises the score and excludes nothing."""
        words = [word for term in self.query.wanted if term.field == "any" for word in tokens(term.text)]
        if len(words) < 2:
            return []
        return [self._phrase(field, words, _NEAR) for field in ("title", "body")]

    def _filtering(self, index: Index) -> Iterable[Matcher]:
        """The filters of the query."""
        query = self.query
        if query.outlets:
            readers = dict(self._searcher.terms_with_prefix("reader", ""))
            named, read_by = named_outlets(query.outlets, outlets(index), readers)
            either = (("outlet", named), ("reader", read_by))
            sets = [(Occur.Should, Matcher.term_set_query(self._schema, *names)) for names in either]
            yield Matcher.boolean_query(sets)
        if query.script:
            yield Matcher.term_query(self._schema, "script", query.script)
        if query.since is not None or query.until is not None:
            yield Matcher.range_query(self._schema, "published", tantivy.FieldType.Integer, query.since, query.until)
        for entity in query.entities:
            yield Matcher.term_query(self._schema, "entity", entity)
        for one in query.named:
            yield Matcher.term_set_query(self._schema, "entity", list(one.ids))
            if not query.alias:
                yield self._term(Term(one.text))
