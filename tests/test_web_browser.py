"""The main ways through the reading room in a real browser, with and without JavaScript; axe; hostile posts."""

from __future__ import annotations

import functools
import http.server
import re
import threading
from typing import TYPE_CHECKING, ClassVar

import msgspec
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from archives import post, simple_reader, write_posts
from browser import browsing, served
from shilu.archive import Archive
from shilu.archive.add import add
from shilu.archive.readings import Step
from shilu.chronicle.entries.keeping import update
from shilu.knowledge import authority
from shilu.records import Article, Block, Image, Snapshot
from tellings import BLINKEN, WANG, event, telling_post, telling_step

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

PHONE, DESK = (390, 844), (1280, 900)
HOSTILE = [
    "<script>window.broken = 1</script>",
    '"><img src=x onerror="window.broken = 1">',
    "<svg onload='window.broken = 1'>",
    "</script></title><iframe srcdoc='<script>parent.broken = 1</script>'>",
    "\u202eevil\u2066",
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The browser."""
    with browsing() as found:
        yield found


@pytest.fixture(scope="module")
def room(examples: Path) -> Iterator[str]:
    """The reading room of the example posts."""
    with served(examples) as address:
        yield address


@pytest.fixture(scope="module")
def paths(examples: Path) -> list[str]:
    """One address of every kind of page."""
    with Archive.open(examples) as archive:
        article = archive.db.execute("SELECT id FROM articles WHERE revisions > 1").fetchone()[0]
        entry = archive.db.execute("SELECT id FROM entries ORDER BY sources DESC, id").fetchone()[0]
        story = archive.db.execute("SELECT id FROM stories ORDER BY articles DESC, id").fetchone()[0]
    return [
        "/",
        "/search",
        "/search?q=會談",
        "/search?q=王毅 -",
        f"/article/{article}",
        f"/article/{article}/revisions",
        "/people",
        "/person/王毅",
        "/place/慕尼黑",
        "/chronicle",
        f"/entry/{entry}",
        "/quotations?by=王毅",
        "/relations",
        "/relations/王毅/布林肯",
        "/map",
        "/meetings",
        "/stories",
        f"/story/{story}",
        f"/story/{story}/compare",
        "/outlets",
        "/problems",
        "/no/such/page",
    ]


@pytest.fixture(params=[True, False], ids=["with-js", "without-js"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of a Chinese browser, with JavaScript and without."""
    context = browser.new_context(locale="zh-CN", java_script_enabled=request.param)
    yield context.new_page()
    context.close()


def test_a_traditional_query_finds_an_article(page: Page, room: str) -> None:
    """Type 會談 on the first page, open the best hit, and read it with its marks."""
    page.goto(room)
    page.get_by_role("searchbox").fill("會談")
    page.get_by_role("button", name="检索").click()
    expect(page.locator(".hit mark").first).to_be_visible()
    page.locator(".hit h2 a").first.click()
    expect(page.locator(".text .m.person").first).to_be_visible()


def test_a_person_leads_to_an_encounter_and_its_sentence(page: Page, room: str) -> None:
    """From a name in an article to the person, an encounter, and the very block that tells it."""
    page.goto(f"{room}/search?q=王毅 布林肯 会谈")
    page.locator(".hit h2 a").first.click()
    page.locator(".text a.m.person", has_text="王毅").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("王毅")
    page.locator(".deed a.title").first.click()
    sentence = page.locator(".account blockquote a").first
    words = sentence.inner_text()
    sentence.click()
    block = page.locator(f"#{page.url.rpartition('#')[2]}")
    expect(block).to_be_in_viewport()
    assert words[:8] in block.inner_text()


def test_a_story_is_compared(page: Page, room: str) -> None:
    """From the largest story to the matrix of its outlets, to the sentences of one row, to the block of one of them."""
    page.goto(f"{room}/stories?sort=size")
    page.locator(".deed a.title").first.click()
    expect(page.locator(".lane-row").first).to_be_visible()
    page.get_by_role("link", name="比较各家").click()
    page.locator(".matrix tbody th a").first.click()
    page.locator(".account blockquote a").first.click()
    expect(page.locator(f"#{page.url.rpartition('#')[2]}")).to_be_in_viewport()


def test_filters_are_folded_on_a_phone(browser: Browser, room: str) -> None:
    """Folded they say what is on; unfolded they can be changed; wide screens have them open. No script is needed."""
    context = browser.new_context(locale="zh-CN", java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{room}/chronicle?party=王毅&form=meeting&since=2024-02")
    field = page.locator("input[name=party]")
    expect(field).to_be_hidden()
    fold = page.locator(".fold summary")
    expect(fold).to_have_text(re.compile("谁 王毅.*会晤.*2024-02"))
    expect(page.locator(".deed").first).to_be_in_viewport()
    fold.click()
    expect(field).to_be_visible()
    page.set_viewport_size({"width": 1280, "height": 900})
    page.reload()
    expect(field).to_be_visible()
    expect(fold).to_be_hidden()
    context.close()


def test_a_comparison_fits_a_phone(browser: Browser, room: str) -> None:
    """Every count of the matrix stands on the screen with its outlet; nothing waits beyond the edge."""
    page = browser.new_page(locale="zh-CN", viewport={"width": 390, "height": 844})
    page.goto(f"{room}/stories?sort=size")
    page.locator(".deed a.title").first.click()
    page.get_by_role("link", name="比较各家").click()
    cells = page.locator(".matrix td[data-of]")
    assert cells.count() > 1
    for cell in cells.all():
        box = cell.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
    outlet = cells.first.get_attribute("data-of")
    assert outlet in page.evaluate(
        "getComputedStyle(document.querySelector('.matrix td[data-of]'), '::before').content"
    )
    page.close()


def test_the_sentences_of_an_entry_are_folded_but_printed(browser: Browser, tmp_path: Path) -> None:
    """Three of an outlet stand, the rest is one click away, without a script; paper has all, and each once."""
    posts = {
        f"{n}.md": telling_post(n, "jia", "2024-02-17", event((BLINKEN, WANG), "2024-02-16", text=f"{min(n, 5)}号会晤"))
        for n in range(7)
    }
    source = write_posts(tmp_path / "p", posts)
    add(tmp_path / "a", [str(source)], workers=1, reader=simple_reader, step=Step("telling.v1", telling_step))
    with Archive.open(tmp_path / "a", read_only=False) as archive, archive.writing():
        update(archive, authority())
        entry = archive.db.execute("SELECT id FROM entries").fetchone()[0]
    context = browser.new_context(locale="zh-CN", java_script_enabled=False)
    page = context.new_page()
    with served(tmp_path / "a") as room:
        page.goto(f"{room}/entry/{entry}")
        sentences = page.locator(".account blockquote")
        expect(sentences.filter(visible=True)).to_have_count(3)
        page.emulate_media(media="print")
        expect(sentences.filter(visible=True)).to_have_count(6)
        expect(page.locator(".fold")).to_be_hidden()
        page.emulate_media(media="screen")
        page.get_by_text("另有 3 句").click()
        expect(sentences.filter(visible=True)).to_have_count(6)
        expect(page.locator(".account .where", has_text="又见").get_by_role("link")).to_have_count(1)
        outlet = page.locator(".account h3").inner_text()
        page.goto(f"{room}/entry/{entry}?outlet={outlet}")
        expect(sentences.filter(visible=True)).to_have_count(6)  # every sentence of the one that is asked for
        page.get_by_role("link", name="所有媒体").click()
        expect(sentences.filter(visible=True)).to_have_count(3)
    context.close()


def test_script_and_language_are_switched(page: Page, room: str) -> None:
    """繁體 for the texts and English for the interface stay chosen on the next page."""
    page.goto(f"{room}/search?q=会谈")
    page.get_by_role("contentinfo").get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.locator(".choice", has_text="Texts").get_by_role("link", name="繁體").click()
    expect(page.locator(".hit mark").first).to_have_text("會談")
    page.get_by_role("link", name="Chronicle").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_marks_are_switched_off(page: Page, room: str) -> None:
    """Unticking a kind in the legend takes its underline away, without a script."""
    page.goto(f"{room}/search?q=王毅 布林肯 会谈")
    page.locator(".hit h2 a").first.click()
    mark = page.locator(".text .m.person").first
    expect(mark).to_have_css("text-decoration-line", "underline")
    page.locator("#show-person").uncheck()
    expect(mark).to_have_css("text-decoration-line", "none")


def test_keys_move_through_a_list(browser: Browser, room: str) -> None:
    """``/`` goes to the search, ``j`` and ``k`` through the hits, Enter opens one."""
    page = browser.new_page(locale="zh-CN")
    page.goto(f"{room}/search?q=会谈")
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator(".hit").nth(1).locator("h2 a")).to_be_focused()
    page.keyboard.press("k")
    expect(page.locator(".hit").nth(0).locator("h2 a")).to_be_focused()
    page.keyboard.press("/")
    expect(page.locator("main input[name=q]")).to_be_focused()
    page.keyboard.type("j")
    expect(page.locator("main input[name=q]")).to_be_focused()
    page.close()


@pytest.mark.parametrize(("size", "scheme"), [(PHONE, "dark"), (DESK, "light")], ids=["phone-dark", "desk-light"])
def test_every_page_is_accessible_and_fits(
    browser: Browser, room: str, paths: list[str], size: tuple[int, int], scheme: str
) -> None:
    """Axe finds no fault, nothing is wider than the screen, nothing moves, and nothing comes from elsewhere."""
    context = browser.new_context(
        locale="zh-CN",
        viewport={"width": size[0], "height": size[1]},
        color_scheme=scheme,  # type: ignore[arg-type]
        bypass_csp=True,  # axe is put into the page
    )
    context.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => { for (const e of list.getEntries()) moved += e.value })"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    found: list[object] = []
    for path in paths:
        page.goto(room + path)
        if page.evaluate("document.documentElement.scrollWidth - innerWidth") > 0:
            found.append((path, "wider than the screen"))
        if page.evaluate("moved") >= 0.01:
            found.append((path, "moves while it loads"))
        faults = Axe().run(page).response["violations"]
        found += [(path, fault["id"], [node["html"] for node in fault["nodes"]][:2]) for fault in faults]
    assert found == []
    assert {url for url in asked if not url.startswith(room + "/")} == set()
    context.close()


def test_the_policy_hinders_nothing_of_ours(browser: Browser, room: str, paths: list[str]) -> None:
    """No page breaks its own content policy, and none has an error but the status that it means to have."""
    page = browser.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    for path in paths:
        page.goto(room + path)
    assert [text for text in told if "status of 40" not in text] == []
    page.close()


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A reading room of posts that try to break it."""
    folder = tmp_path_factory.mktemp("hostile")
    posts = {f"{number}.md": post(number, title=text, body=f"正文{text}") for number, text in enumerate(HOSTILE)}
    add(folder / "a", [str(write_posts(folder / "p", posts))], workers=1, read=False, reader=simple_reader)
    with served(folder / "a") as address:
        yield address


class _Pictures(http.server.BaseHTTPRequestHandler):
    """A publisher's server of pictures that remembers who asked."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        """Answer with one dot."""
        self.asked.append(f"{self.path} {self.headers.get('Referer', 'no referrer')}")
        self.send_response(200)
        self.send_header("Content-Type", "image/svg+xml")
        self.end_headers()
        self.wfile.write(b'<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"/>')

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def _with_pictures(address: str, snapshot: Snapshot) -> Article:
    article = simple_reader(snapshot)
    pictures = (Image(f"{address}/1.svg", "街头的<b>灯</b>"), Image(f"{address}/2.svg"), Image("javascript:alert(1)"))
    blocks = (*article.blocks, Block("caption", "街头的<b>灯</b>"))
    return msgspec.structs.replace(article, images=pictures, blocks=blocks)


def test_pictures_come_only_when_asked_for(page: Page, tmp_path: Path) -> None:
    """None is loaded until the reader says so; then each at its caption, without a referrer; not on the next page."""
    _Pictures.asked.clear()
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Pictures) as publisher:
        threading.Thread(target=publisher.serve_forever, daemon=True).start()
        reader = functools.partial(_with_pictures, f"http://127.0.0.1:{publisher.server_port}")
        posts = write_posts(tmp_path / "p", {"1.md": post(1), "2.md": post(2)})
        add(tmp_path / "a", [str(posts)], workers=1, read=False, reader=reader)
        with served(tmp_path / "a") as room:
            page.goto(room)
            page.locator(".line a.title").first.click()
            expect(page.locator(".caption")).to_contain_text("街头的<b>灯</b>")
            page.wait_for_load_state("networkidle")
            assert (page.locator("main img").count(), _Pictures.asked) == (0, [])
            page.get_by_role("link", name="显示 2 张图片").click()
            pictures = page.locator("main img")
            expect(pictures).to_have_count(2)
            expect(pictures.first).to_have_attribute("alt", "街头的<b>灯</b>")
            for picture in pictures.all():
                picture.scroll_into_view_if_needed()
                expect(picture).to_have_js_property("naturalWidth", 3)
            assert sorted(_Pictures.asked) == ["/1.svg no referrer", "/2.svg no referrer"]
            page.get_by_role("link", name="不再显示").click()
            expect(pictures).to_have_count(0)
            page.goto(room)
            page.locator(".line a.title").last.click()
            page.wait_for_load_state("networkidle")
            assert len(_Pictures.asked) == 2
        publisher.shutdown()


@pytest.mark.parametrize("bypass", [False, True], ids=["policy", "no-policy"])
def test_hostile_posts_do_nothing(browser: Browser, hostile: str, bypass: bool) -> None:
    """No script of a post runs on any page: escaping alone holds, and the policy behind it."""
    context: BrowserContext = browser.new_context(bypass_csp=bypass)
    page = context.new_page()
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.goto(hostile)
    links = [link.get_attribute("href") or "" for link in page.locator(".line a.title").all()]
    assert len(links) == len(HOSTILE)
    for path in ["/", "/search?q=正文", *links]:
        page.goto(hostile + path)
        assert page.evaluate("window.broken") is None, path
        assert page.locator("main iframe, main img, main script").count() == 0, path
        assert not re.search("[\u202a-\u202e\u2066-\u2069]", page.title())
    context.close()
