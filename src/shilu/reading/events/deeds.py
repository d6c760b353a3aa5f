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
from shilu.reading.events.charges import charge, spoken_for, threat, urge, verdict
from shilu.reading.events.claims import claimed
from shilu.reading.events.deed import Deed
from shilu.reading.events.describing import CROWD, describes, is_held, is_thing, is_verb
from shilu.reading.events.home import named_body
from shilu.reading.events.lexicon import DONE_TO, FORCE, IN_WORDS, MATERIAL
from shilu.reading.events.mood import is_supposed, mood_of
from shilu.reading.events.party import distinct
from shilu.reading.events.passives import by_home, passive, suffered
from shilu.reading.events.phrases import done_by_noun, own, owner_of, told_by_noun, toward
from shilu.reading.events.recipients import recipients_of
from shilu.reading.events.walk import ANNOUNCES, LIGHT, capital
from shilu.wording import NATIONALS, TOGETHER

if TYPE_CHECKING:
    from shilu.reading.events.cast import Around
    from shilu.reading.events.lexicon import Sense
    from shilu.reading.events.party import One
    from shilu.reading.events.scene import Scene

_WILL = re.compile(r"将|会|计划|拟|准备|打算|誓")
_HAND_IN_HAND = frozenset({"携手", "联手", "偕同"})
"""Verbs with those who do it, too, as objects: 美国|携手|日本."""
_LED = frozenset({"领导", "主导", "牵头"})
_MUTUAL = re.compile(r"互相|相互|彼此|互")
_EACH_OTHER = frozenset({"对方", "彼此"})
_BOTH = 2
_QUOTES = ("“", "「", "‘", "『")
_BARRED = re.compile(
    r"(?:政府|当局|方面)?(?:，|：|$)|(?:[^，。]{0,3}，?[^，。]{0,4}(?:如果?|若)[^，。]{1,20})?，?[^，。]{0,3}(?:不要|不得|不可|不应|切勿|勿|别|停止|后果|必将|(?:将会?|就?会)(?:有所|[作做]出|予以|遭|受|付|面临))"
)
"""What somebody warned is told: 警告日本|不要…, |停止…."""
_BARRED_SOMEBODY = re.compile(
    r"[^，。、]{1,8}?，?(?:不要|不得|切勿|勿|别(?!的))|"
    r"[称说]?，?(?:他们|公安机关|当局|政府|[中美俄我]方|我们)?(?:将|会)(?:依法|坚决|严[厉惩肃格]|禁止|采取|进行|报复|反制|以)"
)
_LEADING = re.compile(r"(?:a*l[LSOT]+n{0,2}a*n?)?[avXcw]*")
"""Between those who do what 对 leads to and the word: 对|俄罗斯|在边境|集结兵力|表示关切, 对|中国海警|船|进入."""
_CRAFT = frozenset({"船", "船只", "舰", "舰艇", "军舰", "机", "军机", "战机", "飞机"})
"""Behind those whose they are."""
_FIRST = re.compile(r"首次|第一次|头一")
_NOT = frozenset({"并非", "不是", "并不是", "非", "并没有"})
_TAKEN_AS = re.compile(
    r"[“「『]?(?:作为|视[为作]|当[作做成]|看[作成]|称[为作之]|说成|定性|定义|列[为入]|比[作喻]|描述|形容|归[咎因于]|"
    r"解[读释]|用[作来])"
)
"""Behind a deed that something is made of: 将|中方制裁|视为荣誉."""
_CLASHES = frozenset({"交火", "交战", "激战", "发生冲突", "爆发冲突", "发生交火", "爆发激战", "爆发战斗"})
_VOWS = re.compile(r"扬言|威胁|声称要|誓言")
_MEANS_TO = re.compile(r"(?<![虚模草比])拟(?!议)|计划|准备|打算|考虑|有意|将要")
_ONLY_NAMED = ("时", "没有", "以来", "可能", "的可能", "的机会", "的风险", "的危险", "机会", "风险")
"""Behind a clash, or a break, that is not told as of now."""
_BREAKS_OFF = frozenset({"断交", "断绝关系", "断绝外交关系"})
_REPORTS = re.compile(
    r"(?:军方|军队|[国海空陆][防军]部?|[美日韩俄英法德印以中伊乌台]军|警方|警察|政府|当局|检方|海警|海关|内政部|安全局|公安局)$"
)
"""Bodies that tell what they have done themselves: 以色列军方说，|打死一名指挥官."""
_ELSEWHERE = re.compile(r"使馆|领事?馆|担心|担忧|害怕|防止|避免|预计|可能|阻止|防范|恐")
"""Before a rally that is only feared, or is not held by the people of the state named: 中国使馆外爆发|抗议."""
_HAS_DONE = re.compile(r"已|了")
_HOW_MANY = re.compile(r"了|[\d一两二三四五六七八九十百数多]+余?[名个架艘枚人座辆处]")
_IS_TOPIC = re.compile(r"[^，。；]{0,16}的[^，。；]{1,10}[被已将是遭在]")
_NO_FIGHT = re.compile(r"议题|贸易|外交(?:上|冲突|战)|口角|分歧|舆论|[球排决联比]赛|[女男][排篮足]|[局盘]$")
"""In the clause of a quarrel or a match that is called 冲突 or 激战."""
_SENDS = frozenset({"MOBILIZE", "ASSAULT", "AID"})
_AT_PEOPLE = re.compile(
    r"[对向](?!外|内)[^，。；]{0,10}(?:平民|民众|群众|人群|百姓|示威者|抗议者|示威人群|学生|工人|市民|村民|居民|难民|囚犯|维吾尔人|藏人)[^，。；的]{0,6}$"
)
"""Before what is done to people without a name: 对|平民|使用致命暴力镇压."""
_OFFERED = frozenset({"COOPERATE", "AID"})
_WILLING = re.compile(r"愿意?(?!望)[^。；]{0,30}$")
"""Before what somebody but offers: 愿意与对方|展开合作."""
_WHITHER = frozenset({"向", "朝", "往"})


def rallied(scene: Scene, k: int) -> Deed | None:
    """缅甸各地再度爆发|反政变示威: the people of the state hold it, of whom nobody need be named."""
    end = scene.units[k].end
    if is_supposed(scene, k) or CROWD.match(scene.text.plain, end) or around(scene, k).passive:
        return None
    before = scene.plain(scene.clauses[scene.clause_number(k)][0], k)
    home = None if _ELSEWHERE.search(before) else scene.home(scene, scene.units[k].start)
    if home is None:
        return None
    people = named_body(home, "抗议者" if "抗议" in scene.units[k].text else "示威者")
    return Deed((replace(people, found_by=NATIONALS),), (), "rally.v1", None, end, aside=True)


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
        uttered = told is not None and told.rule == "uttered.v1" and sense.type in MATERIAL
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
    suffers = who.passive and who.bys and not who.tos
    if sense.frame == "toward" and (not suffers or _is_felt(scene, k)):
        deed = _mutual(scene, k, who) or toward(scene, k, sense)
        offered = deed is not None and deed.mood == "told" and _is_offered(scene, k, sense)
        return deed._replace(mood="proposed") if deed is not None and offered else deed
    vowed = k > 0 and _VOWS.match(scene.units[k - 1].text)
    joint = scene.units[k].text in _HAND_IN_HAND or scene.units[k].text in _LED  # 遭美英|联手封杀, 由法国|主导的军演
    if who.passive and (vowed or joint or is_supposed(scene, k) or _is_denied(scene, k, who)):
        return None  # 如|被判入狱, 并非|遭枪击, 遭到中国扬言|抵制
    if who.passive:
        return passive(scene, k, who) if who.bys else by_home(scene, k, who, sense)
    done = sense.type in MATERIAL or (sense.type in TOGETHER and not sense.asks)
    if done and _only_said(scene, k, who):
        return None  # 称拘捕两人…: who speaks of it does not do it
    mood = mood_of(scene, k, who)
    if mood == "told" and _is_offered(scene, k, sense):
        mood = "proposed"
    deed = None if mood is None else _active(scene, k, sense, who)
    if deed is not None and sense.type in IN_WORDS and sense.asks != "deed":
        deed = spoken_for(scene, deed, who)
    return None if deed is None else deed._replace(mood=deed.mood or mood)


def _is_offered(scene: Scene, k: int, sense: Sense) -> bool:
    """Whether somebody only says that he would: 愿意与国际奥委会合作，向运动员|提供疫苗."""
    return sense.type in _OFFERED and _WILLING.search(scene.plain(0, k)) is not None


def _is_felt(scene: Scene, k: int) -> bool:
    """Whether it is said of what befell somebody: 对|议员被欧盟制裁|表示谴责."""
    first, _ = scene.clauses[scene.clause_number(k)]
    return scene.units[k].text.startswith("表") and "t" in scene.letters[first:k]


def _is_denied(scene: Scene, k: int, who: Around) -> bool:
    """Whether the passive is denied, not only that it is the first time: 并非|遭枪击, but 并非首次|被捕."""
    denied = next((i for i in who.chain if scene.units[i].text in _NOT), None)
    return denied is not None and not _FIRST.search(scene.plain(denied, k))


def _active(scene: Scene, k: int, sense: Sense, who: Around) -> Deed | None:
    if not is_verb(scene, k, who, sense):
        return None
    deed = _mutual(scene, k, who) or _clash(scene, k, sense, who)
    if deed is None and scene.units[k].text not in _CLASHES:
        deed = _taken(scene, k, who) if who.taken else _verb(scene, k, who, sense)
    return deed if deed is None or who.under is None else claimed(scene, deed, who)


def _only_said(scene: Scene, k: int, who: Around) -> bool:
    """Whether the one before the word only speaks of it: 称拘捕两人…, but not 表示|将制裁, what he will do himself."""
    if _reports_itself(scene, k, who):
        return False
    spoken = next((i for i in who.chain if scene.letters[i] == "r" and scene.units[i].text not in ANNOUNCES), None)
    if spoken is None and not who.said:
        return False
    first = scene.clauses[scene.clause_number(k)][0] if spoken is None else spoken
    return not _WILL.search(scene.plain(first, k))


def _reports_itself(scene: Scene, k: int, who: Around) -> bool:
    """Whether a body tells in the clause before what it has done: 军方说，|打死一名指挥官, not 一名男子|纵火."""
    number = scene.clause_number(k)
    first, _ = scene.clauses[number]
    if not who.said or who.named_at is None or not number or scene.letters[first:k].strip("aT"):
        return False
    done = _HAS_DONE.search(scene.plain(first, k + 1)) or _HOW_MANY.match(scene.text.plain, scene.units[k].end)
    if not done or _IS_TOPIC.match(scene.text.plain, scene.units[k].end):
        return False  # 政府说，|制裁俄罗斯并不够; 袭击了使馆的嫌疑人被捕
    speaks = scene.units[scene.clauses[number - 1][0]].start <= who.named_at
    return speaks and all(_REPORTS.search(one.name) for one in who.subjects)


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
    if len(ones) != _BOTH or is_thing(scene, k):
        return None
    start = named[0].start if who.start is None and named else who.start
    return Deed(ones, (), "mutual.v1", start, scene.units[k].end)


def _taken(scene: Scene, k: int, who: Around) -> Deed | None:
    """A 将 B 驱逐; this 将 says nothing of the future."""
    if any(not LIGHT.match(scene.units[i].text) for i in who.chain):
        return None  # 将华为列入|威胁国家安全的名单
    if _TAKEN_AS.match(scene.text.plain, scene.units[k].end) or scene.letters[k + 1 : k + 2] == "d":
        return None  # 把|全国人大通过|的法案称为倒退
    first, _ = scene.clauses[scene.clause_number(k)]
    meant = _MEANS_TO.search(scene.plain(first, k)) is not None  # 拟|将华为列入
    return Deed(who.subjects, who.taken, "taken.v1", who.start, scene.units[k].end, mood=None if meant else "happened")


def _verb(scene: Scene, k: int, who: Around, sense: Sense) -> Deed | None:
    """A 谴责 B, and A 与 B 签署."""
    after = behind(scene, k)
    if describes(scene, k, who, after) or is_thing(scene, k) or _is_another_deed(scene, k, sense, who, after):
        return None
    end = scene.units[k].end
    if sense.type in TOGETHER:
        beside = sense.type == "AGREE" or (scene.units[k].text in _HAND_IN_HAND and _is_next(after, k))
        # 两国同意|在中国出兵时合作
        full = sense.asks == "deed" and len(who.all) > 1
        others = after.group.ones if after.group and beside and not after.relative and not full else ()
        return Deed(distinct(who.all), () if who.withs else others, "together.v1", who.start, end, after.clause)
    if (
        who.tos
        and not _is_sent_there(scene, k, who)
        and (after.group or (not after.nothing and _states_before(scene, who.tos, k)))
    ):
        return _within(scene, k, who, sense, after)
    if scene.text.plain.startswith("于", scene.units[k].end):
        return None  # 扣押于北京: told of those to whom it is done
    said = bool(who.chain) and scene.letters[who.chain[0]] == "r"  # 以|表示|全力支持
    needs = (
        sense.type in DONE_TO
        and sense.asks != "nothing"
        and not (scene.letters[k] == "n" and is_held(scene, who, sense))
    )
    marches = sense.type == "PROTEST" and bool(who.subjects)  # 民众不顾禁令，|上街游行
    open_to = who.start is None and sense.asks != "nothing"  # 表示，|不承诺放弃使用武力
    if after.nothing and not (who.tos or said or marches) and (open_to or needs):
        first, _ = scene.clauses[scene.clause_number(k)]
        if not (who.subjects and needs and _AT_PEOPLE.search(scene.plain(first, k))):
            return None
    recipients = recipients_of(scene, k, sense, who, after)
    end = after.group.end if after.group and not who.tos else end
    return Deed(
        who.subjects, recipients, "verb.v1", who.start, end, after.clause, after.placed, barred=_bars(scene, k, after)
    )


def _clash(scene: Scene, k: int, sense: Sense, who: Around) -> Deed | None:
    """A 与 B 交火, which both do; A 与 B 断交, which the first does."""
    ones, end = distinct((*who.subjects, *who.withs)), scene.units[k].end
    if len(ones) < _BOTH or scene.text.plain.startswith(_ONLY_NAMED, end):
        return None  # 同意在两国|发生冲突时合作
    if scene.units[k].text in _CLASHES:
        clause = scene.plain(*scene.clauses[scene.clause_number(k)])
        people = all(one.kind == "person" for one in ones)  # 拜登的行程与会谈|发生冲突
        return None if people or _NO_FIGHT.search(clause) else Deed(ones, (), "mutual.v1", who.start, end)
    if sense.type == "SANCTION" and scene.units[k].text in _BREAKS_OFF:
        doers, others = (who.subjects, who.withs) if who.subjects and who.withs else (ones[:-1], ones[-1:])
        return Deed(doers, others, "verb.v1", who.start, end)
    return None


def _is_another_deed(scene: Scene, k: int, sense: Sense, who: Around, after: Behind) -> bool:
    """Whether another's deed is only agreed to be so, or named: 认同|政府镇压民众, 与欧盟|制裁|有关的问题."""
    if after.group is None:
        named = sense.type in FORCE and sense.asks != "nothing"
        return bool(who.withs) and named and scene.letters[k - 1] in ("S", "O")
    if scene.units[k].text != "认同":
        return False
    verb = next((unit for unit in scene.units[after.group.last :] if unit.letter in "vXd"), None)
    return verb is not None and verb.tells(("COERCE",))  # not 认同|政府的认定, nor 认同|以色列空袭


def _is_next(after: Behind, k: int) -> bool:
    """Whether a list of parties stands right behind."""
    return after.group is not None and after.group.first == k + 1 and not after.relative


def _within(scene: Scene, k: int, who: Around, sense: Sense, after: Behind) -> Deed | None:
    """What 对 governs is a clause with a subject of its own: 对|中国拘留两名公民|表示愤怒."""
    if sense.type not in MATERIAL:
        return None
    t = scene.letters.rfind("t", 0, k)
    owner = owner_of(scene, t) if any(g.first == t + 1 and g.ones == who.tos for g in scene.groups) else None
    if owner is not None:  # 就|中国|宣布对欧盟制裁表示关切
        return Deed(owner.ones, who.tos, "within.v1", owner.start, scene.units[k].end, aside=True)
    ones, end = (after.group.ones, after.group.end) if after.group else ((), scene.units[k].end)
    return Deed(who.tos, ones, "within.v1", _start_of(scene, who.tos, k), end, aside=True)


def _is_sent_there(scene: Scene, k: int, who: Around) -> bool:
    """Whether 向 says whither the subject sends or fires something: 美国|向波兰|部署三千名士兵."""
    t = scene.letters.rfind("t", 0, k)
    first, _ = scene.clauses[scene.clause_number(k)]
    if "t" in scene.letters[first:t]:
        return False  # 就|朝鲜|向日本发射导弹|表示抗议: not who protests
    return bool(who.subjects) and scene.units[t].text in _WHITHER and scene.units[k].tells(_SENDS)


def _states_before(scene: Scene, ones: tuple[One, ...], k: int) -> bool:
    """Whether a state or body stands before the verb and does what 对 leads to: 对|中国|驱逐三名记者|表示不满."""
    return any(
        group.last <= k
        and _LEADING.fullmatch(scene.letters, group.last + (scene.units[group.last].text in _CRAFT), k)
        and all(unit.letter not in "vX" or unit.cue is not None for unit in scene.units[group.last : k])
        and group.ones == ones
        and ones[0].kind != "person"
        for group in scene.groups
    ) or (k > 0 and capital(scene, scene.units[k - 1]) == ones)


def _start_of(scene: Scene, ones: tuple[One, ...], k: int) -> int | None:
    """Where those who stand before the unit ``k`` begin, so that the times before them are another's."""
    return next((group.start for group in reversed(scene.groups) if group.last <= k and group.ones == ones), None)


def _bars(scene: Scene, k: int, after: Behind) -> bool:
    """Whether somebody is told what not to do, named (警告日本|不要…) or not (警告邻国|不要…)."""
    if after.group is None:
        return bool(_BARRED_SOMEBODY.match(scene.text.plain, scene.units[k].end))
    return bool(_BARRED.match(scene.text.plain, after.group.end))
