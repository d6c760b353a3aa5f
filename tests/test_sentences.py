"""Where sentences begin and end."""

from __future__ import annotations

import pytest

from shilu.text.sentences import Span, pieces, sentences

CASES = [
    ("", []),
    ("  \u3000 ", []),
    ("两国外长会晤。双方同意继续对话。", ["两国外长会晤。", "双方同意继续对话。"]),
    ("他说：“我们愿意对话。”随后离开。", ["他说：“我们愿意对话。”", "随后离开。"]),
    ("部長表示：「歡迎來訪。」記者會結束！", ["部長表示：「歡迎來訪。」", "記者會結束！"]),
    ("真的吗？！是的……", ["真的吗？！", "是的……"]),
    (" 没有句号的标题 ", ["没有句号的标题"]),
    ("结束了。）", ["结束了。）"]),
    ("结束了。 ” 完。", ["结束了。 ”", "完。"]),
    ("增长3.5%，达到U.S. Steel的水平", ["增长3.5%，达到U.S. Steel的水平"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_sentences(text: str, expected: list[str]) -> None:
    """A sentence keeps the marks that close it, and blanks around it belong to none."""
    assert [text[start:end] for start, end in sentences(text)] == expected


def test_pieces_cut_at_clause_marks() -> None:
    """A sentence that is too long is cut behind a clause mark, and anywhere where it has none."""
    text = "一二三四，五六七八九十。"
    assert [text[a:b] for a, b in pieces(text, Span(0, len(text)), 8)] == ["一二三四，", "五六七八九十。"]
    assert [b - a for a, b in pieces("字" * 20, Span(0, 20), 8)] == [8, 8, 4]


def test_a_huge_text_takes_linear_time() -> None:
    """Half a megabyte without any mark is one sentence, in short pieces."""
    text = "字" * 500_000
    (whole,) = sentences(text)
    assert whole == Span(0, 500_000)
    assert max(b - a for a, b in pieces(text, whole, 200)) == 200
