"""What a word tells in its frame: who did it to whom.

One rule per way of telling, each with a version; docs/events.md lists them with an example each.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from shilu.reading.analysis import TITLE
from shilu.reading.events.around import Around, around
from shilu.reading.events.behind import Behind, behind
from shilu.reading.events.mood import Mood, mood_of
from shilu.reading.events.party import distinct
from shilu.reading.events.walk import capital

if TYPE_CHECKING:
    from shilu.reading.events.lexicon import Sense
    from shilu.reading.events.party import One
    from shilu.reading.events.scene import Scene

TOGETHER = frozenset({"AGREE", "COOPERATE"})
"""Types that several do together, as one event."""
_DOES = re.compile(
    r"实施|进行|采取|宣布|施加|发起|祭出|实行|发动|展开|追加|推出|启动|提出|发出|扩大|继续|加强|予以|给予|表达|提供|通过|处以|加以|作出|做出|表示|升级|公布"
)
_LEADS_ON = re.compile(r"宣布|决定|继续|开始|扬言|申明|重申|誓言|坚持")
"""Verbs that lead on to the deed itself: 宣布|制裁中国的官员."""
_SUFFERS = re.compile(r"遭|受到|招致|引来|引起|引发|面临")
_MUTUAL = re.compile(r"互相|相互|彼此|互")
_MATERIAL = frozenset({"COERCE", "ASSAULT", "RETREAT", "MOBILIZE", "PROTEST", "SANCTION"})
"""Types that are done with more than words."""
_NEEDS = frozenset({"COERCE", "ASSAULT", "SANCTION"})
"""Types whose verbs are nouns where nothing stands behind them: 引发了制裁."""
_THING = re.compile(
    r"部分|网络|对象|清单|问题|议题|法案?|权|制度|机制|事件|行为|做法|手段|威胁|可能|计划|企图|能力|风险|想法|方案|信号|信息|善意|声浪|浪潮"
)


class Deed(NamedTuple):
    """Who did it to whom, by which rule, and from where on it is told."""

    actors: tuple[One, ...]
    recipients: tuple[One, ...]
    rule: str
    start: int | None
    end: int
    clause: bool = False
    """Whether the verb has a clause behind it instead of a recipient: 呼吁|各方保持克制."""
    placed: bool = False
    """Whether a place that is no party stands where the recipient would."""
    mood: Mood | None = None


def deed_of(scene: Scene, k: int, sense: Sense) -> Deed | None:
    """What an event word tells in its frame."""
    if sense.frame == "noun":
        return _light(scene, k) or _suffered(scene, k) or _noun(scene, k)
    if len(scene.units[k].text) == 1 and scene.text.block != TITLE:
        return None  # 批, 促, 拒: words of headlines
    who = around(scene, k)
    if sense.type in _MATERIAL and (who.said or _only_said(scene, who)):
        return None  # 称拘捕两人…: who speaks of it does not do it
    if who.passive and sense.frame == "verb":
        return _passive(scene, k, who)
    mood = mood_of(scene, k, who)
    if mood is None:
        return None
    deed = None
    if sense.frame == "toward":
        deed = _toward(scene, k, sense)
    elif _is_verb(scene, k, who, sense):
        deed = _mutual(scene, k, who) or _taken(scene, k, who) or _verb(scene, k, who, sense)
    return deed if deed is None or deed.mood else deed._replace(mood=mood)


def _only_said(scene: Scene, who: Around) -> bool:
    return any(scene.letters[i] == "r" and scene.units[i].text != "宣布" for i in who.chain)


def _is_verb(scene: Scene, k: int, who: Around, sense: Sense) -> bool:
    """Whether the word is a verb here; the tagger takes some for nouns where their object follows at once."""
    if scene.letters[k] in "vX" or sense.asks == "deed":
        return scene.letters[k] in "vX"
    if k and scene.letters[k - 1] in "dvt":
        return False
    return bool(who.tos) or any(group.first == k + 1 for group in scene.groups)


def _suffered(scene: Scene, k: int) -> Deed | None:
    """B 遭到 A 的批评."""
    first, _ = scene.clauses[scene.clause_number(k)]
    groups = scene.groups_in(first, k)
    if not groups or not re.fullmatch(r"n{0,3}d[nT]{0,2}", scene.letters[groups[-1].last : k]):
        return None
    at = groups[-1].first - 1
    if at < first or not _SUFFERS.match(scene.units[at].text):
        return None
    who = around(scene, at)
    return Deed(groups[-1].ones, who.subjects, "suffered.v1", who.start or groups[-1].start, scene.units[k].end)


def _passive(scene: Scene, k: int, who: Around) -> Deed | None:
    """B 遭 A 逮捕; the one who did it must be named."""
    if not who.bys:
        return None
    recipients = who.subjects
    if scene.letters[k + 1 : k + 2] == "d":  # 遭中国制裁的|议员史密斯
        group = behind(scene, k + 1).group
        recipients = group.ones if group else ()
    return Deed(who.bys, recipients, "passive.v2", who.start, scene.units[k].end)


def _toward(scene: Scene, k: int, sense: Sense) -> Deed | None:
    """A 对 B 表示关切, A 就此表示遗憾."""
    t = _opened(scene, k)
    who = around(scene, k if t is None else t)
    if t is None:
        return None if sense.asks == "to" else Deed(who.subjects, who.tos, "toward.v2", who.start, scene.units[k].end)
    return Deed(who.subjects, _concerned(scene, t, k), "toward.v2", who.start, scene.units[k].end)


def _opened(scene: Scene, k: int) -> int | None:
    """Where 对, 向 or 就 stands to which the word belongs: 对|侵犯人权的官员|实施|制裁.

    The nearest that names somebody, else the nearest.
    """
    first, _ = scene.clauses[scene.clause_number(k)]
    places = [i for i in range(first, k) if scene.letters[i] == "t"]
    named = [i for i in places if _concerned(scene, i, k)]
    return named[-1] if named else places[-1] if places else None


def _concerned(scene: Scene, t: int, k: int) -> tuple[One, ...]:
    """Whom a phrase with 对 names first."""
    groups = scene.groups_in(t, k)
    if groups:
        return groups[0].ones
    units = (unit for unit in scene.units[t + 1 : k] if unit.letter == "L")
    return next((ones for unit in units if (ones := capital(scene, unit))), ())


def _light(scene: Scene, k: int) -> Deed | None:
    """A 对 B 实施…制裁."""
    first, _ = scene.clauses[scene.clause_number(k)]
    verb = next((i for i in range(k - 1, max(first, k - 6) - 1, -1) if scene.letters[i] in "vr,"), None)
    if verb is None or not _DOES.match(scene.units[verb].text) or scene.units[verb].cue is not None:
        return None
    if scene.letters[verb + 1] == "d":
        return None  # 中国做出|的制裁决定
    who = around(scene, verb)
    t = _opened(scene, verb)
    if t is not None:
        who = around(scene, t)
    recipients = who.tos if t is None else _concerned(scene, t, verb)
    if (t is None and not recipients) or mood_of(scene, verb, who) is None:
        return None
    return Deed(who.subjects, recipients, "light.v2", who.start, scene.units[k].end)


def _noun(scene: Scene, k: int) -> Deed | None:
    """A 对 B 的制裁."""
    first, _ = scene.clauses[scene.clause_number(k)]
    groups = scene.groups_in(first, k)
    if not groups or groups[-1].stance != "to" or not re.fullmatch(r"n?d[nT]{0,3}", scene.letters[groups[-1].last : k]):
        return None
    t = groups[-1].first
    who = around(scene, t)
    near = scene.groups_in(first, t)
    if not near or near[-1].stance not in ("subject", "object"):
        return None
    return Deed(near[-1].ones, groups[-1].ones, "noun.v2", who.start or near[-1].start, scene.units[k].end)


def _mutual(scene: Scene, k: int, who: Around) -> Deed | None:
    """A 与 B 相互制裁; 在 A 和 B 因此事相互制裁之后."""
    if k == 0 or not _MUTUAL.search(scene.units[k - 1].text):
        return None
    first, _ = scene.clauses[scene.clause_number(k)]
    named = scene.groups_in(first, k)
    ones = distinct(who.all) or distinct(one for group in named for one in group.ones)
    if len(ones) != 2:
        return None
    start = who.start if who.start is not None else named[0].start
    return Deed(ones, (), "mutual.v2", start, scene.units[k].end)


def _taken(scene: Scene, k: int, who: Around) -> Deed | None:
    """A 将 B 驱逐; this 将 says nothing of the future."""
    if not who.taken:
        return None
    return Deed(who.subjects, who.taken, "taken.v1", who.start, scene.units[k].end, mood="happened")


def _verb(scene: Scene, k: int, who: Around, sense: Sense) -> Deed | None:
    """A 谴责 B, and A 与 B 签署."""
    after = behind(scene, k)
    if _describes(scene, k, who, after) or _THING.match(scene.text.plain, scene.units[k].end):
        return None
    end = scene.units[k].end
    if sense.type in TOGETHER:
        others = after.group.ones if after.group and sense.type == "AGREE" and not after.relative else ()
        return Deed(distinct(who.all), () if who.withs else others, "joint.v1", who.start, end, after.clause)
    if who.tos and after.group:  # 对|中国拘留两名公民|表示愤怒: what 对 governs is a clause with a subject of its own
        return (
            None
            if sense.type not in _MATERIAL
            else Deed(who.tos, after.group.ones, "within.v1", who.start, after.group.end)
        )
    if scene.text.plain.startswith("于", scene.units[k].end):
        return None  # 扣押于北京: told of those to whom it is done
    if after.nothing and not who.tos and (who.start is None or sense.type in _NEEDS):
        return None
    recipients = who.tos or (after.group.ones if after.group else ())
    end = after.group.end if after.group and not who.tos else end
    return Deed(who.subjects, recipients, "verb.v2", who.start, end, after.clause, after.placed)


def _describes(scene: Scene, k: int, who: Around, after: Behind) -> bool:
    """Whether the verb only describes a thing: 对|支持台湾的法案, 通过许多|支持台湾的法案, 制裁|的官员."""
    if after.relative and after.group is None:
        return True
    at = k - 1
    while at >= 0 and scene.letters[at] == "a":
        at -= 1
    if at >= 0 and scene.letters[at] in "tlw" and scene.units[at].text != "正在" and not who.tos:
        return True
    owned = after.group is not None and scene.letters[after.group.last : after.group.last + 1] == "d"
    if owned and who.under is not None and scene.units[who.under].text.endswith("是"):
        return True  # 这是|中国报复加拿大的手段
    if not owned or not who.chain or _LEADS_ON.match(scene.units[who.chain[0]].text):
        return False
    return not scene.letters[who.chain[0] + 1 : k].strip("an")
