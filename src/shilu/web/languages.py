"""The languages of the interface: 简体, 繁體 and English; and the script in which texts are shown.

English is the key, so that templates read as they speak, as in :mod:`shilu.cli.messages`. The modules of
:mod:`shilu.web.zh`, one per page, hold the Chinese in simplified script; traditional is converted from it.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Literal, TypeAlias

from shilu.cli.messages import catalogue, in_chinese

if TYPE_CHECKING:
    from shilu.records import Script

Language: TypeAlias = Literal["zh-Hans", "zh-Hant", "en"]
LANGUAGES: dict[Language, str] = {"zh-Hans": "简体", "zh-Hant": "繁體", "en": "English"}
"""Each with its own name for itself."""
_TRADITIONAL = frozenset({"zh-hant", "zh-tw", "zh-hk", "zh-mo"})
_LONGEST = 200  # characters of the header that are looked at


def chosen(cookie: str | None, accepted: str | None) -> Language:
    """The language that was chosen before, else the browser's first that is spoken here, else simplified Chinese."""
    for language in LANGUAGES:
        if cookie == language:
            return language
    for _, tag in sorted(_weighed((accepted or "")[:_LONGEST]), key=lambda pair: -pair[0]):
        if any(tag == known or tag.startswith(f"{known}-") for known in _TRADITIONAL):
            return "zh-Hant"
        if tag == "zh" or tag.startswith("zh-"):
            return "zh-Hans"
        if tag == "en" or tag.startswith("en-"):
            return "en"
    return "en" if accepted and accepted != "*" else "zh-Hans"


def _weighed(header: str) -> list[tuple[float, str]]:
    """The tags of an Accept-Language header with their weights; what is malformed weighs nothing."""
    found = []
    for part in header.split(","):
        tag, _, weight = part.strip().lower().partition(";q=")
        try:
            found.append((float(weight) if weight else 1.0, tag))
        except ValueError:
            continue
    return found


def said(text: str, language: Language, **values: object) -> str:
    """A text of the interface in a language, with values filled in."""
    spoken = text if language == "en" else _chinese(text, language)
    return spoken.format(**values) if values else spoken


@functools.lru_cache(maxsize=2000)
def _chinese(text: str, language: Language) -> str:
    return shown(catalogue("shilu.web.zh").get(text, text), "Hant" if language == "zh-Hant" else None)


def told(message: str, language: Language) -> str:
    """A finished message of the library in a language."""
    if language == "en":
        return message if message.startswith("shilu ") else message[:1].upper() + message[1:]
    return in_chinese(message, lambda text: shown(text, "Hant" if language == "zh-Hant" else None))


def message(text: str) -> str:
    """A text that is said later, marked so that the catalogue is checked for it."""
    return text


def shown(text: str, script: Script | None) -> str:
    """A text of the archive in the script that was chosen; as it is where none was."""
    if script is None or text.isascii():
        return text
    from shilu.text.script import display  # noqa: PLC0415 (loads the tables of OpenCC)

    return display(text, script)
