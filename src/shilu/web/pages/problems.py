"""Problems and health: what could not be read, what sources gave, and whether derived stores are up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from shilu.archive import index as search_index
from shilu.archive.problems import ProblemLine, count, problems
from shilu.archive.status import Status, status
from shilu.chronicle.entries.keeping import is_current
from shilu.web.addresses import address
from shilu.web.charts import Bar
from shilu.web.page import Page, Pages, paged

if TYPE_CHECKING:
    from shilu.web.page import Asked

_PER_PAGE = 50
_UNREAD = 100


class Health(msgspec.Struct, frozen=True):
    """The archive's state, and the problems of one kind where that was asked for."""

    status: Status
    index_current: bool
    chronicle_current: bool
    problems: tuple[Bar, ...]
    field: str = ""
    code: str = ""
    lines: tuple[ProblemLine, ...] = ()
    pages: Pages | None = None


def health(asked: Asked) -> Page:
    """The page of problems; with ``field`` and ``code``, the articles that have one."""
    known: Status = asked.kept("status", lambda: status(asked.archive))
    field, code = asked.text("field"), asked.text("code")
    data = Health(
        status=msgspec.structs.replace(known, unread_files=known.unread_files[:_UNREAD]),
        index_current=search_index.is_current(asked.archive),
        chronicle_current=is_current(asked.archive),
        problems=tuple(_bar(one.name, one.count) for one in known.problems),
        field=field,
        code=code,
    )
    if field and code:
        pages = paged(asked, count(asked.archive, field, code), _PER_PAGE)
        lines = problems(asked.archive, field, code, limit=_PER_PAGE, offset=(pages.page - 1) * _PER_PAGE)
        data = msgspec.structs.replace(data, lines=tuple(lines), pages=pages)
    rows = [msgspec.structs.asdict(line) for line in data.lines] or [
        {"problem": bar.label, "articles": bar.value} for bar in data.problems
    ]
    return Page("problems.html", asked.t("Problems and health"), data, rows=rows)


def _bar(name: str, number: int) -> Bar:
    field, _, code = name.partition(": ")
    return Bar(name, number, address("problems", field=field, code=code))
