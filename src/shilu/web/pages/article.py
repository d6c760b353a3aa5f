"""An article: its text with what was read in it marked, the evidence of its time, its snapshots, copies and entries."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import msgspec

from shilu.archive.revisions import Revision, Sighting
from shilu.chronicle.copying import copies_of
from shilu.chronicle.entries.finding import told_by
from shilu.chronicle.stories.listing import Brief, briefs_of
from shilu.chronicle.stories.passages import Told, told_in
from shilu.errors import NotFound
from shilu.reading.contract import contract
from shilu.records import Article, Entry, Quotation, Reading
from shilu.web.addresses import address, entity_address, shortened, web_address
from shilu.web.marks import Mark
from shilu.web.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from shilu.records import Entity
    from shilu.web.page import Asked

_TITLE = -1
Place: TypeAlias = tuple[int, int, int]
"""Block, start and end."""


class Legend(msgspec.Struct, frozen=True):
    """A kind of mark, and how many there are."""

    kind: str
    count: int


class Text(msgspec.Struct, frozen=True):
    """A block with its marks."""

    kind: str
    text: str
    marks: tuple[Mark, ...]
    image: str = ""
    """The address of the picture that it is the caption of."""


class CopyLine(msgspec.Struct, frozen=True):
    """Another article of the same text."""

    id: str
    title: str
    outlet: str
    published: str | None
    kind: str
    """What it is to the first of them; ``first`` for that one."""


class Shown(msgspec.Struct, frozen=True):
    """What the template shows; the ``.json`` address prints the reading contract instead."""

    article: Article
    reading: Reading | None
    revision: Revision
    revisions: tuple[Revision, ...]
    sightings: tuple[Sighting, ...]
    copies: tuple[CopyLine, ...]
    story: Brief | None
    tells: tuple[Told, ...]
    """Stories that parts of it tell, where it is a digest."""
    entries: tuple[Entry, ...]
    """What the article tells of, in the chronicle."""
    quotations: tuple[Quotation, ...]
    """Those that stand in no other of the same speaker."""
    title_marks: tuple[Mark, ...]
    blocks: tuple[Text, ...]
    legend: tuple[Legend, ...]
    pictures: tuple[str, ...]
    """The addresses of pictures without a caption in the text."""
    images: bool
    """Whether the reader has asked to see pictures, which are not stored."""


def article(asked: Asked) -> Page:
    """One article, in its current revision or the one asked for."""
    ident = asked.archive.find(asked.ident)
    revisions = asked.archive.revisions(ident)
    chosen = _chosen(asked, revisions)
    reading = asked.archive.reading(ident) if chosen.current else None
    shown = _shown(asked, chosen, revisions, reading)
    return Page(
        "article.html",
        chosen.article.title or asked.t("Untitled"),
        shown,
        linked=linked(chosen.article),
        printed=contract(chosen.article, reading),
        remote_images=shown.images,
    )


def _chosen(asked: Asked, revisions: list[Revision]) -> Revision:
    number = asked.text("revision")
    for revision in revisions:
        if str(revision.number) == number or (not number and revision.current):
            return revision
    raise NotFound(f"there is no revision {number}")


def _shown(asked: Asked, chosen: Revision, revisions: list[Revision], reading: Reading | None) -> Shown:
    ident = chosen.article.id
    entries = told_by(asked.archive, ident)
    by_block: dict[int, list[Mark]] = {}
    counts: dict[str, int] = {}
    for block, mark in _marks(reading, _told_at(entries, ident)) if reading else ():
        by_block.setdefault(block, []).append(mark)
        counts[mark.kind] = counts.get(mark.kind, 0) + 1
    captioned, pictures = _pictures(chosen.article)
    kinds = ("person", "org", "place", "time", "quotation", "event")
    return Shown(
        article=chosen.article,
        reading=reading,
        revision=chosen,
        revisions=tuple(revisions),
        sightings=tuple(asked.archive.sightings(ident)),
        copies=_copies(asked, ident),
        story=briefs_of(asked.archive.db, [ident]).get(ident),
        tells=told_in(asked.archive.db, ident) if chosen.current else (),
        entries=tuple(entries),
        quotations=_outer(reading.quotations) if reading else (),
        title_marks=tuple(by_block.get(_TITLE, ())),
        blocks=tuple(
            Text(block.kind, block.text, tuple(by_block.get(number, ())), captioned.get(number, ""))
            for number, block in enumerate(chosen.article.blocks)
        ),
        legend=tuple(Legend(kind, counts[kind]) for kind in kinds if kind in counts),
        pictures=pictures,
        images=asked.text("images") == "1",
    )


def _pictures(article: Article) -> tuple[dict[int, str], tuple[str, ...]]:
    """The address of each caption's picture, and those of pictures that have no caption in the text."""
    captions: dict[str, list[int]] = {}
    for number, block in enumerate(article.blocks):
        if block.kind == "caption":
            captions.setdefault(block.text, []).append(number)
    captioned: dict[int, str] = {}
    others: dict[str, None] = {}
    for image in article.images:
        href = web_address(image.url)
        numbers = captions.get(image.caption or "")
        if href and numbers:
            captioned[numbers.pop(0)] = href
        elif href:
            others[href] = None
    return captioned, tuple(others)


def _told_at(entries: Sequence[Entry], article: str) -> dict[Place, str]:
    """The entry that each place of the article tells of."""
    return {
        (told.block, told.start, told.end): entry.id
        for entry in entries
        for told in entry.evidence
        if told.article == article
    }


def _copies(asked: Asked, ident: str) -> tuple[CopyLine, ...]:
    """The articles of the same text, the first of them first."""
    known = copies_of(asked.archive.db, ident)
    kinds = {copy.article: copy.kind for copy in known} | {copy.first: "first" for copy in known}
    kinds.pop(ident, None)
    found = [
        CopyLine(one.id, one.title, one.outlet, one.published, kinds[one.id])
        for one in asked.archive.articles(list(kinds))
    ]
    return tuple(sorted(found, key=lambda line: (line.kind != "first", line.published or "", line.id)))


def _outer(quotations: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """The statements without those quoted word for word inside of another of the same speaker."""
    return tuple(
        one
        for one in quotations
        if not any(
            other is not one
            and other.block == one.block
            and other.speaker == one.speaker
            and other.start <= one.start
            and one.end <= other.end
            and other.end - other.start > one.end - one.start
            for other in quotations
        )
    )


def _marks(reading: Reading, entries: Mapping[Place, str]) -> Iterator[tuple[int, Mark]]:
    """Everything that was read, as marks of its block."""
    for entity in (*reading.people, *reading.orgs, *reading.places):
        href, title = shortened(entity_address(entity)), _told(entity)
        for at in entity.mentions:
            yield at.block, Mark(entity.kind, at.start, at.end, href, title)
            title = ""  # said once: it is in the margin, too, and long articles have thousands of marks
    for time in reading.times:
        yield time.block, Mark("time", time.start, time.end, title=time.value or "")
    for said in reading.quotations:
        yield said.block, Mark("quotation", said.start, said.end, title=said.speaker or said.speaker_text or "")
    for event in reading.events:
        entry = entries.get((event.block, event.start, event.end))
        title = " ".join(filter(None, (event.type, event.form)))
        yield event.block, Mark("event", event.start, event.end, address("entry", entry) if entry else "", title)


def _told(entity: Entity) -> str:
    """Name and role in a line, for who points at a mark."""
    return " · ".join(part for part in (entity.name, entity.role) if part)


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
