"""The walk from a word to the left through its clause, unit by unit, until its subject is found.

What leads to the word without a deed of its own is passed over: adverbs, times, places, verbs like 宣布 and 继续. The
walk ends at the subject (欧盟|周一|宣布|对中国|实施制裁), at somebody without a name (三名议员|批评), or at the object
of a verb before, which is the subject of what follows: 指控俄罗斯|集结兵力.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from shilu.reading.analysis import TITLE
from shilu.reading.events.crowds import AT_PLACE
from shilu.reading.events.doers import (
    ACTS_FOR,
    DOCUMENT,
    FORCES,
    MANY,
    MANY_STATES,
    ONE_OF,
    OTHERS,
    PEOPLE,
    SOMEBODY,
    SPEECH,
    TITLES,
    owns_kin,
)
from shilu.reading.events.home import BODY, named_body
from shilu.reading.events.lexicon import FORCE
from shilu.reading.events.party import Group
from shilu.reading.lexicon import words
from shilu.wording import CROWDS

if TYPE_CHECKING:
    from shilu.reading.events.party import One
    from shilu.reading.events.scene import Scene
    from shilu.reading.events.unit import Unit

_PREPOSITIONS = frozenset(
    words(
        """
        因 因为 由于 随着 据 根据 依据 按照 关于 有关 除 除了 继 以 经 经由 通过 透过 作为 对于 比 像 如 包括 针对 就
        距 连 论 比起 相比 不同于 至于 涉及 尽管 虽然
        """
    )
)
_OPENERS = frozenset(
    words(
        """
        继 随着 由于 因 因为 自 自从 鉴于 因应 得知 针对 就 关于 有关 尽管 虽然 据 除了 在 于 当 对 对于 以
        """
    )
)
"""Words before a whole clause as well as before a name: 继|美国制裁中国后."""
_GETS = frozenset({"得到", "获得", "赢得", "博得"})
_GIVEN = frozenset({"SUPPORT", "AID", "CONCEDE", "CONSULT"})
"""Types of what is had from another by getting it."""
_ANSWERED = frozenset({"对于", "针对"})
"""Those of them that open a clause which the next one answers."""
_LEADS = frozenset(words("当 以 用 凭 借 借助 利用 趁 按 依 经 透过 通过 朝 朝着 沿 根据 依据 按照 针对 就"))
"""Words that lead a phrase of the deed's circumstances, whose noun is no thing of the subject: 当着镜头|痛批."""
_GOVERNS = frozenset({"关于", "有关", "因", "因为", "由于", "以", "为", "对于", "随着", "作为"})
"""Those before a verb whose clause they take whole."""
_JOINS = frozenset({"而", "并", "且", "但", "却", "则", "虽", "既"})
_COUPLES = frozenset({"并", "并且", "以及", "及"})
_BA = frozenset({"把", "将"})
_TIME_HEAD = frozenset(
    words(
        """
        后 前 时 中 上 内 下 期间 之后 之前 之际 之间 以来 以后 以前 同时 时候 里 间 当中 期内
        """
    )
)
_INSIDE = frozenset({"中", "内", "里", "间", "上", "下"})
_PIVOT = re.compile(
    r"(?!没).?有$|(?:就|正|也|则|便|都)?是$|要求|呼吁|敦促|促|希望|期望|期待|盼|允许|准许|容许|阻止|禁止|防止|避免|请求|邀请|请|让|令|使(?!用)|直播|拍[到下摄]|"
    r"命令|下令|指示|迫使|逼|逼迫|强迫|帮助|协助|支持|反对|指控|指责|批评|谴责|指|控|怀疑|质疑|担心|担忧|认为|相信|警告|威胁|声称|证实|披露|"
    r"揭露|包括|承认|否认|感谢|欢迎|建议|提议|主张|劝|察觉|发现|看到|得知|知道|获悉|目睹|意味着|显示|表明|反映|证明|说明|强调|认定|判断|断定|透露|报告|被?问[及到]|询问|"
    r"回顾|通知|告知|授权|批准|指使|怂恿|教唆|导致|造成"
)
"""Verbs whose object is the subject of what follows: 指控俄罗斯|集结兵力, 有议员|批评."""
_MENTIONS = re.compile(r"细数|历数|列举|罗列|提到|谈到|提及|谈及|说到|讲到|论及")
_GOES_ON = re.compile(r"[时后并]|之际|期间")
_ASPECT = frozenset({"了", "过", "着"})
_THIS_TIME = re.compile(
    r"[此这本上该首再][次度]|第[一二三四五六七八九十\d]+[次度轮]|同时|随后|目前|期间|[日早先稍此之]前|近[日来期年]|最近|稍[早后]|较?早些?时候|当[天日晚时]|[今昨](?:[天日晚晨早])?|近年来|过去|"
    r"刊文|撰文|发文|原[本先]?|本来|投书|发推|推文|致[词辞]|罕见|一致|联合|共同|集体|公开|纷纷|齐声|\d+.?[天日周月年次]|连续|陆续|接连|最新|首度|迄今|至今|长期|多次|一再|多年来?|后来|未来|接下来|[几数][天日周年]|[几数]个月|[\d一二两三四五六七八九十几数]+个?(?:天|日|周|月|年|小时|星期)[之以]?[后前内]"
)
_UNSUFFERED = frozenset({"不受", "免受", "免遭", "未受"})
_NEAR_WORDS = 2
"""How many characters behind a cue what it says begins, quotation marks included."""
_WE = frozenset({"我", "我们"})
_NOT_GOVERNING = frozenset({"点名", "参与"})
"""Event words before somebody who is no subject of what follows: 点名|中国|表示关切, 参与|世卫|调查的专家."""
_HANDED = re.compile(r"(?:提交|递交|呈交|提供|发出|发表|寄出)的")
"""Behind those who only got the paper in which something is said: 在向|国会|提交的报告中警告."""
_NEXT = 4
"""How many units may stand between the one who does it and the verb in the passive."""
_VOICED = re.compile(r"(?:表示|深表|深感|感到|表达)[^，。；]{1,6}$")
"""Ends a clause that says what somebody thinks of what others do."""
ANNOUNCES = frozenset({"宣布", "声称", "宣称"})
"""Verbs of saying whose subject does what it says, where nobody else is named."""
_GROUND = re.compile(r"[，、]?(?:以|因)[^，。]{2,24}?(?:为由|为名|罪名?|的?名义|嫌疑)")
"""On which ground it is done: 被警方|以涉嫌寻衅滋事罪|拘留."""
LIGHT = re.compile(
    r"实施|进行|采取|宣布|施加|发起|祭出|实行|发动|展开|追加|推出|启动|提出|发出|扩大|继续|加强|予以|给予|表达|提供|通过|处以|加以|作出|做出|出台|表示|升级|公布"
)
"""Verbs that say nothing but that a deed is done: 实施|制裁."""
_MATTER = re.compile(r"(?:问题|议题|事件|一事|之事|事务|争议|纠纷|案|危机|风波)$")
CAUSES = frozenset({"因", "因为", "由于", "因应"})
_DONE = FORCE | {"ACCUSE"}
"""Types of what bodies of a state do that need no name."""
_OVER = frozenset({"对", "对于", "针对"})
_ON = frozenset({"就", "针对", "因", "由于", "关于"})
_TOPIC = re.compile(r"问题|议题|一事|之事|事件|行为|做法|为由|一案")
_OWNS = re.compile(r"(?:[cw]n?[SLO])*d")
_FURTHER = frozenset({"并", "并且", "且"})
_YIELDED = re.compile(r"[^，。的]{0,6}(?:要求|请求|压力|邀请)[^，。的]{0,2}而")
"""Behind those at whose request somebody else does it: 加拿大答应|美国|引渡要求而逮捕她."""
_OF_CAPITALS = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN", "SANCTION"})
"""Types of acts that headlines tell of capitals."""
_FAR = 26
"""How many units before a word its subject may stand."""


def capital(scene: Scene, unit: Unit) -> tuple[One, ...]:
    """The state for which a capital stands, nobody for other places."""
    found = (scene.parties.one(standing) for standing in unit.standings)
    return tuple(one for one in found if one is not None)


def _is_of_place(scene: Scene, crowd: Group) -> bool:
    """Whether those who protest are but the people of the place: 大批|民众, not 纽约|民众."""
    return "L" not in scene.letters[crowd.first : crowd.last] and bool(
        MANY.search(scene.text.plain, crowd.start, crowd.end)
    )


def _coupled(scene: Scene, k: int) -> int:
    """Where the event words begin that the word ends, one after another or coupled: 召见|批评, 抓捕、|判刑."""
    at = k
    while at:
        coupling = scene.letters[at - 1] in "cw" or scene.units[at - 1].text in _COUPLES
        before = at - 2 if coupling else at - 1
        if before < 0 or scene.letters[before] not in "vX" or scene.units[before].cue is None:
            break
        at = before
    return at


def is_noun_taken(scene: Scene, i: int) -> bool:
    """Whether a verb behind 的 is a noun, of which something is said: 将中共对新疆的|镇压|定性为灭绝."""
    if scene.letters[i] not in "vXn" or scene.letters[i - 1 : i] != "d":
        return False
    first, _ = scene.clauses[scene.clause_number(i)]
    return any(unit.text in _BA for unit in scene.units[first:i])


def _last_of(scene: Scene, group: Group) -> int:
    """Where a list ends with those it leaves out: 美国、日本|等12个国家."""
    last = group.last
    if last < len(scene.units) and scene.units[last].text == "等":
        last = first = last + 1
        while scene.letters[last : last + 1] in ("n", "S", "L") and OTHERS.fullmatch(scene.plain(first, last + 1)):
            last += 1
    return last


class Walk:
    """One walk; every step looks at the unit ``i`` and moves on to the left."""

    def __init__(self, scene: Scene, k: int) -> None:
        self.scene, self.k = scene, k
        self.number = scene.clause_number(k)
        self.first = max(scene.clauses[self.number][0], k - _FAR)
        self.i = k - 1
        self.beside: dict[str, tuple[One, ...]] = {}  # with, to, by and taken
        self.chain: list[int] = []  # the verbs passed, the nearest first
        self.coupled = _coupled(scene, k)
        self.subject: Group | None = None
        self.under: int | None = None
        self.passive = self.unnamed = False
        self.head = ""  # the noun that ends the phrase being passed
        self.manner = False  # 的 stands for 地
        # 谴责X、|呼吁Y: coupled with a verb before
        self.beside_verb = scene.letters[k - 1 : k] == "c" or (k > 1 and scene.letters[k - 2 : k] == "ca")
        cue = scene.units[k].cue
        self.speaks = scene.units[k].tells(("REQUEST", "ACCUSE"))
        types = {sense.type for sense in cue.senses} if cue is not None else set()
        self.protests = "PROTEST" in types
        self.does = cue is not None and not FORCE.isdisjoint(types) and all(s.frame != "toward" for s in cue.senses)
        self.acts = not _DONE.isdisjoint(types)
        crowds = (one for one in scene.crowds if not (self.protests and _is_of_place(scene, one)))
        self.by_end = {_last_of(scene, group) - 1: group for group in (*crowds, *scene.groups)}
        self.unnamed_ones = (SOMEBODY, BODY, DOCUMENT, *((PEOPLE,) if self.protests else ()))
        self.start: int | None = None

    def run(self) -> None:
        """Walk until a subject is found or the clause begins."""
        while self.i >= self.first and self.subject is None and not self.unnamed:
            group = self.by_end.get(self.i)
            if group is not None:
                if group.ones[0].found_by in CROWDS and AT_PLACE.match(self.scene.text.plain, group.end):
                    self.head = ""  # 外交官|法庭外|声援
                self._at_group(group)
            else:
                self._at_word(self.scene.units[self.i])

    @property
    def is_people(self) -> bool:
        """Whether the people of a state do it, not the state: 中国|网民|抵制."""
        return self.subject is not None and bool(PEOPLE.search(self.head))

    def _at_group(self, group: Group) -> None:
        before = self._before(group)
        role = self._role(group, before)
        if role == "object" and before is not None and self._is_cause(before):
            self.i, self.head = self.scene.units.index(before) - 2, ""
        else:
            self._take(group, before, role)

    def _take(self, group: Group, before: Unit | None, role: str) -> None:
        at = group.first
        if before is not None and before.start >= self.scene.units[at].start:
            at = self.scene.units.index(before)  # 华盛顿方面|因香港国安法
        self.manner, self.i = False, min(at, self.i) - 1
        if role in ("subject", "object") and before is not None:
            self.under = self.scene.units.index(before) if role == "object" else None
        if role == "beside" and (group.stance != "by" or self._is_agent(group)):
            on_request = before is not None and (before.text == "应" or self._is_got(before))
            self.passive |= group.stance == "by" and not on_request
            if not on_request:
                self._keep(group.stance, group)  # 被警方|应美国要求|拘捕
        elif role == "taken":
            self._keep("taken", group)
        elif role == "matter":
            self._keep("to", group)  # 议长就|美英联手制裁中国|发表声明: as in 对美英制裁中国表示欢迎
        elif role == "object" and self.passive and self._is_thing(group):
            self.unnamed = True  # 谈到|日本渔船遭扣押
        elif role in ("subject", "object") and not ONE_OF.match(self.scene.text.plain, group.end):
            self.subject, self.start = group, group.start
        else:
            self.unnamed |= self.passive and self._belongs(group.ones) and self._is_thing(group)
            self.head = ""
        if role == "first" and before is not None:
            self.i = self.scene.units.index(before) - 1
            self.beside_verb = self.scene.letters[self.i : self.i + 1] in ("v", "c")

    def _does(self, group: Group) -> bool:
        """Whether a group, or its ships and troops, does what the word tells: 就|中国船只在礁石集结|提出抗议."""
        between = self.scene.letters[group.last : self.k]
        if not between.strip("aTlL"):
            return True
        return FORCES.match(self.scene.text.plain, group.end) is not None and not between.strip("aTnlL")

    def _role(self, group: Group, before: Unit | None) -> str:
        """What a group is to the word: its subject, the object of a verb before, beside it, or none of its own."""
        if before is None:
            return self._free(group)
        governed = before.letter in "vX"
        for role, holds in (
            ("taken", before.text in _BA and before.end == self.scene.units[group.first].start),
            ("subject", self._opens(group, before)),
            ("none", before.text == "给"),
            ("none", governed and _YIELDED.match(self.scene.text.plain, group.end, self.scene.units[self.k].start)),
            ("subject", before.text == "来自" and bool(ACTS_FOR.search(self.head))),  # 来自|美国等国|的官员
            ("none", group.stance == "to" and _HANDED.match(self.scene.text.plain, group.end) is not None),
            ("beside", group.stance in ("to", "with", "by") and before.text not in CAUSES),
            ("matter", before.text == "就" and self._does(group)),
            ("none", group.stance == "in" or before.text in _PREPOSITIONS or self._belongs(group.ones)),
            ("first", governed and self.beside_verb),  # 要求制裁X、|呼吁Y: X is but the object of the first
            ("none", governed and self._goes_on(group)),
            ("object", governed and self._governs(before, group)),
            ("none", governed and group.stance == "object"),
        ):
            if holds:
                return role
        return "subject"

    def _is_cause(self, verb: Unit) -> bool:
        """Whether a verb only says why: 因|入侵|科威特|制裁伊拉克."""
        if not verb.tells(FORCE):
            return False  # 因|担忧|俄罗斯攻击乌克兰: what is feared is another's deed
        at = self.scene.units.index(verb)
        return at > self.first and self.scene.units[at - 1].text in CAUSES

    def _goes_on(self, group: Group) -> bool:
        """Whether the clause goes on with what its subject does: 美国谴责|伊朗|并对其加以制裁."""
        return self.scene.letters[group.last : group.last + 1] == "a" and self.scene.units[group.last].text in _FURTHER

    def _free(self, group: Group) -> str:
        """The role of a group with which the clause begins."""
        if group.stance in ("to", "with", "by"):
            return "beside"
        return "none" if group.stance == "in" or self._belongs(group.ones) else "subject"

    def _belongs(self, ones: tuple[One, ...]) -> bool:
        """Whether what stands behind a group makes it the owner of a thing: 中国的政策|…."""
        speaks_for = self.speaks and SPEECH.search(self.head)  # 布林肯的|讲话|敦促…
        titled = any(one.kind == "person" for one in ones[-1:]) and TITLES.search(self.head)
        acts = ACTS_FOR.search(self.head) or PEOPLE.search(self.head) or titled or speaks_for
        return bool(self.head) and not acts

    def _is_thing(self, group: Group) -> bool:
        """Whether it is to a thing of somebody that it is done: 日本|渔船|遭扣押."""
        behind = self.scene.letters[group.last : self.k]
        return behind.lstrip("n")[:1] == "b" and behind[0] == "n"

    def _is_agent(self, group: Group) -> bool:
        """Whether 遭中国 is the passive of this very verb: not so in 接见|遭中国制裁的议员|以表支持."""
        between = self.scene.units[_last_of(self.scene, group) : self.coupled]
        near = self._leads_here() and len(between) <= _NEXT and all(unit.cue is None for unit in between)
        return near or bool(_GROUND.fullmatch(self.scene.plain(group.last, self.k)))

    def _leads_here(self) -> bool:
        """Whether no verb is passed but those coupled with the word: 被警方抓捕、|判刑."""
        return all(i >= self.coupled or self.scene.units[i].text in ANNOUNCES for i in self.chain)

    def _opens(self, group: Group, before: Unit | None) -> bool:
        """Whether a clause of its own begins with the group: 继|美国|制裁了…后, 在|欧盟|谴责…之后."""
        if before is None or before.text not in _OPENERS or self._belongs(group.ones):
            return False
        if self.beside.keys() & {"to", "with"}:  # 因为|大使馆|对议员进行威胁; not 因|中国镇压人权|对中国实施制裁
            light = all(LIGHT.match(self.scene.units[i].text) for i in self.chain)
            return before.text in CAUSES and light and not _OWNS.match(self.scene.letters, group.last)
        if _OWNS.match(self.scene.letters, group.last):
            return False  # 对于|大使的|作为, 在香港和新疆的|行为
        if before.text in _ON and _TOPIC.search(self.scene.plain(group.last, self.k)):
            return False  # 就|日本侵犯人权问题|实施制裁
        if before.letter == "t":  # 对|中国决定制裁官员|表示抗议, but 对|中国宣布制裁
            return self._is_answered(before) or any(not LIGHT.match(self.scene.units[i].text) for i in self.chain)
        last = self.scene.clauses[self.number][1]
        closed = self.scene.units[last - 1].text in _TIME_HEAD and not self.chain
        return closed if before.letter == "l" else group.last <= self.k and before.text not in _BA

    def _is_answered(self, before: Unit) -> bool:
        """Whether the word is what a clause names, which the next answers: 对于|美国批评中国，外交部回应说."""
        opens = before.text in _ANSWERED and before is self.scene.units[self.first]
        rest = self.scene.units[self.k : self.scene.clauses[self.number][1]]
        return opens and not any(  # 对于中国批评美国|深感遗憾
            unit.letter == "r" or LIGHT.match(unit.text) or (unit.cue is not None and unit.cue.sense("toward"))
            for unit in rest
        )

    def _before(self, group: Group) -> Unit | None:
        inner = next((u for u in self.scene.units[group.first : group.last] if u.text in _PREPOSITIONS), None)
        if inner is not None:
            return inner
        at = group.first - 1
        while at >= self.first and (self.scene.letters[at] == "T" or self.scene.units[at].text in _ASPECT):
            at -= 1
        return self.scene.units[at] if at >= self.first else None

    def _governs(self, verb: Unit, group: Group | None = None) -> bool:
        """Whether a verb takes what somebody does as its object: 指控, 要求, 允许; but 关押|维吾尔人、打压…."""
        act = verb.cue is not None and not verb.cue.is_encounter and verb.text not in _NOT_GOVERNING
        if _MENTIONS.match(verb.text):  # 提到|中国制裁, but 提到|美国时批评…
            return group is None or not _GOES_ON.search(self.scene.plain(group.last, self.k))
        named = group is None or group.ones[0].found_by not in CROWDS
        return (act and named) or bool(_PIVOT.match(verb.text))

    def _keep(self, role: str, group: Group) -> None:
        if role != "to" or not owns_kin(self.scene, group):
            self.beside.setdefault(role, group.ones)
        self.start = group.start
        self.head = ""

    def _at_word(self, unit: Unit) -> None:
        if unit.letter == "L" and self._capital(unit):
            return
        if (cause := self._cause_of(unit)) is not None:
            self.i, self.head = cause, ""
        elif unit.text in _TIME_HEAD:
            opened = self.scene.letters.rfind("l", self.first, self.i)
            inside = opened < 0 and self.i - 1 in self.by_end and unit.text in _INSIDE  # 部队|中|曾批评此事的军官
            self.i, self.head = (opened if opened >= 0 else self.i), unit.text if inside else ""
        elif self._hides_subject(unit):
            self.unnamed = True
        elif unit.letter in "vXrb":
            self._at_verb(unit)
        elif unit.text in _OVER and self._describes_another():
            self.unnamed = True
        elif unit.letter in "ltwT" or unit.text in _LEADS:
            self.head = ""
        elif unit.letter == "d":
            self.manner = not self.head  # 罕见的|准许: 的 for 地
        elif unit.letter == "n" and not self.head and not self.manner:
            self._at_noun(unit)
        self.i -= 1

    def _at_verb(self, unit: Unit) -> None:
        if not self.head and is_noun_taken(self.scene, self.i):
            self.head = unit.text
            return
        self.head = ""
        if (unit.letter == "b" and not self._is_got(unit)) or unit.text in _UNSUFFERED:
            between = self.scene.units[self.i : self.coupled]
            crime = any(unit.text.endswith("罪") for unit in between)  # 被以煽动|罪|判处十年
            other = not crime and any(unit.cue is not None and unit.letter == "n" for unit in between)
            self.passive |= self._leads_here() and not other and unit.text != "应"  # 因遭受|迫害|而实施制裁
        elif not (self.beside_verb and self.speaks):
            self.chain.append(self.i)

    def _is_got(self, unit: Unit) -> bool:
        """Whether what somebody got is not this deed: 获得|情报后空袭, but 获得法国政府|称赞."""
        return unit.text in _GETS and not self.scene.units[self.k].tells(_GIVEN)

    def _hides_subject(self, unit: Unit) -> bool:
        """Whether the subject is somebody whom nothing makes certain, or stands outside what the walk sees."""
        if unit.letter in "PM":
            return unit.letter == "P" or self.i - 1 not in self.by_end  # 中俄|两国外长
        if unit.text in _GOVERNS and not self.scene.letters[self.i + 1 : self.k].strip("aT"):
            return not self.scene.text.plain.startswith("以表", unit.start)  # 关于|支持台湾的措施, not 以|表示支持
        if unit.text in CAUSES and not self.chain:  # 因|迫害人权|互相抵制: the verb stands in the cause
            return all(other.text != "而" for other in self.scene.units[self.i : self.k])
        described = unit.letter == "d" and self.scene.letters[self.i - 1 : self.i] in ("v", "a", "X", "n")
        if described and self.scene.letters[self.i - 2 : self.i] == "tn":
            return False  # 对|手无寸铁|的平民动武
        return described and bool(SOMEBODY.search(self.head)) and self.i - 1 not in self.by_end

    def _describes_another(self) -> bool:
        """Whether a deed only describes those whom another is done to: 对|镇压民众的官员|实施制裁."""
        behind = self.i + 1
        while self.scene.letters[behind : behind + 1] in ("a", "T"):
            behind += 1
        last = self.scene.clauses[self.number][1]
        led = self.scene.letters[behind] in "vX" and "d" not in self.scene.letters[behind : self.k]
        voiced = _VOICED.search(self.scene.plain(self.k + 1, last)) and not self.beside and not self.speaks
        if voiced:
            return True  # 对|一些人反对接种|表示不解
        return self.does and led and not {"v", "X"}.isdisjoint(self.scene.letters[self.k + 1 : last])

    def _cause_of(self, unit: Unit) -> int | None:
        """Where the cause begins whose matter stands right before the word: 因|新疆强制劳工问题|相互制裁."""
        if unit.letter != "n" or not _MATTER.search(unit.text) or self.scene.letters[self.i + 1 : self.k].strip("aT"):
            return None
        causes = (j for j in range(self.i - 1, self.first - 1, -1) if self.scene.units[j].text in CAUSES)
        at = next(causes, None)
        return None if at is None or not set(",tlP").isdisjoint(self.scene.letters[at + 1 : self.i]) else at

    def _capital(self, unit: Unit) -> bool:
        """Whether a capital stands for its state as the object of a verb that governs a clause: 批评北京|….

        In a headline it may be the subject, too: 北京|批“双重标准”.
        """
        before = self.scene.units[self.i - 1] if self.i > self.first else None
        ones = capital(self.scene, unit)
        if not ones or self._belongs(ones):
            return False
        here = (ones, self.i, self.i + 1)
        if before is None:
            speaks = self.scene.text.block == TITLE and self.scene.units[self.k].tells(_OF_CAPITALS, "verb")
            if not speaks or self.scene.letters[self.i + 1 : self.k].strip("aT"):
                return False
            self.subject, self.start = Group(*here, "subject", unit.start, unit.end), unit.start
            return True
        if before.letter == "t":
            self._keep("to", Group(*here, "to", unit.start, unit.end))
            self.i -= 2
            return True
        if before.letter != "v" or not self._governs(before):
            return False
        self.subject = Group(*here, "object", unit.start, unit.end)
        self.under, self.start = self.i - 1, unit.start
        return True

    def _at_noun(self, unit: Unit) -> None:
        """A noun may be a subject without a name: |三名议员|批评."""
        if unit.text in _PREPOSITIONS or unit.text in _JOINS or _THIS_TIME.fullmatch(unit.text):
            return
        if unit.text in _WE and (one := self.scene.parties.speaker(self.scene.speaker_at(unit.start, unit.end))):
            self.start = unit.start
            self.subject = Group((one,), self.i, self.i + 1, "subject", unit.start, unit.end)
            return
        self.head = unit.text
        at = self.i
        while at > self.first and self.scene.letters[at - 1] in "nOSLc" and at - 1 not in self.by_end:
            at -= 1
        before = self.scene.letters[max(self.first, at - 2) : at]
        opens = not before or before[-1] in ",ra" or (before == "vd" and DOCUMENT.search(unit.text))
        governed = before[-1:] in ("v", "X") and (self.protests or self._governs(self.scene.units[at - 1]))
        ends = self.scene.units[self.scene.clauses[self.number][1] - 1].text
        within = (
            before[-1:] == "l" and ends in _TIME_HEAD and self.acts and self._is_known_before(unit)
        )  # 在|军方政变|后
        opens = opens or governed or within  # not so 发布|声明|威胁
        if not opens or at - 1 in self.by_end or self.beside.get("by"):
            return
        if any(pattern.search(unit.text) for pattern in self.unnamed_ones):
            self._without_name(unit, at)

    def _is_known_before(self, unit: Unit) -> bool:
        """Whether the state whose body is meant is not only who acts in a later clause: 在警方动手后，|英国谴责…."""
        home = self.scene.home(self.scene, unit.start)
        later = {s.id for s in self.scene.standings if s.start > unit.start}
        before = {s.id for s in self.scene.standings if s.end <= unit.start}
        return home is not None and (home.id in before or home.id not in later)

    def _issuers(self, unit: Unit) -> tuple[One, ...]:
        """Those whose document it is: who issued it, two states that met, or the speaker of what it says."""
        named = next((i for i in range(self.i - 1, -1, -1) if self.scene.units[i].text == unit.text), None)
        by = None if named is None else next((g for g in reversed(self.scene.groups) if g.last <= named), None)
        if by is not None and by.stance == "subject":
            return by.ones  # 外务省发声明称，……；|声明|还称……
        both = self.scene.resolve(self.scene, replace(unit, text="双方", letter="M"))
        if both:
            return self.scene.parties.states_of(both)
        cue = self.scene.units[self.k]  # 要求立即释放 holds the beginning of what it tells
        told = (q.speaker for q in self.scene.quotations if cue.start < q.start <= cue.end + _NEAR_WORDS)
        return tuple(one for name in told if (one := self.scene.parties.speaker(name)) is not None)

    def _without_name(self, unit: Unit, at: int) -> None:
        """Bodies of a state, and people who protest, act for the state where the text plays: 警方, 民众."""
        protest = self.protests and PEOPLE.search(unit.text)
        if DOCUMENT.search(unit.text) and (ones := self._issuers(unit)):
            self.start = self.scene.units[at].start
            self.subject = Group(ones, at, self.i + 1, "subject", self.start, unit.end)
            return
        words = self.scene.plain(at, self.i + 1)
        acts = BODY.search(words) if self.acts and not MANY_STATES.match(words) else None
        home = self.scene.home(self.scene, unit.start) if protest or acts else None
        if home is None:
            self.unnamed = True
            return
        self.start = self.scene.units[at].start
        printed = self.scene.text.text[unit.end - len(acts[0] if acts else unit.text) : unit.end]
        named = named_body(home, printed) if acts else replace(home, name=printed)
        self.subject = Group((named,), at, self.i + 1, "subject", self.start, unit.end)
