"""Explanations: why a quotation or an event was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shilu.cli import explained
from shilu.reading.explain import Reason, explanations
from shilu.records import Event, Party, Plover, Quotation, Reading

if TYPE_CHECKING:
    import pytest

QUOTATION = Quotation(
    speaker="李文清",
    speaker_text="这位部长",
    kind="indirect",
    text="会谈取得进展",
    cue="表示",
    via="晨报",
    block=1,
    start=9,
    end=15,
    rule="cue-before.v1",
    found_by="pronoun",
)
EVENT = Event(
    type="CONSULT",
    form="meeting",
    mode=None,
    status="happened",
    actors=(Party("x.person.李文清", "李文清", "carried"),),
    recipients=(),
    date="2024-01-27",
    place=None,
    contexts=(),
    plover=Plover("CONSULT", ("third-party",), 1),
    rule="meet.v1",
    text="会见了外长",
    block=0,
    start=2,
    end=7,
)
READING = Reading("0123456789abcdef", "reading.v1", quotations=(QUOTATION,), events=(EVENT,))


def test_each_quotation_and_event_is_explained_in_reading_order() -> None:
    """Rule and code stand with every part, the words used for it and how it was found."""
    event, quotation = explanations(READING)
    assert (event.of, event.code, event.rule) == ("event", "CONSULT/meeting", "meet.v1")
    assert event.reasons == (
        Reason("actor", "李文清", "carried"),
        Reason("status", "happened"),
        Reason("date", "2024-01-27"),
        Reason("plover", "CONSULT/third-party"),
    )
    assert (quotation.of, quotation.code, quotation.rule) == ("quotation", "indirect", "cue-before.v1")
    assert quotation.reasons == (
        Reason("cue", "表示"),
        Reason("speaker", "李文清", "pronoun", "这位部长"),
        Reason("via", "晨报"),
    )


def test_explanations_are_told_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    """A terminal shows the text, the rule, and for each part its words and how it was found."""
    row = {"title": "外长会谈", "outlet": "晨报", "id": "0123", "source": {"path": "1.md"}}
    explained.print_explained([row | {"explanations": explanations(READING)}, row | {"explanations": ()}])
    shown = " ".join(capsys.readouterr().out.split())
    assert "speaker 李文清 “这位部长” (a pronoun, for the last who fits)" in shown
    assert "meet.v1 · actor 李文清 (who spoke before) · status happened" in shown
    assert "nothing was said or done" in shown
