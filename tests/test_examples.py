"""The example posts carry the traps that examples/README.md promises, and none of them springs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shilu.archive.store import Archive
from shilu.chronicle.copies import kind, likeness, shingles
from shilu.outlets import read_article
from shilu.sources import snapshots

if TYPE_CHECKING:
    from pathlib import Path

    from shilu.records import Article


@pytest.fixture(scope="module")
def posts(pytestconfig: pytest.Config) -> dict[str, tuple[str, Article]]:
    """Text and article of every post, by its path."""
    folder = str(pytestconfig.rootpath / "examples" / "posts")
    return {one.path: (one.data.decode(), read_article(one)) for one in snapshots(folder)}


@pytest.mark.parametrize(
    ("outlet", "trap", "least"),
    [
        ("jiangsheng/", "<!--NaN-->", 12),
        ("jiangsheng/", "icon-zoom.png", 5),
        ("jiangsheng/", "</strong><strong>", 1),
        ("jiangsheng/", "&nbsp;", 12),
        ("jiangsheng/", "<li style", 5),
        ("haixia/", "（編輯：", 12),
        ("haixia/", "...", 1),
        ("yuanwang/", "images.weserv.nl", 5),
        ("yuanwang/", "GMT</i>", 12),
        ("yuanwang/", "<br /><br />", 10),
    ],
)
def test_traps_are_there(posts: dict[str, tuple[str, Article]], outlet: str, trap: str, least: int) -> None:
    """Each outlet's markup has what real mirrors have."""
    assert sum(trap in text for path, (text, _) in posts.items() if path.startswith(outlet)) >= least


def test_no_trap_springs(posts: dict[str, tuple[str, Article]]) -> None:
    """Every post gives title, time and text; related links, credits, proxies and icons stand in their own fields."""
    assert len(posts) >= 44
    for path, (text, article) in posts.items():
        body = "".join(block.text for block in article.blocks)
        assert article.title, path
        assert article.published, path
        assert body, path
        assert not any(mark in body for mark in ("记者：", "责编", "編輯：", "GMT", "<", "&", "weserv")), path
        assert not any("weserv" in image.url or "icon" in image.url for image in article.images), path
        assert not any(link.title in body for link in article.links if link.rel == "related"), path
        if path.startswith("jiangsheng/"):
            assert article.published_from == "url", path
            assert article.collected, path
        assert ("truncated" in {problem.code for problem in article.problems}) == ("...</p>" in text), path


def test_updates_are_revisions_of_one_article(examples: Path) -> None:
    """The article that was updated has two revisions; the one collected twice has one."""
    with Archive.open(examples) as archive:
        articles, updated = archive.db.execute("SELECT count(*), sum(revisions > 1) FROM articles").fetchone()
        snapshots_, sightings = archive.db.execute(
            "SELECT (SELECT count(*) FROM snapshots), (SELECT count(*) FROM sightings)"
        ).fetchone()
    assert sightings >= 44
    assert articles == snapshots_ - 2
    assert updated == 1


def test_an_agencys_report_in_two_scripts_is_one_text(posts: dict[str, tuple[str, Article]]) -> None:
    """The report is one text, though one outlet prints it in simplified and one in traditional script."""
    hans, hant = (
        next(article for path, (_, article) in posts.items() if path.startswith(outlet) and "13家" in article.title)
        for outlet in ("jiangsheng/", "haixia/")
    )
    like = likeness(shingles(hans), shingles(hant))
    assert like.jaccard > 0.8
    assert kind(hant, hans, like) == "republished"  # the agency is invented, so nothing knows it for one
