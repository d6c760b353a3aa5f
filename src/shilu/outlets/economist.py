"""The Economist, in English: day and dateline in an ``<aside>`` in front, a footnote on the print edition at the end.

The day is the edition's: where it lies after the feed's time, the article was online before its issue.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.outlets.base import Reader
from shilu.outlets.blocks import walk
from shilu.outlets.published import Stamp, iso_stamp
from shilu.records import Credit, Dateline

if TYPE_CHECKING:
    from shilu.outlets.pieces import Content
    from shilu.outlets.post import Post

_ASIDE = re.compile(r"<aside\b.*?</aside>", re.DOTALL)
_TIME = re.compile(r'dateTime="(20\d\d-\d\d-\d\dT[\d:]{5,8})[^"]*"', re.IGNORECASE)
_FALLBACK = "og-fallback-image"  # the site's logo, where an article has no picture
_DATELINE = re.compile(r'data-test-id="Dateline"[^>]*>\s*([^<]{2,120}?)\s*<')
_BYLINE = re.compile(r'data-test-id="Article Byline"[^>]*>\s*(?:by\s+)?([^<]{2,60}?)\s*<', re.IGNORECASE)
_AUDIO = re.compile(r"<figure[^>]*>\s*<figcaption>Listen to this story.*?</figure>", re.DOTALL)
_PROMOTION = re.compile(
    r"Listen on: |Enjoy more audio |Dig deeper$|See also: |Read more of our |Sign up to our "
    r"|(?:For full access to|Please subscribe to) .{0,80}The Economist"
    r"|(?:For more coverage of|All our stories relating to) "
    r"|This article appeared in the .{1,60} section of the print edition"
    r"|(?:IMAGES?|ILLUSTRATIONS?|PHOTOS?): "
)
_DOUBLED = re.compile(r"^https://www\.economist\.com(?=https?://)")
# Midnight in London or New York stands for a day without a time.
_NO_CLOCK = re.compile(r"T0[045]:00(?::00)?$")


class Economist(Reader):
    """The Economist."""

    name = "economist"
    outlet = "经济学人"
    names = ("经济学人en", "經濟學人", "The Economist", "Economist")
    hosts = ("economist.com",)
    cut = re.compile(r"■$")

    def content(self, post: Post) -> Content:
        """The aside is read by its attributes and left out of the walk."""
        aside = _ASIDE.search(post.html)
        html = post.html[: aside.start()] + post.html[aside.end() :] if aside else post.html
        content = walk(_AUDIO.sub("", html), self.marks, post.url)
        content.pieces[:] = [piece for piece in content.pieces if not _PROMOTION.match(piece.text)]
        content.pictures[:] = [picture for picture in content.pictures if _FALLBACK not in picture.url]
        for anchor in (anchor for piece in content.pieces for anchor in piece.anchors):
            anchor.url = _DOUBLED.sub("", anchor.url)
        if not aside:
            return content
        dateline, byline = _DATELINE.search(aside[0]), _BYLINE.search(aside[0])
        content.published = _stated(aside[0], post.feed)
        content.dateline = Dateline(dateline[1]) if dateline else None
        content.credits += [Credit("author", byline[1])] if byline else []
        return content


def _stated(aside: str, feed: Stamp | None) -> Stamp | None:
    """The aside's time, or its day; None for an edition that had not come out yet."""
    match = _TIME.search(aside)
    if not match:
        return None
    text = match[1][:10] if _NO_CLOCK.search(match[1]) else match[1]
    stamp = iso_stamp(text, "inline")
    return None if stamp and feed and stamp.instant > feed.instant else stamp
