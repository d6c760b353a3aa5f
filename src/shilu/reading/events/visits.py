"""Visits: who went where, as a verb (访问中国, 访华, 抵达东京) or as a noun (对日本的访问, 亚洲之行, 来访的…)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from shilu.reading.events.apart import EACH
from shilu.reading.events.found import Found
from shilu.reading.events.guests import beside, may_visit, visitors_of
from shilu.reading.events.party import One, people_first
from shilu.reading.events.place import Place
from shilu.reading.events.stops import PLACES_BEHIND, behind_friends, stops_of
from shilu.reading.events.subjects import is_thing_before, matter_before, sides

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shilu.knowledge.authority import Authority
    from shilu.reading.events.lexicon import Cue
    from shilu.reading.events.party import Group
    from shilu.reading.events.scene import Scene
    from shilu.reading.events.stops import Stop

_COMES = frozenset({"来访", "到访"})
_SHOWS = re.compile(r"[^，。；的]{0,6}(?:展|馆|校|厂|店|公司|现场|办公室|总部|医院|工地)")
"""Behind those who only look at something: 到访|精华展."""
_MISSION = re.compile(
    r"(?:[一-鿿]{2,5}、){0,4}(?![^，。；]{0,4}[并和与会后])[一-鿿]{2,5}驻[一-鿿]{1,3}(?:大?使馆|领事馆|代表处|办事处)"
)
"""Behind those who only stand before a mission: 去了|澳大利亚、日本驻美大使馆前."""
_SETTLES = re.compile(
    r"[^，。；的]{0,4}?(?:读(?:书|大学|法律|硕|博|研|[^，。；]{1,4}系)|念书|学习|攻读|就学)|[^，。；的]{0,8}?(?:担任|任(?:市|县|省|区|镇|乡|副|职|教)|就任|赴任|到任|定居|留学|读书|上学|从事|打工|谋生)"
)
"""Behind those who go somewhere to live and work: 到湖北宜城|任市委常委."""
_HOSTLESS = frozenset({"访问", "来访", "到访", "回访", "首访", "国事访问", "正式访问", "历史性访问", "工作访问"})
_SHIPS = re.compile(r"(?:舰|舰艇|[军战飞]机|战斗机|轰炸机|航母|船|邮轮|部队|物资|疫苗|货物|包裹)$")
_OF_SHIPS = re.compile(r"[^，。；的]{1,6}的[^，。；的]{0,6}(?:舰艇?|[军战飞]机|航母|船只?|班机|航班|旅客|游客|专机)")
"""Behind a verb of going that says which ships: 赴|南海的两艘军舰."""
_GUESTS = re.compile(
    r"(?:投资|留学|旅游|经商|工作|求学|读书|就医|参赛|演出|观光|定居|采访|打工|上市|官员|团|小组|团队|专家组|旅客|游客|人数|人士|[港华侨]人|专家|选手|移民|活动|计划|行程|者)$"
)
_TOURISTS = re.compile(
    r"的?(?:观光|旅游|旅行团|游客|旅客|留学|就业|打工|求学|定居|投资|从事|经商|探亲|就医|求医|治疗|深造|进修|就读|任教|[参出]赛|比赛|团聚)|参加[^，。；]{0,10}(?:比赛|大赛|联赛|辩论会|训练|培训|夏令营)|的?[和与跟](?:家人|亲人|亲友)"
)
_CALLED_OFF = re.compile(
    r"(?:要求|敦促|呼吁|施压|促使|(?<!被)迫使|劝阻?|警告|威胁)[^，。；]{0,12}(?:取消|放弃|停止|推迟|不要|中止|打消)[^，。；]{0,12}$"
)
_IS_OFF = re.compile(r"(?:取消|推迟|延后|中止)[^，。；]{0,12}$")
"""Before a visit named by a noun that is not paid: 取消了原定的|访台行程."""
_SO_FAR = re.compile(r"现在|目前|如今|今[天日]|最近|近[期日]|此为止|那时|时候|底(?!特)")
"""Behind 到 that leads to a time, or tells how: 到|现在, 谈到|最近…."""
_MOVED = re.compile(r"(?:走私|偷运|贩运|运送|输送|护送|押送)[^，。；在为]{1,14}$")
"""Before 到 that tells where goods go: 走私古柯碱|到|美国."""
_RANGE = re.compile(r"从(?![而来未事])")
"""Before 到 that leads to the end of a range: 从新冠疫情|到|朝鲜."""
_TOGETHER = re.compile(r"[一共]同|一起|一道|联袂|联合|陪同|随同|偕同?|率(?!先)|带")
"""Said of those who come together."""
_TWO = 2
_MINISTERS = re.compile(r"外长|防长|部长|外相|防相|大臣|国务卿")
_ON = re.compile(r"就|关于|有关|围绕")
_JOURNEY = re.compile(r"行程|之[行旅]")
_MAKES = re.compile(r"展开|开始|开启|结束|完成|启动")
_NEAR = 5
_IS_TOPIC = re.compile(r"的?(?:议题|问题|话题|争议|风波)")
"""法国议员访台|议题."""
_DATA_WORDS = "网站|网页|网络|互联网|服务器|数据库?|个人信息|账[户号]|社交媒体|脸书|推特"
_OF_DATA = re.compile(rf"(?:{_DATA_WORDS}|信息|资料|系统|内容)的?$")
"""Before what is no journey: 屏蔽对服务器上信息的|访问."""
_DATA = re.compile(rf"[^，。；的]{{0,8}}?(?:{_DATA_WORDS})(?=[，。；的]|$)")
"""Behind it: 无法访问|美国网站."""


def visits(scene: Scene, authority: Authority, before: Sequence[Found] = ()) -> list[Found]:
    """The visits that one sentence tells, one for each state visited; ``before`` holds those told already."""
    found: list[Found] = []
    for k, unit in enumerate(scene.units):
        if unit.cue is None or _is_interview(scene, k):
            continue
        if any(sense.form == "visit" for sense in unit.cue.senses):
            found += _visit(scene, k, unit.cue, authority) or _understood(scene, k, (*found[::-1], *before), found)
    return found


def _is_interview(scene: Scene, k: int) -> bool:
    """Whether it is a talk with the press: 接受电台访问时说."""
    first, _ = scene.clauses[scene.clause_number(k)]
    return any(unit.text.startswith(("接受", "受访")) for unit in scene.units[max(first, k - 5) : k])


def _visit(scene: Scene, k: int, cue: Cue, authority: Authority) -> list[Found]:
    stops, verb = stops_of(scene, k, cue, authority)
    if not stops:
        return []
    near = beside(scene, verb)
    if near is not None and _are_described(scene, k, near):
        return []
    maker = _maker(scene, k)
    verb = verb if maker is None else maker
    off = _IS_OFF.search(scene.text.plain, scene.sentence.start, scene.units[k].start) is not None
    if (_qualifies(scene, k, cue) and near is None and not (off or maker is not None)) or _is_no_visit(scene, k, cue):
        return []
    guests, start, rule = visitors_of(scene, k, cue, verb)
    called_off = _CALLED_OFF.search(scene.text.plain, scene.sentence.start, scene.units[k].start)
    if called_off and (start is None or start < called_off.start()):
        return []  # 致函李察，|要求取消访问台湾: it is not the writer who goes
    visitors = people_first(one for one in guests if _is_guest(scene, one, stops, cue, authority))
    if _is_of_somebody_else(scene, k, start, visitors):
        return []
    found = []
    for stop in stops:
        abroad = tuple(v for v in visitors if stop.state.country is None or v.country != stop.state.country)
        begin = min(scene.units[k].start, scene.units[verb].start, start if start is not None else 1 << 30)
        end = max(scene.units[k].end, _end(scene, k))
        found += [
            Found("CONSULT", "visit", None, guests, (stop.state,), rule, k, k + 1, begin, end, stop.place)
            for guests in _each_by_itself(scene, k, abroad)
        ]
    return found


def _are_described(scene: Scene, k: int, near: Group) -> bool:
    """Whether people who are no guests are said to come from states: 来自大陆和台湾的|抵港人士."""
    states = all(one.is_state for one in near.ones)
    return states and scene.letters[near.last : near.last + 1] == "d" and _qualifies_behind(scene, k)


def _is_guest(scene: Scene, one: One, stops: Sequence[Stop], cue: Cue, authority: Authority) -> bool:
    """Whether somebody visits them: not he of whom only a title is told that is borne in one of the states visited."""
    at_home = one.found_by == "title" and any(one.country == stop.state.country for stop in stops)
    return not at_home and all(one.id != stop.state.id for stop in stops) and may_visit(scene, one, cue, authority)


def _each_by_itself(scene: Scene, k: int, visitors: tuple[One, ...]) -> list[tuple[One, ...]]:
    """The visitors of each visit: those of one state, where one clause tells of several: 四国外长|先后访华.

    Ministers of two states who do not come together pay two visits, and so do two heads of state; three come together.
    """
    first, _ = scene.clauses[scene.clause_number(k)]
    before = scene.plain(first, k)
    countries = list(dict.fromkeys(one.country for one in visitors))
    apart = _MINISTERS.search(scene.plain(0, k)) is not None or len(countries) == _TWO
    people = apart and None not in countries and all(one.kind == "person" for one in visitors)
    people = people and not _TOGETHER.search(before)
    if len(countries) < 2 or not (people or EACH.search(before)):
        return [visitors] if visitors else []
    return [tuple(one for one in visitors if one.country == country) for country in countries]


def _is_of_somebody_else(scene: Scene, k: int, start: int | None, visitors: Sequence[One]) -> bool:
    """Whether people only talk of a visit that others are to pay: 秘书长正就人权官员|访问新疆磋商."""
    about = matter_before(scene, k)
    if about is None or (start is not None and start > scene.units[about].start):
        return False
    return "n" in scene.letters[about + 1 : k] and all(one.kind == "person" for one in visitors)


def _is_no_visit(scene: Scene, k: int, cue: Cue) -> bool:
    """Whether ships and things come, tourists do, or the word is but the topic of something else."""
    plain, end = scene.text.plain, scene.units[k].end
    things = (k and _SHIPS.search(scene.units[k - 1].text)) or (cue.sense("goes") and is_thing_before(scene, k))
    first, _ = scene.clauses[scene.clause_number(k)]
    to = scene.units[k].text in ("到", "至", "到了")
    before = scene.plain(first, k)
    if to and (_SO_FAR.match(plain, end) or _MOVED.search(before)):
        return True
    ranges = to and (_RANGE.search(before) or plain.endswith("到", 0, scene.units[k].start))  # 谈到|到
    there = scene.units[k + 1].end if scene.letters[k + 1 : k + 2] in ("S", "L") else end  # 赴|美|深造
    abroad = cue.sense("abroad") and (_TOURISTS.match(plain, end) or plain.startswith("企", end))
    goes = cue.sense("goes", "abroad") is not None
    if things or ranges or abroad or (goes and (_TOURISTS.match(plain, there) or _OF_SHIPS.match(plain, end))):
        return True
    if scene.units[k].text == "访问" and (_OF_DATA.search(before) or _DATA.match(plain, end)):
        return True  # 屏蔽对服务器上信息的|访问
    if _MISSION.match(plain, end):
        return True  # 去了|澳大利亚、日本驻美大使馆前
    if cue.sense("goes") and _SETTLES.match(plain, end):
        return True
    about = "T" not in scene.letters[first:k] or _ON.search(scene.plain(first, k))
    return bool(about and _IS_TOPIC.match(plain, end))


def _understood(scene: Scene, k: int, before: Sequence[Found], here: Sequence[Found]) -> list[Found]:
    """A visit whose host is understood: 进行了回访, 他此次访问, 美国官员的访台，包括阿扎尔8月的访问."""
    unit = scene.units[k]
    if (
        unit.text not in _HOSTLESS
        or PLACES_BEHIND.match(scene.letters, k + 1)
        or _SHOWS.match(scene.text.plain, unit.end)
    ):
        return []
    group = beside(scene, k) or _possessor(scene, k)
    guests = group.ones if group is not None else sides(scene, k).subjects
    visitors = tuple(one for one in people_first(guests) if one.is_state or one.kind == "person")
    hosts, place = (_returned if "回访" in unit.text else _known)(scene, visitors, before)
    if not hosts and unit.text in _COMES and group is not None:
        hosts, place = _around(scene, group, visitors)
    abroad = tuple(one for one in visitors if one.country not in {host.country for host in hosts})
    if not hosts or not abroad:
        return []
    start = min(unit.start, group.start if group is not None else unit.start)
    visit = Found("CONSULT", "visit", None, abroad, hosts, "understood.v1", k, k + 1, start, unit.end, place)
    if not before or hosts != before[0].recipients:
        return [visit]
    also = (other for other in here if other.recipients != hosts and _is_one(other, before[0]))
    return [visit, *(visit._replace(recipients=other.recipients, place=other.place) for other in also)]


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


def _is_one(visit: Found, last: Found) -> bool:
    """Whether one word told both visits: 前往日本和韩国."""
    return (visit.at, visit.start, visit.end, visit.actors) == (last.at, last.start, last.end, last.actors)


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


def _maker(scene: Scene, k: int) -> int | None:
    """The verb with which somebody begins or ends a journey: |展开|两日访华行程, |结束|为期三天的访台之旅."""
    if not _JOURNEY.match(scene.text.plain, scene.units[k].end):
        return None
    near = range(k - 1, max(scene.clauses[scene.clause_number(k)][0], k - _NEAR) - 1, -1)
    return next((i for i in near if scene.letters[i] == "v" and _MAKES.match(scene.units[i].text)), None)


def _qualifies(scene: Scene, k: int, cue: Cue) -> bool:
    """Whether 访台 only says which: 提高访台官员的层级."""
    return cue.sense("abroad") is not None and _qualifies_behind(scene, k)


def _qualifies_behind(scene: Scene, k: int) -> bool:
    """Whether those who go stand behind the word, and behind the place: 访台|官员, 抵|港|人士."""
    at = k + 1 + (scene.letters[k + 1 : k + 2] in ("S", "L"))
    return at < len(scene.units) and bool(_GUESTS.search(scene.units[at].text))


def _end(scene: Scene, k: int) -> int:
    match = PLACES_BEHIND.match(scene.letters, behind_friends(scene, k + 1))
    return scene.units[match.end() - 1].end if match else scene.units[k].end
