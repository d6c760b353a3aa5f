"""Folders and single files as sources."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from shilu.errors import SourceError
from shilu.records import Snapshot
from shilu.sources import Unread, count, open_source, shown_path, snapshots
from shilu.sources import documents as documents_module

if TYPE_CHECKING:
    from pathlib import Path


def write(folder: Path, files: dict[str, str]) -> None:
    """Files with their texts."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def left_out(folder: Path) -> dict[str, str]:
    """Path and code of what gave no snapshot."""
    with open_source(str(folder)) as source:
        return {one.path: one.problem.code for one in source.documents() if isinstance(one, Unread)}


def test_lfs_pointer_in_a_folder_is_no_post(tmp_path: Path) -> None:
    """A checkout without Git LFS holds pointers in place of posts; they are told, not read."""
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 3\n"
    write(tmp_path, {"甲.md": "平常", "乙.md": pointer})
    assert [one.path for one in snapshots(str(tmp_path))] == ["甲.md"]
    assert left_out(tmp_path) == {"乙.md": "lfs-pointer"}


def test_folder_gives_posts_of_any_depth_in_order(tmp_path: Path) -> None:
    """Posts of any depth come sorted, with their path inside the folder, their bytes and their digest."""
    write(tmp_path, {"乙/二.md": "二", "甲.md": "一", "乙/丙/三.html": "三", "丁.txt": "四", "戊.MARKDOWN": "五"})
    found = list(snapshots(str(tmp_path)))
    assert [(one.path, one.data.decode()) for one in found] == [
        ("丁.txt", "四"),
        ("戊.MARKDOWN", "五"),
        ("甲.md", "一"),
        ("乙/二.md", "二"),
        ("乙/丙/三.html", "三"),
    ]
    assert {one.source for one in found} == {str(tmp_path)}
    assert {one.presence for one in found} == {"head"}
    assert found[0].sha256 == documents_module.digest("四".encode())
    assert count(str(tmp_path)) == 5


def test_hidden_and_other_files_are_no_posts(tmp_path: Path) -> None:
    """Hidden files and folders are left alone; files of other kinds are told, not read."""
    write(tmp_path, {".git/甲.md": "无", ".乙.md": "无", "图.jpg": "无", "丙.md": "有"})
    assert [one.path for one in snapshots(str(tmp_path))] == ["丙.md"]
    assert left_out(tmp_path) == {"图.jpg": "other-kind"}


def test_directory_loop_ends(tmp_path: Path) -> None:
    """A link to a parent folder is told as a loop and not entered again."""
    write(tmp_path, {"新闻/甲.md": "一"})
    (tmp_path / "新闻" / "回").symlink_to(tmp_path, target_is_directory=True)
    assert [one.path for one in snapshots(str(tmp_path))] == ["新闻/甲.md"]
    assert left_out(tmp_path) == {"新闻/回": "directory-loop"}


def test_linked_folder_outside_is_followed(tmp_path: Path) -> None:
    """A link to a folder elsewhere is part of the source."""
    write(tmp_path, {"外/甲.md": "一"})
    (tmp_path / "内").mkdir()
    (tmp_path / "内" / "连").symlink_to(tmp_path / "外", target_is_directory=True)
    assert [one.path for one in snapshots(str(tmp_path / "内"))] == ["连/甲.md"]


def test_empty_binary_and_broken_files(tmp_path: Path) -> None:
    """Empty and binary posts are kept as they are; broken links and pipes are told and never waited for."""
    (tmp_path / "空.md").write_bytes(b"")
    (tmp_path / "二进制.md").write_bytes(b"\x00\xff\xfe")
    (tmp_path / "断.md").symlink_to(tmp_path / "无")
    os.mkfifo(tmp_path / "管.md")
    assert {one.path: one.data for one in snapshots(str(tmp_path))} == {"空.md": b"", "二进制.md": b"\x00\xff\xfe"}
    assert left_out(tmp_path) == {"断.md": "unreadable", "管.md": "not-a-file"}


def test_huge_file_is_left_out(tmp_path: Path) -> None:
    """A file beyond the limit is told with its size and never read."""
    with (tmp_path / "大.md").open("wb") as file:
        file.truncate(documents_module.MAX_BYTES + 1)
    assert left_out(tmp_path) == {"大.md": "too-large"}


def test_name_that_is_no_utf8(tmp_path: Path) -> None:
    """A name in another encoding is kept byte by byte and can be shown."""
    name = os.fsdecode("中文".encode("gb18030") + b".md")
    (tmp_path / name).write_bytes("正文".encode())
    (one,) = snapshots(str(tmp_path))
    assert one.path == name
    assert shown_path(one.path) == r"\xd6\xd0\xce\xc4.md"


def test_single_file_of_any_name(tmp_path: Path) -> None:
    """A file named by the user is read whatever its name."""
    write(tmp_path, {"一篇": "正文"})
    (one,) = snapshots(str(tmp_path / "一篇"))
    assert (one.path, one.source) == ("一篇", str(tmp_path / "一篇"))
    assert isinstance(one, Snapshot)


def test_missing_location(tmp_path: Path) -> None:
    """A location that does not exist is an error that names it."""
    with pytest.raises(SourceError, match="there is no file or folder"):
        list(snapshots(str(tmp_path / "无")))


def test_unreadable_single_file(tmp_path: Path) -> None:
    """A named file that cannot be read is an error, not a silence."""
    with (tmp_path / "大.md").open("wb") as file:
        file.truncate(documents_module.MAX_BYTES + 1)
    with pytest.raises(SourceError, match="too-large"):
        list(snapshots(str(tmp_path / "大.md")))
