"""Addresses of the reading room: they say what is there, and stay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlencode, urlsplit

if TYPE_CHECKING:
    from shilu.records import Entity


_KINDS = {"p": "person", "o": "org", "l": "place"}
"""What the ids of the authority begin with."""
_HAN = re.compile(r"(?:%E[4-9]%[89AB][0-9A-F]%[89AB][0-9A-F])+")


def address(*parts: str, **params: str) -> str:
    """An address: ``address("person", "p.blinken")``, ``address("search", outlet="美国之音")``; none empty."""
    params = {name: value for name, value in params.items() if value}
    path = "/" + "/".join(quote(part, safe="") for part in parts)
    return path + ("?" + urlencode(params) if params else "")


def shortened(href: str) -> str:
    """The same address with Han characters as they are, in a third of the bytes; browsers encode them again."""
    return _HAN.sub(lambda match: unquote(match.group()), href)


def entity_address(entity: Entity) -> str:
    """Where everything about a person, place or organisation is listed."""
    return named_address(entity.kind, entity.id)


def named_address(kind: str, ident: str) -> str:
    """The same by kind and id."""
    return address(kind, ident)


def party_address(ident: str) -> str:
    """Where everything about a party of an event is listed; its id tells the kind."""
    first, _, rest = ident.partition(".")
    kind = rest.partition(".")[0] if first == "x" else _KINDS.get(first, "")
    return named_address(kind, ident) if kind in _KINDS.values() else address("search", q=ident)


def pair_address(left: str, right: str) -> str:
    """Where the relations of two are shown; names with a slash cannot stand in a path of two parts."""
    if "/" in left + right:
        return address("relations", **{"of": left, "with": right})
    return address("relations", left, right)


def web_address(url: str | None) -> str:
    """The address if it is one of the web, else nothing: ``javascript:`` and its like become no link."""
    try:
        parts = urlsplit((url or "").strip())
    except ValueError:
        return ""
    return str(url).strip() if parts.scheme in ("http", "https") and parts.netloc else ""
