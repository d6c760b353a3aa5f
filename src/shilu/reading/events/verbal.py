"""Encounters told with a verb, of their own or a light one: A 会见 B, A 与 B 会晤, A 与 B 举行会谈, A 出席会议."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.reading.events.apart import apart
from shilu.reading.events.attending import assembled, attend, attended, chaired, join, listed_behind
from shilu.reading.events.encounter import (
    LEADS,
    LIGHT,
    Telling,
    is_called_for,
    is_led_by,
    light_verb,
    nearest,
    sense_of,
)
from shilu.reading.events.lexicon import IN_WORDS, Sense, abbreviated_states
from shilu.reading.events.nominal import is_definite, nominal
from shilu.reading.events.party import distinct
from shilu.reading.events.subjects import hosts, is_thing, matter_before, objects, sides
from shilu.wording import SUMMONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from shilu.reading.events.party import Group, One
    from shilu.reading.events.scene import Scene
    from shilu.reading.events.subjects import Cast

_INVITES = re.compile(r"^[在应].*(?:邀请|召集|主持|安排|斡旋)之?下?$")
_AMID = frozenset({"中", "上", "后", "前", "时", "期间", "之后", "之前", "之际", "之间", "之中"})
_OF_TWO = "讨论"
"""What two of two states do with one another, but more of them with others."""
_MUTUAL = frozenset({"交换意见", "交换了意见", "交谈", "商讨", "商议"})
_EACH = re.compile(r"都|分别|各自")
_BECOMES = re.compile(r"成为|是$|成了")
_FIRST_OF_ALL = re.compile(r"的(?:第[一二三四五]|首)[位个名]")
_WHO_DID = re.compile(r"d[nSOL]*P")
_OFFICIALS = re.compile(r"(?:外长|外相|防长|总统|总理|首相|部长|国务卿|领导人|首脑|大使|官员|高官|代表)[^，]{0,3}$")
_APPOSED = re.compile(r"[MnadT]{1,8},{1,2}(?=[nOSLd]*P)")
_PERCEIVES = ("看", "听", "梦", "遇", "望")
_RECEIVES = frozenset({"接待", "迎接", "宴请", "拜访"})
_NOUNS_TO = frozenset({"的信给", "信件给"})
_SENDS = re.compile(r"[发写寄递致送交]")
_CALLS = re.compile(r"召集|主持|主办|邀请")
_ON_THE_PHONE = re.compile(r"电话[中里]$")
_WHILE = frozenset({"中", "时", "上", "期间"})
_VISITING = frozenset({"来访", "到访", "来华访问", "正式访问"})
_NEAR = 4
"""Units behind those to whom somebody says something, up to the verb."""
_SOME = re.compile(r"一些|某些|若干(?![次轮])")
"""Before talks that are none in particular: 重启|一些贸易磋商."""
_BIDS = frozenset({"邀请", "邀", "邀约"})
_INCLUDING = "包括"
"""Before others who take part: A 和 B 将举行|包括澳大利亚在内的四国峰会."""


def _object(scene: Scene, k: int) -> Iterator[Telling]:
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
    elif (behind := _described(scene, group)) is not None:
        yield Telling((*behind.ones, *group.ones), sense, "object.v1", k, (behind.end,))


def _received(scene: Scene, k: int) -> Iterator[Telling]:
    """B 遭 A 召见."""
    sense = sense_of(scene, k, "object")
    group = nearest(scene, k)
    if sense is None or group is None or group.stance != "by" or scene.letters[group.last : k].strip("nadTLl"):
        return
    guests = sides(scene, group.first - 1)
    if {one.country for one in guests.subjects} - {one.country for one in group.ones}:  # no general of his own
        start = group.start if guests.start is None else guests.start
        yield Telling((*group.ones, *guests.subjects), sense, "received.v1", k, (start,))


def _summoned(scene: Scene, k: int) -> Iterator[Telling]:
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


def _told_to(scene: Scene, k: int) -> Iterator[Telling]:
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


def _first(scene: Scene, k: int) -> Iterator[Telling]:
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


def _described(scene: Scene, group: Group) -> Group | None:
    """Who stands behind what he is told to have done: 迎接教宗的|伊拉克总统."""
    match = _WHO_DID.match(scene.letters, group.last)
    return None if match is None else next((g for g in scene.groups if g.last == match.end()), None)


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
    return not _OFFICIALS.search(scene.plain(group.last, min(group.last + 3, last)))


def _is_owner(scene: Scene, group: Group) -> bool:
    """Whether the one behind only owns what is seen: 拜访亚伯拉罕的|出生地, but 会见习近平的|特使."""
    if scene.letters[group.last : group.last + 2] != "dn":
        return False
    return is_thing(scene, group.last + 1)


def _letter(scene: Scene, k: int) -> Iterator[Telling]:
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


def _light(scene: Scene, k: int) -> Iterator[Telling]:
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
    described: tuple[One, ...] = ()
    also = (*(() if covered else inner), *_convener(scene, verb), *_inviter(scene, before))
    if before.withs and not before.subjects and not also:
        also = described = _whom_it_describes(scene, k)
        if not described:
            return  # 与日韩外长举行会谈: nobody says who
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


def _led_by(scene: Scene, k: int) -> Iterator[Telling]:
    """由 A 与 B 在新德里会谈."""
    sense, group = sense_of(scene, k, "joint"), nearest(scene, k)
    if sense is None or group is None or len(group.ones) < 2 or not is_led_by(scene, group):
        return
    between = scene.units[group.last : k]
    if all(unit.letter in "lLSnTa" or (unit.letter == "v" and LIGHT.match(unit.text)) for unit in between):
        yield Telling(group.ones, sense, "led-by.v1", k, (group.start,))


def _joint(scene: Scene, k: int) -> Iterator[Telling]:
    """A 与 B 会晤, 双方会谈."""
    sense = sense_of(scene, k, "joint", "object", "with")
    if sense is None or is_definite(scene, k) or _is_none_in_particular(scene, light_verb(scene, k, LIGHT), k):
        return
    before = sides(scene, k)
    if before.start is None and _is_named_by_place(scene, k):
        return  # 双方承诺不对抗，|阿拉斯加会谈|正是…
    lent = before.start is None or (before.subjects and before.subjects[0].found_by == "clause" and _is_pair(scene, k))
    if lent and next(nominal(scene, k), None) is not None:
        return  # 在中美会谈中, 与中美对话无关: those right before, not the subject of another clause
    described: tuple[One, ...] = ()
    listed = _listed(scene, k) if sense.frame == "joint" else ()
    if sense.frame == "with" and not _talk(scene, k, before):
        return
    if before.tos and not before.withs and sense.form not in ("call", "letter"):
        return  # 中国对|美日会谈|表示警惕
    if before.withs and not before.subjects and not listed:
        listed = described = _whom_it_describes(scene, k)
        if not described:
            return  # 与日韩外长会晤: nobody says who, but 与王毅会谈的|拉夫罗夫说
    ones = distinct((*before.all, *listed, *_inviter(scene, before)))
    if len(ones) >= 2 and (sense.frame != "object" or before.withs):
        rule = "described.v1" if described else "joint.v1"
        for sides_of_one in apart(scene, k, before.subjects, (*before.withs, *before.tos)) if not listed else [ones]:
            yield Telling(sides_of_one, sense, rule, k, (before.start,))


def _whom_it_describes(scene: Scene, k: int) -> tuple[One, ...]:
    """Who stands behind what he is told to have done with others: 与王毅会谈的|拉夫罗夫."""
    match = _WHO_DID.match(scene.letters, k + 1)
    return next((g.ones for g in scene.groups if match is not None and g.last == match.end()), ())


def _talk(scene: Scene, k: int, before: Cast) -> bool:
    """Whether people discuss something with somebody, A 与官员讨论, or with each other, A 和 B 交换意见."""
    if not _has_person(before.subjects):
        return False
    if before.withs and (_has_person(before.withs) or _OFFICIALS.search(scene.plain(max(0, k - 4), k))):
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


VERBAL = (
    join,
    _told_to,
    _letter,
    _first,
    _received,
    _summoned,
    _object,
    attend,
    attended,
    listed_behind,
    chaired,
    _led_by,
    _light,
    _joint,
    assembled,
)
"""In the order in which they are asked; the first that finds an encounter is right."""
