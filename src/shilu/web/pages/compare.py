"""A story as each outlet told it: whom they quote, what they tell and leave out, which words they choose."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from shilu.chronicle.comparison.compare import compare as compared
from shilu.chronicle.comparison.records import Comparison, Marked, Row, Section, Wording
from shilu.errors import NotFound
from shilu.vocabulary import SECTIONS
from shilu.web.page import Page

if TYPE_CHECKING:
    from shilu.web.page import Asked

_ROWS = 10
"""Of each section on the page of all."""
_ALONE = 6
"""Of each kind of row that one outlet alone tells."""
_ALL_BUT = 12
_MARKED = 8
_ALONE_TELLING: tuple[Section, ...] = ("quoted", "event", "figure")


class Matrix(msgspec.Struct, frozen=True):
    """The rows of one section."""

    section: Section
    rows: tuple[Row, ...]
    total: int


class Alone(msgspec.Struct, frozen=True):
    """What one outlet alone tells, and the terms that set it apart."""

    outlet: str
    rows: tuple[Row, ...]
    marked: tuple[Marked, ...]


class Shown(msgspec.Struct, frozen=True):
    """A comparison as the page shows it; its JSON is the whole comparison."""

    story: str
    label: str
    outlets: tuple[str, ...]
    section: str = ""
    """The one section that is shown in full."""
    row: Row | None = None
    """The one row whose sentences are shown."""
    matrices: tuple[Matrix, ...] = ()
    alone: tuple[Alone, ...] = ()
    all_but: tuple[Row, ...] = ()
    wording: tuple[Wording, ...] = ()
    alike: frozenset[str] = frozenset()
    """Names that several events have: their words tell them apart."""


def compare(asked: Asked) -> Page:
    """The comparison of a story; with ``section`` one part of it, with ``key``, too, the sentences of one row."""
    found = asked.kept(f"compare {asked.ident}", lambda: compared(asked.archive, asked.ident))
    section, key = asked.choice("section", SECTIONS), asked.text("key")
    events = Counter(row.name for row in found.rows if row.section == "event")
    alike = frozenset(name for name, rows in events.items() if rows > 1)
    data = Shown(found.story, found.label, found.outlets, section or "", alike=alike)
    if section and key:
        row = next((row for row in found.rows if row.section == section and row.key == key), None)
        if row is None:
            raise NotFound(f"there is no row {key} in this comparison")
        data = msgspec.structs.replace(data, row=row)
    elif section:
        data = msgspec.structs.replace(data, matrices=(_matrix(found, section, 0),))
    else:
        data = _whole(found, data)
    return Page("compare.html", found.label, data, printed=found)


def _whole(found: Comparison, data: Shown) -> Shown:
    matrices = (_matrix(found, section, _ROWS) for section in SECTIONS)
    alone = (
        Alone(
            outlet,
            tuple(row for section in _ALONE_TELLING for row in _only(found, outlet, section)[:_ALONE]),
            tuple(one for one in found.marked if one.outlet == outlet)[:_MARKED],
        )
        for outlet in found.outlets
    )
    return msgspec.structs.replace(
        data,
        matrices=tuple(matrix for matrix in matrices if matrix.rows),
        alone=tuple(one for one in alone if one.rows or one.marked),
        all_but=tuple(row for row in found.rows if row.all_but)[:_ALL_BUT],
        wording=found.wording,
    )


def _only(found: Comparison, outlet: str, section: Section) -> list[Row]:
    return [row for row in found.rows if row.section == section and row.only == outlet]


def _matrix(found: Comparison, section: Section, most: int) -> Matrix:
    rows = tuple(row for row in found.rows if row.section == section)
    return Matrix(section, rows[:most] if most else rows, len(rows))
