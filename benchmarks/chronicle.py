"""What the chronicle of an archive finds of known encounters, why it misses what it misses, and its speed.

Usage: python benchmarks/chronicle.py ARCHIVE [--truth ../shared/chronicle/dev.json] [--speed]

An encounter is found where an entry of type CONSULT has its parties (F1 of .6 and more) and its date (give or take a
day). For each that is missed, the reason that comes first in the way of an article is given: its articles are not in
the archive; none of them tells an encounter of these parties; it is told without a date, or with another; or it is
told rightly and lost when tellings were merged. So it is seen whether reading or merging is to be mended.

``--speed`` works on a copy of the archive: it makes the chronicle anew, then adds one, ten, a hundred and a thousand
articles to a chronicle that lacks them, each in a process of its own.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from shilu.archive.store import FILE, Archive
from shilu.chronicle.entries.days import days
from shilu.chronicle.entries.finding import Wanted, find
from shilu.chronicle.entries.keeping import update
from shilu.knowledge import Authority, authority
from shilu.text.script import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shilu.records import Entry, Event, Moment, Party

ENOUGH = 0.6
_OPEN_ENDED = ("multilateral", "summit", "talks")
"""Forms whose accounts may name more parties than the truth does: the recall of those it names counts."""


class Encounter(NamedTuple):
    """An encounter of the truth."""

    id: str
    form: str
    participants: tuple[str, ...]
    dates: tuple[Moment, ...]
    articles: tuple[str, ...]
    """File names."""

    @property
    def line(self) -> str:
        """The encounter in one line."""
        return f"{self.id} {self.form} {'、'.join(self.participants)} {' or '.join(self.dates)}"


def main() -> None:
    """Print what is found, what is missed and why, and what it costs."""
    shared = Path(os.environ.get("SHILU_SHARED") or Path(__file__).resolve().parents[2] / "shared")
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("archive", type=Path)
    options.add_argument("--truth", type=Path, default=shared / "chronicle" / "dev.json")
    options.add_argument("--speed", action="store_true")
    options.add_argument(
        "--one", type=int, help="a single measurement with so many new articles, as JSON; -1 makes all anew"
    )
    chosen = options.parse_args()
    if chosen.one is not None:
        print(json.dumps(measure(chosen.archive, chosen.one)))
        return
    if chosen.speed:
        report_speed(chosen.archive)
    else:
        known = authority()
        with Archive.open(chosen.archive, read_only=False) as archive:
            update(archive, known)  # an archive that was just added to has no entries yet
        report_truth(chosen.archive, encounters(chosen.truth), known)


def encounters(path: Path) -> list[Encounter]:
    """The encounters of a truth file."""
    return [
        Encounter(
            one["id"],
            one["form"],
            tuple(one["participants"]),
            tuple(filter(None, (one["date"], one.get("date_also")))),
            tuple(PurePosixPath(path).name for path in (*one["evidence"], *one["more"])),
        )
        for one in json.loads(path.read_text(encoding="utf-8"))
    ]


def report_truth(folder: Path, truth: list[Encounter], known: Authority) -> None:
    """What is found, by how many outlets, and a line for each encounter that is not."""
    with Archive.open(folder) as archive:
        entries = list(find(archive, Wanted(type="CONSULT")))
        found = several = 0
        for one in truth:
            right = [e for e in entries if agrees(one, (names(p.id, p.name, known) for p in e.parties), e.date)]
            found += bool(right)
            several += any(len(entry.outlets) > 1 for entry in right)
            if not right:
                print(f"missed {one.line}\n       {reason(archive, one, entries, known)}")
            elif all(len(entry.outlets) < 2 for entry in right):
                print(f"single {one.line}\n       {reason(archive, one, entries, known)}")
    print(
        f"{len(truth)} encounters: {found} found with parties and date ({found / len(truth):.3f}), "
        f"{several} of them by two or more outlets ({several / max(1, found):.3f})"
    )


def reason(archive: Archive, one: Encounter, entries: list[Entry], known: Authority) -> str:
    """Where on its way the encounter was lost."""
    ids = {article for name in one.articles for article in articles_named(archive, name)}
    if not ids:
        return "its articles are not in the archive"
    told = [
        (article, event)
        for article in sorted(ids)
        for event in getattr(archive.reading(article), "events", ())
        if event.type == "CONSULT"
    ]
    parties = [(a, e) for a, e in told if likeness(one, event_names(e, known)) >= ENOUGH]
    if not parties:
        others = "; ".join(sorted({f"{event.form} {'、'.join(p.name for p in everyone(event))}" for _, event in told}))
        return f"none of its {len(ids)} articles tells an encounter of these parties, but: {others or 'none'}"
    right = [(a, e) for a, e in parties if any(touch(e.date, date) for date in one.dates)]
    if not right:
        given = "; ".join(sorted({f"{event.date or 'no date'} ({event.text})" for _, event in parties}))
        return f"its {len(parties)} tellings are dated otherwise: {given}"
    homes = [e for e in entries if any(ev.article == a and ev.text == t.text for a, t in right for ev in e.evidence)]
    shown = "; ".join(
        f"{e.id} {e.form} {e.date} {'、'.join(p.name for p in e.parties)} ({len(e.outlets)} outlets)" for e in homes
    )
    return f"{len(right)} tellings are right, and stand in: {shown or 'no entry'}"


def articles_named(archive: Archive, name: str) -> list[str]:
    """The ids of the articles with that file name."""
    sql = "SELECT DISTINCT article FROM article_paths WHERE path = ? OR path LIKE '%/' || ? ESCAPE '\\'"
    escaped = name.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return [row["article"] for row in archive.db.execute(sql, (name, escaped))]


def everyone(event: Event) -> list[Party]:
    """All parties of an event."""
    return [*event.actors, *event.recipients]


def event_names(event: Event, known: Authority) -> list[set[str]]:
    """The names of each party of an event."""
    return [names(party.id, party.name, known) for party in everyone(event)]


def names(ident: str, told: str, known: Authority) -> set[str]:
    """All names of a party, folded."""
    listed = any(ident in table for table in (known.people, known.orgs, known.places))
    return {_bare(name) for name in (told, *(known.names_of(ident) if listed else ()))}


def _bare(name: str) -> str:
    return "".join(char for char in fold(name).lower() if not char.isspace() and char not in "·•・")


def agrees(one: Encounter, parties: Iterable[set[str]], date: Moment | None) -> bool:
    """Whether an entry is the encounter."""
    return any(touch(date, true) for true in one.dates) and likeness(one, list(parties)) >= ENOUGH


def likeness(one: Encounter, parties: list[set[str]]) -> float:
    """F1 of the parties; recall alone where more may be named than the truth has."""
    if not parties:
        return 0.0
    wanted = [_bare(name) for name in one.participants]
    hits = sum(any(_same(name, other) for party in parties for other in party) for name in wanted)
    recall = hits / len(wanted)
    return max(2 * hits / (len(wanted) + len(parties)), recall * 0.99 if one.form in _OPEN_ENDED else 0.0)


def _same(left: str, right: str) -> bool:
    return left == right or (min(len(left), len(right)) > 1 and (left in right or right in left))


def touch(given: Moment | None, true: Moment) -> bool:
    """Whether two dates share a day, give or take one."""
    left, right = days(given), days(true)
    return left is not None and right is not None and left.touches(right, 1)


def report_speed(folder: Path) -> None:
    """Seconds and peak memory of making the chronicle, and of updates."""
    with tempfile.TemporaryDirectory(dir=folder.parent) as place:
        shutil.copy(folder / FILE, place)
        print(f"{'articles new':>16} {'seconds':>8} {'rows written':>12} {'peak MB':>8}")
        for count in (-1, 0, 1, 10, 100, 1000):
            command = [sys.executable, __file__, place, "--one", str(count)]
            found = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
            shown = "all (made anew)" if count < 0 else f"{count:,}"
            print(f"{shown:>16} {found['seconds']:8.2f} {found['written']:12,} {found['megabytes']:8.0f}")


def measure(folder: Path, count: int) -> dict[str, float]:
    """One update, in this process; the new articles are spread evenly over the archive."""
    known = authority()
    with Archive.open(folder, read_only=False) as archive, archive.writing():
        with archive.transaction() as db:
            ids = [row[0] for row in db.execute("SELECT DISTINCT article FROM tellings ORDER BY article")]
            chosen = [(ident,) for ident in (ids[:: max(1, len(ids) // count)][:count] if count > 0 else ())]
            db.executemany("DELETE FROM tellings WHERE article = ?", chosen)
            if count < 0:
                db.execute("DELETE FROM chronicle")
        if count >= 0:
            update(archive, known)
        with archive.transaction() as db:
            last = archive.last_change()
            changes = [(last + number, ident) for number, (ident,) in enumerate(chosen, 1)]
            db.executemany("UPDATE articles SET changed = ? WHERE id = ?", changes)
        begun = time.perf_counter()
        written = update(archive, known)
        seconds = time.perf_counter() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": seconds, "written": written, "megabytes": peak}


if __name__ == "__main__":
    main()
