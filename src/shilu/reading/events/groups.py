"""Who stands where in a sentence: parties in lists, with their modifiers, and how they stand to the verb.

In 美国国务卿布林肯在东京与日本外相茂木敏充会晤 there are names of states, a place and people;
only 布林肯 and 茂木敏充 are the parties.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from shilu.reading.events.no_party import (
    AND,
    AND_OTHERS,
    TITLED,
    counts_members,
    has_counterpart,
    is_kin,
    is_no_party,
)
from shilu.reading.events.party import Group, One, distinct
from shilu.reading.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from shilu.reading.events.party import Parties, Stance
    from shilu.reading.events.unit import Unit

    Resolve = Callable[[Unit], tuple[One, ...]]

_SINCE = frozenset({"以来", "之后", "期间", "之前", "同时"})
"""Nouns for times that belong to no name behind them."""
_PLACE_OF = re.compile(r"(?<=[lT])Ld[na]*X")
"""A capital that only says where: 2019年底|伦敦|的峰会."""
_PLACE_TOO = re.compile(r"l[nSO]*L[wc]$")
"""Before a capital that is one more place: 在东京与|首尔."""
_TWO_MEET = re.compile(r"PP(?:[nTaLlv]{0,3}|[aT]*lL[aT]*v[an]{0,3})X")
"""Two people with nothing between them, before what they do."""
_MANY = 3
_OF_OFFICE = frozenset({"外交", "国防"})
"""Before a title that says only of what: 两国|外交|领袖 are no heads of state."""
_HEADS = re.compile(r"元首|首脑|领导人|领袖")
_MAKE_UP = re.compile(r"(?:所|共同)?(?:组成|组建|成立|参加|参与)的")
_OF_NO_STATE = re.compile(r"宗教|精神|信仰|教会|工会|学运|抗议|反对|部落|商界|社区|青年")
"""Before leaders of no state: 两位宗教领袖, 中国信仰领袖, 工会领袖."""
_OF_ALL = re.compile(r"(?:[多各数]|成员|会员|一些|部分|众多)?国家?(?![会王民])|成员")
"""Behind a union that only says of what kind the states before are: 比利时、丹麦等|欧盟|多国."""
_TOPICS = re.compile(r"问题|关系|局势|协[议定]|核|危机|疫情|经济|市场|事务")
"""利比亚问题、伊朗核问题 lists no states."""
_IN_WORD = re.compile(r"外长|外相|防长|财长|首脑|元首|领导人|领袖|二加二")
_AT_TIME = re.compile(r"lT+(?P<of>d?)$")
_LINK = re.compile(r"M?n{0,4}(?:dn{1,3})?(?:[cw]|,c+w?|cw)|cn{1,6},+c|[cw]a?v[vX]?d")
"""Between the names of one list: 、 与, 王毅等人和, 布林肯，以及, 布林肯及其他官员——包括, 拜登及参与会谈的."""
_RUN = re.compile(r"S(?:,S){2,}(?=,?[aTnXv])")
"""Names of states with commas between them: 荷兰，法国，德国，昨天召见…."""
_STANCES: dict[str, Stance] = {"w": "with", "t": "to", "b": "by", "l": "in", "v": "object", "X": "object"}
_WITH_MORE = re.compile(r"(w)n{1,2}c$")
"""与重要盟国及|世贸组织."""
_WITH_GUEST = re.compile(r"([wt])(?:[aT]*[vX][nSOLTvX]{0,5}|a?[na])d$")
"""与来访的|王毅, 与正在访问德国的|王毅, 与来华进行访问的|王毅, 与日益专断的|中国."""
_ARRIVED = re.compile(r"[wt][vX]n*Ld$")
"""与前来阿拉斯加的|杨洁篪."""
WITH_ALLY = re.compile(r"([wt])[nSO]+l$")
"""与美国在|亚洲的盟国日本."""
_LED = {"d": _WITH_GUEST, "l": WITH_ALLY, "c": _WITH_MORE}
"""What leads to a name over more than the word before it, by that word's letter."""
_ASPECTS = frozenset({"了", "过", "着"})
_ABROAD = re.compile(r"派?驻|大使|公使|使馆|外交官|使节|领事|外[交长]|国防部|国务[院委]|总理|[海空陆]军|解放军|海警")
"""Behind a ruling party that is named for its state: 中共|驻法大使."""
_GOVERN = re.compile(r"(?:党政|政府|涉疆|有关|相关)?(?:官员|高官)|党委书记|主席")
_POSTED = re.compile(r"[PSOML](?:[cw][SL])*(?=n)")
"""The states in which somebody is posted, before his title."""
_ABOUT = frozenset({"就", "针对", "对于", "为"})
"""What leads a topic, not somebody addressed: 就乌克兰问题|举行会谈."""
_NO_OBJECT = frozenset(
    words(
        """
        包括 安排 促成 让 使 邀请 邀 请 由于 随着 是 有 据 没有 希望 期待 讨论 计划 为了 代表 容许 允许 准许 同意
        派 派遣 阻止 要求 敦促 呼吁 建议 欢迎 促使 促请 预计 认为 看到 成为 期望 相信 称 指 以及 召集 主张
        正值 适逢 恰逢 看来 避免 引述 援引 转述 引用 援用 提及 回顾 加上
        """
    )
)
"""Verbs before a name that leave it the subject of what follows: 安排拜登与习近平通话."""


def groups(units: Sequence[Unit], letters: str, parties: Parties, resolve: Resolve) -> list[Group]:
    """The parties of a sentence in order, its units also as letters; ``resolve`` says whom a pronoun means."""
    found: list[Group] = []
    posted = -1
    for i, unit in enumerate(units):
        if i <= posted or unit.letter not in "PSOML" or is_no_party(units, letters, i):
            continue
        if (hosts := _POSTED.match(letters, i)) and i and units[i - 1].text == "驻":
            posted = hosts.end() - 1
            if found and found[-1].last == i - 1:
                # 美国|驻帕劳|大使, 中国|驻德国、丹麦|大使: they are no side of 帕劳
                found[-1] = replace(found[-1], last=hosts.end())
            continue
        first = min(_phrase(units, letters, i), _owner_of_kin(units, letters, i))
        title = _title(units, i)
        stance = _stance(units, letters, (first, i), titled=bool(title) or _does(unit, letters, i))
        officials = stance in ("object", "to") and unit.letter == "L" and _are_officials(units, i)
        if unit.letter == "L" and not officials and _is_place(letters, i, stance, titled=bool(title)):
            continue
        ones = _of_region(unit, parties) if officials else _ones(units, i, parties, resolve)
        if title:
            # 两国元首 are not the ministers who were named before.
            ones = _titled(parties.states_of(ones) if unit.letter == "M" else ones, title, parties)
        if not ones:
            continue
        if found and (_is_their_class(units, found[-1], first, i) or _is_made_of(units, found[-1], i, ones)):
            found[-1] = replace(found[-1], last=i + 1)
        elif found and (link := _linked(units, letters, found[-1], first, ones)):
            last = found[-1]
            joint = last.joint or link == "w"
            found[-1] = replace(
                last,
                ones=distinct((*last.ones, *ones)),
                last=i + 1,
                end=unit.end,
                joint=joint,
                stance="subject" if (joint or title) and last.stance == "in" else last.stance,
            )
        else:
            found.append(Group(ones, first, i + 1, stance, unit.start, unit.end))
    return found


def _is_place(letters: str, i: int, stance: Stance, *, titled: bool) -> bool:
    """Whether a capital only says where: 在东京, 访问东京, but 会见|北京高级外交官."""
    if stance == "in" or (stance == "object" and not titled):
        return True
    return bool(_PLACE_OF.match(letters, i) or _PLACE_TOO.search(letters, 0, i))


def _are_officials(units: Sequence[Unit], i: int) -> bool:
    """Whether those who govern a region stand behind its name: 制裁|新疆|官员."""
    return i + 1 < len(units) and units[i + 1].letter == "n" and _GOVERN.fullmatch(units[i + 1].text) is not None


def _of_region(unit: Unit, parties: Parties) -> tuple[One, ...]:
    """The state of whose region officials are named, or for which a capital stands."""
    ones = (parties.one(s) or parties.state(parties.country(s), "region") for s in unit.standings)
    return distinct(one for one in ones if one is not None)


def _titled(states: tuple[One, ...], title: str, parties: Parties) -> tuple[One, ...]:
    """The holders of an office of these states; of many, or of 两国元首, the states where not all are named."""
    held = [parties.titled(state, title) for state in states]
    if (len(states) >= _MANY or (len(states) > 1 and _HEADS.match(title))) and not all(held):
        return states
    return distinct(one for state, those in zip(states, held, strict=True) for one in those or (state,))


def _is_made_of(units: Sequence[Unit], members: Group, i: int, ones: tuple[One, ...]) -> bool:
    """Whether a body is but what those before make up: 美国、日本、印度组成的|四方安全对话."""
    between = "".join(unit.text for unit in units[members.last : i])
    return len(members.ones) > 1 and ones[0].kind == "org" and bool(_MAKE_UP.fullmatch(between))


def _is_their_class(units: Sequence[Unit], last: Group, first: int, i: int) -> bool:
    """Whether a name only says of what kind those before are: 加尼等|阿富汗高层官员."""
    if last.last == i - 1 and len(last.ones) > 1 and counts_members(units, "".join(u.letter for u in units), i - 1):
        return True
    return (
        first in (last.last, last.last + 1)
        and units[last.last].text in AND_OTHERS
        and units[i].letter in "SO"
        and (last.ones[-1].kind == "person" or (_is_of_states(units, i) and last.ones[-1].is_state))
    )


def _is_of_states(units: Sequence[Unit], i: int) -> bool:
    """Whether a body stands for the states that make it up: 欧洲联盟|多国."""
    return units[i].letter == "O" and i + 1 < len(units) and bool(_OF_ALL.match(units[i + 1].text))


def _ones(units: Sequence[Unit], i: int, parties: Parties, resolve: Resolve) -> tuple[One, ...]:
    if units[i].letter == "M":
        return resolve(units[i])
    ones = distinct(one for standing in units[i].standings if (one := parties.one(standing)) is not None)
    abroad = units[i].letter == "O" and _ABROAD.match("".join(unit.text for unit in units[i + 1 : i + 4]))
    return parties.states_ruled_by(ones) if abroad else ones


def _owner_of_kin(units: Sequence[Unit], letters: str, i: int) -> int:
    """Where somebody stands as whose kin the person at ``i`` is told, else ``i``."""
    owner = letters.rfind("P", max(0, i - 16), i) if letters[i] == "P" else -1
    return owner if owner >= 0 and is_kin(units, letters, owner) else i


def _phrase(units: Sequence[Unit], letters: str, i: int) -> int:
    """Where the phrase of a name begins: its titles, and what it belongs to."""
    at = i
    while at:
        before = letters[at - 1]
        further = letters[at - 2] if at > 1 else ""
        if units[at - 1].text in AND_OTHERS or units[at - 1].text in _SINCE:
            break  # 上任以来|美军…
        if before in "nSOL":
            at -= 1
        elif before == "d" and further == "L" and _ARRIVED.search(letters, 0, at):
            break  # 与|前来阿拉斯加的|杨洁篪
        elif before == "d" and at > 2 and letters[at - 3] == "b" and units[at - 2].cue is not None:
            break  # 遭|暗杀的|阿富汗妇女领袖
        elif before == "d" and _owns(units, letters, at - 2, i):
            at -= 2
        elif before == "c" and further == "n" and letters[i] == "P" and letters[at] in "nO":
            at -= 1
        else:
            break
    return at


def _owns(units: Sequence[Unit], letters: str, at: int, i: int) -> bool:
    """Whether the unit before 的 belongs to the phrase of the name at ``i``."""
    of = letters[at] if at >= 0 else ""
    if of == "M":
        return has_counterpart(units, letters, at)
    return of in ("n", "S", "O", "L") or (of == "P" and letters[i] == "P")


def _title(units: Sequence[Unit], i: int) -> str:
    """The title behind a state: 中俄|外长, 日本和韩国的|国家安全顾问, 中俄|外长会晤; nothing where none follows."""
    of_all = True
    for at, unit in enumerate(units[i + 1 : i + 4], i + 1):
        if unit.text == "2" and at + 1 < len(units) and units[at + 1].text == "2":
            return "二加二"
        if _OF_NO_STATE.search(unit.text):
            return ""
        if unit.letter == "X" and (match := _IN_WORD.match(unit.text)):
            return match[0]
        if unit.letter == "n" and TITLED.search(unit.text):
            of = units[at - 1].text if units[at - 1].text in _OF_OFFICE else ""
            return of + unit.text if of_all or _HEADS.search(unit.text) else ""
        of_all &= unit.letter != "M"  # 美日两国|防长及外长 speak for their states
        if unit.letter not in "ndM":
            break
    return ""


def has_title(units: Sequence[Unit], last: int) -> bool:
    """Whether those who hold an office stand behind the names that end at ``last``: 美国与日本|的国防首长."""
    owns = units[last - 1].letter == "P" and units[last : last + 1] and units[last].letter == "d"
    return not owns and _title(units, last - 1) != ""  # 拜登|的高级外交官 are others than he


def _does(unit: Unit, letters: str, i: int) -> bool:
    """Whether two states are the subject of a clause that 在 leads: 在|中美|即将会谈之际, 在|中美|周四举行会谈前."""
    return len(unit.standings) > 1 and letters[i + 1 : i + 2] in ("a", "T")


def _stance(units: Sequence[Unit], letters: str, phrase: tuple[int, int], *, titled: bool) -> Stance:
    """How the name at the end of a phrase stands to the verb."""
    first, i = phrase
    done = first > 1 and units[first - 1].text in _ASPECTS and letters[first - 2] in "vX"
    if done and letters[i + 1 : i + 2] in ("", ",", "c"):
        return "object"  # 点名了|黎智英、戴耀廷, but 提到了|中国迫害…
    return _by_word(units, letters, phrase, titled=titled)


def _by_word(units: Sequence[Unit], letters: str, phrase: tuple[int, int], *, titled: bool) -> Stance:
    first, i = phrase
    before = letters[first - 1] if first else ","
    if before == "t" and units[first - 1].text in _ABOUT:
        name = re.match(r"[nSOLd]*P(?!d|n+[t,])", letters[first:])
        return "subject" if name and units[first - 1].text != "为" else "in"  # but 就|马志强的遭遇
    if before == "c" and units[first - 1].text.endswith("包括") and first > 1:
        return _STANCES.get(letters[first - 2], "subject")  # 与|包括日本和韩国在内的盟友
    led = _LED.get(before)
    if led is not None and (match := led.search(letters, 0, first)) and (before != "l" or "d" in letters[first:i]):
        return _STANCES[match[1]]
    at_time = _AT_TIME.search(letters, 0, first) if letters[i + 1 : i + 2] == "X" else None
    if at_time is not None and (at_time["of"] or letters[i] == "O"):
        return "in"  # 在下周的|北约|峰会上, but 在周二|韩国|召见大使后
    in_clause = before == "l" and (titled or letters[first:].lstrip("nSOLd").startswith("P"))
    if in_clause or (before == "v" and units[first - 1].text in _NO_OBJECT):
        return "subject"
    return _STANCES.get(before, "subject")


def _ends_list(last: Group, one: One, before: Unit) -> bool:
    """Whether a body, or who holds an office of a state, ends a list of states: 就|美国、加拿大和|欧盟制裁…."""
    fits = one.kind == "org" or (one.kind == "person" and one.found_by == "title")
    return len(last.ones) > 1 and last.ones[-1].is_state and fits and before.text in AND


def _linked(units: Sequence[Unit], letters: str, last: Group, first: int, ones: tuple[One, ...]) -> str:
    """By what two names are one list: ``c`` or ``w``, or nothing."""
    between = letters[last.last : first]
    if between == "," and (_in_run(letters, last, first) or _goes_on(letters, last, ones)):
        return "c"
    if first == last.last:
        return "w" if _side_by_side(units, letters, first) else ""
    if not between or not _LINK.fullmatch(between):
        return ""
    if any(_TOPICS.search(unit.text) for unit in units[last.last : first] if unit.letter == "n"):
        return ""
    alike = ones[0].kind == last.ones[-1].kind or _ends_list(last, ones[0], units[first - 1])
    if last.stance in ("in", "object", "to") and not alike:
        return ""
    return "w" if "w" in between else "c"


def _side_by_side(units: Sequence[Unit], letters: str, i: int) -> bool:
    """Whether two people stand in one word, as headlines have them before what they do: 菅义伟拜登|会谈."""
    return _TWO_MEET.match(letters, i - 1) is not None and units[i - 1].end == units[i].start


def _in_run(letters: str, last: Group, first: int) -> bool:
    """Whether both are of states with commas between them."""
    return any(m.start() < last.last and first < m.end() for m in _RUN.finditer(letters))


def _goes_on(letters: str, last: Group, ones: tuple[One, ...]) -> bool:
    """Whether people behind a comma are more of those to whom something is done: 中国对|曼钦，庄文浩|实施制裁."""
    led = last.stance == "to" and last.first > 1 and letters[last.first - 2] != ","
    return led and last.ones[-1].kind == ones[0].kind == "person"
