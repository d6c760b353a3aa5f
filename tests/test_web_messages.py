"""The interface speaks Chinese wherever it speaks English."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import jinja2
import pytest
from jinja2 import nodes

from shilu import vocabulary
from shilu.chronicle import copies
from shilu.cli.labels import label
from shilu.cli.messages import catalogue
from shilu.reading.events.lexicon import data
from shilu.reading.events.plover import QUADS
from shilu.records import Point, Status
from shilu.text.script import display
from shilu.web import words
from shilu.web.languages import said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from shilu.web.languages import Language

ROOT = Path(__file__).parents[1]
WEB = ROOT / "src" / "shilu" / "web"
_SAYING = {"t", "message"}


def _of_templates() -> set[str]:
    parse = jinja2.Environment(autoescape=True).parse
    return {
        call.args[0].value
        for file in (WEB / "templates").glob("*.html")
        for call in parse(file.read_text("utf-8")).find_all(nodes.Call)
        if isinstance(call.node, nodes.Name) and call.node.name == "t"
        if call.args and isinstance(call.args[0], nodes.Const)
    }


def _of_modules() -> set[str]:
    return {
        call.args[0].value
        for file in WEB.rglob("*.py")
        for call in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(call, ast.Call) and _name(call.func) in _SAYING
        if call.args and isinstance(call.args[0], ast.Constant)
    }


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def test_both_sides_have_the_same_texts() -> None:
    """No text lacks its Chinese, and no Chinese stands for a text that is said no more."""
    said = _of_templates() | _of_modules() | vocabulary.CHINESE.keys()
    assert len(said) > 50
    assert said - catalogue("shilu.web.zh").keys() == set()
    assert catalogue("shilu.web.zh").keys() - said == set()


def test_placeholders_are_the_same() -> None:
    """What is filled in on one side is filled in on the other."""
    for english, chinese in catalogue("shilu.web.zh").items():
        assert _placeholders(english) == _placeholders(chinese)


def _placeholders(text: str) -> list[str]:
    return sorted(part.partition("}")[0] for part in text.split("{")[1:])


def test_every_code_of_problems_is_said_in_words() -> None:
    """What the page of problems documents has words, and so has what it concerns."""
    rows = re.findall(r"^\| (`.+?`) \| (`.+?`) \|", (ROOT / "docs" / "problems.md").read_text("utf-8"), re.MULTILINE)
    fields = {field for row in rows for field in re.findall("`(.+?)`", row[0])}
    codes = {code for row in rows for code in re.findall("`(.+?)`", row[1])}
    assert len(codes) > 20
    assert fields - words.FIELDS.keys() == set()
    assert codes - words.PROBLEMS.keys() == set()


def test_every_code_of_events_is_said_in_words() -> None:
    """Types, forms, statuses and contexts that the reader of events may give have words."""
    assert data("contexts").keys() - words.CONTEXTS.keys() == set()
    assert QUADS.keys() - words.TYPES.keys() == set()
    assert words.STATUSES.keys() == set(get_args(Status))
    assert words.COPIES.keys() == set(get_args(copies.Kind))
    assert words.POINTS.keys() == set(get_args(Point))


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_commands_and_pages_say_the_same_of_a_code(monkeypatch: pytest.MonkeyPatch, language: Language) -> None:
    """Types, forms, statuses, kinds of copies and points of difference have one word, whoever prints it."""
    monkeypatch.setenv("SHILU_LANG", language)
    pages = words.TYPES | words.FORMS | words.STATUSES | words.COPIES | words.POINTS
    assert {code: label(code) for code in pages} == {code: said(text, language) for code, text in pages.items()}
    assert language == "en" or not any(label(code).isascii() for code in pages)


@pytest.mark.parametrize(
    "known",
    [
        *(vocabulary.TYPES, vocabulary.FORMS, vocabulary.STATUSES, vocabulary.KINDS, vocabulary.ORDERS),
        *(vocabulary.STORY_ORDERS, vocabulary.SECTIONS),
    ],
)
def test_what_is_printed_for_a_code_is_taken_for_it(known: Mapping[str, vocabulary.Word]) -> None:
    """The code in any case, its English word, and its Chinese one in either script."""
    for code, (english, chinese) in known.items():
        for typed in (code, code.upper(), english, english.title(), chinese, display(chinese, "Hant")):
            assert vocabulary.code_of(typed, known) == code, typed
    assert vocabulary.code_of("", known) is None
