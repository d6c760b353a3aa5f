"""Whole web pages: what their head says of the article, and the article's part of their body.

The head is read as publishers write it for search engines and social networks (Open Graph, ``article:…``, JSON-LD).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec
from selectolax.lexbor import LexborHTMLParser

from shilu.outlets.blocks import walk
from shilu.outlets.pieces import Marks, Piece, clean
from shilu.outlets.published import iso_stamp

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shilu.outlets.pieces import Content
    from shilu.outlets.post import Post

# Selectors and the attribute that holds the value, best first.
_TITLE = (('meta[property="og:title"]', "content"), ("h1", None), ("title", None))
_URL = (('link[rel="canonical"]', "href"), ('meta[property="og:url"]', "content"))
_SITE = (('meta[property="og:site_name"]', "content"), ('meta[name="application-name"]', "content"))
_AUTHOR = (('meta[name="author"]', "content"), ('[rel="author"]', None), ('[itemprop="author"]', None))
_PUBLISHED = (
    ('meta[property="article:published_time"]', "content"),
    ('meta[itemprop="datePublished"]', "content"),
    ('meta[name="pubdate"]', "content"),
    ("time[datetime]", "datetime"),
)
_LINKED_DATA = re.compile(r'"datePublished"\s*:\s*"([^"]{10,40})"')
# Characters below which trafilatura takes a coarser way; its own 250, an English paragraph, are a brief in Chinese.
_SHORTEST_ARTICLE = 60
_FIGURES = ("article figcaption", "main figcaption", "figcaption")


def with_head(post: Post) -> Post:
    """The post of a whole page, with title, address, outlet and time as its head gives them."""
    tree = LexborHTMLParser(post.html.replace("\0", ""))
    title = _first(tree, _TITLE)
    site = _first(tree, _SITE)
    published = _first(tree, _PUBLISHED) or "".join(match[1] for match in [_LINKED_DATA.search(post.html)] if match)
    return msgspec.structs.replace(
        post,
        title=_without_site(title, site) or post.title,
        url=post.url or _first(tree, _URL) or None,
        author=post.author or site,
        date=post.date or iso_stamp(published, "inline"),
    )


def head_author(html: str) -> str:
    """The author that a page's head names."""
    return _first(LexborHTMLParser(html.replace("\0", "")), _AUTHOR)


def main_content(post: Post) -> Content:
    """The article's part of a page: trafilatura's choice of text, and the captions it leaves out."""
    from trafilatura import extract  # noqa: PLC0415 - heavy, and only whole pages need it
    from trafilatura.settings import use_config  # noqa: PLC0415

    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(_SHORTEST_ARTICLE))
    found = extract(
        post.html, url=post.url, output_format="html", include_images=True, include_links=True, config=config
    )
    content = walk(found or post.html, Marks(), post.url)
    known = {piece.text for piece in content.pieces}
    captions = [Piece("caption", text) for text in _captions(post.html) if text not in known]
    content.pieces[:0] = captions
    for picture, piece in zip(content.pictures, captions, strict=False):
        picture.caption = piece.text
    return content


def _first(tree: LexborHTMLParser, places: tuple[tuple[str, str | None], ...]) -> str:
    for selector, attribute in places:
        for node in tree.css(selector):
            value = node.attributes.get(attribute) if attribute else node.text()
            if value and clean(value):
                return clean(value)
    return ""


def _without_site(title: str, site: str) -> str:
    """``中日外长会谈 - 晨报网`` without the site's name, where the page itself gives that name."""
    return re.sub(rf"\s*[-–—_|｜]\s*{re.escape(site)}\s*$", "", title) if site else title


def _captions(html: str) -> Iterator[str]:
    tree = LexborHTMLParser(html.replace("\0", ""))
    nodes = next((nodes for selector in _FIGURES if (nodes := tree.css(selector))), [])
    yield from dict.fromkeys(text for node in nodes if (text := clean(node.text())))
