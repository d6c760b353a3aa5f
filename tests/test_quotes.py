"""Statements of an archive: stored with the readings, told by several outlets, found by speaker, subject and words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec
import pytest

from archives import post, simple_reader, write_posts
from shilu.archive import Archive
from shilu.archive.add import add
from shilu.archive.quotations.conditions import Wanted
from shilu.archive.quotations.filling import is_current, update
from shilu.archive.quotations.finding import Found, find
from shilu.archive.quotations.passages import said as said_together
from shilu.archive.quotations.sameness import alike, days_around, marks, plain, repeats
from shilu.archive.readings import Step
from shilu.cli.app import loaded
from shilu.errors import NotFound, QueryError
from shilu.knowledge import authority
from shilu.records import Article, Quotation, Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

SPEAKERS = {"特朗普": "p.donald-trump", "王毅": "p.wang-yi", "吴未名": "x.person.吴未名"}
_SAID = re.compile(f"({'|'.join(SPEAKERS)}|有人)说：“([^”]+)”")


def quoting_step() -> Callable[[Sequence[Article]], list[Reading]]:
    """A reading step that knows 甲说：“……” of a few speakers, through 晨报社 where that is named."""
    return _read


def _read(articles: Sequence[Article]) -> list[Reading]:
    return [Reading(one.id, "quoting.v1", quotations=tuple(_quotations(one))) for one in articles]


def _quotations(article: Article) -> Iterator[Quotation]:
    for number, block in enumerate(article.blocks):
        via = "晨报社" if "晨报社" in block.text else None
        for match in _SAID.finditer(block.text):
            name = match[1] if match[1] in SPEAKERS else None
            yield Quotation(
                name, match[1], "direct", match[2], "说", via, number, *match.span(2), SPEAKERS.get(match[1])
            )


STEP = Step("quoting.v1", quoting_step)
POSTS = {
    "1": (1, "2024-03-01T08:00:00Z", "谈到台湾，王毅说：“关税战没有赢家，谈判的大门一直敞开着。”会后没有答问。"),
    "2": (2, "2024-03-02T08:00:00Z", "晨報社報道，王毅说：“關稅戰沒有贏家，談判大門一直敞開著。”"),
    "3": (3, "2024-03-20T08:00:00Z", "王毅说：“关税战没有赢家，谈判的大门一直敞开着。”"),
    "4": (4, "2024-03-03T08:00:00Z", "据晨报社，特朗普说：“我们会在四月公布新的计划。”"),
    "5": (5, "2024-03-04T08:00:00Z", "吴未名说：“桥还没有修好，孩子们要绕路上学。”"),
    "6": (6, "2024-03-05T08:00:00Z", "有人说：“这座桥早就该修了。”"),
}


def other_outlet(number: int) -> str:
    """Every second post is of another outlet."""
    return "jia" if number % 2 else "yi"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of the posts."""
    place = tmp_path_factory.mktemp("言论")
    posts = {
        f"{name}.md": post(number, collected=day, body=body).replace("jia", other_outlet(number))
        for name, (number, day, body) in POSTS.items()
    }
    write_posts(place / "来源", posts)
    add(place / "档案", [str(place / "来源")], workers=1, reader=simple_reader, step=STEP)
    return place / "档案"


def found(folder: Path, limit: int = 20, offset: int = 0, **wanted: str) -> Found:
    """What is found in the archive."""
    with Archive.open(folder) as opened:
        return find(opened, authority(), msgspec.convert(wanted, Wanted), limit=limit, offset=offset)


def said(folder: Path, **wanted: str) -> list[tuple[str | None, str]]:
    """Speakers and the first characters of what they said."""
    return [(one.speaker, one.shown.text[:3]) for one in found(folder, **wanted).statements]


def test_statements_come_newest_first_and_once(folder: Path) -> None:
    """What two outlets tell on two days is one statement; the same words weeks later are another."""
    answer = found(folder)
    assert answer.total == 5
    assert [(one.speaker, one.outlets) for one in answer.statements] == [
        ("王毅", ("甲报",)),
        (None, ("乙报",)),
        ("吴未名", ("甲报",)),
        ("特朗普", ("乙报",)),
        ("王毅", ("甲报", "乙报")),
    ]
    assert [telling.text[:3] for telling in answer.statements[-1].tellings] == ["关税战", "關稅戰"]


def test_a_telling_stands_in_its_sentence(folder: Path) -> None:
    """The sentence around the words comes with them, and where they stand in it."""
    telling = found(folder, about="台湾").statements[0].tellings[0]
    assert telling.sentence == POSTS["1"][2].removesuffix("会后没有答问。")
    assert telling.sentence[slice(*telling.at)] == telling.text


@pytest.mark.parametrize(
    ("wanted", "speakers"),
    [
        ({"by": "川普"}, ["特朗普"]),
        ({"by": "Donald Trump"}, ["特朗普"]),
        ({"by": "吳未名"}, ["吴未名"]),
        ({"query": "談判"}, ["王毅", "王毅"]),
        ({"query": "孩子 桥"}, ["吴未名"]),
        ({"query": "桥 -孩子"}, [None]),
        ({"query": "台湾"}, []),
        ({"about": "臺灣"}, ["王毅"]),
        ({"about": "桥"}, [None, "吴未名"]),
        ({"via": "晨报"}, ["特朗普"]),
        ({"since": "2024-03-04"}, ["王毅", None, "吴未名"]),
        ({"until": "2024-03-03"}, ["特朗普", "王毅"]),
        ({"outlet": "乙"}, [None, "特朗普", "王毅"]),
        ({"kind": "indirect"}, []),
        ({"query": "，"}, []),
    ],
)
def test_what_is_asked_for_is_found(folder: Path, wanted: dict[str, str], speakers: list[str | None]) -> None:
    """Names in any rendering, words in any script, subject, channel, days and outlet narrow the answer."""
    assert [speaker for speaker, _ in said(folder, **wanted)] == speakers


def test_pages_of_an_answer(folder: Path) -> None:
    """Limit and offset cut a window out of all statements, which are still counted."""
    whole = found(folder, limit=0)
    page = found(folder, limit=2, offset=1)
    assert page.total == whole.total == 5
    assert page.statements == whole.statements[1:3]


def test_sentences_on_end_are_one_passage(tmp_path: Path) -> None:
    """What one says in sentences and blocks that follow each other is read as one, each part marked."""
    first = "王毅说：“桥梁要先修好再通车。”王毅说：“隧道明年才会动工。”有人说：“没有人问过我们。”"
    write_posts(tmp_path / "来源", {"1.md": post(1, body=first, collected="2024-03-01T08:00:00Z")})
    add(tmp_path / "档案", [str(tmp_path / "来源")], workers=1, reader=simple_reader, step=STEP)
    passages = said_together(found(tmp_path / "档案").statements)
    assert [[name for name, _ in one.speakers] for one in passages] == [[None], ["王毅"]]
    both = passages[1]
    assert both.shown.text == first.partition("有人")[0]
    assert [both.shown.text[slice(*mark)] for mark in both.shown.marks] == [
        "桥梁要先修好再通车。",
        "隧道明年才会动工。",
    ]
    assert [one.text for one in both.shown.apart] == ["桥梁要先修好再通车。", "隧道明年才会动工。"]


def test_the_lead_and_the_body_tell_one_statement(tmp_path: Path) -> None:
    """What a lead tells shortly and the body in full is one statement."""
    lead = "吴未名说：“村里的旧桥早就应当重修，不能再等。”"
    body = "吴未名说：“村里的旧桥早就应当重修了，我们已经等了十年，不能再等。”"
    blocks = [lead, "天气不好。", body]
    write_posts(tmp_path / "来源", {"1.md": post(1, body="\n".join(blocks), collected="2024-03-01T08:00:00Z")})
    add(tmp_path / "档案", [str(tmp_path / "来源")], workers=1, reader=simple_reader, step=STEP)
    assert said(tmp_path / "档案") == [("吴未名", "村里的")]


def test_names_and_queries_that_cannot_be(folder: Path) -> None:
    """An unknown speaker or channel comes with close matches; titles are not what is said."""
    with pytest.raises(NotFound):
        found(folder, by="郑不存")
    with pytest.raises(NotFound) as caught:
        found(folder, via="晨报设")
    assert caught.value.close == ("晨报社",)
    with pytest.raises(QueryError):
        found(folder, query="title:关税")


def test_tables_are_made_from_readings(folder: Path, tmp_path: Path) -> None:
    """Tables that were lost are made again with the same answers; what is current is left alone."""
    before = found(folder)
    with Archive.open(folder, read_only=False) as opened, opened.writing():
        opened.db.execute("DELETE FROM quotations_made")
        assert not is_current(opened)
        update(opened)
        assert is_current(opened)
    again = found(folder)
    assert [one.tellings for one in again.statements] == [one.tellings for one in before.statements]
    assert tmp_path.exists()


def test_a_changed_article_loses_what_it_told(tmp_path: Path) -> None:
    """Quotations follow the article's current text, in the index of words, too."""
    source = write_posts(tmp_path / "来源", {"1.md": post(1, body=POSTS["4"][2])})
    add(tmp_path / "档案", [str(source)], workers=1, reader=simple_reader, step=STEP)
    assert said(tmp_path / "档案", query="四月") == [("特朗普", "我们会")]
    write_posts(source, {"1.md": post(1, collected="2024-02-01T08:00:00Z", body=POSTS["5"][2])})
    add(tmp_path / "档案", [str(source)], workers=1, reader=simple_reader, step=STEP)
    assert said(tmp_path / "档案", query="四月") == []
    assert [speaker for speaker, _ in said(tmp_path / "档案")] == ["吴未名"]
    with Archive.open(tmp_path / "档案") as opened:
        assert opened.db.execute("SELECT count(*) FROM quotation_words").fetchone()[0] == 1


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("两国关系正站在新的十字路口上。", "兩國關係正站在「新的十字路口」上", True),
        ("双方应当重新回到谈判桌前", "双方应该回到谈判桌前来", True),
        ("我们要求立即放人并且道歉", "他说，我们要求立即放人并且道歉，否则法庭上见，绝不会有第二种结果", True),
        ("双方应当重新回到谈判桌前", "双方应当尊重彼此的核心利益", False),
        ("完善制度", "完善制度是一件长期的事情", False),
    ],
)
def test_when_two_wordings_are_one_statement(one: str, other: str, same: bool) -> None:
    """Script, marks and a few words may differ, and one may hold the other; short pieces must be equal."""
    assert alike(plain(one), plain(other)) is same
    assert not same or set(marks("p", plain(one))) & set(marks("p", plain(other)))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("旧桥早就应当重修不能再等", "村里的旧桥早就应当重修了我们等了十年不能再等", True),
        ("今年新修的公路一共有12条都在山区", "去年新修的公路一共有21条都在平原", False),
        ("今年新修的公路一共有12条都在山区", "去年新修的公路一共有12条都在平原", True),
        ("旧桥早就应当重修不能再等", "孩子们要绕路上学不能再等", False),
    ],
)
def test_when_an_article_repeats_a_statement(one: str, other: str, same: bool) -> None:
    """Half of the pairs are enough within an article, but a figure must not differ."""
    assert repeats(one, other) == repeats(other, one) == same


def test_moments_without_a_day_are_close_to_nothing() -> None:
    """Only what has a day can be told to be days apart."""
    assert days_around("2024-03-02T08:00:00Z") == ("2024-02-28", "2024-03-06")
    assert days_around("2024-03") is None


def test_the_command_prints_statements(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The table shows speaker, outlets and the sentence with its words marked; other forms have the fields."""

    def run(*words: str) -> str:
        monkeypatch.setattr("sys.argv", ["shilu", "quotes", *words])
        loaded(["quotes"])(["quotes", "--archive", str(folder), *words], standalone_mode=False)
        return capsys.readouterr().out

    shown = run("--by", "王毅", "--about", "台湾", "--variants")
    assert "王毅  甲报、乙报" in shown
    assert "谈到台湾，王毅说：“«关税战没有赢家" in shown
    assert "關稅戰" in shown
    assert msgspec.json.decode(run("--by", "川普", "--format", "jsonl"))["speaker_id"] == "p.donald-trump"
    assert run("--format", "csv", "--limit", "1").splitlines()[0].startswith("published,speaker,kind,text,outlets")
