"""The authority: what its files say, how they are read, and how names are found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shilu.errors import KnowledgeError, NotFound
from shilu.knowledge import Authority, authority, authority_from
from shilu.knowledge.check import faults, shared_names
from shilu.knowledge.loader import load
from shilu.knowledge.schema import Tenure
from shilu.text.script import fold

if TYPE_CHECKING:
    from pathlib import Path

PEOPLE = """
- id: p.li-qiang
  name: 李强
  latin: [Li Qiang]
  country: CN
  offices:
    - {office: cn.premier, from: 2023-03-11}
- {id: p.li-qiang-labour, name: 李强, country: CN}
- id: p.antony-blinken
  name: 安东尼·布林肯
  short: [布林肯]
  latin: [Antony Blinken]
  country: US
  offices:
    - {office: us.secretary-of-state, from: 2021-01-26, to: 2025-01-20}
- id: p.marco-rubio
  name: 马尔科·鲁比奥
  short: [鲁比奥]
  also: [卢比奥]
  country: US
  offices:
    - {office: us.secretary-of-state, from: 2025-01}
"""
OFFICES = """
- {id: cn.premier, titles: [总理, 国务院总理], of: CN, kind: head-of-government}
- {id: cn.foreign-minister, titles: [外长, 外交部长], of: CN, kind: foreign-minister}
- {id: us.secretary-of-state, titles: [国务卿], of: US, kind: foreign-minister, body: o.us.state-department}
"""
ORGS = """
- {id: o.us.state-department, name: 美国国务院, also: [国务院], country: US, kind: ministry}
- {id: o.cn.foreign-ministry, name: 中国外交部, bare: [外交部], country: CN, kind: ministry}
- {id: o.no.government, name: 挪威政府, country: NO, kind: government}
"""
PLACES = """
- {id: l.us, name: 美国, country: US, kind: country, abbr: [美]}
- {id: l.cn, name: 中国, country: CN, kind: country, abbr: [中]}
- {id: l.no, name: 挪威, country: NO, kind: country}
"""
COMPOUNDS = "- {id: c.cn-us, name: 中美, also: [美中], joins: [l.cn, l.us]}\n"


def write(folder: Path, **files: str) -> Path:
    """A data folder with one file of each kind; a file can be given in other words."""
    kinds = {"people": PEOPLE, "offices": OFFICES, "orgs": ORGS, "places": PLACES, "compounds": COMPOUNDS}
    for kind, text in (kinds | files).items():
        (folder / kind).mkdir(parents=True, exist_ok=True)
        (folder / kind / "one.yaml").write_text(text, "utf-8")
    return folder


@pytest.fixture
def small(tmp_path: Path) -> Authority:
    """A small authority of our own."""
    return authority_from(write(tmp_path))


def found(known: Authority, text: str) -> list[tuple[str, tuple[str, ...]]]:
    """The matched words of a text with the ids they may stand for."""
    return [(text[m.start : m.end], m.ids) for m in known.match(fold(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("国务卿布林肯", [("国务卿", ("us.secretary-of-state",)), ("布林肯", ("p.antony-blinken",))]),
        ("國務卿布林肯", [("國務卿", ("us.secretary-of-state",)), ("布林肯", ("p.antony-blinken",))]),
        ("安東尼‧布林肯說", [("安東尼‧布林肯", ("p.antony-blinken",))]),
        ("安东尼布林肯", [("安东尼布林肯", ("p.antony-blinken",))]),
        ("美国务卿鲁比奥", [("美国务卿", ("us.secretary-of-state",)), ("鲁比奥", ("p.marco-rubio",))]),
        ("美国务院：中美会谈", [("美国务院", ("o.us.state-department",)), ("中美", ("c.cn-us",))]),
        ("中国外交部长", [("中国", ("l.cn",)), ("外交部长", ("cn.foreign-minister",))]),
        ("中國外交部發言人", [("中國外交部", ("o.cn.foreign-ministry",))]),
        ("李强会见", [("李强", ("p.li-qiang", "p.li-qiang-labour"))]),
        ("(ANTONY BLINKEN)", [("ANTONY BLINKEN", ("p.antony-blinken",))]),
        ("Li Qiangs", []),
        ("𠮷😀布林肯", [("布林肯", ("p.antony-blinken",))]),
        ("", []),
    ],
)
def test_names_are_found_in_any_script(
    small: Authority, text: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    """Names are found whatever the script, dot, width or case, with offsets of the original text."""
    assert found(small, text) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2020-12-31", ()),
        ("2021-01-26", ("p.antony-blinken",)),
        ("2024-02-16", ("p.antony-blinken",)),
        ("2021", ("p.antony-blinken",)),
        ("2025-01-19", ("p.marco-rubio", "p.antony-blinken")),
        ("2025-02", ("p.marco-rubio",)),
    ],
)
def test_holders_by_day(small: Authority, day: str, expected: tuple[str, ...]) -> None:
    """An office has its holders by day, as finely as tenure and day are known."""
    assert small.holders("us.secretary-of-state", day) == expected
    assert small.bearers("國務卿", "US", day) == expected


def test_holder_is_certain_or_none(small: Authority) -> None:
    """The one holder is given only where there is one."""
    assert small.holder("us.secretary-of-state", "2024-02") == "p.antony-blinken"
    assert small.holder("us.secretary-of-state", "2025-01-19") is None


def test_lookups(small: Authority) -> None:
    """Entries are found by any of their names, by title, by kind of office and by country."""
    assert [c.id for c in small.lookup("盧比奧")] == ["p.marco-rubio"]
    assert small.lookup("卢比奥")[0].form == "also"
    assert small.names_of("p.marco-rubio") == ("马尔科·鲁比奥", "鲁比奥", "卢比奥")
    assert small.names_of("us.secretary-of-state") == ("国务卿",)
    assert small.offices_of_kind("foreign-minister", "US") == ("us.secretary-of-state",)
    assert [t.office for t in small.offices_of("p.li-qiang", "2024")] == ["cn.premier"]
    assert small.country("NO") == "l.no"
    with pytest.raises(NotFound):
        small.entry("p.nobody")


@pytest.mark.parametrize(
    ("kind", "text", "where", "expected"),
    [
        ("people", "- id: p.x\n  name: 某人\n  sex: x\n", (3, "sex"), "expected m or f, found 'x'"),
        ("people", "- id: p.x\n  name: 某人\n  short: 某\n", (3, "short"), "a list of names"),
        ("people", "- id: p.x\n  name: 某人\n  colour: red\n", (3, "colour"), "no such field; known: id, name"),
        ("people", "- id: p.x\n  name: 某人\n  name: 某某\n", (1, "name"), "given twice"),
        (
            "people",
            "- id: p.x\n  name: 某人\n  offices:\n    - {office: cn.premier, from: 2021/1/2}\n",
            (4, "offices[0].from"),
            "an ISO date such as 2021-01-26, 2021-01 or 2021, found '2021/1/2'",
        ),
        ("offices", "- id: x.y\n  titles: [某官]\n  of: CN\n  kind: boss\n", (4, "kind"), "one of head-of-state"),
        ("orgs", "- id: o.x\n  kind: ngo\n", (1, None), "missing required field `name`"),
        ("orgs", "- id: o.x\n  name: [a\n", (3, None), "not YAML"),
        ("orgs", "id: o.x\n", (1, None), "expected a list of entries"),
        ("places", PLACES + PLACES, (6, "id"), "stands already in places/one.yaml:2"),
    ],
)
def test_broken_files_are_explained(
    tmp_path: Path, kind: str, text: str, where: tuple[int, str | None], expected: str
) -> None:
    """A broken data file is told with its file, line and field and what was expected there."""
    with pytest.raises(KnowledgeError) as raised:
        load(write(tmp_path, **{kind: text}))
    assert (raised.value.file, raised.value.line, raised.value.field) == (f"{kind}/one.yaml", *where)
    assert expected in str(raised.value)


def test_a_file_of_another_encoding_is_explained(tmp_path: Path) -> None:
    """A data file saved in GBK is refused with the reason."""
    (write(tmp_path) / "orgs" / "one.yaml").write_bytes("- {id: o.x, name: 某会}".encode("gbk"))
    with pytest.raises(KnowledgeError, match="UTF-8"):
        load(tmp_path)


def test_the_cache_follows_the_files(tmp_path: Path) -> None:
    """What is kept is used while the files stay, made again when they change, and does without when it is damaged."""
    folder, cache = write(tmp_path / "data"), tmp_path / "cache"
    fresh = load(folder)
    assert load(folder, cache=cache) == fresh
    assert load(folder, cache=cache) == fresh
    (kept,) = cache.iterdir()
    kept.write_bytes(b"damaged")
    assert load(folder, cache=cache) == fresh
    write(folder, orgs="")
    assert load(folder, cache=cache).orgs == ()


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    """Where the cache folder cannot be made, the files are read each time."""
    (tmp_path / "cache").write_text("a file", "utf-8")
    assert load(write(tmp_path / "data"), cache=tmp_path / "cache").people


def test_faults_between_entries(tmp_path: Path) -> None:
    """References that lead nowhere and impossible tenures are listed."""
    people = """
- {id: p.a, name: 某甲, country: ZZ, offices: [{office: cn.no, from: 2020}, {office: cn.premier, from: 2021, to: 2020}]}
- {id: p.b, name: 某乙, offices: [{office: cn.premier, from: 2020, to: 2022}, {office: cn.premier, from: 2021}]}
"""
    tables = load(write(tmp_path, people=people, compounds="- {id: c.x, name: 某某, joins: [l.xx]}\n"))
    assert faults(tables) == [
        "p.a: no office 'cn.no'",
        "p.a: cn.premier ends 2020, before it begins 2021",
        "p.b: cn.premier held twice at 2021",
        "p.a: country 'ZZ' does not exist",
        "c.x: joins 'l.xx' does not exist",
    ]


def test_shared_names(small: Authority) -> None:
    """Names of several people are listed with all of them."""
    assert shared_names(small.tables) == {"李强": ("p.li-qiang", "p.li-qiang-labour")}


@pytest.mark.parametrize(
    ("since", "until", "day", "expected"),
    [
        ("2021", None, "2021-05-01", True),
        ("2021-05-02", None, "2021-05-01", False),
        ("2021-05-02", None, "2021-05", True),
        ("2019", "2020", "2021", False),
        ("2019", "2020-06", "2020", True),
    ],
)
def test_tenure_covers(since: str, until: str | None, day: str, expected: bool) -> None:
    """A tenure covers a day where nothing that is known speaks against it."""
    assert Tenure(office="x.y", since=since, until=until).covers(day) is expected


def test_accents_that_a_name_keeps_in_part_are_none() -> None:
    """Mevlüt Cavusoglu is Mevlüt Çavuşoğlu."""
    assert [one.id for one in authority().lookup("Mevlüt Cavusoglu")] == ["p.mevlut-cavusoglu"]
    assert authority().lookup("Mevlüt Unknown") == ()
