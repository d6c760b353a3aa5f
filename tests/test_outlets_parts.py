"""The parts that outlet readers are made of: blocks, evidence of time, credits, services, addresses."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from shilu.outlets.addresses import canonical, host_of, unwrapped
from shilu.outlets.agencies import drawn_on, named
from shilu.outlets.blocks import walk
from shilu.outlets.credits import credit_line
from shilu.outlets.pieces import Marks, clean
from shilu.outlets.published import Stamp, decide, feed_stamp, is_future, iso_stamp, local_stamp, near_day
from shilu.outlets.reporters import reporters_and_place


def pieces(html: str, marks: Marks | None = None) -> list[tuple[str, str]]:
    """Kinds and texts of what a walk finds."""
    return [(piece.kind, piece.text) for piece in walk(html, marks or Marks()).pieces]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>甲国外长&nbsp;抵达。&nbsp;</p>", [("paragraph", "甲国外长 抵达。")]),
        ("<p>第一段。<br><br>第二段。</p>", [("paragraph", "第一段。"), ("paragraph", "第二段。")]),
        ("<p>双方就贸易、<br>能源合作交换意见。</p>", [("paragraph", "双方就贸易、能源合作交换意见。")]),
        ("<p>双方\n   会谈两小时</p>", [("paragraph", "双方会谈两小时")]),
        ("<p><strong>会谈</strong><strong>3</strong><strong>小时</strong></p>", [("heading", "会谈3小时")]),
        ("<p><b>会谈持续三小时，双方同意保持沟通。</b></p>", [("paragraph", "会谈持续三小时，双方同意保持沟通。")]),
        ("<h2>背景</h2><blockquote><p>声明全文</p></blockquote>", [("heading", "背景"), ("quote", "声明全文")]),
        ("<ul><li>贸易</li><li><p>能源</p></li></ul>", [("list", "贸易"), ("list", "能源")]),
        ("文前<div>中<p>内</p>后</div>文末", [("paragraph", word) for word in ("文前", "中", "内", "后", "文末")]),
        ("<p>正文</p><script>var a</script><iframe>b</iframe><p>&nbsp;</p><p>———</p>", [("paragraph", "正文")]),
        ("<blockquote class='twitter-tweet'><p>推文</p></blockquote><p>正文</p>", [("paragraph", "正文")]),
        ("<p>总\u200b理\ufeff说\ufffd</p>", [("paragraph", "总理说")]),
    ],
)
def test_html_becomes_blocks(html: str, expected: list[tuple[str, str]]) -> None:
    """Blocks are plain lines: breaks part them, Chinese is never joined with a space."""
    assert pieces(html) == expected


def test_captions_stand_once_and_belong_to_their_picture() -> None:
    """A caption given twice is one, goes to the picture before it, and icons are no pictures."""
    content = walk(
        "<img src='//images.weserv.nl/?url=img.example/a.jpg'><span class='c'>外长握手</span><img src='/icon-zoom.png'>"
        "<figure><img src='b.jpg'><figcaption>外长握手</figcaption></figure><small class='r'>晨报图片</small>",
        Marks(caption=frozenset({".c"}), credit=frozenset({".r"})),
        "https://news.example/x/1.html",
    )
    assert [piece.text for piece in content.pieces] == ["外长握手"]
    assert [(picture.url, picture.caption, picture.credit) for picture in content.pictures] == [
        ("https://img.example/a.jpg", "外长握手", None),
        ("https://news.example/x/b.jpg", None, "晨报图片"),
    ]


def test_the_still_of_a_video_is_a_picture() -> None:
    """A video shows its poster, to which the line below it belongs."""
    html = "<video poster='https://images.weserv.nl?url=img.example/p.jpg' src='v.mp4'></video><small>记者会</small>"
    content = walk(html, Marks(caption=frozenset({"small"})))
    assert [(one.url, one.caption) for one in content.pictures] == [("https://img.example/p.jpg", "记者会")]


def test_links_keep_their_whole_title() -> None:
    """A link over several elements is one, and a piece of links alone says so."""
    piece = walk("<p>1. <a href='/a'>首轮<b>会谈</b></a></p>", Marks(), "https://news.example/").pieces[0]
    assert piece.linked
    assert [(anchor.url, anchor.title) for anchor in piece.anchors] == [("https://news.example/a", "首轮会谈")]


def test_bottomless_nesting_does_not_stop_the_walk() -> None:
    """Ten thousand nested elements lose their structure, not their text."""
    assert pieces("<div><span>" * 5000 + "深处的正文") == [("paragraph", "深处的正文")]


def test_clean_keeps_ideographic_spaces_inside() -> None:
    """The space that separates the halves of a headline stays."""
    assert clean("\u3000外长会晤\u3000议题成焦点\xa0\xa0 ") == "外长会晤\u3000议题成焦点"


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        ("2021-03-02T07:05:35.000Z", "2021-03-02T07:05:35Z", "second"),
        ("2020-07-23T03:33:21+01:00", "2020-07-23T02:33:21Z", "second"),
        ("2021-03-01 08:30 +0800", "2021-03-01T00:30:00Z", "minute"),
        ("2021-03-01", "2021-03-01", "day"),
    ],
)
def test_iso_forms(text: str, value: str, precision: str) -> None:
    """Zoned and shorter forms keep their precision."""
    assert iso_stamp(text, "front_matter") == Stamp(value, precision, "front_matter")  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", "昨天", "2021-13-45", "2021-02-30T25:61", "0000-00-00T00:00:00Z"])
def test_what_is_no_time_is_none(text: str) -> None:
    """Impossible times are not guessed at."""
    assert iso_stamp(text, "inline") is None


def test_clocks_are_read_where_they_hang() -> None:
    """Summer and winter time of a place are its own."""
    paris = ZoneInfo("Europe/Paris")
    assert local_stamp((2021, 3, 27, 8, 32), paris, "inline") == Stamp("2021-03-27T07:32:00Z", "minute", "inline")
    assert local_stamp((2021, 3, 29, 8, 32), paris, "inline") == Stamp("2021-03-29T06:32:00Z", "minute", "inline")
    assert local_stamp((2021, 2, 29, 8, 32), paris, "inline") is None


def test_feed_times() -> None:
    """Milliseconds become a stamp; lost and absurd ones do not."""
    assert feed_stamp("1617033542000") == Stamp("2021-03-29T15:59:02Z", "second", "feed")
    assert [feed_stamp(text) for text in ("NaN", "", "-62135596800000", "0", "99999999999999999")] == [None] * 5


def test_the_best_evidence_decides_and_finer_evidence_of_that_day_refines_it() -> None:
    """A day from the outlet takes the feed's hour if the feed is of that day, and no other hour."""
    day = Stamp("2021-03-05", "day", "inline")
    same = Stamp("2021-03-05T15:15:48Z", "second", "feed")
    other = Stamp("2021-03-08T15:15:48Z", "second", "feed")
    assert decide([None, day, same]) == same
    assert decide([day, other]) == day
    assert decide([same, day]) == same
    assert decide([None, None]) is None


def test_the_day_of_a_dateline_lies_near_the_collection() -> None:
    """``29日电`` collected on the first of a month is the month before; months wrap around the year."""
    new_year = Stamp("2021-01-01T02:00:00Z", "second", "feed")
    assert near_day(31, new_year, "dateline") == Stamp("2020-12-31", "day", "dateline")
    assert near_day(31, new_year, "dateline", month=12) == Stamp("2020-12-31", "day", "dateline")
    assert near_day(30, Stamp("2021-03-01", "day", "feed"), "dateline") == Stamp("2021-01-30", "day", "dateline")
    assert near_day(3, None, "dateline") is None


def test_no_feed_knows_the_future() -> None:
    """A feed's time after the collection, the commit or today is not believed; a zone's error is."""
    feed = Stamp("2021-03-05T15:00:00Z", "second", "feed")
    assert is_future(feed, Stamp("2021-03-03T15:00:00Z", "second", "front_matter"), None)
    assert is_future(feed, None, "2021-03-01T00:00:00Z")
    assert not is_future(feed, Stamp("2021-03-05T07:00:00Z", "second", "front_matter"), None)
    ahead = dt.datetime.now(dt.UTC) + dt.timedelta(days=3)
    assert is_future(Stamp(ahead.isoformat()[:19] + "Z", "second", "feed"), None, None)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("记者：李文清 责编：王芳\xa0 网编：陈实", ["记者 李文清", "责编 王芳", "网编 陈实"]),
        ("記者 張三豐    責編 李四海", ["記者 張三豐", "責編 李四海"]),
        ("责编：许文静 胡立中 网编 瑞华", ["责编 许文静", "责编 胡立中", "网编 瑞华"]),
        ("（译者：张正明/核稿：李大同）", ["译者 张正明", "核稿 李大同"]),
        ("编译 郑安/王山；审校 张立/李原", ["编译 郑安", "编译 王山", "审校 张立", "审校 李原"]),
        ("（編輯：陳大文）1100329", ["編輯 陳大文"]),
        ("记者在会上问：编辑们怎么看？", []),
        ("记者会定于周五举行", []),
        ("编辑部对此表示欢迎。", []),
        ("文 | 许庭安 编辑 | 周以宁", ["文 许庭安", "编辑 周以宁"]),
        ("监制：何山, 周以宁（Ning Chou）, Sola Tay", ["监制 何山", "监制 周以宁", "监制 Sola Tay"]),
        ("制作和剪辑：Tui Lean", ["制作和剪辑 Tui Lean"]),
        ("图：网络图片", []),
        ("文化：江南", []),
    ],
)
def test_credit_lines(line: str, expected: list[str]) -> None:
    """A line that holds nothing but credits gives them by role; any other line gives none."""
    assert [f"{credit.role} {credit.name}" for credit in credit_line(line)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("蔡文清巴黎", (["蔡文清"], "巴黎")),
        ("黄春 台北", (["黄春"], "台北")),
        ("黄春 李大同 台北", (["黄春", "李大同"], "台北")),
        ("張三豐、李四華盛頓", (["張三豐", "李四"], "華盛頓")),
        ("陈大文", (["陈大文"], None)),
        ("John Smith", (["John Smith"], None)),
    ],
)
def test_bylines_end_in_a_city(text: str, expected: tuple[list[str], str | None]) -> None:
    """A city at the end of a by-line is the place, what stands before it the people."""
    assert reporters_and_place(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("据路透社报道，会谈已经结束。", ("路透社",)),
        ("法新社星期五（3月5日）援引官员的话说，会谈推迟。", ("法新社",)),
        ("官员对美聯社說，會談推遲；彭博（Bloomberg）报道了同一消息。", ("美联社", "彭博社")),
        ("路透社记者被要求离开会场。", ()),
        ("新华社大楼在北京西城区。", ()),
    ],
)
def test_services_an_article_draws_on(text: str, expected: tuple[str, ...]) -> None:
    """A service counts where the text reports from it, not where it is merely named."""
    assert drawn_on([text]) == expected


def test_services_of_a_credit_line() -> None:
    """Between brackets every service counts, under one name for its two scripts."""
    assert named("（德新社、路透社、美聯社等）") == ("德新社", "路透社", "美联社")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://images.weserv.nl?url=gdb.example.com/a_w900.jpg", "https://gdb.example.com/a_w900.jpg"),
        ("https://images.weserv.nl/?url=https%3A%2F%2Fimg.example%2Fa.jpg&w=600", "https://img.example/a.jpg"),
        ("https://images.weserv.nl/?url=https://img.example/r?d=1&t=2", "https://img.example/r?d=1&t=2"),
        ("//images.weserv.nl/?url=ssl:img.example/a.jpg", "https://img.example/a.jpg"),
        ("https://img.example/a.jpg?url=b", "https://img.example/a.jpg?url=b"),
        ("//img.example/a.jpg", "https://img.example/a.jpg"),
    ],
)
def test_pictures_leave_their_proxy(url: str, expected: str) -> None:
    """The publisher's own address is recorded, whatever showed the picture."""
    assert unwrapped(url) == expected


def test_one_article_has_one_canonical_address() -> None:
    """Scheme, ``www.``, doubled slashes, tracking and fragments do not make another article."""
    forms = (
        "http://www.rfi.fr//cn/a?utm_source=x#top",
        "https://rfi.fr/cn/a/",
        "https://www.RFI.fr/cn/a?&fbclid=1",
    )
    assert {canonical(form) for form in forms} == {"rfi.fr/cn/a"}
    assert canonical("https://www.solidot.org/story?sid=65138") == "solidot.org/story?sid=65138"
    assert host_of("http://[broken") == ""
