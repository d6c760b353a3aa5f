"""Stretches that name those who made the report, not those it tells of: （中央社記者…台北29日電）, 记者：…, …摄."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shilu.reading.whole import Whole

DATELINE = re.compile(r"[^，。：；“「\n]{2,24}?\d{1,2}日[电讯]?\s*[-—–－]+\s*")
"""路透北京3月26日 - names neither who speaks nor who meets."""
_BRACKET = re.compile(r"[（(【\[][^（）()【】\[\]\n]{2,80}[）)】\]]")
_MAKERS = re.compile(
    r"记者.*(?:电|讯|摄|报导|报道|[:：/])|(?:摄影|拍摄|编辑|责编|译者|核稿|编译|校对|供图|制图|特派员)|[^拍]摄[)）】]$"
)
_LINE = re.compile(
    r"(?:记者|责编|网编|编辑|责任编辑|译者|核稿|校对|编译|撰文|摄影|采访|作者|主编|审校)\s?[:：/]\s?[^\n，。]{2,24}"
    r"|记者[^\n，。：、“]{2,8}(?:摄|传真)|图[:：/]\s?[^\n，。]{2,16}"
)


def bylines(whole: Whole) -> bytearray:
    """One mark for every character of a byline."""
    marks = bytearray(len(whole.plain))
    for match in _BRACKET.finditer(whole.plain):
        if _MAKERS.search(match[0]):
            marks[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    for match in _LINE.finditer(whole.plain):
        marks[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    return marks
