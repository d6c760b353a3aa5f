"""Codes of events and comparisons in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from shilu import vocabulary
from shilu.web.languages import message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from shilu.vocabulary import Word


def _english(words: Mapping[Any, Word]) -> dict[str, str]:
    return {code: english for code, (english, _) in words.items()}


TYPES = _english(vocabulary.TYPES)
FORMS = _english(vocabulary.FORMS)
MODES = _english(vocabulary.MODES)
MODES_OF = {of: _english(modes) for of, modes in vocabulary.MODES_OF.items()}
STATUSES = _english(vocabulary.STATUSES)
COPIES = _english(vocabulary.COPIES)
POINTS = _english(vocabulary.POINTS)
KINDS = _english(vocabulary.KINDS)
ORDERS = _english(vocabulary.ORDERS)
STORY_ORDERS = _english(vocabulary.STORY_ORDERS)
SECTIONS = _english(vocabulary.SECTIONS)
SIGNS = {"happened": "●", "planned": "◐", "expected": "○", "proposed": "◇", "cancelled": "✕", "denied": "⊘"}
"""A sign for each status, to be told without colours."""
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


def kind(type_: str, form: str | None, mode: str | None = None) -> str:
    """What an event is, as a text of the interface."""
    code = vocabulary.kind_of(type_, form, mode)
    return FORMS.get(code) or MODES.get(code) or TYPES.get(code, code)
