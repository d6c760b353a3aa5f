"""What one sentence tells, before the tellings of one deed are put together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shilu.reading.events.party import One
    from shilu.reading.events.place import Place
    from shilu.reading.events.when import Dated
    from shilu.records import Status


_FAMILY = {"meeting": "meet", "talks": "meet", "summit": "meet", "multilateral": "meet"}


def family(form: str | None) -> str:
    """The forms that one encounter may be told by: who holds talks also meets."""
    return _FAMILY.get(form or "", form or "")


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
    word: str = ""
    """The event word."""
    status_by: str = ""
    """What shows the status (see :attr:`shilu.records.Event.status_by`)."""
    definite: bool = False
    """Whether its words point back at an encounter told already."""
    again: bool = False
    """Whether its parties are only remembered."""
    rounds: str | None = None
    """Which one it is in a row: 第7轮, or how many: 6轮."""
    further: bool = False
    """Whether it is told as another one than that which was: 将再次会谈."""
    pairs: bool = False
    """Whether it is told as talks of two and two: 外长和防长 of either side."""
    level: str | None = None
    """``leaders`` where heads of state or government meet, ``officials`` where others do, None where it is not said."""
    office: int = 0
    """Of states, the office whose ministers alone meet (see :func:`shilu.wording.one_office`)."""

    @property
    def ones(self) -> tuple[One, ...]:
        """All parties."""
        return (*self.actors, *self.recipients)


def ids_of(ones: Iterable[One]) -> set[str]:
    """The ids of parties."""
    return {one.id for one in ones}


def countries_of(ones: Iterable[One]) -> set[str]:
    """The states that parties are of, as far as they are known."""
    return {one.country for one in ones if one.country}


def order(left: str, right: str) -> int:
    """Order of two dates at the precision both have."""
    length = min(len(left), len(right))
    return (left[:length] > right[:length]) - (left[:length] < right[:length])
