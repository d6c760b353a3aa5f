"""Pages as HTML: jinja2 with escaping always on, and the few filters that templates use."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

import jinja2
from markupsafe import Markup

from shilu.web import charts
from shilu.web.addresses import address, entity_address, web_address
from shilu.web.languages import LANGUAGES, message
from shilu.web.marks import Mark, marked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from shilu.web.page import Asked, Page

MENU = (("/search", message("Search")),)
"""Addresses and names of the pages that every page links to."""
_DAY = len("2021-03-19")
_MINUTE = len("2021-03-19T08:00")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
"""Control characters, and marks that turn the direction of what follows them."""


def rendered(page: Page, asked: Asked, path: str) -> str:
    """A page as HTML."""
    return (
        _environment()
        .get_template(page.template)
        .render(
            page=page,
            data=page.data,
            asked=asked,
            path=path,
            t=asked.t,
            told=asked.told,
            shown=functools.partial(_shown, asked.shown),
            marked=functools.partial(_marked, asked.shown),
            here=functools.partial(_here, path, asked.params),
            here_at=lambda stem, suffix: _here(stem, asked.params, suffix),
            menu=MENU,
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
    environment.filters |= {"day": day, "minute": minute, "segment": segment, "number": number}
    environment.globals |= {
        "address": address,
        "entity_address": entity_address,
        "web_address": web_address,
        "columns": charts.columns,
        "share": charts.share,
    }
    return environment


def _shown(convert: Callable[[str], str], text: str | None) -> Markup:
    """A text of the archive: in the script chosen, kept from turning the direction of its surroundings."""
    return Markup("<bdi>{}</bdi>").format(_CONTROL.sub("", convert(text))) if text else Markup()


def _marked(convert: Callable[[str], str], text: str, spans: Iterable[tuple[int, int] | Mark]) -> Markup:
    """A text of the archive with marks; bare spans are what was searched for."""
    marks = [span if isinstance(span, Mark) else Mark("found", *span) for span in spans]
    return Markup("<bdi>{}</bdi>").format(marked(text, marks, lambda piece: _CONTROL.sub("", convert(piece))))


def _here(path: str, params: Mapping[str, str], suffix: str = "", **changes: object) -> str:
    """The address of this page with some parameters changed; empty ones are left out."""
    kept = {**params, **changes}
    query = urlencode({name: value for name, value in kept.items() if value not in ("", None)})
    return path + suffix + ("?" + query if query else "")


def day(moment: str | None) -> str:
    """The day of a moment, as fine as it is known."""
    return (moment or "")[:_DAY] if "/" not in (moment or "") else moment or ""


def minute(moment: str | None) -> str:
    """A moment to the minute: 2024-02-16 21:03."""
    return (moment or "")[:_MINUTE].replace("T", " ") if "/" not in (moment or "") else moment or ""


def number(value: int) -> str:
    """A number with thousands parted."""
    return f"{value:,}"


def segment(name: str) -> str:
    """A name as one part of an address."""
    return quote(name, safe="")
