"""Who does what an event word tells: the subject in its clause, or the one that a clause before lends it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from shilu.reading.events.party import distinct

if TYPE_CHECKING:
    from shilu.reading.events.party import Group, One
    from shilu.reading.events.scene import Scene

_RELATIVE = re.compile(r"[aT]*[vX][nSOLPTa]*d")
"""Behind a name that is the subject of a relative clause: 中国|制裁的议员."""
_BARRIER = re.compile(r"[vrX,]")
_DESCRIBED = re.compile(r"[^,]{0,12}d")
_SOMEBODY = re.compile(r"(?:议员|官员|专家|记者|民众|学生|游客|代表|学者|公民|人士|旅客|团|人员)$")


class Cast(NamedTuple):
    """Those around an event word in its clause."""

    subjects: tuple[One, ...] = ()
    withs: tuple[One, ...] = ()
    """与王毅."""
    tos: tuple[One, ...] = ()
    """对王毅, 向王毅."""
    start: int | None = None
    """Where the first of them stands in the block, None where nobody stands in the clause."""
    joint: bool = False

    @property
    def all(self) -> tuple[One, ...]:
        """Everybody, the subjects first."""
        return distinct((*self.subjects, *self.withs, *self.tos))


def cast(scene: Scene, verb: int, *, carry: bool = True) -> Cast:
    """Who stands before the verb of an event; where no subject stands in the clause, the one before lends it."""
    number = scene.clause_number(verb)
    first, _ = scene.clauses[number]
    if _is_unnamed(scene, verb):
        return Cast()
    beside: dict[str, tuple[One, ...]] = {}
    start = None
    for group in reversed(scene.groups_in(first, verb)):
        between = scene.letters[group.last : verb]
        near = not _BARRIER.search(between)
        if group.stance in ("with", "to") and near:
            beside.setdefault(group.stance, group.ones)
            start = group.start
        elif group.stance == "subject" and not _RELATIVE.match(between) and not _is_possessor(between, near=near):
            return Cast(group.ones, beside.get("with", ()), beside.get("to", ()), group.start, group.joint)
    subjects = carried(scene, number) if carry else ()
    subjects = tuple(one._replace(found_by="carried") for one in subjects)
    return Cast(subjects, beside.get("with", ()), beside.get("to", ()), start)


def _is_possessor(between: str, *, near: bool) -> bool:
    """Whether a name belongs to a noun before the verb: 拜登|的政策."""
    return near and bool(re.match(r"[nT]*d[nT]*[wtl]", between))


def carried(scene: Scene, number: int) -> tuple[One, ...]:
    """The subject of the nearest clause before that has one."""
    for earlier in range(number - 1, max(-1, number - 4), -1):
        first, last = scene.clauses[earlier]
        for group in scene.groups_in(first, last):
            behind = scene.letters[group.last : last]
            if group.stance == "subject" and not _RELATIVE.match(behind) and not behind.startswith("d"):
                return group.ones
    return ()


def objects(scene: Scene, at: int) -> Group | None:
    """The parties right behind an event word: 会晤|澳大利亚外长, 接见|受到制裁的议员格鲁克斯曼."""
    _, last = scene.clauses[scene.clause_number(at - 1)]
    for group in scene.groups_in(at, last):
        between = scene.letters[at : group.first]
        if (
            not between.strip("aTn")
            or between == "d"
            or (group.ones[0].kind == "person" and _DESCRIBED.fullmatch(between))
        ):
            return group
        if group.ones[0].kind == "person":
            return None
    return None


def _is_unnamed(scene: Scene, verb: int) -> bool:
    """Whether somebody without a name is the subject right before a verb: 威胁|议员|访台."""
    at = verb - 1
    while at >= 0 and scene.letters[at] in "aT":
        at -= 1
    return (
        at > 0
        and scene.letters[at] == "n"
        and bool(_SOMEBODY.search(scene.units[at].text))
        and scene.letters[at - 1] in "vaX,dn"
        and not any(group.last <= at and not scene.letters[group.last : at].strip("nd") for group in scene.groups)
    )
