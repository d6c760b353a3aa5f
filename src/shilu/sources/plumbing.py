"""Calls of git's plumbing: no checkout, no user configuration that changes output, no question at the terminal."""

from __future__ import annotations

import contextlib
import os
import subprocess
import tempfile
from typing import IO, TYPE_CHECKING, Self

from shilu.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_CHUNK = 1 << 16


def environment() -> dict[str, str]:
    """Our own environment without what would point git elsewhere, as a hook's does."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return kept | {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C.UTF-8"}


class GitFailed(Exception):
    """A git command ended with an error; the text is what it said."""


def start(repository: Path | str, *arguments: str, stdin: IO[bytes] | int | None = None) -> Running:
    """Start a git command in a repository."""
    complaints = tempfile.TemporaryFile()  # noqa: SIM115 (closed by Running)
    try:
        process = subprocess.Popen(
            ["git", "-C", str(repository), *arguments],
            stdin=subprocess.DEVNULL if stdin is None else stdin,
            stdout=subprocess.PIPE,
            stderr=complaints,
            env=environment(),
        )
    except FileNotFoundError as error:
        complaints.close()
        raise SourceError(
            "git is needed to read a repository and was not found", hint="install git, or add a folder of posts"
        ) from error
    return Running(process, complaints)


class Running:
    """A git command whose output is being read; what it complains of goes to a file, so that no pipe can fill up."""

    def __init__(self, process: subprocess.Popen[bytes], complaints: IO[bytes]) -> None:
        self._process = process
        self._complaints = complaints
        assert process.stdout is not None  # noqa: S101 (always a pipe)
        self.output: IO[bytes] = process.stdout
        self.input = process.stdin

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, value: object, trace: object) -> None:
        if self.input is not None:
            # Git may have ended already; its exit code tells why.
            with contextlib.suppress(BrokenPipeError):
                self.input.close()
        self.output.close()
        if kind is not None:
            self._process.terminate()
        self._process.wait()
        self._complaints.close()

    def fields(self) -> Iterator[bytes]:
        """The output cut at its NUL bytes; a piece cut off by git's death is left out."""
        rest = b""
        while chunk := self.output.read(_CHUNK):
            *whole, rest = (rest + chunk).split(b"\0")
            yield from whole

    def complaint(self) -> str:
        """The last line git wrote to its error output."""
        self._complaints.seek(0)
        lines = self._complaints.read().decode("utf-8", "replace").split("\n")
        return next((line for line in reversed(lines) if line.strip()), "git gave no reason")

    def check(self) -> None:
        """Raise :class:`GitFailed` where the command ended with an error; its output must have been read."""
        if self._process.wait() != 0:
            raise GitFailed(self.complaint())


def answer(repository: Path | str, *arguments: str) -> str:
    """The output of a short command."""
    with start(repository, *arguments) as running:
        text = running.output.read().decode("utf-8", "surrogateescape")
        running.check()
    return text.strip()
