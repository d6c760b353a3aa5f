"""An event as a rule found it in one sentence, before it is dated and placed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from shilu.reading.events.party import One
    from shilu.reading.events.place import Place
    from shilu.records import Status


class Found(NamedTuple):
    """Who did what by which rule, and where in the row it stands."""

    type: str
    form: str | None
    mode: str | None
    actors: tuple[One, ...]
    recipients: tuple[One, ...]
    rule: str
    at: int
    """The unit that governs it: its verb, or its noun."""
    last: int
    """Behind its event word."""
    start: int
    end: int
    """From its first word to its last in the block."""
    place: Place | None = None
    """A place that the rule itself knows: the one visited."""
    definite: bool = False
    """Whether it points back at an encounter told already: 此次会谈, 这场会晤."""
    again: bool = False
    """Whether its parties are only remembered: 会谈在安克雷奇举行."""
    status: Status | None = None
    """The status that the rule itself knows: an act only considered."""
    claimed_by: str | None = None
    """Whose accusation it is told in: 日本指责|中国扣押渔船."""
    aside: bool = False
    """Whether an act is only told aside, in the description of something else: 对伊朗的制裁."""


class Words(NamedTuple):
    """The words of a clause around an event word."""

    before: str
    """With those of the clauses that it goes on with."""
    after: str
    beyond: str
    """Those behind without the state or place that is visited."""
