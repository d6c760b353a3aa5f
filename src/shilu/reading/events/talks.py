"""Encounters of several with one another, by a verb of their own or a light one: A 与 B 会晤, A 与 B 举行会谈."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.reading.events.apart import apart
from shilu.reading.events.encounter import (
    LIGHT,
    OFFICIALS,
    Telling,
    is_called_for,
    is_led_by,
    light_verb,
    nearest,
    sense_of,
    who_did,
)
from shilu.reading.events.lexicon import abbreviated_states
from shilu.reading.events.nominal import is_definite, nominal
from shilu.reading.events.party import distinct
from shilu.reading.events.subjects import hosts, is_thing, matter_before, sides

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from shilu.reading.events.party import Group, One
    from shilu.reading.events.scene import Scene
    from shilu.reading.events.subjects import Cast

_INVITES = re.compile(r"^[在应].*(?:邀请|召集|主持|安排|斡旋)之?下?$")
_OF_TWO = "讨论"
"""What two of two states do with one another, but more of them with others."""
_MUTUAL = frozenset({"交换意见", "交换了意见", "交谈", "商讨", "商议"})
_EACH = re.compile(r"都|分别|各自")
_CALLS = re.compile(r"召集|主持|主办|邀请")
_AMID = frozenset({"中", "上", "后", "前", "时", "期间", "之后", "之前", "之际"})
_SOME = re.compile(r"一些|某些|若干(?![次轮])")
"""Before talks that are none in particular: 重启|一些贸易磋商."""
_BIDS = frozenset({"邀请", "邀", "邀约"})
_INCLUDING = "包括"
"""Before others who take part: A 和 B 将举行|包括澳大利亚在内的四国峰会."""


def hold(scene: Scene, k: int) -> Iterator[Telling]:
    """A 与 B 举行了…会谈: a verb that says nothing, and a noun that may stand far behind it."""
    sense = sense_of(scene, k, "noun", "attend", "joint", "with")
    verb = light_verb(scene, k, LIGHT)
    if sense is None or verb is None or _is_none_in_particular(scene, verb, k):
        return
    before = sides(scene, _before_matter(scene, verb))
    people = before.joint or _has_person(before.withs)
    if sense.frame == "with" and not (_has_person(before.subjects) and people):
        return  # 与业界进行讨论
    if is_called_for(scene, verb, k) and not before.withs:
        return
    others = [group for group in scene.groups_in(verb + 1, k) if not _is_beside(scene, group, k, before)]
    includes = bool(others) and scene.units[verb + 1].text == _INCLUDING
    inner = tuple(one for group in others for one in group.ones)
    covered = _covers(before.all, inner)
    calls = includes or _CALLS.search(scene.units[verb].text)
    if not covered and len({one.country for one in inner}) > 1 and not calls:
        return  # 台湾举行选举以来|两人的首次会晤: they meet, whoever the verb's subject is
    described: Group | None = None
    also = (*(() if covered else inner), *_convener(scene, verb), *_inviter(scene, before))
    if before.withs and not before.subjects and not also:
        described = who_did(scene, k + 1)
        if described is None:
            return  # 与日韩外长举行会谈: nobody says who
        also = described.ones
    alone = before.start is None and len({one.country for one in (*before.all, *also)}) == 1
    if alone and scene.units[k].text.endswith("会谈"):
        also = (*also, *hosts(scene, verb))
    ones = distinct((*before.all, *also))
    if len(ones) >= 2:
        for sides_of_one in apart(scene, k, before.subjects, (*before.withs, *before.tos)) if not also else [ones]:
            yield Telling(sides_of_one, sense, "described.v1" if described else "light.v1", verb, (before.start,))


def _is_none_in_particular(scene: Scene, verb: int | None, k: int) -> bool:
    """Whether talks are only some that may be held: 重启|一些贸易磋商."""
    return verb is not None and _SOME.search(scene.plain(verb + 1, k)) is not None


def _is_beside(scene: Scene, group: Group, k: int, before: Cast) -> bool:
    """Whether a name behind the verb takes no part: the matter, whose thing it is, a minister of none of them."""
    one, alone = group.ones[0], len(group.ones) == 1
    thing = alone and one.kind != "person" and is_thing(scene, group.last, k)  # 举行|中国疫苗|会议
    codes = {each.country for each in before.all}
    other = alone and one.found_by == "title" and bool(codes) and one.country not in codes  # 外长和防长|会谈
    return thing or other or _is_matter(scene, group)


def _is_matter(scene: Scene, group: Group) -> bool:
    """Whether a name behind the verb says what they talk of: 重启|中国问题|双边对话, 美欧|中国|对话."""
    before = scene.units[group.last - 2].text if group.last > 1 else ""
    of_others = len(before) > 1 and abbreviated_states().keys() >= set(before)
    return of_others or scene.text.plain.startswith(("问题", "议题", "事务"), group.end)


def _before_matter(scene: Scene, verb: int) -> int:
    """The unit that leads a clause on which they talk, else the verb: 联合国与中国|就允许官员进入新疆|进行谈判."""
    first, _ = scene.clauses[scene.clause_number(verb)]
    at = matter_before(scene, verb)
    if at is None:
        return verb
    whole = "w" in scene.letters[first:at] and "w" not in scene.letters[at:verb]
    return at if whole and not {"v", "X"}.isdisjoint(scene.letters[at:verb]) else verb


def led_by(scene: Scene, k: int) -> Iterator[Telling]:
    """由 A 与 B 在新德里会谈."""
    sense, group = sense_of(scene, k, "joint"), nearest(scene, k)
    if sense is None or group is None or len(group.ones) < 2 or not is_led_by(scene, group):
        return
    between = scene.units[group.last : k]
    if all(unit.letter in "lLSnTa" or (unit.letter == "v" and LIGHT.match(unit.text)) for unit in between):
        yield Telling(group.ones, sense, "led-by.v1", k, (group.start,))


def together(scene: Scene, k: int) -> Iterator[Telling]:
    """A 与 B 会晤, 双方会谈."""
    sense = sense_of(scene, k, "joint", "object", "with")
    if sense is None or is_definite(scene, k) or _is_none_in_particular(scene, light_verb(scene, k, LIGHT), k):
        return
    before = sides(scene, k)
    if _are_others(scene, k, before):
        return
    described: Group | None = None
    listed = _listed(scene, k) if sense.frame == "joint" else ()
    if sense.frame == "with" and not _talk(scene, k, before):
        return
    if before.tos and not before.withs and sense.form not in ("call", "letter"):
        return  # 中国对|美日会谈|表示警惕
    if before.withs and not before.subjects and not listed:
        described = who_did(scene, k + 1)
        if described is None:
            return  # 与日韩外长会晤: nobody says who, but 与王毅会谈的|拉夫罗夫说
        listed = described.ones
    ones = distinct((*before.all, *listed, *_inviter(scene, before)))
    if len(ones) >= 2 and (sense.frame != "object" or before.withs):
        rule = "described.v1" if described else "joint.v1"
        for sides_of_one in apart(scene, k, before.subjects, (*before.withs, *before.tos)) if not listed else [ones]:
            yield Telling(sides_of_one, sense, rule, k, (before.start,))


def _talk(scene: Scene, k: int, before: Cast) -> bool:
    """Whether people discuss something with somebody, A 与官员讨论, or with each other, A 和 B 交换意见."""
    if not _has_person(before.subjects):
        return False
    if before.withs and (_has_person(before.withs) or OFFICIALS.search(scene.plain(max(0, k - 4), k))):
        return True
    others = [one for one in before.subjects if one.kind != "person"]
    one_with_states = before.joint and len(before.subjects) - len(others) == 1 and all(one.is_state for one in others)
    if scene.units[k].text == _OF_TWO and others and one_with_states:
        return True  # 拜登同波兰和乌克兰|讨论
    first, _ = scene.clauses[scene.clause_number(k)]
    named = {one.country for one in before.subjects if one.found_by != "title"}
    two = scene.units[k].text == _OF_TWO and len(named) == len(before.subjects) == 2
    mutual = (two or scene.units[k].text in _MUTUAL) and not _EACH.search(scene.plain(first, k))
    return mutual and before.joint and all(one.kind == "person" for one in before.subjects)


def _is_named_by_place(scene: Scene, k: int) -> bool:
    """Whether nothing but its place stands before the word in its clause, as the name of an encounter."""
    first, _ = scene.clauses[scene.clause_number(k)]
    return k > first and not scene.letters[first:k].strip("LS")


def _is_pair(scene: Scene, k: int) -> bool:
    """Whether two states in one word stand right before: 与|中美|对话."""
    return k > 0 and len(scene.units[k - 1].standings) > 1


def _are_others(scene: Scene, k: int, before: Cast) -> bool:
    """Whether those before the word are not they who meet: its place names it, or a pair that stands nearer does."""
    if before.start is None and _is_named_by_place(scene, k):
        return True  # 双方承诺不对抗，|阿拉斯加会谈|正是…
    if _is_between_others(scene, k, before):
        return True  # 俄罗斯和中国在|中美阿拉斯加|会谈后亮明立场
    lent = before.start is None or (before.subjects and before.subjects[0].found_by == "clause" and _is_pair(scene, k))
    # 在中美会谈中, 与中美对话无关: those right before, not the subject of another clause
    return bool(lent) and next(nominal(scene, k), None) is not None


def _is_between_others(scene: Scene, k: int, before: Cast) -> bool:
    """Whether a pair of states stands before the place and the word, and others who do something at it before them."""
    at = k - 1 if scene.letters[k - 1 : k] not in ("L", "S") or _is_pair(scene, k) else k - 2
    pair = scene.units[at].standings if at >= 0 else ()
    named = {scene.parties.country(standing) for standing in pair}
    amid = scene.units[k + 1].text in _AMID if k + 1 < len(scene.units) else False
    return len(pair) > 1 and amid and not {one.country for one in before.all} <= named


def _has_person(ones: Iterable[One]) -> bool:
    return any(one.kind == "person" for one in ones)


def _listed(scene: Scene, k: int) -> tuple[One, ...]:
    """Those that the next clause lists: 与14个国家的代表通话，包括法国、日本."""
    number = scene.clause_number(k) + 1
    if number >= len(scene.clauses):
        return ()
    first, last = scene.clauses[number]
    opened, _ = scene.clauses[number - 1]
    if not scene.units[first].text.endswith("包括") or "w" not in scene.letters[opened:k]:
        return ()
    groups = scene.groups_in(first, last)
    if not groups or scene.letters[groups[0].last : groups[0].last + 1] == "d":
        return ()  # 将会面，包括叙利亚的|危机: what they talk about
    return groups[0].ones


def _convener(scene: Scene, verb: int) -> tuple[One, ...]:
    """At whose invitation they meet: 在沙利文的邀请之下，北村滋和徐薰…会谈."""
    number = scene.clause_number(verb)
    for first, last in scene.clauses[max(0, number - 2) : number]:
        if _INVITES.search(scene.plain(first, last)):
            return tuple(one for group in scene.groups_in(first, last) for one in group.ones)
    return ()


def _inviter(scene: Scene, before: Cast) -> tuple[One, ...]:
    """Who invites those who are to meet: 普京|邀请拜登举行对话."""
    guests = next((group for group in scene.groups if group.start == before.start), None)
    at = 0 if guests is None else guests.first - 1
    if at <= 0 or scene.units[at].text not in _BIDS:
        return ()
    hosts = next((group for group in reversed(scene.groups) if group.last <= at), None)
    near = hosts is not None and hosts.stance == "subject" and not scene.letters[hosts.last : at].strip("naT")
    return hosts.ones if hosts is not None and near else ()


def _covers(ones: tuple[One, ...], inner: tuple[One, ...]) -> bool:
    """Whether the states named before the noun are those that the parties stand for already: 王毅与布林肯…中美对话."""
    codes = {one.country for one in ones}
    return all(one.is_state and one.country in codes for one in inner)
