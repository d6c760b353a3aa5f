"""Script folding and the script of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shilu.text.script import display, fold, script_of, simplify, together


def test_words_that_are_cut_wrongly_are_mended() -> None:
    """美國製裁 and 一箇中國 stood in headlines."""
    assert display("美国制裁中国，坚持一个中国", "Hant") == "美國制裁中國，堅持一個中國"


def test_marks_of_another_shape_are_the_usual_ones_where_texts_are_read() -> None:
    """丶 between names is 、; what is searched and compared stays as it was printed."""
    assert simplify("台灣丶香港﹐澳門﹖") == "台湾、香港，澳门？"
    assert simplify("台灣丶香港" * 100) == "台湾、香港" * 100
    assert fold("台灣丶香港") == "台湾丶香港"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("布林肯與王毅會晤", "布林肯与王毅会晤"),
        ("臺灣、裏面、衛生", "台湾、里面、卫生"),
        ("ＮＡＴＯ　Antony Blinken", "nato antony blinken"),
    ],
)
def test_folding_joins_scripts_widths_and_cases(text: str, folded: str) -> None:
    """What differs only by script, width or case folds to one text."""
    assert fold(text) == folded


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    """Offsets in folded text are offsets in the original, whatever the characters."""
    assert len(fold(text)) == len(simplify(text)) == len(text)


@given(st.text(alphabet="會议臺湾国華与與AＢ"))
def test_folding_is_idempotent(text: str) -> None:
    """A folded text folds to itself."""
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("兩國元首同意恢復軍事溝通", "Hant"),
        ("两国元首同意恢复军事沟通", "Hans"),
        ("王毅到京", "Hans"),
        ("台北说明会由陳先生主持，與會者眾", "Hant"),
        ("The two leaders met in Woodside on Wednesday afternoon and agreed to restore military talks (两军).", "Latn"),
        ("", "Hans"),
    ],
)
def test_script_is_told_by_characters_of_one_script_only(text: str, script: str) -> None:
    """Characters that only one script has decide; a text without any counts as simplified."""
    assert script_of(text) == script


def test_display_writes_the_other_script() -> None:
    """For display, phrases are converted as a reader would write them."""
    assert display("软件里的头发", "Hant") == "軟件裏的頭髮"
    assert display("頭髮", "Hans") == "头发"


@given(st.lists(st.text()))
def test_long_texts_change_as_short_ones_do(texts: list[str]) -> None:
    """Long texts, and many at once, take another way and come to the same."""
    texts = [*texts, "臺灣與ＮＡＴＯ　𠮷野家\ud800" * 40]
    assert together(fold, texts) == ["".join(map(fold, text)) for text in texts]
    assert together(simplify, texts) == ["".join(map(simplify, text)) for text in texts]
