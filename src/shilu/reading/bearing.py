"""Whether an article speaks of anything that the bearer of a surname is known for.

A surname alone, with no role beside it, is thin evidence: 巴赫 in a concert is not the president of the Olympic
Committee, 扬沙 in a sandstorm no prime minister. What speaks for the known bearer is a title, body or country of an
office held by then. Of 1,260 such places in the corpus 73 had none of these; three of four were somebody or something
else, and most of the others leaders of large states, who are named everywhere.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from shilu.reading.countries import countries

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from shilu.knowledge import Authority, Office, Person
    from shilu.reading.whole import Hit, Whole


class About(NamedTuple):
    """What tells of whom and what an article speaks."""

    text: str
    """In simplified script."""
    countries: Mapping[str, int]
    """How often it names each country."""
    people: Mapping[str, frozenset[str]]
    """The people of each country whose names occur in it, meant or not."""


def about(whole: Whole, authority: Authority) -> About:
    """What an article speaks of."""
    people: dict[str, set[str]] = {}
    for ident in {c.id for hit in whole.hits for c in hit.candidates if c.kind == "person"}:
        country = authority.people[ident].country
        if country:
            people.setdefault(country, set()).add(ident)
    return About(whole.plain, countries(whole, authority), {code: frozenset(ids) for code, ids in people.items()})


_LEADS = frozenset({"head-of-state", "head-of-government"})
_LARGE = frozenset({"US", "RU", "CN", "JP", "DE", "FR", "GB"})
_TELLING = 100
"""What a text of fewer characters leaves out says nothing."""


_WHERE = re.compile(r"(?:[在从至到赴离]|位于|抵达|前往|来自|州|省|首府|城市|总部设于)的?$")
_AND = frozenset("和与跟、")
_PART_OF = re.compile(r"(?:市|地区|居民|分校|大学|当地|机场)")


def named_otherwise(whole: Whole, authority: Authority, day: str | None) -> set[str]:
    """Names that a place or body shares with people, of whom the article says nothing: 奥斯汀 in Texas, 强生疫苗.

    A title in front means a person, and so does another person's name with 和. Else the person needs an office or its
    body named somewhere, and one place that does not read like a place's name.
    """
    found: dict[str, bool] = {}
    beside = {hit.end + 1 for hit in whole.hits if _and_after(whole, hit)} | whole.titles.keys()
    for hit in whole.hits:
        text = whole.plain[hit.start : hit.end]
        people = [c.id for c in hit.candidates if c.kind == "person"]
        if not people or not any(c.kind in {"place", "org"} for c in hit.candidates):
            continue
        if text not in found:
            offices = (o for ident in people for o in held(authority.people[ident], authority, day))
            found[text] = not any(is_named(office, whole.plain, authority) for office in offices)
            found[text] = found[text] or all(_like_a_place(whole, at, at + len(text)) for at in whole.occurrences(text))
        found[text] = found[text] and hit.start not in beside
    return {text for text, otherwise in found.items() if otherwise}


def _and_after(whole: Whole, hit: Hit) -> bool:
    return whole.plain[hit.end : hit.end + 1] in _AND and all(c.kind == "person" for c in hit.candidates)


def _like_a_place(whole: Whole, start: int, end: int) -> bool:
    before = whole.plain[max(0, start - 4) : start]
    return _WHERE.search(before) is not None or _PART_OF.match(whole.plain, end) is not None


def is_known_for(ident: str, article: About, authority: Authority, day: str | None) -> bool:
    """Whether an article names anything that a person was known for by that day, or others of the country.

    Of somebody who was in no office yet, nothing does; of somebody without offices nothing is asked.
    """
    person = authority.people[ident]
    if not person.offices or len(article.text) < _TELLING:
        return True
    offices = held(person, authority, day)
    if any(_leads(office) or is_named(office, article.text, authority) for office in offices):
        return True
    codes = {office.of for office in offices if len(office.of) == 2}
    if codes and person.country:
        codes.add(person.country)
    return any(article.people.get(code, frozenset()) - {ident} or _names(code, article, authority) for code in codes)


def held(person: Person, authority: Authority, day: str | None) -> list[Office]:
    """The offices that a person holds on a day or held before."""
    return [
        authority.offices[tenure.office]
        for tenure in person.offices
        if day is None or tenure.since[: len(day)] <= day[: len(tenure.since)]
    ]


def _leads(office: Office) -> bool:
    return office.kind in _LEADS and office.of in _LARGE


def is_named(office: Office, text: str, authority: Authority) -> bool:
    """Whether a text names an office or the body that it leads."""
    bodies = [ident for ident in (office.body, office.of) if ident in authority.orgs]
    names = (*office.titles, *(name for ident in bodies for name in _names_of(ident, authority)))
    return any(name in text for name in names)


def _names_of(ident: str, authority: Authority) -> Iterator[str]:
    yield from authority.names_of(ident)
    yield from authority.orgs[ident].bare


def _names(code: str, article: About, authority: Authority) -> bool:
    """Whether the article names a country, be it by its abbreviation."""
    ident = authority.country(code)
    if ident is None:
        return False
    return any(name in article.text for name in (*authority.names_of(ident), *authority.places[ident].abbr))
