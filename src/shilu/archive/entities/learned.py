"""What was learned of people from the articles, person by person."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from shilu.archive.entities.bearers import bearers
from shilu.archive.entities.naming import forms, title
from shilu.archive.values import many
from shilu.learning.facts import CONTRADICTED, FREQUENT

if TYPE_CHECKING:
    from shilu.archive.store import Archive
    from shilu.knowledge import Authority

_PEOPLE = """
    SELECT number, id, uncertain, articles FROM entities
    WHERE kind = 'person' AND number IN (SELECT entity FROM learned_facts WHERE {facts})
        AND iif(?1 IS NULL, id LIKE 'x.%', number IN (SELECT value FROM json_each(?1)))
    ORDER BY articles DESC, mentions DESC, id LIMIT ?2
"""
_FACTS = """
    SELECT entity, field, value, articles, outlets, first, last, contradicted, article, block, "start", "end"
    FROM learned_facts WHERE {facts} AND entity IN (SELECT value FROM json_each(?))
    ORDER BY entity, field, articles DESC, value
"""
_USED = f"articles >= {FREQUENT} AND contradicted <= articles * {CONTRADICTED}"


class FactLine(msgspec.Struct, frozen=True):
    """One fact, with the place of its first example."""

    field: str
    """``name``, ``latin``, ``role`` or ``of``."""
    value: str
    articles: int
    outlets: int
    first: str | None
    last: str | None
    contradicted: int
    """Articles that state what does not go with it."""
    article: str
    block: int
    start: int
    end: int


class LearnedPerson(msgspec.Struct, frozen=True):
    """A person and what articles state of them beyond the authority."""

    id: str
    name: str
    articles: int
    uncertain: bool
    facts: tuple[FactLine, ...]

    def usual(self, field: str) -> str | None:
        """The value that most articles state."""
        return next((fact.value for fact in self.facts if fact.field == field), None)


def learned(
    archive: Archive, authority: Authority, name: str | None = None, *, every: bool = False, limit: int = 0
) -> list[LearnedPerson]:
    """Those in most articles first, each with the facts that are used, or with every one.

    Without a name only people whom the authority lacks; of others articles state new names at most.

    Raises:
        NotFound: where no article names anybody so.
    """
    facts = "true" if every else _USED
    asked = None if name is None else many(one.number for one in bearers(archive.db, authority, name, ("person",)))
    people = archive.db.execute(_PEOPLE.format(facts=facts), (asked, limit or -1)).fetchall()
    numbers = many(row["number"] for row in people)
    names = forms(archive.db, numbers)
    by_person: dict[int, list[FactLine]] = {}
    for number, *fact in archive.db.execute(_FACTS.format(facts=facts), (numbers,)):
        by_person.setdefault(number, []).append(FactLine(*fact))
    return [
        LearnedPerson(
            row["id"],
            title(authority, row["id"], names.get(row["number"], [])),
            row["articles"],
            bool(row["uncertain"]),
            tuple(by_person.get(row["number"], ())),
        )
        for row in people
    ]
