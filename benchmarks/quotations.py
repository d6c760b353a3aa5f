"""What quotations cost: reading them on top of names and times, and finding statements in an archive.

usage: python benchmarks/quotations.py [--folder FOLDER] [--articles N] [--rounds N] [--archive ARCHIVE] [--queries N]

The first figure is the budget: processor time of quotations over that of names and times for the same batches, the
median of the rounds. The second are answers of twenty statements: by speakers, about places, with words, drawn from
the archive's own quotations in proportion to how often they occur; p50 and p95 in processor and wall-clock time.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from pathlib import Path
from typing import TYPE_CHECKING

from shilu.archive import Archive
from shilu.archive.quotations.conditions import Wanted
from shilu.archive.quotations.finding import find
from shilu.archive.readings import BATCH
from shilu.knowledge import authority
from shilu.outlets import read_article
from shilu.reading.quotations import quotations
from shilu.reading.reader import analyse
from shilu.reading.tagger import Tagger
from shilu.reading.times import times
from shilu.sources import snapshots

if TYPE_CHECKING:
    from shilu.records import Article


def main() -> None:
    """Print the cost of reading, of finding, or both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--articles", type=int, default=240)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--archive", type=Path)
    parser.add_argument("--queries", type=int, default=200)
    options = parser.parse_args()
    if options.folder:
        reading(options.folder, options.articles, options.rounds)
    if options.archive:
        finding(options.archive, options.queries)


def reading(folder: Path, count: int, rounds: int) -> None:
    """Quotations over names and times."""
    found = list(snapshots(str(folder)))
    articles = [read_article(snapshot) for snapshot in found[:: max(1, len(found) // count)][:count]]
    tagger = Tagger()
    one_round(articles[:BATCH], tagger)
    measured = [one_round(articles, tagger) for _ in range(rounds)]
    named, quoted = (statistics.median(part) for part in zip(*measured, strict=True))
    share = statistics.median(after / before for before, after in measured)
    print(f"{len(articles)} articles: names and times {named:.2f} s, quotations {quoted:.2f} s more: {share:.1%}")


def one_round(articles: list[Article], tagger: Tagger) -> tuple[float, float]:
    """Seconds of processor time for names and times, and for quotations."""
    named = quoted = 0.0
    for start in range(0, len(articles), BATCH):
        batch = articles[start : start + BATCH]
        begun = time.process_time()
        analyses = analyse(batch, authority=authority(), tagger=tagger)
        for article in batch:
            times(article)
        between = time.process_time()
        for analysis in analyses:
            quotations(analysis, authority())
        named, quoted = named + between - begun, quoted + time.process_time() - between
    return named, quoted


def finding(folder: Path, count: int) -> None:
    """Answers of each kind of question."""
    known = authority()
    with Archive.open(folder) as archive:
        for name, asked in drawn(archive, count).items():
            spent = sorted(timed(archive, wanted) for wanted in asked)
            wall = sorted(seconds for _, seconds in spent)
            p50, p95 = (spent[int(len(spent) * share)][0] * 1000 for share in (0.5, 0.95))
            slow = wall[int(len(wall) * 0.95)] * 1000
            print(f"{name:12} p50 {p50:6.1f} ms  p95 {p95:6.1f} ms  (wall clock p95 {slow:.1f} ms)")
        total = find(archive, known, Wanted()).total
        print(f"{total:,} statements")


def drawn(archive: Archive, count: int) -> dict[str, list[Wanted]]:
    """Questions from the archive's own quotations."""
    rng = random.Random(1)  # noqa: S311 - repeatable, not secret
    rows = archive.db.execute("SELECT speaker, text FROM quotations WHERE speaker IS NOT NULL").fetchall()
    chosen = rng.sample(rows, min(len(rows), 3 * count))
    places = [row[0] for row in archive.db.execute("SELECT name FROM entity_names ORDER BY articles DESC LIMIT 200")]
    pieces = []
    for _, text in chosen[:count]:
        at = rng.randrange(max(1, len(text) - 3))
        pieces.append(text[at : at + rng.randint(2, 4)])
    return {
        "words": [Wanted(query=f"“{piece}”") for piece in pieces if piece.strip()],
        "by": [Wanted(by=speaker) for speaker, _ in chosen[count : 2 * count]],
        "about": [Wanted(about=rng.choice(places)) for _ in range(count)],
        "by and about": [Wanted(by=speaker, about=rng.choice(places)) for speaker, _ in chosen[2 * count :]],
    }


def timed(archive: Archive, wanted: Wanted) -> tuple[float, float]:
    """Processor and wall-clock seconds of one answer."""
    begun, wall = time.process_time(), time.perf_counter()
    find(archive, authority(), wanted)
    return time.process_time() - begun, time.perf_counter() - wall


if __name__ == "__main__":
    main()
