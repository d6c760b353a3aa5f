"""Who met whom: a network of the people who have met most often in any period."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from shilu.archive.entities.listing import period
from shilu.chronicle.entries.finding import Pair, Wanted, pairs, up_to_last_report
from shilu.errors import QueryError
from shilu.web.network import Network, network
from shilu.web.page import Page

if TYPE_CHECKING:
    from shilu.web.page import Asked

FIELDS = ("since", "until", "status")
_PAIRS = 70
"""Lines of the drawing: more cannot be told apart."""


class Meetings(msgspec.Struct, frozen=True):
    """The network and the pairs it is drawn of."""

    asked: dict[str, str]
    network: Network | None = None
    pairs: tuple[Pair, ...] = ()
    mistake: str = ""
    hint: str = ""


def meetings(asked: Asked) -> Page:
    """The network of the period asked for; of all there is up to the last report where none is."""
    typed = {name: asked.text(name) for name in FIELDS if asked.text(name)}
    heading = asked.t("Who met whom")
    try:
        since, until = period(asked.text("since"), asked.text("until"))
        wanted = Wanted(
            type="CONSULT",
            status=() if asked.text("status") == "all" else ("happened",),
            since=since,
            until=until,
        )
    except QueryError as error:
        return Page("meetings.html", heading, Meetings(typed, mistake=str(error), hint=error.hint), status=400)
    wanted = up_to_last_report(asked.archive, wanted)
    found, drawn = asked.kept(f"meetings {wanted}", lambda: _drawn(asked, wanted))
    data = Meetings(typed, drawn, tuple(found))
    return Page("meetings.html", heading, data, rows=[msgspec.structs.asdict(pair) for pair in found])


def _drawn(asked: Asked, wanted: Wanted) -> tuple[list[Pair], Network]:
    found = pairs(asked.archive, wanted, _PAIRS)
    return found, network(found)
