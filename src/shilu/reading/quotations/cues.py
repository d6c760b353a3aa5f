"""The words that report speech, from ``data/cues.yaml``."""

from __future__ import annotations

import functools
from importlib import resources
from typing import Any, Literal, TypeAlias

import msgspec
import yaml

from shilu.errors import KnowledgeError

Takes: TypeAlias = Literal["speech", "clause", "quotation", "document"]
Means: TypeAlias = Literal[
    "state", "deny", "demand", "warn", "ask", "promise", "accuse", "announce", "judge", "suppose"
]
_FILE = "cues.yaml"


class Verb(msgspec.Struct, frozen=True):
    """What a reporting verb means and what may follow it."""

    means: Means
    takes: Takes
    own: bool = False
    """Whether its speaker must stand right in front of it."""
    apart: bool = False
    """Whether it reports only before a pause or a quotation."""
    of: Literal["anyone", "person", "body"] = "anyone"
    """Whose words it reports; with others it is no speech: 朝鲜要求, 市场预计."""


class Cues(msgspec.Struct, frozen=True):
    """The lexicon; its lists are explained in the data file."""

    verbs: dict[str, Verb]
    lead: frozenset[str]
    tail: frozenset[str]
    feelings: frozenset[str]
    documents: frozenset[str]
    according: frozenset[str]
    according_nouns: frozenset[str]
    unnamed: frozenset[str]
    spokespersons: frozenset[str]
    platforms: frozenset[str]
    occasions: frozenset[str]
    capitals: dict[str, str]


class _Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    means: Means
    takes: Takes
    words: list[str]
    subject: Literal["own", "any"] = "any"
    apart: bool = False
    of: Literal["anyone", "person", "body"] = "anyone"


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    verbs: list[_Group]
    lead: frozenset[str]
    tail: frozenset[str]
    feelings: frozenset[str]
    documents: frozenset[str]
    according: frozenset[str]
    according_nouns: frozenset[str]
    unnamed: frozenset[str]
    spokespersons: frozenset[str]
    platforms: frozenset[str]
    occasions: frozenset[str]
    capitals: dict[str, str]


@functools.cache
def cues() -> Cues:
    """The lexicon that ships with the package."""
    text = resources.files("shilu.reading").joinpath("data", _FILE).read_text("utf-8")
    return parsed(yaml.load(text, Loader=yaml.CSafeLoader))


@functools.cache
def ways() -> frozenset[str]:
    """Platforms and occasions: words come through them, they say nothing."""
    return cues().platforms | cues().occasions


def word_set(text: str) -> frozenset[str]:
    """The words of a list written as running text."""
    return frozenset(text.split())


def parsed(data: Any) -> Cues:
    """The lexicon of a data file's content.

    Raises:
        KnowledgeError: The content breaks the schema; the message names the field.
    """
    try:
        file = msgspec.convert(data, _File)
    except msgspec.ValidationError as error:
        raise KnowledgeError(str(error), file=_FILE) from error
    verbs = {
        word: Verb(group.means, group.takes, group.subject == "own", group.apart, group.of)
        for group in reversed(file.verbs)
        for word in group.words
    }
    lists = {name: getattr(file, name) for name in _File.__struct_fields__ if name != "verbs"}
    return Cues(verbs=verbs, **lists)
