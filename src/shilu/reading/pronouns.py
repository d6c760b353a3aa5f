"""Whom 他 or 她 means, where the text makes it certain."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.reading.lexicon import SAYING

if TYPE_CHECKING:
    from shilu.knowledge import Authority
    from shilu.reading.analysis import Analysis, Standing

_SEX = {"他": "m", "她": "f"}
_SAYS = re.compile(rf"[^，。；：“”]{{0,14}}?(?:{'|'.join(SAYING)})道?(?:记者|媒体)?[，：,:]?[“「]?")
"""Between who speaks and the pronoun: 布林肯|18日在记者会上说，|他."""
_OF_HIMSELF = re.compile(
    r"(?:主席|教授|会长|学者|专家|研究员|分析师|居民|村民|网民|学生|创始人|先生|女士|老板|商人|学员)"
    rf"[^，。；：“”]{{0,12}}?(?:{'|'.join(SAYING)})道?[，：,:]?[“「]?$"
)
_TO = frozenset("对向与和跟同给")
_FAR = 3
"""How many sentences back the person may stand; farther back readers lose the thread as well."""


def antecedent(analysis: Analysis, block: int, at: int, pronoun: str, authority: Authority) -> Standing | None:
    """The person a pronoun at a place means: the only one of that sex in the sentences before, or their subject.

    The nearest sentence with any person decides. Two people in it leave the pronoun open, unless one of them opens the
    sentence and speaks in it.
    """
    sex = _SEX.get(pronoun)
    for start, end in _sentences_back(analysis, block, at):
        people = [s for s in analysis.within(block, start, end, "person") if _may_be(s, sex, authority)]
        if people:
            return _speaker(analysis, people[-1], at) or _only_one(analysis, people, start)
    return None


def speaks_of_himself(plain: str, start: int, at: int) -> bool:
    """Whether somebody whose name is not known says it, who rather is meant: 协会主席向记者表示，|他…."""
    return _OF_HIMSELF.search(plain, start, at) is not None


def _sentences_back(analysis: Analysis, block: int, at: int) -> list[tuple[int, int]]:
    """The part of the sentence before the pronoun and the sentences before it, the nearest first."""
    text = analysis.by_block[block]
    before = [(s.start, min(s.end, at)) for s in text.sentences if s.start < at][-_FAR:]
    parts = [part for start, end in before for part in _parts(text.plain, start, end)]
    return parts[::-1]


def _parts(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a stretch between semicolons: 有律师余文生，…；有牧师王怡，他|…."""
    stops = [i for i in range(start, end) if plain[i] in "；;"]
    return list(zip([start, *(i + 1 for i in stops)], [*stops, end], strict=True))


def _may_be(standing: Standing, sex: str | None, authority: Authority) -> bool:
    person = authority.people.get(standing.id)
    return person is None or person.sex is None or sex is None or person.sex == sex


def _speaker(analysis: Analysis, last: Standing, at: int) -> Standing | None:
    """Who says right before the pronoun what it stands in: 奥斯汀说，|他在访问日本前…."""
    plain = analysis.by_block[last.block].plain
    to_him = plain[last.start - 1 : last.start] in _TO  # 布林肯对王毅说，他….
    return last if not to_him and _SAYS.fullmatch(plain, last.end, at) else None


def _only_one(analysis: Analysis, people: list[Standing], start: int) -> Standing | None:
    if len({standing.id for standing in people}) == 1:
        return people[0]
    first, last = people[0], people[-1]
    plain = analysis.by_block[first.block].plain
    if plain[last.start - 1 : last.start] in ("，", "；") and last.id in {standing.id for standing in people[:-1]}:
        return last  # 布林肯和奥斯丁访问日韩，布林肯17日批评中国。他|…
    opens = not any(mark in plain[start : first.start] for mark in "，。：；“「")
    return first if opens and plain.startswith(SAYING, first.end) else None
