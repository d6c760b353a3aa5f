"""Where a query stands in an article: reasons, and snippets with marks, cut from the original text.

Terms are found in folded text. Folding keeps lengths, so the offsets are valid in the article's own script.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec

from shilu.archive.query import Named
from shilu.archive.tokens import any_of, pattern
from shilu.records import EntityKind  # noqa: TC001 (schemas are made from the annotations)
from shilu.text.script import fold, simplify, together

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Sequence

    from shilu.archive.query import Query, Term
    from shilu.records import Article

Span: TypeAlias = tuple[int, int]
Place: TypeAlias = Literal["title", "text", "caption"]

TITLE = -1
"""The block number of the title, as in :class:`shilu.records.Mention`."""
_WIDTH = 90  # characters of a snippet: about three lines of a terminal
_BEFORE = 24  # characters shown in front of the first mark
_FORMS_SHOWN = 3
_PLACES: tuple[Place, ...] = ("title", "text", "caption")
_PAUSES = "。！？；，、：!?;, "


class Snippet(msgspec.Struct, frozen=True):
    """A piece of a block: ``block.text[start:end]``."""

    block: int
    start: int
    end: int
    text: str
    marks: tuple[Span, ...]
    """Where terms stand, as offsets into ``text``."""
    more_before: bool
    more_after: bool


class Reason(msgspec.Struct, frozen=True):
    """Why an article matched: one term at one kind of place."""

    term: str
    place: Place
    count: int
    also_as: tuple[str, ...] = ()
    """Spellings in the other script, and other names, under which the term was found."""
    kind: EntityKind | None = None
    """Set where the term is a person, place or organisation that was filtered by."""


class Finding(msgspec.Struct, frozen=True):
    """One occurrence of one term."""

    term: int
    block: int
    start: int
    end: int


class Finder:
    """Finds the terms of one query in articles."""

    def __init__(self, query: Query) -> None:
        self.terms: tuple[Term | Named, ...] = (*query.wanted, *query.named)
        self._exact = query.exact_script
        self._wanted = _patterns(query.wanted, query)
        self._unwanted = _patterns(query.unwanted, query)
        shown = [(term.field, expression) for term, expression in self._wanted]
        shown += [("any", any_of(one.forms or (one.text,), exact_script=query.exact_script)) for one in query.named]
        self._shown = shown
        self._required = [] if query.alias else [expression for _, expression in shown[len(self._wanted) :]]

    def accepts(self, article: Article, *, any_term: bool = False) -> bool:
        """Whether the article holds all wanted terms (or any of them) and none of the unwanted.

        Whom it names is for the index to say; where names have no aliases, they must stand there, too.
        """
        texts = self._texts(article)
        if not all(any(expression.search(text) for text in texts) for expression in self._required):
            return False
        if any(_holds(texts, term, expression) for term, expression in self._unwanted):
            return False
        found = (_holds(texts, term, expression) for term, expression in self._wanted)
        return not self._wanted or (any(found) if any_term else all(found))

    def findings(self, article: Article) -> list[Finding]:
        """Every occurrence of every wanted term and name, in reading order; of two at one place the longer first."""
        found = [
            Finding(number, block, match.start(), match.end())
            for block, text in enumerate(self._texts(article), TITLE)
            for number, (field, expression) in enumerate(self._shown)
            if block == TITLE or field == "any"
            for match in expression.finditer(text)
        ]
        return sorted(found, key=lambda finding: (finding.block, finding.start, -finding.end))

    def _texts(self, article: Article) -> list[str]:
        """Title and blocks, ready for the patterns."""
        texts = [article.title, *(block.text for block in article.blocks)]
        return texts if self._exact else together(fold, texts)


def reasons(article: Article, terms: Sequence[Term | Named], findings: Sequence[Finding]) -> tuple[Reason, ...]:
    """Why the article matched, term by term: where, how often, and in which other spelling."""
    counted: dict[tuple[int, Place], list[str]] = {}
    for finding in findings:
        written = _text(article, finding.block)[finding.start : finding.end]
        counted.setdefault((finding.term, _place(article, finding.block)), []).append(written)
    return tuple(
        _reason(terms[term], place, written)
        for (term, place), written in sorted(counted.items(), key=lambda item: (item[0][0], _PLACES.index(item[0][1])))
    )


def _reason(term: Term | Named, place: Place, written: list[str]) -> Reason:
    if isinstance(term, Named):
        others = tuple(form for form in dict.fromkeys(written) if form != term.text)
        return Reason(term.text, place, len(written), others[:_FORMS_SHOWN], term.kind)
    return Reason(term.text, place, len(written), _other_script(term.text, written))


def title_marks(findings: Sequence[Finding]) -> tuple[Span, ...]:
    """Where terms stand in the title."""
    return _merged((finding.start, finding.end) for finding in findings if finding.block == TITLE)


def snippets(article: Article, findings: Sequence[Finding], *, limit: int = 2) -> tuple[Snippet, ...]:
    """Up to ``limit`` pieces of the body that show as many terms as possible; without any, the opening."""
    shown: set[int] = set()
    cut: list[Snippet] = []
    windows = [
        (finding, _seen_from(number, findings)) for number, finding in enumerate(findings) if finding.block != TITLE
    ]
    # Text before captions; of equals the first is taken.
    windows.sort(key=lambda window: _place(article, window[0].block) == "caption")
    while windows and len(cut) < limit:
        finding, terms = max(windows, key=lambda window: len(window[1] - shown))
        if cut and terms <= shown:
            break
        shown |= terms
        cut.append(_cut(article, finding.block, finding.start, findings))
    if not cut and article.blocks:
        cut.append(_cut(article, 0, 0, ()))
    return tuple(sorted(cut, key=lambda snippet: (snippet.block, snippet.start)))


def _seen_from(number: int, findings: Sequence[Finding]) -> set[int]:
    """The terms that a snippet beginning at this finding would show."""
    first = findings[number]
    reach = first.start + _WIDTH - _BEFORE
    seen: set[int] = set()
    for at in range(number, len(findings)):
        finding = findings[at]
        if finding.block != first.block or finding.start >= reach:
            break
        if finding.end <= reach:
            seen.add(finding.term)
    return seen


def _cut(article: Article, block: int, first: int, findings: Sequence[Finding]) -> Snippet:
    """A piece of a block around its mark; it begins after a pause in the sentence where one is near."""
    text = _text(article, block)
    start = max(0, first - _BEFORE)
    if start:
        start = next((at + 1 for at in range(start, first) if text[at] in _PAUSES), start)
    end = min(len(text), start + _WIDTH)
    marks = _merged(
        (f.start - start, f.end - start) for f in findings if f.block == block and start <= f.start and f.end <= end
    )
    return Snippet(block, start, end, text[start:end], marks, more_before=start > 0, more_after=end < len(text))


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order, those that touch or overlap made one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _text(article: Article, block: int) -> str:
    return article.title if block == TITLE else article.blocks[block].text


def _place(article: Article, block: int) -> Place:
    if block == TITLE:
        return "title"
    return "caption" if article.blocks[block].kind == "caption" else "text"


def _other_script(term: str, written: Iterable[str]) -> tuple[str, ...]:
    """The spellings that are the term only after folding the script."""
    plain = simplify(term)
    forms = dict.fromkeys(written)
    return tuple(form for form in forms if form != term and not (simplify(form) == form and plain == term))[
        :_FORMS_SHOWN
    ]


def _holds(texts: Sequence[str], term: Term, expression: re.Pattern[str]) -> bool:
    return any(expression.search(text) for text in (texts[:1] if term.field == "title" else texts))


def _patterns(terms: Iterable[Term], query: Query) -> list[tuple[Term, re.Pattern[str]]]:
    return [(term, pattern(term.text, exact_script=query.exact_script)) for term in terms]
