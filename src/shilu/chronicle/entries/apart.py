"""Whether two versions whose parties and days fit are told as two deeds all the same."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from shilu.chronicle.entries.days import ZONE
from shilu.chronicle.entries.fitting import SPOKEN
from shilu.chronicle.entries.tellings import SANCTION
from shilu.chronicle.entries.versions import HEAVY, LEADERS, SOME
from shilu.chronicle.entries.whereabouts import in_one_town
from shilu.records import OFF
from shilu.text.script import fold
from shilu.wording import DAILY, GATHERINGS, court_stage, one_office

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from shilu.chronicle.entries.tellings import Telling
    from shilu.chronicle.entries.versions import Version

_JOINT = re.compile(
    r"(?:联合|共同)(?:发表)?(?:声明|公报|宣言)|联名|联署|等\d+个?国|[\d二三四五六七八九十]+国(?:外长|防长|政府|领导人)?(?:联合|共同|发表)"
)
"""How what several say in one statement is told."""
_TOLL = re.compile(
    r"(\d+)[多余]?[名人][^，。\d]{0,6}?(?:死|丧|遇难|伤|杀)|(?:死|丧生|遇难|伤|杀)[^，。\d]{0,6}?(\d+)[多余]?[名人]"
)
"""How many were killed or hurt."""
LAST_FOR_DAYS = frozenset({"meet", "talks", "visit"})
"""Kinds of encounters that may last for days."""
_THREE, _FOUR = 3, 4
FAR_MORE = 4
"""Times as many sources beside which another day is a slip."""
_OFFICIALS = re.compile(r"[两二]位官员|外长|外相|防长|高官|(?:两国|双方|高级|外交)官员|外交官|高层代表")
_LIGHT = frozenset({"firearms", "crowd-control", "beat"})
_TERRITORIES = "新疆|香港|西藏|南海|克里米亚"
_GROUND = re.compile(
    rf"({_TERRITORIES})[^，。；]{{0,8}}?(?:问题|人权|侵犯|镇压|选举|国安法|自治|民主|维吾尔|强迫)|(?:因|就|由于|涉)[^，。；]{{0,4}}({_TERRITORIES})"
)
"""For what is done in which territory states are sanctioned; not 在|南海|军演之际制裁."""


def are_apart(version: Version, centre: Version) -> bool:
    """Whether they are told as two deeds, though parties and days fit."""
    return any(rule(version, centre) for rule in _RULES)


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


def _is_another_day_of_fewer(version: Version, centre: Version) -> bool:
    """Whether three sources tell that some of them met on another day: ministers one by one, then two and two."""
    if version.kind not in ("meet", "talks") or version.many:
        return False
    fewer = version.sides[0] < centre.sides[0] and not version.unnamed
    return fewer and len(version.origins) >= _THREE and _on_other_days(version, centre)


def _told_as_two_at_once(version: Version, centre: Version) -> bool:
    """Whether one article tells both of what does not last for days; of letters, which become known late, two.

    The day of sanctions that all tell of is misread now and then.
    """
    if version.kind == SANCTION and len(centre.origins) >= FAR_MORE * len(version.origins):
        return False
    least = SOME if version.kind == "letter" else 1
    return version.kind not in LAST_FOR_DAYS and told_as_two(version, centre, least)


def _pairs_off(version: Version, centre: Version) -> bool:
    """Whether one is of two ministers who also met by themselves, and the other not of these two alone."""
    return (
        (version.couple or centre.couple)
        and not (version.unnamed or centre.unnamed)
        and (version.sides != centre.sides)
    )


def _is_said_again(version: Version, centre: Version) -> bool:
    """Whether two sources tell words for a day of their own: what is said every day is not misdated by two.

    That ambassadors are summoned is announced on one day and done on the next.
    """
    event = version.own[0].event
    spoken = event.type in SPOKEN and not version.summons and not court_stage(event.word)
    return spoken and version.on_day >= SOME and _on_other_days(version, centre)


def _is_done_daily(version: Version, centre: Version) -> bool:
    """Whether it is what is done day after day, and another day: shots of Sunday are not those of Saturday."""
    return version.own[0].event.type in DAILY and _on_other_days(version, centre)


def _is_told_before(version: Version, centre: Version) -> bool:
    """Whether an act was told as done before the day of the other, by more than time zones make."""
    return version.own[0].event.type != "CONSULT" and _is_before_day(version, centre, ZONE)


def _is_before_day(early: Version, late: Version, zone: int) -> bool:
    if not early.happened or late.span is None:
        return False
    return max(t.source.published for t in early.own) < (late.span.first - dt.timedelta(zone)).isoformat()


def _sits_again(version: Version, centre: Version) -> bool:
    """Whether a body is still to sit, as told on the day after it sat: 安理会 sits on Monday, and again on Tuesday."""
    if not version.is_body_alone or version.happened or version.span is None or centre.span is None:
        return False
    return centre.happened and centre.span.last < version.span.first and str(centre.span.last) < version.told_first


def _on_another_matter(version: Version, centre: Version) -> bool:
    """Whether a body sat on other states on another day: 安理会 on Tuesday on 朝鲜, on Wednesday on 缅甸."""
    another = version.matter and centre.matter and version.matter.isdisjoint(centre.matter)
    return bool(another) and _on_other_days(version, centre)


def _sits_by_itself(version: Version, centre: Version) -> bool:
    """Whether one is a sitting of a body, and the other tells whom it met: 欧盟外长会议, 布林肯与欧盟官员会晤."""
    body, other = (version, centre) if version.is_body_alone else (centre, version)
    alone = body.is_body_alone and len(body.actors) == 1 and not other.is_body_alone
    return alone and body.forms <= GATHERINGS and other.forms.isdisjoint(GATHERINGS)


def _dines_elsewhere(version: Version, centre: Version) -> bool:
    """Whether one is a banquet in another house than where they met that day: 在台北宾馆|宴请."""
    return version.dines != centre.dines and _tell_others(_houses, version, centre)


def _houses(telling: Telling) -> Iterator[str]:
    return (place for place in (telling.event.place,) if place)


def _of_officials(version: Version, centre: Version) -> bool:
    """Whether states met by officials, as its own words say, and the other is told of their leaders."""
    if not version.nameless or not any(one.leads for one in centre.actors):
        return False
    return all(_OFFICIALS.search(fold(t.words)) and not LEADERS.search(fold(t.words)) for t in version.own)


def _of_other_offices(version: Version, centre: Version) -> bool:
    """Whether states met by ministers of other offices than those named: 2加2会谈 or 防长会谈 beside a president.

    Of talks of two and two those of one office are another deed, and so they are of whoever else met: 与日本外相会谈
    is neither those nor the call on the prime minister.
    """
    if not version.unnamed or centre.nameless:
        return False
    people = sum(not one.is_government for one in centre.actors)
    if version.pairs:
        return version.nameless and not centre.pairs and people < _FOUR
    alone = all(one_office(fold(t.words)) for t in version.own)
    named = {one.side for one in version.actors if not one.is_government}
    led = any(one.leads and one.side not in named for one in centre.actors)
    return alone and (centre.pairs or people >= _FOUR or led)


def told_as_two(version: Version, centre: Version, least: int = 1) -> bool:
    """Whether so many articles tell both as done, each on a day of its own: a call on Monday, another on Tuesday."""
    return (
        version.happened
        and centre.happened
        and len(version.articles & centre.articles) >= least
        and _on_other_days(version, centre)
    )


def _on_other_days(version: Version, centre: Version) -> bool:
    """Whether the days of both are known, and they share none."""
    return version.span is not None and centre.span is not None and not version.span.touches(centre.span, 0)


def _with_other_arms(version: Version, centre: Version) -> bool:
    """Whether one is told as raids from the air or shelling, and the other as shots at a crowd, or in another town."""
    if version.own[0].event.type != "ASSAULT":
        return False
    modes = [{t.event.mode for t in one.own} for one in (version, centre)]
    towns = [{t.town for t in one.own if t.town} for one in (version, centre)]
    elsewhere = all(towns) and not in_one_town(*towns)
    return elsewhere or any(a <= {HEAVY} and b & _LIGHT and HEAVY not in b for a, b in (modes, modes[::-1]))


def _on_other_grounds(version: Version, centre: Version) -> bool:
    """Whether sanctions are told to be for what is done in one territory, and for what is done in another."""
    if version.kind != SANCTION:
        return False
    return _tell_others(_grounds, version, centre)


def _grounds(telling: Telling) -> Iterator[str]:
    return (match[1] or match[2] for match in _GROUND.finditer(fold(telling.words)))


def _said_together(version: Version, centre: Version) -> bool:
    """Whether only one is told as said by several in one statement: 十四国发表联合声明质疑…, and 白宫质疑…."""
    event = version.own[0].event
    if event.type not in SPOKEN or court_stage(event.word):
        return False
    return _is_joint(version) != _is_joint(centre)


def _is_joint(version: Version) -> bool:
    return any(_JOINT.search(fold(t.words)) for t in version.own)


def _of_another_toll(version: Version, centre: Version) -> bool:
    """Whether violence in a town has another toll than that which is told of no town, or of the whole country."""
    if version.own[0].event.type != "ASSAULT" or bool(version.towns) == bool(centre.towns):
        return False
    return _tell_others(_tolls, version, centre)


def _tolls(telling: Telling) -> Iterator[str]:
    return (match[1] or match[2] for match in _TOLL.finditer(fold(telling.words)))


def _tell_others(of: Callable[[Telling], Iterable[str]], version: Version, centre: Version) -> bool:
    """Whether both tell something of a kind, and nothing the same."""
    told = [{one for telling in each.own for one in of(telling)} for each in (version, centre)]
    return all(told) and told[0].isdisjoint(told[1])


_RULES = (
    _told_apart,
    _is_another_day_of_fewer,
    _told_as_two_at_once,
    _pairs_off,
    _is_said_again,
    _is_done_daily,
    _is_told_before,
    _sits_again,
    _on_another_matter,
    _sits_by_itself,
    _dines_elsewhere,
    _of_officials,
    _of_other_offices,
    _with_other_arms,
    _on_other_grounds,
    _said_together,
    _of_another_toll,
)
