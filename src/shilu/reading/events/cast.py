"""Who stands around the word that tells an act, and what lies between."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from shilu.reading.events.party import One


class Around(msgspec.Struct, frozen=True):
    """Who stands before a word that tells an act, and what lies between."""

    subjects: tuple[One, ...] = ()
    withs: tuple[One, ...] = ()
    tos: tuple[One, ...] = ()
    bys: tuple[One, ...] = ()
    taken: tuple[One, ...] = ()
    """把中国列入黑名单, 将他逮捕."""
    passive: bool = False
    unnamed: bool = False
    """Whether somebody without a name is the subject."""
    chain: tuple[int, ...] = ()
    """The verbs between the subject and the word, the nearest first."""
    under: int | None = None
    """The verb whose object the subject is."""
    start: int | None = None
    said: bool = False
    """Whether the subject is somebody who only speaks in a clause before: 学者指出，…."""
    named_at: int | None = None
    """Where the subject stands in the block, in this clause or in one before."""
    since: int = 0
    """The unit from which the clauses are read for what hedges them."""

    @property
    def all(self) -> tuple[One, ...]:
        """The subjects and those with them."""
        return (*self.subjects, *self.withs)
