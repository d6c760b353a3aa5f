"""Values of written dates: 2024年9月27日, 去年11月, 27日, 3月中旬, 今年春节.

What a date leaves out is carried from the text before it where that is certain enough, else it is the nearest one that
fits the direction of its clause.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from shilu.text.times import calendar as cal
from shilu.text.times.numerals import number
from shilu.text.times.scene import Resolved, Scene

if TYPE_CHECKING:
    from shilu.text.times.calendar import Month
    from shilu.text.times.scan import Expression

_RELATIVE_YEARS = {"大前年": -3, "前年": -2, "去年": -1, "今年": 0, "本年": 0, "本年度": 0, "明年": 1, "后年": 2}
_CARRIED_YEARS = {"同年": 0, "当年": 0, "次年": 1, "翌年": 1, "隔年": 1}
_TWO_YEARS = {"今明两年": (0, 1), "去今两年": (-1, 0)}
_RECENT = 31
"""A text whose last day is further from the report than this tells of another time."""
_SLIP = 10
"""How many days from the report a date is rather printed with a wrong weekday, or told beside another month, than
meant of another year or month."""
_TODAY = (timedelta(), timedelta(days=-1))
"""The day of the report, and the one before."""
_NEWS = 3
"""How many days before the report a bare day is the news."""
_AHEAD = 60
"""How many days ahead a day may lie that nothing tells to be to come: 9月1日，他访问德国 was last year."""
_FRESH = 14
"""A day without a year this close before the report is its own, not of an older year told of before."""


def date_value(expression: Expression, scene: Scene) -> Resolved:
    """The value of a written date."""
    parts = expression.parts
    if parts.get("relyear") in _TWO_YEARS:
        first, second = (scene.anchor.day.year + by for by in _TWO_YEARS[parts["relyear"]])
        return Resolved(f"{first}/{second}", scene.told)
    year = _named_year(parts, scene)
    told = scene.told if year is None else replace(scene.told, year=year, year_at=scene.at, year_month=None)
    scene = replace(scene, told=told)
    if "day" in parts or "openday" in parts:
        return _day(parts, year, scene)
    if "month" in parts or "relmonth" in parts:
        return _month(parts, year, scene)
    if "feast" in parts:
        return _feast(parts["feast"], year, scene)
    if "bareperiod" in parts:
        return Resolved(cal.iso_month(_this_month(scene)), told)
    return Resolved(_part_of_year(parts, scene.anchor.day.year if year is None else year), told)


def _named_year(parts: dict[str, str], scene: Scene) -> int | None:
    if "roc" in parts:
        return 1911 + number(parts["roc"])
    if "minguo" in parts:  # captions from Taiwan leave 民国 out: 113年3月31日
        return 1911 + number(parts["minguo"])
    if "year" in parts:
        return number(parts["year"])
    word = parts.get("relyear")
    if word in _RELATIVE_YEARS:
        return scene.anchor.day.year + _RELATIVE_YEARS[word]
    if word in _CARRIED_YEARS:
        return (scene.told.year or scene.anchor.day.year) + _CARRIED_YEARS[word]
    return None


def _this_month(scene: Scene) -> Month:
    return scene.anchor.day.year, scene.anchor.day.month


def _part_of_year(parts: dict[str, str], year: int) -> str:
    if "half" in parts:
        return cal.iso_months((year, 1 if parts["half"] == "上" else 7), 6)
    if "quarter" in parts:
        nth = parts["quarter"].removeprefix("第")[0]
        return cal.iso_months((year, 3 * (1 if nth == "首" else number(nth)) - 2), 3)
    if "season" in parts:
        return cal.iso_months((year, cal.SEASONS[parts["season"][0]]), 3)
    if parts.get("yearpart", "")[-1:] in ("底", "末"):
        return f"{year}-12"
    return f"{number(parts['year0'])}/{year}" if "year0" in parts else str(year)


def _feast(name: str, year: int | None, scene: Scene) -> Resolved:
    """A feast of that year, or the nearest one to the day named in its sentence, else to that of the report."""
    beside = scene.told.day if scene.told.day_at == scene.at else None  # 去年1月24日|除夕夜
    near = beside or scene.anchor.day
    years = (near.year - 1, near.year, near.year + 1) if year is None else (year,)
    days = [day for day in (_feast_day(name, each) for each in years) if day]
    if not days:
        return Resolved(None, scene.told)
    day = min(days, key=lambda each: _cost((each - near).days, each.year - near.year, scene))
    return Resolved(day.isoformat(), replace(scene.told, day=day, day_at=scene.at), day)


def _feast_day(name: str, year: int) -> date | None:
    if "除夕" in name or "新年" in name or name in ("春节", "大年初一"):
        first = cal.lunar_new_year(year)
        return first - timedelta(days=1) if first and "除夕" in name else first
    if name == "感恩节":
        return cal.nth_weekday(year, 11, 3, 4)
    if name == "元旦":
        return date(year, 1, 1)
    if name.endswith("日"):
        return cal.nth_weekday(year, 1, 0, 3)
    return date(year, 12, 24 if name.endswith("夜") else 25)


# Months


def _month(parts: dict[str, str], year: int | None, scene: Scene) -> Resolved:
    month = _named_month(parts, year, scene)
    told = replace(scene.told, month=month, month_at=scene.at)
    if year is not None:
        told = replace(told, year_month=(month[1], 0))
    return Resolved(_part_of_month(parts, month), told)


def _part_of_month(parts: dict[str, str], month: Month) -> str:
    if "month0" in parts:
        first = number(parts["month0"])
        return f"{cal.iso_month((month[0] - (first > month[1]), first))}/{cal.iso_month(month)}"
    if "tenth" in parts:
        return cal.iso_tenth(month, parts["tenth"])
    if "nthweek" in parts:
        day = date(*month, 1) + timedelta(weeks=number(parts["nthweek"][1]) - 1)
        return cal.iso_span(*cal.week_of(day))
    return cal.iso_month(month)


def _named_month(parts: dict[str, str], year: int | None, scene: Scene) -> Month:
    word = parts.get("relmonth")
    if word is None:
        month = number(parts["month"])
        return (year, month) if year is not None else (_guess_year(month, 0, scene), month)
    if word[0] in "当同次翌":
        return cal.shifted(scene.told.month or _this_month(scene), 1 if word[0] in "次翌" else 0)
    steps = {"上": -1, "下": 1}.get(word[0], 0) * (2 if word[:2] in ("上上", "下下") else 1)
    return cal.shifted(_this_month(scene), steps)


def _guess_year(month: int, day: int, scene: Scene) -> int:
    """The year of a month or day that is written without one."""
    near = nearest_year(month, day, scene)
    told = scene.told
    if told.year is not None and told.year_month is not None and told.year_at == scene.at:
        return told.year  # 2020年5月30日被带走，7月4日被捕, whatever is told of another 4th of July
    full = (each for each in told.full if not (scene.is_past and each > scene.anchor.latest))
    again = next((each.year for each in full if (each.month, each.day) == (month, day)), None)
    if again is not None and scene.sense != "future" and not _is_fresh(near, month, day, scene):
        return again
    if told.year is not None and told.year != near and told.year_month is not None and told.year_at[0] == scene.at[0]:
        later = (month, day) >= told.year_month and scene.sense != "future"
        if later and not _is_fresh(near, month, day, scene):
            return told.year
    again_now = scene.told.day is not None and (scene.told.day.month, scene.told.day.day) == (month, day)
    if again_now and _is_fresh(near, month, day, scene):
        return near  # 2001年4月1日身亡。4月1日，在身亡20周年的日子
    return _following_year(month, day, scene) or near


def _is_fresh(year: int, month: int, day: int, scene: Scene) -> bool:
    """Whether a day lies so close before the report that it is its own."""
    return day > 0 and timedelta() <= scene.anchor.day - date(year, month, min(day, 28)) <= timedelta(days=_FRESH)


def _following_year(month: int, day: int, scene: Scene) -> int | None:
    """The year in which a day follows the last day told, where the text tells of an older time: 12月2日 … 12月9日."""
    last, today = scene.told.day, scene.anchor.day
    if last is None or not day or abs(today - last) <= timedelta(days=_RECENT):
        return None
    found = [each for each in (cal.day_of(last.year, month, day), cal.day_of(last.year + 1, month, day)) if each]
    near = any(abs(today - each) <= timedelta(days=_RECENT) for each in found)
    return (
        next((each.year for each in found if timedelta() <= each - last <= timedelta(days=60)), None)
        if not near
        else None
    )


def nearest_year(month: int, day: int, scene: Scene) -> int:
    """The year that fits a month or day (0: none) without one, seen from the report alone."""
    today = scene.anchor.day
    if not day and month == today.month:
        return today.year

    def cost(year: int) -> float:
        return _cost((date(year, month, min(day or 15, 28)) - today).days, year - today.year, scene)

    return min((today.year, today.year - 1, today.year + 1), key=cost)


def _cost(away: int, years: int, scene: Scene) -> int:
    """How unlikely a date is that many days away in another calendar year: a report means its own year if it can."""
    if scene.sense == "future":
        return abs(away) + (100 if away < 0 else 0)
    # A day of last year is told as 去年 unless nothing but 举行 and the like tells that it is past.
    sure = 400 if scene.sense == "over" else 300 if scene.sense == "since" or away > _AHEAD else 200
    wrong_way = sure if scene.is_past and away > 1 else 200 if away > _AHEAD else 0
    other_year = {1: 200, -1: 0 if scene.is_past else 60}.get(years, 0)
    return abs(away) + wrong_way + other_year


# Days


def _day(parts: dict[str, str], year: int | None, scene: Scene) -> Resolved:
    number_of_day = number(parts.get("day") or parts["openday"])
    if "month" in parts or "relmonth" in parts:
        month = _month_of_day(parts, year, number_of_day, scene)
        told = replace(scene.told, month=month, month_at=scene.at)
        if year is not None:
            told = replace(told, year_month=(month[1], number_of_day))
        scene = replace(scene, told=told)
    else:
        month = _guess_month(number_of_day, scene)
    day = cal.day_of(*month, number_of_day)
    if day is None:
        return Resolved(None, scene.told)
    full = scene.told.full if year is None else (day, *scene.told.full)
    told = replace(scene.told, day=day, day_at=scene.at, full=full)
    if "itsweek" in parts:
        return Resolved(cal.iso_span(*cal.week_of(day)), told)
    if "day0" in parts:
        first = cal.day_of(*month, number(parts["day0"])) or day
        if "、" in parts["word"] and (day - first).days != 1:
            first = day  # 5、18日 are two days and no fortnight
        return Resolved(cal.iso_span(first, day), told) if first < day else Resolved(day.isoformat(), told, day)
    return Resolved(day.isoformat(), told, day)


def _month_of_day(parts: dict[str, str], year: int | None, day: int, scene: Scene) -> Month:
    if "relmonth" in parts or year is not None:
        return _named_month(parts, year, scene)
    month = number(parts["month"])
    if scene.weekday is not None:
        this = scene.anchor.day.year
        fitting = [each for each in (this, this - 1, this + 1) if _falls_on(each, month, day, scene.weekday)]
        if fitting and not (fitting[0] != this and _is_slip(this, month, day, scene)):
            return fitting[0], month
    return _guess_year(month, day, scene), month


def _falls_on(year: int, month: int, day: int, weekday: int) -> bool:
    found = cal.day_of(year, month, day)
    return found is not None and found.weekday() == weekday


def _is_slip(year: int, month: int, day: int, scene: Scene) -> bool:
    """Whether a date is so near the report that the weekday beside it is a slip: 周四（3月12日） on the 13th."""
    found = cal.day_of(year, month, day)
    return found is not None and abs(found - scene.anchor.day) <= timedelta(days=_SLIP)


def _guess_month(day: int, scene: Scene) -> Month:
    """The month of a bare day: that of the sentence, or the nearest that fits."""
    today, told = scene.anchor.day, scene.told
    this = _this_month(scene)
    months = [month for month in (this, cal.shifted(this, -1), cal.shifted(this, 1)) if cal.day_of(*month, day)]
    if scene.weekday is not None:
        months = [month for month in months if _falls_on(*month, day, scene.weekday)] or months

    def distance(month: Month) -> float:
        away = (date(*month, day) - today).days
        if scene.sense == "future":
            return away if away >= 0 else 60 - away
        ahead = (date(*month, day) - scene.anchor.latest).days
        return -away if ahead <= 0 else ahead * (20 if scene.is_past else 2)

    near = min(months, key=distance, default=this)
    away = date(*near, day) - today if months else timedelta.max
    fresh = abs(away) <= timedelta(days=_NEWS)
    news = fresh and scene.sense != "future"
    elsewhere = None if news and away in _TODAY else scene.dates.get(day)  # 22日 on the 22nd is today
    if elsewhere and (elsewhere.year, elsewhere.month) in months and not (news and elsewhere > scene.anchor.latest):
        near = elsewhere.year, elsewhere.month
    if told.month is None or told.month == near or not cal.day_of(*told.month, day):
        return near
    if told.month_at == scene.at:
        past = scene.sense == "future" and told.month < this
        # 3月起暂停进口，农委会26日表示: told on the 1st of March
        said = scene.is_past and abs(away) <= timedelta(days=_SLIP)
        ahead = date(*told.month, day) > scene.anchor.latest and (said or (news and told.day_at != scene.at))
        # 去年八月他中毒，2日宣布制裁, told on the 3rd of March; 2月27日病逝，7日举行丧礼
        apart = (near[0] - told.month[0]) * 12 + near[1] - told.month[1]
        named = told.day is not None and told.day_at == scene.at
        turned = told.day is not None and day < told.day.day if named else apart > 1
        today_said = news and away in _TODAY and apart > 0 and turned
        return near if past or ahead or today_said else told.month
    if scene.sense == "future" and date(*told.month, day) < today:
        return near
    same_block = told.month_at[0] == scene.at[0]
    after = told.day is not None and (told.day.year, told.day.month) == told.month and day >= told.day.day
    return told.month if same_block and after and not fresh else near
