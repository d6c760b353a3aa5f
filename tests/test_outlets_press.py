"""Readers of CNA, 联合早报, 大纪元, NYT and nine more: one post each in the outlet's own form, and its variants."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from shilu.outlets import read_article
from shilu.outlets.reporters import reporters_and_place
from shilu.records import Snapshot

if TYPE_CHECKING:
    from shilu.records import Article


def article(
    url: str, html: str, *, title: str = "布林肯會見王毅", author: str = "", date: str = "", ms: str = ""
) -> Article:
    """The article of a Jekyll post around ``html``."""
    data = (
        f'---\nlayout: post\ntitle: "{title}"\ndate: {date or "2023-10-27T03:00:00.000Z"}\nauthor: {author}\nfrom: '
        f"{url}\n"
        f"tags: [ {author} ]\ncategories: [ {author} ]\n---\n"
        f"<!--{ms or '1698375600000'}-->\n[{title}]({url})\n------\n\n"
        f"<div>\n{html}\n</div>\n"
    ).encode()
    return read_article(Snapshot(data, hashlib.sha256(data).hexdigest(), "posts", "2023-10-27-post.md"))


def kinds(read: Article) -> list[tuple[str, str]]:
    """Its blocks as pairs."""
    return [(block.kind, block.text) for block in read.blocks]


def people(read: Article) -> list[tuple[str, str]]:
    """Its credits as pairs."""
    return [(credit.role, credit.name) for credit in read.credits]


CNA = "https://www.cna.com.tw/news/aopl/202310270012.aspx"
ZAOBAO = "https://www.zaobao.com/realtime/china/story20231027-1446123"
EPOCH = "https://www.epochtimes.com/gb/23/10/27/n14103300.htm"
NYT = "https://cn.nytimes.com/usa/20231027/blinken-wang-yi/"
CDT = "https://chinadigitaltimes.net/chinese/701234.html"


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("張茗喧、余曉涵台北", (["張茗喧", "余曉涵"], "台北")),
        ("唐佩君布魯塞爾", (["唐佩君"], "布魯塞爾")),
        ("張謙香港", (["張謙"], "香港")),
        ("葉臻桃園機場", (["葉臻"], "桃園機場")),
        ("歐陽明慧華盛頓", (["歐陽明慧"], "華盛頓")),
        ("何宏儒阿什哈巴德", (["何宏儒"], "阿什哈巴德")),
        ("钟元台湾台北", (["钟元"], "台湾台北")),
        ("林燕", (["林燕"], None)),
        ("王祥、李明哲", (["王祥", "李明哲"], None)),
        ("Omid Ghoreishi", (["Omid Ghoreishi"], None)),
    ],
)
def test_byline_is_parted_into_names_and_place(byline: str, expected: tuple[list[str], str | None]) -> None:
    """The last reporter's name ends where a known place begins, else after three characters."""
    assert reporters_and_place(byline) == expected


def test_cna_report() -> None:
    """CNA: dateline and reporters from the opening, editors from the sign-off, related items and notices out."""
    read = article(
        CNA,
        '<div class="fullPic"><div class="wrap"><img src="https://images.weserv.nl/?url=imgcdn.cna.com.tw/a.jpg">'
        "</div>"
        '<div class="picinfo">美國國務卿布林肯26日與王毅會面。中央社記者江今葉華盛頓攝 112年10月26日</div></div>'
        '<div class="paragraph"><p>（中央社記者江今葉、徐薇婷華盛頓26日專電）美國國務卿布林肯今天會見中國外長王毅。'
        "</p>"
        '<div class="insertGroup"><a class="insert" href="https://www.cna.com.tw/news/aopl/1.aspx"><span>王毅訪美'
        "</span></a></div>"
        "<p>雙方談到台海局勢。（看完整報導）（編輯：陳慧萍/田瑞華）1121027</p>"
        '<div class="moreArticle"><div class="moreArticle-title">延伸閱讀</div>'
        '<a class="moreArticle-link" href="https://www.cna.com.tw/news/aopl/2.aspx"><span>拜登將會王毅</span></a>'
        "</div></div>",
        title="布林肯會見王毅[影]",
    )
    assert read.title == "布林肯會見王毅"
    assert read.dateline is not None
    assert (read.dateline.place, read.dateline.date) == ("華盛頓", "26日")
    assert people(read) == [
        ("攝影", "江今葉"),
        ("記者", "江今葉"),
        ("記者", "徐薇婷"),
        ("編輯", "陳慧萍"),
        ("編輯", "田瑞華"),
    ]
    assert [text for kind, text in kinds(read) if kind == "paragraph"] == [
        "（中央社記者江今葉、徐薇婷華盛頓26日專電）美國國務卿布林肯今天會見中國外長王毅。",
        "雙方談到台海局勢。",
    ]
    assert [(link.title, link.rel) for link in read.links] == [("王毅訪美", "related"), ("拜登將會王毅", "related")]
    assert read.images[0].url == "https://imgcdn.cna.com.tw/a.jpg"
    assert read.script == "Hant"


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("（中央社仰光27日綜合外電報導）緬甸軍方宣布停火。", "仰光"),
        ("特派專欄（中央社記者沈朋達上海31日電）黃浦江邊人潮洶湧。", "上海"),
        ("（中央社記者魯鋼駿新竹市28日）市府今天公布名單。", "新竹市"),
        ("（中央社記者黃雅詩梵蒂岡特稿）教宗會見主教。", "梵蒂岡"),
        ("（中央社網站24日電）懶人包一次看。", None),
        ("外交部今天表示歡迎。", None),
    ],
)
def test_cna_dateline(opening: str, place: str | None) -> None:
    """Every form of the opening that names a place; the web desk is none."""
    read = article(CNA, f"<div class='paragraph'><p>{opening}</p></div>")
    assert (read.dateline.place if read.dateline else None) == place


def test_zaobao_does_not_believe_its_feed() -> None:
    """联合早报: a feed time fifteen hours late gives way to the day of the address."""
    read = article(
        ZAOBAO,
        '<div class="figure-media"><img data-src="https://www.zaobao.com.sg/a.jpg"></div>'
        "<figcaption>王毅抵达华盛顿。（路透社）"
        "</figcaption><p>（北京综合讯）中国外交部长王毅今天（26日）访问美国。</p>"
        '<section id="imu"><div class="dfp-tag-wrapper">广告</div></section><p>据路透社报道，他将会见布林肯。</p>'
        '<p><strong>延伸阅读</strong></p><p><a href="https://www.zaobao.com/1">中美高层互动频繁</a></p>',
        date="2023-10-27T03:39:05.592Z",
        ms="1698427500000",
    )
    assert (read.published, read.published_precision, read.published_from) == ("2023-10-27", "day", "url")
    assert read.collected == "2023-10-27T03:39:05Z"
    assert [problem.code for problem in read.problems] == ["feed-time-zone"]
    assert read.dateline is not None
    assert read.dateline.place == "北京"
    assert read.agencies == ("路透社",)
    assert kinds(read)[-1] == ("paragraph", "据路透社报道，他将会见布林肯。")
    assert [(link.title, link.rel) for link in read.links] == [("中美高层互动频繁", "related")]


def test_epochtimes_report() -> None:
    """大纪元: reporters and place from the opening, editors from the end, tag links are no references."""
    read = article(
        EPOCH,
        "<p>【大纪元2023年10月27日讯】（大纪元记者钟元、林燕台湾台北报导）"
        "<a href='https://www.epochtimes.com/gb/tag/王毅.html'>王毅</a>"
        "访问华盛顿。</p><p>据彭博（Bloomberg）报导，双方谈了数小时。</p><p>（转自中央社）</p><p>《新闻看点》制作组"
        "</p>"
        "<p>文字整理：叶枫；责任编辑：孙芸&nbsp;#</p>",
    )
    assert people(read) == [("记者", "钟元"), ("记者", "林燕"), ("文字整理", "叶枫"), ("责任编辑", "孙芸")]
    assert read.dateline is not None
    assert read.dateline.place == "台湾台北"
    assert [text for _, text in kinds(read)] == [
        "【大纪元2023年10月27日讯】（大纪元记者钟元、林燕台湾台北报导）王毅访问华盛顿。",
        "据彭博（Bloomberg）报导，双方谈了数小时。",
    ]
    assert "彭博社" in read.agencies
    assert read.links == ()


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("（大纪元记者张婷综合报导）", [("记者", "张婷")]),
        ("（香港大纪元记者林慧真、梁珍采访报导）", [("记者", "林慧真"), ("记者", "梁珍")]),
        ("（英文大纪元记者Omid Ghoreishi撰文／吴约翰编译）", [("记者", "Omid Ghoreishi"), ("编译", "吴约翰")]),
        ("（大纪元香港新闻中心报导）", []),
    ],
)
def test_epochtimes_bylines(byline: str, expected: list[tuple[str, str]]) -> None:
    """The forms of the opening; a desk is no person."""
    assert people(article(EPOCH, f"<p>【大纪元2023年10月27日讯】{byline}双方会面。</p>")) == expected


def test_epochtimes_digest_keeps_the_heads_of_its_items() -> None:
    """An item that is all link and has its summary after it is a heading once there are several."""
    items = "".join(
        f'<p><a href="https://www.epochtimes.com/{n}">第{n}条新闻</a><br />这是第{n}条的摘要。</p>' for n in range(1, 5)
    )
    read = article(EPOCH, f"<p>【大纪元2023年10月27日讯】今日要闻：</p>{items}")
    assert kinds(read)[1:3] == [("heading", "第1条新闻"), ("paragraph", "这是第1条的摘要。")]


def test_nytimes_report() -> None:
    """NYT: authors and Beijing clock in front, translators and helpers at the foot, links to translations cut."""
    read = article(
        NYT,
        "<div><i>EDWARD WONG,EDWARD WONG<br>2023-10-27 11:20:30</i></div>"
        "<img src='https://images.weserv.nl?url=static01.nyt.com/a.jpg'>"
        '<div><small style="color: #999;">布林肯与王毅在国务院。</small></div>'
        "<p>华盛顿——布林肯周四会见王毅。（<a href='https://cn.nytimes.com/1'>阅读本文中文版</a>）</p>"
        "<p>这就是开端——双方都明白。</p>"
        "<p>储百亮(Chris Buckley)和Claire Fu对本文有研究和报道贡献。<br/>Edward Wong是《纽约时报》外交记者。<br/>"
        "翻译：晋其角、邓妍<br/><a href='https://www.nytimes.com/1'>点击查看本文英文版。</a></p>",
    )
    assert (read.published, read.published_from) == ("2023-10-27T03:20:30Z", "inline")
    assert people(read) == [
        ("author", "EDWARD WONG"),
        ("研究和报道贡献", "储百亮(Chris Buckley)"),
        ("研究和报道贡献", "Claire Fu"),
        ("翻译", "晋其角"),
        ("翻译", "邓妍"),
    ]
    assert read.dateline is not None
    assert read.dateline.place == "华盛顿"
    assert kinds(read) == [
        ("caption", "布林肯与王毅在国务院。"),
        ("paragraph", "华盛顿——布林肯周四会见王毅。"),
        ("paragraph", "这就是开端——双方都明白。"),
    ]


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("首尔——一周多的时间里，朝鲜多次发出警告。", "首尔"),
        ("俄罗斯下奥德斯——春天来得很晚。", "俄罗斯下奥德斯"),
        ("这是他的故事——从乡村开始。", None),
        ("想象一下，2019年——世界还不一样。", None),
    ],
)
def test_nytimes_dateline(opening: str, place: str | None) -> None:
    """A place before the dash, but no clause."""
    read = article(NYT, f"<p>{opening}</p>")
    assert (read.dateline.place if read.dateline else None) == place


def test_rti_excerpt() -> None:
    """RTI: section and number leave the title, alt is the caption, the cut is told as a problem."""
    read = article(
        "https://www.rti.org.tw/news/view/id/2184567",
        '<img src="https://static.rti.org.tw/a.jpg" alt="王毅訪美。(AFP)"><br>中國外長王毅今天(26日)訪美。'
        "#請聽記者楊文君的採訪報導#他將會見布林肯，談..."
        "<a href='https://www.rti.org.tw/news/view/id/2184567'>...more</a>",
        title="[國際] 王毅訪美 - 231026-1",
    )
    assert read.title == "王毅訪美"
    assert kinds(read) == [
        ("caption", "王毅訪美。(AFP)"),
        ("paragraph", "中國外長王毅今天(26日)訪美。他將會見布林肯，談..."),
    ]
    assert people(read) == [("記者", "楊文君")]
    assert [problem.code for problem in read.problems] == ["truncated"]
    assert read.links == ()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("作者：长平", ("作者", "长平")),
        ("作者丨隋风", ("作者", "隋风")),
        ("文 | 于 平", ("文", "于平")),
        ("撰文：约翰·弗里曼（John Freeman）", ("撰文", "约翰·弗里曼（John Freeman）")),
    ],
)
def test_cdt_writers(line: str, expected: tuple[str, str]) -> None:
    """中国数字时代: who wrote what is reprinted, beside the editor's pen name."""
    read = article(CDT, f"<p>{line}</p><p>这是正文的第一段。</p>", author="大号冲塔")
    assert people(read) == [("author", "大号冲塔"), expected]
    assert kinds(read) == [("paragraph", "这是正文的第一段。")]


def test_cdt_related_items_and_heads() -> None:
    """A linked item with a paragraph after it heads that paragraph; those under 相关阅读 lead away."""
    read = article(
        CDT,
        "<p>上期内容：<a href='https://chinadigitaltimes.net/1'>第一期</a></p><ul><li>"
        "<a href='https://chinadigitaltimes.net/2'>本周要闻</a></li></ul>"
        "<p>这是要闻的摘要。</p><p><strong>相关阅读：</strong></p><ul><li>"
        "<a href='https://chinadigitaltimes.net/3'>旧闻</a></li></ul>",
        author="unknown",
    )
    assert kinds(read) == [("heading", "本周要闻"), ("paragraph", "这是要闻的摘要。")]
    assert [link.title for link in read.links if link.rel == "related"] == ["第一期", "旧闻"]
    assert people(read) == []


def test_wqw_joins_runs_of_digits() -> None:
    """维权网: spans around every number leave no spaces; the commentator's line is a credit."""
    read = article(
        "https://wqw2010.blogspot.com/2023/10/blog-post.html",
        '<p class="MsoNormal"><b>特约评论员：庞守义</b></p><p class="MsoNormal"><span>（维权网信息中心报道）'
        '<span lang="EN-US">2023</span>年'
        '<span lang="EN-US">10</span>月<span lang="EN-US">27<o:p></o:p></span>日，本网获悉。</span></p>',
    )
    assert kinds(read) == [("paragraph", "（维权网信息中心报道）2023年10月27日，本网获悉。")]
    assert people(read) == [("特约评论员", "庞守义")]


def test_cctv_items_are_the_article() -> None:
    """新闻联播: the list of items stays, the headline loses the marks of its cut."""
    read = article(
        "https://cn.govopendata.com/xinwenlianbo/20231027/",
        '<li><a href="https://cn.govopendata.com/xinwenlianbo/20231027/#1">王毅访问美国</a></li>'
        '<li><a href="https://cn.govopendata.com/xinwenlianbo/20231027/#2">国际联播快讯</a></li>',
        title="2023-10-27 新闻联播 文字版王毅访问美国...",
    )
    assert read.title == "2023-10-27 新闻联播 文字版王毅访问美国"
    assert kinds(read) == [("list", "王毅访问美国"), ("list", "国际联播快讯")]


def test_solidot_ornament_is_no_picture() -> None:
    """Solidot: the site's ornament is left out, links into the sources stay."""
    read = article(
        "https://www.solidot.org/story?sid=76400",
        'Mozilla 发布了<a href="https://www.mozilla.org/">新版本</a>。<p>'
        '<img src="https://img.solidot.org//0/446/x.jpg"/></p>',
    )
    assert kinds(read) == [("paragraph", "Mozilla 发布了新版本。")]
    assert (read.images, [link.rel for link in read.links]) == ((), ["inline"])


@pytest.mark.parametrize(
    ("line", "author", "expected"),
    [
        ("作者：露絲·英格拉姆（Ruth Ingram）", "寒冬", [("作者", "露絲·英格拉姆（Ruth Ingram）")]),
        ("寒冬記者  鄧婕", "鄧婕", [("記者", "鄧婕")]),
        ("正文第二段。", "周曉路", [("author", "周曉路")]),
    ],
)
def test_bitterwinter_authors(line: str, author: str, expected: list[tuple[str, str]]) -> None:
    """寒冬: the line in the text names the author, else the post does."""
    read = article("https://zh.bitterwinter.org/a/", f"<p>當地寺廟被拆除。</p><p>{line}</p>", author=author)
    assert people(read) == expected


def test_ft_opinion() -> None:
    """FT: the author in front of the summary, editor from the note, the note itself out."""
    read = article(
        "https://cn.ft.com/story/001101234?full=y",
        '<div class="story-lead">杨绪源、王翌楷：中美需要更多对话。</div><div class="story-body"><p>第一段正文。</p>'
        '<div class="o-ads in-article-advert">广告</div><p>伊恩•芒特(Ian Mount)马德里补充报道</p><p>译者/何黎</p>'
        "<p><i>（注：作者是独立学者。本文仅代表作者个人观点。责编：闫曼 man.yan@ftchinese.com）</i></p></div>",
    )
    assert people(read) == [
        ("责编", "闫曼"),
        ("author", "杨绪源"),
        ("author", "王翌楷"),
        ("补充报道", "伊恩•芒特(Ian Mount)"),
        ("译者", "何黎"),
    ]
    assert [text for _, text in kinds(read)] == ["杨绪源、王翌楷：中美需要更多对话。", "第一段正文。"]


@pytest.mark.parametrize(
    ("stated", "published", "source"),
    [
        ("2023-10-27T00:00:00Z", "2023-10-27T03:00:00Z", "feed"),
        ("2023-10-26T18:14:21Z", "2023-10-26T18:14:21Z", "inline"),
        ("2023-10-24T00:00:00Z", "2023-10-24", "inline"),
        ("2023-10-28T00:00:00Z", "2023-10-27T03:00:00Z", "feed"),
    ],
)
def test_economist_time(stated: str, published: str, source: str) -> None:
    """The Economist: its day is refined by the feed; the day of an edition yet to come is not believed."""
    read = article(
        "https://www.economist.com/china/2023/10/27/a-meeting",
        f'<aside ><div ><time itemscope="" dateTime="{stated}" >Oct 27th 2023</time>'
        '<p data-test-id="Dateline" itemType="x" >WASHINGTON, DC</p></div></aside><p >WANG YI met Antony Blinken. '
        "<span>■</span></p>"
        '<p data-test-id="Footnote" >This article appeared in the China section of the print edition under the '
        'headline "Talks"</p>',
        title="A meeting",
    )
    assert (read.published, read.published_from) == (published, source)
    assert read.dateline is not None
    assert read.dateline.place == "WASHINGTON, DC"
    assert kinds(read) == [("paragraph", "WANG YI met Antony Blinken.")]
    assert read.language == "en"


def test_neist_page() -> None:
    """Nei.st: the theme is left out, the collection and the original are related items."""
    data = (
        '---\nlayout: post\ntitle: "航母的未来"\ndate: 2020-02-20T13:24:26+01:00\nauthor: Nei.st\nfrom: '
        "https://nei.st/medium/wsj/carriers\n"
        'tags: [ Nei.st ]\ncategories: [ Nei.st ]\n---\n<article><header class="page-header">'
        '<h1 class="page-title">航母的未来</h1></header>'
        '<div class="entry-content"><p class="blog-post__description">\n   大国的新舰\n  </p>'
        '<div class="container img">'
        '<img src="https://cdn.example.org/a.jpg"/><p class="aesop-cap-description">一艘航母。</p>'
        '<p class="aesop-cap-cred">Photo: Reuters</p></div>'
        '<div class="code-block">广告</div><p>\n   新舰下水了。\n  </p><section class="collection"><header>Related'
        "</header><ul><li>"
        '<a href="https://nei.st/medium/wsj/1"><h2>旧文</h2></a><footer class="actions">WSJ</footer></li></ul>'
        "</section>"
        '<a href="https://nei.st/medium/wsj?source=https://www.wsj.com/articles/1"></a></div></article>\n'
    ).encode()
    read = read_article(Snapshot(data, hashlib.sha256(data).hexdigest(), "posts", "a.md"))
    assert (read.published, read.published_from) == ("2020-02-20T12:24:26Z", "front_matter")
    assert kinds(read) == [("paragraph", "大国的新舰"), ("caption", "一艘航母。"), ("paragraph", "新舰下水了。")]
    assert read.images[0].credit == "Photo: Reuters"
    assert [(link.title, link.url) for link in read.links] == [
        ("旧文", "https://nei.st/medium/wsj/1"),
        ("航母的未来", "https://www.wsj.com/articles/1"),
    ]


@pytest.mark.parametrize(
    ("url", "last", "agencies"),
    [
        (EPOCH, "（转载：中央社）", ("中央社",)),
        (EPOCH, "(转自中央社)", ("中央社",)),
        (EPOCH, "（以上文章转自某某之声，有删节）", ()),
        (EPOCH, "原文：A Meeting in Washington刊登于英文《大纪元时报》。", ()),
        (EPOCH, "接上文：会谈前夕（上）", ()),
        ("https://www.dw.com/zh/a-123", "摘译自其它媒体，不代表德国之声观点 © 2023年 德国之声版权声明：不得使用。", ()),
        ("https://www.bbc.com/zhongwen/simp/world-1", "全部图片版权所有", ()),
        ("https://www.economist.com/a", "For full access to print editions, subscribe to The Economist", ()),
    ],
)
def test_closing_notices_are_no_body(url: str, last: str, agencies: tuple[str, ...]) -> None:
    """Notices of reprint, rights and subscription leave the body; a service named in them is kept."""
    read = article(url, f"<p>两位外长在华盛顿举行了会谈。</p><p>{last}</p>", title="会谈")
    assert kinds(read) == [("paragraph", "两位外长在华盛顿举行了会谈。")]
    assert read.agencies == agencies


def test_label_of_a_related_list_goes_with_it() -> None:
    """A heading with nothing but links under it is their label; one that is a sentence, or credits, is not."""
    links = "<ul><li><a href='/2'>首轮会谈的经过</a></li><li><a href='/3'>二轮会谈的经过</a></li></ul>"
    url = "https://www.economist.com/a"
    read = article(url, f"<p>会谈在周五举行。</p><p><b>系列报道</b></p>{links}<h2>下一步</h2><p>双方再谈。</p>")
    assert kinds(read) == [("paragraph", "会谈在周五举行。"), ("heading", "下一步"), ("paragraph", "双方再谈。")]
    assert [link.title for link in read.links] == ["首轮会谈的经过", "二轮会谈的经过"]
    read = article(url, f"<p>会谈在周五举行。</p><p><b>谈了什么？</b></p>{links}")
    assert kinds(read)[-1] == ("heading", "谈了什么？")
    read = article(url, f"<p>会谈在周五举行。</p><h2>背景</h2>{links}<p>此前双方已谈过一轮。</p>")
    assert kinds(read)[1] == ("heading", "背景")
    read = article(url, f"<p>会谈在周五举行。</p><p><b>制作人：何明远（Ho Ming）</b></p>{links}")
    assert people(read) == [("制作人", "何明远")]


def test_crew_of_a_feature() -> None:
    """CNA's features name their crew in front, CDT's reprints at the end."""
    read = article(CNA, "<p>老橋的故事</p><p>文：許庭安／攝影：周以寧（橋上）／圖片提供：老橋協會</p><p>橋在河上。</p>")
    assert people(read) == [("文", "許庭安"), ("攝影", "周以寧")]
    assert [text for _, text in kinds(read)] == ["老橋的故事", "橋在河上。"]
    read = article(CDT, "<p>橋在河上。</p><p>自由亚洲电台记者许庭安华盛顿报道 责编：周以宁 网编：何山</p>")
    assert people(read) == [("记者", "许庭安"), ("责编", "周以宁"), ("网编", "何山")]


@pytest.mark.parametrize(
    ("last", "cut"),
    [
        ("會談將討論貿易，以及...", True),
        ("會談將討論[…]", True),
        ("會談將討論…", True),
        ("他說：「再看看……」", False),
        ("再看看……", False),
    ],
)
def test_a_text_that_the_feed_cut_off(last: str, cut: bool) -> None:
    """Three dots at the end are a feed's, the six of a Chinese ellipsis the writer's."""
    read = article("https://www.haixia.example/news/1.aspx", f"<p>兩國外長將會晤。</p><p>{last}</p>")
    assert ("truncated" in {problem.code for problem in read.problems}) is cut
