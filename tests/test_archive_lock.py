"""The writer's lock."""

from __future__ import annotations

import fcntl
import os
import threading
from typing import TYPE_CHECKING

import pytest

from shilu.archive.lock import FILE, Lock, holder, writer
from shilu.errors import ArchiveBusy

if TYPE_CHECKING:
    from pathlib import Path


def test_the_holder_is_told_and_the_lock_let_go(tmp_path: Path) -> None:
    """A second writer learns who holds the lock; afterwards nobody does."""
    with Lock(tmp_path):
        held = writer(tmp_path)
        assert held is not None
        assert held.pid == os.getpid()
        with pytest.raises(ArchiveBusy, match=f"by process {os.getpid()} on "), Lock(tmp_path):
            pass
    assert (writer(tmp_path), holder(tmp_path)) == (None, None)


def test_asking_who_writes_does_not_keep_a_writer_out(tmp_path: Path) -> None:
    """``shilu status`` takes the lock for an instant; an ``add`` that begins just then is not refused."""
    file = os.open(tmp_path / FILE, os.O_RDWR | os.O_CREAT)
    fcntl.flock(file, fcntl.LOCK_SH)
    threading.Timer(0.02, os.close, (file,)).start()
    with Lock(tmp_path):
        assert holder(tmp_path) is not None
