"""Bytes to text: what was used, what was declared, what was lost."""

from __future__ import annotations

import pytest

from shilu.text.decoding import decode

HANS = "外交部发言人在例行记者会上表示，两国外长将于下周在维也纳会晤，就双边关系交换意见。"
HANT = "外交部發言人在例行記者會上表示，兩國外長將於下週在維也納會晤，就雙邊關係交換意見。"


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        (HANS.encode(), "utf-8", HANS),
        (b"\xef\xbb\xbf" + HANT.encode(), "utf-8", HANT),
        (HANS.encode("gb18030"), "gb18030", HANS),
        (HANT.encode("big5hkscs"), "big5hkscs", HANT),
        (b"\xff\xfe" + HANS.encode("utf-16-le"), "utf-16-le", HANS),
        (b"\xfe\xff" + HANT.encode("utf-16-be"), "utf-16-be", HANT),
        (b"plain text", "utf-8", "plain text"),
    ],
)
def test_encodings_of_chinese_text(data: bytes, encoding: str, text: str) -> None:
    """Every usual encoding of Chinese is recognised without help."""
    decoded = decode(data)
    assert (decoded.encoding, decoded.text, decoded.undecodable) == (encoding, text, 0)


@pytest.mark.parametrize("declared", ["gb2312", "GBK", "x-gbk"])
def test_declared_gb2312_is_read_as_gb18030(declared: str) -> None:
    """Characters beyond GB 2312 survive a page that declares it."""
    text = f'<meta charset="{declared}">镕基与喆、㐂：{HANS}'
    decoded = decode(text.encode("gb18030"))
    assert (decoded.text, decoded.encoding, decoded.declared) == (text, "gb18030", declared.lower())


def test_what_cannot_be_decoded_is_counted() -> None:
    """Broken bytes in a long text cost a character, not the text."""
    decoded = decode(HANS.encode() + b"\xe4\xb8" + HANS.encode())
    assert (decoded.encoding, decoded.undecodable) == ("utf-8", 1)
    assert decoded.text.count(HANS) == 2


def test_an_impossible_declaration_is_not_believed() -> None:
    """A declared charset that is none, or no text encoding, does not stop the reading."""
    for declared in ("no-such-charset", "hex"):
        text = f'<meta charset="{declared}">{HANS}'
        assert decode(text.encode("gb18030")).text == text


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"PK\x03\x04\x14\x00\x08", bytes(range(1, 32)) * 40]
)
def test_binary_is_no_text(data: bytes) -> None:
    """Bytes that are no text have no encoding."""
    assert decode(data).encoding is None


def test_other_languages_pass() -> None:
    """Text in no Chinese encoding is handed to charset-normalizer."""
    text = "Ministr zahraničí řekl, že jednání budou pokračovat příští týden ve Vídni. " * 20
    assert "Ministr" in decode(text.encode("cp1250")).text
