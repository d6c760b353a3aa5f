"""Marks over a text become well-formed HTML, however they lie over each other."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shilu.web.addresses import address, shortened
from shilu.web.marks import LAYERS, Mark, marked
from shilu.web.pages.changes import _compared

TEXT = "国务卿布林肯<b>表示&"


class Nested(HTMLParser):
    """Checks that tags close in the order in which they open, and that no link stands in a link."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag opens."""
        assert attrs is not None
        assert tag in ("a", "span", "mark")
        assert tag != "a" or "a" not in self.open
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """A tag closes."""
        assert self.open.pop() == tag


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], "国务卿布林肯&lt;b&gt;表示&amp;"),
        ([Mark("person", 3, 6, "/p")], '国务卿<a class="m person" href="/p">布林肯</a>&lt;b&gt;表示&amp;'),
        ([Mark("found", 0, 3)], "<mark>国务卿</mark>布林肯&lt;b&gt;表示&amp;"),
        ([Mark("person", 90, 99)], "国务卿布林肯&lt;b&gt;表示&amp;"),
    ],
)
def test_marks(marks: list[Mark], expected: str) -> None:
    """Texts are escaped, marks become elements, and marks beyond the text are left out."""
    assert marked(TEXT, marks) == expected


_MARKS = st.lists(
    st.builds(
        Mark,
        st.sampled_from(LAYERS),
        st.integers(-1, len(TEXT) + 1),
        st.integers(-1, len(TEXT) + 1),
        st.sampled_from(["", "/a", '"><script>']),
        st.sampled_from(["", '"title"']),
    ),
    max_size=8,
)


@given(_MARKS)
def test_any_marks_are_well_formed(marks: list[Mark]) -> None:
    """Nesting, crossing and equal marks: the tags nest, links do not, and the text is what it was."""
    made = str(marked(TEXT, marks))
    parser = Nested()
    parser.feed(made)
    assert parser.open == []
    assert html.unescape(re.sub(r"<[^>]*>", "", made)) == TEXT


def test_converted_text_keeps_its_marks() -> None:
    """Where the script is converted, the marks stand at the same words."""
    made = marked("国务卿", [Mark("person", 0, 1)], lambda text: text.replace("国", "國").replace("务", "務"))
    assert made == '<span class="m person">國</span>務卿'


def test_changed_lines_are_compared_to_the_character() -> None:
    """A line is compared with the one put in for it; what has no counterpart is taken out or put in whole."""
    lines = ["@@ -1 +1 @@", "-# 两国会谈开始", "-多出的一段。", "+# 两国会谈结束", " 照旧。"]
    shown = [
        (line.sign, line.heading, [(piece.text, piece.changed) for piece in line.pieces]) for line in _compared(lines)
    ]
    assert shown == [
        ("@", False, []),
        ("-", True, [("两国会谈", False), ("开始", True)]),
        ("+", True, [("两国会谈", False), ("结束", True)]),
        ("-", False, [("多出的一段。", True)]),
        (" ", False, [("照旧。", False)]),
    ]


def test_han_characters_of_an_address_stand_as_they_are() -> None:
    """They take a third of the bytes; whatever else an id holds stays encoded."""
    assert shortened(address("person", "x.person.王维正/<a>\u202e\u3000é")) == (
        "/person/x.person.王维正%2F%3Ca%3E%E2%80%AE%E3%80%80%C3%A9"
    )
