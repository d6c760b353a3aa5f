"""Solidot: one paragraph on one piece of news of technology, with links into its sources.

The text stands loose in a ``<div>``; every post ends in the picture that the site puts under all of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.outlets.base import Reader

if TYPE_CHECKING:
    from shilu.outlets.pieces import Content
    from shilu.outlets.post import Post

_ORNAMENT = re.compile(r"img\.solidot\.org/+0/446/")


class Solidot(Reader):
    """Solidot 奇客."""

    name = "solidot"
    outlet = "Solidot"
    names = ("奇客", "奇客Solidot")
    hosts = ("solidot.org",)

    def content(self, post: Post) -> Content:
        """The walk's pieces without the ornament."""
        content = super().content(post)
        content.pictures[:] = [picture for picture in content.pictures if not _ORNAMENT.search(picture.url)]
        return content
