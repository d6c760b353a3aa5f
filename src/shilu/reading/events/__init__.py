"""What was done (记事): encounters and political acts in the PLOVER ontology, each tied to its words.

Sentences become scenes (:mod:`.scene`): rows of units in which parties stand in groups. Rules find meetings, visits and
acts in them; :mod:`.when`, :mod:`.where` and :mod:`.status` say when, where and whether; :mod:`.same` keeps each deed
once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from shilu.reading.events.acts import acts
from shilu.reading.events.delegates import with_delegates
from shilu.reading.events.home import Home
from shilu.reading.events.journeys import with_stops, without_journeys
from shilu.reading.events.lending import placed
from shilu.reading.events.meetings import meetings
from shilu.reading.events.memory import Memory
from shilu.reading.events.nominal import is_remark
from shilu.reading.events.party import Parties
from shilu.reading.events.plover import plover
from shilu.reading.events.respectively import respectively
from shilu.reading.events.same import merged
from shilu.reading.events.same_act import merged_acts
from shilu.reading.events.staging import scenes
from shilu.reading.events.telling import telling
from shilu.reading.events.visits import visits
from shilu.reading.events.when_act import dated_by_lead
from shilu.records import Event
from shilu.wording import SUMMONS, UNDATED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shilu.knowledge.authority import Authority
    from shilu.reading.analysis import Analysis
    from shilu.reading.events.found import Found
    from shilu.reading.events.scene import Scene
    from shilu.reading.events.told import Told
    from shilu.records import Quotation, Time

__all__ = ["events"]


def events(
    analysis: Analysis, authority: Authority, times: Sequence[Time] = (), quotations: Sequence[Quotation] = ()
) -> tuple[Event, ...]:
    """The events of an article, each once, in reading order."""
    parties = Parties(analysis, authority)
    memory = Memory(analysis, authority, parties, times)
    told: list[Told] = []
    done: list[Told] = []
    for scene in scenes(analysis, parties, times, quotations, memory.whom, home=Home(analysis, parties).of):
        memory.enter(scene)
        if not scene.cues:
            memory.heard(scene)
            continue
        deeds = acts(scene, authority)
        here: list[Told] = []
        for found in _encounters(scene, authority, memory):
            one = telling(scene, found, analysis.day, memory)
            if one is not None:
                here.append(one._replace(definite=one.definite or is_remark(scene, found.at)))
                memory.met(found)
        told += with_stops(respectively(scene, here))
        done += [one for found in deeds if (one := telling(scene, found, analysis.day, memory)) is not None]
        memory.heard(scene)
    done.sort(key=lambda one: analysis.by_block[one.block].kind == "caption")  # the text tells a deed better
    deeds_done = (dated_by_lead(one, analysis, times) for one in merged_acts(done, analysis.day, parties))
    met = merged(told, analysis.day)
    met = merged(with_delegates(met, analysis, parties), analysis.day, but=met)
    every = (*without_journeys(placed(met, analysis.day)), *deeds_done)
    return tuple(_event(each, analysis) for each in sorted(every, key=lambda one: (one.block, one.start)))


def _encounters(scene: Scene, authority: Authority, memory: Memory) -> list[Found]:
    """Meetings and visits; who only goes somewhere to meet (前往…参加会议) makes no visit beside."""
    if not any(cue.is_encounter for cue in scene.cues):
        return []
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
        plover=plover(told.type, told.form, told.mode, told.status, summons=told.word in SUMMONS),
        rule=told.rule,
        text=analysis.by_block[told.block].text[told.start : told.end],
        block=told.block,
        start=told.start,
        end=told.end,
        claimed_by=told.claimed_by,
        word=told.word,
        date_by=told.dated.by if told.dated.value or told.dated.by in UNDATED else "",
        place_by=told.place.by if told.place else "",
        status_by=told.status_by,
    )
