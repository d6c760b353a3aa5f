"""Namesakes parted by roles that have nothing in common: the head of a car maker and an official of one name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shilu.reading.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shilu.learning.claim import Claim

_TELLING = 5
"""Characters from which a role names a body along with the title."""
_SAID_TWICE = 2
"""Articles that must agree, for one may have a mistake, or say the same in other words."""
_EVERYWHERE = frozenset(
    words("中国 国家 北京 香港 台湾 大陆 上海 美国 中共 全国 国的 国国 著名 知名 资深 前任 时任 现任 国际 我国 世界")
)
"""Pairs of characters that stand in the roles of very different people."""


def parted_by_roles(claims: Iterable[Claim]) -> list[list[Claim]]:
    """The claims whose roles share a pair of characters, chained, the largest group first; single ones are left out."""
    groups: list[tuple[set[str], list[Claim]]] = []
    for claim in sorted(claims):
        if claim.role is None or len(claim.role) < _TELLING:
            continue
        pairs = telling_pairs(claim.role)
        own = [claim]
        for group in [group for group in groups if group[0] & pairs]:
            pairs |= group[0]
            own += group[1]
            groups.remove(group)
        groups.append((pairs, own))
    found = [sorted(own) for _, own in groups if len({claim.article for claim in own}) >= _SAID_TWICE]
    return sorted(found, key=lambda own: (-len(own), own))


def telling_pairs(role: str) -> set[str]:
    """The pairs of characters in a role, in simplified script, but for those that anybody's may have."""
    return {role[at : at + 2] for at in range(len(role) - 1)} - _EVERYWHERE
