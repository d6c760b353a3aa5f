"""Who is who: the data files of people, offices, organisations and places, and their matcher."""

from __future__ import annotations

from shilu.knowledge.authority import Authority, Taught, authority, authority_from
from shilu.knowledge.matcher import Match
from shilu.knowledge.naming import Candidate
from shilu.knowledge.schema import Compound, Office, Org, Person, Place, Tenure

__all__ = [
    "Authority",
    "Candidate",
    "Compound",
    "Match",
    "Office",
    "Org",
    "Person",
    "Place",
    "Taught",
    "Tenure",
    "authority",
    "authority_from",
]
