"""Visits: who went where, as a verb (访问中国, 访华, 抵达东京) or as a noun (对日本的访问, 亚洲之行, 来访的…)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from shilu.reading.events.found import Found
from shilu.reading.events.party import One, distinct, people_first
from shilu.reading.events.subjects import is_thing, is_thing_before, sides
from shilu.reading.events.where import Place, named

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shilu.knowledge.authority import Authority
    from shilu.reading.analysis import Standing
    from shilu.reading.events.lexicon import Cue
    from shilu.reading.events.party import Group
    from shilu.reading.events.scene import Scene

_BEHIND = re.compile(r"a?n{0,3}([SLO](?:n{0,3}[SL](?!d?n+P)|dL(?!n*[PO]))*(?:[cw]n?[SL]+)*)")
_BEFORE = re.compile(r"(?P<lead>[tl]?)(?P<places>[SL](?:[cwn]{0,2}[SL])*)n{0,2}d?[nTva]*$")
_GUEST = re.compile(r"(?:[SL]|[cw][SL])*d[nSOLcT]*(?=[PO])")
_OFFICIAL = re.compile(
    r"总统|总理|首相|主席|总书记|部长|外长|防长|财长|国务卿|大臣|外相|防相|大使|特使|代表|顾问|议员|议长|院长|委员|司令|专员|秘书长|总干事|"
    r"国王|女王|亲王|王储|教宗|教皇|参谋|将军|省长|州长|市长|书记|司长|处长|领导人|发言人|领袖|元首|署长|局长|官员|团长|次长|喇嘛"
)
_ORGANS = frozenset({"government", "parliament", "ministry", "party", "military", "alliance", "international"})
_COMES = frozenset({"来访", "到访"})
_HOSTLESS = frozenset({"访问", "来访", "到访", "回访", "首访", "国事访问", "正式访问", "历史性访问", "工作访问"})
_FIRST = re.compile(r"首[位个名]|第一[位个名]")
_DESCRIBES = re.compile(r"[^,]*d[nSOa]*[nO]")
_SHIPS = re.compile(r"(?:舰|舰艇|[军战飞]机|战斗机|轰炸机|航母|船|邮轮|部队|物资|疫苗|货物|包裹)$")
_MOVES = re.compile(r"率团|率队|启程|出发|搭机|乘|应邀|受邀|随|陪同|计划|准备|打算|前往|亲自|专程")
_CARRIES = re.compile(r"[进出]口|[运输销卖供送]|引[进入]")
_GUESTS = re.compile(
    r"(?:投资|留学|旅游|经商|工作|求学|读书|就医|参赛|演出|观光|定居|采访|打工|上市|官员|团|小组|团队|专家组|旅客|游客|人数|人士|活动|计划|行程|者)$"
)
_TOURISTS = re.compile(r"观光|旅游|旅行团|游客|旅客|留学|就业|打工|求学|定居|投资|从事|经商|探亲|就医")
_FRIENDS = re.compile(r"的.{0,3}(?:盟友|盟国|伙伴|朋友|邻国|对手|官员)")
"""访问美国的盟友 is no visit to the United States."""
_NOT_THERE = re.compile(
    r"(?:[东南西北]|周边|附近|方向|海域|空域|外交部|政府|官员|总统|外长|总理|首相|大使|境内|记者|市场|公司|企业|问题|"
    r"宾馆|饭店|酒店|医院|大学|.{0,3}(?:工作|旅游|观光|留学|读书|求学|修读|就医|度假|经商|打工|避难|定居|生活))"
)


class Stop(NamedTuple):
    """A state visited, and the place in it that is named."""

    state: One
    place: Place | None


def visits(scene: Scene, authority: Authority, before: Sequence[Found] = ()) -> list[Found]:
    """The visits that one sentence tells, one for each state visited; ``before`` holds those told already."""
    found: list[Found] = []
    for k, unit in enumerate(scene.units):
        if unit.cue is None or _is_interview(scene, k):
            continue
        if any(sense.form == "visit" for sense in unit.cue.senses):
            found += _visit(scene, k, unit.cue, authority) or _understood(scene, k, (*found[::-1], *before))
    return found


def _is_interview(scene: Scene, k: int) -> bool:
    """Whether it is a talk with the press: 接受电台访问时说."""
    first, _ = scene.clauses[scene.clause_number(k)]
    return any(unit.text.startswith(("接受", "受访")) for unit in scene.units[max(first, k - 5) : k])


def _visit(scene: Scene, k: int, cue: Cue, authority: Authority) -> list[Found]:
    stops, verb = _stops(scene, k, cue, authority)
    if not stops:
        return []
    there = {stop.state.id for stop in stops}
    if (_qualifies(scene, k, cue) and _beside(scene, verb) is None) or (k and _SHIPS.search(scene.units[k - 1].text)):
        return []
    if cue.sense("goes") and is_thing_before(scene, k):
        return []
    if cue.sense("abroad") and _TOURISTS.match(scene.text.plain, scene.units[k].end):
        return []
    guests, start, rule = _guests(scene, k, cue, verb)
    visitors = people_first(one for one in guests if one.id not in there and _may_visit(scene, one, cue, authority))
    found = []
    for stop in stops:
        abroad = tuple(v for v in visitors if stop.state.country is None or v.country != stop.state.country)
        if abroad:
            begin = min(scene.units[k].start, scene.units[verb].start, start if start is not None else 1 << 30)
            end = max(scene.units[k].end, _end(scene, k))
            found.append(Found("CONSULT", "visit", None, abroad, (stop.state,), rule, k, k + 1, begin, end, stop.place))
    return found


def _understood(scene: Scene, k: int, before: Sequence[Found]) -> list[Found]:
    """A visit whose host is understood: 进行了回访, 他此次访问, 美国官员的访台，包括阿扎尔8月的访问."""
    unit = scene.units[k]
    if unit.text not in _HOSTLESS or _BEHIND.match(scene.letters, k + 1):
        return []
    group = _beside(scene, k) or _possessor(scene, k)
    guests = group.ones if group is not None else sides(scene, k).subjects
    visitors = tuple(one for one in people_first(guests) if one.is_state or one.kind == "person")
    hosts, place = (_returned if "回访" in unit.text else _known)(scene, visitors, before)
    if not hosts and unit.text in _COMES and group is not None:
        hosts, place = _around(scene, group, visitors)
    abroad = tuple(one for one in visitors if one.country not in {host.country for host in hosts})
    if not hosts or not abroad:
        return []
    start = min(unit.start, group.start if group is not None else unit.start)
    return [Found("CONSULT", "visit", None, abroad, hosts, "understood.v1", k, k + 1, start, unit.end, place)]


Hosts: TypeAlias = "tuple[tuple[One, ...], Place | None]"


def _returned(scene: Scene, visitors: Sequence[One], before: Sequence[Found]) -> Hosts:
    """The state of those whose visit is returned."""
    if not before:
        return (), None
    last = before[0]
    host = scene.parties.state(last.actors[0].country, "met")
    if host is None or not _countries(visitors) & _countries(last.recipients):
        return (), None
    return (host,), Place(host.name, 1)


def _known(_: Scene, visitors: Sequence[One], before: Sequence[Found]) -> Hosts:
    """The host of the last visit of the same people, else of the last one if it was paid by their state."""
    if not before:
        return (), None
    ids = {one.id for one in visitors}
    own = next((visit for visit in before if ids & {one.id for one in visit.actors}), None)
    last = own or before[0]
    if own is None and not _countries(visitors) & _countries(last.actors):
        return (), None
    return last.recipients, last.place


def _around(scene: Scene, guests: Group, visitors: Sequence[One]) -> Hosts:
    """The one other state that the sentence names, where somebody comes: 孟加拉民众抗议印度总理来访."""
    states = {
        one.id: one
        for group in scene.groups
        if group != guests
        for one in group.ones
        if one.is_state and one.country not in _countries(visitors)
    }
    if len(states) != 1:
        return (), None
    (host,) = states.values()
    return (host,), Place(host.name, 1)


def _countries(ones: Sequence[One]) -> set[str | None]:
    return {one.country for one in ones}


def _possessor(scene: Scene, k: int) -> Group | None:
    """Whose visit it is: 阿扎尔今年8月的|访问."""
    groups = [group for group in scene.groups if group.last <= k]
    if not groups or scene.letters[groups[-1].last : k].strip("nTa") not in ("d", ""):
        return None
    return groups[-1]


def _qualifies(scene: Scene, k: int, cue: Cue) -> bool:
    """Whether 访台 only says which: 提高访台官员的层级."""
    behind = scene.units[k + 1] if k + 1 < len(scene.units) else None
    return cue.sense("abroad") is not None and behind is not None and bool(_GUESTS.search(behind.text))


def _end(scene: Scene, k: int) -> int:
    match = _BEHIND.match(scene.letters, k + 1)
    return scene.units[match.end() - 1].end if match else scene.units[k].end


def _stops(scene: Scene, k: int, cue: Cue, authority: Authority) -> tuple[list[Stop], int]:
    """The places visited, and the unit before which the visitors stand."""
    if _is_carried(scene, k, cue) or scene.text.plain.startswith("者", scene.units[k].end):
        return [], k
    abroad = cue.sense("abroad")
    if abroad is not None:
        state = scene.parties.state(abroad.country, "abbreviation")
        return ([Stop(state, Place(state.name, 1))] if state else []), k
    if cue.sense("place", "goes") and not scene.text.plain.startswith("除", scene.units[k].end):
        match = _BEHIND.match(scene.letters, k + 1)
        if match is not None:
            behind = scene.text.plain[scene.units[match.end() - 1].end :][:8]
            house = scene.letters[match.start(1)] == "O" and cue.sense("goes")
            if not house and not (cue.sense("goes") and _NOT_THERE.match(behind)) and not _FRIENDS.match(behind):
                return _chains(scene, match.start(1), match.end(1), authority), k
            return [], k
    if cue.sense("place", "trip", "noun"):
        first, _ = scene.clauses[scene.clause_number(k)]
        match = _BEFORE.search(scene.letters[:k], first)
        if match is not None and (match["lead"] or cue.sense("trip")):
            return _chains(scene, *match.span("places"), authority), match.start()
    return [], k


def _is_carried(scene: Scene, k: int, cue: Cue) -> bool:
    """Whether something is brought there: 外销|到|日本, 疫苗无法进口|来台."""
    before = scene.units[k - 1] if k else None
    if before is None:
        return False
    if scene.units[k].text == "来" and before.text.endswith(("年", "月", "天", "日", "以")):
        return True  # 60年|来
    moved = before.letter == "v" and not _MOVES.search(before.text)
    if before.letter in "SL" and scene.units[k].text in ("到", "至"):
        return True  # 连通北京到台湾的通道
    return bool(cue.sense("goes") and moved) or bool(cue.sense("abroad") and _CARRIES.search(before.text))


def _chains(scene: Scene, first: int, last: int, authority: Authority) -> list[Stop]:
    """The places of a stretch: 日本和韩国 are two, 波兰首都华沙 is one."""
    found: list[Stop] = []
    apart = True
    for i in range(first, last):
        unit = scene.units[i]
        if unit.letter in "cw":
            apart = True
        elif unit.letter in "SLO":
            for stop in _stops_at(scene, i, authority):
                if not apart and found and found[-1].state.country is None:
                    found[-1] = stop
                elif not apart and found and stop.state.country is None:
                    continue  # 阿曼|中东六国
                elif not apart and found and stop.state.country == found[-1].state.country:
                    found[-1] = Stop(found[-1].state, stop.place)
                elif found and found[-1].state.id == stop.state.id:
                    found[-1] = stop
                else:
                    found.append(stop)
            apart = False
    return found


def _stops_at(scene: Scene, i: int, authority: Authority) -> Iterable[Stop]:
    for standing in scene.units[i].standings:
        place = authority.places.get(standing.id)
        code = place.country if place else _seat(standing, authority)
        state = scene.parties.state(code, "destination") if code else None
        if state is None:
            if standing.kind == "org":
                body = scene.parties.one(standing)
                if body is not None and scene.parties.is_alliance(body):
                    yield Stop(body._replace(found_by="destination"), None)
                continue
            if place is None:
                continue  # nobody knows of what state it is: at home, as a rule
            state = One(standing.id, standing.name, "place", code, "destination")
        several = len(scene.units[i].standings) > 1
        yield Stop(state._replace(found_by="destination"), Place(state.name, 1) if several else named(scene, i))


def _seat(standing: Standing, authority: Authority) -> str | None:
    """The state whose house an organ is: 美国白宫, 日本国会."""
    org = authority.orgs.get(standing.id)
    return org.country if org is not None and org.kind in _ORGANS else None


def _guests(scene: Scene, k: int, cue: Cue, verb: int) -> tuple[tuple[One, ...], int | None, str]:
    """The visitors: behind the verb in 正在台湾访问的X, else its subjects."""
    match = _GUEST.match(scene.letters, k + 1)
    if match is not None and not cue.sense("trip"):
        group = next((g for g in scene.groups if g.last > match.end()), None)
        if group is not None:
            return group.ones, None, "visitor-behind.v1"
    beside = _beside(scene, verb)
    if beside is not None and beside.stance in ("in", "by", "object"):
        return beside.ones, beside.start, "visit.v1"
    before = sides(scene, verb)
    if before.start is None and _is_relative(scene, k):
        return (), None, "visit.v1"
    if beside is not None and not before.subjects:
        return beside.ones, beside.start, "visit.v1"
    if before.start is None and _has_met(scene, verb):
        return before.subjects[:1], None, "visit.v1"
    return distinct((*before.subjects, *before.withs)), before.start, "visit.v1"


def _has_met(scene: Scene, verb: int) -> bool:
    """Whether the clause before tells a meeting, of which only the first goes on: 王毅与拉夫罗夫会晤，随后访问沙特."""
    number = scene.clause_number(verb)
    first, last = scene.clauses[number - 1] if number else (0, 0)
    return any(unit.cue is not None and unit.cue.sense("joint") for unit in scene.units[first:last])


def _is_relative(scene: Scene, k: int) -> bool:
    """Whether those who go stand behind: 前往武汉研究病毒的|调查团."""
    _, last = scene.clauses[scene.clause_number(k)]
    first_of_all = any(_FIRST.match(unit.text) for unit in scene.units[max(0, k - 2) : k])
    return not first_of_all and bool(_DESCRIBES.match(scene.letters, k + 1, last))


def _beside(scene: Scene, verb: int) -> Group | None:
    """Who stands right before the verb, whatever led the phrase: 自从|布林肯7月|访问, 与|专家2月|访问时."""
    first, _ = scene.clauses[scene.clause_number(verb)]
    groups = scene.groups_in(first, verb)
    if not groups or scene.letters[groups[-1].last : verb].strip("naTl"):
        return None
    goods = groups[-1].ones[0].kind != "person" and is_thing(scene, groups[-1].last, verb)
    return None if goods else groups[-1]


def _may_visit(scene: Scene, one: One, cue: Cue, authority: Authority) -> bool:
    """Whether one who goes somewhere goes there as a visitor: officials and bodies do, travellers and goods do not."""
    strict = cue.sense("goes") is not None
    if one.is_state:
        return not strict
    if one.kind == "org":
        org = authority.orgs.get(one.id)
        if org is None:
            return not (strict or scene.parties.is_private(one))
        return org.kind not in ("company", "university", "think-tank", "ngo")
    person = authority.people.get(one.id)
    if person is not None and person.offices:
        return True
    role = scene.parties.role(one)
    return role is not None and bool(_OFFICIAL.search(role))
