"""What is mended in the row of a sentence, so that the rules need not know it.

Words that the tagger cuts in the wrong place are put together, what only describes is left out, and words get the
letter that they have beside these others.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from msgspec.structs import replace

from shilu.reading.events.asides import ASIDES, PAPERS, without_papers
from shilu.reading.events.cuts import CUTS
from shilu.reading.events.lexicon import OF_SPEECH
from shilu.reading.events.unit import END, Unit
from shilu.reading.lexicon import words

if TYPE_CHECKING:
    from shilu.reading.events.unit import Step

_BEFORE = {
    "其": ("M", "dX"),
    "应": ("a", "avX"),
    "就": ("a", ""),
    "继": ("l", "SOPL"),
    "联合": ("a", "vX"),
    "引渡": ("v", "SOP"),
    "两位": ("n", "SOP"),
    "三位": ("n", "SOP"),
}
_TENSES = frozenset({"曾", "曾经", "已", "已经", "将", "会"})
"""What 就 stands before as an adverb: 他就曾访问台湾, but 就此访问磋商."""
_LANDS = words(
    "基地 射地 民地 的地 在地 源地 占地 领地 圣地 墓地 场地 工地 产地 住地 "
    "各地 多地 两地 三地 外地 内地 腹地 阵地 营地 驻地 重地 要地"
)
"""How words for land end that tell no manner: 殖民地."""
_ELECTION = "选举"
_FOLLOWS = frozenset({"跟随", "追随", "联合", "联手", "协同"})
_HAND_IN_HAND = frozenset({"联手", "携手"})
_BETWEEN_TWO = frozenset(
    {"谴责", "批评", "指责", "抨击", "警告", "敦促", "呼吁", "要求", "指控", "驳斥", "痛批", "声援", "强烈谴责"}
)
_DOCUMENTS = frozenset({"声明", "公报"})
_OF_SIDES = frozenset({"方", "方面", "政府", "国"})
_POSTS = frozenset({"代表", "首席代表"})
_ACTING = frozenset({"执行", "常务", "代理", "署理"})
_SPEAKER = "我"
_OFFICES = ("主席", "主任", "长", "总裁", "董事", "秘书", "委员", "官", "总监", "书记", "经理")


def mended(units: list[Unit]) -> list[Unit]:
    """The units of a row, mended where they hold words that need it."""
    texts = {unit.text for unit in units}
    for marks, step in _STEPS:
        if not marks.isdisjoint(texts):
            units = step(units)
    if any(text.endswith(PAPERS) for text in texts):
        units = without_papers(units)
    if any(text.endswith("地") for text in texts):
        units = _with_manners(units)
    return units if _BEFORE.keys().isdisjoint(texts) else _with_modals(units)


def _with_posts(units: list[Unit]) -> list[Unit]:
    """代表 behind 驻 and a place is a post, not 'on behalf of': 台湾驻美|代表萧美琴, 欧盟驻华|代表郁白."""
    posts = {
        i
        for i, unit in enumerate(units[2:], 2)
        if unit.text in _POSTS
        and unit.letter == "v"
        and (units[i - 2].text == "驻" or units[i - 1].text.startswith("驻") or _is_envoy(units, i))
    }
    return [replace(unit, letter="n") if i in posts else unit for i, unit in enumerate(units)]


def _is_envoy(units: list[Unit], i: int) -> bool:
    """Whether 代表 stands between a side and who speaks for it: 中方|代表|杨洁篪."""
    return units[i - 1].text in _OF_SIDES and units[i + 1 : i + 2] != [] and units[i + 1].letter == "P"


def _with_bodies(units: list[Unit]) -> list[Unit]:
    """组织 between a noun and a verb is a body: 女权|组织|呼吁."""
    return [
        replace(unit, letter="n")
        if unit.text == "组织"
        and unit.letter == "v"
        and before is not None
        and before.letter == "n"
        and after.letter in "vXra"
        else unit
        for before, unit, after in itertools.zip_longest([None, *units[:-1]], units, units[1:], fillvalue=END)
    ]


def _with_documents(units: list[Unit]) -> list[Unit]:
    """声明 that opens a clause before a verb is a document: |声明|呼吁军方克制."""
    return [
        replace(unit, letter="n")
        if unit.text in _DOCUMENTS and unit.letter == "v" and before.letter == "," and after.letter in "avrX"
        else unit
        for before, unit, after in itertools.zip_longest([END, *units[:-1]], units, units[1:], fillvalue=END)
    ]


def _with_acting(units: list[Unit]) -> list[Unit]:
    """执行 before an office is part of it: 欧盟委员会|执行|副主席."""
    return [
        replace(unit, letter="n")
        if unit.text in _ACTING and after.letter == "n" and after.text.endswith(_OFFICES)
        else unit
        for unit, after in itertools.zip_longest(units, units[1:], fillvalue=END)
    ]


def _with_speakers(units: list[Unit]) -> list[Unit]:
    """我 is a party where people meet; in acts it is rather somebody whom they do not concern: 让我重申…."""
    if any(unit.cue is not None and unit.cue.is_encounter for unit in units):
        return units
    return [replace(unit, letter="n") if unit.text == _SPEAKER else unit for unit in units]


def _with_hands(units: list[Unit]) -> list[Unit]:
    """How several do something, where what they do follows: 欧盟和美国|联手|就新疆问题制裁…."""
    return [
        replace(unit, letter="a", cue=None) if unit.text in _HAND_IN_HAND and _leads_to_a_deed(units, i) else unit
        for i, unit in enumerate(units)
    ]


def _leads_to_a_deed(units: list[Unit], i: int) -> bool:
    """Whether a preposition follows, and in the clause a word for what is done, not only said of somebody."""
    if units[i + 1 : i + 2] == [] or units[i + 1].letter != "t":
        return False
    clause = itertools.takewhile(lambda unit: unit.letter != ",", units[i + 1 :])
    senses = (sense for unit in clause if unit.cue is not None for sense in unit.cue.senses)
    return any(sense.type != "CONSULT" and sense.frame not in OF_SPEECH for sense in senses)


def _with_blame(units: list[Unit]) -> list[Unit]:
    """Words between two names tell what the one does to the other, whatever the tagger takes them for: A|谴责|B."""
    last = len(units) - 1
    return [
        replace(unit, letter="v")
        if unit.text in _BETWEEN_TWO and unit.letter == "n" and 0 < i < last and _are_two(units, i)
        else unit
        for i, unit in enumerate(units)
    ]


def _are_two(units: list[Unit], i: int) -> bool:
    return units[i - 1].letter in "SOP" and units[i + 1].letter in "SOP"


def _with_followers(units: list[Unit]) -> list[Unit]:
    """Whom somebody follows, or joins, does it, too: 加拿大|跟随|美国和欧盟制裁…, not 跟随美国的|立场."""
    return [
        replace(unit, letter="w", cue=None) if unit.text in _FOLLOWS and _is_deed_of_both(units, i) else unit
        for i, unit in enumerate(units)
    ]


def _is_deed_of_both(units: list[Unit], i: int) -> bool:
    before = itertools.takewhile(lambda unit: unit.letter != ",", reversed(units[:i]))
    if any(unit.cue is not None for unit in before):
        return False  # 指责|日本追随美国制裁…
    behind = next((unit for unit in units[i + 1 :] if unit.letter not in "SOPLcwT"), None)
    return behind is not None and behind is not units[i + 1] and behind.letter in "atv"


def _with_elections(units: list[Unit]) -> list[Unit]:
    """The body for which people vote does nothing, and nothing is done to it: 立法会|选举被推迟."""
    return [
        replace(unit, letter="n", standings=())
        if unit.letter == "O" and after is not None and after.text == _ELECTION
        else unit
        for unit, after in zip(units, [*units[1:], None], strict=True)
    ]


def _with_modals(units: list[Unit]) -> list[Unit]:
    """其 before 的 and an event word is a party: 同|其|的会谈.

    应 before a verb says what ought to be: 官员应会晤, but 应美方邀请; 两位 before a name counts: 两位英国|议员; 就
    before 曾 or 将 leads to no topic.
    """
    return [_in_place(unit, after) for unit, after in itertools.zip_longest(units, units[1:])]


def _in_place(unit: Unit, after: Unit | None) -> Unit:
    if after is None or unit.text not in _BEFORE:
        return unit
    letter, behind = _BEFORE[unit.text]
    here = after.text in _TENSES if unit.text == "就" else after.letter in behind
    return replace(unit, letter=letter) if here else unit


def _with_manners(units: list[Unit]) -> list[Unit]:
    """What only says how something is done is an adverb."""
    return [
        replace(unit, letter="a")
        if after is not None and unit.cue is None and unit.letter in "nv" and _is_manner(unit.text, after)
        else unit
        for unit, after in itertools.zip_longest(units, units[1:])
    ]


def _is_manner(text: str, after: Unit) -> bool:
    """Whether a word only says how something is done: 犀利|地|批评, 严厉地|批评; not so 殖民地."""
    if after.text == "地":
        return after.letter == "a"
    return text.endswith("地") and len(text) > 2 and after.letter in "vX" and not text.endswith(_LANDS)


_STEPS: tuple[Step, ...] = (
    *CUTS,
    *ASIDES,
    (_POSTS, _with_posts),
    (frozenset({"组织"}), _with_bodies),
    (_DOCUMENTS, _with_documents),
    (_ACTING, _with_acting),
    (frozenset({_SPEAKER}), _with_speakers),
    (_HAND_IN_HAND, _with_hands),
    (_FOLLOWS, _with_followers),
    (_BETWEEN_TWO, _with_blame),
    (frozenset({_ELECTION}), _with_elections),
)
"""What is done with the units of a sentence that holds one of these words, in this order."""
