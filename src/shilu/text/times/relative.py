"""Values of what is counted from a day: 今天, 次日, 上周五, 本周末, 十年前, 1990年代."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from shilu.text.times import calendar as cal
from shilu.text.times.dates import nearest_year
from shilu.text.times.numerals import number
from shilu.text.times.scene import Resolved

if TYPE_CHECKING:
    from shilu.text.times.scan import Expression
    from shilu.text.times.scene import Scene

_WEEKDAYS = {sign: index for index, sign in enumerate("一二三四五六日")} | {"天": 6}
_FROM_TODAY = {
    "大前": -3,
    "前天": -2,
    "前日": -2,
    "前晚": -2,
    "前夜": -2,
    "昨": -1,
    "今": 0,
    "明": 1,
    "后": 2,
    "大后": 3,
}
_TWO_DAYS = {"今明": (0, 1), "昨今": (-1, 0)}
_FROM_TOLD = {"当": 0, "同": 0, "翌": 1, "隔": 1, "次": 1, "第": 1, "后": 1, "前": -1, "上": -1}


def weekday_value(expression: Expression, scene: Scene) -> Resolved:
    """周五 and 上周五, in the sense of the clause they stand in."""
    sign, week = expression.parts["wday"], expression.parts.get("dayweek", "")
    if sign == "末":
        return Resolved(_weekend(week, scene), scene.told)
    weekday = _WEEKDAYS[sign]
    day = _bare_weekday(weekday, scene) if not week else _weekday_of_week(weekday, week, scene)
    return Resolved(day.isoformat(), replace(scene.told, day=day, day_at=scene.at), day)


_A_WEEK = timedelta(weeks=1)
_NEXT_WEEK = timedelta(weeks=2)
"""Days ahead of the report in which 下周五 lies."""
_RATHER_AHEAD = frozenset({("open", 1), ("held", 1), ("held", 2)})
"""周三 written on a Tuesday is rather tomorrow than six days ago, which would be 上周三, and 周四举行峰会 too."""


def _bare_weekday(weekday: int, scene: Scene) -> date:
    last = scene.told.day
    if scene.sense == "open" and last and _is_beside(scene, last):
        return last + timedelta(days=(weekday - last.weekday()) % 7)  # 下周五访华，周六与王毅会谈
    told = scene.days.get(weekday)
    if told and abs(told - scene.anchor.day) <= timedelta(days=7):
        return told
    ahead = (weekday - scene.anchor.latest.weekday()) % 7
    if scene.sense == "future" or (scene.sense, ahead) in _RATHER_AHEAD:
        return scene.anchor.day + timedelta(days=(weekday - scene.anchor.day.weekday()) % 7)
    return scene.anchor.latest - timedelta(days=(scene.anchor.latest.weekday() - weekday) % 7)


def _is_beside(scene: Scene, last: date) -> bool:
    """Whether the last day, one within a week, was named in the same sentence or right before it, or 下周五 in it."""
    block, sentence = scene.told.day_at
    ahead = last - scene.anchor.latest
    if block != scene.at[0] or ahead <= timedelta():
        return False
    return ahead <= (_NEXT_WEEK if sentence == scene.at[1] else _A_WEEK) and sentence >= scene.at[1] - 1


def _weekday_of_week(weekday: int, week: str, scene: Scene) -> date:
    monday, _ = cal.week_of(_week(week, scene))
    return monday + timedelta(days=weekday)


def _week(word: str, scene: Scene) -> date:
    """Some day of the week that 本, 上, 下 point to."""
    if word == "当" and scene.told.day:
        return scene.told.day
    steps = {"上": -1, "下": 1}.get(word[:1], 0) * (2 if word[:2] in ("上上", "下下") else 1)
    return scene.anchor.week_day + timedelta(weeks=steps)


def _weekend(week: str, scene: Scene) -> str:
    monday, _ = cal.week_of(_week(week, scene))
    saturday = monday + timedelta(days=5)
    if not week and scene.sense != "future" and saturday > scene.anchor.latest:
        saturday -= timedelta(weeks=1)
    return cal.iso_span(saturday, saturday + timedelta(days=1))


def week_value(expression: Expression, scene: Scene) -> Resolved:
    """本周, 上周 and 下周 as Monday to Sunday."""
    return Resolved(cal.iso_span(*cal.week_of(_week(expression.parts["weekword"], scene))), scene.told)


def day_word_value(expression: Expression, scene: Scene) -> Resolved:
    """今天 from the day of the report, 当天 and 次日 from the last day named."""
    word = expression.parts.get("word", "")
    for start, (first, second) in _TWO_DAYS.items():
        if word.startswith(start):
            today = _today(scene)
            return Resolved(cal.iso_span(today + timedelta(days=first), today + timedelta(days=second)), scene.told)
    from_today = next((_FROM_TODAY[word[:size]] for size in (2, 1) if word[:size] in _FROM_TODAY), None)
    if from_today is not None and word not in ("后一天", "后一日"):
        day = _today(scene) + timedelta(days=from_today)
    elif _tells_of_another_time(scene):
        return Resolved(None, scene.told)
    else:
        day = _told_day(scene) + timedelta(days=_FROM_TOLD[word[0]])
    return Resolved(day.isoformat(), replace(scene.told, day=day, day_at=scene.at), day)


def _tells_of_another_time(scene: Scene) -> bool:
    """Whether a paragraph names a month or year that is not of the day before it: 去年2月初被捕，|第二天|被关押."""
    told, here = scene.told, scene.at[0]
    if told.day is None or told.day_at[0] == here:
        return False
    month = told.month_at[0] == here and told.month != (told.day.year, told.day.month)
    return month or (told.year_at[0] == here and told.year != told.day.year)


def _today(scene: Scene) -> date:
    """The day 今天 is counted from: inside a quotation the day it was said, where the text has just named it."""
    told, day = scene.told, scene.anchor.day
    just = told.day is not None and told.day_at[0] >= scene.at[0] - 1
    if scene.quoted and just and told.day and timedelta() < day - told.day <= timedelta(days=3):
        return told.day
    return day


def _told_day(scene: Scene) -> date:
    """The day 当天 and 前一天 lean on; what is told as done leans on no day to come.

    The headline, which is read last, leans on no day that only the text names.
    """
    told, today = scene.told.day, scene.anchor
    afar = scene.headline and scene.told.day_at[0] != scene.at[0]
    return today.day if told is None or afar or (scene.is_past and told > today.latest) else told


def ago_value(expression: Expression, scene: Scene) -> Resolved:
    """十年前, to the year, as 三个月前 is to the month, 三周前 to the week and 三天前 to the day."""
    count, unit, day = number(expression.parts["agocount"]), expression.parts["agounit"], scene.anchor.day
    if unit == "天":
        return Resolved((day - timedelta(days=count)).isoformat(), scene.told)
    if unit == "年":
        return Resolved(f"{day.year - count:04d}" if day.year > count else None, scene.told)
    if unit == "个月":
        year, month = divmod(day.year * 12 + day.month - 1 - count, 12)
        return Resolved(f"{year:04d}-{month + 1:02d}", scene.told)
    monday = day - timedelta(days=day.weekday() + 7 * count)
    return Resolved(f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}", scene.told)


def decade_value(expression: Expression, scene: Scene) -> Resolved:
    """20世纪40年代, 上世纪九十年代 and 1990年代; 八十年代 alone is that of the last century."""
    parts = expression.parts
    if "tens4" in parts:
        first = int(parts["tens4"])
    else:
        century = parts.get("century", "上")
        hundreds = scene.anchor.day.year // 100 - 1 if century.startswith("上") else number(century) - 1
        first = hundreds * 100 + number(parts["tens"])
    return Resolved(f"{first}/{first + 9}", scene.told)


def election_value(expression: Expression, scene: Scene) -> Resolved:
    """The year in 2020大选 and 2022冬奥."""
    return Resolved(expression.parts["word"], scene.told)


def numeric_value(expression: Expression, scene: Scene) -> Resolved:
    """2021-03-17 and 17/03/2021; 4/26 is month and day, 16/2 cannot be."""
    first, second, third = (int(expression.parts.get(name, "0")) for name in ("num1", "num2", "num3"))
    if first > 31:
        day = cal.day_of(first, second, third)
    elif third:
        day = cal.day_of(third, second, first) or cal.day_of(third, first, second)
    else:
        month, number_of_day = (first, second) if first <= 12 else (second, first)
        day = cal.day_of(nearest_year(month, number_of_day, scene), month, number_of_day)
    if day is None:
        return Resolved(None, scene.told)
    return Resolved(
        day.isoformat(),
        replace(scene.told, day=day, day_at=scene.at, month=(day.year, day.month), month_at=scene.at),
        day,
    )
