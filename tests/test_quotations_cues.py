"""The lexicon of reporting words, and the words that report nothing."""

from __future__ import annotations

import pytest

from shilu.errors import KnowledgeError
from shilu.reading.quotations.cues import cues, parsed
from shilu.reading.quotations.hits import hits
from shilu.reading.quotations.units import Word
from shilu.text.script import simplify


def said(*words: str) -> list[str]:
    """The cues among tagged words such as 表示/v."""
    made, place = [], 0
    for word in words:
        text, _, tag = word.partition("/")
        made.append(Word(text, place, place + len(text), tag))
        place += len(text)
    return [hit.text for hit in hits(made)]


def test_the_lexicon_is_large_and_in_simplified_script() -> None:
    """About 120 verbs; articles in traditional script are folded before they are looked up."""
    lexicon = cues()
    assert len(lexicon.verbs) > 110
    every = {*lexicon.verbs, *lexicon.lead, *lexicon.documents, *lexicon.unnamed, *lexicon.feelings}
    assert {word for word in every if simplify(word) != word} == set()


@pytest.mark.parametrize(
    ("word", "means"),
    [
        ("表示", "state"),
        ("呼吁", "demand"),
        ("警告", "warn"),
        ("否认", "deny"),
        ("指责", "accuse"),
        ("宣布", "announce"),
    ],
)
def test_verbs_say_what_they_mean(word: str, means: str) -> None:
    """A verb of the lexicon asserts, denies, demands or warns."""
    assert cues().verbs[word].means == means


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["外长/n", "表示/v"], ["表示"]),
        (["外长/n", "补充/v", "说/v"], ["补充说"]),
        (["外长/n", "回应称/v"], ["回应称"]),
        (["外长/n", "也表示/v"], ["表示"]),
        (["外长/n", "不/d", "认为/v"], ["不认为"]),
        (["外长/n", "拒绝/v", "说明/v"], []),
        (["他/r", "没有/v", "透露/v"], []),
        (["外长/n", "所/u", "说/v"], []),
        (["说/v", "的/u", "话/n"], []),
        (["可以/v", "说/v"], []),
        (["被/p", "指责/v"], []),
        (["必须/d", "有所/v", "回应/v"], []),
    ],
)
def test_what_reports_and_what_does_not(words: list[str], expected: list[str]) -> None:
    """Denied, passive, possible and relative uses report nothing."""
    assert said(*words) == expected


def test_a_broken_lexicon_names_the_field() -> None:
    """Who edits the file is told which entry is wrong."""
    with pytest.raises(KnowledgeError, match=r"cues\.yaml.*means"):
        parsed({"verbs": [{"means": "shout", "takes": "speech", "words": ["喊"]}]})
