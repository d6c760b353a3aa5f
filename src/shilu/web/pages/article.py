"""An article: its text with what was read in it marked, the evidence of its time, its snapshots and revisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from shilu.archive.revisions import Revision, Sighting
from shilu.errors import NotFound
from shilu.reading.contract import contract
from shilu.records import Article, Reading
from shilu.web.addresses import entity_address
from shilu.web.marks import Mark
from shilu.web.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from shilu.records import Entity
    from shilu.web.page import Asked

_TITLE = -1


class Legend(msgspec.Struct, frozen=True):
    """A kind of mark, and how many there are."""

    kind: str
    count: int


class Text(msgspec.Struct, frozen=True):
    """A block with its marks."""

    kind: str
    text: str
    marks: tuple[Mark, ...]


class Shown(msgspec.Struct, frozen=True):
    """What the template shows; the ``.json`` address prints the reading contract instead."""

    article: Article
    reading: Reading | None
    revision: Revision
    revisions: tuple[Revision, ...]
    sightings: tuple[Sighting, ...]
    title_marks: tuple[Mark, ...]
    blocks: tuple[Text, ...]
    legend: tuple[Legend, ...]


class Line(msgspec.Struct, frozen=True):
    """A line of a diff."""

    sign: str
    text: str


class Changes(msgspec.Struct, frozen=True):
    """How two revisions differ."""

    id: str
    title: str
    old: int
    new: int
    revisions: tuple[tuple[int, str], ...]
    """Number and time of each."""
    lines: tuple[Line, ...]


def article(asked: Asked) -> Page:
    """One article, in its current revision or the one asked for."""
    ident = asked.archive.find(asked.ident)
    revisions = asked.archive.revisions(ident)
    chosen = _chosen(asked, revisions)
    reading = asked.archive.reading(ident) if chosen.current else None
    shown = _shown(chosen, revisions, tuple(asked.archive.sightings(ident)), reading)
    return Page(
        "article.html",
        chosen.article.title or asked.t("Untitled"),
        shown,
        linked=linked(chosen.article),
        printed=contract(chosen.article, reading),
    )


def _chosen(asked: Asked, revisions: list[Revision]) -> Revision:
    number = asked.text("revision")
    for revision in revisions:
        if str(revision.number) == number or (not number and revision.current):
            return revision
    raise NotFound(f"there is no revision {number}")


def _shown(
    chosen: Revision, revisions: list[Revision], sightings: tuple[Sighting, ...], reading: Reading | None
) -> Shown:
    by_block: dict[int, list[Mark]] = {}
    counts: dict[str, int] = {}
    for block, mark in _marks(reading) if reading else ():
        by_block.setdefault(block, []).append(mark)
        counts[mark.kind] = counts.get(mark.kind, 0) + 1
    kinds = ("person", "org", "place", "time", "quotation", "event")
    return Shown(
        article=chosen.article,
        reading=reading,
        revision=chosen,
        revisions=tuple(revisions),
        sightings=sightings,
        title_marks=tuple(by_block.get(_TITLE, ())),
        blocks=tuple(
            Text(block.kind, block.text, tuple(by_block.get(number, ())))
            for number, block in enumerate(chosen.article.blocks)
        ),
        legend=tuple(Legend(kind, counts[kind]) for kind in kinds if kind in counts),
    )


def _marks(reading: Reading) -> Iterator[tuple[int, Mark]]:
    """Everything that was read, as marks of its block."""
    for entity in (*reading.people, *reading.orgs, *reading.places):
        href, title = entity_address(entity), _told(entity)
        for at in entity.mentions:
            yield at.block, Mark(entity.kind, at.start, at.end, href, title)
    for time in reading.times:
        yield time.block, Mark("time", time.start, time.end, title=time.value or "")
    for said in reading.quotations:
        yield said.block, Mark("quotation", said.start, said.end, title=said.speaker or said.speaker_text or "")
    for event in reading.events:
        yield event.block, Mark("event", event.start, event.end, title=f"{event.type} {event.form or ''}".strip())


def _told(entity: Entity) -> str:
    """Name and role in a line, for who points at a mark."""
    return " · ".join(part for part in (entity.name, entity.role) if part)


def changes(asked: Asked) -> Page:
    """What changed between two revisions: the last two, where nothing else is asked for."""
    ident = asked.archive.find(asked.ident)
    revisions = asked.archive.revisions(ident)
    last = revisions[-1].number
    old, new = asked.number("old", max(last - 1, 1), 10**6), asked.number("new", last, 10**6)
    lines = asked.archive.diff(ident, old, new) if old != new else []
    data = Changes(
        id=ident,
        title=revisions[-1].article.title,
        old=old,
        new=new,
        revisions=tuple((revision.number, revision.at) for revision in revisions),
        lines=tuple(Line(line[:1], line[1:]) for line in lines[2:]),
    )
    return Page("changes.html", asked.t("Revisions"), data)


def linked(article: Article) -> dict[str, Any]:
    """The article in the words of schema.org."""
    found = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title,
        "identifier": article.id,
        "url": article.url,
        "datePublished": article.published,
        "inLanguage": f"{article.language}-{article.script}",
        "publisher": {"@type": "NewsMediaOrganization", "name": article.outlet},
        "author": [{"@type": "Person", "name": credit.name} for credit in article.credits],
        "contentLocation": article.dateline and {"@type": "Place", "name": article.dateline.place},
    }
    return {key: value for key, value in found.items() if value}
