"""Every record of the project: one frozen value per stage of an article's way.

``Snapshot → Article → Reading → (Story, Entry)``. Nothing here knows how a value is made or stored. Texts stand in
the article's own script; offsets count Unicode code points. ``None`` means *not stated*; what could not be read is a
:class:`Problem`. New fields need defaults, and a field never changes its type (see ``docs/fields.md``).

Times are ISO strings that keep their precision: ``2024-09-27T15:39:59Z``, ``2024-09-27``, ``2024-09``, ``2024``, or a
span ``A/B`` of two of these.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

Moment: TypeAlias = str
"""An ISO time of any precision, or a span ``A/B``; instants are UTC and end in ``Z``."""

BlockKind: TypeAlias = Literal["heading", "paragraph", "list", "quote", "caption"]
Precision: TypeAlias = Literal["second", "minute", "hour", "day", "month", "year"]
PublishedFrom: TypeAlias = Literal["inline", "feed", "url", "dateline", "front_matter"]
Script: TypeAlias = Literal["Hans", "Hant", "Latn"]
EntityKind: TypeAlias = Literal["person", "org", "place"]
Point: TypeAlias = Literal["date", "place", "parties", "figures", "duration", "status"]
Status: TypeAlias = Literal["happened", "planned", "expected", "proposed", "cancelled", "denied"]
TO_COME: tuple[Status, ...] = ("planned", "expected", "proposed")
"""What has not taken place yet, the surest first."""
OFF: tuple[Status, ...] = ("cancelled", "denied")
"""What has not taken place, and will not."""


class Problem(msgspec.Struct, frozen=True):
    """Something that could not be read, kept as data so that it can be counted."""

    field: str
    """The field it concerns, such as ``published``; ``source`` for the bytes themselves."""
    code: str
    """A stable, documented code such as ``feed-time-missing`` (see ``docs/problems.md``)."""
    evidence: str = ""
    """The text that shows it, cut to 200 characters."""


class Snapshot(msgspec.Struct, frozen=True):
    """The bytes of one document as they were received; never changed."""

    data: bytes
    sha256: str
    """Lower-case hex digest of ``data``."""
    source: str
    """Where it came from: the folder, file, or repository that was added."""
    path: str
    """The document's path inside the source, as found (any bytes that are no UTF-8 as surrogate escapes)."""
    commit: str | None = None
    """The git commit that brought these bytes, when the source is a repository."""
    committed: Moment | None = None
    """Author time of that commit: an upper bound of the collection time."""
    presence: Literal["head", "history", "deleted"] = "head"
    """Whether the source still shows these bytes, has replaced them, or has deleted the file."""


class Credit(msgspec.Struct, frozen=True):
    """A person credited with the article in one role."""

    role: str
    """As printed: 记者, 责编, 网编, 编辑, 译者, 摄影 …; ``author`` where only a name is printed."""
    name: str


class Dateline(msgspec.Struct, frozen=True):
    """The place (and day, as printed) in front of the report."""

    place: str
    date: str | None = None


class Block(msgspec.Struct, frozen=True):
    """One piece of the article in reading order, as plain text without line breaks."""

    kind: BlockKind
    text: str


class Image(msgspec.Struct, frozen=True):
    """A picture the article shows; ``url`` is the publisher's own address, not a proxy's."""

    url: str
    caption: str | None = None
    credit: str | None = None


class Link(msgspec.Struct, frozen=True):
    """A link of the article: ``inline`` in its text, or ``related`` to another article."""

    url: str
    title: str
    rel: Literal["related", "inline"]


class Article(msgspec.Struct, frozen=True):
    """One snapshot read into fields and blocks by one outlet reader."""

    id: str
    """Sixteen characters that name the article: a digest of its canonical URL, or of its bytes when it has none."""
    sha256: str
    """The snapshot it was read from."""
    path: str
    reader: str
    """Reader and version, such as ``rfa.v1``."""
    url: str | None
    outlet: str
    title: str
    language: str
    """BCP 47 primary subtag: ``zh``, ``en`` …"""
    script: Script
    published: Moment | None = None
    published_precision: Precision | None = None
    published_from: PublishedFrom | None = None
    collected: Moment | None = None
    """When the mirror collected it, where the post says so."""
    credits: tuple[Credit, ...] = ()
    agencies: tuple[str, ...] = ()
    dateline: Dateline | None = None
    blocks: tuple[Block, ...] = ()
    images: tuple[Image, ...] = ()
    links: tuple[Link, ...] = ()
    tags: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def text(self) -> str:
        """The body (all blocks but captions), one block a line."""
        return "\n".join(block.text for block in self.blocks if block.kind != "caption")


class Mention(msgspec.Struct, frozen=True):
    """Where an entity stands; ``block`` is −1 for the title."""

    text: str
    block: int
    start: int
    end: int


class Entity(msgspec.Struct, frozen=True):
    """A person, organisation or place of one article, with all its names there."""

    id: str
    """An authority id (``p.blinken``), or one made from the name within the archive (``x.person.王维正``)."""
    kind: EntityKind
    name: str
    """The fullest Chinese form in the article."""
    also: tuple[str, ...] = ()
    role: str | None = None
    """As stated in the article."""
    of: str | None = None
    """The country or body that the role belongs to."""
    mentions: tuple[Mention, ...] = ()


class Time(msgspec.Struct, frozen=True):
    """An expression that names a day, month, quarter, year or span; ``value`` is None where it stays open."""

    text: str
    value: Moment | None
    block: int
    start: int
    end: int


class Quotation(msgspec.Struct, frozen=True):
    """An attributed statement (记言)."""

    speaker: str | None
    """The speaker's fullest name, or None where the source is unnamed."""
    speaker_text: str | None
    """The speaker as written at this place."""
    kind: Literal["direct", "indirect"]
    text: str
    cue: str | None
    via: str | None
    block: int
    start: int
    end: int
    speaker_id: str | None = None
    within: str | None = None
    """The outer speaker, where the statement is told inside another's words."""
    rule: str = ""
    """The versioned rule that found it, such as ``cue-before.v1``."""
    found_by: str = ""
    """How the speaker was found: ``subject``, ``carried``, ``apposition`` …"""


class Plover(msgspec.Struct, frozen=True):
    """The strict PLOVER 2.0 code of an event."""

    type: str
    modes: tuple[str, ...]
    quad: int
    """1 verbal co-operation, 2 material co-operation, 3 verbal conflict, 4 material conflict."""


class Party(msgspec.Struct, frozen=True):
    """One who takes part in an event, and how it was found."""

    id: str
    name: str
    found_by: str = ""


class Event(msgspec.Struct, frozen=True):
    """A coded act (记事) with the exact span that tells it."""

    type: str
    """One of the 16 PLOVER types."""
    form: str | None
    """For CONSULT: meeting, call, visit, summit, talks, multilateral or letter."""
    mode: str | None
    status: Status
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    date: Moment | None
    place: str | None
    contexts: tuple[str, ...]
    plover: Plover
    rule: str
    text: str
    block: int
    start: int
    end: int
    claimed_by: str | None = None
    """Who tells it, where it stands inside a quotation."""
    word: str = ""
    """The event word of its telling, in simplified script: 会晤, 访问."""
    date_by: str = ""
    """Where its date stands: ``clause``, ``before``, ``behind``, ``said``, ``caption``, ``paragraph``, ``news``,
    ``present``, ``article``, ``visit``; without a date, that it was ``once`` on a day of its own that is not told, on
    several days ``so far``, or lasts (``open``)."""
    place_by: str = ""
    """Where its place was found: ``phrase``, ``before``, ``beside``, ``visited``, ``host``, ``summons``."""
    status_by: str = ""
    """The word that shows its status, ``date`` where its date does, empty where nothing does."""

    @property
    def parties(self) -> tuple[Party, ...]:
        """Who takes part: those who act, and those acted on."""
        return (*self.actors, *self.recipients)


class Reading(msgspec.Struct, frozen=True):
    """All that was read out of one article."""

    article: str
    reader: str
    """The version of the reading steps, such as ``reading.v1``."""
    learned: str | None = None
    """The state of what was learned from other articles that gave known names besides the authority's."""
    people: tuple[Entity, ...] = ()
    orgs: tuple[Entity, ...] = ()
    places: tuple[Entity, ...] = ()
    times: tuple[Time, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    events: tuple[Event, ...] = ()
    topics: tuple[str, ...] = ()
    words: str = ""
    """Its words that name something, neighbours on one line (see :mod:`shilu.reading.words`). An archive keeps them
    beside the record."""
    problems: tuple[Problem, ...] = ()


class EntryParty(msgspec.Struct, frozen=True):
    """One who takes part in an entry, with all names."""

    id: str
    name: str
    also: tuple[str, ...] = ()
    role: Literal["actor", "recipient", "host"] = "actor"
    """Who acts, or is acted on: the one visited, accused, supported. Of those who meet, all are actors. Hosts are
    officials of the state visited whom the visitors met there, as articles tell that tell the visit."""


class DatedBy(msgspec.Struct, frozen=True):
    """A date that outlets give."""

    value: Moment
    outlets: tuple[str, ...]


class StatusAt(msgspec.Struct, frozen=True):
    """A status and the report that first told it."""

    status: Status
    published: str
    outlet: str
    article: str


class Evidence(msgspec.Struct, frozen=True):
    """One telling of an entry: the sentence of one article."""

    article: str
    outlet: str
    published: str
    status: Status
    date: Moment | None
    place: str | None
    text: str
    block: int
    start: int
    end: int
    rule: str
    claimed_by: str | None = None


class Side(msgspec.Struct, frozen=True):
    """One of the accounts that differ, with those who give it."""

    value: str
    outlets: tuple[str, ...]
    articles: tuple[str, ...]


class Discrepancy(msgspec.Struct, frozen=True):
    """A point on which the accounts of one deed differ (考异)."""

    kind: Point
    sides: tuple[Side, ...]


class Entry(msgspec.Struct, frozen=True):
    """One line of the chronicle: the events of many articles that are one deed."""

    id: str
    type: str
    form: str | None
    mode: str | None
    status: Status
    date: Moment | None
    dates: tuple[DatedBy, ...]
    """The dates given, the best first; not months that hold it, nor what few articles of few outlets give."""
    place: str | None
    parties: tuple[EntryParty, ...]
    outlets: tuple[str, ...]
    sources: int
    """Independent ones: a wire service behind several outlets counts once, and so does an outlet with several."""
    articles: tuple[str, ...]
    first: str
    """The day of the first report."""
    history: tuple[StatusAt, ...]
    evidence: tuple[Evidence, ...]
    discrepancies: tuple[Discrepancy, ...] = ()
    contexts: tuple[str, ...] = ()

    @property
    def actors(self) -> tuple[EntryParty, ...]:
        """Those who meet, or who act."""
        return tuple(party for party in self.parties if party.role == "actor")

    @property
    def recipients(self) -> tuple[EntryParty, ...]:
        """Those acted on, or visited."""
        return tuple(party for party in self.parties if party.role == "recipient")

    @property
    def hosts(self) -> tuple[EntryParty, ...]:
        """Those who received visitors."""
        return tuple(party for party in self.parties if party.role == "host")
