"""Encounters that have a verb or a noun of their own: meetings, talks, calls, letters, summits.

One rule per way of telling, each with a version: ``compounds`` (美日、美韩会谈), ``object`` (A 会见 B), ``attend``
(A 出席北约外长会议), ``light`` (A 与 B 举行为期一天的会谈), ``joint`` (A 与 B 会晤), ``nominal`` (王毅与布林肯的会谈).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.reading.events.addressing import letter, told_to
from shilu.reading.events.attending import assembled, attend, attended, chaired, join, listed_behind
from shilu.reading.events.encounter import LIGHT, form_of
from shilu.reading.events.found import Found
from shilu.reading.events.nominal import again, compounds, is_definite, nominal, points_back
from shilu.reading.events.party import people_first
from shilu.reading.events.receiving import first_of_all, meet, received, summoned
from shilu.reading.events.talks import hold, led_by, together
from shilu.wording import IDLE

if TYPE_CHECKING:
    from shilu.reading.events.encounter import Telling
    from shilu.reading.events.nominal import LastMet
    from shilu.reading.events.party import One, Parties
    from shilu.reading.events.scene import Scene

_STOPPED = re.compile(r"加强|强化|增进|深化|中断|脱离|停止|终止|切断|断绝|关闭|禁止|避免")
_THING = re.compile(
    r"[”\"」』]?(?:人员|团队|小组|机制|制度|体制|平台|渠道|窗口|框架|之门|大门|学者|签证|代表|记录|纪录|史|者|室|本部|委员会|工作组|机构|的?(?:法案|议案|草案)|协议|协定|条约|关系|内容|记者|媒体)"
)
_DEED = re.compile(r"首次|第一次|将|已|曾")
_RELATIONS = frozenset({"对话", "接触", "交流", "协商", "磋商"})
_MEANS = _RELATIONS | {"谈判", "沟通"}
_OUGHT = frozenset({"应", "应该", "应当", "必须", "须", "需要", "能", "能够", "可以"})
_KEEPS = frozenset({"保持", "维持"})
"""Before dealings of states that ought to be, or go on, at no time."""
_ABOUT = frozenset({"就", "为", "针对", "对"})
"""Before what they are about: 就维持边境和平|磋商."""
_CONSULTS = frozenset({"磋商", "协商", "洽谈", "商谈"})
"""Before a verb they only lead to it: 正在磋商|安排峰会."""
_BY_MEANS = re.compile(r"(?:通过|透过|经由|借助|藉由|靠|以)(?:[一两几多\d]次)?[“「『]?$")
_NEAR = 4
_ON_MATTER = re.compile(r"(?:讨论|审议|审查|审理|表决|评估)[^，。]{2,12}(?:协定|协议|条约|法案)的?$")
"""Before a sitting that is not of those whom its matter names: 取消讨论中欧投资协定|会议."""
_SPEAKS = re.compile("发言人")
"""Who speaks of talks wherever he is."""
_AMID = frozenset({"上", "中"})
_SERIES = re.compile(r"(?:一系列|后续|进一步|各种|更多)的?(?:后续)?$")
"""Before dealings of which nobody can say when they were: 一系列|接触."""
_RULES = (
    compounds,
    join,
    told_to,
    letter,
    first_of_all,
    received,
    summoned,
    meet,
    attend,
    attended,
    listed_behind,
    chaired,
    led_by,
    hold,
    together,
    assembled,
    nominal,
)
"""In the order in which they are asked; the first that finds an encounter is right."""


def meetings(scene: Scene, last_met: LastMet) -> list[Found]:
    """The encounters of one sentence that are no visits; ``last_met`` recalls who met last in a form."""
    found: list[Found] = []
    for k, unit in enumerate(scene.units):
        if unit.cue is None or not unit.cue.is_encounter or _is_thing(scene, k) or _is_relation(scene, k):
            continue
        for rule in _RULES:
            told = [made for telling in rule(scene, k) if (made := _found(scene, k, telling)) is not None]
            if told:
                found += told
                break
        else:
            found += again(scene, k, last_met)
    return found


def _is_thing(scene: Scene, k: int) -> bool:
    """Whether it only qualifies a thing (对话机制), is a means (通过对话解决), ended or furthered (加强会晤)."""
    before = scene.units[k - 1] if k else None
    led = "".join(unit.text for unit in scene.units[max(0, k - _NEAR) : k])
    if _ON_MATTER.search(scene.plain(scene.clauses[scene.clause_number(k)][0], k)):
        return True
    if scene.units[k].text in _MEANS and _BY_MEANS.search(led):
        return True
    if scene.units[k].text in _CONSULTS and scene.letters[k + 1 : k + 2] == "v":
        return True
    if before is not None and before.letter in "an" and k > 1:
        before = scene.units[k - 2]
    stopped = before is not None and before.letter == "v" and _STOPPED.match(before.text)
    return bool(stopped or _THING.match(scene.text.plain, scene.units[k].end))


def _is_relation(scene: Scene, k: int) -> bool:
    """Whether 与 B 的对话 is what somebody values, gives up or advises, not what was held: 换取|与中国的对话."""
    first, last = scene.clauses[scene.clause_number(k)]
    nobody = scene.units[k].text in _MEANS and {"P", "T"}.isdisjoint(scene.letters[first:last])
    if nobody and _is_advised(scene, first, k):
        return True  # 两国应该保持|对话
    if scene.letters[k - 1 : k] != "d" or scene.units[k].text not in _RELATIONS or "T" in scene.letters[first:k]:
        return False
    led = scene.letters.rfind("w", first, k)
    before = scene.units[led - 1] if led > first else None
    return before is not None and before.letter == "v" and not LIGHT.match(before.text)


def _is_advised(scene: Scene, first: int, k: int) -> bool:
    """Whether it ought to be held, or kept up: 两国应该通过|对话…, 保持公开|对话, but 就维持边境和平|磋商."""
    words = [unit.text for unit in scene.units[first:k]]
    if not _ABOUT.isdisjoint(words):
        return False
    verb = len(scene.letters[first:k].rstrip("nad")) - 1
    return not _OUGHT.isdisjoint(words) or (verb >= 0 and words[verb] in _KEEPS)


def _found(scene: Scene, k: int, telling: Telling) -> Found | None:
    ones = people_first((*_speakers(scene, k, telling.ones), *telling.ones))
    ones = tuple(one for one in ones if not scene.parties.is_private(one))
    if not any(scene.parties.may_act(one) for one in ones):
        return None  # 马云和马斯克
    sits = telling.rule == "attend.v1" and (
        any(map(scene.parties.is_alliance, ones)) if len(ones) > 1 else ones[0].kind == "person"
    )
    if not (sits or _are_sides(ones, scene.parties)) or _is_idle(scene, k, telling):
        return None
    ones = people_first(scene.parties.members(ones))
    unit = scene.units[k]
    places = [p for p in telling.starts if p is not None]
    start, end = min([unit.start, *places]), max([unit.end, *places])
    form = form_of(telling.sense.form, ones)
    definite = is_definite(scene, k) or points_back(scene.text.plain, start)
    return Found(
        "CONSULT", form, telling.sense.mode, ones, (), telling.rule, telling.at, k + 1, start, end, None, definite
    )


def _speakers(scene: Scene, k: int, states: tuple[One, ...]) -> tuple[One, ...]:
    """Officials of states that meet who do something there take part: 王毅|在中美会谈|上表示, not in 会谈后."""
    behind = scene.units[k + 1].text if k + 1 < len(scene.units) else ""
    if behind not in _AMID or not all(one.is_state for one in states):
        return ()
    first, _ = scene.clauses[scene.clause_number(k)]
    at = scene.letters.rfind("l", first, k)
    if at < 0 or scene.letters[at + 1 : k].strip("nSLT"):
        return ()
    group = next((g for g in scene.groups_in(first, at) if not scene.letters[g.last : at].strip("aT")), None)
    if group is None or group.stance != "subject":
        return ()
    codes = {one.country for one in states}
    own = (one for one in group.ones if one.kind == "person" and one.country in codes)
    return tuple(
        one for one in own if scene.parties.in_office(one) and not _SPEAKS.search(scene.parties.role(one) or "")
    )


def _is_idle(scene: Scene, k: int, telling: Telling) -> bool:
    """Whether 接触 only tells of relations: 与中国接触，事情就会变好."""
    if scene.units[k].text in IDLE and _SERIES.search(scene.text.plain, 0, scene.units[k].start):
        return True
    if scene.units[k].text not in IDLE or telling.rule not in ("joint.v1", "object.v1"):
        return False
    first, last = scene.clauses[scene.clause_number(k)]
    if scene.letters[k - 1 : k] == "d" and "w" not in scene.letters[first:k]:
        return True  # 寻求务实、以结果为导向的|接触
    return "T" not in scene.letters[first:last] and not _DEED.search(scene.plain(0, k))


def _are_sides(ones: tuple[One, ...], parties: Parties) -> bool:
    """Whether they are of several states, or an international body: who meets at home makes no encounter."""
    codes = {one.country for one in ones if one.country}
    unknown = any(one.country is None and (parties.is_official(one) or parties.is_alliance(one)) for one in ones)
    return len(codes) + unknown >= 2 or (len(ones) == 1 and parties.is_alliance(ones[0]))
