"""The chronicle for calendars and for programs that read PLOVER."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from shilu.chronicle.entries import entries
from shilu.chronicle.entries.formats import between, calendar, on_calendar, plover_record
from shilu.knowledge import authority
from shilu.records import Entry, Party
from tellings import BLINKEN, CHINA, SULLIVAN, WANG, event, told


def made() -> list[Entry]:
    """Two meetings, an undated one and an act."""
    tellings = [
        *told("a", "甲", "2024-01-28", event((SULLIVAN, WANG), "2024-01-26/2024-01-27", place="曼谷")),
        *told("b", "乙", "2024-02-16", event((BLINKEN, WANG), "2024-02-16", text="布林肯，王毅；会晤\n\\" + "长" * 60)),
        *told("c", "丙", "2024-03-16", event((SULLIVAN, BLINKEN), None)),
        *told(
            "d",
            "丙",
            "2024-03-16",
            event((Party("o.eu", "欧盟"),), "2024-03-15", recipients=(CHINA,), kind="SANCTION", text="欧盟制裁中国"),
        ),
    ]
    return entries(tellings, authority())


def test_calendar_lines_are_short_and_escaped() -> None:
    """Lines hold 75 octets at most; commas and line breaks are escaped; undated entries are left out."""
    lines = list(calendar(made()))
    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert lines.count("BEGIN:VEVENT") == 3
    unfolded = "\n".join(lines).replace("\n ", "")
    assert "DTSTART;VALUE=DATE:20240126\nDTEND;VALUE=DATE:20240128" in unfolded
    assert "SUMMARY:欧洲联盟 → 中国 · SANCTION" in unfolded
    assert "\\n\\\\长" in unfolded


def test_a_line_says_where_nobody_is_told_to_act() -> None:
    """Who is acted on by nobody told stands behind the arrow; those who meet have none."""
    assert (between("欧盟", "中国"), between("", "王毅"), between("布林肯、王毅", "")) == (
        "欧盟 → 中国",
        "? → 王毅",
        "布林肯、王毅",
    )


def test_plover_records_use_the_manuals_names() -> None:
    """A record has the manual's fields, who acts and who is acted on, and our status."""
    bangkok, act = (plover_record(entry) for entry in made() if entry.place == "曼谷" or entry.type == "SANCTION")
    assert (bangkok["date"], bangkok["enddate"]) == ("2024-01-26", "2024-01-27")
    assert (bangkok["event"], bangkok["status"]) == (["CONSULT"], "happened")
    assert {part["text"] for part in bangkok["source"]} == {"杰克·沙利文", "王毅"}
    assert ([p["text"] for p in act["source"]], [p["text"] for p in act["target"]]) == (["欧洲联盟"], ["中国"])
    assert dt.date.fromisoformat(act["date"]) == dt.date(2024, 3, 15)


@pytest.mark.parametrize(
    ("date", "listed"), [("2024-03-15", True), ("2024-01-26/2024-01-27", True), ("2024-03", False), (None, False)]
)
def test_only_what_has_its_days_is_on_a_calendar(date: str | None, listed: bool) -> None:
    """A month would fill a calendar with one line."""
    entry = msgspec.structs.replace(made()[0], date=date)
    assert (on_calendar(entry) is not None) == listed
