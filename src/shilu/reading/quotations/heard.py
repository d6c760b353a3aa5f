"""One who speaks, and who has spoken so far: what pronouns and left-out subjects lean on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

import msgspec

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shilu.records import EntityKind


_REMEMBERED = 4
_NAMELESS = re.compile(r"[一某](?:名|位)|不愿|不具名|匿名")
"""Words for one person whom the article does not name: 一名不愿透露姓名的官员."""
_DESCRIBED = 6
_CALLING = re.compile(
    r"(?:学者|專家|专家|律師|律师|官員|官员|教授|师|師|研究[员員]|[议議][员員]|医生|作家|商人|居民|村民)$"
)
_SEVERAL = re.compile(
    r"[两兩三四五六七八九十几幾数數多些各众眾有、和与與]|部分|[许許]多|不少|若干|一般|[国國][际際]|外界"
)
"""Words for more than one of them."""


ARTICLES = frozenset(("社论", "文章", "该文", "此文", "评论", "评论文章", "专栏", "报道", "报导"))
"""Names of one and the same piece: what was a 社论 is a 文章 in the next sentence."""
MEDIUM = re.compile(r"报|社|刊|志|网|新闻|电视|央视|广播|之声|评论|邮|论坛|人$|周$|月$|[A-Z]{3}$")
"""Names of media."""


class Voice(msgspec.Struct, frozen=True):
    """One who speaks, as found at one place."""

    text: str
    """The words used there."""
    name: str | None
    """The full name; None where the source has none."""
    how: str
    """How it was found: ``name``, ``title``, ``pronoun``, ``document``, ``body`` …"""
    kind: EntityKind | None = None
    id: str | None = None
    sex: Literal["m", "f"] | None = None
    """Of a person the authority knows, or of kin without a name."""

    @property
    def nameless(self) -> bool:
        """Whether it is one person without a name, whom 他 may mean."""
        if self.name is not None or self.how != "unnamed":
            return False
        described = len(self.text) >= _DESCRIBED and _CALLING.search(self.text) and not _SEVERAL.search(self.text)
        return bool(self.sex or _NAMELESS.search(self.text) or described)

    def again(self, text: str, how: str) -> Voice:
        """The same one, taken up with other words."""
        return msgspec.structs.replace(self, text=text, how=how)


class Heard(msgspec.Struct, frozen=True):
    """Who has spoken so far in the article."""

    voices: tuple[Voice, ...] = ()
    """Of the last statement."""
    people: tuple[Voice, ...] = ()
    """The persons who last spoke or were subjects, the latest first; among them those without a name."""
    bodies: tuple[Voice, ...] = ()
    """The bodies and states that last spoke or were subjects, the latest first."""
    medium: Voice | None = None
    """The last medium that spoke, was a subject or relayed something."""
    many: tuple[Voice, ...] = ()
    """Those who last did something together."""
    issuers: dict[str, tuple[Voice, ...]] = {}
    """Who issued the documents named so far; a joint statement has several."""
    cue: str | None = None
    block: int = -2

    @property
    def body(self) -> Voice | None:
        """The last body or state that spoke or was a subject."""
        return next(iter(self.bodies), None)

    @property
    def person(self) -> Voice | None:
        """The last person who spoke or was a subject."""
        return next((person for person in self.people if person.name is not None), None)

    def meant_by(self, pronoun: str) -> Voice | None:
        """The last person who may be 他 or 她; one without a name leaves it open."""
        other = {"他": "f", "她": "m"}.get(pronoun[:1])
        return next((person for person in self.people if person.sex != other or other is None), None)

    def issuers_of(self, document: str) -> tuple[Voice, ...]:
        """Who issued a document named before, also by a longer name: 声明 for 联合声明."""
        alike = ARTICLES if document in ARTICLES else ()
        longer = (each for each in reversed(self.issuers) if each.endswith(document) or each in alike)
        return self.issuers.get(document) or self.issuers.get(next(longer, ""), ())

    def after(self, voices: Sequence[Voice], cue: str | None, block: int) -> Heard:
        """What is known after a statement."""
        if not voices:
            return self
        told = self.told(voices[-1]).joined(voices)
        return msgspec.structs.replace(told, voices=tuple(voices), cue=cue, block=block)

    def interrupted(self) -> Heard:
        """What is known after somebody spoke of whom nothing is known: runs that follow are not the last speaker's."""
        return msgspec.structs.replace(self, voices=())

    def joined(self, voices: Sequence[Voice]) -> Heard:
        """What is known after a sentence about some: only several are 他们."""
        return msgspec.structs.replace(self, many=tuple(voices) if len(voices) > 1 else ())

    def issued(self, document: str, issuers: Sequence[Voice]) -> Heard:
        """What is known after a document is named with its issuers."""
        return msgspec.structs.replace(self, issuers={**self.issuers, document: tuple(issuers)})

    def told(self, voice: Voice | None) -> Heard:
        """What is known after a sentence about somebody."""
        if voice is None or (voice.name is None and not voice.nameless):
            return self
        if voice.kind == "person" or voice.name is None:
            others = tuple(person for person in self.people if person.name != voice.name)
            return msgspec.structs.replace(self, people=(voice, *others[: _REMEMBERED - 1]))
        medium = voice if voice.kind == "org" and MEDIUM.search(voice.name) else self.medium
        others = tuple(body for body in self.bodies if body.name != voice.name)
        return msgspec.structs.replace(self, bodies=(voice, *others[: _REMEMBERED - 1]), medium=medium)
