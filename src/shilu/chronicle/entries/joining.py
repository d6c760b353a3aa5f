"""Whether a version of a deed joins a centre, and which of several: by parties, by days, by matter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.chronicle.entries.fitting import SPOKEN, one_of_many, stand_ins
from shilu.chronicle.entries.likeness import alike
from shilu.chronicle.entries.vague import distance, was_ahead
from shilu.chronicle.entries.whereabouts import in_one_town
from shilu.records import OFF, TO_COME

if TYPE_CHECKING:
    from shilu.chronicle.entries.tellings import Telling
    from shilu.chronicle.entries.versions import Version

_ZONE = 1
"""Days that two reports of one deed may differ by, for time zones alone."""
_JOURNEY = 3
"""… that two reports of one visit may differ by: of arrival, of stay and of departure."""
_STATES = 3
"""… that a report which names states alone may lie off the deed that everybody tells."""
_OCCASION = 10
"""… that reports of the same people in one town, or of the same four, may differ by: announced, put off, misdated."""
_NEXT = re.compile(r"下一?[轮次届輪屆]")
_LETTER = 31
"""… that reports of a letter may differ by: it is dated by when it was written, by when it became known."""
_FOUR, _THREE = 4, 3
_WIDELY = 3
"""Sources of a deed beside which another day given by one alone is a slip: of a visit, or where three are the same."""
_LANDMARK = 6
"""Sources of an encounter of which all speak for days: its states, or two of its people, mean that one."""
_SOME = 2
_NEAR = 4
"""Days from a report without a day to a deed that one source dates: what many tell is not gathered by one slip."""
_WEEK = 7
_SANCTION = "SANCTION"
_LAST_FOR_DAYS = frozenset({"meet", "talks", "visit"})


def slack(version: Version) -> int:
    """The most days that a centre may lie off a version which joins it."""
    if version.kind in _LAST_FOR_DAYS:
        return _OCCASION
    return {_SANCTION: _WEEK, "letter": _LETTER}.get(version.kind, _ZONE)


def cost(version: Version, centre: Version) -> int | None:
    """The parties of a version for whom others stand in the centre; None where it cannot join."""
    if {version.kind, centre.kind} == {"call", "meet"}:
        return None
    if version.unnamed and centre.of_leaders and len(centre.origins) < _SOME:
        return None  # that two states talked bears out no meeting of their leaders which one source tells
    if (version.nameless and centre.nameless and not _of_one_sort(version, centre)) or _are_summons(version, centre):
        return None
    parties = _by_parties(version, centre)
    if parties is None or not _by_days(version, centre, parties):
        return None
    if _is_apart(version, centre):
        return None
    return parties if alike(version.own, centre.own) else None


def _is_apart(version: Version, centre: Version) -> bool:
    """Whether they are told as two deeds, though parties and days fit."""
    rules = (_told_apart, _is_another_day_of_fewer, _told_as_two_at_once, _pairs_off, _is_said_again, _sits_again)
    return any(rule(version, centre) for rule in rules)


def _is_another_day_of_fewer(version: Version, centre: Version) -> bool:
    """Whether three sources tell that some of them met on another day: ministers one by one, then two and two."""
    if version.kind not in ("meet", "talks") or version.many or version.span is None or centre.span is None:
        return False
    fewer = version.sides[0] < centre.sides[0] and not version.unnamed
    return fewer and len(version.origins) >= _THREE and not version.span.touches(centre.span, 0)


def _is_said_again(version: Version, centre: Version) -> bool:
    """Whether two sources tell words for a day of their own: what is said every day is not misdated by two.

    That ambassadors are summoned is announced on one day and done on the next.
    """
    spoken = version.own[0].event.type in SPOKEN and not version.summons
    if not spoken or version.span is None or centre.span is None:
        return False
    return version.on_day >= _SOME and not version.span.touches(centre.span, 0)


def _sits_again(version: Version, centre: Version) -> bool:
    """Whether a body is still to sit, as told on the day after it sat: 安理会 sits on Monday, and again on Tuesday."""
    if not _is_body_alone(version) or version.happened or version.span is None or centre.span is None:
        return False
    return centre.happened and centre.span.last < version.span.first and str(centre.span.last) < version.told_first


def _pairs_off(version: Version, centre: Version) -> bool:
    """Whether one is of two ministers who also met by themselves, and the other not of these two alone."""
    return (
        (version.couple or centre.couple)
        and not (version.unnamed or centre.unnamed)
        and (version.sides != centre.sides)
    )


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

    What is told as talks of two and two is rather the one that others tell so.
    """
    told = -len(centre.origins) if version.unnamed else 0
    apart = abs((version.span.first - centre.span.first).days) if version.span and centre.span else 0
    return (version.pairs > centre.pairs, told, parties, _names_others(version, centre), apart, centre.order)


def _names_others(version: Version, centre: Version) -> bool:
    """Whether people are named in one of two encounters who are not in the other: two ministers of four."""
    return not version.unnamed and version.sides != centre.sides


def meant(telling: Telling, version: Version, centre: Version) -> tuple[object, ...] | None:
    """How near a centre is to what a vague or undated telling speaks of; None where it cannot be meant.

    Best is what the same article tells with a date. Then, of states alone or within a month, the most told deed: all
    speak of it; of people without a date the nearest one of those that six sources date, else that two do.
    """
    parties = cost(version, centre)
    if parties is None or centre.reach is None or _is_still_to_come(telling, centre):
        return None
    if version.kind == "call" != centre.kind:
        return None  # talks may have been a call, but 两人曾通话 without a day is no word on them
    anchored = telling.source.article in centre.articles
    vague = _says_nothing(telling, version, centre) or _dates_nothing(telling, version, centre)
    if not anchored and (vague or is_of_other_times(telling)):
        return None
    alone = _is_body_alone(version)  # 安理会 sits every week
    exact = parties == 0 and not version.unnamed and not alone
    kind = centre.kind if version.kind == "talks" else version.kind  # which may have been a call
    days = distance(telling, centre.reach, kind, anchored=anchored, exact=exact)
    lone = len(centre.origins) < _SOME and not anchored and telling.is_undated and version.kind != "call"
    if days is None or (lone and telling.status == "happened" and days > _NEAR):
        return None
    others = (version.pairs > centre.pairs, _names_others(version, centre))
    if version.unnamed or not telling.is_undated:
        return (not anchored, others, -len(centre.origins), days, parties, centre.order)
    told = len(centre.origins)
    return (not anchored, parties, -(told >= _SOME) - (told >= _LANDMARK), others, days, centre.order)


def _is_still_to_come(telling: Telling, centre: Version) -> bool:
    """Whether its article tells it as to come beside the deed, which it tells as done the days before."""
    if telling.status not in TO_COME or was_ahead(telling):
        return False
    if centre.span is not None and _NEXT.search(telling.event.text):
        return str(centre.span.first) <= telling.source.published
    here = [t for t in centre.tellings if t.source.article == telling.source.article and t.days is not None]
    published = telling.source.published
    if centre.span is not None and str(centre.span.first) > published:
        return False  # the deed itself is to come
    if telling.days is not None and published < str(telling.days.last):
        published = str(telling.days.last)  # 商定上半年对话, told on the day of the talks
    return any(t.status == "happened" and t.days is not None and str(t.days.last) < published for t in here)


def is_of_other_times(telling: Telling) -> bool:
    """Whether it tells without a day of somebody out of office: 特朗普与金正恩的会晤 was in his time."""
    past = telling.is_undated and telling.status == "happened" and telling.kind != "visit"
    return past and any(one.standing == "former" for one in telling.actors)


def _says_nothing(telling: Telling, version: Version, centre: Version) -> bool:
    """Whether an account is too vague to be of this deed, because states are named for people on either side."""
    if version.unnamed and centre.kind == "call" != version.kind:
        return True  # 美中对话 is not what two leaders said on the telephone
    if version.of_states and not (centre.as_states or (version.pairs and centre.pairs)):
        return True  # 中日对话 is not what a mayor and an ambassador said, which nobody tells as that of states
    if version.unnamed < centre.unnamed:
        return True  # that 美国 met 中国 on a day says nothing of whom 王毅 met
    if version.unnamed and centre.unnamed and (centre.nameless or len(centre.origins) < _SOME):
        return True  # one source's talks of two states are not known to be those that others mean
    wished = telling.is_undated and telling.status != "happened"
    return wished and (bool(version.unnamed) or _is_body_alone(version))  # 两国将继续对话


def _dates_nothing(telling: Telling, version: Version, centre: Version) -> bool:
    """Whether a deed need not be what others mean: one only denied, or a sitting that one source dates.

    没听说事前有商谈 dates no talks that others tell; and a body sits more than once in a month.
    """
    if centre.is_denied and telling.status not in OFF:
        return True
    return _is_body_alone(version) and len(centre.origins) < _SOME and (version.happened or centre.happened)


def _is_body_alone(version: Version) -> bool:
    return version.many and len(version.actors) == 1


def _by_parties(version: Version, centre: Version) -> int | None:
    gathering = version.gathering and centre.gathering
    if version.many and not gathering and not _same_states(version, centre):
        return None
    acting = (one_of_many if gathering else stand_ins)(version.actors, centre.actors, version.kind)
    if acting is None and version.kind == "visit" and _travel_together(version, centre):
        return len(version.sides[0] ^ centre.sides[0])
    if acting is None and _misnames(version, centre):
        return len(version.sides[0] - centre.sides[0])
    if acting is None or not version.recipients or version.kind == "visit":
        return acting
    acted_on = stand_ins(version.recipients, centre.recipients, version.kind)
    return None if acted_on is None else acting + acted_on


def _travel_together(version: Version, centre: Version) -> bool:
    """Whether somebody by name is among the visitors of both: nobody is on two visits to one state at a time."""
    shared = version.sides[0] & centre.sides[0]
    return any(one.id in shared and not one.is_government and one.standing != "union" for one in version.actors)


def _on_one_occasion(version: Version, centre: Version) -> bool:
    """Whether somebody of each of two states is in both, in one town and on one day: each names others beside them.

    Of a landmark somebody of one state and the other state are enough, and no town need be told.
    """
    if version.kind not in ("meet", "talks") or not _on_one_day(version, centre):
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
    if not version.of_leaders or not version.happened or not _on_one_day(version, centre):
        return False
    others = not any(one.leads for one in centre.actors)
    return others and _outweighs(centre, version, _THREE) and version.states <= centre.states


def _names_the_former(version: Version, centre: Version) -> bool:
    """Whether it names somebody long out of office among those of a landmark of that day: that was another time."""
    if version.kind not in ("meet", "talks") or not _on_one_day(version, centre):
        return False
    rest = tuple(one for one in version.actors if one.standing != "former")
    former = len(rest) < len(version.actors)
    known = version.states <= centre.states and stand_ins(rest, centre.actors, version.kind) is not None
    return bool(former and rest) and known and _is_landmark(centre, version)


def _on_one_day(version: Version, centre: Version) -> bool:
    return version.span is not None and centre.span is not None and version.span.touches(centre.span, _ZONE)


def _is_landmark(centre: Version, version: Version) -> bool:
    """Whether it is so widely told, beside the other, that all speak of it, and no other town is told."""
    return _outweighs(centre, version) and _in_one_town(version, centre)


def _outweighs(centre: Version, version: Version, times: int = 2) -> bool:
    """Whether six sources and so many times as many bear out the one."""
    return _borne_out(centre) >= max(_LANDMARK, times * len(version.origins))


def _same_states(version: Version, centre: Version) -> bool:
    return version.states <= centre.states if centre.gathering else version.states == centre.states


def _by_days(version: Version, centre: Version, parties: int) -> bool:
    if version.kind == "visit" or version.span is None or centre.span is None:
        return _on_one_journey(version, centre)
    if version.span.touches(centre.span, _ZONE):
        return not version.nameless or _may_mean(version, centre)
    if version.kind in ("letter", _SANCTION):
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
    return len(version.origins) == 1 and len(centre.origins) >= _LANDMARK and 0 < late <= _WEEK


def _may_mean(version: Version, centre: Version) -> bool:
    """Whether what two and more tell of states on a day may be that of people: not where fewer tell of these."""
    told = len(version.origins)
    return version.many or centre.nameless or told == 1 or _borne_out(centre) > told


def _off_its_day(version: Version, centre: Version, parties: int) -> bool:
    """Whether a version that is told for another day, within ten, is told for the wrong one."""
    landmark = _is_landmark(centre, version)
    if version.span is None or centre.span is None:
        return True
    if version.unnamed:
        reach = _OCCASION if landmark else _STATES
        return len(centre.origins) > len(version.origins) and version.span.touches(centre.span, reach)
    if version.happened and centre.happened and len(version.origins) >= _SOME and not _outweighs(centre, version):
        return False  # a day that two and more tell as that of the deed is no slip
    same = len(version.sides[0] & centre.sides[0])
    planned = not (version.happened or centre.happened)  # a plan that is told for another day is put off
    enough = _SOME if landmark or planned else _THREE if _is_alone(version, centre) else _FOUR
    once = same >= enough or in_one_town(version.towns, centre.towns)
    return (
        once
        and parties == 0
        and len(version.states) > 1
        and version.span.touches(centre.span, _OCCASION)
        and not _told_as_two(version, centre, least=_SOME if landmark else 1)
    )


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


def _told_apart(version: Version, centre: Version) -> bool:
    """Whether an article tells of one that it was not held, and of the other, of another form, that it was.

    Both came to the summit, but did not talk.
    """
    off, held = (version, centre) if centre.happened else (centre, version)
    return (
        not off.happened
        and held.happened
        and all(t.status in OFF for t in off.own)
        and off.forms.isdisjoint(held.forms)
        and not off.articles.isdisjoint(held.articles)
    )


def _told_as_two_at_once(version: Version, centre: Version) -> bool:
    """Whether one article tells both of what does not last for days; of letters, which become known late, two."""
    least = _SOME if version.kind == "letter" else 1
    return version.kind not in _LAST_FOR_DAYS and _told_as_two(version, centre, least)


def _told_as_two(version: Version, centre: Version, least: int = 1) -> bool:
    """Whether so many articles tell both as done, each on a day of its own: a call on Monday, another on Tuesday."""
    return (
        version.happened
        and centre.happened
        and len(version.articles & centre.articles) >= least
        and version.span is not None
        and centre.span is not None
        and not version.span.touches(centre.span, 0)
    )
