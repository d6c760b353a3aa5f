"""Copies: one text at several addresses, told apart from texts that are only alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from typer.testing import CliRunner

from archives import add_with_stories, write_posts
from shilu.archive.store import Archive
from shilu.chronicle.copies import bands, is_sequel, kind, likeness, shingles
from shilu.chronicle.copying import copies_of
from shilu.cli.app import loaded
from shilu.records import Article, Block

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (
    "海峡城市政厅星期三宣布，连接两岸的第二条渡轮航线将在下月初开通，每天往返十二班。市长林远在码头对记者说，"
    "航线筹备了将近三年，期间因为环境评估两次推迟。渔民代表则担心航道会穿过传统渔场，要求市政厅公布补偿办法。"
    "港务局说，补偿方案会在开航之前提交议会审议，第一年的票价不会超过二十元。"
)
OTHER_SCRIPT = (
    "海峽城市政廳星期三宣布，連接兩岸的第二條渡輪航線將在下月初開通，每天往返十二班。市長林遠在碼頭對記者說，"
    "航線籌備了將近三年，期間因為環境評估兩次推遲。漁民代表則擔心航道會穿過傳統漁場，要求市政廳公布補償辦法。"
    "港務局說，補償方案會在開航之前提交議會審議，第一年的票價不會超過二十元。"
)
ADDED = "议会反对党议员周敏说，市政厅应当先公开过去两年的客流预测，再决定票价。"


def notice(day: int, figures: list[int]) -> str:
    """A daily notice of fixed wording."""
    rates = "，".join(f"一元兑{name}{figure}点" for name, figure in zip("甲乙丙丁戊己庚辛壬癸", figures, strict=True))
    return (
        f"货币局公告：{day}日外汇市场中间价为{rates}。以上价格由货币局授权公布，供各银行柜台交易时参考使用。"
        "各银行可在中间价上下百分之二的范围内自行挂牌，并须在营业场所公示；"
        "遇有重大波动，货币局将另行公告，暂停或恢复柜台交易的时间以公告为准。"
    )


def article(
    text: str,
    *,
    outlet: str = "甲报",
    script: str = "Hans",
    agencies: tuple[str, ...] = (),
    title: str = "海峡城新航线下月开通",
    published: str | None = None,
) -> Article:
    """An article of one paragraph."""
    return Article(
        id=f"{abs(hash((text, outlet))):x}",
        sha256="",
        path="",
        reader="simple.v1",
        url=None,
        outlet=outlet,
        title=title,
        published=published,
        language="zh",
        script=script,  # type: ignore[arg-type]
        agencies=agencies,
        blocks=(Block("paragraph", text),),
    )


@pytest.mark.parametrize(
    ("second", "what"),
    [
        (article(TEXT), "copy"),
        (article(TEXT + ADDED), "update"),
        (article(OTHER_SCRIPT, outlet="乙报", script="Hant"), "converted"),
        (article(TEXT, outlet="乙报"), "republished"),
        (article(TEXT, outlet="乙报", agencies=("路透社",)), "agency"),
        (article("据甲报：" + TEXT, outlet="乙报", agencies=("路透社",)), "republished"),
        (article(TEXT + notice(3, list(range(110, 120))) + ADDED), "excerpt"),
    ],
)
def test_kinds_of_copies(second: Article, what: str) -> None:
    """Each way of being one text with an article has its name."""
    first = article(TEXT)
    like = likeness(shingles(first), shingles(second))
    assert like.one_text
    assert kind(first, second, like) == what


BACKGROUND = TEXT + ADDED + notice(3, list(range(110, 120)))
REPORT = (
    "第二条渡轮航线的环境评估星期三获得通过。评估委员会用了九个月考察水流、潮位与候鸟的栖息地，认为只要夜间限速、"
    "繁殖季节改走外侧航道，影响可以接受。委员会主席何岚把报告书交给市政厅时说，这是她经手过的最厚的一份，附录比正文还长，"
    "市民可以在图书馆与各区公所查阅，意见收到本月底为止。"
) + BACKGROUND
SEQUEL = (
    "市长林远星期五签字，批准两条渡轮下水试航。签字仪式在旧码头的候船室举行，船长、领航员与造船厂的工人坐满了长椅，"
    "合唱团唱了两首渔歌。试航分三段，先空船往返，再载沙袋，最后请抽签选出的一百户居民上船；"
    "哪一段出了差错，都要从头再来。造船厂说船身的油漆下星期才干透。"
) + BACKGROUND


@pytest.mark.parametrize(
    ("text", "title", "published", "told"),
    [
        (SEQUEL, "市长签字试航", "2024-01-13", True),
        (SEQUEL, "市长签字试航", "2024-01-10", True),
        (REPORT + ADDED, "渡轮航线评估通过", "2024-01-13", False),
        (REPORT + ADDED, "渔民要求补偿", "2024-01-13", False),
        (REPORT[:70] + SEQUEL[30:], "渡轮航线评估通过", "2024-01-10", False),
        (REPORT[70:], "渔民要求补偿", "2024-01-13", False),
    ],
)
def test_a_report_that_repeats_what_went_before_is_no_copy(text: str, title: str, published: str, told: bool) -> None:
    """After days, where headline and lead are new; on the day itself, where little else than the background is old."""
    first = article(REPORT, title="渡轮航线评估通过", published="2024-01-10T08:00:00Z")
    second = article(text, title=title, published=published)
    like = likeness(shingles(first), shingles(second))
    assert like.one_text
    assert is_sequel(first, second, like) == told
    assert not is_sequel(first, msgspec.structs.replace(second, outlet="乙报"), like)


def test_a_sequel_stands_by_itself_in_the_archive(tmp_path: Path) -> None:
    """What an outlet reports three days later with the old background is held to be no copy; a revised text is."""
    tellings = (
        ("1", "环境评估通过", "10", REPORT),
        ("2", "市长签字", "13", SEQUEL),
        ("3", "环境评估通过", "13", REPORT + ADDED),
    )
    posts = {
        f"{name}.md": f"https://jia.example/{name}\n{title}\n2024-01-{day}T08:00:00Z\n{text}"
        for name, title, day, text in tellings
    }
    add_with_stories(tmp_path / "archive", [str(write_posts(tmp_path / "posts", posts))])
    with Archive.open(tmp_path / "archive") as opened:
        titles = {
            article.id: article.url
            for article in opened.articles(row[0] for row in opened.db.execute("SELECT article FROM copies"))
        }
    assert list(titles.values()) == ["https://jia.example/3"]


def test_notices_of_one_wording_with_other_figures_are_no_copies() -> None:
    """A daily notice differs from yesterday's by its figures alone."""
    first, second = (shingles(article(notice(day, [day * 137 + at * 31 for at in range(10)]))) for day in (3, 4))
    assert likeness(first, second).jaccard > 0.4
    assert not likeness(first, second).one_text


def test_short_texts_are_copies_only_when_equal() -> None:
    """Of a sentence or two, chance decides."""
    a, b = shingles(article("渡轮停航。")), shingles(article("渡轮停航一天。"))
    assert likeness(a, a).one_text
    assert not likeness(a, b).one_text


def test_texts_without_a_body_have_bands() -> None:
    """An article without title and text is compared like any other."""
    empty = Article(id="0", sha256="", path="", reader="r", url=None, outlet="", title="", language="zh", script="Hans")
    assert len(bands(shingles(empty))) == len(bands(shingles(article(TEXT))))


def test_many_copies_of_one_text_share_one_first(tmp_path: Path) -> None:
    """However often a text comes in, it is compared once, and all copies lead to the earliest."""
    posts = {
        f"{at}.md": f"https://jia.example/{at}\n新航线\n2024-01-{10 + at % 9:02}T08:00:00Z\n{TEXT}" for at in range(60)
    }
    folder = write_posts(tmp_path / "posts", posts)
    add_with_stories(tmp_path / "archive", [str(folder)])
    with Archive.open(tmp_path / "archive") as opened:
        firsts = {row[0] for row in opened.db.execute("SELECT first FROM copies")}
        assert len(firsts) == 1
        first = firsts.pop()
        assert len(copies_of(opened.db, first)) == 59
        assert (opened.article(first).published or "").startswith("2024-01-10")
        assert opened.db.execute("SELECT count(DISTINCT text) FROM copy_bands").fetchone()[0] == 1
        assert opened.db.execute("SELECT articles FROM stories").fetchone()[0] == 60


def test_headlines_without_a_body_are_no_copies(tmp_path: Path) -> None:
    """A column's headline comes back every week; without a text there is nothing to be copied."""
    posts = {f"{at}.md": f"https://jia.example/{at}\n本周漫画\n2024-01-1{at}T08:00:00Z" for at in range(3)}
    folder = write_posts(tmp_path / "posts", posts)
    add_with_stories(tmp_path / "archive", [str(folder)])
    with Archive.open(tmp_path / "archive") as opened:
        assert opened.db.execute("SELECT count(*) FROM copies").fetchone()[0] == 0


def test_search_shows_one_copy_with_the_others_behind_it(tmp_path: Path) -> None:
    """However many hits are copies, as many texts are shown as are wanted."""
    posts = {f"{at}.md": f"https://jia.example/{at}\n新航线\n2024-01-10T08:00:00Z\n{TEXT}" for at in range(30)}
    posts["x.md"] = (
        f"https://yi.example/x\n山区也要渡轮\n2024-01-20T08:00:00Z\n{'山区水库的渡轮坏了三年，村民要绕路两小时。' * 3}"
    )
    folder = write_posts(tmp_path / "posts", posts)
    add_with_stories(tmp_path / "archive", [str(folder)])
    where = ["--archive", str(tmp_path / "archive"), "--format", "jsonl", "--limit", "2"]

    def hits(*options: str) -> list[dict[str, Any]]:
        answer = CliRunner().invoke(loaded(["search"]), ["search", "渡轮", *options, *where])
        return [msgspec.json.decode(line) for line in answer.output.splitlines() if line.startswith("{")]

    found = sorted(hits(), key=lambda hit: len(hit["copies"]))
    assert [(hit["title"], len(hit["copies"])) for hit in found] == [("山区也要渡轮", 0), ("新航线", 29)]
    assert found[0]["story"] is None
    assert found[1]["story"]
    assert [hit["copies"] for hit in hits("--all")] == [[], []]


def test_a_revised_text_leaves_its_group(tmp_path: Path) -> None:
    """A copy whose article is rewritten is a copy no longer."""
    one = f"https://jia.example/1\n新航线\n2024-01-10T08:00:00Z\n{TEXT}"
    two = f"https://yi.example/2\n新航线\n2024-01-11T08:00:00Z\n{TEXT}"
    write_posts(tmp_path / "posts", {"1.md": one, "2.md": two})
    add_with_stories(tmp_path / "archive", [str(tmp_path / "posts")])
    rewritten = (
        "https://yi.example/2\n山区通车\n2024-01-12T08:00:00Z\n"
        + "山区公路昨日通车，沿途设三个休息站，限速六十公里。" * 3
    )
    write_posts(tmp_path / "posts", {"2.md": rewritten})
    with Archive.open(tmp_path / "archive") as opened:
        assert opened.db.execute("SELECT count(*) FROM copies").fetchone()[0] == 1
    add_with_stories(tmp_path / "archive", [str(tmp_path / "posts")])
    with Archive.open(tmp_path / "archive") as opened:
        assert opened.db.execute("SELECT count(*) FROM copies").fetchone()[0] == 0
        assert opened.db.execute("SELECT count(*) FROM stories").fetchone()[0] == 0
