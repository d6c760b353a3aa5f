"""People as speakers: by name, joined to others, or by a pronoun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shilu.reading.lexicon import JAPANESE_SURNAMES
from shilu.reading.quotations.cues import ways, word_set
from shilu.reading.quotations.heard import Voice
from shilu.reading.quotations.meant import JOINTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shilu.reading.analysis import Standing
    from shilu.reading.quotations.meant import Subject
    from shilu.reading.quotations.units import Word
import re

_ONE = word_set("他 她 其 此人 他本人 她本人 本人")
_TWO = word_set("两人 二人 双方 两国")
_PAIR = 2
_MANY = word_set("他们 她们 两人 二人 双方 两国 三国 三方 我们 彼此")
_SCHOOL = re.compile(r"..(?:大学|学院|研究所|中心|委员会|公司|集团|法院)")
_SERVANTS = frozenset(("律师", "医生", "助理", "幕僚", "秘书"))


def pronoun(subject: Subject) -> tuple[Voice, ...]:
    """他 is the last person, 他们 those who last spoke together."""
    word = subject.words[subject.head].text
    if word in _ONE:
        person = subject.heard.meant_by(word)
        return (person.again(subject.text, "pronoun") if person else subject.named(None, "pronoun"),)
    if word in _MANY:
        many = subject.heard.many if word != "我们" and (word not in _TWO or len(subject.heard.many) == _PAIR) else ()
        return tuple(voice.again(subject.text, "pronoun") for voice in many) or (subject.named(None, "pronoun"),)
    return ()


def people(subject: Subject) -> tuple[Voice, ...]:
    """The person a subject ends with, and those joined to them by 、 or 和."""
    found: list[Voice] = []
    last, nth = len(subject.words), subject.head
    while nth >= 0:
        standing = _person_at(subject.words[nth], subject.standings)
        again = None if standing else _by_surname(subject, subject.words[nth])
        if again:
            return (again,)
        if standing is None and not (_is_tagged(subject, nth) or _is_presented(subject, nth)):
            break
        opening = nth
        while opening > 0 and subject.words[opening - 1].text not in JOINTS:
            opening -= 1
        text = "".join(word.text for word in subject.words[opening:last])
        if standing and _is_of_client(subject, standing):
            return (subject.named(None, "unnamed"),)
        if standing:
            sex = subject.sex(standing.id)
            found.append(Voice(text, standing.name, standing.how, "person", standing.id, sex))
        else:
            found.append(Voice(text, _with_surname(subject, nth), "name", "person"))
        if _is_owned(subject, opening, nth):
            break
        last, nth = opening - 1, opening - 2
    return tuple(reversed(found))


def _is_of_client(subject: Subject, standing: Standing) -> bool:
    """Whether somebody known stands in front of his lawyer: 特朗普律师."""
    return subject.tail.text in _SERVANTS and standing.id.startswith("p.") and subject.head == len(subject.words) - 2


def _is_owned(subject: Subject, first: int, head: int) -> bool:
    """Whether persons in front belong to a description: 甲、乙及丙的律师|丁."""
    tags = [(word.tag, word.text) for word in subject.words[first:head]]
    return any(tag == "PER" for tag, _ in tags) and any(text == "的" for _, text in tags)


def _with_surname(subject: Subject, nth: int) -> str:
    """The name of one whom nobody knows: 秀美 behind 滨田 is 滨田秀美."""
    word, before = subject.words[nth], subject.words[nth - 1] if nth else None
    joined = before is not None and before.end == word.start and before.text in JAPANESE_SURNAMES
    return before.text + word.text if before is not None and joined else word.text


def _by_surname(subject: Subject, word: Word) -> Voice | None:
    """杨 alone is the one of that surname heard of last."""
    if len(word.text) != 1 or word.tag not in ("PER", "nr"):
        return None
    known = (each for each in subject.heard.people if each.name and each.name.startswith(word.text))
    return next((each.again(subject.text, "short") for each in known), None)


def _is_tagged(subject: Subject, nth: int) -> bool:
    """Whether the tagger takes a word for a person: not 发表网志说."""
    word = subject.words[nth]
    return (
        word.tag == "PER"
        and not _SCHOOL.search(word.text)
        and word.text not in ways()
        and word.text not in subject.lexicon.documents
    )


def _is_presented(subject: Subject, nth: int) -> bool:
    """Whether a word that is no name elsewhere is one behind 发言人: 新闻发言人高峰."""
    word = subject.words[nth]
    behind = nth > 0 and subject.words[nth - 1].text in subject.lexicon.spokespersons
    return behind and word.tag in ("n", "nz", "v", "a") and 2 <= len(word.text) <= 3


def _person_at(word: Word, standings: Sequence[Standing]) -> Standing | None:
    for standing in standings:
        inside = standing.start <= word.start and word.end <= standing.end
        if standing.kind == "person" and (inside or (word.start <= standing.start and standing.end == word.end)):
            return standing
    return None
