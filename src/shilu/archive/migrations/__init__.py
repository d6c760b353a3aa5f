"""The schema as an ordered list of SQL files, one per step; ``user_version`` counts the steps an archive has taken.

To change the schema add a file with the next number and never edit one that was released. Each runs in one
transaction together with the new ``user_version``: it is taken wholly or not at all.
"""

from __future__ import annotations

import functools
from importlib import resources


@functools.cache
def migrations() -> tuple[str, ...]:
    """The SQL of every step, in order."""
    files = [file for file in resources.files(__name__).iterdir() if file.name.endswith(".sql")]
    return tuple(file.read_text(encoding="utf-8") for file in sorted(files, key=lambda file: file.name))
