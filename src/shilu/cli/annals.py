"""Entries of the chronicle as lines of a table, for all commands that list them."""

from collections.abc import Sequence

from shilu.chronicle.entries.formats import between
from shilu.chronicle.entries.sentences import Told, foremost
from shilu.cli.labels import label
from shilu.cli.messages import t
from shilu.cli.output import Column
from shilu.knowledge import Authority
from shilu.records import DatedBy, Discrepancy, Entry, EntryParty, Side
from shilu.vocabulary import kind_of

COLUMNS = (
    Column("date", t("date")),
    Column("what", t("what")),
    Column("who", t("who"), wide=True),
    Column("place", t("where")),
    Column("status", t("status")),
    Column("sources", t("sources"), right=True),
    Column("differ", t("differ")),
    Column("id", "id"),
)
FULL_COLUMNS = tuple(
    Column(key, key)
    for key in (
        *("date", "type", "form", "mode", "who", "actors", "recipients", "hosts", "place", "status", "sources"),
        *("differ", "id"),
        *("words", "outlets", "dates", "history", "articles"),
        *("outlet", "published", "article", "url", "sentence"),
    )
)
"""For other programs: codes as they are, all that was told of date and status, and at last the telling that bears the
entry out, of which ``words`` are a part."""
_ROOMY = 120
"""Cells of a terminal from which the words of a telling stand in the table, too: of a day many accuse one state."""
_NARROW = 72
"""… below which it goes without place, sources and differences: who met whom comes first."""
_SPARED = frozenset({"place", "sources", "differ"})
_ID = 8
_DAY = len("2021-03-18")
_PLACE = 6
"""Characters of a place in a table: 安克雷奇, not 北京釣魚台國賓館."""
_PEOPLE = 6
"""Names of one side in a table."""


def columns(width: int) -> tuple[Column, ...]:
    """The columns of a table of so many cells."""
    if width < _NARROW:
        return tuple(column for column in COLUMNS if column.key not in _SPARED)
    return COLUMNS if width < _ROOMY else (*COLUMNS[:3], Column("words", t("words"), wide=True), *COLUMNS[3:])


def row(entry: Entry, authority: Authority) -> dict[str, object]:
    """An entry as one line of a table for readers: in short names and words."""
    place = entry.place or ""
    return {
        "date": _short_date(entry.date or "?"),
        "what": label(kind_of(entry.type, entry.form, entry.mode)),
        "who": sides(entry, authority, short=True),
        "place": place[:_PLACE] + "…" if len(place) > _PLACE + 1 else place,
        "status": label(entry.status),
        "sources": entry.sources,
        "differ": _first_of([discrepancy.kind for discrepancy in entry.discrepancies]),
        "id": entry.id[:_ID],
        "words": foremost(entry).text,
    }


def _first_of(kinds: Sequence[str]) -> str:
    return f"{label(kinds[0])} +{len(kinds) - 1}" if len(kinds) > 1 else "".join(map(label, kinds))


def full_row(entry: Entry, authority: Authority, told: Told | None) -> dict[str, object]:
    """An entry as one line for other programs, with its proof; ``told`` is the telling that bears it out.

    An archive that could not be brought up may lack its article: it has no address then, and no sentence.
    """
    evidence = foremost(entry)
    return {
        "date": entry.date,
        "type": entry.type,
        "form": entry.form,
        "mode": entry.mode,
        "who": sides(entry, authority, short=False),
        "actors": [party.name for party in entry.actors],
        "recipients": [party.name for party in entry.recipients],
        "hosts": [party.name for party in entry.hosts],
        "place": entry.place,
        "status": entry.status,
        "sources": entry.sources,
        "differ": list(map(_accounts, entry.discrepancies)),
        "id": entry.id,
        "words": evidence.text,
        "outlets": entry.outlets,
        "dates": [_given(one) for one in entry.dates],
        "history": [f"{at.status} {at.published} {at.outlet}" for at in entry.history],
        "articles": len(entry.articles),
        "outlet": evidence.outlet,
        "published": evidence.published,
        "article": evidence.article,
        "url": told and told.url,
        "sentence": told and told.sentence,
    }


def _accounts(discrepancy: Discrepancy) -> str:
    """A difference with its sides: ``date: 2021-03-18 美国之音、法广 | 2021-03-19 德国之声``."""
    return f"{discrepancy.kind}: " + " | ".join(map(_given, discrepancy.sides))


def _given(one: DatedBy | Side) -> str:
    """A value with the outlets that give it."""
    return f"{one.value} {'、'.join(one.outlets)}"


def sides(entry: Entry, authority: Authority, *, short: bool) -> str:
    """Who takes part, in one line."""
    return between(*(_joined(side, authority, short=short) for side in (entry.actors, entry.recipients)))


def _joined(side: tuple[EntryParty, ...], authority: Authority, *, short: bool) -> str:
    names = [_short_name(party, authority) if short else party.name for party in side]
    more = t(" and {count} more", count=len(names) - _PEOPLE) if short and len(names) > _PEOPLE else ""
    return "、".join(names[:_PEOPLE] if short else names) + more


def _short_name(party: EntryParty, authority: Authority) -> str:
    """What news calls one: 布林肯 for 安东尼·布林肯."""
    person = authority.people.get(party.id)
    if person is not None and person.short:
        return person.short[0]
    return party.name.rpartition("·")[2] if person is not None else party.name


def _short_date(date: str) -> str:
    """A span without what both its ends share: 2021-03-18/19."""
    first, _, last = date.partition("/")
    if len(first) == len(last) == _DAY:
        for shared in (len("2021-03-"), len("2021-")):
            if first[:shared] == last[:shared]:
                return f"{first}/{last[shared:]}"
    return date
