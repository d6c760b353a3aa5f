"""Encounters told by what is said or sent to somebody: A 对来访的 B 说, A 在电话中对 B 说, A 向 B 致贺电."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.reading.events.encounter import (
    LEADS,
    Telling,
    nearest,
    sense_of,
)
from shilu.reading.events.lexicon import IN_WORDS, Sense
from shilu.reading.events.subjects import is_thing, sides

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shilu.reading.events.scene import Scene

_ON_THE_PHONE = re.compile(r"电话[中里]$")
_WHILE = frozenset({"中", "时", "上", "期间"})
_VISITING = frozenset({"来访", "到访", "来华访问", "正式访问"})
_NEAR = 4
"""Units behind those to whom somebody says something, up to the verb."""


def told_to(scene: Scene, k: int) -> Iterator[Telling]:
    """A 对来访的 B 说, A 在电话中对 B 说, A 在会谈中向 B 表示."""
    called = _ON_THE_PHONE.search(scene.units[k].text) is not None
    meets = None if called else _held_then(scene, k)
    t = k + 1 if called else k - 1 if meets is None else k + 2
    visits = scene.units[k].text in _VISITING and scene.letters[k + 1 : k + 2] == "d"
    if not (called or visits or meets) or t < 0 or scene.letters[t : t + 1] != "t":
        return
    _, last = scene.clauses[scene.clause_number(k)]
    group = next((g for g in scene.groups_in(max(k, t), last) if g.stance == "to" and g.ones[0].kind == "person"), None)
    if group is None or not _says(scene, group.last):
        return
    before = sides(scene, min(k, t))
    if before.subjects:
        sense = meets or Sense("CONSULT", "object", "call" if called else "meeting")
        yield Telling((*before.subjects, *group.ones), sense, "told-to.v1", k, (before.start, group.end))


def _held_then(scene: Scene, k: int) -> Sense | None:
    """What is held while something is said to somebody: 在|会谈|中对王毅说."""
    then = k > 0 and scene.letters[k - 1] == "l" and k + 1 < len(scene.units) and scene.units[k + 1].text in _WHILE
    return sense_of(scene, k, "joint", "noun") if then else None


def _says(scene: Scene, at: int) -> bool:
    """Whether a verb of saying stands behind those to whom it is said: 对来访的王毅|说, |表示关切."""
    behind = next((unit for unit in scene.units[at : at + _NEAR] if unit.letter not in "aTn"), None)
    return behind is not None and (behind.letter == "r" or behind.tells(IN_WORDS))


def letter(scene: Scene, k: int) -> Iterator[Telling]:
    """A 在给 B 的公开信中, A 向 B 发去贺电, A 向 B 致贺电."""
    sense = sense_of(scene, k, "letter", "object")
    group = nearest(scene, k)
    if (
        sense is None
        or sense.form not in ("letter", "call")
        or group is None
        or group.stance != "to"
        or not LEADS.fullmatch(scene.letters[group.last : k].replace("d", "").replace("v", ""))
        or (group.ones[0].kind != "person" and is_thing(scene, group.last, k))
    ):
        return  # 向印度|媒体|致函
    sender = tuple(one for one in sides(scene, k).subjects if one.id not in {each.id for each in group.ones})
    if sender:
        yield Telling((*sender, *group.ones), sense, "letter.v1", k, (group.start,))
