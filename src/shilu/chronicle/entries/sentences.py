"""The sentences of articles that tell an entry."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from shilu.archive.values import many
from shilu.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from shilu.archive.store import Archive
    from shilu.records import Article, Entry, Evidence


class Told(msgspec.Struct, frozen=True):
    """A telling with its whole sentence; ``start`` and ``end`` are the words of the telling within it."""

    evidence: Evidence
    title: str
    url: str | None
    sentence: str
    start: int
    end: int


def told(archive: Archive, entry: Entry, limit: int = 0) -> Iterator[Told]:
    """The tellings of an entry in the order of their reports; at most ``limit``, 0 means all."""
    chosen = _telling(entry, limit) if 0 < limit < len(entry.evidence) else entry.evidence
    articles = {one.id: one for one in archive.articles(sorted({e.article for e in chosen}))}
    for evidence in chosen:
        article = articles.get(evidence.article)
        if article is not None:
            yield _in_sentence(article, evidence)


def foremost(entry: Entry) -> Evidence:
    """The telling that bears an entry out: the first one of its status and its date, where there is one."""
    return min(entry.evidence, key=lambda one: (one.status != entry.status, one.date != entry.date))


def told_foremost(archive: Archive, entries: Iterable[Entry]) -> dict[str, Told]:
    """Of each entry, by its id, the telling that bears it out; the articles are read once for all."""
    telling: dict[str, list[tuple[str, Evidence]]] = {}
    for entry in entries:
        evidence = foremost(entry)
        telling.setdefault(evidence.article, []).append((entry.id, evidence))
    return {
        ident: _in_sentence(article, evidence)
        for article in archive.articles(list(telling))
        for ident, evidence in telling[article.id]
    }


def addresses(archive: Archive, entries: Iterable[Entry]) -> dict[str, str]:
    """Of each entry, by its id, the address of the article that told it first, where it has one."""
    first = {entry.id: entry.evidence[0].article for entry in entries}
    sql = "SELECT id, url FROM articles WHERE id IN (SELECT value FROM json_each(?)) AND url IS NOT NULL"
    urls = dict(archive.db.execute(sql, (many(first.values()),)).fetchall())
    return {ident: urls[article] for ident, article in first.items() if article in urls}


def _telling(entry: Entry, limit: int) -> tuple[Evidence, ...]:
    """So many tellings that say best what is known in the end: as done what was done, on its date, by every outlet.

    The first reports of a large deed are forecasts; those that the history of its status names come before all.
    """
    dates: set[str | None] = {one.value for one in entry.dates} or {None}
    steps = {(step.status, step.article) for step in entry.history}
    heard: Counter[str] = Counter()
    ranks: list[tuple[bool, bool, bool, int, int]] = []
    for at, evidence in enumerate(entry.evidence):
        step = (evidence.status, evidence.article)
        worse = (evidence.status != entry.status, evidence.date not in dates)
        ranks.append((step not in steps, *worse, heard[evidence.outlet], at))
        steps.discard(step)
        heard[evidence.outlet] += not any(worse)
    return tuple(entry.evidence[at] for at in sorted(at for *_, at in sorted(ranks)[:limit]))


def _in_sentence(article: Article, evidence: Evidence) -> Told:
    texts = (article.title, *(block.text for block in article.blocks))
    text = texts[evidence.block + 1] if evidence.block + 1 < len(texts) else ""
    if text[evidence.start : evidence.end] != evidence.text:
        # A newer text of the article came in, and the chronicle could not be brought up to it.
        return Told(evidence, article.title, article.url, evidence.text, 0, len(evidence.text))
    spans = [span for span in sentences(text) if span.start < evidence.end and evidence.start < span.end]
    first = min((span.start for span in spans), default=evidence.start)
    last = max((span.end for span in spans), default=evidence.end)
    start, end = evidence.start - first, evidence.end - first
    return Told(evidence, article.title, article.url, text[first:last], start, end)
