"""Cuts a statement into quotations: one indirect for the clause, one direct for each quoted run of six characters."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, TypeAlias

from shilu.reading.quotations.cues import cues, word_set
from shilu.reading.quotations.units import COLONS, PAUSES, QUOTED, Unit, Word
from shilu.reading.quotations.via import via_of
from shilu.records import Quotation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from shilu.reading.analysis import Text
    from shilu.reading.quotations.statements import Statement

Piece: TypeAlias = tuple[Literal["direct", "indirect"], int, int]

_SHORTEST_RUN = 6
_SHORTEST_CLAUSE = 4
_LONGEST_NAME = 14
_EDGES = frozenset(" ，,；;：:。．.、！!？?　—-…\t")
_ENDS = frozenset("。！？!?…．.")
_MARKS = frozenset('“「『‘"＂﹁﹃〝”」』’﹂﹄〞')
_JOINS = word_set("并 和 与 及 以及 但 而 并且")
_GOES_ON = _JOINS | {"也", "时", "后"}
"""What begins like this is no report: the cue had no words of its own."""
_TURNED = word_set("但 但是 不过 然而 而 此外 另外 同时 对此 因此")
_PEOPLE = word_set("人 人士 者 声音 人们 民众 网民 网友 学者 官员 媒体 国家 组织 团体 言论")
_TURNS = frozenset(("但", "而"))
_LONGEST_ASIDE = 4
_NAME = re.compile(
    r"(?:法案|法|协议|协定|条例|机场|计划|伙伴|联盟|政策|会谈|原则|奖|共识|宣言|条约|公约|倡议|峰会|论坛|对话|机制|战略|主义"
    r"|委员会|组织|节|日|号|版|框架|办公室|小组|集团|公司|中心|路线|模式|运动|行动|工程|项目|活动|专区|病毒|导弹|战机|罪|协会|学会|基金会|团队|系统|模组|直升机|方式|网|电视台"
    r"|条款|[题特画影书会]展|展览|广场|大楼|酒店|饭店|商场|大?厅|基金|重点措施|基地|杯|方案|(?<=一个)中国|APP|\d)(?:[（(].{1,4}[）)])?$"
)
_NOUNS = frozenset(("n", "nz", "ORG", "PER", "LOC", "r", "u", "m", "q", "s", "f"))
_TERM = frozenset(("n", "nz", "nw", "nt", "ns", "vn", "an", "PER", "LOC", "ORG", "TIME", "m", "f", "s", "b", "q"))
"""Tags of words that names are made of; what is said has verbs or particles, too."""
_LONGEST_TERM = 18
_CALLED = ("名为", "取名", "题为", "名叫", "所谓", "所谓的", "称号", "俗称", "简称")
_PREDICATES = ("是", "为", "成", "作", "的")
"""Behind these a run of nouns may be the speaker's own words."""
_LAW = re.compile(r"(?:细则|基准|办法|规定|规则|准则|纲要|决定|意见|通知)$")
_LONGEST_LAW = 24
_GLOSS = re.compile(r"[（(][A-Za-z]")
_TITLED = word_set("被誉为 誉为 命名为 取名 题为 名为 称为 所谓 叫做 叫 举办的 举行的 主题为")
_ABOUT = word_set("问题 提问 文章 帖文 标题 报道 评论 社论 口号 横幅 主题 活动 歌曲 影片 照片")
_ADDRESSEE = re.compile(r"[^，。！？；,.!?;的]{1,14}")
_QUOTES = ("引述", "援引", "引用")
_AFTER_TITLE = word_set(
    "构想 理念 概念 号 会议 研讨会 论坛 计划 项目 活动 展 奖 一书 倡议 峰会 运动 政策 战略 原则 机制"
)


def cut(statement: Statement, unit: Unit, text: Text) -> list[Quotation]:
    """The quotations of a statement, for each of its speakers."""
    found = [piece for first, last in statement.words for piece in _pieces(statement, unit, text, (first, last))]
    via = via_of(statement, unit)
    within = statement.within.name if statement.within else None
    return [
        Quotation(
            speaker=voice.name,
            speaker_text=voice.text,
            kind=kind,
            text=text.text[start:end],
            cue=statement.cue,
            via=via,
            block=text.block,
            start=start,
            end=end,
            speaker_id=voice.id,
            within=within,
            rule=statement.rule,
            found_by=statement.found_by,
        )
        for voice in statement.voices
        for kind, start, end in found
    ]


def _pieces(statement: Statement, unit: Unit, text: Text, said: tuple[int, int]) -> Iterator[Piece]:
    words = unit.words[said[0] : said[1]]
    if not words:
        return
    all_quoted = _is_all_quoted(words, statement)
    spoken = [
        word
        for nth, word in enumerate(words)
        if word.tag == QUOTED
        and not any(first <= said[0] + nth < last for first, last in statement.others)
        and _is_spoken(words, nth, statement)
        and (all_quoted or not (_is_glossed(text, word) or _is_term(text, word, words[nth - 1] if nth else None)))
    ]
    if not all_quoted:
        clause = words[:-1] if len(words) > 1 and words[-1].tag == QUOTED and _stands_apart(text, words[-1]) else words
        whole = clause[-1] is words[-1] and said[1] == len(unit.words)
        while len(clause) > 1 and clause[-1].text in _TURNED and clause[-1].start > clause[-2].end:
            clause, whole = clause[:-1], False  # ……；不过，乙指出
        start, end = _trimmed(text.text, clause[0].start, unit.end if whole else clause[-1].end)
        named = statement.cue.startswith(_QUOTES) and not statement.pause  # 引述发言人的话
        if not named and _is_clause(clause, statement, text.plain) and end - start >= _SHORTEST_CLAUSE:
            yield "indirect", start, end
        elif not spoken:
            return
    for word in spoken:
        yield "direct", word.start + 1, word.end - (text.text[word.end - 1] in _MARKS)


def _is_all_quoted(words: Sequence[Word], statement: Statement) -> bool:
    """Whether there is nothing but quoted runs: said after a colon, or as a whole sentence."""
    if all(word.tag == QUOTED for word in words):
        return True
    finished = statement.pause in COLONS or words[0].text.rstrip()[-1:] in _ENDS
    return words[0].tag == QUOTED and bool(statement.pause) and finished


def _stands_apart(text: Text, word: Word) -> bool:
    """Whether a run is no part of the clause before it: behind a colon, or a sentence of its own behind a pause."""
    before = text.plain[: word.start].rstrip()[-1:]
    return before in COLONS or (before in PAUSES and word.text.rstrip()[-1:] in _ENDS)


def _is_spoken(words: Sequence[Word], nth: int, statement: Statement) -> bool:
    """Whether a run is what was said, not a name or a title in quotation marks."""
    text = words[nth].text
    if len(text) < _SHORTEST_RUN:
        return False
    if statement.pause and nth == 0:
        return True
    if statement.cue.startswith(_QUOTES) and not statement.pause:
        return False  # 引述“熟悉情况的官员”的话
    if statement.cue == "告诉" and statement.rule == "cue-before.v1" and nth == 0 and _ADDRESSEE.fullmatch(text):
        return False  # 告诉“某报”
    return not _is_named(words, nth)


def _is_glossed(text: Text, word: Word) -> bool:
    """Whether a short run has its Latin name in brackets behind it: 「创新号直升机」（Ingenuity）."""
    return len(word.text) <= _LONGEST_NAME and bool(_GLOSS.match(text.plain, word.end))


def _is_term(text: Text, word: Word, before: Word | None) -> bool:
    """Whether a short run of nouns alone names a thing: 签署“海巡合作备忘录”, but 是“战略竞争对手”."""
    if text.plain.endswith(_CALLED, 0, word.start):
        return True
    if len(word.text) > _LONGEST_TERM or (before is not None and _is_predicate(before, word)):
        return False
    sentences = (each for each in text.sentences if each.start < word.end and each.end > word.start)
    inner = [token for each in sentences for token in each.tokens if word.start < token.start < word.end - 1]
    return bool(inner) and inner[0].tag != "m" and all(token.tag in _TERM for token in inner)


def _is_predicate(before: Word, word: Word) -> bool:
    """Whether the word before a run makes it a predicate or a description: 是“……”, 最大的“……”."""
    told = before.text.endswith(_PREDICATES) and before.text not in cues().verbs
    return before.end == word.start and (told or before.text in ("称", "叫"))


def _is_named(words: Sequence[Word], nth: int) -> bool:
    """Whether a run is the name of something, by its own ending or by the words around it."""
    text = words[nth].text
    before = words[nth - 1].text if nth else ""
    after, farther = (*(word.text for word in words[nth + 1 : nth + 3]), "", "")[:2]
    if before in _TITLED or after in _AFTER_TITLE or (after == "的" and farther in _ABOUT):  # 回应“……”的问题
        return True
    if text.isascii() and " " not in text.strip():
        return True
    law = len(text) <= _LONGEST_LAW and _LAW.search(text)
    return bool(law or (len(text) <= _LONGEST_NAME and "的" not in text and _NAME.search(text)))


def _is_clause(words: Sequence[Word], statement: Statement, plain: str) -> bool:
    """Whether what follows the cue says something, rather than naming a thing: 表示关切, 批评北京的做法."""
    first = words[0].text
    if statement.pause and statement.takes == "speech" and first in _TURNS and len(words) > _LONGEST_ASIDE:
        first = ""  # 某报评论说，而对方却拿出了不同的方案
    if first in (_JOINS if statement.pause else _GOES_ON) or (
        not statement.pause
        and first in cues().feelings
        and (len(words) <= 2 or words[1].start > words[0].end)  # 表示感谢，……
    ):
        return False
    if any(word.tag == QUOTED and len(word.text) >= _SHORTEST_CLAUSE for word in words):
        return True
    near = words[: _first_pause(words, plain)] if statement.takes == "clause" and not statement.pause else words
    near = near if any(word.text == "的" for word in near) else words
    if not statement.pause and near is words and words[0].tag in _NOUNS:
        part = words[: _first_pause(words, plain)]  # 披露上述数字，他还……
        near = part if all(word.tag in _NOUNS for word in part) else words
    if statement.takes == "clause" and _is_of_people(near):
        return False
    if any(word.tag in ("v", "vd") or word.text in ("是", "有", "无") for word in near):
        return True
    return statement.takes != "clause" and _says_how(words)


def _is_of_people(words: Sequence[Word]) -> bool:
    """Whether words only describe somebody: 批评政府做法的人."""
    of_people = len(words) > 1 and words[-2].text == "的" and words[-1].text in _PEOPLE
    return of_people and not any(word.text in ("是", "这") for word in words)


def _says_how(words: Sequence[Word]) -> bool:
    """Whether an adjective says something rather than belonging to a noun: 情况严重, but 最新疫情."""
    tags = [*(word.tag for word in words[1:]), ""]
    return any(
        word.tag in ("a", "ad") and after not in ("n", "nz", "u") for word, after in zip(words, tags, strict=True)
    )


def _first_pause(words: Sequence[Word], plain: str) -> int:
    """How many words stand before the first pause: 谴责他的言论，却不…… reports nothing. A space is none."""
    gaps = (
        nth
        for nth, (word, after) in enumerate(pairwise(words), 1)
        if after.start > word.end and not plain[word.end : after.start].isspace()
    )
    return next(gaps, len(words))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end
