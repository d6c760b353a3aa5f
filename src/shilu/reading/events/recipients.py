"""To whom a deed is done that a verb tells: whom its object or 对 names, who is meant without a name, or nobody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.reading.events.doers import owns_kin
from shilu.reading.events.lexicon import IN_WORDS, MATERIAL
from shilu.reading.events.subjects import RELATIVE
from shilu.reading.events.subjects import is_thing as owns
from shilu.wording import CROWDS, SUMMONS

if TYPE_CHECKING:
    from shilu.reading.events.behind import Behind
    from shilu.reading.events.cast import Around
    from shilu.reading.events.lexicon import Sense
    from shilu.reading.events.party import Group, One
    from shilu.reading.events.scene import Scene

_TAKES_PART = frozenset({"参加", "参与"})
"""Verbs of going to what others hold: 参加|法轮功游行."""
_ENDS = re.compile(r"取消|暂停|停止|中止|终止|冻结|削减|切断|撤[销回]|放[宽松]|解除|豁免|减免")
"""Verbs of what ends, or is eased, for somebody behind 对: 取消|对日本的关税."""
_WEAPONS = ("MOBILIZE", "weapons")
"""What has no object but the weapons: 朝鲜试射导弹|及美中关系."""
_GOVERNMENT = re.compile(r"(?:军?政府|当局|军方|官方)")
_ARMY = re.compile(r"军方|军政府|军队")
_VOICES = re.compile(
    r"[^，。；的]{0,3}(?:媒体|期刊|杂志|报纸|周刊|日报|智库|学者|专家|记者)[^，。；]{0,16}?(?:报[道导告]|说法|文章|消息|研究)"
)
"""Behind a state of which only a voice is denied: 否认|美国|期刊的报道."""
_THERE = re.compile(r"(?:境内的?)?(?:[台港外日韩美华]商|侨[民胞]|华[人侨]|留学生|旅客|游客)")
"""Behind a state in which those are who are asked."""
_USERS = re.compile(r"大V|大v|博主|网[友民红]|名人|红人|达人|公知")
"""Behind a medium or a state whose users are meant."""
_CITIZENS = re.compile(r"[^，。；的]{0,2}(?:公民|国民|籍|[男女]子|商人|游客|留学生|人质)")
"""Behind a state of which people are arrested or tried: 审判|加拿大|公民."""
_WITH_EACH_OTHER = re.compile(r"[与同跟][^，。；和与同跟]{1,8}$")
_TIES = re.compile(r"[^，。；]{0,10}(?:断交|断绝|切割|脱钩|划清界[线限]|中断)|合作(?!关系)")
"""What one is asked to have with another: 敦促|巴拉圭|与台湾断交."""
_TWO = 2
_PASSES = re.compile(r"(?:通过|批准)了?$")
_BILL = re.compile(r"[^，。；的]{0,10}的[^，。；]{0,20}?(?:法案|方案|计划|议案|预算|法令|提案)")
"""Behind him whose bill a parliament passes, which is no backing of him: 通过了|拜登|总统的纾困法案."""
_FREES = re.compile(r"(?:释放|放走|放回)了?$")
_DURING = re.compile(r"时|中|期间|过程|场合")
_ASKS_ONE = re.compile(
    r"[^，。；]{0,4}?(?:停|释放|撤|道歉|放弃|结束|尊重|解释|赔偿|遵守|履行|归还|取消|纠正|收回|澄清|克制|不要|勿|立即|负责|改善|解除|交出|移交|遣返|承认|恢复|取缔|无条件|说明|[它他]们)"
)
"""What somebody blamed is asked to do: |停止发射导弹, not |增加国防预算."""
_ADDRESSED = re.compile(r"[^，。]{0,4}(?:[各双有]关?[方国]|国际社会|外界|盟[国友]|军方|当局|政府|警方|民众|公众|企业)")
_BACKS = frozenset({"支持", "扶持", "资助", "支援", "援助", "庇护", "控制", "撑腰"})


def recipients_of(scene: Scene, k: int, sense: Sense, who: Around, after: Behind) -> tuple[One, ...]:
    """To whom the verb at ``k`` does it: the first of the ways in which somebody is named or meant."""
    if scene.units[k].text in _TAKES_PART:
        return ()
    broken_with = who.withs if sense.type == "SANCTION" else ()  # 与马来西亚|断交
    return (
        who.tos
        or _given_to(scene, k, sense)
        or _concerned(scene, after.group, sense)
        or broken_with
        or _government(scene, k, sense, who)
        or _met_before(scene, k, sense)
        or _blamed_before(scene, k, sense, who)
    )


def _given_to(scene: Scene, k: int, sense: Sense) -> tuple[One, ...]:
    """To whom something is given, for whom it ends, or who is threatened.

    捐赠30万剂疫苗|给联合国, 取消|对日本的关税, 威胁|对伊朗采取行动.
    """
    behind_it = scene.groups_in(k + 1, scene.clauses[scene.clause_number(k)][1])
    if sense.type == "THREATEN":
        behind_it = behind_it[:1]  # 威胁|中资企业出售股权给美国公司
    elif sense.type in ("CONCEDE", "SANCTION") and _ENDS.match(scene.units[k].text):
        behind_it = [group for group in behind_it[:1] if _owns_what_follows(scene, group)]
    elif sense.type != "AID":
        return ()
    return next((group.ones for group in behind_it if group.stance == "to"), ())


def _owns_what_follows(scene: Scene, group: Group) -> bool:
    """Whether no verb stands between a name and 的: 对日本|的关税, not 对俄罗斯|提供援助的公司."""
    of = scene.letters.find("d", group.last)
    return of >= 0 and {"v", "X", "r", ","}.isdisjoint(scene.letters[group.last : of])


def _concerned(scene: Scene, group: Group | None, sense: Sense) -> tuple[One, ...]:
    """Whom the object names: those who do it where a protest tells what somebody suffers: 抗议|议员|被中国制裁."""
    if group is None or _has_its_own(scene, group, sense) or (sense.type, sense.mode) == _WEAPONS:
        return ()
    if sense.type == "REQUEST" and _FREES.search(scene.plain(group.first - 1, group.first)):
        return ()  # 呼吁释放|康明凯: whoever holds him is asked
    plain = scene.text.plain
    ties = sense.type == "REQUEST" and len(group.ones) == _TWO and _TIES.match(plain, group.end)
    if ties and _WITH_EACH_OTHER.search(plain, group.start, group.end):
        return group.ones[:1]
    suffers = sense.type == "ACCUSE" and scene.letters[group.last : group.last + 1] == "b"
    if not suffers:
        return group.ones
    return next((other.ones for other in scene.groups if other.first == group.last + 1 and other.stance == "by"), ())


def _has_its_own(scene: Scene, group: Group, sense: Sense) -> bool:
    """Whether it is done to the kin of somebody, or those whom he backs, or with his goods: 攻击了|伊朗|支持的民兵."""
    backs = sense.type in MATERIAL and RELATIVE.match(scene.letters, group.last) is not None
    goods = sense.type == "AID" and scene.parties.is_private(group.ones[0])  # 捐赠三千剂|国药|疫苗
    # 否认|美国|期刊的报道
    voices = (
        sense.type == "REJECT" and group.ones[0].is_state and _VOICES.match(scene.text.plain, group.end) is not None
    )
    users = _USERS.match(scene.text.plain, group.end) is not None  # 批捕|微博|大V
    verb = scene.plain(max(0, group.first - 2), group.first)
    bill = sense.type == "SUPPORT" and _PASSES.search(verb) and _BILL.match(scene.text.plain, group.end)
    tried = sense.mode in ("investigate", "convict") and group.ones[-1].is_state
    citizens = tried and _CITIZENS.match(scene.text.plain, group.end) is not None
    # 吁|缅甸|台商减少外出
    there = sense.type == "REQUEST" and group.ones[0].is_state and _THERE.match(scene.text.plain, group.end) is not None
    others = bool(bill) or goods or voices or users or citizens or there
    return owns_kin(scene, group) or others or (backs and scene.units[group.last].text in _BACKS)


def _government(scene: Scene, k: int, sense: Sense, who: Around) -> tuple[One, ...]:
    """Whom people without a name mean by 政府 alone, 一些团体|指责|政府背叛承诺, and all by 军方, of whom is told."""
    behind_it = scene.units[k + 1] if k + 1 < len(scene.units) else None
    crowd = bool(who.subjects) and all(one.found_by in CROWDS for one in who.subjects)
    meant = _GOVERNMENT if crowd else _ARMY
    if sense.type not in IN_WORDS or behind_it is None or not meant.fullmatch(behind_it.text):
        return ()
    home = scene.home(scene, behind_it.start)
    if home is not None and not crowd and home.country in {one.country for one in who.subjects}:
        return ()  # 美国呼吁|军方: of whom the text tells elsewhere
    return () if home is None else (home,)


def _met_before(scene: Scene, k: int, sense: Sense) -> tuple[One, ...]:
    """Of whom something is asked in a meeting: 布林肯在与|王毅|会谈时要求停止镇压."""
    if sense.type not in ("REQUEST", "THREATEN"):
        return ()
    first, _ = scene.clauses[scene.clause_number(k)]
    for group in scene.groups_in(first, k):
        told = scene.units[group.last : k]
        if group.stance == "with" and any(unit.cue is not None and unit.cue.is_encounter for unit in told):
            return group.ones if _DURING.match(told[-1].text) else ()
    return ()


def _blamed_before(scene: Scene, k: int, sense: Sense, who: Around) -> tuple[One, ...]:
    """Of whom something is asked that names nobody: whom the clause before blames or summons.

    日本谴责|朝鲜|，要求停止发射导弹; 韩国召见|伊朗|大使，要求释放船员.
    """
    number = scene.clause_number(k)
    others = _ADDRESSED.match(scene.text.plain, scene.units[k].end)  # 要求|各方保持克制
    # 要求|增加国防预算; the verb itself may say it, 要求停止|发射导弹
    asks_one = _ASKS_ONE.match(scene.text.plain, scene.units[k].start + 2)
    if sense.type != "REQUEST" or who.start is not None or not number or others or not asks_one:
        return ()
    for group in scene.groups_in(*scene.clauses[number - 1]):
        verb = scene.units[group.first - 1] if group.first else None
        blames = verb is not None and (verb.tells(("ACCUSE",)) or verb.text in SUMMONS)
        thing = group.ones[0].kind != "person" and owns(scene, group.last)  # 关切|中国|商品
        if blames and not thing and group.stance == "object" and group.ones != who.subjects:
            return group.ones
    return ()
