"""Values bound to a statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable


def many(values: Iterable[object]) -> str:
    """Values for ``json_each``, which takes any number of them in one statement."""
    return msgspec.json.encode(list(values)).decode()
