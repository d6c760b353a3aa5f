"""Places: names of states in every usual form, cities that GeoNames knows, and what the data must hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shilu.knowledge import Authority, places
from shilu.knowledge.loader import DATA, load
from shilu.knowledge.naming import key
from shilu.knowledge.places import city, state_names

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def known() -> Authority:
    """The authority read from its files."""
    return Authority(load(DATA))


@pytest.fixture(scope="module", autouse=True)
def _cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Derived files go to a folder of the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SHILU_CACHE", str(tmp_path_factory.mktemp("cache")))
        places._by_name()  # noqa: SLF001 - filled once, under the tests' own folder


HIDDEN = {
    "马利": "马利亚, 马利克 and many given names",
    "查德": "理查德, 查德威克",
    "狮子山": "a hill of Hong Kong",
}
"""CLDR's names that are left out of the data, with the words they hide in."""


def test_states_bear_all_their_names(known: Authority) -> None:
    """What CLDR calls a state in mainland China, Taiwan and Hong Kong finds that state."""
    missing = [
        (code, name)
        for place in known.tables.places
        if place.kind == "country" and (code := place.country)
        for name in state_names(code)
        if key(name) not in HIDDEN and place.id not in {candidate.id for candidate in known.lookup(name)}
    ]
    assert missing == []


@pytest.mark.parametrize(
    ("names", "ident"),
    [
        (("新西兰", "紐西蘭"), "l.nz"),
        (("沙特", "沙烏地阿拉伯", "沙地阿拉伯"), "l.sa"),
        (("老挝", "寮國"), "l.la"),
        (("朝鲜", "北韓", "北朝鲜"), "l.kp"),
        (("意大利", "義大利"), "l.it"),
        (("美国", "美利坚合众国"), "l.us"),
        (("中国", "中國大陸", "大陆"), "l.cn"),
        (("悉尼", "雪梨"), "l.au.sydney"),
        (("安克雷奇", "安克拉治"), "l.us.anchorage"),
        (("内比都", "奈比多"), "l.mm.naypyidaw"),
        (("新疆", "新疆维吾尔自治区"), "l.cn.xinjiang"),
        (("北京", "北京市"), "l.cn.beijing"),
        (("南海", "南中国海"), "l.south-china-sea"),
        (("台海", "臺灣海峽"), "l.taiwan-strait"),
        (("钓鱼岛", "尖閣諸島", "釣魚台"), "l.jp.senkaku-islands"),
        (("加沙", "加薩走廊"), "l.ps.gaza"),
    ],
)
def test_one_place_has_many_names(known: Authority, names: tuple[str, ...], ident: str) -> None:
    """The forms of mainland China, Taiwan and Hong Kong, short and full, are one place."""
    assert {candidate.id for name in names for candidate in known.lookup(name)} == {ident}


def test_every_state_has_a_capital(known: Authority) -> None:
    """A capital is known for every state that exists, but for a few very small ones."""
    capitals = {place.country for place in known.tables.places if place.kind == "capital"}
    gone_or_city_states = {"SU", "YU", "DD", "SG", "HK", "MO", "MC", "VA", "SM", "PS", "EH"}
    states = {place.country for place in known.tables.places if place.kind == "country"} - gone_or_city_states
    assert states - capitals <= {"AD", "LI", "AG", "CK", "DM", "FM", "GD", "KM", "KW", "NR", "NU", "SC", "ST"}


def test_places_lie_in_their_country(known: Authority) -> None:
    """What lies within a place belongs to the same country."""
    astray = [
        place.id
        for place in known.tables.places
        if place.within and place.country and known.places[place.within].country not in (None, place.country)
    ]
    assert astray == []


def test_abbreviations_are_unambiguous(known: Authority) -> None:
    """A character that stands for a state stands for one."""
    taken: dict[str, list[str]] = {}
    for place in known.tables.places:
        for char in place.abbr:
            taken.setdefault(char, []).append(place.id)
    assert {char: ids for char, ids in taken.items() if len(ids) > 1} == {}
    codes = "中cn 美us 日jp 韩kr 俄ru 英gb 法fr 德de 印in 澳au 台tw 港hk 朝kp 乌ua 加ca 越vn 菲ph 以il 伊ir 土tr 缅mm"
    for pair in codes.split():
        assert taken[pair[0]] == [f"l.{pair[1:]}"]


@pytest.mark.parametrize(
    ("name", "country", "latin"),
    [
        ("比勒费尔德", "DE", "Bielefeld"),
        ("毛淡棉", "MM", "Mawlamyine"),
        ("波茨坦", "DE", "Potsdam"),
        ("札幌", "JP", "Sapporo"),
        ("聖保羅", "BR", "São Paulo"),
    ],
)
def test_cities_of_geonames(name: str, country: str, latin: str) -> None:
    """A city that GeoNames knows is found in either script, with its country and Latin name."""
    found = city(name)
    assert found is not None
    assert (found.country, found.latin) == (country, (latin,))
    assert found.id.startswith("l.geonames.")


@pytest.mark.parametrize("name", ["", "桃花源", "Berlin", "北"])
def test_no_city_of_that_name(name: str) -> None:
    """What is no city's Chinese name has no city."""
    assert city(name) is None


def test_a_damaged_or_unwritable_cache_costs_only_time(tmp_path: Path) -> None:
    """Cities are read again where the kept file cannot be read, and without one where none can be written."""
    cities = places._kept_cities(tmp_path)  # noqa: SLF001
    kept = next(tmp_path.glob("cities-*.msgpack"))
    kept.write_bytes(b"\xc1")
    assert places._kept_cities(tmp_path) == cities  # noqa: SLF001
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert places._kept_cities(blocked / "folder") == cities  # noqa: SLF001
