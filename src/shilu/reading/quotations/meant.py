"""The words of a subject, with what is needed to know who is meant by them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

import msgspec

from shilu.reading.quotations.cues import Cues, word_set
from shilu.reading.quotations.heard import Heard, Voice

if TYPE_CHECKING:
    from shilu.knowledge import Authority
    from shilu.reading.analysis import Standing
    from shilu.reading.quotations.units import Word

JOINTS = word_set("、 和 与 及 以及 暨")
"""Words that join names."""
_THIS = re.compile(r"(?:该|这|那|此|上述|前述)(?:名|位|个|家|份|篇|项|封|则|些|一)?")
_TAKEN_UP = 10
"""该 with more words after it than this names something of its own."""


class Subject(msgspec.Struct, frozen=True):
    """The words in front of a cue, with what is needed to know who is meant."""

    words: tuple[Word, ...]
    text: str
    standings: tuple[Standing, ...]
    heard: Heard
    lexicon: Cues
    authority: Authority | None
    head: int
    """The index of the last word that is no form of address (拜登总统: 拜登)."""
    tail: Word
    """The last word."""
    modified: bool = False
    """Whether a clause in front of it says more: 研究小组发布的|报告."""
    had: bool = False
    """Whether 有 stands in front of it: 有|导演."""

    @property
    def takes_up(self) -> bool:
        """Whether it takes up one named before: 该部, 这位官员."""
        return len(self.text) <= _TAKEN_UP and bool(_THIS.match(self.text))

    def known(self, standing: Standing, how: str = "") -> Voice:
        """The voice of a known name in it."""
        return Voice(self.text, standing.name, how or standing.how, standing.kind, standing.id, self.sex(standing.id))

    def sex(self, person: str) -> Literal["m", "f"] | None:
        """The sex of a person the authority knows."""
        known = self.authority.people.get(person) if self.authority else None
        return known.sex if known else None

    def named(self, name: str | None, how: str, kind: str = "org") -> Voice:
        """A voice by the words themselves."""
        return Voice(self.text, name, how, kind if name else None)  # type: ignore[arg-type]
