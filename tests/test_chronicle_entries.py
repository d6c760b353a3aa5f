"""The chronicle: one entry per deed, whatever the order in which articles came."""

import random

import pytest

from shilu.chronicle.entries import Telling, entries, tellings
from shilu.chronicle.entries.days import days
from shilu.chronicle.entries.formats import calendar, plover_record
from shilu.chronicle.entries.tellings import Source
from shilu.knowledge import authority
from shilu.reading.events.plover import plover
from shilu.records import Entry, Event, Party

BLINKEN = Party("p.antony-blinken", "布林肯")
WANG = Party("p.wang-yi", "王毅")
SULLIVAN = Party("p.jake-sullivan", "沙利文")
CHINA, US = Party("l.cn", "中国"), Party("l.us", "美国")


def told(
    article: str,
    outlet: str,
    published: str,
    parties: tuple[Party, ...],
    date: str | None,
    *,
    form: str = "meeting",
    status: str = "happened",
    place: str | None = None,
    text: str = "布林肯与王毅举行会晤",
    agencies: tuple[str, ...] = (),
) -> list[Telling]:
    """One article that tells one encounter."""
    event = Event(
        type="CONSULT",
        form=form,
        mode=None,
        status=status,
        actors=parties,
        recipients=(),
        date=date,
        place=place,
        contexts=("diplomatic",),
        plover=plover("CONSULT", form, None, status),
        rule="joint.v1",
        text=text,
        block=0,
        start=0,
        end=len(text),
    )
    return list(tellings(Source(article, outlet, published, "", agencies), [event], authority()))


def made(*groups: list[Telling]) -> list[Entry]:
    """The chronicle of these tellings."""
    return entries([t for group in groups for t in group], authority())


MEETING = told("a", "甲", "2024-02-16", (BLINKEN, WANG), "2024-02-16")


def munich() -> list[list[Telling]]:
    """One meeting as five articles tell it, and another one."""
    return [
        told("a1", "远望新闻", "2024-02-16", (BLINKEN, WANG), "2024-02-16", place="慕尼黑"),
        told("a2", "江声电台", "2024-02-17", (BLINKEN, WANG), "2024-02-16", form="talks", place="慕尼黑"),
        told("a3", "海峽晚報", "2024-02-17", (BLINKEN, WANG), "2024-02-17", place="柏林"),
        told("a4", "远望新闻", "2024-02-15", (BLINKEN, WANG), None, status="planned"),
        told("a5", "海峽晚報", "2024-02-18", (US, CHINA), None, form="talks"),
        told("b1", "江声电台", "2024-01-28", (SULLIVAN, WANG), "2024-01-26/2024-01-27", place="曼谷"),
    ]


def test_tellings_of_one_deed_are_one_entry() -> None:
    """Other forms, a day's difference, vague announcements and states for their people do not part a deed."""
    bangkok, meeting = made(*munich())
    assert [p.name for p in bangkok.parties] == ["杰克·沙利文", "王毅"]
    assert meeting.date == "2024-02-16"
    assert meeting.place == "慕尼黑"
    assert set(meeting.articles) == {"a1", "a2", "a3", "a4", "a5"}
    assert {p.id for p in meeting.parties} == {BLINKEN.id, WANG.id}
    assert meeting.sources == 3


def test_status_is_told_over_time() -> None:
    """An announcement and the report of the deed are one history."""
    meeting = made(*munich())[1]
    assert [(at.status, at.published) for at in meeting.history] == [
        ("planned", "2024-02-15"),
        ("happened", "2024-02-16"),
    ]
    assert meeting.status == "happened"


def test_discrepancies_name_both_sides() -> None:
    """Where accounts differ, each side stands with its outlets."""
    meeting = made(*munich())[1]
    points = {d.kind: [(side.value, side.outlets) for side in d.sides] for d in meeting.discrepancies}
    assert points["date"] == [("2024-02-16", ("江声电台", "远望新闻")), ("2024-02-17", ("海峽晚報",))]
    assert points["place"] == [("慕尼黑", ("江声电台", "远望新闻")), ("柏林", ("海峽晚報",))]


@pytest.mark.parametrize("seed", range(20))
def test_order_plays_no_part(seed: int) -> None:
    """The same tellings in any order make the same entries."""
    everything = [t for group in munich() for t in group]
    shuffled = random.Random(seed).sample(everything, len(everything))  # noqa: S311 - no secret
    assert entries(shuffled, authority()) == entries(everything, authority())


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (MEETING, told("b", "乙", "2024-02-26", (BLINKEN, WANG), "2024-02-26")),
        (MEETING, told("b", "乙", "2024-02-16", (SULLIVAN, WANG), "2024-02-16")),
        (MEETING, told("b", "乙", "2024-02-16", (BLINKEN, WANG), "2024-02-16", form="call")),
        (MEETING, told("b", "乙", "2024-02-17", (BLINKEN, Party("l.de", "德国")), "2024-02-16")),
    ],
)
def test_other_deeds_stay_apart(left: list[Telling], right: list[Telling]) -> None:
    """Another day, another person for the same state, another form family or another counterpart is another deed."""
    assert len(made(left, right)) == 2


def test_a_wire_service_is_one_source() -> None:
    """Outlets that print the same agency count once."""
    entry = made(
        told("a", "甲", "2024-02-16", (BLINKEN, WANG), "2024-02-16", agencies=("路透社",)),
        told("b", "乙", "2024-02-16", (BLINKEN, WANG), "2024-02-16", agencies=("路透社",)),
        told("c", "丙", "2024-02-16", (BLINKEN, WANG), "2024-02-16"),
    )[0]
    assert entry.sources == 2
    assert entry.outlets == ("丙", "乙", "甲")


def test_unknown_names_are_kept() -> None:
    """Parties that the authority does not know take part as they are named."""
    entry = made(told("a", "甲", "2024-02-16", (Party("x.person.林知远", "林知远"), WANG), "2024-02-16"))[0]
    assert {p.name for p in entry.parties} == {"林知远", "王毅"}


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-12", "2023-12-01", "2023-12-31"),
        ("2024-01-26/2024-01-27", "2024-01-26", "2024-01-27"),
        ("2024-02-16", "2024-02-16", "2024-02-16"),
    ],
)
def test_dates_are_spans_of_days(value: str, first: str, last: str) -> None:
    """A date of any precision is the span of days it may mean."""
    span = days(value)
    assert span is not None
    assert (span.first.isoformat(), span.last.isoformat()) == (first, last)


@pytest.mark.parametrize("value", [None, "", "2024", "2024-02-31", "2024-03-02/2024-03-01", "2024/2025"])
def test_impossible_or_coarse_dates_have_no_days(value: str | None) -> None:
    """What is no date of the calendar, or coarser than a month, dates nothing."""
    assert days(value) is None


def test_a_hundred_parties_are_a_roll_of_names() -> None:
    """An event of a hundred parties is not taken for an encounter."""
    many = tuple(Party(f"x.person.人{i}", f"人{i}") for i in range(100))
    assert told("a", "甲", "2024-02-16", many, "2024-02-16") == []


def test_calendar_lines_are_short_and_escaped() -> None:
    """Lines of a calendar hold 75 octets at most; commas and line breaks are escaped."""
    lines = list(calendar(made(*munich())))
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-1] == "END:VCALENDAR"
    assert all(len(line.encode()) <= 75 for line in lines)
    assert "DTSTART;VALUE=DATE:20240216" in lines
    assert lines.count("BEGIN:VEVENT") == 2


def test_plover_records_use_the_manuals_names() -> None:
    """A record for other programs has the manual's fields, and our status."""
    record = plover_record(made(*munich())[1])
    assert record["date"] == "2024-02-16"
    assert record["event"] == ["CONSULT"]
    assert record["status"] == "happened"
    assert {part["text"] for part in record["source"]} == {"安东尼·布林肯", "王毅"}
