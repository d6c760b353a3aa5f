"""The bytes of a snapshot."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.errors import NotFound

if TYPE_CHECKING:
    from shilu.archive.store import Archive

_DIGEST = re.compile(r"([0-9a-f]{64})(?:\.txt)?")


def data(archive: Archive, name: str) -> bytes:
    """The bytes as they were received.

    Raises:
        NotFound: where the name is no digest, or there is no such snapshot.
    """
    match = _DIGEST.fullmatch(name)
    if not match:
        raise NotFound(f"{name} is no digest of a snapshot")
    return archive.data(match[1])
