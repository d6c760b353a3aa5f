"""What entities are called in answers: the authority's name, else the one that most articles give."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from shilu.errors import NotFound
from shilu.knowledge.naming import key

if TYPE_CHECKING:
    import sqlite3

    from shilu.knowledge import Authority


class Form(NamedTuple):
    """A name as articles write it."""

    name: str
    articles: int

    @property
    def is_latin(self) -> bool:
        """Whether it is no Chinese form."""
        return not any("㐀" <= char <= "鿿" for char in self.name)


def forms(db: sqlite3.Connection, numbers: str) -> dict[int, list[Form]]:
    """The names of entities, the most frequent first; what differs by script or dots only counts as one.

    ``numbers`` is a JSON list of them.
    """
    found: dict[int, dict[str, Form]] = {}
    sql = """
        SELECT entity, key, name, articles FROM entity_names
        WHERE entity IN (SELECT value FROM json_each(?)) AND articles > 0 ORDER BY articles DESC, name
    """
    for number, folded, name, articles in db.execute(sql, (numbers,)):
        own = found.setdefault(number, {})
        own[folded] = Form(own[folded].name, own[folded].articles + articles) if folded in own else Form(name, articles)
    return {number: sorted(own.values(), key=lambda form: -form.articles) for number, own in found.items()}


def title(authority: Authority, ident: str, written: list[Form]) -> str:
    """The name under which an entity is listed, written in full where that is usual."""
    known = authority_name(authority, ident)
    if known is not None:
        return known
    usual = max(written, key=lambda form: (not form.is_latin, form.articles, len(form.name)), default=None)
    if usual is None:
        return ident
    longer = [form for form in written if key(form.name).endswith(f"·{key(usual.name)}")]
    return max(longer, key=lambda form: form.articles, default=usual).name


def authority_name(authority: Authority, ident: str) -> str | None:
    """The authority's name of an entity, None where it has no such entry (any more)."""
    try:
        return authority.names_of(ident)[0]
    except NotFound:
        return None
