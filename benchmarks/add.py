"""Speed and memory of ``shilu add --no-reading``, beside a bare parse of the same files.

Usage: python benchmarks/add.py FOLDER [--workers 2]

A quarter, a half and the whole of a folder of posts are added to an archive of their own, index included. In the same
run the same files are parsed barely (bytes to text to HTML tree to text, by the same workers), because posts per second
depend on the machine and on what else it does. Each measurement has its own process, so that its
peak memory is its own: the largest resident size of the main process and of each worker, added up.

``add ms`` and ``parse ms`` are the processor time of all processes for one post, and ``times`` is the one by the other:
the figure that a busy machine changes least. Workers / ms is the speed on cores that have nothing else to do.

``first`` and ``last`` are posts/s over the first and the last quarter of one ``add``: equal where time is linear.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from itertools import islice
from multiprocessing import forkserver
from pathlib import Path
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from shilu.archive.add import add
from shilu.archive.workers import Workers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shilu.archive.tally import Progress

SHARES = (0.25, 0.5, 1.0)


def main() -> None:
    """Print one row for each share."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path)
    options.add_argument("--workers", type=int, default=2)
    options.add_argument("--one", choices=("add", "parse"), help="a single measurement, as JSON")
    chosen = options.parse_args()
    if chosen.one:
        measure = adding if chosen.one == "add" else parsing
        print(json.dumps(measure(chosen.folder, chosen.workers)))
        return
    posts = sorted(path for path in chosen.folder.rglob("*.md") if path.is_file())
    print(
        f"{'posts':>8} {'add/s':>8} {'parse/s':>8} {'add ms':>8} {'parse ms':>8} {'times':>6}"
        f" {'first/s':>8} {'last/s':>8} {'peak MB':>8}"
    )
    for share in SHARES:
        with tempfile.TemporaryDirectory() as place:
            # Every n-th post, so that each share has the same outlets.
            linked(posts[:: round(1 / share)], Path(place))
            added = measured("add", place, chosen.workers)
            parsed = measured("parse", place, chosen.workers)
        speed, bare = added["posts"] / added["seconds"], parsed["posts"] / parsed["seconds"]
        print(
            f"{added['posts']:8,.0f} {speed:8,.0f} {bare:8,.0f} {added['ms']:8.2f} {parsed['ms']:8.2f}"
            f" {added['ms'] / parsed['ms']:6.1f} {added['first']:8,.0f} {added['last']:8,.0f}"
            f" {added['megabytes']:8,.0f}"
        )


def linked(posts: list[Path], place: Path) -> None:
    """Links to these posts, a hundred to a folder."""
    for number, post in enumerate(posts):
        folder = place / f"{number // 100:05}"
        folder.mkdir(exist_ok=True)
        (folder / f"{number:07}.md").symlink_to(post)


def measured(what: str, place: str, workers: int) -> dict[str, float]:
    """One measurement in a process of its own."""
    command = [sys.executable, __file__, place, "--one", what, "--workers", str(workers)]
    found: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return found


def adding(folder: Path, workers: int) -> dict[str, float]:
    """Add the folder to a new archive."""
    moments: list[tuple[int, float]] = []

    def told(progress: Progress) -> None:
        if progress.step == "articles":
            moments.append((progress.done, time.perf_counter()))

    with tempfile.TemporaryDirectory() as archive:
        begun = time.perf_counter()
        summary = add(archive, [str(folder)], workers=workers, read=False, progress=told)
        seconds = time.perf_counter() - begun
    # The first batch waits for the workers to start, which is no matter of size.
    quarter = max(len(moments) // 4, 1)
    return {
        "posts": summary.documents,
        "seconds": seconds,
        "first": _speed(moments[1 : quarter + 2]),
        "last": _speed(moments[-quarter - 1 :]),
        "ms": processor_seconds() / summary.documents * 1000,
        "megabytes": peak(workers),
    }


def _speed(moments: list[tuple[int, float]]) -> float:
    (first, begun), (last, ended) = moments[0], moments[-1]
    return (last - first) / max(ended - begun, 1e-9)


def parsing(folder: Path, workers: int) -> dict[str, float]:
    """Parse every file of the folder and do nothing with it."""
    begun = time.perf_counter()
    count = 0
    with Workers(workers) as pool:
        for lengths in pool.map(parsed, batches(folder), lambda _: 0):
            count += len(lengths)
    seconds = time.perf_counter() - begun
    return {"posts": count, "seconds": seconds, "ms": processor_seconds() / count * 1000}


def batches(folder: Path) -> Iterator[list[str]]:
    """The files of a folder, 128 at a time."""
    paths = (str(path) for path in sorted(folder.rglob("*.md")))
    while batch := list(islice(paths, 128)):
        yield batch


def parsed(paths: list[str]) -> list[int]:
    """The length of every file's text."""
    texts = (Path(path).read_bytes().decode("utf-8", "replace") for path in paths)
    return [len(body.text()) if (body := LexborHTMLParser(text).body) else 0 for text in texts]


def processor_seconds() -> float:
    """What this process and its workers have used so far."""
    # Workers are forked from a process that keeps waiting for more of them; what they used is told when it has ended.
    forkserver._forkserver._stop()  # noqa: SLF001
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def peak(workers: int) -> float:
    """The largest size of this process and its workers so far, in megabytes."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    each = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return (own + workers * each) / 1024


if __name__ == "__main__":
    main()
