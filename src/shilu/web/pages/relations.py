"""Two people, bodies or states: their encounters over time."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from shilu.chronicle.entries.finding import Pair, Wanted, by_start, find, pairs
from shilu.errors import NotFound
from shilu.web.addresses import address, pair_address
from shilu.web.charts import Bar
from shilu.web.page import Page, Pages, paged
from shilu.web.pages.chronicle import Day, by_day, item, row
from shilu.web.pages.parties import Side, side
from shilu.web.periods import bars

if TYPE_CHECKING:
    from shilu.web.page import Asked

_PER_PAGE = 50
_OFTEN = 24


class Count(msgspec.Struct, frozen=True):
    """How many encounters of one form and status there are in a month."""

    month: str | None
    """None: no date is known."""
    form: str | None
    status: str
    entries: int


class Relations(msgspec.Struct, frozen=True):
    """What two had to do with each other."""

    left: Side | None = None
    right: Side | None = None
    counts: tuple[Count, ...] = ()
    over_time: tuple[Bar, ...] = ()
    days: tuple[Day, ...] = ()
    total: int = 0
    pages: Pages | None = None
    address: str = ""
    often: tuple[Pair, ...] = ()
    """Where none are asked for, those who met most often."""
    mistake: str = ""
    close: tuple[str, ...] = ()


def relations(asked: Asked) -> Page:
    """The encounters of two; without names, the form that asks for them."""
    names = (asked.part("left") or asked.text("of"), asked.part("right") or asked.text("with"))
    heading = asked.t("Relations")
    if not all(names):
        often = asked.kept("often", lambda: _often(asked))
        return Page(
            "relations.html", heading, Relations(often=often), rows=[msgspec.structs.asdict(one) for one in often]
        )
    try:
        left, right = (side(asked, name) for name in names)
    except NotFound as error:
        return Page("relations.html", heading, Relations(mistake=str(error), close=error.close), status=404)
    wanted = Wanted(parties=(left.ids, right.ids), type="CONSULT")
    found = list(find(asked.archive, wanted, newest=True))
    pages = paged(asked, len(found), _PER_PAGE)
    shown = found[(pages.page - 1) * _PER_PAGE :][:_PER_PAGE]
    counted = Counter(((entry.date or "")[:7], entry.form or "", entry.status) for entry in found)
    more = {"party": left.id, "with": right.id, "type": "CONSULT"}
    data = Relations(
        left,
        right,
        counts=tuple(
            Count(month or None, form or None, status, number)
            for (month, form, status), number in sorted(counted.items(), reverse=True)
        ),
        over_time=bars(
            {date: count for date, count in by_start(asked.archive, wanted).items() if date},
            lambda period: address("chronicle", **more, dated=period),
        ),
        days=by_day(shown),
        total=len(found),
        pages=pages,
        address=pair_address(left.id, right.id),
    )
    title = f"{left.name} · {right.name}"
    feed = [item(asked, entry) for entry in shown]
    return Page("relations.html", title, data, rows=[row(entry) for entry in found], feed=feed)


def _often(asked: Asked) -> tuple[Pair, ...]:
    """The people who met most often."""
    return tuple(pairs(asked.archive, Wanted(type="CONSULT", status=("happened",)), _OFTEN))
