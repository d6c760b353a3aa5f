"""What is mended in the row of a sentence, so that the rules need not know it.

Words that the tagger cuts in the wrong place are put together, what only describes is left out, and words get the
letter that they have beside these others.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from shilu.reading.events.lexicon import IN_WORDS, OF_SPEECH
from shilu.reading.events.unit import Unit
from shilu.reading.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Callable

_END = Unit(0, 0, ",", "")
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
_LANDS = words("基地 射地 民地 的地 在地 源地 占地 领地 圣地 墓地 场地 工地 产地 住地")
"""How words for land end that tell no manner: 殖民地."""
_IN_CHARGE = frozenset({"负责", "主管", "分管", "掌管", "主理"})
_CALLED = frozenset({"称为", "称作", "称之为"})
_OF_GROUNDS = frozenset({"由", "借口", "名", "理由", "名义"})
_GROUNDS = frozenset(f"为{what}" for what in _OF_GROUNDS)
_REACH = 24
"""How many units grounds may take."""
_FOR_WHAT = frozenset({"以", "因", "因为"})
_SUSPECTED = "涉嫌"
_ARRESTS = frozenset({"arrest", "convict", "investigate"})
_ELECTION = "选举"
_FOLLOWS = frozenset({"跟随", "追随", "联合", "联手", "协同"})
_HAND_IN_HAND = frozenset({"联手", "携手"})
_LEADS = frozenset({"率", "率领", "带领", "随"})
_PARTIES = ("团", "队")
"""With whom somebody goes: 率|访问团|抵台."""
_PARTY = frozenset({"团"})
_VISITS = "访问"
_COMPANY = "一行"
"""Those whom somebody leads, where only he is named: 王毅率领的代表团."""
_WITHIN_PARTY = 6
"""How many units there may be from who leads to whom he leads: 率领|90人的参访|团."""
_CUT = frozenset({"首", "只", "方向"})
_SIDES = frozenset({"警", "军", "检", "校", "资", "院"})
"""What 方 stands behind before 向: 警方|向."""
_DOCUMENTS = frozenset({"声明", "公报"})
_JOINED = frozenset({"将就", "已就", "曾就", "正就", "并就"})
"""Two words where what is talked about follows."""
_BY_POLICE = frozenset({"遭警", "被警"})
"""Two words where an arrest follows."""
_DIPLOMATS = "交官"
"""What is left of 外交官 where the tagger takes 国外 for a word: 26|国外|交官."""
_PAPERS = ("报告", "声明", "公报", "决议", "文件", "白皮书", "年报", "公告", "新闻稿")
_PAPER = re.compile(r"(?<=[SO])d?n{1,5}(?!n)")
"""A paper right behind its author …"""
_OF_PAPERS = re.compile(
    r"年度|[本今去上]?年|\d+年|人权|国别|调查|工作|最新|特别|书面|公开|正式|官方|评估|研究|外交|国防|安全|情报|联合|共同|一份|这份|该份|新|内部|机密|状况|问题|政策|战略"
)
"""… with nothing but words for papers before it: not 日本|记者|报告."""
_OF_SIDES = frozenset({"方", "方面", "政府", "国"})
_POSTS = frozenset({"代表", "首席代表"})
_TWO_AND_TWO = "二加二"
"""What the title of those who meet two and two begins with, however both offices are named."""
_HALVES = frozenset({"外交", "外长", "外相", "国防", "防长", "防相", "外交部长", "国防部长"})
_ACTING = frozenset({"执行", "常务", "代理", "署理"})
_SPEAKER = "我"
_OFFICES = ("主席", "主任", "长", "总裁", "董事", "秘书", "委员", "官", "总监", "书记", "经理")
_PAIR = re.compile(
    r"(?:外交(?:部长)?[和与及暨、]国防|国防(?:部长)?[和与及暨、]外交)(?:首长|部长|大臣|高官|官员|主管)|[外防][长相][和与及暨、][外防][长相]"
)


def mended(units: list[Unit]) -> list[Unit]:
    """The units of a row, mended where they hold words that need it."""
    texts = {unit.text for unit in units}
    for marks, step in _STEPS:
        if not marks.isdisjoint(texts):
            units = step(units)
    if any(text.endswith(_PAPERS) for text in texts):
        units = _without_papers(units)
    if any(text.endswith("地") for text in texts):
        units = _with_manners(units)
    return units if _BEFORE.keys().isdisjoint(texts) else _with_modals(units)


def _without_duties(units: list[Unit]) -> list[Unit]:
    """Without what officials are in charge of: 美国|负责日本事务的|副国务卿."""
    return _without(units, lambda i: units[i].text in _IN_CHARGE, reach=12)


def _without_bynames(units: list[Unit]) -> list[Unit]:
    """Without what a thing is called, too: 举行了|被称为四方联盟的|峰会."""
    called = {i for i, unit in enumerate(units[:-1]) if unit.letter == "b" and units[i + 1].text in _CALLED}
    return _without(units, lambda i: i in called and i > 0 and units[i - 1].letter in "va", reach=10, ends="的")


def _without_grounds(units: list[Unit]) -> list[Unit]:
    """Without the grounds on which it is done: 欧盟|以北京侵犯人权为由|，对中国官员实施制裁."""
    kept: list[Unit] = []
    at = 0
    while at < len(units):
        end = _end_of_grounds(units, at) if units[at].text == "以" else None
        if end is None:
            kept.append(units[at])
        at = at + 1 if end is None else end
    return kept


def _without_suspicions(units: list[Unit]) -> list[Unit]:
    """Without what somebody is arrested for, where a word leads to it: 警方|以涉嫌违反国安法|拘捕四人."""
    kept: list[Unit] = []
    at = 0
    while at < len(units):
        led = units[at].text in _FOR_WHAT and units[at + 1 : at + 2] and units[at + 1].text == _SUSPECTED
        end = _arrest_behind(units, at + 2) if led else None
        if end is None:
            kept.append(units[at])
        at = at + 1 if end is None else end
    return kept


def _arrest_behind(units: list[Unit], at: int) -> int | None:
    """The first word for an arrest, or what 被 leads to it, in the rest of a clause."""
    for i in range(at, min(at + _REACH, len(units))):
        if units[i].letter == ",":
            return None
        cue = units[i].cue
        if units[i].letter == "b" or (cue is not None and any(sense.mode in _ARRESTS for sense in cue.senses)):
            return i
    return None


def _end_of_grounds(units: list[Unit], at: int) -> int | None:
    """Behind which unit the clause gives the grounds that begin at one; None where it gives none."""
    for i in range(at + 1, min(at + _REACH, len(units))):
        if units[i].letter == "," or units[i].text == "以":
            return None
        if units[i].text in _GROUNDS:
            return i + 1
        if units[i].text == "为" and i + 1 < len(units) and units[i + 1].text in _OF_GROUNDS:
            return i + 2
    return None


def _without(units: list[Unit], opens: Callable[[int], bool], *, reach: int, ends: str = "的之") -> list[Unit]:
    """Without what begins at a unit and ends with 的 in its clause, so many units behind at most."""
    kept: list[Unit] = []
    at = 0
    while at < len(units):
        if opens(at):
            end = next((i for i in range(at + 1, min(at + reach, len(units))) if units[i].letter in "d,"), None)
            if end is not None and units[end].text in ends:
                at = end + 1
                continue
        kept.append(units[at])
        at += 1
    return kept


def _without_plus(units: list[Unit]) -> list[Unit]:
    """2加2 is what 2+2 is, whose sign is no word."""
    return [
        unit
        for before, unit, after in zip([None, *units], units, [*units[1:], None], strict=False)
        if not (unit.text == "加" and before is not None and after is not None and before.text == after.text == "2")
    ]


def _with_elections(units: list[Unit]) -> list[Unit]:
    """The body for which people vote does nothing, and nothing is done to it: 立法会|选举被推迟."""
    return [
        replace(unit, letter="n", standings=())
        if unit.letter == "O" and after is not None and after.text == _ELECTION
        else unit
        for unit, after in zip(units, [*units[1:], None], strict=True)
    ]


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


def _with_parties(units: list[Unit]) -> list[Unit]:
    """访问|团 are people; whom somebody leads only goes with him: 率领90人的参访团|访问台湾."""
    joined: list[Unit] = []
    for unit in units:
        before = joined[-1] if joined else _END
        if unit.text in _PARTY and before.text == _VISITS:
            joined[-1] = Unit(before.start, unit.end, "n", before.text + unit.text)
        else:
            joined.append(unit)
    kept: list[Unit] = []
    at = 0
    while at < len(joined):
        end = _end_of_party(joined, at) if joined[at].text in _LEADS else None
        if end is None:
            kept.append(joined[at])
        else:  # 王毅|一行|与布林肯举行会谈
            text, letter = (_COMPANY, "n") if joined[at + 1].letter == "d" else (joined[at].text + "团", "a")
            kept.append(Unit(joined[at].start, joined[end - 1].end, letter, text))
        at = at + 1 if end is None else end
    return kept


def _end_of_party(units: list[Unit], at: int) -> int | None:
    """Where those whom somebody leads end, with 团: 率领90人的|代表团, 王毅|率领的中国代表团."""
    for i, unit in enumerate(units[at + 1 : at + 1 + _WITHIN_PARTY], at + 1):
        if unit.text.endswith(_PARTIES):
            return i + 1
        if unit.letter in ",vXrPMwt":
            break
    return None


def _put_together(units: list[Unit]) -> list[Unit]:
    """Words that the tagger cuts in the wrong place: 中美|元|首, 警|方向|抗议者, 渔船|只|集结."""
    kept: list[Unit] = []
    for unit in units:
        before = kept[-1] if kept else None
        if before is None:
            kept.append(unit)
        elif unit.text == "首" and before.text == "元":
            kept[-1] = Unit(before.start, unit.end, "n", "元首")
        elif unit.text == "只" and before.text.endswith("船"):
            kept[-1] = replace(before, end=unit.end, text=before.text + unit.text)
        elif unit.text == "方向" and (
            before.text in _SIDES or (before.letter == "S" and before.end - before.start == 1)
        ):
            middle = unit.start + 1
            if before.letter == "S":
                kept.append(replace(unit, end=middle, text="方"))
            else:
                kept[-1] = replace(before, end=middle, text=before.text + "方")
            kept.append(Unit(middle, unit.end, "t", "向"))
        else:
            kept.append(unit)
    return kept


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


def _with_pairs(units: list[Unit]) -> list[Unit]:
    """Two offices of one group of people are one title: 美日的|外交和国防首长."""
    kept: list[Unit] = []
    at = 0
    while at < len(units):
        size = next((n for n in (3, 4) if _is_pair(units[at : at + n])), 1)
        those = units[at : at + size]
        title = _TWO_AND_TWO + "".join(unit.text for unit in those)
        kept.append(those[0] if size == 1 else Unit(those[0].start, those[-1].end, "n", title))
        at += size
    return kept


def _is_pair(units: list[Unit]) -> bool:
    return units[0].text in _HALVES and bool(_PAIR.fullmatch("".join(unit.text or "?" for unit in units)))


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


def _with_documents(units: list[Unit]) -> list[Unit]:
    """声明 that opens a clause before a verb is a document: |声明|呼吁军方克制."""
    return [
        replace(unit, letter="n")
        if unit.text in _DOCUMENTS and unit.letter == "v" and before.letter == "," and after.letter in "avrX"
        else unit
        for before, unit, after in itertools.zip_longest([_END, *units[:-1]], units, units[1:], fillvalue=_END)
    ]


def _with_topics(units: list[Unit]) -> list[Unit]:
    """将就 before what is talked about is two words: 安理会|将|就缅甸局势|举行会议."""
    return [
        half
        for unit, after in itertools.zip_longest(units, units[1:], fillvalue=_END)
        for half in (_halves(unit, "at") if unit.text in _JOINED and after.letter in "nSOLPTM" else (unit,))
    ]


def _with_police(units: list[Unit]) -> list[Unit]:
    """遭警 is who suffers and the police: 记者|遭|警|拘捕."""
    return [half for unit in units for half in (_halves(unit, "bn") if unit.text in _BY_POLICE else (unit,))]


def _halves(unit: Unit, letters: str) -> tuple[Unit, Unit]:
    """The two words of one character each that the tagger takes for one."""
    at = unit.start + 1
    return Unit(unit.start, at, letters[0], unit.text[:1]), Unit(at, unit.end, letters[1], unit.text[1:])


def _with_diplomats(units: list[Unit]) -> list[Unit]:
    """国外|交官 are 国|外交官."""
    found: list[Unit] = []
    for unit in units:
        before = found[-1] if found else _END
        if unit.text == _DIPLOMATS and before.text.endswith("外"):
            at = before.end - 1
            found[-1] = Unit(before.start, at, "n", before.text[:-1])
            found.append(Unit(at, unit.end, "n", "外" + unit.text))
        else:
            found.append(unit)
    return found


def _without_papers(units: list[Unit]) -> list[Unit]:
    """Without the paper in which a body says something: 美国国务院|的年度人权报告|批评中国."""
    row = "".join(unit.letter for unit in units)
    kept, end = [], 0
    for match in _PAPER.finditer(row):
        paper, behind = units[match.end() - 1], units[match.end()] if match.end() < len(units) else _END
        says = behind.letter == "r" or behind.tells(IN_WORDS, "verb")
        before = units[match.start() : match.end() - 1]
        own = all(unit.letter == "d" or (unit.cue is None and _OF_PAPERS.fullmatch(unit.text)) for unit in before)
        if says and own and paper.cue is None and paper.text.endswith(_PAPERS):
            kept += units[end : match.start()]
            end = match.end()
    return [*kept, *units[end:]]


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
        for before, unit, after in itertools.zip_longest([None, *units[:-1]], units, units[1:], fillvalue=_END)
    ]


def _with_acting(units: list[Unit]) -> list[Unit]:
    """执行 before an office is part of it: 欧盟委员会|执行|副主席."""
    return [
        replace(unit, letter="n")
        if unit.text in _ACTING and after.letter == "n" and after.text.endswith(_OFFICES)
        else unit
        for unit, after in itertools.zip_longest(units, units[1:], fillvalue=_END)
    ]


def _with_speakers(units: list[Unit]) -> list[Unit]:
    """我 is a party where people meet; in acts it is rather somebody whom they do not concern: 让我重申…."""
    if any(unit.cue is not None and unit.cue.is_encounter for unit in units):
        return units
    return [replace(unit, letter="n") if unit.text == _SPEAKER else unit for unit in units]


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


_STEPS: tuple[tuple[frozenset[str], Callable[[list[Unit]], list[Unit]]], ...] = (
    (_IN_CHARGE, _without_duties),
    (_CALLED, _without_bynames),
    (frozenset({"以"}), _without_grounds),
    (frozenset({_SUSPECTED}), _without_suspicions),
    (frozenset({"加"}), _without_plus),
    (_LEADS | _PARTY, _with_parties),
    (_CUT, _put_together),
    (_POSTS, _with_posts),
    (_HALVES, _with_pairs),
    (frozenset({"组织"}), _with_bodies),
    (_JOINED, _with_topics),
    (_BY_POLICE, _with_police),
    (frozenset({_DIPLOMATS}), _with_diplomats),
    (_DOCUMENTS, _with_documents),
    (_ACTING, _with_acting),
    (frozenset({_SPEAKER}), _with_speakers),
    (_HAND_IN_HAND, _with_hands),
    (_FOLLOWS, _with_followers),
    (frozenset({_ELECTION}), _with_elections),
)
"""What is done with the units of a sentence that holds one of these words, in this order."""
