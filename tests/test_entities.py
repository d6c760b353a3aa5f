"""People, organisations and places across articles: lists, profiles, names that are mistyped."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest

from archives import simple_reader, write_posts
from shilu.archive import Archive, index
from shilu.archive.add import add
from shilu.archive.entities.bearers import bearers
from shilu.archive.entities.filters import resolved
from shilu.archive.entities.listing import listed
from shilu.archive.entities.profile import profile
from shilu.archive.query import parse
from shilu.archive.search import search
from shilu.cli import main
from shilu.errors import KnowledgeError, NotFound, QueryError
from shilu.knowledge import authority

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

POSTS = {
    "jia/1": ("2021-03-02", "前总统特朗普会见来宾", "美国前总统特朗普周二在佛罗里达会见来宾。特朗普没有发表讲话。"),
    "yi/2": ("2021-03-05", "川普將訪問德州", "美國前總統川普將訪問德州。國務卿布林肯（Antony Blinken）沒有置評。"),
    "jia/3": ("2021-03-20", "布林肯会见王毅", "美国国务卿布林肯会见了中国外长王毅。北约没有置评。"),
    "yi/4": ("2021-04-01", "张德海谈北约", "清华大学教授张德海（Zhang Dehai）说，北约正在改变。张德海还说，形势复杂。"),
    "jia/5": ("2021-04-02", "天气", "明天有雨。"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of a few articles of two outlets."""
    place = tmp_path_factory.mktemp("entities")
    posts = {
        f"{name.replace('/', '-')}.md": f"https://{name.split('/')[0]}.example/{name}\n{title}\n{day}T08:00:00Z\n{text}"
        for name, (day, title, text) in POSTS.items()
    }
    add(place / "archive", [str(write_posts(place / "posts", posts))], workers=1, reader=simple_reader)
    return place / "archive"


@pytest.fixture
def archive(folder: Path) -> Iterator[Archive]:
    """The same, open."""
    with Archive.open(folder) as opened:
        yield opened


def test_one_character_of_two_is_not_alike(archive: Archive) -> None:
    """Unless both begin with it: 王意 is 王毅 mistyped, 约北 is no 北约."""
    for typed, close in (("王意", ("王毅",)), ("约北", ())):
        with pytest.raises(NotFound) as raised:
            bearers(archive.db, authority(), typed)
        assert raised.value.close == close


def test_one_person_is_one_line_whatever_the_rendering(archive: Archive) -> None:
    """特朗普 and 川普 are counted together, with both names and the days between which they are named."""
    (trump,) = [one for one in listed(archive, authority(), "person") if one.id == "p.donald-trump"]
    assert (trump.name, trump.articles, trump.mentions) == ("唐纳德·特朗普", 2, 5)
    assert set(trump.also) == {"特朗普", "川普"}
    assert (trump.first, trump.last, trump.in_authority) == ("2021-03-02", "2021-03-05", True)


def test_those_in_most_articles_come_first(archive: Archive) -> None:
    """Order and limit."""
    people = listed(archive, authority(), "person")
    assert [one.articles for one in people] == sorted((one.articles for one in people), reverse=True)
    assert listed(archive, authority(), "person", limit=2) == people[:2]


FILTERS = [
    ({"outlet": "乙"}, {"p.donald-trump", "p.antony-blinken", "x.person.张德海"}),
    ({"since": "2021-03-20"}, {"p.antony-blinken", "p.wang-yi", "x.person.张德海"}),
    ({"until": "2021-03"}, {"p.donald-trump", "p.antony-blinken", "p.wang-yi"}),
    ({"since": "2021-3-3", "until": "2021-03-05"}, {"p.donald-trump", "p.antony-blinken"}),
    ({"outlet": "甲报", "since": "2021-04"}, set()),
]


@pytest.mark.parametrize(("filters", "expected"), FILTERS)
def test_lists_of_some_articles(archive: Archive, filters: dict[str, str], expected: set[str]) -> None:
    """Outlet and time narrow a list, and its counts and days."""
    found = listed(archive, authority(), "person", **filters)  # type: ignore[arg-type]
    assert {one.id for one in found} == expected
    narrowed = sum(one.articles for one in found)
    assert narrowed < sum(one.articles for one in listed(archive, authority(), "person"))


def test_other_kinds(archive: Archive) -> None:
    """Organisations and places have lists of their own."""
    assert {"o.nato"} <= {one.id for one in listed(archive, authority(), "org")}
    assert {"l.us", "l.cn"} <= {one.id for one in listed(archive, authority(), "place")}


def test_filters_that_cannot_be_read(archive: Archive) -> None:
    """An unknown outlet is told with similar ones, a date that is none with what is wanted."""
    with pytest.raises(NotFound, match="丙报"):
        listed(archive, authority(), "person", outlet="丙报")
    with pytest.raises(QueryError, match="since"):
        listed(archive, authority(), "person", since="三月")


@pytest.mark.parametrize("name", ["川普", "特朗普", "唐納德·特朗普", "Donald Trump", "p.donald-trump"])
def test_any_rendering_means_the_person(archive: Archive, name: str) -> None:
    """Names of articles and of the authority, in any script, and ids."""
    assert [one.id for one in bearers(archive.db, authority(), name)] == ["p.donald-trump"]


@pytest.mark.parametrize(
    ("typed", "meant"), [("布林根", "布林肯"), ("张得海", "张德海"), ("Antony Blinkn", "Antony Blinken")]
)
def test_mistyped_names_find_similar_ones(archive: Archive, typed: str, meant: str) -> None:
    """Where no article has the name, those written alike are offered."""
    with pytest.raises(NotFound) as raised:
        bearers(archive.db, authority(), typed)
    assert meant in raised.value.close


def test_profile_of_one_whom_the_authority_knows(archive: Archive) -> None:
    """Offices with their dates, roles as stated with a sentence, companions and articles."""
    found = profile(archive, authority(), "布林肯")
    assert ("国务卿", "美国", "2021-01-26") in [(held.title, held.of, held.since) for held in found.offices]
    role = next(role for role in found.roles if role.role == "美国国务卿")
    assert (role.articles, role.first) == (1, "2021-03-20")
    assert role.example.text == "美国国务卿布林肯会见了中国外长王毅。"
    assert {one.id for one in found.companions} == {"p.donald-trump", "p.wang-yi"}
    assert "Antony Blinken" in found.latin
    assert [article.title for article in found.latest] == ["布林肯会见王毅", "川普將訪問德州"]
    assert (found.first, found.last, found.articles) == ("2021-03-05", "2021-03-20", 2)


def test_profile_of_one_whom_the_authority_lacks(archive: Archive) -> None:
    """All that is known is what the articles state."""
    found = profile(archive, authority(), "張德海")
    assert (found.id, found.name, found.latin, found.offices) == ("x.person.张德海", "张德海", ("Zhang Dehai",), ())
    assert found.roles[0].role == "清华大学教授"


def test_profile_of_one_whom_no_article_names(archive: Archive) -> None:
    """The authority's knowledge is shown, and that no article has it."""
    found = profile(archive, authority(), "泽连斯基")
    assert found.offices
    assert (found.articles, found.latest) == (0, ())


def titles(archive: Archive, query: str = "", **options: object) -> list[str]:
    """The titles of what a search finds, the newest first."""
    wanted = resolved(archive, authority(), parse(query, **options))  # type: ignore[arg-type]
    return [hit.title for hit in search(index.current(archive), wanted, archive.articles, sort="newest").hits]


NAMED = [
    ("person:川普", {}, ["川普將訪問德州", "前总统特朗普会见来宾"]),
    ("", {"named": [("person", "特朗普")]}, ["川普將訪問德州", "前总统特朗普会见来宾"]),
    ("", {"named": [("person", "Donald Trump")], "outlet": "甲报"}, ["前总统特朗普会见来宾"]),
    ("人物：川普 -来宾", {}, ["川普將訪問德州"]),
    ("person:川普 person:布林肯", {}, ["川普將訪問德州"]),
    ("org:北大西洋公约组织", {}, ["张德海谈北约", "布林肯会见王毅"]),
    ("地點:德克萨斯州", {}, ["川普將訪問德州"]),
    ("person:川普", {"alias": False}, ["川普將訪問德州"]),
    ("person:川普", {"alias": False, "exact_script": True}, ["川普將訪問德州"]),
    ("person:p.wang-yi", {}, ["布林肯会见王毅"]),
]


@pytest.mark.parametrize(("query", "options", "expected"), NAMED)
def test_search_by_whom_articles_name(
    archive: Archive, query: str, options: dict[str, object], expected: list[str]
) -> None:
    """One name finds all renderings, together with words and other filters; without aliases only itself."""
    assert titles(archive, query, **options) == expected


def test_a_hit_says_under_which_names_it_was_found(archive: Archive) -> None:
    """The reason has the name as typed, its kind, and the forms in the text, which are marked."""
    wanted = resolved(archive, authority(), parse("person:川普 outlet:甲"))
    (hit,) = search(index.current(archive), wanted, archive.articles).hits
    assert [(why.term, why.place, why.count, why.also_as, why.kind) for why in hit.why] == [
        ("川普", "title", 1, ("特朗普",), "person"),
        ("川普", "text", 2, ("特朗普",), "person"),
    ]
    assert [hit.title[start:end] for start, end in hit.title_marks] == ["特朗普"]


def test_search_for_one_whom_no_article_names(archive: Archive) -> None:
    """The mistake is told with similar names; an empty filter is a mistake of the query."""
    with pytest.raises(NotFound) as raised:
        titles(archive, "person:布林根")
    assert "布林肯" in raised.value.close
    with pytest.raises(QueryError, match="person"):
        parse("", named=[("person", " ")])


def test_names_must_be_resolved(archive: Archive) -> None:
    """A query whose names mean nobody yet is a mistake of the caller, not an empty answer."""
    with pytest.raises(ValueError, match="resolved"):
        search(index.current(archive), parse("person:川普"), archive.articles)


@pytest.fixture
def run(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str, str]]:
    """``shilu`` on the archive: exit code, answer and notes."""
    monkeypatch.setenv("SHILU_ARCHIVE", str(folder))

    def running(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["shilu", *words])
        capsys.readouterr()
        try:
            main()
        except SystemExit as ended:
            return int(ended.code or 0), *capsys.readouterr()
        return 0, *capsys.readouterr()

    return running


def test_lists_in_the_terminal(run: Callable[..., tuple[int, str, str]]) -> None:
    """A table with what to do next, and the same as JSON lines and CSV."""
    code, out, err = run("people", "--limit", "1")
    assert code == 0
    assert "唐纳德·特朗普" in out
    assert "shilu who" in err
    _, out, _ = run("people", "--format", "jsonl", "--limit", "0")
    assert {json.loads(line)["id"] for line in out.splitlines()} >= {"p.donald-trump", "x.person.张德海"}
    _, out, _ = run("places", "--format", "csv", "--limit", "1")
    assert out.splitlines()[0] == "name,also,articles,mentions,first,last,id"
    assert "北约" in run("orgs")[1]


def test_who_in_the_terminal(run: Callable[..., tuple[int, str, str]]) -> None:
    """A profile to read, the same for programs, and a name that nobody has."""
    code, out, _ = run("who", "川普")
    assert code == 0
    assert all(part in out for part in ("p.donald-trump", "特朗普 1", "2017-01-20 – 2021-01-20", "美国前总统"))
    _, out, _ = run("who", "川普", "--format", "json")
    assert {"name": "特朗普", "articles": 1} in json.loads(out)["names"]
    code, _, err = run("who", "布林根")
    assert code == 6
    assert "布林肯" in err


def test_search_filters_in_the_terminal(run: Callable[..., tuple[int, str, str]]) -> None:
    """No words are needed beside a filter; --no-alias narrows; nothing at all is told."""
    code, out, _ = run("search", "--person", "川普")
    assert code == 0
    assert "Articles found: 2" in out
    assert "as 特朗普" in out
    assert "Articles found: 1" in run("search", "--person", "川普", "--no-alias")[1]
    assert "Articles found: 1" in run("search", "会见", "--person", "布林肯", "--place", "美国")[1]
    assert run("search")[0] == 2


def test_a_broken_authority_is_one_clear_message(
    run: Callable[..., tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """File, line, field and what was expected, with the exit code of data files."""

    def broken() -> None:
        raise KnowledgeError("expected m or f, found 'x'", file="people/one.yaml", line=3, field="sex")

    monkeypatch.setattr("shilu.cli.named.authority", broken)
    code, out, err = run("people")
    assert (code, out) == (7, "")
    assert "people/one.yaml:3: sex: expected m or f, found 'x'" in err
