"""Every link of the reading room is followed: no page fails, every form is what it says, every part is there."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from collections import Counter, deque
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin

import html5lib
import pytest
from starlette.testclient import TestClient

from shilu.web.app import application

if TYPE_CHECKING:
    from pathlib import Path

    from httpx import Response

ROOM = "http://testserver"
ATOM = "{http://www.w3.org/2005/Atom}"
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
PAGES = 500
SWITCHES = re.compile(r"[?&](ui|script)=")
OF_KIND = 30
"""Pages of one kind and its parameters: periods, names and rows would make thousands."""


def _kind(address: str) -> str:
    path, _, query = address.partition("?")
    parts = path.split("/")
    ending = path.rpartition(".")[2] if "." in parts[-1] else ""
    return f"{parts[1]} {parts[3:]} {ending} {sorted(part.partition('=')[0] for part in query.split('&'))}"


@pytest.fixture(scope="module")
def faults(examples: Path) -> list[str]:
    """What is wrong with any page that can be reached from the first one."""
    found: list[str] = []
    waiting, seen, kinds = deque(["/"]), {"/"}, Counter[str]()
    asked = 0
    places: dict[str, set[str]] = {}
    wanted: list[tuple[str, str, str]] = []
    with TestClient(application(examples, hosts=("testserver",)), follow_redirects=False) as web:
        while waiting and asked < PAGES:
            address = waiting.popleft()
            kinds[_kind(address)] += 1
            if kinds[_kind(address)] > OF_KIND:
                continue
            asked += 1
            answer = web.get(address)
            if answer.status_code != 200:
                found.append(f"{address}: {answer.status_code}")
                continue
            links, places[address], wrong = _looked_at(answer)
            found += [f"{address}: {fault}" for fault in wrong]
            for link in links:
                whole = urljoin(ROOM + address, link)
                if not whole.startswith(ROOM + "/") or SWITCHES.search(whole):
                    continue
                to, part = urldefrag(whole.removeprefix(ROOM))
                wanted.append((address, to, part))
                if to not in seen:
                    seen.add(to)
                    waiting.append(to)
    found += [
        f"{address}: {to} has no part {part}"
        for address, to, part in wanted
        if part and to in places and part not in places[to]
    ]
    assert asked > 300
    return found


def _looked_at(answer: Response) -> tuple[list[str], set[str], list[str]]:
    """The links of an answer, its parts that can be linked to, and its faults."""
    kind = answer.headers["content-type"].partition(";")[0]
    if kind == "text/html":
        return _page(answer.text)
    if kind == "application/json":
        json.loads(answer.content)
    elif kind == "application/atom+xml":
        return _feed(answer.content)
    elif kind == "text/csv":
        widths = {len(row) for row in csv.reader(io.StringIO(answer.text.lstrip("\ufeff")))}
        return [], set(), ["rows of several widths"] if len(widths) > 1 else []
    return [], set(), []


def _page(text: str) -> tuple[list[str], set[str], list[str]]:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(text)
    faults = [f"{code} {values} at {at}" for at, code, values in parser.errors]
    ids = Counter(element.get("id") for element in tree.iter() if element.get("id"))
    faults += [f"two elements have the id {ident}" for ident, count in ids.items() if count > 1]
    for script in tree.iter("script"):
        if script.get("type") == "application/ld+json":
            linked = json.loads(script.text or "")
            if linked["@context"] != "https://schema.org" or not all(
                "@type" in one for one in linked.get("@graph", [linked])
            ):
                faults.append("JSON-LD without context or type")
    if re.search(r">\s*None\s*<|\{\{", text):
        faults.append("shows what a program left")
    links = [element.get("href") for element in tree.iter() if element.tag in ("a", "link") and element.get("href")]
    return links, set(ids), faults


def _feed(data: bytes) -> tuple[list[str], set[str], list[str]]:
    feed = ET.fromstring(data)  # noqa: S314 (our own)
    entries = feed.findall(f"{ATOM}entry")
    ids = Counter(entry.findtext(f"{ATOM}id") for entry in entries)
    faults = [f"two entries have the id {ident}" for ident, count in ids.items() if count > 1]
    moments = [one.findtext(f"{ATOM}updated", "") for one in (feed, *entries)]
    faults += [f"no instant: {moment}" for moment in moments if not INSTANT.fullmatch(moment)]
    return [link.get("href", "") for entry in entries for link in entry.findall(f"{ATOM}link")], set(), faults


def test_every_link_leads_to_a_page_that_is_whole(faults: list[str]) -> None:
    """Pages, feeds, tables and JSON that are linked from anywhere are there, valid, and have the part linked to."""
    assert faults == []
