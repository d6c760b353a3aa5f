"""The query language: words, phrases in quotes, ``-word``, ``title:word`` and filters.

==================  ==========================================================================
``王毅 布林肯``      both words, anywhere in the text
``"国务卿 布林肯"``   the phrase, spaces and all; also “…”, 「…」 and 『…』
``-疫苗``            not this word
``title:会谈``       the word in the title (also 标题:)
``outlet:美国之音``   articles of this outlet (also 媒体:)
``since:2021-03``    published then or later; ``until:`` then or before; a day, month or year
``script:Hant``      articles in traditional characters (Hans, Hant, Latn)
``person:川普``       articles that name this person by any name; also ``place:`` and ``org:`` (人物: 地点: 组织:)
``entity:p.blinken`` articles that mention this entity
==================  ==========================================================================

Quotation marks open a phrase only where a word begins: 联盟“盟主”被捕 is one word with its marks.
"""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec

from shilu.archive.dates import seconds_span
from shilu.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from shilu.records import EntityKind

Field: TypeAlias = Literal["any", "title"]

_CLOSING = {'"': '"', "“": "”", "”": "”", "„": "“", "「": "」", "『": "』", "＂": "＂"}
_FIELDS = {
    "title": "title", "标题": "title", "標題": "title",
    "outlet": "outlet", "媒体": "outlet", "媒體": "outlet",
    "since": "since", "until": "until",
    "script": "script", "entity": "entity",
    "person": "person", "人物": "person",
    "place": "place", "地点": "place", "地點": "place",
    "org": "org", "组织": "org", "組織": "org",
}  # fmt: skip
_KINDS: tuple[EntityKind, ...] = ("person", "place", "org")
_SCRIPTS = {"hans": "Hans", "hant": "Hant", "latn": "Latn", "简": "Hans", "繁": "Hant"}
_FIELD = re.compile(rf"([A-Za-z]+|{'|'.join(name for name in _FIELDS if not name.isascii())})[:：]")
_WORD = re.compile(r"\S+")
_BROKEN = re.compile(r"[\ud800-\udfff]")
_MOST_WORDS = 200
"""Different words of a query: each is looked for by itself, in every article shown."""


class Term(msgspec.Struct, frozen=True):
    """One word or phrase that is looked for."""

    text: str
    field: Field = "any"
    negative: bool = False
    position: int = 0
    """Where it stands in the query, in characters from 0."""


class Named(msgspec.Struct, frozen=True):
    """A filter by a person, organisation or place, under any of its names."""

    kind: EntityKind
    text: str
    """A name or an id, as typed."""
    position: int = 0
    ids: tuple[str, ...] = ()
    """Whom it means in an archive, the one most often called so first (:mod:`shilu.archive.entities.filters`)."""
    forms: tuple[str, ...] = ()
    """The names under which these are found."""


class Query(msgspec.Struct, frozen=True):
    """A parsed query: terms that all must (or must not) be found, and filters."""

    text: str
    terms: tuple[Term, ...] = ()
    outlets: tuple[str, ...] = ()
    """As typed; any of them."""
    since: int | None = None
    """First second, UTC."""
    until: int | None = None
    """Last second, UTC."""
    script: str | None = None
    entities: tuple[str, ...] = ()
    exact_script: bool = False
    named: tuple[Named, ...] = ()
    """All of them must be named."""
    alias: bool = True
    """Whether ``named`` are found by any name, or by the one typed only."""

    @property
    def wanted(self) -> tuple[Term, ...]:
        """The terms that must be found."""
        return tuple(term for term in self.terms if not term.negative)

    @property
    def unwanted(self) -> tuple[Term, ...]:
        """The terms that must not be found."""
        return tuple(term for term in self.terms if term.negative)


class _Piece(msgspec.Struct, frozen=True):
    """A word or phrase as it stands in the query, with its sign and field."""

    text: str
    field: str
    negative: bool
    start: int
    value_start: int


def parse(
    text: str,
    *,
    outlet: str | None = None,
    since: str | None = None,
    until: str | None = None,
    script: str | None = None,
    exact_script: bool = False,
    named: Iterable[tuple[EntityKind, str]] = (),
    alias: bool = True,
) -> Query:
    """Read a query; filters given by name are added to those inside it.

    Raises:
        QueryError: with the position of what could not be read.
    """
    if broken := _BROKEN.search(text):
        raise QueryError(
            "the query holds a byte that is no UTF-8",
            query=_BROKEN.sub("\ufffd", text),
            position=broken.start(),
            hint="Set the terminal to UTF-8.",
        )
    pieces = list(_pieces(text))
    options = (("outlet", outlet), ("since", since), ("until", until), ("script", script), *named)
    for name, value in options:
        if value is not None:
            # Options stand behind the query as if typed there, so that the place of a mistake can be shown.
            start = len(text) + 1
            text = f"{text} {name}:{value}"
            value_start = start + len(name) + 1
            if not value.strip():
                raise _missing(text, name, negative=False, start=start, value_start=value_start)
            pieces.append(_Piece(value, name, False, start, value_start))
    if not pieces:
        raise QueryError("the query is empty", query=text, position=0, hint="Type a word, for example: 王毅")
    return _collected(text, pieces, exact_script=exact_script, alias=alias)


def _pieces(text: str) -> Iterator[_Piece]:
    """Cut a query into signed, fielded words and phrases."""
    at = 0
    while match := _WORD.search(text, at):
        start = at = match.start()
        negative = text[at] in "-－"
        at += negative
        field = "any"
        if named := _FIELD.match(text, at):
            field = _field(text, named)
            at = named.end()
        value_start = at
        value, at = _value(text, at)
        if not value.strip():
            raise _missing(text, field, negative=negative, start=start, value_start=value_start)
        yield _Piece(value, field, negative, start, value_start)


def _missing(text: str, field: str, *, negative: bool, start: int, value_start: int) -> QueryError:
    """The error of a sign, a field or a pair of quotation marks without a word."""
    if field != "any":
        return QueryError(f"nothing stands behind {field}:", query=text, position=value_start)
    what = "a word is missing after the minus sign" if negative else "nothing stands between the quotation marks"
    return QueryError(what, query=text, position=start)


def _field(text: str, named: re.Match[str]) -> str:
    """The field that a name in front of a colon means."""
    name = named.group(1).lower()
    if name in _FIELDS:
        return _FIELDS[name]
    close = difflib.get_close_matches(name, _FIELDS, n=1)
    meant = f"Did you mean {close[0]}: ? " if close else ""
    raise QueryError(
        f"there is no field {named.group(1)!r}",
        query=text,
        position=named.start(),
        hint=f"{meant}Fields are title, outlet, since, until, script, person, place, org, entity."
        " Put text with a colon into quotes.",
    )


def _value(text: str, at: int) -> tuple[str, int]:
    """The phrase in quotes, or the word, that begins here; and where it ends."""
    closing = _CLOSING.get(text[at : at + 1])
    if closing is None:
        match = _WORD.match(text, at)
        return (match.group(), match.end()) if match else ("", at)
    end = text.find(closing, at + 1)
    if end < 0:
        raise QueryError(
            f"the quotation mark {text[at]} is never closed", query=text, position=at, hint=f"Close it with {closing}"
        )
    return text[at + 1 : end], end + 1


def _collected(text: str, pieces: list[_Piece], *, exact_script: bool, alias: bool) -> Query:
    """The pieces sorted into terms and filters."""
    for piece in pieces:
        if piece.negative and piece.field not in ("any", "title"):
            raise QueryError(f"{piece.field}: cannot be excluded with a minus", query=text, position=piece.start)
    since = [_seconds(text, piece)[0] for piece in pieces if piece.field == "since"]
    until = [_seconds(text, piece)[1] for piece in pieces if piece.field == "until"]
    scripts = [_script(text, piece) for piece in pieces if piece.field == "script"]
    terms = _terms(pieces)
    if len(terms) > _MOST_WORDS:
        raise QueryError(
            f"more than {_MOST_WORDS} words", query=text, position=terms[_MOST_WORDS].position, hint="Leave some out."
        )
    if since and until and max(since) > min(until):
        last = max(piece.start for piece in pieces if piece.field in ("since", "until"))
        raise QueryError("the period ends before it begins", query=text, position=last)
    return Query(
        text=text,
        terms=terms,
        outlets=tuple(piece.text for piece in pieces if piece.field == "outlet"),
        since=max(since, default=None),
        until=min(until, default=None),
        script=scripts[-1] if scripts else None,
        entities=tuple(piece.text for piece in pieces if piece.field == "entity"),
        exact_script=exact_script,
        named=tuple(
            Named(kind, piece.text.strip(), piece.value_start)
            for piece in pieces
            for kind in _KINDS
            if piece.field == kind
        ),
        alias=alias,
    )


def _terms(pieces: list[_Piece]) -> tuple[Term, ...]:
    """The terms, each once: a word typed twice is looked for once."""
    found: dict[tuple[str, str, bool], Term] = {}
    for piece in pieces:
        if piece.field in ("any", "title"):
            field: Field = "title" if piece.field == "title" else "any"
            term = Term(piece.text.strip(), field, piece.negative, piece.value_start)
            found.setdefault((term.text, field, term.negative), term)
    return tuple(found.values())


def _seconds(text: str, piece: _Piece) -> tuple[int, int]:
    """The span of a date filter."""
    try:
        return seconds_span(piece.text)
    except ValueError as error:
        raise QueryError(
            f"{piece.field}: wants a day, month or year, not {piece.text!r}",
            query=text,
            position=piece.value_start,
            hint="Write 2021-03-19, 2021-03 or 2021.",
        ) from error


def _script(text: str, piece: _Piece) -> str:
    """The script that a script filter names."""
    script = _SCRIPTS.get(piece.text.lower())
    if script is None:
        raise QueryError(
            f"there is no script {piece.text!r}",
            query=text,
            position=piece.value_start,
            hint="Scripts are Hans (简), Hant (繁) and Latn.",
        )
    return script
