"""Stories: what is told alike comes together, over outlets and scripts, and keeps its id."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import msgspec
import numpy as np
import pytest
from typer.testing import CliRunner

from archives import add_with_stories, simple_reader, write_posts
from shilu.archive import index
from shilu.archive.add import add
from shilu.archive.readings import Step
from shilu.archive.store import Archive
from shilu.chronicle.hours import hour_of
from shilu.chronicle.stories import keeping, placing
from shilu.chronicle.stories.asking import telling
from shilu.chronicle.stories.grouping import surely
from shilu.chronicle.stories.linkage import agglomerate, gathered, phases
from shilu.chronicle.stories.listing import Wanted, find, identified
from shilu.chronicle.stories.matrices import cosines, weighted
from shilu.chronicle.stories.placing import Placing
from shilu.chronicle.stories.renderings import one_rendering
from shilu.chronicle.stories.vectors import Terms
from shilu.chronicle.stories.whole import story
from shilu.cli.app import loaded
from shilu.errors import NotFound
from shilu.records import Entity, Entry, EntryParty, Mention, Reading
from shilu.text.script import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from shilu.records import Article, EntityKind

FERRY = [
    (
        "甲",
        "海峡城第二条渡轮航线下月开通",
        "海峡城市政厅宣布，连接两岸的第二条渡轮航线下月初开通，每天往返十二班，票价二十元。",
    ),
    (
        "乙",
        "海峽城渡輪新航線下月啟航 漁民憂漁場受損",
        "海峽城第二條渡輪航線下月初啟航，每天往返十二班。漁民代表擔心航道穿過傳統漁場，要求補償。",
    ),
    (
        "甲",
        "渔民要求为渡轮新航线补偿",
        "海峡城渔民代表说，第二条渡轮航线的航道穿过传统渔场，要求市政厅在开通以前公布补偿办法。",
    ),
]
STRIKE = [
    (
        "甲",
        "北岭煤矿工人罢工要求加薪",
        "北岭煤矿三千名矿工星期一开始罢工，要求加薪一成，并改善井下通风设备。矿主拒绝谈判。",
    ),
    (
        "乙",
        "北嶺煤礦三千礦工罷工 礦主拒談判",
        "北嶺煤礦三千名礦工罷工要求加薪一成、改善井下通風。礦主說不會在罷工期間談判。",
    ),
]


def posts(tellings: list[tuple[str, str, str]], number: int = 0, day: str = "2024-01-10") -> dict[str, str]:
    """Posts of two outlets, an hour apart, sixteen hours a day."""
    hosts = {"甲": "jia", "乙": "yi"}
    return {
        f"{number + at}.md": (
            f"https://{hosts[outlet]}.example/{number + at}\n{title}\n{day}T{at % 16 + 6:02}:00:00Z\n{text}\n"
            f"{text[::-1][:3]}第{number + at}号"
        )
        for at, (outlet, title, text) in enumerate(tellings)
    }


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """An archive with two developments of one day, and articles that tell neither."""
    alone = [
        ("甲", f"{name}举办{what}展", f"{name}博物馆今年的{what}展开幕，展出{what}两百件，馆长说观众可以免费参观。")
        for name, what in (("南湖", "青铜"), ("西桥", "木偶"), ("东门", "古琴"), ("白塔", "邮票"), ("石井", "风筝"))
    ]
    folder = write_posts(tmp_path / "posts", {**posts(FERRY), **posts(STRIKE, 10), **posts(alone, 20)})
    add_with_stories(tmp_path / "archive", [str(folder)])
    return tmp_path / "archive"


def titles(archive: Path) -> dict[str, set[str]]:
    """Every story with the titles of its articles."""
    with Archive.open(archive) as opened:
        return {one.id: {member.title for member in one.articles} for one in find(opened, Wanted(), members=True)}


def ferry_of(stories: dict[str, set[str]]) -> str:
    """The id of the story of the ferry."""
    return next(ident for ident, those in stories.items() if FERRY[0][1] in those)


def test_what_tells_one_development_is_one_story(filled: Path) -> None:
    """Outlets and scripts play no part."""
    found = list(titles(filled).values())
    assert {title for _, title, _ in FERRY} in found
    assert {title for _, title, _ in STRIKE} in found


def test_late_articles_join_and_ids_stay(filled: Path, tmp_path: Path) -> None:
    """An article that comes in later joins the story, which keeps its id."""
    before = titles(filled)
    late = [
        ("乙", "渡轮新航线票价公布", "海峡城市政厅公布第二条渡轮航线的票价：二十元。渔民代表说航道补偿仍没有着落。")
    ]
    folder = write_posts(tmp_path / "late", posts(late, 40, "2024-01-11"))
    add_with_stories(filled, [str(folder)])
    after = titles(filled)
    ferry = ferry_of(before)
    assert after[ferry] == before[ferry] | {"渡轮新航线票价公布"}
    assert set(before) <= set(after)


def test_a_story_is_labelled_by_an_article_of_its_own(filled: Path) -> None:
    """Where the article that gave it its headline has left, the first of the others does."""
    with Archive.open(filled, read_only=False) as opened:
        ident = ferry_of(titles(filled))
        with opened.transaction() as db:
            db.execute("UPDATE stories SET label = '离开的文章' WHERE id = ?", (ident,))
            placing.count(db, [ident])
        assert story(opened, ident).story.label in titles(filled)[ident]


def test_order_within_a_day_does_not_matter(filled: Path, tmp_path: Path) -> None:
    """The same posts in another order come to the same stories."""
    names = sorted((tmp_path / "posts").iterdir())
    names = names[::2][::-1] + names[1::2]
    add_with_stories(tmp_path / "other", [str(name) for name in names])
    assert titles(tmp_path / "other") == titles(filled)


def test_killed_between_blocks_it_goes_on(filled: Path) -> None:
    """Articles that have no place are what is left to do."""
    before = titles(filled)
    with Archive.open(filled, read_only=False) as opened:
        with opened.transaction() as db:
            db.execute("DELETE FROM story_articles WHERE hour > (SELECT max(hour) - 2 FROM story_articles)")
            db.execute("DELETE FROM stories_state WHERE what = 'stories'")
        assert keeping.update(opened) > 0
        assert keeping.update(opened) == 0
    assert titles(filled) == before


def test_an_article_that_is_read_again_stays_where_it_is(filled: Path) -> None:
    """A new change number without a new text changes no story."""
    before = titles(filled)
    with Archive.open(filled, read_only=False) as opened:
        with opened.transaction() as db:
            db.execute("UPDATE articles SET changed = changed + 1000")
        assert not keeping.is_current(opened)
        assert keeping.update(opened) == 0
        assert keeping.is_current(opened)
    assert titles(filled) == before


def test_odd_articles_break_nothing(tmp_path: Path) -> None:
    """No body, one sentence, a date years off, no date at all."""
    odd = {
        "1.md": "https://jia.example/1\n没有正文\n2024-01-10T08:00:00Z",
        "2.md": "https://jia.example/2\n一句\n2024-01-10T08:00:00Z\n一句话。",
        "3.md": "https://jia.example/3\n早年\n1901-01-10T08:00:00Z\n这篇的日期错了很多年。",
        "4.md": "https://jia.example/4\n无日期\n\n这篇没有日期。",
        "5.md": "https://jia.example/5\n\n2024-01-10T08:00:00Z",
    }
    folder = write_posts(tmp_path / "posts", odd)
    add_with_stories(tmp_path / "archive", [str(folder)])
    with Archive.open(tmp_path / "archive") as opened:
        assert keeping.is_current(opened)
        assert opened.db.execute("SELECT count(*) FROM story_articles").fetchone()[0] == 4


def test_ids_of_stories_that_were_taken_up_still_lead_there(filled: Path) -> None:
    """A merged id finds the story that took it up; one that never was finds none."""
    with Archive.open(filled, read_only=False) as opened:
        ident = find(opened, Wanted())[0].id
        with opened.transaction() as db:
            db.execute("INSERT INTO story_merges VALUES ('sgone', ?)", (ident,))
        assert identified(opened.db, "sgone") == ident
        assert story(opened, ident[:6]).story.id == ident
        with pytest.raises(NotFound, match="no story"):
            identified(opened.db, "snever")


def test_a_story_made_again_is_itself(filled: Path) -> None:
    """An id that was taken up and is borne by a story again leads to that story, not to the one that took it up."""
    with Archive.open(filled, read_only=False) as opened:
        ident = find(opened, Wanted())[0].id
        with opened.transaction() as db:
            db.execute("INSERT INTO story_merges VALUES (?, 'sother')", (ident,))
        assert identified(opened.db, ident) == ident


def test_an_id_given_up_leads_to_its_first_article(filled: Path) -> None:
    """The id of a story is made of that of its first article: that is where it leads when all else is forgotten."""
    with Archive.open(filled, read_only=False) as opened:
        ident = find(opened, Wanted())[0].id
        with opened.transaction() as db:
            db.execute("INSERT INTO stories SELECT 'sx', label, first, last, 0, 0 FROM stories WHERE id = ?", (ident,))
            db.execute("UPDATE story_articles SET story = 'sx' WHERE story = ?", (ident,))
            db.execute("DELETE FROM stories WHERE id = ?", (ident,))
        assert identified(opened.db, ident) == "sx"
        with opened.transaction() as db:
            db.execute("UPDATE story_articles SET story = NULL WHERE story = 'sx'")
        with pytest.raises(NotFound) as told:
            identified(opened.db, ident)
        assert f"shilu show {ident[1:9]}" in told.value.hint


def own_words(number: int) -> str:
    """Sixty characters that no other number has."""
    return "".join(map(chr, range(0x5000 + 60 * number, 0x5000 + 60 * number + 60)))


@pytest.fixture
def full(tmp_path: Path) -> Path:
    """An archive with the developments of ``filled`` on a day of sixty articles that have no word in common."""
    alone = [("甲", said[:9], f"{said[9:30]}，{said[30:]}。") for said in map(own_words, range(56))]
    folder = write_posts(tmp_path / "posts", {**posts(FERRY), **posts(STRIKE, 10), **posts(alone, 20)})
    add_with_stories(tmp_path / "full", [str(folder)])
    return tmp_path / "full"


LATE = (
    ("乙", "海峽城渡輪航線票價公布", "海峽城市政廳公布第二條渡輪航線票價二十元。漁民說航道穿過漁場，補償沒有著落。"),
    ("乙", own_words(20)[:9], f"{own_words(20)[9:30]}，{own_words(20)[30:]}。另有一说。"),
    ("乙", "一座灯塔换了灯", "守塔人说旧灯用了四十年，新灯更省电，夜里远远就能望见。"),
)


def test_few_that_come_late_join_and_all_else_stays(
    full: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Late articles go where they belong, or stand alone; no other article moves, and no day is made anew."""
    before = titles(full)
    assert len(before) == 2
    monkeypatch.setattr(Placing, "add", None)
    for at, one in enumerate(LATE):
        add_with_stories(full, [str(write_posts(tmp_path / f"late{at}", posts([one], 90 + at)))])
    after = titles(full)
    ferry = ferry_of(before)
    assert after.pop(ferry) == before.pop(ferry) | {LATE[0][1]}
    assert {ident: those for ident, those in after.items() if ident in before} == before
    assert [those for ident, those in after.items() if ident not in before] == [{LATE[1][1]}]


def test_copies_and_revisions_are_none_more(full: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many copies of one text come late, and however often an article is revised, no day is made anew."""
    monkeypatch.setattr(Placing, "add", None)
    text = f"{own_words(57)}。{own_words(58)}。{own_words(59)}。"
    for at in range(6):
        copy = f"https://yi.example/{90 + at}\n第九号灯塔\n2024-01-10T09:00:00Z\n{text}"
        add_with_stories(full, [str(write_posts(tmp_path / f"copy{at}", {f"{90 + at}.md": copy}))])
        _, title, told = STRIKE[1]
        again = f"https://yi.example/11\n{title}\n2024-01-10T08:{at:02}:00Z\n{told}第{at}次更新。"
        add_with_stories(full, [str(write_posts(tmp_path / f"again{at}", {"11.md": again}))])
    assert sorted(len(those) for those in titles(full).values()) == [1, 2, 3], "by their titles"
    with Archive.open(full) as opened:
        revised = opened.db.execute("SELECT max(revisions) FROM articles").fetchone()[0]
    assert revised == 7


def test_a_late_article_is_compared_with_its_own_day(
    full: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where more lie in the window than are grouped at once, those of the day come first."""
    for later in (1, 2):
        alone = [("甲", said[:9], f"{said[9:]}。") for said in map(own_words, range(60 + 40 * later, 100 + 40 * later))]
        day = write_posts(tmp_path / f"day{later}", posts(alone, 200 + 100 * later, f"2024-01-{10 + later}"))
        add_with_stories(full, [str(day)])
    monkeypatch.setattr(Placing, "add", None)
    monkeypatch.setattr(placing, "MOST", 62)
    add_with_stories(full, [str(write_posts(tmp_path / "late", posts([LATE[0]], 90)))])
    assert {*(title for _, title, _ in FERRY), LATE[0][1]} in titles(full).values()


def test_many_that_come_late_are_grouped(full: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More than a twentieth of a day, in however many runs, makes the day anew."""
    made: list[int] = []
    real = Placing.add
    monkeypatch.setattr(Placing, "add", lambda self, day, new: (made.append(len(new)), real(self, day, new))[1])
    for at in range(4):
        late = ("乙", f"第{at}号灯塔", f"第{at}号灯塔的守塔人说旧灯用了{at + 4}年，新灯更省电。")
        add_with_stories(full, [str(write_posts(tmp_path / f"late{at}", posts([late], 90 + at)))])
    assert made[0] == 1, made
    assert len(made) == 3, "the day and the two after it"


def test_filters(filled: Path) -> None:
    """Stories by outlet, day and spread."""
    with Archive.open(filled) as opened:
        assert len(find(opened, Wanted(min_outlets=2))) == 2
        assert find(opened, Wanted(min_outlets=3)) == []
        assert find(opened, Wanted(until="2024-01-09")) == []
        assert len(find(opened, Wanted(since="2024-01-10", outlet="乙", sort="spread"))) == 2


def test_commands_print_stories(filled: Path) -> None:
    """The list shows labels, and one story its articles."""
    ferry = ferry_of(titles(filled))
    run = CliRunner()
    listed = run.invoke(loaded(["stories"]), ["stories", "--archive", str(filled), "--format", "csv"])
    assert listed.exit_code == 0
    assert ferry in listed.output
    shown = run.invoke(loaded(["story"]), ["story", ferry, "--archive", str(filled)])
    assert shown.exit_code == 0
    assert all(title in shown.output for _, title, _ in FERRY)


def test_hits_of_one_story_stand_together(filled: Path) -> None:
    """Below the story's headline, in the order of the best of them; by date each stands where its date is."""
    run = CliRunner()
    words = ["search", "海峡城", "--archive", str(filled), "--limit", "0"]
    best = run.invoke(loaded(["search"]), words).output
    ferry = ferry_of(titles(filled))
    assert best.count(ferry) == 1
    assert "(3 articles)" in best
    dated = run.invoke(loaded(["search"]), [*words, "--sort", "newest"]).output
    assert dated.count(f"story {ferry}") == 3


def test_stories_by_word_and_place(filled: Path) -> None:
    """A word asks for half of a story's articles, in either script; a place for those that name it."""
    run = CliRunner()

    def listed(*words: str) -> str:
        found = run.invoke(loaded(["stories"]), ["stories", *words, "--archive", str(filled), "--format", "csv"])
        assert found.exit_code == 0
        return found.output

    ferry, strike = "渔民要求为渡轮新航线补偿", STRIKE[0][1]
    with Archive.open(filled) as opened:
        built = index.current(opened)
        both = telling(opened, built, "航線")
        assert {one.title for one in opened.articles(both)} >= {title for _, title, _ in FERRY}
        assert len(find(opened, Wanted(articles=both))) == 1
        one = frozenset(article.id for article in opened.articles(both) if article.title == ferry)
        assert find(opened, Wanted(articles=one)) == []
    assert "罢工" in listed("罷工") or "罷工" in listed("罷工")
    assert strike not in listed("渡轮")
    assert listed("渡轮", "罢工").count("\n") == 1


def step() -> Callable[[Sequence[Article]], list[Reading]]:
    """A reading step by which everybody names 王毅, who tells of fishermen 林远, of 海峡城 that place."""
    return _read


def _read(articles: Sequence[Article]) -> list[Reading]:
    return [
        Reading(
            one.id,
            "simple.v1",
            people=(
                _entity("person", "王毅"),
                *(_entity("person", "林远") for word in ("渔民", "漁民") if word in one.text),
            ),
            places=tuple(_entity("place", "海峡城") for word in ("海峡城", "海峽城") if word in one.text),
            words="\n".join(
                word for word in ("航线", "票价", "罢工", "开庭") for _ in range(20 * fold(one.text).count(word))
            ),
        )
        for one in articles
    ]


def _entity(kind: EntityKind, name: str) -> Entity:
    return Entity(f"x.{kind}.{name}", kind, name, mentions=(Mention(name, 0, 0, 2),))


def test_whom_a_story_is_about_stands_before_those_whom_everybody_names(tmp_path: Path) -> None:
    """One named by two of three articles and nowhere else comes first; a place finds the story that is about it."""
    folder = write_posts(tmp_path / "posts", {**posts(FERRY), **posts(STRIKE, 10)})
    add(tmp_path / "archive", [str(folder)], workers=1, reader=simple_reader, step=Step("simple.v1", step))
    with Archive.open(tmp_path / "archive") as opened:
        ferry, strike = find(opened, Wanted())
        found = story(opened, ferry.id)
        assert [(one.name, one.articles) for one in found.people] == [("林远", 2), ("王毅", 3)]
        assert [one.name for one in found.places] == ["海峡城"]
        assert [one.name for one in story(opened, strike.id).people] == ["王毅"]
    listed = CliRunner().invoke(
        loaded(["stories"]), ["stories", "--place", "海峡城", "--archive", str(tmp_path / "archive"), "--format", "csv"]
    )
    assert ferry.id in listed.output
    assert strike.id not in listed.output


COURT = [
    (
        "甲",
        "海峡城法院星期五审理渔民诉状",
        "海峡城法院星期五开庭，审理二十三名渔民的诉状。法官说开庭两日，证人由双方各请三名，渔民的律师要求调阅潮汐记录。",
    ),
    (
        "乙",
        "海峽城漁民訴狀週五開庭",
        "海峽城漁民的訴狀週五由法院審理，開庭兩日，雙方各請三名證人；漁民的律師要求調閱潮汐記錄，法官准許。",
    ),
]


def test_stories_beside_one_name_whom_it_names(tmp_path: Path) -> None:
    """What the same people do in the days that follow stands beside it, what others do or what is past does not."""
    late = {
        f"late-{name}": post.replace("2024-01-12", "2024-02-12")
        for name, post in posts(COURT, 40, "2024-01-12").items()
    }
    told = {**posts(FERRY), **posts(STRIKE, 10), **posts(COURT, 30, "2024-01-12"), **late}
    folder = write_posts(tmp_path / "posts", told)
    add(tmp_path / "archive", [str(folder)], workers=1, reader=simple_reader, step=Step("simple.v1", step))
    with Archive.open(tmp_path / "archive") as opened:
        by_title = {
            frozenset(one.title for one in each.articles): each.id for each in find(opened, Wanted(), members=True)
        }
        ferry = next(ident for those, ident in by_title.items() if FERRY[0][1] in those)
        found = story(opened, ferry)
        assert [one.label in {title for _, title, _ in COURT} for one in found.related] == [True]
        assert found.topics == ("航线", "票价")
        strike = next(ident for those, ident in by_title.items() if STRIKE[0][1] in those)
        assert story(opened, strike).related == ()
    shown = CliRunner().invoke(loaded(["story"]), ["story", ferry, "--archive", str(tmp_path / "archive")])
    assert found.related[0].id in shown.output
    assert "航线" in shown.output


def test_a_person_finds_stories_of_which_half_name_him(tmp_path: Path) -> None:
    """Who is named in one of three articles is not whom the story is about."""
    once = [
        (outlet, title, text.replace("渔民", "市民") if at else text) for at, (outlet, title, text) in enumerate(FERRY)
    ]
    for number, tellings in enumerate((FERRY, once)):
        place = tmp_path / str(number)
        folder = write_posts(
            place / "posts",
            posts([(o, t.replace("漁民", "市民"), x.replace("漁民", "市民") if number else x) for o, t, x in tellings]),
        )
        add(place / "archive", [str(folder)], workers=1, reader=simple_reader, step=Step("simple.v1", step))
        with Archive.open(place / "archive") as opened:
            found = find(opened, Wanted(people=frozenset({"x.person.林远"})))
            assert len(found) == 1 - number


def test_what_one_of_many_tells_in_passing_is_no_key_event(filled: Path) -> None:
    """An entry stands with who acted on whom; in a story of four it is told by two."""
    parties = (EntryParty("p.lin", "林远"), EntryParty("p.wang-yi", "王毅", role="recipient"))
    with Archive.open(filled, read_only=False) as opened:
        ident = ferry_of(titles(filled))
        (first, *_) = (one.id for one in story(opened, ident).story.articles)
        entry = Entry(
            id="e1",
            type="ACCUSE",
            form=None,
            mode=None,
            status="happened",
            date="2024-01-10",
            dates=(),
            place=None,
            parties=parties,
            outlets=("甲",),
            sources=1,
            articles=(first,),
            first="2024-01-10",
            history=(),
            evidence=(),
        )
        with opened.transaction() as db:
            db.execute(
                "INSERT INTO entries VALUES "
                "('e1', 'ACCUSE', NULL, NULL, 'happened', NULL, NULL, 1, 1, 1, 0, '', ?, '')",
                (msgspec.json.encode(entry).decode(),),
            )
            db.execute("INSERT INTO entry_articles VALUES ('e1', ?)", (first,))
        (deed,) = story(opened, ident).entries
        assert (deed.actors, deed.recipients) == (("林远",), ("王毅",))
        with opened.transaction() as db:
            db.execute("UPDATE stories SET articles = 4 WHERE id = ?", (ident,))
        assert story(opened, ident).entries == ()


def test_a_day_that_is_none_is_told(filled: Path) -> None:
    """A mistyped day is no empty list."""
    listed = CliRunner().invoke(loaded(["stories"]), ["stories", "--since", "March", "--archive", str(filled)])
    assert listed.exit_code == 2
    assert "2021-03" in listed.output


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("北韩称不见蒲亭", "朝鲜称不见普京"),
        ("贺锦丽到雪梨", "哈里斯到悉尼"),
        ("印尼与印度尼西亚", "印尼与印度尼西亚"),
        ("普京到Sydney", "普京到Sydney"),
        ("渔民要求补偿", "渔民要求补偿"),
    ],
)
def test_renderings_of_one_name_are_one(written: str, read: str) -> None:
    """Whom the list knows by several renderings is read by one; shorter forms and Latin names stay."""
    assert one_rendering(written) == read


def test_average_linkage_joins_the_most_alike_first() -> None:
    """A bridge between two groups is not enough to join them."""
    chance = np.array([[0, 0.9, 0, 0], [0.9, 0, 0.8, 0], [0, 0.8, 0, 0.9], [0, 0, 0.9, 0]])
    assert agglomerate(chance, [0.5]) == [[[0, 1], [2, 3]]]
    assert agglomerate(chance, [0.2]) == [[[0, 1, 2, 3]]]
    assert agglomerate(chance, [0.95, 0.5, 0.2]) == [[[0], [1], [2], [3]], [[0, 1], [2, 3]], [[0, 1, 2, 3]]]
    assert agglomerate(np.zeros((0, 0)), [0.5]) == [[]]


def test_groups_that_stand_in_contrast_stay_apart() -> None:
    """Two blocks, all likely of one story, whose texts differ; one more item goes to the one it is more like."""
    chance = np.kron(np.array([[0.95, 0.85], [0.85, 0.95]]), np.ones((4, 4)))
    chance = np.pad(chance, (0, 1), constant_values=0.8)
    chance[8, :4] = chance[:4, 8] = 0.9
    text = np.kron(np.array([[6.0, 1.0], [1.0, 6.0]]), np.ones((4, 4)))
    text = np.pad(text, (0, 1), constant_values=3.0)
    assert agglomerate(chance, [0.5], text, 1.5) == [[[0, 1, 2, 3, 8], [4, 5, 6, 7]]]
    assert agglomerate(chance, [0.5], text, 9) == [[list(range(9))]]


def test_fringes_go_where_their_nearest_are() -> None:
    """A pair goes to the larger group of which some are like both; one that is like a single one stays alone."""
    chance = np.full((9, 9), 0.1)
    chance[np.ix_([5, 6], [1, 2, 3])] = 0.95
    chance[7, 1] = 0.95
    groups = [[0, 1, 2, 3, 4], [5, 6], [7], [8]]
    assert gathered(groups, chance, 0.9, 3, 3) == [[0, 1, 2, 3, 4, 5, 6], [7], [8]]
    assert gathered(groups, chance, 0.96, 3, 3) == groups
    assert gathered(groups[1:], chance, 0.0, 3, 3) == groups[1:]


def test_few_articles_are_one_story_only_by_what_they_say() -> None:
    """Those that share their neighbours and little else part, the fewer the sooner; of many the neighbours count."""
    alone = np.full((11, 11), 0.6, np.float32)
    alone[0, 1] = alone[1, 0] = 0.96
    alone[2:, 2:] = 0.8
    assert surely([0, 1], alone) == [[0, 1]]
    assert surely([0, 1, 2], alone) == [[0, 1], [2]]
    assert surely([2, 3], alone) == [[2], [3]]
    assert surely([2, 3, 4, 5], alone) == [[2, 3, 4, 5]]
    assert surely([0, 1, 2, 3, 4, 5], alone) == [[0, 1], [2, 3, 4, 5]]
    assert surely([0, 2, 3, 4], alone) == [[0], [2], [3], [4]]
    assert surely(list(range(11)), alone) == [list(range(11))]


def test_phases_are_cut_where_what_follows_is_unlike() -> None:
    """One cut between two blocks, none in one."""
    alike, level = np.kron(np.array([[4.0, 1.0], [1.0, 4.0]]), np.ones((6, 6))), np.zeros(12)
    halves = [list(range(6)), list(range(6, 12))]
    assert phases(alike, level, 2.5) == halves
    assert phases(np.full((12, 12), 4.0), level, 2.5) == [list(range(12))]
    assert phases(np.zeros((1, 1)), np.zeros(1), 2.5) == [[0]]


def test_phases_are_cut_sooner_where_what_is_to_come_is_past() -> None:
    """Looking ahead counts beside likeness, looking back first does not."""
    alike = np.kron(np.array([[4.0, 2.0], [2.0, 4.0]]), np.ones((6, 6))) + np.eye(12)
    turns = np.repeat([0.5, -0.5], 6)
    least = 3.5
    assert phases(alike, np.zeros(12), least) == [list(range(12))]
    assert phases(alike, turns, least) == [list(range(6)), list(range(6, 12))]
    assert phases(alike, -turns, least) == [list(range(12))]


@pytest.mark.parametrize(
    ("published", "collected", "hour"),
    [
        ("1970-01-02T00:00:00Z", None, 24),
        ("1970-01-02", None, 28),
        ("1970-01-02", "1970-01-02T09:00:00Z", 33),
        ("1970-01-02", "1970-01-05T09:00:00Z", 28),
        ("1970-01-02/1970-01-03", None, 28),
        ("1970-01", None, None),
        (None, None, None),
        (None, "1970-01-01T01:00:00Z", 1),
    ],
)
def test_hours(published: str | None, collected: str | None, hour: float | None) -> None:
    """The hour of collection is used where the day is the same; months have none."""
    assert hour_of(published, collected) == hour


def test_parts_of_a_day_and_late_days_come_to_the_same_stories(tmp_path: Path) -> None:
    """What was added in parts, the second day before the first, is grouped as what was added at once."""
    days = {
        **posts(FERRY[:2]),
        **posts(STRIKE[:1], 10),
        **posts(FERRY[2:], 20, "2024-01-11"),
        **posts(STRIKE[1:], 30, "2024-01-12"),
    }
    folder = write_posts(tmp_path / "posts", days)
    names = sorted((tmp_path / "posts").iterdir(), reverse=True)
    add_with_stories(tmp_path / "once", [str(folder)])
    for name in names:
        add_with_stories(tmp_path / "parts", [str(name)])
    once = titles(tmp_path / "once").values()
    assert sorted(map(sorted, titles(tmp_path / "parts").values())) == sorted(map(sorted, once))
    assert {title for _, title, _ in FERRY} in list(once)


def test_cosines_are_those_of_a_row_with_the_rows_before_it() -> None:
    """As dense products have them; of those from one on too."""
    chance = np.random.default_rng(7)
    texts = []
    for _ in range(40):
        keys = np.sort(chance.choice(200, size=30, replace=False)).astype(np.uint64)
        texts.append(Terms(keys, chance.integers(1, 5, size=30).astype(np.int32)))
    rows = weighted(texts)
    dense = np.zeros((40, rows.width))
    for row, (begin, end) in enumerate(itertools.pairwise(rows.starts)):
        dense[row, rows.columns[begin:end]] = rows.weights[begin:end]
    expected = np.tril(dense @ dense.T, -1)
    assert np.allclose(cosines(rows), expected, atol=1e-5)
    assert np.allclose(cosines(rows, first=25), expected[25:], atol=1e-5)
