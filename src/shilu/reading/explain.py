"""Why something was read: for each quotation and event its rule, the words it stands on, and how each part was found.

An explanation is made from what the records keep (``rule``, ``cue``, ``found_by`` …), so that a stored reading can be
explained as well as a fresh one. A step that is to say more puts it into its record and adds a :class:`Reason` here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shilu.records import Event, Quotation, Reading

Part: TypeAlias = Literal[
    "cue", "speaker", "within", "via", "actor", "recipient", "date", "place", "status", "plover", "claimed_by"
]


class Reason(msgspec.Struct, frozen=True):
    """One part of what was read, and how it was found."""

    part: Part
    value: str | None
    by: str = ""
    """How it was found, as :attr:`Quotation.found_by` and :attr:`Party.found_by` say; empty where its rule tells."""
    words: str | None = None
    """The words that stand for it at this place."""


class Explanation(msgspec.Struct, frozen=True):
    """Why one quotation or event was read."""

    of: Literal["quotation", "event"]
    code: str
    """``direct``, ``indirect``, or type, form and mode of the event: ``CONSULT/meeting``."""
    rule: str
    text: str
    block: int
    start: int
    end: int
    reasons: tuple[Reason, ...]


def explanations(reading: Reading) -> tuple[Explanation, ...]:
    """Explanations of all quotations and events of a reading, in reading order."""
    found = [*map(_quotation, reading.quotations), *map(_event, reading.events)]
    return tuple(sorted(found, key=lambda one: (one.block, one.start, one.end)))


def _quotation(one: Quotation) -> Explanation:
    reasons = [Reason("cue", one.cue), Reason("speaker", one.speaker, one.found_by, one.speaker_text)]
    reasons += [Reason("within", one.within)] if one.within else []
    reasons += [Reason("via", one.via)] if one.via else []
    return Explanation("quotation", one.kind, one.rule, one.text, one.block, one.start, one.end, tuple(reasons))


def _event(one: Event) -> Explanation:
    code = "/".join(filter(None, (one.type, one.form, one.mode)))
    return Explanation("event", code, one.rule, one.text, one.block, one.start, one.end, tuple(_roles(one)))


def _roles(one: Event) -> Iterator[Reason]:
    if one.word:
        yield Reason("cue", one.word)
    for actor in one.actors:
        yield Reason("actor", actor.name, actor.found_by)
    for recipient in one.recipients:
        yield Reason("recipient", recipient.name, recipient.found_by)
    yield Reason("status", one.status, one.status_by)
    if one.date:
        yield Reason("date", one.date, one.date_by)
    if one.place:
        yield Reason("place", one.place, one.place_by)
    if one.claimed_by:
        yield Reason("claimed_by", one.claimed_by)
    yield Reason("plover", "/".join((one.plover.type, *one.plover.modes)))
