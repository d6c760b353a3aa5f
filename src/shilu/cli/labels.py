"""Words for codes, ``CONSULT``, ``planned``, ``republished``, and options that take them."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import typer

from shilu.cli.messages import language, t, worded
from shilu.vocabulary import COPIES, FORMS, MODES, POINTS, STATUSES, TYPES, Word, code_of

_Code = TypeVar("_Code", bound=str)
_TABLES: tuple[Mapping[Any, Word], ...] = (TYPES, MODES, FORMS, STATUSES, COPIES, POINTS)
_WORDS = {code: word for words in _TABLES for code, word in words.items()}


def label(code: str) -> str:
    """A form, mode, status, type, kind of copy or point of difference in the user's language."""
    return worded(_WORDS[code]) if code in _WORDS else code


def choice(words: Mapping[_Code, Word], name: str, what: str) -> Any:
    """An option that takes one of these codes or its word; its help lists them."""
    metavar = name.removeprefix("--").upper()
    listed = t(" One of: {names}.", names=t(", ").join(_listed(words)))
    return typer.Option(name, parser=_coded(words), metavar=metavar, help=what + listed)


def _listed(words: Mapping[_Code, Word]) -> list[str]:
    """The codes, in Chinese behind their words; English words are like them."""
    if language() == "en":
        return list(words)
    return [code if code == word[1] else f"{worded(word)}（{code}）" for code, word in words.items()]


def _coded(words: Mapping[_Code, Word]) -> Callable[[str], _Code]:
    def code(typed: str) -> _Code:
        if (found := code_of(typed, words)) is None:
            # As typer says it of its own choices, so that it is told like them. Codes are like codes, words like words.
            known = list(words) if typed.isascii() else [worded(word) for word in words.values()]
            raise ValueError(f"{typed!r} is not one of {', '.join(map(repr, known))}.")
        return found

    return code
