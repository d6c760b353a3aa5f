"""Which outlets are meant by part of a name, in either script, or by the name of their reader (rfa)."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from shilu.errors import NotFound
from shilu.text.script import fold

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Sequence


def named_outlets(asked: Sequence[str], known: Iterable[str], readers: Collection[str]) -> tuple[list[str], list[str]]:
    """The outlets whose names contain what was asked for, whatever the script; and the readers of that name (rfa).

    Raises:
        NotFound: with similar names.
    """
    by_fold = {fold(name): name for name in known}
    named: list[str] = []
    read_by: list[str] = []
    for name in (fold(one).strip() for one in asked):
        matching = [outlet for folded, outlet in by_fold.items() if name and name in folded]
        if not matching and name not in readers:
            close = difflib.get_close_matches(name, [*by_fold, *readers], n=3, cutoff=0.4)
            raise NotFound(
                f"no article of an outlet named {name!r}",
                close=tuple(by_fold.get(folded, folded) for folded in close),
                hint="" if close else "see the outlets with `shilu status`",
            )
        named += matching
        read_by += [name] if name in readers else []
    return named, read_by


def is_meant(asked: str, outlet: str, reader: str) -> bool:
    """Whether an outlet, or the reader of its article (``rfa.v1``), is meant."""
    return fold(asked) in fold(outlet) or fold(asked) == reader.partition(".")[0]


def stored_outlets(db: sqlite3.Connection, asked: str) -> list[str]:
    """The outlets of the store that are meant.

    Raises:
        NotFound: with similar names.
    """
    readers: dict[str, set[str]] = {}
    for outlet, reader in db.execute("SELECT DISTINCT outlet, reader FROM articles"):
        readers.setdefault(reader.partition(".")[0], set()).add(outlet)
    known = sorted(set().union(*readers.values()))
    named, read_by = named_outlets([asked], known, readers)
    return sorted({*named, *(outlet for reader in read_by for outlet in readers[reader])})
