"""Which parties a name stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shilu.knowledge import Authority


def party_ids(name: str, authority: Authority) -> frozenset[str]:
    """The ids a name may have: the authority's, and those made from the name for whom it does not know."""
    known = (candidate.id for candidate in authority.lookup(name) if candidate.kind in ("person", "org", "place"))
    return frozenset((*known, *(f"x.{kind}.{name}" for kind in ("person", "org", "place"))))
