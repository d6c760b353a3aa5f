"""Lists of the people, organisations and places that articles name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from shilu.archive.entities.bearers import bearers
from shilu.archive.entities.listing import Listed, count, listed
from shilu.archive.entities.profile import Companion
from shilu.errors import NotFound, QueryError
from shilu.knowledge import authority
from shilu.records import EntityKind
from shilu.web.languages import message
from shilu.web.page import Page, Pages, paged
from shilu.web.pages.parties import titles

if TYPE_CHECKING:
    from collections.abc import Mapping

    from shilu.web.page import Asked, View

_PER_PAGE = 50
_BEARERS = 30
_MOST = 1000
"""Lines that can be turned to: a name is found by typing it."""
HEADINGS: dict[EntityKind, str] = {
    "person": message("People"),
    "org": message("Organisations"),
    "place": message("Places"),
}
PATHS: dict[EntityKind, str] = {"person": "/people", "org": "/orgs", "place": "/places"}


class Entities(msgspec.Struct, frozen=True):
    """The entities of one kind."""

    kind: EntityKind
    lines: tuple[Listed, ...] = ()
    pages: Pages | None = None
    name: str = ""
    """The name that was looked up."""
    bearers: tuple[Companion, ...] = ()
    """Those who bear it."""
    mistake: str = ""
    hint: str = ""
    close: tuple[str, ...] = ()


def entities(kind: EntityKind) -> View:
    """The list of one kind."""

    def view(asked: Asked) -> Page:
        heading = asked.t(HEADINGS[kind])
        name = asked.text("name")
        try:
            data = _called(asked, kind, name) if name else _most_named(asked, kind)
        except (NotFound, QueryError) as error:
            if isinstance(error, NotFound) and not (name or asked.text("outlet")):
                raise
            close = error.close if isinstance(error, NotFound) else ()
            wrong = Entities(kind, name=name, mistake=str(error), hint=error.hint if not name else "", close=close)
            return Page("entities.html", heading, wrong, status=404 if name else 400)
        return Page("entities.html", heading, data, rows=[_row(line) for line in data.lines])

    return view


def _called(asked: Asked, kind: EntityKind, name: str) -> Entities:
    """All who bear a name, whom most articles call so first."""
    found = bearers(asked.archive.db, authority(), name, (kind,))[:_BEARERS]
    names = titles(asked, found)
    lines = tuple(Companion(one.id, title, one.articles) for one, title in zip(found, names, strict=True))
    return Entities(kind, name=name, bearers=lines)


def _most_named(asked: Asked, kind: EntityKind) -> Entities:
    filters = {field: asked.text(field) or None for field in ("outlet", "since", "until")}
    pages = paged(asked, min(count(asked.archive, kind, **filters), _MOST), _PER_PAGE)
    offset = (pages.page - 1) * _PER_PAGE
    lines = listed(asked.archive, authority(), kind, limit=_PER_PAGE, offset=offset, **filters)
    return Entities(kind, tuple(lines), pages)


def _row(line: Listed) -> Mapping[str, Any]:
    fields: dict[str, Any] = msgspec.structs.asdict(line)
    return fields
