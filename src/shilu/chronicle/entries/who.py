"""A party as comparing needs it: its country, and whether its state may be named in its stead."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec

if TYPE_CHECKING:
    from shilu.knowledge import Authority

Standing: TypeAlias = Literal["state", "office", "party", "official", "former", "union", "scene", "other"]
"""A state itself, a body of its government, a party that speaks for itself, a person who holds an office or did, one
who had left it by the day in question, a body of states, a place that no one acts for, anybody else."""

_GOVERNMENT = frozenset(
    {"ministry", "government", "military", "agency", "parliament", "party", "court", "central-bank"}
)
_ONE_PARTY = frozenset({"CN", "KP", "VN", "CU", "LA"})
"""States whose party is the state, by whose name some outlets call it."""
_LEADING = frozenset({"head-of-state", "head-of-government"})
_UNION = frozenset({"international", "alliance"})
UNITED_NATIONS = "UN"
_SCENES = frozenset({"city", "venue", "island", "sea", "strait", "continent"})


class Who(msgspec.Struct, frozen=True):
    """A party of a telling."""

    id: str
    country: str | None
    """Of the person or body, where the authority knows it."""
    standing: Standing
    leads: bool = False
    """Whether a person heads a state or its government."""

    @property
    def side(self) -> str:
        """The country it belongs to; itself, where it belongs to none."""
        return self.country or self.id

    @property
    def is_government(self) -> bool:
        """Whether it is a state, or a body of its politics."""
        return self.standing in ("state", "office", "party")


@functools.cache
def who(party: str, authority: Authority) -> Who:
    """What the authority knows of a party; nothing of those it does not list."""
    if (person := authority.people.get(party)) is not None:
        return Who(party, person.country, "official" if person.offices else "other")
    if (org := authority.orgs.get(party)) is not None:
        if org.country in (None, UNITED_NATIONS):
            return Who(party, None, "union" if org.kind in _UNION else "other")
        if org.kind in _UNION:  # 欧盟
            return Who(party, org.country, "state")
        speaks: Standing = "party" if org.kind == "party" and org.country not in _ONE_PARTY else "office"
        return Who(party, org.country, speaks if org.kind in _GOVERNMENT else "other")
    if (place := authority.places.get(party)) is not None:
        return Who(party, place.country, "state" if place.country and place.kind not in _SCENES else "scene")
    return Who(party, None, "scene" if party.startswith("x.place.") else "other")


@functools.cache
def who_then(party: str, day: str, authority: Authority) -> Who:
    """The same on a day: who leads, and that nobody's state stands for one who has left the last office."""
    one = who(party, authority)
    if one.standing != "official":
        return one
    offices = authority.people[party].offices
    held = [tenure for tenure in offices if tenure.covers(day)]
    left = not held and any(tenure.since <= day for tenure in offices)
    leads = any(authority.offices[tenure.office].kind in _LEADING for tenure in held)
    return Who(one.id, one.country, "former" if left else "official", leads)
