"""Readings follow the articles: each is made once, and again when text or steps change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from archives import post, simple_reader, simple_step, write_posts
from shilu.archive import Archive
from shilu.archive.add import add
from shilu.archive.readings import Step
from shilu.archive.status import status

if TYPE_CHECKING:
    from pathlib import Path

    from shilu.archive.tally import AddSummary

STEP = Step("simple.v1", simple_step)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A few posts, two of which name somebody."""
    posts = {f"{number}.md": post(number) for number in range(6)}
    return write_posts(
        tmp_path / "来源", posts | {"3.md": post(3, body="王毅会见布林肯。"), "4.md": post(4, body="王毅讲话。")}
    )


def added(archive: Path, source: Path, *, step: Step = STEP, workers: int = 1, read: bool = True) -> AddSummary:
    """Add with the simple reader and a simple step."""
    return add(archive, [str(source)], workers=workers, read=read, reader=simple_reader, step=step)


def names(archive: Path) -> dict[str, list[str]]:
    """Who was found in which article; articles without a reading are left out."""
    with Archive.open(archive) as opened:
        found = {}
        for (article,) in opened.db.execute("SELECT id FROM articles ORDER BY title").fetchall():
            reading = opened.reading(article)
            if reading is not None:
                found[opened.article(article).title] = [person.name for person in reading.people]
        return found


def test_every_article_is_read_once(tmp_path: Path, source: Path) -> None:
    """A first run reads all articles, a second none."""
    assert added(tmp_path / "档案", source).readings == 6
    assert names(tmp_path / "档案") == {f"第{n}条消息": ["王毅"] if n in (3, 4) else [] for n in range(6)}
    assert added(tmp_path / "档案", source).readings == 0


def test_reading_can_follow_later(tmp_path: Path, source: Path) -> None:
    """Articles that were added without being read are read by the next run, which gathers their stories, too."""
    assert added(tmp_path / "档案", source, read=False).readings == 0
    assert names(tmp_path / "档案") == {}
    with Archive.open(tmp_path / "档案") as archive:
        assert status(archive).unplaced == 6
    assert added(tmp_path / "档案", source).readings == 6
    with Archive.open(tmp_path / "档案") as archive:
        assert status(archive).unplaced == 0


def test_changed_article_is_read_again(tmp_path: Path, source: Path) -> None:
    """A new revision has no reading until it is read; the others are left as they are."""
    added(tmp_path / "档案", source)
    write_posts(source, {"3.md": post(3, body="布林肯会见外长。")})
    added(tmp_path / "档案", source, read=False)
    assert "第3条消息" not in names(tmp_path / "档案")
    assert added(tmp_path / "档案", source).readings == 1
    assert names(tmp_path / "档案")["第3条消息"] == []


def test_new_version_of_the_steps_reads_all_again(tmp_path: Path, source: Path) -> None:
    """After an update of the steps every article is read anew."""
    added(tmp_path / "档案", source)
    assert added(tmp_path / "档案", source, step=Step("simple.v2", simple_step)).readings == 6


def test_index_hears_of_readings(tmp_path: Path, source: Path) -> None:
    """A reading is a change of its article, and carries the ids of the entities."""
    added(tmp_path / "档案", source, read=False)
    with Archive.open(tmp_path / "档案") as opened:
        last = opened.last_change()
    added(tmp_path / "档案", source)
    with Archive.open(tmp_path / "档案") as opened:
        changes = list(opened.changes(last))
    assert len(changes) == 6
    assert {one.article.title for one in changes if one.entities == ("p.wang_yi",)} == {"第3条消息", "第4条消息"}


def test_article_that_cannot_be_read(tmp_path: Path, source: Path) -> None:
    """An article at which the steps fail has an empty reading with a problem; the others are read."""
    write_posts(source, {"5.md": post(5, body="坏")})
    assert added(tmp_path / "档案", source).readings == 6
    with Archive.open(tmp_path / "档案") as opened:
        reading = opened.reading("https://jia.example/5")
        assert reading is not None
        assert [(one.code, one.evidence) for one in reading.problems] == [("reader-failed", "ValueError: 不能读")]
    assert names(tmp_path / "档案")["第3条消息"] == ["王毅"]


def test_article_that_ends_the_worker(tmp_path: Path) -> None:
    """An article that ends its worker has an empty reading with a problem; the others are read."""
    source = write_posts(tmp_path / "来源", {f"{number}.md": post(number, body="王毅") for number in range(200)})
    write_posts(source, {"150.md": post(150, body="崩溃")})
    assert added(tmp_path / "档案", source, workers=2).readings == 200
    found = names(tmp_path / "档案")
    assert [title for title, people in found.items() if not people] == ["第150条消息"]
