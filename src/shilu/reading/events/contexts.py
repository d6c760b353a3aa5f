"""The PLOVER contexts of an event, from the words of its sentence."""

from __future__ import annotations

import functools
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation

from shilu.reading.events.lexicon import data


class _Words(NamedTuple):
    automaton: AhoCorasick
    names: tuple[int, ...]
    """The number of the context of each word."""
    contexts: tuple[str, ...]


@functools.cache
def _words() -> _Words:
    contexts: dict[str, list[str]] = data("contexts")
    words = [(word, number) for number, of in enumerate(contexts.values()) for word in of]
    automaton = AhoCorasick([word for word, _ in words], implementation=Implementation.ContiguousNFA)
    return _Words(automaton, tuple(number for _, number in words), tuple(contexts))


def contexts(plain: str) -> tuple[str, ...]:
    """The contexts that a sentence in simplified script names, in the order of the data file."""
    words = _words()
    matches = words.automaton.find_matches_as_indexes(plain, overlapping=True)
    named = {words.names[index] for index, _, _ in matches}
    return tuple(name for number, name in enumerate(words.contexts) if number in named)
