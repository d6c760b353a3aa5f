"""What was done (记事): encounters and political acts in the PLOVER ontology, each tied to its words.

Sentences become scenes (:mod:`.scene`): rows of units in which parties stand in groups. Rules find meetings, visits and
acts in them; :mod:`.when`, :mod:`.where` and :mod:`.status` say when, where and whether; :mod:`.same` keeps each deed
once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from shilu.reading.events.acts import acts
from shilu.reading.events.contexts import contexts
from shilu.reading.events.marks import is_further, level, rounds
from shilu.reading.events.meetings import meetings
from shilu.reading.events.memory import Memory
from shilu.reading.events.mood import state_of_act
from shilu.reading.events.party import Parties
from shilu.reading.events.plover import plover
from shilu.reading.events.same import is_news, merged, placed
from shilu.reading.events.same_act import merged_acts
from shilu.reading.events.scene import Scene, scenes
from shilu.reading.events.status import goes_on, is_background, is_first_to_come, is_past, is_to_come, state_of
from shilu.reading.events.told import Told
from shilu.reading.events.visits import visits
from shilu.reading.events.when import GOVERNS, WEAK, Dated, date_of
from shilu.reading.events.where import place_of, summoned_to
from shilu.records import Event

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shilu.knowledge.authority import Authority
    from shilu.reading.analysis import Analysis
    from shilu.reading.events.found import Found
    from shilu.records import Moment, Quotation, Time

__all__ = ["events"]


def events(
    analysis: Analysis, authority: Authority, times: Sequence[Time] = (), quotations: Sequence[Quotation] = ()
) -> tuple[Event, ...]:
    """The events of an article, each once, in reading order."""
    parties = Parties(analysis, authority)
    memory = Memory(analysis, authority, parties)
    told: list[Told] = []
    done: list[Told] = []
    for scene in scenes(analysis, parties, times, [q for q in quotations if q.kind == "direct"], memory.whom):
        if not scene.cues:
            memory.heard(scene)
            continue
        for found in _encounters(scene, authority, memory):
            one = _told(scene, found, analysis.day, memory)
            if one is not None:
                told.append(one)
                memory.met(found)
        done += [
            one for found in acts(scene, authority) if (one := _told(scene, found, analysis.day, memory)) is not None
        ]
        memory.heard(scene)
    done.sort(key=lambda one: analysis.by_block[one.block].kind == "caption")  # the text tells a deed better
    every = (*placed(merged(told, analysis.day)), *merged_acts(done))
    return tuple(_event(each, analysis) for each in sorted(every, key=lambda one: (one.block, one.start)))


def _encounters(scene: Scene, authority: Authority, memory: Memory) -> list[Found]:
    """Meetings and visits; who only goes somewhere to meet (前往…参加会议) makes no visit beside."""
    met = meetings(scene, memory.last_met)
    clauses = {scene.clause_number(found.at) for found in met}
    paid = [
        v
        for v in visits(scene, authority, memory.visits())
        if not (_only_goes(scene, v) and scene.clause_number(v.at) in clauses)
    ]
    return [*met, *paid]


def _only_goes(scene: Scene, found: Found) -> bool:
    cue = scene.units[found.at].cue
    return cue is not None and cue.sense("goes") is not None


def _told(scene: Scene, found: Found, day: str | None, memory: Memory) -> Told | None:
    dated = date_of(scene, found.at, found.last, day)
    number = scene.clause_number(found.at)
    first, last = scene.clauses[number]
    word = scene.units[found.last - 1]
    before, after = scene.plain(first, found.last - 1), scene.plain(found.last, last)
    if is_background(before):
        return None
    before = _modality(scene, number, found.last, before)
    if is_to_come(before) and dated.rank < GOVERNS and is_past(dated.value, day):
        dated = Dated()  # 去年12月…，今后将致函: the time is of what was
    if dated.value is None and not scene.times:
        dated = _lent(memory.last_time(scene), before, day)
    state = state_of(before, word.text, after, dated.value, day)
    if found.type != "CONSULT":
        state = state_of_act(found.status, state)
    return Told(
        type=found.type,
        form=found.form,
        mode=found.mode,
        actors=found.actors,
        recipients=found.recipients,
        rule=found.rule,
        status=state.status,
        shown=state.shown,
        dated=dated._replace(rank=min(dated.rank, WEAK)) if found.definite else dated,
        place=found.place or place_of(scene, found.at) or summoned_to(scene, found),
        contexts=contexts(scene.text.plain[scene.sentence.start : scene.sentence.end]),
        block=scene.text.block,
        start=found.start,
        end=found.end,
        claimed_by=scene.speaker_at(word.start, word.end) or found.claimed_by,
        definite=found.definite,
        again=found.again,
        rounds=rounds(before),
        further=is_further(before),
        level=level(before, word.text, found.actors, scene.parties) if found.form != "visit" else None,
    )


def _modality(scene: Scene, number: int, last: int, before: str) -> str:
    """The words that tell whether it is to come: of the clause, of the one it goes on with, or that it leads to."""
    if before.startswith("除") and number + 1 < len(scene.clauses):
        return scene.plain(*scene.clauses[number + 1])  # 除了与王毅会面外，他还将…
    whole = scene.plain(0, last - 1)
    if number and (goes_on(before) or is_first_to_come(whole)):
        return whole if is_first_to_come(whole) else scene.plain(scene.clauses[number - 1][0], last - 1)
    return before


def _lent(time: Moment | None, before: str, day: str | None) -> Dated:
    """The time of the sentence before in the paragraph, where it agrees with the words: 将 with what is to come.

    What is to come rather comes in these days than on that day.
    """
    if time is None or is_past(time, day) == is_to_come(before) or not is_news(time, day):
        return Dated()
    return Dated(time[: len("2021-03")] if is_to_come(before) else time, WEAK)


def _event(told: Told, analysis: Analysis) -> Event:
    return Event(
        type=told.type,
        form=told.form,
        mode=told.mode,
        status=told.status,
        actors=tuple(one.party for one in told.actors),
        recipients=tuple(one.party for one in told.recipients),
        date=told.dated.value,
        place=told.place.name if told.place else None,
        contexts=told.contexts,
        plover=plover(told.type, told.form, told.mode, told.status),
        rule=told.rule,
        text=analysis.by_block[told.block].text[told.start : told.end],
        block=told.block,
        start=told.start,
        end=told.end,
        claimed_by=told.claimed_by,
    )
