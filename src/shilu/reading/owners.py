"""Which person each name of an article stands for.

A full name owns its parts (扎克·库珀 → 库珀). The authority owns its names, unless the article itself says that another
one is meant: by a Latin form (Dan Sullivan is not Jake Sullivan), or by a full name that came first.
"""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from typing import TYPE_CHECKING

from shilu.knowledge.naming import key
from shilu.reading.bearing import is_known_for
from shilu.reading.lexicon import DOTS, JAPANESE_SURNAMES, words
from shilu.reading.suggested import is_han
from shilu.records import Problem
from shilu.text.script import fold, simplify

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from shilu.knowledge import Authority, Person
    from shilu.reading.bearing import About
    from shilu.reading.mentions import Name

_NICKNAMES = frozenset(
    words("tony bob bill mike jim joe tom dick ted liz beth jack hank chuck larry jerry peggy kate andy")
)
_ORDINAL = re.compile(r"[一二三四]世$|^小")
_PROFESSION = re.compile(
    r"(?:教授|学者|专家|律师|作家|诗人|画家|导演|演员|歌手|艺人|医生|医师|记者|(?<!总)编辑|分析师|研究员|球员|选手|教练|工程师|经理|老师|教师|"
    r"博士生|学生|村民|居民|商人|牧师|评论员|评论人|人士|网民|网友|合伙人)$"
)
_PETTY = re.compile(r"(?:村长|村支书|[大中支]队长|派出所所长|看守所所长|监狱长|店主|司机|学员|当事人)$")
"""What nobody is of whom the authority knows."""
_NEAR = 0.4
"""贝拉克 and 巴拉克, Vladimir Poutine and Putin are nearer than that; 斯嘉丽 and 鲍里斯, 斯蒂芬 and 斯科特 are not."""
_ALIKE = 0.8
_TITLE_ENOUGH = 4
_TITLE_FITS = 2
"""What a title counts for in a role; a country alone counts one."""
_DOTS = str.maketrans(dict.fromkeys(DOTS, "·"))


class Owners:
    """The persons of an article's names; asked for the full names first."""

    def __init__(
        self,
        first: Mapping[str, int],
        said: Mapping[str, list[str]],
        authority: Authority,
        day: str | None,
        article: About,
    ) -> None:
        self.first = first
        """The rank of each name by its first place."""
        self.said = said
        """The roles that the article gives each name."""
        self.authority = authority
        self.day = day
        self.article = article
        self.of: dict[str, str] = {}
        self.problems: list[Problem] = []
        self._by_latin: dict[str, str] = {}
        self._present: set[str] = set()
        self._fuller: defaultdict[str, list[str]] = defaultdict(list)
        """The full names that may be shortened to a part."""

    def own(self, names: Iterable[Name]) -> dict[str, str]:
        """The id of the person of each name."""
        for name in sorted(names, key=lambda name: ("·" not in _parted(name.plain), -len(name.plain))):
            latin = (name.latin or "").lower()
            ident = self._owner(name) or self._by_latin.get(latin) or f"x.person.{name.plain}"
            self.of[name.plain] = ident
            self._present.add(ident)
            for part in _parts(name.plain):
                self._fuller[part].append(name.plain)
            if latin:
                self._by_latin.setdefault(latin, ident)
        return self.of

    def _owner(self, name: Name) -> str | None:
        fuller = self._fuller.get(name.plain, [])
        named = {self.of[full] for full in fuller} & set(name.ids)
        by_latin = _by_latin(name.latin, self.authority) if name.latin else None
        if len(named) == 1 and by_latin in (None, *named):
            return named.pop()
        known = self._authorised(name)
        if not fuller:
            return known or (_same_surname(name, self.authority) if "·" in _parted(name.plain) else None)
        earliest = min(fuller, key=lambda full: self.first[full])
        if known is None or (known not in self._present and self.first[earliest] < self.first[name.plain]):
            return self.of[earliest]
        return known

    def _authorised(self, name: Name) -> str | None:
        """The person of the authority whom a name means, unless the Latin form in the article is another one's."""
        by_latin = _by_latin(name.latin, self.authority) if name.latin else None
        if by_latin is not None and by_latin in name.ids and self._is_another(name, by_latin, self._said(name)):
            return None
        if by_latin is not None or not name.ids:
            return by_latin
        known = self._meant(name)
        if known is None or (name.latin and _contradicts(name.latin, self.authority.people[known].latin)):
            return None
        return known

    def _meant(self, name: Name) -> str | None:
        """Which of the people of that name is meant, by role, country and day; nobody where that stays open."""
        roles = self._said(name)
        if len(name.ids) == 1 and name.ids[0] in self.authority.taught.roles:
            return name.ids[0] if self._is_taught(name, roles) else None
        if len(name.ids) == 1:
            return name.ids[0] if self._is_possible(name, name.ids[0], roles) else None
        possible = [ident for ident in name.ids if self._is_possible(name, ident, roles)] or list(name.ids)
        fits = {ident: sum(self._fit(ident, fold(role)) for role in roles) for ident in possible}
        best = max(fits.values())
        if not best and roles and all(_PROFESSION.search(fold(role)) for role in roles):
            return None  # 澳洲居民米勒 is neither of two who held office
        likely = [ident for ident in possible if fits[ident] == best]
        if len(likely) > 1 and self.day:
            likely = [ident for ident in likely if self.authority.offices_of(ident, self.day)] or likely
        if len(likely) > 1:
            likely = self._of_the_countries(likely)
        if len(likely) == 1:
            return likely[0]
        self.problems.append(Problem("people", "namesake", f"{name.plain}: {', '.join(likely)}"[:200]))
        return None

    def _said(self, name: Name) -> list[str]:
        return self.said.get(name.plain, [])

    def _is_taught(self, name: Name, roles: list[str]) -> bool:
        """Whether the person whom other articles taught is meant: a surname alone needs a role like those known."""
        person = self.authority.people[name.ids[0]]
        if key(name.plain) not in {key(short) for short in person.short}:
            return True
        known = self.authority.taught.roles[person.id]
        return any(pair in simplify(role) for role in roles for pair in known)

    def _of_the_countries(self, likely: list[str]) -> list[str]:
        """Those whose country the article speaks of most: 约翰逊 in a report on Britain."""
        counts = [self.article.countries.get(self.authority.people[ident].country or "", 0) for ident in likely]
        best = max(counts)
        return [ident for ident, count in zip(likely, counts, strict=True) if count == best]

    def _fit(self, ident: str, role: str) -> int:
        """How well a role fits a person: by the titles of the offices held, and by the country."""
        titles = 0
        for tenure in self.authority.offices_of(ident):
            if any(_bears(role, title) for title in self.authority.offices[tenure.office].titles):
                titles = max(titles, 3 if self.day and tenure.covers(self.day) else 2)
        country = self.authority.people[ident].country
        place = self.authority.country(country) if country else None
        return titles + (place is not None and any(name in role for name in self.authority.names_of(place)))

    def _is_possible(self, name: Name, ident: str, roles: list[str]) -> bool:
        """Whether a person may be meant by a name that the article gives these roles."""
        if _is_surname(name.plain, self.authority.people[ident]):
            fits = any(self._fit(ident, fold(role)) >= _TITLE_FITS for role in roles)
            return fits or is_known_for(ident, self.article, self.authority, self.day)
        return not self._is_another(name, ident, roles)

    def _is_another(self, name: Name, ident: str, roles: list[str]) -> bool:
        """Whether the article calls the bearer of a Chinese name what one in office is not: 教授, 演员."""
        if len(name.plain) > 3 or not roles:
            return False
        in_office = self.day and self.authority.offices_of(ident, self.day)
        other = _PROFESSION if in_office else _PETTY
        folded = [fold(role) for role in roles]
        return all(other.search(role) or _PETTY.search(role) for role in folded) and not any(
            self._fit(ident, role) for role in folded
        )


def _bears(role: str, title: str) -> bool:
    """Whether a role holds a title, or all of it but what the words before were taken for: 常驻|联合国代表."""
    return title in role or (len(role) > _TITLE_ENOUGH and title.endswith(role))


def _is_surname(text: str, person: Person) -> bool:
    """Whether a form of a person's name is no more than a foreign surname."""
    return is_han(text[0]) and len(text) <= 5 and text != person.name and (text in person.short or "·" in person.name)


def _by_latin(latin: str, authority: Authority) -> str | None:
    ids = {candidate.id for candidate in authority.lookup(latin) if candidate.kind == "person"}
    return ids.pop() if len(ids) == 1 else None


def _contradicts(given: str, known: Iterable[str]) -> bool:
    """Whether a Latin name is another person's: Emer Cooke is not Tim Cook, Sigmund Freud not George Floyd.

    Antony and Anthony are one, and so is every spelling that is nearer than other people's names are.
    """
    first, _, last = given.lower().rpartition(" ")
    if not first or first in _NICKNAMES:
        return False
    others = [other.lower() for other in known]
    if any(_holds(other.split(), given.lower().split()) for other in others):
        return False
    initials = {other[0] for other in others if _spelt_alike(last, other.rpartition(" ")[2])}
    if initials:
        return first[0] not in initials
    return bool(others) and not any(_nearness(given.lower(), other) >= _NEAR for other in others)


def _holds(one: list[str], other: list[str]) -> bool:
    """Whether one of two names has all words of the other: Tayyip Erdogan, Daw Aung San Suu Kyi, Admiral Kurt Tidd."""
    return min(len(one), len(other)) > 1 and (set(one) <= set(other) or set(other) <= set(one))


def _spelt_alike(last: str, other: str) -> bool:
    """Whether two Latin surnames sound alike: Cook and Cooke, Catton and Cotton."""
    return min(len(last), len(other)) > 2 and _nearness(last, other) >= _ALIKE


def _nearness(left: str, right: str) -> float:
    return difflib.SequenceMatcher(None, left, right, autojunk=False).ratio()


def _same_surname(name: Name, authority: Authority) -> str | None:
    """The person of the authority whose name is spelt a little otherwise: 贝拉克·奥巴马 for 巴拉克·奥巴马."""
    parts = _split(name.plain)
    if name.plain.startswith("小"):
        return None  # 小唐纳德·特朗普 is the son
    found = {
        candidate.id
        for candidate in authority.lookup(parts[-1])
        if candidate.kind == "person" and _alike(parts[0], name.latin, authority, candidate.id)
    }
    return found.pop() if len(found) == 1 else None


def _alike(given: str, latin: str | None, authority: Authority, ident: str) -> bool:
    if latin is not None:
        words_of = latin.lower().replace(".", "").split()
        return any(words_of[0] == other.lower().split()[0] for other in authority.people[ident].latin)
    full = [_split(other) for other in authority.names_of(ident) if "·" in other]
    return any(_nearness(given, parts[0]) >= _NEAR or given == parts[0][: len(given)] for parts in full)


def _parts(full: str) -> set[str]:
    """What a name with dots may be shortened to."""
    parts = _split(full)
    if len(parts) == 1:
        return {full[:2]} if full[:2] in JAPANESE_SURNAMES and len(full) > 3 else set()
    return {*(part for part in parts if len(part) > 1), *("·".join(parts[i:]) for i in range(1, len(parts)))}


def _split(full: str) -> list[str]:
    return [_ORDINAL.sub("", part) or part for part in _parted(full).split("·")]


def _parted(text: str) -> str:
    return text.translate(_DOTS)
