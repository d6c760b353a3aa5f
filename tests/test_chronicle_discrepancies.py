"""What is a difference between accounts, and what is none."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from shilu.chronicle.entries import Telling, entries
from shilu.chronicle.entries.figures import figures, minutes
from shilu.knowledge import authority
from shilu.records import Discrepancy, Event, Party
from tellings import BLINKEN, CHINA, JAPAN, LAVROV, US, WANG, event, told


def differing(*events: Event, published: str = "2024-02-18") -> dict[str, Discrepancy]:
    """The differences of an entry that as many outlets tell."""
    tellings = [t for n, one in enumerate(events) for t in told(f"a{n}", f"媒体{n}", published, one)]
    made = entries(tellings, authority())
    assert len(made) == 1
    return {difference.kind: difference for difference in made[0].discrepancies}


BOTH = (BLINKEN, WANG)
IN_ASIA = (LAVROV, WANG)


def test_each_side_stands_with_its_outlets() -> None:
    """The sides of a difference name the outlets and articles that hold them."""
    found = differing(
        event(BOTH, "2024-02-16", place="慕尼黑"),
        event(BOTH, "2024-02-16", place="慕尼黑"),
        event(BOTH, "2024-02-17", place="柏林"),
    )
    assert [(s.value, s.outlets, s.articles) for s in found["date"].sides] == [
        ("2024-02-16", ("媒体0", "媒体1"), ("a0", "a1")),
        ("2024-02-17", ("媒体2",), ("a2",)),
    ]
    assert [(s.value, s.outlets) for s in found["place"].sides] == [
        ("慕尼黑", ("媒体0", "媒体1")),
        ("柏林", ("媒体2",)),
    ]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (event(BOTH, "2024-02-16", form="talks"), event(BOTH, "2024-02-16", form="meeting")),
        (event(BOTH, "2024-02-16", place="东京"), event(BOTH, "2024-02-16", place="東京")),
        (event(BOTH, "2024-02-16", place="慕尼黑"), event(BOTH, "2024-02-16", place="德国")),
        (event(BOTH, "2024-02-16"), event((US, CHINA), "2024-02-16")),
        (event(BOTH, "2024-02-16"), event(BOTH, "2024-02")),
        (event(BOTH, "2024-02-16"), event(BOTH, "2024-02-16", status="planned")),
        (
            event((LAVROV,), "2024-02-14", recipients=(CHINA,), form="visit", place="桂林"),
            event((LAVROV,), "2024-02-16", recipients=(CHINA,), form="visit", place="南宁"),
        ),
        (event(BOTH, "2024-02-16", text="会谈持续两个多小时"), event(BOTH, "2024-02-16", text="会谈进行了2小时")),
    ],
)
def test_what_can_both_be_true_is_no_difference(left: Event, right: Event) -> None:
    """Forms, scripts, a town and its country, states for people, coarser dates, plans, and stations of a journey."""
    assert differing(left, right) == {}


def test_days_of_talks_that_lasted_both_are_no_difference() -> None:
    """Where somebody says that it went on from the 18th to the 19th, both days are right."""
    found = differing(event(BOTH, "2024-02-16"), event(BOTH, "2024-02-17"), event(BOTH, "2024-02-16/2024-02-17"))
    assert "date" not in found


def test_a_day_that_the_sentence_does_not_give_is_no_side() -> None:
    """What its paragraph or the day of its article lends contradicts nobody; what its own words say does."""
    told_by = {
        by: replace(event(IN_ASIA, "2024-02-17"), date_by=by) for by in ("clause", "paragraph", "news", "article")
    }
    differ = {by: "date" in differing(event(IN_ASIA, "2024-02-16"), other) for by, other in told_by.items()}
    assert differ == {"clause": True, "paragraph": False, "news": False, "article": False}


@pytest.mark.parametrize(
    ("parties", "place", "differ"),
    [(BOTH, None, False), (BOTH, "安克雷奇", False), (BOTH, "慕尼黑", True), (IN_ASIA, None, True)],
)
def test_an_evening_in_america_is_the_next_day_in_asia(
    parties: tuple[Party, ...], place: str | None, *, differ: bool
) -> None:
    """One day and the next are one moment where somebody of America takes part and no place is told elsewhere."""
    found = differing(*(event(parties, day, place=place) for day in ("2024-02-16", "2024-02-17")))
    assert ("date" in found) is differ


def test_a_place_beside_a_call_tells_no_zone() -> None:
    """A call between Washington and Beijing, that one account reads as talks in the town it tells of next."""
    calls = [
        event(BOTH, day, form="call", place=place) for day, place in (("2024-02-16", None), ("2024-02-17", "北京"))
    ]
    assert "date" not in differing(*calls)


def test_a_lone_day_far_off_is_no_side() -> None:
    """Another day of its sentence was read; the day next to it may be meant so."""
    tellings = [
        *(t for name in "甲乙丙丁戊己" for t in told(name, name, "2024-02-20", event(IN_ASIA, "2024-02-16"))),
        *told("d", "庚", "2024-02-20", event(IN_ASIA, "2024-02-12")),
        *told("e", "辛", "2024-02-20", event(IN_ASIA, "2024-02-17")),
    ]
    (entry,) = entries(tellings, authority())
    assert [side.value for side in entry.discrepancies[0].sides] == ["2024-02-16", "2024-02-17"]


def test_a_plan_put_off_is_no_difference() -> None:
    """Days told before two outlets gave the new one, or as what was first planned."""
    old, new = (event(BOTH, day, status="planned") for day in ("2024-03-09", "2024-03-12"))
    once = event(BOTH, "2024-03-09", status="planned", text="布林肯原定9日会晤王毅")
    before = [*told("a", "甲", "2024-02-20", old), *told("b", "乙", "2024-02-21", old)]
    later = [
        *told("c", "甲", "2024-02-25", new),
        *told("d", "丙", "2024-02-25", new),
        *told("e", "丁", "2024-02-26", once),
    ]
    (entry,) = entries([*before, *later], authority())
    assert (entry.date, entry.discrepancies) == ("2024-03-12", ())
    (entry,) = entries([*before, *later, *told("f", "戊", "2024-02-27", old)], authority())
    assert [one.kind for one in entry.discrepancies] == ["date"]


def test_one_outlet_that_corrects_itself_contradicts_nobody() -> None:
    """Two days in one outlet are a correction."""
    tellings = [
        *told("a", "甲", "2024-02-17", event(BOTH, "2024-02-16")),
        *told("b", "甲", "2024-02-18", event(BOTH, "2024-02-17")),
    ]
    assert entries(tellings, authority())[0].discrepancies == ()


def test_a_denial_after_the_day_is_a_difference() -> None:
    """Called off beforehand is history; denied afterwards contradicts."""
    done, denied = event(BOTH, "2024-02-16"), event(BOTH, "2024-02-16", status="denied")
    assert [side.value for side in differing(done, denied)["status"].sides] == ["denied", "happened"]
    before = told("a", "甲", "2024-02-10", event(BOTH, "2024-02-16", status="cancelled"))
    after = told("b", "乙", "2024-02-16", done)
    entry = entries([*before, *after], authority())[0]
    assert entry.discrepancies == ()
    assert [at.status for at in entry.history] == ["cancelled", "happened"]


def test_figures_told_differently() -> None:
    """Numbers of the same thing differ; of other things they do not."""
    eu = Party("o.eu", "欧盟")

    def act(text: str) -> Event:
        return event((eu,), "2024-02-16", recipients=(CHINA,), kind="SANCTION", text=text)

    found = differing(act("欧盟制裁4名中国官员"), act("欧盟对中国五名官员实施制裁"), act("欧盟制裁四名官员和一个实体"))
    assert [side.value for side in found["figures"].sides] == ["4名", "5名"]
    assert differing(act("欧盟制裁4名中国官员"), act("欧盟制裁中国2家企业")) == {}


@pytest.mark.parametrize(
    ("text", "lasted"),
    [
        ("两人会谈两个半小时", 150),
        ("通话持续了70分钟", 70),
        ("會談近三小時", 180),
        ("一小时的会谈推迟了十分钟", None),
        ("双方举行会谈", None),
    ],
)
def test_durations(text: str, lasted: int | None) -> None:
    """Hours and minutes in either script; two of them say nothing certain."""
    assert minutes(text) == lasted


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("制裁二十四名官员", {"名": "24名"}),
        ("驱逐10位外交官和10名随员", {"名外交官": "10名外交官", "名": "10名"}),
        ("制裁10名个人和五名欧洲议会议员", {"名": "10名", "名议员": "5名议员"}),
        ("打死至少38人", {"名": "至少38名"}),
        ("打死一百多名平民", {"名": "100多名"}),
        ("造成近四十人死亡", {"名": "近40名"}),
        ("逮捕约30名学生", {"名学生": "约30名学生"}),
        ("打死6名示威者和2名抗议者", {}),
        ("北京制裁欧盟官员以报复欧盟制裁四名官员", {}),
        ("欧盟、英国和美国制裁4名官员", {}),
        ("提供3.5亿美元和两架飞机", {"亿美元": "3.5亿美元", "架": "2架"}),
        ("一名官员", {}),
        ("两个月来", {}),
    ],
)
def test_counts(text: str, counted: dict[str, str]) -> None:
    """What is counted once, in any digits."""
    assert {unit: figure.told for unit, figure in figures(text).items()} == counted


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("打死38人", "打死35人", True),
        ("打死近40人", "打死38人", False),
        ("打死至少50人", "打死114人", False),
        ("打死114人", "打死90多人", True),
        ("打死95人", "打死90多人", False),
        ("打死265人", "打死250余人", False),
        ("制裁不超过50名官员", "制裁30名官员", False),
        ("在纽约24人获救", "在纽约20人获救", True),
        ("打死至少91人", "打死50人", True),
        ("打死约100人", "打死114人", False),
    ],
)
def test_what_is_told_roughly_excludes_little(one: str, other: str, *, differ: bool) -> None:
    """At least 50 may be 114, near 40 are 38, but 38 are not 35."""
    assert figures(one)["名"].excludes(figures(other)["名"]) is differ


def test_the_days_on_which_a_deed_was_agreed_on_are_no_difference() -> None:
    """An act is to come when it is agreed on: neither day is one for which it is planned."""

    def agreed(outlet: str, day: str) -> list[Telling]:
        one = event((JAPAN,), day, recipients=(CHINA,), kind="SANCTION", status="planned", text="日本同意制裁中国")
        return told(outlet, outlet, day, one)

    tellings = [t for outlet in "甲乙" for t in agreed(outlet, "2024-02-15")] + agreed("丙", "2024-02-14")
    (entry,) = entries(tellings, authority())
    assert [one.value for one in entry.dates] == ["2024-02-15", "2024-02-14"]
    assert entry.discrepancies == ()


def test_days_planned_are_set_side_by_side() -> None:
    """Where nothing was done yet; days of a plan and the deed are not."""
    plans = [event(IN_ASIA, day, status="planned") for day in ("2024-02-16", "2024-02-17")]
    assert [side.value for side in differing(*plans)["date"].sides] == ["2024-02-16", "2024-02-17"]
