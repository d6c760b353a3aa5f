"""One entry of the chronicle: every sentence by outlet, how its status changed, and where the accounts differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import replace

from shilu.chronicle.entries.finding import entry as find_entry
from shilu.chronicle.entries.formats import headline
from shilu.records import Entry, Evidence
from shilu.text.sentences import sentences
from shilu.web.page import FeedItem, Page

if TYPE_CHECKING:
    from shilu.records import Article
    from shilu.web.page import Asked

_STATUSES = {"cancelled": "EventCancelled", "planned": "EventScheduled"}
"""Those that schema.org has words for."""


class Telling(msgspec.Struct, frozen=True):
    """The sentence that tells it."""

    evidence: Evidence
    sentence: str
    marks: tuple[tuple[int, int], ...]
    """Where in the sentence."""
    again: tuple[Evidence, ...] = ()
    """Where the outlet has the same sentence again."""


class Account(msgspec.Struct, frozen=True):
    """What one outlet tells."""

    outlet: str
    tellings: tuple[Telling, ...]


class Shown(msgspec.Struct, frozen=True):
    """One deed with all its accounts."""

    entry: Entry
    headline: str
    accounts: tuple[Account, ...]
    outlet: str = ""
    """The outlet of which every sentence is asked for; the others are left out then."""


def entry(asked: Asked) -> Page:
    """The page of one entry."""
    found = find_entry(asked.archive, asked.ident)
    articles = {one.id: one for one in asked.archive.articles(list(found.articles))}
    by_outlet: dict[str, dict[tuple[object, ...], list[Telling]]] = {}
    for evidence in found.evidence:
        told = _telling(evidence, articles.get(evidence.article))
        key = (told.sentence, told.marks, evidence.status, evidence.date, evidence.place, evidence.claimed_by)
        by_outlet.setdefault(evidence.outlet, {}).setdefault(key, []).append(told)
    only = asked.params.get("outlet", "")
    if only not in by_outlet:
        only = ""
    accounts = tuple(
        Account(
            outlet, tuple(replace(one, again=tuple(more.evidence for more in rest)) for one, *rest in alike.values())
        )
        for outlet, alike in by_outlet.items()
        if only in ("", outlet)
    )
    title = "、".join(party.name for party in (*found.actors, *found.recipients))
    # One place may tell of a deed twice: as planned, and as done.
    places = {(one.article, one.block, one.start, one.end): one for one in found.evidence}
    feed = [
        FeedItem(f"/article/{at[0]}#b{at[1]}", one.text, one.published, one.text, one.outlet, part=f"-{at[2]}-{at[3]}")
        for at, one in places.items()
    ]
    data = Shown(found, title, accounts, only)
    return Page("entry.html", title, data, feed=feed, linked=linked(found), printed=found)


def _telling(evidence: Evidence, article: Article | None) -> Telling:
    """The whole sentence, where the article still has it there."""
    text = ""
    if article and evidence.block < len(article.blocks):
        text = article.title if evidence.block < 0 else article.blocks[evidence.block].text
    if text[evidence.start : evidence.end] != evidence.text:
        return Telling(evidence, evidence.text, ())
    start, end = evidence.start, evidence.end
    for sentence in sentences(text):
        if sentence.start < evidence.end and evidence.start < sentence.end:
            start, end = min(start, sentence.start), max(end, sentence.end)
    return Telling(evidence, text[start:end], ((evidence.start - start, evidence.end - start),))


def linked(entry: Entry) -> dict[str, Any]:
    """The entry in the words of schema.org."""
    status = _STATUSES.get(entry.status)
    fields = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": headline(entry),
        "identifier": entry.id,
        "startDate": (entry.date or "").partition("/")[0],
        "endDate": (entry.date or "").partition("/")[2],
        "location": entry.place and {"@type": "Place", "name": entry.place},
        "attendee": [
            {"@type": "Person" if party.id.startswith(("p.", "x.person.")) else "Organization", "name": party.name}
            for party in entry.parties
        ],
        "eventStatus": status and f"https://schema.org/{status}",
        "subjectOf": [{"@type": "NewsArticle", "identifier": article} for article in entry.articles],
    }
    return {key: value for key, value in fields.items() if value}
