"""Digests tell several stories, each in a part; an article of one matter is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from archives import add_with_stories, simple_reader, write_posts
from shilu.archive.store import Archive
from shilu.chronicle.stories.digests import pieces
from shilu.chronicle.stories.listing import Wanted, find
from shilu.chronicle.stories.passages import passages_on, told_in
from shilu.cli.app import loaded
from shilu.records import Snapshot

if TYPE_CHECKING:
    from pathlib import Path

FERRY = (
    "海峡城市政厅宣布，连接两岸的第二条渡轮航线下月初开通，每天往返十"
    "二班，票价二十元，渔民代表担心航道穿过传统渔场，要求补偿后再谈。"
)
STRIKE = (
    "北岭煤矿三千名矿工星期一开始罢工，要求加薪一成，并改善井下通"
    "风设备，矿主拒绝在罢工期间谈判，工会说不会让步，粮食已经备足。"
)
FERRY_BRIEF = (
    "渡轮：海峡城下月初添一条两岸航线，票价二十元；渔民代表担心传统渔场"
    "受损，要求补偿。码头翻修的招标则还要等到秋天，造船厂目前正在赶工。"
)
STRIKE_BRIEF = (
    "罢工：北岭煤矿三千名矿工停工第三天，仍要求加薪一成、改善通风"
    "；矿主拒绝谈判。附近电厂说存煤够烧两周，居民用电不会受到影响。"
)
OTHERS = (
    "南湖博物馆的青铜器展览昨天开幕，馆长介绍其中半数从未公开陈列，观众凭预约号入场，展期到夏天结束，周一闭馆整理库房，家庭票打七折。",
    "气象台预报后天起冷空气南下，最低温度降到零度附近，高山可能飘雪，农业部门提醒果农给幼树盖上草席，驾车者留意路面结冰，海面阵风可达九级。",
    "女子排球联赛半决赛第二回合，白塔队以三比一逆转，主攻手林晓拿下二十六分，教练赛后把胜利归功于拦网与发球训练，决赛定在月底的省体育馆。",
    "中央银行公布上季物价指数，食品涨得最多，其次是房租，经济学者估计利率短期不变，企业贷款成本则还会攀升一阵子，纸业和纺织订单却有回暖迹象。",
    "儿童医院启用新的急诊大楼，床位翻倍，停机坪可供直升机起降，院方招募护士两百人，旧楼改作复健中心，明年春季动工，预算已获议会通过。",
    "国会一读通过版权修正案，图书馆可为盲人制作有声书，出版商公会保留意见，审查委员会月内举行三场公听，作家各有看法，表决排在下个会期。",
    "天文爱好者在西桥观测到一颗新彗星，亮度还在增加，大学实验室计算轨道后说它两千年才绕太阳一圈，春分前后肉眼可见，天文台届时开放夜间观测平台。",
)


def post(number: int, outlet: str, title: str, *paragraphs: str) -> dict[str, str]:
    """One post of that day."""
    head = f"https://{outlet}.example/{number}\n{title}\n2024-01-10T{number % 16 + 6:02}:00:00Z"
    return {f"{number}.md": "\n".join((head, *paragraphs))}


ARTICLES = (
    post(1, "jia", "海峡城第二条渡轮航线下月开通", FERRY)
    | post(
        2, "yi", "海峽城渡輪新航線下月啟航 漁民憂漁場受損", FERRY.replace("宣布", "說"), "渔民代表说航道要绕开渔场。"
    )
    | post(3, "jia", "北岭煤矿工人罢工要求加薪", STRIKE)
    | post(4, "yi", "北岭煤矿三千矿工罢工 矿主拒谈判", STRIKE.replace("开始", "起"), "矿主说罢工违法。")
)
DIGEST = post(5, "jia", "早安：周三要闻", *OTHERS[:3], FERRY_BRIEF, *OTHERS[3:6], STRIKE_BRIEF, OTHERS[6])


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """Two stories and a digest that tells both."""
    add_with_stories(tmp_path / "archive", [str(write_posts(tmp_path / "posts", ARTICLES | DIGEST))])
    return tmp_path / "archive"


def read(text: str) -> tuple[tuple[int, int], ...]:
    """First and last blocks of the pieces of a post."""
    found = pieces(simple_reader(Snapshot(text.encode(), "0" * 64, "posts", "1.md")))
    return tuple((one.first, one.last) for one in found)


def test_a_digest_is_known_by_parts_that_have_nothing_in_common() -> None:
    """Six parts at least; a heading goes with the paragraph after it."""
    assert read("\n".join(DIGEST["5.md"].split("\n"))) == tuple((at, at) for at in range(9))
    headed = "\n".join(line for text in (*OTHERS[:5], FERRY) for line in (text[:6], text))
    assert read(f"u\n早安\n2024-01-10T06:00:00Z\n{headed}") == tuple((at, at + 1) for at in range(0, 12, 2))
    assert read("\n".join(post(6, "jia", "早安", *OTHERS[:5])["6.md"].split("\n"))) == ()
    one_matter = [FERRY[:40] + text[:30] for text in (*OTHERS, STRIKE, FERRY)]
    assert read("\n".join(post(7, "jia", "渡轮", *one_matter)["7.md"].split("\n"))) == ()


def test_a_digest_tells_several_stories(filled: Path) -> None:
    """In the order of its text; a story that it is no article of has the passage."""
    with Archive.open(filled) as opened:
        labels = {member.id: one.label for one in find(opened, Wanted(), members=True) for member in one.articles}
        digest, story = next(
            (passage.article, one.id)
            for one in find(opened, Wanted())
            for passage in passages_on(opened.db, one.id)
            if passage.text == STRIKE_BRIEF
        )
        assert [one.block for one in told_in(opened.db, digest)] == [3, 7]
        assert told_in(opened.db, digest)[1].story == story
        assert labels.keys() - {digest}
        assert all(told_in(opened.db, article) == () for article in labels.keys() - {digest})


def test_a_digest_that_comes_late_tells_them_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It joins its day, and what is there stays where it is."""
    monkeypatch.setattr("shilu.chronicle.stories.placing.FEW", 1.0)
    archive = tmp_path / "archive"
    add_with_stories(archive, [str(write_posts(tmp_path / "posts", ARTICLES))])
    before = told(archive)
    assert not any(before.values())
    add_with_stories(archive, [str(write_posts(tmp_path / "late", DIGEST))])
    after = told(archive)
    assert after.keys() == before.keys()
    assert STRIKE_BRIEF in [text for texts in after.values() for text in texts]


def told(archive: Path) -> dict[str, list[str]]:
    """Every story with the passages on it."""
    with Archive.open(archive) as opened:
        return {one.id: [it.text for it in passages_on(opened.db, one.id)] for one in find(opened, Wanted())}


def test_the_command_shows_the_passages(filled: Path) -> None:
    """With the digest, its block, and how it begins."""
    ident = next(ident for ident, texts in told(filled).items() if STRIKE_BRIEF in texts)
    shown = CliRunner().invoke(loaded(["story"]), ["story", ident, "--archive", str(filled)])
    assert shown.exit_code == 0
    assert "早安：周三要闻" in shown.output
    assert "¶8" in shown.output
    assert STRIKE_BRIEF[:30] in shown.output
