"""Which locations are git repositories, and local mirrors of remote ones."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from shilu.errors import SourceError
from shilu.sources.plumbing import environment

_URL = re.compile(r"(?:https?|ssh|git|file)://\S+|[\w.-]+@[\w.-]+:\S+")


def is_url(location: str) -> bool:
    """Whether a location is the address of a remote repository."""
    return _URL.fullmatch(location) is not None


def is_repository(folder: Path) -> bool:
    """Whether a folder itself is a repository, bare or with a checkout (not merely inside one)."""
    inside = folder / ".git"
    return inside.is_file() or _is_git_folder(inside) or _is_git_folder(folder)


def _is_git_folder(folder: Path) -> bool:
    return all((folder / name).exists() for name in ("HEAD", "objects", "refs"))


def default_cache() -> Path:
    """Where mirrors of remote repositories are kept when no archive says otherwise."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "shilu" / "git"


def mirrored(url: str, cache: Path) -> Path:
    """A local mirror of a remote repository: cloned, or brought up to date where it is there."""
    mirror = cache / f"{_slug(url)}-{hashlib.sha256(url.encode()).hexdigest()[:8]}.git"
    if mirror.exists():
        _run("-C", str(mirror), "remote", "update", "--prune", doing=f"fetching from {url}")
        return mirror
    cache.mkdir(parents=True, exist_ok=True)
    # Cloned under another name first: a clone that was cut off must not pass for a mirror.
    unfinished = Path(tempfile.mkdtemp(prefix="unfinished-", dir=cache))
    try:
        _run("clone", "--mirror", "--quiet", "--", url, str(unfinished), doing=f"cloning {url}")
        unfinished.rename(mirror)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return mirror


def _slug(url: str) -> str:
    """The readable part of a mirror's name."""
    return re.sub(r"[^\w.-]+", "-", url.rstrip("/").removesuffix(".git").rsplit("/", 1)[-1])[:40] or "mirror"


def _run(*arguments: str, doing: str) -> None:
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, env=environment(), check=False)
    except FileNotFoundError as error:
        raise SourceError("git is needed to read a repository and was not found", hint="install git") from error
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip() or "git gave no reason"
        raise SourceError(f"{doing} failed: {said}", hint="check the address and the network; nothing was changed")
