"""Whether a word tells a deed, or only names or describes something: 制裁|名单, 支持台湾|的法案, 抵制冬奥会|是错误."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.reading.events.doers import SOMEBODY
from shilu.reading.events.lexicon import MATERIAL
from shilu.reading.events.walk import LIGHT
from shilu.wording import GROUP, NATIONALS

if TYPE_CHECKING:
    from shilu.reading.events.behind import Behind
    from shilu.reading.events.cast import Around
    from shilu.reading.events.lexicon import Sense
    from shilu.reading.events.scene import Scene

_LEADS_ON = re.compile(
    r"宣布|以示$|决定|下令|继续|开始|扬言|申明|重申|誓言|坚持|持续|不断|一再|多次|屡次|连续|接连|公开|再次"
)
"""Verbs that lead on to the deed itself: 宣布|制裁中国的官员."""
_SAID = ("：", ":", "称", "说")
"""Behind a word by which it is said."""
_HELD = frozenset({"PROTEST", "MOBILIZE", "ASSAULT"})
"""Types of what is held, or launched: 发起|无声的罢工, 发动|新的空袭."""
_PROMISES = frozenset({"承诺", "誓言", "继续", "再次"})
_HOW_MUCH = re.compile(r"(?:[\d一二三四五六七八九十两数几多]+|新一|又一|再一)(?:次|场|轮|波|起)|大规模|一系列|连串")
"""Between who launches it and what is launched: 进行了|三次|空袭, 发动|新一轮|空袭."""
_HOLDS = re.compile(r"筹备|准备|酝酿|举行|展开|发起|发动|进行|举办|开展|号召|组织|参加")
_MARCHES = frozenset({GROUP, NATIONALS})
"""How those are known who march: without a name, as the people of a state."""
_OWNED = re.compile(r"d(?:a{0,2}|n{1,3})$")
"""Letters before a word that 的 makes a noun: 的预先|警告, 的一些签证|限制."""
_OWNS = re.compile(r"的[^的]{1,5}$")
_CLOSES = frozenset({"上", "中", "里", "内", "时", "后", "前", "期间", "之后", "之前", "之际"})
"""Behind a phrase of where or when it is done."""
_THESE = frozenset({"上述", "此项", "该项", "此类", "这一", "这种", "这类"})
_POINTS = re.compile(r"(?:[这那此它也都正]|[，。]|^)是$")
_CRIME = re.compile(r"[\u4e00-\u9fff]{0,4}罪")
_LEADS_TO_CRIME = frozenset({"依", "以", "涉", "涉嫌", "因"})
_THING = re.compile(
    r"[\d一二三四五六七八九十百]*多?(?:周年|年(?=[来后间以]|$|[，。])|以来)|后(?:首|第一)|度|率(?![先领队团众])|部分(?=[，。的]|$)|统计|网络(?![公平企媒])|决定|为由|为借口|措施|者|对象|清单|黑?名单|问题|议题|法(?![国院庭官轮新广属])案?|权(?![威贵])|制度|机制|"
    r"危机|风波|压力|争议|事件|行为|性|心|领域|空间|做法|手段|年度报告|报告(?=[，。]|$)|威胁|可能|计划|企图|能力|风险|想法|方案|信号|信息|善意|声浪|浪潮|罪(?![犯嫌])"
)
"""What follows a word that is only part of a noun: 制裁|措施, 支持|度, 建交|50周年."""
_OF_OPINION = re.compile(r"(?:反对|谴责|批评|拒绝|抨击|欢迎|赞扬|指责|痛批)$")
"""Verbs whose objects are things: 反对|企图改变现状, 谴责|行为."""
_PART = re.compile(r"度|率|者|声浪|浪潮|[党派票]|意见|人士|性")
"""What is one word with them: 反对|派."""
_MEASURE = re.compile(
    r"的(?:力[道度]|决心|意愿|声[浪音]|呼声|立法|法案|决议案?|提案|动议|理由|原因|威胁|可能|风险|危险(?!举动|行为|飞行|动作|接近|拦截|行动)|企图|意图|能力|时间表)"
)
_SINCE = re.compile(r"(?:[之以]?[后前]|以来)的|[之以]?后[^，。；的]{1,6}的")
"""Behind a deed that only dates something: 脱离欧盟|后的外交政策."""
_VOTES = re.compile(r"票$|(?:票|支持|赞成)[、，和与以及]{1,2}\d+[人名]$")
_SUDDEN = frozenset({"突袭", "突击", "强暴", "袭击式"})
_SEARCH = re.compile(r"[性式]?(?:调查|检查(?![站哨])|搜查|搜索|视察|访|对待)")
"""What follows a word that only says how: 突袭|检查, 强暴|对待."""
_ABOUT = frozenset({"针对", "就", "关于"})
"""What leads to a noun though 对 stands before: 对中国|针对|制裁作出的反应."""
_IS_ONE = re.compile(r"[^，。；]{0,8}?(?:的[^，。；是]{1,8}是|是一[种个项条]|[^，。；是]{0,4}正确的?做法)")
"""Behind a deed that is named, not told: 谴责北京|是一种方式, 抵制冬奥|正确的做法是…."""
_IS_AT_ONCE = re.compile(r"是(?!因|为了|在|由|否)")
_IS_SO = re.compile(rf"[^，。；]{{0,8}}?(?:{_IS_AT_ONCE.pattern}|的话)")
"""Behind a deed that is but the topic: 入侵邻国|是最大的威胁; 总理：制裁|是攻击."""
_OTHERS_DO = re.compile(r"d[^,]*[vXr]")
"""Behind what describes somebody, what is done to or with them."""
_ENDS = re.compile(r"[外下论，。、：；]|$")
_ANSWERED = re.compile(r"(?:回应|响应|无视|不顾|漠视|顺应|满足)(?!称|说|时)[^，。；、说称表并]{0,8}$")
"""Before a call that is but answered, or not."""
_WHICH = frozenset({"这些", "那些", "上述", "所有"})
"""Right before a verb that tells of which things one speaks."""
_FEARED = frozenset({"入侵", "攻打", "攻击", "袭击", "进攻", "动武"})
CROWD = re.compile(r"民众|人群|群众|活动|行动|人士|示威|者|学生|队伍|集会|声")
"""Nouns that 抗议 and the like describe: 驱离|抗议民众."""


def is_verb(scene: Scene, k: int, who: Around, sense: Sense) -> bool:
    """Whether the word is a verb here; the tagger takes some for nouns where their object follows at once."""
    followed = any(group.first == k + 1 for group in scene.groups)
    if scene.letters[k] in "vX" or sense.asks == "deed":
        return scene.letters[k] in "vX" and (
            followed or bool(who.taken) or not _heads_noun_phrase(scene, k) or is_held(scene, who, sense)
        )
    at = k - 1 if k > 1 and _HOW_MUCH.fullmatch(scene.units[k - 1].text) else k  # 进行了|三次|空袭
    if at and scene.letters[at - 1] in "dvta" and (at < k or scene.letters[k - 1] != "a"):
        return is_held(scene, who, sense)
    if k and _LEADS_ON.match(scene.units[k - 1].text):
        return True  # 宣布|制裁
    if k and scene.letters[k - 1] in "SOPaT" and scene.text.plain.startswith(_SAID, scene.units[k].end):
        return True  # 欧盟|批评：疫苗成了宣传
    if _is_rally(scene, k, who, sense) or (scene.units[k].text.endswith("通过") and k and scene.letters[k - 1] in "OT"):
        return True
    leads_on = k and scene.letters[k - 1] in "SOP" and scene.letters[k + 1 : k + 2] == "a"  # 中国|威胁|不再承认
    return followed or bool(leads_on) or (bool(who.tos) and not _heads_noun_phrase(scene, k))


def is_held(scene: Scene, who: Around, sense: Sense) -> bool:
    """Whether a march or a drill is what somebody holds: 展开|长期的全国大罢工."""
    if sense.type not in _HELD:
        return False
    verbs = [scene.units[i] for i in who.chain]
    at = next((n for n, unit in enumerate(verbs) if _HOLDS.match(unit.text)), None)
    if at is None or any(unit.cue is not None for unit in verbs[:at]):
        return False
    return all(LIGHT.match(unit.text) or unit.text in _PROMISES for unit in verbs[at + 1 :])


def _is_rally(scene: Scene, k: int, who: Around, sense: Sense) -> bool:
    """Whether a rally ends the clause of those who hold it: 民众星期六在白宫前|集会, 数百人参加|集会."""
    crowd = sense.type == "PROTEST" and any(one.found_by in _MARCHES for one in who.subjects)
    ends = k + 1 == scene.clauses[scene.clause_number(k)][1]
    return crowd and ends and all(_HOLDS.match(scene.units[i].text) for i in who.chain)


def _heads_noun_phrase(scene: Scene, k: int) -> bool:
    """Whether the word is a noun after all: 对中国的预先|警告, 实施的一些签证|限制; not so 政府的官员|批评."""
    if k and scene.units[k - 1].text in _THESE:
        return True  # 回应上述|呼吁
    first, last = scene.clauses[scene.clause_number(k)]
    owned = _OWNED.search(scene.letters[:k], first)
    if (
        owned is None
        or scene.units[k].text.endswith(("了", "过"))
        or (k + 1 < last and scene.units[k + 1].text in ("了", "过"))
    ):
        return False
    before = scene.units[k - 1].text
    return not (SOMEBODY.search(before) or before in _CLOSES)  # 在例行的记者会上|批评


def describes(scene: Scene, k: int, who: Around, after: Behind) -> bool:
    """Whether the verb only describes a thing: 对|支持台湾的法案, 通过许多|支持台湾的法案, 制裁|的官员."""
    led = after.relative and scene.letters[k + 1 : k + 2] == "d" and bool(who.chain) and not who.passive
    if (after.relative and (after.group is None or led)) or _is_topic(scene, k, after):
        return True  # 前往|审理|的法院
    if _describes_others(scene, k, who) or (k and scene.units[k - 1].text in _WHICH):
        return True  # 穿上这些|禁用新疆棉的品牌
    at = k - 1
    while at >= 0 and scene.letters[at] == "a":
        at -= 1
    if at >= 0 and scene.letters[at] in "tlw" and scene.units[at].text != "正在":
        return not who.tos or scene.units[at].text in _ABOUT  # 对中国|针对|制裁作出的反应
    if who.under is not None and _POINTS.search(scene.text.plain, 0, scene.units[who.under].end):
        last = scene.clauses[scene.clause_number(k)][1]
        if _OWNS.search(scene.plain(k, last)):
            return True  # 这是|中国报复加拿大的手段, but 起因则是|中国打压香港的自由
    owned = after.group is not None and scene.letters[after.group.last : after.group.last + 1] == "d"
    if not owned or not who.chain:
        return False
    leads = scene.letters[who.chain[0]] == "r" or _LEADS_ON.match(scene.units[who.chain[0]].text)
    return not leads and not scene.letters[who.chain[0] + 1 : k].strip("an")  # 表示|谴责北京的做法


def _describes_others(scene: Scene, k: int, who: Around) -> bool:
    """Whether it tells which people somebody turns to: 对|参加抗议中国集会|的维吾尔人讲话."""
    at = min(who.chain, default=0) - 1
    opened = at >= 0 and scene.letters[at] == "t" and not scene.letters[at + 1 : k].strip("avX")
    last = scene.clauses[scene.clause_number(k)][1]
    return opened and _OTHERS_DO.search(scene.letters, k + 1, last) is not None


def _is_topic(scene: Scene, k: int, after: Behind) -> bool:
    """Whether something is said of the deed, whether it is done or not: 支持台湾|的力度, 入侵邻国|是最大的威胁."""
    if after.group is None:  # 总理：|制裁|是对自由的攻击
        is_so = _IS_AT_ONCE.match(scene.text.plain, scene.units[k].end)
        return scene.units[k].tells(("SANCTION",)) and is_so is not None
    # 称，|抵制北京冬奥会|是错误的; 表示|谴责北京|是一种方式: opens what is said
    unit, end = scene.units[k], after.group.end
    does = unit.tells(MATERIAL)
    opens = scene.letters[scene.clauses[scene.clause_number(k)][0] : k].rpartition("r")[2].strip("aT") == ""
    judged = opens and (_IS_ONE.match(scene.text.plain, end) or (does and _IS_SO.match(scene.text.plain, end)))
    of_it = unit.text in _FEARED and _IS_SO.match(scene.text.plain, end)
    # 支持台湾|的法案, but 否决|中国的提案
    measure = not unit.tells(("REJECT",)) and _MEASURE.match(scene.text.plain, end)
    return bool(judged or of_it or measure or _SINCE.match(scene.text.plain, end))


def is_thing(scene: Scene, k: int) -> bool:
    """Whether the word is but part of a noun: 制裁|名单, 报复|性, 抗议|民众, 制裁或|谴责."""
    unit, plain = scene.units[k], scene.text.plain
    if unit.text in _SUDDEN and _SEARCH.match(plain, unit.end):
        return True  # 突袭|检查
    before = scene.units[k - 1].text if k else ""
    if _CRIME.match(plain, unit.end) and before in _LEADS_TO_CRIME:
        return True  # 依|恐吓|危安罪嫌侦办
    things = _THING if not _OF_OPINION.search(unit.text) else _PART
    if things.match(plain, unit.end) or before == "或" or _VOTES.search(plain, scene.sentence.start, unit.start):
        return True  # 2000票|反对, 141人|反对与46人弃权
    if (
        unit.tells(("REQUEST",))
        and _ANSWERED.search(plain, scene.sentence.start, unit.start)
        and _ENDS.match(plain, unit.end)
    ):
        return True  # 用子弹回应民主|呼吁
    if unit.text == "威胁" and scene.letters[k - 1 : k] in ("S", "O") and _ENDS.match(plain, unit.end):
        return True  # 除了中国威胁外
    return unit.text.endswith(("抗议", "示威", "游行", "罢工")) and bool(CROWD.match(plain, unit.end))
