"""Who is meant by a title alone: 美国国务卿 in February 2024, 中方, 美."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shilu.reading.analysis import Standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from shilu.knowledge import Authority
    from shilu.reading.whole import Hit, Whole
    from shilu.records import Entity


def titles_alone(
    whole: Whole,
    authority: Authority,
    day: str | None,
    entities: Mapping[str, Entity],
    people_at: Iterable[tuple[int, int]],
) -> list[Standing]:
    """Titles that stand without a name and whose holder on the day is certain."""
    if day is None:
        return []
    named = {start for start, _ in people_at}
    present = _offices_of(entities, authority, day)
    found = []
    for index, hit in enumerate(whole.hits):
        offices = [c.id for c in hit.candidates if c.kind == "office"]
        if not offices or hit.end in named or hit.end + 1 in named or _leads_to_another(whole, index):
            continue
        start, country = _country_before(whole, authority, index)
        if country is None:
            holders = {person for office in offices for person in present.get(office, ())}
        else:
            of_country = (office for office in offices if authority.offices[office].of == country)
            holders = {person for office in of_country for person in authority.holders(office, day)}
        if len(holders) == 1:
            person = holders.pop()
            block, at = whole.place(start)
            name = entities[person].name if person in entities else authority.people[person].name
            found.append(Standing(block, at, at + hit.end - start, person, "person", name, "title"))
    return found


def _leads_to_another(whole: Whole, index: int) -> bool:
    """Whether a title is but the first of two of one person: 国务委员兼|外交部长王毅."""
    end = whole.hits[index].end
    return whole.plain.startswith("兼", end) and index + 1 < len(whole.hits) and whole.hits[index + 1].start == end + 1


def _offices_of(entities: Mapping[str, Entity], authority: Authority, day: str) -> dict[str, list[str]]:
    """The offices that the people of the article held on the day."""
    found: dict[str, list[str]] = {}
    for ident in entities:
        for tenure in authority.offices_of(ident, day):
            found.setdefault(tenure.office, []).append(ident)
    return found


def _country_before(whole: Whole, authority: Authority, index: int) -> tuple[int, str | None]:
    """Where the title with its country begins, and the country's code: 美国|国务卿."""
    hit: Hit = whole.hits[index]
    if index == 0 or whole.hits[index - 1].end != hit.start:
        return hit.start, None
    before = whole.hits[index - 1]
    for candidate in before.candidates:
        place = authority.places.get(candidate.id)
        if place is not None and place.kind == "country":
            return before.start, place.country
    return hit.start, None
