"""The outlets of the archive: how much there is of each, and from when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from shilu.web.addresses import address
from shilu.web.charts import Bar
from shilu.web.page import Page
from shilu.web.periods import aligned

if TYPE_CHECKING:
    from shilu.web.page import Asked


class Outlet(msgspec.Struct, frozen=True):
    """One outlet."""

    name: str
    articles: int
    revised: int
    first: str | None
    last: str | None
    over_time: tuple[Bar, ...]
    """The same periods for every outlet."""


class Outlets(msgspec.Struct, frozen=True):
    """All of them, the largest first."""

    outlets: tuple[Outlet, ...]


def outlets(asked: Asked) -> Page:
    """The list of outlets."""
    found = asked.kept("outlets by day", lambda: _outlets(asked))
    fields = ("name", "articles", "revised", "first", "last")
    rows = [{name: getattr(outlet, name) for name in fields} for outlet in found]
    return Page("outlets.html", asked.t("Outlets"), Outlets(found), rows=rows)


def _outlets(asked: Asked) -> tuple[Outlet, ...]:
    rows = asked.archive.db.execute("SELECT * FROM outlets ORDER BY articles DESC, outlet").fetchall()
    over_time = _over_time(asked)
    return tuple(
        Outlet(
            name=row["outlet"],
            articles=row["articles"],
            revised=row["revised"],
            first=row["first_published"],
            last=row["last_published"],
            over_time=over_time.get(row["outlet"], ()),
        )
        for row in rows
    )


def _over_time(asked: Asked) -> dict[str, tuple[Bar, ...]]:
    """Articles of each outlet by period."""
    sql = """
        SELECT outlet, substr(published, 1, 10), count(*) FROM articles
        WHERE published IS NOT NULL GROUP BY 1, 2
    """
    days: dict[str, dict[str, int]] = {}
    for outlet, day, number in asked.archive.db.execute(sql):
        days.setdefault(outlet, {})[day] = number
    return aligned(days, lambda outlet, period: address("search", outlet=outlet, since=period, until=period))
