"""Entries of the chronicle as lines of a table, for all commands that list them."""

from collections.abc import Sequence

from shilu.chronicle.entries.formats import between
from shilu.cli.labels import label
from shilu.cli.messages import t
from shilu.cli.output import Column
from shilu.knowledge import Authority
from shilu.records import Entry, EntryParty

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
FULL_COLUMNS = (
    COLUMNS[0],
    Column("type", t("type")),
    Column("form", t("form")),
    COLUMNS[2],
    Column("actors", t("who acts")),
    Column("recipients", t("to whom")),
    Column("hosts", t("hosts")),
    *COLUMNS[3:],
    Column("words", t("words")),
    Column("outlets", t("outlets")),
)
"""For other programs: codes as they are, and the words of the first telling, which say on what it was."""
_ROOMY = 120
"""Cells of a terminal from which these words stand in the table, too: of a day many accuse one state."""
_ID = 8
_DAY = len("2021-03-18")
_PLACE = 6
"""Characters of a place in a table: 安克雷奇, not 北京釣魚台國賓館."""
_PEOPLE = 6
"""Names of one side in a table."""


def columns(width: int) -> tuple[Column, ...]:
    """The columns of a table of so many cells."""
    return COLUMNS if width < _ROOMY else (*COLUMNS[:3], Column("words", t("words"), wide=True), *COLUMNS[3:])


def row(entry: Entry, authority: Authority, form: str) -> dict[str, object]:
    """An entry as one line of any table: short names and words where ``form`` is that, else codes and all of it."""
    table = form == "table"
    kind = entry.form or entry.type
    differ = [discrepancy.kind for discrepancy in entry.discrepancies]
    place = entry.place or ""
    return {
        "date": _short_date(entry.date or "?") if table else entry.date,
        "what": label(kind),
        "type": entry.type,
        "form": entry.form,
        "who": sides(entry, authority, short=table),
        "actors": [party.name for party in entry.actors],
        "recipients": [party.name for party in entry.recipients],
        "hosts": [party.name for party in entry.hosts],
        "place": place[:_PLACE] + "…" if table and len(place) > _PLACE + 1 else place,
        "status": label(entry.status) if table else entry.status,
        "sources": entry.sources,
        "differ": _first_of(differ) if table else differ,
        "id": entry.id[:_ID] if table else entry.id,
        "words": entry.evidence[0].text,
        "outlets": entry.outlets,
    }


def _first_of(kinds: Sequence[str]) -> str:
    return f"{label(kinds[0])} +{len(kinds) - 1}" if len(kinds) > 1 else "".join(map(label, kinds))


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
