"""What the words around an event word say of it besides date and status: which round, what level, whether one more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shilu.reading.events.party import One, Parties

_ROUNDS = re.compile(
    r"第[一二两三四五六七八九十\d]+(?=[轮届])|(?!一[轮届])[一二两三四五六七八九十\d]+(?=[轮届])|首(?=[轮届])|多(?=[轮次])|(?<!第)[二两三四五六七八九十\d]+(?=次)|第[一二三四五六七八九十\d]+(?=次)"
)
TWO_AND_TWO = re.compile(r"[二两2２][加＋+][二两2２]")
_FOREIGN, _DEFENCE = r"外(?:[长相]|务大臣|交部?长|交大臣)", r"(?:防[长相]|(?:国防|防[卫务])(?:部?长|大臣))"
_AND = r"(?:[和与及暨、]|以及)"
_TWO_OFFICES = re.compile(rf"{_FOREIGN}{_AND}{_DEFENCE}|{_DEFENCE}{_AND}{_FOREIGN}|外交{_AND}国防")
_FURTHER = re.compile(r"继续|再次|再度|再|下一?[次轮]|未来|今后|日后|后续|恢复|重启|还将|下回|另|明年|年底")
_OF_OLD = re.compile(
    r"曾|此前|之前|早前|以前|先前|当年|时任|上[次回]|前不久|日前|近[日期]|最近|不久前|"
    r"不久|没多久|过往|过去|历史上|当时|多次|以来|往年|上任|就任|任内|任期"
)
_LEADERS = re.compile(r"首脑|元首|领导人|领袖|国家主席|总统(?!府)|首相|总理")
_OFFICIALS = re.compile(
    r"外长|外相|防长|财长|部长|高官|官员|高层|外交官|顾问|代表|司长|外交人员|使节|大使|团队|专家|军长"
)
_THEIR_OFFICIALS = re.compile(
    r"(?:[两三四各多]国|双方|[方国中美俄日韩英法德印欧盟的])(?:[最高级]|主管|负责|相关|政府|外交|国防|军事|经贸)*"
    r"(?:外长|外相|防长|高官|官员|高层(?!会)|外交官|团队|顾问|专家)"
)
"""In the clause of an encounter: 美中两国|官员|在阿拉斯加举行面对面会谈."""
SINCE = r"(?<![来各亲独出擅])自从?"
"""What opens a phrase that says since when."""
_SINCE_WHEN = re.compile(rf"{SINCE}[^，。；]{{2,16}}(?:以来|之?后)的?")
"""两国高官举行|自总统拜登上任以来的|首场会谈."""
_ASIDE_BEHIND = re.compile(
    r"[”」』]?(?:结束|举行|召开|落幕|登场)?(?:[之以]?前(?!往|来|总|首|外|国)|[之以]?后(?!续)|之际|前夕|"
    r"的(?:消息|新闻|报道|结果|成果|精神|意义|影响|看法|评论|评价|期待|背景))"
)
_ASIDE_BEFORE = re.compile(r"(?:针对|有关|关于|对于|按照|根据|围绕|聚焦|[就对因])$")
_LEFT = re.compile(r"[”」』]?(?:的?(?:精神|共识|成果|结果|承诺)|[上中](?:所?(?:取得|达成|形成|确定|商定)的))")
_BEFORE_IT = re.compile(
    r"前(?!夕|往|首|总|国|外|所|在|来|，|还|也|又|先|曾|[一两三几\d])[^，。；的]{2,12}(?=[，。；]|$)"
)
_OUTCOME = re.compile(r"[”」』]?的?(?:结果|情况|内容|细节|经过|感想|纪要|片段)")
_NEAR = 14
_BESIDE = 8


def is_two_and_two(clause: str) -> bool:
    """Whether a clause tells of talks of two and two: 2+2会谈, 外长和防长会晤."""
    return bool(TWO_AND_TWO.search(clause) or _TWO_OFFICES.search(clause))


def rounds(before: str) -> str | None:
    """Which one in a row the words before tell of (第7, 首), or how many there were (×6)."""
    found: list[str] = _ROUNDS.findall(before[-_NEAR:])
    if not found:
        return None
    return found[-1] if found[-1][0] in "第首" else f"×{found[-1]}"


def is_of_old(plain: str) -> bool:
    """Whether a sentence tells of what was before the news: 曾, 此前, 上次, 时任."""
    return bool(_OF_OLD.search(plain))


def is_mentioned(plain: str, start: int, end: int) -> bool:
    """Whether an encounter is only named on the way to what the clause tells: 美中会谈前, 就两国对话, 会晤的消息.

    What is told 在…会谈中 is of its own day.
    """
    return bool(_ASIDE_BEHIND.match(plain, end) or _ASIDE_BEFORE.search(plain[max(0, start - 3) : start]))


def is_reported(plain: str, end: int) -> bool:
    """Whether what is told now is only what came of an encounter: 向媒体交代|会面|结果, 访问|情况."""
    return bool(_OUTCOME.match(plain, end))


def is_said_before(behind: str) -> bool:
    """Whether the clause tells what is done before an encounter, at the time it gives: 16日访美|前接种疫苗."""
    return bool(_BEFORE_IT.match(behind))


def is_spirit(plain: str, end: int) -> bool:
    """Whether only what an encounter left is told of: 两国元首通话精神, 会谈的共识, 会上取得的进展."""
    return bool(_LEFT.match(plain, end))


def is_further(before: str) -> bool:
    """Whether it is told as another one: 将再次会谈."""
    return bool(_FURTHER.search(before))


def level(before: str, word: str, ones: Iterable[One], parties: Parties) -> str | None:
    """Whether leaders meet, former ones do, or officials; None where it is not said."""
    people = [one for one in ones if one.kind == "person"]
    if any(parties.led(one) for one in people):
        return "former"
    if people:
        return "leaders" if any(parties.leads(one) for one in people) else "officials"
    before = _SINCE_WHEN.sub("", before)
    said = before[-_BESIDE:] + word
    leaders, officials = _LEADERS.search(said), _OFFICIALS.search(said)
    if leaders is None and officials is None:
        officials = _THEIR_OFFICIALS.search(before)
    if bool(leaders) == bool(officials):
        return None
    return "leaders" if leaders else "officials"
