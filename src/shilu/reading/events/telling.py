"""An event with all that its sentence, and what was told before, say of it: when, where, whether it took place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.reading.events.bearers import at_the_time
from shilu.reading.events.contexts import contexts
from shilu.reading.events.dating import date_told, is_of_before, settled
from shilu.reading.events.found import Words
from shilu.reading.events.intent import intended, told_by_rest, undone, untold
from shilu.reading.events.marks import is_further, is_spirit, is_two_and_two, level, rounds
from shilu.reading.events.modality import modality
from shilu.reading.events.mood import state_of_act
from shilu.reading.events.status import is_before, is_done, since, state_of
from shilu.reading.events.supposed import is_background, is_contrary, is_general, is_left_open, is_topic
from shilu.reading.events.told import Told
from shilu.reading.events.when_act import is_blamed
from shilu.reading.events.where import place_of, place_of_words, summoned_to
from shilu.wording import CUSTODIAL, CUSTODY, one_office

if TYPE_CHECKING:
    from shilu.reading.events.found import Found
    from shilu.reading.events.memory import Memory
    from shilu.reading.events.party import One
    from shilu.reading.events.place import Place
    from shilu.reading.events.scene import Scene
    from shilu.reading.events.status import State
    from shilu.reading.events.when import Dated


_WHO_WERE = re.compile(r"的(?:都|大[都多]|多数|多|全)是")
"""Behind what is said of all to whom it was done: 被军方射杀|的都是平民."""
_ON = re.compile(r"(?:^|[，方府国])(?:对于|关于|有关|至于)")
"""What opens a topic of which the next clauses tell: 对于两人会谈，预计…, 两国政府对于…."""
_OR = re.compile(r"[或和及与]")
"""Behind one of several topics: 对于首相访美|或两国首脑会谈."""
_GOES_ON = re.compile(r"[的、和与及\d一二三四五六七八九十两名位个]$")
"""What ends no span: 谴责美国国务卿布林肯的|言论, 判处3|年."""
_SAYS_ENOUGH = 16
"""How many characters tell a reader, and a comparison of accounts, what was done."""
_ON_A_PLAN = re.compile(r"[对就][^，。；]*的[^，。；]{0,6}计划$")
"""Before what is said of somebody's plan, which plans nothing: 对欧盟的征税计划|表示反对."""
_HELD = re.compile(r"[关羁收]押|被[关押]|囚")
_AGREED = frozenset({"同意", "商定", "约定"})
"""What talks are agreed on by, as a rule at others: 会谈中双方同意就此磋商."""
_OF_WORDS = frozenset({"ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN", "AGREE", "SANCTION", "AID", "CONCEDE"})
"""Acts done in words, or on paper, of which a place nearby is rather that of what they are about."""
_WHAT_CAME_OF_IT = re.compile(
    r"的(?:[^，。的]{0,3}\d+[月日][^，。的]{0,4}(?:截止日期?|期限|大限)|[^，。的]{1,4}过渡期(?:结束|届满|$))"
)
"""Behind talks that only say what was settled: 双方谈判|的5月1日截止日期."""


def telling(scene: Scene, found: Found, day: str | None, memory: Memory) -> Told | None:
    """The event that a rule found, in an article published on ``day``; None where it is only supposed or general."""
    encounter = found.type == "CONSULT"
    word = scene.units[found.last - 1]
    number = scene.clause_number(found.at)
    first, last = scene.clauses[number]
    before, after = scene.plain(first, found.last - 1), _after(scene, found, last)
    idle = encounter and (is_left_open(after) or _WHAT_CAME_OF_IT.match(after))
    if idle or is_background(before) or _is_unreal(scene, found):
        return None
    words = Words(modality(scene, number, found, since(before, after)), after, _behind(found, after))
    dated = date_told(scene, found, words, memory, day)
    state = _state(scene, found, words, dated, day)
    if state is None:
        return None
    speaker = scene.speaker_at(word.start, word.end)
    actors, recipients = at_the_time(scene, found, dated, day)
    return Told(
        type=found.type,
        form=found.form,
        mode=found.mode,
        actors=actors,
        recipients=recipients,
        rule=found.rule,
        status=state.status,
        shown=state.shown,
        word=word.text or (word.cue.word if word.cue else ""),
        status_by=state.by,
        dated=settled(dated, state, words.before, day, definite=found.definite),
        place=_place(scene, found),
        contexts=contexts(scene.text.plain[scene.sentence.start : scene.sentence.end]),
        block=scene.text.block,
        start=found.start,
        end=found.end if encounter else _told_in_full(scene, found),
        claimed_by=found.claimed_by if speaker is None else speaker,
        definite=found.definite,
        again=found.again,
        rounds=rounds(words.before),
        further=is_further(words.before) or (found.form == "talks" and state.by in _AGREED),
        pairs=is_two_and_two(scene.plain(first, min(found.last + 2, last))),
        level=_level(scene, found, words.before),
        office=one_office(scene.plain(first, found.last)) if all(map(_is_by_title, found.actors)) else 0,
    )


def _state(scene: Scene, found: Found, words: Words, dated: Dated, day: str | None) -> State | None:
    """The status; None where the words only make a topic of it, or hold a party of what is not done."""
    word, before, after = scene.units[found.last - 1], words.before, words.after
    encounter = found.type == "CONSULT"
    if not encounter and _ON_A_PLAN.search(before):
        before = ""
    spirit = encounter and is_spirit(scene.text.plain, word.end)
    behind = words.beyond if is_of_before(found, words) else after
    state = state_of("" if spirit else before, word.text, behind, dated.value, day)
    if spirit and state.status == "happened":
        state = state._replace(shown=True)
    if not encounter:
        return state_of_act(found.status, state, "" if is_done(word.text, after) else _led(scene, found, before))
    if word.cue is not None and word.cue.sense("with") and state.status != "happened":
        return None
    state = untold(state, before, words.beyond)
    shown = state.shown and state.by != "date"
    if shown or (after and not _OR.match(after)) or not _ON.search(before):
        state = intended(state, words.beyond, before if found.form == "visit" else "")
    else:
        state = state_of(scene.plain(found.last, len(scene.units)), word.text, "", dated.value, day)
    rest = scene.text.plain[word.end : scene.sentence.end]
    state = told_by_rest(undone(state, before, rest), rest)
    topic = found.rule == "visit.v1" and not (state.shown or before.endswith("的")) and is_topic(words.beyond)
    return None if topic else state


def _led(scene: Scene, found: Found, before: str) -> str:
    """The words before an act with those of the clauses before, back to the one that names who does it."""
    number = scene.clause_number(found.at)
    first, end = scene.clauses[number][0], found.at
    while number and not any(group.stance == "subject" for group in scene.groups_in(first, end)):
        number -= 1
        first, end = scene.clauses[number]
        before = f"{scene.plain(first, end)}，{before}"
    return before


def _level(scene: Scene, found: Found, before: str) -> str | None:
    """Whether leaders meet or officials do; whom 双方 means, the sentence before the word tells."""
    if found.form == "visit":
        return None
    meant = all(one.found_by == "pronoun" for one in found.actors)
    said = scene.plain(0, found.last - 1) if meant else before
    return level(said, scene.units[found.last - 1].text, found.actors, scene.parties)


def _place(scene: Scene, found: Found) -> Place | None:
    """Where it was done; who was arrested was not arrested where he is held."""
    if found.place is not None:
        return found.place
    if found.type != "CONSULT" and is_blamed(scene, found, "PROTEST"):
        return None  # 抗议军方杀害民众的人在洛杉矶集会
    if found.type in _OF_WORDS:
        return place_of_words(scene, found) or summoned_to(scene, found)
    place = place_of(scene, found.at, found.last - 1)
    held = found.mode in CUSTODIAL and place is not None and CUSTODY.search(place.name)
    word = scene.units[found.last - 1].text
    return summoned_to(scene, found) if place is None or (held and not _HELD.search(word)) else place


def _after(scene: Scene, found: Found, last: int) -> str:
    """The words behind in its clause; 前 and 将 behind an act put nothing off: 被捕|前, 反对|将人权政治化."""
    after = scene.plain(found.last, last)
    taken = found.type in _OF_WORDS and after.startswith("将") and scene.letters.startswith("an", found.last)
    return "" if found.type != "CONSULT" and (is_before(after) or taken) else after


def _told_in_full(scene: Scene, found: Found) -> int:
    """Where the span of an act that says little by itself ends: with its clause, or after a few words of it.

    呼吁 alone tells a reader nothing, and stands in many places.
    """
    end = found.end
    for unit in scene.units[found.last : scene.clauses[scene.clause_number(found.at)][1]]:
        if end - found.start >= _SAYS_ENOUGH and not _GOES_ON.search(scene.text.plain, found.start, end):
            break
        end = max(end, unit.end)
    return end


def _is_unreal(scene: Scene, found: Found) -> bool:
    """Whether the sentence tells what is usual, or what would have been."""
    whole = scene.plain(0, len(scene.units))
    if found.type != "CONSULT":
        number = scene.clause_number(found.at)
        timed = "T" in scene.letters[slice(*scene.clauses[number])]
        return is_general(whole) or (not timed and _WHO_WERE.match(scene.text.plain, found.end) is not None)
    return is_general(whole) or is_contrary(whole)


def _is_by_title(one: One) -> bool:
    """Whether a state is named, or somebody by his office alone: 美日防长|会谈."""
    return one.is_state or one.found_by == "title"


def _behind(found: Found, after: str) -> str:
    """The words behind an encounter and the state or place that is visited."""
    hosts = (*(host.name for host in found.recipients), *([found.place.name] if found.place else ()))
    return next((after.removeprefix(host) for host in hosts if after.startswith(host)), after)
