"""The words that outlets choose for one thing: contested terms from an editable list."""

from __future__ import annotations

import functools
import re
from importlib import resources
from typing import TYPE_CHECKING

import msgspec
import yaml

from shilu.errors import KnowledgeError
from shilu.reading.words import naming_words
from shilu.text.script import fold, simplify
from shilu.text.sentences import pieces, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from shilu.reading.tagger import Tagger

TERMS = "contested.yaml"
_TAGGED = 100  # characters tagged at once at most


class Subject(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One contested thing: what stands for it in lists, the words for it, and where they are no choice."""

    subject: str
    words: tuple[str, ...]
    aside: tuple[str, ...] = ()
    """Patterns that hold such a word and mean something else: 非洲大陆, 路透北京."""


@functools.cache
def contested() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Every subject with the pattern of its folded words, the longest first, behind what is set aside."""
    try:
        return tuple((one.subject, _pattern(one)) for one in _subjects())
    except re.error as error:
        raise KnowledgeError(str(error), file=TERMS) from error


@functools.cache
def _subjects() -> tuple[Subject, ...]:
    text = resources.files("shilu.chronicle.comparison").joinpath("data", TERMS).read_text(encoding="utf-8")
    try:
        return msgspec.convert(yaml.safe_load(text), tuple[Subject, ...])
    except (yaml.YAMLError, msgspec.ValidationError) as error:
        raise KnowledgeError(str(error), file=TERMS) from error


@functools.cache
def _any_contested() -> re.Pattern[str]:
    return re.compile("|".join(map(_any_of, _subjects())))


def _pattern(subject: Subject) -> re.Pattern[str]:
    if any(re.compile(each).groups or re.compile(each).fullmatch("") for each in subject.aside):
        raise re.error(f"{subject.subject}: a pattern set aside has a group, or nothing in it; write (?:…)")
    return re.compile("|".join((*subject.aside, f"({_any_of(subject)})")))


def _any_of(subject: Subject) -> str:
    return "|".join(map(re.escape, sorted(map(fold, subject.words), key=lambda word: (-len(word), word))))


def choices(folded: str) -> Iterator[tuple[str, str, int, int]]:
    """Subject, word, start and end of each contested term in a folded text."""
    if not _any_contested().search(folded):
        return  # as of most texts; to look for each subject takes ten times as long
    for subject, pattern in contested():
        for match in pattern.finditer(folded):
            if match[1]:
                yield subject, match[1], match.start(1), match.end(1)


def cut(texts: Iterable[str]) -> str:
    """The words of texts that were not read yet, as readings have them."""
    plain = [simplify(text) for text in texts]
    pieces_ = [
        text[start:end] for text in plain for span in sentences(text) for start, end in pieces(text, span, _TAGGED)
    ]
    return naming_words(_tagger().tag(pieces_))


@functools.cache
def _tagger() -> Tagger:
    from shilu.reading.tagger import Tagger  # noqa: PLC0415 (loads the model, which lists do without)

    return Tagger()
