"""The index and search against the plain truth: substring search over folded text."""

from __future__ import annotations

import gc
import os
import random
import re
import tempfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shilu.archive import index as indexing
from shilu.archive.index import Change, Index
from shilu.archive.query import parse
from shilu.archive.search import Found, outlets, search
from shilu.archive.tokens import BORDER, SPACE, pattern, tokenised, tokens
from shilu.errors import ArchiveBusy, ArchiveError, ArchiveFull, ArchiveMissing, NotFound
from shilu.records import Article, Block
from shilu.text.script import display, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


def article(number: int, title: str, *blocks: str, **fields: str) -> Article:
    """An article with that text."""
    return Article(
        id=f"{number:016x}",
        sha256="0" * 64,
        path=f"{number}.md",
        reader=fields.get("reader", "generic.v1"),
        url=f"https://example.org/{number}",
        outlet=fields.get("outlet", "长河电台"),
        title=title,
        language="zh",
        script="Hant" if fields.get("script") == "Hant" else "Hans",
        published=fields.get("published"),
        blocks=tuple(
            Block("caption" if text.startswith("图：") else "paragraph", text.removeprefix("图：")) for text in blocks
        ),
    )


ARTICLES = [
    article(
        1,
        "王毅同布林肯在慕尼黑会谈",
        "中国外交部长王毅2月16日在慕尼黑安全会议期间会见美国国务卿布林肯（Antony Blinken）。",
        "双方就中美关系、乌克兰局势交换意见，谈了约1小时。",
        "图：王毅与布林肯握手，2024年2月16日。",
        published="2024-02-16T21:03:04Z",
        outlet="长河电台",
    ),
    article(
        2,
        "美國國務卿布林肯訪問北京",
        "美國國務卿布林肯24日抵達上海，展開為期三天的訪問。",
        "他26日在北京會見中國國家主席習近平與外交部長王毅，討論芬太尼、臺灣海峽與AI議題。",
        published="2024-04-26",
        outlet="海島通訊社",
        reader="island.v2",
        script="Hant",
    ),
    article(
        3,
        "APEC峰会：拜登与习近平在伍德赛德会晤",
        "亚太经合组织（APEC）领导人会议期间，美国总统拜登11月15日在加州Woodside会见习近平。",
        "双方同意恢复两军高层沟通；会谈历时4个小时，F-16与5G都没有谈到。",
        published="2023-11",
        outlet="长河电台",
    ),
    article(
        4,
        "东盟外长会在万象举行",
        "东盟外长会议在老挝首都万象开幕，国 务 卿一词在此有空格。US focus 不是 USA。",
        "王 毅说：“和平来之不易。”他同各国外长合影",
        outlet="环球观察",
    ),
    article(5, "无正文"),
]


class Shelf:
    """A store of a few articles."""

    def __init__(self, folder: Path, articles: Sequence[Article]) -> None:
        self.folder = folder
        self.articles = list(articles)

    def last_change(self) -> int:
        """How many changes there were."""
        return len(self.articles)

    def changed(self, since: int) -> int:
        """How many changed."""
        return sum(1 for _ in self.changes(since))

    def changes(self, since: int) -> Iterator[Change]:
        """The articles after that change."""
        for number, item in enumerate(self.articles[since:], since + 1):
            yield Change(number, item, ("p.wang-yi",) if "王毅" in fold(item.title + item.text) else ())

    def fetch(self, ids: Sequence[str]) -> list[Article]:
        """The articles of these ids, in their order; the last of each id."""
        by_id = {item.id: item for item in self.articles}
        return [by_id[identity] for identity in ids]

    def index(self) -> Index:
        """The index as it stands."""
        return Index.open(self.folder / indexing.FOLDER)

    def find(self, text: str, **options: object) -> Found:
        """Search for a query with these options."""
        sort = options.pop("sort", "best")
        limit = options.pop("limit", 0)
        return search(self.index(), parse(text, **options), self.fetch, limit=limit, sort=sort)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """The articles above, indexed."""
    shelf = Shelf(tmp_path_factory.mktemp("archive"), ARTICLES)
    indexing.update(shelf)
    return shelf


def numbers(found: Found) -> set[int]:
    """The numbers of the articles found."""
    return {int(hit.id, 16) for hit in found.hits}


def holding(term: str, articles: Sequence[Article] = ARTICLES) -> set[int]:
    """The truth: articles with the term in their folded title or in a folded block, Latin words whole."""
    needle = fold(term)
    before = r"(?<![a-z])" if re.match("[a-z]", needle) else ""
    after = r"(?![a-z])" if re.search("[a-z]$", needle) else ""
    expression = re.compile(before + re.escape(needle) + after)
    return {
        int(item.id, 16)
        for item in articles
        if any(expression.search(fold(text)) for text in (item.title, *(block.text for block in item.blocks)))
    }


def drawn_terms(count: int) -> list[str]:
    """Pieces of 1–10 characters from the articles, every other one in the other script."""
    random_ = random.Random(20240216)  # noqa: S311 - repeatable, not secret
    runs = [
        run
        for item in ARTICLES
        for text in (item.title, *(block.text for block in item.blocks))
        for run in re.findall(r"[\u4e00-\u9fff0-9，。；：“”（）-]+", text)
    ]
    terms = []
    while len(terms) < count:
        run, length = random_.choice(runs), random_.randint(1, 10)
        start = random_.randint(0, max(0, len(run) - length))
        term = run[start : start + length]
        terms.append(display(term, "Hant") if len(terms) % 2 else term)
    return terms


@pytest.mark.parametrize("term", drawn_terms(40))
def test_every_piece_of_han_text_is_found_and_nothing_else(shelf: Shelf, term: str) -> None:
    """Recall and precision are 1.0 against substring search over folded text, in either script."""
    assert numbers(shelf.find(f'"{term}"' if '"' not in term else term)) == holding(term)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_text_is_found_by_any_of_its_pieces(shelf: Shelf, data: st.DataObject) -> None:
    """Any piece of any block finds the same articles as a plain search does."""
    item = data.draw(st.sampled_from(ARTICLES[:4]))
    text = data.draw(st.sampled_from([item.title, *(block.text for block in item.blocks)]))
    start = data.draw(st.integers(0, len(text) - 1))
    term = text[start : start + data.draw(st.integers(1, 10))].strip()
    if term and not re.search("[“”]", term):
        assert numbers(shelf.find(f'"{term}"')) == holding(term)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("王毅", {1, 2}),
        ("國務卿", {1, 2}),
        ("国务卿", {1, 2}),
        ("毅", {1, 2, 4}),
        ("王毅 习近平", {2}),
        ("王毅 -北京", {1}),
        ("-北京 -慕尼黑", {3, 4, 5}),
        ("title:布林肯", {1, 2}),
        ("标题：万象", {4}),
        ("-title:布林肯 国务卿", set()),
        ('"APEC峰会"', {3}),
        ("apec", {3}),
        ("ＡＰＥＣ", {3}),
        ("US", {4}),
        ("focus", {4}),
        ("foc", set()),
        ("F-16", {3}),
        ("5G", {3}),
        ("月16日", {1}),
        ("6日", {1, 2}),
        ("握手", {1}),
        ('"antony  blinken"', {1}),
        ('"布林肯 Antony"', set()),
        ("会谈。", set()),
        ("外长会谈", set()),
        ("“国 务 卿”", {4}),
        ("「王 毅」", {4}),
        ("布林肯 outlet:海岛", {2}),
        ("outlet:Island 会", {2}),
        ("since:2024-03", {2}),
        ("until:2023", {3}),
        ("since:2023-11 until:2024-02", {1, 3}),
        ("会 script:繁", {2}),
        ("entity:p.wang-yi", {1, 2}),
        ("entity:p.nobody", set()),
    ],
)
def test_the_query_language_finds_what_it_says(shelf: Shelf, query: str, expected: set[int]) -> None:
    """Words, phrases, exclusions, fields and filters select exactly these articles."""
    found = shelf.find(query)
    assert (numbers(found), found.total, found.relaxed) == (expected, len(expected), False)


def test_words_that_no_article_holds_together_are_relaxed(shelf: Shelf) -> None:
    """When no article holds all words, those with any of them are found, and the answer says so."""
    found = shelf.find("芬太尼 伍德赛德 -慕尼黑")
    assert found.relaxed
    assert numbers(found) == {2, 3}


def test_relaxing_finds_nothing_where_no_word_is_found(shelf: Shelf) -> None:
    """An answer without hits is not called relaxed."""
    found = shelf.find("火星 木星")
    assert (found.total, found.relaxed) == (0, False)


@pytest.mark.parametrize(
    ("query", "expected", "elsewhere"),
    [
        ("國務卿", {2}, 1),
        ("国务卿", {1}, 1),
        ("布林肯", {1, 2}, 0),
        ("布林肯 -國務卿", {1}, 0),
        ("blinken", {1}, 0),
        ("臺灣", {2}, 0),
        ("台灣", set(), 1),
    ],
)
def test_exact_script_switches_folding_off(shelf: Shelf, query: str, expected: set[int], elsewhere: int) -> None:
    """With --exact-script a term matches only as typed, and the answer counts what the other script holds."""
    found = shelf.find(query, exact_script=True)
    assert (numbers(found), found.in_other_script) == (expected, elsewhere)


def test_a_title_hit_ranks_before_a_hit_in_the_body(shelf: Shelf) -> None:
    """The article with the word in its title comes first."""
    assert int(shelf.find("北京").hits[0].id, 16) == 2
    assert int(shelf.find("会谈").hits[0].id, 16) == 1


@pytest.mark.parametrize(("sort", "expected"), [("newest", [2, 1, 3]), ("oldest", [3, 1, 2])])
def test_hits_can_be_sorted_by_date(shelf: Shelf, sort: str, expected: list[int]) -> None:
    """Articles come in the order of their publication."""
    assert [int(hit.id, 16) for hit in shelf.find("since:2000 会", sort=sort).hits] == expected


def test_freshness_decides_between_equal_articles(tmp_path: Path) -> None:
    """Of two articles with the same words the later one comes first."""
    texts = ("两国外长会谈", "双方交换意见。")
    shelf = Shelf(tmp_path, [article(1, *texts, published="2003-05-01"), article(2, *texts, published="2023-05-01")])
    indexing.update(shelf)
    assert [int(hit.id, 16) for hit in shelf.find("外长").hits] == [2, 1]


def test_snippets_show_the_original_text_with_marks(shelf: Shelf) -> None:
    """Marks stand where the term stands in the article's own script."""
    (hit,) = shelf.find("习近平 芬太尼").hits
    (piece,) = hit.snippets
    assert [piece.text[start:end] for start, end in piece.marks] == ["習近平", "芬太尼"]
    assert ARTICLES[1].blocks[piece.block].text[piece.start : piece.end] == piece.text


def test_a_hit_says_why_it_matched(shelf: Shelf) -> None:
    """Each term tells where it was found, how often, and under which other spelling."""
    (hit,) = shelf.find("王毅 国务卿 outlet:海岛").hits
    told = {(reason.term, reason.place, reason.count, reason.also_as) for reason in hit.why}
    assert told == {("王毅", "text", 1, ()), ("国务卿", "title", 1, ("國務卿",)), ("国务卿", "text", 1, ("國務卿",))}
    assert [hit.title[start:end] for start, end in hit.title_marks] == ["國務卿"]


def test_a_caption_is_named_as_the_place(shelf: Shelf) -> None:
    """A word that only a caption holds is found there."""
    (hit,) = shelf.find("握手").hits
    assert [(reason.place, reason.count) for reason in hit.why] == [("caption", 1)]


def test_an_unknown_outlet_offers_similar_names(shelf: Shelf) -> None:
    """A mistyped outlet is told with the names it may mean."""
    with pytest.raises(NotFound) as caught:
        shelf.find("会", outlet="长江电台")
    assert "长河电台" in caught.value.close


def test_outlets_are_counted(shelf: Shelf) -> None:
    """The index knows its outlets, the largest first."""
    assert next(iter(outlets(shelf.index()).items())) == ("长河电台", 3)


def test_update_adds_what_is_new_and_replaces_what_changed(tmp_path: Path) -> None:
    """Only changes after the last one are read; an article that comes again replaces itself."""
    shelf = Shelf(tmp_path, ARTICLES[:2])
    assert indexing.update(shelf) == 2
    assert indexing.update(shelf) == 0
    shelf.articles.append(article(1, "更正：布林肯行程", "内容已更改。"))
    assert not indexing.is_current(shelf)
    assert indexing.update(shelf) == 1
    assert indexing.is_current(shelf)
    assert (numbers(shelf.find("慕尼黑")), numbers(shelf.find("更正"))) == (set(), {1})


def test_an_index_cut_short_catches_up(tmp_path: Path) -> None:
    """A kill after a commit and before the note of it repeats articles without doubling them."""
    shelf = Shelf(tmp_path, ARTICLES)
    indexing.update(shelf)
    meta = tmp_path / indexing.FOLDER / "index.json"
    meta.write_text(f'{{"format":{indexing.FORMAT},"built_to":2}}')
    assert indexing.update(shelf) == 3
    assert shelf.find("会").total == len(holding("会"))


@pytest.mark.parametrize("broken", ["", "{", '{"format":0,"built_to":9}'])
def test_an_index_that_cannot_be_read_is_built_anew(tmp_path: Path, broken: str) -> None:
    """Whatever stands in the index folder, an update makes it whole."""
    shelf = Shelf(tmp_path, ARTICLES)
    indexing.update(shelf)
    (tmp_path / indexing.FOLDER / "index.json").write_text(broken)
    with pytest.raises(ArchiveMissing):
        shelf.index()
    assert indexing.update(shelf) == len(ARTICLES)


def test_rebuild_replaces_the_index_and_clears_leftovers(tmp_path: Path) -> None:
    """A rebuild gives the same answers and leaves nothing beside the index."""
    shelf = Shelf(tmp_path, ARTICLES)
    indexing.update(shelf)
    (tmp_path / "index.new").mkdir()
    assert indexing.rebuild(shelf) == len(ARTICLES)
    assert [path.name for path in tmp_path.iterdir()] == [indexing.FOLDER]
    assert numbers(shelf.find("王毅")) == {1, 2}


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ("An IO error occurred: 'No space left on device (os error 28) at path \"x\"'", ArchiveFull),
        ("An IO error occurred: 'Read-only file system (os error 30)'", ArchiveFull),
        ("Data corrupted: 'file not found (os error 2)'", ArchiveError),
    ],
)
def test_a_full_disk_is_no_fault_of_the_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, error: type[ArchiveError]
) -> None:
    """What tantivy says of the disk comes out as that; anything else points at a rebuild."""

    def failing(*_: object) -> None:
        raise ValueError(said)

    monkeypatch.setattr(indexing.tantivy, "Index", failing)
    with pytest.raises(ArchiveError) as caught:
        Index.open_or_create(tmp_path / "index")
    assert type(caught.value) is error


def test_two_writers_at_once_are_told(tmp_path: Path) -> None:
    """A second writer hears that the index is busy."""
    shelf = Shelf(tmp_path, ARTICLES)
    indexing.update(shelf)
    index = shelf.index()
    holder = index._index.writer()  # noqa: SLF001 - stands for another process
    with pytest.raises(ArchiveBusy):
        index.catch_up(shelf, patience=0)
    assert indexing.current(shelf).meta.built_to == len(ARTICLES)
    holder.wait_merging_threads()


def test_a_read_only_archive_can_be_searched(shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be written beside the index it answers all the same, and leaves nothing behind."""
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert shelf.find("王毅").total == 2
    gc.collect()  # the index goes with its last reference, which a cycle may hold until then
    assert list(tmp_path.iterdir()) == []


def test_an_article_with_an_impossible_date_is_indexed(tmp_path: Path) -> None:
    """A record that breaks the rules of moments does not stop the index."""
    shelf = Shelf(tmp_path, [article(1, "外长会谈", published="2023-02-30T00:00:00Z")])
    assert indexing.update(shelf) == 1
    assert shelf.find("会谈").total == 1


@settings(max_examples=300)
@given(text=st.text(max_size=30), data=st.data())
def test_tokens_and_patterns_agree_on_any_text(text: str, data: st.DataObject) -> None:
    """Whatever Unicode holds, a term's tokens stand in a row in the text just where its pattern matches."""
    start = data.draw(st.integers(0, len(text)))
    term = data.draw(st.one_of(st.just(text[start : start + 5]), st.text(max_size=3))).strip()
    block = " ".join(text.split())
    if term:
        row, words = tokens(block), tokens(" ".join(term.split()))
        stands = any(row[at : at + len(words)] == words for at in range(len(row)))
        assert bool(pattern(term).search(fold(block))) is stands


@given(st.lists(st.text()))
def test_long_texts_have_the_tokens_of_their_parts(blocks: list[str]) -> None:
    """A whole article takes another way to its tokens than a query, and comes to the same."""
    blocks = [*blocks, "ＮＡＴＯ 与 AUKUS，\u30002024年" * 20]
    apart = [token for block in blocks for piece in block.split() for token in tokens(piece)]
    assert [token for token in tokenised(blocks).split() if token not in (SPACE, BORDER)] == apart


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        ("国 务", "国  务", True),
        ("us", "focus", False),
        ("us", "us军", True),
        ("3日", "13日", True),
        ("é", "café", False),
    ],
)
def test_patterns_match_where_the_index_does(term: str, text: str, found: bool) -> None:
    """Latin words are whole, spaces of any width are one, digits are characters."""
    assert bool(pattern(term).search(fold(text))) is found
