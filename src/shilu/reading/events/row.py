"""The sentence as a row of units, each with a letter, so that rules can be patterns over letters.

In 美国国务卿布林肯将与王毅在东京会晤 the letters are ``S n P a w P l L X``: whatever the tagger cuts, a name, a time
and an event word are one unit each.
"""

from __future__ import annotations

import functools
import itertools
import re
import sys
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from shilu.reading.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from shilu.reading.analysis import Standing
    from shilu.reading.events.lexicon import Cue
    from shilu.reading.tagger import Token
    from shilu.records import Time


class Unit(msgspec.Struct, frozen=True):
    """A name, a time, an event word or another word; ``letter`` is its part in the sentence.

    ===  ======================  ===  ==========================  ===  ===========================
    P    person                  c    、 及 以及                   d    的
    O    organisation            w    与 同 和 跟 偕                v    verb
    S    state                   t    对 向 给 针对                 r    verb of reporting
    L    other place             b    被 遭 由 应                  a    adverb, auxiliary
    M    pronoun of parties      l    在 于 自 从                  n    noun, adjective, number
    T    time                    X    event word                  ,    mark that ends a clause
    ===  ======================  ===  ==========================  ===  ===========================
    """

    start: int
    end: int
    letter: str
    text: str
    standings: tuple[Standing, ...] = ()
    cue: Cue | None = None


def row(
    tokens: Iterable[Token],
    *,
    standings: Iterable[Standing],
    cues: Iterable[Cue],
    times: Iterable[Time],
    titles: Iterable[Unit],
    states: frozenset[str],
    headline: bool,
) -> list[Unit]:
    """The units of a sentence; brackets with what they hold and quotation marks are left out."""
    fixed = _fixed(standings, cues, [*titles, *(Unit(t.start, t.end, "T", "") for t in times)], states)
    units = _without_brackets(_merged(tokens, fixed, headline=headline))
    texts = {unit.text for unit in units}
    for marks, step in _STEPS:
        if not marks.isdisjoint(texts):
            units = step(units)
    if any(text.endswith("地") for text in texts):
        units = _with_manners(units)
    return units if _BEFORE.keys().isdisjoint(texts) else _with_modals(units)


def _fixed(
    standings: Iterable[Standing], cues: Iterable[Cue], others: Iterable[Unit], states: frozenset[str]
) -> list[Unit]:
    """What is no plain word, without overlaps: first names, then event words, times, titles."""
    found: list[Unit] = []
    by_span: dict[tuple[int, int], list[Standing]] = {}
    for standing in standings:
        by_span.setdefault((standing.start, standing.end), []).append(standing)
    for (start, end), those in by_span.items():
        found.append(Unit(start, end, _name_letter(those[0], states), "", tuple(those)))
    names = sorted(found, key=lambda unit: (unit.start - unit.end, unit.start))
    rest = sorted(others, key=lambda unit: (unit.start - unit.end, unit.start))
    ends = {unit.start: unit.end for unit in names if unit.letter == "S"}
    rest = [_behind(unit, ends.get(unit.start, unit.start)) for unit in rest]
    words = [Unit(cue.start, cue.end, "X", cue.word, (), cue) for cue in cues]
    chosen: list[Unit] = []
    taken = 0  # one bit for every character
    for unit in (*names, *words, *rest):
        place = (1 << unit.end) - (1 << unit.start)
        if not taken & place:
            taken |= place
            chosen.append(unit)
    return sorted(chosen, key=lambda unit: (unit.start, unit.end, unit.letter))


def _behind(unit: Unit, at: int) -> Unit:
    """What of a title stands behind the state it begins with: 美国|防部长."""
    return replace(unit, start=at, text=unit.text[at - unit.start :])


def _name_letter(standing: Standing, states: frozenset[str]) -> str:
    if standing.kind == "place":
        return "S" if standing.id in states else "L"
    return "P" if standing.kind == "person" else "O"


def _merged(tokens: Iterable[Token], fixed: Sequence[Unit], *, headline: bool) -> list[Unit]:
    """The fixed units with the words, or what is left of them, between."""
    merged: list[Unit] = []
    at, end = 0, 0
    following = fixed[0].start if fixed else sys.maxsize
    for token in tokens:
        text, start, last, tag = token
        if following >= last and start >= end:  # nothing fixed is near, as with most words
            merged.append(Unit(start, last, _LETTERS.get(text) or _letter(text, tag, headline), text))
            continue
        start = max(start, end)
        while at < len(fixed) and fixed[at].start < last:
            unit = fixed[at]
            if start < unit.start:
                merged.append(_word(token, start, unit.start, headline=headline))
            merged.append(_act(unit, token, headline=headline) if unit.cue and not unit.cue.is_encounter else unit)
            start = end = unit.end
            at += 1
        following = fixed[at].start if at < len(fixed) else sys.maxsize
        if start < last:
            merged.append(_word(token, start, last, headline=headline))
    return merged


def _act(unit: Unit, token: Token, *, headline: bool) -> Unit:
    """A word that tells an act is a verb or a noun like others; one of several words is a verb (强烈|谴责)."""
    # what the tagger takes for a mark (' 吁'), or for a noun of one character, is a verb of a headline
    verb = token.tag in ("v", "vd", "w") or unit.end > token.end
    return replace(unit, letter="v" if verb or (headline and len(unit.text) == 1 and token.tag in _NOUNS) else "n")


def _word(token: Token, start: int, end: int, *, headline: bool) -> Unit:
    text = token.text[start - token.start : end - token.start]
    return Unit(start, end, _LETTERS.get(text) or _letter(text, token.tag, headline), text)


def _without_brackets(units: Sequence[Unit]) -> list[Unit]:
    if "(" not in {unit.letter for unit in units}:
        return [unit for unit in units if unit.letter not in ')"']
    kept: list[Unit] = []
    depth = 0
    for unit in units:
        if unit.letter == "(":
            depth += 1
        elif unit.letter == ")":
            depth = max(0, depth - 1)
        elif not depth and unit.letter != '"':
            kept.append(unit)
    return kept


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
    return any(sense.type != "CONSULT" and sense.frame not in _OF_SPEECH for sense in senses)


def _with_followers(units: list[Unit]) -> list[Unit]:
    """Whom somebody follows does it, too: 加拿大|跟随|美国和欧盟制裁…, not 跟随美国的|立场."""
    return [
        replace(unit, letter="w") if unit.text in _FOLLOWS and _is_deed_of_both(units, i) else unit
        for i, unit in enumerate(units)
    ]


def _is_deed_of_both(units: list[Unit], i: int) -> bool:
    before = itertools.takewhile(lambda unit: unit.letter != ",", reversed(units[:i]))
    if any(unit.cue is not None for unit in before):
        return False  # 指责|日本追随美国制裁…
    behind = next((unit for unit in units[i + 1 :] if unit.letter not in "SOPLcw"), None)
    return behind is not None and behind is not units[i + 1] and behind.letter in "atv"


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
    """代表 behind 驻 and a place is a post, not 'on behalf of': 台湾驻美|代表萧美琴."""
    posts = {
        i
        for i, unit in enumerate(units[2:], 2)
        if unit.text in _POSTS and units[i - 2].text == "驻" and unit.letter == "v"
    }
    return [replace(unit, letter="n") if i in posts else unit for i, unit in enumerate(units)]


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


@functools.lru_cache(maxsize=1 << 15)
def _letter(text: str, tag: str, headline: bool) -> str:  # noqa: PLR0911 - one line for each kind of word
    """The letter of a word that has none of its own."""
    if not text.strip():
        return "," if headline and text else '"'
    if text[0] in _OPENING:
        return "("
    if text[0] in _CLOSING:
        return ")"
    if tag == "w":
        return "," if set(text) & _MARKS else '"'
    if tag in ("v", "vd"):
        return "v"
    if tag in ("d", "ad", "u", "xc"):
        return "a"
    return "n"


def _spread(**words: str) -> dict[str, str]:
    return {word: letter for letter, text in words.items() for word in text.split()}


_END = Unit(0, 0, ",", "")
_BEFORE = {
    "其": ("M", "dX"),
    "应": ("a", "avX"),
    "就": ("a", ""),
    "联合": ("a", "vX"),
    "两位": ("n", "SOP"),
    "三位": ("n", "SOP"),
}
_TENSES = frozenset({"曾", "曾经", "已", "已经", "将", "会"})
"""What 就 stands before as an adverb: 他就曾访问台湾, but 就此访问磋商."""
_LANDS = words("基地 射地 民地 的地 在地 源地 占地 领地 圣地 墓地 场地 工地 产地 住地")
"""How words for land end that tell no manner: 殖民地."""
_MARKS = frozenset("，,；;：:。！？!?…—～~|｜•")
_OPENING = frozenset("（([【")
_CLOSING = frozenset("）)]】")
_IN_CHARGE = frozenset({"负责", "主管", "分管", "掌管", "主理"})
_CALLED = frozenset({"称为", "称作", "称之为"})
_OF_GROUNDS = frozenset({"由", "借口", "名", "理由", "名义"})
_GROUNDS = frozenset(f"为{what}" for what in _OF_GROUNDS)
_REACH = 24
"""How many units grounds may take."""
_ELECTION = "选举"
_FOLLOWS = frozenset({"跟随", "追随"})
_OF_SPEECH = frozenset({"charge", "urge", "verdict"})
"""Frames of words that tell what somebody is said to do."""
_HAND_IN_HAND = frozenset({"联手", "携手"})
_CUT = frozenset({"首", "只", "方向"})
_SIDES = frozenset({"警", "军", "检", "校", "资", "院"})
"""What 方 stands behind before 向: 警方|向."""
_POSTS = frozenset({"代表", "首席代表"})
_TWO_AND_TWO = "二加二"
"""What the title of those who meet two and two begins with, however both offices are named."""
_HALVES = frozenset({"外交", "外长", "外相", "国防", "防长", "防相", "外交部长", "国防部长"})
_PAIR = re.compile(
    r"(?:外交(?:部长)?[和与及暨、]国防|国防(?:部长)?[和与及暨、]外交)(?:首长|部长|大臣|高官|官员|主管)|[外防][长相][和与及暨、][外防][长相]"
)
_NOUNS = frozenset({"n", "nz", "nw", "xc", "PER", "LOC", "ORG"})
_LETTERS = _spread(
    M="他 她 双方 两人 二人 两国 三国 三方 四国 四方 彼此 他们 她们 两位 三人 两位",
    c="、 及 以及 暨 还有 & / 包括 其中包括 包含",
    w="与 与其 同 同其 和 跟 偕 偕同 随 随同 连同 会同 伙同",
    t="对 向 给 针对 就 对于 为 致 写给 发给 寄给 致给",
    b="被 遭 由 应 遭到 受到 受 获 屡遭 频遭 惨遭 横遭 连遭 再遭 遭受 屡受",
    l="在 于 自 从 位于 来自 自从 正在",
    d="的 之",
    r="说 称 表示 指出 认为 强调 宣布 透露 报道 报导 指 告诉 证实 补充 写道 表明 坦言 重申 显示 相信 介绍 回应 "
    "预测 预言 预料 断言 推测",
    a="了 过 完 将 把 已 已经 曾 曾经 正 也 还 又 再 再次 首次 首度 第一次 仍 并 会 要 能 可能 可 即将 拟 未 没有 不 "
    "未能 预计 预期 预定 计划 打算 "
    "准备 定于 决定 同意 愿意 愿 能够 得以 有意 有望 "
    "事后 事前 其后 应邀 受邀 奉命 受命 获邀 誓言 分别 一起 共同 一同 一道 先后 亲自 当面",
    n="等 等人 等国 驻 兼 兼任 前 时任 现任 前任 新任 首任 卸任 候任 当选 "
    "籍 副 代理 高级 该 其 这 那 此 两 三 四 各 中 期间 后 上 内 "
    "时 之后 之前 之间 间 以来 本人 领导 率领 长达 为期 历时",
)

_STEPS: tuple[tuple[frozenset[str], Callable[[list[Unit]], list[Unit]]], ...] = (
    (_IN_CHARGE, _without_duties),
    (_CALLED, _without_bynames),
    (frozenset({"以"}), _without_grounds),
    (frozenset({"加"}), _without_plus),
    (_CUT, _put_together),
    (frozenset({"驻"}), _with_posts),
    (_HALVES, _with_pairs),
    (frozenset({"组织"}), _with_bodies),
    (_HAND_IN_HAND, _with_hands),
    (_FOLLOWS, _with_followers),
    (frozenset({_ELECTION}), _with_elections),
)
"""What is done with the units of a sentence that holds one of these words, in this order."""
