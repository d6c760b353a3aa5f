"""The data files that come with shilu: whole, consistent, and right about what everybody can check."""

from __future__ import annotations

import msgspec
import pytest
import yaml

from shilu.knowledge import Authority
from shilu.knowledge.check import faults, shared_names
from shilu.knowledge.loader import DATA, load
from shilu.text.script import fold


@pytest.fixture(scope="module")
def known() -> Authority:
    """The authority read from its files, without the cache."""
    return Authority(load(DATA))


def test_there_are_enough_entries(known: Authority) -> None:
    """The authority holds at least the people, offices and organisations that were promised."""
    tables = known.tables
    assert len(tables.people) >= 800
    assert len(tables.offices) >= 400
    assert len(tables.orgs) >= 600


def test_entries_fit_together(known: Authority) -> None:
    """Every id that an entry names exists, and no tenure ends before it begins or runs into itself."""
    assert faults(known.tables) == []


def test_ids_tell_the_kind(known: Authority) -> None:
    """People, organisations, places and compounds have their own beginnings of ids."""
    tables = known.tables
    for prefix, entries in (
        ("p.", tables.people),
        ("o.", tables.orgs),
        ("l.", tables.places),
        ("c.", tables.compounds),
    ):
        assert [entry.id for entry in entries if not entry.id.startswith(prefix)] == []


def test_shared_names_are_meant(known: Authority) -> None:
    """Names of several people stand in people-sharing-names.yaml, with these people and no others."""
    listed = yaml.safe_load((DATA / "people-sharing-names.yaml").read_text("utf-8"))
    meant = {entry["name"]: sorted(entry["ids"]) for entry in listed}
    assert meant == {name: sorted(ids) for name, ids in shared_names(known.tables).items()}


def test_names_are_chinese(known: Authority) -> None:
    """Names and titles are written in Chinese; Latin forms have their own field."""
    latin = [person.id for person in known.tables.people if all(char < "\u0250" for char in person.name)]
    assert latin == []


def test_names_hold_no_titles(known: Authority) -> None:
    """A name is the name alone: the reading finds 总统 behind 塞西 by itself and would print it as part of the name."""
    titles = (
        "总统",
        "总理",
        "首相",
        "外长",
        "部长",
        "主席",
        "主任",
        "大使",
        "教授",
        "议员",
        "将军",
        "先生",
        "女士",
        "发言人",
    )
    titled = [
        (p.id, name) for p in known.tables.people for name in (p.name, *p.short, *p.also) if name.endswith(titles)
    ]
    assert titled == []


def test_single_posts_have_one_holder(known: Authority) -> None:
    """Heads of state and government and their ministers have one holder, but for the months in which they change."""
    single = {"head-of-state", "head-of-government", "foreign-minister", "defence-minister"}
    posts = [office.id for office in known.tables.offices if office.kind in single]
    doubled = [
        (post, month, settled)
        for post in posts
        for month in (f"{year}-{month}" for year in range(2012, 2026) for month in ("02", "08"))
        if len(settled := [p for p in known.holders(post, month) if not changes(known, p, post, month)]) > 1
    ]
    assert doubled == []


def changes(known: Authority, person: str, post: str, month: str) -> bool:
    """Whether a person takes up or leaves a post in a month (or year, where no month is known)."""
    days = [day for t in known.offices_of(person, month) if t.office == post for day in (t.since, t.until)]
    return any(day is not None and month.startswith(day[:7]) for day in days)


@pytest.mark.parametrize(
    ("title", "of", "day", "name"),
    [
        ("国务卿", "US", "2024-02-16", "安东尼·布林肯"),
        ("國務卿", "US", "2020-12-01", "迈克·蓬佩奥"),
        ("总统", "US", "2021-03-29", "乔·拜登"),
        ("副总统", "US", "2019", "迈克·彭斯"),
        ("国安顾问", "US", "2021-03-18", "杰克·沙利文"),
        ("驻华大使", "US", "2019-06-01", "特里·布兰斯塔德"),
        ("众议院议长", "US", "2022-08-02", "南希·佩洛西"),
        ("外交部长", "CN", "2021-03-18", "王毅"),
        ("外长", "CN", "2023-04-01", "秦刚"),
        ("中央外办主任", "CN", "2021-03-18", "杨洁篪"),
        ("中央外办主任", "CN", "2024-01-26", "王毅"),
        ("总理", "CN", "2020-05-28", "李克强"),
        ("国防部长", "CN", "2023-06-03", "李尚福"),
        ("驻美大使", "CN", "2021-09-01", "秦刚"),
        ("国台办主任", "CN", "2021-03-01", "刘结一"),
        ("总统", "TW", "2020-01-11", "蔡英文"),
        ("外交部長", "TW", "2021-03-29", "吴钊燮"),
        ("陆委会主委", "TW", "2021-03-29", "邱太三"),
        ("国民党主席", "TW", "2022", "朱立伦"),
        ("特首", "HK", "2019-06-09", "林郑月娥"),
        ("保安局局长", "HK", "2021-03-01", "李家超"),
        ("首相", "JP", "2021-04-16", "菅义伟"),
        ("外相", "JP", "2021-03-16", "茂木敏充"),
        ("防卫大臣", "JP", "2021-03-16", "岸信夫"),
        ("总统", "KR", "2021-05-21", "文在寅"),
        ("外长", "KR", "2021-03-18", "郑义溶"),
        ("外相", "KP", "2023", "崔善姬"),
        ("首相", "GB", "2021-03-01", "鲍里斯·约翰逊"),
        ("总理", "DE", "2021-03-01", "安格拉·默克尔"),
        ("总统", "FR", "2021-03-01", "埃马纽埃尔·马克龙"),
        ("外长", "RU", "2021-03-22", "谢尔盖·拉夫罗夫"),
        ("总干事", "o.who", "2021-03-30", "谭德塞·阿达诺姆·盖布雷耶苏斯"),
        ("秘书长", "o.nato", "2021-03-24", "延斯·斯托尔滕贝格"),
        ("秘书长", "UN", "2021-03-24", "安东尼奥·古特雷斯"),
    ],
)
def test_titles_have_their_holders(known: Authority, title: str, of: str, day: str, name: str) -> None:
    """A title of a country on a day leads to the one who bore it."""
    assert [known.people[ident].name for ident in known.bearers(title, of, day)] == [name]


@pytest.mark.parametrize(
    "names",
    [
        ("特朗普", "川普", "唐納德·特朗普", "Donald Trump"),
        ("佩洛西", "裴洛西", "南希‧裴洛西"),
        ("蓬佩奥", "庞皮欧", "Mike Pompeo"),
        ("沙利文", "苏利文", "傑克·蘇利文", "Jake Sullivan"),
        ("贺锦丽", "卡玛拉·哈里斯"),
        ("普京", "普丁", "普亭"),
        ("泽连斯基", "澤倫斯基", "泽伦斯基"),
        ("尹锡悦", "尹錫悅"),
        ("博明", "马修·波廷杰", "Matt Pottinger"),
        ("默克尔", "梅克尔"),
        ("昂山素季", "翁山苏姬"),
        ("陈方安生", "陳方安生"),
        ("金与正", "金與正"),
    ],
)
def test_renderings_are_one_person(known: Authority, names: tuple[str, ...]) -> None:
    """The renderings of mainland, Taiwan, Hong Kong and Latin script lead to the same person."""
    found = {tuple(c.id for c in known.lookup(name) if c.kind == "person") for name in names}
    assert len(found) == 1
    assert len(found.pop()) == 1


def test_the_foreign_ministers_of_two_countries(known: Authority) -> None:
    """中美两国外长 leads through the kind of office to both ministers."""
    offices = [known.offices_of_kind("foreign-minister", code) for code in ("CN", "US")]
    ministers = [[known.people[p].name for o in found for p in known.holders(o, "2021-03-18")] for found in offices]
    assert ministers == [["王毅"], ["安东尼·布林肯"]]


def test_latin_names_without_their_accents(known: Authority) -> None:
    """Bütikofer is found as Butikofer, too."""
    assert {one.id for one in known.lookup("Reinhard Butikofer")} == {"p.reinhard-butikofer"}


@pytest.mark.parametrize("word", ["Lavrov", "lavrov ", "LAVROV"])
def test_a_latin_surname_means_those_who_bear_it(known: Authority, word: str) -> None:
    """Of a name asked for; texts are read by whole names alone."""
    assert [one.id for one in known.surnamed(word)] == ["p.sergei-lavrov"]
    assert known.surnamed("Sergey") == known.lookup("Lavrov") == ()


def test_matching_a_sentence(known: Authority) -> None:
    """Names and titles of a sentence are found with offsets of the original."""
    text = "美國國務卿布林肯與國安顧問蘇利文在安克拉治會見楊潔篪和王毅"
    found = [(text[m.start : m.end], m.candidates[0].kind) for m in known.match(fold(text))]
    assert ("國務卿", "office") in found
    assert [word for word, kind in found if kind == "person"] == ["布林肯", "蘇利文", "楊潔篪", "王毅"]


def test_the_cached_form_is_the_same(known: Authority, tmp_path_factory: pytest.TempPathFactory) -> None:
    """What the cache gives back equals what the files say."""
    cache = tmp_path_factory.mktemp("cache")
    load(DATA, cache=cache)
    assert msgspec.to_builtins(load(DATA, cache=cache)) == msgspec.to_builtins(known.tables)
