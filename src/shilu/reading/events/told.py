"""What one sentence tells, before the tellings of one deed are put together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from shilu.reading.events.party import One
    from shilu.reading.events.when import Dated
    from shilu.reading.events.where import Place
    from shilu.records import Status


class Told(NamedTuple):
    """An event as one sentence tells it."""

    type: str
    form: str | None
    mode: str | None
    actors: tuple[One, ...]
    recipients: tuple[One, ...]
    rule: str
    status: Status
    shown: bool
    """Whether words or the date show the status; else it is only taken to have happened."""
    dated: Dated
    place: Place | None
    contexts: tuple[str, ...]
    block: int
    start: int
    end: int
    claimed_by: str | None = None

    @property
    def ones(self) -> tuple[One, ...]:
        """All parties."""
        return (*self.actors, *self.recipients)
