"""The times of whole articles: the day they speak from, and the order in which blocks are read."""

from __future__ import annotations

from datetime import date

import pytest

from articles import article
from shilu.reading.times import anchor_of, times
from shilu.records import Dateline


@pytest.mark.parametrize(
    ("outlet", "published", "expected"),
    [
        ("美国之音", "2024-02-17T02:03:04Z", date(2024, 2, 16)),
        ("自由亚洲电台", "2024-09-27T15:39:59Z", date(2024, 9, 27)),
        ("法广", "2024-02-16T23:30:00Z", date(2024, 2, 17)),
        ("德國之聲", "2024-07-01T22:30:00Z", date(2024, 7, 2)),
        ("联合早报", "2024-02-16T17:00:00Z", date(2024, 2, 17)),
        ("联合早报", "2024-02-16", date(2024, 2, 16)),
    ],
)
def test_the_day_is_that_of_the_outlets_city(outlet: str, published: str, expected: date) -> None:
    """One moment is another day in Washington, Paris and Beijing."""
    anchor = anchor_of(article(outlet=outlet, published=published))
    assert anchor is not None
    assert anchor.day == expected


@pytest.mark.parametrize(
    ("dateline", "text", "expected"),
    [
        (Dateline("台北", "29日"), "外交部今天宣布。", date(2024, 2, 29)),
        (Dateline("华盛顿", "2月28日"), "国务院今天宣布。", date(2024, 2, 28)),
        (None, "路透2月28日 - 央行宣布。", date(2024, 2, 28)),
        (None, "（中央社記者台北29日電）外交部宣布。", date(2024, 2, 29)),
        (Dateline("台北", "9日"), "外交部今天宣布。", date(2024, 3, 1)),
        (Dateline("台北"), "外交部宣布。", date(2024, 3, 1)),
    ],
)
def test_a_dateline_decides_the_day(dateline: Dateline | None, text: str, expected: date) -> None:
    """The printed day is that of the report, unless it lies far from publication."""
    anchor = anchor_of(article(text, outlet="中央社", published="2024-03-01T01:00:00Z", dateline=dateline))
    assert anchor is not None
    assert anchor.day == expected


@pytest.mark.parametrize("published", [None, "", "2024-03", "2024", "0001-01-01", "9999-12-31T00:00:00Z"])
def test_without_a_day_there_is_no_anchor(published: str | None) -> None:
    """A month is not enough to count days from, the year 9999 is not believed; the times stay open."""
    undated = article("外长周五抵达。", outlet="联合早报", published=published)
    assert anchor_of(undated) is None
    assert [time.value for time in times(undated)] == [None]


def test_the_week_in_washington_begins_on_sunday() -> None:
    """本周 in a Sunday report of an American newsroom is the week ahead."""
    anchor = anchor_of(article(outlet="美国之音", published="2024-09-29T15:00:00Z"))
    assert anchor is not None
    assert anchor.week_day == date(2024, 9, 30)


def test_headline_and_blocks_come_in_order() -> None:
    """The headline is read last and listed first."""
    found = times(
        article("三国代表星期六将会晤。", "首脑27日出席。", title="三国星期六会晤", published="2024-09-27T01:00:00Z")
    )
    assert [(time.block, time.value) for time in found] == [(-1, "2024-09-28"), (0, "2024-09-28"), (1, "2024-09-27")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("周刊2月22日出版。江声22日报道，港口关闭。", "2021-03-22"),
        ("去年八月他中毒，江声21日宣布制裁。", "2021-03-21"),
        ("他2月21日被捕，22日获释。", "2021-02-22"),
        ("他2月1日被捕，并在21日获释。", "2021-02-21"),
        ("2月27日病逝的他21日举行丧礼。", "2021-03-21"),
    ],
)
def test_a_bare_day_of_the_report_is_of_its_month(text: str, value: str) -> None:
    """The day of the report, or the one before it, is of these days, but right behind another day of that month."""
    reported = article(text, outlet="法广", published="2021-03-22T10:00:00Z")
    assert times(reported)[-1].value == value


def test_a_week_told_of_in_front_is_no_dateline() -> None:
    """A review names the days of its week: 一周(3月15日-19日)."""
    reported = article("以下为一周(3月15日-19日)要闻：", "双方周四会谈。", published="2021-03-19T10:00:00Z")
    assert times(reported)[-1].value == "2021-03-18"


def test_a_day_named_with_its_year_before_is_of_that_year() -> None:
    """2月10日 is that of 去年2月10日 in a paragraph before, unless it lies shortly before the report."""
    told = "去年2月10日，记者被带走。"
    months_later = article(told, "他2月10日离家后没有音讯。", outlet="法广", published="2021-03-06T12:00:00Z")
    days_later = article(told, "2月10日，家属再次申诉。", outlet="法广", published="2021-02-12T12:00:00Z")
    assert [time.value for time in times(months_later)] == ["2020-02-10", "2020-02-10"]
    assert [time.value for time in times(days_later)] == ["2020-02-10", "2021-02-10"]
    ahead = article(told, "他将于2月10日获释。", outlet="法广", published="2021-02-01T12:00:00Z")
    assert [time.value for time in times(ahead)][1] == "2021-02-10"


def test_a_day_behind_one_with_a_year_is_of_that_year() -> None:
    """7月4日 behind 2020年5月30日, though another sentence tells when in 2024 somebody is to be released."""
    found = times(
        article(
            "王芳刑期至2024年7月4日。",
            "李明2020年5月30日被带走，7月4日被捕。",
            outlet="法广",
            published="2021-03-20T12:00:00Z",
        )
    )
    assert [time.value for time in found] == ["2024-07-04", "2020-05-30", "2020-07-04"]


def test_a_headline_leans_on_no_day_of_the_text() -> None:
    """当天 of the headline is not the day that the text names last."""
    found = times(article("两国2月15日会谈。", title="当天审判", published="2024-02-18T01:00:00Z"))
    assert [time.value for time in found] == ["2024-02-18", "2024-02-15"]


def test_a_feast_beside_a_day_is_of_its_year() -> None:
    """去年1月24日除夕夜 is one day."""
    found = times(article("去年1月24日除夕夜，他被捕。", published="2021-02-18T01:00:00Z"))
    assert {time.value for time in found} == {"2020-01-24"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4月19日，王芳被警察抓捕。", "2023-04-19"),
        ("王芳于4月19日被警方传唤。", "2023-04-19"),
        ("王芳将于4月19日被传唤。", "2024-04-19"),
        ("王芳2月5日被抓捕，刑期至2025年2月5日。", "2024-02-05"),
    ],
)
def test_what_somebody_has_suffered_is_over(text: str, expected: str) -> None:
    """However few days ahead the day of this year may be, and whenever he is to be released."""
    assert times(article(text, published="2024-03-30"))[0].value == expected


def test_the_second_day_is_not_that_behind_another_paragraphs_day() -> None:
    """Where its own paragraph names another month, it is none that is known."""
    found = times(article("部长3月29日抵达。", "他去年2月被捕，第二天被起诉。", published="2021-04-01"))
    assert [time.value for time in found] == ["2021-03-29", "2020-02", None]
