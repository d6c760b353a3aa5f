"""What the commands say, in English or Chinese.

The English text is the key, so that commands read as they speak; the modules of :mod:`shilu.cli.zh`, one per command,
hold the Chinese, in 简体; for zh_TW and zh_HK it is converted. ``SHILU_LANG`` decides, else the language of the system.
A test compares both sides.
"""

from __future__ import annotations

import functools
import importlib
import os
import pkgutil
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from shilu.vocabulary import Word


_TRADITIONAL = re.compile(r"zh[_-](?:hant|tw|hk|mo)", re.IGNORECASE)


def language() -> str:
    """``zh`` or ``en``."""
    return "zh" if _asked().lower().startswith("zh") else "en"


def _asked() -> str:
    """The language as the environment names it: ``zh_TW.UTF-8``."""
    return next(filter(None, map(os.environ.get, ("SHILU_LANG", "LC_ALL", "LC_MESSAGES", "LANG"))), "en")


@functools.cache
def catalogue(package: str = "shilu.cli.zh") -> dict[str, str]:
    """Every Chinese text of a package's modules by its English one; loaded only where it is spoken."""
    found: dict[str, str] = {}
    for module in pkgutil.iter_modules(importlib.import_module(package).__path__):
        found |= importlib.import_module(f"{package}.{module.name}").MESSAGES
    return found


def t(text: str, **values: object) -> str:
    """The text in the user's language, with values filled in."""
    found = _written(catalogue().get(text, text)) if language() == "zh" else text
    return found.format(**values) if values else found


def worded(word: Word) -> str:
    """A word of the vocabulary in the user's language."""
    english, chinese = word
    return _written(chinese) if language() == "zh" else english


def with_copies(count: int) -> str:
    """How many copies of a text stand behind it; nothing where there are none."""
    if not count:
        return ""
    return t("+ 1 copy") if count == 1 else t("+ {count} copies", count=count)


def told(message: str) -> str:
    """A finished message of the library in the user's language."""
    return in_chinese(message, _written) if language() == "zh" else message


def _written(text: str) -> str:
    """The Chinese text in the script of the language asked for."""
    return _traditional(text) if _TRADITIONAL.match(_asked()) else text


@functools.cache
def _traditional(text: str) -> str:
    from shilu.text.script import display  # noqa: PLC0415 (loads OpenCC, which most readers spare)

    return display(text, "Hant")


def in_chinese(message: str, written: Callable[[str], str] = str) -> str:
    """A finished message of the library, whose template the catalogue may know: ``there is no article {key}``.

    ``written`` changes the words of the template, not its values.
    """
    for template, chinese in _templates():
        if match := template.fullmatch(message):
            return written(chinese).format(**match.groupdict())
    return message


@functools.cache
def _templates() -> list[tuple[re.Pattern[str], str]]:
    """Templates of the library's messages, as expressions that read the values back."""
    from shilu.cli.zh.errors import MESSAGES  # noqa: PLC0415

    return [(re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.*)", re.escape(text))), to) for text, to in MESSAGES.items()]
