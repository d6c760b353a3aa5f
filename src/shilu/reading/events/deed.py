"""What one word tells: who did it to whom, by which rule, and what shows whether it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from shilu.reading.events.mood import Mood
    from shilu.reading.events.party import One


class Deed(NamedTuple):
    """Who did it to whom, by which rule, and from where on it is told."""

    actors: tuple[One, ...]
    recipients: tuple[One, ...]
    rule: str
    start: int | None
    end: int
    clause: bool = False
    """Whether the verb has a clause behind it instead of a recipient: 呼吁|各方保持克制."""
    placed: bool = False
    """Whether a place that is no party stands where the recipient would."""
    mood: Mood | None = None
    barred: bool = False
    """Whether the recipient is told what not to do: 警告日本|不要…."""
    claimed_by: str | None = None
    aside: bool = False
    """Whether it is only told aside, in the description of something else."""
