"""Which dates of two tellings may be of one deed, and the finer of two."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from shilu.reading.events.told import order
from shilu.reading.events.when import CARRIED, Dated
from shilu.records import TO_COME
from shilu.wording import ONCE

if TYPE_CHECKING:
    from shilu.reading.events.told import Told
    from shilu.records import Moment

_DAY = len("2021-03-01")
_WEEK = 6
_FEW = 4
"""Days that talks last at most."""
_YEARS = 5
"""How many years back what is told without a date anywhere in an article may be."""
_NEWS = 45
"""How many days from publication an encounter may lie that headline or lead tell without a date."""


def dates_fit(left: Told, right: Told, day: Moment | None) -> bool:
    """Whether both may be of one deed in an article published on ``day``; of one without a date, whether it may."""
    if left.dated.value is None or right.dated.value is None or _has_another_day(left, right):
        return _may_be(left, right.dated, day, later=True) and _may_be(right, left.dated, day, later=False)
    if _one_is_over(left, right, day):
        return False
    if left.dated.rank != right.dated.rank and _is_near(left.dated.value, right.dated.value):
        return True
    a, b = left.dated.value.split("/"), right.dated.value.split("/")
    if order(a[0], b[-1]) <= 0 <= order(a[-1], b[0]):
        return True
    return left.form != "visit" and _follow(left.dated, right.dated)


def _one_is_over(left: Told, right: Told, day: Moment | None) -> bool:
    """Whether one was done on a day before the report, and one is to come on a day told: 曾开会，5日将开会."""
    done, ahead = (left, right) if left.status == "happened" else (right, left)
    days = (done.dated.value, ahead.dated.value, day)
    if done.status != "happened" or ahead.status not in TO_COME or min(len(value or "") for value in days) < _DAY:
        return False
    told = min(done.dated.rank, ahead.dated.rank) >= CARRIED
    return told and str(days[0]).split("/")[-1] < str(day)[:_DAY] <= str(days[1]).split("/")[0]


def _has_another_day(left: Told, right: Told) -> bool:
    """Whether a visit that is only taken to be of these days is told elsewhere with its day: 去年12月初抵达丹麦."""
    if left.form != "visit" or "article" not in (left.dated.by, right.dated.by):
        return False
    return max(left.dated.rank, right.dated.rank) >= CARRIED


def _follow(left: Dated, right: Dated) -> bool:
    """Whether two days follow one another: talks of two days, or one day in two time zones."""
    days = [dated.value for dated in (left, right) if dated.value is not None and len(dated.value) == _DAY]
    return len(days) > 1 and abs((date.fromisoformat(days[0]) - date.fromisoformat(days[1])).days) == 1


def _may_be(told: Told, dated: Dated, day: Moment | None, *, later: bool) -> bool:
    """Whether a date may be that of an undated telling: headline and lead tell what is new.

    ``later``: whether the date is told after it; what is told before is rather meant by what follows.
    """
    if (told.dated.value is not None and told.dated.by != "article") or dated.value is None or day is None:
        return True
    if told.dated.by == ONCE:
        return not is_news(dated.value, day)
    if told.block > 0:
        return not later or int(dated.value[: len("2021")]) > int(day[: len("2021")]) - _YEARS
    return is_news(dated.value, day)


def is_news(moment: Moment, day: Moment | None) -> bool:
    """Whether a date lies so near the day of publication that it may be what the news tells."""
    return day is not None and _is_near(moment, day)


def _is_near(one: Moment, other: Moment) -> bool:
    """Whether two dates lie within the days that news speaks of; coarse ones within one year."""
    a, b = one.split("/")[0], other.split("/")[0]
    if len(a) < _DAY or len(b) < _DAY:
        years = len("2021")
        return a[:years] in (b[:years], other.split("/")[-1][:years]) or b[:years] == one.split("/")[-1][:years]
    return abs((date.fromisoformat(a) - date.fromisoformat(b)).days) <= _NEWS


def finer(left: Dated, right: Dated) -> Dated:
    """The surer date, of two as sure the finer one."""
    if left.value is None or right.value is None:
        return left if right.value is None else right
    if left.rank != right.rank:
        surer, other = (left, right) if left.rank > right.rank else (right, left)
        if other.rank >= CARRIED and _holds(surer, other):
            return other._replace(rank=surer.rank)  # 上周, and 18日 in its caption
        return surer
    if _follow(left, right):
        return left._replace(value="/".join(sorted((left.value, right.value))))
    if _begins(left.value, right.value) or _begins(right.value, left.value):
        return right if _begins(left.value, right.value) else left
    return right if _is_finer(right.value, left.value) else left


def _begins(one: Moment, other: Moment) -> bool:
    """Whether a day is the first of a few told: 18日 of 18日至19日."""
    first, _, last = other.partition("/")
    if one != first or not last or len(first) != _DAY or len(last) != _DAY:
        return False
    return (date.fromisoformat(last) - date.fromisoformat(first)).days < _FEW


def _is_finer(one: Moment, other: Moment) -> bool:
    size, others = len(one.split("/")[0]), len(other.split("/")[0])
    return size > others or (size == others == _DAY and _is_week(other) and not _is_week(one))


def _holds(surer: Dated, other: Dated) -> bool:
    """Whether a date is a finer one within another."""
    if surer.value is None or other.value is None or not _is_finer(other.value, surer.value):
        return False
    first, last = surer.value.split("/")[0], surer.value.split("/")[-1]
    begin, end = other.value.split("/")[0], other.value.split("/")[-1]
    return first <= begin[: len(first)] and end[: len(last)] <= last


def _is_week(moment: Moment) -> bool:
    """Whether a moment is but a week, of which a day is known elsewhere; two days are a length of time."""
    first, last = moment.split("/")[0], moment.split("/")[-1]
    return len(first) == len(last) == _DAY and (date.fromisoformat(last) - date.fromisoformat(first)).days == _WEEK
