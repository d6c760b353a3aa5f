"""What a word tells in its frame: who did it to whom.

One rule per way of telling, each with a version; docs/events.md lists them with an example each.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from shilu.reading.analysis import TITLE
from shilu.reading.events.around import around
from shilu.reading.events.behind import Behind, behind
from shilu.reading.events.bonds import bond
from shilu.reading.events.charges import charge, threat, urge, verdict
from shilu.reading.events.claims import claimed
from shilu.reading.events.crowds import CROWDS
from shilu.reading.events.deed import Deed
from shilu.reading.events.home import named_body
from shilu.reading.events.mood import is_supposed, mood_of
from shilu.reading.events.party import distinct
from shilu.reading.events.passives import by_home, passive, suffered
from shilu.reading.events.phrases import done_by_noun, own, told_by_noun, toward
from shilu.reading.events.subjects import RELATIVE
from shilu.reading.events.walk import LIGHT, SOMEBODY, capital, owns_kin

if TYPE_CHECKING:
    from shilu.reading.events.cast import Around
    from shilu.reading.events.lexicon import Sense
    from shilu.reading.events.party import Group, One
    from shilu.reading.events.scene import Scene

TOGETHER = frozenset({"AGREE", "COOPERATE"})
"""Types that several do together, as one event."""
_LEADS_ON = re.compile(r"宣布|决定|下令|继续|开始|扬言|申明|重申|誓言|坚持")
"""Verbs that lead on to the deed itself: 宣布|制裁中国的官员."""
_HELD = frozenset({"PROTEST", "MOBILIZE", "ASSAULT"})
"""Types of what is held, or launched: 发起|无声的罢工, 发动|新的空袭."""
_PROMISES = frozenset({"承诺", "誓言", "继续", "再次"})
_COUNTED = re.compile(r"[\d一二三四五六七八九十两数几多]+(?:次|场|轮|波|起)")
_HOLDS = re.compile(r"举行|展开|发起|发动|进行|举办|开展|号召|组织|参加")
_MARCHES = frozenset({"group", "people"})
"""How those are known who march: without a name, as the people of a state."""
_WILL = re.compile(r"将|会|计划|拟|准备|打算")
_OWNED = re.compile(r"d(?:a{0,2}|n{1,3})$")
"""Letters before a word that 的 makes a noun: 的预先|警告, 的一些签证|限制."""
_OWNS = re.compile(r"的[^的]{1,5}$")
_POINTS = re.compile(r"(?:[这那此它也都正]|[，。]|^)是$")
_HAND_IN_HAND = frozenset({"携手", "联手", "偕同"})
"""Verbs with those who do it, too, as objects: 美国|携手|日本."""
_MUTUAL = re.compile(r"互相|相互|彼此|互")
_EACH_OTHER = frozenset({"对方", "彼此"})
_BOTH = 2
_MATERIAL = frozenset({"COERCE", "ASSAULT", "RETREAT", "MOBILIZE", "PROTEST", "SANCTION"})
"""Types that are done with more than words."""
_NEEDS = frozenset({"COERCE", "ASSAULT", "SANCTION"})
"""Types whose verbs are nouns where nothing stands behind them: 引发了制裁."""
_THING = re.compile(
    r"(?:[\d一二三四五六七八九十百]+)?多?(?:周?年|以来)|后(?:首|第一)|度|率|部分|统计|网络|决定|为由|为借口|措施|者|对象|清单|黑?名单|问题|议题|法案?|权|制度|机制|"
    r"危机|风波|压力|争议|事件|行为|性|心|做法|手段|威胁|可能|计划|企图|能力|风险|想法|方案|信号|信息|善意|声浪|浪潮|罪(?![犯嫌])"
)
"""What follows a word that is only part of a noun: 制裁|措施, 支持|度, 建交|50周年."""
_OF_OPINION = re.compile(r"(?:反对|谴责|批评|拒绝|抨击|欢迎|赞扬|指责|痛批)$")
"""Verbs whose objects are things: 反对|企图改变现状, 谴责|行为."""
_PART = re.compile(r"度|率|者|声浪|浪潮|[党派票]|意见|人士|性")
"""What is one word with them: 反对|派."""
_OF_WORDS = frozenset({"ACCUSE", "REQUEST", "SUPPORT", "REJECT"})
_GOVERNMENT = re.compile(r"(?:军?政府|当局|军方|官方)")
_QUOTES = ("“", "「", "‘", "『")
_BARRED = re.compile(
    r"(?:政府|当局|方面)?(?:，|：|$)|(?:[^，。]{0,3}，?[^，。]{0,4}(?:如果?|若)[^，。]{1,20})?，?[^，。]{0,3}(?:不要|不得|不可|不应|切勿|勿|别|停止|后果|必将|(?:将会?|就?会)(?:有所|[作做]出|予以|遭|受|付|面临))"
)
"""What somebody warned is told: 警告日本|不要…, |停止…."""
_BARRED_SOMEBODY = re.compile(
    r"[^，。、]{1,8}?，?(?:不要|不得|切勿|勿|别(?!的))|"
    r"[称说]?，?(?:他们|公安机关|当局|政府|[中美俄我]方|我们)?(?:将|会)(?:依法|坚决|严[厉惩肃格]|禁止|采取|进行|报复|反制|以)"
)
_MEASURE = re.compile(
    r"的(?:力[道度]|决心|意愿|声[浪音]|呼声|立法|法案|决议案?|提案|动议|理由|原因|威胁|可能|风险|危险|企图|意图|能力|时间表)"
)
_SUDDEN = frozenset({"突袭", "突击", "强暴", "袭击式"})
_SEARCH = re.compile(r"[性式]?(?:调查|检查|搜查|搜索|视察|访|对待)")
_LEADING = re.compile(r"(?:a*l[LSOT]+n{0,2}a*n?)?[avXcw]*")
"""Between those who do what 对 leads to and the word: 对|俄罗斯|在边境|集结兵力|表示关切."""
_NOT = frozenset({"并非", "不是", "并不是", "非", "并没有"})
_ABOUT = frozenset({"针对", "就", "关于"})
_IS = re.compile(r"是(?!因|为了|在|由|否)|的话")
"""Behind a deed that is but the topic: 入侵邻国|是最大的威胁."""
_IS_ONE = re.compile(r"[^，。；]{0,8}?(?:的[^，。；是]{1,8}是|是一[种个项条]|[^，。；是]{0,4}正确的?做法)")
_IS_SO = re.compile(rf"[^，。；]{{0,8}}?(?:{_IS.pattern})")
_VOICES = re.compile(r"(?:[国知]?[有名]|主流|某)?(?:媒体|期刊|杂志|报纸|周刊|日报|智库|学者|专家|记者|博主)")
_BACKS = frozenset({"支持", "扶持", "资助", "支援", "援助", "庇护", "控制", "撑腰"})
_ENDS = re.compile(r"[外下论，。、]|$")
_FEARED = frozenset({"入侵", "攻打", "攻击", "袭击", "进攻", "动武"})
_CROWD = re.compile(r"民众|人群|群众|活动|行动|人士|示威|者|学生|队伍|集会|声")
"""Nouns that 抗议 and the like describe: 驱离|抗议民众."""


def rallied(scene: Scene, k: int) -> Deed | None:
    """缅甸各地再度爆发|反政变示威: the people of the state hold it, of whom nobody need be named."""
    end = scene.units[k].end
    if is_supposed(scene, k) or _CROWD.match(scene.text.plain, end) or around(scene, k).passive:
        return None
    home = scene.home(scene, scene.units[k].start)
    if home is None:
        return None
    people = named_body(home, "抗议者" if "抗议" in scene.units[k].text else "示威者")
    return Deed((replace(people, found_by="people"),), (), "rally.v1", None, end, aside=True)


_RULES = {
    "noun": told_by_noun,
    "own": own,
    "charge": charge,
    "urge": urge,
    "verdict": verdict,
    "threat": threat,
    "suffer": suffered,
    "rally": rallied,
}


def deed_of(scene: Scene, k: int, sense: Sense) -> Deed | None:
    """What an event word tells in its frame."""
    rule = _RULES.get(sense.frame)
    if rule is not None:
        told = rule(scene, k)
        # 强调了对北京镇压的关切: who utters it does not do it.
        uttered = told is not None and told.rule == "uttered.v1" and sense.type in _MATERIAL
        return done_by_noun(scene, k) if uttered else told
    if sense.frame == "bond":
        return bond(scene, k, sense)
    if len(scene.units[k].text) == 1 and scene.text.block != TITLE and not _quotes(scene, k):
        return None  # 批, 促, 拒: words of headlines
    return _told_by_verb(scene, k, sense)


def _quotes(scene: Scene, k: int) -> bool:
    """Whether the words of the one before the verb follow at once: 外交部则|批“双重标准”."""
    return scene.text.plain.startswith(_QUOTES, scene.units[k].end) and bool(around(scene, k).subjects)


def _told_by_verb(scene: Scene, k: int, sense: Sense) -> Deed | None:
    who = around(scene, k)
    if sense.frame == "toward" and not (who.passive and who.bys and not who.tos):
        return toward(scene, k, sense)
    if who.passive and (is_supposed(scene, k) or any(scene.units[i].text in _NOT for i in who.chain)):
        return None  # 如|被判入狱, 并非|遭枪击
    if who.passive:
        return passive(scene, k, who) if who.bys else by_home(scene, k, who, sense)
    done = sense.type in _MATERIAL or (sense.type in TOGETHER and not sense.asks)
    if done and _only_said(scene, k, who):
        return None  # 称拘捕两人…: who speaks of it does not do it
    mood = mood_of(scene, k, who)
    deed = None if mood is None else _active(scene, k, sense, who)
    return None if deed is None else deed._replace(mood=deed.mood or mood)


def _active(scene: Scene, k: int, sense: Sense, who: Around) -> Deed | None:
    if not _is_verb(scene, k, who, sense):
        return None
    deed = _mutual(scene, k, who) or (_taken(scene, k, who) if who.taken else _verb(scene, k, who, sense))
    return deed if deed is None or who.under is None else claimed(scene, deed, who)


def _only_said(scene: Scene, k: int, who: Around) -> bool:
    """Whether the one before the word only speaks of it: 称拘捕两人…, but not 表示|将制裁, what he will do himself."""
    spoken = next((i for i in who.chain if scene.letters[i] == "r" and scene.units[i].text != "宣布"), None)
    if spoken is None and not who.said:
        return False
    first = scene.clauses[scene.clause_number(k)][0] if spoken is None else spoken
    return not _WILL.search(scene.plain(first, k))


def _is_verb(scene: Scene, k: int, who: Around, sense: Sense) -> bool:
    """Whether the word is a verb here; the tagger takes some for nouns where their object follows at once."""
    followed = any(group.first == k + 1 for group in scene.groups)
    if scene.letters[k] in "vX" or sense.asks == "deed":
        return scene.letters[k] in "vX" and (
            followed or not _heads_noun_phrase(scene, k) or _is_held(scene, who, sense)
        )
    at = k - 1 if k > 1 and _COUNTED.fullmatch(scene.units[k - 1].text) else k  # 进行了|三次|空袭
    if at and scene.letters[at - 1] in "dvta" and (at < k or scene.letters[k - 1] != "a"):
        return _is_held(scene, who, sense)
    if k and _LEADS_ON.match(scene.units[k - 1].text):
        return True  # 宣布|制裁
    if _is_rally(scene, k, who, sense) or (scene.units[k].text.endswith("通过") and k and scene.letters[k - 1] in "OT"):
        return True
    leads_on = k and scene.letters[k - 1] in "SOP" and scene.letters[k + 1 : k + 2] == "a"  # 中国|威胁|不再承认
    return followed or bool(leads_on) or (bool(who.tos) and not _heads_noun_phrase(scene, k))


def _is_held(scene: Scene, who: Around, sense: Sense) -> bool:
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
    first, last = scene.clauses[scene.clause_number(k)]
    owned = _OWNED.search(scene.letters[:k], first)
    if (
        owned is None
        or scene.units[k].text.endswith(("了", "过"))
        or (k + 1 < last and scene.units[k + 1].text in ("了", "过"))
    ):
        return False
    return not SOMEBODY.search(scene.units[k - 1].text)


def _mutual(scene: Scene, k: int, who: Around) -> Deed | None:
    """A 与 B 相互制裁; 在 A 和 B 因此事相互制裁之后; 双方批评对方."""
    other = k + 1 < len(scene.units) and scene.units[k + 1].text in _EACH_OTHER
    at = k - 1 - (k > 1 and LIGHT.match(scene.units[k - 1].text) is not None)  # 相互出台|制裁
    if not other and (at < 0 or not _MUTUAL.search(scene.units[at].text)):
        return None
    first, _ = scene.clauses[scene.clause_number(k)]
    named = scene.groups_in(first, k)
    ones = distinct(who.all) or distinct(one for group in named for one in group.ones)
    if len(ones) == 1:  # 欧盟|中国|相互制裁: the first of two side by side is no owner of the other
        ones = distinct(
            one for unit in scene.units[first:k] for s in unit.standings if (one := scene.parties.one(s)) is not None
        )
    if len(ones) != _BOTH or _is_thing(scene, k):
        return None
    start = named[0].start if who.start is None and named else who.start
    return Deed(ones, (), "mutual.v1", start, scene.units[k].end)


def _taken(scene: Scene, k: int, who: Around) -> Deed | None:
    """A 将 B 驱逐; this 将 says nothing of the future."""
    if any(not LIGHT.match(scene.units[i].text) for i in who.chain):
        return None  # 将华为列入|威胁国家安全的名单
    return Deed(who.subjects, who.taken, "taken.v1", who.start, scene.units[k].end, mood="happened")


def _verb(scene: Scene, k: int, who: Around, sense: Sense) -> Deed | None:
    """A 谴责 B, and A 与 B 签署."""
    after = behind(scene, k)
    if _describes(scene, k, who, after) or _is_thing(scene, k):
        return None
    end = scene.units[k].end
    if sense.type in TOGETHER:
        beside = sense.type == "AGREE" or (scene.units[k].text in _HAND_IN_HAND and _is_next(after, k))
        # 两国同意|在中国出兵时合作
        full = sense.asks == "deed" and len(who.all) > 1
        others = after.group.ones if after.group and beside and not after.relative and not full else ()
        return Deed(distinct(who.all), () if who.withs else others, "together.v1", who.start, end, after.clause)
    if who.tos and (after.group or (not after.nothing and _states_before(scene, who.tos, k))):
        return _within(scene, k, who, sense, after)
    if scene.text.plain.startswith("于", scene.units[k].end):
        return None  # 扣押于北京: told of those to whom it is done
    said = bool(who.chain) and scene.letters[who.chain[0]] == "r"  # 以|表示|全力支持
    needs = (
        sense.type in _NEEDS
        and sense.asks != "nothing"
        and not (scene.letters[k] == "n" and _is_held(scene, who, sense))
    )
    if after.nothing and not who.tos and not said and (who.start is None or needs):
        return None
    given = _given_to(scene, k, sense)
    concerned = after.group.ones if after.group and not _has_its_own(scene, after.group, sense) else ()
    recipients = who.tos or given or concerned or _government(scene, k, sense, who)
    end = after.group.end if after.group and not who.tos else end
    return Deed(
        who.subjects, recipients, "verb.v1", who.start, end, after.clause, after.placed, barred=_bars(scene, k, after)
    )


def _has_its_own(scene: Scene, group: Group, sense: Sense) -> bool:
    """Whether it is done to the kin of somebody, or those whom he backs, or with his goods: 攻击了|伊朗|支持的民兵."""
    backs = sense.type in _MATERIAL and RELATIVE.match(scene.letters, group.last) is not None
    goods = sense.type == "AID" and scene.parties.is_private(group.ones[0])  # 捐赠三千剂|国药|疫苗
    voices = group.ones[0].is_state and _VOICES.match(scene.text.plain, group.end) is not None  # 否认|美国|期刊的报道
    return owns_kin(scene, group) or goods or voices or (backs and scene.units[group.last].text in _BACKS)


def _is_next(after: Behind, k: int) -> bool:
    """Whether a list of parties stands right behind."""
    return after.group is not None and after.group.first == k + 1 and not after.relative


def _within(scene: Scene, k: int, who: Around, sense: Sense, after: Behind) -> Deed | None:
    """What 对 governs is a clause with a subject of its own: 对|中国拘留两名公民|表示愤怒."""
    if sense.type not in _MATERIAL:
        return None
    ones, end = (after.group.ones, after.group.end) if after.group else ((), scene.units[k].end)
    return Deed(who.tos, ones, "within.v1", _start_of(scene, who.tos, k), end, aside=True)


def _states_before(scene: Scene, ones: tuple[One, ...], k: int) -> bool:
    """Whether a state or body stands before the verb and does what 对 leads to: 对|中国|驱逐三名记者|表示不满."""
    return any(
        group.last <= k
        and _LEADING.fullmatch(scene.letters, group.last, k)
        and all(unit.letter not in "vX" or unit.cue is not None for unit in scene.units[group.last : k])
        and group.ones == ones
        and ones[0].kind != "person"
        for group in scene.groups
    ) or (k > 0 and capital(scene, scene.units[k - 1]) == ones)


def _start_of(scene: Scene, ones: tuple[One, ...], k: int) -> int | None:
    """Where those who stand before the unit ``k`` begin, so that the times before them are another's."""
    return next((group.start for group in reversed(scene.groups) if group.last <= k and group.ones == ones), None)


def _describes(scene: Scene, k: int, who: Around, after: Behind) -> bool:
    """Whether the verb only describes a thing: 对|支持台湾的法案, 通过许多|支持台湾的法案, 制裁|的官员."""
    led = after.relative and scene.letters[k + 1 : k + 2] == "d" and bool(who.chain) and not who.passive
    if (after.relative and (after.group is None or led)) or _is_topic(scene, k, after):
        return True  # 前往|审理|的法院
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
    if not owned or not who.chain or _LEADS_ON.match(scene.units[who.chain[0]].text):
        return False
    return not scene.letters[who.chain[0] + 1 : k].strip("an")


def _is_topic(scene: Scene, k: int, after: Behind) -> bool:
    """Whether something is said of the deed, whether it is done or not: 支持台湾|的力度, 入侵邻国|是最大的威胁."""
    if after.group is None:
        return False
    # 称，|抵制北京冬奥会|是错误的; 表示|谴责北京|是一种方式: opens what is said
    cue, end = scene.units[k].cue, after.group.end
    does = cue is not None and not _MATERIAL.isdisjoint(sense.type for sense in cue.senses)
    opens = scene.letters[scene.clauses[scene.clause_number(k)][0] : k].rpartition("r")[2].strip("aT") == ""
    judged = opens and (_IS_ONE.match(scene.text.plain, end) or (does and _IS_SO.match(scene.text.plain, end)))
    of_it = scene.units[k].text in _FEARED and _IS_SO.match(scene.text.plain, end)
    return bool(judged or of_it or _MEASURE.match(scene.text.plain, end))


def _is_thing(scene: Scene, k: int) -> bool:
    """Whether the word is but part of a noun: 制裁|名单, 报复|性, 抗议|民众, 制裁或|谴责."""
    unit, plain = scene.units[k], scene.text.plain
    if unit.text in _SUDDEN and _SEARCH.match(plain, unit.end):
        return True  # 突袭|检查
    before = scene.units[k - 1].text if k else ""
    things = _THING if not _OF_OPINION.search(unit.text) else _PART
    if things.match(plain, unit.end) or before == "或" or before.endswith("票"):
        return True  # 2000票|反对
    if unit.text == "威胁" and scene.letters[k - 1 : k] in ("S", "O") and _ENDS.match(plain, unit.end):
        return True  # 除了中国威胁外
    return unit.text.endswith(("抗议", "示威", "游行", "罢工")) and bool(_CROWD.match(plain, unit.end))


def _given_to(scene: Scene, k: int, sense: Sense) -> tuple[One, ...]:
    """To whom something is given, or threatened: 捐赠30万剂疫苗|给联合国, 威胁|对伊朗采取行动."""
    behind_it = scene.groups_in(k + 1, scene.clauses[scene.clause_number(k)][1])
    if sense.type == "THREATEN":
        behind_it = behind_it[:1]  # 威胁|中资企业出售股权给美国公司
    elif sense.type != "AID":
        return ()
    return next((group.ones for group in behind_it if group.stance == "to"), ())


def _government(scene: Scene, k: int, sense: Sense, who: Around) -> tuple[One, ...]:
    """Whom people without a name mean by 政府 alone: 一些团体|指责|政府背叛承诺."""
    behind_it = scene.units[k + 1] if k + 1 < len(scene.units) else None
    crowd = bool(who.subjects) and all(one.found_by in CROWDS for one in who.subjects)
    if not crowd or sense.type not in _OF_WORDS or behind_it is None or not _GOVERNMENT.fullmatch(behind_it.text):
        return ()
    home = scene.home(scene, scene.units[k].start)
    return () if home is None else (home,)


def _bars(scene: Scene, k: int, after: Behind) -> bool:
    """Whether somebody is told what not to do, named (警告日本|不要…) or not (警告邻国|不要…)."""
    if after.group is None:
        return bool(_BARRED_SOMEBODY.match(scene.text.plain, scene.units[k].end))
    return bool(_BARRED.match(scene.text.plain, after.group.end))
