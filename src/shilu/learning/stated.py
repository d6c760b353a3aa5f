"""What one article states of the people, organisations and places it names: names, Latin forms, role, affiliation.

A pure function of the article and its reading, so that worker processes do it; the archive keeps what it gives.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from shilu.knowledge.naming import key
from shilu.reading.lexicon import HONORIFICS, TITLES_AFTER
from shilu.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from shilu.records import Article, Entity, EntityKind, Mention, Reading
    from shilu.text.sentences import Span

_NEAR = 60
"""Characters between a name and its role: what stands farther away is said of somebody else."""
_TITLED = re.compile(rf"..?(?:{'|'.join(map(re.escape, (*TITLES_AFTER, *HONORIFICS)))})")
_LATIN = re.compile(r"[A-ZÀ-Þa-z][^㐀-鿿]*")
_TITLE_FIRST = re.compile(r"^(?:mr|mrs|ms|dr|prof|sen|rep|gen|adm|sir|lord|dame|president|senator)\.? ", re.IGNORECASE)
_PARTY_LAST = re.compile(r"\s*[,，(（].*$")


class Stated(NamedTuple):
    """An entity as one article states it."""

    ident: str
    """Its id in the reading, names made alike in script and dots."""
    kind: EntityKind
    forms: tuple[str, ...]
    """As written, the fullest Chinese form first; surnames with a title (蔡总统) are none."""
    role: str | None
    of: str | None
    """The body or country that the role belongs to, as written."""
    of_id: str | None
    """Its id, where the reading names it there."""
    mentions: int
    block: int
    start: int
    end: int
    """The sentence that states the role, or the first that names the entity."""


def stated(article: Article, reading: Reading) -> tuple[Stated, ...]:
    """The article's entities; those whose ids differ only by script or dots are one."""
    page = _Page(article, reading)
    found: dict[str, Stated] = {}
    for entity in (*reading.people, *reading.orgs, *reading.places):
        one = page.stated(entity)
        found[one.ident] = _joined(found[one.ident], one) if one.ident in found else one
    return tuple(found.values())


def alike(ident: str) -> str:
    """The id under which all spellings of it are filed: ids made from names differ by script and dots."""
    return key(ident) if ident.startswith("x.") else ident


def latin_form(form: str) -> str | None:
    """A Latin name without title and party (Sen. Tom Cotton, R-AR); None where the form is not Latin."""
    if not _LATIN.fullmatch(form):
        return None
    return _PARTY_LAST.sub("", _TITLE_FIRST.sub("", form)) or None


def _forms(entity: Entity) -> Iterator[str]:
    for form in (entity.name, *entity.also):
        if entity.kind == "person" and form != entity.name and _TITLED.fullmatch(form):
            continue
        latin = latin_form(form) if entity.kind == "person" else None
        yield latin or form


def _joined(one: Stated, other: Stated) -> Stated:
    best = one if one.role or not other.role else other
    forms = tuple(dict.fromkeys((*one.forms, *other.forms)))
    return best._replace(forms=forms, mentions=one.mentions + other.mentions)


class _Page:
    """An article with its bodies and sentences, block by block."""

    def __init__(self, article: Article, reading: Reading) -> None:
        self._article = article
        self._bodies: defaultdict[int, list[tuple[Mention, str]]] = defaultdict(list)
        for body in (*reading.orgs, *reading.places):
            for mention in body.mentions:
                self._bodies[mention.block].append((mention, body.id))
        self._sentences: dict[int, Sequence[Span]] = {}

    def stated(self, entity: Entity) -> Stated:
        """What the article states of one of its entities."""
        mention, role = self._evidence(entity)
        of, of_id = self._affiliation(entity, mention, role)
        return Stated(
            alike(entity.id),
            entity.kind,
            tuple(dict.fromkeys(_forms(entity))),
            entity.role,
            of,
            of_id,
            len(entity.mentions) or 1,
            *self._sentence(mention),
        )

    def _evidence(self, entity: Entity) -> tuple[Mention | None, int | None]:
        """The mention beside which the role stands, and where the role begins; else the first mention."""
        for mention in entity.mentions if entity.role else ():
            text = self._text(mention.block)
            at = text.rfind(entity.role or "", max(0, mention.start - _NEAR), mention.start)
            if at < 0:
                at = text.find(entity.role or "", mention.end, mention.end + _NEAR)
            if at >= 0:
                return mention, at
        return (entity.mentions[0] if entity.mentions else None), None

    def _affiliation(self, entity: Entity, mention: Mention | None, role: int | None) -> tuple[str | None, str | None]:
        """The body or country of a role: named inside it, or right before it with its Latin form in brackets."""
        if mention is None or role is None:
            return entity.of, None
        end = role + len(entity.role or "")
        opening = _opening(self._text(mention.block), role)
        for body, ident in self._bodies[mention.block]:
            if role <= body.start and body.end <= end:
                return entity.of or body.text, ident
            if entity.of is None and body.end == opening:
                return body.text, ident
        return entity.of, None

    def _sentence(self, mention: Mention | None) -> tuple[int, int, int]:
        if mention is None:
            return 0, 0, 0
        if mention.block not in self._sentences:
            self._sentences[mention.block] = sentences(self._text(mention.block))
        found = self._sentences[mention.block]
        start, end = found[max(0, bisect_right(found, (mention.start, 1 << 60)) - 1)]
        return mention.block, start, end

    def _text(self, block: int) -> str:
        return self._article.title if block < 0 else self._article.blocks[block].text


def _opening(text: str, at: int) -> int | None:
    """Where the bracket opens that closes right before a place: 兰德公司（RAND）|中国问题专家."""
    if at == 0 or text[at - 1] not in "）)":
        return None
    opening = max(text.rfind("（", 0, at), text.rfind("(", 0, at))
    return opening if opening >= 0 and at - opening <= _NEAR else None
