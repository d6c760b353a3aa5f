"""Which article a person means: by its id, the beginning of one, or a URL."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from shilu.errors import NotFound

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

_BEGINNING = re.compile(r"[0-9a-f]{3,}")
_SHOWN = 5
_TELLING = 4
"""Characters of an id by which it is looked for elsewhere."""
_CANDIDATES = 2000


def find(db: sqlite3.Connection, key: str) -> str:
    """The id of the article that is meant.

    Raises:
        NotFound: where there is none, or more than one; carries close matches.
    """
    key = key.strip()
    if not key:
        raise NotFound("the id is empty", hint="find one with `shilu search`")
    if db.execute("SELECT 1 FROM articles WHERE id = ?", (key,)).fetchone():
        return key
    if "/" in key:
        return _by_url(db, key)
    found = _beginning_with(db, key.lower())
    if len(found) == 1:
        return found[0]
    if found:
        raise NotFound(f"{key} begins the ids of several articles", hint="give more characters of the id", close=found)
    other = elsewhere(db, key)
    raise NotFound(
        f"there is no article {key}",
        hint=other or "find one with `shilu search`",
        close=() if other else _beginning_with(db, key[:3].lower()),
    )


def similar(ident: str, known: Sequence[str], letter: str) -> tuple[str, ...]:
    """Of known ids, which begin with a letter, those that a mistyped one, or the beginning of one, may mean."""
    typed = ident if ident.startswith(letter) else letter + ident
    beginnings = {one[: len(typed)]: one for one in known}
    return tuple(beginnings[one] for one in difflib.get_close_matches(typed, beginnings, n=_SHOWN, cutoff=0.75))


_KINDS = (
    ("SELECT 1 FROM entries WHERE id >= ? AND id < ?", "an entry of the chronicle has this id: `shilu entry {}`"),
    ("SELECT 1 FROM stories WHERE id >= ? AND id < ?", "a story has this id: `shilu story {}`"),
    ("SELECT 1 FROM articles WHERE id >= ? AND id < ?", "an article has this id: `shilu show {}`"),
)


def elsewhere(db: sqlite3.Connection, ident: str) -> str | None:
    """Which command knows an id, or the beginning of one, that another command was given; None where none does."""
    if len(ident) < _TELLING:
        return None
    for sql, told in _KINDS:
        if db.execute(sql, (ident, ident + "~")).fetchone():
            return told.format(ident)
    return None


def _beginning_with(db: sqlite3.Connection, beginning: str) -> tuple[str, ...]:
    if not _BEGINNING.fullmatch(beginning):
        return ()
    sql = "SELECT id FROM articles WHERE id >= ? AND id < ? ORDER BY id LIMIT ?"
    return tuple(row[0] for row in db.execute(sql, (beginning, beginning + "g", _SHOWN)))


def _by_url(db: sqlite3.Connection, url: str) -> str:
    # The reader's canonical form decides first, so that www., tracking and fragments do not matter.
    from shilu.outlets.addresses import article_id  # noqa: PLC0415 (loads the HTML parser, which few commands need)

    for sql, value in (
        ("SELECT id FROM articles WHERE id = ?", article_id(url, "")),
        ("SELECT id FROM articles WHERE url = ?", url),
    ):
        row = db.execute(sql, (value,)).fetchone()
        if row:
            return str(row[0])
    raise NotFound(
        f"there is no article of the address {url}", hint="find it with `shilu search`", close=_like(db, url)
    )


def _like(db: sqlite3.Connection, url: str) -> tuple[str, ...]:
    """Addresses of the same host that look alike."""
    host = re.sub(r"^\w+://(?:www\.)?", "", url).partition("/")[0]
    last = url.rstrip("/").rpartition("/")[2]
    sql = (
        "SELECT url FROM articles WHERE url LIKE '%' || ? || '%'"
        " ORDER BY instr(url, substr(?, 1, 6)) = 0, instr(url, substr(?, -6)) = 0 LIMIT ?"
    )
    urls = [row[0] for row in db.execute(sql, (host, last, last, _CANDIDATES))]
    return tuple(difflib.get_close_matches(url, urls, n=_SHOWN, cutoff=0.8))
