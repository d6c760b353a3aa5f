"""Every mark of a chart, a map or a network, and every facet, leads to just what it counts."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from shilu.web.app import application

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MARK = re.compile(r'<a href="([^"]+)"[^>]*><title>[^<]*: ([\d,]+)</title>')
FACET = re.compile(r'<li[^>]*><a href="(/search[^"]+)"[^>]*>(?:(?!</a>).)*</a><span class="count">([\d,]+)</span>')


@pytest.fixture(scope="module")
def web(examples: Path) -> Iterator[TestClient]:
    """A browser in the archive of the example posts."""
    with TestClient(application(examples, hosts=("testserver",))) as client:
        yield client


def total(web: TestClient, href: str) -> int:
    """How much the list at an address holds."""
    path, _, query = html.unescape(href).partition("?")
    listed = web.get(f"{path}.json?{query}").json()
    return int(listed["total"] if "total" in listed else listed["found"]["total"])


@pytest.mark.parametrize(
    ("path", "marks", "facets"),
    [
        ("/", 5, 3),
        ("/chronicle", 5, 0),
        ("/chronicle?party=王毅", 1, 0),
        ("/person/王毅", 5, 1),
        ("/place/慕尼黑", 2, 1),
        ("/relations/王毅/布林肯", 1, 0),
        ("/map", 3, 0),
        ("/search?q=会谈", 0, 5),
    ],
)
def test_every_mark_leads_to_what_it_counts(web: TestClient, path: str, marks: int, facets: int) -> None:
    """The list behind a mark is as long as the mark says, whatever else lies near its day or bears a like name."""
    page = web.get(path).text
    found, named = MARK.findall(page), FACET.findall(page)
    assert (len(found) >= marks, len(named) >= facets) == (True, True)
    wrong = [(href, count) for href, count in {*found, *named} if total(web, href) != int(count.replace(",", ""))]
    assert wrong == []


def test_every_line_of_the_network_leads_to_what_it_counts(web: TestClient) -> None:
    """In any period, and with those that were only planned."""
    for query in ("", "?since=2024-02", "?status=all"):
        lines = re.findall(MARK.pattern + "<line", web.get(f"/meetings{query}").text)
        assert lines
        assert [href for href, count in lines if total(web, href) != int(count)] == []
