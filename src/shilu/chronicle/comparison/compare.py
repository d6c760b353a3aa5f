"""A story as each outlet told it."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, TypeAlias, get_args

import msgspec

from shilu.archive import readings
from shilu.archive.outlets import is_meant
from shilu.chronicle.comparison.deeds import deeds
from shilu.chronicle.comparison.records import (
    Cell,
    Comparison,
    Marked,
    Row,
    Section,
    Sentence,
    Timing,
    Variant,
    Wording,
)
from shilu.chronicle.comparison.telling import Mark, folded, marks, sentence_at, text_of, texts
from shilu.chronicle.comparison.wording import choices, cut
from shilu.chronicle.entries.finding import decoded
from shilu.chronicle.hours import hour_of
from shilu.chronicle.keyness import SHOWN, set_apart
from shilu.chronicle.stories.listing import identified
from shilu.errors import NotFound
from shilu.knowledge import authority
from shilu.reading.quotations.cues import cues
from shilu.records import Article, Reading
from shilu.text.script import fold, simplify

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Iterator

    from shilu.archive.store import Archive

_article = msgspec.json.Decoder(Article).decode
_reading = msgspec.json.Decoder(Reading).decode

_LOOKED_AT = 3 * SHOWN
_SAYS = frozenset({"state", "judge"})
"""Kinds of cues that only say that somebody speaks; to 谴责 or 警告 is a choice."""
_TRADE = frozenset({"记者", "外电", "编译", "综合", "专电", "消息", "新闻", "媒体"})
"""What reports call themselves, and those who make them."""
_TOLD = """
    SELECT revisions.record AS article, readings.record AS reading, readings.words,
        coalesce(copies.first, articles.id) AS text
    FROM story_articles JOIN articles ON articles.id = story_articles.article
    JOIN revisions ON revisions.id = articles.revision
    LEFT JOIN readings ON readings.article = articles.id AND readings.revision = articles.revision
    LEFT JOIN copies ON copies.article = articles.id
    WHERE story = ? ORDER BY hour, articles.id
"""
_ENTRIES = """
    SELECT DISTINCT id, record FROM entries JOIN entry_articles ON entry = id
    JOIN story_articles USING (article) WHERE story = ? ORDER BY sources DESC, id
"""


class _Telling(msgspec.Struct, frozen=True):
    """An article of the story with its reading."""

    article: Article
    reading: Reading | None
    words: str | None
    """As its reading has them."""


def compare(archive: Archive, ident: str, outlets: Collection[str] = ()) -> Comparison:
    """Compare how the outlets of a story tell it.

    Args:
        archive: The archive.
        ident: The story's id, or a unique beginning of one.
        outlets: Only outlets whose names contain one of these, in either script, or whose readers are called so (rfa);
            all where none are given.

    Raises:
        NotFound: where there is no such story, or it has no such outlet.
    """
    ident = identified(archive.db, ident)
    label = archive.db.execute("SELECT label FROM stories WHERE id = ?", (ident,)).fetchone()[0]
    told = _told(archive.db, ident, outlets)
    order = tuple(dict.fromkeys(one.article.outlet for one in told))
    collected = _Collected(told, order)
    for one in told:
        for mark in marks(one.article, one.reading):
            collected.add(one.article, mark)
        for agency in dict.fromkeys(one.article.agencies):
            collected.add(one.article, Mark("source", f"agency: {agency}", agency, *_dateline(one.article, agency)))
    here = {one.article.id: one.article for one in told}
    entries = (decoded(row["record"]) for row in archive.db.execute(_ENTRIES, (ident,)))
    for deed in deeds(entries, authority()):
        for seen in (seen for entry in deed.entries for seen in entry.evidence if seen.article in here):
            mark = Mark("event", deed.key, deed.name, seen.block, seen.start, seen.end)
            collected.add(here[seen.article], mark)
    return Comparison(
        story=ident,
        label=label,
        outlets=order,
        timing=tuple(_timing(told, order)),
        rows=tuple(collected.rows()),
        wording=tuple(_wording(told, order)),
        marked=tuple(_marked(told, order)),
    )


def _told(db: sqlite3.Connection, ident: str, outlets: Collection[str]) -> list[_Telling]:
    """The articles by time; of one text an outlet has only the first."""
    told, seen, passed = [], set(), set()
    for row in db.execute(_TOLD, (ident,)):
        article = _article(row["article"])
        if outlets and not any(is_meant(asked, article.outlet, article.reader) for asked in outlets):
            passed.add(article.outlet)
        elif (article.outlet, row["text"]) not in seen:
            seen.add((article.outlet, row["text"]))
            reading = _reading(row["reading"]) if row["reading"] else None
            told.append(_Telling(article, reading, readings.words(row["words"]) if reading else None))
    if not told:
        raise NotFound(f"no such outlet tells {ident}", close=tuple(sorted(passed)), hint=f"see `shilu story {ident}`")
    return told


_Found: TypeAlias = "dict[str, list[tuple[str, Mark]]]"
"""Of each outlet its marks with their articles."""


class _Collected:
    """Marks by row and outlet."""

    def __init__(self, told: list[_Telling], order: tuple[str, ...]) -> None:
        self._order = order
        self._articles = {one.article.id: one.article for one in told}
        self._found: dict[tuple[Section, str], _Found] = defaultdict(lambda: defaultdict(list))

    def add(self, article: Article, mark: Mark) -> None:
        self._found[mark.section, mark.key][article.outlet].append((article.id, mark))

    def rows(self) -> Iterator[Row]:
        """By section; within it those of most outlets first, then the most frequent."""
        self._join_bare_names()
        made = [self._row(section, key, by_outlet) for (section, key), by_outlet in self._found.items()]
        sections = get_args(Section)

        def order(row: Row) -> tuple[int, int, int, str]:
            return sections.index(row.section), -len(row.cells), -sum(cell.count for cell in row.cells), row.key

        yield from sorted(made, key=order)

    def _join_bare_names(self) -> None:
        """Who is quoted by a bare name is whom the other quotations know by it, where they know one."""
        bearers: dict[str, set[str]] = defaultdict(set)
        for (section, key), by_outlet in self._found.items():
            if section == "quoted":
                for mark in (mark for those in by_outlet.values() for _, mark in those if mark.name != key):
                    bearers[mark.name].add(key)
                bodies = (one.id for one in authority().lookup(key) if one.kind == "org")
                bearers[key].update(body for body in bodies if body != key and ("quoted", body) in self._found)
        for name, keys in bearers.items():
            if len(keys) == 1 and ("quoted", name) in self._found:
                known = self._found["quoted", keys.pop()]
                for outlet, those in self._found.pop(("quoted", name)).items():
                    known[outlet] += those

    def _row(self, section: Section, key: str, by_outlet: _Found) -> Row:
        # 華爾街日報 and 华尔街日报 are one name; beside each other they would look like two papers.
        names = Counter(simplify(mark.name) for those in by_outlet.values() for _, mark in those)
        return Row(
            section=section,
            key=key,
            name=max(names, key=lambda name: (names[name], len(name), name)),
            cells=tuple(
                _cell(outlet, self._articles, by_outlet[outlet]) for outlet in self._order if outlet in by_outlet
            ),
            missing=tuple(outlet for outlet in self._order if outlet not in by_outlet),
        )


def _cell(outlet: str, articles: dict[str, Article], found: list[tuple[str, Mark]]) -> Cell:
    spans: dict[tuple[str, int, int, int], None] = {}
    covered: dict[tuple[str, int], set[int]] = defaultdict(set)
    for ident, mark in found:
        text = text_of(articles[ident], mark.block)
        spans[ident, mark.block, *sentence_at(text, mark.start, mark.end)] = None
        if mark.characters:
            covered[ident, mark.block].update(range(mark.start, mark.end))
    return Cell(
        outlet=outlet,
        count=len({(ident, mark.block, mark.start, mark.end) for ident, mark in found}),
        characters=sum(map(len, covered.values())),
        sentences=tuple(
            Sentence(ident, block, start, end, text_of(articles[ident], block)[start:end])
            for ident, block, start, end in spans
        ),
    )


def _dateline(article: Article, agency: str) -> tuple[int, int, int]:
    """Where an article names the agency it relies on: the first place, else its beginning."""
    for block, text in texts(article).items():
        at = folded(text).find(fold(agency))
        if at >= 0:
            return block, at, at + len(agency)
    return 0, 0, 0


def _timing(told: list[_Telling], order: tuple[str, ...]) -> Iterator[Timing]:
    # A bare day has no hour; that of its collection is enough to sort by, not to count from.
    times = [one.article.published or "" for one in told]
    hours = [hour_of(time, None) if "T" in time else None for time in times]
    begun = min((hour for hour in hours if hour is not None), default=0.0)
    for outlet in order:
        own = [(one.article, hour) for one, hour in zip(told, hours, strict=True) if one.article.outlet == outlet]
        article, hour = own[0]
        after = None if hour is None else round(hour - begun, 1)
        yield Timing(outlet, article.published, after, len(own), article.id, article.title)


def _wording(told: list[_Telling], order: tuple[str, ...]) -> Iterator[Wording]:
    """Subjects for which two or more words are used."""
    found: dict[str, dict[str, _Uses]] = defaultdict(lambda: defaultdict(_Uses))
    for one in told:
        for block, text in texts(one.article).items():
            for subject, word, start, end in choices(folded(text)):
                found[subject][word].add(one.article, block, start, end)
    for subject, words in found.items():
        if len(words) > 1:
            variants = [Variant(word, uses.cells(order)) for word, uses in words.items()]
            variants.sort(key=lambda one: (-sum(cell.count for cell in one.cells), one.word))
            yield Wording(subject, tuple(variants))


def _marked(told: list[_Telling], order: tuple[str, ...]) -> Iterator[Marked]:
    by_outlet: dict[str, list[str]] = defaultdict(list)
    for one in told:
        words = cut(texts(one.article).values()) if one.words is None else one.words
        by_outlet[one.article.outlet].append(words)
    wires = {name for one in told for name in (one.article.outlet, *one.article.agencies)}
    for outlet, terms in set_apart(by_outlet, shown=_LOOKED_AT).items():
        chosen = (one for one in terms if not _is_of_the_trade(one[0], wires))
        for term, score in itertools.islice(chosen, SHOWN):
            uses = _Uses()
            for one in told:
                if one.article.outlet == outlet:
                    for block, text in texts(one.article).items():
                        for start in _occurrences(folded(text), term):
                            uses.add(one.article, block, start, start + len(term))
            yield Marked(outlet, term, score, uses.cells(order)[0])


def _is_of_the_trade(term: str, wires: Collection[str]) -> bool:
    """Whether a word only says who reports, or that somebody said it: 中央社, 记者, 报导."""
    cue = cues().verbs.get(term)
    return (cue is not None and cue.means in _SAYS) or term in _TRADE or any(term in name for name in wires)


class _Uses:
    """Where a word stands."""

    def __init__(self) -> None:
        self._articles: dict[str, Article] = {}
        self._found: dict[str, list[tuple[str, Mark]]] = defaultdict(list)

    def add(self, article: Article, block: int, start: int, end: int) -> None:
        self._articles[article.id] = article
        self._found[article.outlet].append((article.id, Mark("figure", "", "", block, start, end)))

    def cells(self, order: Iterable[str]) -> tuple[Cell, ...]:
        return tuple(_cell(outlet, self._articles, self._found[outlet]) for outlet in order if outlet in self._found)


def _occurrences(text: str, term: str) -> Iterator[int]:
    at = text.find(term)
    while at >= 0:
        yield at
        at = text.find(term, at + len(term))
