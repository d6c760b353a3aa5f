"""States behind abbreviations: 中美 in 中美关系, 美日印澳, 两岸, 中方, 美 in 美批中国.

No abbreviation is an entity of the article by itself; where it stands, the state is meant, and events need to know.
A run of abbreviations is a compound only where the words let it be (其中俄罗斯, 加以, 法新社 are none): it begins a
word, and what follows is said of states, or the tagger takes the run for one place.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from shilu.reading.analysis import Standing
from shilu.reading.mentions import IS_GROUP

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from shilu.knowledge import Authority
    from shilu.reading.analysis import How
    from shilu.reading.whole import Whole
    from shilu.records import Entity, EntityKind

# Chosen by reading the 160 most frequent runs of 2,071 posts with what follows them.
_SAID_OF_STATES = re.compile(
    r"[「“\"']?(?:[两二三四五六2-6]国|[两双三四]边|[两双三四]方|之间|间|关系|外长|防长|财长|外交|国防|防务|防长|高[层官级阶峰]|会[谈晤面]|对话|谈判|磋商|贸易|经贸|"
    r"商贸|经济|峰会|首脑|元首|领导人|领袖|同盟|联盟|盟[国友邦]|军演|军事|联合|合作|协[议定]|条约|声明|冲突|边[境界防]|战[争略]?|竞[争逐]|角力|对抗|对立|对峙|摩擦|纠纷|投资|"
    r"安全|安保|国安|国家安全|[2２二][+＋加]|官员|等国|等(?:\d{1,2}|[多各两三四五六七八九十]+)个?国|民间|友好|[建断复]交|博弈|脱钩|通话|交往|交流|互动|接触|联手|互|民众|人民|政府|当局|官方|同样|相?互|彼此|因[^，。]{1,12}(?:相?互|彼此)|都|各|双双|矛盾|僵局|争端|"
    r"总统|总理|首相|国会|议会|学者|专家|代表|大使|媒体|航[线班]|航空|货运|班轮|海军|舰|军|举行|首[次度]|第[一二三四五六]次|即将|刚刚|刚结束|[昨今]天|(?:\d{1,2}月)?\d{1,2}日(?!报)|[上本]周|周[一二三四五六日]|星期|近日|日前|商讨|讨论|发表|签署|达成|同意|宣布|重申|携手|共同|"
    r"[和与及、]欧盟|在[^，。]{1,8}(?:会[谈晤]|举行|磋商))"
)
_DONE_BY_STATES = re.compile(
    r"质疑|批评|谴责|制裁|[促吁]|呼吁|要求|警告|指责|抗议|拒绝|反对|欢迎|应(?![对邀急当变])|[拟将]"
)
"""Behind two states of which much is told (美英|质疑), not so behind other runs (立委|质疑)."""
# Headlines leave out 国 and 方; the tagger then takes 美 for a noun or an adjective as often as for a place. 美指 is an
# index of the dollar, too, and 中将 and 中指 are words.
_TELLS = re.compile(
    r"：|对[华中台港俄朝伊日韩欧]|[批吁促斥拒称拟](?!为|号|呼)|[将欲再](?!军)|[高前]?官员|高官|制裁|谴责|警告|宣布|要求|敦促|起诉|指控|公布|"
    r"指(?=[^数标出示甲]{0,3}[国京俄日韩朝伊台港华中方])"
)
_TOLD_OF = frozenset("美英俄日韩印朝伊欧澳")
_OFFICES = re.compile(r"外长|防长|总统|总理|首相|外交部|国防部|国会|大使(?!馆)|军方|驻华|驻美")
"""What stands behind states of which less is told: 菲|外长防长, 加|总理."""
_MINISTERS = re.compile(r"外长|外相|防长|防相|财长|首相|总理|外交部|国防部")
"""… and behind the others, where no name follows: 印|防长评价会谈."""
_TOLD_TOO = frozenset("菲越泰缅德法意加土以乌巴")
_BEFORE = frozenset(" \u3000：？！。；，、「“\n|")
_PARTY = re.compile(r"方(?![面式案法向便针才块程位圆言队格丈阵舱济正兴圆才])")
_ALLIED = 4
"""So many abbreviations in a row are states whatever follows: 印澳日美."""
_MOST = 12
_IS_DAY = re.compile(r"[\d一二三四五六七八九十昨今明当同次翌即]$")
_LISTED = 3
_STRAIT = re.compile("两岸")
_STRAIT_SIDES = ("CN", "TW")
_BEHIND = (("CN", re.compile("(?<=[对在来赴涉])华|(?<=对)中(?![、短小低高级层期间])")), ("TW", re.compile("(?<=对)台")))
"""Characters that are a state where they are a word behind these, whatever the tagger takes them for: in 4,000
sentences 对台 was a noun to it 39 times, and a place 26 times. No runs of states are made of 华 (中华, 华美)."""
_UNIONS = {"欧": "o.eu"}
_OTHERS = {"新": ("NZ",), "伊": ("IQ",), "巴": ("PS", "BR")}
"""Countries that share their character with one told of more: Singapore, Iran, Pakistan."""
_BESIDE = {("新", "澳"): "NZ", ("澳", "港"): "MO", ("巴", "以"): "PS"}
"""And those that the character beside it tells: 澳新, 以巴."""


def abbreviated(whole: Whole, authority: Authority, entities: Mapping[str, Entity], taken: bytearray) -> list[Standing]:
    """Where states stand abbreviated, outside the names already found."""
    usual, runs = _states(authority)
    states = states_here(usual, authority, entities)
    found: list[tuple[int, int, str, How]] = []
    for match in runs.finditer(whole.plain):
        start, end = match.span()
        if any(taken[start:end]) or _is_place(whole, start, end, authority):
            continue
        start = _begins(whole, start, end)
        if start == end:
            continue
        run = whole.plain[start:end]
        if len({states[char] for char in run}) < len(run):
            continue  # 有意义|对话: both are Italy
        if end - start > 1 and _is_compound(whole, start, end, authority):
            found += [(start, end, _meant(char, run, states, authority), "compound") for char in run]
        elif end - start == 1 and (_stands_for_state(whole, start) or _opens_headline(whole, start)):
            found.append((start, end, states[run], "abbreviation"))
    listed = _listed(whole, states, taken, authority)
    found += [one for one in listed if one[0] not in {start for start, *_ in found}]
    found += [one for one in _behind(whole, authority, taken) if one[0] not in {start for start, *_ in found}]
    for match in _STRAIT.finditer(whole.plain):
        found += [(*match.span(), side, "compound") for code in _STRAIT_SIDES if (side := authority.country(code))]
    standings = []
    for start, end, ident, how in found:
        block, at = whole.place(start)
        table = authority.orgs if ident in authority.orgs else authority.places
        name = entities[ident].name if ident in entities else table[ident].name
        kind: EntityKind = "org" if ident in authority.orgs else "place"
        standings.append(Standing(block, at, at + end - start, ident, kind, name, how))
    return standings


def _begins(whole: Whole, start: int, end: int) -> int:
    """Where a run of abbreviations begins: behind the end of a day, and not within a word (参加|美日会谈)."""
    if whole.plain[start] == "日" and _IS_DAY.search(whole.plain, max(0, start - 2), start):
        start += 1  # 18日|中美, 11日|朝示威者开火, 昨日|美欧英加
    while start + 1 < end and start not in whole.starting:
        start += 1
    return start


def _is_place(whole: Whole, start: int, end: int, authority: Authority) -> bool:
    """Whether it is one place, named in a longer name or as that of people: 《巴黎|协定》, 印尼|籍移工."""
    return end - start > 1 and any(one.kind == "place" for one in authority.lookup(whole.plain[start:end]))


def states_here(usual: Mapping[str, str], authority: Authority, named: Container[str]) -> dict[str, str]:
    """The states that characters stand for in an article: those most told of, unless it names only another.

    ``usual`` has the ids of those most told of, ``named`` those of all that the article names.
    """
    states = dict(usual)
    for char, codes in _OTHERS.items():
        others = [country for code in codes if (country := authority.country(code)) and country in named]
        if char in usual and usual[char] not in named and others:
            states[char] = others[0]
    return states


def _meant(char: str, beside: Container[str], states: Mapping[str, str], authority: Authority) -> str:
    """The state behind an abbreviation in its run or list."""
    codes = (code for (one, other), code in _BESIDE.items() if one == char and other in beside)
    return next((country for code in codes if (country := authority.country(code))), states[char])


def _listed(
    whole: Whole, states: Mapping[str, str], taken: bytearray, authority: Authority
) -> Iterator[tuple[int, int, str, How]]:
    """States of one character each in a list of three, whatever the tagger takes them for: 日、印、澳领导人."""
    for match in re.finditer(rf"(?<!、)(?:[{''.join(states)}]、)+[{''.join(states)}]", whole.plain):
        places = range(match.start(), match.end(), 2)
        names = {whole.plain[at] for at in places}
        several = len(names) == len(places) >= _LISTED or _SAID_OF_STATES.match(whole.plain, match.end())
        if several and match.start() in whole.starting:
            for at in places:
                if not taken[at]:
                    yield at, at + 1, _meant(whole.plain[at], names, states, authority), "compound"


def _behind(whole: Whole, authority: Authority, taken: bytearray) -> Iterator[tuple[int, int, str, How]]:
    """States of one character that a word before it tells: 对华, 在华."""
    for code, pattern in _BEHIND:
        for match in pattern.finditer(whole.plain):
            at = match.start()
            word = whole.words[whole.starting[at]] if at in whole.starting and not taken[at] else None
            if word is not None and word.end == at + 1 and (state := authority.country(code)):
                yield at, at + 1, state, "abbreviation"


def _is_compound(whole: Whole, start: int, end: int, authority: Authority) -> bool:
    run = whole.plain[start:end]
    if start not in whole.starting:
        return False
    if len(run) >= _ALLIED or _SAID_OF_STATES.match(whole.plain, end, end + _MOST):
        return True
    if set(run) <= _TOLD_OF | {"中"} and _DONE_BY_STATES.match(whole.plain, end):
        return True
    word = whole.words[whole.starting[start]]
    if word.end != end or any(authority.lookup(f"{run}{kind}") for kind in "市县区省州"):
        return False  # 巴中 is a city unless more is said of it
    return word.tag == "LOC" or (word.tag == "PER" and IS_GROUP.fullmatch(run) is not None)


def _opens_headline(whole: Whole, at: int) -> bool:
    """Whether one character in a headline does what states do: 美：…, 美促俄停火."""
    plain = whole.plain
    if at >= whole.body or (at and plain[at - 1] not in _BEFORE):
        return False
    if plain[at] in _TOLD_TOO:
        return _OFFICES.match(plain, at + 1) is not None
    told = _TELLS.match(plain, at + 1) or _MINISTERS.match(plain, at + 1)
    return plain[at] in _TOLD_OF and told is not None


_VISITS = "访"
"""What makes one word with the state behind it, whatever the tagger cuts: 访|俄."""


def _stands_for_state(whole: Whole, at: int) -> bool:
    """Whether one character stands for its state: 中方, or a word of its own that the tagger takes for a place."""
    if at not in whole.starting or whole.plain[at - 1 : at] == _VISITS:
        return False
    word = whole.words[whole.starting[at]]
    if _PARTY.match(whole.plain, at + 1):
        return word.end - at <= 2
    return word.end == at + 1 and word.tag == "LOC"


@functools.lru_cache(maxsize=4)
def _states(authority: Authority) -> tuple[dict[str, str], re.Pattern[str]]:
    """The state (or union of states) behind each abbreviation of one character, and a pattern for runs of them."""
    states = {
        char: place.id
        for place in authority.places.values()
        if place.kind == "country" and place.country
        for char in place.abbr
        if len(char) == 1
    }
    states |= {char: ident for char, ident in _UNIONS.items() if ident in authority.orgs}
    characters = "".join(states) or "\0"
    return states, re.compile(f"[{characters}]{{1,5}}")
