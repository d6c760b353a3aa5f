"""One event as one article tells it, with what comparing needs: the sides, the day's span, the source.

Not every event can enter the chronicle. An encounter needs two parties, an act somebody who acts, somebody who is acted
on (but for many whom forces fire on), and a day: without them two tellings can never be known to be one deed.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

from shilu.chronicle.entries.days import Days, days
from shilu.chronicle.entries.fitting import SPOKEN
from shilu.chronicle.entries.hosts import Host, hosts_of
from shilu.chronicle.entries.whereabouts import lying_in, town
from shilu.chronicle.entries.who import UNITED_NATIONS, Who, who_then
from shilu.records import TO_COME, Event, Moment, Status
from shilu.text.script import fold
from shilu.text.sentences import sentences
from shilu.wording import (
    CROWDS,
    CUSTODIAL,
    FIRM_KINDS,
    FIRM_NAMES,
    FROM_FIRST,
    NATIONALS,
    SUMMONS,
    TOGETHER,
    court_stage,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from shilu.knowledge import Authority

_BY_MODE = frozenset({"COERCE", "RETREAT"})
"""Acts of which each mode is another deed: to arrest somebody, to deport, to forbid; to release, to withdraw."""
_MOST = 12
"""An event with more parties is a roll of names, not a deed."""
MANY = "meet:many"
"""The block of encounters of many, of whom each account names some."""
_THREE = 3
"""States from which on an encounter is one of many."""
_BEFORE, _BEHIND = 10, 40
"""Characters beside an event that tell its matter."""
_NOT_ITS_OWN = frozenset({"news", "paragraph", "present"})
"""Where a date stands that does not date what somebody out of office did: 9 of 10 such in 12,587 articles were of what
the article tells else."""
_LENT = frozenset({"news", "article", "visit"})
"""Where a date stands that only says of which days the article tells: the deed is rather one that others date."""
_OWN = frozenset({"clause", "before", "said"})
"""Where a date stands that is told with the act itself."""
_ON_PEOPLE = frozenset({None, "crowd-control", "firearms", "heavy-weapons"})
"""Modes of what forces do to many whom nobody names; of beatings and the like there must be a name …"""
_MANY_PEOPLE = re.compile(r"民众|群众|示威|抗议|平民|百姓|人群|居民|村|\d+[多余]?[名人]|[数多][十百]?[名人]")
"""… and beside it who those are, or how many."""
SANCTION = "SANCTION"
_CITIES = {"HK": "CN", "MO": "CN"}
"""Whose officials stand on one list with those of their state."""
_PERMANENT = frozenset({"US", "GB", "FR", "RU", "CN"})
"""Permanent members of the Security Council, who are named for what they want more often than as the matter."""
_BY_CROWDS = frozenset({"PROTEST", "ASSAULT"})
"""What the people of a state do as such; else they do not act for it: 加拿大|民众|呼吁中国."""
_FIRMS = FIRM_KINDS | {"party"}
_FIRM_NAMES = (*FIRM_NAMES, "事务所", "股份")
_LEAD = 1
_PEOPLE = frozenset({"official", "former"})
_SOON = 60
"""Days after the report: what is told as done, but dated so, is planned; what lies further off is misdated."""


class Source(msgspec.Struct, frozen=True):
    """The article that tells."""

    article: str
    outlet: str
    published: str
    """Its day, ``YYYY-MM-DD``."""
    at: str = ""
    """The moment, UTC, where it is known: ``YYYY-MM-DDThh:mm:ssZ``."""
    title: str = ""
    agencies: tuple[str, ...] = ()

    @property
    def order(self) -> str:
        """By when it was published: of one day, what has no hour comes first."""
        return self.at or self.published

    @property
    def origin(self) -> str:
        """Who reports: a wire service behind several outlets is one source."""
        return self.agencies[0] if self.agencies else self.outlet


class Telling(msgspec.Struct, frozen=True):
    """One event of one article."""

    event: Event
    source: Source
    actors: tuple[Who, ...]
    """All parties, where none acts on another; the visitors; those who act."""
    recipients: tuple[Who, ...]
    """The places visited; those acted on."""
    days: Days | None
    """First and last day, where the date is no coarser than a month and not beyond belief."""
    status: Status
    town: tuple[str, ...]
    """The usual name of the town where it was done, and of what it lies in below its state; () where none is told."""
    block: str
    """Tellings of different blocks are never one deed."""
    words: str
    """The event and what is beside it in its sentence: 要求中国 alone tells neither for what nor who copied whom."""
    hosts: tuple[Host, ...] = ()
    """Of a visit the officials of the state visited whom the visitors met, as the same article tells."""
    stops: int = 1
    """How many states the same words tell to be visited on the same days: 24日至30日访问沙特、土耳其、伊朗."""
    matter: frozenset[str] = frozenset()
    """Of a sitting of the United Nations the states its sentence names that take no part: 安理会就缅甸举行会议."""

    @property
    def sides(self) -> tuple[frozenset[str], frozenset[str]]:
        """The ids of actors and recipients."""
        return frozenset(one.id for one in self.actors), frozenset(one.id for one in self.recipients)

    @property
    def date(self) -> Moment | None:
        """The date, where it is believed."""
        return None if self.days is None and days(self.event.date) is not None else self.event.date

    @property
    def lent(self) -> Moment | None:
        """The date of the article's news; its month only where the headline or the lead tells an encounter.

        A visit of nobody by name is told for long: of experts who had been in 武汉 in January headlines of March told.
        """
        known = self.kind != "visit" or any(one.standing in _PEOPLE for one in self.actors)
        told = self.event.block <= _LEAD and known
        lends = self.event.date_by == "news" or (self.event.date_by == "article" and told)
        return self.event.date if lends else None

    @property
    def tells_its_day(self) -> bool:
        """Whether the date stands in its own sentence, and neither the paragraph nor the article lends it."""
        return self.event.date_by not in _LENT | _NOT_ITS_OWN

    @property
    def is_undated(self) -> bool:
        """Whether it has no date, not even a year, or one that is not believed."""
        return self.date is None

    @property
    def kind(self) -> str:
        """What may be one deed: ``talks`` with a ``call`` or with what is told as a meeting (``meet``)."""
        kind = self.block.partition(":")[0]
        return self.event.form if kind == "meet" and self.event.form in ("call", "talks") else kind

    @property
    def key(self) -> tuple[str, ...]:
        """An order that depends on nothing but the telling itself."""
        event = self.event
        return (
            event.date or "~",
            self.source.published,
            self.source.article,
            f"{event.block:06d}",
            f"{event.start:06d}",
            f"{event.end:06d}",
            event.type,
            event.form or "",
            self.status,
            "|".join(one.id for one in (*self.actors, *self.recipients)),
            "|".join((event.place or "", event.mode or "", event.rule, event.claimed_by or "", *event.contexts)),
        )


def tellings(
    source: Source, events: Sequence[Event], authority: Authority, texts: Sequence[str] = ()
) -> Iterator[Telling]:
    """The tellings of one article that can enter the chronicle.

    Args:
        source: The article.
        events: What was read in it.
        authority: Who is who.
        texts: Its title and the texts of its blocks, in which the words of its events stand.
    """
    stops: dict[tuple[int, int, int, str | None], set[str]] = defaultdict(set)
    for event in events:
        if event.form == "visit":
            stops[event.block, event.start, event.end, event.date].update(party.id for party in event.recipients)
    for event in events:
        nameless = CROWDS if event.type in _BY_CROWDS else CROWDS | {NATIONALS}
        if all(party.found_by in nameless for party in event.actors):
            continue
        span, status = _believed(event, source)
        day = min(event.date or source.published, source.published)
        actors = _distinct(who_then(party.id, day, authority) for party in event.actors)
        recipients = _distinct(who_then(party.id, day, authority) for party in event.recipients)
        if not _dates_itself(event, actors):
            span = None
        actors = tuple(one for one in actors if one.standing != "scene")
        if event.form != "visit":
            recipients = tuple(one for one in recipients if one.standing != "scene")
        if event.mode in CUSTODIAL:  # 锋锐律师事务所的律师被抓, 因微信言论被刑拘
            recipients = tuple(one for one in recipients if not _is_firm(one, authority))
        if event.form != "visit" and (event.type == "CONSULT" or event.type in TOGETHER):
            actors, recipients = _by_name(_distinct((*actors, *recipients))), ()
        if _tells_a_deed(event, actors, recipients, span, texts):
            block = _block(event, actors, recipients) + _begun_by(event, actors, authority)
            where, words = town(event.place, authority), _words(event, texts)
            hosts = hosts_of(event, events, day, authority) if event.form == "visit" else ()
            visits = len(stops.get((event.block, event.start, event.end, event.date), ())) or 1
            matter = _matter(event, actors, authority, texts) if block == MANY else frozenset()
            yield Telling(event, source, actors, recipients, span, status, where, block, words, hosts, visits, matter)


def _is_firm(one: Who, authority: Authority) -> bool:
    """Whether it is a company, a school, a medium or a party, of which only somebody can be held."""
    org = authority.orgs.get(one.id)
    return org.kind in _FIRMS if org is not None else one.id.startswith("x.org.") and one.id.endswith(_FIRM_NAMES)


def _dates_itself(event: Event, actors: tuple[Who, ...]) -> bool:
    """Whether its date is not only that of the news, of what a former leader did, or of nobody's visit (此次赴武汉)."""
    if event.date_by == "present":
        if event.status in TO_COME:
            return False  # 两人将在峰会期间会面 is not of these days
        if event.form == "visit" and not any(one.standing in _PEOPLE for one in actors):
            return False
    if event.type in SPOKEN and event.status == "planned" and event.status_by == "date":
        return False  # 要求安理会5日开会: the day is that of what is asked
    former = any(one.standing == "former" for one in actors)
    return event.date_by not in _LENT and not (former and event.date_by in _NOT_ITS_OWN)


def _words(event: Event, texts: Sequence[str]) -> str:
    """The event with what stands beside it in its sentence, mostly behind it."""
    sentence, start = _sentence(event, texts)
    return sentence[max(0, start - _BEFORE) : start + len(event.text) + _BEHIND]


def _sentence(event: Event, texts: Sequence[str]) -> tuple[str, int]:
    """The sentence of an event, and where in it the event begins; its own words where the text is another."""
    text = texts[event.block + 1] if event.block + 1 < len(texts) else ""
    if text[event.start : event.end] != event.text:
        return event.text, 0
    spans = [span for span in sentences(text) if span.start < event.end and event.start < span.end]
    first, last = (spans[0].start, spans[-1].end) if spans else (event.start, event.end)
    return text[first:last], event.start - first


def _matter(event: Event, actors: tuple[Who, ...], authority: Authority, texts: Sequence[str]) -> frozenset[str]:
    """The states named in the sentence of a sitting, without those that ask for it, object to it and hold it."""
    bodies = (authority.orgs.get(one.id) for one in actors)
    if not any(body is not None and body.country == UNITED_NATIONS for body in bodies):
        return frozenset()
    sentence, _ = _sentence(event, texts)
    idents = {ident for match in authority.match(fold(sentence)) for ident in match.ids}
    named = (authority.places.get(ident) or authority.orgs.get(ident) for ident in idents)
    return frozenset(one.country for one in named if one is not None and one.country) - _PERMANENT - {UNITED_NATIONS}


def _by_name(ones: tuple[Who, ...]) -> tuple[Who, ...]:
    """Those who meet, without the bodies and states whose own people are named: 杨洁篪 without 中共."""
    named = {one.country for one in ones if not one.is_government and one.country}
    return tuple(one for one in ones if not (one.is_government and one.country in named))


def _distinct(ones: Iterable[Who]) -> tuple[Who, ...]:
    return tuple({one.id: one for one in ones}.values())


def _believed(event: Event, source: Source) -> tuple[Days | None, Status]:
    """The days and the status, where the date lies after the report of what is told as done.

    A headline says 布林肯18日会晤 a week ahead: that is a plan. Years ahead, the date was read wrongly. What is wished
    for is not done on the day on which that is said, or before. What only its day makes a plan lies near.
    """
    span = days(event.date)
    published = dt.date.fromisoformat(source.published)
    if span is None or (event.status in ("proposed", "expected") and span.last <= published):
        return None, event.status
    if event.type != "CONSULT" and event.status == "planned" and not _dates_a_plan(event, span, published):
        return None, event.status
    by_date = event.status == "planned" and event.status_by == "date" and span.is_precise
    if event.status != "happened" and not by_date:
        return span, event.status
    ahead = (span.first - published).days
    if ahead <= 1:
        return span, event.status
    return (span, "planned") if ahead <= _SOON else (None, "happened")


def _dates_a_plan(event: Event, span: Days, published: dt.date) -> bool:
    """Whether an act to come has a day of its own: one that is over is that on which it was announced."""
    return span.last >= published and event.date_by in _OWN


def _tells_a_deed(
    event: Event, actors: tuple[Who, ...], recipients: tuple[Who, ...], span: Days | None, texts: Sequence[str]
) -> bool:
    parties = len(actors) + len(recipients)
    if parties <= _MOST and event.type == "CONSULT":
        if event.form == "visit":
            return bool(actors and recipients)
        return parties > 1 or (parties == 1 and event.form in ("multilateral", "summit"))
    if parties > _MOST or span is None or not span.is_precise:
        return False
    if event.type in TOGETHER:
        return parties > 1 and not _is_with_its_own((*actors, *recipients))
    if not recipients:
        return _is_done_to_many(event, actors, texts)
    return bool(actors) and not _is_within(actors, recipients)


def _is_done_to_many(event: Event, actors: tuple[Who, ...], texts: Sequence[str]) -> bool:
    """Whether forces of a state use violence on people whom nobody names: 军警向示威者开枪."""
    if event.type != "ASSAULT" or event.mode not in _ON_PEOPLE or not actors:
        return False
    return all(one.is_government for one in actors) and _MANY_PEOPLE.search(fold(_words(event, texts))) is not None


def _is_with_its_own(ones: tuple[Who, ...]) -> bool:
    """Whether a state is named only beside its own people or bodies: 美国总统签署法案 is no treaty."""
    return len({one.side for one in ones}) == 1 and any(one.standing == "state" for one in ones)


def _is_within(actors: tuple[Who, ...], recipients: tuple[Who, ...]) -> bool:
    """Whether nobody else is acted on; of a government and its own state it was not read on whom (北京决定制裁)."""
    ones = (*actors, *recipients)
    alike = all(one.is_government for one in ones) and len({one.side for one in ones}) == 1
    return alike or {one.id for one in recipients} <= {one.id for one in actors}


def _block(event: Event, actors: tuple[Who, ...], recipients: tuple[Who, ...]) -> str:
    """What tellings of one deed have in common: the kind of deed, and the states between which it is.

    Forms that outlets use for one encounter are one kind: a meeting is told as talks or as a summit, a call as talks.
    """
    if event.type != "CONSULT" and event.type not in TOGETHER:
        kind = f"{event.type}/{event.mode}" if event.type in _BY_MODE else event.type
        stage = court_stage(event.word)
        kind += f"/{stage}" if stage else ""
        # 24名中港官员, whom outlets call Chinese officials or Hong Kong's
        return f"{kind}:{_states(recipients, with_cities=event.type == SANCTION) or f'by {_states(actors)}'}"
    if event.form == "visit":
        return f"visit:{_states(recipients)}"
    kind = "letter" if event.form == "letter" else "meet" if event.type == "CONSULT" else event.type
    # Beside people of two states, somebody unknown is of one of them.
    countries = {one.country for one in actors if one.country}
    sides = len(countries) if len(countries) > 1 else len({one.side for one in actors})
    if kind == "meet" and (len(actors) == 1 or sides >= _THREE or any(one.standing == "union" for one in actors)):
        return MANY
    return f"{kind}:{_states(actors)}"


def _begun_by(event: Event, actors: tuple[Who, ...], authority: Authority) -> str:
    """The state that summons, or writes: that the EU summons the Chinese ambassador is not that China summons the EU's.

    Where it does so with a verb it is named first, and the place may be lent by what the article tells before.
    """
    if event.form == "letter":
        return f">{actors[0].side}" if event.rule in FROM_FIRST else ""
    if event.word not in SUMMONS:
        return ""
    if event.rule in FROM_FIRST:
        return f">{actors[0].side}"
    chain = lying_in(event.place, authority) if event.place else ()
    return f">{authority.places[chain[-1]].country or chain[-1]}" if chain else ""


def _states(ones: tuple[Who, ...], *, with_cities: bool = False) -> str:
    """Codes of the states, of which cities may be part; where those who belong to none are half of it, their ids."""
    codes = {_CITIES.get(one.country, one.country) if with_cities else one.country for one in ones if one.country}
    others = {one.id for one in ones if one.country is None} if len(codes) < 2 else set()
    return "+".join(sorted(codes | others))
