"""Where documents come from: mirror folders, git mirrors, single files → Snapshot."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from shilu.errors import SourceError
from shilu.records import Snapshot
from shilu.sources.documents import Source, Unread, shown_path
from shilu.sources.folder import FileSource, FolderSource
from shilu.sources.git import GitSource
from shilu.sources.mirror import default_cache, is_repository, is_url, mirrored

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Source", "Unread", "check", "count", "open_source", "shown_path", "snapshots"]


def check(location: str) -> None:
    """Make sure that a location exists, as far as that can be told without the network.

    Raises:
        SourceError: where it does not.
    """
    if not is_url(location) and not Path(location).exists():
        raise SourceError(
            f"there is no file or folder {location}", hint="name a folder of posts, a post, or a git repository"
        )


def open_source(location: str, *, history: bool = False, cache: Path | None = None) -> Source:
    """The source at a location: a file, a folder, a git repository or the address of one.

    A remote repository is mirrored into ``cache`` (the user's cache folder by default) or brought up to date there.
    """
    if is_url(location):
        return GitSource(location, mirrored(location, cache or default_cache()), history=history)
    check(location)
    path = Path(os.path.abspath(location))  # noqa: PTH100 (resolve() would rename what the user named)
    if path.is_dir():
        if is_repository(path):
            return GitSource(str(path), path, history=history)
        return FolderSource(path)
    return FileSource(path)


def snapshots(location: str, *, history: bool = False) -> Iterator[Snapshot]:
    """The snapshots of a source, without what could not be read; :func:`open_source` gives both."""
    with open_source(location, history=history) as source:
        for document in source.documents():
            if isinstance(document, Snapshot):
                yield document


def count(location: str, *, history: bool = False) -> int:
    """How many documents a source holds, for progress."""
    with open_source(location, history=history) as source:
        return source.count()
