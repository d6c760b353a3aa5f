"""docs/events.md lists what the code and the data have."""

import re
from pathlib import Path

import pytest

from shilu.reading.events.lexicon import FIELDS, data
from shilu.reading.events.plover import QUADS
from shilu.vocabulary import MODES, MODES_OF

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "events.md").read_text("utf-8")


def test_every_rule_is_documented_and_no_other() -> None:
    """The rules that the code gives are those of the page."""
    sources = (ROOT / "src" / "shilu" / "reading" / "events").glob("*.py")
    given = {rule for path in sources for rule in re.findall(r'"([a-z-]+\.v\d+)"', path.read_text("utf-8"))}
    assert len(given) > 20
    assert given == set(re.findall(r"^\| `([a-z-]+\.v\d+)` \|", PAGE, re.MULTILINE))


@pytest.mark.parametrize("field", FIELDS)
def test_every_list_of_words_is_documented(field: str) -> None:
    """A list that an entry of acts.yaml may hold is explained."""
    assert f"| `{field}` |" in PAGE


def test_every_entry_has_a_known_type_and_known_lists() -> None:
    """The data file holds types of the manual, modes of the page, and lists that the code reads."""
    for entry in data("acts"):
        assert entry["type"] in QUADS
        assert entry["mode"] is None or f"`{entry['mode']}`" in PAGE
        assert set(entry) - {"type", "mode", "when", "country"} <= set(FIELDS)
        assert set(entry) & set(FIELDS)


def test_no_word_stands_twice_in_one_list() -> None:
    """A word is listed once for its type, mode and way of standing."""
    seen: set[tuple[str, str | None, str, str]] = set()
    for entry in data("acts"):
        for field in FIELDS:
            for word in entry.get(field) or ():
                key = (entry["type"], entry["mode"], entry.get("when", "") + field, word)
                assert key not in seen
                seen.add(key)


def test_every_frame_of_encounters_is_documented() -> None:
    """A frame that an entry of encounters.yaml has is explained."""
    frames = {entry["frame"] for entry in data("encounters")["words"]}
    assert all(f"| `{frame}` |" in PAGE for frame in frames)


def test_a_mode_belongs_to_the_type_that_has_words_of_it() -> None:
    """A list of modes by type has a mode under the type that has words of it."""
    for entry in data("acts"):
        if entry["mode"] in MODES:
            assert entry["mode"] in MODES_OF[entry["type"]]
