"""When two quotations are one statement: the same speaker, days close, and much the same words.

Words are compared folded, without punctuation, by their pairs of characters. Outlets translate the same English
sentence differently, and one quotes more of it than another; what another statement of the same speaker has in common
with it is far less. A sketch of each quotation, the smallest hashes of its triples together with its speaker, finds
candidates without comparing all that somebody has said.
"""

from __future__ import annotations

import datetime as dt
import re
import zlib

from shilu.text.script import fold

MARKS = 6
"""Hashes of a sketch. Of the pairs of one statement in a month of news 95 in 100 share one; hashes of two characters
instead of three would give 97, and twice as many candidates."""
LIKE = 0.6
"""Likeness (Dice) from which two quotations are one statement."""
WITHIN = 0.85
"""Or such a share of the shorter one stands in the longer one …"""
SHORTEST = 8
"""Shorter quotations are one statement only where their words are the same …"""
SHORTEST_WITHIN = 12
"""… and those shorter than this may stand in a longer one by chance: 完善选举制度."""
LIKE_HERE = 0.5
"""Within one article the lead tells what the body quotes: of those this alike nine in ten are one statement."""
WITHIN_HERE = 0.7
DAYS = 3
_FIGURE = re.compile(r"\d+")
_NO_WORD = re.compile(r"[\W_]+")


def plain(text: str) -> str:
    """The words of a quotation as they are compared."""
    return _NO_WORD.sub("", fold(text))


def marks(speaker: str | None, words: str) -> tuple[int, ...]:
    """The sketch of a quotation, from its plain words; equal numbers come from the same speaker's same words."""
    if not words:
        return ()
    seed = zlib.crc32((speaker or "").encode())
    hashes = {zlib.crc32(piece.encode(), seed) for piece in _pieces(words, 3)} if len(words) >= SHORTEST else set()
    # The whole finds quotations of the same words, however short.
    whole = zlib.crc32(words.encode(), seed) | 1 << 32
    return (whole, *sorted(hashes)[:MARKS])


def alike(one: str, other: str) -> bool:
    """Whether two plain texts tell one statement."""
    return one == other or _alike(one, other, LIKE, WITHIN)


def repeats(one: str, other: str) -> bool:
    """Whether one article tells one statement in two plain texts of different blocks; a figure must not differ."""
    shorter, longer = sorted((one, other), key=len)
    return _alike(one, other, LIKE_HERE, WITHIN_HERE) and set(_FIGURE.findall(shorter)) <= set(_FIGURE.findall(longer))


def _alike(one: str, other: str, like: float, within: float) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < SHORTEST:
        return False
    a, b = _pieces(shorter, 2), _pieces(longer, 2)
    common = len(a & b)
    if 2 * common >= like * (len(a) + len(b)):
        return True
    return len(shorter) >= SHORTEST_WITHIN and common >= within * len(a)


def days_around(moment: str) -> tuple[str, str] | None:
    """The days that are close to a moment: from the first on, before the second; None where its day is not known."""
    try:
        day = dt.date.fromisoformat(moment[:10])
    except ValueError:
        return None
    return str(day - dt.timedelta(DAYS)), str(day + dt.timedelta(DAYS + 1))


def _pieces(words: str, length: int) -> set[str]:
    return {words[at : at + length] for at in range(len(words) - length + 1)}
