"""Text with marks over it: spans that may nest and cross, as well-formed HTML."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import msgspec
from markupsafe import Markup, escape
from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

LAYERS = ("found", "event", "quotation", "place", "org", "person", "time")
"""The kinds of marks, the outermost first."""


class Mark(msgspec.Struct, frozen=True):
    """One span of a text, ``text[start:end]``."""

    kind: str
    start: int
    end: int
    href: str = ""
    title: str = ""


def marked(text: str, marks: Iterable[Mark], shown: Callable[[str], str] = str) -> Markup:
    """The text as HTML; marks that cross are cut at each other's borders. ``shown`` converts the script of a piece."""
    kept = sorted(_within(marks, len(text)), key=lambda mark: (LAYERS.index(mark.kind), mark.start, -mark.end))
    if not kept:
        return escape(shown(text))
    borders = sorted({0, len(text), *(mark.start for mark in kept), *(mark.end for mark in kept)})
    converted = _converted(text, borders, shown)
    pieces: list[Markup] = []
    opened: list[Mark] = []
    for start, piece in zip(borders, converted, strict=False):
        active = _nested([mark for mark in kept if mark.start <= start < mark.end])
        same = next((n for n, (a, b) in enumerate(zip(opened, active, strict=False)) if a != b), None)
        same = min(len(opened), len(active)) if same is None else same
        pieces += [_closing(mark) for mark in reversed(opened[same:])]
        pieces += [_opening(mark, shown(mark.title)) for mark in active[same:]]
        pieces.append(escape(piece))
        opened = active
    pieces += [_closing(mark) for mark in reversed(opened)]
    return Markup().join(pieces)


def _within(marks: Iterable[Mark], length: int) -> list[Mark]:
    """Marks that lie in the text; one of an older revision may not."""
    return [mark for mark in marks if 0 <= mark.start < mark.end <= length]


def _nested(active: list[Mark]) -> list[Mark]:
    """One link at most: links must not stand in links, and the innermost says most. The others keep their look."""
    inner = max((number for number, mark in enumerate(active) if mark.href), default=0)
    return [mark if number >= inner else replace(mark, href="") for number, mark in enumerate(active)]


def _converted(text: str, borders: Sequence[int], shown: Callable[[str], str]) -> list[str]:
    """The pieces between the borders, converted; as a whole where that keeps the length: words decide the script."""
    spans = list(itertools.pairwise(borders))
    whole = shown(text)
    if len(whole) == len(text):
        return [whole[start:end] for start, end in spans]
    return [shown(text[start:end]) for start, end in spans]


# Adding escapes all that is no markup, as format does, in a fifth of its time: a long article has thousands of marks.
_FOUND, _END, _QUOTED = Markup("<mark"), Markup(">"), Markup('"')
_LINK, _SPAN = Markup('<a class="m '), Markup('<span class="m ')
_HREF, _TITLE = Markup('" href="'), Markup(' title="')


def _opening(mark: Mark, title: str) -> Markup:
    told = _TITLE + title + _QUOTED if title else Markup()
    if mark.kind == "found":
        return _FOUND + told + _END
    if mark.href:
        return _LINK + mark.kind + _HREF + mark.href + _QUOTED + told + _END
    return _SPAN + mark.kind + _QUOTED + told + _END


def _closing(mark: Mark) -> Markup:
    return Markup("</mark>") if mark.kind == "found" else Markup("</a>") if mark.href else Markup("</span>")
