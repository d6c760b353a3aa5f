"""The chronicle: one entry per deed, whatever the order in which articles came."""

from __future__ import annotations

import random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from shilu.chronicle.entries import Telling, entries
from shilu.chronicle.entries.days import days
from shilu.knowledge import authority
from shilu.records import Entry, Event, Party
from tellings import BLINKEN, CHINA, JAPAN, KOREA, LAVROV, SULLIVAN, US, WANG, event, told

MEETING = told("a", "甲", "2024-02-16", event((BLINKEN, WANG), "2024-02-16"))


def made(*groups: list[Telling]) -> list[Entry]:
    """The chronicle of these tellings."""
    return entries([t for group in groups for t in group], authority())


def munich() -> list[list[Telling]]:
    """One meeting as five articles tell it, and another one."""
    both = (BLINKEN, WANG)
    return [
        told("a1", "远望新闻", "2024-02-16", event(both, "2024-02-16", place="慕尼黑")),
        told("a2", "江声电台", "2024-02-17", event(both, "2024-02-16", form="talks", place="慕尼黑")),
        told("a3", "海峽晚報", "2024-02-17", event(both, "2024-02-17", place="柏林")),
        told("a4", "远望新闻", "2024-02-15", event(both, None, status="planned")),
        told("a5", "海峽晚報", "2024-02-18", event((US, CHINA), None, form="talks")),
        told("a6", "望海早报", "2024-02-17", event((US, CHINA), "2024-02-16", form="talks")),
        told("b1", "江声电台", "2024-01-28", event((SULLIVAN, WANG), "2024-01-26/2024-01-27", place="曼谷")),
    ]


def test_tellings_of_one_deed_are_one_entry() -> None:
    """Other forms, a day's difference, vague announcements and states for their people do not part a deed."""
    bangkok, meeting = made(*munich())
    assert [p.name for p in bangkok.parties] == ["杰克·沙利文", "王毅"]
    assert meeting.date == "2024-02-16"
    assert meeting.place == "慕尼黑"
    assert set(meeting.articles) == {"a1", "a2", "a3", "a4", "a5", "a6"}
    assert {p.id for p in meeting.parties} == {BLINKEN.id, WANG.id}
    assert meeting.sources == 4


def test_the_month_of_a_report_dates_no_deed() -> None:
    """What an article tells without a day joins the deed that others date; alone it has the month where it is news."""
    vague = replace(event((BLINKEN, WANG), "2024-02"), date_by="article", block=4)
    (meeting,) = made(MEETING, told("b", "乙", "2024-02-18", vague))
    assert (meeting.date, meeting.articles) == ("2024-02-16", ("a", "b"))
    (alone,) = made(told("b", "乙", "2024-02-18", vague))
    assert alone.date is None
    (news,) = made(told("b", "乙", "2024-02-18", replace(vague, block=-1)))
    assert news.date == "2024-02"


def test_status_is_told_over_time() -> None:
    """An announcement and the report of the deed are one history."""
    meeting = made(*munich())[1]
    assert [(at.status, at.published) for at in meeting.history] == [
        ("planned", "2024-02-15"),
        ("happened", "2024-02-16"),
    ]
    assert meeting.status == "happened"


def test_what_is_planned_is_not_proposed_again() -> None:
    """Who is invited to a summit that is fixed makes it no proposal."""
    plan, wish = (event((BLINKEN, WANG), "2024-02-20", status=status) for status in ("planned", "proposed"))
    (entry,) = made(told("a", "甲", "2024-02-12", plan), told("b", "乙", "2024-02-13", wish))
    assert [at.status for at in entry.history] == ["planned"]


def test_a_plan_that_is_still_told_is_no_change() -> None:
    """Of one day the plan comes first; told after the deed it changes nothing."""
    done, plan = (event((BLINKEN, WANG), "2024-02-16", status=status) for status in ("happened", "planned"))
    same_day = made(told("a", "甲", "2024-02-16", done), told("b", "乙", "2024-02-16", plan))[0]
    later = made(told("a", "甲", "2024-02-16", done), told("b", "乙", "2024-02-17", plan))[0]
    assert [at.status for at in same_day.history] == ["planned", "happened"]
    assert [at.status for at in later.history] == ["happened"]


def test_the_hour_parts_forecasts_from_reports() -> None:
    """Read as done because printed on its day, while two outlets tell it as to come: forecasts till their last."""
    day, both = "2024-02-16", (BLINKEN, WANG)
    plan, done = event(both, day, status="planned"), event(both, day)
    early = [*told("a", "甲报", f"{day}T08:00:00Z", done), *told("b", "乙报", day, done)]
    ahead = [*told("c", "丙报", f"{day}T09:00:00Z", plan), *told("d", "丁报", f"{day}T12:00:00Z", plan)]
    late = [*told("e", "戊报", f"{day}T15:00:00Z", done), *told("f", "己报", "2024-02-17T01:00:00Z", done)]
    (entry,) = entries([*early, *ahead, *late], authority())
    assert [(at.status, at.article) for at in entry.history] == [("planned", "c"), ("happened", "e")]
    assert {e.article for e in entry.evidence if e.status == "planned"} == {"a", "b", "c", "d"}
    (entry,) = entries([*early, *ahead[:1], *late], authority())  # one alone may be late
    assert [(at.status, at.article) for at in entry.history][-1] == ("happened", "b")


def test_what_is_spoken_of_as_to_come_is_not_done() -> None:
    """Undated, told once as done and later on as planned, it is planned; with a day it is done."""
    done, plan = (event((BLINKEN, WANG), None, status=status) for status in ("happened", "planned"))
    dated = event((BLINKEN, WANG), "2024-02-15")
    assert made(told("a", "甲", "2024-02-16", done), told("b", "乙", "2024-02-18", plan))[0].status == "planned"
    assert made(told("a", "甲", "2024-02-18", done), told("b", "乙", "2024-02-16", plan))[0].status == "happened"
    assert made(told("a", "甲", "2024-02-14", dated), told("b", "乙", "2024-02-15", plan))[0].status == "happened"


def test_the_stay_in_which_it_was_to_be_is_not_its_day() -> None:
    """Of days told by one outlet each, that of one which gives no other; days of the journey come behind."""
    both, stay = (BLINKEN, WANG), "2024-02-15/2024-02-18"
    told_before = [
        telling
        for outlet in ("甲报", "乙报", "丙报")
        for telling in told(outlet, outlet, "2024-02-10", event(both, stay, status="planned", date_by="before"))
    ]
    wavers = [
        *told("d", "丁报", "2024-02-18", event(both, "2024-02-15")),
        *told("e", "丁报", "2024-02-19", event(both, "2024-02-16")),
    ]
    sure = told("f", "戊报", "2024-02-19", event(both, "2024-02-17"))
    (entry,) = entries([*told_before, *wavers, *sure], authority())
    assert [one.value for one in entry.dates] == ["2024-02-17", "2024-02-15", "2024-02-16", stay]
    (planned,) = entries(told_before, authority())
    assert planned.date == stay


def test_what_is_put_off_has_its_new_day() -> None:
    """Two announce the 20th, later on one says that it is put off to the 21st."""
    plan = event((BLINKEN, WANG), "2024-02-20", status="planned")
    first = [told(name, name, "2024-02-12", plan) for name in ("甲", "乙")]
    for text, date in (("布林肯与王毅的会晤推迟到21日", "2024-02-21"), ("布林肯将与王毅会晤", "2024-02-20")):
        other = event((BLINKEN, WANG), "2024-02-21", status="planned", text=text)
        assert [entry.date for entry in made(*first, told("c", "丙", "2024-02-15", other))] == [date]


def test_a_day_that_one_source_gives_yields_to_an_announced_one() -> None:
    """Two announce the 20th, one says it was done on the 13th: the slip dates nothing."""
    both, town = (BLINKEN, WANG), "慕尼黑"
    plan = event(both, "2024-02-20", status="planned", place=town)
    slip = told("c", "丙", "2024-02-17", event(both, "2024-02-13", place=town))
    found = made(told("a", "甲", "2024-02-16", plan), told("b", "乙", "2024-02-17", plan), slip)
    assert [(entry.date, entry.status) for entry in found] == [("2024-02-20", "happened")]
    found = made(told("a", "甲", "2024-02-16", plan), told("b", "乙", "2024-02-18", plan), slip)
    assert [(entry.date, entry.status) for entry in found] == [("2024-02-20", "planned")]
    done = told("d", "丁", "2024-02-14", event(both, "2024-02-13", place=town))
    assert (
        made(told("a", "甲", "2024-02-12", plan), told("b", "乙", "2024-02-12", plan), slip, done)[0].date
        == "2024-02-13"
    )


def test_copied_words_are_one_source() -> None:
    """Outlets that print the same sentence, give or take a word, count once."""
    words = "远道而来的国务卿布林肯与外长王毅在湖边的小楼里举行会晤"
    meeting = event((BLINKEN, WANG), "2024-02-16", text=words)
    nearly = event((BLINKEN, WANG), "2024-02-16", text=words.replace("举行会晤", "会晤"))
    copies = [told("甲", "甲", "2024-02-16", meeting), told("乙", "乙", "2024-02-17", nearly)]
    own = told("丙", "丙", "2024-02-16", event((BLINKEN, WANG), "2024-02-16", text="布林肯会晤王毅"))
    assert made(*copies)[0].sources == 1
    assert made(*copies, own)[0].sources == 2


def test_places_are_no_parties() -> None:
    """A town named among those who meet is where they meet."""
    anchorage = Party("l.us.anchorage", "安克雷奇")
    assert made(told("a", "甲", "2024-02-16", event((anchorage, WANG), "2024-02-16"))) == []


@pytest.mark.parametrize("seed", range(20))
def test_order_plays_no_part(seed: int) -> None:
    """The same tellings in any order make the same entries."""
    everything = [t for group in munich() for t in group]
    shuffled = random.Random(seed).sample(everything, len(everything))  # noqa: S311 - no secret
    assert entries(shuffled, authority()) == entries(everything, authority())


PEOPLE = (BLINKEN, WANG, SULLIVAN, LAVROV, CHINA, US, JAPAN, KOREA, Party("x.person.林知远", "林知远"))
DATES = (
    None,
    "2024",
    "2024-02",
    "2024-02-14",
    "2024-02-15",
    "2024-02-16",
    "2024-02-14/2024-02-16",
    "2024-02-12/2024-02-18",
)


@st.composite
def random_tellings(draw: st.DrawFn) -> list[Telling]:
    """What a few articles may tell of a few people within a week."""
    found = []
    for number in range(draw(st.integers(2, 14))):
        parties = tuple(draw(st.lists(st.sampled_from(PEOPLE), min_size=2, max_size=4, unique=True)))
        form = draw(st.sampled_from(("meeting", "call", "summit", "visit")))
        told_of = event(
            parties[:1] if form == "visit" else parties,
            draw(st.sampled_from(DATES)),
            recipients=parties[1:] if form == "visit" else (),
            form=form,
            status=draw(st.sampled_from(("happened", "planned", "denied"))),
            place=draw(st.sampled_from((None, "慕尼黑", "东京"))),
        )
        article = number // 2
        found += told(f"a{article}", "甲乙丙"[article % 3], f"2024-02-{13 + article}", told_of)
    return found


@settings(max_examples=200, deadline=None)
@given(random_tellings(), st.randoms(use_true_random=False))
def test_no_order_of_any_tellings_plays_a_part(tellings: list[Telling], chance: random.Random) -> None:
    """Whatever is told, its order does not matter, no telling stands in two entries, and no id names two."""
    one = entries(tellings, authority())
    shuffled = list(tellings)
    chance.shuffle(shuffled)
    assert entries(shuffled, authority()) == one
    assert sum(len(entry.evidence) for entry in one) <= len(tellings)
    assert len({entry.id for entry in one}) == len(one)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (MEETING, told("b", "乙", "2024-02-28", event((BLINKEN, WANG), "2024-02-28"))),
        (MEETING, told("b", "乙", "2024-02-16", event((SULLIVAN, WANG), "2024-02-16"))),
        (MEETING, told("b", "乙", "2024-02-16", event((BLINKEN, WANG), "2024-02-16", form="call"))),
        (MEETING, told("b", "乙", "2024-02-17", event((BLINKEN, Party("l.de", "德国")), "2024-02-16"))),
        (MEETING, told("b", "乙", "2024-02-17", event((US, CHINA, JAPAN), "2024-02-16"))),
    ],
)
def test_other_deeds_stay_apart(left: list[Telling], right: list[Telling]) -> None:
    """Another day, person of the state, kind, counterpart, or a third state is another deed."""
    assert len(made(left, right)) == 2


def test_a_visit_is_told_by_its_destination() -> None:
    """Two journeys of one week stay apart, though states are among the visitors of one and hosts of the other."""
    found = made(
        told("a", "甲", "2024-03-24", event((LAVROV,), "2024-03-22", recipients=(CHINA,), form="visit")),
        told("b", "乙", "2024-03-24", event((LAVROV,), "2024-03-23", recipients=(CHINA,), form="visit")),
        told(
            "c", "乙", "2024-03-25", event((WANG,), "2024-03-23", recipients=(Party("l.tr", "土耳其"),), form="visit")
        ),
        told("d", "乙", "2024-03-25", event((LAVROV,), "2024-03-23", recipients=(KOREA,), form="visit")),
    )
    assert {entry.articles for entry in found} == {("a", "b"), ("c",), ("d",)}
    parties = {entry.articles: [(p.id, p.role) for p in entry.parties] for entry in found}
    assert parties["a", "b"] == [(LAVROV.id, "actor"), ("l.cn", "recipient")]


def test_talks_may_be_a_call() -> None:
    """会谈 is said of calls and of meetings; a call is no meeting."""
    call, talks = (event((BLINKEN, WANG), "2024-02-16", form=form) for form in ("call", "talks"))
    found = made(told("a", "甲", "2024-02-16", call), told("b", "乙", "2024-02-16", talks))
    assert [entry.articles for entry in found] == [("a", "b")]
    assert len(made(told("a", "甲", "2024-02-16", call), MEETING)) == 2


def test_two_calls_of_one_week_are_two() -> None:
    """A day's difference may be the time zone, unless one article tells both."""
    calls = [event((BLINKEN, WANG), day, form="call") for day in ("2024-02-13", "2024-02-14")]
    assert len(made(told("a", "甲", "2024-02-15", calls[0]), told("b", "乙", "2024-02-15", calls[1]))) == 1
    assert len(made(told("a", "甲", "2024-02-15", *calls), told("b", "乙", "2024-02-15", calls[1]))) == 2


def test_a_meeting_in_one_town_is_one_though_misdated() -> None:
    """Within ten days the same two do not meet twice in the same town, unless one article says they did."""
    first = event((BLINKEN, WANG), "2024-02-10", place="慕尼黑")
    second = event((BLINKEN, WANG), "2024-02-16", place="慕尼黑")
    other = event((BLINKEN, WANG), "2024-02-16", place="纽约")
    assert len(made(told("a", "甲", "2024-02-17", first), told("b", "乙", "2024-02-17", second))) == 1
    assert len(made(told("a", "甲", "2024-02-17", first), told("b", "乙", "2024-02-17", other))) == 2
    assert len(made(told("a", "甲", "2024-02-17", first, second))) == 2


def test_a_date_of_its_own_article_tells_what_is_meant() -> None:
    """An undated sentence speaks of the deed its article dates, not of a nearer one."""
    near = event((BLINKEN, WANG), "2024-02-16")
    far = event((BLINKEN, WANG), "2024-01-20", place="纽约")
    undated = event((BLINKEN, WANG), None, text="两人的会晤")
    found = made(told("a", "甲", "2024-02-17", near), told("b", "乙", "2024-02-17", far, undated))
    assert {entry.date: len(entry.evidence) for entry in found} == {"2024-02-16": 1, "2024-01-20": 2}


def test_states_alone_and_undated_are_no_deed() -> None:
    """中美会谈 without a day cannot be told from any other."""
    talks = told("b", "乙", "2024-02-17", event((US, CHINA), None, form="talks"))
    assert made(talks) == []
    half = told("d", "丁", "2024-02-16", event((US, WANG), "2024-02-16"))
    assert [entry.articles for entry in made(half, talks)] == [("d",)]
    assert made(told("c", "丙", "2024-02-17", event((US, CHINA), None, status="planned")), MEETING)[0].articles == (
        "a",
    )


def test_each_account_of_a_summit_names_some() -> None:
    """Leaders, their states and the body they meet as are one summit."""
    modi, suga = Party("p.narendra-modi", "莫迪"), Party("p.yoshihide-suga", "菅义伟")
    biden, quad, australia = Party("p.joe-biden", "拜登"), Party("o.quad", "四方安全对话"), Party("l.au", "澳大利亚")
    found = made(
        told("a", "甲", "2021-03-13", event((biden, modi, suga, australia), "2021-03-12", form="summit")),
        told("b", "乙", "2021-03-13", event((biden, quad), "2021-03-12", form="summit")),
        told("c", "丙", "2021-03-13", event((US, JAPAN, australia), "2021-03-12", form="summit")),
        told("d", "丙", "2021-03-13", event((biden, suga), "2021-03-12", form="talks")),
    )
    assert sorted(len(entry.articles) for entry in found) == [1, 3]
    summit = max(found, key=lambda entry: len(entry.articles))
    assert {biden.id, modi.id, suga.id} <= {party.id for party in summit.parties}


class TestActs:
    """Acts have a direction, a day, and a matter."""

    EU = Party("o.eu", "欧盟")
    OFFICIAL = Party("p.wang-junzheng", "王君正")

    def act(self, article: str, sides: tuple[Party, Party], kind: str, date: str | None, text: str) -> list[Telling]:
        """One article that tells one act."""
        one = event(sides[:1], date, recipients=sides[1:], kind=kind, text=text)
        return told(article, f"媒体{article}", "2021-03-23", one)

    def test_direction_counts(self) -> None:
        """What one does to the other is not what the other does in return."""
        there = self.act("a", (self.EU, CHINA), "SANCTION", "2021-03-22", "欧盟制裁中国官员")
        back = self.act("b", (CHINA, self.EU), "SANCTION", "2021-03-22", "中国制裁欧盟议员")
        assert len(made(there, back)) == 2

    def test_a_state_stands_for_its_officials(self) -> None:
        """To sanction China's officials is to sanction China."""
        one = self.act("a", (self.EU, self.OFFICIAL), "SANCTION", "2021-03-22", "欧盟制裁王君正")
        other = self.act("b", (self.EU, CHINA), "SANCTION", "2021-03-22", "欧盟22日制裁中国")
        entry = made(one, other)[0]
        assert [(party.id, party.role) for party in entry.parties] == [
            (self.EU.id, "actor"),
            (self.OFFICIAL.id, "recipient"),
        ]

    def test_words_of_two_matters_are_two(self) -> None:
        """Two reproaches of one day are one only if they are told alike."""
        coast = self.act("a", (JAPAN, CHINA), "ACCUSE", "2021-03-22", "日本抗议中国海警船驶入尖阁海域")
        coast_too = self.act("b", (JAPAN, CHINA), "ACCUSE", "2021-03-22", "日方就中国海警船驶入尖阁海域提出抗议")
        trade = self.act("c", (JAPAN, CHINA), "ACCUSE", "2021-03-22", "日本批评中国的稀土出口限制")
        found = made(coast, coast_too, trade)
        assert sorted(entry.articles for entry in found) == [("a", "b"), ("c",)]
        assert len({entry.id for entry in found}) == 2

    def test_words_of_another_day_must_be_more_alike(self) -> None:
        """谴责 on Saturday and 担忧 on Sunday are two, where little but who speaks is the same."""
        texts = ("日本外务大臣周六谴责中国的制裁举动", "日本外务大臣周日对中国参与报告撰写表示担忧")
        first = self.act("a", (JAPAN, CHINA), "ACCUSE", "2021-03-20", texts[0])
        assert len(made(first, self.act("b", (JAPAN, CHINA), "ACCUSE", "2021-03-21", texts[1]))) == 2
        assert len(made(first, self.act("b", (JAPAN, CHINA), "ACCUSE", "2021-03-20", texts[1]))) == 1

    def test_what_is_said_again_on_the_next_day(self) -> None:
        """A day that two sources tell for words is no slip, though the words are those of the day before."""
        said = [
            self.act(f"{day}{i}", (JAPAN, CHINA), "REJECT", f"2021-03-{day}", f"日本{i}坚决反对中国进行任何官方往来{i}")
            for day in (20, 21)
            for i in range(2)
        ]
        assert [entry.date for entry in made(*said)] == ["2021-03-20", "2021-03-21"]
        assert len(made(*said[:3])) == 1

    @pytest.mark.parametrize(("recipient", "date"), [(CHINA, None), (CHINA, "2021-03"), (JAPAN, "2021-03-22")])
    def test_without_day_or_other_side_there_is_no_act(self, recipient: Party, date: str | None) -> None:
        """An act without a day, or of one on itself, cannot be told from others."""
        assert self.act("a", (JAPAN, recipient), "ACCUSE", date, "日本批评") == []


def test_to_summon_has_a_direction() -> None:
    """That China summons the EU's envoy is not that the EU summons China's, wherever an account places it."""
    union = Party("o.eu", "欧盟")
    there, back = (event(sides, "2024-02-16", word="召见", place="中国") for sides in ((CHINA, union), (union, CHINA)))
    there, back = (msgspec.structs.replace(one, rule="object.v1") for one in (there, back))
    assert len(made(told("a", "甲", "2024-02-16", there), told("b", "乙", "2024-02-16", back))) == 2


def test_what_was_ahead_of_something_else_may_be_over() -> None:
    """会谈前的致词, told days later without a day, speaks of the talks that are over."""
    talks = event((BLINKEN, WANG), "2024-02-16", form="talks", text="布林肯与王毅会谈")
    text = "双方会谈前的致词引发争执。"
    before = event((BLINKEN, WANG), None, form="talks", status="planned", text="双方会谈")
    both = (told("a", "甲", "2024-02-16", talks), told("b", "乙", "2024-02-16", talks))
    late = told("c", "丙", "2024-02-20", before, texts=("", text))
    (entry,) = made(*both, late)
    assert set(entry.articles) == {"a", "b", "c"}
    assert len(made(*both, told("c", "丙", "2024-02-20", before, texts=("", "双方会谈将于下月举行。")))) == 2


@pytest.mark.parametrize(("text", "deeds"), [("双方曾会谈。", 2), ("双方举行了会谈。", 1)])
def test_what_was_done_before_is_not_the_news(text: str, deeds: int) -> None:
    """曾 tells of talks before those of the day of the report."""
    talks = event((BLINKEN, WANG), "2024-02-16", form="talks", text="布林肯与王毅会谈")
    start, end = text.index("会谈"), text.index("会谈") + 2
    once = msgspec.structs.replace(event((BLINKEN, WANG), None, form="talks", text="会谈"), start=start, end=end)
    both = (told("a", "甲", "2024-02-16", talks), told("b", "乙", "2024-02-16", talks))
    assert len(made(*both, told("c", "丙", "2024-02-16", once, texts=("", text)))) == deeds


def test_a_wire_service_is_one_source() -> None:
    """Outlets that print the same agency count once, and an outlet that prints two agencies is one source."""
    meeting = event((BLINKEN, WANG), "2024-02-16")
    entry = made(
        told("a", "甲", "2024-02-16", meeting, agencies=("路透社",)),
        told("b", "乙", "2024-02-16", meeting, agencies=("路透社",)),
        told("c", "丙", "2024-02-16", meeting),
    )[0]
    assert entry.sources == 2
    assert entry.outlets == ("丙", "乙", "甲")
    own = made(*(told(f"a{n}", "甲", "2024-02-16", meeting, agencies=(f"{n}社",)) for n in range(3)))[0]
    assert own.sources == 1


def test_unknown_names_are_kept() -> None:
    """Parties that the authority does not know take part as they are named."""
    entry = made(told("a", "甲", "2024-02-16", event((Party("x.person.林知远", "林知远"), WANG), "2024-02-16")))[0]
    assert {p.name for p in entry.parties} == {"林知远", "王毅"}


class TestDates:
    """Dates of any precision, and those that cannot be."""

    @pytest.mark.parametrize(
        ("value", "first", "last"),
        [
            ("2024-02", "2024-02-01", "2024-02-29"),
            ("2023-12", "2023-12-01", "2023-12-31"),
            ("2024-01-26/2024-01-27", "2024-01-26", "2024-01-27"),
            ("2024-02-16", "2024-02-16", "2024-02-16"),
        ],
    )
    def test_dates_are_spans_of_days(self, value: str, first: str, last: str) -> None:
        """A date of any precision is the span of days it may mean."""
        span = days(value)
        assert span is not None
        assert (span.first.isoformat(), span.last.isoformat()) == (first, last)

    @pytest.mark.parametrize("value", [None, "", "2024", "2024-02-31", "2024-03-02/2024-03-01", "2024/2025", "0000-13"])
    def test_impossible_or_coarse_dates_have_no_days(self, value: str | None) -> None:
        """What is no date of the calendar, or coarser than a month, dates nothing."""
        assert days(value) is None

    @pytest.mark.parametrize(
        ("value", "precise"),
        [
            ("2021-03-18/2021-03-19", True),
            ("2021-03-24/2021-03-30", True),
            ("2021-03-15/2021-03-21", False),
            ("2021-03-11/2021-03-20", False),
            ("2021-03-21/2021-03-31", False),
            ("2021-03", False),
        ],
    )
    def test_a_week_only_bounds_a_deed(self, value: str, precise: bool) -> None:
        """A journey dates a deed; a calendar week, a third of a month or a month does not."""
        span = days(value)
        assert span is not None
        assert span.is_precise is precise

    @pytest.mark.parametrize(
        ("date", "status", "dated"), [("2024-02-20", "planned", True), ("2029-02-20", "happened", False)]
    )
    def test_what_is_done_cannot_lie_ahead(self, date: str, status: str, dated: bool) -> None:
        """Told as done but dated next week, it is planned; dated in years, the date is not believed."""
        entry = made(told("a", "甲", "2024-02-16", event((BLINKEN, WANG), date)))[0]
        assert (entry.status, entry.date is not None) == (status, dated)

    @pytest.mark.parametrize(
        ("date", "by", "expected"),
        [
            ("2024-07-24", "date", (None, "happened")),
            ("2024-07-24", "将", ("2024-07-24", "planned")),
            ("2024-02-17", "date", ("2024-02-17", "planned")),
        ],
    )
    def test_what_only_its_date_makes_a_plan_lies_near(self, date: str, by: str, expected: tuple[object, str]) -> None:
        """7月24日宣布关闭领事馆, told in February, was last year; what is to be done in July may be."""
        plan = replace(event((BLINKEN, WANG), date, status="planned"), status_by=by)
        entry = made(told("a", "甲", "2024-02-16", plan))[0]
        assert (entry.date, entry.status) == expected

    def test_contradictory_dates_are_undated(self) -> None:
        """A date of no calendar dates nothing, and stops nothing."""
        entry = made(told("a", "甲", "2024-02-16", event((BLINKEN, WANG), "2024-02-31")))[0]
        assert entry.status == "happened"


def test_a_hundred_parties_are_a_roll_of_names() -> None:
    """An event of a hundred parties is not taken for an encounter."""
    many = tuple(Party(f"x.person.人{i}", f"人{i}") for i in range(100))
    assert told("a", "甲", "2024-02-16", event(many, "2024-02-16")) == []


def landmark() -> list[list[Telling]]:
    """One meeting as six outlets tell it, each in words of its own."""
    words = ("会晤", "两人见面", "谈了两个小时", "面对面会谈", "在酒店里碰头", "闭门交换意见")
    days = "2024-02-16"
    return [
        told(f"n{i}", f"媒体{i}", "2024-02-17", event((BLINKEN, WANG), days, place="慕尼黑", text=f"{text}{i}"))
        for i, text in enumerate(words)
    ]


@pytest.mark.parametrize("parties", [(US, CHINA), (BLINKEN, WANG)], ids=["states", "people"])
def test_a_day_misread_beside_a_landmark_is_no_second_deed(parties: tuple[Party, ...]) -> None:
    """Of a meeting that six outlets tell all speak for days: what one dates a week later is the same one."""
    late = told("z", "海峽晚報", "2024-02-24", event(parties, "2024-02-23", form="talks", text="美中会谈之后"))
    (entry,) = made(*landmark(), late)
    assert (entry.date, len(entry.articles)) == ("2024-02-16", 7)
    elsewhere = event(parties, "2024-02-23", form="talks", place="纽约", text="美中会谈之后")
    assert len(made(*landmark(), told("z", "海峽晚報", "2024-02-24", elsewhere))) == 2


@pytest.mark.parametrize(("articles", "deeds"), [(1, 1), (2, 2)])
def test_one_article_does_not_make_two_of_a_landmark(articles: int, deeds: int) -> None:
    """An article that gives both days has misread one; where two do, the same people met twice."""
    both = [
        told(
            f"z{i}",
            f"海峽晚報{i}",
            "2024-02-20",
            event((BLINKEN, WANG), "2024-02-16", place="慕尼黑", text="会晤"),
            event((BLINKEN, WANG), "2024-02-13", place="慕尼黑", text="会晤"),
        )
        for i in range(articles)
    ]
    assert len(made(*landmark(), *both)) == deeds


def test_a_town_within_a_state_of_the_us_is_one_place() -> None:
    """One who places the talks in 阿拉斯加 and misdates them tells those that others place in 安克雷奇."""
    right = [
        told(f"n{i}", f"媒体{i}", "2024-02-17", event((BLINKEN, WANG), "2024-02-16", place="安克雷奇", text=text))
        for i, text in enumerate(("会晤", "两人见面", "谈了两个小时", "面对面会谈", "在酒店里碰头", "闭门交换意见"))
    ]
    wrong = event((US, CHINA), "2024-02-23", form="talks", place="阿拉斯加", text="美中会谈之后")
    assert len(made(*right, told("z", "海峽晚報", "2024-02-24", wrong))) == 1


def test_a_journey_of_many_days_dates_no_stop_by_itself() -> None:
    """What one outlet tells of a week abroad is not how long he stayed in one of the states."""
    stay = [
        told(
            f"n{i}",
            f"媒体{i}",
            "2024-02-20",
            event((WANG,), "2024-02-18", recipients=(JAPAN,), form="visit", text=text),
        )
        for i, text in enumerate(("王毅抵达东京", "外长王毅开始对日本的访问", "王毅飞抵日本"))
    ]
    week = event((WANG,), "2024-02-17/2024-02-23", recipients=(JAPAN,), form="visit", text="王毅一周内走访亚洲多国")
    (entry,) = made(*stay, told("z", "海峽晚報", "2024-02-24", week))
    assert (entry.date, len(entry.articles)) == ("2024-02-18", 4)
    (alone,) = made(told("z", "海峽晚報", "2024-02-24", week))
    assert alone.date == "2024-02-17/2024-02-23"


def test_a_call_told_without_a_day_is_not_the_talks() -> None:
    """两人曾通话, told weeks later, means their call and not the talks that are nearer in time."""
    call = event((BLINKEN, WANG), "2024-01-10", form="call", text="布林肯与王毅通电话")
    talks = event((BLINKEN, WANG), "2024-02-16", form="talks", text="布林肯与王毅会谈")
    later = told("z", "丙", "2024-02-20", event((BLINKEN, WANG), None, form="call", text="他曾与王毅通话"))
    first, second = made(told("a", "甲", "2024-01-10", call), told("b", "乙", "2024-02-16", talks), later)
    assert (set(first.articles), set(second.articles)) == ({"a", "z"}, {"b"})


def test_ministers_one_by_one_and_then_two_and_two_are_two_deeds() -> None:
    """Three sources that date the meeting of two the day before the talks of four tell another meeting."""
    motegi, kishi, austin = (
        Party("p.toshimitsu-motegi", "茂木敏充"),
        Party("p.nobuo-kishi", "岸信夫"),
        Party("p.lloyd-austin", "奥斯汀"),
    )
    all_four = (BLINKEN, austin, motegi, kishi)
    alone = [
        told(f"a{i}", f"甲{i}", "2021-05-13", event((BLINKEN, motegi), "2021-05-12", text=f"第{i}家：外长会晤"))
        for i in range(3)
    ]
    talks = [
        told(f"b{i}", f"乙{i}", "2021-05-14", event(all_four, "2021-05-13", form="talks", text=f"2+2会谈{i}"))
        for i in range(4)
    ]
    states = told("c", "丙", "2021-05-14", event((US, JAPAN), "2021-05", form="talks", text="美日2+2会谈"))
    first, second = made(*alone, *talks, states)
    assert (first.date, len(first.parties), second.date, len(second.parties)) == ("2021-05-12", 2, "2021-05-13", 4)
    assert "c" in second.articles


@pytest.mark.parametrize(("crossed", "deeds"), [(False, 3), (True, 1)])
def test_two_ministers_who_also_met_by_themselves(*, crossed: bool, deeds: int) -> None:
    """Two couples of four, each told by two sources of the day, met apart; if some name other couples, all was one."""
    austin, motegi, kishi = (
        Party("p.lloyd-austin", "奥斯汀"),
        Party("p.toshimitsu-motegi", "茂木敏充"),
        Party("p.nobuo-kishi", "岸信夫"),
    )
    four = (BLINKEN, austin, motegi, kishi)
    day = "2021-05-13"
    texts = ("双方在会谈室落座", "他们谈到尖阁海域", "会面开始时合影", "两人讨论了驻军")
    together = [told(f"t{i}", f"丁{i}", day, event(four, day, form="talks", text=f"举行{i}会谈")) for i in range(4)]
    couples = [(BLINKEN, motegi), (austin, kishi), *([(BLINKEN, kishi)] if crossed else [])]
    apart = [
        told(f"a{n}{i}", f"甲{n}{i}", day, event(couple, day, text=texts[n + i]))
        for n, couple in enumerate(couples)
        for i in range(2)
    ]
    undated = told("u", "戊", "2021-05-15", event((austin, kishi), None, text="两位防长日前会谈"))
    found = made(*together, *apart, undated)
    assert len(found) == deeds
    assert [len(entry.parties) for entry in found if "u" in entry.articles] == [4 if crossed else 2]


def test_whom_nobody_names_forces_still_fire_on() -> None:
    """Of violence by a state nobody need be named whom it befell; of beatings somebody must."""
    army = Party("l.mm", "缅甸")
    shot = event((army,), "2024-02-15", kind="ASSAULT", text="军警向示威者开枪", word="开枪")
    entry, *more = made(told("a", "甲", "2024-02-16", shot), told("b", "乙", "2024-02-16", shot))
    assert (entry.type, len(entry.evidence), more) == ("ASSAULT", 2, [])
    assert made(told("a", "甲", "2024-02-16", msgspec.structs.replace(shot, mode="beat"))) == []


def test_officials_of_hong_kong_are_sanctioned_as_chinese_ones() -> None:
    """One list of a day, whatever outlets call those on it."""
    china, hong_kong = Party("l.cn", "中国"), Party("l.hk", "香港")
    one = event((US,), "2024-02-15", kind="SANCTION", recipients=(china,), text="美国制裁中国官员")
    other = event((US,), "2024-02-15", kind="SANCTION", recipients=(china, hong_kong), text="美国制裁中港官员")
    (entry,) = made(told("a", "甲", "2024-02-16", one), told("b", "乙", "2024-02-16", other))
    assert entry.sources == 2


def test_sanctions_that_a_few_report_two_days_later_are_those_that_all_tell() -> None:
    """Of eight sources to two; of six to two they are others."""
    for many, deeds in ((8, 1), (6, 2)):
        texts = [
            "美国制裁十名中国官员",
            "华府宣布对中国官员实施制裁",
            "美方把中国官员列入制裁名单",
            "美财政部对十名官员祭出制裁",
        ]
        china = (Party("l.cn", "中国"),)
        told_of = [
            told(
                f"a{i}",
                f"甲{i}",
                "2024-02-12" if i < many else "2024-02-14",
                event(
                    (US,),
                    "2024-02-12" if i < many else "2024-02-14",
                    kind="SANCTION",
                    recipients=china,
                    text=texts[i % 4] + "甲乙丙丁戊己庚辛壬癸"[i],
                ),
            )
            for i in range(many + 2)
        ]
        assert len(made(*told_of)) == deeds


def test_an_answer_is_a_letter_of_its_own() -> None:
    """Who writes is named first; the one who answers writes to him."""
    sent = event((BLINKEN, WANG), "2024-02-14", form="letter", rule="object.v1", text="布林肯致函王毅")
    answer = event((WANG, BLINKEN), "2024-02-15", form="letter", rule="object.v1", text="王毅回信布林肯")
    found = made(told("a", "甲", "2024-02-16", sent, answer), told("b", "乙", "2024-02-16", sent))
    assert sorted([one.text for one in entry.evidence] for entry in found) == [
        ["布林肯致函王毅"] * 2,
        ["王毅回信布林肯"],
    ]


def test_the_next_round_is_not_today_s() -> None:
    """What two states held and what they agreed to hold stand in one sentence."""
    held = event((US, JAPAN), "2024-02-16", form="talks", text="美日举行会谈")
    following = event((US, JAPAN), None, form="talks", status="planned", text="双方同意尽快举行下一轮会谈")
    entry, *_ = made(told("a", "甲", "2024-02-16", held), told("b", "乙", "2024-02-16", held, following))
    assert [one.text for one in entry.evidence] == ["美日举行会谈"] * 2


@pytest.mark.parametrize(
    ("town", "articles", "place"),
    [("摩苏尔", 5, "摩苏尔"), ("摩苏尔", 6, "伊拉克"), ("巴格达", 10, "巴格达"), ("巴格达", 11, "伊拉克")],
)
def test_one_town_of_a_tour_is_not_its_place(town: str, articles: int, place: str) -> None:
    """Fewer than a fifth of the accounts of a visit name it; of the capital fewer than a tenth."""
    visit = {"recipients": (Party("l.iq", "伊拉克"),), "form": "visit"}
    towns = [town, *["伊拉克"] * (articles - 1)]
    (entry,) = made(
        *(
            told(f"a{i}", f"甲{i}", "2021-03-06", event((BLINKEN,), "2021-03-05", place=town, **visit))
            for i, town in enumerate(towns)
        )
    )
    assert entry.place == place


def test_a_body_beside_its_own_people_is_no_party() -> None:
    """That 杨洁篪 stands beside 中共 in one account makes it no other deed, days later as it is told."""
    yang = Party("p.yang-jiechi", "杨洁篪")
    four = (BLINKEN, SULLIVAN, yang, WANG)
    landmark = [
        told(f"a{i}", f"甲{i}", "2021-03-19", event(four, "2021-03-18", form="talks", text=f"{i}会谈{i}"))
        for i in range(6)
    ]
    party = Party("o.cn.ccp", "中共")
    late = told("z", "丙", "2021-03-22", event((BLINKEN, party, yang), "2021-03-20", form="talks", text="谈了两天"))
    (entry,) = made(*landmark, late)
    assert {one.id for one in entry.parties} == {one.id for one in four}
    assert "z" in entry.articles


def test_what_is_asked_of_a_body_time_and_again_is_no_deed() -> None:
    """要求世卫派专家来华 without a day; that somebody by name is invited is one."""
    who = Party("o.who", "世卫组织")
    asked, invited = (
        told("a", "甲", "2021-03-12", event(guests, None, recipients=(CHINA,), form="visit", status="proposed"))
        for guests in ((who,), (BLINKEN,))
    )
    assert (made(asked), len(made(invited))) == ([], 1)


class TestSittings:
    """A body sits more than once in a week."""

    COUNCIL = (Party("o.un.unsc", "安理会"),)

    def sitting(self, article: str, published: str, date: str | None, status: str = "happened") -> list[Telling]:
        """What one article tells of a sitting."""
        one = event(self.COUNCIL, date, form="multilateral", status=status, text=f"安理会开会{article}")
        return told(article, f"媒体{article}", published, one)

    def test_one_that_is_held_dates_none_of_the_week(self) -> None:
        """That it will sit this week is not the sitting that one source dates; nor is it denied by one."""
        ahead = self.sitting("a", "2021-03-01", "2021-03-01/2021-03-07", "planned")
        held = self.sitting("b", "2021-03-03", "2021-03-02")
        assert [entry.articles for entry in made(ahead, held)] == [("b",)]
        assert made(ahead, held, self.sitting("c", "2021-03-03", "2021-03-02"))[0].articles == ("a", "b", "c")

    def test_it_sits_again(self) -> None:
        """What is to be held on Tuesday, as told on Tuesday, was not held on Monday."""
        monday, tuesday = self.sitting("a", "2021-03-02", "2021-03-01"), ("b", "2021-03-02", "2021-03-02")
        assert len(made(monday, self.sitting(*tuesday, "planned"))) == 2
        assert len(made(monday, self.sitting(*tuesday))) == 1

    def test_what_one_denies_has_no_date(self) -> None:
        """没听说有会谈 does not date the talks that others tell of the month."""
        both = (*self.COUNCIL, BLINKEN)
        denied = told("a", "甲", "2021-03-12", event(both, "2021-03-12", status="denied"))
        month = told("b", "乙", "2021-03-14", event(both, "2021-03"))
        assert sorted(entry.articles for entry in made(denied, month)) == [("a",), ("b",)]


def test_a_state_and_its_own_president_agree_on_nothing() -> None:
    """拜登签署法案 is a law of 美国, no treaty with it; two of its people may strike a deal."""
    austin = Party("p.lloyd-austin", "奥斯汀")
    pairs = [(BLINKEN, US), (BLINKEN, austin), (BLINKEN, JAPAN)]
    assert [len(told("a", "甲", "2021-03-12", event(pair, "2021-03-11", kind="AGREE"))) for pair in pairs] == [0, 1, 1]


def test_a_plan_told_for_another_day_is_put_off() -> None:
    """What two are to do within ten days is one deed; the day is the one that more outlets tell by now."""
    early = [
        told(f"a{i}", f"甲{i}", "2024-02-01", event((BLINKEN, WANG), "2024-02-16", status="planned", text=f"将会晤{i}"))
        for i in range(3)
    ]
    late = [
        told(f"b{i}", f"乙{i}", "2024-02-10", event((BLINKEN, WANG), "2024-02-21", status="planned", text=f"定会{i}"))
        for i in range(2)
    ]
    (entry,) = made(*early, *late)
    assert (entry.date, entry.status, len(entry.articles)) == ("2024-02-21", "planned", 5)


def test_who_tells_the_month_bears_a_deed_out() -> None:
    """What one source dates and another tells of its month is what is told without a date weeks later."""
    visit = {"recipients": (CHINA,), "form": "visit"}
    dated = told("a", "甲", "2024-02-20", event((BLINKEN,), "2024-01-14", **visit, text="布林肯抵达北京"))
    month = told("b", "乙", "2024-02-21", event((BLINKEN,), "2024-01", **visit, text="布林肯一月访华"))
    undated = told("c", "丙", "2024-02-22", event((BLINKEN,), None, **visit, text="布林肯去了中国"))
    (entry,) = made(dated, month, undated)
    assert (entry.date, entry.articles) == ("2024-01-14", ("a", "b", "c"))


def test_what_is_to_come_is_not_what_the_same_article_tells_as_done() -> None:
    """A video conference on Thursday, and a visit on which they will hold talks, are two."""
    done = event((US, JAPAN), "2024-02-15", form="talks", text="美日举行了视频会谈")
    plan = event((BLINKEN, JAPAN), "2024-02", form="talks", status="planned", text="布林肯访问期间将举行会谈")
    entry, *_ = made(told("a", "甲", "2024-02-17", done, plan))
    assert (entry.date, {party.id for party in entry.parties}) == ("2024-02-15", {US.id, JAPAN.id})


def test_states_mean_only_what_is_told_as_theirs() -> None:
    """美中对话 without a day is the meeting of two people only where some account with a day tells it as that."""
    vague = told("z", "丁", "2024-02-18", event((US, CHINA), "2024-02", form="talks", text="两国的对话"))
    people = [
        told(name, outlet, "2024-02-17", event((BLINKEN, WANG), "2024-02-16", text=text))
        for name, outlet, text in (("a", "甲", "布林肯见了王毅"), ("b", "乙", "两位外长在酒店会面"))
    ]
    (entry,) = made(*people, vague)
    assert entry.articles == ("a", "b")
    states = told("c", "丙", "2024-02-17", event((US, CHINA), "2024-02-16", form="talks", text="美中16日会谈"))
    (entry,) = made(*people, states, vague)
    assert set(entry.articles) == {"a", "b", "c", "z"}


def test_nobody_stands_for_a_body_beside_another_of_its_people() -> None:
    """That 沙利文 met the government of China is not that 布林肯 met 王毅."""
    body = event((SULLIVAN, CHINA, US), "2024-02-16", text="沙利文会见中方")
    assert len(made(MEETING, told("b", "乙", "2024-02-17", body))) == 2


@pytest.mark.parametrize(
    ("other", "day", "deeds"),
    [
        ("两国决定成立气候联合小组", "2021-03-20", 2),
        ("两国决定成立气候联合小组", "2021-03-19", 2),
        ("中美商定重开领事馆", "2021-03-20", 1),
    ],
)
def test_undertakings_must_be_alike(other: str, day: str, deeds: int) -> None:
    """What two agree on one day, and on the same or on the next, is one deed only if the words are alike."""
    first, second = (
        told(name, name, "2021-03-21", event((US, CHINA), when, kind="AGREE", text=text))
        for name, when, text in (("甲", "2021-03-19", "中美商定重开领事馆"), ("乙", day, other))
    )
    assert len(made(first, second)) == deeds


class TestHosts:
    """Visits with those who received the visitors."""

    KISHIDA = Party("p.fumio-kishida", "岸田文雄")

    def visit(self, *met: Party, **told_so: str) -> Entry:
        """The entry of a visit which one article tells, with a meeting of the visitor."""
        going = event((WANG,), "2023-11-25", recipients=(JAPAN,), form="visit", text="王毅访问日本")
        meeting = replace(event((WANG, *met), "2023-11-26"), **told_so)
        return next(one for one in made(told("a", "甲", "2023-11-27", going, meeting)) if one.form == "visit")

    def test_officials_of_the_state_whom_he_met(self) -> None:
        """They are hosts, and neither those acting nor those visited."""
        entry = self.visit(self.KISHIDA)
        assert [(party.id, party.role) for party in entry.parties] == [
            (WANG.id, "actor"),
            (JAPAN.id, "recipient"),
            (self.KISHIDA.id, "host"),
        ]
        assert entry.hosts == entry.parties[2:]

    @pytest.mark.parametrize(("met", "status"), [(BLINKEN, "happened"), (KISHIDA, "denied"), (JAPAN, "happened")])
    def test_others_are_none(self, met: Party, status: str) -> None:
        """Nobody of another state, nor whom he did not meet, nor the state itself."""
        assert self.visit(met, status=status).hosts == ()

    def test_who_is_met_elsewhere_or_once_is_none(self) -> None:
        """A meeting in another state, or of another time, was not on the visit."""
        assert self.visit(self.KISHIDA, place="北京").hosts == ()
        assert self.visit(self.KISHIDA, status_by="曾").hosts == ()
        assert self.visit(self.KISHIDA, place="东京").hosts


def test_a_tour_of_three_states_dates_no_stop() -> None:
    """Where words that tell three visits give a week, and others the day of one stop, it is that day."""
    places = (JAPAN, KOREA, Party("l.sg", "新加坡"))
    tour = [
        event((WANG,), "2024-02-17/2024-02-23", recipients=(place,), form="visit", text="王毅访问日本、韩国、新加坡")
        for place in places
    ]
    stay = event((WANG,), "2024-02-18", recipients=(JAPAN,), form="visit", text="王毅抵达东京")
    found = made(told("a", "甲", "2024-02-24", *tour), told("b", "乙", "2024-02-19", stay))
    dates = {entry.recipients[0].id: entry.date for entry in found}
    assert dates == {JAPAN.id: "2024-02-18", KOREA.id: "2024-02-17/2024-02-23", "l.sg": "2024-02-17/2024-02-23"}


def test_one_unsure_article_names_no_host() -> None:
    """Of a widely told visit two articles must name a host."""
    going = event((WANG,), "2023-11-25", recipients=(JAPAN,), form="visit", text="王毅访问日本")
    others = [told(f"n{i}", f"媒体{i}", "2023-11-27", replace(going, text=f"王毅抵达东京{i}")) for i in range(8)]
    meeting = event((WANG, TestHosts.KISHIDA), "2023-11-26")
    once = told("a", "甲", "2023-11-27", going, meeting)
    twice = told("b", "乙", "2023-11-27", going, meeting)
    found = [next(one for one in made(*others, *some) if one.form == "visit").hosts for some in ([once], [once, twice])]
    assert [[host.id for host in hosts] for hosts in found] == [[], [TestHosts.KISHIDA.id]]


def test_what_is_held_by_video_has_no_place() -> None:
    """Where half of the accounts tell so, a town named by the others is that of somebody who sat at a screen."""
    meeting = event((BLINKEN, WANG), "2024-02-16", place="东京", form="talks")
    for text, place in (("举行视频会谈", None), ("会谈，谈到朝鲜的远程导弹和网上视频", "东京"), ("举行会谈", "东京")):
        assert [entry.place for entry in made(told("a", "甲", "2024-02-17", replace(meeting, text=text)))] == [place]
    nowhere, online = replace(meeting, place=None, text="举行会谈"), replace(meeting, place=None, text="举行视频会谈")
    accounts = [online, online, replace(meeting, text="会谈"), *[nowhere] * 5]
    tellings = [
        told(str(n), name, "2024-02-17", one)[0]
        for n, (name, one) in enumerate(zip("甲乙丙丁戊己庚辛", accounts, strict=True))
    ]
    assert [entry.place for entry in entries(tellings, authority())] == [None]


def test_few_tell_where_something_was_said() -> None:
    """One of four accounts does not place an act."""
    acts = [
        told(
            f"a{i}",
            f"媒体{i}",
            "2024-02-17",
            event((JAPAN,), "2024-02-16", recipients=(CHINA,), kind="SANCTION", text=f"日本制裁中国{i}", place=place),
        )
        for i, place in enumerate(("北京", None, None, None))
    ]
    assert [entry.place for entry in made(*acts)] == [None]
    assert [entry.place for entry in made(*acts[:2])] == ["北京"]


def test_a_body_that_sits_is_not_whom_it_meets() -> None:
    """欧盟峰会, and whom Blinken meets of the EU and of NATO on that day, are two entries."""
    eu, nato = Party("o.eu", "欧盟"), Party("o.nato", "北约")
    found = made(
        told("a", "甲", "2021-03-25", event((eu,), "2021-03-25", form="summit", text="欧盟峰会")),
        told("b", "乙", "2021-03-25", event((eu,), "2021-03-25", form="summit", text="欧盟峰会")),
        told("c", "丙", "2021-03-25", event((BLINKEN, nato, eu), "2021-03-25", text="布林肯与北约和欧盟高层会晤")),
    )
    assert sorted(len(entry.articles) for entry in found) == [1, 2]


def test_a_leader_is_at_more_than_one_gathering_in_a_month() -> None:
    """习近平 at 博鳌 in April is not he at the climate summit of the 22nd."""
    xi, biden, putin = (
        Party("p.xi-jinping", "习近平"),
        Party("p.joe-biden", "拜登"),
        Party("p.vladimir-putin", "普京"),
    )
    boao = Party("o.bfa", "博鳌亚洲论坛")
    summit = event((biden, xi, putin), "2021-04-22", form="summit", status="planned", text="气候峰会")
    found = made(
        told("a", "甲", "2021-03-30", summit),
        told("b", "乙", "2021-03-30", summit),
        told("c", "丙", "2021-03-30", event((xi, boao), "2021-04", form="multilateral", status="planned", text="论坛")),
    )
    assert max(len(entry.articles) for entry in found) == 2


def test_what_people_without_a_name_ask_for_is_no_act_of_their_state() -> None:
    """加拿大民众呼吁中国释放两人 is no request of Canada."""
    people = Party("l.ca", "加拿大民众", "people")
    asked = event((people,), "2021-03-15", recipients=(CHINA,), kind="REQUEST", text="加拿大民众呼吁中国放人")
    protest = event((people,), "2021-03-15", recipients=(CHINA,), kind="PROTEST", text="加拿大民众示威")
    assert [entry.type for entry in made(told("a", "甲", "2021-03-15", asked, protest))] == ["PROTEST"]


MYANMAR = Party("l.mm", "缅甸")


def shots(text: str, mode: str, place: str | None = None) -> Event:
    """Violence of the army of a state on a day."""
    one = event((MYANMAR,), "2024-02-16", kind="ASSAULT", text=text, place=place)
    return replace(one, mode=mode)


def test_shots_in_two_towns_and_raids_from_the_air_are_deeds_of_their_own() -> None:
    """Of one day: what is told without a town joins the most told, an air raid and another town do not."""
    tellings = [
        *told("a", "甲", "2024-02-17", shots("军方在仰光向数十名示威者开枪", "firearms", "仰光")),
        *told("b", "乙", "2024-02-17", shots("军警向数百名示威者开枪", "firearms")),
        *told("c", "丙", "2024-02-17", shots("军警向曼德勒数百名民众开枪", "firearms", "曼德勒")),
        *told("d", "丁", "2024-02-17", shots("军方空袭村庄，打死数十人", "heavy-weapons")),
    ]
    found = entries(tellings, authority())
    assert sorted(len(entry.evidence) for entry in found) == [1, 1, 2]
    assert len({entry.id for entry in found}) == len(found)


def test_sanctions_for_what_is_done_in_two_territories_are_two() -> None:
    """香港 and 新疆 are other grounds, though state, target and week are the same."""
    on = {
        ground: event((US,), day, recipients=(CHINA,), kind="SANCTION", text=f"美国因{ground}问题制裁中国官员")
        for ground, day in (("香港", "2024-02-16"), ("新疆", "2024-02-17"))
    }
    tellings = [t for ground, one in on.items() for t in told(ground, ground, "2024-02-18", one)]
    assert len(entries(tellings, authority())) == 2


def test_leaders_who_meet_on_no_known_day_have_an_entry_of_each_article() -> None:
    """Two articles of one day that tell it are not one entry, nor have the two one name."""
    leaders = (Party("p.joe-biden", "拜登"), Party("p.xi-jinping", "习近平"))
    tellings = [
        *told("a", "甲", "2024-02-18", event(leaders, None)),
        *told("b", "乙", "2024-02-18", event(leaders, None)),
    ]
    assert len({entry.id for entry in entries(tellings, authority())}) == 2


def test_of_days_told_alike_that_in_the_clause_comes_first() -> None:
    """Before one that its sentence carries, and before that of a caption."""
    days = {"caption": "2024-02-14", "before": "2024-02-15", "clause": "2024-02-16"}
    tellings = [
        t
        for by, day in days.items()
        for t in told(
            by, by, "2024-02-18", replace(event((BLINKEN,), day, recipients=(CHINA,), form="visit"), date_by=by)
        )
    ]
    (entry,) = entries(tellings, authority())
    assert [date.value for date in entry.dates] == ["2024-02-16", "2024-02-15", "2024-02-14"]


def test_talks_of_states_that_go_on_are_not_the_summit_of_their_leaders() -> None:
    """美国正与日本磋商 of that month is no word on what the leaders said."""
    leaders = (Party("p.joe-biden", "拜登"), Party("p.yoshihide-suga", "菅义伟"))
    summit = event(leaders, "2021-02-16", form="summit", text="拜登与菅义伟举行峰会")
    talks = event((US, JAPAN), "2021-02", form="talks", text="美国正与日本磋商疫苗计划", date_by="article")
    tellings = [
        *told("a", "甲", "2021-02-17", summit),
        *told("b", "乙", "2021-02-17", summit),
        *told("c", "丙", "2021-02-18", talks),
    ]
    assert [len(entry.evidence) for entry in entries(tellings, authority())] == [2]


def test_the_toll_of_a_town_is_not_that_of_the_country() -> None:
    """Of one day: an account without a town that has another number of dead is of all, as is one without a number."""
    tellings = [
        *told("a", "甲", "2024-02-17", shots("军警在仰光向数百名示威者开枪，打死14人", "firearms", "仰光")),
        *told("b", "乙", "2024-02-17", shots("缅甸军队当天在仰光街头射杀14人，另有多名示威者受伤", "firearms", "仰光")),
        *told("c", "丙", "2024-02-17", shots("军警向示威者开枪，打死38人", "firearms")),
        *told("d", "丁", "2024-02-17", shots("缅甸士兵对大批示威民众开火", "firearms")),
    ]
    assert sorted(entry.sources for entry in entries(tellings, authority())) == [2, 2]


def test_what_many_say_in_one_statement_is_not_what_one_of_them_says() -> None:
    """Two outlets tell of the statement, one of the spokesman of a government that signed it."""

    def words(text: str) -> Event:
        return event((US,), "2024-02-16", recipients=(CHINA,), kind="ACCUSE", text=text, word="质疑")

    joint = words("美国等十四国发表联合声明，质疑报告不够透明")
    alone = words("美国政府质疑报告不够透明")
    tellings = [
        *told("a", "甲", "2024-02-17", joint),
        *told("b", "乙", "2024-02-17", words("美国、日本等十四国在联合声明中一致质疑报告不够透明")),
        *told("c", "丙", "2024-02-17", alone),
    ]
    assert sorted(entry.sources for entry in entries(tellings, authority())) == [1, 2]


def test_what_was_done_once_is_not_the_deed_of_a_day() -> None:
    """Talks of several days, or of a time that nobody tells, join no dated ones, though the same two held them."""
    once = replace(event((BLINKEN, WANG), None, text="布林肯多次与王毅会晤"), date_by="once")
    dated = event((BLINKEN, WANG), "2024-02-16")
    told_of = [*told("a", "甲", "2024-02-17", dated), *told("b", "乙", "2024-02-17", dated)]
    found = entries([*told_of, *told("c", "丙", "2024-02-18", once)], authority())
    assert sorted(entry.sources for entry in found) == [1, 2]
    undated = event((BLINKEN, WANG), None)
    assert [one.sources for one in entries([*told_of, *told("c", "丙", "2024-02-18", undated)], authority())] == [3]


def test_nobody_is_arrested_twice_on_one_day() -> None:
    """Whoever is named to have done it: the state, or police of which the authority knows nothing."""
    someone = Party("x.person.陈某明", "陈某明")

    def arrest(by: Party, mode: str = "arrest") -> Event:
        done = event((by,), "2024-02-16", recipients=(someone,), kind="COERCE", text="抓走陈某明", word="抓走")
        return replace(done, mode=mode)

    police, county = Party("x.org.江州警方", "江州警方"), Party("x.org.清河县公安局", "清河县公安局")
    firm = Party("x.org.江州大桥公司", "江州大桥公司")
    tellings = [
        *told("a", "甲", "2024-02-17", arrest(CHINA)),
        *told("b", "乙", "2024-02-17", arrest(police)),
        *told("c", "丙", "2024-02-18", arrest(county)),
    ]
    assert [entry.sources for entry in entries(tellings, authority())] == [3]
    other = [*told("d", "丁", "2024-02-18", arrest(firm)), *told("e", "戊", "2024-02-18", arrest(CHINA, "restrict"))]
    assert sorted(entry.sources for entry in entries([*tellings, *other], authority())) == [1, 1, 3]


def test_a_minister_by_his_office_is_not_his_prime_minister() -> None:
    """布林肯与日本外相举行会谈 is one with the talks of the two ministers, whoever else he called on that day."""
    leader, minister = Party("p.yoshihide-suga", "菅义伟"), Party("p.toshimitsu-motegi", "茂木敏充")
    tellings = [
        *told("a", "甲", "2021-03-17", event((BLINKEN, leader), "2021-03-16", text="布林肯拜会菅义伟")),
        *told("b", "乙", "2021-03-17", event((BLINKEN, leader), "2021-03-16", text="布林肯会见菅义伟")),
        *told("c", "丙", "2021-03-17", event((BLINKEN, minister), "2021-03-16", text="布林肯与茂木敏充会谈")),
        *told("d", "丁", "2021-03-17", event((BLINKEN, JAPAN), "2021-03-16", text="布林肯与日本外相举行了会谈")),
    ]
    found = {tuple(party.id for party in one.parties): one.sources for one in entries(tellings, authority())}
    assert sorted(found.values()) == [2, 2]
    assert found[("p.antony-blinken", "p.toshimitsu-motegi")] == 2
