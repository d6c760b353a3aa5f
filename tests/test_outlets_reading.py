"""Reading any bytes at all: which reader, what is said of bad input, what an unknown outlet's post yields."""

from __future__ import annotations

import hashlib
import itertools
import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shilu.outlets import MAX_BYTES, READERS, parse_post, read_article, reader_for
from shilu.outlets.addresses import article_id
from shilu.records import Article, Dateline, Snapshot


def read(data: bytes | str, path: str = "posts/2023-11-25-外长会谈.md", committed: str | None = None) -> Article:
    """The article of some bytes."""
    raw = data.encode() if isinstance(data, str) else data
    return read_article(Snapshot(raw, hashlib.sha256(raw).hexdigest(), "test", path, committed=committed))


def codes(article: Article) -> list[str]:
    """The codes of an article's problems."""
    return [problem.code for problem in article.problems]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        (b"a" * (MAX_BYTES + 1), "too-large"),
        ("<!--NaN-->\n[外长会谈](https://a.example/1)\n------\n<p>正文</p>".encode(), "feed-time-missing"),
        ("[外长会谈](https://a.example/1)\n------\n<p>正文</p>".encode(), "published-missing"),
        ("[外长会谈](https://a.example/1)\n------\n<div></div>".encode(), "body-missing"),
        ("---\ntitle: 外长会谈\n  : x\n---\n<p>正文</p>".encode(), "front-matter-broken"),
        ("外长会谈在东京举行，会后没有发表声明，双方同意在年内再次会晤。".encode("gb18030"), "not-utf-8"),
        ("外长会谈在东京举行，会后没有发表声明。".encode() + b"\xe4\xb8", "undecodable"),
        ("职业足球\ufffdv咧等，外长会谈在东京举行".encode(), "characters-lost-before"),
    ],
)
def test_bad_input_is_a_problem_of_the_article(data: bytes, code: str) -> None:
    """Whatever is wrong with a document is counted, and the document still has a name."""
    article = read(data)
    assert code in codes(article)
    assert article.title == "外长会谈"
    assert not any("\ufffd" in block.text for block in article.blocks)


def test_a_feed_time_in_the_future_is_not_believed() -> None:
    """What was collected before it was published was published at another time: then only the day is known."""
    article = read(
        "---\ndate: 2023-11-25T08:00:00Z\n---\n<!--1705000000000-->\n[会谈](https://a.example/1)\n------\n<p>正文</p>"
    )
    assert codes(article) == ["feed-time-in-future", "published-unknown"]
    assert (article.published, article.published_precision) == ("2023-11-25", "day")
    assert article.collected == "2023-11-25T08:00:00Z"


def test_a_path_that_is_no_text_still_gives_a_title() -> None:
    """Bytes of a file name that are no UTF-8 do not reach the title."""
    name = b"2023-11-25-\xe5\xa4\x96\xe9\x95\xbf\xff.md".decode("utf-8", "surrogateescape")
    assert read(b"", name).title == "外长"


def test_readers_are_chosen_by_host_then_by_name() -> None:
    """The address decides; a name decides where there is none; an unknown one is read by the generic reader."""
    for post, expected in (
        ("[甲](https://www.rfa.org/mandarin/1.html)\n------\n<p>正文</p>", "rfa"),
        ("[甲](https://cn.reuters.com/article/1)\n------\n<p>正文</p>", "reuters"),
        ("---\nauthor: 德国之声\n---\n<p>正文</p>", "dw"),
        ("---\nauthor: 某人\ncategories: [ 法广 ]\n---\n<p>正文</p>", "rfi"),
        ("---\nauthor: 某人\nsource: 德国之声\n---\n<p>正文</p>", "dw"),
        ("---\nauthor: 法广\nsource: 德国之声\n---\n<p>正文</p>", "rfi"),
        ("[甲](https://notrfa.org/1.html)\n------\n<p>正文</p>", "generic"),
        ("<!DOCTYPE html><html><head><link rel=canonical href='https://www.rfa.org/1.html'></head></html>", "generic"),
    ):
        assert reader_for(parse_post(post, "x.md")).name == expected


@pytest.mark.parametrize(
    ("fields", "outlet"),
    [
        ("source: 海灣晚報\ncategories: [ 要聞 ]", "海灣晚報"),
        ("publisher: 海灣晚報\nsource: 新華社", "海灣晚報"),
        ("source: https://www.bay.example/news/1.html", "bay.example"),
        ("source: www.bay.example", "bay.example"),
        ("author: 海灣晚報\nsource: 新華社", "海灣晚報"),
        ("author: 海灣晚報\ncategories: [ 要聞 ]", "海灣晚報"),
        ("date: 2023-11-25", ""),
    ],
)
def test_the_outlet_is_what_the_front_matter_says(fields: str, outlet: str) -> None:
    """The author first, as mirrors have it; else a field of its own, of whose address the host counts."""
    assert read(f"---\n{fields}\n---\n<p>外長今天會談。</p>").outlet == outlet


def test_no_two_readers_claim_the_same_posts() -> None:
    """Names are unique, and where two readers share a host their days do not overlap."""
    assert len({reader.name for reader in READERS}) == len(READERS)
    for one, other in itertools.combinations(READERS, 2):
        if set(one.hosts) & set(other.hosts):
            assert one.valid_until
            assert other.valid_from
            assert one.valid_until < other.valid_from


def test_articles_are_picklable_and_named_by_their_address() -> None:
    """An article travels between processes; two addresses of one article give one id, other bytes keep it."""
    article = read("[甲](http://www.rfa.org//mandarin/1.html)\n------\n<p>正文</p>")
    assert pickle.loads(pickle.dumps(article)) == article  # noqa: S301 - our own bytes
    assert article.id == article_id("https://rfa.org/mandarin/1.html", "")
    assert read("没有地址的一段正文。").id == article_id(
        None, hashlib.sha256("没有地址的一段正文。".encode()).hexdigest()
    )


def test_generic_reader_knows_the_conventions() -> None:
    """A newsroom without a reader of its own: dateline with reporter, credits, caption, related list, url day."""
    article = read(
        "---\nauthor: 海湾晚报\ntags: [ 海湾晚报, 外交 ]\n---\n<!--NaN-->\n"
        "[外長會談](https://haiwan.example/news/20231125/1.html)\n------\n"
        '<img src="/a.jpg"><div><small>外長握手。（海湾晚报资料图）</small></div>'
        "<p>（海灣晚報記者江明雪東京25日電）兩國外長今天會談，雙方同意繼續磋商。</p>"
        "<ul><li><a href='/2'>上一輪會談</a></li></ul><p>（編輯：周安）</p>"
    )
    assert (article.outlet, article.script, article.tags) == ("海湾晚报", "Hant", ("外交",))
    assert (article.published, article.published_from) == ("2023-11-25", "url")
    assert article.dateline == Dateline("東京", "25日")
    assert [(credit.role, credit.name) for credit in article.credits] == [("記者", "江明雪"), ("編輯", "周安")]
    assert [block.kind for block in article.blocks] == ["caption", "paragraph"]
    assert article.images[0].credit == "海湾晚报资料图"


def test_plain_text_is_parted_at_empty_lines() -> None:
    """A text file's paragraphs are blocks, its Markdown headings are headings."""
    article = read("# 外长会谈\n\n两国外长周六\n在东京会谈。\n\n会谈持续两小时。\n", "外长会谈.txt")
    assert [(block.kind, block.text) for block in article.blocks] == [
        ("paragraph", "两国外长周六在东京会谈。"),
        ("paragraph", "会谈持续两小时。"),
    ]


def test_markdown_behind_front_matter_is_parted_too() -> None:
    """A post of a site generator need hold no tags."""
    article = read(
        "---\ntitle: 外长会谈\ndate: 2023-11-25\n---\n\n两国外长周六在东京会谈。\n\n会谈持续两小时。\n", "1.md"
    )
    assert [block.text for block in article.blocks] == ["两国外长周六在东京会谈。", "会谈持续两小时。"]


PAGE = """<!DOCTYPE html><html lang="zh"><head><title>外长会谈 - 晨报网</title>
<meta property="og:site_name" content="晨报网">
<meta property="og:url" content="https://chenbao.example/1"><meta name="author" content="李文清">
<meta property="article:published_time" content="2023-11-25T16:00:00+08:00"></head>
<body><nav><a href="/">首页</a></nav><article>
<figure><img src="/a.jpg"><figcaption>外长握手。</figcaption></figure>
<p>两国外长周六在东京举行会谈，双方就渔业、贸易和人员往来交换了意见，会谈持续了两个半小时。</p>
<p>会后发表的声明说，双方同意在年内举行下一轮磋商，并就海上联络机制保持沟通。</p></article>
<footer><p>版权所有 晨报网</p></footer></body></html>"""


def test_a_whole_page_is_read_from_its_head_and_its_main_part() -> None:
    """Title, address, time, outlet and author come from the head, the text without menus from the body."""
    article = read(PAGE, "page.html")
    assert (article.title, article.outlet, article.url) == ("外长会谈", "晨报网", "https://chenbao.example/1")
    assert (article.published, article.published_from) == ("2023-11-25T08:00:00Z", "inline")
    assert [block.kind for block in article.blocks] == ["caption", "paragraph", "paragraph"]
    assert [credit.name for credit in article.credits] == ["李文清"]


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace")))
@settings(max_examples=150)
def test_no_bytes_stop_the_reading(data: bytes) -> None:
    """Any bytes give an article, wrapped as a post or not."""
    for wrapped in (data, b"---\ntitle: x\n---\n" + data, b"<!--NaN-->\n[x](http://rfa.org/1)\n------\n<div>" + data):
        article = read(wrapped)
        assert "reader-failed" not in codes(article)
