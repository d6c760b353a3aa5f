"""The shapes of a post: what a mirror put around the article, taken off.

Three shapes are known. A *Jekyll post* has YAML front matter, a comment with the feed's time in milliseconds (``NaN``
where the mirror could not parse it), ``[title](url)`` underlined with dashes, and HTML. A *bare post* has the same
without front matter; other scripts wrote front matter and HTML alone. Everything else is a *page* (a full HTML
document), a *fragment* of one, or plain *text*.
"""

from __future__ import annotations

import re
from html import unescape
from pathlib import PurePath
from typing import Any, Literal

import msgspec

from shilu.outlets.published import Stamp, feed_stamp, iso_stamp
from shilu.records import Problem

Shape = Literal["jekyll", "bare", "front_matter", "page", "fragment", "text"]

_FRONT_OPENS = re.compile(r"\s*---[ \t]*\r?\n")
_FRONT_CLOSES = re.compile(r"^---[ \t]*\r?$", re.MULTILINE)
_FIELD = re.compile(r"([A-Za-z_][\w-]*):[ \t]*(.*)")
# Fields as far as they go, where nothing closes them; a line of another kind may stand between, as in a list.
_FIELDS = re.compile(r"(?:[A-Za-z_][\w-]*:[^\n]*\n(?:[ \t]+[^\n]*\n|-[ \t][^\n]*\n)*)+")
_SIMPLE = re.compile(r"""[^"'\[\]{}&*!|>%@`#\\][^#\\]*|"[^"\\]*"|\[[^"'\[\]{}]*\]""")
_PLAIN = re.compile(rf"([A-Za-z_][\w-]*):[ \t]*+({_SIMPLE.pattern}|)\s*")
_COMMENT = re.compile(r"\s*<!--\s*([^<>]{0,80}?)\s*-->")
_HEADING = re.compile(r"\s*\[(.{0,1000})\]\((\S{0,4000})\)[ \t]*\r?\n-{3,}[ \t]*\r?(?:\n|\Z)")
_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE\s+html|<html[\s>])", re.IGNORECASE)
_TAG = re.compile(r"<(?:p|div|br|article|img|span|section|a|h[1-6])\b", re.IGNORECASE)
_DAY_PREFIX = re.compile(r"\d{4}-\d\d-\d\d-")
_EVIDENCE = 200
_OUTLET_FIELDS = ("outlet", "publisher", "source")
"""Fields that may name an outlet in the front matter of static site generators; mirrors write it into ``author``."""


class Post(msgspec.Struct, frozen=True):
    """A post with its wrapping taken off; ``None`` and empty mean that the post does not say."""

    path: str
    shape: Shape
    title: str
    html: str
    """The article's HTML; plain text for the shape ``text``, and it may be Markdown behind front matter."""
    url: str | None = None
    author: str = ""
    outlet: str = ""
    """Who published it, where the front matter says so in a field of its own."""
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    date: Stamp | None = None
    """The front matter's ``date``."""
    feed: Stamp | None = None
    """The feed's own time, from the comment."""
    comment: str | None = None
    """That comment as it stands, such as ``NaN``."""
    problems: tuple[Problem, ...] = ()


def parse_post(text: str, path: str) -> Post:
    """Take the wrapping off a post of any shape; never raises."""
    problems: list[Problem] = []
    start, end, at = _front_bounds(text, problems)
    front = at > 0
    fields = _front_matter(text[start:end], problems) if front else {}
    if front and not fields and text[start:end].strip():
        # Rules above and below a text, not the marks of front matter.
        front, at = False, 0
        problems.clear()
    comment = _COMMENT.match(text, at)
    heading = _HEADING.match(text, comment.end() if comment else at)
    at = heading.end() if heading else comment.end() if comment and _is_feed_time(comment[1]) else at
    title = (heading and unescape(heading[1]).strip()) or _text(fields.get("title")) or _title_from(path)
    return Post(
        path=path,
        shape=_shape(text, at, front, bool(heading)),
        title=title,
        html=text[at:],
        url=(heading and heading[2]) or _text(fields.get("from")) or _text(fields.get("url")) or None,
        author=_text(fields.get("author")),
        outlet=next((name for field in _OUTLET_FIELDS if (name := _text(fields.get(field)))), ""),
        categories=_texts(fields.get("categories")),
        tags=_texts(fields.get("tags")),
        date=iso_stamp(_text(fields.get("date")), "front_matter"),
        feed=feed_stamp(comment[1]) if comment else None,
        comment=comment[1] if comment and _is_feed_time(comment[1]) else None,
        problems=tuple(problems),
    )


def _front_bounds(text: str, problems: list[Problem]) -> tuple[int, int, int]:
    """Where the front matter's fields begin and end and where the rest begins; zeros where there is none."""
    opens = _FRONT_OPENS.match(text)
    if not opens:
        return 0, 0, 0
    closes = _FRONT_CLOSES.search(text, opens.end())
    if closes:
        return opens.end(), closes.start(), closes.end()
    fields = _FIELDS.match(text, opens.end())
    if not fields:
        return 0, 0, 0  # a rule above the text
    problems.append(Problem("source", "front-matter-broken", "it is never closed"))
    return opens.end(), fields.end(), fields.end()


def _shape(text: str, at: int, front: bool, heading: bool) -> Shape:
    if _PAGE.match(text, at):
        return "page"
    if front:
        return "jekyll" if heading else "front_matter"
    if heading:
        return "bare"
    return "fragment" if has_markup(text, at) else "text"


def has_markup(text: str, at: int = 0) -> bool:
    """Whether a text has tags of HTML, and is not plain text or Markdown."""
    return _TAG.search(text, at, at + 20_000) is not None


def _is_feed_time(comment: str) -> bool:
    return comment == "NaN" or comment.lstrip("-").isdigit()


def _front_matter(block: str, problems: list[Problem]) -> dict[str, Any]:
    """The fields of the front matter, by the shortest way that reads it without loss.

    Mirrors write one plain ``key: value`` a line, which a regular expression reads far faster than a YAML parser.
    """
    fields: dict[str, Any] = {}
    for line in block.splitlines():
        match = _PLAIN.fullmatch(line)
        if not match:
            return _yaml(block, problems)
        fields[match[1]] = _value(match[2].strip())
    return fields


def _value(text: str) -> str | list[str]:
    if text.startswith("["):
        return [item.strip() for item in text[1:-1].split(",") if item.strip()]
    return _unquoted(text)


def _unquoted(text: str) -> str:
    quoted = len(text) > 1 and text[0] == text[-1] and text[0] in "\"'"
    return text[1:-1] if quoted else text


def _yaml(block: str, problems: list[Problem]) -> dict[str, Any]:
    import yaml  # noqa: PLC0415 - only front matter beyond the plain form needs it

    try:
        # BaseLoader: every scalar stays the text that stands there.
        fields = yaml.load(block, Loader=yaml.BaseLoader)  # noqa: S506
    except yaml.YAMLError as error:
        problems.append(Problem("source", "front-matter-broken", " ".join(str(error).split())[:_EVIDENCE]))
        return _recovered(block)
    if isinstance(fields, dict):
        return {str(key): value for key, value in fields.items()}
    problems.append(Problem("source", "front-matter-broken", block[:_EVIDENCE]))
    return _recovered(block)


def _recovered(block: str) -> dict[str, Any]:
    """Line by line what a broken front matter still says: titles with quotes and colons are what breaks it."""
    fields: dict[str, Any] = {}
    for line in block.splitlines():
        match = _FIELD.fullmatch(line.strip())
        if match:
            value = match[2].strip()
            fields[match[1]] = _value(value) if value[:1] != "[" or value[-1:] == "]" else value
    return fields


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _texts(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value.strip(),) if value.strip() else ()
    return tuple(_text(item) for item in value if _text(item)) if isinstance(value, list) else ()


def _title_from(path: str) -> str:
    """The title as far as the file name keeps it: the day in front and the ending taken off, ``--`` for a slash."""
    name = PurePath(path.encode("utf-8", "surrogateescape").decode("utf-8", "replace").replace("�", "")).stem
    return _DAY_PREFIX.sub("", name, count=1).replace("--", "/").strip()
