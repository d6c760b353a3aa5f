"""Calendar arithmetic on dates, and how days, months and spans are written in ISO."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import TypeAlias

Month: TypeAlias = tuple[int, int]
"""Year and month."""

SEASONS = {"春": 3, "夏": 6, "秋": 9, "冬": 12}

# First day of the lunar year (Hong Kong Observatory's conversion tables); outside these years the feast stays open.
_LUNAR_NEW_YEAR = {
    1980: "0216", 1981: "0205", 1982: "0125", 1983: "0213", 1984: "0202", 1985: "0220", 1986: "0209", 1987: "0129",
    1988: "0217", 1989: "0206", 1990: "0127", 1991: "0215", 1992: "0204", 1993: "0123", 1994: "0210", 1995: "0131",
    1996: "0219", 1997: "0207", 1998: "0128", 1999: "0216", 2000: "0205", 2001: "0124", 2002: "0212", 2003: "0201",
    2004: "0122", 2005: "0209", 2006: "0129", 2007: "0218", 2008: "0207", 2009: "0126", 2010: "0214", 2011: "0203",
    2012: "0123", 2013: "0210", 2014: "0131", 2015: "0219", 2016: "0208", 2017: "0128", 2018: "0216", 2019: "0205",
    2020: "0125", 2021: "0212", 2022: "0201", 2023: "0122", 2024: "0210", 2025: "0129", 2026: "0217", 2027: "0206",
    2028: "0126", 2029: "0213", 2030: "0203",
}  # fmt: skip


def day_of(year: int, month: int, day: int) -> date | None:
    """That day, or None where the month has no such day or the year is out of range."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shifted(month: Month, by: int) -> Month:
    """The month that many months later (or earlier)."""
    index = month[0] * 12 + month[1] - 1 + by
    return index // 12, index % 12 + 1


def week_of(day: date) -> tuple[date, date]:
    """Monday and Sunday of the week a day is in."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def last_day(month: Month) -> int:
    """How many days a month has."""
    return calendar.monthrange(*month)[1]


def lunar_new_year(year: int) -> date | None:
    """春节 of a year."""
    text = _LUNAR_NEW_YEAR.get(year)
    return date(year, int(text[:2]), int(text[2:])) if text else None


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth Monday (0) … Sunday (6) of a month."""
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def iso_month(month: Month) -> str:
    """A month as ``2024-09``."""
    return f"{month[0]:04d}-{month[1]:02d}"


def iso_span(start: date, end: date) -> str:
    """Two days as ``2024-09-26/2024-09-27``."""
    return f"{start.isoformat()}/{end.isoformat()}"


def iso_months(first: Month, count: int) -> str:
    """A span of whole months as ``2024-04/2024-06``."""
    return f"{iso_month(first)}/{iso_month(shifted(first, count - 1))}"


def iso_tenth(month: Month, tenth: str) -> str:
    """上旬, 中旬 or 下旬 of a month, as days."""
    first = {"上": 1, "中": 11, "下": 21}[tenth]
    end = last_day(month) if tenth == "下" else first + 9
    return f"{iso_month(month)}-{first:02d}/{iso_month(month)}-{end:02d}"
