"""What two do together or break off: A 加强与 B 的合作, A 暂停同 B 的对话, A 与 B 站在一起."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.reading.events.around import around
from shilu.reading.events.deed import Deed
from shilu.reading.events.mood import mood_of
from shilu.reading.events.party import distinct

if TYPE_CHECKING:
    from shilu.reading.events.lexicon import Sense
    from shilu.reading.events.party import Group
    from shilu.reading.events.scene import Scene

_BREAKS = re.compile(r"^(?:暂停|停止|中[止断]|终止|切断|断绝|冻结|取消|搁置|撕毁|废除|退出)")
_FOSTERS = re.compile(
    r"^(?:决定)?(?:加强|增[进强]|强化|深化|扩大|推[进动]|促进|拓展|提升|开展|展开|恢复|重启|启动|巩固|密切|加深|改善)"
)
_TALKED_OF = re.compile(r"讨论|商讨|探讨|研究|谈[及到论]|磋商")
_REACH = 8
"""How many units before 合作 the other side may stand."""


def bond(scene: Scene, k: int, sense: Sense) -> Deed | None:
    """What a noun tells of a bond, or a verb behind 与 B."""
    first, _ = scene.clauses[scene.clause_number(k)]
    if sense.type == "SUPPORT":
        return _beside(scene, first, k)
    near = [group for group in scene.groups_in(max(first, k - _REACH), k) if group.stance in ("with", "to")]
    if near and not re.fullmatch(r"[nTa]*d?[nTcXa]{0,6}", scene.letters[near[-1].last : k]):
        return None
    beside = bool(near) and near[-1].stance == "with" and not scene.letters[near[-1].last : k].strip("a")
    if beside and sense.type == "COOPERATE" and _is_done(scene, k):
        return _together(scene, k, near[-1].first - 1, near[-1])
    end = near[-1].first - 1 if near else k - (len(scene.letters[first:k]) - len(scene.letters[first:k].rstrip("n")))
    verb = len(scene.letters[:end].rstrip("a")) - 1
    does = _BREAKS if sense.type == "SANCTION" else _FOSTERS
    if verb < first or not does.search(scene.units[verb].text):
        return None
    others = near[-1] if near else None
    return _broken_off(scene, k, verb, others) if sense.type == "SANCTION" else _together(scene, k, verb, others)


def _together(scene: Scene, k: int, at: int, others: Group | None) -> Deed | None:
    """A 加强与 B 的合作, A 将继续与 B 合作."""
    who = around(scene, at)
    mood = mood_of(scene, at, who)
    if mood is None or not who.subjects or any(_TALKED_OF.match(scene.units[i].text) for i in who.chain):
        return None
    ones = distinct((*who.all, *(others.ones if others else ())))
    return Deed(ones, (), "bond.v1", who.start, scene.units[k].end, mood=mood)


def _broken_off(scene: Scene, k: int, at: int, group: Group | None) -> Deed | None:
    """A 暂停同 B 的对话."""
    who = around(scene, at)
    mood, others = mood_of(scene, at, who), group.ones if group else who.withs
    if mood is None or not who.subjects or not others:
        return None
    return Deed(who.subjects, others, "bond.v1", who.start, scene.units[k].end, mood=mood)


def _beside(scene: Scene, first: int, k: int) -> Deed | None:
    """A 与 B 站在一起."""
    group = next(reversed(scene.groups_in(first, k)), None)
    if group is None:
        return None
    led = group.stance == "with"
    who = around(scene, group.first - 1 if led else k)
    mood = mood_of(scene, k, who)
    if mood is None:
        return None
    actors, recipients = (who.subjects, group.ones) if led else (group.ones[:1], group.ones[1:])
    return Deed(actors, recipients, "bond.v1", who.start if led else group.start, scene.units[k].end, mood=mood)


def _is_done(scene: Scene, k: int) -> bool:
    """Whether a word ends what its clause tells: 与加拿大|合作，, 与日本|合作应对, not 与日本|合作的项目."""
    return scene.letters[k + 1 : k + 2] in ("", ",", "v", "X")
