"""Finding statements: by speaker, subject, channel, time, outlet and words; each once, with all who tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from shilu.archive.quotations.conditions import Asked, Kind, Wanted, asked
from shilu.archive.quotations.rows import sentence
from shilu.archive.values import many
from shilu.text.sentences import Span, sentences

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from shilu.archive.store import Archive
    from shilu.knowledge import Authority
    from shilu.records import Article

_NEWEST = "ORDER BY moment DESC, id DESC"
_TELLINGS = """
    SELECT quotations.*, published, title, url FROM quotations JOIN articles ON articles.id = article
    WHERE statement IN (SELECT value FROM json_each(?)) ORDER BY moment, quotations.id
"""


class Telling(msgspec.Struct, frozen=True):
    """A statement as one article tells it."""

    article: str
    outlet: str
    published: str | None
    title: str
    url: str | None
    kind: Kind
    text: str
    """The words of the quotation: ``sentence[at[0]:at[1]]``."""
    sentence: str
    """The sentence (or sentences) around it."""
    at: tuple[int, int]
    speaker: str | None
    speaker_text: str | None
    cue: str | None
    via: str | None
    within: str | None
    rule: str
    found_by: str
    block: int
    start: int
    end: int
    ends_block: bool
    """Whether no sentence of its block follows."""

    @property
    def sentence_start(self) -> int:
        """Where its sentence begins in the block."""
        return self.start - self.at[0]

    @property
    def sentence_end(self) -> int:
        """Where its sentence ends."""
        return self.sentence_start + len(self.sentence)


class Statement(msgspec.Struct, frozen=True):
    """What somebody said, with every article that tells it."""

    id: int
    speaker: str | None
    """The fullest name that one of the tellings gives; None where no source has a name."""
    speaker_id: str | None
    shown: Telling
    """The telling that was asked for; of several the newest, and of one article's the longest."""
    outlets: tuple[str, ...]
    """Who report it, the first first."""
    tellings: tuple[Telling, ...]
    """By time."""


class Found(msgspec.Struct, frozen=True):
    """The answer."""

    total: int
    statements: tuple[Statement, ...]


def find(archive: Archive, authority: Authority, wanted: Wanted, *, limit: int = 20, offset: int = 0) -> Found:
    """The statements that are asked for, the newest first; ``limit`` 0 means all.

    Raises:
        NotFound: where nobody of that name, no such channel or no such outlet is quoted; carries close matches.
        QueryError: where the query or a date cannot be read.
    """
    question = asked(archive.db, authority, wanted)
    last = offset + limit if limit else None
    total, chosen = (_counted if question.by_words else _streamed)(archive.db, question, last)
    window = dict(list(chosen.items())[offset:last])
    return Found(total, tuple(_statements(archive, window, wanted.kind)))


def _streamed(db: sqlite3.Connection, question: Asked, last: int | None) -> tuple[int, dict[int, int]]:
    """How many statements there are, and the first of them, each with a quotation: an index has them in order."""
    total = db.execute(f"SELECT count(DISTINCT statement) {question.rows}", question.values).fetchone()[0]
    chosen: dict[int, int] = {}
    for ident, statement in db.execute(f"SELECT id, statement {question.rows} {_NEWEST}", question.values):
        if len(chosen) == last and statement not in chosen:
            break
        chosen.setdefault(statement, ident)
    return int(total), chosen


def _counted(db: sqlite3.Connection, question: Asked, _: int | None) -> tuple[int, dict[int, int]]:
    """The same where all have to be gone through once to find which are the newest."""
    chosen: dict[int, int] = {}
    for ident, statement in db.execute(f"SELECT id, statement {question.rows} {_NEWEST}", question.values):
        chosen.setdefault(statement, ident)
    return len(chosen), chosen


def _statements(archive: Archive, chosen: dict[int, int], kind: Kind | None) -> Iterator[Statement]:
    """The statements in the order of the choice; ``chosen`` gives for each a quotation that is asked for."""
    rows: dict[int, list[sqlite3.Row]] = {}
    for row in archive.db.execute(_TELLINGS, (many(chosen),)):
        rows.setdefault(row["statement"], []).append(row)
    articles = {one.id: one for one in archive.articles([row["article"] for told in rows.values() for row in told])}
    cut = _Cutter(articles)
    for statement, ident in chosen.items():
        told = rows[statement]
        matched = next(row for row in told if row["id"] == ident)
        same = (row for row in told if row["article"] == matched["article"] and row["kind"] in (kind, row["kind"]))
        shown = max(same, key=lambda row: (kind is None or row["kind"] == kind, len(row["text"])))
        names = [row["speaker"] for row in told if row["speaker"]]
        yield Statement(
            id=statement,
            speaker=max(names, key=len, default=None),
            speaker_id=matched["speaker_id"],
            shown=cut.telling(shown),
            outlets=tuple(dict.fromkeys(row["outlet"] for row in told)),
            tellings=tuple(map(cut.telling, told)),
        )


class _Cutter:
    """Cuts tellings with their sentences from articles; a block's sentences are found once."""

    def __init__(self, articles: dict[str, Article]) -> None:
        self._articles = articles
        self._spans: dict[tuple[str, int], list[Span]] = {}

    def telling(self, row: sqlite3.Row) -> Telling:
        """A telling from its row."""
        place = (row["article"], row["block"])
        text = self._articles[row["article"]].blocks[row["block"]].text
        if place not in self._spans:
            self._spans[place] = sentences(text)
        around = sentence(self._spans[place], row["start"], row["end"])
        own = {name: row[name] for name in _OWN}
        at = (row["start"] - around.start, row["end"] - around.start)
        ends = around.end >= self._spans[place][-1].end
        return Telling(**own, sentence=text[around.start : around.end], at=at, ends_block=ends)


_OWN = tuple(name for name in Telling.__struct_fields__ if name not in ("sentence", "at", "ends_block"))
