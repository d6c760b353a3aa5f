"""Whose police, courts and army it is that a text names without a state: 警方, 当局, 法院.

The place where the sentence says it happened tells, else a state or place before in the sentence, of armed bodies one
before in the paragraph, else the one that headline and lead name most. Those who only come from somewhere
(两名加拿大人) do not tell where they are.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from msgspec.structs import replace

from shilu.reading.analysis import TITLE
from shilu.wording import HOME

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shilu.reading.analysis import Analysis, Standing
    from shilu.reading.events.party import One, Parties
    from shilu.reading.events.scene import Scene

_BODIES = (
    r"(?:[警军]方|警察|[军民特武交]警|警[员官队]|干警|公安(?:人员|部门|机关|局|分局)?|国[保安](?:警察|人员|处)?|城管|便衣(?:警察|人[员士])?|当局|官方|军政府|"
    r"安全部队|军队|检[方调](?:单位)?|检察[官院署厅](?:办公室)?|检察机关|法[院庭官]|(?:司法|执法|安全|有关|检察)(?:部门|机关|单位|人员)|派出所|分局|政府)"
)
BODY = re.compile(f"(?:{_BODIES}|^警)$")
"""Words that end in a body of a state that needs no name."""
SOME_BODY = re.compile(_BODIES)
_ARMED = re.compile(r"[军警]方|军队|(?:安全)?部队|军政府")
"""Bodies that one text seldom has of two states; 当局 may be anybody's."""
_FROM = re.compile(
    r"[籍裔]|人(?!民|大|权)|公民|记者|男子|女子|商人|学者|学生|民众|[^，。]{0,6}大使|[^，。]{0,4}外交官|驻"
)
_THERE = re.compile(r"(?:反政变|反政府)?(?:民众|人民|百姓|示威|抗议|学生)")
"""Behind a name whose people are rather there than from there: 缅甸|民众持续示威."""
_KIN = re.compile(r"的[^，。]{0,2}(?:家[属人]|亲[属友戚]|妻子|丈夫|父母|[父母]亲|[儿女]|[姐妹兄弟]|哥哥|朋友|友人)")
"""Behind a place that tells where those are who speak of him: 在英国|的家属说，他被警方带走."""
_AT = re.compile(r"(?:在|(?<![由对关鉴基属出至过终])于)$")
_OF_PLACE = re.compile(
    r"的(?![^，。]{0,4}(?:家[里中]|家$|家，|别墅|住[所处宅]|寓所|豪宅|监狱|看守所|办公室|法院|酒店))"
)
"""Behind a place from which somebody, or something, only comes: 位于温哥华|的机构, but 在温哥华|的别墅."""
_SEATED = re.compile(r"[设位][在于]$|总部[在于]$")
_JUSTICE = re.compile(r"(?:警方|军方|当局|警察|警务处|海警局?|公安局?|国安|法院|法庭|检方|检察院|检察署)$")
"""How bodies end that tell whose the others are: 香港警方拘捕五十人，其中47人|遭起诉."""
_DATELINE = re.compile(r"[（(][^）)]{2,30}[电讯][）)]|路透[^，。-]{2,16}[-—]")
"""Where the text was written, which need not be where it plays: （法新社华盛顿28日电）香港有47人|遭起诉."""
_LEAD = 4
"""How many blocks behind the headline tell where the whole text plays."""
_HEADLINE = 2
"""How many times as much a name of the headline counts."""


def named_body(state: One, body: str) -> One:
    """A state as the body of it that a text names without it: 香港|警方; 遭警|拘捕 names it in short."""
    body = "警方" if body == "警" else body
    return replace(state, name=body if body.startswith(state.name) else state.name + body)


class Home:
    """Where an article plays."""

    def __init__(self, analysis: Analysis, parties: Parties) -> None:
        self._analysis = analysis
        self._parties = parties
        self._usual: tuple[One | None] | None = None

    def of(self, scene: Scene, at: int) -> One | None:
        """The state whose bodies act at a place of the block.

        What is told of 中国军方 before, or in a headline that names no other army, is told of 军方, too.
        """
        plain = scene.text.plain
        armed = _ARMED.match(plain, at)
        if armed and (state := self._last_body([s for s in scene.standings if s.end <= at], plain, armed[0])):
            return state
        wired = _DATELINE.match(plain)
        opens = wired.end() if wired else 0
        here = [s for s in scene.standings if s.start >= opens and self._is_place(s)]
        here = [s for s in here if not plain.startswith("反", s.start - 1)]
        told = [s for s in here if _AT.search(plain, 0, s.start) and not _OF_PLACE.match(plain, s.end)]
        before = [s for s in here if s.end <= at and not (_FROM.match(plain, s.end) or _KIN.match(plain, s.end))]
        bodies = [
            s for s in scene.standings if s.kind == "org" and s.end <= at and _JUSTICE.search(plain, s.start, s.end)
        ]
        before = sorted((*before, *bodies), key=lambda s: s.start)
        near = [s for s in told if s.end <= at][-1:]  # 是在加拿大扣押她之后，在中国|被捕
        there = [s for s in here if s.end <= at and _THERE.match(plain, s.end)]
        for standing in (*near, *told[:1], *before[::-1], *there[::-1]):
            if (state := self._state(standing)) is not None:
                return state
        title = self._analysis.texts[0]
        if armed and scene.text.block != TITLE:
            named = self._analysis.within(title.block, 0, len(title.plain))
            if (state := self._last_body(named, title.plain, armed[0])) is not None:
                return state
            if (state := self._told_before(scene, at)) is not None:
                return state
        if self._usual is None:
            self._usual = (self._most(),)
        return self._usual[0]

    def _told_before(self, scene: Scene, at: int) -> One | None:
        """The state of the last place before in the block: each item of a list of briefs plays somewhere else."""
        block = scene.text.block
        before = self._analysis.within(block, 0, at)
        places = [s for s in before if self._is_place(s) and not _FROM.match(scene.text.plain, s.end)]
        return next((state for place in reversed(places) if (state := self._state(place)) is not None), None)

    def _last_body(self, standings: Iterable[Standing], plain: str, word: str) -> One | None:
        """The state of the last of these bodies whose name in a text ends in a word."""
        bodies = [s for s in standings if s.kind == "org" and plain[s.start : s.end].endswith(word)]
        return next((state for body in reversed(bodies) if (state := self._state(body)) is not None), None)

    def _is_body(self, standing: Standing) -> bool:
        """Whether it is a body that may tell where it is; not so a company or a platform: 推特网红."""
        one = self._parties.one(standing)
        return one is not None and not self._parties.is_private(one)

    def _is_place(self, standing: Standing) -> bool:
        """Whether it is the name of a place; abbreviations of one character are too often none (朝…扔掷)."""
        long = standing.end - standing.start > 1 or standing.how != "abbreviation"
        return standing.kind == "place" and long and self._parties.country(standing) is not None

    def _state(self, standing: Standing) -> One | None:
        return self._parties.state(self._parties.country(standing), HOME)

    def _most(self) -> One | None:
        """The state that headline and lead name most, the first of several; before those people only come from."""
        counted: Counter[str] = Counter()
        origins: Counter[str] = Counter()
        for text in self._analysis.texts[: 1 + _LEAD]:
            for standing in self._analysis.within(text.block, 0, len(text.plain)):
                # A medium that is quoted does not tell where it is: 向大纪元爆料.
                counts = self._is_body(standing) if standing.kind == "org" else self._is_place(standing)
                code = self._parties.country(standing) if counts else None
                if code:
                    plain = text.plain
                    from_there = _FROM.match(plain, standing.end) or _SEATED.search(plain, 0, standing.start)
                    (origins if from_there else counted)[code] += _HEADLINE if text.block == TITLE else 1
        ranked = (counted or origins).most_common(1)
        return self._parties.state(ranked[0][0], HOME) if ranked else None
