"""The strict PLOVER code of an event.

PLOVER codes what is told, not whether it came about: a meeting to come is an agreement to meet, one called off a
refusal to meet. A verdict of guilty, which we keep with trials and sentences, is a
sanction there. Types, quads and the folding of what is to come follow the manual (Open Event Data Alliance, *PLOVER:
Event, Actor and Data Interchange Specification*, chapters "Event Categories" and "Event, Mode, and Context").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from shilu.records import OFF, TO_COME, Plover

if TYPE_CHECKING:
    from shilu.records import Status

QUADS = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), 1),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), 2),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4),
}
"""1 verbal co-operation, 2 material co-operation, 3 verbal conflict, 4 material conflict."""

_MODES = {"visit": "visit", "call": "phone", "multilateral": "multilateral", "summit": "multilateral"}
_AGREED = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
_THREATENED = frozenset({"SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})


def plover(kind: str, form: str | None, mode: str | None, status: Status, *, summons: bool = False) -> Plover:
    """The strict code of an event of that type, form, mode and status; ``summons``: of an ambassador."""
    modes = tuple(m for m in (mode, _MODES.get(form or "")) if m)
    if summons and status == "happened":
        kind, modes = "ACCUSE", ("disapprove",)
    if (kind, mode) == ("COERCE", "convict"):
        kind = "SANCTION"
    if kind == "CONSULT" and status == "proposed":
        kind, modes = "REQUEST", ("meet",)
    elif kind == "CONSULT" and status in OFF:
        kind, modes = "REJECT", ("meet",)
    elif kind in _AGREED and status in TO_COME:
        kind, modes = "AGREE", ()
    elif kind == "RETREAT" and status in TO_COME:
        kind, modes = "CONCEDE", ()
    elif kind in _THREATENED and status in TO_COME:
        kind, modes = "THREATEN", ()
    elif status == "denied":
        kind, modes = "REJECT", ()
    return Plover(type=kind, modes=modes, quad=QUADS[kind])
