"""Whether two accounts of an act in words have the same matter: 谴责 twice on one day may be of two things."""

from __future__ import annotations

import functools
import math
import re
from typing import TYPE_CHECKING

from shilu.chronicle.entries.fitting import SPOKEN
from shilu.text.script import fold
from shilu.wording import SUMMONS, TOGETHER, court_stage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shilu.chronicle.entries.tellings import Telling

_ENOUGH = 0.2
"""Of the shorter account's pairs of characters, the share that the other has, too: of 60 pairs of accounts compared by
eye those of one deed had .21 and more, those of two .19 and less."""
_ON_ANOTHER_DAY = 0.4
"""… where they are told for days that do not touch: of 30 pairs with less than this, half were of two matters. That
ambassadors were summoned is told in too few words for it."""
_DEED_ON_ANOTHER_DAY = 0.1
"""… of deeds (AGREE, SANCTION, COERCE …) told for such days: of 40 pairs those with less were of two, or misdated."""
_UNDERTAKING = 0.1
"""… of what several agree on or do together: one summit had two undertakings that share no word."""
_LONG = 6
"""… where both accounts have so many pairs: 签署协定 alone says nothing of another."""
COPIED = 7
"""Pairs of characters from which the same words are taken for a copy: outlets print each other without saying so."""
_OF_THE_MATTER = 0.1
"""… of what is left without commonplaces: of three accounts below it on one day two told another remark."""
_COMMONPLACES = (
    "外交部发言人例行记者会上 发言人在 中国外交部 国务院 国务卿 总统 总理 首相 部长 外长 大使 官员 议员 "
    "政府 国家 两国 双方 中方 美方 "
    "表示 指出 强调 声明 联合声明 发表声明 发布 宣布 回应 针对 对此 有关 方面 媒体 报道 接受采访 会议 会谈 "
    "要求 呼吁 敦促 谴责 批评 指责 抨击 抗议 反对 质疑 警告 威胁 支持 欢迎 感谢 关切 担忧 不满 表达 提出 "
    "强烈 严重 严正 坚决 立即 停止 继续 希望 进行 采取 行为 做法 措施 问题 "
    "今天 昨天 星期 周一 周二 周三 周四 周五 周六 周日 "
    "中国 中共 美国 北京 对中国 对美国 国的 方的 的行 国在 国对 国与"
)
"""What accounts of any words have in common."""
_HAN = re.compile(r"[\u4e00-\u9fff]+")


def matter(telling: Telling) -> str:
    """What tellings that are alike without question have in common: of words and undertakings the words."""
    return fold(telling.words) if _is_spoken(telling) or telling.event.type in TOGETHER else ""


def _is_spoken(telling: Telling) -> bool:
    """Whether it tells words; a court that hears a case does more than accuse."""
    return telling.event.type in SPOKEN and not court_stage(telling.event.word)


def alike(left: Sequence[Telling], right: Sequence[Telling]) -> bool:
    """Whether any account of one side is like any of the other; encounters, and most deeds of one day, always are."""
    if left[0].event.type == "CONSULT":
        return True
    return any(_share(_matter(a), _matter(b)) >= _enough(a, b) and _is_on_one_matter(a, b) for a in left for b in right)


def _is_on_one_matter(left: Telling, right: Telling) -> bool:
    """Whether words have more in common than who spoke at which occasion: of one briefing two remarks are told."""
    if not _is_spoken(left):
        return True
    of_left, of_right = (_matter(one) - _commonplaces() for one in (left, right))
    return _share(of_left, of_right) >= _OF_THE_MATTER or min(len(of_left), len(of_right)) < _LONG


def _enough(left: Telling, right: Telling) -> float:
    spoken = _is_spoken(left)
    told = min(len(_matter(left)), len(_matter(right))) >= _LONG
    if left.days is None or right.days is None or left.days.touches(right.days, 0):
        return _ENOUGH if spoken else _UNDERTAKING if left.event.type in TOGETHER and told else 0
    if not spoken:
        return _DEED_ON_ANOTHER_DAY
    if {left.event.word, right.event.word} <= SUMMONS:
        return _ENOUGH
    return _ON_ANOTHER_DAY if told else math.inf


def _matter(telling: Telling) -> frozenset[str]:
    """The pairs of characters that are no party's name: that all of them name 中国 says nothing."""
    names = (pairs(party.name) for party in telling.event.parties)
    return pairs(telling.words).difference(*names)


def _share(left: frozenset[str], right: frozenset[str]) -> float:
    return len(left & right) / max(1, min(len(left), len(right)))


@functools.cache
def _commonplaces() -> frozenset[str]:
    return pairs(_COMMONPLACES)


@functools.lru_cache(maxsize=20_000)
def pairs(text: str) -> frozenset[str]:
    """The pairs of Chinese characters that stand side by side."""
    return frozenset(run[i : i + 2] for run in _HAN.findall(fold(text)) for i in range(len(run) - 1))
