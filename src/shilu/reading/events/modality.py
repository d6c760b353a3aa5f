"""Which words tell whether an event is to come: those of its clause, and of the clauses that it goes on with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.reading.events.tense import goes_on, is_first_to_come, is_to_come, is_unwilling, says_when, was_to_be

if TYPE_CHECKING:
    from shilu.reading.events.found import Found
    from shilu.reading.events.scene import Scene

_SHALL = re.compile(
    r"(?:将|[^社委议都协大]会)(?:会|继续|进一步|一如既往|持续|全力|尽力|努力)|"
    r"计划|打算|(?<![虚模草比])拟(?!议)|[下明](?:一步|周|个?月|年)"
)
"""What the next clause shares as well, where it tells an act."""
_ASKED = re.compile(r"(?:就|关于|围绕|针对)[^，。]{1,12}$")
_UNSETTLED = re.compile(r"(?:尚?未|没有|正在?)[^，。]{0,6}(?:敲定|确定|商定|决定|定案|协调|磋商|安排)")
"""Behind an encounter that somebody was asked about: 就|首相访美|表示，日程尚未敲定."""
_SAID = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
"""Types of acts done by the words themselves."""
_TOO = frozenset({"并", "并且", "同时"})
_SHORT = 16
_WHILE = ("时", "期间", "之际", "的时候", "后")
_SHALL_THEN = re.compile(
    r"[^，。]{0,10}?(?<!不)(?:将|是否会|会不会|准备|计划|打算|(?<![虚模草比])拟(?!议)|预计)(?!军|领|士)"
)
_THEN = re.compile(r"[^，。]*?(?:将(?!军|领|士)|计划|打算|预计|定于)[^，。]*(?:结束|之|以)?后")
_SITTING = tuple("者议员协大社国机在于该此")
"""Before a sitting: 记者|会, 在|会中继续批评."""
_DURING = frozenset("中上后")
"""Behind one: 会|中感谢."""
_DESCRIBES = re.compile(
    r"(?:即将|将要?|计划|准备|拟|预定)(?:[出到来]?访|赴|前往|抵达|出席|参加|卸任|离任|上任|就任|接任|退休|辞职)[^，。]{0,14}的[^，。]{0,14}"
)
"""What somebody is to do himself, before his name; not so 将举行的中美会谈."""

_ARRANGED = re.compile(r"^(?:，|并且?|以及|[^，]{0,4}在[^，]*)?安排")
"""What begins a clause that goes on with what is proposed."""
_PROPOSES = re.compile(r"(?:计划|打算|准备|考虑|拟)(提议|建议)")
"""In the clauses before, what makes it no more than proposed."""


def modality(scene: Scene, number: int, found: Found, before: str) -> str:
    """The words that tell whether it is to come: of the clause, of the one it goes on with, or that it leads to."""
    start, word = scene.units[scene.clauses[number][0]].start, scene.units[found.last - 1].start
    if start < found.start < word and _DESCRIBES.fullmatch(scene.text.plain, start, found.start):
        return scene.text.plain[found.start : word]  # 即将访问印度的|奥斯汀与佩恩通话: the plan is to visit
    alone = _by_itself(scene, number, found, before)
    if alone is not None:
        return alone
    last, encounter = found.last, found.type == "CONSULT"
    whole = scene.plain(0, last - 1)
    if encounter and number and _is_afterwards(scene, number, last, before):
        return f"将{before}"
    if number and (_goes_on(scene, number, last, before, encounter=encounter) or is_first_to_come(whole)):
        if is_first_to_come(whole):
            return whole
        first = number - 1
        while first and _goes_on(scene, first, scene.clauses[first][1], encounter=encounter):
            first -= 1
        if not encounter and _SHALL.search(scene.plain(*scene.clauses[number - 1])):
            return f"将{before}"
        longer = scene.plain(scene.clauses[first][0], last - 1)
        # 没有这样做，还致电: a denial is not shared, but for 不急于前往北京，与他会面
        unwilling = is_unwilling(longer) and not _has_subject(scene, *scene.clauses[number])
        shared = is_to_come(longer) or (encounter and was_to_be(longer)) or unwilling
        before = longer if shared else before
    return f"{before}将" if found.status is None and not says_when(before) and _will(scene, number, last) else before


def _by_itself(scene: Scene, number: int, found: Found, before: str) -> str | None:
    """The words where no clause before counts."""
    if before.startswith("除") and number + 1 < len(scene.clauses):
        return scene.plain(*scene.clauses[number + 1])  # 除了与王毅会面外，他还将…
    if found.type != "CONSULT":
        if found.rule == "suffered.v1":
            return before  # 谷歌打算封锁，|引发司法部关切
        return before if found.type in _SAID and _is_said_too(scene, number) else None
    if _ARRANGED.search(before) and (proposes := _PROPOSES.search(scene.plain(0, scene.clauses[number][0]))):
        return f"{proposes[1]}{_ARRANGED.sub('', before)}"  # 中方计划提议重建对话，并|安排两人|会谈
    if _ASKED.search(before) and _UNSETTLED.search(scene.plain(found.last, len(scene.units))):
        return f"预计{before}"
    return f"{before}将" if _is_when(scene, number, found.last) else None  # 会见他时，|将提出…


def _is_said_too(scene: Scene, number: int) -> bool:
    """Whether somebody says it besides what he announces: 表示将重新调查，|并批评中国."""
    first, _ = scene.clauses[number]
    return scene.units[first].text in _TOO and "r" in scene.letters[:first]


def _is_when(scene: Scene, number: int, last: int) -> bool:
    """Whether the clause says when something is to be done: 会见中国官员|时，美国将…."""
    _, end = scene.clauses[number]
    after = scene.plain(last, end)
    if number + 1 >= len(scene.clauses) or len(after) > _SHORT or not after.endswith(_WHILE) or after.endswith("同时"):
        return False
    return bool(_SHALL_THEN.match(scene.plain(*scene.clauses[number + 1])))


def _is_afterwards(scene: Scene, number: int, last: int, before: str) -> bool:
    """Whether the clause tells what somebody will do after something else: 他将在会晤后，|于星期六举行会谈."""
    first, _ = scene.clauses[number]
    shared = _THEN.fullmatch(scene.plain(*scene.clauses[number - 1]))
    return bool(shared) and not says_when(before) and not _has_subject(scene, first, last)


def _will(scene: Scene, number: int, last: int) -> bool:
    """Whether 会 before the word is the verb, not a sitting or the end of a noun that the tagger cut: 会中, 记者|会."""
    first, _ = scene.clauses[number]
    plain = scene.text.plain
    return any(
        unit.text == "会"
        and unit.letter == "a"
        and plain[unit.start - 1 : unit.start] not in _SITTING
        and scene.units[i + 1].text not in _DURING
        for i, unit in enumerate(scene.units[first : last - 1], first)
    )


def _goes_on(scene: Scene, number: int, last: int, before: str | None = None, *, encounter: bool) -> bool:
    """Whether a clause goes on with what the one before tells: by a word, or by a verb without a subject or a time.

    Of an act only where it is certain that its actor will do the first: 表示价格将上涨，|呼吁克制.
    """
    first, _ = scene.clauses[number]
    before = scene.plain(first, last) if before is None else before
    if goes_on(before):
        return True
    opened, closed = scene.clauses[number - 1]
    shared = _SHALL.search(scene.plain(opened, closed)) and _has_subject(scene, opened, closed)
    if not (encounter or shared):
        return False
    once = was_to_be(scene.plain(opened, closed)) and not says_when(before)
    bare = once or (not says_when(before) and "T" not in scene.letters[first:last])
    opens = scene.letters[first:last].lstrip("aT" if once else "a")[:1]  # 原定13日抵达，|14日会晤总统
    return bare and opens in ("v", "X", "w") and not _has_subject(scene, first, last)


def _has_subject(scene: Scene, first: int, last: int) -> bool:
    return any(group.stance == "subject" and not group.joint for group in scene.groups_in(first, last))
