"""What was done: encounters with their parties, form, date, place and status."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shilu.knowledge import authority
from shilu.reading.reader import read_many
from shilu.reading.tagger import Tagger
from shilu.records import Article, Block
from shilu.text.script import script_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from shilu.records import Event


@pytest.fixture(scope="module")
def read() -> Callable[..., tuple[Event, ...]]:
    """The events of an article of some paragraphs, published on Friday 16 February 2024."""
    tagger = Tagger()

    def run(*paragraphs: str, title: str = "", published: str = "2024-02-16") -> tuple[Event, ...]:
        article = Article(
            id="a",
            sha256="0" * 64,
            path="a.md",
            reader="test",
            url=None,
            outlet="联合早报",
            title=title,
            language="zh",
            script=script_of(title + "".join(paragraphs)),
            published=published,
            blocks=tuple(Block("paragraph", paragraph) for paragraph in paragraphs),
        )
        return read_many([article], authority=authority(), tagger=tagger)[0].events

    return run


def brief(event: Event) -> tuple[str | None, str, str, str | None]:
    """Form, parties, status and date of an encounter."""
    parties = "、".join(party.name for party in (*event.actors, *event.recipients))
    return (event.form, parties, event.status, event.date)


ENCOUNTERS = [
    # Verbs with two sides, subjects and objects, both scripts.
    ("美国国务卿布林肯周五在慕尼黑与中国外长王毅会晤。", ("meeting", "布林肯、王毅", "happened", "2024-02-16")),
    (
        "中国国家主席习近平2月6日在北京会见到访的法国总统马克龙。",
        ("meeting", "习近平、马克龙", "happened", "2024-02-06"),
    ),
    (
        "美國國務卿布林肯下週將與日本外相上川陽子通電話。",
        ("call", "布林肯、上川陽子", "planned", "2024-02-19/2024-02-25"),
    ),
    ("德国总理朔尔茨2月8日致函乌克兰总统泽连斯基。", ("letter", "朔尔茨、泽连斯基", "happened", "2024-02-08")),
    # A noun far behind its verb; nouns alone.
    ("布林肯和王毅周五举行了为期两天的坦诚会谈。", ("talks", "布林肯、王毅", "happened", "2024-02-16")),
    ("王毅与布林肯的会谈持续了两个小时。", ("talks", "王毅、布林肯", "happened", None)),
    ("中美高层对话引起各方注意。", ("talks", "中国、美国", "happened", None)),
    # Titles with names of states in them are no parties, nor are places.
    (
        "美国负责日本和韩国事务的副助理国务卿华自强2月1日在东京与日本外务省官员举行了磋商。",
        ("talks", "华自强、日本外务省", "happened", "2024-02-01"),
    ),
    # What is to come, wished for, or called off.
    ("布林肯计划下月与王毅会面。", ("meeting", "布林肯、王毅", "planned", "2024-03")),
    ("王毅希望与布林肯举行会谈。", ("talks", "王毅、布林肯", "proposed", None)),
    ("布林肯取消了与王毅的会谈。", ("talks", "布林肯、王毅", "cancelled", None)),
    ("北约外长会议4月3日将在布鲁塞尔举行。", ("multilateral", "北约", "planned", "2024-04-03")),
]


@pytest.mark.parametrize(("text", "expected"), ENCOUNTERS, ids=[text[:16] for text, _ in ENCOUNTERS])
def test_encounters(
    text: str, expected: tuple[str, str, str, str | None], read: Callable[..., tuple[Event, ...]]
) -> None:
    """A sentence that tells one encounter gives it with its parties, status and date."""
    assert [brief(event) for event in read(text)] == [expected]


VISITS = [
    ("法国总统马克龙去年4月访问了中国。", [("马克龙", "中国", "2023-04", "中国")]),
    ("布林肯上月访问了日本和韩国。", [("布林肯", "日本", "2024-01", "日本"), ("布林肯", "韩国", "2024-01", "韩国")]),
    ("美国财政部长耶伦计划今年再次访华。", [("耶伦", "中国", "2024", "中国")]),
    ("日本首相岸田文雄2月10日抵达波兰首都华沙。", [("岸田文雄", "波兰", "2024-02-10", "华沙")]),
    ("正在比利时布鲁塞尔访问的布林肯接受了采访。", [("布林肯", "比利时", None, "布鲁塞尔")]),
    ("布林肯结束了对沙特阿拉伯的访问。", [("布林肯", "沙特阿拉伯", None, "沙特阿拉伯")]),
    # Goods, travellers and those who stay at home pay no visits.
    ("首批芒果运到日本。", []),
    ("许多游客前往泰国旅行。", []),
    ("拜登前往匹兹堡发表讲话。", []),
    ("两国之间的来往越来越多。", []),
]


@pytest.mark.parametrize(("text", "expected"), VISITS, ids=[text[:16] for text, _ in VISITS])
def test_visits(text: str, expected: list[tuple[str, ...]], read: Callable[..., tuple[Event, ...]]) -> None:
    """A visit has the visitor as its actor, the state visited as its recipient, and its place."""
    found = [(e.actors[0].name, e.recipients[0].name, e.date, e.place) for e in read(text)]
    assert found == expected


def test_one_deed_told_twice_is_one_event(read: Callable[..., tuple[Event, ...]]) -> None:
    """Headline, lead and a passing mention of one meeting are one event with the most that any gives."""
    events = read(
        "美国国务卿布林肯2月16日在慕尼黑与中国外长王毅会晤。",
        "布林肯与王毅的会晤持续了一个小时。",
        title="中美外长会晤",
    )
    assert [brief(event) for event in events] == [("talks", "王毅、布林肯", "happened", "2024-02-16")]
    assert events[0].place == "慕尼黑"


def test_compounds_that_share_a_noun_are_events_of_their_own(read: Callable[..., tuple[Event, ...]]) -> None:
    """美日、美韩会谈 are two talks."""
    found = [brief(event)[1] for event in read("美日、美韩二加二会谈先后举行。")]
    assert found == ["美国、日本", "美国、韩国"]


def test_every_event_says_how_it_was_found(read: Callable[..., tuple[Event, ...]]) -> None:
    """Rule with version, exact words and how each party was found."""
    text = "据报道，布林肯周五抵达北京。他随后与王毅会晤。"
    for event in read(text):
        assert event.rule.rpartition(".v")[2].isdigit()
        assert event.text == text[event.start : event.end]
        assert all(party.found_by for party in (*event.actors, *event.recipients))


def test_words_in_quotation_marks_are_claims(read: Callable[..., tuple[Event, ...]]) -> None:
    """An event told inside a quotation is kept with the one who tells it."""
    (event,) = read("王毅说：“布林肯将于下月访问中国。”")
    assert event.claimed_by == "王毅"
