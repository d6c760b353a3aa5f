"""Who takes part in an entry, out of what its accounts name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shilu.records import EntryParty
from shilu.wording import HOME, SUMMONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Literal, TypeAlias

    from shilu.chronicle.entries.hosts import Host
    from shilu.chronicle.entries.tellings import Telling
    from shilu.chronicle.entries.who import Who
    from shilu.knowledge import Authority

    Role: TypeAlias = Literal["actor", "recipient", "host"]

_SHARE = 3
"""One in so many accounts must name a party (or anybody of its country), else it is a slip of reading."""
_FEW = 3
"""So many accounts are too few to count by."""
_LONE = 8
"""Of more accounts than that a person must be named by two to stand for a country."""


class _Named:
    """Which accounts name a party, and where it stands in the first."""

    def __init__(self, one: Who, side: int, name: str, *, is_party: bool) -> None:
        self.one = one
        self.side = side
        self.name = name
        self.is_party = is_party
        self.accounts: set[int] = set()

    @property
    def country(self) -> str:
        """The country it belongs to; itself, where it belongs to none."""
        return self.one.side

    @property
    def is_public(self) -> bool:
        """Whether it is a state or a body of one, and neither a person nor a firm."""
        return self.one.is_government


def participants(told: Sequence[Telling], authority: Authority) -> tuple[EntryParty, ...]:
    """The parties, those who act before those acted on, then by how many accounts name them.

    A country takes part where a third of the accounts name it or somebody of it. People stand for it where a third of
    the accounts that name some name them (of acts and summons, of all that name the country: that one statesman is
    spoken of does not make it his, nor that he orders what his ministry sees to); else the state or its body,
    whichever more accounts name; a party (中共) never, where some name the state.
    """
    named = _named(told, authority)
    of_all = told[0].event.type != "CONSULT" or any(telling.event.word in SUMMONS for telling in told)
    chosen = [
        one
        for country in dict.fromkeys(one.country for one in named)
        for one in _of_country([one for one in named if one.country == country], len(told), of_all=of_all)
    ]
    if len(chosen) < 2 and not _is_of_one(told):
        chosen = named
    order = {one.one.id: number for number, one in enumerate(named)}
    chosen.sort(key=lambda one: (one.side, -len(one.accounts), order[one.one.id]))
    parties = tuple(_party(one.one.id, one.name, "recipient" if one.side else "actor", authority) for one in chosen)
    return (*parties, *_hosts(told, {one.id for one in parties}, authority))


def _hosts(told: Sequence[Telling], known: set[str], authority: Authority) -> Iterator[EntryParty]:
    """Those who received the visitors, by how many articles name them.

    One alone must tell the day on which they met, and none is enough of more than eight accounts.
    """
    named: dict[str, list[tuple[str, Host]]] = {}
    for telling in told:
        for host in telling.hosts:
            named.setdefault(host.id, []).append((telling.source.article, host))
    articles = {ident: {article for article, _ in by} for ident, by in named.items()}
    for ident, by in sorted(named.items(), key=lambda item: -len(articles[item[0]])):
        sure = len(told) <= _LONE and any(host.sure for _, host in by)
        if (len(articles[ident]) > 1 or sure) and ident not in known:
            yield _party(ident, by[0][1].name, "host", authority)


def _is_of_one(told: Sequence[Telling]) -> bool:
    """Whether half of the accounts name nobody but the body that sits."""
    return sum(len(telling.actors) == 1 and not telling.recipients for telling in told) * 2 >= len(told)


def _named(told: Sequence[Telling], authority: Authority) -> list[_Named]:
    found: dict[str, _Named] = {}
    for number, telling in enumerate(told):
        # 警方 is no name of its state.
        names = {party.id: "" if party.found_by == HOME else party.name for party in telling.event.parties}
        for side, members in enumerate((telling.actors, telling.recipients)):
            for one in members:
                is_party = one.id in authority.orgs and authority.orgs[one.id].kind == "party"
                found.setdefault(one.id, _Named(one, side, names[one.id], is_party=is_party)).accounts.add(number)
    return list(found.values())


def _of_country(named: list[_Named], total: int, *, of_all: bool) -> list[_Named]:
    """Who takes part for one country; ``of_all`` counts people by all accounts that name it, not those of people."""
    if _accounts(named) < _least(total):
        return []
    people = [one for one in named if not one.is_public]
    least = _least(_accounts(named if of_all else people))
    several = 2 if total > _LONE else 1
    people = [one for one in people if len(one.accounts) >= max(least, several)]
    if people:
        return people
    most = max(len(one.accounts) for one in named)
    chosen = next(one for one in named if len(one.accounts) == most)
    state = next((one for one in named if one.one.standing == "state"), None)
    return [state if state is not None and chosen.is_party else chosen]


def _accounts(named: list[_Named]) -> int:
    """How many accounts name any of them."""
    return len(set[int]().union(*(one.accounts for one in named)))


def _least(accounts: int) -> float:
    return accounts / _SHARE if accounts > _FEW else 0


def _party(ident: str, told: str, role: Role, authority: Authority) -> EntryParty:
    known: tuple[str, ...] = ()
    if any(ident in table for table in (authority.people, authority.orgs, authority.places)):
        known = authority.names_of(ident)
    name = known[0] if known else told
    also = tuple(dict.fromkeys(n for n in (told, *known) if n not in ("", name)))
    return EntryParty(ident, name, also, role)
