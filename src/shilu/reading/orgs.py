"""Where organisations are named: known names, names built of known parts, missions abroad, and newspapers in 《》.

The tagger often cuts a long name (新加坡国立大学|国际法中心) or glues a word on (美国国务院新闻). A name that the
authority lacks is taken where a pattern over units holds: it begins with a proper word and ends with one that ends
bodies.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from shilu.reading.lexicon import GOVERNING, OWN_NAME_ENDINGS, PERSONAL, WEAK_HEADS, words
from shilu.reading.units import letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from shilu.knowledge import Authority
    from shilu.reading.units import Unit
    from shilu.reading.whole import Whole

_INNER = r"(?:[NLZSOo]|(?<=[NZ])C(?=[NZEo])|(?<=O)C(?=[NE])|E(?=[NZSEG]))"
_BODY = re.compile(
    r"PG"  # 拜登|政府
    r"|Lk"  # 义大利|外交部
    rf"|[LOZSoKk]{_INNER}{{0,6}}[EGo]"
    r"|N{1,2}(?:C?N)?E"
    r"|[KkoO]"
)
_OF_BODIES = frozenset("KkEGoO")
"""Without such a unit there is no name of an organisation."""
_MISSION = re.compile(
    r"(?:驻[一-鿿]{1,8}?|在台)"
    r"(?:大使馆|使馆|总领事馆|总领馆|领事馆|使领馆|经济文化代表处|代表处|代表团|办事处|记者协会|协会)"
)
_PAPER = re.compile(r"[《「『]([^《》「」『』\n]{2,16})[》」』]")
_PAPER_END = re.compile(
    r"(?:报|周刊|杂志|邮报|时代|新闻|评论|网|快讯|电讯|观察家|旁观者|导报|财经|月刊|信使|镜报|回声)$"
)
_QUOTED_PAPER_END = re.compile(r"^.{1,6}(?:日报|时报|晚报|邮报|早报|周刊|[^情警汇通海]报)$")
_REPORTING = re.compile(
    r"\s?(?:\([^()]*\)|（[^（）]*）)?[^，。；]{0,6}?(?:报道|报导|援引|引述|网站|社论|称|记者|专栏|采访|专访|披露|总编|评论员)"
)
_OWN = re.compile(r"本台|本报(?!告)|本社(?!会|区)")
_ABBREVIATED = re.compile(r"[中美日台英法德俄韩朝印澳加欧港陆伊以巴土乌越缅两川习拜蔡帛]+")
_LATIN_NAME = r"([A-Z][A-Za-z0-9&.'-]*[A-Za-z0-9](?: [A-Z][A-Za-z0-9&.'-]*[A-Za-z0-9]){0,3})"
_KIND_BEFORE = re.compile(
    r"(?:公司|集团|机构|智库|网站|媒体|杂志|基金|企业|组织|券商|投行|供应商|开发商|制造商|运营商|零售商|通讯软件|通讯社|银行|"
    rf"巨头|品牌) ?{_LATIN_NAME}(?![A-Za-z0-9.])"
)
_OFFICER_BEHIND = re.compile(
    rf"(?<![A-Za-z0-9.&' -]){_LATIN_NAME} ?(?:的)?"
    r"(?:资深|首席|高级|亚洲|亚太|全球|大中华区|美国|欧洲|中国|市场|外汇|投资|货币|利率)*"
    r"(?:分析师|策略师|经济学家|经济师|交易员|发言人|执行长|执行官|创始人|研究员|总裁|董事长|基金经理)"
)
_TERMS = frozenset(
    words(
        """
        AI IT GPS IP EV NFT VR ESG TV SUV LED USB PC UFO KTV COVID SARS MERS GDP CEO PCR DNA RNA CPI PMI IPO APP ETF
        """
    )
)
_FIRST_NAME = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+[）)]")
_LATIN_WORD = re.compile(r"[a-z]")  # domestic, benefit: the tagger knows no English
_LOOSE = re.compile(
    r"[一二三四五六七八九十两几各多\d]+[国个家]|双方|有关|相关|旗下|最大|极少数|新政府|西方|党国|前政府|母公司|外国|多国|不同|社交媒体"
)
"""What no name of one organisation contains."""
_NO_BODY = re.compile(
    r"(?:[东西南北中内外上下前后顶底局全各]部|法|格局|简报|话题|外交使团|议程|条款|行动|的|政权|代表团|椭圆形办公室)$|"
    r"(?:(?:国宴|宴会|音乐|大)厅|政府内阁|(?:部|政府|党)智库)$|^.政府$|^中央行$|^.$|^爱国爱|"
    r"^(?:[各每某该驻]|大(?:型|公司|企业|银行|航空公司))|^[中美日英法德俄韩朝印澳欧台]{2,4}(?:军事|安全)?同盟$"
)
"""What no name of an organisation is: 台湾东南部, 国家安全法, 宁夏代表团. No annotated article has one."""
_PARLIAMENT = re.compile(r"[美英法德俄]国会")
_OF_PARLIAMENT = re.compile(
    r"通过|[参众]议?[院员]|议员|警|大厦|报告|跨党|民主党|共和党|两党|山庄|的|提出|骚乱|推动|批准|呼吁|审|听证|领袖|[，。、》」”]|$"
)
"""What follows an abbreviated 美国国会, and not 会."""
_COMMON = re.compile(r"(?:政府|金融中心|生产中心|公司|学院|研究所|法庭|党|同盟|部)$")
"""How names of common words end that are none: 国际金融中心, 公共事务学院, but 国际商会."""
_TRADE = re.compile(
    r"(?:科技|咨询|互联网|房地产|地产|石油|能源|保险|制药|生物|电信|航空|软件|广告|物流|汽车|矿业|钢铁|建筑|金融|投资|初创|跨国|"
    r"国有|民营|上市|控股|媒体|律师|招聘|旅游|游戏|芯片|半导体|影视)(?:公司|企业|集团|机构)$"
)
"""What companies do: 中国|科技公司 is any of them."""
_BEFORE = re.compile(r"^[一-鿿]{0,6}智库(?=[一-鿿]{4})")


LOCAL = re.compile(r"[一-鿿]{1,7}[省州市县]")
"""A province or town, whose bodies bear the names of the state's: 丹东市|国家安全局, 加州|众议院."""
_BEYOND_THE_STATE = frozenset({"university", "media", "think-tank", "company", "ngo"})
"""Kinds of bodies that bear a name of their own, so that a country before it is no part of the name."""


class Named(msgspec.Struct, frozen=True):
    """A stretch of the whole that names an organisation or a place; ``ids`` where the authority knows it."""

    start: int
    end: int
    ids: tuple[str, ...] = ()


def organisations(whole: Whole, row: list[Unit], authority: Authority) -> list[Named]:
    """Where organisations are named, without overlap, in reading order."""
    frequent = Counter(whole.plain[unit.start : unit.end] for unit in row if unit.letter == "O")
    found = [*_built(whole, row, frequent, authority), *_papers(whole), *_missions(whole, row), *_latin(whole)]
    return without_overlap(found)


def own_outlet(whole: Whole) -> list[tuple[int, int]]:
    """Where the outlet speaks of itself: 本台."""
    return [match.span() for match in _OWN.finditer(whole.plain)]


def without_overlap(found: Iterable[Named]) -> list[Named]:
    """The longest of those that overlap."""
    chosen: list[Named] = []
    for named in sorted(found, key=lambda one: (one.start, -one.end, not one.ids)):
        if not chosen or named.start >= chosen[-1].end:
            chosen.append(named)
        elif named.end - named.start > chosen[-1].end - chosen[-1].start:
            chosen[-1] = named
    return chosen


def _built(whole: Whole, row: list[Unit], frequent: Counter[str], authority: Authority) -> Iterator[Named]:
    for stretch in _stretches(row):
        for match in _BODY.finditer(letters(stretch)):
            units = stretch[match.start() : match.end()]
            if len(units) > 1 and units[0].letter in "Kk" and whole.plain.startswith("党魁", units[-1].end - 1):
                units = units[:1]  # 中共|党魁, 保守党|前党魁
            if _holds(whole, units, frequent, authority):
                before = stretch[match.start() - 1] if match.start() and units[0].letter == "k" else None
                of_town = before and LOCAL.fullmatch(whole.plain, before.start, before.end)
                start = before.start if before and of_town else _start(whole, units, authority)
                yield Named(start, units[-1].end, units[-1].ids)


def _stretches(row: list[Unit]) -> Iterator[list[Unit]]:
    """Runs of units without a gap that may hold the name of an organisation: one run in seven."""
    last = 0
    for index in [nth for nth, unit in enumerate(row) if unit.letter in _OF_BODIES]:
        if index < last:
            continue
        first, last = index, index + 1
        while first and row[first - 1].end == row[first].start:
            first -= 1
        while last < len(row) and row[last].start == row[last - 1].end:
            last += 1
        yield row[first:last]


def _holds(whole: Whole, units: list[Unit], frequent: Counter[str], authority: Authority) -> bool:
    """Whether a stretch that fits a pattern is the name of one organisation."""
    text = whole.plain[units[0].start : units[-1].end]
    if text.endswith("会") and _is_state_that_will(whole, text, units[-1].end, authority):
        return False
    if len(units) == 1:
        plain_word = units[0].letter not in "Kk"
        return not (plain_word and _NO_BODY.search(text)) and _is_one_name(whole, units[0], text, frequent, authority)
    if len(text) > 24 or _LOOSE.search(text) or (units[-1].letter not in "Kk" and _NO_BODY.search(text)):
        return False
    inner = "".join(unit.letter for unit in units[:-1])
    if units[0].letter in "NS" and not set(inner) & set("OoKkLZ"):
        named = text.endswith("委员会") if units[0].letter == "N" else not _COMMON.search(text)
        if not named and whole.plain.count(text) == 1:
            return False
    return _head_fits(inner, units[-1].letter, whole.plain[units[-1].start : units[-1].end])


def _is_state_that_will(whole: Whole, text: str, end: int, authority: Authority) -> bool:
    """Whether 会 is a verb behind a state: 警告|中国会|反击, 重申|美国会|协助日本, but 美国会|通过法案.

    Of 120 times that 美国会 stands in a month of posts, a third is the parliament's, before the words of parliaments.
    """
    if not any(found.id in authority.places for found in authority.lookup(text[:-1])):
        return False
    return not (_PARLIAMENT.fullmatch(text) and _OF_PARLIAMENT.match(whole.plain, end))


def _head_fits(inner: str, letter: str, head: str) -> bool:
    """Whether the last word makes a name of what stands before it: 拜登|政府, 太平洋网络|公司, 香港|法院."""
    if inner == "P":
        return head in PERSONAL
    if letter == "G" and head in WEAK_HEADS:
        return any(unit in "ZOoKk" for unit in inner)
    if letter == "G" and set(inner) <= {"L"}:
        return head in GOVERNING
    return True


def _is_one_name(whole: Whole, unit: Unit, text: str, frequent: Counter[str], authority: Authority) -> bool:
    """Whether one word that the tagger calls an organisation is the name of one."""
    if unit.letter == "O":
        return (
            frequent[text] > 1
            and not _ABBREVIATED.fullmatch(text)
            and not text.endswith("族")
            and text not in _TERMS
            and not _FIRST_NAME.match(whole.plain, unit.start)
            and not _LATIN_WORD.match(text)
        )
    if unit.letter != "o":
        return True
    trade = _TRADE.search(text)
    if trade and any(candidate.kind == "place" for candidate in authority.lookup(text[: trade.start()])):
        return False
    head = max((head for head in WEAK_HEADS if text.endswith(head)), key=len, default="")  # 分公司, not 公司
    rest = text.removesuffix(head)
    general = bool(head) and (
        _ABBREVIATED.fullmatch(rest) or any(candidate.kind == "place" for candidate in authority.lookup(rest))
    )
    return not general and not _LOOSE.search(text)


def _start(whole: Whole, units: list[Unit], authority: Authority) -> int:
    """Where a name begins without what only describes it: 华府智库|美国企业研究所, 英国|伦敦国王学院."""
    text = whole.plain[units[0].start : units[-1].end]
    match = _BEFORE.match(text)
    if match:
        return units[0].start + match.end()
    if units[0].letter == "L" and len(units) > 1 and units[1].letter in "LZOoK" and text.endswith(OWN_NAME_ENDINGS):
        return units[1].start
    if (
        units[0].letter == "L"
        and len(units) > 1
        and units[1].letter in "Kk"
        and _begins_with_place(whole, units[1], authority)
    ):
        return units[1].start
    if units[0].letter == "K" and len(units) == 1 and authority.orgs[units[0].ids[0]].kind in _BEYOND_THE_STATE:
        return units[0].start + _place_before(text, units[0].ids[0], authority)
    return units[0].start


def _begins_with_place(whole: Whole, unit: Unit, authority: Authority) -> bool:
    """Whether a known name holds its place itself: 法国|欧洲议会议员."""
    text = whole.plain[unit.start : unit.end]
    return any(c.kind == "place" for cut in range(2, min(5, len(text))) for c in authority.lookup(text[:cut]))


def _place_before(text: str, ident: str, authority: Authority) -> int:
    """How many characters of a known name are a place before a shorter name of the same body."""
    for cut in range(2, min(5, len(text) - 2)):
        if ident in {c.id for c in authority.lookup(text[cut:])} and any(
            c.kind == "place" for c in authority.lookup(text[:cut])
        ):
            return cut
    return 0


def _papers(whole: Whole) -> Iterator[Named]:
    for match in _PAPER.finditer(whole.plain):
        end = _PAPER_END if match[0][0] == "《" else _QUOTED_PAPER_END
        if end.search(match[1]) or (match[0][0] == "《" and _REPORTING.match(whole.plain, match.end())):
            yield Named(match.start(1), match.end(1))


def _missions(whole: Whole, row: list[Unit]) -> Iterator[Named]:
    """Missions abroad: 中国驻纽约总领事馆."""
    places = {unit.end: unit.start for unit in row if unit.letter in "LK"}
    places |= {hit.end: hit.start for hit in whole.hits if hit.candidates[0].kind == "place"}
    for match in _MISSION.finditer(whole.plain):
        yield Named(places.get(match.start(), match.start()), match.end())


def _latin(whole: Whole) -> Iterator[Named]:
    """Bodies with a Latin name alone, known by what stands beside it: 研究机构Gartner, OANDA资深分析师."""
    for pattern in (_KIND_BEFORE, _OFFICER_BEHIND):
        for match in pattern.finditer(whole.plain):
            if match[1] not in _TERMS:
                yield Named(*match.span(1))
