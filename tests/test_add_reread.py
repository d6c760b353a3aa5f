"""Articles read again from their bytes: another reader may see other texts, other times, even other articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from archives import post, simple_reader, simple_step, write_posts
from shilu.archive import Archive, index
from shilu.archive.add import add
from shilu.archive.fixity import verify
from shilu.archive.readings import Step
from shilu.records import Article, Block, Problem, Snapshot

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from shilu.archive.tally import AddSummary


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Four articles: 1 plain, 2 captured twice with one text, 3 with two texts, 4 without a title."""
    posts = {
        "1.md": post(1),
        "2早.md": post(2, collected="2024-01-26T08:00:00Z"),
        "2晚.md": post(2, collected="2024-01-27T08:00:00Z"),
        "3旧.md": post(3, title="题 旧", collected="2024-01-26T08:00:00Z"),
        "3新.md": post(3, title="题 新", collected="2024-01-27T08:00:00Z"),
        "4.md": "https://jia.example/4\n\n2024-01-27T08:00:00Z\n正文",
    }
    source = write_posts(tmp_path / "来源", posts)
    add(tmp_path / "档案", [str(source)], workers=1, reader=simple_reader, step=Step("simple.v1", simple_step))
    return tmp_path / "档案"


def reread(archive: Path, reader: Callable[[Snapshot], Article]) -> AddSummary:
    """Read all again with another reader."""
    summary = add(archive, [], workers=1, read=False, reread=True, reader=reader)
    with Archive.open(archive) as opened:
        assert verify(opened).exit_code == 0
        assert index.is_current(opened)
        assert opened.db.execute("SELECT count(*) FROM snapshots").fetchone()[0] == 6
    return summary


def texts(archive: Path) -> dict[str, list[tuple[str, int]]]:
    """Title and number of snapshots of every revision, by URL."""
    with Archive.open(archive) as opened:
        urls = [row[0] for row in opened.db.execute("SELECT url FROM articles ORDER BY url")]
        return {url[-1]: [(one.article.title, one.snapshots) for one in opened.revisions(url)] for url in urls}


def same(snapshot: Snapshot) -> Article:
    """Sees what was seen before, under a new version."""
    return msgspec.structs.replace(simple_reader(snapshot), reader="simple.v2")


def better(snapshot: Snapshot) -> Article:
    """Sees another time of publication, and a title where there was none."""
    article = simple_reader(snapshot)
    title = article.title or "无题"
    return msgspec.structs.replace(article, reader="simple.v2", published="2024-01-01", title=title, problems=())


def merging(snapshot: Snapshot) -> Article:
    """Takes the two texts of article 3 for one."""
    article = simple_reader(snapshot)
    return msgspec.structs.replace(article, title=article.title.partition(" ")[0])


def parting(snapshot: Snapshot) -> Article:
    """Sees two texts in article 2, by the time of capture."""
    article = simple_reader(snapshot)
    return msgspec.structs.replace(article, blocks=(*article.blocks, Block("paragraph", str(article.collected))))


def beheading(snapshot: Snapshot) -> Article:
    """Sees another text in the earlier capture of article 2 only: the later one keeps the old revision."""
    article = simple_reader(snapshot)
    return msgspec.structs.replace(article, title="早") if "2早" in snapshot.path else article


def joining(snapshot: Snapshot) -> Article:
    """Takes the addresses of articles 1 and 2 for one, and has something to say of it."""
    article = simple_reader(snapshot)
    if article.url != "https://jia.example/2":
        return article
    one = simple_reader(msgspec.structs.replace(snapshot, data=b"https://jia.example/1\n"))
    return msgspec.structs.replace(article, id=one.id, url=one.url, problems=(Problem("url", "moved"),))


BEFORE = {
    "1": [("第1条消息", 1)],
    "2": [("第2条消息", 2)],
    "3": [("题 旧", 1), ("题 新", 1)],
    "4": [("", 1)],
}


@pytest.mark.parametrize(
    ("reader", "expected"),
    [
        (same, BEFORE),
        (better, BEFORE | {"4": [("无题", 1)]}),
        (merging, BEFORE | {"3": [("题", 2)]}),
        (parting, BEFORE | {"2": [("第2条消息", 1), ("第2条消息", 1)]}),
        (beheading, BEFORE | {"2": [("早", 1), ("第2条消息", 1)]}),
        (joining, {"1": [("第2条消息", 2), ("第1条消息", 1)], "3": BEFORE["3"], "4": BEFORE["4"]}),
    ],
)
def test_what_another_reader_sees(
    archive: Path, reader: Callable[[Snapshot], Article], expected: dict[str, list[tuple[str, int]]]
) -> None:
    """Snapshots go to the revisions and articles they now belong to; the way back leads to where it began."""
    assert texts(archive) == BEFORE
    assert reread(archive, reader).reread >= 6
    assert texts(archive) == expected
    reread(archive, simple_reader)
    assert texts(archive) == BEFORE


def test_fields_and_problems_are_those_of_the_new_reader(archive: Path) -> None:
    """Columns, records and problems are replaced, not added to."""
    reread(archive, better)
    with Archive.open(archive) as opened:
        db = opened.db
        assert {tuple(row) for row in db.execute("SELECT reader, published FROM articles")} == {
            ("simple.v2", "2024-01-01")
        }
        assert db.execute("SELECT count(*) FROM problems").fetchone()[0] == 0
        assert opened.article("https://jia.example/1").published == "2024-01-01"


def test_record_is_of_the_snapshot_that_is_left(archive: Path) -> None:
    """A revision that lost the snapshot it stood by stands by the earliest that is left."""
    reread(archive, beheading)
    with Archive.open(archive) as opened:
        (_, later) = opened.revisions("https://jia.example/2")
        assert (later.at, later.article.collected) == ("2024-01-27T08:00:00Z", "2024-01-27T08:00:00Z")
        assert later.article.sha256 == later.sha256


def test_readings_of_changed_records_are_made_again(archive: Path, tmp_path: Path) -> None:
    """A reading does not outlive the record it was made from."""
    reread(archive, better)
    step = Step("simple.v1", simple_step)
    summary = add(archive, [str(tmp_path / "来源")], workers=1, reader=better, step=step)
    assert (summary.readings, summary.snapshots) == (4, 0)


def test_articles_that_are_gone_leave_the_index(archive: Path) -> None:
    """An article that is another's now is not found any more."""
    with Archive.open(archive) as opened:
        gone = opened.find("https://jia.example/2")
    reread(archive, joining)
    with Archive.open(archive) as opened:
        searcher = index.current(opened).searcher()
        assert searcher.num_docs == 3
        assert opened.db.execute("SELECT count(*) FROM articles WHERE id = ?", (gone,)).fetchone()[0] == 0


def test_outdated_readers_are_found_by_themselves(tmp_path: Path, pytestconfig: pytest.Config) -> None:
    """The next add reads again what an older version of the outlets' readers has read, and nothing else."""
    examples = str(pytestconfig.rootpath / "examples" / "posts")
    add(tmp_path / "档案", [examples], workers=1, read=False)
    assert add(tmp_path / "档案", [examples], workers=1, read=False).reread == 0
    with Archive.open(tmp_path / "档案", read_only=False) as opened:
        opened.db.execute("UPDATE revisions SET reader = 'generic.v0' WHERE id IN (1, 2, 5)")
    assert add(tmp_path / "档案", [examples], workers=1, read=False).reread >= 3
    assert add(tmp_path / "档案", [examples], workers=1, read=False).reread == 0


@pytest.mark.parametrize(
    ("path", "reader", "expected"),
    [
        ("4.md", better, BEFORE),
        # Its revision loses the snapshot it stood by, and the one that is left cannot be read for it.
        ("2晚.md", beheading, BEFORE | {"2": [("早", 1), ("第2条消息", 1)]}),
    ],
)
def test_damaged_bytes_stay_as_they_were_read(
    archive: Path, path: str, reader: Callable[[Snapshot], Article], expected: dict[str, list[tuple[str, int]]]
) -> None:
    """A snapshot that cannot be had back keeps its article, the others are read again, and there is an end to it."""
    with Archive.open(archive, read_only=False) as opened:
        sql = "UPDATE snapshot_bytes SET bytes = x'00' WHERE snapshot = (SELECT snapshot FROM sightings WHERE path = ?)"
        opened.db.execute(sql, (path,))
    assert add(archive, [], workers=1, read=False, reread=True, reader=reader).reread == 5
    assert texts(archive) == expected
