"""Who said what: statements, each once with all who report it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from shilu.archive.quotations.conditions import Wanted
from shilu.archive.quotations.filling import is_current
from shilu.archive.quotations.finding import Statement, find
from shilu.errors import NotFound, QueryError
from shilu.knowledge import authority
from shilu.vocabulary import KINDS
from shilu.web.page import PER_PAGE, FeedItem, Page, Pages, paged

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from shilu.web.page import Asked

FIELDS = ("q", "by", "about", "via", "since", "until", "outlet", "kind")
_LONGEST_QUERY = 300


class Quotations(msgspec.Struct, frozen=True):
    """Statements, the newest first."""

    asked: dict[str, str]
    """The filters as typed, but a choice by its code."""
    statements: tuple[Statement, ...] = ()
    total: int = 0
    pages: Pages | None = None
    complete: bool = True
    """The tables hold the quotations of all readings."""
    mistake: str = ""
    hint: str = ""
    close: tuple[str, ...] = ()


def quotations(asked: Asked) -> Page:
    """The statements that fit the filters."""
    typed = {name: asked.text(name) for name in FIELDS if asked.text(name)}
    heading = asked.t("Quotations")
    try:
        wanted = _wanted(asked)
        typed |= {"kind": wanted.kind} if wanted.kind else {}
        found = find(asked.archive, authority(), wanted, limit=PER_PAGE, offset=(asked.page - 1) * PER_PAGE)
    except (NotFound, QueryError) as error:
        close = error.close if isinstance(error, NotFound) else ()
        wrong = Quotations(typed, mistake=str(error), hint="" if close else error.hint, close=close)
        return Page("quotations.html", heading, wrong, status=400)
    data = Quotations(
        typed, found.statements, found.total, paged(asked, found.total), complete=is_current(asked.archive)
    )
    return Page(
        "quotations.html",
        heading,
        data,
        rows=[_row(one) for one in found.statements],
        feed=[item(one) for one in found.statements],
        linked=linked(found.statements),
    )


def _wanted(asked: Asked) -> Wanted:
    query = asked.text("q")
    if len(query) > _LONGEST_QUERY:
        raise QueryError(
            f"the query is longer than {_LONGEST_QUERY} characters",
            query=query,
            position=_LONGEST_QUERY,
            hint="a few words are enough",
        )
    return Wanted(
        query=query,
        by=asked.text("by") or None,
        about=asked.text("about") or None,
        via=asked.text("via") or None,
        since=asked.text("since") or None,
        until=asked.text("until") or None,
        outlet=asked.text("outlet") or None,
        kind=asked.choice("kind", KINDS),
    )


def _row(one: Statement) -> Mapping[str, Any]:
    shown = one.shown
    return {
        "published": shown.published,
        "speaker": one.speaker,
        "speaker_id": one.speaker_id,
        "kind": shown.kind,
        "text": shown.text,
        "outlets": one.outlets,
        "via": shown.via,
        "cue": shown.cue,
        "article": shown.article,
        "block": shown.block,
        "url": shown.url,
    }


def item(one: Statement) -> FeedItem:
    """A statement in a feed."""
    shown = one.shown
    title = f"{one.speaker or shown.speaker_text or '—'}：{shown.text}"
    href = f"/article/{shown.article}#b{shown.block}"
    return FeedItem(href, title, shown.published or "", shown.sentence, shown.outlet, part=f"-{shown.start}")


def linked(statements: Sequence[Statement]) -> Mapping[str, Any]:
    """The statements in the words of schema.org."""
    return {
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": "Quotation",
                "text": one.shown.text,
                "creator": {"@type": "Person", "name": one.speaker, "identifier": one.speaker_id},
                "isPartOf": [{"@type": "NewsArticle", "identifier": article} for article in _articles(one)],
            }
            for one in statements
            if one.speaker
        ],
    }


def _articles(one: Statement) -> list[str]:
    return list(dict.fromkeys(telling.article for telling in one.tellings))
