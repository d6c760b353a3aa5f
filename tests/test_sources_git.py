"""Git repositories as sources: heads, histories, strange names and damage."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from shilu.errors import SourceError
from shilu.records import Snapshot
from shilu.sources import Unread, count, open_source, snapshots

if TYPE_CHECKING:
    from pathlib import Path

DAY = 86_400
START = 1_614_556_800  # 2021-03-01T00:00:00Z


class Repository:
    """A repository made for a test, one commit a day."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.days = 0
        folder.mkdir()
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str) -> str:
        """Run git in the repository."""
        when = f"{START + self.days * DAY} +0000"
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.folder),
            "GIT_AUTHOR_NAME": "镜像",
            "GIT_AUTHOR_EMAIL": "mirror@example.org",
            "GIT_AUTHOR_DATE": when,
            "GIT_COMMITTER_NAME": "镜像",
            "GIT_COMMITTER_EMAIL": "mirror@example.org",
            "GIT_COMMITTER_DATE": when,
        }
        command = ["git", "-C", str(self.folder), *arguments]
        return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout.strip()

    def commit(self, files: dict[str, str | None]) -> str:
        """Commit these texts (None deletes) on the next day."""
        for name, text in files.items():
            path = self.folder / name
            if text is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "收录")
        self.days += 1
        return self.git("rev-parse", "HEAD")

    def damage(self, name: str, content: bytes | None) -> None:
        """Overwrite, or remove, the object of a revision such as ``HEAD:甲.md``."""
        oid = self.git("rev-parse", name)
        path = self.folder / ".git" / "objects" / oid[:2] / oid[2:]
        path.chmod(0o644)
        if content is None:
            path.unlink()
        else:
            path.write_bytes(content)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """An empty repository."""
    return Repository(tmp_path / "镜像")


def seen(location: Path | str, *, history: bool = False) -> list[tuple[str, str, str, str | None]]:
    """Path, text, presence and day of every snapshot."""
    return [
        (one.path, one.data.decode(), one.presence, one.committed and one.committed[:10])
        for one in snapshots(str(location), history=history)
    ]


def left_out(location: Path, *, history: bool = False) -> list[tuple[str, str]]:
    """Path and code of what gave no snapshot."""
    with open_source(str(location), history=history) as source:
        return [(one.path, one.problem.code) for one in source.documents() if isinstance(one, Unread)]


def test_head_of_a_repository(repository: Repository) -> None:
    """Without history the files of HEAD are read from git, whatever the checkout holds."""
    repository.commit({"甲.md": "旧"})
    last = repository.commit({"甲.md": "新", "乙/丙.md": "二", "图.png": "无"})
    (repository.folder / "甲.md").write_text("未提交", encoding="utf-8")
    assert seen(repository.folder) == [("乙/丙.md", "二", "head", "2021-03-02"), ("甲.md", "新", "head", "2021-03-02")]
    assert {one.commit for one in snapshots(str(repository.folder))} == {last}
    assert left_out(repository.folder) == [("图.png", "other-kind")]
    assert count(str(repository.folder)) == 3


def test_history_gives_every_version_and_deleted_posts(repository: Repository) -> None:
    """With history every version comes once, oldest first, with the commit that brought it and what became of it."""
    first = repository.commit({"甲.md": "一版", "乙.md": "将删"})
    repository.commit({"甲.md": "二版"})
    repository.commit({"乙.md": None})
    repository.commit({"甲.md": "一版"})
    assert sorted(seen(repository.folder, history=True)) == [
        ("乙.md", "将删", "deleted", "2021-03-01"),
        ("甲.md", "一版", "head", "2021-03-01"),
        ("甲.md", "二版", "history", "2021-03-02"),
    ]
    assert next(snapshots(str(repository.folder), history=True)).commit == first
    assert count(str(repository.folder), history=True) == 3


def test_merged_branches(repository: Repository) -> None:
    """What a branch or the merge itself brought is part of the history, and comes once."""
    repository.commit({"甲.md": "一"})
    repository.git("checkout", "--quiet", "-b", "side")
    repository.commit({"乙.md": "支线"})
    repository.git("checkout", "--quiet", "main")
    repository.commit({"丙.md": "干线"})
    repository.git("merge", "--quiet", "--no-commit", "side")
    repository.commit({"丁.md": "合并时"})
    paths = [path for path, *_ in seen(repository.folder, history=True)]
    assert paths[0] == "甲.md"
    assert sorted(paths[1:3]) == ["丙.md", "乙.md"]
    assert paths[3:] == ["丁.md"]
    assert left_out(repository.folder, history=True) == []


@pytest.mark.parametrize(
    "name",
    ['带"引号"的.md', "换\n行.md", "表情😀.md", "制\t表 空格 .md", "--cached.md", "反\\斜.md", ":100644 冒号.md"],
)
@pytest.mark.parametrize("history", [False, True])
def test_strange_paths(repository: Repository, name: str, history: bool) -> None:
    """Quotes, line breaks, emoji and colons in paths change nothing."""
    repository.commit({name: "正文", "平常.md": "二"})
    found = {path: text for path, text, *_ in seen(repository.folder, history=history)}
    assert found == {name: "正文", "平常.md": "二"}


def test_hidden_files_are_no_posts(repository: Repository) -> None:
    """As in folders, what is hidden belongs to the repository's upkeep, not to the news."""
    (repository.folder / ".github").mkdir()
    repository.commit({".github/报告.md": "模板", ".草稿.md": "草", "甲.md": "一"})
    assert [path for path, *_ in seen(repository.folder)] == ["甲.md"]


def test_path_that_is_no_utf8(repository: Repository) -> None:
    """A path in another encoding is kept byte by byte."""
    name = os.fsdecode("新聞".encode("big5") + b".md")
    (repository.folder / name).write_text("正文", encoding="utf-8")
    repository.commit({})
    assert [path for path, *_ in seen(repository.folder, history=True)] == [name]


@pytest.mark.parametrize("content", [None, b"no zlib at all", b""])
@pytest.mark.parametrize("history", [False, True])
def test_broken_blob(repository: Repository, content: bytes | None, history: bool) -> None:
    """A damaged or missing object is told, and all others are read."""
    repository.commit({f"{number:03}.md": f"第{number}篇" for number in range(300)})
    repository.damage("HEAD:007.md", content)
    found = [path for path, *_ in seen(repository.folder, history=history)]
    assert len(found) == 299
    assert left_out(repository.folder, history=history) == [("007.md", "broken-object")]


def test_truncated_blob(repository: Repository) -> None:
    """An object cut off in the middle, at which git itself dies, is told, and all others are read."""
    text = "".join(f"第{number}段，各不相同。" for number in range(5000))
    repository.commit({"甲.md": "一", "乙.md": text, "丙.md": "三"})
    oid = repository.git("rev-parse", "HEAD:乙.md")
    content = (repository.folder / ".git" / "objects" / oid[:2] / oid[2:]).read_bytes()
    repository.damage("HEAD:乙.md", content[: len(content) // 2])
    assert sorted(path for path, *_ in seen(repository.folder)) == ["丙.md", "甲.md"]
    assert left_out(repository.folder) == [("乙.md", "broken-object")]


def test_object_under_a_wrong_id(repository: Repository) -> None:
    """Bytes that do not have the id they are stored under are told, not kept."""
    repository.commit({"甲.md": "一", "乙.md": "二"})
    oid = repository.git("rev-parse", "HEAD:乙.md")
    content = (repository.folder / ".git" / "objects" / oid[:2] / oid[2:]).read_bytes()
    repository.damage("HEAD:甲.md", content)
    assert [path for path, *_ in seen(repository.folder)] == ["乙.md"]


def test_broken_tree_in_the_history(repository: Repository) -> None:
    """A commit whose tree is gone is told; what other commits and HEAD hold is read."""
    repository.commit({"甲.md": "一"})
    repository.commit({"乙.md": "二"})
    repository.commit({"乙.md": None, "丙.md": "三"})
    repository.commit({"丁.md": "四"})
    repository.damage("HEAD~2^{tree}", None)
    assert {path for path, *_ in seen(repository.folder, history=True)} == {"甲.md", "丙.md", "丁.md"}
    assert ("", "broken-history") in left_out(repository.folder, history=True)


def test_broken_commit_in_the_history(repository: Repository) -> None:
    """Where the history cannot be walked at all, it is told and HEAD is read."""
    repository.commit({"甲.md": "一"})
    repository.commit({"乙.md": "二"})
    repository.damage("HEAD~1", None)
    assert {path for path, *_ in seen(repository.folder, history=True)} == {"甲.md", "乙.md"}
    assert left_out(repository.folder, history=True) == [("", "broken-history")]


def test_bare_repository_and_mirror_of_an_address(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bare repository is read as it is; an address is mirrored, and brought up to date the next time."""
    repository.commit({"甲.md": "一"})
    bare = tmp_path / "bare.git"
    repository.git("clone", "--quiet", "--bare", str(repository.folder), str(bare))
    assert [path for path, *_ in seen(bare)] == ["甲.md"]
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    address = f"file://{repository.folder}"
    assert [path for path, *_ in seen(address)] == ["甲.md"]
    repository.commit({"乙.md": "二"})
    assert sorted(path for path, *_ in seen(address)) == ["乙.md", "甲.md"]


def test_lfs_pointer_is_no_post(repository: Repository) -> None:
    """A pointer to bytes that are kept elsewhere is told; plain text under an LFS attribute is read."""
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 3\n"
    repository.commit({".gitattributes": "*.md filter=lfs\n", "甲.md": "平常", "乙.md": pointer})
    assert [path for path, *_ in seen(repository.folder)] == ["甲.md"]
    assert ("乙.md", "lfs-pointer") in left_out(repository.folder)


def test_repository_without_commits(repository: Repository) -> None:
    """An empty repository is an error that says what to do."""
    with pytest.raises(SourceError, match="no readable HEAD") as caught:
        list(snapshots(str(repository.folder)))
    assert "branch" in caught.value.hint


def test_address_that_does_not_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A failed clone is an error and leaves nothing behind."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    with pytest.raises(SourceError, match="cloning"):
        list(snapshots(f"file://{tmp_path}/无"))
    assert list((tmp_path / "cache" / "shilu" / "git").iterdir()) == []


def test_reading_can_stop_early(repository: Repository) -> None:
    """Who stops reading leaves no process behind and no warning."""
    repository.commit({f"{number}.md": "正文" * number for number in range(1, 400)})
    with open_source(str(repository.folder)) as source:
        documents = source.documents()
        assert isinstance(next(documents), Snapshot)
        documents.close()
