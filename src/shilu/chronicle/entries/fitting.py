"""Whether two accounts may be of one deed, by who takes part."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from shilu.chronicle.entries.who import Who

SPOKEN = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "CONCEDE", "PROTEST"})
"""Acts done in words: what a minister says is not what another says for the same state."""


def stand_ins(left: tuple[Who, ...], right: tuple[Who, ...], kind: str) -> int | None:
    """How many parties of one side stand for others on the other; None where the two do not fit.

    The smaller side must be found in the larger, by name or as state for its own people (中国 for 王毅). Two different
    people of one country are two deeds, and so is one who is met alone and one who is met with somebody else's.
    """
    small, large = (left, right) if len(left) <= len(right) else (right, left)
    inside = {one.id for one in large}
    named = {one.id for one in small}
    absent = [one for one in small if one.id not in inside]
    spare = [one for one in large if one.id not in named]
    if not all(any(_stands_for(one, other, kind) for other in spare) for one in absent):
        return None
    if any(_is_another(one, other) for one in absent for other in spare):
        return None  # 夏宝龙 met members of 政协, for which 韩正 does not stand
    return len(absent)


def one_of_many(left: tuple[Who, ...], right: tuple[Who, ...], kind: str, *, on_one_day: bool = True) -> int | None:
    """The same for encounters of many, where each account names some of those who meet.

    One party must be named by both; others may be missing where the account names the body that meets (四方安全对话),
    if both name more than one state. Of no single day a leader is not enough, who is at many gatherings.
    """
    ids = {one.id for one in left} & {one.id for one in right}
    fits = stand_ins(left, right, kind)
    if fits is not None:
        return fits if ids or fits > 1 else None
    if not ids:
        return None
    unions = [any(one.standing == "union" for one in side) for side in (left, right)]
    people = {one.id for one in (*left, *right) if not one.is_government and (on_one_day or not one.leads)}
    known = len(ids) > 1 or not ids.isdisjoint(people)
    return len(left) if known and any(unions) and not all(unions) else None


def _is_another(one: Who, other: Who) -> bool:
    """Whether two are people of one country."""
    return not (one.is_government or other.is_government) and one.country is not None and one.country == other.country


def _stands_for(one: Who, other: Who, kind: str) -> bool:
    """Whether one of the two is the state, or a body of the state, that the other acts for."""
    if one.country is None or one.country != other.country:
        return False
    if kind in SPOKEN and "party" in (one.standing, other.standing):
        return False
    if one.is_government and other.is_government:
        return "state" in (one.standing, other.standing)
    return (
        kind not in SPOKEN
        and "official" in (one.standing, other.standing)
        and (one.is_government or other.is_government)
    )


def unnamed(ones: Collection[Who]) -> int:
    """How many countries are named without anybody of theirs; 中共 and 拜登政府 are nobody."""
    return len({one.side for one in ones} - {one.side for one in ones if not one.is_government})
