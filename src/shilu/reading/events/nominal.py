"""Encounters told by nouns alone: 王毅与布林肯的会谈, 美日、美韩会谈, 此次会谈 of those who met before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from shilu.reading.events.apart import apart
from shilu.reading.events.attending import OF_A_BANK
from shilu.reading.events.encounter import BETWEEN, Telling, form_of, nearest, sense_of
from shilu.reading.events.found import Found
from shilu.reading.events.marks import rounds
from shilu.reading.events.party import distinct
from shilu.reading.events.subjects import sides

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from shilu.reading.events.party import One
    from shilu.reading.events.scene import Scene

_OF_THEM = re.compile(rf"n{{0,2}}{BETWEEN.pattern}")
"""Between those who meet and what is theirs: 中美|两大国18日在阿拉斯加|高层会晤."""
LastMet: TypeAlias = "Callable[[str | None], tuple[One, ...]]"
"""Recalls who met last in a form."""

_ANY = frozenset({"会议", "大会", "年会", "齐聚", "聚首"})
"""Words of sittings of every kind: they tell of one that the same clause names, not of one told before."""
_TAKES_PLACE = re.compile(r"举行|进行|召开|登场|展开|开始|结束|落幕|闭幕|开幕|揭幕|持续|定于|推迟|取消|延期")
_NAMED = re.compile(r"峰会|高峰会|大会|论坛")
"""Sittings that have names."""
_OF_ANY = re.compile(
    r"[2２二]|[最高]?高[层级阶](?:别)?|[双三四多]边|[双三四]方|视频|视讯|线上|网络|远程|电话|正式|非正式|闭门|首[轮次场]|[新下上]?[一二三四两]?[轮次场]|"
    r"第[一二三四五六七八九十\d]+[轮次场]|部长级?|外长|防长|领导人|领袖|首脑|元首|战略|官员|面对面|历史性|的|此|这|本|该|后|前|两[国天日]|双方"
)
"""What may stand before the word for an encounter told before."""
_POINTS = re.compile(r"[此这本今][次轮场番]|是次|上述|该$|该[次场轮]")
_POINTED = re.compile(r"[此这本](?:一?[次轮场]|番)$|是次$|该[次轮场]$")
_REMARK = re.compile(r"[此这那][也还将又同时，]{0,3}(?:是|会是|标志着)(?=.*(?:首|第一|第.{1,3}次|以来))")
_SERVES = re.compile(r"为了?[^，]{0,2}$")


def compounds(scene: Scene, k: int) -> Iterator[Telling]:
    """美日、美韩二加二会谈: two of them."""
    sense = sense_of(scene, k, "noun", "attend", "joint")
    group = nearest(scene, k)
    if sense is None or group is None or not BETWEEN.fullmatch(scene.letters[group.last : k]):
        return
    units = [u for u in scene.units[group.first : group.last] if len(u.standings) > 1]
    if len(units) > 1:
        for unit in units:
            ones = distinct(one for s in unit.standings if (one := scene.parties.one(s)) is not None)
            yield Telling(ones, sense, "compounds.v1", k, (group.start,))


def nominal(scene: Scene, k: int) -> Iterator[Telling]:
    """王毅与布林肯的会谈, 中美高层对话, A 在东京与 B 的会谈."""
    sense = sense_of(scene, k, "noun", "attend")
    group = nearest(scene, k)
    if scene.units[k - 1].text in OF_A_BANK:
        return  # 南非和墨西哥央行的政策|会议
    if sense is None or group is None or not _OF_THEM.fullmatch(scene.letters[group.last : k]):
        return
    ones, start = group.ones, group.start
    pair = len(scene.units[group.last - 1].standings) > 1  # 与|中美|对话无关: they are all
    if group.stance == "with" and not pair:
        before = sides(scene, k)
        if len(ones) > 1 and not before.subjects:
            return  # 与日本和韩国的会谈: nobody says whose
        ones, start = before.all, before.start or start
    if len(ones) >= 2:
        for of_one in apart(scene, k, (), ones):
            yield Telling(of_one, sense, "nominal.v1", k, (start,))


def again(scene: Scene, k: int, last_met: LastMet) -> list[Found]:
    """此次会谈在安克雷奇举行: whose encounter it is was told before; this tells when, where, or that it takes place."""
    sense = sense_of(scene, k, "noun", "attend", "joint")
    if sense is None or scene.units[k].text in _ANY:
        return []
    definite = is_definite(scene, k)
    _, last = scene.clauses[scene.clause_number(k)]
    if not definite and not any(u.letter == "v" and _TAKES_PLACE.search(u.text) for u in scene.units[k + 1 : last]):
        return []
    if _SERVES.search(scene.plain(max(0, k - 4), k)):
        return []
    if any(_names_another(scene, i) for i in (range(k) if definite else (k,)) if scene.letters[i] == "X"):
        return []  # 邀请各国参加白宫气候峰会，这次|会议定于4月
    ones = last_met(sense.form)
    unit = scene.units[k]
    if not definite and rounds(scene.plain(max(0, k - 4), k)):
        ones = scene.parties.states_of(ones)  # the states held another round; who came then is not said
    if not ones:
        return []
    form = form_of(sense.form, ones)
    return [
        Found("CONSULT", form, None, ones, (), "again.v1", k, k + 1, unit.start, unit.end, None, definite, again=True)
    ]


def _names_another(scene: Scene, k: int) -> bool:
    """Whether the word is but the end of a name: 白宫|气候|峰会 is not the summit told before."""
    before = scene.units[k - 1] if k else None
    if before is None or before.letter not in "nO" or not _NAMED.search(scene.units[k].text):
        return False
    return _OF_ANY.fullmatch(before.text) is None


def is_remark(scene: Scene, k: int) -> bool:
    """Whether the clause says what the encounter told before is: 这是|两国首次会谈, 这将是他首度访问日本."""
    first, _ = scene.clauses[scene.clause_number(k)]
    return bool(_REMARK.match(scene.plain(first, k)))


def points_back(plain: str, start: int) -> bool:
    """Whether the words before the names point back: 此次|中美高官会面."""
    return bool(_POINTED.search(plain, max(0, start - 4), start))


def is_definite(scene: Scene, k: int) -> bool:
    """Whether the words right before point back: 此次会谈, 这场高层会晤."""
    return any(u.letter in "nad" and _POINTS.match(u.text) for u in scene.units[max(0, k - 3) : k])
