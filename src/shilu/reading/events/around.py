"""Those around the word that tells an act: a walk from the word to the left through its clause.

What leads to the word without a deed of its own is passed over: adverbs, times, places, verbs like 宣布 and 继续. The
walk ends at the subject (欧盟|周一|宣布|对中国|实施制裁), at somebody without a name (三名议员|批评), or at the object
of a verb before, which is the subject of what follows: 指控俄罗斯|集结兵力.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from shilu.reading.events.party import Group
from shilu.reading.events.subjects import RELATIVE
from shilu.reading.lexicon import words

if TYPE_CHECKING:
    from shilu.reading.events.party import One
    from shilu.reading.events.row import Unit
    from shilu.reading.events.scene import Scene

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
        继 随着 由于 因 因为 自 自从 鉴于 因应 得知 针对 就 关于 尽管 虽然 据 除了 在 于 当 对 对于
        """
    )
)
"""Words before a whole clause as well as before a name: 继|美国制裁中国后."""
_BA = frozenset({"把", "将"})
_TIME_HEAD = frozenset(
    words(
        """
        后 前 时 中 上 内 下 期间 之后 之前 之际 之间 以来 以后 以前 同时 方面 问题 时候 里 间 当中 期内
        """
    )
)
_SOMEBODY = re.compile(
    r"(?:[者员家民徒客商军警士官]|学生|代表|公民|居民|人群|民众|群众|人士|人员|团体|组织|律师|医生|妇女|男子|女子|青年|选民|网友|"
    r"用户|粉丝|当局|部队|警察|军人|士兵|媒体|国家|政府|企业|公司|多人|人们|他人|别人|外界|各界|各国|人)$"
)
_ACTS_FOR = re.compile(
    r"(?:[员军警官方]|政府|当局|高层|军[机舰队]|战机|舰[艇队]|海警船?|公安|部队|法院|国会|议会|领导人?|外长|防长|大使|使馆|代表|发言人|部门|"
    r"总统|总理|首相|主席|外交部|成员国?|国家|声明|公报|会谈|峰会|会议|两党|势力|部长?|局|委员会|团|政权|议员们|军力|兵力)$"
)
"""Nouns behind a state or body that make it the one who acts: 中国|军机."""
_PEOPLE = re.compile(r"(?:民众|群众|人民|公民|国民|[网选市居]民|消费者|网友|用户|艺人|抗议者|示威者|支持者|人)$")
"""Nouns for the people of a state: what they do is told of the state, marked ``people``."""
_PIVOT = re.compile(
    r"(?!没).?有$|要求|呼吁|敦促|促|希望|期望|期待|盼|允许|准许|容许|阻止|禁止|防止|避免|请求|邀请|请|让|令|使|命令|下令|指示|迫使|逼|逼迫|强迫|帮助|协助|支持|反对|"
    r"指控|指责|批评|谴责|指|控|怀疑|质疑|担心|担忧|认为|相信|警告|威胁|声称|证实|披露|揭露|承认|否认|感谢|欢迎|建议|提议|主张|劝"
)
_ASPECT = frozenset({"了", "过", "着"})
_FAR = 26
"""How many units before a word its subject may stand."""


class Around(NamedTuple):
    """Who stands before a word that tells an act, and what lies between."""

    subjects: tuple[One, ...] = ()
    withs: tuple[One, ...] = ()
    tos: tuple[One, ...] = ()
    bys: tuple[One, ...] = ()
    taken: tuple[One, ...] = ()
    """把中国列入黑名单, 将他逮捕."""
    passive: bool = False
    unnamed: bool = False
    """Whether somebody without a name is the subject."""
    chain: tuple[int, ...] = ()
    """The verbs between the subject and the word, the nearest first."""
    under: int | None = None
    """The verb whose object the subject is."""
    start: int | None = None
    said: bool = False
    """Whether the subject is somebody who only speaks in a clause before: 学者指出，…."""
    since: int = 0
    """The unit from which the clauses are read for what hedges them."""

    @property
    def all(self) -> tuple[One, ...]:
        """The subjects and those with them."""
        return (*self.subjects, *self.withs)


def capital(scene: Scene, unit: Unit) -> tuple[One, ...]:
    """The state for which a capital stands, nobody for other places."""
    found = (scene.parties.one(standing) for standing in unit.standings)
    return tuple(one for one in found if one is not None)


def around(scene: Scene, k: int) -> Around:
    """Who stands before the unit ``k``."""
    walk = _Walk(scene, k)
    walk.run()
    return walk.found()


def _lent(scene: Scene, number: int, since: int) -> tuple[Group | None, int]:
    """The subject that the clauses before lend, and where its clause begins.

    A clause that ends with the name of a person tells whom the next is about: 刚刚当选的总统拜登，….
    """
    for earlier in range(number - 1, max(-1, number - 4), -1):
        first, last = scene.clauses[earlier]
        named = scene.groups_in(first, last)
        if named and named[-1].last == last and named[-1].ones[0].kind == "person" and named[-1].stance != "object":
            return named[-1], first
        for group in named:
            behind = scene.letters[group.last : last]
            if group.stance == "subject" and not RELATIVE.match(behind) and not behind.startswith("d"):
                return group, first
    return None, since


def _speaks(scene: Scene, group: Group) -> bool:
    """Whether the clause of the group only says that it speaks: 学者指出."""
    last = scene.clauses[scene.clause_number(group.first)][1]
    for unit in scene.units[group.last : last]:
        if unit.letter == "r":
            return unit.text != "宣布"
        if unit.letter in "vX":
            return False
    return False


class _Walk:
    """One walk; every step looks at the unit ``i`` and moves on to the left."""

    def __init__(self, scene: Scene, k: int) -> None:
        self.scene, self.k = scene, k
        self.number = scene.clause_number(k)
        self.first = max(scene.clauses[self.number][0], k - _FAR)
        self.i = k - 1
        self.by_end = {group.last - 1: group for group in scene.groups}
        self.beside: dict[str, tuple[One, ...]] = {}
        self.chain: list[int] = []
        self.subject: Group | None = None
        self.under: int | None = None
        self.passive = self.unnamed = False
        self.head = ""
        self.manner = False
        self.start: int | None = None

    def run(self) -> None:
        """Walk until a subject is found or the clause begins."""
        while self.i >= self.first and self.subject is None and not self.unnamed:
            group = self.by_end.get(self.i)
            if group is not None:
                self._at_group(group)
            else:
                self._at_word(self.scene.units[self.i])

    def found(self) -> Around:
        """What the walk found; without a subject the clauses before lend one."""
        subjects = self.subject.ones if self.subject else ()
        said, since = False, self.scene.clauses[self.number][0]
        if self.head and self.subject and _PEOPLE.search(self.head):
            subjects = tuple(one._replace(found_by="people") for one in subjects)
        if not subjects and not self.unnamed:
            group, since = _lent(self.scene, self.number, since)
            if group is not None:
                subjects = tuple(one._replace(found_by="carried") for one in group.ones)
                said = _speaks(self.scene, group)
        return Around(
            subjects,
            self.beside.get("with", ()),
            self.beside.get("to", ()),
            self.beside.get("by", ()),
            self.beside.get("taken", ()),
            self.passive,
            self.unnamed,
            tuple(self.chain),
            self.under,
            self.start,
            said,
            since,
        )

    def _at_group(self, group: Group) -> None:
        self.manner = False
        before = self._before(group)
        at = group.first - 1
        if before is not None and before.text in _BA and before.start + len(before.text) == group.start:
            self._keep("taken", group)
        elif self._opens(group, before):
            self.subject = group
        elif group.stance in ("to", "with", "by"):
            if group.stance != "by" or not self.chain:  # 接见|遭中国制裁的议员|以表支持: not the passive of this verb
                self.passive |= group.stance == "by" and before is not None and before.text != "应"
                self._keep(group.stance, group)
            self.head = ""
        elif group.stance == "in" or (before is not None and before.text in _PREPOSITIONS):
            self.head = ""
        elif self.head and not (_ACTS_FOR.search(self.head) or _PEOPLE.search(self.head)):
            self.head = ""  # 中国的政策|...: what belongs to a party is no party
        elif before is not None and before.letter in "vX" and self._governs(before):
            self.under = self.scene.units.index(before)
            self.subject = group
        elif before is not None and before.letter in "vX" and group.stance == "object":
            self.head = ""
        else:
            self.subject = group
        if self.subject is not None:
            self.start = group.start
        self.i = min(at, self.i - 1)

    def _opens(self, group: Group, before: Unit | None) -> bool:
        """Whether a clause of its own begins with the group: 继|美国|制裁了…后, 在|欧盟|谴责…之后."""
        if before is None or before.text not in _OPENERS or self.head or self.chain or self.beside:
            return False
        last = self.scene.clauses[self.number][1]
        closed = self.scene.units[last - 1].text in _TIME_HEAD
        return closed if before.letter in "lt" else group.last <= self.k and before.text not in _BA

    def _before(self, group: Group) -> Unit | None:
        at = group.first - 1
        while at >= self.first and self.scene.units[at].text in _ASPECT:
            at -= 1
        return self.scene.units[at] if at >= self.first else None

    def _governs(self, verb: Unit) -> bool:
        """Whether a verb takes what somebody does as its object: 指控, 要求, 允许."""
        return (verb.cue is not None and not verb.cue.is_encounter) or bool(_PIVOT.match(verb.text))

    def _keep(self, role: str, group: Group) -> None:
        self.beside.setdefault(role, group.ones)
        self.start = group.start
        self.head = ""

    def _at_word(self, unit: Unit) -> None:
        letter = unit.letter
        if letter == "L" and self._capital(unit):
            return
        if letter in "PM":
            self.unnamed = True  # somebody whom nothing makes certain
        elif letter in "vXr":
            self.chain.append(self.i)
            self.head = ""
        elif letter == "b" and unit.text != "应":
            self.passive |= not self.chain
            self.head = ""
        elif unit.text in _TIME_HEAD:
            opened = self.scene.letters.rfind("l", self.first, self.i)
            self.i = opened if opened >= 0 else self.i
            self.head = ""
        elif letter in "ltwT":
            self.head = ""
        elif letter == "d" and not self.head:
            self.manner = True  # 罕见的|准许: 的 for 地
        elif letter == "n" and not self.head and not self.manner:
            self._at_noun(unit)
        elif letter == "d" and self.head and self.scene.letters[self.i - 1 : self.i] in ("v", "a", "X", "n"):
            self.unnamed = bool(_SOMEBODY.search(self.head)) and self.i - 1 not in self.by_end
        self.i -= 1

    def _capital(self, unit: Unit) -> bool:
        """Whether a capital stands for its state as the object of a verb that governs a clause: 批评北京|…."""
        before = self.scene.units[self.i - 1] if self.i > self.first else None
        ones = capital(self.scene, unit)
        if not ones or before is None or before.letter != "v" or not self._governs(before) or self.head:
            return False
        self.subject = Group(ones, self.i, self.i + 1, "object", unit.start, unit.end)
        self.under, self.start = self.i - 1, unit.start
        return True

    def _at_noun(self, unit: Unit) -> None:
        """A noun may be a subject without a name: |三名议员|批评."""
        if unit.text in _PREPOSITIONS:
            return
        self.head = unit.text
        at = self.i
        while at > self.first and self.scene.letters[at - 1] in "nOSLc" and at - 1 not in self.by_end:
            at -= 1
        opens = at == self.first or self.scene.letters[at - 1] in ",vrXa"
        if opens and _SOMEBODY.search(unit.text) and not self.beside.get("by") and at - 1 not in self.by_end:
            if at > self.first and self.scene.letters[at - 1] == "b":
                return
            self.unnamed = True
