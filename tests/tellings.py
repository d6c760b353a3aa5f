"""Encounters and acts as articles of made-up outlets tell them, for the tests of the chronicle."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from shilu.chronicle.entries import Telling, tellings
from shilu.chronicle.entries.tellings import Source
from shilu.knowledge import authority
from shilu.reading.events.plover import plover
from shilu.records import Event, Party, Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from shilu.records import Article, Status

BLINKEN = Party("p.antony-blinken", "布林肯")
WANG = Party("p.wang-yi", "王毅")
SULLIVAN = Party("p.jake-sullivan", "沙利文")
LAVROV = Party("p.sergei-lavrov", "拉夫罗夫")
CHINA, US = Party("l.cn", "中国"), Party("l.us", "美国")
JAPAN, KOREA = Party("l.jp", "日本"), Party("l.kr", "韩国")


def event(
    actors: tuple[Party, ...],
    date: str | None,
    *,
    recipients: tuple[Party, ...] = (),
    kind: str = "CONSULT",
    form: str | None = "meeting",
    status: Status = "happened",
    place: str | None = None,
    text: str = "布林肯会晤王毅",
    word: str = "会晤",
    date_by: str = "clause",
    rule: str = "joint.v1",
) -> Event:
    """One event."""
    form = form if kind == "CONSULT" else None
    return Event(
        type=kind,
        form=form,
        mode=None,
        status=status,
        actors=actors,
        recipients=recipients,
        date=date,
        place=place,
        contexts=("diplomatic",),
        plover=plover(kind, form, None, status),
        rule=rule,
        text=text,
        block=0,
        start=0,
        end=len(text),
        word=word,
        date_by=date_by,
    )


def told(
    article: str,
    outlet: str,
    published: str,
    *events: Event,
    agencies: tuple[str, ...] = (),
    texts: tuple[str, ...] = (),
) -> list[Telling]:
    """What one article tells; ``published`` is a day, or a moment."""
    at = published if len(published) > len("2024-02-16") else ""
    source = Source(article, outlet, published[:10], at, agencies=agencies)
    return list(tellings(source, events, authority(), texts))


def telling_post(number: int, outlet: str, published: str, *events: Event, text: str = "") -> str:
    """A post for the simple reader: a text, and events as JSON, which :func:`telling_step` reads."""
    lines = [*filter(None, [text]), *(msgspec.json.encode(one).decode() for one in events)]
    return "\n".join((f"https://{outlet}.example/{number}", f"第{number}条消息", f"{published}T08:00:00Z", *lines))


def telling_step() -> Callable[[Sequence[Article]], list[Reading]]:
    """A reading step that reads paragraphs of JSON as events."""
    return _read


def _read(articles: Sequence[Article]) -> list[Reading]:
    decode = msgspec.json.Decoder(Event).decode
    paragraphs = ((one.id, [block.text for block in one.blocks if block.text.startswith("{")]) for one in articles)
    return [Reading(ident, "telling.v1", events=tuple(map(decode, texts))) for ident, texts in paragraphs]
