"""Whether a vague or undated telling speaks of a deed that others date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.chronicle.entries.joining import LANDMARK, cost, names_others
from shilu.chronicle.entries.vague import close_before, distance, was_ahead
from shilu.chronicle.entries.versions import LEADERS, SOME
from shilu.records import OFF, TO_COME
from shilu.text.script import fold
from shilu.wording import ONCE, SO_FAR

if TYPE_CHECKING:
    from shilu.chronicle.entries.tellings import Telling
    from shilu.chronicle.entries.versions import Version

_NEXT = re.compile(r"下一?[轮次届]|另一[轮次场]|新一轮")
"""What is called so was not held by the day on which that is said …"""
_MORE = re.compile(r"重启|重新启动|恢复|继续|新一轮|再次")
"""… nor, once they are over, what is to go on then: 两人同意重启双边|对话."""
_SOME_DAY = re.compile(
    r"一直[^，。；]{0,4}(?:希望|想|寻求|争取|试图)|时机|适当的?时[候间]|合适的?时[候间]|某个?时[候间]|有朝一日|总有一天|迟早|有机会"
)
"""Of what is to come, that it has no day: 一直希望|访美."""
_MINISTERS = re.compile(r"部长|财长|外长|防长|大臣")
"""In the words of a sitting that is not of the leaders."""
_AT_FIRST = re.compile(r"起初|最初|起先|一直在(?!于)|多年来")
"""Of what was, that it was on no day: 起初|没有参加会议."""
_ONCE = re.compile(r"(?:过往|以往|昔日)的?$")
"""Of what is only remembered: 两人的一次过往|会晤."""
_NO_DAY = frozenset({ONCE, SO_FAR})
"""How what has a day of its own that nobody tells is told, or what was done on several."""
_OF_THE_NEWS = frozenset({"article", "present"})
"""How a date is found that only says that its article tells of these days."""
_NEAR = 4
"""Days from a report without a day to a deed that one source dates: what many tell is not gathered by one slip."""


def meant(telling: Telling, version: Version, centre: Version) -> tuple[object, ...] | None:
    """How near a centre is to what a vague or undated telling speaks of; None where it cannot be meant.

    Best is what the same article tells with a date. Then, of states alone or within a month, the most told deed: all
    speak of it; of people without a date the nearest one of those that six sources date, else that two do.
    """
    parties = cost(version, centre)
    if parties is None or centre.reach is None or _is_still_to_come(telling, centre) or _has_no_day(telling):
        return None
    leaders = _is_of_its_leaders(telling, version, centre) or _is_below_leaders(telling, version, centre)
    if version.kind == "call" != centre.kind or leaders:
        return None  # talks may have been a call, but 两人曾通话 without a day is no word on them
    anchored = telling.source.article in centre.articles
    vague = _says_nothing(telling, version, centre) or _dates_nothing(telling, version, centre)
    vague |= _sits_on_nothing(version, centre)
    if not anchored and (vague or is_of_other_times(telling)):
        return None
    alone = version.is_body_alone  # 安理会 sits every week
    exact = parties == 0 and not version.unnamed and not alone
    kind = centre.kind if version.kind == "talks" else version.kind  # which may have been a call
    days = distance(telling, centre.reach, kind, anchored=anchored, exact=exact)
    lone = len(centre.origins) < SOME and not anchored and telling.is_undated and version.kind != "call"
    if days is None or (lone and telling.status == "happened" and days > _NEAR):
        return None
    others = (version.pairs > centre.pairs, names_others(version, centre))
    if version.unnamed or not telling.is_undated:
        return (not anchored, others, -len(centre.origins), days, parties, centre.order)
    told = len(centre.origins)
    return (not anchored, parties, -(told >= SOME) - (told >= LANDMARK), others, days, centre.order)


def _is_of_its_leaders(telling: Telling, version: Version, centre: Version) -> bool:
    """Whether it tells the summit of a body, and the deed was its ministers': G7峰会, and a sitting on trade."""
    summit = telling.event.form == "summit" and any(one.standing == "union" for one in version.actors)
    return summit and "summit" not in centre.forms and any(_MINISTERS.search(fold(t.words)) for t in centre.own)


def _is_below_leaders(telling: Telling, version: Version, centre: Version) -> bool:
    """Whether it tells talks of states that go on, and the deed was a summit: 美国正与日本、印度磋商疫苗计划."""
    talks = version.unnamed == len(version.states) and telling.event.form == "talks"
    return talks and "summit" in centre.forms and not LEADERS.search(fold(telling.words))


def _has_no_day(telling: Telling) -> bool:
    """Whether it was, or is to come, on no day that is known: 起初没有参加|会议, 将在时机适合时|会面, 一直希望|访美.

    Nor has it the month that it is lent as news.
    """
    if telling.event.date_by in _NO_DAY:
        return True
    if not (telling.is_undated or telling.event.date_by in _OF_THE_NEWS):
        return False
    told, words = _SOME_DAY if telling.status in TO_COME else _AT_FIRST, fold(telling.words)
    return told.search(words) is not None or _ONCE.search(words) is not None


def _is_still_to_come(telling: Telling, centre: Version) -> bool:
    """Whether its article tells it as to come beside the deed, which it tells as done the days before."""
    if telling.status not in TO_COME or was_ahead(telling):
        return False
    text = fold(telling.event.text)
    if centre.span is not None and _NEXT.search(text):
        return str(centre.span.first) <= telling.source.published
    if centre.span is not None and _MORE.search(fold(re.split(r"[，。]", close_before(telling))[-1]) + text):
        return str(centre.span.last) <= telling.source.published
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
    if version.unnamed and centre.unnamed and (centre.nameless or len(centre.origins) < SOME):
        return True  # one source's talks of two states are not known to be those that others mean
    sure = centre.happened and len(centre.origins) >= SOME
    if sure and telling.is_undated and telling.status == "proposed":
        return True  # 网民要求外长召见大使 is not the summons that two and more tell
    wished = telling.is_undated and telling.status != "happened"
    return wished and (bool(version.unnamed) or version.is_body_alone)  # 两国将继续对话


def _sits_on_nothing(version: Version, centre: Version) -> bool:
    """Whether a body sat on a matter, and the account tells of none, or of another: it may be any sitting."""
    return version.is_body_alone and bool(centre.matter) and centre.matter.isdisjoint(version.matter)


def _dates_nothing(telling: Telling, version: Version, centre: Version) -> bool:
    """Whether a deed need not be what others mean: one only denied, or a sitting that one source dates.

    没听说事前有商谈 dates no talks that others tell; and a body sits more than once in a month.
    """
    if centre.is_denied and telling.status not in OFF:
        return True
    return version.is_body_alone and len(centre.origins) < SOME and (version.happened or centre.happened)
