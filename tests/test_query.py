"""The query language: what is read out of a query, and what is said of one that cannot be read."""

from __future__ import annotations

import pytest

from shilu.archive.dates import first_second, seconds_span
from shilu.archive.query import Term, parse
from shilu.errors import QueryError


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("王毅", [Term("王毅")]),
        ("王毅 布林肯", [Term("王毅"), Term("布林肯", position=3)]),
        ("王毅\u3000布林肯", [Term("王毅"), Term("布林肯", position=3)]),
        ('"国务卿 布林肯"', [Term("国务卿 布林肯")]),
        ("“国务卿 布林肯”访华", [Term("国务卿 布林肯"), Term("访华", position=9)]),
        ("「国务卿」", [Term("国务卿")]),
        ("联盟“盟主”被捕", [Term("联盟“盟主”被捕")]),
        ("-疫苗 -“新冠 疫情”", [Term("疫苗", negative=True, position=1), Term("新冠 疫情", negative=True, position=5)]),
        ("F-16", [Term("F-16")]),
        ("title:会谈", [Term("会谈", "title", position=6)]),
        ("-标题：「会谈」", [Term("会谈", "title", negative=True, position=4)]),
        ("拜登：美国回来了", [Term("拜登：美国回来了")]),
        ("王毅 布林肯 王毅", [Term("王毅"), Term("布林肯", position=3)]),
    ],
)
def test_terms_are_read(query: str, terms: list[Term]) -> None:
    """Words, phrases, signs and fields, each with its position where that matters."""
    assert list(parse(query).terms) == terms


def test_filters_are_read_from_inside_and_beside_the_query() -> None:
    """Filters in the query and as options mean the same; the narrower period wins."""
    inside = parse("布林肯 outlet:美国之音 since:2024-02-01 until:2024-02 script:繁")
    beside = parse("布林肯", outlet="美国之音", since="2024-02-01", until="2024-02", script="Hant")
    assert inside.outlets == beside.outlets == ("美国之音",)
    assert (inside.since, inside.until, inside.script) == (beside.since, beside.until, beside.script)
    assert parse("布林肯 since:2024-01", since="2024-02").since == beside.since


@pytest.mark.parametrize(
    ("moment", "first", "last"),
    [
        ("2024年2月29日", "2024-02-29T00:00:00Z", "2024-02-29T23:59:59Z"),
        ("2024-02", "2024-02-01T00:00:00Z", "2024-02-29T23:59:59Z"),
        ("2023/12", "2023-12-01T00:00:00Z", "2023-12-31T23:59:59Z"),
        ("2024", "2024-01-01T00:00:00Z", "2024-12-31T23:59:59Z"),
        ("2024.2.9", "2024-02-09T00:00:00Z", "2024-02-09T23:59:59Z"),
    ],
)
def test_a_day_month_or_year_is_a_span(moment: str, first: str, last: str) -> None:
    """A date of any precision covers its first to its last second."""
    assert seconds_span(moment) == (first_second(first), first_second(last))


@pytest.mark.parametrize(
    ("query", "message", "position"),
    [
        ("", "empty", 0),
        ("王毅 “布林肯", "never closed", 3),
        ('中国 "外长', "never closed", 3),
        ("王毅 -", "missing after the minus", 3),
        ("王毅 title:", "nothing stands behind title:", 9),
        ('王毅 ""', "nothing stands between", 3),
        ("王毅 \udcff", "no UTF-8", 3),
        (" ".join(chr(0x4E00 + number) for number in range(201)), "more than 200 words", 400),
        ("王毅 titel:会谈", "no field 'titel'", 3),
        ("王毅 since:昨天", "wants a day", 9),
        ("王毅 since:2023-02-30", "wants a day", 9),
        ("王毅 until:2023-13", "wants a day", 9),
        ("王毅 script:楷", "no script", 10),
        ("王毅 -outlet:美国之音", "cannot be excluded", 3),
        ("王毅 since:2024 until:2023", "ends before", 14),
    ],
)
def test_a_query_that_cannot_be_read_is_told_with_the_place(query: str, message: str, position: int) -> None:
    """The error names what is wrong and where it stands."""
    with pytest.raises(QueryError, match=message) as caught:
        parse(query)
    assert caught.value.position == position


def test_a_mistake_in_an_option_points_at_the_option() -> None:
    """Options are shown behind the query, with the place of the mistake."""
    with pytest.raises(QueryError) as caught:
        parse("王毅", since="early")
    assert caught.value.query[caught.value.position :] == "early"


def test_a_mistyped_field_offers_the_right_one() -> None:
    """The hint names the field that was probably meant."""
    with pytest.raises(QueryError) as caught:
        parse("outlett:美国之音")
    assert "outlet:" in caught.value.hint
