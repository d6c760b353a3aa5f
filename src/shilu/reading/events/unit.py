"""One unit of the row that a sentence is for the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable, Container

    from shilu.reading.analysis import Standing
    from shilu.reading.events.lexicon import Cue, Frame


class Unit(msgspec.Struct, frozen=True):
    """A name, a time, an event word or another word; ``letter`` is its part in the sentence.

    ===  ======================  ===  ==========================  ===  ===========================
    P    person                  c    、 及 以及                   d    的
    O    organisation            w    与 同 和 跟 偕                v    verb
    S    state                   t    对 向 给 针对                 r    verb of reporting
    L    other place             b    被 遭 由 应                  a    adverb, auxiliary
    M    pronoun of parties      l    在 于 自 从                  n    noun, adjective, number
    T    time                    X    event word                  ,    mark that ends a clause
    ===  ======================  ===  ==========================  ===  ===========================
    """

    start: int
    end: int
    letter: str
    text: str
    standings: tuple[Standing, ...] = ()
    cue: Cue | None = None

    def tells(self, types: Container[str], frame: Frame | None = None) -> bool:
        """Whether it may tell an event of one of these types; with ``frame`` in that frame alone."""
        if self.cue is None:
            return False
        return any(sense.type in types and frame in (None, sense.frame) for sense in self.cue.senses)


END = Unit(0, 0, ",", "")
"""What stands before the first unit of a row, and behind the last."""
Step: TypeAlias = "tuple[frozenset[str], Callable[[list[Unit]], list[Unit]]]"
"""Words that must stand in a row, and what is then done with its units."""
