"""Where a visit goes: the states visited and the places in them (访问日本和韩国, 波兰首都华沙, 访华)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from shilu.reading.events.groups import has_title
from shilu.reading.events.no_party import OF_ALLY
from shilu.reading.events.party import One
from shilu.reading.events.place import Place, named
from shilu.reading.events.subjects import WHEN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shilu.knowledge.authority import Authority
    from shilu.reading.analysis import Standing
    from shilu.reading.events.lexicon import Cue
    from shilu.reading.events.scene import Scene

PLACES_BEHIND = re.compile(r"a?n{0,3}(O(?:[cw]O)+|[SLO](?:n{0,3}[SL](?!d?n+P)|dL(?!n*[PO]))*(?:[cw]n?[SL]+)*)")
"""The places right behind a verb of visiting."""
_BEFORE = re.compile(r"(?P<lead>[tl]?|va?)(?P<places>(?:(?<=t)O[cw])?[SL](?:[cwn]{0,2}[SL])*)n{0,2}d?[nTva]*$")
_OVER = re.compile(r"结束|完成|展开|开启|开始")
"""结束|日本及韩国的访问."""
_LASTING = re.compile(r"(?P<lead>t)(?P<places>[SL](?:[cwn]{0,2}[SL])*)[vanT]{1,5}d[nTa]*$")
"""对日本|为期两天的|访问."""
_ORGANS = frozenset({"government", "parliament", "ministry", "party", "military", "alliance", "international"})
_MOVES = re.compile(r"率团|率队|启程|出发|搭机|乘|应邀|受邀|随|陪同|计划|准备|打算|前往|亲自|专程")
_CARRIES = re.compile(r"[进出]口|[运输销卖供送]|引[进入]|退守|撤退|迁|逃")
_FRIENDS = re.compile(r"的.{0,3}(?:盟友|盟国|伙伴|朋友|邻国|对手|官员)")
"""访问美国的盟友 is no visit to the United States."""
_NOT_THERE = re.compile(
    r"(?:[东南西北]|周边|附近|方向|海域|空域|外交部|政府|官员|总统|外长|总理|首相|大使|境内|记者|市场|公司|企业|问题|"
    r"宾馆|饭店|酒店|医院|大学|.{0,3}(?:工作|旅游|观光|留学|读书|求学|修读|就医|度假|经商|打工|避难|定居|生活))"
)


_ALLY = re.compile(rf"S{OF_ALLY}(?=[SL])")
"""走访|美国在亚洲最重要的盟友|日本."""


_OF_FRIENDS = re.compile(r"Sd[na]{0,3}n(?=[SL])")
_ALLIES = ("盟友", "盟国", "伙伴", "邻国", "友邦", "邻邦")
_INCLUDING = frozenset({"包括", "包含"})
_CHOSEN = re.compile(r"[an]{0,2},?[at]?v")
_CHOOSES = frozenset({"选择", "选定", "选", "首选", "锁定"})
"""Behind a journey, before where it goes: 首次出访|就选择日本、韩国."""


class Stop(NamedTuple):
    """A state visited, and the place in it that is named."""

    state: One
    place: Place | None


def stops_of(scene: Scene, k: int, cue: Cue, authority: Authority) -> tuple[list[Stop], int]:
    """The places visited, and the unit before which the visitors stand."""
    abroad = cue.sense("abroad")
    amid = abroad is not None and _is_amid(scene, k)
    if amid or _is_carried(scene, k, cue):
        return [], k
    if abroad is not None:
        state = scene.parties.abbreviated(scene.text.plain[scene.units[k].end - 1], abroad.country)
        return ([Stop(state, Place(state.name, 1))] if state else []), k
    found = _stops_behind(scene, k, cue, authority)
    if found is not None:
        return found, k
    if cue.sense("place", "trip", "noun"):
        return _stops_before(scene, k, cue, authority)
    return [], k


def _stops_behind(scene: Scene, k: int, cue: Cue, authority: Authority) -> list[Stop] | None:
    """The places behind a verb, 访问|日本和韩国, or that are chosen, 首次出访|就选择日本; None where there are none."""
    first = k + 1
    if cue.sense("place") and (chosen := _CHOSEN.match(scene.letters, first)):
        first = chosen.end() if scene.units[chosen.end() - 1].text in _CHOOSES else first
    if first < len(scene.units) and scene.units[first].text in _INCLUDING:
        first += 1  # 出访|包括印尼和菲律宾在内的多国
    if not cue.sense("place", "goes") or scene.text.plain.startswith("除", scene.units[k].end):
        return None
    match = PLACES_BEHIND.match(scene.letters, behind_friends(scene, first))
    if match is None:
        return None
    apart = scene.units[k].text == "来" and match.start(1) > k + 1
    if apart or _is_elsewhere(scene, match, cue):
        return []  # 来替|华尔街|接盘
    found = _chains(scene, match.start(1), match.end(1), authority)
    # 对日本进行国事访问 -- 产经新闻: a body without a seat is no place
    return found if found or scene.letters[match.start(1)] != "O" else None


def behind_friends(scene: Scene, first: int) -> int:
    """Where those visited begin behind what says whose friends they are: 访问|美国的传统盟友|沙特和土耳其."""
    ally, friends = _ALLY.match(scene.letters, first), _OF_FRIENDS.match(scene.letters, first)
    if ally is None and friends is not None and scene.units[friends.end() - 1].text.endswith(_ALLIES):
        ally = friends
    return first if ally is None else ally.end()


def _stops_before(scene: Scene, k: int, cue: Cue, authority: Authority) -> tuple[list[Stop], int]:
    """The places before a noun: 对日本的|访问, 亚洲|之行."""
    first, _ = scene.clauses[scene.clause_number(k)]
    match = _BEFORE.search(scene.letters[:k], first) or _LASTING.search(scene.letters[:k], first)
    if match is None or has_title(scene.units, match.end("places")):  # 俄外长|访问行程
        return [], k
    trip = cue.sense("trip") and not _is_visited(scene, match.start())  # 访问|日本|行程 is told by its verb
    lead = match["lead"]
    if not trip and (not lead or (lead[0] == "v" and not _is_over(scene, match, k))):
        return [], k
    return _chains(scene, *match.span("places"), authority), match.start()


def _is_over(scene: Scene, match: re.Match[str], k: int) -> bool:
    """Whether a visit ends or begins: 结束|日本的访问, not 日本的访问限制, nor 中国游客访问."""
    plain = scene.letters[match.end("places") : k] in ("", "d") and scene.letters[k + 1 : k + 2] != "n"
    return plain and bool(_OVER.match(scene.units[match.start()].text))


def _is_visited(scene: Scene, at: int) -> bool:
    """Whether a verb of visiting stands right before a place."""
    verb = scene.units[at - 1].cue if at else None
    return verb is not None and verb.sense("place", "goes") is not None


def _is_elsewhere(scene: Scene, match: re.Match[str], cue: Cue) -> bool:
    """Whether the names behind a verb say something else: 前往|外交部, 赴美国|留学, 访问美国|的盟友."""
    behind = scene.text.plain[scene.units[match.end() - 1].end :][:8]
    if _FRIENDS.match(behind):
        return True
    if not cue.sense("goes"):
        return False
    first = match.start(1)
    body = scene.parties.one(scene.units[first].standings[0]) if scene.letters[first] == "O" else None
    house = body is not None and not scene.parties.is_alliance(body)
    return house or _NOT_THERE.match(behind) is not None


def _is_amid(scene: Scene, k: int) -> bool:
    """Whether 中 ends a phrase that 在 leads, and is no state: 在欧洲|首访中, but 在特朗普|访中|期间."""
    if not scene.text.plain.endswith("中", 0, scene.units[k].end):
        return False
    first, _ = scene.clauses[scene.clause_number(k)]
    behind = scene.units[k + 1] if k + 1 < len(scene.units) else None
    return "l" in scene.letters[first:k] and (behind is None or behind.text not in WHEN)


def _is_carried(scene: Scene, k: int, cue: Cue) -> bool:
    """Whether something is brought there: 外销|到|日本, 疫苗无法进口|来台; or somebody flees: 退守|来台."""
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
                    yield Stop(replace(body, found_by="destination"), None)
                continue
            if place is None:
                continue  # nobody knows of what state it is: at home, as a rule
            state = One(standing.id, standing.name, "place", code, "destination")
        several = len(scene.units[i].standings) > 1
        yield Stop(replace(state, found_by="destination"), Place(state.name, 1) if several else named(scene, i))


def _seat(standing: Standing, authority: Authority) -> str | None:
    """The state whose house an organ is: 美国白宫, 日本国会."""
    org = authority.orgs.get(standing.id)
    return org.country if org is not None and org.kind in _ORGANS else None
