"""What the commands say, in English or Chinese.

The English text is the key, so that commands read as they speak; :mod:`shilu.cli.messages_zh` holds the other language.
``SHILU_LANG`` decides, else the language of the system. A test compares the catalogue with the commands.
"""

from __future__ import annotations

import functools
import os


def language() -> str:
    """``zh`` or ``en``."""
    for name in ("SHILU_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


@functools.cache
def _catalogue() -> dict[str, str]:
    if language() == "en":
        return {}
    from shilu.cli.messages_zh import MESSAGES  # noqa: PLC0415 - loaded only where it is spoken

    return MESSAGES


def t(text: str, **values: object) -> str:
    """The text in the user's language, with values filled in."""
    found = _catalogue().get(text, text)
    return found.format(**values) if values else found
