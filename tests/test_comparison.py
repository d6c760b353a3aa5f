"""Comparison: what each outlet tells of a story, and the sentences that tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from typer.testing import CliRunner

from archives import simple_reader, write_posts
from articles import article
from shilu.archive.add import add
from shilu.archive.readings import Step, words
from shilu.archive.store import Archive
from shilu.chronicle.comparison import wording
from shilu.chronicle.comparison.compare import compare
from shilu.chronicle.comparison.deeds import deeds
from shilu.chronicle.comparison.telling import marks
from shilu.chronicle.comparison.wording import choices, contested, cut
from shilu.chronicle.keyness import set_apart
from shilu.chronicle.stories.listing import Wanted, find
from shilu.cli.app import loaded
from shilu.errors import NotFound
from shilu.knowledge import authority
from shilu.reading.words import naming_words
from shilu.records import Article, Entity, Entry, EntryParty, Mention, Party, Quotation, Reading
from shilu.text.script import fold
from tellings import CHINA, event

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from shilu.chronicle.comparison.records import Comparison, Row
    from shilu.reading.tagger import Tagger
    from shilu.sources import Snapshot

POSTS = {
    "1.md": (
        "https://jia.example/1\n海峡城第二条渡轮航线开通\n2024-01-10T06:00:00Z\n"
        "海峡城第二条渡轮航线今日开通，首日运送1,200名乘客。市长林远说：“航线把两岸连在一起。”中方表示祝贺。"
    ),
    "2.md": (
        "https://yi.example/2\n海峡城渡轮新航线开通 渔民抗议\n2024-01-10T09:00:00Z\n"
        "海峡城第二条渡轮航线今日开通，首日运送1200人。渔民说：“渔场没有了。”中共表示祝贺，北京没有回应渔民。"
    ),
    "3.md": (
        "https://yi.example/3\n海峡城渡轮新航线开通 渔民抗议\n2024-01-10T10:00:00Z\n"
        "海峡城第二条渡轮航线今日开通，首日运送1200人。渔民说：“渔场没有了。”中共表示祝贺，北京没有回应渔民。"
    ),
}


def timed_reader(snapshot: Snapshot) -> Article:
    """Takes the time of collection for that of publication."""
    article = simple_reader(snapshot)
    return msgspec.structs.replace(article, published=article.collected)


def step() -> Callable[[Sequence[Article]], list[Reading]]:
    """A reading step that finds 林远 and what stands in quotation marks."""
    return _read


def _read(articles: Sequence[Article]) -> list[Reading]:
    return [_reading(article) for article in articles]


def _reading(article: Article) -> Reading:
    text = article.blocks[0].text
    start, end = text.index("“") + 1, text.index("”")
    named = next((name for name in ("林远", "林遠") if name in text), None)
    people = ()
    if named:
        at = text.index(named)
        people = (Entity("x.person.林远", "person", named, role="市长", mentions=(Mention(named, 0, at, at + 2),)),)
    ident = "x.person.林远" if people else None
    said = text[start:end]
    quotation = Quotation(named, named or "渔民", "direct", said, "说", None, 0, start, end, ident)
    events = (
        (event((Party("x.person.林远", "林远"),), "2024-01-10", kind="PROTEST", recipients=(CHINA,)),) if named else ()
    )
    return Reading(article.id, "simple.v1", people=people, quotations=(quotation,), events=events)


@pytest.fixture
def compared(tmp_path: Path) -> Comparison:
    """The comparison of the one story of the posts, one of them a copy within its outlet."""
    folder = write_posts(tmp_path / "posts", POSTS)
    add(tmp_path / "archive", [str(folder)], workers=1, reader=simple_reader, step=Step("simple.v1", step))
    with Archive.open(tmp_path / "archive") as opened:
        return compare(opened, find(opened, Wanted())[0].id)


def row(found: Comparison, section: str, name: str) -> Row:
    """The one row of that name."""
    return next(one for one in found.rows if (one.section, one.name) == (section, name))


def test_a_name_is_one_in_either_script(tmp_path: Path) -> None:
    """Rows are named in 简体, whatever most outlets write; pages convert them."""
    hant = {
        f"{n}.md": POSTS["1.md"].replace("https://jia.example/1", f"https://yi.example/{n}").replace("林远", "林遠")
        for n in (7, 8)
    }
    folder = write_posts(tmp_path / "posts", {"1.md": POSTS["1.md"], **hant})
    add(tmp_path / "archive", [str(folder)], workers=1, reader=simple_reader, step=Step("simple.v1", step))
    with Archive.open(tmp_path / "archive") as opened:
        found = compare(opened, find(opened, Wanted())[0].id)
    assert [(one.section, one.name) for one in found.rows if one.key == "x.person.林远"] == [
        ("quoted", "林远"),
        ("person", "林远"),
    ]


def test_outlets_by_when_they_told_it(compared: Comparison) -> None:
    """The first outlet first; a copy within an outlet is not counted. Of bare days no hours are told."""
    assert [(one.outlet, one.hours, one.articles) for one in compared.timing] == [("甲报", None, 1), ("乙报", None, 1)]


def test_hours_after_the_first_whose_hour_is_known(tmp_path: Path) -> None:
    """They are counted from publication to publication."""
    folder = write_posts(tmp_path / "posts", POSTS)
    add(tmp_path / "archive", [str(folder)], workers=1, reader=timed_reader, step=Step("simple.v1", step))
    with Archive.open(tmp_path / "archive") as opened:
        found = compare(opened, find(opened, Wanted())[0].id)
    assert [(one.outlet, one.hours) for one in found.timing] == [("甲报", 0), ("乙报", 3)]


def test_who_is_quoted_and_how_much(compared: Comparison) -> None:
    """A quotation leads to its sentence; who is not named is a source of the unnamed kind."""
    found = row(compared, "quoted", "林远")
    assert found.only == "甲报"
    assert found.missing == ("乙报",)
    assert (found.cells[0].count, found.cells[0].characters) == (1, 10)
    assert found.cells[0].sentences[0].text == "市长林远说：“航线把两岸连在一起。”"
    assert row(compared, "source", "official").only == "甲报"
    assert row(compared, "source", "unnamed").only == "乙报"


def test_figures_are_one_however_they_are_written(compared: Comparison) -> None:
    """1,200名 and 1200人 are one figure."""
    assert [cell.outlet for cell in row(compared, "figure", "1200人").cells] == ["甲报", "乙报"]


def test_words_for_one_thing(compared: Comparison) -> None:
    """Contested terms stand side by side, each with who uses it."""
    words = next(one for one in compared.wording if one.subject == "中国政府")
    assert {one.word: [cell.outlet for cell in one.cells] for one in words.variants} == {
        "中方": ["甲报"],
        "中共": ["乙报"],
        "北京": ["乙报"],
    }


def test_every_sentence_stands_where_it_says(compared: Comparison, tmp_path: Path) -> None:
    """Offsets hold in the article's own text."""
    cells = [cell for one in compared.rows for cell in one.cells]
    cells += [cell for one in compared.wording for variant in one.variants for cell in variant.cells]
    with Archive.open(tmp_path / "archive") as opened:
        for one in (sentence for cell in cells for sentence in cell.sentences):
            article = opened.article(one.article)
            text = article.title if one.block == -1 else article.blocks[one.block].text
            assert one.text == text[one.start : one.end] != ""


def test_only_some_outlets(compared: Comparison, tmp_path: Path) -> None:
    """Outlets can be chosen; one that does not tell the story is told with those that do."""
    with Archive.open(tmp_path / "archive") as opened:
        assert compare(opened, compared.story, ["乙"]).outlets == ("乙报",)
        assert compare(opened, compared.story, ["simple"]).outlets == compared.outlets
        with pytest.raises(NotFound) as caught:
            compare(opened, compared.story, ["丙"])
        assert caught.value.close == ("乙报", "甲报")


def test_command(compared: Comparison, tmp_path: Path) -> None:
    """The command prints the matrix, and every cell as a row."""
    run = CliRunner()
    where = ["--archive", str(tmp_path / "archive")]
    table = run.invoke(loaded(["compare"]), ["compare", compared.story, *where])
    assert table.exit_code == 0
    assert "林远" in table.output
    assert "protest 2024-01-10 林远 → 中国" in table.output
    assert "+3.0 h" not in table.output  # the posts have but a day: when they were collected is no hour of theirs
    rows = run.invoke(loaded(["compare"]), ["compare", compared.story, *where, "--format", "csv"])
    assert "wording: 中国政府,中共,乙报,1,0," in rows.output


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("造成12人死亡", ["12人"]),
        ("共计1.5亿美元", ["1.5亿美元"]),
        ("上升百分之三点五，即3.5%", ["3.5%"]),
        ("百分之40的人", ["40%"]),
        ("2021年3月18日10时", []),
        ("比数2:1", []),
        ("全长400公里，载重20公吨", ["400公里", "20公吨"]),
        ("占地3平方英里，每户20平方", ["3平方英里", "20平方"]),
    ],
)
def test_figures(text: str, figures: list[str]) -> None:
    """What counts something is a figure; dates, hours and ratios are none."""
    assert [mark.key for mark in marks(article(text, outlet="甲报"), None)] == figures


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("中共中央政治局委员说，中共不会让步", ["中共"]),
        ("路透北京3月31日 - 北京说，北京市将在北京开会", ["北京"]),
        ("非洲大陆与大陆的贸易", ["大陆"]),
        ("民众反抗军事政变，反抗军撤退", ["反抗军"]),
        ("由于北京警告，中共指责美国委员会", ["北京", "中共"]),
        ("中共河南省委说，受到北京制裁，该中国游客", ["北京"]),
        ("人民解放军解放了城市", ["解放"]),
    ],
)
def test_a_word_within_another_name_is_no_choice(text: str, words: list[str]) -> None:
    """Titles, datelines and other places hold contested words, and choose nothing."""
    first = {"中共": "中国政府", "北京": "中国政府", "大陆": "中国大陆", "反抗军": "武装者", "解放": "占领"}
    assert [word for subject, word, _, _ in choices(text) if subject == first[words[0]]] == words


def act(ident: str, *sides: tuple[str, str], day: str | None = "2021-03-18", kind: str = "ACCUSE") -> Entry:
    """An entry in which the first acts on the second."""
    roles = ("actor", "recipient")
    return Entry(
        id=ident,
        type=kind,
        form=None,
        mode=None,
        status="happened",
        date=day,
        dates=(),
        place=None,
        parties=tuple(EntryParty(*side, role=role) for side, role in zip(sides, roles, strict=False)),  # type: ignore[arg-type]
        outlets=("甲报",),
        sources=1,
        articles=("a",),
        first="2021-03-18",
        history=(),
        evidence=(),
    )


def test_acts_of_one_state_against_another_are_one_row() -> None:
    """An outlet names the official, another his state; whom all name stays named, and another day is another row."""
    china, us = ("l.cn", "中国"), ("l.us", "美国")
    yang, blinken = ("p.yang-jiechi", "杨洁篪"), ("p.antony-blinken", "安东尼·布林肯")
    entries = [
        act("1", yang, us),
        act("2", china, us),
        act("3", us, china),
        act("4", yang, us, day="2021-03-19"),
        act("5", yang, blinken, day=None),
        act("6", yang, us, day=None),
        act("7", yang, us, kind="COERCE"),
        act("8", china, us, kind="COERCE"),
        msgspec.structs.replace(act("9", china, us), status="denied"),
        msgspec.structs.replace(act("10", ("p.mike-pompeo", "迈克·蓬佩奥"), china), id="10"),
    ]
    assert [(deed.key, deed.name, len(deed.entries)) for deed in deeds(entries, authority())] == [
        ("1", "ACCUSE 2021-03-18 中国 → 美国", 2),
        ("3", "ACCUSE 2021-03-18 美国 → 中国", 1),
        ("4", "ACCUSE 2021-03-19 杨洁篪 → 美国", 1),
        ("5", "ACCUSE 杨洁篪 → 安东尼·布林肯", 1),
        ("6", "ACCUSE 杨洁篪 → 美国", 1),
        ("7", "COERCE 2021-03-18 杨洁篪 → 美国", 1),
        ("8", "COERCE 2021-03-18 中国 → 美国", 1),
        ("9", "ACCUSE 2021-03-18 中国 → 美国", 1),
        ("10", "ACCUSE 2021-03-18 迈克·蓬佩奥 → 中国", 1),
    ]


def test_longer_words_count_before_shorter_ones() -> None:
    """中共政权 is not 中共."""
    assert [word for subject, word, _, _ in choices("中共政权说") if subject == "中国政府"] == ["中共政权"]


def test_the_list_of_contested_terms_is_sound() -> None:
    """Every subject has two words or more, and none twice."""
    for subject, pattern in contested():
        words = pattern.pattern.rpartition("(")[2].rstrip(")").split("|")
        assert len(words) == len(set(words)) > 1, subject
        assert all(word == fold(word) for word in words)


def test_terms_that_set_an_outlet_apart() -> None:
    """What one outlet says again and again and the others never; what all say is no mark."""
    texts = {
        "甲报": ["渡轮开通，便民工程。便民工程，受到欢迎。便民工程。"] * 40,
        "乙报": ["渡轮开通，渔场消失。渔场消失，无人过问。渔场消失。"] * 40,
    }
    words = {outlet: [cut(those)] for outlet, those in texts.items()}
    found = {outlet: [term for term, _ in terms] for outlet, terms in set_apart(words).items()}
    assert found == {"甲报": ["便民工程", "受到欢迎"], "乙报": ["渔场消失", "无人过问"]}
    assert set_apart({"甲报": words["甲报"]}) == {"甲报": []}


def test_terms_that_set_an_outlet_apart_are_whole_words() -> None:
    """What always stands beside the same characters is still no piece of a word."""
    texts = {
        "甲报": ["两国外交部长星期一在北京会谈。外交部长说会谈有益。"] * 20,
        "乙报": ["渔民星期一在北京开会。渔民说补偿太少。"] * 20,
    }
    terms = {
        term
        for those in set_apart({outlet: [cut(those)] for outlet, those in texts.items()}).values()
        for term, _ in those
    }
    assert "渔民" in terms
    assert {"外交部长", "外交部"} & terms
    assert not {"交部", "国外", "国外交", "谈有益", "部长说", "民说"} & terms


def test_words_are_cut_when_an_article_is_read_and_no_second_time(
    examples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A comparison of articles that were read needs no tagger; the terms are those that it would cut."""

    def asked() -> None:
        pytest.fail("the tagger was asked")

    with Archive.open(examples) as archive:
        ident = archive.db.execute("SELECT id FROM stories ORDER BY articles DESC, id").fetchone()[0]
        kept = [words(row[0]) for row in archive.db.execute("SELECT words FROM readings")]
        monkeypatch.setattr(wording, "_tagger", asked)
        assert compare(archive, ident).outlets
    assert any("国务卿" in line.split() for text in kept for line in text.split("\n"))
    assert all(len(word) > 1 for text in kept for word in text.split())


def test_words_that_name_something_stand_with_their_neighbours(tagger: Tagger) -> None:
    """Marks, function words, and single characters part them."""
    assert naming_words(tagger.tag(["外交部长在北京会谈，谈判代表说进展顺利。"])).split("\n")[0] == "外交部长"
    assert naming_words(tagger.tag(["王毅，布林肯"])) == "王毅\n布林肯"
    assert naming_words([]) == ""
