"""Adding sources: what becomes an article, a revision or a sighting, and what is told of the rest."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from archives import crashing_reader, post, raising_reader, simple_reader, write_posts
from shilu.archive import Archive
from shilu.archive.add import add
from shilu.errors import SourceError

if TYPE_CHECKING:
    from pathlib import Path

    from shilu.archive.tally import AddSummary, Progress


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """An empty source folder."""
    folder = tmp_path / "来源"
    folder.mkdir()
    return folder


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Where the archive of a test is to be."""
    return tmp_path / "档案"


def added(archive: Path, *sources: Path, history: bool = False) -> AddSummary:
    """Add in this process, with the simple reader."""
    locations = [str(source) for source in sources]
    return add(archive, locations, workers=1, read=False, history=history, reader=simple_reader)


def rows(archive: Path, sql: str) -> list[tuple[object, ...]]:
    """The rows of a query."""
    with Archive.open(archive) as opened:
        return [tuple(row) for row in opened.db.execute(sql)]


def everything(archive: Path) -> dict[str, list[tuple[object, ...]]]:
    """All that a second run must leave as it is."""
    return {
        "snapshots": rows(archive, "SELECT sha256, revision FROM snapshots ORDER BY id"),
        "bytes": rows(archive, "SELECT snapshot, bytes FROM snapshot_bytes ORDER BY snapshot"),
        "sightings": rows(archive, "SELECT source, path, snapshot, presence FROM sightings ORDER BY source, path"),
        "revisions": rows(archive, "SELECT id, article, number, record FROM revisions ORDER BY id"),
        "articles": rows(archive, "SELECT * FROM articles ORDER BY id"),
        "problems": rows(archive, "SELECT * FROM problems ORDER BY snapshot"),
        "unread": rows(archive, "SELECT source, path, code, evidence FROM unread"),
    }


def test_folder_becomes_articles(archive: Path, source: Path) -> None:
    """Every post becomes a snapshot with its bytes, an article with its columns, and a sighting."""
    write_posts(source, {"甲.md": post(1, body="布林肯会见王毅。"), "乙.md": post(2), "图.png": "无"})
    summary = added(archive, source)
    assert (summary.documents, summary.snapshots, summary.articles, summary.revisions) == (2, 2, 2, 2)
    assert (summary.known, summary.skipped, summary.unread, summary.failed) == (0, 1, {}, ())
    with Archive.open(archive) as opened:
        article = opened.article("https://jia.example/1")
        assert article.text.startswith("布林肯会见王毅。")
        assert opened.data(article.sha256).decode() == post(1, body="布林肯会见王毅。")
        (sighting,) = opened.sightings(article.id)
        assert (sighting.source, sighting.path, sighting.presence) == (str(source), "甲.md", "head")
    found = rows(archive, "SELECT outlet, published, characters, revisions, presence FROM articles ORDER BY title")
    assert found[0] == ("甲报", "2024-01-27", 12, 1, "head")


def test_adding_again_changes_nothing(archive: Path, source: Path) -> None:
    """The same source once more is only seen again."""
    write_posts(source, {f"{number}.md": post(number) for number in range(300)} | {"坏.md": "\n"})
    added(archive, source)
    before = everything(archive)
    summary = added(archive, source)
    assert (summary.documents, summary.snapshots, summary.articles, summary.known) == (301, 0, 0, 301)
    assert everything(archive) == before


def test_same_bytes_are_stored_once(archive: Path, source: Path) -> None:
    """The same bytes under two names, even at once, are one snapshot with two sightings."""
    write_posts(source, {"甲.md": post(1), "乙/甲.md": post(1), "丙.md": post(2)})
    summary = added(archive, source)
    assert (summary.documents, summary.snapshots, summary.articles) == (3, 2, 2)
    with Archive.open(archive) as opened:
        assert [one.path for one in opened.sightings("https://jia.example/1")] == ["乙/甲.md", "甲.md"]


def test_same_bytes_far_apart_in_one_run(archive: Path, source: Path) -> None:
    """Bytes that come again while their batch is still with the workers are no second snapshot."""
    names = {f"{number:04}.md": post(number % 50) for number in range(1000)}
    write_posts(source, names)
    summary = add(archive, [str(source)], workers=2, read=False, reader=simple_reader)
    assert (summary.documents, summary.snapshots, summary.articles, summary.known) == (1000, 50, 50, 950)
    assert rows(archive, "SELECT count(*) FROM sightings") == [(1000,)]


def test_changed_text_is_a_revision(archive: Path, source: Path) -> None:
    """Other text at the same URL is a revision; the one shown last is current, the replaced one is history."""
    write_posts(source, {"甲.md": post(1, title="旧题")})
    added(archive, source)
    write_posts(source, {"甲.md": post(1, title="新题", collected="2024-01-28T08:00:00Z")})
    summary = added(archive, source)
    assert (summary.articles, summary.revisions) == (0, 1)
    with Archive.open(archive) as opened:
        known = opened.revisions("https://jia.example/1")
        assert [(one.number, one.article.title, one.current) for one in known] == [
            (1, "旧题", False),
            (2, "新题", True),
        ]
        assert [one.presence for one in opened.sightings("https://jia.example/1")] == ["history", "head"]
        assert opened.article("https://jia.example/1").title == "新题"


def test_revisions_are_ordered_by_time_not_by_arrival(archive: Path, source: Path) -> None:
    """A copy under another name that was collected earlier becomes the first revision, whenever it comes in."""
    write_posts(source, {"甲.md": post(1, title="后", collected="2024-01-28T08:00:00Z")})
    added(archive, source)
    write_posts(source, {"乙.md": post(1, title="前", collected="2024-01-27T08:00:00Z")})
    added(archive, source)
    with Archive.open(archive) as opened:
        known = opened.revisions("https://jia.example/1")
    assert [(one.number, one.article.title, one.current) for one in known] == [(1, "前", False), (2, "后", True)]


def test_same_text_captured_again_is_no_revision(archive: Path, source: Path) -> None:
    """Bytes that differ only around the text are another snapshot of one revision, dated by the earliest."""
    write_posts(source, {"甲.md": post(1, collected="2024-01-28T08:00:00Z")})
    added(archive, source)
    write_posts(source, {"乙.md": post(1, collected="2024-01-27T08:00:00Z")})
    summary = added(archive, source)
    assert (summary.snapshots, summary.revisions) == (1, 0)
    with Archive.open(archive) as opened:
        (only,) = opened.revisions("https://jia.example/1")
        assert (only.snapshots, only.at) == (2, "2024-01-27T08:00:00Z")
        assert opened.article("https://jia.example/1").published == "2024-01-27"


def test_deleted_and_restored_files(archive: Path, source: Path) -> None:
    """A file that is gone stays in the archive as deleted; it is head again when it comes back."""
    write_posts(source, {"甲.md": post(1), "乙.md": post(2)})
    added(archive, source)
    (source / "甲.md").unlink()
    added(archive, source)
    sql = "SELECT presence FROM articles ORDER BY url"
    assert rows(archive, sql) == [("deleted",), ("head",)]
    write_posts(source, {"甲.md": post(1)})
    added(archive, source)
    assert rows(archive, sql) == [("head",), ("head",)]


def test_two_sources_of_one_article(archive: Path, tmp_path: Path) -> None:
    """An article that one source deleted is still head while another shows it."""
    one = write_posts(tmp_path / "一", {"甲.md": post(1), "乙.md": post(2)})
    two = write_posts(tmp_path / "二", {"甲.md": post(1)})
    added(archive, one, two)
    (one / "甲.md").unlink()
    added(archive, one)
    assert rows(archive, "SELECT presence FROM articles ORDER BY url") == [("head",), ("head",)]
    assert rows(archive, "SELECT count(*) FROM sources") == [(2,)]


def test_every_change_has_a_number_of_its_own(archive: Path, source: Path) -> None:
    """Change numbers rise with every change, so that what is derived can catch up after any of them."""
    write_posts(source, {f"{number}.md": post(number) for number in range(5)})
    added(archive, source)
    with Archive.open(archive) as opened:
        last = opened.last_change()
        assert last == 5
    write_posts(source, {"3.md": post(3, title="改过")})
    added(archive, source)
    with Archive.open(archive) as opened:
        changed = list(opened.changes(last))
        assert [(one.article.title, one.number > last) for one in changed] == [("改过", True)]


def test_index_follows_the_store(archive: Path, source: Path) -> None:
    """After an add the index holds all that the store holds."""
    from shilu.archive import index  # noqa: PLC0415 (loads tantivy)

    write_posts(source, {"甲.md": post(1)})
    added(archive, source)
    with Archive.open(archive) as opened:
        assert index.is_current(opened)


def test_damaged_index_is_built_anew(archive: Path, source: Path) -> None:
    """An index that cannot be written to any more is derived again from the store."""
    from shilu.archive import index  # noqa: PLC0415 (loads tantivy)

    write_posts(source, {"甲.md": post(1)})
    added(archive, source)
    (archive / "index" / "meta.json").write_text("{")
    write_posts(source, {"乙.md": post(2)})
    added(archive, source)
    with Archive.open(archive) as opened:
        assert index.is_current(opened)


def test_what_cannot_be_read_is_told_and_kept_in_mind(archive: Path, source: Path) -> None:
    """Files that give no snapshot are problems of the archive until they can be read."""
    (source / "断.md").symlink_to(source / "无.md")
    write_posts(source, {"甲.md": post(1)})
    assert added(archive, source).unread == {"unreadable": 1}
    assert rows(archive, "SELECT path, code FROM unread") == [("断.md", "unreadable")]
    write_posts(source, {"无.md": post(2)})
    assert added(archive, source).unread == {}
    assert rows(archive, "SELECT path, code FROM unread") == []


def test_empty_and_binary_posts_are_kept(archive: Path, source: Path) -> None:
    """Bytes that make no article are kept all the same, with problems, through the real readers."""
    (source / "空.md").write_bytes(b"")
    (source / "二进制.md").write_bytes(bytes(range(256)) * 10)
    summary = add(archive, [str(source)], workers=1, read=False)
    assert (summary.documents, summary.snapshots) == (2, 2)
    with Archive.open(archive) as opened:
        kept = {opened.data(row[0]) for row in opened.db.execute("SELECT sha256 FROM snapshots")}
    assert kept == {b"", bytes(range(256)) * 10}
    assert {row[0] for row in rows(archive, "SELECT code FROM problems")} >= {"empty", "binary"}


def test_path_that_is_no_utf8(archive: Path, source: Path) -> None:
    """A name in another encoding comes back byte by byte, and a second run knows it."""
    name = os.fsdecode("新聞".encode("big5") + b".md")
    (source / name).write_text(post(1), encoding="utf-8")
    added(archive, source)
    assert added(archive, source).snapshots == 0
    with Archive.open(archive) as opened:
        (sighting,) = opened.sightings("https://jia.example/1")
        assert sighting.path == name
        assert opened.article("https://jia.example/1").path == r"\xb7s\xbbD.md"


def test_reader_that_fails(archive: Path, source: Path) -> None:
    """A post on which the reader fails is kept with a problem; the others are read."""
    write_posts(source, {"坏.md": "坏", "好.md": post(1)})
    add(archive, [str(source)], workers=1, read=False, reader=raising_reader)
    assert rows(archive, "SELECT code, evidence FROM problems") == [("reader-failed", "ValueError: 不能读")]
    assert rows(archive, "SELECT count(*) FROM articles") == [(2,)]


def test_reader_that_ends_its_process(archive: Path, source: Path) -> None:
    """Posts that end the worker are kept with a problem; all others are read by new workers."""
    posts = {f"{number:04}.md": post(number) for number in range(700)}
    write_posts(source, posts | {"0100崩.md": "崩溃一", "0650崩.md": "崩溃二"})
    summary = add(archive, [str(source)], workers=2, read=False, reader=crashing_reader)
    assert (summary.documents, summary.articles) == (702, 702)
    assert rows(archive, "SELECT code, count(*) FROM problems GROUP BY code") == [("reader-crashed", 2)]


def test_examples_with_workers_and_without(archive: Path, tmp_path: Path, pytestconfig: pytest.Config) -> None:
    """Worker processes come to the same archive as one process, on real posts."""
    examples = pytestconfig.rootpath / "examples" / "posts"
    one = add(archive, [str(examples)], workers=1, read=False)
    many = write_posts(tmp_path / "多", {f"{number}.md": post(number) for number in range(400)})
    add(tmp_path / "另", [str(many), str(examples)], workers=2, read=False)
    sql = "SELECT id, title, published, revisions FROM articles"
    assert one.documents >= 30
    assert set(rows(archive, sql)) < set(rows(tmp_path / "另", sql))


def test_progress_reaches_the_whole(archive: Path, source: Path) -> None:
    """Progress counts up to the number of documents that was announced."""
    write_posts(source, {f"{number}.md": post(number) for number in range(300)})
    told: list[Progress] = []
    add(archive, [str(source)], workers=1, read=False, reader=simple_reader, progress=told.append)
    articles = [(one.done, one.total) for one in told if one.step == "articles"]
    assert articles == [(0, 300), (128, 300), (256, 300), (300, 300)]


def test_missing_source_leaves_no_archive(archive: Path, tmp_path: Path) -> None:
    """A mistyped location is found before anything is made."""
    with pytest.raises(SourceError, match="there is no file or folder"):
        added(archive, tmp_path / "无")
    assert not archive.exists()


def test_one_source_fails_the_others_are_added(archive: Path, source: Path, tmp_path: Path) -> None:
    """A source that cannot be opened is told in the summary, and the rest goes on."""
    write_posts(source, {"甲.md": post(1)})
    broken = tmp_path / "坏库"
    (broken / "objects").mkdir(parents=True)
    (broken / "refs").mkdir()
    (broken / "HEAD").write_text("ref: refs/heads/main\n")
    summary = added(archive, broken, source)
    assert [one.location for one in summary.failed] == [str(broken)]
    assert summary.articles == 1
    with pytest.raises(SourceError, match="no readable HEAD"):
        added(archive, broken)


def test_archive_inside_its_source_is_no_post(source: Path) -> None:
    """An archive that lies in the folder which is added is not read into itself."""
    write_posts(source, {"甲.md": post(1)})
    inside = source / "shilu-archive"
    added(inside, source)
    (inside / "记.md").write_text("无")
    summary = added(inside, source)
    assert (summary.documents, summary.skipped, summary.known) == (1, 0, 1)
