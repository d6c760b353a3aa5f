"""Addresses of the reading room: they say what is there, and stay."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode, urlsplit

if TYPE_CHECKING:
    from shilu.records import Entity


def address(*parts: str, **params: str) -> str:
    """An address: ``address("person", "p.blinken")``, ``address("search", outlet="美国之音")``."""
    path = "/" + "/".join(quote(part, safe="") for part in parts)
    return path + ("?" + urlencode(params) if params else "")


def entity_address(entity: Entity) -> str:
    """Where everything about a person, place or organisation is listed."""
    return address("search", q=f"entity:{entity.id}" if " " not in entity.id else f'entity:"{entity.id}"')


def web_address(url: str | None) -> str:
    """The address if it is one of the web, else nothing: ``javascript:`` and its like become no link."""
    try:
        parts = urlsplit((url or "").strip())
    except ValueError:
        return ""
    return str(url).strip() if parts.scheme in ("http", "https") and parts.netloc else ""
