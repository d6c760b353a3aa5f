"""Bars over time."""

from __future__ import annotations

from shilu.web.periods import bars


def test_a_span_is_counted_where_it_lies_whole() -> None:
    """A week within a month is one of the month; one across two months is of neither."""
    days = {
        "2023-01-10": 1,
        "2023-11-03": 2,
        "2023-11-20/2023-11-26": 1,
        "2024-01-29/2024-02-04": 1,
        "2024-03-05": 1,
    }
    found = {bar.label: bar.value for bar in bars(days, str) if bar.value}
    assert found == {"2023-01": 1, "2023-11": 3, "2024-03": 1}
