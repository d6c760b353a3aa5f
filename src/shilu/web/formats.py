"""A page as HTML, JSON, CSV or Atom."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

import msgspec
from starlette.responses import Response

from shilu.web.headers import POLICY_WITH_IMAGES
from shilu.web.templating import rendered

if TYPE_CHECKING:
    from shilu.web.page import Asked, Page

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_XML = {code: None for code in range(32) if chr(code) not in "\t\n\r"}


def html(page: Page, asked: Asked) -> Response:
    """The page for readers."""
    headers = {"Content-Security-Policy": POLICY_WITH_IMAGES} if page.remote_images else None
    return Response(rendered(page, asked), page.status, headers, "text/html; charset=utf-8")


def as_json(page: Page) -> Response:
    """The same values for programs."""
    printed = page.data if page.printed is None else page.printed
    try:
        body = msgspec.json.encode(printed)
    except UnicodeEncodeError:
        # A path of broken encoding: escaped as Python does, so that its bytes can be had back.
        body = json.dumps(msgspec.to_builtins(printed)).encode()
    return Response(body, page.status, media_type="application/json")


def as_csv(page: Page) -> Response:
    """The list of the page as a table, with a byte order mark so that spreadsheets see it is UTF-8."""
    rows = list(page.rows or ())
    text = io.StringIO()
    if rows:
        writer = csv.DictWriter(text, list(rows[0]), lineterminator="\r\n")
        writer.writeheader()
        writer.writerows({key: _cell(value) for key, value in row.items()} for row in rows)
    return Response("\ufeff" + text.getvalue(), page.status, media_type="text/csv; charset=utf-8")


def _cell(value: Any) -> Any:
    """A value for spreadsheets, which must not take text for a formula."""
    if isinstance(value, (list, tuple)):
        value = "; ".join(map(str, value))
    return "'" + value if isinstance(value, str) and value.startswith(_FORMULA) else value


def as_atom(page: Page, asked: Asked, base: str, address: str) -> Response:
    """The list of the page as a feed."""
    items = page.feed or ()
    updated = max((_instant(item.updated) for item in items), default="1970-01-01T00:00:00Z")
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"<title>{_xml(page.title)} · {_xml(asked.t('shilu 实录'))}</title>",
        f'<id>{_xml(address)}</id><link rel="self" href={quoteattr(address)}/>',
        f"<updated>{updated}</updated>",
    ]
    for item in items:
        href = base + item.href
        lines += [
            f"<entry><title>{_xml(item.title)}</title><id>{_xml(href + item.part)}</id><link href={quoteattr(href)}/>",
            f"<updated>{_instant(item.updated)}</updated><author><name>{_xml(item.author or '—')}</name></author>",
            f"<summary>{_xml(item.summary)}</summary></entry>",
        ]
    body = "\n".join([*lines, "</feed>"])
    return Response(body, page.status, media_type="application/atom+xml; charset=utf-8")


def _xml(text: str) -> str:
    return escape(text.translate(_XML))


def _instant(moment: str) -> str:
    """A moment as Atom wants it: to the second. What is coarser begins there."""
    first = moment.partition("/")[0]
    full = first + "0001-01-01T00:00:00"[len(first) :] if len(first) < len("2021-01-01T00:00:00") else first
    return full if full.endswith("Z") or "+" in full else full.rstrip("Z") + "Z"
