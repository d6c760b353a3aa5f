"""Crowds: those who act without a name, as parties of acts: 二十六名科学家, 纽约民众, 旅日侨团; and media.

They protest, ask and accuse. Who they were nobody can tell from another article, and media rather tell than act: so the
chronicle leaves both out, and nobody meets them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.reading.events.no_party import are_some_members
from shilu.reading.events.party import Group, One
from shilu.wording import GROUP, MEDIUM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shilu.reading.analysis import Text
    from shilu.reading.events.party import Stance
    from shilu.reading.events.scene import Scene
    from shilu.reading.events.unit import Unit

_OF_A_STATE = re.compile(
    r"(?:民众|群众|人民|公民|国民|[网选市居村访农灾难]民|消费者|网友|用户|艺人|明星|[抗示]议者|抗争者|示威者|公务员|警务人员|支持者|学生|教师|工人|"
    r"司机|议员|立委|(?<!专)委员|人大代表|外交官|使节|官员|高官|[官党]媒|网军|小?粉红)们?$"
)
"""Those who act for the state that is named with them, if one is: 缅甸|民众."""
_OTHERS = re.compile(
    r"(?:社区|社群|华人|[港台藏汉]人|维吾尔人|族人|活动人士|人士|专家们?|学者们?|科学家们?|律师们?|家属|家人|亲属|亲友|同事|"
    r"团体|群体|组织|工会|社团|侨团|反对派|反对党|在野党|国际社会|西方国家|各国|邻国|信徒|教徒|移民|移工|青年|妇女|球迷|粉丝|势力|"
    r"(?:批评|亲历|受害|幸存|目击|分析|观察|评论|反对|参与|倡导)者|分析师|评论员|观察家|商家|店家|外界|舆论|各界|媒体|多(?:个国家|国)|男子|女子|居民|"
    r"作家|艺术家|企业家|校友|师生|教授们?|球员|品牌|电商|网红|业者|企业|[\d一二三四五六七八九十百千万几数]多?人|数以[百千万]计的?(?:民众|群众|人))$"
)
_COUNTED = re.compile(
    r"(?:[\d一二三四五六七八九两多数上成][\d十百千万余多数几]*(?:[十百千万]|(?<=多))[余多]?[名位]|数以[百千万]计的?[名位]?|[\d数几上][百千万][余多]?)"
    r"(?:在|旅)?[^，。的]{0,6}(?:人|女性|母亲|退休人员|志愿者|义工)$"
)
"""Ten people and more, behind no verb: 两百名|缅甸人, 多名在日|缅甸人."""
_OF_SOMEBODY = re.compile(r"(?:家属|家人|亲属|亲友|同事|律师|支持者)$")
"""Those whom only the one that they belong to tells: 斯帕弗的|家人."""
_HOW_MANY = re.compile(r"(?<=[^的])(?:各大|多家|众多|眾多|许多|許多|不少|一些|部分)")
"""What names of groups hold that names none: 中国|各大|官媒."""
_STANCES: dict[str, Stance] = {"w": "with", "t": "to", "b": "by", "l": "in", "v": "object", "X": "object"}
_BEFORE = re.compile(
    r"等|[朝对冲]着?|[这那近]几?[天日周年月]|近[来期]|最近|日前|正[当值在]|往|但是?|然而|不过|此前|因为?|由于|此次|这次|其中|也|另外?|而|还|包括|如果?|若|当|除了?|这|那|该|上述|其|某"
)
"""Words before a phrase that are none of it."""
_MEDIA = "媒体"
_STAFF = re.compile(r"[^，。；的]{0,6}(?:记者|人员|员工|主播|雇员|编辑|撰稿人|摄影师|总裁|社长|创办人)")
_AGAINST = frozenset({"反", "亲", "非"})
"""What the tagger cuts off such a phrase: 反|政变活动人士."""
AT_PLACE = re.compile(r"(?:法庭|法院|使馆|领事?馆|大楼|国会|议会|总部|场馆|监狱|看守所|警局)(?:门?外|门?前|门口|内|里)")
"""Behind them where they do it: 26国外交官|法庭外声援."""
_CUT = 3
"""Characters before a noun that the tagger may have cut off it: 受访|人."""
_LONGEST = 4
"""Units of a phrase before its noun."""


def crowds(units: Sequence[Unit], letters: str, text: Text) -> list[Group]:
    """Those without a name in a sentence, and bodies, some of which are media, in order.

    Bodies that are parties in their own right are so for the caller, who knows them.
    """
    found = []
    for i, unit in enumerate(units):
        if unit.letter == "O" and not are_some_members(units, i):
            named = unit.standings[0]
            found.append(_group(units, letters, (i, i), One(named.id, named.name, "org", None, MEDIUM)))
        elif unit.letter == "n" and (letters[i + 1 : i + 2] != "n" or AT_PLACE.match(text.plain, unit.end)):
            first = _phrase(units, letters, i, text)
            if first is not None:
                start = units[first].start
                plain = text.plain[start : unit.end]
                if plain == _MEDIA or text.plain.startswith("人", unit.end):
                    continue  # whoever they are; 知名媒体|人
                by = MEDIUM if plain.endswith(_MEDIA) else GROUP
                name = _HOW_MANY.sub("", text.text[start : unit.end])
                one = One(f"x.group.{_HOW_MANY.sub('', plain)}", name, "org", None, by)
                found.append(_group(units, letters, (first, i), one))
    return found


def medium_at(scene: Scene, k: int) -> One | None:
    """The medium to which the word at ``k`` does something: 吊销|CGTN|的执照, CGTN|被英国吊销执照."""
    first, last = scene.clauses[scene.clause_number(k)]
    suffers = scene.letters.find("b", first, k)
    for group in scene.crowds:
        if scene.letters[group.last - 1] != "O" or not first <= group.first < last:
            continue
        if _STAFF.match(scene.text.plain, group.end):
            continue  # BBC|记者|被扣押
        if group.first > k and not scene.letters[k + 1 : group.first].strip("na"):
            return group.ones[0]
        if first <= group.last <= suffers and not scene.letters[group.last : suffers].strip("naT"):
            return group.ones[0]
    return None


def _phrase(units: Sequence[Unit], letters: str, i: int, text: Text) -> int | None:
    """The unit with which the phrase of a noun for people begins; None for other nouns, and people of a state."""
    start, end = units[i].start, units[i].end
    of_a_state = _OF_A_STATE.search(text.plain, start, end)
    others = of_a_state or _OTHERS.search(text.plain, max(start - _CUT, units[0].start), end)
    if not others and not _COUNTED.search(text.plain, units[max(0, i - _LONGEST)].start, end):
        return None
    first = i
    while first > max(0, i - _LONGEST) and letters[first - 1] in "nLSO":
        if _BEFORE.fullmatch(units[first - 1].text):
            break
        first -= 1
    if first and units[first - 1].text in _AGAINST:
        first -= 1
    if not others and letters[first - 1 : first] in ("v", "X", "b", "t") and not units[first - 1].text.endswith("有"):
        return None
    if first and units[first - 1].text == "等" and letters[first - 2 : first - 1] in ("P", "S", "O"):
        return None  # 包括甲、乙|等五六十人: they are named
    if of_a_state and ("S" in letters[first:i] or letters[first - 1 : first] == "P"):
        return None
    owned = letters[max(0, first - 2) : first] == "Pd" and _OF_SOMEBODY.search(text.plain, start, end)
    return first - 2 if owned else first


def _group(units: Sequence[Unit], letters: str, phrase: tuple[int, int], one: One) -> Group:
    first, last = phrase
    stance = _STANCES.get(letters[first - 1 : first], "subject")
    return Group((one,), first, last + 1, stance, units[first].start, units[last].end)
