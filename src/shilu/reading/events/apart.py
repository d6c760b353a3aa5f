"""Encounters that one clause tells of several pairs: 王毅分别与A和B会谈, 布林肯先后同日本、韩国举行二加二会谈."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.reading.events.marks import TWO_AND_TWO
from shilu.reading.events.party import distinct
from shilu.wording import SUMMONS

if TYPE_CHECKING:
    from shilu.reading.events.party import One
    from shilu.reading.events.scene import Scene

EACH = re.compile(r"分别|逐[一个]|各自|依次|先后|相继|陆续|接连|轮流")
"""Words by which one clause tells of several encounters."""
_TOGETHER = re.compile(r"[三四多]方|共同|一起|一同|联合")
_CALLS = frozenset({"通话", "通电话", "通了电话", "通了话", "电话会谈"})
_SEVERAL = 3


def apart(scene: Scene, k: int, subjects: tuple[One, ...], others: tuple[One, ...]) -> list[tuple[One, ...]]:
    """The sides of each encounter that the word at ``k`` tells; 2+2 talks are of two states each."""
    first, last = scene.clauses[scene.clause_number(k)]
    ids = {one.id for one in subjects}
    others = tuple(one for one in others if one.id not in ids)
    together = [distinct((*subjects, *others))]
    if TWO_AND_TWO.search(scene.plain(max(first, k - 5), min(k + 2, last))):
        return of_two(together[0])
    clause = scene.plain(first, k)
    each = EACH.search(clause) is not None
    # Each state has an ambassador of its own to summon.
    if len(others) == 1 and len(subjects) > 1 and (each or scene.units[k].text in SUMMONS):
        return [(one, *others) for one in subjects]
    if len(others) < 2 or not subjects or not (each or _by_phone(scene.units[k].text, clause, others)):
        return together
    if each and len(subjects) == len(others) and len({one.country for one in subjects}) == 1:
        return [(one, other) for one, other in zip(subjects, others, strict=True)]
    return [(*subjects, other) for other in others]


def _by_phone(word: str, clause: str, others: tuple[One, ...]) -> bool:
    """Whether people of several states were spoken to by telephone, one after the other: 与茂木敏充和特拉斯|通话."""
    if word not in _CALLS or _TOGETHER.search(clause):
        return False
    countries = [one.country for one in others if one.kind == "person"]
    return len(countries) == len(others) == len(set(countries))


def of_two(ones: tuple[One, ...]) -> list[tuple[One, ...]]:
    """Those of the first state with those of each other one."""
    hosts = list(dict.fromkeys(one.country for one in ones))
    if len(hosts) < _SEVERAL:
        return [ones]
    return [tuple(one for one in ones if one.country in (hosts[0], host)) for host in hosts[1:]]
