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


def kind(type_: str, form: str | None) -> str:
    """What an event is, as a text of the interface."""
    return FORMS.get(form or "") or TYPES.get(type_, type_)
