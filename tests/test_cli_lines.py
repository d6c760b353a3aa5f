"""Lines of Chinese text in the terminal."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from shilu.cli.lines import Wrapped, lines


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("外长会谈今天开始", 8, ["外长会谈", "今天开始"]),
        ("会谈（Katherine Tai）今天开始", 14, ["会谈", "（Katherine", "Tai）今天开始"]),
        ("他说，会谈开始。", 6, ["他说，", "会谈开", "始。"]),
        ("他说会谈。", 8, ["他说会", "谈。"]),
        ("他说：“会谈开始”。", 8, ["他说：", "“会谈开", "始”。"]),
        ("见 https://example.org/a/b/c", 12, ["见", "https://exam", "ple.org/a/b/", "c"]),
        ("don’t stop", 6, ["don’t", "stop"]),
        ("第一段\n\n第二段", 20, ["第一段", "", "第二段"]),
        ("。» 1", 2, ["。", "»", "1"]),
        ("", 10, [""]),
    ],
)
def test_lines_part_between_characters_and_keep_marks(text: str, width: int, expected: list[str]) -> None:
    """Chinese is parted anywhere, words are not; marks stay with what they close or open."""
    assert [line.plain for line in lines(Text(text), width)] == expected


@given(st.text(alphabet="会谈今天，。（）“”«»ab1 —…’\t", max_size=60), st.integers(2, 30))
def test_lines_lose_nothing_and_fit(text: str, width: int) -> None:
    """Every character but white space at the end of lines is kept, and short units never stand out."""
    parted = [line.plain for line in lines(Text(text), width)]
    assert "".join("".join(parted).split()) == "".join(text.split())
    assert all(cell_len(line) <= max(width, 2) for line in parted)


def test_wrapped_text_keeps_its_styles_and_indent() -> None:
    """Marks stay coloured across lines, and every line is indented."""
    text = Text("外长会谈今天开始")
    text.stylize("bold", 2, 6)
    file = io.StringIO()
    Console(file=file, width=12, force_terminal=True, color_system="standard").print(Wrapped(text, indent=4))
    assert file.getvalue().replace("\x1b[0m", "").replace("\x1b[1m", "*") == "    外长*会谈\n    *今天开始\n"


def test_lines_behind_the_first_may_hang() -> None:
    """What goes on stands further in than what begins."""
    file = io.StringIO()
    Console(file=file, width=12).print(Wrapped(Text("外长会谈今天"), indent=2, hang=2))
    assert file.getvalue() == "  外长会谈\n    今天\n"
