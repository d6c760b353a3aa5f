"""What a page is asked for, and what it answers: values that know nothing of HTTP or HTML."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias, TypeVar
from urllib.parse import urlencode

import msgspec

from shilu.archive import index, readings
from shilu.errors import ArchiveMissing, NotFound, QueryError
from shilu.vocabulary import code_of, elsewhere
from shilu.web import state
from shilu.web.languages import said, shown, told
from shilu.web.state import Behind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from shilu.archive.index import Index
    from shilu.archive.store import Archive
    from shilu.records import Script
    from shilu.vocabulary import Word
    from shilu.web.languages import Language
    from shilu.web.state import Reached, Watch

PER_PAGE = 20
_LAST_PAGE = 500
"""Pages of one list that can be turned to: further results are reached by a narrower question."""
_LONGEST = 500
"""Characters of one parameter."""
_Code = TypeVar("_Code", bound=str)
_V = TypeVar("_V")
Form: TypeAlias = Literal["html", "json", "csv", "atom"]


class Kept:
    """Values that are the same until an article changes: kept between requests, each by its name, the latest few."""

    _MOST = 500

    def __init__(self) -> None:
        self._values: dict[str, tuple[Reached, Any]] = {}

    def get(self, name: str, reached: Reached, make: Callable[[], _V]) -> _V:
        """The value of an archive that is so far; two requests may both make it, which does no harm."""
        found = self._values.get(name)
        if found is None or found[0] != reached:
            found = self._values[name] = (reached, make())
            while len(self._values) > self._MOST:
                self._values.pop(next(iter(self._values)), None)
        value: _V = found[1]
        return value


class Asked:
    """One question to the archive: its parameters, and in which language and script the answer is read."""

    def __init__(
        self,
        archive: Archive | None,
        params: Mapping[str, str],
        *,
        language: Language = "zh-Hans",
        script: Script | None = None,
        path: Mapping[str, str] | None = None,
        address: str = "",
        form: Form = "html",
        kept: Kept | None = None,
        watch: Watch | None = None,
    ) -> None:
        self._archive = archive
        self.params = params
        self.language = language
        self.script = script
        self.address = address
        """The path of the page as HTML, in whatever form it is asked for."""
        self.form = form
        self._path = path or {}
        self._kept = kept or Kept()
        self._watch = watch

    @property
    def archive(self) -> Archive:
        """The archive; where it could not be opened, only the page that says so is made, which needs none."""
        if self._archive is None:
            raise ArchiveMissing("the archive is not open")
        return self._archive

    @property
    def ident(self) -> str:
        """What stands in the path: ``布林肯`` of ``/person/布林肯``."""
        return self.part("ident")

    def part(self, name: str) -> str:
        """A named part of the path; empty where it has none of that name."""
        return _text(self._path.get(name, ""))

    def kept(self, name: str, make: Callable[[], _V]) -> _V:
        """What is costly to make and the same until an article changes."""
        return self._kept.get(name, self._reached, make)

    @functools.cached_property
    def _reached(self) -> Reached:
        return state.reached(self.archive)

    @functools.cached_property
    def behind(self) -> Behind:
        """What the newest articles lack; nothing where no archive is open."""
        if self._archive is None:
            return Behind(writing=False, unread=0)
        writing = self._watch is not None and self._watch.writing()
        return Behind(writing, self.kept("unread", lambda: readings.unread(self.archive.db)))

    def here(self, suffix: str = "", **changes: object) -> str:
        """The address of this page with some parameters changed; empty ones are left out."""
        params = {**self.params, **changes}
        query = urlencode({name: value for name, value in params.items() if value not in ("", None)})
        stem = "/index" if suffix and self.address == "/" else self.address
        return stem + suffix + ("?" + query if query else "")

    def text(self, name: str) -> str:
        """A parameter as text, without blanks around it; empty where it is not there."""
        return _text(self.params.get(name, ""))

    def number(self, name: str, default: int, most: int) -> int:
        """A parameter as a number from 1 to ``most``; the default where it is none."""
        value = self.params.get(name, "")
        return min(max(int(value), 1), most) if value.isdecimal() and len(value) < 10 else default

    def choice(self, name: str, words: Mapping[_Code, Word]) -> _Code | None:
        """A parameter that is one of these codes or its word, as a code; None where it is empty.

        Raises:
            QueryError: where it is another, which must not look like an answer to what was asked.
        """
        value = self.text(name)
        found = code_of(value, words)
        if found is None and value:
            known = self.t(", ").join(self.t(english) for english, _ in words.values())
            hint = ""
            if other := elsewhere(value):
                hint = self.t("That is a value of another filter: {name}={code}", name=other[0], code=other[1])
            told = self.t("There is no “{value}” here, but: {known}", value=value, known=known)
            raise QueryError(told, query=value, position=0, hint=hint)
        return found

    @property
    def page(self) -> int:
        """The page of a list, from 1."""
        return self.number("page", 1, _LAST_PAGE)

    @functools.cached_property
    def index(self) -> Index:
        """The search index as it is; ``shilu add`` keeps it up to the store."""
        return index.Index.open(self.archive.folder / index.FOLDER)

    def t(self, text: str, **values: object) -> str:
        """A text of the interface."""
        return said(text, self.language, **values)

    def told(self, message: str) -> str:
        """A message of the library."""
        return told(message, self.language)

    def shown(self, text: str) -> str:
        """A text of the archive in the script that was chosen."""
        return shown(text, self.script)


def _text(value: str) -> str:
    # SQLite's full-text queries end at a NUL, and no text holds one.
    return value.replace("\0", "").strip()[:_LONGEST]


class FeedItem(msgspec.Struct, frozen=True):
    """One line of an Atom feed."""

    href: str
    title: str
    updated: str
    summary: str = ""
    author: str = ""
    part: str = ""
    """What tells it from others that stand at the same address."""


class Page(msgspec.Struct, frozen=True):
    """An answer; HTML, JSON, CSV and Atom are made from it."""

    template: str
    title: str
    data: Any
    """The struct that the template shows."""
    status: int = 200
    rows: Sequence[Mapping[str, Any]] | None = None
    """The list for ``.csv``."""
    feed: Sequence[FeedItem] | None = None
    """The list for ``.atom``."""
    linked: Mapping[str, Any] | None = None
    """JSON-LD in the words of schema.org."""
    printed: Any = None
    """What the ``.json`` address prints, where that is not ``data``."""
    remote_images: bool = False
    """Whether the reader has asked for pictures that lie elsewhere."""


class View(Protocol):
    """Makes one kind of page."""

    def __call__(self, asked: Asked, /) -> Page:
        """The page; raises :class:`NotFound` where there is nothing of that name."""


class Pages(msgspec.Struct, frozen=True):
    """Where one stands in a long list."""

    page: int
    pages: int
    total: int

    @property
    def around(self) -> tuple[int, ...]:
        """The numbers worth a link: the first, the last, and those near."""
        near = range(max(1, self.page - 2), min(self.pages, self.page + 2) + 1)
        return tuple(sorted({1, *near, max(self.pages, 1)}))


def paged(asked: Asked, total: int, per_page: int = PER_PAGE) -> Pages:
    """The place of the page asked for in a list of that length.

    Raises:
        NotFound: where the list is shorter.
    """
    pages = min(max(1, -(-total // per_page)), _LAST_PAGE)
    if asked.page > pages:
        raise NotFound(f"there is no page {asked.text('page')} of this list")
    return Pages(asked.page, pages, total)
