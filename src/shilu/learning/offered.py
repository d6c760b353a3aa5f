"""Which of the people that articles taught are offered to later readings as known names, and under which of them.

Those who stand in several articles, of whom it is certain that they are one, and of whom articles agree on a role or a
full Latin name, or whose name is a Chinese one in full (of others without either, every third is a prize, a word or a
group). A name that somebody or something else bears as well is not offered; the authority's names are its own.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import msgspec

from shilu.knowledge import Person, Taught
from shilu.learning.parting import telling_pairs
from shilu.learning.spelling import is_full, is_pinyin
from shilu.reading.lexicon import DOTS, FREQUENT_SURNAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from shilu.learning.facts import Field

ARTICLES = 2
"""Articles that name a person who is offered."""
SHARED = 0.1
"""Share of the articles with a name that may mean somebody else by it."""


_LONG = 5
"""Characters of a foreign name without a dot from which it is nobody else's: 卫斯布鲁克."""


class Offered(msgspec.Struct, frozen=True):
    """A learned person as readings know them."""

    id: str
    names: tuple[str, ...] = ()
    """Chinese names that stand for this person whenever they are used."""
    short: tuple[str, ...] = ()
    """Others, which do so only beside a role like those known: 福克斯 is a broadcaster, 任内 a time, 和平队 a corps."""
    latin: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


class Names(msgspec.Struct, frozen=True):
    """All that is offered: a state of what was learned."""

    people: tuple[Offered, ...] = ()

    def encoded(self) -> bytes:
        """As JSON, the same for the same people."""
        return msgspec.json.encode(self)


def _is_chinese(name: str) -> bool:
    """Whether it is a frequent surname and a given name of two characters."""
    return len(name) == 3 and name[0] in FREQUENT_SURNAMES


def _is_whole(name: str) -> bool:
    """Whether a name can be but one person's name: a Chinese one in full, or a foreign one of two parts or long."""
    return _is_chinese(name) or any(dot in name for dot in DOTS) or len(name) >= _LONG


def state(encoded: bytes) -> str:
    """The name of a state: the first digits of its SHA-256."""
    return hashlib.sha256(encoded).hexdigest()[:12]


def offered(ident: str, used: Iterable[tuple[Field, str]], shares: Mapping[str, float]) -> Offered | None:
    """A person as offered; ``shares`` is the part of the articles with each name that mean somebody else by it.

    ``used`` are the facts that several articles state, the most frequent first.
    """
    facts = list(used)
    own = [value for field, value in facts if field in ("name", "latin") and shares.get(value, 0) <= SHARED]
    latin = tuple(name for name in own if name.isascii() and is_full(name) and not is_pinyin(name))
    names = [name for name in own if not name.isascii() and len(name) > 1]
    whole = tuple(name for name in names if _is_whole(name))
    roles = tuple(value for field, value in facts if field == "role")
    if not (whole or latin) or not (roles or latin or any(map(_is_chinese, whole))):
        return None
    return Offered(ident, whole, tuple(name for name in names if name not in whole), latin, roles)


def taught(encoded: bytes) -> Taught:
    """A state in the form in which the authority takes it."""
    offer = msgspec.json.decode(encoded, type=Names)
    people = tuple(
        Person(id=one.id, name=every[0], also=every[1:], short=one.short)
        for one in offer.people
        if (every := (*one.names, *one.latin))
    )
    roles = {one.id: frozenset(pair for role in one.roles for pair in telling_pairs(role)) for one in offer.people}
    return Taught(state(encoded), people, roles)
