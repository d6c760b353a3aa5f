"""The place of an event: named by 在, 于 or a verb of arriving in its clause, else in the one before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.reading.events.apart import EACH
from shilu.reading.events.charges import said_at
from shilu.reading.events.describing import CROWD
from shilu.reading.events.groups import WITH_ALLY
from shilu.reading.events.lexicon import FORCE
from shilu.reading.events.place import FINENESS, Place, named
from shilu.reading.events.subjects import matter_before
from shilu.reading.events.walk import CAUSES
from shilu.wording import SUMMONS

if TYPE_CHECKING:
    from shilu.reading.events.found import Found
    from shilu.reading.events.scene import Scene

_IN_PHRASE = "nSOLdT"
_ARRIVES = frozenset(
    {"抵达", "飞抵", "前往", "来到", "到来", "到达", "进入", "走进", "赴", "抵", "转往", "齐聚", "聚集", "到", "聚首"}
)
_AWAY = frozenset({"自", "从", "来自", "自从"})
_HOUSE = re.compile(
    r"(?<!政)[府宫宮院馆館厅廳]$|官邸|总部|總部|大[楼樓厦廈]|机场|機場|[酒饭飯]店|基地|学院|學院|使馆|使館|庄园|莊園"
)
"""Bodies whose house is a place: 在总统府会见."""
_MATTERS = re.compile(
    r"[^，。在]{2,24}?(?:问题|议题|事务|立场|政策|局势|关系|贸易|[军核]事)(?:议题)?(?:[上中]|方面)|[^，。在]{0,6}?(?:问题|议题|事务)(?:磋商|协商|谈判|会谈|对话|会议|会晤)|[^，。在]{2,6}?核(?![心电])"
)
_CLOCKS = frozenset({"时间", "当地时间", "早上", "上午", "下午", "晚上"})
_AROUND = frozenset({"前", "后", "之前", "之后", "前夕", "以前", "以后", "结束后"})
"""Behind another encounter: 在阿拉斯加会谈|后; 这次会晤将在|他在东京会晤盟友|之后."""
_BEFORE_THEM = re.compile(r"(?:^|[,vrltX])n?(L)d?(?:S[cw])*Sn{0,3}d?n{0,2}$")
_PEOPLE_OF = re.compile(r"Ldn")
"""Behind violence those of a place: 镇压|内比都的抗议者."""
_THEN = frozenset({"后", "之后", "而"})
_EACH_THERE = re.compile(r"ln*[LS][cw]n*[LS]")
"""Two places in one phrase: 在|北京和丹东."""
_CITY = 3
_SPOTS = frozenset({"地点", "举行地", "举办地", "会场", "所在地"})
_SITTINGS = ("峰会", "首脑会议", "论坛", "领导人会议")


def place_of_words(scene: Scene, found: Found) -> Place | None:
    """Where an act in words is done, if a phrase right before the unit says so: 在布鲁塞尔|谴责, 在推特上|批评.

    北京|谴责 names who does it, 对在新疆侵犯人权的官员|实施制裁 what it is about; and who speaks after something
    else may speak elsewhere. What is only said to be done somewhere is not said there.
    """
    said = said_at(scene, found)
    at = found.at if said is None else said
    first, _ = scene.clauses[scene.clause_number(at)]
    for i in range(at - 1, first - 1, -1):
        if scene.letters[i] in "vXd":
            return None
        if (place := _led(scene, i, at, at)) is not None:
            return place._replace(by="phrase")
    return None


def place_of(scene: Scene, at: int, word: int) -> Place | None:
    """The place that the clause of a unit names, else the clause before it in the sentence.

    ``word``: the event word, which may stand behind the verb at ``at``: 举行|慕尼黑会谈.
    """
    number = scene.clause_number(at)
    for earlier in range(number, max(-1, number - 2), -1):
        first, last = scene.clauses[earlier]
        if earlier < number and _is_of_another(scene, earlier, number):
            return None
        if _EACH_THERE.search(scene.letters, first, last) and EACH.search(scene.plain(first, last)):
            return None  # 分别在北京和丹东|逮捕了两人
        found = [
            place._replace(by="phrase")
            for i in range(first, last)
            if (place := _led(scene, i, last, at)) is not None
            and "r" not in scene.letters[i:at]
            and not (i > at and scene.units[last - 1].text in _AROUND and "X" in scene.letters[i:last])
        ]
        if found:
            return found[-1] if earlier == number else found[0]._replace(by="before")
        if earlier == number and (beside := _beside(scene, at) or _beside(scene, word)) is not None:
            return beside._replace(by="beside")
    return None


def _is_of_another(scene: Scene, earlier: int, number: int) -> bool:
    """Whether the clause before tells an encounter of others: 美中在首尔会谈，|欧盟也将与中国对话."""
    held = any(
        unit.cue is not None and unit.cue.is_encounter and all(sense.form != "visit" for sense in unit.cue.senses)
        for unit in scene.units[slice(*scene.clauses[earlier])]
    )
    if not held:
        return False
    told = {one.id for group in scene.groups_in(*scene.clauses[earlier]) for one in group.ones}
    subjects = (group for group in scene.groups_in(*scene.clauses[number]) if group.stance == "subject")
    return bool(told) and any(told.isdisjoint(one.id for one in group.ones) for group in subjects)


def _beside(scene: Scene, at: int) -> Place | None:
    """A place right at the word or its parties: 阿拉斯加|会谈, 安克雷奇|中美高层会谈, 会面的地点|安克雷奇."""
    if at and scene.letters[at - 1] == "L":
        other = _is_its_name(scene, at - 1) or _is_on_matter(scene, at - 1) or _acts(scene, at - 1)
        return None if other else named(scene, at - 1)
    led = _BEFORE_THEM.search(scene.letters, 0, at)
    if led is not None:
        return named(scene, led.start(1))
    if _PEOPLE_OF.match(scene.letters, at + 1) and scene.units[at].tells(FORCE):
        people = scene.units[at + 3]
        return named(scene, at + 1) if CROWD.search(people.text) else None
    behind = scene.units[at + 1 : at + 5]
    if len(behind) > 2 and behind[0].letter == "d" and behind[1].text in _SPOTS:
        return next((named(scene, i) for i in range(at + 3, at + 1 + len(behind)) if scene.letters[i] in "SL"), None)
    return None


def _acts(scene: Scene, i: int) -> bool:
    """Whether a capital is the state that acts: 北京|改变香港选举制度."""
    return any(group.first <= i < group.last and group.ones[0].found_by == "metonym" for group in scene.groups)


def _is_its_name(scene: Scene, i: int) -> bool:
    """Whether a part of the world only names a sitting: 东亚|峰会."""
    behind = scene.units[i + 1].text if i + 1 < len(scene.units) else ""
    return behind.startswith(_SITTINGS) and not named(scene, i).fineness


def _led(scene: Scene, i: int, last: int, at: int) -> Place | None:
    """The last place in the phrase that a word of place at ``i`` leads, if it is that of the event at ``at``."""
    unit = scene.units[i]
    goes = unit.text in _ARRIVES or (unit.cue is not None and unit.cue.sense("goes") is not None)
    if (unit.letter != "l" and not goes) or unit.text in _AWAY or WITH_ALLY.search(scene.letters, 0, i + 1):
        return None
    place, end = _in_phrase(scene, i, last)
    return None if place is None or _is_of_other(scene, (i, end, last), at) else place


def _in_phrase(scene: Scene, i: int, last: int) -> tuple[Place | None, int]:
    """The last place of a phrase, and the unit behind the phrase."""
    place = None
    for j in range(i + 1, last):
        letter = scene.letters[j]
        if letter in "SL" and len(scene.units[j].standings) > 1:
            return place, j  # 在中美会谈中
        if letter in "SL" and scene.units[j + 1 : j + 2] and scene.units[j + 1].text in _CLOCKS:
            continue  # 台湾时间周日
        if letter == "L" and _is_its_name(scene, j):
            return place, j
        if letter in "SL" or (letter == "O" and _HOUSE.search(scene.units[j].standings[0].name)):
            here = named(scene, j)
            place = place if place is not None and letter == "O" and place.fineness >= _CITY else here
        elif letter == "P":
            return None, j
        elif letter not in _IN_PHRASE:
            return place, j
    return place, last


def _is_of_other(scene: Scene, phrase: tuple[int, int, int], at: int) -> bool:
    """Whether the place is that of something else than the event.

    Another encounter (在阿拉斯加会谈后), a matter (在伊朗、朝鲜问题上) or people (重视|在印太地区的盟友).
    """
    i, end, last = phrase
    if i < at and _is_of_cause(scene, i, end, at):
        return True
    word = end + (scene.letters[end : end + 2] == "SX")  # 在阿拉斯加|美中|会谈后
    behind = scene.units[word + 1].text if word + 1 < len(scene.units) else ""
    if scene.letters[word : word + 1] == "X" and word != at and behind in _AROUND:
        return True
    if i > at and "d" in scene.letters[i:end] and "v" not in scene.letters[end:last]:
        return True
    if i < at and _is_on_matter(scene, i):
        return True
    return bool(_MATTERS.match(scene.text.plain, scene.units[i].end))


def _is_of_cause(scene: Scene, i: int, end: int, at: int) -> bool:
    """Whether a place is that of what gave cause: 因|在推特发表文章|后|被召见."""
    first, _ = scene.clauses[scene.clause_number(at)]
    cause = next((j for j in range(first, i) if scene.units[j].text in CAUSES), None)
    if cause is not None and "v" in scene.letters[cause:i] and "d" in scene.letters[end:at]:
        return True  # 因|嘲讽|在边境冲突中伤亡|的士兵|被拘留
    return (
        cause is not None and any(unit.text in _THEN for unit in scene.units[end:at]) and "v" in scene.letters[end:at]
    )


def _is_on_matter(scene: Scene, i: int) -> bool:
    """Whether somebody goes, or is, somewhere only in what they talk about: 就允许官员|进入新疆|进行谈判.

    Where the talks are held stands behind 在, and who goes there himself has no other verb before: 就此抵达首尔.
    """
    at = matter_before(scene, i)
    led = scene.letters[i] == "l" or scene.letters[i - 1 : i] == "l"
    if at is None or led:
        return False
    return scene.units[at].text == "针对" or not {"v", "X"}.isdisjoint(scene.letters[at + 1 : i])


def summoned_to(scene: Scene, found: Found) -> Place | None:
    """Where an ambassador is summoned: the state of those who summon him; if it is he who asks to be seen, his host."""
    if scene.units[found.last - 1].text not in SUMMONS or not found.actors:
        return None
    if len({one.country for one in found.actors}) > 2:
        return None
    summoner = found.actors[0]
    state = scene.parties.state(scene.parties.host_of(summoner) or summoner.country, "place")
    return None if state is None else Place(state.name, FINENESS["country"], "summons")
