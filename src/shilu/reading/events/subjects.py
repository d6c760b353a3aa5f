"""Who does what an event word tells: the subject in its clause, or the one that a clause before lends it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from shilu.reading.events.groups import has_title
from shilu.reading.events.party import distinct
from shilu.reading.lexicon import words

if TYPE_CHECKING:
    from shilu.reading.events.party import Group, One
    from shilu.reading.events.scene import Scene

RELATIVE = re.compile(r"[aT]*[vX][nSOLPTa]*d")
"""Behind a name that is the subject of a relative clause: 中国|制裁的议员."""
_BARRIER = "rX,"
_TRANSPARENT = frozenset(
    words(
        """
        继续 开始 恢复 有 希望 期望 期待 保持 进行 举行 展开 召开 举办 完成 维持 加强 安排 通过 重启 启动
        来 去 前往 得到 面对面 结束 就 有机会 机会 寻求 争取 要求 请求 提议 建议 呼吁
        """
    )
)
"""Verbs that may stand between 与王毅 and the event word that the phrase belongs to: 与王毅继续进行会谈."""
_OPENS = re.compile(r"除了?|在|继|随着|作为|为了?|当|自从?|借|趁")
"""A clause that begins so may have its subject in the next one: 除了与王毅会面外，他还…."""
_EXCEPT = re.compile(r"除|趁|正值|适逢|时值|恰逢|随着")
_LASTS = re.compile(r"(?:之?[前后时外际间中]|期间|同时|以来)$")
_TELLS = re.compile(r"通知|祝贺|恭贺|慰问|感谢|感激|敦促|呼吁|要求|邀请|告知|警告|吊唁|哀悼")
"""What a letter does to whom it goes: 致函|祝贺|泽连斯基."""
WHEN = frozenset(words("前 后 时 之前 之后 以前 以后 期间 任内 任期内 之际 间隙 空档 场边 场外"))
"""What makes a phrase before it say when."""
_OF_OTHERS = re.compile(r"[wt][nd]*$")
"""Behind 与 stands somebody who is no subject: 与14个国家的|代表通话."""
_ON = frozenset({"对", "就", "针对", "对于"})
"""What leads to a whole clause: 对|小组访问台湾|表示关切."""
_ON_WHAT = frozenset({"就", "围绕", "针对", "关于"})
"""What leads to the matter of talks."""
_MATTER = re.compile(r"(?:一事|之事|事宜|问题|议题|事务|事项|局势|形势|危机)$")
"""What ends the phrase that says on what they talk."""
_DESCRIBED = re.compile(r"[^,]{0,12}d")
_BLAMES = re.compile(r"谴责|批评|指责|抗议|抨击|指控|[痛怒]批|炮轰|不满|反对")
_PLANNED = re.compile(r"[^，。；的]{0,3}(?:计划|行程|安排|一事|之行)")
"""Behind a visit on which somebody else speaks: 对|参议院|访台|计划表示担忧."""
_ENTERS = frozenset({"进入", "走进", "进", "前去", "现身", "回到", "返回", "重返"})
_ASIDE = re.compile(
    r"[此这本今上下][次场轮]|第[\d一二三四五六七八九十]+[次度轮场]$|最近|近[日期]|日前|随后|[之以]?后|后来|目前|当时|期间|一[同起]|首先|现在|早前|等|自|当天|双双|[时中上内]$|之[前际间]|以来"
)
_OPEN = frozenset({"其", "他们", "她们", "我", "我们"})
"""Pronouns that may be left open, and then are nobody of whom another clause tells: 就在他们|访日之际."""
_SPEAKS = re.compile(
    r"(?:[高]层|高官|官员|外长|外相|防长|部长|大臣|首[相脑]|总[统理]|主席|元首|领导人|领袖|大使|特使|使节|外交官|代表|顾问|议员|议长|同行|同僚|"
    r"团|组|方面|[方国长官使席相]|政府|当局|专家|人士|书记|秘书长|总干事|司令|将领|军方|委员会?|成员|双方|人员|负责人|发言人|外交人员|领事|国务卿|务卿|国家)们?$"
)
"""What speaks or acts for a state."""
_PRIVATE = re.compile(
    r"(?:宗教|民间|民运|商界|工商|企业|企业家|学术|学界|文化|反对派|异见|异议|侨界|侨团|各界|社会|公民|知名|爱国|社团|社群|社区|劳工|政协|"
    r"人大|商会|团体|青年|学生|家属|遗属|难民)(?:人士|代表|领袖|成员|委员|代表团|专家)$"
)
"""Those of a state who do not speak for it."""
_ACCEPTS = re.compile(r"[^，。]{0,4}(?:接受|接获|收到|应)了?[^，。]{1,12}(?:的)?(?:邀请|之邀)")
"""Behind who is invited, which describes nobody: 接受了拜登的|邀请."""
_ALONG = frozenset({"陪同", "陪伴", "随同", "偕同"})
_VISITING = re.compile(r"[alTLSnO]{0,6}[vX]n{0,2}d")
"""Between who meets officials and whose they are: 会见来访的|欧洲议会代表团."""
_BEING = frozenset({"身为", "身兼", "担任", "兼任", "出任", "曾任", "贵为"})
"""Before what somebody is who is met."""
_ON_BEHALF = frozenset({"代表"})
_APPOINTED = re.compile(r"vd[nSOL]{0,3}P")
"""Behind somebody who only sent or named the one that follows."""
_OF_PRIVATE = re.compile(r"(M?d)n{1,4}")
_FIRMS = re.compile(r"(?:协会|企业(?:界|代表|家)?|公司|商会|学者|智库|大学|媒体|球[队员]|艺人|网民|民众)$")
_BODY = re.compile(r"(?:机构|部门|当局|政府|[部委局署院厅]|军方|使馆|法院|国会|议会)$")
_OF_BODY = re.compile(r"n*d(n+)")
_STAFF = re.compile(r"(?:官员|高官|代表|负责人|外交官)$")
_SOMEBODY = re.compile(
    r"(?:我们?|你们?|您|大家|人们|议员|官员|专家|记者|民众|学生|游客|代表|学者|公民|人士|[旅陆游乘中港光]客|[移外劳]工|(?:^|光|游|旅)客|个案|病例|患者|法官|选手|球员|艺人|[移难]民|留学生|[陆中]生|家属|朋友|团|小组|人员)们?$"
)
_TITLE = re.compile(r"(?:专员|部长|外长|大使|总统|总理|首相|主席|领导人|高官)$")
_LEFT = re.compile(r"结束|离开|完成")
_TOPIC = re.compile(r"的?[^，。的]{0,3}(?:关系|局势|问题|议题|政策|疫情|经济|市场|事务)")
"""两岸关系稳定 is no subject that the next clause has."""
_OUR = re.compile(r"政府|当局|代表团|团队|(?:一行|官员|公署|专署|办事处|办公室|委员会|机构|部门)$")
_THIS = re.compile(r"[这那该此本][位名个]?$|位$")
"""这位高级专员 is not the subject that an earlier clause lends."""


class Cast(NamedTuple):
    """Those around an event word in its clause."""

    subjects: tuple[One, ...] = ()
    withs: tuple[One, ...] = ()
    """与王毅."""
    tos: tuple[One, ...] = ()
    """对王毅, 向王毅."""
    start: int | None = None
    """Where the first of them stands in the block, None where nobody stands in the clause."""
    joint: bool = False

    @property
    def all(self) -> tuple[One, ...]:
        """Everybody, the subjects first."""
        return distinct((*self.subjects, *self.withs, *self.tos))


def sides(scene: Scene, verb: int) -> Cast:
    """Those around the word of an encounter; things (中国|疫苗) neither meet nor visit."""
    return cast(scene, verb, things=False)


def cast(scene: Scene, verb: int, *, carry: bool = True, things: bool = True) -> Cast:
    """Who stands before the verb of an event; where no subject stands in the clause, the one before lends it."""
    number = scene.clause_number(verb)
    first, _ = scene.clauses[number]
    if _is_unnamed(scene, verb):
        return Cast()
    beside: dict[str, tuple[One, ...]] = {}
    start = None
    for group in reversed(scene.groups_in(first, verb)):
        between = scene.letters[group.last : verb]
        near = not _is_barred(scene, group.last, verb)
        if (
            not things
            and group.ones[0].kind != "person"
            and group.stance == "subject"
            and (is_thing(scene, group.last, verb) or _are_private(scene, group.last))
        ):
            if near:
                return Cast()
            continue
        if group.stance == "to" and near and _PLANNED.match(scene.text.plain, scene.units[verb].end):
            return Cast(group.ones, (), (), group.start, group.joint)
        if group.stance in ("with", "to") and near:
            beside[group.stance] = (*group.ones, *beside.get(group.stance, ()))
            start = group.start
        elif _is_adjunct(scene, group, verb):
            continue
        elif (
            group.stance == "subject"
            and not RELATIVE.match(between)
            and (has_title(scene.units, group.last) or not _is_possessor(between, near=near))
        ):
            ones, start = _acting(scene, group)
            return Cast(ones, beside.get("with", ()), beside.get("to", ()), start, group.joint)
        elif (
            group.stance == "object"
            and near
            and not _is_gone_to(scene, group)
            and (beside.get("with") or (len(group.ones) > 1 and not beside) or _is_blamed(scene, group, verb))
            and (group.ones[0].kind == "person" or not is_thing(scene, group.last, verb))
        ):
            return Cast(group.ones, beside.get("with", ()), (), group.start, group.joint)  # 听闻|布林肯|与王毅|会晤
    owned = "with" in beside and (_is_owned(scene, first, verb) or _is_open(scene, first, verb))
    lent = (_awaited, carried) if _is_framed(scene, number) else (carried, _awaited)
    subjects = next((ones for lend in lent if (ones := lend(scene, number))), ()) if carry and not owned else ()
    # Who is known by a title alone is whoever bore it then: 2017年四国领导人参加峰会，恢复了|会谈.
    subjects = tuple(one if one.found_by == "title" else replace(one, found_by="clause") for one in subjects)
    return Cast(subjects, beside.get("with", ()), beside.get("to", ()), start)


def _acting(scene: Scene, group: Group) -> tuple[tuple[One, ...], int]:
    """Who does it for whom, or with whom: 王毅|代表|习近平会见…, 布林肯|陪同|拜登会见…; and where they begin."""
    first = _led_by(scene, group, _ON_BEHALF)
    if first is not None:
        return first.ones, first.start
    led = next((other for other in scene.groups if _led_by(scene, other, _ALONG) is group), None)
    return (group.ones if led is None else distinct((*led.ones, *group.ones))), group.start


def _led_by(scene: Scene, group: Group, words: frozenset[str]) -> Group | None:
    """The person before one of these words right before another."""
    at = group.first - 1
    if at < 0 or scene.units[at].text not in words or group.ones[0].kind != "person":
        return None
    before = next((other for other in reversed(scene.groups) if other.last <= at), None)
    near = before is not None and not scene.letters[before.last : at].strip("Ta")
    return before if before is not None and near and before.ones[0].kind == "person" else None


def _is_blamed(scene: Scene, group: Group, verb: int) -> bool:
    """Whether another holds it against somebody that he does it: 谴责|卢沙野|致函议员."""
    blames = group.first > 0 and _BLAMES.search(scene.units[group.first - 1].text) is not None
    return blames and not scene.letters[group.last : verb].strip("aT")


def _is_gone_to(scene: Scene, group: Group) -> bool:
    """Whether somebody goes there: 前往|国务院|与助理国务卿会面."""
    unit = scene.units[group.first - 1] if group.first and group.ones[0].kind != "person" else None
    goes = unit is not None and unit.cue is not None and any(sense.form == "visit" for sense in unit.cue.senses)
    return goes or (unit is not None and unit.text in _ENTERS)


def hosts(scene: Scene, verb: int) -> tuple[One, ...]:
    """The state to which the clause before tells that somebody goes: 抵达|日本，16日举行会谈."""
    number = scene.clause_number(verb)
    first, _ = scene.clauses[number]
    before = scene.plain(*scene.clauses[number - 1]) if number else ""
    if not set("lLS").isdisjoint(scene.letters[first:verb]) or _LEFT.search(before):
        return ()  # 抵达日本，17日在首尔举行会谈
    gone_to = [g for g in scene.groups_in(*scene.clauses[number - 1]) if _is_gone_to(scene, g)] if number else []
    return gone_to[-1].ones[:1] if gone_to and gone_to[-1].ones[0].is_state else ()


def _is_open(scene: Scene, first: int, verb: int) -> bool:
    """Whether somebody whom a pronoun leaves open stands before 与: 他|并未与他们两人通话."""
    at = next((i for i in range(first, verb) if scene.letters[i] == "w"), first)
    before = len(scene.letters[:at].rstrip("aT")) - 1
    taken = any(group.first <= before < group.last for group in scene.groups)
    return before >= first and scene.units[before].text in ("他", "她") and not taken


def _is_owned(scene: Scene, first: int, verb: int) -> bool:
    """Whether somebody without a name stands before 与, or 是: 本届政府|与中国官员会晤, 另一个是|与他的通话."""
    at = next((i for i in range(first, verb) if scene.letters[i] == "w"), first)
    while at > first and (scene.letters[at - 1] in "aT" or scene.units[at - 1].text == "正在"):
        at -= 1
    before = scene.units[at - 1] if at > first else None
    if before is None:
        return False
    return before.text == "是" or (before.letter == "n" and bool(_OUR.search(before.text)))


def _is_possessor(between: str, *, near: bool) -> bool:
    """Whether a name belongs to a noun before the verb: 拜登|的政策."""
    return near and bool(re.match(r"[nT]*d[nT]*[wtl]", between))


def carried(scene: Scene, number: int) -> tuple[One, ...]:
    """The subject of the nearest clause before that has one."""
    for earlier in range(number - 1, max(-1, number - 4), -1):
        first, last = scene.clauses[earlier]
        if _EXCEPT.match(scene.units[first].text) or scene.plain(first, last).endswith("之际"):
            continue  # 除日本和韩国外，也访问印度; 趁布林肯访日之际，发布声明
        for group in scene.groups_in(first, last):
            behind = scene.letters[group.last : last]
            if group.first and scene.units[group.first - 1].text.endswith(("包括", "邀请", "邀")):
                continue  # 访问了包括沙特和土耳其这样的盟友，还…; 邀请俄罗斯外长访华，又会见…
            topic = _TOPIC.match(scene.text.plain, group.end)
            owns = behind.startswith("d") and not _are_theirs(scene, group.last, last)
            relative = RELATIVE.match(behind) and not _ACCEPTS.match(scene.text.plain, group.end)
            if group.stance == "subject" and not topic and not relative and not owns:
                return group.ones
    return ()


def _are_theirs(scene: Scene, at: int, last: int) -> bool:
    """Whether a clause ends with those who speak for whom it names: 美国与中国|的最高外交官."""
    return not scene.letters[at + 1 : last].strip("n") and bool(_SPEAKS.search(scene.units[last - 1].text))


def _is_adjunct(scene: Scene, group: Group, verb: int) -> bool:
    """Whether somebody only tells when: 洛桑森格在|特朗普卸任前|访问白宫."""
    led = group.first and scene.letters[group.first - 1] == "l"
    return bool(led) and any(unit.text in WHEN for unit in scene.units[group.last : verb])


def _is_barred(scene: Scene, first: int, last: int) -> bool:
    """Whether another verb stands between, to which a phrase rather belongs."""
    at = first
    while at < last:
        unit = scene.units[at]
        if unit.letter == "l":
            at = _behind_adjunct(scene, at, last)
            continue
        if unit.text in _ON_WHAT:
            at = _behind_topic(scene, at, last)
            continue
        if unit.letter in _BARRIER or (unit.letter == "v" and unit.text not in _TRANSPARENT):
            return True
        at += 1
    return False


def matter_before(scene: Scene, at: int) -> int | None:
    """The unit before one, in its clause, that leads to what is talked about: 就|访问新疆磋商, but not 就曾访问."""
    first, _ = scene.clauses[scene.clause_number(at)]
    units = scene.units
    return next((i for i in range(at - 1, first - 1, -1) if units[i].text in _ON_WHAT and units[i].letter != "a"), None)


def _behind_topic(scene: Scene, at: int, last: int) -> int:
    """The unit behind the matter that 就 leads to, 就访问新疆一事, else the next one."""
    return next((i + 1 for i in range(at + 1, last) if _MATTER.search(scene.units[i].text)), at + 1)


def _behind_adjunct(scene: Scene, at: int, last: int) -> int:
    """The unit behind a phrase that says when, 在会谈前, else the next one."""
    for i in range(at + 1, last):
        if scene.units[i].text in WHEN:
            return i + 1
        if scene.letters[i] in ",rbwt":
            break
    return at + 1


def _is_framed(scene: Scene, number: int) -> bool:
    """Whether a clause only says when: 在会见了外长之后，|王毅又会见了总统."""
    clause = scene.plain(*scene.clauses[number])
    return bool(_OPENS.match(clause) and _LASTS.search(clause))


def _awaited(scene: Scene, number: int) -> tuple[One, ...]:
    """The subject that a clause has only in the next one: 除了与王毅会面外，布林肯还将…."""
    first, last = scene.clauses[number]
    if number + 1 >= len(scene.clauses) or first >= last:
        return ()
    clause = scene.plain(first, last)
    if not (_OPENS.match(clause) or _LASTS.search(clause)):
        return ()
    start, stop = scene.clauses[number + 1]
    group = next((g for g in scene.groups_in(start, stop) if g.stance == "subject"), None)
    lead = "" if group is None else scene.letters[start : group.first]
    return group.ones if group is not None and not lead.strip("anT") else ()


def objects(scene: Scene, at: int) -> Group | None:
    """The parties right behind an event word: 会晤|澳大利亚外长, 接见|受到制裁的议员格鲁克斯曼."""
    _, last = scene.clauses[scene.clause_number(at - 1)]
    if at < last and scene.units[at].text in _BEING:  # 会晤|身为外事主管的|杨洁篪
        at = max(at, scene.letters.find("d", at, last)) + 1
    for group in scene.groups_in(at, last):
        if group.ones[0].kind == "person" and _APPOINTED.match(scene.letters, group.last):
            continue  # 会见|拜登任命的|气候特使克里
        led = {"给": "t", "包括": "c"}.get(scene.units[at].text, "")  # 会见了|包括王毅在内的|多国官员
        between = scene.letters[at : group.first].removeprefix(led)
        if group.ones[0].kind != "person" and is_thing(scene, group.last):
            return None
        if (
            not between.strip("aTn")
            or (between.endswith("v") and _TELLS.match(scene.units[group.first - 1].text))
            or (group.ones[0].kind == "person" and _DESCRIBED.fullmatch(between))
            or (_VISITING.fullmatch(between) and _has_speakers(scene, group))
        ):
            return group
        if group.ones[0].kind == "person":
            return None
    return None


def _are_private(scene: Scene, at: int) -> bool:
    """Whether a state only says whose associations or firms they are: 中美两国|的半导体行业协会."""
    match = _OF_PRIVATE.match(scene.letters, at)
    return match is not None and _FIRMS.search(scene.plain(match.end(1), match.end())) is not None


def _has_speakers(scene: Scene, group: Group) -> bool:
    """Whether those who speak for it stand right behind a state or body: 来访的|欧洲议会|代表团."""
    end = group.last
    while end < len(scene.units) and scene.letters[end] == "n":
        end += 1
    return end > group.last and _SPEAKS.search(scene.units[end - 1].text) is not None


def is_thing(scene: Scene, at: int, last: int = 1 << 30) -> bool:
    """Whether a name only says whose thing the nouns behind it are: 中国|疫苗, 美国|社会, but 中国|高级官员."""
    end = at
    while end < min(last, len(scene.units)) and _is_noun(scene, end) and not _ASIDE.match(scene.units[end].text):
        end += 1
    if end == at:
        return False
    private = _PRIVATE.search(scene.plain(at, end)) is not None  # 伊拉克|宗教人士, 香港|社团成员
    return private or not (_SPEAKS.search(scene.units[end - 1].text) or _are_of_it(scene, end))


def _are_of_it(scene: Scene, at: int) -> bool:
    """Whether those who speak for a body of a state stand behind it: 中国监管机构|的官员, but 中国问题|的专家."""
    match = _OF_BODY.match(scene.letters, at)
    if match is None or not _BODY.search(scene.units[at - 1].text):
        return False
    return bool(_STAFF.search(scene.units[match.end() - 1].text))


def _is_noun(scene: Scene, i: int) -> bool:
    """Whether a unit is a noun, or joins two: 防卫|和|外务大臣."""
    return scene.letters[i] == "n" or (scene.letters[i] in "cw" and scene.letters[i - 1 : i + 2] in ("ncn", "nwn"))


def is_thing_before(scene: Scene, k: int) -> bool:
    """Whether a thing is what goes: 我们|资本|到美国有出路."""
    first, _ = scene.clauses[scene.clause_number(k)]
    noun = scene.units[k - 1] if k > first else None
    if noun is None or noun.letter != "n" or _ASIDE.search(noun.text) or _SPEAKS.search(noun.text):
        return False
    return scene.letters[first : k - 1].strip("an") == "" and k - 1 > first


def _is_unnamed(scene: Scene, verb: int) -> bool:
    """Whether somebody without a name is the subject right before a verb: 威胁|议员|访台."""
    at = verb - 1
    while at >= 0 and scene.letters[at] in "aT":
        at -= 1
    pronoun = at >= 0 and scene.units[at].text in _OPEN
    if pronoun and not any(group.first <= at < group.last for group in scene.groups):
        return True  # 就在他们|访日之际，金与正发表声明
    return (
        at > 0
        and scene.letters[at] == "n"
        and (not _OF_OTHERS.search(scene.letters, 0, at) or scene.units[at - 1].text in _ON)
        and _is_nobody(scene.units[at].text, scene.units[at - 1].text)
        and scene.letters[at - 1] in "vaX,dnOtTr"
        and not any(group.last <= at and not scene.letters[group.last : at].strip("ndac") for group in scene.groups)
    )


def _is_nobody(noun: str, before: str) -> bool:
    return bool(_SOMEBODY.search(noun)) or bool(_TITLE.search(noun) and _THIS.search(before))
