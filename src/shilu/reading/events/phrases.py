"""Acts told by a noun, or by a word that 对, 向 or 就 leads to.

对中国的制裁, 对中国表示关切, 遭到中国的批评, 缅甸军方政变.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.reading.events.around import around
from shilu.reading.events.claims import claimed
from shilu.reading.events.deed import Deed
from shilu.reading.events.doers import owns_kin
from shilu.reading.events.mood import is_supposed, mood_of, serves_an_end
from shilu.reading.events.subjects import objects
from shilu.reading.events.walk import CAUSES, LIGHT, capital
from shilu.wording import SUMMONS

if TYPE_CHECKING:
    from shilu.reading.events.lexicon import Sense
    from shilu.reading.events.party import Group, One
    from shilu.reading.events.scene import Scene

_IS_NAMED = re.compile(
    r"(?:等[^，。]{0,8}?)?都?(?:并?不是|并非|是(?!因|在|由|为了)|无助于|等于|意味着|不(?:具有?|利于|会|能)[^，。]{0,4}(?:建设性|解决|帮助|效))"
)
"""Behind a deed that something is said of, whoever does it."""
_SITUATION = re.compile(r"的?(?:当前|目前|最新|人权|安全)?的?(?:局势|形势|情势|状况|事态|局面)|等地?的?(?:问题|议题)")
_MATTER = re.compile(r"(?:案|事件|问题|议题|一事|局势|危机|争议)$")
_TOPIC = frozenset({"就", "针对", "因", "对", "对于", "随着"})
_OF_OTHERS = re.compile(
    r"[^，。的]{0,4}(?:事故|空难|海难|地震|爆炸案?|枪击案?|火灾|车祸|水灾)|(?:反?制裁|禁运|黑)(?:的?对象|名单|清单)"
)
"""Behind those who only name what befell others, or whom they act against: 对台铁列车|事故表示哀悼,
对欧盟|制裁名单上的官员实施制裁."""
_GROUNDS = frozenset({"就", "因", "因为", "由于", "针对", "鉴于"})
_ON_GROUNDS = frozenset({"基于", "出于", "根据", "依据", "借口", "藉口", "以"})
_OTHERS = re.compile(r"(?:社会|各[国方界]|外界|多国|盟[国友]|西方|政府|当局|方面)$")
_UTTERS = re.compile(
    r"表达|提到|提及|谈到|谈及|阐明|阐述|罗列|表示|提出|强调|重申|表明|传达|转达|申明|宣示|发出|宣布|公布"
)
_RESOLVES = re.compile(r"通过|批准|作出|做出|公布|宣布|采纳")
_RESOLUTION = re.compile(r"决[议定]|法案|议案|措施|计划|方案|行动|命令")
_UNDONE = re.compile(r"没有|没|未|尚未|并未|不再")
_ANSWERS = frozenset({"ACCUSE", "REJECT", "PROTEST"})
"""Types of what is done in answer to others."""
_IN_ANSWER = _ANSWERS | {"SUPPORT"}
_SUFFERED = re.compile(r"^[^，。；由]{1,12}(?:被|遭|受到)(?![^，。；]*的)[^，。；]{1,12}$")
"""A phrase with 对 that tells but what befell somebody: no deed of his."""
_AGAINST = frozenset({"反对", "反抗", "抗议", "抵抗", "批评", "不满", "反"})
_DOES = re.compile(r"[vX][^d]*$")
"""Up to a word, a deed that describes nothing: not 对|侵犯人权的行为|实施制裁."""
_THEM = frozenset({"其", "它", "该国", "对方", "该组织"})
_NEAR = 3
"""How many units before a noun the 的 may stand that ties it to 对."""
_ENACTS = re.compile(r"批准|核准|采纳|敲定|延长|延续|收紧")
"""Verbs by which what a noun names is imposed: 批准了|对缅甸的制裁."""
_KEPT_OFF = re.compile(r"阻止|制止|避免|防[止范]|担[心忧]|否认|警[惕告]|威胁|可能")
"""Before what is feared, denied or kept from being done: 防止|军方政变."""
_NEVER = re.compile(r"(?:没有?|未能?|从未|并未|尚未|不曾|难以|无法|不会|不)$")
_SUFFERS = re.compile(r"遭|收到|接到|受到|得到|获得|赢得|招致|引来|引起|引发|面临|惹来|激起|招来|惹")
_DRAWS = re.compile(r"招致|引来|引起|引发|惹来|激起|招来|惹")


def told_by_noun(scene: Scene, k: int) -> Deed | None:
    """What a noun tells of its own, or as what somebody utters."""
    return _uttered(scene, k) or done_by_noun(scene, k)


def done_by_noun(scene: Scene, k: int) -> Deed | None:
    """What a noun tells of its own."""
    return _light(scene, k) or _suffered(scene, k) or _noun(scene, k)


def toward(scene: Scene, k: int, sense: Sense) -> Deed | None:
    """A 对 B 表示关切, A 就此表示遗憾; what stands in the phrase with 对 says nothing of the deed."""
    t = _opened(scene, k)
    others = t is not None and _is_of_others(scene, t)
    if t is not None:
        t = _inner(scene, t, k)
    owner = None if t is None else owner_of(scene, t)
    if t is not None and owner is not None and _does_more(scene, owner, t, k):
        t, owner = owner.first - 1, None
    describes = scene.letters[k + 1 : k + 2] == "d" and not _is_resolved(scene, t, k)
    if others or describes or (t is None and sense.asks == "to"):
        return None  # 为国家发声|的战士
    if owner is None and _is_topic(scene, k):
        return None
    inner = t is not None and any(
        unit.letter == "v" and unit.cue is None and not LIGHT.match(unit.text) for unit in scene.units[t:k]
    )
    if inner and (_is_for_an_end(scene, sense, t) or (sense.type == "ASSAULT" and "d" not in scene.letters[t:k])):
        return None  # 对修法允许海警|开火|表示担忧
    opened = k if t is None else _ground(scene, t) if owner is None else t
    who = around(scene, opened)
    # 王毅表示，对中国实施制裁|不是欢迎客人的方式
    named = owner is None and who.start is None and _IS_NAMED.match(scene.text.plain, scene.units[k].end)
    suffered = who.passive and not who.bys  # 被|处以拘留
    mood = None if named or suffered else mood_of(scene, opened, who)
    if mood is None or (t is not None and serves_an_end(scene, k)):
        return None
    recipients = (who.tos if t is None else _concerned(scene, t, k)) or _summoned(scene, k)
    if not recipients and t is not None:
        recipients = _named_before(scene, t)
    if t is not None and sense.type in _ANSWERS and _SUFFERED.search(scene.plain(t, k)):
        doer = next((group.ones for group in scene.groups_in(t, k) if group.stance == "by"), ())
        recipients = doer or tuple(one for one in recipients if one.kind != "person")  # 对张展|被判刑表示抗议
    if owner is not None:
        return Deed(owner.ones, recipients, "toward.v1", owner.start, scene.units[k].end, mood=mood, aside=True)
    deed = Deed(who.subjects, recipients, "toward.v1", who.start, scene.units[k].end, mood=mood)
    return deed if who.under is None else claimed(scene, deed, who)


def _is_for_an_end(scene: Scene, sense: Sense, t: int | None) -> bool:
    """Whether 为 says to what end something is done in which somebody asks: 为遏阻人们入境|寻求庇护."""
    return sense.type == "REQUEST" and t is not None and scene.units[t].text == "为"


def _summoned(scene: Scene, k: int) -> tuple[One, ...]:
    """Whom a protest is for that names nobody: 召见英国大使，|提出严正抗议."""
    if not scene.units[k].tells(_ANSWERS):
        return ()
    first, _ = scene.clauses[max(0, scene.clause_number(k) - 1)]
    own, _ = scene.clauses[scene.clause_number(k)]
    if any(group.stance == "subject" for group in scene.groups_in(own, k)):
        first = own  # 英国召见中国大使，欧盟对此|表示不满
    at = next((i for i in range(k - 1, first - 1, -1) if scene.units[i].text in SUMMONS), None)
    group = None if at is None else objects(scene, at + 1)
    return () if group is None else group.ones


def _named_before(scene: Scene, t: int) -> tuple[One, ...]:
    """Whom 对其 and 向该国 mean: those to whom the words before do something, 谴责|伊朗，并|对其|实施制裁."""
    word = scene.units[t].text
    behind = scene.units[t + 1].text if t + 1 < len(scene.units) else ""
    if not (word.endswith("其") or behind in _THEM):
        return ()
    number = scene.clause_number(t)
    first, _ = scene.clauses[max(0, number - 1)]
    own, _ = scene.clauses[number]
    if any(group.stance == "subject" for group in scene.groups_in(own, t) if own != first):
        return ()  # 缅甸军方逮捕昂山素季，|美国对其实施制裁: the army is meant, which did it
    owned = t + 1 if word.endswith("其") else t + 2
    if behind != "该国" and scene.letters[owned : owned + 1] == "n":
        return ()  # 批评俄罗斯，并向|其盟友|提供援助
    objects_before = [group for group in scene.groups_in(first, t) if group.stance == "object"]
    return objects_before[0].ones if len(objects_before) == 1 else ()  # 指责|中国|支持|俄罗斯


def _is_resolved(scene: Scene, t: int | None, k: int) -> bool:
    """Whether a deed is what was resolved: 通过|对中国官员进行制裁|的决议."""
    first, _ = scene.clauses[scene.clause_number(k)]
    verb = scene.units[t - 1] if t is not None and t > first else None
    behind = scene.units[k + 2] if k + 2 < len(scene.units) else None
    return (
        verb is not None and behind is not None and bool(_RESOLVES.match(verb.text) and _RESOLUTION.match(behind.text))
    )


def _is_topic(scene: Scene, k: int) -> bool:
    """Whether it is but what somebody feels about: 对|公民进行审判|表示愤怒."""
    after = scene.units[k + 1].cue if k + 1 < len(scene.units) else None
    return after is not None and any(sense.frame == "toward" for sense in after.senses)


def _inner(scene: Scene, t: int, k: int) -> int:
    """The 对 right behind somebody whom another names: 就|英国|对华实施制裁."""
    group = next((group for group in scene.groups_in(t, k)), None)
    further = -1 if group is None else scene.letters.find("t", group.last, k)
    return further if group is not None and further > 0 and _leads_on(scene, group.last, further) else t


def _is_of_others(scene: Scene, t: int) -> bool:
    """Whether a topic tells of a deed of somebody without a name: 议长就|国际社会|对中国实施制裁|发表声明."""
    first, _ = scene.clauses[scene.clause_number(t)]
    at = next((i for i in range(t - 1, first - 1, -1) if scene.units[i].text in _TOPIC), None)
    return at is not None and bool(_OTHERS.search(scene.plain(at + 1, t)))


def owner_of(scene: Scene, t: int) -> Group | None:
    """Whose deed a topic tells of: 使馆|就|法国|对古巴实施制裁|提出交涉."""
    group = next((group for group in reversed(scene.groups) if group.last <= t), None)
    if group is None or not _leads_on(scene, group.last, t) or _MATTER.search(scene.plain(group.last, t)):
        return None  # 就|纳瓦尔尼|中毒案对俄罗斯实施制裁
    lead = len(scene.letters[: group.first].rstrip("Ta"))  # 就|几小时前|欧盟外长会作出对华制裁决定
    before = scene.units[lead - 1] if lead else None
    return group if before is not None and before.text in _TOPIC else None


def _doer(scene: Scene, t: int, verb: int) -> Group | None:
    """Who does what a topic tells with 对 behind the verb: 就|欧盟|外长会作出对华制裁决定, not 就|中国|问题作出…."""
    if scene.units[t].text not in _TOPIC:
        return None
    group = next(iter(scene.groups_in(t, verb)), None)
    if group is None:
        return None
    ground = next((i for i in range(group.last, verb) if scene.units[i].text in _ON_GROUNDS), verb)
    return None if _MATTER.search(scene.plain(group.last, ground)) else group


def _does_more(scene: Scene, owner: Group, t: int, k: int) -> bool:
    """Whether a deed stands between the 对 of somebody and the word: 就|法国|对古巴实施制裁|提出交涉."""
    if scene.units[owner.first - 1].text in _GROUNDS:
        return _DOES.search(scene.letters, t, k) is not None
    return any(letter in "vX" for letter in scene.letters[t:k])


def _ground(scene: Scene, t: int) -> int:
    """Where the phrase with 对 and its ground begin: 就|维吾尔人遭受迫害|对|中国实施制裁."""
    first, _ = scene.clauses[scene.clause_number(t)]
    at = next((i for i in range(t - 1, first - 1, -1) if scene.units[i].text in _GROUNDS), t)
    return at if "b" in scene.letters[at:t] else t


def _leads_on(scene: Scene, first: int, last: int) -> bool:
    """Whether nothing but 日前宣布, 于22日, 基于谎言和虚假信息, 外长会 and the like stands between."""
    units = scene.units[first:last]
    days = {i for i in range(first, last) if scene.letters[i : i + 2] == "lT"}
    grounds = any(unit.text in _ON_GROUNDS for unit in units)
    return all(
        unit.letter in "naT"
        or i in days
        or (grounds and (unit.text in _ON_GROUNDS or unit.letter in "cwvLS"))
        or (i == first and unit.cue is not None and unit.cue.sense("attend") is not None)
        or (unit.letter in "vr" and LIGHT.match(unit.text))
        for i, unit in enumerate(units, first)
    )


def _opened(scene: Scene, k: int) -> int | None:
    """Where 对, 向 or 就 stands to which the word belongs: 对|侵犯人权的官员|实施|制裁.

    The nearest that names somebody, else the nearest.
    """
    first, _ = scene.clauses[scene.clause_number(k)]
    places = [i for i in range(first, k) if scene.letters[i] == "t"]
    named = [i for i in places if _concerned(scene, i, k)]
    if len(named) > 1 and "d" in scene.letters[named[-1] : k]:
        return named[0]  # 对|英国和法国对缅甸的做法|表示关切
    return named[-1] if named else places[-1] if places else None


def _concerned(scene: Scene, t: int, k: int) -> tuple[One, ...]:
    """Whom a phrase with 对 names first."""
    groups = [
        g
        for g in scene.groups_in(t, k)
        if not (_is_agent(scene, g) or _is_opposed(scene, g) or _OF_OTHERS.match(scene.text.plain, g.end))
    ]
    if groups and _SITUATION.match(scene.text.plain, groups[0].end):
        return ()  # 对香港局势|表示关切, 就香港、台湾等问题|表示关切 say not whose doing it is
    if groups:
        described = next((group for group in groups if _is_described(scene, t, group)), groups[0])
        return () if owns_kin(scene, described) else described.ones
    units = (unit for unit in scene.units[t + 1 : k] if unit.letter == "L")
    return next((ones for unit in units if (ones := capital(scene, unit))), ())


def _is_described(scene: Scene, t: int, group: Group) -> bool:
    """Whether a clause describes somebody: 对|破坏香港自由的|中国官员."""
    return re.search(r"[vX][^,]*d[nT]{0,2}$", scene.letters[t + 1 : group.last - 1]) is not None


def _is_agent(scene: Scene, group: Group) -> bool:
    """Whether somebody only did something to those whom a phrase names: 对|被中国制裁的|议员."""
    return group.stance == "by" and scene.letters[group.last : group.last + 1] in ("v", "X")


def _is_opposed(scene: Scene, group: Group) -> bool:
    """Whether it only says whom those are against who are meant: 朝|反对军政府的|民众开火."""
    against = group.first > 0 and scene.units[group.first - 1].text in _AGAINST
    return against and scene.letters[group.last : group.last + 1] == "d"


def _light(scene: Scene, k: int) -> Deed | None:
    """A 对 B 实施…制裁."""
    first, _ = scene.clauses[scene.clause_number(k)]
    verb = next((i for i in range(k - 1, max(first, k - 6) - 1, -1) if scene.letters[i] in "vr,"), None)
    if verb is None or not LIGHT.match(scene.units[verb].text) or scene.units[verb].cue is not None:
        return None
    if scene.letters[verb + 1] == "d" and k + 1 < scene.clauses[scene.clause_number(k)][1]:
        return None  # 中国做出|的制裁决定
    who = around(scene, verb)
    t = _opened(scene, verb)
    if t is not None:
        if _is_of_others(scene, t):
            return None
        if (told := _answered(scene, t, verb, k)) is not None:
            return told
        t = _inner(scene, t, verb)
        who = around(scene, t)
    recipients = who.tos if t is None else _concerned(scene, t, verb)
    if (t is None and not recipients) or mood_of(scene, verb, who) is None or _is_answered(scene, who.chain):
        return None
    return Deed(who.subjects, recipients, "carried-out.v1", who.start, scene.units[k].end)


def _answered(scene: Scene, t: int, verb: int, k: int) -> Deed | None:
    """The deed of another that is but the topic: 就|法国|对古巴实施制裁, 就|欧盟|作出对华制裁决定."""
    doer, at, last = _doer(scene, t, verb), scene.letters.rfind("t", verb, k), k
    if doer is None or at < 0:
        at, last = _inner(scene, t, verb), verb
        doer = owner_of(scene, at)
    if doer is None:
        return None
    return Deed(doer.ones, _concerned(scene, at, last), "carried-out.v1", doer.start, scene.units[k].end, aside=True)


def _is_answered(scene: Scene, chain: tuple[int, ...]) -> bool:
    """Whether it is what somebody answers, not what he does: 反驳|多国对北京实施的制裁."""
    return any(scene.units[i].tells(_ANSWERS, "verb") for i in chain)


def _uttered(scene: Scene, k: int) -> Deed | None:
    """A 表达对 B 的不满, A 提出了 C 对 B 的关切; what stands in the phrase with 对 says nothing of the deed."""
    first, _ = scene.clauses[scene.clause_number(k)]
    if "d" not in scene.letters[max(first, k - _NEAR) : k]:
        return None
    for t in range(first + 1, k):
        if scene.letters[t] != "t":
            continue
        verb = len(scene.letters[:t].rstrip("aSOnd")) - 1
        if verb < first or not _UTTERS.match(scene.units[verb].text):
            continue
        who = around(scene, verb)
        mood = mood_of(scene, verb, who)
        if mood is None or (who.start is None and not who.subjects):
            return None
        start = who.start if who.start is not None else scene.units[verb].start
        recipients = _concerned(scene, t, k) or _summoned(scene, k)
        return Deed(who.subjects, recipients, "uttered.v1", start, scene.units[k].end, mood=mood)
    return None


def _suffered(scene: Scene, k: int) -> Deed | None:
    """B 遭到 A 的批评."""
    first, _ = scene.clauses[scene.clause_number(k)]
    groups = scene.everybody_in(first, k)
    if not groups or not re.fullmatch(r"[nc]{0,4}d?[anT]{0,2}", scene.letters[groups[-1].last : k]):
        return None
    at = len(scene.letters[: groups[-1].first].rstrip("a")) - 1  # 遭到了
    owned = "d" in scene.letters[groups[-1].last : k]
    if at < first or not (_SUFFERS if owned else _DRAWS).match(scene.units[at].text):
        return None
    if _NEVER.search(scene.plain(first, at)):
        return None  # 没有|得到美国的支持
    who = around(scene, at)
    start = groups[-1].start if who.start is None else who.start
    return Deed(groups[-1].ones, who.subjects if owned else (), "suffered.v1", start, scene.units[k].end)


def _noun(scene: Scene, k: int) -> Deed | None:
    """A 对 B 的制裁."""
    first, _ = scene.clauses[scene.clause_number(k)]
    groups = scene.everybody_in(first, k)
    if (
        not groups
        or groups[-1].stance != "to"
        or not re.fullmatch(r"(?:[cw]L)?n?d[nT]{0,3}", scene.letters[groups[-1].last : k])
    ):
        return None
    t = groups[-1].first
    near = scene.groups_in(first, t)
    if not near or near[-1].stance not in ("subject", "object"):
        return None
    between = scene.units[near[-1].last : t]
    if any(unit.letter in "vXr" and not (LIGHT.match(unit.text) or _ENACTS.match(unit.text)) for unit in between):
        return None  # 法院裁决暂停|对小米的禁令, but 外长批准了|对缅甸的制裁
    if _UNDONE.search("".join(unit.text for unit in between)):
        return None  # 虽没有祭出|对中国的制裁
    if _is_commented_on(scene, k):
        return None
    return Deed(near[-1].ones, groups[-1].ones, "noun.v1", near[-1].start, scene.units[k].end, aside=True)


def _is_commented_on(scene: Scene, k: int) -> bool:
    """Whether 对 leads to what is said of the deed, which is another's: 欧盟官员对|北京的制裁|提出批评."""
    behind_it = scene.units[k + 1 : k + 3]
    if not behind_it or not LIGHT.match(behind_it[0].text):
        return False
    return (behind_it[0] if behind_it[0].cue else behind_it[-1]).tells(_IN_ANSWER)


def own(scene: Scene, k: int) -> Deed | None:
    """缅甸军方政变, 缅甸上月军事政变, 缅甸军方的血腥镇压."""
    first, _ = scene.clauses[scene.clause_number(k)]
    groups = scene.groups_in(first, k)
    if not groups or not re.fullmatch(r"[nT]{0,3}d?", scene.letters[groups[-1].last : k]):
        return None
    if any(unit.text in CAUSES for unit in scene.units[groups[-1].last : k]):
        return None  # 欧盟|因|军事政变制裁缅甸军方
    does = groups[-1].stance not in ("with", "to") and groups[-1].ones[0].kind != "person"  # 推翻|昂山素季的|政变
    if scene.letters[k - 1] == "d" and not does:
        return None
    if scene.text.plain.startswith(("：", ":"), scene.units[k].end):
        return None  # 缅甸政变：修女下跪 tells of what the headline is
    if is_supposed(scene, k) or _KEPT_OFF.search(scene.plain(first, groups[-1].first)):
        return None
    return Deed(groups[-1].ones, (), "own.v1", groups[-1].start, scene.units[k].end, mood="happened", aside=True)
