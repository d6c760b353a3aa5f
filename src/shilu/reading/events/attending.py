"""Encounters told by who takes part: A 出席北约外长会议, 由 A 和 B 参加的会议, 会议由 A 主持, 参加会谈的有 A 和 B."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from shilu.reading.events.encounter import (
    BETWEEN,
    LEADS,
    LIGHT,
    Telling,
    is_called_for,
    is_led_by,
    light_verb,
    nearest,
    sense_of,
)
from shilu.reading.events.groups import has_title
from shilu.reading.events.party import distinct
from shilu.reading.events.subjects import sides

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shilu.reading.events.lexicon import Sense
    from shilu.reading.events.party import Group, One
    from shilu.reading.events.scene import Scene
    from shilu.reading.events.subjects import Cast

_ATTENDS = re.compile(r"[出缺]席|参加|参与|登场|列席|受邀|主持|齐聚|召集|主办|举行|召开|举办")
_ATTENDED = re.compile(r"[vX]a?d[naT]*$")
_REFUSES = re.compile(r"(?:拒绝|放弃|回避)$")
_HOLDS = re.compile(r"主持|召集|主办")
_JOINS = re.compile(r"[出缺]席|参加|列席|与会")
OF_A_BANK = frozenset({"政策", "利率", "货币政策", "议息"})
"""Before a sitting that a bank holds by itself, whatever other is named beside it."""
_ITS_PEOPLE = re.compile(r"的?(?:随行|随员|筹备|工作人员|安保|会场|场馆|主办方)")
"""Behind a sitting that only says whose people are told of."""
_AT = frozenset({"上", "中", "期间", "间隙"})
_COMES = re.compile(
    r"(?:也|亦|还|将|应邀|获邀|首次|视频|视讯|线上|以[^，]{1,10}身份)*(?:参加|出席|与会|列席)(?:了|会议|峰会)?，?"
)
"""All that stands behind who comes, in a clause that tells no more."""
_CHAIRS = re.compile(r"主持|率领|牵头|出席|参加|举行")
_INVITES = frozenset({"邀请", "邀", "请"})
_AT_A_TIME = re.compile(r"n{0,2}a{0,2}lT+d?")
"""Between a body and its sitting: 外长|将在|周五的."""
_SAYS = re.compile(r"[^，。；]{0,6}(?:警告|批评|谴责|表示|说|称|指出|呼吁|敦促|强调|要求)")
"""Behind a sitting at which somebody only speaks."""
_COUNCIL = re.compile(r"理事会|安理会|集团|联盟|盟$|公约组织|北约|OPEC|峰会|会议|大会")
"""In the names of bodies that sit when they speak, as 世卫组织 does not."""
_MEMBERS = re.compile(r"[^，。；在于将]{0,6}(?:外长|防长|外相|部长|大臣|领导人|领袖|首脑|成员国|大使)")
"""Behind a body, whose members come."""
_SITS = re.compile(r"[会會议議]$|峰会|论坛|論壇|联大|聯大|大会")
_END = re.compile(r"[vrXld]|,(?![cw])")
"""Where a list ends that a clause opens: 参加会谈的还有王毅|，布林肯表示."""
_ARE = re.compile(r"的，?(?:双方|各方)?(?:代表|官员|人员?|成员)?(?:分别|还|都|也)?(?:[是有为]|包括)(?![利意所助])")


def attend(scene: Scene, k: int) -> Iterator[Telling]:
    """A 出席北约外长会议, 欧盟举行峰会: those named, and the body that meets."""
    sense = sense_of(scene, k, "attend") or sense_of(scene, k, "noun")
    if sense is None:
        return
    if scene.units[k - 1].text in OF_A_BANK:
        return  # 央行的政策|会议
    if _ITS_PEOPLE.match(scene.text.plain, scene.units[k].end):
        return  # G7峰会|随行人员
    verb = light_verb(scene, k, _ATTENDS)
    own = _at_its_own(scene, k)
    body = _body(scene, k) or own
    if body is not None and all(scene.parties.sits_at_home(one) for one in body.ones):
        return  # 出席|全国人大|会议
    joins = verb is not None and _JOINS.search(scene.units[verb].text) is not None
    if sense.frame == "noun" and not (joins and (body or scene.units[k].text.endswith("会议"))):
        return  # 出席七国集团视讯会谈, 共同出席线上会议, but no other talks
    before = None if verb is None else _before(scene, verb, k)
    lead = () if verb is not None or body is not None else _sitting(scene, k)
    met = before.all if before else _speakers(scene, k, body) if verb is None and body else ()
    ones = distinct((*_inviters(scene, before), *met, *_bodies(body, met), *lead))
    ones = distinct((*ones, *_joining(scene, k))) if any(map(scene.parties.is_alliance, ones)) else ones
    held = verb is not None or own is not None or scene.units[k].text != "会议"
    alone = ones[0] if len(ones) == 1 else None
    sits = held and alone is not None and alone.found_by != "metonym" and scene.parties.is_alliance(alone)
    if len(ones) >= 2 or sits or (alone is not None and before is not None and _is_host(scene, k, before, sense)):
        starts = (before.start if before else None, body.start if body else None)
        yield Telling(ones, sense, "attend.v1", k if verb is None else verb, starts)


def _at_its_own(scene: Scene, k: int) -> Group | None:
    """The body whose members do something at their sitting: 欧盟外长将在周五的|会议|上讨论制裁."""
    behind = scene.units[k + 1] if k + 1 < len(scene.units) else None
    if behind is None or behind.text not in _AT:
        return None
    groups = scene.groups_in(scene.clauses[scene.clause_number(k)][0], k)
    group = groups[-1] if groups else None
    if group is None or group.stance != "subject" or not scene.parties.is_alliance(group.ones[0]):
        return None
    if (
        not _MEMBERS.match(scene.text.plain, group.end)
        and _SAYS.match(scene.text.plain, behind.end)
        and not _COUNCIL.search(group.ones[0].name)
    ):
        return None  # 世卫组织|在12日的会议上警告…
    return group if _AT_A_TIME.fullmatch(scene.letters, group.last, k) else None


def _before(scene: Scene, verb: int, k: int) -> Cast | None:
    """Those before a verb of attending or holding; None where it tells nobody who does so."""
    if _is_predicate(scene, verb, k) or is_called_for(scene, verb, k):
        return None  # 双方支持|召开安理会五常峰会
    cast = sides(scene, _outer(scene, verb))
    return None if cast.start is None and scene.letters[verb + 1] == "d" else cast  # 25日举行的|欧盟峰会


def _is_host(scene: Scene, k: int, before: Cast, sense: Sense) -> bool:
    """Whether somebody in office, named in the clause, holds a summit, whoever comes: 拜登|主持|气候峰会."""
    verb = light_verb(scene, k, _HOLDS)
    if sense.form != "summit" or verb is None or before.start is None or scene.letters[verb + 1 : verb + 2] == "d":
        return False  # 特朗普|主持的峰会
    if _REFUSES.search(scene.plain(scene.clauses[scene.clause_number(verb)][0], verb)):
        return False
    return all(one.kind == "person" and scene.parties.holds_office(one) for one in before.all)


def _sitting(scene: Scene, k: int) -> tuple[One, ...]:
    """The body that sits, and the states beside it: 中国和东盟|开会."""
    subjects = sides(scene, k).subjects
    if not any(map(scene.parties.is_alliance, subjects)):
        return ()
    return tuple(one for one in subjects if one.is_state or scene.parties.is_alliance(one))


def _inviters(scene: Scene, guests: Cast | None) -> tuple[One, ...]:
    """Who asks others to a sitting takes part, too: 拜登|邀请|习近平和普京|参加峰会."""
    at = None if guests is None else next((g.first for g in scene.groups if g.start == guests.start), None)
    if not at or scene.units[at - 1].text not in _INVITES:
        return ()
    before = sides(scene, at - 1)
    return () if before.start is None else tuple(one for one in before.subjects if one.kind == "person" or one.is_state)


def _joining(scene: Scene, k: int) -> tuple[One, ...]:
    """Who the next clause says came, too: 欧盟举行峰会，拜登应邀|参加."""
    number = scene.clause_number(k) + 1
    if number >= len(scene.clauses):
        return ()
    first, last = scene.clauses[number]
    groups = scene.groups_in(first, last)
    if len(groups) != 1 or groups[0].stance != "subject" or not _COMES.fullmatch(scene.plain(groups[0].last, last)):
        return ()
    return tuple(one for one in groups[0].ones if one.kind == "person")


def _bodies(body: Group | None, met: tuple[One, ...]) -> tuple[One, ...]:
    """The body or the states whose sitting it is; those of several states who meet in a body's need not its name."""
    if body is None:
        return ()
    several = len({one.country for one in met}) > 1
    return () if several and len(body.ones) == 1 and body.ones[0].kind == "org" else body.ones


def _speakers(scene: Scene, k: int, body: Group) -> tuple[One, ...]:
    """Who says something at a sitting: 特使|在安理会的会议|上表示; not who speaks of what another said there."""
    at = body.first - 1
    behind = scene.units[k + 1] if k + 1 < len(scene.units) else None
    last = scene.clauses[scene.clause_number(k)][1]
    # 在会议上的|言论, 在峰会上做出的|承诺
    owned = scene.letters[k + 2 : k + 3] == "d" or re.match(r"[aT]*v[aT]*d", scene.letters[k + 2 : last]) is not None
    if behind is None or behind.text not in _AT or owned or scene.letters[at : body.first] != "l":
        return ()
    before = sides(scene, at)
    first, _ = scene.clauses[scene.clause_number(k)]
    if before.start is None or not {"v", "X", "r"}.isdisjoint(scene.letters[first:at]):
        return ()
    return tuple(one for one in before.subjects if one.kind == "person")


def _is_predicate(scene: Scene, verb: int, k: int) -> bool:
    """Whether the sitting is only part of what somebody is: 阿富汗是|周一举行的北约外长会议|的主要议题."""
    first, _ = scene.clauses[scene.clause_number(verb)]
    said = any(unit.text == "是" for unit in scene.units[first:verb])
    return said and "d" in scene.letters[verb + 1 : k + 2]


def join(scene: Scene, k: int) -> Iterator[Telling]:
    """A 出席联合国大会: the body that sits, and who comes."""
    sense = sense_of(scene, k, "join")
    if sense is None:
        return
    _, last = scene.clauses[scene.clause_number(k)]
    body = next((g for g in scene.groups_in(k + 1, last) if scene.parties.is_alliance(g.ones[0])), None)
    if body is None or "X" in scene.letters[k + 1 : body.first] or "X" in scene.letters[body.last : last]:
        return
    if not _SITS.search(body.ones[0].name) or scene.letters[body.last : body.last + 1] in ("t", "l"):
        return  # 拒绝参加|国际奥委会|为运动员采购疫苗的计划
    before = sides(scene, k)
    if before.all and scene.letters[k - 1 : k] != "t":  # 向|参加论坛的人|喊话
        yield Telling((*before.all, *body.ones), sense, "join.v1", k, (before.start, body.end))


def _outer(scene: Scene, verb: int) -> int:
    """The verb of attending before a sitting that has a verb of its own: 王毅|出席|安理会召开的会议."""
    first, _ = scene.clauses[scene.clause_number(verb)]
    found = [i for i in range(first, verb) if scene.letters[i] in "vX" and _JOINS.search(scene.units[i].text)]
    return found[-1] if found else verb


def attended(scene: Scene, k: int) -> Iterator[Telling]:
    """A 与 B 出席的会谈, 由 A 和 B 参加的会议, 由 A 与 B 举行的会晤."""
    sense = sense_of(scene, k, "noun", "attend", "joint")
    first, _ = scene.clauses[scene.clause_number(k)]
    match = None if sense is None else _ATTENDED.search(scene.letters[:k])
    if sense is None or match is None or match.start() < first:
        return
    verb = scene.units[match.start()].text
    by = tuple(one for g in scene.groups_in(first, match.start()) if is_led_by(scene, g) for one in g.ones)
    if not _JOINS.search(verb) and not (len(by) > 1 and LIGHT.match(verb)):
        return
    before = sides(scene, match.start())
    ones = distinct((*before.all, *by))
    if len(ones) > 1:
        yield Telling(ones, sense, "attended.v1", k, (before.start,))


def listed_behind(scene: Scene, k: int) -> Iterator[Telling]:
    """参加会谈的双方代表分别是 A 和 B，与 C 和 D."""
    sense = sense_of(scene, k, "noun", "attend", "joint")
    match = None if sense is None or not k else _ARE.match(scene.text.plain, scene.units[k].end)
    verb = len(scene.letters[:k].rstrip("na")) - 1
    if sense is None or match is None or verb < 0 or not _JOINS.search(scene.units[verb].text):
        return
    opened = next((i for i, unit in enumerate(scene.units) if unit.start >= match.end()), len(scene.units))
    end = _END.search(scene.letters, opened)
    ended = len(scene.units) if end is None else end.start()
    listed = scene.groups_in(opened, ended)
    ones = distinct((*sides(scene, verb).withs, *(one for group in listed for one in group.ones)))
    if len(ones) > 1:
        yield Telling(ones, sense, "listed.v1", k, (scene.units[verb].start,))


def chaired(scene: Scene, k: int) -> Iterator[Telling]:
    """会议由 A 以及 B 共同主持."""
    sense = sense_of(scene, k, "attend", "noun")
    _, last = scene.clauses[scene.clause_number(k)]
    if sense is None or not any(_CHAIRS.search(unit.text) for unit in scene.units[k + 1 : last]):
        return
    for group in scene.groups_in(k + 1, last):
        if group.stance == "by" and len(group.ones) > 1:
            yield Telling(group.ones, sense, "chaired.v1", k, (group.end,))


def assembled(scene: Scene, k: int) -> Iterator[Telling]:
    """北约外长在布鲁塞尔会晤: those who hold an office in the states of a body, and nobody else."""
    sense = sense_of(scene, k, "joint", "object", "noun")
    if sense is None or scene.letters[k + 1 : k + 2] in ("P", "S", "O", "L", "d"):
        return
    verb = light_verb(scene, k, LIGHT)
    if verb is None and sense.frame == "noun":
        return
    before = sides(scene, k if verb is None else verb)  # 欧盟外长|举行视频会议
    group = next((group for group in scene.groups if group.start == before.start), None)
    alone = group is not None and before.all == group.ones and len(group.ones) == 1
    if group is None or not alone or group.stance != "subject":
        return
    sits = verb is not None and scene.letters[verb + 1 : verb + 2] != "d" and _SITS.search(scene.units[k].text)
    if not (sits or has_title(scene.units, group.last)):
        return  # 七国集团|举行线上会议 needs no title, but 安理会|召开的会议 is what somebody else attends
    if scene.parties.is_alliance(group.ones[0]):
        yield Telling(group.ones, replace(sense, form="multilateral"), "assembled.v1", k, (group.start,))


def _body(scene: Scene, k: int) -> Group | None:
    """The body or the states that lead straight to an event noun: 北约|外长会议, 美日印澳的|四方会谈."""
    group = nearest(scene, k)
    if group is None or (len(group.ones) == 1 and group.ones[0].found_by == "metonym"):
        return None  # 布鲁塞尔|峰会
    between = scene.letters[group.last : k]
    several = len(group.ones) > 1
    if several or scene.parties.is_alliance(group.ones[-1]):
        return group if BETWEEN.fullmatch(between) else None
    return group if group.ones[0].kind == "org" and LEADS.fullmatch(between) else None
