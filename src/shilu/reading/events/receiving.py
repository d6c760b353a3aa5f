"""Encounters of one with another: A 会见 B, A 致函 B, B 遭 A 召见, A 将成为 B 会见的首位外国领导人."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.reading.events.apart import apart
from shilu.reading.events.encounter import (
    OFFICIALS,
    Telling,
    nearest,
    sense_of,
    who_did,
)
from shilu.reading.events.subjects import is_thing, objects, sides
from shilu.wording import SUMMONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shilu.reading.events.party import Group
    from shilu.reading.events.scene import Scene

_AMID = frozenset({"中", "上", "后", "前", "时", "期间", "之后", "之前", "之际", "之间", "之中"})
_BECOMES = re.compile(r"成为|是$|成了")
_FIRST_OF_ALL = re.compile(r"的(?:第[一二三四五]|首)[位个名]")
_APPOSED = re.compile(r"[MnadT]{1,8},{1,2}(?=[nOSLd]*P)")
_PERCEIVES = ("看", "听", "梦", "遇", "望")
_RECEIVES = frozenset({"接待", "迎接", "宴请", "拜访"})
_WHILE = frozenset({"际", "同时", "前夕", "时候", "时刻", "当天", "当日", "当口", "过程", "场合", "期间", "基础"})
"""Behind 的 or 之 and those who are received, that something else is done then: 会见王毅|之际."""
_NOUNS_TO = frozenset({"的信给", "信件给"})
_SENDS = re.compile(r"[发写寄递致送交]")


def meet(scene: Scene, k: int) -> Iterator[Telling]:
    """A 会见 B, A 致函 B."""
    sense = sense_of(scene, k, "object", "joint")
    if scene.units[k].text == "见了" and scene.text.plain[: scene.units[k].start].endswith(_PERCEIVES):
        return
    amid = k + 1 < len(scene.units) and (scene.units[k + 1].text in _AMID or scene.units[k + 1].letter == "d")
    named = sense is not None and sense.form == "talks" and k > 0 and len(scene.units[k - 1].standings) > 1
    group = None if sense is None or amid or named else objects(scene, k + 1)  # 中美会谈|中共代表杨洁篪…
    if sense is None or group is None or (sense.form in ("meeting", "letter") and _is_owner(scene, group)):
        return
    if scene.units[k].text in _NOUNS_TO and not _is_sent(scene, k):
        return  # 特朗普的信给朝鲜带来影响
    group = _apposed(scene, group)
    receives = scene.units[k].text in _RECEIVES
    if receives and all(one.is_state for one in group.ones) and _is_crowd(scene, group):
        return
    if receives and scene.letters[group.last : group.last + 1] == "X":
        return  # 迎接方济各|到访
    before = sides(scene, k)
    if before.all:
        for ones in apart(scene, k, before.all, group.ones):
            yield Telling(ones, sense, "object.v1", k, (before.start, group.end))
    elif (behind := who_did(scene, group.last)) is not None:
        yield Telling((*behind.ones, *group.ones), sense, "object.v1", k, (behind.end,))


def received(scene: Scene, k: int) -> Iterator[Telling]:
    """B 遭 A 召见."""
    sense = sense_of(scene, k, "object")
    group = nearest(scene, k)
    if sense is None or group is None or group.stance != "by" or scene.letters[group.last : k].strip("nadTLl"):
        return
    guests = sides(scene, group.first - 1)
    if {one.country for one in guests.subjects} - {one.country for one in group.ones}:  # no general of his own
        start = group.start if guests.start is None else guests.start
        yield Telling((*group.ones, *guests.subjects), sense, "received.v1", k, (start,))


def summoned(scene: Scene, k: int) -> Iterator[Telling]:
    """中国驻意大利大使李军华被召见: by the state that he is sent to, where nobody else is named."""
    sense = sense_of(scene, k, "object")
    by = len(scene.letters[:k].rstrip("aT")) - 1
    if sense is None or scene.units[k].text not in SUMMONS or by < 0 or scene.letters[by] != "b":
        return
    guests = sides(scene, by)
    if len(guests.subjects) != 1 or guests.start is None:
        return
    guest = guests.subjects[0]
    titled = (
        scene.parties.host_in(scene.plain(scene.clauses[scene.clause_number(k)][0], by)) if guest.is_state else None
    )
    state = scene.parties.state(titled or scene.parties.host_of(guest), "host")
    if state is not None:
        yield Telling((state, *guests.subjects), sense, "summoned.v1", k, (guests.start,))


def first_of_all(scene: Scene, k: int) -> Iterator[Telling]:
    """A 将成为 B 上任后会见的首位外国领导人."""
    sense = sense_of(scene, k, "object")
    behind = "".join(unit.text for unit in scene.units[k + 1 : k + 6])
    if sense is None or not _FIRST_OF_ALL.match(behind):
        return
    first, _ = scene.clauses[scene.clause_number(k)]
    at = next(
        (i for i in range(k - 1, first - 1, -1) if scene.letters[i] == "v" and _BECOMES.search(scene.units[i].text)),
        None,
    )
    if at is None:
        return
    before = sides(scene, at)
    guests = before.subjects if before.start is not None else ()
    host = next((group for group in scene.groups_in(at + 1, k) if group.stance == "subject"), None)
    if guests and host is not None:
        yield Telling((*guests, *host.ones), sense, "first.v1", k, (host.start,))


def _is_sent(scene: Scene, k: int) -> bool:
    """Whether somebody sends what a noun says: 发出一封措辞严厉|的信给."""
    first, _ = scene.clauses[scene.clause_number(k)]
    return any(unit.letter == "v" and _SENDS.match(unit.text) for unit in scene.units[first:k])


def _apposed(scene: Scene, group: Group) -> Group:
    """Those behind a dash who say which officials of a state are meant: 会见|中国两位外交官——王毅和杨洁篪."""
    match = _APPOSED.match(scene.letters, group.last) if len(group.ones) == 1 and group.ones[0].is_state else None
    if match is None or not set(scene.plain(group.last, match.end())).isdisjoint("，；。"):
        return group
    named = next((g for g in scene.groups if g.last > match.end()), None)
    state = group.ones[0].country
    return group if named is None or any(one.country != state for one in named.ones) else named


def _is_crowd(scene: Scene, group: Group) -> bool:
    """Whether it is not those who speak for a state that are received: 接待日本|观光客."""
    _, last = scene.clauses[scene.clause_number(group.first)]
    return not OFFICIALS.search(scene.plain(group.last, min(group.last + 3, last)))


def _is_owner(scene: Scene, group: Group) -> bool:
    """Whether the one behind only owns what is seen: 拜访亚伯拉罕的|出生地, but 会见习近平的|特使."""
    if scene.letters[group.last : group.last + 2] != "dn" or scene.units[group.last + 1].text in _WHILE:
        return False
    return is_thing(scene, group.last + 1)
