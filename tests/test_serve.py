"""``shilu serve`` as a process: it answers at once, brings up what is behind, and goes on while others write."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

import pytest

from archives import post, write_posts
from shilu.archive import Archive
from shilu.archive.add import add
from shilu.archive.store import FILE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

SHILU = (sys.executable, "-c", "from shilu.cli import main; main()")
ENGLISH = {**os.environ, "SHILU_LANG": "en", "PYTHONUTF8": "1"}
PATHS = (
    "/",
    "/search?q=会谈",
    "/people",
    "/chronicle",
    "/quotations",
    "/stories",
    "/outlets",
    "/problems",
    "/meetings",
)
PATIENCE = 60.0


class Room(NamedTuple):
    """A running reading room."""

    port: int
    said: Path
    """What it printed."""

    def get(self, path: str) -> tuple[int, str]:
        """Status and body of a page."""
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)) as connection:
            connection.request("GET", quote(path, safe="/?=&"), headers={"Accept-Language": "en"})
            answer = connection.getresponse()
            return answer.status, answer.read().decode()

    def health(self) -> dict[str, object]:
        """What the page of health says."""
        found: dict[str, object] = json.loads(self.get("/problems.json")[1])
        return found


@contextlib.contextmanager
def serving(archive: Path) -> Iterator[Room]:
    """``shilu serve`` of an archive, as soon as it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    said = archive.parent / "said"
    with said.open("w") as file:
        words = [*SHILU, "serve", "--archive", str(archive), "--port", str(port)]
        process = subprocess.Popen(words, stderr=file, env=ENGLISH)
        try:
            room = Room(port, said)
            until(lambda: process.poll() is not None or answers(port))
            yield room
        finally:
            process.terminate()
            process.wait(PATIENCE)


def answers(port: int) -> bool:
    """Whether somebody listens there."""
    with contextlib.suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", port)):
        return True
    return False


def until(true: Callable[[], bool]) -> None:
    """Wait for it, but not for ever."""
    deadline = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.05)


@pytest.fixture
def archive(examples: Path, tmp_path: Path) -> Path:
    """An archive of the example posts that may be changed."""
    return shutil.copytree(examples, tmp_path / "a")


def test_it_answers_at_once_and_brings_up_what_is_behind(archive: Path) -> None:
    """Index, quotations, chronicle and stories are made beside the server, which says so; then pages show them."""
    shutil.rmtree(archive / "index")
    with sqlite3.connect(archive / FILE) as db:
        db.executescript(
            "PRAGMA foreign_keys = ON; DELETE FROM chronicle; DELETE FROM entries; DELETE FROM tellings;"
            " DELETE FROM quotations; DELETE FROM quotations_made; DELETE FROM stories; DELETE FROM stories_state"
        )
    db.close()
    with serving(archive) as room:
        assert [room.get(path)[0] for path in PATHS] == [200] * len(PATHS)
        until(lambda: "up to the articles." in room.said.read_text())
        health = room.health()
        assert (health["index_current"], health["chronicle_current"]) == (True, True)
        for path in ("/search?q=会谈", "/chronicle", "/quotations", "/stories"):
            assert "data-item" in room.get(path)[1], path


def test_it_waits_for_another_writer_and_follows_it(archive: Path) -> None:
    """Who is writing is said on the terminal and on the pages; when it has ended, what is left is brought up."""
    with contextlib.ExitStack() as writing:
        opened = writing.enter_context(Archive.open(archive, read_only=False))
        writing.enter_context(opened.writing())
        opened.db.execute("DELETE FROM chronicle")
        with serving(archive) as room:
            until(lambda: f"Another process is writing to the archive ({os.getpid()})" in room.said.read_text())
            assert all("is being written to" in room.get(path)[1] for path in PATHS)
            assert not room.health()["chronicle_current"]
            writing.close()
            until(lambda: bool(room.health()["chronicle_current"]))
            until(lambda: "is being written to" not in room.get("/")[1])


def test_every_page_works_while_articles_are_added(archive: Path, tmp_path: Path) -> None:
    """An add of articles with a reading, from beginning to end: never an error; afterwards all of it is there."""
    posts = write_posts(tmp_path / "posts", {f"{number}.md": _post(number) for number in range(300)})
    with serving(archive) as room:
        words = [*SHILU, "add", str(posts), "--archive", str(archive), "--workers", "1"]
        told = 0
        with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=ENGLISH) as adding:
            while adding.poll() is None:
                for path in PATHS:
                    status, body = room.get(path)
                    assert status == 200, (path, body)
                    assert "locked" not in body
                    told += "is being written to" in body
        assert adding.returncode == 0
        assert told
        until(lambda: "is being written to" not in room.get("/")[1] and bool(room.health()["chronicle_current"]))
        assert "第299次" in room.get("/search?q=第299次")[1]


def _post(number: int) -> str:
    return f"""---
layout: post
title: "第{number}次会谈"
date: 2024-01-27T08:00:00.000Z
author: 某台
---
<p>外交部长王毅第{number}次与布林肯会谈，谈了{number}个小时。</p>
"""


def test_articles_that_are_not_read_are_told_of(tmp_path: Path) -> None:
    """After ``add --no-reading`` their names and events are missing: pages that list these say of how many."""
    posts = write_posts(tmp_path / "posts", {f"{number}.md": post(number) for number in range(3)})
    add(tmp_path / "a", [str(posts)], workers=1, read=False)
    with serving(tmp_path / "a") as room:
        # While what is derived is brought up beside, pages tell of that.
        until(lambda: "3 articles are not read yet" in room.get("/people")[1])
        assert "not read yet" not in room.get("/outlets")[1]


def test_an_archive_of_an_older_version_is_brought_up(archive: Path) -> None:
    """One made before there were quotations gets their tables, and they are filled from its readings."""
    with sqlite3.connect(archive / FILE) as db:
        for kind, name in db.execute(
            "SELECT type, name FROM sqlite_master WHERE name GLOB 'quotation*' OR name IN ('story_days', 'story_parts')"
        ).fetchall():
            if kind in ("table", "view", "trigger"):
                db.execute(f"DROP {kind} IF EXISTS {name}")
        db.execute("PRAGMA user_version = 5")
    db.close()
    with serving(archive) as room:
        until(lambda: "up to the articles." in room.said.read_text())
        assert 'class="statement"' in room.get("/quotations")[1]


def test_an_archive_of_a_newer_version_is_one_message(archive: Path) -> None:
    """It is not served, and the message says what to do."""
    with sqlite3.connect(archive / FILE) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    done = subprocess.run(
        [*SHILU, "serve", "--archive", str(archive)], capture_output=True, text=True, env=ENGLISH, check=False
    )
    assert done.returncode != 0
    assert "newer shilu" in done.stderr
    assert "pip install --upgrade shilu" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_port_that_is_taken_is_one_message(archive: Path) -> None:
    """Nothing is announced at an address where another program listens."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        command = (*SHILU, "serve", "--archive", str(archive), "--port", port)
        done = subprocess.run(command, env=ENGLISH, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert done.returncode == 1
    assert f"Cannot listen at 127.0.0.1:{port}" in done.stderr
    assert "Ctrl+C" not in done.stderr
