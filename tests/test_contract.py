"""The reading contract: one JSON object per article, in the form that other tools rely on."""

from __future__ import annotations

from typing import Any

import msgspec

from shilu.reading.contract import contract
from shilu.records import Article, Block, Credit, Entity, Event, Party, Plover, Problem, Quotation, Reading, Time

ARTICLE = Article(
    id="0123456789abcdef",
    sha256="f" * 64,
    path="posts/1.md",
    reader="rfa.v1",
    url="https://www.rfa.org/1.html",
    outlet="自由亚洲电台",
    title="外长会谈",
    language="zh",
    script="Hans",
    credits=(Credit("记者", "李文清"),),
    blocks=(Block("paragraph", "两国外长会谈。"),),
    problems=(Problem("published", "feed-time-missing", "<!--NaN-->"),),
)
FIELDS = (
    "source id url outlet title language script published published_precision published_from collected credits "
    "agencies dateline blocks images links people orgs places times quotations events topics problems"
)


def printed(*parts: Article | Reading) -> dict[str, Any]:
    """The contract's object as another program gets it."""
    return msgspec.json.decode(msgspec.json.encode(contract(*parts)))  # type: ignore[arg-type, no-any-return]


def test_every_field_is_there_without_a_reading() -> None:
    """An article alone gives every key of the contract; what was not read is an empty list."""
    result = printed(ARTICLE)
    assert set(FIELDS.split()) <= set(result)
    assert result["source"] == {"path": "posts/1.md", "sha256": "f" * 64}
    assert result["credits"] == [{"role": "记者", "name": "李文清"}]
    assert result["people"] == result["events"] == result["topics"] == []


def test_a_reading_is_told_by_names() -> None:
    """Parties of an event stand by name, with their ids beside them; problems of both add up."""
    event = Event(
        type="CONSULT",
        form="meeting",
        mode=None,
        status="happened",
        actors=(Party("p.a", "甲"), Party("p.b", "乙")),
        recipients=(),
        date="2023-11-25",
        place="东京",
        contexts=("diplomatic",),
        plover=Plover("CONSULT", (), 1),
        rule="meet.v1",
        text="两国外长会谈",
        block=0,
        start=0,
        end=6,
    )
    reading = Reading(
        article=ARTICLE.id,
        reader="reading.v1",
        people=(Entity("p.a", "person", "甲", ("A",), role="外长"),),
        times=(Time("周六", "2023-11-25", 0, 0, 2),),
        quotations=(
            Quotation("甲", "双方", "indirect", "同意再谈", "说", None, 0, 0, 4, "p.a"),
            Quotation("乙", "双方", "indirect", "同意再谈", "说", None, 0, 0, 4, "p.b"),
            Quotation(None, "有人", "indirect", "不同意", "说", None, 0, 6, 9),
        ),
        events=(event,),
        topics=("外交",),
        problems=(Problem("times", "ambiguous"),),
    )
    result = printed(ARTICLE, reading)
    assert result["events"][0]["actors"] == ["甲", "乙"]
    assert [party["id"] for party in result["events"][0]["parties"]["actors"]] == ["p.a", "p.b"]
    assert (result["people"][0]["name"], result["people"][0]["role"]) == ("甲", "外长")
    (joint,), (unnamed,) = result["quotations"], result["quotations_unnamed"]
    assert (joint["speaker"], joint["speaker_text"], joint["speaker_id"]) == ("甲、乙", "双方", None)
    assert joint["speakers"] == [{"name": "甲", "id": "p.a"}, {"name": "乙", "id": "p.b"}]
    assert (unnamed["speaker"], unnamed["speakers"]) == (None, [])
    assert result["times"][0]["value"] == "2023-11-25"
    assert [problem["code"] for problem in result["problems"]] == ["feed-time-missing", "ambiguous"]
