"""What one article says of one person."""

from __future__ import annotations

from typing import NamedTuple

UNKNOWN = "x.person."
"""How ids begin of people whom the authority lacks."""


class Claim(NamedTuple):
    """What one article says of one person."""

    article: str
    ident: str
    name: str
    """In simplified script; the Latin one where the article gives no other."""
    latin: tuple[str, ...]
    """Full Latin forms that do not contradict each other."""
    role: str | None
    """In simplified script."""
    country: str | None
    """That of the body or state which the role belongs to."""
    day: str | None
