"""A sentence as the event rules see it: units, parties, clauses, times and quoted stretches."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from shilu.reading.analysis import TITLE
from shilu.reading.events.crowds import crowds
from shilu.reading.events.groups import groups
from shilu.reading.events.row import row
from shilu.reading.events.unit import Unit
from shilu.reading.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from shilu.reading.analysis import Sentence, Standing, Text
    from shilu.reading.events.cast import Around
    from shilu.reading.events.lexicon import Cue
    from shilu.reading.events.party import Group, One, Parties
    from shilu.records import Quotation, Time

_FEW = 2
_ACTS = re.compile(r"[vXrb]")
"""Letters of what is done: up to it what 对 leads to may be a list with commas."""
_FURTHER = frozenset({"以及", "及", "和", "与"})


class Scene(msgspec.Struct, frozen=True, dict=True):
    """One sentence with all that bears on its events; offsets count from the start of the block."""

    text: Text
    sentence: Sentence
    parties: Parties
    standings: tuple[Standing, ...]
    cues: tuple[Cue, ...]
    times: tuple[Time, ...]
    around: tuple[Time, ...]
    """The times of a whole caption."""
    quotations: tuple[Quotation, ...]
    resolve: Callable[[Scene, Unit], tuple[One, ...]]
    home: Callable[[Scene, int], One | None]
    """Whose police it is that acts at a place, where no state is named."""

    @lazy
    def units(self) -> list[Unit]:
        """The sentence as a row of units."""
        return row(
            self.sentence.tokens,
            standings=self.standings,
            cues=self.cues,
            times=self.times,
            titles=self._titles(),
            states=self.parties.states,
            headline=self.text.block == TITLE or self.text.kind == "heading",
        )

    def _titles(self) -> Iterator[Unit]:
        """Known titles, which the tagger cuts now and then (外|相)."""
        for match in self.text.titles(self.sentence.start, self.sentence.end):
            yield Unit(match.start, match.end, "n", self.text.plain[match.start : match.end])

    @lazy
    def letters(self) -> str:
        """One letter for each unit."""
        return "".join([unit.letter for unit in self.units])

    @lazy
    def _starts(self) -> dict[int, int]:
        """The unit that starts at a character of the text."""
        return {unit.start: i for i, unit in enumerate(self.units)}

    def unit_at(self, start: int | None) -> int | None:
        """The unit that starts at a character of the text; None where none does."""
        return None if start is None else self._starts.get(start)

    @lazy
    def arounds(self) -> dict[int, Around]:
        """Who stands before a unit, as far as that was asked: a word of several senses asks for each."""
        return {}

    @lazy
    def groups(self) -> list[Group]:
        """The parties that stand in it, in order."""
        return groups(self.units, self.letters, self.parties, lambda unit: self.resolve(self, unit))

    @lazy
    def crowds(self) -> list[Group]:
        """Those in it who act without a name, and media, in order."""
        taken = {i for group in self.groups for i in range(group.first, group.last)}
        return [group for group in crowds(self.units, self.letters, self.text) if group.last - 1 not in taken]

    @lazy
    def clauses(self) -> list[tuple[int, int]]:
        """The clauses as stretches of units; a comma that continues a list (北村滋，以及…徐薰) parts none."""
        found, first = [], 0
        commas = [i for i, letter in enumerate(self.letters) if letter == ","]
        inside = {i for group in self.groups for i in range(group.first + 1, group.last)} if commas else set()
        for i in commas:
            if i not in inside and not self._goes_on_toward(first, i):
                if i > first:
                    found.append((first, i))
                first = i + 1
        if first < len(self.letters):
            found.append((first, len(self.letters)))
        return found or [(0, 0)]

    def _goes_on_toward(self, first: int, comma: int) -> bool:
        """Whether what 对 leads to goes on behind a comma: 对海警法，以及其行动|表示忧虑, 对包括议员，官员的人制裁."""
        t = self.letters.rfind("t", first, comma)
        if t < 0:
            return False
        if self.units[t + 1].text == "包括":
            return _ACTS.search(self.letters, t, comma) is None
        end = self.letters.find(",", comma + 1)
        rest = self.units[comma + 1 : end if end > 0 else len(self.units)]
        if not rest or rest[0].text not in _FURTHER or any(unit.letter in "tr" for unit in rest):
            return False
        return any(sense.frame == "toward" for unit in rest if unit.cue for sense in unit.cue.senses)

    def clause_number(self, i: int) -> int:
        """The number of the clause that holds a unit, or ends before it."""
        return self._numbers[i] if 0 <= i < len(self._numbers) else 0 if i < 0 else len(self.clauses) - 1

    @lazy
    def _numbers(self) -> list[int]:
        """The clause number of each unit: asked ten times a sentence."""
        numbers: list[int] = []
        for n, (_, end) in enumerate(self.clauses):
            numbers += [n] * (end - len(numbers))
        return numbers

    def groups_in(self, first: int, last: int) -> list[Group]:
        """The groups whose names stand in a stretch of units."""
        return [group for group in self.groups if first <= group.last - 1 and group.last <= last]

    def everybody_in(self, first: int, last: int) -> list[Group]:
        """The same, with those without a name and media, in order."""
        crowds = (group for group in self.crowds if first <= group.first and group.last <= last)
        return sorted((*self.groups_in(first, last), *crowds), key=lambda group: group.first)

    def plain(self, first: int, last: int) -> str:
        """A stretch of units in simplified script, names of people and bodies as 某: 吴若兰 supposes nothing."""
        if first >= last:
            return ""
        begin = self.sentence.start
        return self._nameless[self.units[first].start - begin : self.units[last - 1].end - begin]

    @lazy
    def _nameless(self) -> str:
        plain, at = self.text.plain, self.sentence.start
        pieces: list[str] = []
        for i, letter in enumerate(self.letters):
            if letter in "PO":
                unit = self.units[i]
                pieces += plain[at : unit.start], "某" * (unit.end - unit.start)
                at = unit.end
        return "".join((*pieces, plain[at : self.sentence.end]))

    @property
    def tells_one(self) -> bool:
        """Whether a text is so short that its times are those of all that it tells."""
        return len(self.text.sentences) <= _FEW

    def speaker_at(self, start: int, end: int) -> str | None:
        """Who tells what stands there: the speaker of the innermost quotation around it, '' where he is unnamed."""
        around = [q for q in self.quotations if q.kind == "direct" and q.start <= start and end <= q.end]
        if not around:
            return None
        return min(around, key=lambda q: q.end - q.start).speaker or ""
