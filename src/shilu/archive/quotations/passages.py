"""Statements as they are read: what somebody says in sentences on end is one passage, shown once.

A speech of four sentences is four statements, each of which other outlets may tell by itself; the answer to a question
shows those that stand together in one article as one stretch of it, with what was asked for marked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from shilu.archive.quotations.finding import Statement, Telling

_LONGEST = 500
"""Characters of a passage to which another sentence is joined: an interview is not shown whole."""
_BLANK = 1
"""Between two sentences of a block stands no more than a space."""


class Passage(msgspec.Struct, frozen=True):
    """Sentences of an article that follow each other, with what is said in them."""

    tellings: tuple[Telling, ...]
    """In reading order."""
    text: str
    marks: tuple[tuple[int, int], ...]
    """Where the words stand in the text; none in another."""

    @property
    def first(self) -> Telling:
        """The telling it begins with."""
        return self.tellings[0]

    @property
    def apart(self) -> tuple[Telling, ...]:
        """Those that stand in no other."""
        return tuple(
            one
            for nth, one in enumerate(self.tellings)
            if not any(one.block == other.block and one.end <= other.end for other in self.tellings[:nth])
        )

    @property
    def ways(self) -> tuple[str, ...]:
        """Through what the words came."""
        return tuple(dict.fromkeys(telling.via for telling in self.tellings if telling.via))


class Said(msgspec.Struct, frozen=True):
    """What somebody, or some together, said in one go."""

    statements: tuple[Statement, ...]
    speakers: tuple[tuple[str | None, str | None], ...]
    """Names and ids."""
    outlets: tuple[str, ...]
    """Who report any of it."""
    shown: Passage
    accounts: tuple[Passage, ...]
    """As each article tells it, by time."""


def said(statements: Sequence[Statement]) -> list[Said]:
    """The statements put together, by the place of the first of each."""
    groups: list[list[Statement]] = []
    for speeches in _by_speech(statements):
        for one in sorted(speeches, key=lambda each: (each.shown.block, each.shown.start, -each.shown.end)):
            told = [each.shown for each in groups[-1]] if groups and groups[-1][0] in speeches else []
            if told and _goes_on(told, one.shown):
                groups[-1].append(one)
            else:
                groups.append([one])
    order = {one.id: nth for nth, one in enumerate(statements)}
    groups.sort(key=lambda group: min(order[one.id] for one in group))
    return [_said(group) for group in _joint(groups)]


def passages(tellings: Iterable[Telling]) -> list[Passage]:
    """Tellings put together where they follow each other in an article; the articles in the order given."""
    by_article: dict[str, list[Telling]] = {}
    for telling in tellings:
        by_article.setdefault(telling.article, []).append(telling)
    groups: list[list[Telling]] = []
    for told in by_article.values():
        for nth, telling in enumerate(sorted(told, key=lambda each: (each.block, each.start, -each.end))):
            if nth and _goes_on(groups[-1], telling):
                groups[-1].append(telling)
            else:
                groups.append([telling])
    return [_passage(group) for group in groups]


def _by_speech(statements: Sequence[Statement]) -> Iterator[list[Statement]]:
    """Statements with one speaker whose shown tellings stand in one article."""
    found: dict[tuple[str, str | None], list[Statement]] = {}
    for one in statements:
        speaker = one.speaker_id or one.speaker or one.shown.speaker_text
        found.setdefault((one.shown.article, speaker), []).append(one)
    yield from found.values()


def _goes_on(told: Sequence[Telling], telling: Telling) -> bool:
    """Whether a telling stands in the last sentence of those before it, or in the one behind."""
    last = max(told, key=lambda each: (each.block, each.sentence_end))
    if telling.block == last.block and telling.sentence_start < last.sentence_end:
        return True
    if sum(len(text) for text in {each.sentence for each in told}) + len(telling.sentence) > _LONGEST:
        return False
    if telling.block == last.block:
        return telling.sentence_start - last.sentence_end <= _BLANK
    return telling.block == last.block + 1 and last.ends_block and telling.sentence_start == 0


def _joint(groups: Iterable[list[Statement]]) -> list[list[Statement]]:
    """Those of several speakers who say the same together as one."""
    found: dict[tuple[tuple[str, int, int, int], ...], list[Statement]] = {}
    for group in groups:
        places = ((one.shown.article, one.shown.block, one.shown.start, one.shown.end) for one in group)
        found.setdefault(tuple(places), []).extend(group)
    return list(found.values())


def _said(group: Sequence[Statement]) -> Said:
    tellings = {
        (each.article, each.block, each.start, each.end): each
        for each in sorted((each for one in group for each in one.tellings), key=lambda each: each.published or "")
    }
    return Said(
        statements=tuple(group),
        speakers=tuple(dict.fromkeys((one.speaker, one.speaker_id) for one in group)),
        outlets=tuple(dict.fromkeys(outlet for one in group for outlet in one.outlets)),
        shown=passages(one.shown for one in group)[0],
        accounts=tuple(passages(tellings.values())),
    )


def _passage(group: Sequence[Telling]) -> Passage:
    text = ""
    marks: list[tuple[int, int]] = []
    block, until = -1, 0
    for telling in group:
        if telling.block != block or telling.sentence_end > until:
            same = telling.block == block
            new = telling.sentence[max(0, until - telling.sentence_start) :] if same else telling.sentence
            apart = bool(text) and (not same or telling.sentence_start > until)
            text += (" " if apart else "") + new
            block, until = telling.block, telling.sentence_end
        low, high = (len(text) - until + place for place in (telling.start, telling.end))
        if marks and low < marks[-1][1]:
            low = marks[-1][0]
            high = max(high, marks.pop()[1])
        marks.append((low, high))
    return Passage(tuple(group), text, tuple(marks))
