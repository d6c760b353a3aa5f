"""Names that are no party: they only say whose somebody is, what a matter is about, or where those before them met."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.reading.events.marks import SINCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shilu.reading.events.unit import Unit

_OF_PERSON = re.compile(r"(?:[nSOL]|d(?=[nSOLP])|(?<=n)c(?=[nO])){0,14}P")
"""Behind a name that only belongs to the title of a person: 中国|外交部长王毅."""
_OF_RELATION = re.compile(r"d[nSO]{1,6}P")
"""Behind a person who only has to do with another: 拜登|的顾问沙利文."""
_KIN = re.compile(
    r"[^，。；、]{0,8}?的?(?:妹妹|胞妹|姐姐|弟弟|哥哥|儿子|女儿|夫人|妻子|丈夫|父亲|母亲|女婿)(?:、[^，。；]{0,16})?$"
)
"""Between somebody and the kin of his that is named: 金正恩的|妹妹|金与正."""
_COUNTED = re.compile(r"[\d一二三四五六七八九十百千万两]+多?[剂支份吨架枚]")
_NUMBER = re.compile(r"[两二三四五六七八九十\d]+个?")
_OF_BODY = re.compile(r"n?O|[LS]")
"""Behind a state that only says whose body or place it is: 中国|外交部, 泰国|曼谷."""
_MET_AT = re.compile(r"L[nTa]*X")
"""Behind several states: 中美|阿拉斯加会谈."""
_BARGAINS = ("谈判", "磋商", "交涉")
"""Talks that have rather a matter before them than a place."""
TITLED = re.compile(
    r"(?:官员|高官|外长|外相|防长|务卿|部长|首相|总理|总统|主席|首脑|元首|领导人|领袖|大臣|大使|特使|顾问|代表|议员|"
    r"外交官|司令|将领|同行|高层|首长)$"
)
_SECTIONS = frozenset({"司", "局", "处", "厅", "科"})
OF_ALLY = r"l[nLa]+dn+"
"""Between a state and the ally of it that is named."""
_OF_ALLY = re.compile(rf"{OF_ALLY}[SOP]")
"""Behind a state that only says whose ally another is: 美国|在亚洲的盟国日本."""
_ALLY_OF = re.compile(r"(?:盟[友国邦]|成员国?|会员国?|伙伴|邻国|宗主国|殖民地)")
"""Between a state or bloc and the one of it that is named: 北约|盟友|挪威."""
_OF_OTHERS = re.compile("|".join(of.pattern for of in (_OF_PERSON, _OF_BODY, _OF_ALLY)))
AND_OTHERS = frozenset({"等", "等等"})
AND = frozenset({"与", "和", "跟", "同"})
_CONCERNED = re.compile(
    r"(?:相关|有关|无关)(?:的|议题|问题|事[务项宜]|内容|报道|政策|法案|活动|信息)(?!.{0,4}(?:官员|人士|部门|代表))"
)
"""与台湾|相关议题 speaks with nobody."""
_ABOUT = frozenset({"关于", "有关", "涉及"})
_OF_TALKS = re.compile(r"dn{0,2}X")
"""Before and behind what talks are about: 关于|中国|的对话."""
_SOME_STATES = re.compile(r"至少|[两二三四五六七八九十\d多数几]+[国方眼]")
_SEVERAL = re.compile(r"(?:多|一些|部分|若干|几|数|其[他它]|[二三四五六七八九十\d])个?$")
_EACH_SUMMONS = re.compile(r"(?:各(?:成员)?国|成员国)[^，。]{0,4}召见")
"""Behind a union of which each member does it: 欧盟|各国召见大使."""
_COUNTERPART_OF = re.compile(r"[LSO]?n{1,3}(?:,?n{0,3}[SO]?n{1,3})?P")
_COUNTERPART = re.compile(r"同行|同僚|对口|对应|对手|同侪|对等")
"""Behind a pronoun that owns them, letters and words of who has the same office elsewhere: 他的|中国同行王毅."""
_BELONGS_TO = re.compile(r"(?:所在|所属|领导|创立|创办)的?[^，。；的]{0,4}(?:政党|党|组织|团体|公司|机构)")
"""Behind somebody who only says of which party another is: 昂山素季|所在政党的一名官员."""
_MEDIA = re.compile(r"(?:媒体|传媒|记者|新闻界|报界)")
"""Behind a state whose press somebody talks to: 与|日本|媒体举行圆桌会议."""
_NEAR = 4
_AT_OFFICE = re.compile(r"[^，。的]{0,8}(?:上任|上台|就任|就职|当选|执政|入主)[^，。的]{0,4}(?:以来|之?后)")
_SINCE = re.compile(rf"{SINCE}[^，。]{{0,4}}$")
"""Behind and before a name that only says since when: 自总统|拜登|上任以来的首场会谈."""
_OF_MANY = frozenset({"各国", "多国", "世界各国", "外国", "各地", "各大"})
"""Before bodies that every state has: 迫使各国|央行升息."""


def is_no_party(units: Sequence[Unit], letters: str, i: int) -> bool:
    """Whether a name only says whose somebody is, what a matter is about, or where those before it met."""
    behind = "".join(unit.text for unit in units[i + 1 : i + 5])
    before = units[i - 1].text if i else ""
    if (before in AND and _CONCERNED.match(behind)) or (before in _ABOUT and _OF_TALKS.match(letters, i + 1)):
        return True
    listed = i > 1 and letters[i - 2] in "SOLP"  # 新加坡、菲律宾|四个|东盟国家
    if letters[i] == "O" and not listed and (are_some_members(units, i) or _EACH_SUMMONS.match(behind)):
        return True
    if _AT_OFFICE.match(behind) and _SINCE.search("".join(unit.text for unit in units[max(0, i - 3) : i])):
        return True
    if _is_matter_of_group(units, letters, i) or (i and letters[i] == "O" and units[i - 1].text in _OF_MANY):
        return True
    with_media = letters[i] == "S" and _MEDIA.match(behind) and "w" in letters[max(0, i - _NEAR) : i]
    if with_media or (letters[i] == "P" and _BELONGS_TO.match(behind)):
        return True
    return _modifies(units, letters, i) or _is_town(units, i) or (i > 0 and _met_at(units, letters, i - 1))


def are_some_members(units: Sequence[Unit], i: int) -> bool:
    """Whether a union only says whose members some states are: 东盟|四国外长, 多个|欧盟|国家; not so 七国集团."""
    if _SOME_STATES.match(units[i].standings[0].name):
        return False
    behind = units[i + 1].text if i + 1 < len(units) else ""
    before = "".join(unit.text for unit in units[max(0, i - 2) : i])
    states = behind.startswith("国家") or units[i].standings[0].name.endswith(("国家", "國家"))
    return bool(_SOME_STATES.match(behind) or (states and _SEVERAL.search(before)))


def _is_matter_of_group(units: Sequence[Unit], letters: str, i: int) -> bool:
    """Whether a state is but what a group of officials deals with who sit together: 五角大楼召开|中国|工作组会议."""
    behind = "".join(unit.text for unit in units[i + 1 : i + 3] if unit.letter == "n")
    if letters[i] != "S" or not behind.endswith(("工作组", "专案组", "小组")):
        return False
    sits = re.match(r"[nad]*X", letters[i + 2 :]) is not None and "v" in letters[:i] and letters[i - 1 : i] != "w"
    return sits or letters[i - 2 : i] in ("Od", "nd")  # 众议院的|中国|特别工作组


def _met_at(units: Sequence[Unit], letters: str, i: int) -> bool:
    """Whether it names several states, and behind it stands where they met."""
    several = len(units[i].standings) > 1 or letters[max(0, i - 2) : i] in ("Sw", "Sc")
    several |= letters[: i + 1].endswith(("PwP", "PP"))  # 菅义伟与拜登|东京会面
    match = _MET_AT.match(letters, i + 1) if several else None
    return match is not None and not units[match.end() - 1].text.startswith(_BARGAINS)  # 俄乌|克里米亚谈判


def _is_town(units: Sequence[Unit], i: int) -> bool:
    """Whether a name that only the text knows stands for a place: 在阿拉斯加|安克雷奇|会见."""
    if i < 2 or units[i].letter != "P" or not units[i].standings[0].id.startswith("x."):
        return False
    before = units[i - 1]
    return units[i - 2].text in ("在", "于") and before.letter in "nL" and not TITLED.search(before.text)


def counts_members(units: Sequence[Unit], letters: str, at: int) -> bool:
    """Whether a word counts those before as members of what follows: 新加坡、菲律宾|四个|东盟国家."""
    return letters[at : at + 2] in ("nO", "nS", "nL") and _NUMBER.fullmatch(units[at].text) is not None


def is_kin(units: Sequence[Unit], letters: str, i: int) -> bool:
    """Whether a person is only named as whose kin another is: 金正恩|颇具影响力的妹妹、副部长金与正."""
    last = letters.find("P", i + 1, i + 16)
    behind = "" if last < 0 or "," in letters[i:last] else "".join(unit.text or "某" for unit in units[i + 1 : last])
    return _KIN.match(behind) is not None


def _modifies(units: Sequence[Unit], letters: str, i: int) -> bool:
    if _met_at(units, letters, i):
        return False
    if letters[i] == "M":  # 中美两国, 布林肯两人
        return (i > 0 and letters[i - 1] in "SP") or has_counterpart(units, letters, i)
    if i + 1 < len(units) and units[i + 1].text in AND_OTHERS:
        return False
    if letters[i] == "P":
        return _OF_RELATION.match(letters, i + 1) is not None or is_kin(units, letters, i)
    if _is_named_besides(units, letters, i):
        return False
    ally = letters[i + 1 : i + 3] == "nS" and _ALLY_OF.fullmatch(units[i + 1].text)  # 北约|盟友|挪威
    return bool(ally) or _OF_OTHERS.match(letters, i + 1) is not None


def has_counterpart(units: Sequence[Unit], letters: str, i: int) -> bool:
    """Whether a pronoun only says whose counterpart somebody is: 与|他|的中国同行王毅."""
    if letters[i : i + 2] != "Md" or not _COUNTERPART_OF.match(letters, i + 2):
        return False
    return any(_COUNTERPART.match(unit.text) for unit in units[i + 2 : i + 5])


def _is_named_besides(units: Sequence[Unit], letters: str, i: int) -> bool:
    """Whether a name stands for itself, though one that could be of it follows."""
    if letters[i + 1 : i + 3] == "Ln" and (TITLED.search(units[i + 2].text) or units[i + 2].text in _SECTIONS):
        return True  # 美国|印太司令, 外交部|欧洲司
    if letters[i - 1 : i] == "c" and counts_members(units, letters, i + 1):
        return True  # 新加坡、菲律宾|四个东盟国家
    return letters[i + 1 : i + 3] == "nO" and bool(_COUNTED.match(units[i + 1].text))  # 捐赠台湾|75万剂|莫德纳疫苗
