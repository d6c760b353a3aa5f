"""The reading contract: one article and its reading as the JSON object that ``shilu read`` prints (see DESIGN)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shilu.records import Article, Entity, Event, Quotation, Reading

_PARTIES = ("actors", "recipients")


def contract(article: Article, reading: Reading | None = None) -> dict[str, Any]:
    """The object for one article; fields of a reading that was not made are empty lists.

    What nameless sources say (专家, 一名官员) stands apart from what can be held against a name.
    """
    said = reading.quotations if reading else ()
    return {
        "source": {"path": article.path, "sha256": article.sha256},
        **_fields(article),
        "people": [_entity(entity) for entity in reading.people] if reading else [],
        "orgs": [_entity(entity) for entity in reading.orgs] if reading else [],
        "places": [_entity(entity) for entity in reading.places] if reading else [],
        "times": msgspec.to_builtins(reading.times) if reading else [],
        "quotations": _quotations(each for each in said if each.speaker is not None),
        "quotations_unnamed": _quotations(each for each in said if each.speaker is None),
        "events": [_event(event) for event in reading.events] if reading else [],
        "topics": list(reading.topics) if reading else [],
        "problems": msgspec.to_builtins(article.problems + (reading.problems if reading else ())),
    }


def _fields(article: Article) -> dict[str, Any]:
    fields: dict[str, Any] = msgspec.to_builtins(article)
    for name in ("path", "sha256", "problems"):
        del fields[name]
    return fields


def _entity(entity: Entity) -> dict[str, Any]:
    fields: dict[str, Any] = msgspec.to_builtins(entity)
    del fields["kind"]
    return fields


def _quotations(quotations: Iterable[Quotation]) -> list[dict[str, Any]]:
    """What several say together is one object: its ``speaker`` names all of them, ``speakers`` each with its id."""
    said: dict[tuple[object, ...], list[Quotation]] = {}
    for each in quotations:
        said.setdefault((each.block, each.start, each.end, each.kind, each.cue), []).append(each)
    return [_quotation(together) for together in said.values()]


def _quotation(together: Sequence[Quotation]) -> dict[str, Any]:
    fields: dict[str, Any] = msgspec.to_builtins(together[0])
    fields["speakers"] = [{"name": each.speaker, "id": each.speaker_id} for each in together if each.speaker]
    if len(together) > 1:
        fields["speaker_id"] = None
        for name in ("speaker", "speaker_text"):
            told = dict.fromkeys(getattr(each, name) for each in together)
            fields[name] = "、".join(text for text in told if text) or None
    return fields


def _event(event: Event) -> dict[str, Any]:
    """Parties by name, as the contract has them; their ids and evidence follow under ``parties``."""
    fields: dict[str, Any] = msgspec.to_builtins(event)
    fields["parties"] = {name: fields[name] for name in _PARTIES}
    for name in _PARTIES:
        fields[name] = [party["name"] for party in fields[name]]
    return fields
