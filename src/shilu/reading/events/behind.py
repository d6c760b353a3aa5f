"""What stands behind the word that tells an act: whom it concerns, or what they are to do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from shilu.reading.events.party import Group
from shilu.reading.events.walk import capital

if TYPE_CHECKING:
    from shilu.reading.events.scene import Scene

_OTHERS = ("他国", "他人")
"""Words that begin like a pronoun and mean nobody certain."""
_ABOUT = frozenset({"关于", "有关", "就", "针对"})
"""反对基金会|关于香港的说法 is not about the government of Hong Kong."""
_BORDER = re.compile(r"的?(?:边境|边界|交界|接壤)(?:的|附近|地区|一带|沿线|村|城|小镇|处)")
"""空袭|泰缅|边境 is done to neither."""
_ERA = re.compile(r"(?:执政|主政)?(?:时期|时代)")
DESCRIBING = frozenset({"有", "具有", "拥有", "由", "受", "被"})
"""Right before somebody who only describes others: 有|军方|背景的|中国公司."""
_NEAR = 9
"""How many units behind a verb those may stand whom it concerns."""


class Behind(msgspec.Struct, frozen=True):
    """What stands behind a verb."""

    group: Group | None = None
    relative: bool = False
    """Whether the verb only describes what follows: 制裁|的|官员."""
    clause: bool = False
    nothing: bool = False
    placed: bool = False
    """Whether a place that is no party stands there: 要求|欧洲."""


_SUCH = frozenset({"这样", "那样", "如此", "类似", "同样", "任何", "所有", "全部", "一切"})
"""Before 的 they say of what kind the object is: 谴责|这样|的行动."""


def _is_nobody(scene: Scene, group: Group) -> bool:
    """Whether a name stands in a word for nobody certain (他国), or only says of whose time a thing is."""
    era = group.ones[0].kind == "person" and _ERA.match(scene.text.plain, group.end)
    return bool(era) or scene.text.plain.startswith(_OTHERS, group.end - 1)  # 审查|特朗普|时期的政策


def _head(scene: Scene, group: Group, last: int) -> Group:
    """Those whom a phrase with somebody's name only describes: 禁止投资|由军方控制的|中国公司."""
    if not group.first or scene.units[group.first - 1].text not in DESCRIBING:
        return group
    behind_it = (g for g in scene.groups if group.last < g.first < last and scene.letters[g.first - 1] == "d")
    return next(behind_it, group)


def behind(scene: Scene, k: int) -> Behind:
    """What stands behind the verb at ``k`` in its clause."""
    _, last = scene.clauses[scene.clause_number(k)]
    if k + 1 >= last:
        return Behind(nothing=True)
    # A phrase may hold the word: 拘留|两年的|记者史密斯.
    starts = {max(group.first, k + 1): group for group in reversed(scene.groups) if group.last > k + 1}
    relative = clause = placed = False
    j = k + 1
    while j < min(last, k + 1 + _NEAR):
        letter = scene.letters[j]
        clause |= scene.units[j].text in _ABOUT
        group = starts.get(j)
        bordering = group is not None and _BORDER.match(scene.text.plain, group.end) is not None
        if group is not None and (bordering or _is_nobody(scene, group)):
            return Behind(None, relative, clause, placed=bordering)
        if group is not None:
            group = _head(scene, group, last)
            described = "d" in scene.letters[j : group.last]  # 传唤|在美国提供服务的中国公司
            if (clause and not described) or group.stance in ("to", "with", "by"):
                return Behind(None, relative, clause=True)
            if group.stance == "in":
                j = group.last
                continue
            clause = scene.letters[group.last : group.last + 1] in ("v", "a", "l", "t", "X")
            return Behind(group, relative, clause)
        if letter == "d":
            # 吊销|中国国际电视台|的执照: what a name owns follows
            number = scene.units[k + 1].text[:1].isdigit()  # 加征|25%|的关税
            such = scene.units[j - 1].text in _SUCH
            relative = relative or (
                not (clause or number or such) and j <= k + 2 and scene.letters[j - 1] not in "SOLPT"
            )
            clause = False
        elif letter in "vXr":
            clause = True
        elif letter == "L" and not clause and (ones := capital(scene, scene.units[j])):
            unit = scene.units[j]
            clause = scene.letters[j + 1 : j + 2] in ("v", "a", "l", "t", "X")
            return Behind(Group(ones, j, j + 1, "object", unit.start, unit.end), relative, clause)
        placed |= letter == "L" and not clause
        j += 1
    return Behind(None, relative, clause, placed=placed)
