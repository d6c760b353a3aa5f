"""One entry of the chronicle: every sentence by outlet, how its status changed, and where the accounts differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from shilu.chronicle.entries.formats import headline
from shilu.chronicle.entries.keeping import entry as find_entry
from shilu.web.page import FeedItem, Page

if TYPE_CHECKING:
    from shilu.records import Entry, Evidence
    from shilu.web.page import Asked

_STATUSES = {"cancelled": "EventCancelled", "planned": "EventScheduled"}
"""Those that schema.org has words for."""


class Account(msgspec.Struct, frozen=True):
    """What one outlet tells."""

    outlet: str
    tellings: tuple[Evidence, ...]


class Shown(msgspec.Struct, frozen=True):
    """One deed with all its accounts."""

    entry: Entry
    headline: str
    accounts: tuple[Account, ...]


def entry(asked: Asked) -> Page:
    """The page of one entry."""
    found = find_entry(asked.archive, asked.ident)
    by_outlet: dict[str, list[Evidence]] = {}
    for telling in found.evidence:
        by_outlet.setdefault(telling.outlet, []).append(telling)
    accounts = tuple(Account(outlet, tuple(tellings)) for outlet, tellings in by_outlet.items())
    title = "、".join(party.name for party in found.parties)
    feed = [
        FeedItem(f"/article/{one.article}", one.text, one.published, one.text, one.outlet) for one in found.evidence
    ]
    data = Shown(found, title, accounts)
    return Page("entry.html", title, data, feed=feed, linked=linked(found), printed=found)


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
