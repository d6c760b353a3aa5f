"""Whom pronouns mean, and who the sentence before was about: 他, 双方, 两国, and no subject at all."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from shilu.reading.analysis import TITLE
from shilu.reading.events.party import distinct
from shilu.reading.events.same_day import is_news
from shilu.reading.events.told import family
from shilu.reading.pronouns import antecedent, speaks_of_himself
from shilu.text.script import simplify

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from shilu.knowledge.authority import Authority
    from shilu.reading.analysis import Analysis, Standing
    from shilu.reading.events.found import Found
    from shilu.reading.events.party import One, Parties
    from shilu.reading.events.scene import Scene
    from shilu.reading.events.unit import Unit
    from shilu.records import Moment, Time

_DAY = len("2021-03-01")
_FRESH = 5
"""How many days old what the news tells may be."""
_DIGEST = re.compile(r"简报|要闻|早安|晚安|新闻联播|大事|汇总|摘要|速览|一览|精选|翻墙必看|最新情报|要事|文字版")
_PARTS = re.compile(r"[，。：；“「]")
_SEVERAL = re.compile(
    r"警[察员]|[多数几两三四五六七八九十百千万\d][多余几]?[名位个人]|民众|群众|学员|军[人警队]|人员|士兵|学生|记者|官员|议员|代表|成员|家属|居民|工人|专家|人士|们"
)
"""Several without a name."""
_SEX = {"他": "m", "她": "f"}
_TWO = 2
_LISTED = 10
"""Characters between two names of a list, titles included."""
_ENDS_LIST = re.compile(r"[。；：]|[^，]，|，(?!$|以及|[和与加])")
_HIS = re.compile(r"的(?:妹妹|姐姐|弟弟|哥哥|儿子|女儿|夫人|妻子|丈夫|父亲|母亲|顾问|特使|助手|助理|幕僚|发言人)")
"""Behind somebody who is only named as whose kin or aide another is."""
_KIN = re.compile(r"其(?:夫妇|夫妻|父子|父女|母子|母女|兄弟|兄妹|姐[妹弟]|姊[妹弟]|祖孙|婆媳)$")
"""Before 二人 that means somebody and his kin, whom nothing names: 其夫妇|二人被拘留."""
_FAR = 3
"""How many sentences back those may stand whom a pronoun means."""


class Plural(NamedTuple):
    """What a pronoun of several asks for."""

    number: int | None
    kind: str


_PLURALS = {
    **dict.fromkeys(("双方", "两位", "彼此"), Plural(2, "side")),
    **dict.fromkeys(("两人", "二人"), Plural(2, "person")),
    **dict.fromkeys(("三人",), Plural(3, "person")),
    **dict.fromkeys(("两国",), Plural(2, "state")),
    **dict.fromkeys(("三国",), Plural(3, "state")),
    **dict.fromkeys(("四国",), Plural(4, "state")),
    **dict.fromkeys(("三方",), Plural(3, "side")),
    **dict.fromkeys(("四方",), Plural(4, "side")),
    **dict.fromkeys(("他们", "她们"), Plural(None, "person")),
}


_SIDES = frozenset(word for word, plural in _PLURALS.items() if plural.number is not None)
"""Pronouns that may mean those who met in another paragraph; 他们 are too often others."""


class _Met(NamedTuple):
    """An encounter told."""

    form: str
    ones: tuple[One, ...]
    block: int


class Memory:
    """What the sentences of one article so far leave behind."""

    def __init__(self, analysis: Analysis, authority: Authority, parties: Parties, times: Sequence[Time] = ()) -> None:
        self._analysis = analysis
        self._authority = authority
        self._parties = parties
        self._days = {time.value for time in times if time.value and len(time.value) == _DAY}
        self._is_digest = bool(_DIGEST.search(simplify(analysis.article.title)))
        self._block = TITLE
        self._forget()

    def _forget(self) -> None:
        self._time: tuple[int, Moment | None] = (TITLE, None)
        self._news: list[tuple[str, set[str]]] = []
        self._visits: list[Found] = []
        self._met: list[_Met] = []

    def enter(self, scene: Scene) -> None:
        """Begin a sentence; a paragraph of a digest is a piece of news by itself and knows of none before."""
        if self._is_digest and scene.text.block != self._block:
            self._forget()
        self._block = scene.text.block

    def met(self, found: Found) -> None:
        """Remember those who met (双方 and 此次会谈 mean them), and who visited whom (回访 goes the other way)."""
        self._met.append(_Met(found.form or "", found.actors, self._block))
        if found.form == "visit":
            self._visits.append(found)

    def visits(self) -> list[Found]:
        """The visits told so far, the last first."""
        return self._visits[::-1]

    def heard(self, scene: Scene) -> None:
        """Remember the last time that a sentence names; 今天 in quotation marks is that of who speaks there."""
        values = [time.value for time in scene.times if time.value and scene.speaker_at(time.start, time.end) is None]
        if not values:
            return
        self._time = (scene.text.block, values[-1])
        days = [value for value in values if len(value) == _DAY]
        if days:
            self._news.append((days[-1], {s.id for s in scene.standings if s.kind == "person"}))

    def news_of(self, ones: tuple[One, ...], day: str | None) -> Moment | None:
        """The last day that the text named with one of these people, in the days before publication."""
        people = {one.id for one in ones if one.kind == "person"}
        named = next((value for value, who in reversed(self._news) if people & who), None)
        if named is None or day is None or len(day) < _DAY:
            return None
        return named if _is_fresh(named, day) else None

    def is_news(self, scene: Scene, day: str | None) -> bool:
        """Whether the article tells of the days before publication, and the paragraph so far of no others."""
        if day is None or len(day) < _DAY or not any(_is_fresh(value, day) for value in self._days):
            return False
        last = self.last_time(scene)
        return last is None or is_news(last, day)

    def last_time(self, scene: Scene) -> Moment | None:
        """The last time named before in the paragraph."""
        block, value = self._time
        return value if block == scene.text.block else None

    def last_met(self, form: str | None) -> tuple[One, ...]:
        """Who met last in a form, or one that is told by the same words."""
        of = family(form)
        ones = next((met.ones for met in reversed(self._met) if family(met.form) == of), ())
        return tuple(replace(one, found_by="met") for one in ones)

    def whom(self, scene: Scene, unit: Unit) -> tuple[One, ...]:
        """Whom the pronoun at a unit means; nobody where that is uncertain."""
        if unit.text == "我":
            if scene.text.plain.endswith("让", scene.sentence.start, unit.start):
                return ()  # 让|我|重申…
            one = self._parties.speaker(scene.speaker_at(unit.start, unit.end))
            return () if one is None else (one,)
        plural = _PLURALS.get(unit.text)
        if plural is None:
            return self._single(scene, unit)
        nameless = plural.number is None and self._are_nameless(scene, unit)
        if nameless or _KIN.search(scene.text.plain, scene.sentence.start, unit.start):
            return ()
        for ones in self._back(scene, unit):
            found = self._several(ones, plural)
            if found:
                return tuple(replace(one, found_by="pronoun") for one in found)
        return ()

    def _are_nameless(self, scene: Scene, unit: Unit) -> bool:
        """Whether several without a name stand nearer than anybody named: 张三被警察等多人抓捕，|他们殴打他."""
        named = self._analysis.within(scene.text.block, scene.sentence.start, unit.start, "person")
        since = named[-1].end if named else scene.sentence.start
        return _SEVERAL.search(scene.text.plain, since, unit.start) is not None

    def _single(self, scene: Scene, unit: Unit) -> tuple[One, ...]:
        plain, start = scene.text.plain, scene.sentence.start
        nobody = not self._analysis.within(scene.text.block, start, unit.start, "person")
        if nobody and speaks_of_himself(plain, start, unit.start):
            return ()
        standing = self._met_by_another(scene, unit) or self._acted_on(scene, unit)
        if standing is None and unit.text == "其" and _is_behind_act(scene, unit):
            return ()  # 卢沙野致信议员，反对|其访台: those to whom he wrote, whom nothing names
        if standing is None:
            # 王毅同|其|的会谈: with whom he meets was named before the sentence
            at = scene.sentence.start if unit.text == "其" and _is_met(scene, unit) else unit.start
            standing = antecedent(self._analysis, scene.text.block, at, unit.text, self._authority)
        if standing is None and unit.text in ("他", "她"):
            standing = self._topic(scene, unit.text)
        one = None if standing is None else self._parties.one(standing)
        return () if one is None else (replace(one, found_by="pronoun"),)

    def _met_by_another(self, scene: Scene, unit: Unit) -> Standing | None:
        """The only person of the clauses before, where another in its own clause meets him: 抵达，王毅与|他|会谈."""
        if not (_is_met(scene, unit) or _is_behind_act(scene, unit)):
            return None
        since = scene.text.plain.rfind("，", scene.sentence.start, unit.start) + 1
        if not since:
            return None
        own = {one.id for one in self._analysis.within(scene.text.block, since, unit.start, "person")}
        before = self._analysis.within(scene.text.block, scene.sentence.start, since, "person")
        before = [one for one in before if one.id not in own]
        if any(_HIS.match(scene.text.plain, one.end) for one in before):
            return None  # 蔡英文的弟弟抵达，|王毅会见了|他
        return before[-1] if own and len({one.id for one in before}) == 1 else None

    def _acted_on(self, scene: Scene, unit: Unit) -> Standing | None:
        """The only other person of the sentence before a pronoun behind an act: who acts does not act on himself."""
        people = self._others(scene, unit)
        return people[0] if len({person.id for person in people}) == 1 else None

    def _others(self, scene: Scene, unit: Unit) -> list[Standing]:
        """The people of the sentence before a pronoun behind an act but for the first, who does it."""
        if not _is_behind_act(scene, unit):
            return []  # 他说|他将访问东京
        people = self._analysis.within(scene.text.block, scene.sentence.start, unit.start, "person")
        return [person for person in people if person.id != people[0].id]

    def _topic(self, scene: Scene, pronoun: str) -> Standing | None:
        """The person that opens the sentence before, where the nearer names leave the pronoun open."""
        before = [s for s in scene.text.sentences if s.start < scene.sentence.start]
        if not before:
            return None
        last = before[-1]
        people = self._analysis.within(last.block, last.start, last.end, "person")
        if not people or _PARTS.search(scene.text.plain, last.start, people[0].start):
            return None
        person = self._authority.people.get(people[0].id)
        return people[0] if person is None or person.sex in (None, _SEX[pronoun]) else None

    def _back(self, scene: Scene, unit: Unit) -> Iterator[tuple[One, ...]]:
        """Who was named together before a place, the nearest first: in its sentence, as having met, further back."""
        others = self._others(scene, unit)
        if len({person.id for person in others}) > 1:
            yield distinct(one for person in others if (one := self._parties.one(person)) is not None)
        plural = _PLURALS[unit.text]
        listed = plural.number is not None and plural.number > _TWO
        yield self._named(scene, scene.sentence.start, unit.start, listed=listed)
        if self._met and (unit.text in _SIDES or self._met[-1].block == scene.text.block):
            yield self._met[-1].ones
        sentences = [s for s in scene.text.sentences if s.start < scene.sentence.start]
        for sentence in reversed(sentences[-_FAR:]):
            yield self._named(scene, sentence.start, sentence.end, listed=listed)

    def _named(self, scene: Scene, start: int, end: int, *, listed: bool) -> tuple[One, ...]:
        """Those named in a stretch; of more than two only those of its longest list: many states are named apart."""
        standings = self._analysis.within(scene.text.block, start, end)
        standings = _longest_list(scene.text.plain, standings) if listed else standings
        told = (standing for standing in standings if not _speaks(scene, standing))
        return distinct(one for standing in told if (one := self._parties.one(standing)) is not None)

    def _several(self, ones: Iterable[One], plural: Plural) -> tuple[One, ...]:
        people = tuple(one for one in ones if one.kind == "person")
        if plural.kind == "person":
            return people if len(people) == plural.number or (plural.number is None and len(people) >= 2) else ()
        unions = {one.id: one for one in ones if plural.kind == "side" and self._parties.is_alliance(one)}
        those = [one for one in ones if one.kind == "person" or one.is_state or one.id in unions]
        sided = (one.id if one.id in unions else one.country for one in those)
        codes = tuple(dict.fromkeys(code for code in sided if code))
        if len(codes) != plural.number:
            return ()
        sides = plural.kind == "side" and not any(self._parties.is_spokesman(one) for one in people)
        if sides and len(people) >= 2 and len({one.country for one in people}) == len(codes):
            return people
        states = (unions.get(code) or self._parties.state(code, "pronoun") for code in codes)
        return tuple(state for state in states if state is not None)


def _longest_list(plain: str, standings: Sequence[Standing]) -> list[Standing]:
    """The most names that stand in one list, or as subject and list: 拜登12日与日本、印度和澳大利亚领导人."""
    runs: list[list[Standing]] = []
    for standing in standings:
        between = plain[runs[-1][-1].end : standing.start] if runs else ""
        if not runs or len(between) > _LISTED or _ENDS_LIST.search(between):
            runs.append([])
        runs[-1].append(standing)
    return max(runs, key=len, default=[])


def _speaks(scene: Scene, standing: Standing) -> bool:
    """Whether a name heads a paragraph as that of who speaks in it, and so is none of 双方 behind it."""
    return standing.start == 0 and scene.text.plain.startswith(("：", ":"), standing.end)


def _is_met(scene: Scene, unit: Unit) -> bool:
    """Whether a unit stands right behind 与 and the like."""
    at = scene.unit_at(unit.start) or 0
    return at > 0 and scene.letters[at - 1] == "w"


def _is_behind_act(scene: Scene, unit: Unit) -> bool:
    """Whether a unit stands right behind an event word."""
    at = scene.unit_at(unit.start) or 0
    return at > 0 and scene.units[at - 1].cue is not None


def _is_fresh(value: str, day: str) -> bool:
    """Whether a day lies in the days before publication."""
    return 0 <= (date.fromisoformat(day) - date.fromisoformat(value)).days <= _FRESH
