"""RFA, VOA, RFI, DW, BBC and Reuters: what each hides in its posts, on texts of our own."""

from __future__ import annotations

import hashlib

from shilu.outlets import read_article
from shilu.records import Article, Dateline, Snapshot


def read(
    url: str, title: str, html: str, *, feed: str = "1700899200000", date: str = "2023-11-25T08:00:00Z"
) -> Article:
    """The article of a bare post with front matter's date."""
    post = f"---\ntitle: {title}\ndate: {date}\n---\n<!--{feed}-->\n[{title}]({url})\n------\n\n<div>\n{html}\n</div>\n"
    data = post.encode()
    return read_article(Snapshot(data, hashlib.sha256(data).hexdigest(), "test", "2023-11-25-x.md"))


def body(article: Article) -> list[str]:
    """The texts of the body."""
    return [block.text for block in article.blocks if block.kind != "caption"]


def captions(article: Article) -> list[str]:
    """The texts of captions."""
    return [block.text for block in article.blocks if block.kind == "caption"]


RFA = """<img src="https://www.rfa.org/mandarin/x.html/@@images/1.jpeg" alt="外长会晤">
<span class="lead_image_caption">11月25日，两国外长握手。</span>
<div id="zoomattribute"><a data-caption="11月25日，两国外长握手。">
<img src="https://www.rfa.org/++plone++rfa-resources/img/icon-zoom.png"></a>
<span class="copyright">路透社图片</span></div>
<p>两国外长周六在东京举行会谈。</p><ul><li><strong><a href="https://www.rfa.org/mandarin/y.html">上一轮会谈</a></strong></li></ul>
<p>据新华社报道，双方同意保持沟通。</p><p><strong>会谈持续</strong><strong>2</strong><strong>小时</strong></p>
<figure><img src="https://www.rfa.org/mandarin/x.html/2.jpg" alt="会场外的记者（法新社）">
<figcaption class="image-caption">
会场外的记者（法新社）</figcaption></figure><p>观察人士说，分歧仍在。</p><p>&nbsp;</p><p>{sign_off}</p>"""
RFA_URL = "https://www.rfa.org/mandarin/yataibaodao/zhengzhi/ab-11252023095959.html"


def test_rfa_post_is_read_whole() -> None:
    """Lead image, related list, split heading, figure and sign-off each find their field."""
    article = read(RFA_URL, "外长会晤", RFA.format(sign_off="记者：李文清&nbsp;&nbsp; 责编：王芳&nbsp; 网编：陈实"))
    assert article.reader == "rfa.v1"
    assert body(article) == [
        "两国外长周六在东京举行会谈。",
        "据新华社报道，双方同意保持沟通。",
        "会谈持续2小时",
        "观察人士说，分歧仍在。",
    ]
    assert captions(article) == ["11月25日，两国外长握手。", "会场外的记者（法新社）"]
    assert [image.credit for image in article.images] == ["路透社图片", "法新社"]
    assert [(credit.role, credit.name) for credit in article.credits] == [
        ("记者", "李文清"),
        ("责编", "王芳"),
        ("网编", "陈实"),
    ]
    assert article.agencies == ("新华社",)
    assert [(link.title, link.rel) for link in article.links] == [("上一轮会谈", "related")]


def test_rfa_sign_offs_with_place() -> None:
    """The reporter stands before a city, or alone, or a whole desk signs."""
    for sign_off, names in (
        ("自由亚洲电台记者李文清华盛顿报道 责编：王芳", ["李文清", "王芳"]),
        ("自由亚洲电台记者李文清、陈实 台北报道 责编 王芳 网编 何山", ["李文清", "陈实", "王芳", "何山"]),
        ("自由亚洲电台记者 李文清 责编：王芳", ["李文清", "王芳"]),
        ("自由亚洲电台粤语组报道", []),
    ):
        article = read(RFA_URL, "外长会晤", RFA.format(sign_off=sign_off))
        assert [credit.name for credit in article.credits] == names
        assert body(article)[-1] == "观察人士说，分歧仍在。"


def test_a_lost_feed_time_is_had_back_from_the_address() -> None:
    """The clock in the address hangs in Washington; the front matter then tells the collection."""
    article = read(RFA_URL, "外长会晤", RFA.format(sign_off=""), feed="NaN", date="2023-11-27T02:10:00Z")
    assert (article.published, article.published_from) == ("2023-11-25T14:59:59Z", "url")
    assert article.collected == "2023-11-27T02:10:00Z"
    assert [problem.code for problem in article.problems] == ["feed-time-missing"]


def test_voa_post_is_read_whole() -> None:
    """Time line, proxied picture, caption, loose dateline, breaks and the note on sources are told apart."""
    article = read(
        "https://www.voachinese.com/a/talks-20231125/7000000.html",
        "两国外长会谈",
        '<div><i>Sat, 25 Nov 2023 07:30:05 GMT</i></div><img src="https://images.weserv.nl?url=gdb.voanews.com/a.jpg">'
        '<div><small style="color: #999;">外长抵达会场。</small></div>'
        "华盛顿 — <p>美国国务院说，会谈已经结束。<br /><br />"
        "双方没有发表声明。</p><p>（本文依据了路透社的报道。）</p><br><hr><div>获取更多RSS：<br>"
        '<a href="https://feedx.net">https://feedx.net</a></div>',
    )
    assert (article.published, article.published_from) == ("2023-11-25T07:30:05Z", "inline")
    assert article.dateline == Dateline("华盛顿")
    assert body(article) == ["美国国务院说，会谈已经结束。", "双方没有发表声明。"]
    assert captions(article) == ["外长抵达会场。"]
    assert article.images[0].url == "https://gdb.voanews.com/a.jpg"
    assert article.agencies == ("路透社",)
    assert article.links == ()


def test_rfi_wire_story() -> None:
    """Paris time, the site's name in the headline, a wire's dateline, translators at the end of the text."""
    article = read(
        "http://www.rfi.fr//cn/%E5%A4%96%E9%95%BF",
        "两国外长会谈 – 法国国际广播电台 - RFI",
        '<div>25/11/2023 - 16:30</div><img src="https://static.rfi.fr/meta_og_twcards/RFI_FB.png">'
        '<div class="t-content__body u-clearfix"><p>（法新社东京25日电）    两国外长今天会谈。</p><p>    声明说，'
        '双方同意继续磋商。（译者：张正明/核稿：李大同）</p><p class="t-copyright">© 2023 AFP</p></div>',
    )
    assert article.title == "两国外长会谈"
    assert (article.published, article.published_precision) == ("2023-11-25T15:30:00Z", "minute")
    assert article.dateline == Dateline("东京", "25日")
    assert article.agencies == ("法新社",)
    assert body(article)[-1] == "声明说，双方同意继续磋商。"
    assert [credit.name for credit in article.credits] == ["张正明", "李大同"]


def test_rfi_caption_run_into_the_first_paragraph() -> None:
    """The lead picture's caption leaves the paragraph it was run into, and belongs to the picture."""
    article = read(
        "http://www.rfi.fr/cn/20231125-x",
        "两国外长会谈",
        '<div>25/11/2023 - 16:30</div><img src="https://s.rfi.example/a.jpg"><p><strong>两国外长今天在首都举行会谈，'
        "双方同意继续磋商。甲国外长何山资料图片</strong></p><p>会谈在晚间结束。</p>",
    )
    assert body(article) == ["两国外长今天在首都举行会谈，双方同意继续磋商。", "会谈在晚间结束。"]
    assert captions(article) == ["甲国外长何山资料图片"]
    assert article.images[0].caption == "甲国外长何山资料图片"


def test_rfi_column_leaves_the_headline() -> None:
    """A column's name goes when it is known or stands in the address; other words behind a dash stay."""
    base = "http://www.rfi.fr/cn/"
    for title, path, expected in (
        ("海峡局势何去何从 - 要闻分析", "x", "海峡局势何去何从"),
        ("海峡局势何去何从 - 海上来信", "专栏检索/海上来信/20231125-x", "海峡局势何去何从"),
        ("海峡局势 - 何去何从", "中国/20231125-x", "海峡局势 - 何去何从"),
    ):
        assert read(base + path, title, "<div>25/11/2023 - 16:30</div><p>正文。</p>").title == expected


def test_dw_post_is_read_whole() -> None:
    """Author and time in one element, slides as captions, sources behind the authors, the copyright notice."""
    article = read(
        "https://www.dw.com/zh/x/a-1",
        "外长会谈",
        "<div><i>null 李文清（综合报道）<br>2023-11-25T09:00:00.120Z</i></div>"
        "<img src='//images.weserv.nl/?url=static.dw.com/1.jpg'>"
        '<div><small style="color: #999;"></small></div>'
        "<p>（德国之声中文网）两国外长周六会谈。</p><p>会谈后没有记者会。</p>"
        "<p>相关图集：会谈现场</p><div><img src='https://static.dw.com/2.jpg'><b>会场</b>：两国国旗。</div>"
        "<p>王凡/陈实（德新社、法新社等）</p><p><em>© 2023年 德国之声版权声明：本文所有内容受到著作权法保护。</em></p>",
    )
    assert (article.published, article.published_from) == ("2023-11-25T09:00:00Z", "inline")
    assert [credit.name for credit in article.credits] == ["李文清", "王凡", "陈实"]
    assert article.agencies == ("德新社", "法新社")
    assert body(article) == ["（德国之声中文网）两国外长周六会谈。", "会谈后没有记者会。"]
    assert captions(article) == ["会场：两国国旗。"]


def test_dw_closing_lines() -> None:
    """Sources behind the last sentence, authors behind it, and a line about the author are not text."""
    for closing, last, names, agencies in (
        ("<p>会谈推迟。 （路透社、中央社、某某新闻网）</p>", "会谈推迟。", [], ("路透社", "中央社")),
        ("<p>会谈推迟。<br>文山 / 达扬</p>", "会谈推迟。", ["文山", "达扬"], ()),
        ("<p>会谈推迟（原定周一）。</p>", "会谈推迟（原定周一）。", [], ()),
    ):
        article = read("https://www.dw.com/zh/x/a-1", "外长会谈", f"<p>两国外长会谈。</p>{closing}")
        assert body(article)[-1] == last
        assert [credit.name for credit in article.credits] == names
        assert article.agencies == agencies
    about = "<div><i>长文<br>2023-11-25T09:00:00Z</i></div><p>正文一。</p><p>长文是时事评论作家，现居德国。</p>"
    assert body(read("https://www.dw.com/zh/x/a-1", "评论", about)) == ["正文一。"]


BBC = """<h1 id="content">外长会谈</h1>
<ul role="list"><li>纳文·卡达（ Navin Khadka）</li><li>BBC外交事务记者 发自东京</li></ul>
<div><time datetime="{day}">{clock}</time></div><figure><img src="https://ichef.bbci.co.uk/1.jpg"><p><span>图像来源，</span>
<span>Getty Images</span></p><figcaption><span>图像加注文字，</span><p>两国外长握手</p></figcaption></figure>
<p><b>两国外长周六在东京举行会谈，没有发表声明。</b></p><ul><li><a href="https://www.bbc.com/zhongwen/simp/1">旧闻</a></li></ul>
<h2>分歧仍在</h2><p>BBC中文驻东京记者王山</p><p>观察人士说，分歧仍在。</p><p>（文中观点不代表BBC立场）</p>"""
BBC_URL = "http://www.bbc.com/zhongwen/simp/world-1"


def test_bbc_post_is_read_whole() -> None:
    """Headline, authors and relative time leave the text; credits and captions lose their labels."""
    article = read(BBC_URL, "[World] 外长会谈", BBC.format(day="2023-11-25", clock="16 分钟前"))
    assert article.title == "外长会谈"
    assert (article.published, article.published_from) == ("2023-11-25T08:00:00Z", "feed")
    assert [credit.name for credit in article.credits] == ["纳文·卡达", "王山"]
    assert body(article) == ["两国外长周六在东京举行会谈，没有发表声明。", "分歧仍在", "观察人士说，分歧仍在。"]
    assert captions(article) == ["两国外长握手"]
    assert article.images[0].credit == "Getty Images"
    assert [link.rel for link in article.links] == ["related"]


def test_bbc_times() -> None:
    """A written hour is taken; a day that the feed contradicts stays a day."""
    for day, clock, expected in (
        ("2023-11-25", "2023年11月25日早上7点55分", "2023-11-25T07:55:00Z"),
        ("2023-11-20", "2023年11月20日", "2023-11-20"),
    ):
        article = read(BBC_URL, "外长会谈", BBC.format(day=day, clock=clock))
        assert (article.published, article.problems) == (expected, ())


def test_an_article_that_the_feed_gives_weeks_later_may_be_brought_up_to_date() -> None:
    """Its own day is kept, and the feed's is told."""
    article = read(BBC_URL, "外长会谈", BBC.format(day="2023-11-02", clock="2023年11月2日"))
    assert article.published == "2023-11-02"
    assert [(problem.code, problem.evidence) for problem in article.problems] == [
        ("feed-time-late", "2023-11-25T08:00:00Z")
    ]


def test_reuters_post_is_read_whole() -> None:
    """Time line, dateline, end mark, editors and links to sources are told apart; the service is not its own source."""
    article = read(
        "https://cn.reuters.com/article/idCN1",
        "焦点：外长会谈",
        "<div><i>2023-11-25T07:00:00Z</i></div><p>（新增细节）</p>"
        "<p>3月20日 - 路透东京/北京11月25日 - 两国外长周六会谈。据路透社报道。</p>"
        '<img src="https://static.reuters.com/r?d=1"><div><small>外长抵达。REUTERS/Someone</small></div><p>会谈持续两小时。（完）</p>'
        "<p>(编译 郑安/王山；审校 张立)</p><p>欲览详情，请点击：here</p>",
    )
    assert article.dateline == Dateline("东京/北京", "11月25日")
    assert body(article) == ["路透东京/北京11月25日 - 两国外长周六会谈。据路透社报道。", "会谈持续两小时。（完）"]
    assert [credit.name for credit in article.credits] == ["郑安", "王山", "张立"]
    assert article.agencies == ()
    assert article.published == "2023-11-25T07:00:00Z"
