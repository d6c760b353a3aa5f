"""Accounts against each other: who is believed on whether, when, where and by whom a deed was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from shilu.chronicle.entries import Telling, entries
from shilu.chronicle.entries.participants import participants
from shilu.knowledge import authority
from shilu.records import Entry, Event, Party
from tellings import BLINKEN, CHINA, JAPAN, KOREA, LAVROV, SULLIVAN, US, WANG, event, told

if TYPE_CHECKING:
    from shilu.records import Status

POMPEO = Party("p.mike-pompeo", "蓬佩奥")
AUSTIN = Party("p.lloyd-austin", "奥斯汀")
CCP = Party("o.cn.ccp", "中共")
RUSSIA = Party("l.ru", "俄罗斯")
MERKEL = Party("p.angela-merkel", "默克尔")
BIDEN, XI = Party("p.joe-biden", "拜登"), Party("p.xi-jinping", "习近平")


def made(*groups: list[Telling]) -> list[Entry]:
    """The chronicle of these tellings."""
    return entries([t for group in groups for t in group], authority())


def widely() -> list[list[Telling]]:
    """A meeting that six outlets tell."""
    meeting = event((BLINKEN, SULLIVAN, WANG), "2021-03-18", place="安克雷奇")
    return [told(name, name, "2021-03-19", meeting) for name in "甲乙丙丁戊己"]


def test_one_source_is_outweighed_by_two_who_deny() -> None:
    """A call that one tells and two deny was not made; one that two tell was."""
    call, none = (event((BLINKEN, WANG), "2024-02-16", form="call", status=s) for s in ("happened", "denied"))
    denied = [told("b", "乙", "2024-02-17", none), told("c", "丙", "2024-02-17", none)]
    assert made(told("a", "甲", "2024-02-17", call), *denied)[0].status == "denied"
    assert (
        made(told("a", "甲", "2024-02-17", call), told("d", "丁", "2024-02-17", call), *denied)[0].status == "happened"
    )


def test_what_more_sources_only_call_for_is_not_done_and_has_no_day_of_its_own() -> None:
    """The day of the call for a meeting, read as that of the meeting, goes with the reading of it as done."""
    wish = event((BLINKEN, WANG), None, status="proposed")
    slip = event((BLINKEN, WANG), "2024-02-16")
    wishes = [told("b", "乙", "2024-02-16", wish), told("c", "丙", "2024-02-17", wish)]
    found = made(told("a", "甲", "2024-02-17", slip), *wishes)
    assert [(entry.status, entry.date) for entry in found] == [("proposed", None)]
    assert [at.status for at in found[0].history] == ["proposed"]
    long_before = [told("b", "乙", "2024-02-01", wish), told("c", "丙", "2024-02-02", wish)]
    assert made(told("a", "甲", "2024-02-17", slip), *long_before)[0].status == "happened"
    third = told("d", "丁", "2024-02-02", wish)
    assert made(told("a", "甲", "2024-02-17", slip), *long_before, third)[0].status == "proposed"


def test_a_call_has_no_place() -> None:
    """The town named beside a call is where else people met."""
    call = event((BLINKEN, WANG), "2024-02-16", form="call", place="安克雷奇")
    meeting = event((BLINKEN, WANG), "2024-02-16", place="安克雷奇")
    assert made(told("a", "甲", "2024-02-17", call))[0].place is None
    assert made(told("a", "甲", "2024-02-17", meeting))[0].place == "安克雷奇"


@pytest.mark.parametrize(
    "parties",
    [
        (POMPEO, WANG),
        (POMPEO, CHINA),
        (BLINKEN, AUSTIN, CHINA),
        (BLINKEN, CCP),
        (BIDEN, XI),
        (Party("x.person.布林肯先生", "布林肯先生"), SULLIVAN, WANG),
    ],
)
def test_a_widely_told_meeting_takes_in_who_is_misnamed_in_it(parties: tuple[Party, ...]) -> None:
    """Somebody out of office, who was elsewhere, the leaders or the state: all speak of the meeting of that day."""
    found = made(*widely(), told("x", "庚", "2021-03-19", event(parties, "2021-03-18", form="talks")))
    assert len(found) == 1
    assert {p.id for p in found[0].parties} == {BLINKEN.id, SULLIVAN.id, WANG.id}


@pytest.mark.parametrize(("parties", "date"), [((POMPEO, WANG), "2021-03-10"), ((AUSTIN, WANG), "2021-03-18")])
def test_others_meet_for_themselves(parties: tuple[Party, ...], date: str) -> None:
    """On another day the former minister is one, and a minister in office is not the one who met."""
    assert len(made(*widely(), told("x", "庚", "2021-03-19", event(parties, date)))) == 2


def test_days_that_are_not_of_the_deed() -> None:
    """The day for which something is asked is not that of asking; 此次 does not date a visit of nobody by name."""
    asked = event((US,), "2024-02-20", recipients=(CHINA,), kind="REQUEST", status="planned")
    assert made(told("a", "甲", "2024-02-17", msgspec.structs.replace(asked, status_by="date"))) == []
    went = event((Party("o.who", "世卫组织"),), "2024-02", recipients=(CHINA,), form="visit")
    (visit,) = made(told("a", "甲", "2024-02-17", msgspec.structs.replace(went, date_by="present")))
    assert visit.date is None


def test_a_body_that_sits_often() -> None:
    """Who speaks in a body's sitting is no party beside it where most name it alone; wishes for one are of no day."""
    council, envoy = Party("o.un.security-council", "安理会"), Party("x.person.某特使", "某特使")
    sat = [told(name, name, "2024-02-17", event((council,), "2024-02-16", form="multilateral")) for name in "甲乙丙"]
    spoke = told("丁", "丁", "2024-02-17", event((envoy, council), "2024-02-16", form="multilateral"))
    wished = told("戊", "戊", "2024-02-14", event((council,), None, form="summit", status="proposed"))
    (sitting,) = made(*sat, spoke, wished)
    assert ([party.id for party in sitting.parties], len(sitting.articles)) == (["o.un.security-council"], 4)


def test_a_body_that_sits_on_another_state() -> None:
    """On Tuesday it sat on North Korea, on Wednesday on Myanmar; a day apart on the same state is one sitting."""

    def sat(name: str, date: str, text: str) -> list[Telling]:
        council = (Party("o.un.security-council", "安理会"),)
        one = event(council, date, form="multilateral", text="安理会开会")
        return told(name, name, "2024-02-22", one, texts=("", f"安理会开会{text}"))

    korea, myanmar = sat("甲", "2024-02-20", "讨论朝鲜试射。"), sat("乙", "2024-02-21", "，缅甸军方受到谴责。")
    assert [entry.articles for entry in made(korea, myanmar)] == [("甲",), ("乙",)]
    for text in ("讨论缅甸局势。", "，应英国要求。", "，在纽约举行。"):
        assert len(made(myanmar, sat("丙", "2024-02-20", text))) == 1, text


def test_what_is_to_be_resumed_follows_what_was_done() -> None:
    """Two agreed, when they met, to resume their dialogue: that is not the meeting, though told the day after it."""
    met = [told(name, name, "2024-02-16", event((BLINKEN, WANG), "2024-02-16")) for name in "甲乙"]
    plan = event((BLINKEN, WANG), None, form="talks", status="planned", text="重启双边对话")
    late = event((BLINKEN, WANG), None, form="talks", status="planned", text="举行双边对话")
    going = told(
        "丁", "丁", "2024-02-15", event((BLINKEN, WANG), None, form="talks", status="planned", text="继续对话")
    )
    assert made(*met, told("丙", "丙", "2024-02-17", plan))[0].articles == ("乙", "甲")
    assert made(*met, told("丙", "丙", "2024-02-17", late))[0].articles == ("乙", "甲", "丙")
    lasting = [told(name, name, "2024-02-16", event((BLINKEN, WANG), "2024-02-15/2024-02-16")) for name in "甲乙"]
    assert made(*lasting, going)[0].articles == ("丁", "乙", "甲")


def test_a_stay_told_by_itself_dates_the_visit_rather_than_the_journey() -> None:
    """12日至15日访问日韩 bounds both visits; two who tell 14日至15日 of the one tell its own days."""

    def visit(state: Party, date: str) -> Event:
        return event((BLINKEN,), date, recipients=(state,), form="visit")

    journey = "2024-02-12/2024-02-15"
    both = [told(name, name, "2024-02-12", visit(JAPAN, journey), visit(KOREA, journey)) for name in "甲乙丙"]
    stay = [told(name, name, "2024-02-12", visit(KOREA, "2024-02-14/2024-02-15")) for name in "丁戊"]
    assert {entry.date for entry in made(*both)} == {journey}
    assert sorted(entry.date or "" for entry in made(*both, *stay)) == [journey, "2024-02-14/2024-02-15"]


def test_the_place_of_the_day_that_most_give() -> None:
    """Of two places that one outlet each gives, that of the account which has the day of the others counts."""
    both = (BLINKEN, WANG)
    found = made(
        told("甲", "甲", "2024-02-18", event(both, "2024-02-17", place="慕尼黑")),
        told("乙", "乙", "2024-02-18", event(both, "2024-02-16", place="柏林")),
        told("丙", "丙", "2024-02-18", event(both, "2024-02-16")),
        told("丁", "丁", "2024-02-18", event(both, "2024-02-16", place="德国")),
    )
    assert [entry.place for entry in found] == ["柏林"]


def test_no_deed_of_a_state_on_itself() -> None:
    """An act of a government on its own state was read without those on whom it is."""
    party = Party("o.cn.ccp", "中共")
    sanction = event((party,), "2024-02-16", recipients=(CHINA,), kind="SANCTION")
    assert made(told("a", "甲", "2024-02-17", sanction)) == []


def test_leaders_who_met_without_a_day_are_not_gathered() -> None:
    """Had leaders met, all would tell the day: what several articles say of it without one is not one deed."""
    met = event((BIDEN, XI), None)
    apart = made(told("a", "甲", "2024-02-18", met), told("b", "乙", "2024-02-19", met))
    assert [entry.sources for entry in apart] == [1, 1]


def test_talks_of_states_are_not_the_session_that_was_called_off() -> None:
    """Between states alone, talks and a cancelled session of one day are two, and undated talks are none of them."""
    talks = event((US, CHINA), "2024-02-16", form="meeting")
    off = event((US, CHINA), "2024-02-16", form="multilateral", status="cancelled")
    vague = event((US, CHINA), None, form="talks")
    found = made(
        told("a", "甲", "2024-02-16", talks),
        told("b", "乙", "2024-02-16", talks),
        told("c", "丙", "2024-02-16", off),
        told("d", "丁", "2024-02-17", vague),
    )
    assert len({entry.id for entry in found}) == 2
    assert sorted((entry.status, entry.articles) for entry in found) == [
        ("cancelled", ("c",)),
        ("happened", ("a", "b")),
    ]


def test_governments_alone_and_no_day_are_no_deed() -> None:
    """Without a day those who meet must all be named; of a visit the visitor."""
    assert made(told("a", "甲", "2024-02-16", event((US, CCP), None))) == []
    assert made(told("a", "甲", "2024-02-16", event((BLINKEN, CCP), None))) == []
    assert len(made(told("a", "甲", "2024-02-16", event((BLINKEN, WANG), None)))) == 1
    assert len(made(told("a", "甲", "2024-02-16", event((BLINKEN,), None, recipients=(CHINA,), form="visit")))) == 1


def test_what_one_out_of_office_did_without_a_day_is_of_other_times() -> None:
    """It joins no meeting of these days, nor does it take the day of the news it is told in; planned, it is to come."""
    past = event((POMPEO, WANG), None)
    news = msgspec.structs.replace(event((POMPEO, WANG), "2024-02-16"), date_by="news")
    own = msgspec.structs.replace(event((POMPEO, WANG), "2024-02-16"), date_by="clause")
    assert made(told("a", "甲", "2024-02-16", past), told("b", "乙", "2024-02-16", news)) == []
    assert len(made(told("c", "丙", "2024-02-16", own))) == 1
    assert len(made(told("a", "甲", "2024-02-16", event((POMPEO, WANG), None, status="planned")))) == 1


def test_no_state_stands_for_one_out_of_office() -> None:
    """What 美国 did on the day its former minister met somebody was not his meeting; in his time it was."""
    later = [told("a", "甲", "2024-02-16", event(pair, "2024-02-16")) for pair in ((POMPEO, WANG), (US, WANG))]
    then = [told("a", "甲", "2019-02-16", event(pair, "2019-02-16")) for pair in ((POMPEO, WANG), (US, WANG))]
    assert (len(made(*later)), len(made(*then))) == (2, 1)


def test_who_travels_with_somebody_else_is_on_the_same_visit() -> None:
    """Outlets name other companions of one visitor; another visitor is on a visit of his own."""
    visit = [
        told(str(n), "甲乙丙"[n], "2024-02-16", event(who, "2024-02-16", recipients=(CHINA,), form="visit"))
        for n, who in enumerate(((BLINKEN, AUSTIN), (BLINKEN, SULLIVAN), (SULLIVAN,)))
    ]
    assert len(made(*visit[:2])) == 1
    assert len(made(visit[0], visit[2])) == 2


def test_a_summit_told_a_week_early_is_the_one_ahead() -> None:
    """周五举行, read as last Friday in reports of the days between, is the Friday that more tell."""
    four = (BIDEN, XI, LAVROV, MERKEL)

    def summit(article: str, published: str, date: str) -> list[Telling]:
        return told(article, article, published, event(four, date, form="summit"))

    right = [summit("甲", "2021-03-13", "2021-03-12"), summit("乙", "2021-03-12", "2021-03-12")]
    assert [entry.date for entry in made(*right, summit("丙", "2021-03-09", "2021-03-05"))] == ["2021-03-12"]
    assert len(made(*right, summit("丙", "2021-03-13", "2021-03-05"))) == 2


def test_sanctions_told_again_within_a_week_are_those_that_all_tell() -> None:
    """One that dates widely told sanctions by what followed them means these; two who do mean others."""

    def sanction(outlet: str, date: str) -> list[Telling]:
        return told(outlet, outlet, date, event((CHINA,), date, recipients=(US,), kind="SANCTION", text="中国制裁美国"))

    widely_told = [sanction(outlet, "2024-02-16") for outlet in "甲乙丙丁戊己"]
    assert len(made(*widely_told, sanction("庚", "2024-02-20"))) == 1
    assert len(made(*widely_told, sanction("庚", "2024-02-20"), sanction("辛", "2024-02-20"))) == 2
    assert len(made(*widely_told, sanction("庚", "2024-02-12"))) == 2


def test_a_day_of_last_year_that_others_plan_for_this_one_is_that_plan() -> None:
    """4月22日, read as the last one, is the one ahead where another article plans it; by itself it stays."""
    plan = told("a", "甲", "2021-03-20", event((BIDEN, XI), "2021-04-22", form="summit", status="planned"))
    slip = told("b", "乙", "2021-03-18", event((BIDEN, XI), "2020-04-22", form="summit"))
    found = made(plan, slip)
    assert [(entry.date, entry.status, entry.articles) for entry in found] == [("2021-04-22", "planned", ("b", "a"))]
    assert [(entry.date, entry.status) for entry in made(slip)] == [("2020-04-22", "happened")]


def test_a_day_of_last_month_that_others_plan_for_this_one_is_that_plan() -> None:
    """18日, read as last month's, is the one ahead; not where last month's is the nearer one."""
    plan = told("a", "甲", "2021-03-10", event((BLINKEN, WANG), "2021-03-18", status="planned"))
    slip = told("b", "乙", "2021-03-12", event((BLINKEN, WANG), "2021-02-18"))
    news = told("c", "丙", "2021-02-19", event((BLINKEN, WANG), "2021-02-18"))
    assert [(entry.date, entry.status) for entry in made(plan, slip)] == [("2021-03-18", "planned")]
    assert [entry.date for entry in made(plan, news)] == ["2021-02-18", "2021-03-18"]


@pytest.mark.parametrize(
    ("sentence", "entries_made"),
    [
        ("白川声明要求中国停止在远湖捕鱼，并放还渔船。", 1),
        ("他还要求中国公开账目，按时偿还铁路借款。", 2),
    ],
)
def test_what_is_asked_stands_beside_the_asking(sentence: str, entries_made: int) -> None:
    """要求中国 is in both; what stands behind it in the sentence tells whether one thing was asked."""

    def asking(article: str, text: str) -> list[Telling]:
        start = text.index("要求中国")
        asked = event((BLINKEN,), "2024-02-16", recipients=(CHINA,), kind="REQUEST", text="要求中国")
        placed = msgspec.structs.replace(asked, start=start, end=start + len("要求中国"))
        return told(article, article, "2024-02-16", placed, texts=("题", text))

    assert len(made(asking("甲", "布林肯要求中国立即停止在远湖捕鱼。"), asking("乙", sentence))) == entries_made


def test_outlets_that_print_one_sentence_are_one_source() -> None:
    """会谈 alone does not show that one copied the other; the words beside it do."""

    def telling(outlet: str, text: str) -> list[Telling]:
        at = text.index("会谈")
        talks = msgspec.structs.replace(event((BLINKEN, WANG), "2024-02-16", text="会谈"), start=at, end=at + 2)
        return told(outlet, outlet, "2024-02-16", talks, texts=("题", text))

    first = telling("甲", "两人在湖边会谈，直到深夜才乘船离开小岛。")
    copy = telling("乙", "两人在湖边会谈，直到深夜方才乘船离开小岛。")
    own = telling("丙", "布林肯昨天飞抵该城与对方会谈，随后前往机场。")
    assert [made(first, other)[0].sources for other in (copy, own)] == [1, 2]


def test_what_is_wished_for_is_not_dated_by_the_wish() -> None:
    """A meeting that is proposed today is not proposed for today; for the day ahead it is."""
    wishes = [event((BLINKEN, WANG), date, status="proposed") for date in ("2024-02-16", "2024-02-20")]
    assert [made(told("a", "甲", "2024-02-16", wish))[0].date for wish in wishes] == [None, "2024-02-20"]


def test_leaders_who_call_or_are_told_of_by_more_do_so_themselves() -> None:
    """On the telephone, or told by half as many and more, it is not what their ministers did."""
    call, meeting = (event((BIDEN, XI), "2021-03-18", form=form) for form in ("call", "meeting"))
    assert len(made(*widely(), told("x", "庚", "2021-03-19", call))) == 2
    assert len(made(*widely(), *(told(name, name, "2021-03-19", meeting) for name in "庚辛壬"))) == 2


def test_talks_of_states_bear_out_no_meeting_of_leaders_that_one_source_tells() -> None:
    """美中会谈 joins the leaders where two sources tell of them on that day."""
    meeting = event((BIDEN, XI), "2024-02-16")
    talks = told("c", "丙", "2024-02-17", event((US, CHINA), "2024-02-16", form="talks"))
    assert len(made(told("a", "甲", "2024-02-17", meeting), talks)) == 2
    assert len(made(told("a", "甲", "2024-02-17", meeting), told("b", "乙", "2024-02-17", meeting), talks)) == 1


def test_a_letter_is_dated_by_when_it_was_written() -> None:
    """It becomes known weeks later; another one after months is another one."""
    letters = [
        told(str(n), "甲乙丙"[n], "2024-07-01", event((BLINKEN, WANG), date, form="letter"))
        for n, date in enumerate(("2024-02-18", "2024-03-15", "2024-06-20"))
    ]
    assert [entry.date for entry in made(*letters)] == ["2024-02-18", "2024-06-20"]


def test_one_state_in_both_is_no_summit() -> None:
    """A body that met with Russia is not the talks of Russia and others; with two states in both it is."""
    opec, russia, iran = Party("o.opec", "欧佩克"), Party("l.ru", "俄罗斯"), Party("l.ir", "伊朗")
    body = [event((opec, russia, *more), "2024-02-16", form="multilateral") for more in ((), (iran,))]
    talks = told("b", "乙", "2024-02-17", event((russia, iran, CHINA), "2024-02-16", form="multilateral"))
    assert [len(made(told("a", "甲", "2024-02-17", one), talks)) for one in body] == [2, 1]


def test_talks_that_many_tell_to_last_for_days_have_these() -> None:
    """Three outlets give both days, four one of them; of two who do it is the day that more give."""
    dates = ("2024-02-16/2024-02-17",) * 3 + ("2024-02-16",) * 4
    accounts = [
        told(name, name, "2024-02-18", event((BLINKEN, WANG), date, form="talks"))
        for name, date in zip("甲乙丙丁戊己庚", dates, strict=True)
    ]
    assert [entry.date for entry in made(*accounts)] == ["2024-02-16/2024-02-17"]
    assert [entry.date for entry in made(*accounts[1:])] == ["2024-02-16"]


def test_what_many_tell_without_a_day_is_not_dated_by_a_slip() -> None:
    """A day that one source gives dates what others tell in those days, not what they tell weeks later."""
    slip = told("a", "甲", "2024-02-16", event((BLINKEN, WANG), "2024-02-16"))
    soon, late = (told("b", "乙", day, event((BLINKEN, WANG), None)) for day in ("2024-02-18", "2024-03-04"))
    assert [len(made(slip, other)) for other in (soon, late)] == [1, 2]
    second = told("c", "丙", "2024-02-16", event((BLINKEN, WANG), "2024-02-16"))
    assert len(made(slip, second, late)) == 1


def test_to_forbid_is_not_to_deport() -> None:
    """Of one state against another on one day, what is done in two ways is done twice."""
    acts = [
        msgspec.structs.replace(event((CHINA,), "2024-02-16", recipients=(US,), kind="COERCE"), mode=mode)
        for mode in ("restrict", "deport")
    ]
    assert len(made(told("a", "甲", "2024-02-16", acts[0]), told("b", "乙", "2024-02-16", acts[1]))) == 2
    assert len(made(told("a", "甲", "2024-02-16", acts[0]), told("b", "乙", "2024-02-16", acts[0]))) == 1


def test_who_is_invited_to_where_he_has_been_is_still_to_go() -> None:
    """The article that plans a visit for a day tells an earlier one without: the plan is not done by that."""
    plan = event((WANG,), "2024-02-16", recipients=(US,), form="visit", status="planned")
    been = msgspec.structs.replace(event((WANG,), None, recipients=(US,), form="visit"), start=20, end=30)
    assert made(told("a", "甲", "2024-02-16", plan, been))[0].status == "planned"
    assert made(told("a", "甲", "2024-02-16", plan), told("b", "乙", "2024-02-17", been))[0].status == "happened"


def test_an_account_without_a_day_means_the_widely_told_deed() -> None:
    """Six tell the visit of the 19th, two one of the 12th: who names no day speaks of the former."""

    def visit(outlet: str, date: str | None) -> list[Telling]:
        going = event((BLINKEN,), date, recipients=(CHINA,), form="visit", status="planned")
        return told(outlet, outlet, "2024-02-11", going)

    two, six = (
        [visit(outlet, "2024-02-12") for outlet in "甲乙"],
        [visit(outlet, "2024-02-19") for outlet in "丙丁戊己庚辛"],
    )
    assert [len(entry.evidence) for entry in made(*two, *six, visit("壬", None))] == [2, 7]


def test_what_is_planned_for_a_year_is_not_done_before_it_is_over() -> None:
    """One reads 今年访问 as done, another as planned: it is to come; told the year after, it is done."""
    done, plan = (
        event((WANG,), "2024", recipients=(US,), form="visit", status=status) for status in ("happened", "planned")
    )
    during, after = (told("a", "甲", published, done) for published in ("2024-03-01", "2025-03-01"))
    planning = told("b", "乙", "2024-02-20", plan)
    assert [made(planning, one)[0].status for one in (during, after)] == ["planned", "happened"]


def test_what_one_calls_off_for_a_month_is_not_done_by_what_another_dates_no_finer() -> None:
    """原定4月访问 is read as a visit; where a day is told, it took place."""
    off = told("a", "甲", "2024-05-10", event((WANG,), "2024-04", recipients=(US,), form="visit", status="cancelled"))
    month, day = (
        told("b", "乙", "2024-05-20", event((WANG,), date, recipients=(US,), form="visit"))
        for date in ("2024-04", "2024-04-12")
    )
    assert [made(off, one)[0].status for one in (month, day)] == ["cancelled", "happened"]


def test_a_day_that_two_sources_tell_is_no_slip_beside_another() -> None:
    """A meeting of two on Sunday is not that of the same two and others on Tuesday, in the same town."""
    two = event((BLINKEN, WANG), "2024-02-11", place="东京")
    four = event((BLINKEN, AUSTIN, WANG, LAVROV), "2024-02-13", place="东京")
    later = [told(outlet, outlet, "2024-02-13", four) for outlet in "丙丁戊"]
    sunday = [told(outlet, outlet, "2024-02-12", two) for outlet in "甲乙"]
    assert sorted(entry.date or "" for entry in made(*sunday, *later)) == ["2024-02-11", "2024-02-13"]


def test_the_history_of_a_widely_told_deed_leaves_out_slips() -> None:
    """What one takes for done a week before its day, or one of nine for denied, is no change."""
    who = (BLINKEN, SULLIVAN, WANG)
    done = event(who, "2021-03-18", place="安克雷奇")
    plan = told("p", "壬", "2021-03-10", event(who, "2021-03-18", place="安克雷奇", status="planned"))
    early = told("e", "癸", "2021-03-11", event(who, "2021-03-10", place="安克雷奇"))
    denied = told("d", "子", "2021-03-17", event(who, "2021-03-18", place="安克雷奇", status="denied"))
    many = [told(name, name, "2021-03-19", done) for name in "甲乙丙丁戊己庚辛"]
    (entry,) = made(plan, early, denied, *many)
    assert [(at.status, at.published) for at in entry.history] == [
        ("planned", "2021-03-10"),
        ("happened", "2021-03-19"),
    ]
    (few,) = made(plan, denied, *many[:3])
    assert [at.status for at in few.history] == ["planned", "denied", "happened"]


def test_days_that_few_articles_give_are_no_difference() -> None:
    """Against eight articles of several outlets one is a slip; two days of which somebody tells both are one deed."""
    who = (BLINKEN, SULLIVAN, WANG)

    def day(outlet: str, date: str, number: int = 0) -> list[Telling]:
        return told(f"{outlet}{number}", outlet, "2021-03-20", event(who, date, place="安克雷奇"))

    main = [day(outlet, "2021-03-18", number) for outlet in "甲乙" for number in range(4)]
    span = day("丙", "2021-03-18/2021-03-19")
    other = day("乙", "2021-03-19", 9)
    assert not made(*main, span, other, day("丁", "2021-03-20"))[0].discrepancies
    (differ,) = made(*main[:2], day("丁", "2021-03-20"))[0].discrepancies
    assert [side.value for side in differ.sides] == ["2021-03-18", "2021-03-20"]


def test_dates_are_those_that_enough_articles_give() -> None:
    """A month that holds the day is no other date, and one article against nine a slip; two against one are not."""
    who = (BLINKEN, SULLIVAN, WANG)

    def given(numbers: range, date: str) -> list[list[Telling]]:
        return [told(f"{date}{n}", f"媒体{n}", "2021-03-20", event(who, date, place="安克雷奇")) for n in numbers]

    (entry,) = made(*given(range(9), "2021-03-18"), *given(range(9, 10), "2021-03-19"), *given(range(4), "2021-03"))
    assert [date.value for date in entry.dates] == ["2021-03-18"]
    (few,) = made(*given(range(2), "2021-03-18"), *given(range(2, 3), "2021-03-19"))
    assert [date.value for date in few.dates] == ["2021-03-18", "2021-03-19"]


def test_the_eve_is_the_day_only_where_enough_tell_it() -> None:
    """One who takes the talks for done the day before has read so; where many do, it is the day elsewhere."""
    who = (BLINKEN, SULLIVAN, WANG)
    done = event(who, "2021-03-18", place="安克雷奇")
    many = [told(name, name, "2021-03-19", done) for name in "甲乙丙丁戊己庚辛"]
    (entry,) = made(told("e", "壬", "2021-03-17", done), *many)
    assert [at.published for at in entry.history] == ["2021-03-19"]
    (entry,) = made(*[told(name, name, "2021-03-17", done) for name in "壬癸"], *many)
    assert [at.published for at in entry.history] == ["2021-03-17"]


@pytest.mark.parametrize("date", ["2024-07-27", None])
@pytest.mark.parametrize("form", ["talks", "meeting"])
def test_who_both_came_to_a_summit_and_did_not_talk(form: str, date: str | None) -> None:
    """Talks that an article says were not held are not the summit that it says both attended."""
    summit = event((BLINKEN, LAVROV), date, form="summit", text="两人出席了同一场峰会")
    talks = event((BLINKEN, LAVROV), date, form=form, status="denied", text="没有举行会谈")
    held, off = sorted(
        made(told("a", "甲", "2024-07-27", summit, talks), told("c", "丙", "2024-07-27", summit)),
        key=lambda entry: -len(entry.articles),
    )
    assert [(entry.form, entry.status) for entry in (held, off)] == [("summit", "happened"), (form, "denied")]
    assert held.id != off.id
    called_off = event((BLINKEN, LAVROV), date, form="summit", status="denied", text="两人没有出席峰会")
    (entry,) = made(told("a", "甲", "2024-07-27", summit), told("b", "乙", "2024-07-27", called_off))
    assert len(entry.articles) == 2


def test_who_summons_whom_parts_entries() -> None:
    """That 俄罗斯 summons the ambassador of 中国 is not that 中国 summons the one of 俄罗斯."""
    here, there = (
        event((RUSSIA, CHINA), "2024-07-27", text=f"{state}召见大使", word="召见", place=state)
        for state in ("俄罗斯", "中国")
    )
    found = made(
        told("a", "甲", "2024-07-27", here), told("b", "乙", "2024-07-27", here), told("c", "丙", "2024-07-27", there)
    )
    assert [entry.sources for entry in found] == [2, 1]


def test_an_ambassador_who_is_summoned_is_not_the_talks_of_the_states() -> None:
    """What two states negotiate on that day, or without one, is another matter."""
    summons = event((LAVROV, WANG), "2024-07-27", text="拉夫罗夫召见王毅", word="召见")
    talks = event((RUSSIA, CHINA), "2024-07-27", form="talks", text="中俄谈判", word="谈判")
    summoned = event((RUSSIA, CHINA), "2024-07-27", text="俄罗斯召见中国大使", word="召见")
    first = [told("a", "甲", "2024-07-27", summons), told("b", "乙", "2024-07-27", summons)]
    assert len(made(*first, told("c", "丙", "2024-07-27", talks))) == 2
    assert len(made(*first, told("c", "丙", "2024-07-27", summoned))) == 1


def test_whom_one_of_many_accounts_names_does_not_stand_for_his_state() -> None:
    """Nine tell of two states, one of them of a minister: he is a slip of the reading."""
    states = [told(f"{n}", f"媒体{n}", "2024-07-27", event((RUSSIA, CHINA), "2024-07-27")) for n in range(9)]
    person = told("p", "江声报", "2024-07-27", event((RUSSIA, WANG), "2024-07-27"))

    def named(*groups: list[Telling]) -> set[str]:
        return {party.name for party in participants([t for group in groups for t in group], authority())}

    assert named(*states, person) == {"俄罗斯", "中国"}
    assert named(*states[:2], person) == {"俄罗斯", "王毅"}


def test_a_slip_of_one_day_in_sanctions_that_all_tell_is_theirs() -> None:
    """Though the same article tells of them rightly, too; who announces them is no other deed."""
    uk, raab = Party("l.gb", "英国"), Party("p.dominic-raab", "拉布")

    def sanction(outlet: str, date: str, actor: Party, whom: Party = CHINA) -> list[Telling]:
        one = event((actor,), date, recipients=(whom,), kind="SANCTION", text="英国制裁中国")
        return told(outlet, outlet, "2021-03-24", one)

    widely_told = [sanction(outlet, "2021-03-22", uk) for outlet in "甲乙丙丁戊己"]
    assert len(made(*widely_told, sanction("甲", "2021-03-23", uk, CCP))) == 1
    (entry,) = made(*widely_told, sanction("庚", "2021-03-22", raab))
    assert {party.id for party in entry.actors} >= {uk.id}


def test_what_many_plan_when_one_tells_it_as_done_is_planned() -> None:
    """同意制裁 of many, after which one writes 进行制裁."""

    def sanction(outlet: str, status: Status) -> list[Telling]:
        one = event((JAPAN,), "2021-03-17", recipients=(CHINA,), kind="SANCTION", status=status, text="日本制裁中国")
        return told(outlet, outlet, "2021-03-17", one)

    planned = [sanction(name, "planned") for name in "甲乙丙丁戊己庚辛"]
    assert [entry.status for entry in made(*planned, sanction("壬", "happened"))] == ["planned"]
    assert [entry.status for entry in made(*planned[:4], sanction("壬", "happened"))] == ["happened"]


def test_what_three_tell_as_agreed_on_is_not_done_as_one_tells_it() -> None:
    """日本同意制裁中国 of three articles, and 日本制裁中国 of one; of two it may have been done."""

    def sanction(outlet: str, status: Status, by: str = "") -> list[Telling]:
        one = event((JAPAN,), "2021-03-17", recipients=(CHINA,), kind="SANCTION", status=status, text="日本制裁中国")
        return told(outlet, outlet, "2021-03-17", msgspec.structs.replace(one, status_by=by))

    agreed = [sanction(name, "planned", "同意") for name in "甲乙丙"]
    assert [entry.status for entry in made(*agreed, sanction("壬", "happened"))] == ["planned"]
    assert [entry.status for entry in made(*agreed[:2], sanction("壬", "happened"))] == ["happened"]


def test_before_its_day_an_account_tells_of_a_plan() -> None:
    """What is told as done and has no day of its own, days before the deed, was still to come then."""
    early = told("z", "壬", "2021-03-16", event((BLINKEN, SULLIVAN, WANG), "2021-03-18"))
    (entry,) = made(*widely(), early)
    assert {(one.article, one.status) for one in entry.evidence} >= {("z", "planned"), ("甲", "happened")}


def test_what_is_put_off_has_the_day_it_is_put_off_to() -> None:
    """Though another speaks of the visit to come as if it were done."""

    def visit(outlet: str, published: str, date: str | None, text: str, status: Status) -> list[Telling]:
        one = event((BLINKEN,), date, recipients=(JAPAN,), form="visit", status=status, text=text)
        return told(outlet, outlet, published, one)

    plans = [visit(name, "2021-03-10", "2021-04-09", "布林肯4月9日访日", "planned") for name in "甲乙丙"]
    moved = visit("丁", "2021-03-20", "2021-04-16", "布林肯访日的日期已定为4月16日", "planned")
    (entry,) = made(*plans, moved, visit("甲", "2021-03-21", None, "布林肯访日", "happened"))
    assert (entry.date, entry.status) == ("2021-04-16", "planned")


@pytest.mark.parametrize(
    ("date", "date_by", "entered"),
    [("2021-03-20", "clause", 1), ("2021-03-16", "clause", 0), ("2021-03-20", "paragraph", 0)],
)
def test_an_act_to_come_has_a_day_of_its_own(date: str, date_by: str, entered: int) -> None:
    """A day that is over is that on which it was announced; a day told elsewhere is of something else."""
    plan = event((JAPAN,), date, recipients=(CHINA,), kind="AID", status="planned", date_by=date_by)
    assert len(made(told("a", "甲", "2021-03-17", plan))) == entered


def blamed(actor: Party, day: str, text: str = "谴责中国打压民主", kind: str = "ACCUSE") -> Event:
    """What somebody says of, or does to, China."""
    return event((actor,), day, recipients=(CHINA,), kind=kind, text=text, word=text[:2], rule="verb.v1")


def test_a_party_speaks_for_itself() -> None:
    """What a party condemns its state need not; the party that is its state speaks for it."""
    state, party = Party("l.tw", "台湾"), Party("o.tw.dpp", "民进党")
    found = made(*(told(n, n, "2024-02-17", blamed(one, "2024-02-16")) for n, one in (("甲", state), ("乙", party))))
    assert sorted(entry.parties[0].name for entry in found) == ["台湾", "民主进步党"]
    of_china = (event((one,), "2024-02-16", recipients=(US,), kind="ACCUSE", text="谴责") for one in (CHINA, CCP))
    assert len(made(*(told(n, n, "2024-02-17", one) for n, one in zip("甲乙", of_china, strict=True)))) == 1


def test_an_act_told_before_the_day_of_another_is_not_that_one() -> None:
    """A day of difference is a time zone, and two are not; what is done day after day is another deed each day."""

    def told_on(kind: str, published: str, day: str) -> int:
        text = "向三处平民区开枪" if kind == "ASSAULT" else "制裁中国三家企业"
        others = [told(n, n, "2024-02-17", blamed(JAPAN, "2024-02-16", text, kind)) for n in "乙丙"]
        return len(made(told("a", "甲", published, blamed(JAPAN, day, text, kind)), *others))

    assert [told_on("ASSAULT", f"2024-02-{day}", "2024-02-15") for day in (15, 16)] == [2, 2]
    assert [told_on("SANCTION", f"2024-02-{day}", f"2024-02-{day}") for day in (14, 15)] == [2, 1]


def test_what_is_done_day_after_day_is_another_deed_each_day() -> None:
    """Shots at protesters of yesterday and today are two, in whatever words; undertakings that share no word too."""
    shots = [blamed(JAPAN, day, "军警向示威者开枪", "ASSAULT") for day in ("2024-02-15", "2024-02-16")]
    assert len(made(*(told(n, n, "2024-02-17", one) for n, one in zip("甲乙", shots, strict=True)))) == 2
    both = (US, JAPAN)
    pacts = [
        event(both, "2024-02-16", kind="AGREE", text=text, word=text[:2])
        for text in ("承诺协助重建民主制度与法治", "同意年底前提供十亿剂疫苗")
    ]
    assert len(made(*(told(n, n, "2024-02-17", one) for n, one in zip("甲乙", pacts, strict=True)))) == 2


def test_what_is_to_come_some_day_is_no_deed_that_has_one() -> None:
    """将在时机适合时会面 is not the meeting on Monday."""
    dated = [told(n, n, "2024-02-16", event((BLINKEN, WANG), "2024-02-19", status="proposed")) for n in "甲乙"]
    some_day = event((BLINKEN, WANG), None, status="planned", text="布林肯将在时机适合时与王毅会面", word="会面")
    assert len(made(*dated, told("丙", "丙", "2024-02-16", some_day))) == 2


def test_two_remarks_of_one_briefing_share_more_than_its_commonplaces() -> None:
    """例行记者会上表示 and whose ministry speaks are no matter that accounts have in common."""
    remarks = (
        "外交部发言人在例行记者会上表示，制裁严重违反国际法准则",
        "外交部发言人在例行记者会上指出，对话前夕施压的企图不会得逞",
        "发言人说，制裁违反国际法准则",
    )
    said = [
        told(n, n, "2024-02-17", blamed(JAPAN, "2024-02-16", text)) for n, text in zip("甲乙丙", remarks, strict=True)
    ]
    assert sorted(entry.sources for entry in made(*said)) == [1, 2]


def test_who_is_told_with_a_state_is_of_that_day() -> None:
    """Talks of a minister with 美国 are those of their day, not of the next that more tell; 起初没有 is of none."""
    austin, shoigu = Party("p.lloyd-austin", "奥斯汀"), Party("p.sergei-shoigu", "绍伊古")
    two = [told(n, n, "2024-02-17", event((BLINKEN, LAVROV), "2024-02-15")) for n in "甲乙"]
    others = [told(n, n, "2024-02-17", event((austin, shoigu), "2024-02-15")) for n in "丙丁"]
    four = event((BLINKEN, austin, LAVROV, shoigu), "2024-02-16")
    all_four = [told(n, n, "2024-02-17", four) for n in "戊己庚"]
    loose = told("辛", "辛", "2024-02-20", event((US, LAVROV), "2024-02-15"))
    assert sorted(entry.sources for entry in made(*two, *others, *all_four, loose)) == [2, 3, 3]
    at_first = event((BLINKEN, LAVROV), None, status="denied", text="布林肯起初没有与拉夫罗夫会晤", word="会晤")
    assert len(made(*two, told("庚", "庚", "2024-02-16", at_first))) == 2


def test_the_banquet_of_the_evening_is_another_occasion() -> None:
    """宴请 in another house than that of the talks; where no house is told it is one with them."""
    met = [told(n, n, "2024-02-17", event((BLINKEN, WANG), "2024-02-16", place="总统府")) for n in "甲乙"]
    dinners = [
        event((BLINKEN, WANG), "2024-02-16", place=place, text="宴请王毅", word="宴请") for place in ("台北宾馆", None)
    ]
    assert [len(made(*met, told("丙", "丙", "2024-02-17", dinner))) for dinner in dinners] == [2, 1]


def test_dealings_of_states_mean_no_deed_of_another_day() -> None:
    """与台湾接触 on the 14th is not the talks of the 16th; ministers of one office are not those of another."""
    talks = [told(n, n, "2024-02-17", event((US, JAPAN), "2024-02-16", form="talks")) for n in "甲乙"]
    dealings = event((US, JAPAN), "2024-02-14", form="talks", text="美国与日本接触", word="接触")
    assert len(made(*talks, told("丙", "丙", "2024-02-15", dealings))) == 2
    offices = [event((US, JAPAN), "2024-02-16", form="talks", text=f"美日{one}长会谈") for one in "外防"]
    assert len(made(*(told(n, n, "2024-02-17", one) for n, one in zip("丁戊", offices, strict=True)))) == 2


def test_the_summit_of_a_body_is_not_what_its_ministers_held() -> None:
    """出席G7峰会 without a day, and a sitting of its ministers of trade."""
    seven = Party("o.g7", "七国集团")
    sittings = [
        told(n, n, "2024-02-17", event((seven,), "2024-02-16", form="multilateral", text="G7贸易部长会议"))
        for n in "甲乙"
    ]
    summit = event((seven, BLINKEN), None, form="summit", status="planned", text="布林肯将出席G7峰会", word="峰会")
    assert len(made(*sittings, told("丙", "丙", "2024-02-15", summit))) == 2
