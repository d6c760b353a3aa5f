"""Quoted runs: where words stand between quotation marks, in one pass over the text.

“…”, ‘…’, 「…」, 『…』 and "…" open and close; a mark of the other kind inside is a run of its own, one level deeper. A
mark that never closes ends with its block, or where the next outer run opens, and is told as a problem. The stack is
bounded: 2,000 nested marks cost what 2,000 marks in a row do.
"""

from __future__ import annotations

import re

import msgspec

QUOTED = "Q"
"""The tag of a word that stands for a whole quoted run."""
_OPEN = {"“": "”", "‘": "’", "「": "」", "『": "』", "﹁": "﹂", "﹃": "﹄", "〝": "〞"}
_CLOSE = {close: open_ for open_, close in _OPEN.items()}
_STRAIGHT = '"＂'
_MARK = re.compile(f"[{''.join((*_OPEN, *_CLOSE))}{_STRAIGHT}]")
_DEEPEST = 8


class Run(msgspec.Struct, frozen=True):
    """Words between two marks; ``start`` and ``end`` hold the marks, ``inner_start`` and ``inner_end`` do not."""

    start: int
    end: int
    depth: int
    closed: bool = True

    @property
    def inner_start(self) -> int:
        """Where the words begin."""
        return self.start + 1

    @property
    def inner_end(self) -> int:
        """Where the words end."""
        return self.end - 1 if self.closed else self.end


def runs(text: str) -> list[Run]:
    """All quoted runs of a block, by where they begin."""
    found: list[Run] = []
    stack: list[tuple[str, int]] = []
    for match in _MARK.finditer(text):
        place, char = match.start(), match[0]
        if char in _STRAIGHT:
            _straight(place, stack, found)
        elif char == "‘" and text[place - 1 : place].isascii() and text[place - 1 : place].isalpha():
            continue  # an apostrophe
        elif char in _OPEN:
            if stack and stack[-1][0] == char:  # “……“: the first was never closed, or the second is a slip for ”
                _reopened(text, place, stack, found)
            elif len(stack) < _DEEPEST:
                stack.append((char, place))
        elif char in _CLOSE and any(open_ == _CLOSE[char] for open_, _ in stack):
            while stack[-1][0] != _CLOSE[char]:
                stack.pop()  # an inner mark without its partner: ‘ as an apostrophe
            found.append(Run(stack.pop()[1], place + 1, len(stack)))
    # A straight mark without a partner may as well be a closing one whose opening was lost: it opens nothing.
    if stack and stack[0][0] != '"':
        found.append(Run(stack[0][1], len(text), 0, closed=False))
    return sorted(found, key=lambda run: (run.start, -run.end))


def outermost(found: list[Run]) -> list[Run]:
    """The runs that stand in no other."""
    outer: list[Run] = []
    for run in found:
        if not outer or run.start >= outer[-1].end:
            outer.append(run)
    return outer


def _straight(place: int, stack: list[tuple[str, int]], found: list[Run]) -> None:
    if stack and stack[-1][0] == '"':
        found.append(Run(stack.pop()[1], place + 1, len(stack)))
    elif len(stack) < _DEEPEST and not any(open_ == '"' for open_, _ in stack):
        stack.append(('"', place))


def _reopened(text: str, place: int, stack: list[tuple[str, int]], found: list[Run]) -> None:
    """“甲“ closes where the text after it goes on as after a close; else the run before was left open."""
    after = text[place + 1 : place + 2]
    if not after or after in "，。、；：！？,.;:!?）) ":
        found.append(Run(stack.pop()[1], place + 1, len(stack)))
    else:
        found.append(Run(stack[-1][1], place, len(stack) - 1, closed=False))
        stack[-1] = (text[place], place)
