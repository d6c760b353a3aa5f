"""The reading room as a browser without JavaScript gets it: pages, forms, headers, limits, hostile content."""

from __future__ import annotations

import json
import re
import shutil
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import msgspec
import pytest
from starlette.testclient import TestClient

from archives import post, simple_reader, write_posts
from shilu.archive import Archive
from shilu.archive.add import add
from shilu.web.app import application
from shilu.web.routes import ADDRESSES, PARAMETERS, Address, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

ATOM = "{http://www.w3.org/2005/Atom}"
CHINESE = {"accept-language": "zh-CN,zh;q=0.9"}
HOSTILE = [
    '<script>alert("x")</script>',
    '"><img src=x onerror=alert(1)>',
    "<svg onload=alert(1)>",
    "{{ 7 * 7 }}",
    "\u202e倒着写\u2066",
    "]]></script><!--",
    "=HYPERLINK(1)",
]


@pytest.fixture(scope="module")
def web(examples: Path) -> Iterator[TestClient]:
    """A browser in the archive of the example posts."""
    with TestClient(application(examples, hosts=("testserver",)), follow_redirects=False) as client:
        yield client


@pytest.fixture(scope="module")
def ident(examples: Path) -> str:
    """An article with two revisions."""
    with Archive.open(examples) as archive:
        return str(archive.db.execute("SELECT id FROM articles WHERE revisions > 1").fetchone()[0])


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A browser in an archive whose posts try to break the pages."""
    folder = tmp_path_factory.mktemp("hostile")
    posts = {f"{number}.md": post(number, title=text, body=f"正文{text}") for number, text in enumerate(HOSTILE)}
    posts["js.md"] = "javascript:alert(1)//jia\n网址不是网址\n2024-01-27T08:00:00Z\n正文"
    add(folder / "a", [str(write_posts(folder / "posts", posts))], workers=1, read=False, reader=simple_reader)
    with TestClient(application(folder / "a", hosts=("testserver",))) as client:
        yield client


PAGES = [
    "/",
    "/search",
    "/search?q=会谈",
    "/search?q=會談&sort=newest&outlet=江声",
    "/people",
    "/people?name=王毅",
    "/orgs",
    "/places?since=2024",
    "/person/王毅",
    "/place/慕尼黑",
    "/chronicle",
    "/chronicle?party=王毅&with=布林肯&type=CONSULT&status=happened",
    "/chronicle?about=會談&form=meeting",
    "/quotations",
    "/quotations?by=王毅&kind=indirect",
    "/relations",
    "/relations/王毅/布林肯",
    "/map",
    "/meetings",
    "/stories",
    "/stories?person=王毅&sort=size",
    "/stories?q=会谈&place=慕尼黑",
    "/outlets",
    "/problems",
    "/problems?field=blocks&code=truncated",
]


@pytest.mark.parametrize("path", PAGES)
def test_pages_say_what_they_are(web: TestClient, path: str) -> None:
    """A page is HTML, names its language, keeps search engines out, and loads nothing from elsewhere."""
    answer = web.get(path, headers=CHINESE)
    assert answer.status_code == 200
    assert '<html lang="zh-Hans">' in answer.text
    assert answer.headers["x-robots-tag"] == "noindex, nofollow"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert not re.search(r'(?:src|<link[^>]*href)="(?:https?:)?//', answer.text)
    assert not re.search(r"<script(?![^>]*(?:src=|ld\+json))", answer.text)
    assert "style=" not in answer.text


def test_the_policy_is_relaxed_for_pictures_that_were_asked_for(web: TestClient, ident: str) -> None:
    """Other servers' pictures are let in on that very page, and nothing else of theirs."""
    plain = web.get(f"/article/{ident}").headers["content-security-policy"]
    shown = web.get(f"/article/{ident}?images=1").headers["content-security-policy"]
    assert "img-src" not in plain
    assert shown == plain + "; img-src 'self' https: http:"
    assert web.get("/search?q=会谈&images=1").headers["content-security-policy"] == plain
    assert "img-src" not in web.get(f"/article/{ident}.json?images=1").headers["content-security-policy"]


def test_robots_are_kept_out(web: TestClient) -> None:
    """robots.txt forbids everything."""
    assert web.get("/robots.txt").text.splitlines() == ["User-agent: *", "Disallow: /"]


class TestSearch:
    """Search in the words of the command line."""

    def test_traditional_words_find_simplified_texts(self, web: TestClient) -> None:
        """A 繁體 query finds 简体 articles, marked, with the reason."""
        text = web.get("/search?q=會談", headers=CHINESE).text
        assert "<mark>会谈</mark>" in text
        assert "在正文" in text

    def test_a_broken_query_is_shown_at_its_place(self, web: TestClient) -> None:
        """The message stands at the query, the wrong part is marked, and the status says so."""
        answer = web.get("/search", params={"q": "王毅 “布林肯"}, headers=CHINESE)
        assert answer.status_code == 400
        assert "没有配对" in answer.text
        assert "王毅 <mark>“布林肯</mark>" in answer.text

    def test_an_unknown_outlet_offers_a_similar_one(self, web: TestClient) -> None:
        """A mistyped outlet is answered with close names."""
        answer = web.get("/search?q=王毅&outlet=江门电台")
        assert answer.status_code == 400
        assert "江声电台" in answer.text

    def test_a_name_that_no_article_has_is_a_mistake_of_the_query(self, web: TestClient) -> None:
        """The filters by person, place and organisation are those of the command line."""
        answer = web.get("/search", params={"q": "person:查无此人"})
        assert answer.status_code == 400
        assert "查无此人" in answer.text

    def test_long_queries_are_refused(self, web: TestClient) -> None:
        """A query beyond the limit is a mistake of the query, not of the server."""
        assert web.get("/search", params={"q": "王" * 400}).status_code == 400
        assert web.get("/search", params={"q": "王" * 5000}).status_code == 414

    @pytest.mark.parametrize("page", ["2", "500", "99999999999999999999", "-1", "x"])
    def test_pages_far_out_are_no_trouble(self, web: TestClient, page: str) -> None:
        """A page beyond the list is not found; what is no number is the first page."""
        expected = 404 if page in ("2", "500") else 200
        assert web.get(f"/search?q=王毅&page={page}&limit=100").status_code == expected

        assert "There is no page 99999 " in web.get("/search?q=王毅&page=99999", headers={"Accept-Language": "en"}).text

    def test_a_facet_narrows(self, web: TestClient) -> None:
        """Following the link of an outlet, a person, a place or a time leaves as many hits as its count says."""
        whole = web.get("/search.json?q=会谈").json()
        narrowed = [
            *({"outlet": one["name"]} for one in whole["outlets"]),
            *({"q": f'会谈 entity:"{one["id"]}"'} for one in (*whole["people"], *whole["places"])),
            *({"since": one["name"], "until": one["name"]} for one in whole["periods"]),
        ]
        counts = [one["count"] for name in ("outlets", "people", "places", "periods") for one in whole[name]]
        assert len(narrowed) == len(counts) > 10
        found = [web.get("/search.json", params={"q": "会谈", **more}).json()["found"]["total"] for more in narrowed]
        assert found == counts


class TestArticle:
    """One article with everything known of it."""

    def test_it_shows_text_evidence_and_bytes(self, web: TestClient, ident: str) -> None:
        """Title, marks, the evidence of its time and the way to the bytes are there."""
        text = web.get(f"/article/{ident}", headers=CHINESE).text
        assert '<a class="m person"' in text
        assert "发布" in text
        assert re.search(r'href="/snapshot/[0-9a-f]{64}\.txt"', text)

    def test_json_is_the_reading_contract(self, web: TestClient, ident: str) -> None:
        """``.json`` prints what ``shilu show --format json`` does."""
        found = web.get(f"/article/{ident}.json").json()
        assert found["id"] == ident
        assert found["people"]

    def test_script_can_be_chosen(self, web: TestClient, ident: str) -> None:
        """Choosing 繁體 sets a cookie, returns to the page, and converts its text; the marks stay."""
        answer = web.get(f"/article/{ident}?script=Hant")
        assert (answer.status_code, answer.headers["location"]) == (303, f"http://testserver/article/{ident}")
        text = web.get(f"/article/{ident}", headers={"cookie": "shilu_script=Hant"}).text
        assert "國" in text
        assert '<a class="m person"' in text
        web.cookies.clear()

    def test_revisions_are_compared(self, web: TestClient, ident: str) -> None:
        """The page of changes shows what was taken out and put in."""
        text = web.get(f"/article/{ident}/revisions").text
        assert "<del>" in text
        assert "<ins>" in text

    def test_events_lead_to_the_chronicle(self, web: TestClient, examples: Path) -> None:
        """What an article tells of is marked with a link to the entry, and listed beside it."""
        with Archive.open(examples) as archive:
            article, entry = archive.db.execute("SELECT article, entry FROM entry_articles ORDER BY entry").fetchone()
        text = web.get(f"/article/{article}").text
        assert f'<a class="m event" href="/entry/{entry}"' in text
        assert text.count(f'href="/entry/{entry}"') > 1

    def test_bytes_are_a_download(self, web: TestClient, examples: Path, ident: str) -> None:
        """The bytes come as they are, as plain text to be saved, in a sandbox."""
        with Archive.open(examples) as archive:
            sha256 = archive.article(ident).sha256
            data = archive.data(sha256)
        answer = web.get(f"/snapshot/{sha256}.txt")
        assert answer.content == data
        assert answer.headers["content-type"].startswith("text/plain")
        assert answer.headers["content-disposition"].startswith("attachment")
        assert "sandbox" in answer.headers["content-security-policy"]

    @pytest.mark.parametrize("name", ["x", "0" * 64, "../../etc/passwd", "%00"])
    def test_other_bytes_are_not_there(self, web: TestClient, name: str) -> None:
        """Only digests of snapshots name bytes."""
        assert web.get(f"/snapshot/{name}").status_code == 404

    def test_linked_data_names_the_article(self, web: TestClient, ident: str) -> None:
        """JSON-LD says NewsArticle, headline and publisher."""
        text = web.get(f"/article/{ident}").text
        linked = json.loads(re.search(r'ld\+json">(.*?)</script>', text, re.DOTALL)[1])  # type: ignore[index]
        assert linked["@type"] == "NewsArticle"
        assert linked["publisher"]["name"]


@pytest.mark.parametrize("path", ["/article/ffffffffffff", "/article/%3Cscript%3E", "/nothing", "/article/x.json"])
def test_what_is_not_there_is_said_with_a_search(web: TestClient, path: str) -> None:
    """An unknown address is a page with status 404, in the reader's language, with a search on it."""
    answer = web.get(path, headers=CHINESE)
    assert answer.status_code == 404
    if not path.endswith(".json"):
        assert 'action="/search"' in answer.text
        assert "没有" in answer.text


class TestLanguages:
    """The interface in three languages."""

    @pytest.mark.parametrize(
        ("accepted", "language", "word"),
        [
            ("zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans", "检索"),
            ("zh-TW", "zh-Hant", "檢索"),
            ("en-GB,zh;q=0.5", "en", "Search"),
            ("fr", "en", "Search"),
            ("zh;q=0.1,en;q=junk", "zh-Hans", "检索"),
            (";;;,,,=", "en", "Search"),
        ],
    )
    def test_the_browser_chooses(self, web: TestClient, accepted: str, language: str, word: str) -> None:
        """The first language of the browser that is spoken here, else English."""
        text = web.get("/search", headers={"accept-language": accepted}).text
        assert f'<html lang="{language}">' in text
        assert f"<h1>{word}</h1>" in text

    def test_the_reader_chooses(self, web: TestClient) -> None:
        """The switch is kept in a cookie; a made-up language is forgotten."""
        assert "shilu_ui=zh-Hant" in web.get("/?ui=zh-Hant").headers["set-cookie"]
        assert 'shilu_ui=""' in web.get("/?ui=%3Cx%3E").headers["set-cookie"]
        web.cookies.clear()


class TestForms:
    """Pages for programs."""

    @pytest.mark.parametrize("path", ["/index.json", "/search.json?q=会谈"])
    def test_json(self, web: TestClient, path: str) -> None:
        """Every page is also JSON."""
        answer = web.get(path)
        assert answer.headers["content-type"] == "application/json"
        assert answer.json()

    @pytest.mark.parametrize("path", ["/index.atom", "/search.atom?q=会谈"])
    def test_atom(self, web: TestClient, path: str) -> None:
        """A feed is well-formed, and each entry has title, address and time."""
        feed = ET.fromstring(web.get(path).content)  # noqa: S314 (our own answer)
        entries = feed.findall(f"{ATOM}entry")
        assert entries
        for entry in entries:
            assert entry.findtext(f"{ATOM}title")
            assert entry.findtext(f"{ATOM}id", "").startswith("http://testserver/")
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", entry.findtext(f"{ATOM}updated", ""))

    def test_csv(self, web: TestClient) -> None:
        """A list is a table with a head."""
        lines = web.get("/search.csv?q=会谈").text.splitlines()
        assert lines[0].lstrip("\ufeff").startswith("id,published,outlet,title")
        assert len(lines) > 3


class TestRecord:
    """People, places, and what was done."""

    def test_a_name_leads_to_an_encounter_and_its_sentence(self, web: TestClient) -> None:
        """From any name of a person to an entry of the chronicle to the block of the article that tells it."""
        person = web.get("/person/王毅").text
        entry = re.search(r'href="(/entry/e[0-9a-f]+)"', person)
        assert entry
        told = web.get(entry[1]).text
        sentence = re.search(r'href="/article/([0-9a-f]+)#(b\d+)"><bdi>[^<]*<mark>', told)
        assert sentence
        assert f'id="{sentence[2]}"' in web.get(f"/article/{sentence[1]}").text

    def test_any_name_has_the_same_page(self, web: TestClient) -> None:
        """布林肯, Blinken and the id give one page, which names the address that stays."""
        pages = [web.get(f"/person/{name}").text for name in ("布林肯", "Blinken", "p.antony-blinken")]
        assert {re.search(r'rel="canonical" href="([^"]+)"', page)[1] for page in pages} == {"/person/p.antony-blinken"}  # type: ignore[index]

    def test_unknown_names_offer_similar_ones(self, web: TestClient) -> None:
        """A name that nobody has is not found, with close ones."""
        answer = web.get("/people?name=王义")
        assert answer.status_code == 404
        assert "王毅" in answer.text
        assert web.get("/person/王义").status_code == 404

    def test_relations_of_two_are_the_same_from_both_sides(self, web: TestClient) -> None:
        """The encounters of A with B are those of B with A, by path and by form."""
        one = web.get("/relations/王毅/布林肯.json").json()
        other = web.get("/relations.json", params={"of": "Blinken", "with": "Wang Yi"}).json()
        assert one["total"] == other["total"] > 0
        assert one["counts"] == other["counts"]

    def test_a_line_of_the_network_leads_to_what_it_counts(self, web: TestClient) -> None:
        """Two who are joined have as many encounters as the line says, and the drawing is the same each time."""
        found = web.get("/meetings.json").json()
        assert found == web.get("/meetings.json").json()
        for pair in found["pairs"][:5]:
            both = web.get("/chronicle.json", params={"party": pair["left"], "with": pair["right"], "type": "CONSULT"})
            assert both.json()["total"] >= pair["entries"] > 0
        names = {node["name"] for node in found["network"]["nodes"]}
        assert "王毅" in names
        assert web.get("/meetings?since=gestern").status_code == 400
        assert web.get("/meetings.json?since=1990&until=1990").json()["pairs"] == []

    def test_the_map_shows_places_where_they_lie(self, web: TestClient) -> None:
        """慕尼黑 lies in the middle of Europe, and its circle leads to its encounters."""
        found = web.get("/map.json").json()
        spot = next(spot for spot in found["spots"] if "慕尼黑" in spot["names"])
        assert (round(spot["x"]), round(spot["y"])) == (532, 100)
        listed = web.get("/chronicle.json", params={"place": spot["names"][0], "type": "CONSULT"}).json()
        assert listed["total"] >= spot["entries"] > 0
        assert web.get("/map?since=gestern").status_code == 400
        assert web.get("/static/world.svg").status_code == 200

    def test_a_bar_leads_to_what_it_counts(self, web: TestClient) -> None:
        """The link of a mark in the chronicle's chart lists as many entries as the mark says."""
        bars = [bar for bar in web.get("/chronicle.json").json()["over_time"] if bar["value"]]
        assert bars
        for bar in bars[:5]:
            narrowed = web.get(bar["href"].replace("/chronicle?", "/chronicle.json?")).json()
            assert narrowed["total"] >= bar["value"]

    def test_what_has_no_day_is_a_link_away(self, web: TestClient) -> None:
        """Left out where nothing is asked for, entries without a date are listed by their own filter."""
        whole = web.get("/chronicle")
        assert "dated=none" in whole.text
        undated = web.get("/chronicle.json?dated=none").json()
        assert undated["total"] > 0
        assert {day["date"] for day in undated["days"]} == {None}
        assert 'name="dated" value="none"' in web.get("/chronicle?dated=none").text
        for page in ("chronicle", "meetings", "map", "stories"):
            turned = web.get(f"/{page}?since=2024-03&until=2024-02")
            assert (turned.status_code, "时间段的结束早于开始" in turned.text) == (400, True), page

    def test_what_is_no_choice_is_refused(self, web: TestClient) -> None:
        """A status that there is none of must not list all; the message says which there are."""
        for page, field in (("chronicle", "status"), ("chronicle", "type"), ("stories", "sort"), ("search", "sort")):
            wrong = web.get(f"/{page}?q=会谈&{field}=foo")
            assert (wrong.status_code, "foo" in wrong.text) == (400, True), page
            assert web.get(f"/{page}?q=会谈&{field}=").status_code == 200

    @pytest.mark.parametrize(
        ("page", "field", "code", "words"),
        [
            ("chronicle", "type", "SANCTION", ("sanction", "制裁", "製裁")),
            ("chronicle", "form", "talks", ("会谈", "會談")),
            ("chronicle", "status", "planned", ("计划", "計劃", "Planned")),
            ("quotations", "kind", "direct", ("直接",)),
            ("stories", "sort", "spread", ("媒体最多", "most outlets")),
        ],
    )
    def test_a_choice_may_be_named_by_its_word(
        self, web: TestClient, page: str, field: str, code: str, words: tuple[str, ...]
    ) -> None:
        """In either language and script, as on the command line; the page shows which one is on."""
        wanted = web.get(f"/{page}.json", params={field: code}).json()
        for word in words:
            answer = web.get(f"/{page}.json", params={field: word}).json()
            assert answer.get("total", 0) == wanted["total"]
            assert f'value="{code}" selected' in web.get(f"/{page}", params={field: word}).text

    def test_a_mistaken_choice_is_told_in_the_language_of_the_page(self, web: TestClient) -> None:
        """With the words there are, and the filter that has the word; dates without the name of a parameter."""
        wrong = web.get("/chronicle?type=会晤", headers=CHINESE).text
        assert "没有“会晤”，有：同意、往来" in wrong
        assert "form=meeting" in wrong
        assert (
            "There is no “会晤” here, but: agreement"
            in web.get("/chronicle?type=会晤", headers={"accept-language": "en"}).text
        )
        assert web.get("/quotations?kind=foo").status_code == 400
        for page in ("chronicle", "people", "stories", "search", "quotations"):
            dated = re.search(r"<strong>(.*?)</strong>", web.get(f"/{page}?since=gestern", headers=CHINESE).text)
            assert dated
            assert dated[1] == "&#39;gestern&#39; 不是年、月或日", page

    def test_words_leave_what_is_told_with_them(self, web: TestClient) -> None:
        """Words of a telling's paragraph find its entry in either script; words nobody wrote find none."""
        totals = [web.get(f"/chronicle.json?about={words}").json()["total"] for words in ("会谈", "會談", "无此字句")]
        assert totals[0] == totals[1] > totals[2] == 0
        assert totals[0] < web.get("/chronicle.json").json()["total"]

    def test_a_status_shows_what_is_to_come(self, web: TestClient) -> None:
        """Who asks for plans wants those ahead of the last report, and those without a day."""
        found = web.get("/chronicle.json?status=planned").json()
        assert found["until"] is None
        assert found["total"] >= web.get("/chronicle.json?status=planned&until=2024-10-14").json()["total"]

    def test_filters_that_cannot_be_read_are_said(self, web: TestClient) -> None:
        """A date that is none, or a party nobody knows, is a mistake of the question."""
        assert web.get("/chronicle?since=gestern").status_code == 400
        assert [web.get(f"/chronicle{form}?statut=planned").status_code for form in ("", ".json", ".csv")] == [
            200,
            400,
            400,
        ]
        assert web.get("/chronicle.json?mode=抵制").json()["asked"]["mode"] == "discontinue"
        assert web.get("/chronicle?party=无此人名").status_code == 400
        assert web.get("/chronicle?place=无此地名").status_code == 400
        assert web.get("/chronicle?about=title:会谈").status_code == 400
        mistyped = web.get("/chronicle?party=王毅&place=慕尼黑镇").text
        assert 'href="/chronicle?party=%E7%8E%8B%E6%AF%85&place=%E6%85%95%E5%B0%BC%E9%BB%91"' in mistyped.replace(
            "&amp;", "&"
        )
        assert web.get("/people?since=gestern").status_code == 400

    def test_entries_are_events_for_other_programs(self, web: TestClient) -> None:
        """JSON-LD says Event with who took part; the CSV has one line for each entry."""
        found = web.get("/chronicle.json").json()["days"][0]["entries"][0]
        text = web.get(f"/entry/{found['id']}").text
        linked = json.loads(re.search(r'ld\+json">(.*?)</script>', text, re.DOTALL)[1])  # type: ignore[index]
        assert linked["@type"] == "Event"
        assert linked["attendee"]
        assert found["id"] in web.get("/chronicle.csv").text

    def test_statements_are_found_by_who_said_them(self, web: TestClient) -> None:
        """A name and words lead to statements, each with the block that holds it; JSON-LD says Quotation."""
        found = web.get("/quotations.json", params={"by": "Wang Yi"}).json()
        assert found["total"] > 0
        assert {one["speaker"] for one in found["statements"]} == {"王毅"}
        text = web.get("/quotations", params={"by": "Wang Yi"}).text
        linked = json.loads(re.search(r'ld\+json">(.*?)</script>', text, re.DOTALL)[1])  # type: ignore[index]
        assert {one["@type"] for one in linked["@graph"]} == {"Quotation"}
        assert f'href="/article/{found["statements"][0]["shown"]["article"]}#b' in text
        assert "言论" in web.get("/person/王毅", headers=CHINESE).text

    def test_questions_about_nobody_are_said(self, web: TestClient) -> None:
        """A speaker nobody knows, and words that cannot be read, are mistakes of the question."""
        assert web.get("/quotations?by=无此人名").status_code == 400
        assert web.get("/quotations?q=“没有配对").status_code == 400
        assert web.get("/quotations", params={"q": "王" * 301}).status_code == 400

    def test_a_story_has_all_its_articles(self, web: TestClient) -> None:
        """The largest story is listed with its outlets; its page has each article, its article leads back to it."""
        story = web.get("/stories.json?sort=size").json()["stories"][0]
        assert len(story["outlets"]) > 1
        whole = web.get(f"/story/{story['id']}.json").json()
        assert sum(lane["articles"] for lane in whole["lanes"]) == story["count"]
        page = web.get(f"/story/{story['id']}").text
        for told in whole["articles"]:
            assert f'href="/article/{told["article"]["id"]}"' in page
        assert f'href="/story/{story["id"]}"' in web.get(f"/article/{whole['articles'][0]['article']['id']}").text

    def test_stories_by_word_and_place(self, web: TestClient) -> None:
        """Words and a place narrow the list; a place nobody names is a mistake that offers another place."""
        every = {one["id"] for one in web.get("/stories.json").json()["stories"]}
        some = {one["id"] for one in web.get("/stories.json?q=会谈").json()["stories"]}
        assert set() < some < every
        assert web.get("/stories.json?q=没有这样的词语").json()["stories"] == []
        assert web.get("/stories?q=“没有配对").status_code == 400
        unknown = web.get("/stories?place=慕尼黑镇")
        assert unknown.status_code == 400
        assert "/stories?place=" in unknown.text

    def test_every_count_of_a_comparison_has_its_sentences(self, web: TestClient) -> None:
        """A row's page has the sentences that its cells count; an unknown row is not found."""
        story = web.get("/stories.json?sort=spread").json()["stories"][0]["id"]
        row = web.get(f"/story/{story}/compare.json").json()["rows"][0]
        page = web.get(f"/story/{story}/compare", params={"section": row["section"], "key": row["key"]}).text
        for cell in row["cells"]:
            for sentence in cell["sentences"][:12]:
                assert f'href="/article/{sentence["article"]}#b{sentence["block"]}"' in page
        assert web.get(f"/story/{story}/compare?section=person&key=x").status_code == 404

    def test_hits_of_one_story_stand_together(self, web: TestClient) -> None:
        """A page of hits shows each hit once, those of a story below the first of them."""
        found = web.get("/search.json?q=会谈&limit=100").json()
        shown = [hit["id"] for group in found["groups"] for hit in (group["hit"], *group["others"])]
        assert sorted(shown) == sorted(hit["id"] for hit in found["found"]["hits"])
        assert any(group["others"] for group in found["groups"])

    def test_health_counts_what_status_counts(self, web: TestClient, examples: Path) -> None:
        """The page of problems has the numbers of ``shilu status``, and each code leads to its articles."""
        found = web.get("/problems.json").json()
        with Archive.open(examples) as archive:
            articles = archive.db.execute("SELECT count(*) FROM articles").fetchone()[0]
        assert found["status"]["articles"] == articles
        assert found["index_current"]
        assert found["chronicle_current"]
        for problem in found["problems"]:
            lines = web.get(problem["href"].replace("/problems?", "/problems.json?")).json()["lines"]
            assert len({line["article"] for line in lines}) == problem["value"]


class TestHostile:
    """Posts are somebody else's text, never our page's markup."""

    @pytest.mark.parametrize("path", ["/", "/search?q=正文", "/index.atom", "/search.atom?q=正文"])
    def test_nothing_of_it_is_markup(self, hostile: TestClient, path: str) -> None:
        """Titles and texts are escaped; marks that turn the direction of what follows are taken out."""
        text = hostile.get(path).text
        assert "alert(1)" in text
        assert not re.search(r"<(?:img|svg onload|script>)", text)
        assert "49" not in re.sub(r"[0-9a-f]{16}", "", text)
        if "atom" not in path:
            assert not re.search("[\u202a-\u202e\u2066-\u2069]", text)

    def test_every_article_opens(self, hostile: TestClient) -> None:
        """Each of them has its page, in which the text stands as text, and no link leads to a script."""
        lines = [line for day in hostile.get("/index.json").json()["latest"] for line in day["articles"]]
        assert len(lines) == len(HOSTILE) + 1
        for line in lines:
            text = hostile.get(f"/article/{line['id']}").text
            assert not re.search(r"<(?:img|svg onload|script>)", text)
            assert 'href="javascript' not in text
            linked = re.search(r'ld\+json">(.*?)</script>', text, re.DOTALL)
            assert linked
            assert json.loads(linked[1])["@type"] == "NewsArticle"

    def test_spreadsheets_see_no_formula(self, hostile: TestClient) -> None:
        """A title that begins like a formula is kept from being one."""
        assert "'=HYPERLINK(1)" in hostile.get("/search.csv?q=正文&limit=100").text

    def test_other_names_of_the_host_are_refused(self, hostile: TestClient) -> None:
        """A page elsewhere whose name points here gets nothing."""
        assert hostile.get("/", headers={"host": "evil.example"}).status_code == 400


class TestTrouble:
    """Archives that cannot be read as usual."""

    def test_an_archive_of_a_newer_version_is_said(self, tmp_path: Path) -> None:
        """The page says what to do, and is no traceback."""
        with Archive.create_or_open(tmp_path / "a") as archive:
            archive.db.execute("PRAGMA user_version = 99")
        with TestClient(application(tmp_path / "a", hosts=("testserver",))) as client:
            answer = client.get("/", headers=CHINESE)
            assert "newer shilu" in client.get("/", headers={"accept-language": "en"}).text
        assert answer.status_code == 503
        assert "较新的 shilu 写的" in answer.text

    def test_an_empty_archive_has_a_first_page(self, tmp_path: Path) -> None:
        """Nothing to show is said."""
        Archive.create_or_open(tmp_path / "a").close()
        with TestClient(application(tmp_path / "a", hosts=("testserver",))) as client:
            assert "shilu add" in client.get("/").text

    def test_an_archive_that_is_ahead_of_what_is_derived_says_so(self, examples: Path, tmp_path: Path) -> None:
        """While articles come in, pages show what is there, and tell that the newest are missing."""
        folder = shutil.copytree(examples, tmp_path / "a")
        with TestClient(application(folder, hosts=("testserver",))) as client:
            assert "written to" not in client.get("/search?q=会谈", headers={"accept-language": "en"}).text
            with Archive.open(folder, read_only=False) as archive, archive.writing():
                archive.db.execute("UPDATE articles SET changed = changed + 1000000")
                for path, told in (
                    ("/search?q=会谈", "The newest articles cannot be searched yet"),
                    ("/chronicle", "Newer articles are not in the chronicle yet"),
                    ("/stories", "Newer articles are in no story yet"),
                    ("/problems", "The archive is being written to"),
                ):
                    answer = client.get(path, headers={"accept-language": "en"})
                    assert answer.status_code == 200
                    assert told in answer.text, path

    @pytest.mark.parametrize("address", ADDRESSES, ids=lambda address: address.path)
    def test_no_question_breaks_a_page(self, web: TestClient, address: Address) -> None:
        """Whatever stands in path and parameters, the answer is a page or says what is wrong, in every form."""
        for value in ("\x00", "'\"--", "%", "99999999999", "-1", "2021-13-45", "“", "王" * 400, "../..", "\ufffe", " "):
            path = re.sub(r"\{[^}]+\}", quote(value, safe=""), stem(address))
            for form in ("json", *address.forms):
                answer = web.get(f"{path}.{form}", params=dict.fromkeys(address.asks, value))
                assert answer.status_code in (200, 400, 404, 414), (path, value)
            path = re.sub(r"\{[^}]+\}", quote(value, safe=""), address.path)
            for name in address.asks:
                assert web.get(path, params={name: value}).status_code in (200, 400, 404, 414), (path, name, value)

    def test_nothing_can_be_written(self, web: TestClient) -> None:
        """Other methods than reading are refused."""
        assert web.post("/search", data={"q": "x"}).status_code == 405
        assert web.delete("/").status_code == 405


class TestDescription:
    """The OpenAPI description is true."""

    @pytest.mark.parametrize("address", ADDRESSES, ids=lambda address: address.path)
    def test_json_is_what_the_description_says(self, web: TestClient, examples: Path, address: Address) -> None:
        """The JSON of every page is the record that its schema is made from."""
        with Archive.open(examples) as archive:
            article = archive.db.execute("SELECT id FROM articles WHERE revisions > 1").fetchone()[0]
            entry = archive.db.execute("SELECT id FROM entries").fetchone()[0]
            story = archive.db.execute("SELECT id FROM stories").fetchone()[0]
        idents = {"/article": article, "/entry": entry, "/story": story}
        idents |= {"/person": "王毅", "/org": "美国国务院", "/place": "慕尼黑"}
        first = "/" + address.path.split("/")[1]
        path = stem(address).replace("{ident:path}", "{ident}")
        path = path.format(ident=idents.get(first, ""), left="王毅", right="布林肯")
        answer = web.get(f"{path}.json", params={"q": "会谈"} if first == "/search" else {})
        assert answer.status_code == 200
        if address.holds:
            assert msgspec.json.decode(answer.content, type=address.holds)

    def test_every_page_is_in_the_guide(self) -> None:
        """docs/web.md names each address with each of its forms."""
        guide = (Path(__file__).parents[1] / "docs" / "web.md").read_text("utf-8")
        rows = [line.split("|") for line in guide.splitlines() if line.startswith("| `/")]
        told = {name: forms for _, names, _, forms, _ in rows for name in re.findall(r"`([^`]+)`", names)}
        for address in ADDRESSES:
            forms = told[address.path.replace(":path", "")]
            assert all(f".{form}" in forms for form in ("json", *address.forms)), address.path

    def test_every_page_is_described(self, web: TestClient) -> None:
        """Each address is there in each of its forms, with its parameters."""
        told = web.get("/openapi.json").json()
        assert told["openapi"] == "3.1.0"
        assert len(told["paths"]) == sum(1 + len(address.forms) for address in ADDRESSES)
        named = {one["name"] for path in told["paths"].values() for one in path["get"]["parameters"]}
        assert named - {"ident", "left", "right"} == PARAMETERS.keys()
