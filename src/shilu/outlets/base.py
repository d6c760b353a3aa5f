"""What all outlet readers share: the order in which a post becomes an article.

A reader is a class of declarations (hosts, names, marks, patterns) with short methods where the outlet is special. To
add one, copy the shortest there is, look at twenty posts, and list it in ``registry.py``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from shilu.outlets.addresses import article_id
from shilu.outlets.agencies import drawn_on, named
from shilu.outlets.blocks import walk
from shilu.outlets.credits import bracketed_at_end, caption_credit, credit_line
from shilu.outlets.pieces import Content, Marks, Piece, clean
from shilu.outlets.published import Stamp, dateline_day, decide, is_future, is_late
from shilu.records import Article, Block, Credit, Dateline, Image, Link, Problem, Snapshot
from shilu.text.script import script_of

if TYPE_CHECKING:
    import datetime as dt

    from shilu.outlets.post import Post
    from shilu.records import BlockKind

_NEVER = re.compile(r"(?!)")
_CREDIT_LINES = 6  # how many lines at either end may hold credits
_CREDIT_LENGTH = 120
_TITLE_LENGTH = 5  # a link text shorter than that (here, 全文) is no other article's title
_SENTENCE = re.compile(r"[。？！?!]")
# A Chinese ellipsis has six dots; three are a feed's. No text of 13,391 that is whole ends in them.
_CUT_OFF = re.compile(r"(?:(?<![….])(?:…|\.\.\.)|\[(?:…|\.\.\.)\])$")
# What mirrors and feed services add behind any outlet's posts; nothing of the article follows it.
_ADDED = re.compile(r"获取更多RSS|https?://(?:www\.)?feedx\.\w+|The post .{1,200} appeared (?:first )?on ")
_ADDED_STARTS = ("获取更多RSS", "http", "The post ")
_SCRIPT_SAMPLE = 160  # characters are enough to tell the script; the whole text would cost a third of the reading


def patterns(*parts: str) -> re.Pattern[str]:
    """One regular expression that matches where any of the parts does."""
    return re.compile("|".join(f"(?:{part})" for part in parts))


class Reader:
    """Reads the posts of one outlet; subclasses declare what is special."""

    name: ClassVar[str]
    version: ClassVar[int] = 1
    outlet: ClassVar[str]
    """The name shown, in the outlet's own script."""
    names: ClassVar[tuple[str, ...]] = ()
    """How ``author`` and ``categories`` of the mirrors call it."""
    hosts: ClassVar[tuple[str, ...]] = ()
    """Domains whose pages it publishes, subdomains included."""
    valid_from: ClassVar[dt.date | None] = None
    """First day this reader is for, where a redesign needed another."""
    valid_until: ClassVar[dt.date | None] = None
    marks: ClassVar[Marks] = Marks()
    title_noise: ClassVar[re.Pattern[str]] = _NEVER
    """Parts of titles that are not the headline, such as ``– 法国国际广播电台 - RFI``."""
    noise: ClassVar[re.Pattern[str]] = _NEVER
    """Blocks that are never body, matched whole."""
    cut: ClassVar[re.Pattern[str]] = _NEVER
    """Parts of blocks that are no text of the article, such as ``（阅读本文中文版）``."""
    tail: ClassVar[re.Pattern[str]] = _NEVER
    """Blocks that end the body when they match from their start: they and all that follows go."""
    inline: ClassVar[re.Pattern[str]] = _NEVER
    """The outlet's own time line, matched whole; read by :meth:`inline_time`."""
    datelines: ClassVar[re.Pattern[str]] = _NEVER
    """The dateline at the start of the first paragraph: groups ``place``, ``month``, ``day``, ``agency``."""
    wire: ClassVar[frozenset[str]] = frozenset()
    """Wire services that are the outlet itself."""
    related: ClassVar[frozenset[BlockKind]] = frozenset({"list"})
    """Kinds of blocks that lead to another article where all of their text is link."""

    @property
    def id(self) -> str:
        """Reader and version, as articles record it."""
        return f"{self.name}.v{self.version}"

    # The order of reading -------------------------------------------------------------------------------------------

    def read(self, snapshot: Snapshot, post: Post) -> Article:
        """The article of a post."""
        outlet = self.outlet_of(post)
        content = self.content(post)
        title = self.title(post, content)
        inline = content.published or self.take_inline_time(content)
        self.prune(content, title, post)
        related = self.take_related(content)
        credits_ = [*content.credits, *self.take_credits(content)]
        dateline = content.dateline or self.dateline(content)
        published, collected, problems = self.publication(post, snapshot, inline, dateline)
        blocks = tuple(Block(piece.kind, piece.text) for piece in content.pieces)
        script = script_of((title + "".join(block.text for block in blocks[:12]))[:_SCRIPT_SAMPLE])
        return Article(
            id=article_id(post.url, snapshot.sha256),
            sha256=snapshot.sha256,
            path=snapshot.path,
            reader=self.id,
            url=post.url,
            outlet=outlet,
            title=title,
            language="en" if script == "Latn" else "zh",
            script=script,
            published=published.value if published else None,
            published_precision=published.precision if published else None,
            published_from=published.source if published else None,
            collected=collected.value if collected else None,
            credits=tuple(dict.fromkeys(credits_)),
            agencies=self.agencies(content),
            dateline=dateline,
            blocks=blocks,
            images=self.images(content),
            links=(*related, *self.inline_links(content)),
            tags=tuple(tag for tag in post.tags if tag != outlet and tag not in self.names),
            problems=(*post.problems, *problems, *self.missing(title, blocks)),
        )

    # What readers may override --------------------------------------------------------------------------------------

    def content(self, post: Post) -> Content:
        """The post's HTML as pieces and pictures."""
        return walk(post.html, self.marks, post.url)

    def title(self, post: Post, content: Content) -> str:  # noqa: ARG002 - some outlets print the full headline above the text
        """The headline as a reader of the outlet would see it."""
        return self.title_noise.sub("", clean(post.title)).strip()

    def outlet_of(self, post: Post) -> str:  # noqa: ARG002 - the generic reader takes it from the post
        """The outlet's name."""
        return self.outlet

    def inline_time(self, match: re.Match[str]) -> Stamp | None:  # noqa: ARG002 - only for outlets with a pattern
        """The time that the outlet's time line states."""
        return None

    def feed_fault(self, post: Post, snapshot: Snapshot) -> str | None:
        """The code of what is wrong with the feed's time; None where it can be believed."""
        wrong = post.feed is not None and is_future(post.feed, post.date, snapshot.committed)
        return "feed-time-in-future" if wrong else None

    def url_time(self, url: str) -> Stamp | None:  # noqa: ARG002 - most addresses hold none
        """The time that the address holds."""
        return None

    def take_credits(self, content: Content) -> list[Credit]:
        """The credits of lines that hold nothing else, at the end or before the text; the lines leave the body."""
        found = self._trailing_credits(content)
        for piece in [*content.pieces[:2], *content.pieces[2:][-_CREDIT_LINES:]]:
            if piece.kind == "caption" or len(piece.text) > _CREDIT_LENGTH:
                continue
            credits_ = self.credits_of(piece.text)
            if credits_:
                found += credits_
                content.pieces.remove(piece)
        return found

    def _trailing_credits(self, content: Content) -> list[Credit]:
        """Credits in brackets at the end of the last paragraph: ``（译者：…/核稿：…）``."""
        found: list[Credit] = []
        last = next((piece for piece in reversed(content.pieces) if piece.kind != "caption"), None)
        while last and (match := bracketed_at_end(last.text)) and match.start():
            credits_ = self.credits_of(match[1])
            if not credits_:
                break
            found += credits_
            last.text = last.text[: match.start()].rstrip()
        return found

    def credits_of(self, line: str) -> tuple[Credit, ...]:
        """The credits of a line that holds nothing else; empty for any other line."""
        return credit_line(line)

    def without_cuts(self, text: str) -> str:
        """What is left of a block without what is no text of the article."""
        return self.cut.sub("", text).strip()

    def take_related(self, content: Content) -> list[Link]:
        """Links to other articles that stand as items of their own; the items leave the body."""
        related = [Link(anchor.url, anchor.title, "related") for anchor in content.related]
        kept: list[Piece] = []
        label: Piece | None = None  # a heading with nothing but such items under it, as far as has been seen
        for piece in [*content.pieces, None]:
            if piece and piece.linked and piece.kind in self.related:
                related += [Link(anchor.url, anchor.title, "related") for anchor in piece.anchors]
                above = kept[-1] if kept else None
                label = above if above and self._is_label(above) else None
                continue
            if label and (piece is None or piece.kind == "heading"):
                kept.pop()
            label = None
            if piece:
                kept.append(piece)
        content.pieces[:] = kept
        return related

    def _is_label(self, piece: Piece) -> bool:
        """Whether a piece can be the heading of a list: no sentence and no credits."""
        return piece.kind == "heading" and not _SENTENCE.search(piece.text) and not self.credits_of(piece.text)

    def agencies(self, content: Content) -> tuple[str, ...]:
        """The wire services the article says it draws on."""
        body = [piece.text for piece in content.pieces if piece.kind != "caption"]
        match = self.datelines.match(body[0]) if body else None
        first = named(match["agency"]) if match and match.groupdict().get("agency") else ()
        found = dict.fromkeys((*content.agencies, *first, *drawn_on(body + content.notices)))
        return tuple(name for name in found if name not in self.wire)

    # Shared steps ---------------------------------------------------------------------------------------------------

    def take_inline_time(self, content: Content) -> Stamp | None:
        """The outlet's time line, which leaves the body."""
        for piece in content.pieces[:4]:
            match = self.inline.fullmatch(piece.text)
            if match:
                content.pieces.remove(piece)
                return self.inline_time(match)
        return None

    def prune(self, content: Content, title: str, post: Post) -> None:
        """Take away what is not the article's text: the repeated headline, notices, all that follows the end."""
        headlines = {_squeezed(title), _squeezed(post.title)}
        is_tail, is_added, is_noise = self.tail.match, _ADDED.match, self.noise.fullmatch
        kept: list[Piece] = []
        for at, piece in enumerate(content.pieces):
            text = piece.text
            if piece.kind != "caption" and (is_tail(text) or (text.startswith(_ADDED_STARTS) and is_added(text))):
                break
            if is_noise(text):
                content.notices.append(text)
                content.related += [anchor for anchor in piece.anchors if len(anchor.title) >= _TITLE_LENGTH]
                continue
            if at < 4 and piece.kind != "caption" and _squeezed(text) in headlines:
                continue
            if self.cut is not _NEVER:  # to look for nothing at every character took a twentieth of the reading
                piece.text = self.without_cuts(text)
            if piece.text:
                kept.append(piece)
        content.pieces[:] = kept

    def dateline(self, content: Content) -> Dateline | None:
        """The place in front of the report; it stays in the text, unless it is a line of its own."""
        for piece in content.pieces:
            if piece.kind == "caption":
                continue
            match = self.datelines.match(piece.text)
            if not match:
                return None
            parts = match.groupdict()
            if match.end() == len(piece.text):
                content.pieces.remove(piece)
            day = f"{parts['month']}月" if parts.get("month") else ""
            day += f"{parts['day']}日" if parts.get("day") else ""
            return Dateline(parts["place"].strip(), day or None) if parts.get("place") else None
        return None

    def publication(
        self, post: Post, snapshot: Snapshot, inline: Stamp | None, dateline: Dateline | None
    ) -> tuple[Stamp | None, Stamp | None, list[Problem]]:
        """When it was published, when the mirror collected it, and what is wrong with either."""
        feed, collected, problems = post.feed, None, []
        if post.comment is not None and feed is None:
            problems.append(Problem("published", "feed-time-missing", f"<!--{post.comment}-->"))
        elif fault := self.feed_fault(post, snapshot):
            problems.append(Problem("published", fault, f"<!--{post.comment}-->"))
            feed = None
        # Where the feed's time cannot be believed, ``date`` is the collection, unless the mirror believed it.
        if problems and not (post.feed and post.date and post.date.value == post.feed.value):
            collected = post.date
        front = None if problems else post.date
        anchor = feed or post.date
        url = self.url_time(post.url) if post.url else None
        best = decide([inline, feed, url, dateline_day(dateline, anchor), front])
        if best is None and collected:
            problems.append(Problem("published", "published-unknown", f"collected {collected.value}"))
            best = Stamp(collected.value[:10], "day", "front_matter")
        elif best is None:
            problems.append(Problem("published", "published-missing"))
        elif feed and is_late(feed, best):
            problems.append(Problem("published", "feed-time-late", feed.value))
        return best, collected, problems

    def images(self, content: Content) -> tuple[Image, ...]:
        """The pictures, each with its caption and credit."""
        return tuple(
            Image(picture.url, picture.caption, picture.credit or caption_credit(picture.caption))
            for picture in content.pictures
        )

    def inline_links(self, content: Content) -> list[Link]:
        """The links inside the text."""
        return [
            Link(anchor.url, anchor.title, "inline")
            for piece in content.pieces
            for anchor in piece.anchors
            if anchor.title
        ]

    def missing(self, title: str, blocks: tuple[Block, ...]) -> list[Problem]:
        """The parts that every article should have and this one has not."""
        problems = [] if title else [Problem("title", "title-missing")]
        if all(block.kind == "caption" for block in blocks):
            problems.append(Problem("blocks", "body-missing"))
        elif blocks[-1].text.endswith(("…", "...", "]")) and _CUT_OFF.search(blocks[-1].text):
            problems.append(Problem("blocks", "truncated", blocks[-1].text[-40:]))
        return problems


def _squeezed(text: str) -> str:
    return "".join(text.split())
