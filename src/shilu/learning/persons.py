"""Which mentions in many articles are one person, of those whom the authority lacks.

Same name and nothing against it: one. Same full Latin name: one, under whatever Chinese names (贝克 and 杰伊·贝克 are
Jay Baker). Latin names or callings that do not go together: several, and a mention that says nothing of itself joins
the one who is in the news in those days, or stays by itself, uncertain. The result does not depend on the order in
which articles came.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from shilu.learning.callings import Calling, apart, calling
from shilu.learning.parting import parted_by_roles
from shilu.learning.spelling import is_full, is_pinyin, may_be_one, plain
from shilu.reading.lexicon import DOTS, SURNAMES, TRANSLITERATION

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shilu.learning.claim import Claim

_ANONYMOUS = re.compile(r".{1,2}(?:某某?|某.|先生|女士|小姐|太太|氏|姓)")
_ABROAD = re.compile(r"大使|领事|公使|参赞|特使|驻|专员|代表")
"""Roles that belong to two countries."""
_NEWS = 7
"""Days in which a mention without any particulars is taken for the one of that name who is in the news."""
_FAR_MORE = 5
"""How many times as many claims make a single one that disagrees a slip of its article or of its reading."""


class Person(msgspec.Struct):
    """The claims that are one person's."""

    claims: list[Claim]
    uncertain: bool = False
    id: str = ""

    @property
    def name(self) -> str:
        """The name most articles give, Chinese before Latin, of several the longest."""
        counts = Counter(claim.name for claim in self.claims)
        return max(counts, key=lambda name: (not name.isascii(), counts[name], len(name), name))

    @property
    def latin(self) -> set[str]:
        """Every full Latin form."""
        return {form for claim in self.claims for form in claim.latin}

    @property
    def callings(self) -> frozenset[Calling]:
        """What the stated roles make the person."""
        return frozenset(filter(None, (calling(claim.role) for claim in self.claims if claim.role)))

    @property
    def states(self) -> frozenset[str]:
        """The countries in which the person holds office."""
        return frozenset(filter(None, map(_state, self.claims)))

    def goes_with(self, other: Person) -> bool:
        """Whether nothing speaks against the two being one."""
        if apart(self.callings, other.callings):
            return False
        if self.states and other.states and not self.states & other.states:
            return False
        left, right = self.latin, other.latin
        return not left or not right or any(may_be_one(a, b) for a in left for b in right)

    def near(self, claim: Claim) -> bool:
        """Whether any of the claims is of the same days."""
        return any(_days_between(claim.day, own.day) <= _NEWS for own in self.claims)


def persons(claims: Iterable[Claim]) -> list[Person]:
    """The persons of these claims, with ids; claims that share a name or a Latin form must be given together."""
    by_name: dict[str, list[Claim]] = {}
    for claim in sorted(claims):
        by_name.setdefault(claim.name, []).append(claim)
    found = [person for name in sorted(by_name) for person in _of_one_name(by_name[name])]
    found = _by_latin(found)
    _name(found)
    return found


def _of_one_name(claims: list[Claim]) -> list[Person]:
    if _ANONYMOUS.fullmatch(claims[0].name):
        return _anonymous(claims)
    parted = parted_by_roles(claims) if _is_common(claims) else []
    if len(parted) > 1:
        apart_ones = [Person(own, uncertain=True) for own in parted]
        taken = {claim for own in parted for claim in own}
        return apart_ones + _left_over(apart_ones, [claim for claim in claims if claim not in taken])
    labelled = _grouped(claim for claim in claims if claim.latin)
    told = _grouped(claim for claim in claims if not claim.latin and claim.role and calling(claim.role))
    found = _without_slips(_added(labelled, told))
    mute = [claim for claim in claims if not claim.latin and not (claim.role and calling(claim.role))]
    return found + _left_over(found, mute)


def _grouped(claims: Iterable[Claim]) -> list[Person]:
    """Claims with particulars; those that go together are one, the most frequent particulars first."""
    kinds: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        kinds.setdefault((claim.latin, calling(claim.role) if claim.role else None, _state(claim)), []).append(claim)
    found: list[Person] = []
    for kind in sorted(kinds, key=lambda kind: (-len(kinds[kind]), str(kind))):
        one = Person(kinds[kind])
        home = next((person for person in found if person.goes_with(one)), None)
        if home is None:
            found.append(one)
        else:
            home.claims += one.claims
    return found


def _added(labelled: list[Person], told: list[Person]) -> list[Person]:
    """Persons without a Latin form joined to the only one whom they can be."""
    found = list(labelled)
    for one in told:
        fitting = [person for person in labelled if person.goes_with(one)]
        alike = [person for person in fitting if person.callings & one.callings]
        home = fitting if len(fitting) == 1 else alike
        if len(home) == 1:
            home[0].claims += one.claims
        else:
            one.uncertain = bool(fitting)
            found.append(one)
    if len(found) > 1 and len(labelled) < len(found):
        for person in found:
            person.uncertain = True
    return found


def _without_slips(found: list[Person]) -> list[Person]:
    """Single claims without a Latin form joined to the one of the name of whom far more is told."""
    most = max(found, key=lambda person: len(person.claims), default=None)
    kept = []
    for person in found:
        if most is not None and not person.latin and len(person.claims) * _FAR_MORE <= len(most.claims):
            most.claims += person.claims
        else:
            kept.append(person)
    if len(kept) == 1:
        kept[0].uncertain = False
    return kept


def _left_over(found: list[Person], mute: list[Claim]) -> list[Person]:
    """Put claims without particulars with those whom they can be; what is left is by itself."""
    rest = []
    given = [(person, list(person.claims)) for person in found]
    for claim in mute:
        near = [person for person, own in given if Person(own).near(claim)]
        home = near if len(found) > 1 or _is_bare(claim.name) else found
        if len(home) == 1:
            home[0].claims.append(claim)
        else:
            rest.append(claim)
    return [Person(rest, uncertain=bool(found))] if rest else []


def _anonymous(claims: list[Claim]) -> list[Person]:
    """People such as 刘某 and 陈先生: one only within some days of news, and with the same calling or role."""
    found: list[Person] = []
    for claim in sorted(claims, key=lambda claim: (claim.day or "", claim)):
        home = [p for p in found if p.near(claim) and p.claims[0].role and _same_role(p.claims[0].role, claim.role)]
        if home:
            home[-1].claims.append(claim)
        else:
            found.append(Person([claim], uncertain=True))
    return found


def _same_role(one: str, other: str | None) -> bool:
    return other is not None and (one.endswith(other) or other.endswith(one))


def _by_latin(found: list[Person]) -> list[Person]:
    """Persons of several names joined by their Latin form."""
    groups: dict[str, list[Person]] = {}
    for person in found:
        for form in sorted({plain(latin) for latin in person.latin if is_full(latin)}):
            groups.setdefault(form, []).append(person)
    home = {id(person): person for person in found}

    def root(person: Person) -> Person:
        while home[id(person)] is not person:
            person = home[id(person)]
        return person

    for form, members in sorted(groups.items()):
        if is_pinyin(form) and len({p.name for p in members if not p.name.isascii()}) > 1:
            continue  # 李娜 and 李那 are both Li Na
        first, *others = members
        for other in others:
            one, two = root(first), root(other)
            if one is not two and one.goes_with(two):
                one.claims += two.claims
                one.uncertain = one.uncertain and two.uncertain
                home[id(two)] = one
    return [person for person in found if root(person) is person]


def _name(found: list[Person]) -> None:
    """Give ids: of those who share a name the one in most articles has it alone."""
    taken: set[str] = set()
    for person in sorted(found, key=lambda person: (-len(person.claims), person.uncertain, min(person.claims))):
        plain_id = f"x.person.{person.name}"
        ident, number = plain_id, 1
        while ident in taken:
            number += 1
            ident = f"{plain_id}~{_label(person)}" if number == 2 else f"{plain_id}~{_label(person)}-{number}"
        taken.add(ident)
        person.id = ident


def _label(person: Person) -> str:
    """What tells a person from a namesake: the Latin form, else the usual role, else the first article."""
    latin = Counter(plain(form) for claim in person.claims for form in claim.latin)
    if latin:
        return max(latin, key=lambda form: (latin[form], form)).replace(" ", "-")
    roles = Counter(claim.role for claim in person.claims if claim.role and calling(claim.role))
    if roles:
        return max(roles, key=lambda role: (roles[role], -len(role), role))
    return min(claim.article for claim in person.claims)


def _state(claim: Claim) -> str | None:
    if claim.role is None or calling(claim.role) != "office" or _ABROAD.search(claim.role):
        return None
    return claim.country


def _is_common(claims: list[Claim]) -> bool:
    """Whether it is a Chinese name of two characters, which thousands bear, and no Latin form tells them apart."""
    name = claims[0].name
    return len(name) == 2 and name[0] in SURNAMES and not any(claim.latin for claim in claims)


def _is_bare(name: str) -> bool:
    """Whether it is a foreign surname alone, as 马丁 is, which many people share."""
    spelt = len(name) <= 4 and all(char in TRANSLITERATION for char in name) and not any(c in DOTS for c in name)
    return spelt and (name[0] not in SURNAMES or len(name) > 3)


def _days_between(one: str | None, other: str | None) -> int:
    try:
        return abs((date.fromisoformat(one or "") - date.fromisoformat(other or "")).days)
    except ValueError:
        return _NEWS + 1
