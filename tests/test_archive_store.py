"""The archive as a store: opening it, finding articles, revisions and their differences, and its limits."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from archives import post, simple_reader, write_posts
from shilu.archive import Archive, boundary, store
from shilu.archive.add import add
from shilu.archive.migrations import migrations
from shilu.archive.status import status
from shilu.errors import ArchiveBusy, ArchiveError, ArchiveFull, ArchiveMissing, ArchiveTooNew, NotFound

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An archive of a few posts, one of them revised."""
    source = tmp_path / "来源"
    posts = {f"{number}.md": post(number) for number in (*range(40), 7197)}  # the last for its id
    write_posts(
        source, posts | {"旧.md": post(7, title="旧题", body="布林肯将访华。", collected="2024-01-26T08:00:00Z")}
    )
    add(tmp_path / "档案", [str(source)], workers=1, read=False, reader=simple_reader)
    return tmp_path / "档案"


@pytest.fixture
def archive(folder: Path) -> Iterator[Archive]:
    """The same, open."""
    with Archive.open(folder) as opened:
        yield opened


def test_no_archive(tmp_path: Path) -> None:
    """A folder without an archive is an error with a hint, and none is made."""
    with pytest.raises(ArchiveMissing, match="there is no archive") as caught:
        Archive.open(tmp_path)
    assert "shilu add" in caught.value.hint
    assert list(tmp_path.iterdir()) == []


def test_archive_of_a_newer_version(folder: Path) -> None:
    """An archive with a schema of the future is not touched."""
    with sqlite3.connect(folder / store.FILE) as db:
        db.execute("PRAGMA user_version = 999")
    db.close()
    for opening in (Archive.open, Archive.create_or_open):
        with pytest.raises(ArchiveTooNew, match="newer shilu"):
            opening(folder)


def test_older_archive_is_brought_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Steps of the schema that an archive has not taken yet are taken when it is opened, even only to read."""
    Archive.create_or_open(tmp_path).close()
    longer = (*migrations(), "CREATE TABLE later (id INTEGER PRIMARY KEY);")
    monkeypatch.setattr(store, "migrations", lambda: longer)
    with Archive.open(tmp_path) as archive:
        assert archive.db.execute("SELECT count(*) FROM later").fetchone()[0] == 0
        assert archive.db.execute("PRAGMA user_version").fetchone()[0] == len(longer)


def test_step_that_fails_is_not_taken_by_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A step of the schema is taken wholly or not at all."""
    Archive.create_or_open(tmp_path).close()
    monkeypatch.setattr(store, "migrations", lambda: (*migrations(), "CREATE TABLE half (id); CREATE TABLE half (id);"))
    with pytest.raises(ArchiveError, match="already exists"):
        Archive.create_or_open(tmp_path)
    monkeypatch.undo()
    with Archive.open(tmp_path) as archive:
        tables = archive.db.execute("SELECT count(*) FROM sqlite_master WHERE name = 'half'").fetchone()
        assert tables[0] == 0


def test_file_that_is_no_archive(tmp_path: Path) -> None:
    """A file of that name which is no database is told as damaged."""
    (tmp_path / store.FILE).write_text("这不是数据库" * 100, encoding="utf-8")
    with pytest.raises(ArchiveError, match="damaged"):
        Archive.open(tmp_path)


def test_reading_writes_nothing(archive: Archive) -> None:
    """An archive that is open to read cannot be changed, and says so."""
    with pytest.raises(ArchiveFull, match="cannot be written to"), archive.transaction() as db:
        db.execute("DELETE FROM articles")


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("https://jia.example/7", "第7条消息"),
        (" https://jia.example/7 ", "第7条消息"),
    ],
)
def test_find_by_address(archive: Archive, key: str, expected: str) -> None:
    """An article is found by its URL."""
    assert archive.article(key).title == expected


def test_find_by_id_and_its_beginning(archive: Archive) -> None:
    """An article is found by its id and by as much of it as is unique."""
    article = archive.article("https://jia.example/7")
    assert archive.find(article.id) == article.id
    assert archive.find(article.id[:10].upper()) == article.id


def test_beginning_of_several_ids(archive: Archive) -> None:
    """A beginning that several ids share is told with those ids."""
    ids = tuple(archive.find(f"https://jia.example/{number}") for number in (7197, 7))
    assert ids[0][:4] == ids[1][:4]
    with pytest.raises(NotFound, match="several articles") as caught:
        archive.find(ids[0][:4])
    assert caught.value.close == tuple(sorted(ids))


@pytest.mark.parametrize(
    ("key", "close"),
    [("https://jia.example/777", "https://jia.example/7"), ("没有", None), ("", None), ("%_'\"", None)],
)
def test_nothing_of_that_name(archive: Archive, key: str, close: str | None) -> None:
    """What is not there is told, with what looks like it."""
    with pytest.raises(NotFound) as caught:
        archive.find(key)
    assert caught.value.hint
    assert (close in caught.value.close) if close else caught.value.close == ()


def test_diff_by_blocks(archive: Archive) -> None:
    """The difference of two revisions shows headline and blocks as lines."""
    assert archive.diff("https://jia.example/7", 1, 2) == [
        "--- revision 1\t2024-01-26T08:00:00Z",
        "+++ revision 2\t2024-01-27T08:00:00Z",
        "@@ -1,3 +1,3 @@",
        "-# 旧题",
        "-布林肯将访华。",
        "+# 第7条消息",
        "+正文",
        " 第7段",
    ]
    with pytest.raises(NotFound, match="no revision 3") as caught:
        archive.diff("https://jia.example/7", 1, 3)
    assert caught.value.close == ("1", "2")


@pytest.mark.parametrize("killed", [False, True])
def test_archive_on_a_read_only_disk(folder: Path, monkeypatch: pytest.MonkeyPatch, killed: bool) -> None:
    """Where nothing can be written the archive is read all the same, with what a killed writer left in the log."""
    expected = 42
    if killed:
        expected = 43
        change = "INSERT INTO sources (location, kind, added) VALUES ('乙', 'folder', '')"
        script = (
            f"import os, sqlite3; db = sqlite3.connect('shilu.db'); db.execute({change!r}); db.commit(); os._exit(9)"
        )
        subprocess.run([sys.executable, "-c", script], cwd=folder, check=False)
        (folder / "shilu.db-shm").unlink()
        assert (folder / "shilu.db-wal").stat().st_size > 0
    before = sorted(path.name for path in folder.iterdir())
    monkeypatch.setattr(store.os, "access", lambda *_: False)
    with Archive.open(folder) as archive:
        found = status(archive)
    assert found.snapshots + len(found.sources) - 1 == expected
    assert sorted(path.name for path in folder.iterdir()) == before


def test_no_such_snapshot(archive: Archive) -> None:
    """A digest that is not there is told."""
    with pytest.raises(NotFound, match="no snapshot"):
        archive.data("00")


def test_articles_by_ids(archive: Archive) -> None:
    """Several articles at once; unknown ids are left out."""
    known = [archive.find("https://jia.example/1"), archive.find("https://jia.example/2")]
    assert sorted(one.id for one in archive.articles([*known, "无"])) == sorted(known)


def test_no_reading_yet(archive: Archive) -> None:
    """An article that was not read has no reading."""
    assert archive.reading("https://jia.example/1") is None


def test_views_open_as_they_are(archive: Archive) -> None:
    """Every view answers, so that any tool for SQLite can show the archive."""
    db = archive.db
    views = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'view'")]
    assert {"article_paths", "article_blocks", "outlets", "months", "problem_codes"} <= set(views)
    for view in views:
        db.execute(f"SELECT * FROM {view}").fetchall()  # noqa: S608 (names from the schema itself)
    assert db.execute("SELECT text FROM article_blocks WHERE text LIKE '第3段'").fetchone() is not None
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_every_reference_has_an_index(archive: Archive) -> None:
    """Columns that refer to other rows are indexed: without it, adding would slow down with the size of the archive."""
    db = archive.db
    tables = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    bare = []
    for table in tables:
        indexed = {
            db.execute("SELECT name FROM pragma_index_info(?) WHERE seqno = 0", (row["name"],)).fetchone()[0]
            for row in db.execute("SELECT name FROM pragma_index_list(?)", (table,))
        } | {row[0] for row in db.execute("SELECT name FROM pragma_table_info(?) WHERE pk = 1", (table,))}
        bare += [
            f"{table}.{row['from']}"
            for row in db.execute('SELECT "from", "table" FROM pragma_foreign_key_list(?)', (table,))
            # Runs and sources are written before anything refers to them.
            if row["from"] not in indexed and row["table"] not in ("runs", "sources")
        ]
    assert bare == []


def test_status_counts(archive: Archive) -> None:
    """The numbers of an archive add up."""
    found = status(archive)
    assert (found.articles, found.revisions, found.snapshots, found.sightings) == (41, 42, 42, 42)
    assert [(one.outlet, one.articles, one.revised) for one in found.outlets] == [("甲报", 41, 1)]
    assert [(one.name, one.count) for one in found.months] == [("2024-01", 41)]
    assert [(one.kind, one.head, one.gone, one.unread) for one in found.sources] == [("folder", 42, 0, 0)]
    assert (found.unfinished, found.writer, found.readings) == ((), None, 0)
    assert found.stored_bytes > 0
    assert found.folder_bytes > found.stored_bytes


def test_two_writers(folder: Path) -> None:
    """A second writer is told who holds the archive; readers are not kept out."""
    with Archive.create_or_open(folder) as one, one.writing():
        with Archive.create_or_open(folder) as two:
            with pytest.raises(ArchiveBusy, match=r"by process \d+ on .* since 20") as caught, two.writing():
                pass
            assert "--wait" in caught.value.hint
        with Archive.open(folder) as reader:
            assert status(reader).writer is not None
    with Archive.create_or_open(folder) as three, three.writing():
        pass


def test_full_disk(folder: Path) -> None:
    """No space left is told as that; the transaction leaves nothing behind, and the archive stays usable."""
    with Archive.open(folder, read_only=False) as archive:
        pages = archive.db.execute("PRAGMA page_count").fetchone()[0]
        archive.db.execute(f"PRAGMA max_page_count = {pages}")
        rows = [(f"{number}" * 100,) for number in range(200)]
        with pytest.raises(ArchiveFull, match="no space left"), archive.transaction() as db:
            db.executemany("INSERT INTO unread VALUES (1, ?, 'x', '', 1)", rows)
        assert archive.db.execute("SELECT count(*) FROM unread").fetchone()[0] == 0


@pytest.mark.parametrize(
    ("error", "expected", "words"),
    [
        (OSError(28, "No space left on device"), ArchiveFull, "no space left"),
        (OSError(30, "Read-only file system"), ArchiveFull, "cannot be written to"),
        (OSError(13, "Permission denied"), ArchiveFull, "Permission denied"),
        (OSError(5, "Input/output error"), ArchiveError, "Input/output error"),
        (sqlite3.OperationalError("什么"), ArchiveError, "什么"),
    ],
)
def test_errors_of_the_system(tmp_path: Path, error: Exception, expected: type[ArchiveError], words: str) -> None:
    """What the system raises comes out as an error of the archive that says what was wrong."""
    with pytest.raises(expected, match=words), boundary.translated(tmp_path):
        raise error
