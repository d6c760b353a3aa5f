"""Reads the hand-made truth once and scores the readings; ``python tests/accuracy.py [--pin]`` prints or raises floors.

The truth and its scorer live beside the checkout (``../shared`` or ``SHILU_SHARED``). A floor is pinned in
``accuracy_floors.json``, rounded down to a hundredth, with the digest of its truth; ``--pin`` only ever raises floors.
"""

from __future__ import annotations

import argparse
import functools
import hashlib
import importlib.util
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from shilu.knowledge import authority
from shilu.outlets import read_article
from shilu.reading.contract import contract
from shilu.reading.reader import read_many
from shilu.reading.tagger import Tagger
from shilu.sources import snapshots

if TYPE_CHECKING:
    from types import ModuleType

SHARED = Path(os.environ.get("SHILU_SHARED") or Path(__file__).parents[1].parent / "shared")
TRUTH = SHARED / "truth" / "dev"
SCORER = SHARED / "tools" / "score.py"
FLOORS = Path(__file__).with_name("accuracy_floors.json")


def available() -> bool:
    """Whether the truth and its scorer are there."""
    return TRUTH.is_dir() and SCORER.is_file()


def digest() -> str:
    """SHA-256 over the names and bytes of the whole truth."""
    total = hashlib.sha256()
    for path in sorted(TRUTH.iterdir()):
        total.update(path.name.encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def floors() -> dict[str, Any]:
    """The pinned floors and the digest of the truth they belong to."""
    pinned: dict[str, Any] = json.loads(FLOORS.read_text("utf-8"))
    return pinned


@functools.cache
def scores() -> dict[str, float]:
    """Every measure of the scorer: shares of flags by name, and ``name.f1`` for the rest."""
    tallies, flags = _scorer().score(TRUTH, _readings())
    shares = {name: good / count for name, (good, count, _) in flags.items() if count}
    return shares | {f"{name}.f1": tally.row()["f1"] for name, tally in tallies.items()}


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("shilu_score", SCORER)
    if spec is None or spec.loader is None:
        raise ImportError(f"cannot load the scorer {SCORER}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _readings() -> list[dict[str, Any]]:
    """Every article of the truth through the public library functions, in the form of the reading contract."""
    articles = [read_article(snapshot) for snapshot in snapshots(str(TRUTH)) if snapshot.path.endswith(".md")]
    authority_, tagger = authority(), Tagger()
    readings = read_many(articles, authority=authority_, tagger=tagger)
    return [contract(article, reading) for article, reading in zip(articles, readings, strict=True)]


def main() -> None:
    """Print every measure beside its floor; with ``--pin`` raise the floors to what is measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pin", action="store_true", help="raise the pinned floors to what is measured now")
    options = parser.parse_args()
    pinned = floors()
    for name, value in scores().items():
        print(f"{name:20s} {value:.4f}  floor {pinned['floors'].get(name, '-')}")
    if options.pin:
        for name, floor in pinned["floors"].items():
            pinned["floors"][name] = max(floor, int(scores()[name] * 100) / 100)
        pinned["truth"] = digest()
        FLOORS.write_text(json.dumps(pinned, ensure_ascii=False, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
