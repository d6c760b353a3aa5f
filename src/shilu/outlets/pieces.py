"""What a walk over a post's HTML gives, still in the making, and the marks by which an outlet is walked."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

import msgspec

if TYPE_CHECKING:
    from shilu.outlets.published import Stamp
    from shilu.records import BlockKind, Credit, Dateline

_SPACES = re.compile(r"\s+")
_LINE_IN_HAN = re.compile(r"(?<=[⺀-鿿豈-﫿＀-￯、-〿“”‘’…—])[ \t]*[\r\n]\s*(?=[⺀-鿿豈-﫿＀-￯、-〿“”‘’…—])")
# Control and format characters, and the marks of lost ones (U+FFFC, U+FFFD).
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffc\ufffd]"
)

Role: TypeAlias = Literal["skip", "caption", "credit", "heading"]


class Marks(msgspec.Struct, frozen=True):
    """Tags, ``.classes`` and ``#ids`` by which an outlet marks what is not text of the article."""

    skip: frozenset[str] = frozenset()
    """Never read: advertisements, promotions, icons' frames."""
    caption: frozenset[str] = frozenset()
    """A picture's caption."""
    credit: frozenset[str] = frozenset()
    """A picture's credit, printed apart from its caption."""
    heading: frozenset[str] = frozenset()
    """A section heading that is no ``<h2>``."""
    caption_label: re.Pattern[str] | None = None
    """Words for screen readers in front of captions."""
    credit_label: re.Pattern[str] | None = None
    """Words that begin a picture's credit."""


class Roles(NamedTuple):
    """What an outlet says of elements: by tag, by class and by id."""

    tags: dict[str, Role]
    classes: dict[str, Role]
    ids: dict[str, Role]


@functools.cache
def roles_of(marks: Marks) -> Roles:
    """What marks say of elements; where one is marked twice, what leaves most out."""
    roles: dict[str, Role] = {
        **dict.fromkeys(marks.heading, "heading"),
        **dict.fromkeys(marks.credit, "credit"),
        **dict.fromkeys(marks.caption, "caption"),
        **dict.fromkeys(marks.skip, "skip"),
    }
    return Roles(
        {name: role for name, role in roles.items() if name[0] not in ".#"},
        {name[1:]: role for name, role in roles.items() if name[0] == "."},
        {name[1:]: role for name, role in roles.items() if name[0] == "#"},
    )


class Anchor(msgspec.Struct):
    """A link as it stands in a piece."""

    url: str
    title: str


class Piece(msgspec.Struct):
    """A block in the making; readers change, drop and add them before they are frozen."""

    kind: BlockKind
    text: str
    strong: bool = False
    """Whether all of it is bold."""
    linked: bool = False
    """Whether all of it is link text."""
    anchors: list[Anchor] = []


class Picture(msgspec.Struct):
    """An image in the making."""

    url: str
    alt: str = ""
    caption: str | None = None
    credit: str | None = None


class Content(msgspec.Struct):
    """What one walk found, and what a reader's ``content()`` saw in the markup around it."""

    pieces: list[Piece] = []
    pictures: list[Picture] = []
    credits: list[Credit] = []
    dateline: Dateline | None = None
    published: Stamp | None = None
    """The outlet's own time."""
    notices: list[str] = []
    """Lines taken out of the body that still tell something, such as the wire service it draws on."""
    related: list[Anchor] = []
    """Links of such lines: ``延伸阅读：…``."""
    stamp: Stamp | None = None
    """The outlet's own time, where a reader finds it before the walk."""
    agencies: list[str] = []


def clean(text: str) -> str:
    """One line of plain text: invisible characters out, runs of spaces to one, no line break between Han characters."""
    if text.isprintable() and "  " not in text and "\ufffd" not in text and "\ufffc" not in text:
        return text.strip()  # nine of ten pieces need no more
    if "\n" in text or "\r" in text:
        text = _LINE_IN_HAN.sub("", text)
    return _SPACES.sub(_one_space, _INVISIBLE.sub("", text)).strip()


def _one_space(spaces: re.Match[str]) -> str:
    """One space for a run of them; an ideographic one, as between the halves of a headline, stays what it is."""
    return "\u3000" if "\u3000" in spaces[0] else " "
