"""Where the subject of a reporting verb stands: to its left, behind adverbs, phrases of place and time, other verbs.

From the verb leftwards, phrases like 在…会上, 接受…采访时, 对美国之音 are passed over as a whole; the first noun group
that is no object and could speak is the subject. In an earlier part of the sentence it is looked for in the same way.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.reading.quotations.cues import cues, word_set
from shilu.reading.quotations.units import QUOTED, Unit, Word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NOUNS = word_set(
    """
    PER LOC ORG n nr nz nw nx ns nt an vn r m q s a b
    """
)
_RELATIONS = re.compile(r"[华台美日](?:$|政策|关系|事务|工作|贸易|经贸|军售|战略)|外(?:政策|关系|事务|援助)")
_NAME = re.compile(r"[^，。！？；：,!?;:]{1,12}")
"""What may be a name in quotation marks: short and without a pause."""
_NAMES = frozenset(("PER", "LOC", "ORG", "nz", "r"))
_PREPOSITIONS = word_set(
    """
    在 对 就 向 与 和 同 据 于 为 跟 给 被 由 通过 透过 随 经 针对 根据 按 按照 自 从 把 将 以 关于 对于 用 趁 应
    受 因 除 经由 藉 凭 遭 获 相比 相较 比起 对着 冲着 朝 朝着 向着
    """
)
_WITH = frozenset(("与", "同", "跟", "对", "向"))
_CLAUSE = 5
_TOGETHER_WITH = frozenset(("与", "和", "同", "跟", "对", "向", "给", "被"))
_FRAME_ENDS = word_set(
    """
    时 后 前 中 上 下 里 内 之后 之前 之际 期间 当中 以来 以后 以前 之中 之上 之下 时候 外 之余 同时 过程 间 途中
    为由 为例 伊始 之初 前夕 当天 当日
    """
)
_ATTENDS = frozenset(("出席", "参加", "列席"))
"""What somebody does at whose time he speaks, with a long name behind it: 出席某人新书发表会时指出."""
_FRAME_BEGINS = word_set(
    """
    在 于 当 自 从 就 对 针对 随着 继 除 以 经过 自从
    """
)
_JOINTS = frozenset(("、", "和", "与", "及", "以及", "暨", "兼", "或"))
_TO_PERSONS = word_set(
    """
    会见 会晤 访问 拜访 批评 支持 释放 接受 告诉 邀请 陪同 见 指责 敦促 要求 呼吁 让 使 命令 逮捕 拘留 制裁 率领
    欢迎 感谢 祝贺 谴责 称赞 抨击 回应 询问 问 采访 提名 任命 选举 击败 接替 协助 帮助 等待 认识 起诉 指控 保护
    杀害 致电 致函 写信 促 请 派 请求 建议 警告 提醒 迫使 允许 禁止 阻止 说服 面对 针对 围绕 看到 拒绝
    相信 反对 包括 提到 谈到 找 见到 遇到 起用 挑衅 声援 举报 投诉 点名 拘捕 抓捕 判处
    """
)
QUOTING = ("引述", "援引", "转述", "引用")
"""What whose words are given stands behind."""
_MANNERS = frozenset(("这样", "那样", "如此", "怎样", "这么", "这般", "自己"))
"""甲这样写道: how, not who."""
HAS = frozenset(("有", "也有", "亦有", "还有", "更有", "另有", "曾有"))
"""Behind these somebody stands of whom no more is said."""
_OF = frozenset(("的", "之"))
_PRONOUNS = frozenset(("他", "她", "其", "他们"))
_WITHIN = frozenset(("前", "副", "时任", "现任", "兼", "候任", "联合"))


def groups_before(words: Sequence[Word], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Noun groups that may be the subject of what follows ``last``, nearest first."""
    place = -1 if _is_framed(words, first, last) else last - 1
    while place >= first:
        word = words[place]
        if _ends_frame(word):
            begin = _frame(words, first, place)
            place = place - 1 if begin is None else begin - 1
            continue
        if not _is_noun(word):
            place -= 2 if word.text == "地" and word.tag == "u" else 1  # 罕见地
            continue
        start = _group(words, first, place)
        above = start - 1
        while above > first and (words[above].text in ("了", "过", "着") or words[above].tag == "TIME"):
            above -= 1
        before = words[above] if start > first else None
        of = _last_of(words, start, place)
        modified = of >= start
        if before is not None and _is_preposition(before, words[start]):
            if before.text == "被" and place == last - 1:  # 被法院裁定: the agent
                yield start, place + 1
            if modified and words[place].tag == "PER" and before.text not in _TOGETHER_WITH:  # 供职于研究院的某人
                yield of + 1, place + 1
            place = start - 2
            continue
        described = modified or (start > first and words[start - 1].text in _OF)
        beside = _companion if words[place].tag == "PER" else _adjunct
        if described and (adjunct := beside(words, first, start)) is not None:
            place = adjunct - 1  # 对总部位于伦敦的研究所表示
            continue
        if before is None or not _governs(before, _head(words, start, place)) or modified:
            yield start, place + 1
        place = start - 1


def _is_framed(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether somebody else only speaks at the time that is told: 杨洁篪是在|布林肯|指出中国违约后反击的."""
    at = last - 1
    while at > first and _is_noun(words[at]):
        at -= 1
    if at == first or (words[at - 1].text, words[at].text) != ("是", "在"):
        return False
    ends = (i for i in range(last + 1, len(words)) if words[i].tag == "w" and words[i].text not in ("、", "“", "”"))
    return any(word.text in _FRAME_ENDS for word in words[last + 1 : next(ends, len(words))])


def _last_of(words: Sequence[Word], start: int, place: int) -> int:
    """Where the last 的 of a noun group stands; before its start where it has none."""
    of = place - 1
    while of >= start and words[of].text not in _OF:
        of -= 1
    return of


def _head(words: Sequence[Word], start: int, place: int) -> Word:
    """The word a noun group is about: the person before a form of address (戴维森上将)."""
    addressed = place > start and words[place].tag == "n" and words[place - 1].tag == "PER"
    return words[place - 1] if addressed else words[place]


def _is_preposition(word: Word, after: Word) -> bool:
    """Whether a word makes an adjunct of what follows; 对华, 对台 begin a title."""
    if word.text == "对" and _RELATIONS.match(after.text):
        return False
    return word.text in _PREPOSITIONS and word.tag in ("p", "d", "v", "c")


def _governs(verb: Word, head: Word) -> bool:
    """Whether a noun group is the object of the word in front of it.

    The tagger takes parts of titles for verbs (防长, 兼任, 世卫组织总干事), so in front of a person only verbs that
    have persons as objects count.
    """
    if verb.tag not in ("v", "vd"):
        return False
    if verb.text.startswith(QUOTING):
        return False  # 引述他说
    if verb.text.endswith("有") and _is_somebody(verb, head):
        return False
    return head.tag != "PER" or verb.text in _TO_PERSONS


def _is_somebody(verb: Word, head: Word) -> bool:
    """Whether 有 stands in front of one of whom no more is said: 有网民表示, 有导演说; not 有消息称."""
    had = verb.text in HAS and head.tag == "n" and head.text not in cues().documents
    return had or head.text[-2:] in cues().unnamed


def _ends_frame(word: Word) -> bool:
    """Whether a phrase of place or time ends with a word; the tagger makes one word of 发表|会时."""
    ends = word.text in _FRAME_ENDS and word.tag in ("f", "n", "TIME", "s", "v", "c", "d", "PER")
    return ends or word.text.endswith("会时")


def _frame(words: Sequence[Word], first: int, end: int) -> int | None:
    """Where a phrase of place or time that ends here begins: 在…会上."""
    for place in range(end - 1, first - 1, -1):
        if words[place].text in _FRAME_BEGINS and words[place].tag in ("p", "d", "v"):
            return place
        if words[place].text in _ATTENDS and words[end].text.endswith("时"):
            return place
        if words[place].text in _FRAME_ENDS and words[place].tag == "f" and end - place > 12:
            return None
    return None


def _adjunct(words: Sequence[Word], first: int, start: int) -> int | None:
    """Where 对 or 向 stands in front of a noun group with a clause of its own."""
    for place in range(start - 1, max(first, start - 8) - 1, -1):
        if words[place].text in ("对", "向", "针对") and words[place].tag == "p":
            return place
        if words[place].tag == "PER":
            return None
    return None


def _companion(words: Sequence[Word], first: int, start: int) -> int | None:
    """Where 与 stands in front of one with a clause of his own: 与到访的某人."""
    nth = start - 2
    while nth > max(first, start - _CLAUSE) and words[nth].tag in ("v", "vn", "vd", "d", "ad"):
        nth -= 1
    return nth if nth >= first and words[nth].text in _WITH and words[nth].tag in ("p", "c") else None


def _is_noun(word: Word) -> bool:
    if word.tag == "m" and word.text.endswith("次"):
        return False  # 首次, 第二次
    if word.tag == "r" and word.text in _MANNERS:
        return False
    return word.tag in _NOUNS or (word.tag == QUOTED and is_name(word))


def is_name(word: Word) -> bool:
    """Whether a quoted run may be a name rather than words."""
    return bool(_NAME.fullmatch(word.text))


def _group(words: Sequence[Word], first: int, place: int) -> int:
    """Where the noun group that ends here begins."""
    start = place
    while start > first and (step := _step(words, first, start, words[place])):
        start -= step
    return start


def _step(words: Sequence[Word], first: int, start: int, head: Word) -> int:
    """How many words in front of ``start`` belong to its noun group."""
    before, farther = words[start - 1], words[start - 2] if start - 1 > first else None
    if _is_noun(before):
        return int(before.text not in _PRONOUNS)
    if before.text in _WITHIN or (before.tag == "w" and before.text in "·-《》〈〉"):
        return 1
    if farther is None:
        return 0
    if before.text in _OF:
        return 1 if _is_noun(farther) else 2 * (farther.tag == "TIME" and start - 2 > first)
    if before.text in _JOINTS and farther.tag in (*_NAMES, "n", "vn", "an", QUOTED):
        return int(before.tag != "p" or farther.tag in _NAMES or head.tag == "PER")
    return 0


def segments_before(unit: Unit, segment: int, begin: int = 0) -> Iterator[tuple[int, int]]:
    """The word ranges of the segments before one, nearest first, from ``begin`` on."""
    for each in reversed(unit.segments[begin:segment]):
        yield each.first, each.last
