"""Pages as HTML: jinja2 with escaping always on, and the few filters that templates use."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Any

import jinja2
from markupsafe import Markup

from shilu.archive.quotations.passages import said
from shilu.web import charts, words
from shilu.web.addresses import address, entity_address, named_address, pair_address, party_address, web_address
from shilu.web.languages import LANGUAGES, message
from shilu.web.marks import Mark, marked
from shilu.web.network import short

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from shilu.web.page import Asked, Page

MENU = (
    ("/search", message("Search"), ("/search", "/article")),
    ("/stories", message("Stories"), ("/stories", "/story")),
    ("/people", message("People"), ("/people", "/person", "/org")),
    ("/places", message("Places"), ("/place",)),
    ("/chronicle", message("Chronicle"), ("/chronicle", "/entry")),
    ("/quotations", message("Quotations"), ("/quotations",)),
    ("/relations", message("Relations"), ("/relations", "/meetings", "/map")),
    ("/outlets", message("Outlets"), ("/outlets",)),
    ("/problems", message("Health"), ("/problems",)),
)
"""The pages that every page links to: address, name, and how the addresses begin that belong to it."""
_OF_READINGS = frozenset(
    f"{name}.html"
    for name in ("entities", "entity", "chronicle", "entry", "quotations", "relations", "meetings", "map", "compare")
)
"""Pages that say so where articles are not read yet."""
_BDI, _END = Markup("<bdi>"), Markup("</bdi>")
_DAY = len("2021-03-19")
_MINUTE = len("2021-03-19T08:00")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
"""Control characters, and marks that turn the direction of what follows them."""


def rendered(page: Page, asked: Asked) -> str:
    """A page as HTML."""
    return (
        _environment()
        .get_template(page.template)
        .render(
            page=page,
            data=page.data,
            asked=asked,
            t=asked.t,
            told=asked.told,
            plain=functools.partial(_plain, asked.shown),
            shown=functools.partial(_shown, asked.shown),
            marked=functools.partial(_marked, asked.shown),
            here=asked.here,
            menu=MENU,
            needs_readings=page.template in _OF_READINGS,
            languages=LANGUAGES,
        )
    )


@functools.cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("shilu.web"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters |= {"day": day, "days_of": days_of, "minute": minute, "number": number}
    environment.globals |= {
        "address": address,
        "named_address": named_address,
        "pair_address": pair_address,
        "party_address": party_address,
        "passages": said,
        "short": short,
        "words": words,
        "entity_address": entity_address,
        "web_address": web_address,
        "columns": charts.columns,
        "share": charts.share,
        "spark": charts.spark,
        "lane": charts.lane,
    }
    return environment


def _plain(convert: Callable[[str], str], text: str | None) -> str:
    """A text of the archive in the script chosen, for places that take no markup."""
    return _CONTROL.sub("", convert(text or ""))


def _shown(convert: Callable[[str], str], text: str | None) -> Markup:
    """A text of the archive: in the script chosen, kept from turning the direction of its surroundings."""
    return _BDI + _plain(convert, text) + _END if text else Markup()


def _marked(convert: Callable[[str], str], text: str, spans: Iterable[tuple[int, int] | Mark]) -> Markup:
    """A text of the archive with marks; bare spans are what was searched for."""
    marks = [span if isinstance(span, Mark) else Mark("found", *span) for span in spans]
    return _BDI + marked(text, marks, functools.partial(_plain, convert)) + _END


def day(moment: str | None) -> str:
    """The day of a moment, as fine as it is known."""
    return (moment or "")[:_DAY] if "/" not in (moment or "") else moment or ""


def days_of(groups: Iterable[tuple[str, list[Any]]]) -> list[tuple[str, list[Any]]]:
    """What is grouped by moment, grouped by the days of these."""
    found: dict[str, list[Any]] = {}
    for moment, those in groups:
        found.setdefault(day(moment), []).extend(those)
    return list(found.items())


def minute(moment: str | None) -> str:
    """A moment to the minute: 2024-02-16 21:03."""
    return (moment or "")[:_MINUTE].replace("T", " ") if "/" not in (moment or "") else moment or ""


def number(value: int) -> str:
    """A number with thousands parted."""
    return f"{value:,}"
