"""The codes of events, entries, copies and choices in words: one vocabulary for commands and pages.

What is printed for a code is also taken for it, and so are the code itself and the word of the other language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from shilu.archive.quotations.conditions import Kind
    from shilu.archive.search import Sort
    from shilu.chronicle import copies
    from shilu.chronicle.comparison.records import Section
    from shilu.chronicle.stories import listing
    from shilu.records import Point, Status

_PART = 2
"""Characters of a Chinese word that are enough for it."""
_Code = TypeVar("_Code", bound=str)
Word: TypeAlias = tuple[str, str]
"""English, and Chinese in 简体."""

TYPES: dict[str, Word] = {
    "AGREE": ("agreement", "同意"),
    "CONSULT": ("encounter", "往来"),
    "SUPPORT": ("support", "支持"),
    "CONCEDE": ("concession", "让步"),
    "COOPERATE": ("cooperation", "合作"),
    "AID": ("aid", "援助"),
    "RETREAT": ("retreat", "退让"),
    "REQUEST": ("demand", "要求"),
    "ACCUSE": ("accusation", "指责"),
    "REJECT": ("rejection", "拒绝"),
    "THREATEN": ("threat", "威胁"),
    "PROTEST": ("protest", "抗议"),
    "SANCTION": ("sanction", "制裁"),
    "MOBILIZE": ("mobilization", "动员"),
    "COERCE": ("coercion", "强制"),
    "ASSAULT": ("assault", "袭击"),
}
"""The types of PLOVER."""
MODES_OF: dict[str, dict[str, Word]] = {
    "COERCE": {
        "arrest": ("custody", "逮捕羁押"),
        "convict": ("conviction or sentence", "定罪判刑"),
        "deport": ("deportation", "遣返驱逐"),
        "seize": ("seizure", "查封冻结"),
        "restrict": ("restriction", "限制"),
        "censor": ("censorship", "审查封锁"),
        "cyber": ("cyber attack", "网络攻击"),
        "martial-law": ("coup or martial law", "政变戒严"),
    },
    "ASSAULT": {
        "abduct": ("abduction", "绑架"),
        "crowd-control": ("crackdown", "镇压"),
        "firearms": ("shooting", "枪击"),
        "heavy-weapons": ("bombardment", "轰炸炮击"),
        "explosives": ("explosion", "爆炸袭击"),
        "beat": ("beating", "殴打"),
        "torture": ("torture", "酷刑"),
        "sexual": ("sexual violence", "性暴力"),
        "execute": ("execution", "处决"),
        "assassinate": ("assassination", "暗杀"),
    },
    "SANCTION": {
        "expel": ("expulsion", "驱逐"),
        "discontinue": ("boycott or break", "抵制中止"),
    },
    "RETREAT": {
        "release": ("release", "释放"),
        "ceasefire": ("ceasefire", "停火"),
        "disarm": ("disarmament", "裁军弃武"),
        "resign": ("resignation", "辞职"),
    },
    "ACCUSE": {
        "investigate": ("prosecution or inquiry", "追诉调查"),
    },
    "PROTEST": {
        "demo": ("demonstration", "示威"),
        "strike": ("strike", "罢工"),
        "hunger": ("hunger strike", "绝食"),
    },
    "MOBILIZE": {
        "troops": ("troops or drill", "用兵演习"),
        "weapons": ("weapons", "武器"),
    },
}
"""By type, the modes of PLOVER that say more; of the others (demands, withdrawals, criticism) the type is named."""
MODES: dict[str, Word] = {code: word for modes in MODES_OF.values() for code, word in modes.items()}
FORMS: dict[str, Word] = {
    "meeting": ("meeting", "会晤"),
    "talks": ("talks", "会谈"),
    "call": ("call", "通话"),
    "visit": ("visit", "访问"),
    "summit": ("summit", "峰会"),
    "multilateral": ("multilateral", "多边会议"),
    "letter": ("letter", "函电"),
}
STATUSES: dict[Status, Word] = {
    "happened": ("happened", "已发生"),
    "planned": ("planned", "计划"),
    "expected": ("expected", "预计"),
    "proposed": ("proposed", "提议"),
    "cancelled": ("cancelled", "已取消"),
    "denied": ("denied", "被否认"),
}
COPIES: dict[copies.Kind, Word] = {
    "copy": ("copy", "副本"),
    "converted": ("converted", "简繁转换"),
    "update": ("update", "更新稿"),
    "excerpt": ("excerpt", "节选"),
    "agency": ("agency text", "通讯社稿"),
    "republished": ("republished", "转载"),
}
"""What a text is to the first of its copies."""
POINTS: dict[Point, Word] = {
    "date": ("date", "日期"),
    "place": ("place", "地点"),
    "parties": ("parties", "参与者"),
    "figures": ("figures", "数字"),
    "duration": ("duration", "时长"),
    "status": ("status", "状态"),
}
"""In what accounts differ."""
KINDS: dict[Kind, Word] = {"direct": ("direct", "直接"), "indirect": ("indirect", "间接")}
"""Of quotations."""
ORDERS: dict[Sort, Word] = {"best": ("best", "最相符"), "newest": ("newest", "最新"), "oldest": ("oldest", "最早")}
"""Of articles."""
STORY_ORDERS: dict[listing.Sort, Word] = {
    "size": ("most articles", "文章最多"),
    "fresh": ("newest", "最新"),
    "spread": ("most outlets", "媒体最多"),
}
SECTIONS: dict[Section, Word] = {
    "quoted": ("Who is quoted", "引谁的话"),
    "source": ("Sources relied on", "依据的来源"),
    "event": ("Events", "事件"),
    "figure": ("Figures", "数字"),
    "person": ("People", "人物"),
    "org": ("Organisations", "机构"),
    "place": ("Places", "地点"),
}
"""Of comparisons, in the order of the pages."""
_ALL: tuple[Mapping[Any, Word], ...] = (
    TYPES,
    MODES,
    FORMS,
    STATUSES,
    COPIES,
    POINTS,
    KINDS,
    ORDERS,
    STORY_ORDERS,
    SECTIONS,
)
CHINESE = {english: chinese for words in _ALL for english, chinese in words.values()}
"""The Chinese by the English."""
_FILTERS: dict[str, Mapping[Any, Word]] = {"type": TYPES, "form": FORMS, "status": STATUSES, "mode": MODES}
"""Of the chronicle: which is which is easily mistaken."""


def kind_of(type_: str, form: str | None, mode: str | None = None) -> str:
    """The code that says best what an event is: its form, else a mode that says more than its type."""
    return form or (mode if mode in MODES else None) or type_


def code_of(typed: str, words: Mapping[_Code, Word]) -> _Code | None:
    """The code that is meant: by itself or by its word in either language, in any case and script.

    Of a Chinese word a part that is in no other is enough: 取消 for 已取消.
    """
    meant = {name.casefold(): code for code, word in words.items() for name in (*word, code)}
    typed = _folded(typed)
    if typed in meant or typed.isascii() or len(typed) < _PART:
        return meant.get(typed)
    holding = [code for code, (_, chinese) in words.items() if typed in chinese]
    return holding[0] if len(holding) == 1 else None


def elsewhere(typed: str) -> tuple[str, str] | None:
    """The filter of the chronicle to which a word belongs, and its code there: ``form`` and ``talks`` for 会谈."""
    return next(((name, code) for name, words in _FILTERS.items() if (code := code_of(typed, words))), None)


def _folded(typed: str) -> str:
    if typed.isascii():
        return typed.casefold()
    from shilu.text.script import fold  # noqa: PLC0415 (loads OpenCC, which most commands spare)

    return fold(typed)
