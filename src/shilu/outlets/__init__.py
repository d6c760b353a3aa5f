"""Outlet readers: from the bytes of a post to an article, whatever they are.

``read_article`` never raises on bad input: what cannot be read is a :class:`~shilu.records.Problem` of the article.
"""

from __future__ import annotations

import msgspec

from shilu.outlets.addresses import article_id
from shilu.outlets.base import Reader
from shilu.outlets.page import with_head
from shilu.outlets.post import Post, parse_post
from shilu.outlets.registry import GENERIC, READERS, reader_for
from shilu.records import Article, Problem, Snapshot
from shilu.text.decoding import Decoded, decode

__all__ = ["MAX_BYTES", "READERS", "Post", "Reader", "parse_post", "read_article", "reader_for"]

MAX_BYTES = 20 * 1024 * 1024
"""Larger documents are kept but not read: of 13,630 posts the largest has under half a megabyte."""


def read_article(snapshot: Snapshot) -> Article:
    """The article of a snapshot; problems are part of it."""
    if len(snapshot.data) > MAX_BYTES:
        return _unread(snapshot, Problem("source", "too-large", f"{len(snapshot.data)} bytes"))
    if not snapshot.data or snapshot.data.isspace():
        return _unread(snapshot, Problem("source", "empty"))
    decoded = decode(snapshot.data)
    if decoded.encoding is None:
        return _unread(snapshot, Problem("source", "binary", snapshot.data[:16].hex(" ")))
    try:
        article = _read(decoded.text, snapshot)
    except Exception as error:  # noqa: BLE001 - the outermost edge of reading: one bad post must not stop a mirror
        return _unread(snapshot, Problem("source", "reader-failed", f"{type(error).__name__}: {error}"[:200]))
    problems = _decoding_problems(decoded)
    return msgspec.structs.replace(article, problems=(*problems, *article.problems)) if problems else article


def _read(text: str, snapshot: Snapshot) -> Article:
    post = parse_post(text, snapshot.path)
    if post.shape == "page":
        post = with_head(post)
    return reader_for(post).read(snapshot, post)


def _unread(snapshot: Snapshot, problem: Problem) -> Article:
    """An article that holds no more than its name: the bytes are kept all the same."""
    post = parse_post("", snapshot.path)
    return Article(
        id=article_id(None, snapshot.sha256),
        sha256=snapshot.sha256,
        path=snapshot.path,
        reader=GENERIC.id,
        url=None,
        outlet="",
        title=post.title,
        language="zh",
        script="Hans",
        problems=(problem,),
    )


def _decoding_problems(decoded: Decoded) -> tuple[Problem, ...]:
    problems = []
    if decoded.encoding != "utf-8":
        problems.append(Problem("source", "not-utf-8", f"{decoded.encoding}, declared {decoded.declared or 'nothing'}"))
    lost = decoded.text.count("\ufffd") - decoded.undecodable
    if lost > 0:
        problems.append(Problem("source", "characters-lost-before", f"{lost} characters"))
    if decoded.undecodable:
        problems.append(Problem("source", "undecodable", f"{decoded.undecodable} characters"))
    return tuple(problems)
