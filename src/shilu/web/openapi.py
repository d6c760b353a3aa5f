"""What the pages print for programs, described in OpenAPI 3.1; made from the addresses and the records themselves."""

from __future__ import annotations

import re
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

import msgspec

from shilu.web.routes import ADDRESSES, PARAMETERS, records, stem

if TYPE_CHECKING:
    from shilu.web.routes import Address

_MEDIA = {"json": "application/json", "csv": "text/csv", "atom": "application/atom+xml"}
_PART = re.compile(r"\{(\w+)(?::path)?\}")
_CONTRACT = {
    "type": "object",
    "description": "One article as `shilu show --format json` prints it; docs/fields.md explains every field.",
}


def description() -> dict[str, Any]:
    """The whole description."""
    schemas, components = msgspec.json.schema_components(records(), ref_template="#/components/schemas/{name}")
    by_record = dict(zip(records(), schemas, strict=True))
    paths = {}
    for address in ADDRESSES:
        path = _PART.sub(r"{\1}", stem(address))
        schema = by_record[address.holds] if address.holds else _CONTRACT
        for form in ("json", *address.forms):
            paths[f"{path}.{form}"] = {"get": _operation(address, form, schema)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "shilu 实录",
            "version": version("shilu"),
            "description": "The reading room's pages for programs. Nothing can be changed through them.",
        },
        "paths": paths,
        "components": {"schemas": components},
    }


def _operation(address: Address, form: str, schema: dict[str, Any]) -> dict[str, Any]:
    parts = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}, "description": "an id or any name"}
        for name in _PART.findall(address.path)
    ]
    asked = [
        {"name": name, "in": "query", "schema": {"type": "string"}, "description": PARAMETERS[name]}
        for name in address.asks
    ]
    content = {_MEDIA[form]: {"schema": schema if form == "json" else {"type": "string"}}}
    return {
        "summary": address.summary,
        "parameters": [*parts, *asked],
        "responses": {
            "200": {"description": address.summary, "content": content},
            "400": {"description": "a parameter cannot be read"},
            "404": {"description": "there is nothing of that name"},
        },
    }
