"""How an encounter is told, and what its rules have in common: senses of the word, who stands nearest, light verbs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from shilu.reading.events.lexicon import Frame, Sense
    from shilu.reading.events.party import Group, One
    from shilu.reading.events.scene import Scene

LEADS = re.compile(r"[nTLaO]*")
LIGHT = re.compile(
    r"举行|进行|展开|召开|开展|启动|举办|恢复|重启|结束|开始|开启|完成|安排|有过|筹备|主持|继续|召集|通过|保持|(?:[开作做通打接有谈]|参与)$"
)
_HELD = re.compile(r"召开|举行|举办")
OFFICIALS = re.compile(r"(?:外长|外相|防长|总统|总理|首相|部长|国务卿|领导人|首脑|大使|官员|高官|代表)[^，]{0,3}$")
"""Words that end with those who speak for a state."""
_WHO_DID = re.compile(r"d[nSOL]*P")
_CALLS_FOR = re.compile(r"(?:支持|呼吁|提议|建议|倡议|主张|要求|敦促|赞成)(?:尽快|尽早|早日|立即|再次|紧急)?$")
"""Before a verb of holding, the wish of those who may sit elsewhere."""
BETWEEN = re.compile(r"T?(?:lL)?[nTLcM]*(?:d[nTLa]*){0,2}")


class Telling(NamedTuple):
    """Who met, by which rule, and where in the row it stands."""

    ones: tuple[One, ...]
    sense: Sense
    rule: str
    at: int
    starts: tuple[int | None, ...] = ()
    """Where the names stand that the rule used; None where it used none of the clause."""
    recipients: tuple[One, ...] = ()


def sense_of(scene: Scene, k: int, *frames: Frame) -> Sense | None:
    """The sense of the word in one of these frames; None where it has none, or is the word of a visit."""
    cue = scene.units[k].cue
    sense = None if cue is None else cue.sense(*frames)
    return None if sense is None or sense.form == "visit" else sense


def nearest(scene: Scene, k: int) -> Group | None:
    """The last group before a unit in its clause."""
    first, _ = scene.clauses[scene.clause_number(k)]
    groups = scene.groups_in(first, k)
    if not groups:
        return None
    between = scene.text.plain[groups[-1].end : scene.units[k].start]
    return None if "》" in between and "《" not in between else groups[-1]  # 《中欧投资协定》的|会议


def light_verb(scene: Scene, k: int, verbs: re.Pattern[str]) -> int | None:
    """The light verb before a noun, nothing but the noun's own modifiers between."""
    first, _ = scene.clauses[scene.clause_number(k)]
    for i in range(k - 1, first - 1, -1):
        unit = scene.units[i]
        if unit.letter in "vX" and verbs.match(unit.text):
            return i
        if unit.letter in ",rbX" or (unit.letter == "v" and scene.letters[i + 1 : i + 2] not in ("d", "n", "X", "a")):
            return None
    return None


def is_called_for(scene: Scene, verb: int, k: int) -> bool:
    """Whether somebody only wants a body, which is named, to sit: 双方支持尽快|召开|安理会五常峰会."""
    inner = [one for group in scene.groups_in(verb + 1, k) for one in group.ones]
    if not _HELD.search(scene.units[verb].text) or not any(map(scene.parties.is_alliance, inner)):
        return False
    first, _ = scene.clauses[scene.clause_number(verb)]
    return _CALLS_FOR.search(scene.plain(first, verb)) is not None


def is_led_by(scene: Scene, group: Group) -> bool:
    """Whether 由 stands before a group: 由|A 与 B|举行的会晤, not 被|A 和 B|制裁的 C."""
    return group.first > 0 and scene.units[group.first - 1].text == "由"


def form_of(form: str | None, ones: tuple[One, ...]) -> str:
    """The form of the word; what two states hold is no multilateral sitting."""
    two = len({one.country for one in ones}) == 2 and all(one.kind != "org" for one in ones)
    return "talks" if form == "multilateral" and two else form or "meeting"


def who_did(scene: Scene, at: int) -> Group | None:
    """Who stands behind what he is told to have done: 与王毅会谈|的拉夫罗夫, 迎接教宗|的伊拉克总统."""
    match = _WHO_DID.match(scene.letters, at)
    return None if match is None else next((group for group in scene.groups if group.last == match.end()), None)
