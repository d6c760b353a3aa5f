"""Which tellings of acts within one article are one deed.

A condemnation is told in the headline by the state and in the lead by its minister: one deed, with the parties of the
first telling and whatever only a later one gives.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from shilu.reading.analysis import TITLE
from shilu.reading.events.lexicon import DONE_TO, IN_WORDS
from shilu.reading.events.party import is_government
from shilu.reading.events.same_day import is_news
from shilu.records import TO_COME
from shilu.wording import DAILY, HOME, ONCE, SO_FAR, court_stage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from shilu.reading.events.party import One, Parties
    from shilu.reading.events.told import Told
    from shilu.records import Moment


_MENTIONS = frozenset({"within.v1", "noun.v1", "own.v1", "carried-out.v1"})
"""Rules by which a deed is but mentioned: what many days have seen is told by who dates it."""
_NAMES = "own.v1"
"""The rule that but names a deed, of which others tell what was done."""
_FORMAL = re.compile("批捕|批准逮捕|正式逮捕")
_CUSTODY = re.compile("[关羁]押|囚禁|监禁|在押")
_LEAD = 2
"""How many blocks behind the headline tell what the whole text is about."""


def merged_acts(acts: Iterable[Told], day: Moment | None, parties: Parties) -> list[Told]:
    """The acts without their repetitions, in reading order of the first telling; ``day`` is that of publication."""
    kept: list[Told] = []
    told = list(acts)
    beside = Counter(_words(act) for act in told)
    for act in told:
        same = (i for i, other in enumerate(kept) if _one_act(other, act, day, parties))
        twin = next((i for i in same if not _is_of_more(kept[i], act, beside)), None)
        if twin is None:
            kept.append(act)
        else:
            kept[twin] = _fuller(kept[twin], act)
    return kept


def _one_act(left: Told, right: Told, day: Moment | None, parties: Parties) -> bool:
    if left.type != right.type or (left.mode != right.mode and left.type == "COERCE"):
        return False
    if court_stage(left.word) != court_stage(right.word) or _is_formal(left) != _is_formal(right):
        return False  # who was kept in prison for two years is tried today
    if not (_one_side(left.actors, right.actors, parties) and _days_fit(left.dated.value, right.dated.value)):
        return False
    # 揚言撕毁协议 in the headline, and behind the lead 警告拜登政府
    elsewhere = _is_vaguer(left, right) and left.block <= _LEAD < right.block
    if elsewhere or _is_old(left, right, day) or _is_so_far(left, right):
        return False
    if left.recipients and right.recipients:
        return _one_side(left.recipients, right.recipients, parties)
    near = left.block == right.block or min(left.block, right.block) <= _LEAD
    vague = not left.recipients and not right.recipients and abs(left.block - right.block) == 1
    # Lists tell of many, each done to somebody else by the same actor.
    return near or vague or left.type not in DONE_TO


def _words(act: Told) -> tuple[int, int, int]:
    return act.block, act.start, act.end


def _is_of_more(one: Told, dated: Told, beside: Mapping[tuple[int, int, int], int]) -> bool:
    """Whether far behind the lead one did on no day what several do on one: 美国制裁了…；美欧周一宣布制裁…."""
    background = one.block > _LEAD and one.block != dated.block and one.dated.value is None
    return background and dated.dated.value is not None and beside[_words(one)] < beside[_words(dated)]


def _is_formal(act: Told) -> bool:
    """Whether it tells the formal arrest of somebody who is held already: 被抓捕的人|批准逮捕."""
    return act.mode == "arrest" and _FORMAL.search(act.word) is not None


def _is_old(left: Told, right: Told, day: Moment | None) -> bool:
    """Whether one is of long ago, and the other without a day is told elsewhere: an embargo of 1989 is not the news."""
    value = left.dated.value or right.dated.value
    if value is None or None not in (left.dated.value, right.dated.value) or day is None:
        return False
    if ONCE in (left.dated.by, right.dated.by):
        return is_news(value, day)  # 在特朗普政府时期|实施制裁
    if left.block != right.block and not is_news(value, day):
        return True
    undated, dated = (left, right) if left.dated.value is None else (right, left)  # 2019年被传唤……目前被关押在…
    return _CUSTODY.search(undated.word) is not None and not (_CUSTODY.search(dated.word) or is_news(value, day))


def _is_so_far(left: Told, right: Told) -> bool:
    """Whether one tells what has been done by now, of which the other, of a day, is but the last."""
    return any(a.dated.by == SO_FAR and b.dated.value is not None for a, b in ((left, right), (right, left)))


def _one_side(a: tuple[One, ...], b: tuple[One, ...], parties: Parties) -> bool:
    """Whether somebody stands on both sides, or one side is the state of the other; no company acts for its state."""
    if {one.id for one in a} & {one.id for one in b}:
        return True
    return any(
        one.country is not None and one.country == other.country and (is_government(one) or is_government(other))
        for one in a
        for other in b
        if not (parties.is_private(one) or parties.is_private(other))
    )


def _days_fit(left: Moment | None, right: Moment | None) -> bool:
    if left is None or right is None:
        return True
    a, b = left.split("/"), right.split("/")
    return a[0][: len(b[-1])] <= b[-1][: len(a[0])] and b[0][: len(a[-1])] <= a[-1][: len(b[0])]


def _is_vaguer(first: Told, second: Told) -> bool:
    """Whether only the second says, in other words, to whom it was done."""
    return not first.recipients and bool(second.recipients) and first.word != second.word


def _fuller(first: Told, second: Told) -> Told:
    if first.rule in _MENTIONS and first.type in DAILY and first.dated.value is None and second.dated.value:
        return second._replace(recipients=second.recipients or first.recipients)  # 谴责暴力|镇压……27日，军警|开枪
    named = first.rule == _NAMES and second.rule != _NAMES  # 缅甸军方的血腥镇压……军方|周六向示威者开枪
    if named or (_is_vaguer(first, second) and not first.block < _LEAD <= second.block):
        dated = second.dated if second.dated.rank >= first.dated.rank else first.dated
        return second._replace(actors=second.actors if named else first.actors, dated=dated)
    shown = second if _says_more(second, first) else first
    return first._replace(
        actors=_named(first, second),
        recipients=first.recipients or second.recipients,
        dated=second.dated if second.dated.rank > first.dated.rank else first.dated,
        place=first.place or second.place,
        status=shown.status,
        status_by=shown.status_by,
        shown=shown.shown,
    )


def _named(first: Told, second: Told) -> tuple[One, ...]:
    """Those who do it: who speaks, or which body acts, for a state in the lead rather than what the headline names."""
    if first.block != TITLE or second.block > _LEAD or not len(first.actors) == len(second.actors) == 1:
        return first.actors
    one, other = first.actors[0], second.actors[0]
    speaks = first.type in IN_WORDS and one.is_state and other.kind == "person"
    body = first.type in DONE_TO or first.mode == "investigate"
    acts = body and one.found_by == HOME and other.kind == "org" and other.found_by != HOME
    return second.actors if speaks or acts else first.actors


def _says_more(one: Told, other: Told) -> bool:
    """Whether the status of one telling is the better founded; who will go on to say it says it: 将继续呼吁.

    What is recalled far behind as once to come does not undo the news: 此前，代表们同意|制裁.
    """
    if one.block > _LEAD >= other.block and one.status in TO_COME and one.dated.value is None:
        return False
    if one.type in IN_WORDS and "happened" in (one.status, other.status):
        return one.status == "happened" != other.status
    return one.shown and not other.shown
