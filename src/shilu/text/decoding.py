"""Bytes to text, with a record of how: the mirrors are UTF-8, but what they collected was not always.

Chinese pages lie about their encoding in one known way: ``gb2312`` and ``gbk`` stand for GB 18030, which contains both.
Order of belief: byte order mark, strict UTF-8 (text in another encoding passes it only by accident), the declared
charset, then the Chinese encodings compared by how much of the result is everyday Chinese, then charset-normalizer.
"""

from __future__ import annotations

import codecs
import re

import msgspec

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{3,20})""", re.IGNORECASE)
_CONTROL = bytes((*range(9), *range(14, 27), *range(28, 32)))
_LYING = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "gb_2312-80": "gb18030", "big5": "big5hkscs"}
_HEAD = 4096
_BINARY_SHARE = 0.02
# Characters of which every Chinese page is full, in both scripts; wrong decodings scatter over rare ones.
_COMMON = frozenset("的一是不了在有人我他这這中大来來上国國个個到说說们們为為和地出也时時年得就那要下以生会會，。、：")


class Decoded(msgspec.Struct, frozen=True):
    """Text and the way it was had from bytes."""

    text: str
    encoding: str | None
    """The codec that was used; None where the bytes are no text."""
    declared: str | None = None
    """The charset the document itself names."""
    undecodable: int = 0
    """How many characters could not be decoded and stand as U+FFFD."""


def decode(data: bytes) -> Decoded:
    """The text of a document; never raises, counts what could not be decoded."""
    declared = _declared(data)
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _forced(data[len(mark) :], encoding, declared)
    if _is_binary(data):
        return Decoded("", None, declared)
    try:
        return Decoded(data.decode("utf-8"), "utf-8", declared)
    except UnicodeDecodeError:
        return _guessed(data, declared)


def _declared(data: bytes) -> str | None:
    head = data[:_HEAD]
    if b"charset" not in head and b"encoding" not in head and b"CHARSET" not in head:
        return None
    match = _DECLARED.search(head)
    return match[1].decode("ascii").lower() if match else None


def _is_binary(data: bytes) -> bool:
    """Control characters that no text holds; a single stray one does not make a page binary."""
    head = data[:_HEAD]
    controls = len(head) - len(head.translate(None, _CONTROL))
    return b"\0" in head or controls > _BINARY_SHARE * len(head)


def _guessed(data: bytes, declared: str | None) -> Decoded:
    candidates = [_forced(data, encoding, declared) for encoding in _candidates(declared)]
    best = max(candidates, key=_plausibility)
    return best if _plausibility(best) > 0 else _normalized(data, declared) or best


def _candidates(declared: str | None) -> list[str]:
    """The declared codec first: it wins where two decodings are equally plausible."""
    names = [_LYING.get(declared, declared)] if declared else []
    names += ["utf-8", "gb18030", "big5hkscs"]
    return [name for name in dict.fromkeys(names) if _known(name)]


def _known(encoding: str) -> bool:
    try:
        return codecs.lookup(encoding)._is_text_encoding  # noqa: SLF001 - "hex" or "zip" may be declared too
    except LookupError:
        return False


def _forced(data: bytes, encoding: str, declared: str | None) -> Decoded:
    text = data.decode(encoding, "replace")
    try:
        text_is_exact = data.decode(encoding) == text
    except UnicodeDecodeError:
        text_is_exact = False
    return Decoded(text, encoding, declared, 0 if text_is_exact else text.count("�"))


def _plausibility(decoded: Decoded) -> float:
    """Share of everyday Chinese among the characters beyond ASCII, less ten times what was lost."""
    beyond = [char for char in decoded.text[:20_000] if char > "\x7f"]
    if not beyond:
        return 0.0
    common = sum(1 for char in beyond if char in _COMMON)
    lost = sum(1 for char in beyond if char == "�")
    return (common - 10 * lost) / len(beyond)


def _normalized(data: bytes, declared: str | None) -> Decoded | None:
    """What charset-normalizer makes of bytes in no Chinese encoding (imported late: it is rarely needed)."""
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(data[:200_000]).best()
    return _forced(data, best.encoding, declared) if best else None
