"""Errors as the user sees them: what went wrong, where, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from shilu.cli.messages import t, told
from shilu.errors import NotFound, QueryError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shilu.errors import ShiluError


def show(error: ShiluError) -> None:
    """Print one error to standard error."""
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    console.print(wrong(told(str(error))))
    if isinstance(error, QueryError):
        for line in pointed_at(error.query, error.position):
            console.print(Text(line, "cyan"))
    if isinstance(error, NotFound) and error.close:
        console.print(similar(error.close))
    if error.hint:
        hint = told(error.hint)
        console.print(Text(hint[:1].upper() + hint[1:], "dim"))


def wrong(text: str) -> Text:
    """What went wrong, as the line that begins every error."""
    return Text.assemble((t("Error") + ": ", "bold red"), text)


def similar(names: Iterable[str]) -> Text:
    """The names that may have been meant."""
    return Text(t("Similar: {names}", names=t(", ").join(dict.fromkeys(names))))


def pointed_at(query: str, position: int) -> tuple[str, str]:
    """The query, and a caret below the place; Chinese characters are two cells wide."""
    line = " ".join(query.split("\n"))
    return f"  {line}", " " * (2 + cell_len(line[:position])) + "^"
