"""Who counts in politics: states, their bodies and officials first, then those who deal with them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.text.script import simplify
from shilu.wording import CROWDS

if TYPE_CHECKING:
    from shilu.knowledge.authority import Authority
    from shilu.reading.events.party import One, Parties

POLITICAL, PUBLIC, PRIVATE = 2, 1, 0

_BODIES = frozenset(
    {"government", "ministry", "agency", "military", "parliament", "party", "court", "international", "alliance"}
)
_BODY = re.compile(
    r"政府|当局|政权|[国议]会|参议院|众议院|立法[会院]|[部厅署局]$|外交部|国防部|法[院庭]|检察|委员会|[警军]方|[警军]队|警察|部队|大使馆|使馆|领事馆|联盟|"
    r"党$|共和军|解放军|国防军|(?<!大)[海空陆]军$|革命卫队|国民警卫队|边防|宪兵|白宫|五角大楼|联合国|武装|自卫队|公安|国安|国保|海警|办公室$|检[方调署]|纪委|监委|网信办|城管|交警|法[官院庭]"
)
_PRIVATE = re.compile(r"公司|集团|银行|大学|学院|俱乐部|球队|联赛|协会|基金|医院|研究|中心|学会|小组|出版|影业|奥")
_SPEAKS_OUT = re.compile(
    r"(?:协会|商会|工会|学会|联合会|基金会|研究所|研究院|中心|智库|组织|联盟|同盟|阵线|网络|观察|委员会|人权|教会|公会)$"
)
"""Bodies without power that speak for somebody, or of politics."""
_OFFICIAL = re.compile(
    r"总统|总理|首相|主席|总书记|部长|外长|防长|财长|国务卿|大臣|外相|防相|官房长官|大使|特使|参赞|领事|贸易代表|顾问|议员|议长|院长|委员|司令|"
    r"秘书长|总干事|专员|国王|女王|王储|教宗|将军|上将|省长|州长|市长|县长|书记|司长|处长|领导人|发言人|领袖|元首|署长|局长|官员|团长|次长|喇嘛|"
    r"党魁|干事长|众议员|参议员|立委|检察长|特首|长官|反对派|军政府"
)
_NO_OFFICE = re.compile(r"球|乐团|公司|集团|银行|企业|大学|学院|医院|协会|基金|影评|导演|演员|教练|总裁|执行长|董事")


def weight(one: One, parties: Parties, authority: Authority) -> int:
    """How much a party counts: 2 a state, body or official, 1 somebody with a public role, 0 anybody else."""
    if one.is_state:
        return POLITICAL
    if one.found_by in CROWDS:
        return PUBLIC
    return _of_body(one, authority) if one.kind == "org" else _of_person(one, parties, authority)


def _of_body(one: One, authority: Authority) -> int:
    org = authority.orgs.get(one.id)
    if org is not None:
        return POLITICAL if org.kind in _BODIES else PUBLIC
    name = simplify(one.name)
    if _BODY.search(name) and not _PRIVATE.search(name):
        return POLITICAL
    return PUBLIC if _SPEAKS_OUT.search(name) else PRIVATE


def _of_person(one: One, parties: Parties, authority: Authority) -> int:
    person = authority.people.get(one.id)
    if person is not None and person.offices:
        return POLITICAL
    role = parties.role(one) or ""
    if _OFFICIAL.search(role) and not _NO_OFFICE.search(role):
        return POLITICAL
    return PUBLIC if role or person is not None else PRIVATE
