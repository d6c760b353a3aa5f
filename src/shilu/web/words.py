"""Codes of events and comparisons in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shilu.web.languages import message

if TYPE_CHECKING:
    from shilu.chronicle.comparison.records import Section

TYPES = {
    "AGREE": message("agreement"),
    "CONSULT": message("encounter"),
    "SUPPORT": message("support"),
    "CONCEDE": message("concession"),
    "COOPERATE": message("cooperation"),
    "AID": message("aid"),
    "RETREAT": message("retreat"),
    "REQUEST": message("demand"),
    "ACCUSE": message("accusation"),
    "REJECT": message("rejection"),
    "THREATEN": message("threat"),
    "PROTEST": message("protest"),
    "SANCTION": message("sanction"),
    "MOBILIZE": message("mobilization"),
    "COERCE": message("coercion"),
    "ASSAULT": message("assault"),
}
FORMS = {
    "meeting": message("meeting"),
    "talks": message("talks"),
    "call": message("call"),
    "visit": message("visit"),
    "summit": message("summit"),
    "multilateral": message("multilateral meeting"),
    "letter": message("letter"),
}
STATUSES = {
    "happened": message("happened"),
    "planned": message("planned"),
    "expected": message("expected"),
    "proposed": message("proposed"),
    "cancelled": message("cancelled"),
    "denied": message("denied"),
}
SIGNS = {"happened": "●", "planned": "◐", "expected": "○", "proposed": "◇", "cancelled": "✕", "denied": "⊘"}
"""A sign for each status, to be told without colours."""
POINTS = {
    "date": message("date"),
    "place": message("place"),
    "parties": message("participants"),
    "duration": message("duration"),
    "status": message("status"),
}

SECTIONS: dict[Section, str] = {
    "quoted": message("Who is quoted"),
    "source": message("Sources relied on"),
    "event": message("Events"),
    "figure": message("Figures"),
    "person": message("People"),
    "org": message("Organisations"),
    "place": message("Places"),
}
SOURCES = {
    "official": message("officials"),
    "expert": message("experts"),
    "media": message("other media"),
    "unnamed": message("nobody by name"),
}
PROBLEMS = {
    "empty": message("no text at all"),
    "too-large": message("too large to be read"),
    "binary": message("no text, but binary data"),
    "not-utf-8": message("in another encoding than UTF-8"),
    "undecodable": message("characters that could not be decoded"),
    "characters-lost-before": message("characters were lost before collection"),
    "front-matter-broken": message("the head of the file is broken"),
    "unreadable": message("the file could not be opened"),
    "unreadable-folder": message("the folder could not be listed"),
    "directory-loop": message("a folder that was entered before by another path"),
    "not-a-file": message("no regular file"),
    "lfs-pointer": message("only a pointer to the text, which lies in Git LFS"),
    "broken-object": message("a git object is missing or damaged"),
    "broken-history": message("a part of the git history cannot be read"),
    "reader-crashed": message("the process that read it ended"),
    "reader-failed": message("reading it raised an error"),
    "title-missing": message("no headline"),
    "body-missing": message("no text besides pictures"),
    "truncated": message("the feed gave only the beginning"),
    "feed-time-missing": message("the feed gave no time"),
    "feed-time-in-future": message("the feed's time lies after the collection"),
    "feed-time-late": message("the feed gave it weeks after its own time"),
    "feed-time-zone": message("the feed gives its hours in a wrong zone"),
    "published-unknown": message("no evidence but the day of collection"),
    "published-missing": message("no evidence of the time"),
    "namesake": message("a name that several people bear"),
    "quotation-mark-unclosed": message("a quotation mark that nothing closes"),
    "step-failed": message("one step of the reading raised an error"),
}
"""The codes of docs/problems.md."""
KINDS_OF_SOURCES = {"file": message("file"), "folder": message("folder"), "git": message("git repository")}
FIELDS = {
    "source": message("source"),
    "title": message("headline"),
    "blocks": message("text"),
    "published": message("time of publication"),
    "people": message("people"),
    "names": message("names"),
    "times": message("times"),
    "quotations": message("quotations"),
    "events": message("events"),
    "reading": message("reading"),
}
"""What a problem concerns."""
CONTEXTS = {
    "diplomatic": message("diplomacy"),
    "military": message("the military"),
    "intelligence": message("intelligence"),
    "executive": message("government"),
    "legislative": message("legislation"),
    "election": message("elections"),
    "political": message("politics"),
    "judicial": message("the courts"),
    "peacekeeping": message("peacekeeping"),
    "civil_rights": message("civil rights"),
    "human_rights": message("human rights"),
    "religious": message("religion"),
    "economic": message("the economy"),
    "trade": message("trade"),
    "technology": message("technology"),
    "cyber": message("cyberspace"),
    "energy": message("energy"),
    "nuclear": message("nuclear matters"),
    "weapons": message("weapons"),
    "environment": message("the environment"),
    "health": message("health"),
    "disaster": message("disaster"),
    "aid": message("aid"),
    "migration": message("migration"),
    "territory": message("territory"),
    "crime": message("crime"),
    "corruption": message("corruption"),
    "media": message("the media"),
    "education": message("education"),
    "gender": message("gender"),
    "labor": message("labour"),
    "terrorism": message("terrorism"),
}
"""What an event is about, as PLOVER has it."""


def kind(type_: str, form: str | None) -> str:
    """What an event is, as a text of the interface."""
    return FORMS.get(form or "") or TYPES.get(type_, type_)
