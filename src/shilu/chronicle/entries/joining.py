"""Whether a version of a deed joins a centre, and which of several: by parties, by days, by matter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.chronicle.entries.apart import FAR_MORE, LAST_FOR_DAYS, are_apart, told_as_two
from shilu.chronicle.entries.days import ZONE
from shilu.chronicle.entries.fitting import one_of_many, stand_ins
from shilu.chronicle.entries.likeness import alike
from shilu.chronicle.entries.tellings import SANCTION
from shilu.chronicle.entries.versions import SOME
from shilu.chronicle.entries.whereabouts import in_one_town
from shilu.wording import CUSTODIAL, IDLE, court_stage

if TYPE_CHECKING:
    from shilu.chronicle.entries.versions import Version

_JOURNEY = 3
"""Days that two reports of one visit may differ by: of arrival, of stay and of departure."""
_STATES = 3
"""… that a report which names states alone may lie off the deed that everybody tells."""
_OCCASION = 10
"""… that reports of the same people in one town, or of the same four, may differ by: announced, put off, misdated."""
_LETTER = 31
"""… that reports of a letter may differ by: it is dated by when it was written, by when it became known."""
_FOUR, _THREE = 4, 3
_WIDELY = 3
"""Sources of a deed beside which another day given by one alone is a slip: of a visit, or where three are the same."""
LANDMARK = 6
"""Sources of an encounter of which all speak for days: its states, or two of its people, mean that one."""
_WEEK = 7
_OF_THESE_DAYS = 2
"""Days behind that on which all tell of sanctions, on which a few report them without their day."""
_NEGOTIATED = "谈判"
_JUDICIARY = re.compile(r"^x\.org\..*(?:警[方察]|公安|分局|派出所|国保|国安|安全局|法院|法庭|检察院|检方|当局)")
"""Who arrests and sentences, where the authority does not list the body."""


def slack(version: Version) -> int:
    """The most days that a centre may lie off a version which joins it."""
    if version.kind in LAST_FOR_DAYS:
        return _OCCASION
    return {SANCTION: _WEEK, "letter": _LETTER}.get(version.kind, ZONE)


def cost(version: Version, centre: Version) -> int | None:
    """The parties of a version for whom others stand in the centre; None where it cannot join."""
    if {version.kind, centre.kind} == {"call", "meet"}:
        return None
    if version.unnamed and centre.of_leaders and len(centre.origins) < SOME:
        return None  # that two states talked bears out no meeting of their leaders which one source tells
    if (version.nameless and centre.nameless and not _of_one_sort(version, centre)) or _are_summons(version, centre):
        return None
    parties = _by_parties(version, centre)
    if parties is None or not _by_days(version, centre, parties) or are_apart(version, centre):
        return None
    return parties if alike(version.own, centre.own) else None


def _are_summons(version: Version, centre: Version) -> bool:
    """Whether one tells that ambassadors were summoned, and the other that the states talked."""
    return version.summons != centre.summons and version.nameless


def _of_one_sort(version: Version, centre: Version) -> bool:
    """Whether states alone may have met once: a session that is called off is not the talks that others tell."""
    if version.many or version.kind not in ("meet", "talks"):
        return True
    return version.sort == centre.sort


def rank(version: Version, parties: int, centre: Version) -> tuple[object, ...]:
    """Which centre a version joins: of states alone the most told deed, else the nearest that names the same.

    What is told as talks of two and two is rather the one that others tell so, and of those who meet now two, now four
    the one that shares most of its parties.
    """
    told = -len(centre.origins) if version.nameless else 0
    apart = abs((version.span.first - centre.span.first).days) if version.span and centre.span else 0
    others = (names_others(version, centre), -_shared(version, centre))
    return (version.pairs > centre.pairs, told, parties, *others, apart, centre.order)


def _shared(version: Version, centre: Version) -> int:
    """How many parties both name: 布林肯 and 奥斯汀 with 韩国 are rather the talks of four than of one of them."""
    return len(version.sides[0] & centre.sides[0])


def names_others(version: Version, centre: Version) -> bool:
    """Whether people are named in one of two encounters who are not in the other: two ministers of four."""
    return not version.unnamed and version.sides != centre.sides


def _by_parties(version: Version, centre: Version) -> int | None:
    gathering = version.gathering and centre.gathering
    if version.many and not gathering and not _same_states(version, centre):
        return None
    if gathering:
        on_one_day = version.span is not None and version.span.is_precise
        acting = one_of_many(version.actors, centre.actors, version.kind, on_one_day=on_one_day)
    else:
        acting = stand_ins(version.actors, centre.actors, version.kind)
    if acting is None and version.kind == "visit" and _travel_together(version, centre):
        return len(version.sides[0] ^ centre.sides[0])
    if acting is None and _is_one_measure(version, centre):
        return len(version.sides[0] - centre.sides[0])
    if acting is None and _misnames(version, centre):
        return len(version.sides[0] - centre.sides[0])
    if acting is None or not version.recipients or version.kind == "visit":
        return acting
    acted_on = stand_ins(version.recipients, centre.recipients, version.kind)
    return None if acted_on is None else acting + acted_on


def _is_one_measure(version: Version, centre: Version) -> bool:
    """Whether people were arrested, tried or sentenced once, and only who did it is named otherwise.

    Nobody is so twice on one day: 山东警方, 临沂市警方 and 中国 arrested one.
    """
    event = version.own[0].event
    if event.mode not in CUSTODIAL and not court_stage(event.word):
        return False
    if version.sides[1] != centre.sides[1] or all(one.is_government for one in version.recipients):
        return False
    if not version.touches(centre, 0):
        return False
    acting = (*version.actors, *centre.actors)
    states = {one.country for one in acting if one.country}
    return len(states) < 2 and all(one.is_government or _JUDICIARY.search(one.id) for one in acting)


def _travel_together(version: Version, centre: Version) -> bool:
    """Whether somebody by name is among the visitors of both: nobody is on two visits to one state at a time."""
    shared = version.sides[0] & centre.sides[0]
    return any(one.id in shared and not one.is_government and one.standing != "union" for one in version.actors)


def _on_one_occasion(version: Version, centre: Version) -> bool:
    """Whether somebody of each of two states is in both, in one town and on one day: each names others beside them.

    Of a landmark somebody of one state and the other state are enough, and no town need be told.
    """
    if version.kind not in ("meet", "talks") or not version.touches(centre):
        return False
    both = [one for one in version.actors if one.id in centre.sides[0] and not one.is_government]
    countries = {one.country for one in both if one.country}
    if _is_landmark(centre, version):
        known = {one.country for one in version.actors if one.country}
        return len(countries) + version.unnamed > 1 and bool(countries) and known <= centre.states
    return len(countries) > 1 and not version.unnamed and in_one_town(version.towns, centre.towns)


def _misnames(version: Version, centre: Version) -> bool:
    """Whether it names others for some, or all, of those who took part in a deed that more tell of that day."""
    return any(rule(version, centre) for rule in (_on_one_occasion, _names_the_former, _names_the_leaders))


def _names_the_leaders(version: Version, centre: Version) -> bool:
    """Whether it has leaders meet where three times as many tell of others of the same states.

    Where leaders do meet, all tell of them; 美中会谈 beside their names is read as theirs.
    """
    if not version.of_leaders or not version.happened or not version.touches(centre):
        return False
    others = not any(one.leads for one in centre.actors)
    return others and _outweighs(centre, version, _THREE) and version.states <= centre.states


def _names_the_former(version: Version, centre: Version) -> bool:
    """Whether it names somebody long out of office among those of a landmark of that day: that was another time."""
    if version.kind not in ("meet", "talks") or not version.touches(centre):
        return False
    rest = tuple(one for one in version.actors if one.standing != "former")
    former = len(rest) < len(version.actors)
    known = version.states <= centre.states and stand_ins(rest, centre.actors, version.kind) is not None
    return bool(former and rest) and known and _is_landmark(centre, version)


def _is_landmark(centre: Version, version: Version) -> bool:
    """Whether it is so widely told, beside the other, that all speak of it, and no other town is told."""
    return _outweighs(centre, version) and _in_one_town(version, centre)


def _outweighs(centre: Version, version: Version, times: int = 2) -> bool:
    """Whether six sources and so many times as many bear out the one."""
    return _borne_out(centre) >= max(LANDMARK, times * len(version.origins))


def _same_states(version: Version, centre: Version) -> bool:
    return version.states <= centre.states if centre.gathering else version.states == centre.states


def _by_days(version: Version, centre: Version, parties: int) -> bool:
    if version.kind == "visit" or version.span is None or centre.span is None:
        return _on_one_journey(version, centre)
    if version.span.touches(centre.span, ZONE):
        return not version.nameless or _may_mean(version, centre)
    if version.kind in ("letter", SANCTION):
        return _is_told_late(version, centre, parties)
    if version.kind not in ("meet", "talks") or centre.kind == "call":
        return False
    if version.many:
        return parties == 0 and _a_week_early(version, centre)
    return _off_its_day(version, centre, parties)


def _on_one_journey(version: Version, centre: Version) -> bool:
    if version.span is None or centre.span is None or version.span.touches(centre.span, _JOURNEY):
        return True
    return _is_alone(version, centre) and version.span.touches(centre.span, _OCCASION)


def _is_told_late(version: Version, centre: Version, parties: int) -> bool:
    """Whether letters are one, written and become known, or sanctions those that all told in the week before."""
    if version.span is None or centre.span is None:
        return True
    if version.kind == "letter":
        return parties == 0 and version.span.touches(centre.span, _LETTER)
    late = (version.span.first - centre.span.last).days
    few = len(centre.origins) >= FAR_MORE * len(version.origins) and late <= _OF_THESE_DAYS
    alone = len(version.origins) == 1 and len(centre.origins) >= LANDMARK
    return late > 0 and (few or (alone and late <= _WEEK))


def _may_mean(version: Version, centre: Version) -> bool:
    """Whether what two and more tell of states on a day may be that of people: not where fewer tell of these."""
    told = len(version.origins)
    return version.many or centre.nameless or told == 1 or _borne_out(centre) > told


def _off_its_day(version: Version, centre: Version, parties: int) -> bool:
    """Whether a version that is told for another day, within ten, is told for the wrong one."""
    landmark = _is_landmark(centre, version)
    if version.span is None or centre.span is None:
        return True
    if _was_over_before(version, centre):
        return False
    if version.unnamed:
        if all(t.event.word in IDLE for t in version.own):
            return False
        reach = _OCCASION if landmark else _STATES
        return len(centre.origins) > len(version.origins) and version.span.touches(centre.span, reach)
    if version.happened and centre.happened and len(version.origins) >= SOME and not _outweighs(centre, version):
        return False  # a day that two and more tell as that of the deed is no slip
    same = len(version.sides[0] & centre.sides[0])
    planned = not (version.happened or centre.happened)  # a plan that is told for another day is put off
    enough = SOME if landmark or planned else _THREE if _is_alone(version, centre) else _FOUR
    once = same >= enough or in_one_town(version.towns, centre.towns)
    return (
        once
        and parties == 0
        and len(version.states) > 1
        and version.span.touches(centre.span, _OCCASION)
        and not told_as_two(version, centre, least=SOME if landmark else 1)
    )


def _was_over_before(version: Version, centre: Version) -> bool:
    """Whether negotiations were told as held before the day of the deed: 8日的谈判, told on the 9th.

    Of talks of other names plans are read as held too often to part them so.
    """
    if version.span is None or centre.span is None or any(t.event.word != _NEGOTIATED for t in version.own):
        return False
    told = max(t.source.published for t in version.own)
    over = version.span.last < centre.span.first and told < centre.span.first.isoformat()
    return over and version.happened


def _is_alone(version: Version, centre: Version) -> bool:
    return len(version.origins) == 1 and len(centre.origins) >= _WIDELY


def _borne_out(centre: Version) -> int:
    return max(centre.support, len(centre.origins))


def _a_week_early(version: Version, centre: Version) -> bool:
    """Whether it is told for the weekday before the one for which more tell it: 周五举行, read as last Friday."""
    if version.span is None or centre.span is None or (centre.span.first - version.span.first).days != _WEEK:
        return False
    told = [t.source.published for t in version.own]
    ahead = version.span.last.isoformat() < min(told) and max(told) <= centre.span.first.isoformat()
    return ahead and _borne_out(centre) > len(version.origins)


def _in_one_town(version: Version, centre: Version) -> bool:
    """Whether no account places them in different towns."""
    return not version.towns or not centre.towns or in_one_town(version.towns, centre.towns)
