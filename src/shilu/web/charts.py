"""Charts as SVG: bars over time and bars in a row, drawn by a few lines of our own.

altair with vl-convert, first thought of, weighs 60 MB and 300 ms a chart, puts styles inline (which the content policy
forbids), and gives no link for each mark. These stretch with the page: the drawing holds no text, labels are HTML
beside it, so that they stay readable on a phone. Every mark is a link and has a title; a table is behind each chart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Sequence


class Bar(msgspec.Struct, frozen=True):
    """One mark: what it counts, how many, and where they are listed."""

    label: str
    value: int
    href: str
    group: int = 0
    """Of stacked marks: which shade."""


def columns(bars: Sequence[Bar], *, height: int = 100) -> Markup:
    """Upright bars from left to right, as a drawing that stretches to the width of the page."""
    most = max((bar.value for bar in bars), default=0) or 1
    gap = 0.12 if len(bars) > 1 else 0.0
    marks = Markup().join(
        _mark(bar, x=number + gap, y=height - size, width=1 - 2 * gap, height=size, whole=(number, height))
        for number, bar in enumerate(bars)
        for size in (max(bar.value / most * height, 1.0 if bar.value else 0.0),)
    )
    return Markup(
        '<svg class="columns" viewBox="0 0 {} {}" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        "{}</svg>"
    ).format(max(len(bars), 1), height, marks)


def _mark(bar: Bar, *, x: float, y: float, width: float, height: float, whole: tuple[int, int]) -> Markup:
    """A bar with a pale one behind it, so that small ones can be hit, too. The table has the links for the keyboard."""
    return _JOINED.join(
        (
            *(_A, bar.href, _TITLE, bar.label, ": ", f"{bar.value:,}"),
            *(_BEHIND, str(whole[0]), _HEIGHT, str(whole[1])),
            *(_BAR, f"{x:.3f}", _Y, f"{y:.2f}", _WIDTH, f"{width:.3f}", _HEIGHT, f"{height:.2f}", _END),
        )
    )


# Joining escapes all that is no markup, as format does, in a tenth of its time: a page has hundreds of bars.
_JOINED = Markup()
_A, _TITLE = Markup('<a href="'), Markup('" tabindex="-1"><title>')
_BEHIND = Markup('</title><rect class="behind" y="0" width="1" x="')
_BAR = Markup('"/><rect class="bar" x="')
_Y, _WIDTH, _HEIGHT, _END = Markup('" y="'), Markup('" width="'), Markup('" height="'), Markup('"/></a>')


def spark(bars: Sequence[Bar], *, height: int = 24) -> Markup:
    """A row of bars as one shape, for tables: the row's link leads to what it counts."""
    most = max((bar.value for bar in bars), default=0) or 1
    path = "".join(
        f"M{number} {height}V{height - max(bar.value / most * height, 1):.1f}h.8V{height}"
        for number, bar in enumerate(bars)
        if bar.value
    )
    return Markup(
        '<svg class="columns" viewBox="0 0 {} {}" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        '<path class="bar" d="{}"/></svg>'
    ).format(max(len(bars), 1), height, path)


class Tick(msgspec.Struct, frozen=True):
    """A mark on a line of time."""

    at: float
    """From 0, the beginning, to 1."""
    label: str
    href: str


def lane(ticks: Sequence[Tick]) -> Markup:
    """Ticks along a line that stretches with the page; what they count is listed beside it."""
    marks = (
        (_A, tick.href, _TITLE, tick.label, _TICK, f"{tick.at * (_LANE - _TICK_WIDTH):.2f}", _END) for tick in ticks
    )
    return _LANE_START + _JOINED.join(part for mark in marks for part in mark) + _SVG_END


_LANE, _TICK_WIDTH = 100, 0.7
_LANE_START = Markup(
    '<svg class="lane" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
    '<path class="line" d="M0 5H100"/>'
)
_TICK = Markup('</title><rect class="bar" y="1" width="0.7" height="8" x="')
_SVG_END = Markup("</svg>")


def share(value: int, most: int) -> Markup:
    """A bar beside a number in a list."""
    return Markup(
        '<svg class="share" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        '<rect class="bar" width="{:.1f}" height="1"/></svg>'
    ).format(max(value / most * 100, 0.5) if most and value else 0)
