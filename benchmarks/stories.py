"""Quality, order and speed of stories on a folder of posts.

Usage: python benchmarks/stories.py FOLDER [--match '2021-03-1*'] [--truth dev.json] [--learn] [--seed 1]
           [--parts 4] [--late 0.04]

Adds the posts to an archive without reading them and prints how long copies and stories took, for each thousand
articles: the figures must not grow. Then adds the posts of each day in ``--parts`` random parts, one after the other,
and prints how alike the stories are (BCubed F1). Then adds all posts but the share ``--late``, and these in ten random
runs, and prints the same and how many ids of stories were given up. With ``--truth`` prints BCubed against stories
grouped by hand; with ``--learn`` also the weights that a logistic regression on their pairs gives.
"""

from __future__ import annotations

import argparse
import itertools
import random
import tempfile
import time
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from shilu.archive.add import add
from shilu.archive.store import Archive
from shilu.chronicle import copying
from shilu.chronicle.hours import day_of
from shilu.chronicle.stories import keeping
from shilu.chronicle.stories.likeness import FIRST, chances, features, logits, with_neighbours
from shilu.chronicle.stories.listing import Wanted, find, identified
from shilu.chronicle.stories.vectors import vector
from shilu.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from numpy.typing import NDArray

Groups = dict[str, frozenset[str]]
"""Of each article all that are in its story, itself included."""


def main() -> None:
    """Print quality, order and speed."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path)
    options.add_argument("--match", default="*", help="names of the posts")
    options.add_argument("--truth", type=Path)
    options.add_argument("--learn", action="store_true")
    options.add_argument("--parts", type=int, default=4)
    options.add_argument("--late", type=float, default=0.04, metavar="SHARE")
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    posts = sorted(str(path) for path in chosen.folder.rglob(chosen.match) if path.is_file())
    with tempfile.TemporaryDirectory() as place:
        whole = Path(place, "whole")
        add(whole, posts, read=False)
        again(whole)
        given = stories(whole)
        if chosen.parts > 1:
            for part in by_day(posts, chosen.parts, random.Random(chosen.seed)):  # noqa: S311 (an order, no secret)
                run(Path(place, "parts"), part)
            p, r, f = bcubed(given, stories(Path(place, "parts")), given)
            print(f"in one run and in {chosen.parts} random parts a day: BCubed P {p:.3f} R {r:.3f} F1 {f:.3f}")
        if chosen.late:
            late(Path(place, "late"), posts, chosen.late, random.Random(chosen.seed), given)  # noqa: S311
        if chosen.truth:
            groups = msgspec.json.decode(chosen.truth.read_bytes())
            for name in ("stories", "more_stories"):
                score(name, truth(groups[name]), given)
            if chosen.learn:
                learn(whole, truth([*groups["stories"], *groups["more_stories"]]))


def run(archive: Path, posts: list[str]) -> None:
    """Add posts, and bring the stories up to them."""
    add(archive, posts, read=False)
    with Archive.open(archive, read_only=False) as opened:
        keeping.update(opened)


def late(archive: Path, posts: list[str], share: float, order: random.Random, given: Groups) -> None:
    """Print what becomes of stories and their ids where some posts come late, in ten runs."""
    held = order.sample(posts, max(10, round(share * len(posts))))
    run(archive, sorted(set(posts) - set(held)))
    before = identifiers(archive)
    spent = time.perf_counter()
    for at in range(10):
        run(archive, held[at::10])
    spent = time.perf_counter() - spent
    p, r, f = bcubed(given, stories(archive), given)
    print(f"in one run and {len(held)} posts late, in ten runs: BCubed P {p:.3f} R {r:.3f} F1 {f:.3f}; {spent:.0f} s")
    gone = before - identifiers(archive)
    with Archive.open(archive) as opened:
        leading = sum(leads(opened, ident) for ident in gone)
    print(f"of {len(before)} ids of stories {len(gone)} given up, {leading} of them lead on")


def identifiers(archive: Path) -> set[str]:
    """The ids of all stories."""
    with Archive.open(archive) as opened:
        return {one.id for one in find(opened, Wanted())}


def leads(archive: Archive, ident: str) -> bool:
    """Whether an id finds a story."""
    try:
        return bool(identified(archive.db, ident))
    except NotFound:
        return False


def by_day(posts: list[str], parts: int, order: random.Random) -> Iterator[list[str]]:
    """The posts of each day, which begins their names, in random parts."""
    for _, those in itertools.groupby(
        sorted(posts, key=lambda path: Path(path).name), lambda path: Path(path).name[:10]
    ):
        day = list(those)
        order.shuffle(day)
        yield from (part for at in range(parts) if (part := day[at::parts]))


def again(folder: Path) -> None:
    """Make copies and stories of an archive anew, and print what each thousand articles cost."""
    with Archive.open(folder, read_only=False) as archive:
        with archive.transaction() as db:
            db.execute("DELETE FROM stories_state")
        begun = time.perf_counter()
        copying.update(archive)
        print(f"copies: {time.perf_counter() - begun:.1f} s")
        marks = [(0, time.perf_counter())]

        def progress(told: int, twice: int) -> None:
            done, total = told - twice // 2, twice // 2
            if done - marks[-1][0] >= 1_000 or done == total:
                marks.append((done, time.perf_counter()))

        keeping.update(archive, progress)
        for (before, start), (done, end) in itertools.pairwise(marks):
            print(f"stories of articles {before:,} to {done:,}: {(end - start) / (done - before) * 1000:.2f} ms each")
        print(f"stories: {marks[-1][1] - marks[0][1]:.1f} s")


def stories(folder: Path) -> Groups:
    """The stories of an archive by the names of their files."""
    with Archive.open(folder) as archive:
        found = find(archive, Wanted(), members=True)
        alone = {PurePosixPath(path).name for (path,) in archive.db.execute("SELECT DISTINCT path FROM article_paths")}
    groups: dict[str, frozenset[str]] = {name: frozenset([name]) for name in alone}
    for one in found:
        members = frozenset(PurePosixPath(member.path).name for member in one.articles)
        for name in members:
            groups[name] |= members
    return groups


def truth(told: Iterable[Mapping[str, list[str]]]) -> Groups:
    """Stories grouped by hand, by the names of their files."""
    members = [frozenset(PurePosixPath(path).name for path in one["articles"]) for one in told]
    return {name: group for group in members for name in group}


def score(name: str, true: Groups, given: Groups) -> None:
    """Print BCubed over all articles, and over those that are not alone."""
    several = [one for one, group in true.items() if len(group) > 1]
    for what, items in (("all", list(true)), ("of two or more", several)):
        p, r, f = bcubed(true, given, items)
        print(f"{name}, articles {what} {len(items)}: BCubed P {p:.3f} R {r:.3f} F1 {f:.3f}")


def bcubed(true: Groups, given: Groups, items: Iterable[str]) -> tuple[float, float, float]:
    """Precision, recall and F1 of groups (Amigó et al. 2009)."""
    found = [(true[one], (given.get(one, frozenset()) & true.keys()) | {one}) for one in items]
    p = sum(len(t & g) / len(g) for t, g in found) / len(found)
    r = sum(len(t & g) / len(t) for t, g in found) / len(found)
    return p, r, 2 * p * r / (p + r)


def learn(folder: Path, true: Groups) -> None:
    """Print the weights of both models of likeness: logistic regression on all pairs of the truth's articles.

    Pairs of one story weigh so that each article counts alike, and 400 times a pair of two stories over all its story.
    The window is the truth's days with one before and one after them.
    """
    with Archive.open(folder) as archive:
        copies = {row[0] for row in archive.db.execute("SELECT article FROM copies")}
        paths = dict(archive.db.execute("SELECT article, path FROM article_paths"))
        articles = [change.article for change in archive.changes(0) if change.article.id not in copies]
    named = {PurePosixPath(paths[one.article]).name: one for one in map(vector, articles) if one is not None}
    days = [day_of(one.hour) for name, one in named.items() if name in true]
    named = {name: one for name, one in named.items() if min(days) - 1 <= day_of(one.hour) <= max(days) + 1}
    names = list(named)
    chosen = np.array([at for at, name in enumerate(names) if name in true])
    groups = {group: number for number, group in enumerate(dict.fromkeys(true.values()))}
    story = np.array([groups[true[names[at]]] for at in chosen])
    sizes = np.bincount(story)
    left, right = np.triu_indices(len(chosen), 1)
    same = story[left] == story[right]
    weights = np.where(same, 8 / np.maximum(sizes[story[left]] - 1, 1), 0.02)

    def learned(seen: list[NDArray[np.float32]], *, scaled: bool) -> NDArray[np.float64]:
        values = np.column_stack([one[chosen[left], chosen[right]] for one in seen]).astype(np.float64)
        ridge = values.var(axis=0) if scaled else np.ones(values.shape[1])
        return regression(np.column_stack([values, np.ones(len(values))]), same.astype(np.float64), weights, ridge)

    seen = features(list(named.values()))
    first = learned(seen, scaled=False)
    second = learned(with_neighbours(seen, chances(logits(seen, FIRST))), scaled=True)
    for what, found in (("first", first), ("second", second)):
        print(what, tuple(round(float(one), 2) for one in found))


def regression(
    values: NDArray[np.float64], true: NDArray[np.float64], weights: NDArray[np.float64], ridge: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Logistic regression by Newton's steps, with a ridge on each weight but the constant."""
    found = np.zeros(values.shape[1])
    bound = np.diag([*ridge, 0.0])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-values @ found))
        slope = values.T @ (weights * (chance - true)) + bound @ found
        bend = (values * (weights * chance * (1 - chance))[:, None]).T @ values + bound
        found -= np.linalg.solve(bend, slope)
    return found


if __name__ == "__main__":
    main()
