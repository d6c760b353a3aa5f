"""How fast the reading room answers, page by page, with several readers at once, and while articles are added.

Usage: python benchmarks/web.py ARCHIVE [--readers 4] [--rounds 40] [--adding FOLDER] [--seed 1]

Works on a copy of the archive. Each reader asks for pages drawn from the archive one after another, every kind as
often as any other. Printed are milliseconds (half of the answers, and 95 of 100, came sooner) and the largest page in
KB as it is sent, beside the style sheet, which costs nothing to make: what it takes is the machine, the server, and
the readers themselves. With ``--adding`` the posts of a folder are added, read and indexed in the meantime.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import itertools
import random
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from shilu.archive.store import Archive

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHILU = (sys.executable, "-c", "from shilu.cli import main; main()")
_BROWSER = {"Accept-Language": "zh-CN", "Accept-Encoding": "gzip"}
_DRAWN = 300
_SAFE = "/?=&"


def main() -> None:
    """Print the times of every page."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("archive", type=Path)
    options.add_argument("--readers", type=int, default=4)
    options.add_argument("--rounds", type=int, default=40)
    options.add_argument("--adding", type=Path)
    options.add_argument("--seed", type=int, default=1)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as place:
        copy = Path(shutil.copytree(asked.archive, Path(place) / "archive"))
        pages = drawn(copy, random.Random(asked.seed))  # noqa: S311 (no secrets)
        with serving(copy) as port:
            print(f"{asked.readers} readers, {asked.rounds} rounds each")
            show(measured(port, pages, asked.readers, asked.rounds))
            if asked.adding:
                with adding(copy, asked.adding):
                    print("\nwhile articles are added")
                    show(measured(port, pages, asked.readers, asked.rounds))


def drawn(archive: Path, chance: random.Random) -> dict[str, list[str]]:
    """Addresses of every kind of page: of what is much asked for, and of anything."""
    with Archive.open(archive) as opened:

        def some(sql: str) -> list[str]:
            found = [row[0] for row in opened.db.execute(sql)]
            return chance.sample(found, min(_DRAWN, len(found)))

        articles = some("SELECT id FROM articles")
        revised = some("SELECT id FROM articles WHERE revisions > 1")
        entries = some("SELECT id FROM entries")
        named = "SELECT id FROM entities WHERE kind = '{}' AND articles > 0 ORDER BY articles DESC LIMIT 1000"
        people, places, orgs = (some(named.format(kind)) for kind in ("person", "place", "org"))
        days = some("SELECT DISTINCT substr(published, 1, 10) FROM articles WHERE published IS NOT NULL")
        stories = some("SELECT id FROM stories WHERE outlets > 1")
        speakers = some("SELECT DISTINCT speaker_id FROM quotations WHERE speaker_id GLOB 'p.*'")
        words = some("SELECT name FROM entity_names WHERE articles > 1 AND length(name) BETWEEN 1 AND 6")
    return {
        "style sheet": ["/static/shilu.css"],
        "home": ["/"],
        "search": [f"/search?q={word}" for word in words],
        "search, two words": [f"/search?q={one} {other}" for one, other in zip(words[::2], words[1::2], strict=False)],
        "article": [f"/article/{one}" for one in articles],
        "revisions": [f"/article/{one}/revisions" for one in revised or articles],
        "people": ["/people", "/orgs", "/places", *(f"/people?since={day}&until={day}" for day in days)],
        "person": [f"/person/{one}" for one in people],
        "place": [f"/place/{one}" for one in places],
        "organisation": [f"/org/{one.replace('/', '%2F')}" for one in orgs],
        "chronicle": ["/chronicle", *(f"/chronicle?since={day}&until={day}" for day in days)],
        "chronicle of one": [f"/chronicle?party={one}" for one in people],
        "entry": [f"/entry/{one}" for one in entries],
        "relations": [f"/relations?of={one}&with={other}" for one, other in itertools.pairwise(people)],
        "quotations": ["/quotations", *(f"/quotations?by={one}" for one in speakers)],
        "quotations, words": [f"/quotations?q={word}" for word in words],
        "stories": ["/stories", *(f"/stories?since={day}&until={day}" for day in days)],
        "story": [f"/story/{one}" for one in stories],
        "comparison": [f"/story/{one}/compare" for one in stories],
        "network": ["/meetings", *(f"/meetings?since={day}&until={day}" for day in days)],
        "map": ["/map", *(f"/map?since={day}&until={day}" for day in days)],
        "outlets": ["/outlets"],
        "problems": ["/problems"],
    }


@contextlib.contextmanager
def serving(archive: Path) -> Iterator[int]:
    """The port of a reading room in a process of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    words = ("serve", "--archive", str(archive), "--port", str(port))
    with subprocess.Popen((*_SHILU, *words), stderr=subprocess.DEVNULL) as server:
        while True:
            with contextlib.suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", port)):
                break
            time.sleep(0.1)
        yield port
        server.terminate()


@contextlib.contextmanager
def adding(archive: Path, folder: Path) -> Iterator[None]:
    """Posts are added within the block, from the beginning each time they are through."""
    done = threading.Event()

    def add() -> None:
        while not done.is_set():
            words = ("add", str(folder), "--archive", str(archive), "--reread")
            with subprocess.Popen((*_SHILU, *words), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
                while process.poll() is None and not done.wait(0.2):
                    pass
                process.terminate()

    thread = threading.Thread(target=add)
    thread.start()
    time.sleep(2)
    yield
    done.set()
    thread.join()


def measured(port: int, pages: dict[str, list[str]], readers: int, rounds: int) -> dict[str, list[tuple[float, int]]]:
    """Seconds and size of every answer, by kind of page."""
    found: dict[str, list[tuple[float, int]]] = {kind: [] for kind in pages}
    warm(port, pages)

    def read(number: int) -> None:
        chance = random.Random(number)  # noqa: S311
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        for _ in range(rounds):
            for kind in chance.sample(list(pages), len(pages)):
                address = quote(chance.choice(pages[kind]), safe=_SAFE + "%")
                start = time.perf_counter()
                connection.request("GET", address, headers=_BROWSER)
                answer = connection.getresponse()
                body = answer.read()
                found[kind].append((time.perf_counter() - start, len(body)))
                assert answer.status in (200, 404), (address, answer.status)

    threads = [threading.Thread(target=read, args=(number,)) for number in range(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def warm(port: int, pages: dict[str, list[str]]) -> None:
    """Ask for one page of each kind, so that modules and tables are loaded before time is taken."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    for addresses in pages.values():
        connection.request("GET", quote(addresses[0], safe=_SAFE + "%"))
        connection.getresponse().read()


def show(found: dict[str, list[tuple[float, int]]]) -> None:
    """One line for each kind of page."""
    print(f"{'page':<20}{'p50 ms':>9}{'p95 ms':>9}{'KB':>7}")
    for kind, answers in found.items():
        times = sorted(seconds * 1000 for seconds, _ in answers)
        middle, late = statistics.median(times), times[int(len(times) * 0.95)]
        print(f"{kind:<20}{middle:>9.1f}{late:>9.1f}{max(size for _, size in answers) / 1024:>7.0f}")


if __name__ == "__main__":
    main()
