"""A place by name, as fine as its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from shilu.reading.events.scene import Scene

FINENESS = {
    "venue": 4,
    "city": 3,
    "capital": 3,
    "island": 2,
    "division": 2,
    "country": 1,
    "region": 0,
    "continent": 0,
    "sea": 0,
}
"""How fine the kinds of places are."""


class Place(NamedTuple):
    """A place by name, and how fine it is: a city finer than its state."""

    name: str
    fineness: int
    by: str = "visited"
    """Where it was found (see :attr:`shilu.records.Event.place_by`)."""


def named(scene: Scene, i: int) -> Place:
    """The place that stands at a unit."""
    standing = scene.units[i].standings[0]
    state = scene.parties.one(standing) if scene.letters[i] == "S" else None
    if state is not None:
        return Place(state.name, FINENESS["country"])  # 中国, where the article also writes 中华人民共和国
    kind = "venue" if standing.kind == "org" else scene.parties.place_kind(standing.id) or ""
    return Place(standing.name, FINENESS.get(kind, 2))
