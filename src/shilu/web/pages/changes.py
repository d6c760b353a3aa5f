"""What changed between two revisions of an article, to the character."""

from __future__ import annotations

import difflib
import itertools
import re
from typing import TYPE_CHECKING

import msgspec

from shilu.web.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from shilu.web.page import Asked

_COMPARED = 20_000
"""Characters that are compared one by one, which takes a tenth of a second; a longer change is one of whole lines."""
_ALIKE = 0.6
"""Lines that share fewer characters are not the same one changed."""
_HEADING = re.compile(r"#{1,2} ")


class Piece(msgspec.Struct, frozen=True):
    """A part of a line."""

    text: str
    changed: bool


class Line(msgspec.Struct, frozen=True):
    """A headline or block: ``+`` put in, ``-`` taken out, blank for what stayed, ``@`` for what lies between."""

    sign: str
    pieces: tuple[Piece, ...] = ()
    heading: bool = False


class Changes(msgspec.Struct, frozen=True):
    """How two revisions differ."""

    id: str
    title: str
    old: int
    new: int
    revisions: tuple[tuple[int, str], ...]
    """Number and time of each."""
    lines: tuple[Line, ...]


def changes(asked: Asked) -> Page:
    """What changed between two revisions: the last two, where nothing else is asked for."""
    ident = asked.archive.find(asked.ident)
    revisions = asked.archive.revisions(ident)
    last = revisions[-1].number
    old, new = asked.number("old", max(last - 1, 1), 10**6), asked.number("new", last, 10**6)
    lines = asked.archive.diff(ident, old, new)[2:] if old != new else []
    data = Changes(
        id=ident,
        title=revisions[-1].article.title,
        old=old,
        new=new,
        revisions=tuple((revision.number, revision.at) for revision in revisions),
        lines=tuple(_compared(lines)),
    )
    return Page("changes.html", asked.t("What changed"), data)


def _compared(lines: Sequence[str]) -> Iterator[Line]:
    """The lines of a diff; a line taken out is compared with the one that was put in for it."""
    left = _COMPARED
    for sign, group in itertools.groupby(lines, key=lambda line: "±" if line[0] in "+-" else line[0]):
        changed = list(group)
        if sign != "±":
            yield from (_line(sign, [(line[1:], False)] if sign != "@" else []) for line in changed)
            continue
        gone = [line[1:] for line in changed if line[0] == "-"]
        come = [line[1:] for line in changed if line[0] == "+"]
        left -= sum(map(len, gone)) + sum(map(len, come))
        apart = [*((one, "") for one in gone), *(("", one) for one in come)]
        for before, after in _paired(gone, come) if left > 0 else apart:
            yield from _both(before, after)


def _paired(gone: Sequence[str], come: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Lines taken out with those put in for them, in their order; empty where there is no other."""
    at = 0
    for after in come:
        matcher = difflib.SequenceMatcher(b=after, autojunk=False)
        for number in range(at, len(gone)):
            matcher.set_seq1(gone[number])
            if matcher.quick_ratio() >= _ALIKE:
                yield from ((one, "") for one in gone[at:number])
                yield gone[number], after
                at = number + 1
                break
        else:
            yield "", after
    yield from ((one, "") for one in gone[at:])


def _both(before: str, after: str) -> Iterator[Line]:
    """A line as it was and as it became."""
    if not (before and after):
        yield _line("-" if before else "+", [(before or after, True)])
        return
    codes = difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    yield _line("-", [(before[a:b], tag != "equal") for tag, a, b, _, _ in codes if a < b])
    yield _line("+", [(after[a:b], tag != "equal") for tag, _, _, a, b in codes if a < b])


def _line(sign: str, pieces: list[tuple[str, bool]]) -> Line:
    """The pieces as they are shown: headlines and headings by their look, not by the sign in front of them."""
    mark = _HEADING.match("".join(text for text, _ in pieces))
    skip = mark.end() if mark else 0
    shown = []
    for text, changed in pieces:
        shown.append(Piece(text[skip:], changed))
        skip = max(skip - len(text), 0)
    return Line(sign, tuple(piece for piece in shown if piece.text), heading=mark is not None)
