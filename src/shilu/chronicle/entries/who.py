"""A party as comparing needs it: its country, and whether its state may be named in its stead."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec

if TYPE_CHECKING:
    from shilu.knowledge import Authority

Standing: TypeAlias = Literal["state", "office", "official", "union", "scene", "other"]
"""A state itself, a body of its government, a person who holds or held an office, a body of states, a place that no one
acts for, anybody else."""

_GOVERNMENT = frozenset({"ministry", "government", "military", "agency", "parliament", "party", "central-bank"})
_UNION = frozenset({"international", "alliance"})
_SCENES = frozenset({"city", "venue", "island", "sea", "strait", "continent"})


class Who(msgspec.Struct, frozen=True):
    """A party of a telling."""

    id: str
    country: str | None
    """Of the person or body, where the authority knows it."""
    standing: Standing
    left: str | None = None
    """When a person who holds no office any more left the last one."""

    @property
    def is_government(self) -> bool:
        """Whether it is a state, or a body that acts for one."""
        return self.standing in ("state", "office")


@functools.cache
def who(party: str, authority: Authority) -> Who:
    """What the authority knows of a party; nothing of those it does not list."""
    if (person := authority.people.get(party)) is not None:
        ends = [tenure.until for tenure in person.offices]
        left = max(filter(None, ends), default=None) if all(ends) else None
        return Who(party, person.country, "official" if person.offices else "other", left)
    if (org := authority.orgs.get(party)) is not None:
        if org.country is None:
            return Who(party, None, "union" if org.kind in _UNION else "other")
        if org.kind in _UNION:  # 欧盟
            return Who(party, org.country, "state")
        return Who(party, org.country, "office" if org.kind in _GOVERNMENT else "other")
    if (place := authority.places.get(party)) is not None:
        return Who(party, place.country, "state" if place.country and place.kind not in _SCENES else "scene")
    return Who(party, None, "scene" if party.startswith("x.place.") else "other")
