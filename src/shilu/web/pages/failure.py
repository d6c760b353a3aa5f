"""What is shown where there is nothing: what was asked, what is close to it, and the search."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from shilu.errors import NotFound
from shilu.web.page import Page

if TYPE_CHECKING:
    from shilu.errors import ShiluError
    from shilu.web.page import Asked


class Failure(msgspec.Struct, frozen=True):
    """An answer that is none."""

    error: str
    hint: str = ""
    close: tuple[str, ...] = ()


def failure(asked: Asked, error: ShiluError, status: int) -> Page:
    """The page of something that is not there, or could not be made."""
    missing = isinstance(error, NotFound)
    title = asked.t("Not found") if missing else asked.t("That did not work")
    # Hints of what is missing name commands, which a reader of pages has not at hand: the search is below.
    shown = Failure(str(error), "" if missing else error.hint, error.close if isinstance(error, NotFound) else ())
    return Page("failure.html", title, shown, status=status)
