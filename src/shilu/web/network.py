"""A network as a drawing: people as points, those who have met joined, the closer the more often."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import msgspec
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from shilu.chronicle.entries.finding import Pair

WIDTH, HEIGHT = 1000, 760
_ROUNDS = 250
_MARGIN = 70
"""Room for the names of those at the border."""
_LEAST = 1e-3
_LETTER, _LINE = 16, 22
"""Width of a character of a name, and height of its line."""


class Node(msgspec.Struct, frozen=True):
    """A person of the network."""

    id: str
    name: str
    entries: int
    """Of all its pairs together."""
    x: float
    y: float
    radius: float


class Edge(msgspec.Struct, frozen=True):
    """Two who have met."""

    left: str
    right: str
    label: str
    entries: int
    x1: float
    y1: float
    x2: float
    y2: float
    width: float


class Network(msgspec.Struct, frozen=True):
    """The drawing."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def network(pairs: Sequence[Pair]) -> Network:
    """Place everyone; the same pairs always give the same drawing."""
    names: dict[str, str] = {}
    counts: dict[str, int] = {}
    for pair in pairs:
        for ident, name in ((pair.left, pair.left_name), (pair.right, pair.right_name)):
            names[ident] = name
            counts[ident] = counts.get(ident, 0) + pair.entries
    order = list(names)
    at = {ident: number for number, ident in enumerate(order)}
    links = np.zeros((len(order), len(order)))
    for pair in pairs:
        links[at[pair.left], at[pair.right]] = links[at[pair.right], at[pair.left]] = math.log2(1 + pair.entries)
    radii = [4 + 2.2 * math.sqrt(counts[ident]) for ident in order]
    sizes = [
        (max(_LETTER * len(short(names[ident])), 2 * radius), _LINE + 2 * radius)
        for ident, radius in zip(order, radii, strict=True)
    ]
    places = _apart(_placed(links), np.array(sizes).reshape(-1, 2))
    nodes = [
        Node(ident, names[ident], counts[ident], x, y, radius)
        for ident, (x, y), radius in zip(order, places, radii, strict=True)
    ]
    by_id = {node.id: node for node in nodes}
    return Network(tuple(nodes), tuple(_edge(pair, by_id[pair.left], by_id[pair.right]) for pair in pairs))


def short(name: str) -> str:
    """What a name is called in a drawing: of 安东尼·布林肯 the last part."""
    return name.rpartition("·")[2] or name


def _edge(pair: Pair, left: Node, right: Node) -> Edge:
    label = f"{pair.left_name} · {pair.right_name}"
    width = min(1 + pair.entries * 0.6, 8)
    return Edge(pair.left, pair.right, label, pair.entries, left.x, left.y, right.x, right.y, width)


def _placed(links: NDArray[np.float64]) -> NDArray[np.float64]:
    """Points that repel each other and are drawn together by their links (Fruchterman and Reingold)."""
    count = len(links)
    if not count:
        return np.zeros((0, 2))
    angles = np.arange(count) * 2.399963  # the golden angle: no two begin in one line
    places = np.stack([np.cos(angles), np.sin(angles)], axis=1) * np.sqrt((np.arange(count) + 1) / count)[:, None]
    ideal = math.sqrt(4 / count)
    x, y = places.T
    for turn in range(_ROUNDS):
        # Two flat tables instead of one of pairs of coordinates: three times as fast.
        dx, dy = x[:, None] - x, y[:, None] - y
        distance = np.maximum(np.sqrt(dx * dx + dy * dy), _LEAST)
        force = ideal**2 / distance**2 - links * distance * (0.2 / ideal)
        # A pull to the middle keeps parts without links near.
        to_x, to_y = (force * dx).sum(axis=1) - x * 0.9, (force * dy).sum(axis=1) - y * 0.9
        length = np.maximum(np.sqrt(to_x * to_x + to_y * to_y), _LEAST)
        part = np.minimum(length, 0.12 * (1 - turn / _ROUNDS)) / length
        x, y = x + to_x * part, y + to_y * part
    places = np.stack([x, y], axis=1)
    low, high = places.min(axis=0), places.max(axis=0)
    room = np.array([WIDTH - 2 * _MARGIN, HEIGHT - 2 * _MARGIN])
    scaled: NDArray[np.float64] = (places - low) / np.maximum(high - low, _LEAST) * room + _MARGIN
    return scaled


def _apart(places: NDArray[np.float64], sizes: NDArray[np.float64]) -> list[tuple[float, float]]:
    """Push points apart until no name lies on another, each time along the shorter way."""
    border = np.array([WIDTH - _MARGIN, HEIGHT - _MARGIN])
    for _ in range(_ROUNDS):
        gap = places[:, None] - places[None, :]
        need = (sizes[:, None] + sizes[None, :]) / 2
        over = np.maximum(need - np.abs(gap), 0) * (1 - np.eye(len(places)))[..., None]
        hit = (over > 0).all(axis=2)
        if not hit.any():
            break
        wide = over[..., 0] < over[..., 1]
        push = np.where(hit, np.where(wide, over[..., 0], over[..., 1]), 0) * 0.26
        sign = np.where(gap >= 0, 1.0, -1.0)
        places = places + np.stack(
            [(push * wide * sign[..., 0]).sum(axis=1), (push * ~wide * sign[..., 1]).sum(axis=1)], axis=1
        )
        places = np.clip(places, _MARGIN, border)
    return [(round(float(x), 1), round(float(y), 1)) for x, y in places]
