"""From HTML to blocks: one walk over the tree, in reading order.

The walk knows HTML and nothing of outlets; what an outlet hides or marks by class is told to it as :class:`Marks`.
Texts come out without line breaks: ``<br>`` parts paragraphs, but for a lone one after a comma or an opening mark,
which stands within a sentence and joins (Chinese without a space).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from shilu.outlets.addresses import unwrapped
from shilu.outlets.lines import LINE_BREAK, Run, parted, piece_of
from shilu.outlets.pieces import Anchor, Content, Picture, clean, roles_of

if TYPE_CHECKING:
    from shilu.outlets.pieces import Marks, Piece, Role
    from shilu.records import BlockKind

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
_TEXT = "-text"
"""What the parser calls a stretch of text."""
_STRONG = frozenset(("strong", "b"))
# Posts of others shown in the text, by the first class of their frame.
_EMBEDDED = ("twitter-tweet", "fb-post", "instagram-media", "tiktok-embed", "telegram-post")
_DEEPEST = 120  # far above any real page; three calls a level stay below Python's recursion limit

# The parser's time grows with the square of the open elements; a page of so many is no article, but its text is kept.
_MOST_OPEN = 20_000
_TAG = re.compile(r"<[^<>]*>?")
_ICONS = re.compile(
    r"(?:^data:|/icons?[/_-]|icon-|\bpixel\b|spacer|blank\.(?:gif|png)|/logo[._-]|tracker|/beacon|/meta_og_)",
    re.IGNORECASE,
)
# Every match holds one of these; looking for them first is twenty times as fast as the expression.
_ICON_SIGNS = ("data:", "icon", "pixel", "spacer", "blank.", "/logo", "tracker", "/beacon", "/meta_og_")


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


class _Walker:
    """Keeps where the walk is: the open block's kind, whether it is bold, which link is open."""

    def __init__(self, marks: Marks, base: str | None) -> None:
        self.content = Content()
        self._marks = marks
        self._tags, self._classes, self._ids = roles_of(marks)
        self._base = base
        self._runs: list[Run] = []
        self._kind: BlockKind = "paragraph"
        self._strong = False
        self._anchor: Anchor | None = None
        self._in_credit = False
        self._seen_captions: set[str] = set()

    def children(self, node: LexborNode, depth: int) -> None:
        child, runs = node.child, self._runs
        while child is not None:
            tag = child.tag
            if tag == _TEXT:
                text = child.text_content
                if runs or not (text is None or text.isspace()):  # half are blanks that begin a block
                    runs.append(Run(text, self._strong, self._anchor))
            elif tag == "br":
                runs.append(LINE_BREAK)
            elif child.is_element_node and tag not in _SKIPPED:
                self._element(child, tag or "", depth)
            child = child.next

    def _element(self, node: LexborNode, tag: str, depth: int) -> None:
        attributes = node.attributes
        role = self._role(tag, attributes) if attributes or tag in self._tags else None
        if role == "skip":
            return
        if poster := tag == "video" and attributes.get("poster"):
            self._picture({"src": poster})
        if tag == "img":
            self._picture(attributes)
        elif depth > _DEEPEST:
            self._runs.append(Run(node.text(), self._strong, self._anchor))
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
        if tag in self._tags:
            return self._tags[tag]
        if classes := attributes.get("class"):
            if classes.startswith(_EMBEDDED):
                return "skip"
            if self._classes:
                for name in classes.split():
                    if role := self._classes.get(name):
                        return role
        if self._ids and (identifier := attributes.get("id")):
            return self._ids.get(identifier)
        return None

    def _block(self, node: LexborNode, role: str | None, kind: BlockKind | None, depth: int) -> None:
        if self._runs:
            self.flush()
        outer = self._kind, self._in_credit
        if role == "credit":
            self._in_credit = True
        elif role:
            self._kind = role  # type: ignore[assignment]
        elif kind and self._kind != "caption":
            self._kind = kind
        self.children(node, depth + 1)
        if self._runs:
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
        for line in parted(self._runs):
            piece = piece_of(self._kind, line)
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
        self._runs.clear()

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
