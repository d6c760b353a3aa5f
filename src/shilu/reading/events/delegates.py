"""Who sat at talks of two states, where one sentence tells of the talks and others of those who took part.

中美周四在安克雷奇会谈 names states; 会谈开始时，布林肯…… and 杨洁篪在会谈中…… tell who spoke for them.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from shilu.reading.events.party import distinct, is_government
from shilu.reading.events.told import countries_of, family

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from shilu.reading.analysis import Analysis, Standing
    from shilu.reading.events.party import One, Parties
    from shilu.reading.events.told import Told
    from shilu.records import Moment

_SIT = re.compile(r"会谈|会晤|对话|会面|会议|磋商|交锋|会上|会后|开场")
"""What a sentence must hold that tells of the talks."""
_SITTING = r"(?:(?<![者国社年议大])会[上后]|开场白?|(?:会[谈晤面议]|对话)(?:[上中时后]|期间|结束后|开始时|首日))"
_AT = re.compile(rf"{_SITTING}，[^，。；]{{0,16}}$")
_AT_IT = re.compile(rf"[^。；，]{{0,16}}{_SITTING}")
"""Before and behind somebody who is there."""
_REACH = 24
_SUMMONS = frozenset({"object.v1", "received.v1"})
"""Rules of verbs by which an official of a ministry receives an ambassador."""
_OFFICES = ("foreign-minister", "national-security-adviser")
"""Who speaks for a state at talks of which only the states are named."""
_OF_OTHERS = re.compile(
    r"(?:[军师旅团局司处]长|工作|副部长|次长|战略)级?(?:[别层])?(?:会[谈议晤面]|磋商|对话|谈判)"
    r"|军事|国防|边防|经贸|贸易|商务|关税|气候|人权|渔业|司局|磋商和协调"
)
"""Talks that others than these hold: 军长级会谈, 经贸磋商."""
_NEAR = 21
"""Days between the talks and the report at most: of others, those who held office then may have sat there."""
_DAY = 10


def with_delegates(told: Sequence[Told], analysis: Analysis, parties: Parties) -> list[Told]:
    """The tellings, those who sat at talks in the place of their states, where those of both are known."""
    found: dict[frozenset[str], tuple[One, ...]] = {}
    known = []
    for one in told:
        if not _is_of_states(one, analysis):
            known.append(one)
            continue
        states = frozenset(countries_of(one.ones))
        if states not in found:
            found[states] = _seen(states, analysis, parties, main=_main(told) == states)
        elsewhere = _at_others(one, told)
        delegates = [each for each in found[states] if each.id not in elsewhere]
        ones = _named(one.actors, delegates)
        known.append(one if any(is_government(each) for each in ones) else one._replace(actors=ones))
    return known


def _main(told: Iterable[Told]) -> set[str]:
    """Of which states the encounter is that the article tells first."""
    met = [one for one in told if family(one.form) == "meet"]
    return countries_of(min(met, key=lambda one: (one.block, one.start)).ones) if met else set()


def _at_others(one: Told, told: Iterable[Told]) -> set[str]:
    """Those of whom the text says that they sat at other talks of the same states."""
    states = countries_of(one.ones)
    others = (other for other in told if other is not one and family(other.form) == family(one.form))
    return {each.id for other in others if countries_of(other.ones) == states for each in other.ones}


def _is_of_states(one: Told, analysis: Analysis) -> bool:
    """Whether it is talks of two states, one of which at least is told by its name alone, of these days."""
    if (
        one.form not in ("talks", "meeting")
        or one.status not in ("happened", "planned")
        or one.level == "leaders"
        or one.pairs
        or one.rule in _SUMMONS
    ):
        return False
    if len(countries_of(one.ones)) != 2 or not any(is_government(each) for each in one.actors):
        return False
    if _OF_OTHERS.search(analysis.by_block[one.block].plain, one.start, one.end):
        return False
    if one.dated.value is None:
        return one.status == "happened"  # 台湾将与美国协商: who will, nobody says
    return _is_near(one.dated.value, analysis.day)


def _is_near(moment: Moment, day: Moment | None) -> bool:
    """Whether talks on a day, or from one, are of these days; of a month it cannot be told which talks they were."""
    first = moment.split("/")[0]
    if day is None or len(day) < _DAY or len(first) < _DAY:
        return False
    return abs((date.fromisoformat(first[:_DAY]) - date.fromisoformat(day[:_DAY])).days) <= _NEAR


def _seen(states: frozenset[str], analysis: Analysis, parties: Parties, *, main: bool) -> tuple[One, ...]:
    """Those in a suitable office whom sentences on the talks name, which name nobody of a third state.

    Unless these are the talks that the article tells of first, such a sentence names both states.
    """
    found: list[One] = []
    for plain, standings in _sentences(analysis):
        named = {code for standing in standings if (code := parties.country(standing))}
        if named <= states and (main or named == states):
            found += _in_office(standings, states, parties)
        elif main:  # 在会上，布林肯强调，中国对台湾……: what is said there may name others
            there = [
                one for one in standings if one.kind == "person" and _is_there(one, standings, plain, states, parties)
            ]
            found += _in_office(there, states, parties)
    sides = {one.country for one in found}
    if main and len(sides) == 1:  # who sat opposite is named on the talks, whatever else is
        for _, standings in _sentences(analysis):
            found += _in_office(standings, states - sides, parties)
    return distinct(found)


def _sentences(analysis: Analysis) -> Iterator[tuple[str, Sequence[Standing]]]:
    """The text and the names of each sentence that tells of talks."""
    for text in analysis.texts:
        for sentence in text.sentences:
            if _SIT.search(text.plain, sentence.start, sentence.end):
                yield text.plain, analysis.within(text.block, sentence.start, sentence.end)


def _in_office(standings: Iterable[Standing], states: AbstractSet[str | None], parties: Parties) -> Iterator[One]:
    """Those of the states who hold a suitable office."""
    ones = (parties.one(standing) for standing in standings if standing.kind == "person")
    return (one for one in ones if one is not None and one.country in states and parties.holds(one, _OFFICES))


def _is_there(
    person: Standing, standings: Sequence[Standing], plain: str, states: frozenset[str], parties: Parties
) -> bool:
    """Whether somebody does something at the talks, or right after them: 布林肯在会谈中, 在会上，布林肯…."""
    before = _AT.search(plain, max(0, person.start - _REACH), person.start)
    behind = _AT_IT.match(plain, person.end, person.end + _REACH)
    if before is None and behind is None:
        return False
    low, high = (before.start(), person.end) if before else (person.start, behind.end() if behind else person.end)
    between = {code for one in standings if low <= one.start and one.end <= high and (code := parties.country(one))}
    return between <= states


def _named(actors: Iterable[One], delegates: Sequence[One]) -> tuple[One, ...]:
    """The actors, their delegates in the place of states."""
    ones: list[One] = []
    for one in actors:
        own = [replace(each, found_by="met") for each in delegates if each.country == one.country]
        ones += own if own and is_government(one) else [one]
    return distinct(ones)
