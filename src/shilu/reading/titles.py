"""Who is meant by a title alone: 美国国务卿 in February 2024, 中方, 美."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.reading.analysis import Standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from shilu.knowledge import Authority
    from shilu.reading.whole import Hit, Whole
    from shilu.records import Entity

_OF_SEVERAL = re.compile(
    r"(?:(?:各|多|数|外|诸|成员|盟|邻|[两二三四五六七八九十\d])国|[^，。]国家|[一两二三四五六七八九十百多几数\d][位名])(?:的)?(?:世界|全球|外国)?$|(?:世界|全球)$"
)
"""欧盟各国|外长, 40位|领导人 are many, 世界|领导人 of all states; 一位|外长 is not said to be whom."""
_OF_BODY = re.compile(r"(?:协会|学会|工会|商会|基金会|公司|集团|大学|学院|研究[所院]|中心|联盟|银行|[理董]事会|[）)])$")
"""法轮功协会|主席 is not the president of the state that the text tells of."""
_FORMER = re.compile(r"(?:前|前任|卸任|已故)$")
_BEFORE_FORMER = re.compile(r"(?:以|之|日|面|目|先|此|空|跟|眼|生|提|会|谈|晤|访|问|话)前$")
"""前 of a time: 会谈前|美国国务卿…."""
_NEAR = 6
_AND = frozenset("和与及、")
_GOVERNMENT = "政府"


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
        if _OF_SEVERAL.search(whole.plain, max(0, hit.start - _NEAR), hit.start):
            continue
        if _is_of_former(whole.plain, hit.start):
            continue
        start, country = _country_before(whole, authority, index)
        of_country = [office for office in offices if authority.offices[office].of == country] if country else []
        if country is None or (start == hit.start and not of_country):  # 日本首相和|国务卿
            holders = {person for office in offices for person in present.get(office, ())}
        else:
            holders = {person for office in of_country for person in authority.holders(office, day)}
        if start == hit.start and _OF_BODY.search(whole.plain, max(0, start - _NEAR), start):
            continue
        if len(holders) == 1:
            person = holders.pop()
            if person not in entities and start == hit.start:
                continue  # 美国国务卿和|国防部长: nobody says who
            block, at = whole.place(start)
            name = entities[person].name if person in entities else authority.people[person].name
            found.append(Standing(block, at, at + hit.end - start, person, "person", name, "title"))
    return found


def _is_of_former(plain: str, start: int) -> bool:
    """Whether a title is said to be no longer borne: 前|国务卿、现任气候特使克里."""
    near = max(0, start - _NEAR)
    return _FORMER.search(plain, near, start) is not None and _BEFORE_FORMER.search(plain, near, start) is None


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
    """Where the title with its country begins, and the country's code: 美国|国务卿, 加拿大政府总理和|外交部长."""
    hit: Hit = whole.hits[index]
    if index == 0:
        return hit.start, None
    before = whole.hits[index - 1]
    between = whole.plain[before.end : hit.start]
    if between in _AND and any(candidate.kind == "office" for candidate in before.candidates):
        return hit.start, _country_before(whole, authority, index - 1)[1]
    if between and between != _GOVERNMENT:
        return hit.start, None
    for candidate in before.candidates:
        place, body = authority.places.get(candidate.id), authority.orgs.get(candidate.id)
        if place is not None and place.kind == "country":
            return before.start, place.country
        if body is not None and body.kind == "government":
            return before.start, body.country
    return hit.start, None
