"""The shapes of a post, taken apart."""

from __future__ import annotations

import pytest

from shilu.outlets.post import parse_post

JEKYLL = """---
layout: post
title: "中日外长在东京会谈"
date: 2023-11-25T08:00:00.000Z
author: 晨报
from: https://news.example/a/1.html
tags: [ 外交, 日本 ]
categories: [ 晨报 ]
---
<!--1700899200000-->
[中日外长在东京会谈](https://news.example/a/1.html)
------

<div>
<p>正文。</p>
</div>
"""


def test_jekyll_post_is_taken_apart() -> None:
    """Front matter, feed time, heading and HTML of a Jekyll post come apart."""
    post = parse_post(JEKYLL, "2023-11-25-中日外长在东京会谈.md")
    assert (post.shape, post.title, post.author) == ("jekyll", "中日外长在东京会谈", "晨报")
    assert (post.url, post.tags) == ("https://news.example/a/1.html", ("外交", "日本"))
    assert post.feed is not None
    assert post.feed.value == "2023-11-25T08:00:00Z"
    assert post.html.strip() == "<div>\n<p>正文。</p>\n</div>"


def test_bare_post_has_all_but_front_matter() -> None:
    """A bare post gives title, address and feed time from comment and heading."""
    post = parse_post(JEKYLL.split("---\n", 2)[2], "x.md")
    assert (post.shape, post.title, post.date) == ("bare", "中日外长在东京会谈", None)
    assert post.feed is not None


@pytest.mark.parametrize(
    ("title_line", "expected"),
    [
        ('title: "总统：我"不"同意"', '总统：我"不"同意'),
        ("title: 外交部：回应: 无可奉告", "外交部：回应: 无可奉告"),
        ('title: "首相\\u3000访华"', "首相\u3000访华"),
        ("title: '他说''好'''", "他说'好'"),
        ("title: [国际] 要闻 - 一周", "[国际] 要闻 - 一周"),
        ("title: > \n  折行的\n  标题", "折行的 标题"),
    ],
)
def test_titles_that_break_or_bend_yaml(title_line: str, expected: str) -> None:
    """A title survives quotes, colons and brackets, with and without valid YAML."""
    post = parse_post(f"---\n{title_line}\nauthor: 晨报\n---\n<p>正文</p>", "x.md")
    assert (post.title, post.author) == (expected, "晨报")


def test_front_matter_that_is_never_closed_still_tells() -> None:
    """Fields, comment and heading are read as if the closing mark were there, and the problem is told."""
    post = parse_post(JEKYLL.replace("---\n<!--", "<!--"), "x.md")
    assert (post.shape, post.title, post.author) == ("jekyll", "中日外长在东京会谈", "晨报")
    assert post.html.strip() == "<div>\n<p>正文。</p>\n</div>"
    assert [problem.code for problem in post.problems] == ["front-matter-broken"]


@pytest.mark.parametrize("text", ["---\n第一段。\n\n第二段。", "---\n第一段。\n---\n第二段。"])
def test_a_rule_above_the_text_is_no_front_matter(text: str) -> None:
    """Where no fields follow the mark, all of it is text."""
    post = parse_post(text, "x.md")
    assert (post.shape, post.html) == ("text", text)


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("<!DOCTYPE html><html><body><p>正文</p></body></html>", "page"),
        ("<p>只有正文</p>", "fragment"),
        ("第一段。\n\n第二段。", "text"),
        ("", "text"),
        ("---\ntitle: 无标题行\n---\n<p>正文</p>", "front_matter"),
    ],
)
def test_other_shapes(text: str, shape: str) -> None:
    """Posts of other scripts are told apart and never refused."""
    assert parse_post(text, "2023-11-25-文件--名.md").shape == shape


def test_title_from_file_name() -> None:
    """Without any title the file name gives one: the day taken off, a double hyphen for the slash."""
    assert parse_post("正文", "posts/2023-11-25-习近平--拜登 会晤.md").title == "习近平/拜登 会晤"


def test_lost_feed_time_is_told_apart_from_a_remark() -> None:
    """``NaN`` is a lost feed time; any other comment belongs to the HTML."""
    assert parse_post("<!--NaN-->\n[甲](http://a.example/)\n------\n", "x").comment == "NaN"
    assert parse_post("<!-- 广告 --><p>正文</p>", "x").comment is None
