"""What could not be read, article by article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from shilu.archive.store import Archive


class ProblemLine(msgspec.Struct, frozen=True):
    """One problem of one article."""

    article: str
    title: str
    outlet: str
    field: str
    code: str
    evidence: str


def problems(archive: Archive, field: str, code: str, *, limit: int, offset: int = 0) -> list[ProblemLine]:
    """The articles with a problem, the newest first."""
    sql = """
        SELECT DISTINCT article, title, outlet, field, code, evidence
        FROM problems JOIN articles ON articles.id = article
        WHERE field = ? AND code = ? ORDER BY published DESC, article, evidence LIMIT ? OFFSET ?
    """
    return [ProblemLine(*row) for row in archive.db.execute(sql, (field, code, limit, offset))]


def count(archive: Archive, field: str, code: str) -> int:
    """How many lines there are of a problem."""
    sql = "SELECT count(*) FROM (SELECT DISTINCT article, evidence FROM problems WHERE field = ? AND code = ?)"
    return int(archive.db.execute(sql, (field, code)).fetchone()[0])
