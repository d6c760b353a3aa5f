"""What articles teach of people whom the authority lacks: who of them are one, and what is stated of them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archives import post, simple_reader, write_posts
from articles import article
from shilu.archive import Archive
from shilu.archive.add import add
from shilu.archive.entities.learned import learned
from shilu.archive.entities.listing import listed
from shilu.archive.entities.offers import latest
from shilu.archive.entities.profile import profile
from shilu.archive.entities.settling import is_settled, settle_people
from shilu.archive.readings import Step
from shilu.archive.status import status
from shilu.cli import main
from shilu.knowledge import authority
from shilu.learning.callings import apart, calling
from shilu.learning.claim import Claim
from shilu.learning.facts import Told, facts, latin_forms
from shilu.learning.offered import Names, Offered, offered, taught
from shilu.learning.offered import state as encoded_state
from shilu.learning.persons import persons
from shilu.learning.spelling import is_full, is_pinyin, may_be_one
from shilu.reading.reader import read
from shilu.records import Article, Entity, Mention, Reading

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from shilu.reading.tagger import Tagger


LATIN = [
    ("Robert Aaron Long", "Bob Long", True),
    ("J. Baker", "Jay Baker", True),
    ("Feng Daoyou", "Daoyou Feng", True),
    ("Joachim Löw", "Joachim Loew", True),
    ("AnnaMaria Rossi", "Anna Maria Rosi", True),
    ("Jay Baker", "James Baker", False),
    ("Derrick Jones Jr.", "Derrick Jones Sr.", False),
    ("Karen Andrews", "Kevin Andrews", False),
]


@pytest.mark.parametrize(("one", "other", "same"), LATIN)
def test_which_latin_names_may_be_one_person(one: str, other: str, *, same: bool) -> None:
    """Short forms, initials, order, accents and slips; not other first names or generations."""
    assert may_be_one(one, other) == may_be_one(other, one) == same


def test_latin_names_that_say_little() -> None:
    """One word is no full name, and the spelling of a Chinese name belongs to many."""
    assert [is_full(name) for name in ("Rossi", "Anna Rossi")] == [False, True]
    assert [is_pinyin(name) for name in ("Li Na", "Wang Xiaoming", "Anna Rossi")] == [True, True, False]
    assert latin_forms(("安娜", "Anna Rossi", "Rossi")) == ("Anna Rossi",)
    assert latin_forms(("罗西", "Anna Rossi", "Paul Meyer")) == ()


CALLINGS = [
    ("国家队门将", "州长", True),
    ("教授", "前部长", False),
    ("品牌大使", "歌手", False),
    ("导演", "大法官", True),
]


@pytest.mark.parametrize(("one", "other", "expected"), CALLINGS)
def test_callings_that_do_not_go_together(one: str, other: str, *, expected: bool) -> None:
    """A goalkeeper is no governor, but a professor may have been a minister."""
    kinds = [frozenset(filter(None, (calling(role),))) for role in (one, other)]
    assert apart(*kinds) == apart(*reversed(kinds)) == expected


def claim(number: int, name: str, latin: str = "", role: str | None = None, **more: str | None) -> Claim:
    """What one article says of one person."""
    forms = (latin,) if latin else ()
    day = more.get("day", "2024-03-02")
    return Claim(f"a{number:03}", f"x.person.{name}", name, forms, role, more.get("country"), day)


def groups(claims: Sequence[Claim]) -> list[set[str]]:
    """Who is one, as sets of article and name."""
    return sorted(({f"{c.article[1:]} {c.name}" for c in one.claims} for one in persons(claims)), key=sorted)


def test_one_latin_name_joins_its_chinese_forms() -> None:
    """罗西, 安娜·罗西 and Anna Rossi are one person, called by the usual form."""
    (one,) = persons(
        [claim(1, "罗西", "Anna Rossi"), claim(2, "安娜·罗西", "Anna Rossi"), claim(3, "罗西", "Anna Rossi")]
    )
    assert (one.id, one.uncertain, len(one.claims)) == ("x.person.罗西", False, 3)


def test_latin_names_tell_namesakes_apart() -> None:
    """Two people called 罗西; who says nothing of itself, long after, stays by itself and uncertain."""
    claims = [
        claim(1, "罗西", "Anna Rossi"),
        claim(2, "罗西", "Anna Rossi"),
        claim(3, "罗西", "Paolo Rossi"),
        claim(4, "罗西", day="2020-01-01"),
    ]
    assert groups(claims) == [{"001 罗西", "002 罗西"}, {"003 罗西"}, {"004 罗西"}]
    found = {one.id: one.uncertain for one in persons(claims)}
    assert found.keys() >= {"x.person.罗西", "x.person.罗西~paolo-rossi"}
    assert sum(found.values()) == 1


def test_callings_tell_namesakes_apart() -> None:
    """A goalkeeper and a minister of one name are two, and not certain."""
    claims = [claim(n, "陈大江", role="国家队门将") for n in (1, 2)] + [
        claim(n, "陈大江", role="交通部长") for n in (3, 4)
    ]
    assert groups(claims) == [{"001 陈大江", "002 陈大江"}, {"003 陈大江", "004 陈大江"}]
    assert all(one.uncertain for one in persons(claims))


def test_roles_without_anything_in_common_part_short_names() -> None:
    """Two characters are many people's name: a car maker and an official are two, one official in other words one."""
    roles = ["长风汽车创办人", "长风汽车公司首席执行官", "国家卫生委员会副主任", "中国卫生委员会副主任", "卫生委副主任"]
    claims = [claim(n, "李川", role=role) for n, role in enumerate(roles, 1)]
    assert groups(claims) == [{"001 李川", "002 李川"}, {"003 李川", "004 李川", "005 李川"}]
    assert all(one.uncertain for one in persons(claims))
    assert len(persons([c._replace(name="李川江", ident="x.person.李川江") for c in claims])) == 1


def test_a_single_slip_makes_no_second_person() -> None:
    """One article among many that calls the goalkeeper a minister has made a mistake, or its reading has."""
    claims = [claim(n, "陈大江", role="国家队门将") for n in range(1, 8)] + [claim(9, "陈大江", role="部长")]
    assert len(persons(claims)) == 1


def test_officials_of_two_states_are_two() -> None:
    """A deputy in one country is not the deputy of that name in another."""
    claims = [
        *(claim(n, "林宏", role="议员", country="TW") for n in (1, 2)),
        *(claim(n, "林宏", role="议员", country="SG") for n in (3, 4)),
    ]
    assert len(persons(claims)) == 2


def test_anonymous_people_are_one_in_one_piece_of_news_only() -> None:
    """陈先生 of one week and of the next year are different people."""
    claims = [
        claim(1, "陈先生", role="货车司机", day="2024-03-02"),
        claim(2, "陈先生", role="司机", day="2024-03-03"),
        claim(3, "陈先生", role="货车司机", day="2025-03-02"),
        claim(4, "陈先生", day="2024-03-02"),
    ]
    assert groups(claims) == [{"001 陈先生", "002 陈先生"}, {"003 陈先生"}, {"004 陈先生"}]


def test_chinese_names_are_not_joined_by_their_spelling() -> None:
    """李娜 and 李那 are both Li Na."""
    assert len(persons([claim(1, "李娜", "Li Na"), claim(2, "李那", "Li Na")])) == 2


CLAIMS = st.builds(
    claim,
    st.integers(1, 30),
    st.sampled_from(["罗西", "安娜·罗西", "陈大江", "陈川", "陈先生"]),
    st.sampled_from(["", "", "Anna Rossi", "Paolo Rossi", "A. Rossi"]),
    st.sampled_from([None, "教授", "部长", "门将", "歌手", "长风汽车总裁", "长风汽车厂长", "卫生委副主任"]),
    day=st.sampled_from(["2024-03-02", "2024-03-05", "2024-09-01", None]),
    country=st.sampled_from([None, "IT", "CN"]),
)


@settings(max_examples=200)
@given(st.lists(CLAIMS, max_size=14, unique_by=lambda one: one[:2]), st.randoms())
def test_the_order_of_articles_plays_no_part(claims: list[Claim], chance: random.Random) -> None:
    """Every claim is in one person, ids are unique, and any order gives the same."""
    found = persons(claims)
    assert sorted(c for one in found for c in one.claims) == sorted(claims)
    assert len({one.id for one in found}) == len(found)
    shuffled = chance.sample(claims, len(claims))
    assert {(one.id, frozenset(one.claims)) for one in persons(shuffled)} == {
        (one.id, frozenset(one.claims)) for one in found
    }


def told(number: int, *forms: str, role: str | None = None, of: str | None = None) -> Told:
    """A mention in an article of one of two outlets."""
    return Told(f"a{number}", "甲报" if number % 2 else "乙报", f"2024-03-0{number}", forms, role, of, 0, 0, 9)


def test_facts_have_counts_days_and_an_example() -> None:
    """What several articles state is counted; the first of them is the example."""
    found = facts(
        [told(2, "罗西", "Anna Rossi", role="研究員", of="某研究所"), told(1, "罗西", role="研究员"), told(3, "羅西")]
    )
    assert [(f.field, f.value, f.articles, f.outlets, f.first, f.last, f.article) for f in found] == [
        ("latin", "Anna Rossi", 1, 1, "2024-03-02", "2024-03-02", "a2"),
        ("name", "罗西", 3, 2, "2024-03-01", "2024-03-03", "a1"),
        ("of", "某研究所", 1, 1, "2024-03-02", "2024-03-02", "a2"),
        ("role", "研究员", 2, 2, "2024-03-01", "2024-03-02", "a1"),
    ]


def test_facts_that_contradict_each_other() -> None:
    """Other Latin names, and callings that do not go together, count against each other."""
    found = facts(
        [told(n, "罗西", "Anna Rossi", role="歌手") for n in (1, 2)] + [told(3, "罗西", "Paul Meyer", role="部长")]
    )
    by_value = {fact.value: fact for fact in found}
    assert (by_value["Anna Rossi"].contradicted, by_value["Paul Meyer"].contradicted) == (1, 2)
    assert (by_value["歌手"].contradicted, by_value["罗西"].contradicted) == (1, 0)


# In the archive ------------------------------------------------------------------------------------------------------


def step() -> Callable[[Sequence[Article]], list[Reading]]:
    """A reading step that takes people from lines such as ``人|罗西、Anna Rossi|研究员|某研究所``."""
    return _find


def _find(articles: Sequence[Article]) -> list[Reading]:
    return [
        Reading(a.id, "lines.v1", people=tuple(_person(n, b.text) for n, b in enumerate(a.blocks) if "|" in b.text))
        for a in articles
    ]


def _person(block: int, line: str) -> Entity:
    _, names, role, of, *known = line.split("|")
    forms = names.split("、")
    at = line.index(forms[0])
    mention = Mention(forms[0], block, at, at + len(forms[0]))
    ident = known[0] if known else f"x.person.{forms[0]}"
    return Entity(ident, "person", forms[0], tuple(forms[1:]), role or None, of or None, (mention,))


LINES = {
    1: ("2024-03-01", "人|罗西、Anna Rossi|研究员|某研究所"),
    2: ("2024-03-02", "人|安娜·罗西、Anna Rossi|研究员|"),
    3: ("2024-03-03", "人|羅西|研究員|"),
    4: ("2024-03-04", "人|罗西、Paolo Rossi|歌手|"),
    5: ("2024-03-05", "人|布林坑、Antony Blinken|国务卿|"),
    6: ("2024-03-06", "人|布林肯|国务卿||p.antony-blinken"),
    7: ("2024-03-07", "人|安娜·罗西、Anna Rossi|主任|"),
}


def posts(*numbers: int) -> dict[str, str]:
    """Posts for the simple reader."""
    return {
        f"{n}.md": f"https://{'jia' if n % 2 else 'yi'}.example/{n}\n第{n}条\n{LINES[n][0]}T08:00:00Z\n{LINES[n][1]}"
        for n in numbers
    }


def grown(folder: Path, *batches: tuple[int, ...]) -> Path:
    """An archive to which the posts were added batch by batch."""
    for number, batch in enumerate(batches):
        source = write_posts(folder / f"posts{number}", posts(*batch))
        add(folder / "archive", [str(source)], workers=1, reader=simple_reader, step=Step("lines.v1", step))
    return folder / "archive"


def state(folder: Path) -> tuple[object, ...]:
    """All that was learned, without numbers."""
    with Archive.open(folder) as opened:
        people = listed(opened, authority(), "person")
        everyone = learned(opened, authority(), every=True)
        mentions = opened.db.execute(
            "SELECT title, ident, entities.id FROM mentions JOIN entities ON number = entity"
            " JOIN articles ON articles.id = article ORDER BY 1, 2"
        ).fetchall()
        names = opened.db.execute(
            "SELECT id, name, entity_names.articles FROM entity_names JOIN entities ON number = entity ORDER BY 1, 2"
        ).fetchall()
        return msgspec.json.encode(people), msgspec.json.encode(everyone), [*map(tuple, mentions)], [*map(tuple, names)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of all the posts."""
    return grown(tmp_path_factory.mktemp("learning"), tuple(LINES))


def test_people_the_authority_lacks_get_one_entity(folder: Path) -> None:
    """Four articles name Anna Rossi in three ways; Paolo Rossi is somebody else."""
    with Archive.open(folder) as opened:
        people = {one.id: one for one in listed(opened, authority(), "person")}
        anna = people["x.person.安娜·罗西"]
        assert (anna.articles, set(anna.also) | {anna.name}) == (4, {"罗西", "安娜·罗西", "Anna Rossi"})
        assert people["x.person.罗西"].articles == 1
        found = profile(opened, authority(), "Anna Rossi")
        assert {role.role: role.articles for role in found.roles} == {"研究员": 3, "主任": 1}


def test_a_new_rendering_of_someone_known(folder: Path) -> None:
    """A name the authority lacks, with the Latin form of one of its people, is that person's."""
    with Archive.open(folder) as opened:
        people = {one.id: one for one in listed(opened, authority(), "person")}
        assert people["p.antony-blinken"].articles == 2
        assert "布林坑" in people["p.antony-blinken"].also
        assert "布林坑" not in authority().names_of("p.antony-blinken")


def test_facts_are_kept_apart_with_their_sources(folder: Path) -> None:
    """What two articles state is used; the rest is there for who asks; each has its example."""
    with Archive.open(folder) as opened:
        (anna,) = learned(opened, authority())
        assert {(fact.field, fact.value) for fact in anna.facts} == {
            ("name", "罗西"),
            ("name", "安娜·罗西"),
            ("latin", "Anna Rossi"),
            ("role", "研究员"),
        }
        fact = next(fact for fact in anna.facts if fact.field == "role")
        text = opened.article(fact.article).blocks[fact.block].text[fact.start : fact.end]
        assert "研究员" in text
        every = learned(opened, authority(), every=True)
        assert {one.id for one in every} == {"x.person.安娜·罗西", "x.person.罗西"}


@pytest.mark.parametrize("batches", [((7, 6, 5), (4, 3, 2), (1,)), ((3,), (4,), (1,), (2, 5, 6, 7))])
def test_learning_as_articles_come_is_learning_from_all(
    folder: Path, tmp_path: Path, batches: tuple[tuple[int, ...], ...]
) -> None:
    """Whatever the order and the number of adds, the same is learned."""
    assert state(grown(tmp_path, *batches)) == state(folder)


def test_a_changed_article_changes_what_is_learned(tmp_path: Path) -> None:
    """Where the Latin form that joined two names is gone, they part again, and no empty entity stays."""
    archive = grown(tmp_path, (1, 2))
    with Archive.open(archive) as opened:
        assert [one.articles for one in listed(opened, authority(), "person")] == [2]
    source = write_posts(tmp_path / "posts0", {"2.md": posts(2)["2.md"].replace("、Anna Rossi", "、Anna Meyer")})
    add(archive, [str(source)], workers=1, reader=simple_reader, step=Step("lines.v1", step))
    with Archive.open(archive) as opened:
        assert {one.id for one in listed(opened, authority(), "person")} == {"x.person.罗西", "x.person.安娜·罗西"}
        assert opened.db.execute("SELECT count(*) FROM entities WHERE articles = 0").fetchone()[0] == 0
        assert is_settled(opened)


def test_articles_whose_people_changed_are_indexed_again(tmp_path: Path) -> None:
    """The index hears of every mention that went to another person."""
    archive = grown(tmp_path, (1,))
    with Archive.open(archive) as opened:
        before = opened.last_change()
    grown(tmp_path, (1,), (2,))
    with Archive.open(archive) as opened:
        heard = {change.article.title: change.entities for change in opened.changes(before)}
        assert heard == {"第1条": ("x.person.安娜·罗西",), "第2条": ("x.person.安娜·罗西",)}


def test_what_a_cut_off_add_left_is_learned_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the last step the people are those of single articles; the step alone does the rest, once."""
    with monkeypatch.context() as cut:
        cut.setattr("shilu.archive.writer.Writer.learn", lambda _: None)
        archive = grown(tmp_path, (1, 2))
    with Archive.open(archive, read_only=False) as opened, opened.writing():
        assert not is_settled(opened)
        assert len(listed(opened, authority(), "person")) == 2
        assert settle_people(opened, authority()).moved == 1
        assert settle_people(opened, authority()).moved == 0
        assert len(listed(opened, authority(), "person")) == 1


def test_learn_in_the_terminal(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A table of people with the usual form of each fact; every fact in JSON."""

    def run(*words: str) -> str:
        monkeypatch.setattr(sys, "argv", ["shilu", *words, "--archive", str(folder)])
        with pytest.raises(SystemExit) as ended:
            main()
        assert not ended.value.code
        return capsys.readouterr().out

    table = run("learn")
    assert all(word in table for word in ("罗西", "Anna Rossi", "研究员"))
    assert "Paolo" not in table
    (paolo,) = msgspec.json.decode(run("learn", "Paolo Rossi", "--all", "--format", "json"))
    assert ("latin", "Paolo Rossi", 1) in [(f["field"], f["value"], f["articles"]) for f in paolo["facts"]]


# Used by later readings -----------------------------------------------------------------------------------------------


def test_who_is_offered_to_readings() -> None:
    """Whole names and Latin ones; surnames apart; nobody without role, Latin form or a Chinese name in full."""
    heath = [("name", "何田木"), ("name", "希思"), ("latin", "Tom Hearth"), ("role", "研究员")]
    assert offered("x.person.何田木", heath, {}) == Offered(
        "x.person.何田木", ("何田木",), ("希思",), ("Tom Hearth",), ("研究员",)
    )
    assert offered("x.person.诺诺奖", [("name", "诺诺奖")], {}) is None
    assert offered("x.person.希思", [("name", "希思"), ("role", "研究员")], {}) is None
    assert offered("x.person.陈大江", [("name", "陈大江")], {"陈大江": 0.5}) is None
    assert offered("x.person.陈大江", [("name", "陈大江"), ("latin", "Chen Dajiang")], {}) == Offered(
        "x.person.陈大江", ("陈大江",)
    )


def test_the_authority_keeps_its_names() -> None:
    """A learned person who bears a name of the authority has the others only."""
    encoded = Names((Offered("x.person.某人", ("布林肯", "某人·甲乙"), (), ("Antony Blinken",)),)).encoded()
    known = authority().with_taught(taught(encoded))
    assert [one.id for one in known.lookup("布林肯")] == ["p.antony-blinken"]
    assert [one.id for one in known.lookup("某人·甲乙")] == ["x.person.某人"]
    assert known.taught.state == encoded_state(encoded)
    assert authority().taught.state is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("该所的Rosa Lindqvist说，此事不易。", "x.person.罗莎·林德奎斯特"),
        ("北极研究所研究员林德奎斯特认为此事不易。", "x.person.罗莎·林德奎斯特"),
        ("歌手林德奎斯特认为此事不易。", "x.person.林德奎斯特"),
    ],
)
def test_readings_know_whom_articles_taught(text: str, who: str, tagger: Tagger) -> None:
    """A Latin name alone, and a surname beside a role like those known, are the person; beside another role not."""
    one = Offered(
        "x.person.罗莎·林德奎斯特", ("罗莎·林德奎斯特",), ("林德奎斯特",), ("Rosa Lindqvist",), ("北极研究所研究员",)
    )
    known = authority().with_taught(taught(Names((one,)).encoded()))
    told = article(text, title="消息一则", published="2024-03-01", outlet="甲报")
    reading = read(told, authority=known, tagger=tagger)
    assert [person.id for person in reading.people] == [who]
    assert reading.learned == known.taught.state


def test_a_reading_says_which_state_it_was_made_with(tmp_path: Path) -> None:
    """Nothing is offered to the first add; the next uses what was learned, ``reread`` for all."""
    source = write_posts(tmp_path / "posts", posts(1, 2, 3))
    archive = tmp_path / "archive"
    add(archive, [str(source)], workers=1, reader=simple_reader, step=Step("lines.v1", step))
    with Archive.open(archive) as opened:
        offer = latest(opened.db)
        assert offer is not None
        assert [one.id for one in taught(offer).people] == ["x.person.罗西"]
        newest = encoded_state(offer)
        assert [(one.state, one.people, one.readings) for one in status(opened).learned] == [(newest, 1, 0)]
    write_posts(tmp_path / "posts", posts(6))
    using = Step("lines.v1", step, newest)
    assert add(archive, [str(source)], workers=1, reader=simple_reader, step=using).readings == 1
    with Archive.open(archive) as opened:
        assert [(one.state, one.readings) for one in status(opened).learned] == [(newest, 1)]
    assert add(archive, [str(source)], workers=1, reader=simple_reader, step=using, reread=True).readings == 4


def test_articles_that_leave_take_only_their_own_mentions(tmp_path: Path) -> None:
    """Two mentions of one article may be one person's: the person stays while any mention is left."""
    two = "人|罗西、Anna Rossi|研究员|\n人|安娜·罗西、Anna Rossi|研究员|"
    source = write_posts(tmp_path / "posts", posts(1, 2))
    write_posts(source, {n: post(k, body=two) for k, n in enumerate(["a.md", "b.md"], 20)})
    archive = tmp_path / "archive"
    using = Step("lines.v1", step)
    add(archive, [str(source)], workers=1, reader=simple_reader, step=using)
    write_posts(source, {n: post(k, body="无人") for k, n in enumerate(["a.md", "b.md"], 20)})
    add(archive, [str(source)], workers=1, reader=simple_reader, step=using)
    with Archive.open(archive) as opened:
        assert [(one.name, one.articles) for one in listed(opened, authority(), "person")] == [("安娜·罗西", 2)]
