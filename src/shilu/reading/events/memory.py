"""Whom pronouns mean, and who the sentence before was about: 他, 双方, 两国, and no subject at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from shilu.reading.events.party import distinct
from shilu.reading.pronouns import antecedent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from shilu.knowledge.authority import Authority
    from shilu.reading.analysis import Analysis
    from shilu.reading.events.party import Group, One, Parties
    from shilu.reading.events.row import Unit
    from shilu.reading.events.scene import Scene

_FAR = 3
"""How many sentences back those may stand whom a pronoun means."""


class Plural(NamedTuple):
    """What a pronoun of several asks for."""

    number: int | None
    kind: str


_PLURALS = {
    **dict.fromkeys(("双方", "两位", "彼此"), Plural(2, "side")),
    **dict.fromkeys(("两人", "二人"), Plural(2, "person")),
    **dict.fromkeys(("三人",), Plural(3, "person")),
    **dict.fromkeys(("两国",), Plural(2, "state")),
    **dict.fromkeys(("三国",), Plural(3, "state")),
    **dict.fromkeys(("四国",), Plural(4, "state")),
    **dict.fromkeys(("三方",), Plural(3, "side")),
    **dict.fromkeys(("四方",), Plural(4, "side")),
    **dict.fromkeys(("他们", "她们"), Plural(None, "person")),
}


class Memory:
    """What the sentences of one article so far leave behind."""

    def __init__(self, analysis: Analysis, authority: Authority, parties: Parties) -> None:
        self._analysis = analysis
        self._authority = authority
        self._parties = parties
        self._met: list[tuple[One, ...]] = []

    def met(self, ones: tuple[One, ...]) -> None:
        """Remember those who met: 双方 and 两国 mean them."""
        self._met.append(ones)

    def whom(self, scene: Scene, unit: Unit) -> tuple[One, ...]:
        """Whom the pronoun at a unit means; nobody where that is uncertain."""
        plural = _PLURALS.get(unit.text)
        if plural is None:
            return self._single(scene, unit)
        for ones in self._back(scene, unit):
            found = self._several(ones, plural)
            if found:
                return tuple(one._replace(found_by="pronoun") for one in found)
        return ()

    def _single(self, scene: Scene, unit: Unit) -> tuple[One, ...]:
        standing = antecedent(self._analysis, scene.text.block, unit.start, unit.text, self._authority)
        one = None if standing is None else self._parties.one(standing)
        return () if one is None else (one._replace(found_by="pronoun"),)

    def _back(self, scene: Scene, unit: Unit) -> Iterator[tuple[One, ...]]:
        """Who was named together before a place, the nearest first: in its sentence, as having met, further back."""
        yield self._named(scene, scene.sentence.start, unit.start)
        if self._met:
            yield self._met[-1]
        sentences = [s for s in scene.text.sentences if s.start < scene.sentence.start]
        for sentence in reversed(sentences[-_FAR:]):
            yield self._named(scene, sentence.start, sentence.end)

    def _named(self, scene: Scene, start: int, end: int) -> tuple[One, ...]:
        standings = self._analysis.within(scene.text.block, start, end)
        return distinct(one for standing in standings if (one := self._parties.one(standing)) is not None)

    def _several(self, ones: Iterable[One], plural: Plural) -> tuple[One, ...]:
        people = tuple(one for one in ones if one.kind == "person")
        if plural.kind == "person":
            return people if len(people) == plural.number or (plural.number is None and len(people) >= 2) else ()
        those = [one for one in ones if one.kind == "person" or one.is_state]
        codes = tuple(dict.fromkeys(one.country for one in those if one.country))
        if len(codes) != plural.number:
            return ()
        if plural.kind == "side" and len(people) >= 2 and len({one.country for one in people}) == len(codes):
            return people
        states = (self._parties.state(code, "pronoun") for code in codes)
        return tuple(state for state in states if state is not None)


def subject(scene: Scene, number: int) -> Group | None:
    """The subject of a clause: its first group that stands as one."""
    first, last = scene.clauses[number]
    return next((group for group in scene.groups_in(first, last) if group.stance == "subject"), None)
