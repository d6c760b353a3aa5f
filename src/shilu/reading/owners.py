"""Which person each name of an article stands for.

A full name owns its parts (扎克·库珀 → 库珀). The authority owns its names, unless the article itself says that another
one is meant: by a Latin form (Dan Sullivan is not Jake Sullivan), or by a full name that came first.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.reading.lexicon import DOTS, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from shilu.knowledge import Authority
    from shilu.reading.mentions import Name

_NICKNAMES = frozenset(
    words("tony bob bill mike jim joe tom dick ted liz beth jack hank chuck larry jerry peggy kate andy")
)
_ORDINAL = re.compile(r"[一二三四]世$|^小")
_DOTS = str.maketrans(dict.fromkeys(DOTS, "·"))


class Owners:
    """The persons of an article's names; asked for the full names first."""

    def __init__(self, first: Mapping[str, int], authority: Authority, day: str | None) -> None:
        self.first = first
        """Where each name stands first."""
        self.authority = authority
        self.day = day
        self.of: dict[str, str] = {}
        self._by_latin: dict[str, str] = {}

    def own(self, names: Iterable[Name]) -> dict[str, str]:
        """The id of the person of each name."""
        for name in sorted(names, key=lambda name: ("·" not in _parted(name.plain), -len(name.plain))):
            latin = (name.latin or "").lower()
            ident = self._owner(name) or self._by_latin.get(latin) or f"x.person.{name.plain}"
            self.of[name.plain] = ident
            if latin:
                self._by_latin.setdefault(latin, ident)
        return self.of

    def _owner(self, name: Name) -> str | None:
        known = self._authorised(name)
        fuller = [full for full in self.of if name.plain in _parts(full)]
        if not fuller:
            return known or (_same_surname(name, self.authority) if "·" in _parted(name.plain) else None)
        earliest = min(fuller, key=lambda full: self.first[full])
        if known is None or (known not in self.of.values() and self.first[earliest] < self.first[name.plain]):
            return self.of[earliest]
        return known

    def _authorised(self, name: Name) -> str | None:
        """The person of the authority whom a name means, unless the Latin form in the article is another one's."""
        by_latin = _by_latin(name.latin, self.authority) if name.latin else None
        if by_latin is not None or not name.ids:
            return by_latin
        in_office = (ident for ident in name.ids if self.day and self.authority.offices_of(ident, self.day))
        known = next(in_office, name.ids[0])
        if name.latin and _contradicts(name.latin, self.authority.people[known].latin):
            return None
        return known


def _by_latin(latin: str, authority: Authority) -> str | None:
    ids = {candidate.id for candidate in authority.lookup(latin) if candidate.kind == "person"}
    return ids.pop() if len(ids) == 1 else None


def _contradicts(given: str, known: Iterable[str]) -> bool:
    """Whether a Latin name is another person's of the same surname."""
    first, _, last = given.lower().rpartition(" ")
    return bool(first) and any(
        last == other.lower().rpartition(" ")[2] and first[0] != other[0].lower() and first not in _NICKNAMES
        for other in known
    )


def _same_surname(name: Name, authority: Authority) -> str | None:
    """The person of the authority whose name is spelt a little otherwise: 贝拉克·奥巴马 for 巴拉克·奥巴马."""
    parts = _split(name.plain)
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
    return any(set(given) & set(parts[0]) for parts in full)


def _parts(full: str) -> set[str]:
    """What a name with dots may be shortened to."""
    parts = _split(full)
    if len(parts) == 1:
        return set()
    return {*(part for part in parts if len(part) > 1), *("·".join(parts[i:]) for i in range(1, len(parts)))}


def _split(full: str) -> list[str]:
    return [_ORDINAL.sub("", part) or part for part in _parted(full).split("·")]


def _parted(text: str) -> str:
    return text.translate(_DOTS)
