"""Where people met: a map of the places of encounters, on an outline of the world that comes with the program."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import msgspec

from shilu.archive.entities.bearers import candidates
from shilu.archive.entities.listing import period
from shilu.chronicle.entries.finding import Wanted, by_place
from shilu.errors import QueryError
from shilu.knowledge import authority
from shilu.knowledge.coordinates import Point, point_of
from shilu.web.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shilu.web.page import Asked

FIELDS = ("since", "until")
WIDTH, NORTH = 1000, 84
"""Of the outline: degrees by even steps, from 84° north."""
_LABELS = 24
_LETTER, _LINE = 13, 15
_LISTED = 200


class Spot(msgspec.Struct, frozen=True):
    """A point of the map."""

    names: tuple[str, ...]
    """As the entries write it, the most frequent first."""
    entries: int
    x: float
    y: float
    radius: float
    labelled: bool


class Map(msgspec.Struct, frozen=True):
    """Places of encounters."""

    asked: dict[str, str]
    spots: tuple[Spot, ...] = ()
    elsewhere: tuple[tuple[str, int], ...] = ()
    """Places whose coordinates are not known, with the number of entries."""
    mistake: str = ""
    hint: str = ""


def places_of_encounters(asked: Asked) -> Page:
    """The map of a period; of all there are where none is asked for."""
    typed = {name: asked.text(name) for name in FIELDS if asked.text(name)}
    heading = asked.t("Where people met")
    try:
        since, until = period(asked.text("since"), asked.text("until"))
        wanted = Wanted(
            type="CONSULT",
            status=("happened",),
            since=since,
            until=until,
        )
    except QueryError as error:
        return Page("map.html", heading, Map(typed, mistake=str(error), hint=error.hint), status=400)
    data = asked.kept(f"map {wanted}", lambda: _map(asked, wanted, typed))
    rows = [{"place": spot.names[0], "also": spot.names[1:], "entries": spot.entries} for spot in data.spots]
    return Page("map.html", heading, data, rows=rows)


def _map(asked: Asked, wanted: Wanted, typed: dict[str, str]) -> Map:
    known = authority()
    at: dict[Point, list[tuple[str, int]]] = {}
    elsewhere = []
    for name, count in by_place(asked.archive, wanted).items():
        idents = (ident for ident, kind in candidates(known, name) if kind == "place")
        point = next((point for ident in idents if (point := point_of(ident, known))), None)
        if point is None:
            elsewhere.append((name, count))
        else:
            at.setdefault(point, []).append((name, count))
    return Map(typed, tuple(_spots(at.items())), tuple(elsewhere[:_LISTED]))


def _spots(found: Iterable[tuple[Point, list[tuple[str, int]]]]) -> list[Spot]:
    """Points, the largest first; those of which there is room for the name have it."""
    ordered = sorted(found, key=lambda pair: -sum(count for _, count in pair[1]))
    boxes: list[tuple[float, float, float, float]] = []
    spots = []
    for point, names in ordered:
        entries = sum(count for _, count in names)
        x, y = (point.longitude + 180) * WIDTH / 360, (NORTH - point.latitude) * WIDTH / 360
        radius = 2 + 1.4 * math.sqrt(entries)
        half = _LETTER * len(names[0][0]) / 2
        box = (x - half, y - radius - _LINE, x + half, y - radius)
        free = len(boxes) < _LABELS and not any(_overlap(box, other) for other in boxes)
        if free:
            boxes.append(box)
        spots.append(Spot(tuple(name for name, _ in names), entries, round(x, 1), round(y, 1), round(radius, 1), free))
    return spots


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
