"""From HTML to blocks: one walk over the tree, in reading order.

The walk knows HTML and nothing of outlets; what an outlet hides or marks by class is told to it as :class:`Marks`.
Texts come out without line breaks: ``<br>`` parts paragraphs, but for a lone one after a comma or an opening mark,
which stands within a sentence and joins (Chinese without a space).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias
from urllib.parse import urljoin

import msgspec
from selectolax.lexbor import LexborHTMLParser, LexborNode

from shilu.outlets.addresses import unwrapped

if TYPE_CHECKING:
    from shilu.outlets.published import Stamp
    from shilu.records import BlockKind, Credit, Dateline

_SKIPPED = frozenset(
    (
        *(
            "script",
            "style",
            "noscript",
            "template",
            "iframe",
            "object",
            "embed",
            "svg",
            "canvas",
            "map",
            "nav",
            "head",
        ),
        *("button", "form", "input", "select", "textarea"),
    )
)
_BLOCKS: dict[str, BlockKind | None] = dict.fromkeys(
    (
        *("p", "div", "section", "article", "main", "header", "footer", "aside", "address", "center", "body", "html"),
        *("table", "thead", "tbody", "tfoot", "tr", "td", "th", "ul", "ol", "dl", "pre", "hr"),
        *("figure", "picture", "video", "audio", "details", "summary", "fieldset"),
    )
)
_BLOCKS |= dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading")
_BLOCKS |= {"li": "list", "dt": "list", "dd": "list", "blockquote": "quote"}
_BLOCKS |= {"figcaption": "caption", "caption": "caption"}
_STRONG = frozenset(("strong", "b"))
# Posts of others shown in the text, by the first class of their frame.
_EMBEDDED = ("twitter-tweet", "fb-post", "instagram-media", "tiktok-embed", "telegram-post")
_DEEPEST = 120  # far above any real page; three calls a level stay below Python's recursion limit

# The parser's time grows with the square of the open elements; a page of so many is no article, but its text is kept.
_MOST_OPEN = 20_000
_TAG = re.compile(r"<[^<>]*>?")
_SPACES = re.compile(r"\s+")
_LINE_IN_HAN = re.compile(r"(?<=[⺀-鿿豈-﫿＀-￯、-〿“”‘’…—])[ \t]*[\r\n]\s*(?=[⺀-鿿豈-﫿＀-￯、-〿“”‘’…—])")
# Control and format characters, and the marks of lost ones (U+FFFC, U+FFFD).
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffc\ufffd]"
)
_GOES_ON = frozenset("，、,（(“「『")
_HEADING_LENGTH = 60
_SENTENCE_END = re.compile(r"[。；;，,]$")
_ICONS = re.compile(
    r"(?:^data:|/icons?[/_-]|icon-|\bpixel\b|spacer|blank\.(?:gif|png)|/logo[._-]|tracker|/beacon|/meta_og_)",
    re.IGNORECASE,
)
# Every match holds one of these; looking for them first is twenty times as fast as the expression.
_ICON_SIGNS = ("data:", "icon", "pixel", "spacer", "blank.", "/logo", "tracker", "/beacon", "/meta_og_")


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

    def roles(self) -> dict[str, Role]:
        """What the outlet says of an element, by tag, ``.class`` and ``#id``."""
        return {
            **dict.fromkeys(self.heading, "heading"),
            **dict.fromkeys(self.credit, "credit"),
            **dict.fromkeys(self.caption, "caption"),
            **dict.fromkeys(self.skip, "skip"),
        }


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


def walk(html: str, marks: Marks, base: str | None = None) -> Content:
    """Read HTML into pieces and pictures, in reading order."""
    html = html.replace("\0", "")
    if html.count("<") - 2 * html.count("</") > _MOST_OPEN:
        html = _TAG.sub("<br>", html)
    root = LexborHTMLParser(html).body
    walker = _Walker(marks, base)
    if root is not None:
        walker.children(root, 0)
        walker.flush()
    return walker.content


class _Run(NamedTuple):
    """A stretch of text of one style; ``text`` is None for a line break."""

    text: str | None
    strong: bool = False
    anchor: Anchor | None = None


_LINE_BREAK = _Run(None)


class _Walker:
    """Keeps where the walk is: the open block's kind, whether it is bold, which link is open."""

    def __init__(self, marks: Marks, base: str | None) -> None:
        self.content = Content()
        self._marks = marks
        self._roles = marks.roles()
        self._base = base
        self._runs: list[_Run] = []
        self._kind: BlockKind = "paragraph"
        self._strong = False
        self._anchor: Anchor | None = None
        self._in_credit = False
        self._seen_captions: set[str] = set()

    def children(self, node: LexborNode, depth: int) -> None:
        child = node.child
        while child is not None:
            if child.is_text_node:
                text = child.text_content
                if self._runs or not (text is None or text.isspace()):  # half are blanks that begin a block
                    self._runs.append(_Run(text, self._strong, self._anchor))
            elif child.is_element_node:
                self._element(child, depth)
            child = child.next

    def _element(self, node: LexborNode, depth: int) -> None:
        tag = node.tag or ""
        if tag in _SKIPPED:
            return
        if tag == "br":
            self._runs.append(_LINE_BREAK)
            return
        attributes = node.attributes
        role = self._role(tag, attributes)
        if role == "skip":
            return
        if poster := tag == "video" and attributes.get("poster"):
            self._picture({"src": poster})
        if tag == "img":
            self._picture(attributes)
        elif depth > _DEEPEST:
            self._runs.append(_Run(node.text(), self._strong, self._anchor))
        elif role or tag in _BLOCKS:
            self._block(node, role, _BLOCKS.get(tag), depth)
        elif tag in _STRONG:
            outer, self._strong = self._strong, True
            self.children(node, depth + 1)
            self._strong = outer
        elif tag == "a":
            self._link(node, attributes, depth)
        else:
            self.children(node, depth + 1)

    def _role(self, tag: str, attributes: dict[str, str | None]) -> Role | None:
        """What the outlet says of the element: by its tag, else by a class, else by its id."""
        roles = self._roles
        if tag in roles:
            return roles[tag]
        if classes := attributes.get("class"):
            if classes.startswith(_EMBEDDED):
                return "skip"
            if roles:
                for name in classes.split():
                    if role := roles.get(f".{name}"):
                        return role
        if roles and (identifier := attributes.get("id")):
            return roles.get(f"#{identifier}")
        return None

    def _block(self, node: LexborNode, role: str | None, kind: BlockKind | None, depth: int) -> None:
        self.flush()
        outer = self._kind, self._in_credit
        if role == "credit":
            self._in_credit = True
        elif role:
            self._kind = role  # type: ignore[assignment]
        elif kind and self._kind != "caption":
            self._kind = kind
        self.children(node, depth + 1)
        self.flush()
        self._kind, self._in_credit = outer

    def _link(self, node: LexborNode, attributes: dict[str, str | None], depth: int) -> None:
        address = (attributes.get("href") or "").strip()
        outer = self._anchor
        if address and not address.startswith(("#", "javascript:", "mailto:", "tel:")):
            self._anchor = Anchor(_joined(self._base, address), "")
        self.children(node, depth + 1)
        self._anchor = outer

    def _picture(self, attributes: dict[str, str | None]) -> None:
        sources = (attributes.get(name) for name in ("data-original", "data-src", "src"))
        address = next((source.strip() for source in sources if source and source.strip()), "")
        if not address or _is_icon(address) or attributes.get("width") in ("0", "1"):
            return
        url = unwrapped(_joined(self._base, address))
        if all(picture.url != url for picture in self.content.pictures):
            self.content.pictures.append(Picture(url, clean(attributes.get("alt") or "")))

    def flush(self) -> None:
        """Close the open block: part its runs into lines, keep what has text."""
        runs, self._runs = self._runs, []
        if not runs:
            return
        for line in _lines(runs):
            piece = _piece(self._kind, line)
            if piece is None:
                continue
            if self._marks.credit_label and (label := self._marks.credit_label.match(piece.text)):
                self._credit(piece.text[label.end() :])
            elif self._in_credit:
                self._credit(piece.text)
            elif piece.kind == "caption":
                self._caption(piece)
            else:
                self.content.pieces.append(piece)

    def _credit(self, text: str) -> None:
        if self.content.pictures:
            self.content.pictures[-1].credit = self.content.pictures[-1].credit or text

    def _caption(self, piece: Piece) -> None:
        """Captions are often given twice, for the page and for the enlarged picture."""
        if self._marks.caption_label:
            piece.text = self._marks.caption_label.sub("", piece.text).strip()
        key = piece.text.replace(" ", "")
        if not key or key in self._seen_captions:
            return
        self._seen_captions.add(key)
        self.content.pieces.append(piece)
        if self.content.pictures and self.content.pictures[-1].caption is None:
            self.content.pictures[-1].caption = piece.text


def _is_icon(address: str) -> bool:
    lower = address.lower()
    return any(sign in lower for sign in _ICON_SIGNS) and _ICONS.search(address) is not None


def _joined(base: str | None, address: str) -> str:
    address = address.replace("&amp;", "&")  # some posts escape their addresses twice
    if address.startswith(("http://", "https://")) or not base:
        return address
    try:
        return urljoin(base, address)
    except ValueError:  # an address such as http://[ that is none
        return address


def _lines(runs: list[_Run]) -> list[list[_Run]]:
    """The runs parted where line breaks part paragraphs."""
    if _LINE_BREAK not in runs:
        return [runs]
    lines: list[list[_Run]] = [[]]
    breaks = 0
    for run in runs:
        if run.text is None:
            breaks += 1
        elif run.text.strip("\xa0 \t\r\n\u3000\u200b"):
            if breaks > 1 or (breaks == 1 and not _goes_on(lines[-1])):
                lines.append([])
            lines[-1].append(run)
            breaks = 0
        elif not breaks:
            lines[-1].append(run)
    return lines


def _goes_on(line: list[_Run]) -> bool:
    """Whether a lone ``<br>`` stands within a sentence: of 430 in 5,000 posts all but two part lines."""
    last = next((run.text for run in reversed(line) if run.text and run.text.strip()), "")
    return last.rstrip()[-1:] in _GOES_ON


def _piece(kind: BlockKind, line: list[_Run]) -> Piece | None:
    text = clean(line[0].text or "" if len(line) == 1 else "".join([run.text or "" for run in line]))
    if not any(map(str.isalnum, text)):  # empty, or a line of dashes
        return None
    piece = Piece(kind, text)
    full = [run for run in line if run.text and not run.text.isspace()]
    piece.strong = all(run.strong for run in full)
    if any(run.anchor for run in full):
        # A number or a bullet in front of a link does not make a sentence of it.
        piece.linked = all(run.anchor or not any(map(str.isalpha, run.text or "")) for run in full)
        piece.anchors = _anchors(full)
    if kind == "paragraph" and piece.strong and len(text) <= _HEADING_LENGTH and not _SENTENCE_END.search(text):
        piece.kind = "heading"
    return piece


def _anchors(runs: list[_Run]) -> list[Anchor]:
    """The links of a line, each with its whole text."""
    anchors: list[Anchor] = []
    for run in runs:
        if run.anchor is None:
            continue
        if not anchors or anchors[-1] is not run.anchor:
            anchors.append(run.anchor)
        run.anchor.title += run.text or ""
    for anchor in anchors:
        anchor.title = clean(anchor.title)
    return anchors
