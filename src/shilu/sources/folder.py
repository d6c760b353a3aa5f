"""Folders of posts at any depth, and single files.

Hidden files and folders are left alone. Links are followed, but no folder is entered twice: a mirror that links to
its own parent would never end.
"""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, Self

from shilu.errors import SourceError
from shilu.sources.documents import MAX_BYTES, OTHER_KIND, Unread, is_post, received, too_large, unread

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from shilu.sources.documents import Document


_ARCHIVE = "shilu.db"
"""A folder below the source that holds this is an archive, most likely the one that is added to: no source of posts."""


class _Local:
    """What files and folders have in common: nothing is held open between two documents."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass


class FileSource(_Local):
    """One file, whatever its name: who names a file wants it read."""

    kind = "file"

    def __init__(self, path: Path) -> None:
        self.location = str(path)
        self._path = path

    def count(self) -> int:
        """One."""
        return 1

    def documents(self) -> Iterator[Document]:
        """The file, or an error where a file asked for by name cannot be read."""
        document = _read(self.location, self._path.name, self.location)
        if isinstance(document, Unread):
            problem = document.problem
            raise SourceError(f"cannot read {self.location}: {problem.code} ({problem.evidence})")
        yield document


class FolderSource(_Local):
    """A folder of posts."""

    kind = "folder"

    def __init__(self, path: Path) -> None:
        self.location = str(path)

    def count(self) -> int:
        """The number of entries below the folder, by name only."""
        return sum(1 for _ in self._entries())

    def documents(self) -> Iterator[Document]:
        """Every post in order of its path."""
        for entry in self._entries():
            if isinstance(entry, Unread):
                yield entry
            elif is_post(entry):
                yield _read(self.location, entry, os.path.join(self.location, entry))  # noqa: PTH118 (surrogates)
            else:
                yield unread(self.location, entry, OTHER_KIND)

    def _entries(self) -> Iterator[str | Unread]:
        """Relative paths of all files; folders that cannot be entered as what was wrong with them."""
        entered: set[tuple[int, int]] = set()
        folders = [""]
        while folders:
            folder = folders.pop()
            try:
                names, below = self._listing(folder, entered)
            except OSError as error:
                yield unread(self.location, folder, "unreadable-folder", str(error.strerror))
                continue
            if names is None:
                yield unread(self.location, folder, "directory-loop", "the folder was entered before, by another path")
                continue
            yield from names
            folders.extend(reversed(below))

    def _listing(self, folder: str, entered: set[tuple[int, int]]) -> tuple[list[str] | None, list[str]]:
        """The files and the folders of a folder, sorted; no files at all where the folder was entered before."""
        place = os.path.join(self.location, folder)  # noqa: PTH118 (a Path would not keep every byte as found)
        status = os.stat(place)  # noqa: PTH116
        if (status.st_dev, status.st_ino) in entered:
            return None, []
        entered.add((status.st_dev, status.st_ino))
        names: list[str] = []
        below: list[str] = []
        with os.scandir(place) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                path = f"{folder}/{entry.name}" if folder else entry.name
                (below if entry.is_dir() else names).append(path)
        if folder and f"{folder}/{_ARCHIVE}" in names:
            return [], []
        return sorted(names), sorted(below)


def _read(source: str, path: str, place: str) -> Document:
    """The bytes of one file; never waits at a pipe and never reads beyond the limit."""
    try:
        status = os.stat(place)  # noqa: PTH116
        if not stat.S_ISREG(status.st_mode):
            return unread(source, path, "not-a-file")
        if status.st_size > MAX_BYTES:
            return too_large(source, path, status.st_size)
        with open(place, "rb", buffering=0) as file:  # noqa: PTH123
            data = file.read(status.st_size + 1)  # room for the largest document would take longer than reading it
            if len(data) > status.st_size:  # it is growing
                data += file.read(MAX_BYTES - status.st_size)
    except OSError as error:
        return unread(source, path, "unreadable", str(error.strerror))
    return received(source, path, data)
