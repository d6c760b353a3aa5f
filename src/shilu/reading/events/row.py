"""The sentence as a row of units, each with a letter, so that rules can be patterns over letters.

In 美国国务卿布林肯将与王毅在东京会晤 the letters are ``S n P a w P l L X``: whatever the tagger cuts, a name, a time
and an event word are one unit each.
"""

from __future__ import annotations

import functools
import sys
from typing import TYPE_CHECKING

from msgspec.structs import replace

from shilu.reading.events.lexicon import Cue, lexicon
from shilu.reading.events.mending import mended
from shilu.reading.events.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shilu.reading.analysis import Standing
    from shilu.reading.tagger import Token
    from shilu.records import Time


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
    tokens, titles = list(tokens), list(titles)
    cues = [cue for cue in cues if not any(_holds(title, cue) for title in titles)]
    fixed = _fixed(
        _without_branches(_without_parts(standings, cues), tokens),
        cues,
        [*titles, *(Unit(t.start, t.end, "T", "") for t in times)],
        states,
    )
    return mended(_without_brackets(_merged(tokens, fixed, headline=headline)))


def _holds(title: Unit, cue: Cue) -> bool:
    """Whether an event word is but part of a title: 通商|交涉|本部长."""
    return title.start <= cue.start and cue.end <= title.end and len(title.text) > cue.end - cue.start


def _without_parts(standings: Iterable[Standing], cues: Sequence[Cue]) -> list[Standing]:
    """The names without places that only the tagger knows and an event word holds: 血腥镇|压."""
    return [
        one
        for one in standings
        if not (one.kind == "place" and one.id.startswith("x."))
        or not any(cue.start <= one.start and one.end < cue.end for cue in cues)
    ]


def _without_branches(standings: Iterable[Standing], tokens: Iterable[Token]) -> list[Standing]:
    """The names without what only says of which branch officials are: 韩国|国安|官员, 法国外交部|亚太|司司长."""
    named = list(standings)
    if not any(one.name in _BRANCHES or one.name in _REGIONS for one in named):
        return named
    tokens = list(tokens)
    before = {one.end for one in named if one.kind == "place"} | {one.end for one in tokens if one.text in _OF_BRANCH}
    bodies = {one.end for one in named if one.kind == "org"}
    offices = {one.start for one in tokens if one.text.startswith(_OF_REGION)}
    return [
        one
        for one in named
        if not (one.name in _BRANCHES and one.start in before)
        and not (one.name in _REGIONS and one.start in bodies and one.end in offices)
    ]


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
    ends = {unit.start: unit.end for unit in names if unit.letter in "SO"}
    rest = [_behind(unit, at) for unit in rest if (at := ends.get(unit.start, unit.start)) < unit.end]
    words = [_short_of_names(cue, names) for cue in cues]
    chosen: list[Unit] = []
    taken = 0  # one bit for every character
    for unit in (*names, *words, *rest):
        place = (1 << unit.end) - (1 << unit.start)
        if not taken & place:
            taken |= place
            chosen.append(unit)
    return sorted(chosen, key=lambda unit: (unit.start, unit.end, unit.letter))


def _short_of_names(cue: Cue, names: Sequence[Unit]) -> Unit:
    """An event word, without the name that it holds where one stands there: 穿越|台湾海峡, 从阿富汗|撤军."""
    inner = next((n for n in names if cue.start < n.start and n.end < cue.end), None)
    rest = "" if inner is None else cue.word[inner.end - cue.start :]
    if inner is not None and (senses := lexicon().senses(rest)):
        return Unit(inner.end, cue.end, "X", rest, (), Cue(inner.end, cue.end, rest, senses))
    end = min((n.start for n in names if cue.start < n.start < cue.end <= n.end), default=cue.end)
    return Unit(cue.start, end, "X", cue.word[: end - cue.start], (), cue)


def _behind(unit: Unit, at: int) -> Unit:
    """What of a title stands behind the state or body it begins with: 美国|防部长, 世卫组织|总干事."""
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
            if text == "-" and merged and merged[-1].text == "-":
                merged[-1] = replace(merged[-1], letter=",")  # 将会晤--外务省
                continue
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
    verb = token.tag in ("v", "vd", "w") or unit.end > token.end or unit.text in _VERBS
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


_BRANCHES = frozenset({"国安", "国防", "外交", "情报", "军情", "经贸"})
"""What a state's officials are in charge of, and the tagger takes for a body: 韩国|国安|最高官员."""
_OF_BRANCH = frozenset({"的", "外交"})
_REGIONS = frozenset(
    {"亚太", "亚洲", "东亚", "南亚", "东南亚", "欧洲", "欧亚", "美洲", "北美", "拉美", "非洲", "中东", "大洋洲"}
)
"""Of which regions the officials of a body are in charge."""
_OF_REGION = ("司", "事务", "局", "地区", "部门")
_MARKS = frozenset("，,；;：:。！？!?…—～~|｜•／")
_OPENING = frozenset("（([【")
_CLOSING = frozenset("）)]】")
_VERBS = frozenset({"草签", "续签", "签署"})
"""Words that are no noun whatever the tagger says."""
_NOUNS = frozenset({"n", "nz", "nw", "xc", "PER", "LOC", "ORG"})
_LETTERS = _spread(
    M="他 她 我 双方 两人 二人 两国 三国 三方 四国 四方 彼此 他们 她们 两位 三人 两位",
    c="、 及 以及 暨 还有 & / 包括 其中包括 包含 加上",
    w="与 与其 同 同其 和 跟 偕 偕同 随 随同 连同 会同 伙同",
    t="对 对其 向 向其 朝 给 针对 就 对于 为 致 写给 发给 寄给 致给",
    b="被 遭 竟遭 却遭 又遭 仍遭 曾遭 先遭 均遭 反遭 突遭 竟被 却被 又被 仍被 曾被 先被 均被 再被 "
    "由 应 遭到 受到 受 获 招致 惹来 引来 屡遭 频遭 惨遭 横遭 连遭 再遭 遭受 屡受 得到 获得 赢得 博得",
    l="在 于 自 从 位于 来自 自从 正在 趁 趁着",
    d="的 之",
    r="说 称 表示 指出 认为 强调 宣布 透露 报道 报导 指 告诉 证实 补充 写道 表明 坦言 重申 显示 相信 介绍 回应 "
    "表态 预测 预言 预料 断言 推测 坚称 指称 直言 明言 声称 宣称 辩称",
    a="即 亦即 也即 上午 下午 清晨 凌晨 早上 早晨 中午 午后 傍晚 深夜 夜间 晚间 晚上 午夜 一早 "
    "了 过 完 则 将 把 已 已经 曾 曾经 正 也 还 又 再 再次 首次 首度 第一次 仍 并 会 要 能 可能 可 即将 拟 "
    "未 没有 不 "
    "未能 预计 预期 预定 计划 打算 "
    "准备 定于 决定 同意 愿意 愿 能够 得以 有意 有望 "
    "一审 二审 终审 当庭 依法 "
    "登门 上门 事后 事前 其后 应邀 受邀 奉命 受命 获邀 誓言 分别 一起 共同 一同 一道 先后 亲自 当面",
    n="等 等人 等国 所谓 驻 兼 兼任 前 时任 现任 前任 新任 首任 卸任 候任 当选 "
    "籍 副 代理 高级 该 其 这 那 此 两 三 四 各 中 期间 后 上 内 "
    "时 之后 之前 之间 间 以来 本人 领导 率领 长达 为期 历时",
)
