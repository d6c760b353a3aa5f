"""Readers and posts for the tests of the archive: small, and simple enough to be sure of."""

from __future__ import annotations

import hashlib
import os
import time
from typing import TYPE_CHECKING

from shilu.archive.add import add
from shilu.archive.store import Archive
from shilu.chronicle.stories import keeping
from shilu.records import Article, Block, Entity, Problem, Reading, Snapshot

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path


def simple_reader(snapshot: Snapshot) -> Article:
    """Line by line: URL, title, collection time, then one paragraph a line."""
    lines = snapshot.data.decode("utf-8", "replace").split("\n")
    url, title, collected = (*lines, "", "", "")[:3]
    return Article(
        id=hashlib.sha256(url.encode() or snapshot.data).hexdigest()[:16],
        sha256=snapshot.sha256,
        path=snapshot.path,
        reader="simple.v1",
        url=url or None,
        outlet="甲报" if "jia" in url else "乙报",
        title=title,
        language="zh",
        script="Hans",
        published=collected[:10] or None,
        collected=collected or None,
        blocks=tuple(Block("paragraph", line) for line in lines[3:] if line),
        problems=() if title else (Problem("title", "title-missing", lines[0]),),
    )


def slow_reader(snapshot: Snapshot) -> Article:
    """Takes its time, so that a test can interrupt it."""
    time.sleep(0.002)
    return simple_reader(snapshot)


def raising_reader(snapshot: Snapshot) -> Article:
    """Fails on one post."""
    if "坏" in snapshot.data.decode():
        message = "不能读"
        raise ValueError(message)
    return simple_reader(snapshot)


def crashing_reader(snapshot: Snapshot) -> Article:
    """Ends its process on one post, as a fault in a library would."""
    if "崩溃" in snapshot.data.decode():
        os._exit(1)
    return simple_reader(snapshot)


def post(number: int, *, title: str = "", collected: str = "2024-01-27T08:00:00Z", body: str = "正文") -> str:
    """A post for the simple reader."""
    url = f"https://jia.example/{number}"
    return f"{url}\n{title or f'第{number}条消息'}\n{collected}\n{body}\n第{number}段"


def write_posts(folder: Path, posts: dict[str, str]) -> Path:
    """Posts under these names; returns the folder."""
    for name, text in posts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def add_with_stories(archive: Path, locations: list[str]) -> None:
    """Add posts for the simple reader without reading them for names, and gather copies and stories."""
    add(archive, locations, workers=1, read=False, reader=simple_reader)
    with Archive.open(archive, read_only=False) as opened, opened.writing():
        keeping.update(opened)


def simple_step() -> Callable[[Sequence[Article]], list[Reading]]:
    """A reading step that finds 王毅, cannot read 坏, and ends its process at 崩溃."""
    return _find


def _find(articles: Sequence[Article]) -> list[Reading]:
    readings = []
    for article in articles:
        if "坏" in article.text:
            message = "不能读"
            raise ValueError(message)
        if "崩溃" in article.text:
            os._exit(1)
        person = Entity("p.wang_yi", "person", "王毅")
        readings.append(Reading(article.id, "simple.v1", people=(person,) if "王毅" in article.text else ()))
    return readings
