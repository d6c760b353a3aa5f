"""Encounters that have a verb or a noun of their own: meetings, talks, calls, letters, summits.

One rule per way of telling, each with a version: ``compounds`` (美日、美韩会谈), ``object`` (A 会见 B), ``attend``
(A 出席北约外长会议), ``light`` (A 与 B 举行为期一天的会谈), ``joint`` (A 与 B 会晤), ``nominal`` (王毅与布林肯的会谈).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from shilu.reading.events.apart import apart
from shilu.reading.events.found import Found
from shilu.reading.events.marks import rounds
from shilu.reading.events.party import distinct, people_first
from shilu.reading.events.subjects import is_thing, objects, sides

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from shilu.reading.events.lexicon import Frame, Sense
    from shilu.reading.events.party import Group, One, Parties
    from shilu.reading.events.scene import Scene

    LastMet = Callable[[str | None], tuple[One, ...]]

_LIGHT = re.compile(
    r"举行|进行|展开|召开|开展|启动|举办|恢复|重启|结束|开始|开启|完成|安排|有过|筹备|主持|继续|召集|通过|保持|(?:[开作做通打接有谈]|参与)$"
)
_ATTENDS = re.compile(r"出席|参加|参与|登场|列席|受邀|主持|齐聚|召集|主办|举行|召开|举办")
_STOPPED = re.compile(r"中断|停止|终止|切断|断绝|关闭|禁止|避免")
_THING = re.compile(
    r"[”\"」』]?(?:机制|平台|渠道|窗口|框架|之门|大门|学者|签证|代表|记录|纪录|史|者|室|本部|委员会|工作组|机构|协议|协定|条约|关系|内容|记者|媒体)"
)
_INVITES = re.compile(r"^[在应].*(?:邀请|召集|主持|安排|斡旋)之?下?$")
_ATTENDED = re.compile(r"[vX]a?d[naT]*$")
_JOINS = re.compile(r"出席|参加|列席|与会")
_AMID = frozenset({"中", "上", "后", "前", "时", "期间", "之后", "之前", "之际", "之间", "之中"})
_ANY = frozenset({"会议", "大会", "年会", "齐聚", "聚首"})
"""Words of sittings of every kind: they tell of one that the same clause names, not of one told before."""
_DEED = re.compile(r"首次|第一次|将|已|曾")
_CHAIRS = re.compile(r"主持|率领|牵头|出席|参加|举行")
_OFFICIALS = re.compile(r"(?:外长|外相|防长|总统|总理|首相|部长|国务卿|领导人|首脑|大使|官员|高官|代表)[^，]{0,3}$")
_RELATIONS = frozenset({"对话", "接触", "交流", "协商", "磋商"})
_RECEIVES = frozenset({"接待", "迎接", "宴请", "拜访"})
_IDLE = frozenset({"接触", "互动"})
"""What may be said of any two who have to do with one another; an encounter where it is held, dated or counted."""
_SITS = re.compile(r"[会會议議]$|峰会|论坛|論壇|联大|聯大|大会")
_CALLS = re.compile(r"召集|主持|主办|邀请")
_TAKES_PLACE = re.compile(r"举行|进行|召开|登场|展开|开始|结束|落幕|闭幕|开幕|揭幕|持续|定于|推迟|取消|延期")
_POINTS = re.compile(r"[此这本今][次轮场番]|是次|上述|该$|该[次场轮]")
_SERVES = re.compile(r"为了?[^，]{0,2}$")
_LEADS = re.compile(r"[nTLaO]*")
_BETWEEN = re.compile(r"[nTLc]*(?:d[nTa]*){0,2}")


class Telling(NamedTuple):
    """Who met, by which rule, and where in the row it stands."""

    ones: tuple[One, ...]
    sense: Sense
    rule: str
    at: int
    starts: tuple[int | None, ...] = ()
    """Where the names stand that the rule used; None where it used none of the clause."""
    recipients: tuple[One, ...] = ()


def meetings(scene: Scene, last_met: LastMet) -> list[Found]:
    """The encounters of one sentence that are no visits; ``last_met`` recalls who met last in a form."""
    found: list[Found] = []
    for k, unit in enumerate(scene.units):
        if unit.cue is None or not unit.cue.is_encounter or _is_thing(scene, k) or _is_relation(scene, k):
            continue
        for rule in (_compounds, _join, _letter, _object, _attend, _attended, _chaired, _light, _joint, _nominal):
            told = [made for telling in rule(scene, k) if (made := _found(scene, k, telling)) is not None]
            if told:
                found += told
                break
        else:
            found += _again(scene, k, last_met)
    return found


def _sense(scene: Scene, k: int, *frames: Frame) -> Sense | None:
    cue = scene.units[k].cue
    sense = None if cue is None else cue.sense(*frames)
    return None if sense is None or sense.form == "visit" else sense


def _is_thing(scene: Scene, k: int) -> bool:
    """Whether the word only qualifies a thing (对话机制, 谈判代表), or tells of an end of it (中断了对话)."""
    before = scene.units[k - 1] if k else None
    if before is not None and before.letter in "an" and k > 1:
        before = scene.units[k - 2]
    stopped = before is not None and before.letter == "v" and _STOPPED.match(before.text)
    return bool(stopped or _THING.match(scene.text.plain, scene.units[k].end))


def _compounds(scene: Scene, k: int) -> Iterator[Telling]:
    """美日、美韩二加二会谈: two of them."""
    sense = _sense(scene, k, "noun", "attend", "joint")
    group = _nearest(scene, k)
    if sense is None or group is None or not _BETWEEN.fullmatch(scene.letters[group.last : k]):
        return
    units = [u for u in scene.units[group.first : group.last] if len(u.standings) > 1]
    if len(units) > 1:
        for unit in units:
            ones = distinct(one for s in unit.standings if (one := scene.parties.one(s)) is not None)
            yield Telling(ones, sense, "compounds.v1", k, (group.start,))


def _object(scene: Scene, k: int) -> Iterator[Telling]:
    """A 会见 B, A 致函 B."""
    sense = _sense(scene, k, "object", "joint")
    amid = k + 1 < len(scene.units) and (scene.units[k + 1].text in _AMID or scene.units[k + 1].letter == "d")
    group = None if sense is None or amid else objects(scene, k + 1)
    if sense is None or group is None or (sense.form == "meeting" and _is_owner(scene, group)):
        return
    if scene.units[k].text in _RECEIVES and all(one.is_state for one in group.ones) and _is_crowd(scene, group):
        return
    before = sides(scene, k)
    if before.all:
        for ones in apart(scene, k, before.all, group.ones):
            yield Telling(ones, sense, "object.v1", k, (before.start, group.end))


def _attend(scene: Scene, k: int) -> Iterator[Telling]:
    """A 出席北约外长会议, 欧盟举行峰会: those named, and the body that meets."""
    sense = _sense(scene, k, "attend")
    if sense is None:
        return
    verb = _light_verb(scene, k, _ATTENDS)
    body = _body(scene, k)
    before = None if verb is None else sides(scene, _outer(scene, verb))
    lead = () if verb is not None or body is not None else sides(scene, k).subjects
    ones = distinct(
        (*(before.all if before else ()), *(body.ones if body else ()), *filter(scene.parties.is_alliance, lead))
    )
    held = verb is not None or scene.units[k].text != "会议"
    if len(ones) >= 2 or (held and ones and scene.parties.is_alliance(ones[0])):
        starts = (before.start if before else None, body.start if body else None)
        yield Telling(ones, sense, "attend.v1", k if verb is None else verb, starts)


def _is_crowd(scene: Scene, group: Group) -> bool:
    """Whether it is not those who speak for a state that are received: 接待日本|观光客."""
    _, last = scene.clauses[scene.clause_number(group.first)]
    return not _OFFICIALS.search(scene.plain(group.last, min(group.last + 3, last)))


def _is_owner(scene: Scene, group: Group) -> bool:
    """Whether the one behind only owns what is seen: 拜访亚伯拉罕的|出生地, but 会见习近平的|特使."""
    if scene.letters[group.last : group.last + 2] != "dn":
        return False
    return is_thing(scene, group.last + 1)


def _join(scene: Scene, k: int) -> Iterator[Telling]:
    """A 出席联合国大会: the body that sits, and who comes."""
    sense = _sense(scene, k, "join")
    if sense is None:
        return
    _, last = scene.clauses[scene.clause_number(k)]
    body = next((g for g in scene.groups_in(k + 1, last) if scene.parties.is_alliance(g.ones[0])), None)
    if body is None or "X" in scene.letters[k + 1 : body.first] or "X" in scene.letters[body.last : last]:
        return
    if not _SITS.search(body.ones[0].name):
        return
    before = sides(scene, k)
    if before.all:
        yield Telling((*before.all, *body.ones), sense, "join.v1", k, (before.start, body.end))


def _letter(scene: Scene, k: int) -> Iterator[Telling]:
    """A 在给 B 的公开信中, A 向 B 发去贺电."""
    sense = _sense(scene, k, "letter")
    group = _nearest(scene, k)
    if (
        sense is None
        or group is None
        or group.stance != "to"
        or not _LEADS.fullmatch(scene.letters[group.last : k].replace("d", "").replace("v", ""))
    ):
        return
    sender = tuple(one for one in sides(scene, k).subjects if one.id not in {each.id for each in group.ones})
    if sender:
        yield Telling((*sender, *group.ones), sense, "letter.v1", k, (group.start,))


def _outer(scene: Scene, verb: int) -> int:
    """The verb of attending before a sitting that has a verb of its own: 王毅|出席|安理会召开的会议."""
    first, _ = scene.clauses[scene.clause_number(verb)]
    found = [i for i in range(first, verb) if scene.letters[i] in "vX" and _JOINS.search(scene.units[i].text)]
    return found[-1] if found else verb


def _light(scene: Scene, k: int) -> Iterator[Telling]:
    """A 与 B 举行了…会谈: a verb that says nothing, and a noun that may stand far behind it."""
    sense = _sense(scene, k, "noun", "attend", "joint")
    verb = _light_verb(scene, k, _LIGHT)
    if sense is None or verb is None:
        return
    before = sides(scene, verb)
    inner = tuple(one for group in scene.groups_in(verb + 1, k) for one in group.ones)
    covered = _covers(before.all, inner)
    if not covered and len({one.country for one in inner}) > 1 and not _CALLS.search(scene.units[verb].text):
        return  # 台湾举行选举以来|两人的首次会晤: they meet, whoever the verb's subject is
    also = (*(() if covered else inner), *_convener(scene, verb))
    ones = distinct((*before.all, *also))
    if len(ones) >= 2:
        for sides_of_one in apart(scene, k, before.subjects, (*before.withs, *before.tos)) if not also else [ones]:
            yield Telling(sides_of_one, sense, "light.v1", verb, (before.start,))


def _attended(scene: Scene, k: int) -> Iterator[Telling]:
    """A 与 B 出席的会谈, 由 A 和 B 参加的会议."""
    sense = _sense(scene, k, "noun", "attend", "joint")
    first, _ = scene.clauses[scene.clause_number(k)]
    match = None if sense is None else _ATTENDED.search(scene.letters[:k])
    if sense is None or match is None or match.start() < first or not _JOINS.search(scene.units[match.start()].text):
        return
    before = sides(scene, match.start())
    by = tuple(one for g in scene.groups_in(first, match.start()) if g.stance == "by" for one in g.ones)
    ones = distinct((*before.all, *by))
    if len(ones) > 1:
        yield Telling(ones, sense, "attended.v1", k, (before.start,))


def _chaired(scene: Scene, k: int) -> Iterator[Telling]:
    """会议由 A 以及 B 共同主持."""
    sense = _sense(scene, k, "attend", "noun")
    _, last = scene.clauses[scene.clause_number(k)]
    if sense is None or not any(_CHAIRS.search(unit.text) for unit in scene.units[k + 1 : last]):
        return
    for group in scene.groups_in(k + 1, last):
        if group.stance == "by" and len(group.ones) > 1:
            yield Telling(group.ones, sense, "chaired.v1", k, (group.end,))


def _joint(scene: Scene, k: int) -> Iterator[Telling]:
    """A 与 B 会晤, 双方会谈."""
    sense = _sense(scene, k, "joint", "object", "with")
    if sense is None or is_definite(scene, k):
        return
    before = sides(scene, k)
    if before.start is None and next(_nominal(scene, k), None) is not None:
        return  # 在中美会谈中: those right before, not the subject of another clause
    listed = _listed(scene, k)
    ones = distinct((*before.all, *listed))
    named = _has_person(before.withs) or _OFFICIALS.search(scene.plain(max(0, k - 4), k))
    if sense.frame == "with" and not (_has_person(before.subjects) and before.withs and named):
        return
    if before.tos and not before.withs and sense.form not in ("call", "letter"):
        return  # 中国对|美日会谈|表示警惕
    if len(ones) >= 2 and (sense.frame == "joint" or before.withs):
        for sides_of_one in apart(scene, k, before.subjects, (*before.withs, *before.tos)) if not listed else [ones]:
            yield Telling(sides_of_one, sense, "joint.v1", k, (before.start,))


def _is_relation(scene: Scene, k: int) -> bool:
    """Whether 与 B 的对话 is what somebody values or gives up, not what was held: 换取|与中国的对话."""
    first, _ = scene.clauses[scene.clause_number(k)]
    if scene.letters[k - 1 : k] != "d" or scene.units[k].text not in _RELATIONS or "T" in scene.letters[first:k]:
        return False
    led = scene.letters.rfind("w", first, k)
    before = scene.units[led - 1] if led > first else None
    return before is not None and before.letter == "v" and not _LIGHT.match(before.text)


def _has_person(ones: Iterable[One]) -> bool:
    return any(one.kind == "person" for one in ones)


def _nominal(scene: Scene, k: int) -> Iterator[Telling]:
    """王毅与布林肯的会谈, 中美高层对话, A 在东京与 B 的会谈."""
    sense = _sense(scene, k, "noun", "attend")
    group = _nearest(scene, k)
    if sense is None or group is None or not _BETWEEN.fullmatch(scene.letters[group.last : k]):
        return
    ones, start = group.ones, group.start
    if group.stance == "with" and len(ones) == 1:
        before = sides(scene, k)
        ones, start = before.all, before.start or start
    if len(ones) >= 2:
        for of_one in apart(scene, k, (), ones):
            yield Telling(of_one, sense, "nominal.v1", k, (start,))


def _again(scene: Scene, k: int, last_met: LastMet) -> list[Found]:
    """此次会谈在安克雷奇举行: whose encounter it is was told before; this tells when, where, or that it takes place."""
    sense = _sense(scene, k, "noun", "attend", "joint")
    if sense is None or scene.units[k].text in _ANY:
        return []
    definite = is_definite(scene, k)
    _, last = scene.clauses[scene.clause_number(k)]
    if not definite and not any(u.letter == "v" and _TAKES_PLACE.search(u.text) for u in scene.units[k + 1 : last]):
        return []
    if _SERVES.search(scene.plain(max(0, k - 4), k)):
        return []
    ones = last_met(sense.form)
    unit = scene.units[k]
    if not definite and rounds(scene.plain(max(0, k - 4), k)):
        ones = scene.parties.states_of(ones)  # the states held another round; who came then is not said
    if not ones:
        return []
    form = _form(sense.form, ones)
    return [
        Found("CONSULT", form, None, ones, (), "again.v1", k, k + 1, unit.start, unit.end, None, definite, again=True)
    ]


def is_definite(scene: Scene, k: int) -> bool:
    """Whether the words right before point back: 此次会谈, 这场高层会晤."""
    return any(u.letter in "nad" and _POINTS.match(u.text) for u in scene.units[max(0, k - 3) : k])


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
    return groups[0].ones if groups else ()


def _convener(scene: Scene, verb: int) -> tuple[One, ...]:
    """At whose invitation they meet: 在沙利文的邀请之下，北村滋和徐薰…会谈."""
    number = scene.clause_number(verb)
    for first, last in scene.clauses[max(0, number - 2) : number]:
        if _INVITES.search(scene.plain(first, last)):
            return tuple(one for group in scene.groups_in(first, last) for one in group.ones)
    return ()


def _nearest(scene: Scene, k: int) -> Group | None:
    """The last group before a unit in its clause."""
    first, _ = scene.clauses[scene.clause_number(k)]
    groups = scene.groups_in(first, k)
    return groups[-1] if groups else None


def _covers(ones: tuple[One, ...], inner: tuple[One, ...]) -> bool:
    """Whether the states named before the noun are those that the parties stand for already: 王毅与布林肯…中美对话."""
    codes = {one.country for one in ones}
    return all(one.is_state and one.country in codes for one in inner)


def _light_verb(scene: Scene, k: int, verbs: re.Pattern[str]) -> int | None:
    """The light verb before a noun, nothing but the noun's own modifiers between."""
    first, _ = scene.clauses[scene.clause_number(k)]
    for i in range(k - 1, first - 1, -1):
        unit = scene.units[i]
        if unit.letter in "vX" and verbs.match(unit.text):
            return i
        if unit.letter in ",rbX" or (unit.letter == "v" and scene.letters[i + 1 : i + 2] not in ("d", "n", "X", "a")):
            return None
    return None


def _body(scene: Scene, k: int) -> Group | None:
    """The body or the states that lead straight to an event noun: 北约|外长会议, 美日印澳的|四方会谈."""
    group = _nearest(scene, k)
    if group is None:
        return None
    between = scene.letters[group.last : k]
    several = len(group.ones) > 1
    if several or scene.parties.is_alliance(group.ones[-1]):
        return group if _BETWEEN.fullmatch(between) else None
    return group if group.ones[0].kind == "org" and _LEADS.fullmatch(between) else None


def _found(scene: Scene, k: int, telling: Telling) -> Found | None:
    ones = people_first(telling.ones)
    ones = tuple(one for one in ones if not scene.parties.is_private(one))
    if not _are_sides(ones, scene.parties) or _is_idle(scene, k, telling):
        return None
    unit = scene.units[k]
    places = [p for p in telling.starts if p is not None]
    start, end = min([unit.start, *places]), max([unit.end, *places])
    form = _form(telling.sense.form, ones)
    definite = is_definite(scene, k)
    return Found(
        "CONSULT", form, telling.sense.mode, ones, (), telling.rule, telling.at, k + 1, start, end, None, definite
    )


def _is_idle(scene: Scene, k: int, telling: Telling) -> bool:
    """Whether 接触 only tells of relations: 与中国接触，事情就会变好."""
    if scene.units[k].text not in _IDLE or telling.rule not in ("joint.v1", "object.v1"):
        return False
    first, last = scene.clauses[scene.clause_number(k)]
    return "T" not in scene.letters[first:last] and not _DEED.search(scene.plain(0, k))


def _form(form: str | None, ones: tuple[One, ...]) -> str:
    """The form of the word; what two states hold is no multilateral sitting."""
    two = len({one.country for one in ones}) == 2 and all(one.kind != "org" for one in ones)
    return "talks" if form == "multilateral" and two else form or "meeting"


def _are_sides(ones: tuple[One, ...], parties: Parties) -> bool:
    """Whether they are of several states, or an international body: who meets at home makes no encounter."""
    codes = {one.country for one in ones if one.country}
    unknown = any(one.country is None and (one.kind == "person" or parties.is_alliance(one)) for one in ones)
    return len(codes) + unknown >= 2 or (len(ones) == 1 and ones[0].kind == "org")
