"""The shape of the authority's data files: one frozen value per entry.

Every value in the files is text or a list of text, so that a country code ``NO`` stays a code and a date keeps its
precision. ``docs/authority.md`` tells editors the same in words.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

import msgspec

Day: TypeAlias = Annotated[str, msgspec.Meta(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
"""An ISO date as fine as it is known: ``2021-01-26``, ``2021-01`` or ``2021``."""
Country: TypeAlias = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{2}$")]
"""ISO 3166 alpha-2, with ``EU`` for the union and ``UN`` for the United Nations."""
Wikidata: TypeAlias = Annotated[str, msgspec.Meta(pattern=r"^Q[1-9]\d*$")]
Name: TypeAlias = Annotated[str, msgspec.Meta(min_length=2, pattern=r"^\S.*\S$")]
"""A name as printed, without blanks around it; one character alone is never a name."""
Abbreviation: TypeAlias = Annotated[str, msgspec.Meta(min_length=1, max_length=2)]
Id: TypeAlias = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+([.-][a-z0-9]+)*$")]
Ref: TypeAlias = Annotated[str, msgspec.Meta(pattern=r"^([A-Z]{2}|o\.[a-z0-9.-]+)$")]
"""What an office belongs to: a country code or the id of an organisation."""

OfficeKind: TypeAlias = Literal[
    "head-of-state",
    "deputy-head-of-state",
    "head-of-government",
    "deputy-head-of-government",
    "party-leader",
    "party-official",
    "foreign-minister",
    "deputy-foreign-minister",
    "defence-minister",
    "finance-minister",
    "trade-minister",
    "interior-minister",
    "justice-minister",
    "health-minister",
    "minister",
    "deputy-minister",
    "national-security-adviser",
    "adviser",
    "chief-of-staff",
    "spokesperson",
    "ambassador",
    "envoy",
    "speaker",
    "legislator",
    "military",
    "intelligence",
    "central-bank",
    "governor",
    "mayor",
    "judge",
    "prosecutor",
    "commissioner",
    "secretary-general",
    "official",
    "royal",
    "consort",
    "religious-leader",
    "executive",
]
OrgKind: TypeAlias = Literal[
    "ministry",
    "party",
    "military",
    "media",
    "think-tank",
    "international",
    "company",
    "parliament",
    "court",
    "university",
    "ngo",
    "government",
    "agency",
    "central-bank",
    "alliance",
]
PlaceKind: TypeAlias = Literal[
    "country",
    "capital",
    "city",
    "division",
    "sea",
    "strait",
    "region",
    "disputed",
    "island",
    "venue",
    "continent",
]


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What every entry has."""

    id: Id


class Tenure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One office held from a day to a day; without ``to`` it is still held."""

    office: Id
    since: Day = msgspec.field(name="from")
    until: Day | None = msgspec.field(name="to", default=None)

    def covers(self, day: str) -> bool:
        """Whether the office was held on that day (or in that month or year), as finely as both sides are known."""
        return not _after(self.since, day) and not (self.until is not None and _after(day, self.until))


class Named(Entry, frozen=True, kw_only=True):
    """What people, organisations and places share: names in every usual form."""

    name: Name
    """The fullest usual Chinese form, in simplified script."""
    also: tuple[Name, ...] = ()
    """Other renderings; forms that differ only by script are folded and need no listing."""
    latin: tuple[Name, ...] = ()
    country: Country | None = None
    wikidata: Wikidata | None = None


class Person(Named, frozen=True, kw_only=True):
    """A person and the offices held."""

    short: tuple[Name, ...] = ()
    """Forms used alone: 布林肯."""
    sex: Literal["m", "f"] | None = None
    offices: tuple[Tenure, ...] = ()


class Office(Entry, frozen=True, kw_only=True):
    """A post that people hold one after the other."""

    titles: tuple[Name, ...]
    """The title without the country, in all usual forms."""
    of: Ref
    kind: OfficeKind
    body: Id | None = None
    """The organisation it leads or speaks for."""


class Org(Named, frozen=True, kw_only=True):
    """An organisation."""

    kind: OrgKind
    bare: tuple[Name, ...] = ()
    """Forms that many organisations share, 外交部, and that the context resolves; no names to search by."""
    parent: Id | None = None
    members: tuple[Id, ...] = ()
    """The states that make it up, for a body that is nothing but their meetings."""


class Place(Named, frozen=True, kw_only=True):
    """A place."""

    kind: PlaceKind
    within: Id | None = None
    abbr: tuple[Abbreviation, ...] = ()
    """Abbreviations that are no mention by themselves but join into compounds: 美, 中."""


class Compound(Entry, frozen=True, kw_only=True):
    """A word that names several places or bodies at once: 中美, 俄乌, 两岸."""

    name: Name
    also: tuple[Name, ...] = ()
    joins: tuple[Id, ...]


def _after(left: str, right: str) -> bool:
    """Whether the left date lies wholly after the right one, compared at the precision that both have."""
    shared = min(len(left), len(right))
    return left[:shared] > right[:shared]
