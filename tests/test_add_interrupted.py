"""Adding that is cut off: by a kill, by Ctrl-C, by another writer. Nothing is lost, nothing is stored twice."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from archives import post, simple_reader, write_posts
from shilu.archive import Archive, index
from shilu.archive.add import add
from shilu.archive.fixity import verify
from shilu.archive.status import status
from shilu.errors import ArchiveBusy

if TYPE_CHECKING:
    from shilu.archive.tally import Progress

SCRIPT = """
import signal
import sys
import time
from archives import slow_reader, simple_step
from shilu.archive.add import add
from shilu.archive.readings import Step

lines = 0

def told(progress):
    global lines
    lines += 1
    print(progress.step, progress.done, flush=True)
    if lines == int(sys.argv[3]):
        for _ in range(600):  # a signal just before a long sleep would wait for its end
            time.sleep(0.1)

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored where the tests run behind a shell's &
    add(sys.argv[1], [sys.argv[2]], workers=2, reader=slow_reader, step=Step("simple.v1", simple_step), progress=told)
"""
POSTS = 1200


class Adding:
    """An ``add`` in a process of its own."""

    def __init__(self, folder: Path, source: Path, held_at: int = 0) -> None:
        """Begin it; at a line of progress it may wait to be cut off: a busy machine might let it end before that."""
        self.mark = uuid.uuid4().hex
        script = folder.parent / "adding.py"
        script.write_text(SCRIPT, encoding="utf-8")
        path = os.pathsep.join(filter(None, (str(Path(__file__).parent), os.environ.get("PYTHONPATH"))))
        environment = os.environ | {"PYTHONPATH": path, "SHILU_TEST_MARK": self.mark}
        command = [sys.executable, str(script), str(folder), str(source), str(held_at)]
        self.process = subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )

    def after(self, lines: int, seconds: float) -> None:
        """Wait for so many lines of progress, and a moment more."""
        assert self.process.stdout is not None
        for _ in range(lines):
            self.process.stdout.readline()
        time.sleep(seconds)

    def end(self, with_signal: int) -> str:
        """Send a signal, wait for the end; returns what it complained of."""
        self.process.send_signal(with_signal)
        return self.process.communicate(timeout=60)[1]

    def left_behind(self) -> list[str]:
        """Processes of this run that are still there ten seconds after its end."""
        for _ in range(100):
            found = [path.parent.name for path in Path("/proc").glob("[0-9]*/environ") if self._is_ours(path)]
            if not found:
                break
            time.sleep(0.1)
        return found

    def _is_ours(self, path: Path) -> bool:
        try:
            return self.mark.encode() in path.read_bytes()
        except OSError:
            return False


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Posts of which some are copies and some revise others."""
    posts = {f"{number:04}.md": post(number) for number in range(POSTS - 200)}
    posts |= {f"重{number:04}.md": post(number) for number in range(100)}
    posts |= {f"改{number:04}.md": post(number, title="改过", body="王毅") for number in range(100)}
    return write_posts(tmp_path / "来源", posts)


def everything(archive: Path) -> dict[str, list[tuple[object, ...]]]:
    """All that must not depend on how often the adding was cut off."""
    queries = {
        "snapshots": "SELECT id, sha256, size, at, revision FROM snapshots ORDER BY id",
        "bytes": "SELECT * FROM snapshot_bytes ORDER BY snapshot",
        "sightings": "SELECT source, path, snapshot, presence FROM sightings ORDER BY source, path",
        "revisions": "SELECT * FROM revisions ORDER BY id",
        "articles": "SELECT id, url, title, published, revisions, revision, presence FROM articles ORDER BY id",
        "problems": "SELECT * FROM problems ORDER BY snapshot",
        "readings": "SELECT * FROM readings ORDER BY article",
    }
    with Archive.open(archive) as opened:
        return {name: [tuple(row) for row in opened.db.execute(sql)] for name, sql in queries.items()}


def is_whole(archive: Path) -> bool:
    """Whether all that is there belongs together: rows, references and bytes."""
    with Archive.open(archive) as opened:
        sound = opened.db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        unread = opened.db.execute(
            "SELECT count(*) FROM articles WHERE id NOT IN (SELECT article FROM revisions)"
        ).fetchone()[0]
        return sound and verify(opened).exit_code == 0 and unread == 0


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="looks for processes in /proc")
def test_killed_again_and_again(tmp_path: Path, source: Path) -> None:
    """Killed at random moments, the archive is whole each time; the last run completes it, with nothing twice."""
    chance = random.Random()  # noqa: S311 (other moments in every run, on purpose)
    archive = tmp_path / "档案"
    for _ in range(5):
        lines, seconds = chance.randrange(30), chance.random() / 20
        adding = Adding(archive, source)
        adding.after(lines, seconds)
        adding.end(signal.SIGKILL)
        assert adding.left_behind() == [], f"killed after {lines} lines and {seconds} s"
        if (archive / "shilu.db").exists():
            assert is_whole(archive), f"killed after {lines} lines and {seconds} s"
    complaint = ""
    final = Adding(archive, source)
    complaint = final.process.communicate(timeout=120)[1]
    assert (final.process.returncode, complaint) == (0, "")
    untouched = tmp_path / "一气"
    whole = Adding(untouched, source)
    whole.process.communicate(timeout=120)
    assert everything(archive) == everything(untouched)
    with Archive.open(archive) as opened:
        assert index.is_current(opened)
        assert status(opened).unfinished == ()


def test_interrupted_by_ctrl_c(tmp_path: Path, source: Path) -> None:
    """Ctrl-C ends the adding and its workers; what was stored is whole, and the next run does the rest."""
    archive = tmp_path / "档案"
    adding = Adding(archive, source, held_at=4)
    adding.after(4, 0)
    complaint = adding.end(signal.SIGINT)
    assert complaint.count("Traceback") == 1
    assert "KeyboardInterrupt" in complaint
    assert is_whole(archive)
    with Archive.open(archive) as opened:
        kept = status(opened)
    assert 0 < kept.snapshots < POSTS - 100
    assert len(kept.unfinished) == 1
    summary = add(archive, [str(source)], workers=2, read=False, reader=simple_reader)
    assert summary.snapshots == POSTS - 100 - kept.snapshots


def test_interrupted_between_batches(tmp_path: Path, source: Path) -> None:
    """An exception from the caller's progress leaves the archive as after the last batch, and the lock free."""

    def stop(progress: Progress) -> None:
        if progress.done >= 256:
            raise KeyboardInterrupt

    archive = tmp_path / "档案"
    with pytest.raises(KeyboardInterrupt):
        add(archive, [str(source)], workers=1, read=False, reader=simple_reader, progress=stop)
    with Archive.open(archive) as opened:
        assert status(opened).sightings == 256
    add(archive, [str(source)], workers=1, read=False, reader=simple_reader)
    with Archive.open(archive) as opened:
        assert status(opened).sightings == POSTS


def test_two_at_once(tmp_path: Path, source: Path) -> None:
    """While one adds, another is told who is at it, or waits for its turn."""
    archive = tmp_path / "档案"
    adding = Adding(archive, source)
    adding.after(2, 0)
    with pytest.raises(ArchiveBusy, match=f"by process {adding.process.pid} "):
        add(archive, [str(source)], workers=1, read=False, reader=simple_reader)
    summary = add(archive, [str(source)], workers=1, read=False, wait=True, reader=simple_reader)
    assert adding.process.wait(timeout=60) == 0
    assert (summary.snapshots, summary.known) == (0, POSTS)
    adding.process.communicate()
