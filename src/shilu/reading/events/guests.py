"""Who pays a visit: the subject, those beside the verb, behind it (正在台湾访问的X), or whose delegation is sent."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.reading.events.party import distinct
from shilu.reading.events.subjects import WHEN, is_thing, sides

if TYPE_CHECKING:
    from shilu.knowledge.authority import Authority
    from shilu.reading.events.lexicon import Cue
    from shilu.reading.events.party import Group, One
    from shilu.reading.events.scene import Scene

_SHIPS = re.compile(r"[^，。；]{0,14}?(?:舰|船|艇|编队|航母|战斗群)")
"""Behind a navy whose ships come."""
_GUEST = re.compile(r"(?:[SL]|[cw][SL])*(?:vn{0,4}|X)?d[nSOLcT]*(?=[PO])")
_FROM = frozenset({"由", "从", "自", "来自"})
"""Before the states from which somebody comes: 布林肯|从日本|抵韩."""
_OWNS = re.compile(r"n?d")
_FIRST = re.compile(r"首[位个名]|第一[位个名]")
_GOES_ON = re.compile(r"[并再]|然后|随后|接着|[、及]$")
"""Between those who were met and what he who met them does then."""
_DESCRIBES = re.compile(r"[^,]*d[nSOa]*[nO]")
_SENT = re.compile(
    r"(?:派|派遣|派出|组织|组成)(?:一[个支行])?[^，的]{0,6}(?:代表团|访问团|使团|考察团|官员|高官|部长|外长|大臣|特使|专家组)外?$"
)
_STAFF = re.compile(r"政府(?:的)?(?:内阁)?(?:成员|官员|高官|部长|阁员)")
"""Behind a leader whose people it is that go: 拜登|政府内阁成员|首次访问."""

_LED = re.compile(
    r"(?P<who>[^，]{2,40}?)所?(?:率领|带领|率)的[^，]{0,14}(?:代表|访问|使|考察|专家|工作|调查|经贸|观察)团[也又还再已将]{0,2}$"
)


def visitors_of(scene: Scene, k: int, cue: Cue, verb: int) -> tuple[tuple[One, ...], int | None, str]:
    """The visitors: behind the verb in 正在台湾访问的X, else its subjects."""
    match = _GUEST.match(scene.letters, k + 1)
    if match is not None and not cue.sense("trip"):
        group = next((g for g in scene.groups if g.last > match.end()), None)
        if group is not None:
            return group.ones, None, "visitor-behind.v1"
    if (sender := _sender(scene, verb)) is not None:
        # 拜登派高官|访问日本: it is his state's, not he, who goes
        people = any(one.kind == "person" for one in sender.ones)
        return scene.parties.states_of(sender.ones) if people else sender.ones, sender.start, "visit.v1"
    if (head := _head_of_staff(scene, verb)) is not None:
        return scene.parties.states_of(head.ones), head.start, "visit.v1"
    if (leader := _leader(scene, verb)) is not None:
        return leader.ones, leader.start, "visit.v1"
    return _before(scene, k, verb)


def _before(scene: Scene, k: int, verb: int) -> tuple[tuple[One, ...], int | None, str]:
    """The visitors before the verb."""
    near = beside(scene, verb)
    if near is not None and near.stance == "object" and _GOES_ON.search(scene.plain(near.last, verb)):
        near = None  # 王毅会晤俄国外长|并|出访中东
    before = sides(scene, verb)
    if near is not None and near.first and scene.units[near.first - 1].text in _FROM and near.ones[0].is_state:
        return before.subjects if before.start != near.start else (), before.start, "visit.v1"  # 从日本|抵达
    if near is not None and near.stance in ("in", "by", "object"):
        return near.ones, near.start, "visit.v1"
    led = scene.letters[verb - 1 : verb] in ("t", "w")  # 世卫向|前往中国的|美国官员送交文件
    relative = (led or before.start is None) and _is_relative(scene, k)
    if relative or _is_of_encounter(scene, before.start, verb):
        return (), None, "visit.v1"
    if near is not None and not before.subjects:
        return near.ones, near.start, "visit.v1"
    if before.start is None and _has_met(scene, verb):
        return before.subjects[:1], None, "visit.v1"
    first, _ = scene.clauses[scene.clause_number(verb)]
    # 为准备与中方的|首次会面|访问日本: with whom others meet
    owners = {one.id for g in scene.groups_in(first, verb) if _OWNS.match(scene.letters, g.last) for one in g.ones}
    withs = (one for one in before.withs if one.id not in owners)
    return distinct((*before.subjects, *withs)), before.start, "visit.v1"


def _is_of_encounter(scene: Scene, start: int | None, verb: int) -> bool:
    """Whether the subject is no guest but an encounter of those who stand there: 中美|会谈|安排在访问日本之后."""
    group = next((group for group in scene.groups if group.start == start), None)
    return group is not None and group.last < verb and scene.letters[group.last] == "X"


def _sender(scene: Scene, verb: int) -> Group | None:
    """Who sends the delegation that goes: 欧盟希望派一个代表团|访问新疆."""
    first, _ = scene.clauses[scene.clause_number(verb)]
    match = _SENT.search(scene.plain(first, verb))
    if match is None:
        return None
    at = scene.units[first].start + match.start()
    groups = [group for group in scene.groups_in(first, verb) if group.end <= at and group.stance == "subject"]
    return groups[-1] if groups else None


def _head_of_staff(scene: Scene, verb: int) -> Group | None:
    """Whose people it is that go: 拜登|政府内阁成员首次访问日本."""
    first, _ = scene.clauses[scene.clause_number(verb)]
    groups = scene.groups_in(first, verb)
    if not groups or groups[-1].ones[0].kind != "person":
        return None
    return groups[-1] if _STAFF.match(scene.text.plain, groups[-1].end) else None


def _leader(scene: Scene, verb: int) -> Group | None:
    """Who leads the delegation that goes: 由福明率领的一个代表团|访问缅甸."""
    first, _ = scene.clauses[scene.clause_number(verb)]
    match = _LED.search(scene.plain(first, verb))
    if match is None:
        return None
    at = scene.units[first].start + match.end("who")
    groups = [group for group in scene.groups_in(first, verb) if group.end <= at]
    return groups[-1] if groups else None


def _has_met(scene: Scene, verb: int) -> bool:
    """Whether those named last met before, and only the first goes on: 王毅与拉夫罗夫会晤，随后访问沙特."""
    number = scene.clause_number(verb)
    named = (clause for clause in reversed(scene.clauses[:number]) if scene.groups_in(*clause))
    first, last = next(named, (0, 0))
    return any(unit.cue is not None and unit.cue.sense("joint") for unit in scene.units[first:last])


def _is_relative(scene: Scene, k: int) -> bool:
    """Whether those who go stand behind: 前往武汉研究病毒的|调查团."""
    _, last = scene.clauses[scene.clause_number(k)]
    first_of_all = any(_FIRST.match(unit.text) for unit in scene.units[max(0, k - 2) : k])
    return not first_of_all and bool(_DESCRIBES.match(scene.letters, k + 1, last))


def beside(scene: Scene, verb: int) -> Group | None:
    """Who stands right before the verb, whatever led the phrase: 自从|布林肯7月|访问, 与|专家2月|访问时."""
    first, _ = scene.clauses[scene.clause_number(verb)]
    groups = scene.groups_in(first, verb)
    if not groups or scene.letters[groups[-1].last : verb].strip("naTl"):
        return None
    if groups[-1].stance == "object" and scene.units[groups[-1].last].text in WHEN:
        return None  # 布林肯|访问印度之前|还访问日本
    goods = groups[-1].ones[0].kind != "person" and is_thing(scene, groups[-1].last, verb)
    return None if goods else groups[-1]


def _comes_by_ship(scene: Scene, navy: One) -> bool:
    """Whether it is ships that come: 法国海军|的军舰抵达印度, not 法国海军|代表团抵达印度."""
    here = (group for group in scene.groups if navy.id in {one.id for one in group.ones})
    return any(_SHIPS.match(scene.text.plain, group.end) for group in here)


def may_visit(scene: Scene, one: One, cue: Cue, authority: Authority) -> bool:
    """Whether one who goes somewhere goes there as a visitor: officials and bodies do, travellers and goods do not."""
    strict = cue.sense("goes") is not None
    if one.is_state:
        return not strict
    if one.kind == "org":
        org = authority.orgs.get(one.id)
        if org is None:
            return not (strict or scene.parties.is_private(one))
        ships = org.kind == "military" and strict and _comes_by_ship(scene, one)
        return not ships and org.kind not in ("company", "university", "think-tank", "ngo")
    return scene.parties.holds_office(one)
