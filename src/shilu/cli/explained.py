"""How readings that explain themselves look in a terminal: ``shilu read --explain``."""

from collections.abc import Iterable
from typing import Any

from rich.text import Text

from shilu.cli.lines import Wrapped
from shilu.cli.messages import t
from shilu.cli.output import stdout
from shilu.reading.explain import Explanation, Reason

_PARTS = {
    "cue": t("cue"),
    "speaker": t("speaker"),
    "within": t("in the words of"),
    "via": t("through"),
    "actor": t("actor"),
    "recipient": t("recipient"),
    "date": t("date"),
    "place": t("where"),
    "status": t("status"),
    "plover": "PLOVER",
    "claimed_by": t("as told by"),
}
_WAYS = {
    "name": t("by name"),
    "short": t("by a short form of the name"),
    "latin": t("by the Latin name"),
    "title": t("by the title alone"),
    "abbreviation": t("by an abbreviation"),
    "compound": t("as part of a compound"),
    "pronoun": t("a pronoun, for the last who fits"),
    "document": t("a document, for its issuer"),
    "body": t("a body, by its kind of name"),
    "capital": t("a capital or side, for its state"),
    "spokesperson": t("a spokesperson without a name, for the body"),
    "unnamed": t("a source without a name"),
    "topic": t("whom the sentence is about"),
    "carried": t("who spoke before"),
    "following": t("who is named right behind"),
    "clause": t("the subject of an earlier clause"),
    "according": t("the source named in front (据…)"),
    "quoted": t("whom the medium quotes"),
    "people": t("the people of that state"),
    "said": t("when it was announced"),
    "met": t("who met, as told before"),
    "destination": t("the place visited"),
    "metonym": t("a capital, for its state"),
    "region": t("officials of a region, for its state"),
    "group": t("people without a name"),
    "medium": t("a medium in its own name"),
    "before": t("told in the clause before"),
    "behind": t("told in the clause behind"),
    "caption": t("the date of the caption"),
    "paragraph": t("the last time of the paragraph"),
    "news": t("the last day told of the same people"),
    "present": t("it goes on as the article appears"),
    "visit": t("the month of the visit it is made for"),
    "phrase": t("the phrase with 在, 于 or a verb of arriving"),
    "beside": t("right at the word"),
    "visited": t("the place visited"),
    "host": t("where the visit went"),
    "summons": t("where they summon"),
}


def print_explained(rows: Iterable[dict[str, Any]]) -> None:
    """Articles with their explanations, one after the other."""
    console = stdout()
    for row in rows:
        console.print(Wrapped(Text(row["title"], "bold")))
        console.print(Text(" · ".join(filter(None, (row["source"]["path"], row["outlet"], row["id"]))), "cyan"))
        for one in row["explanations"]:
            console.print(Wrapped(Text.assemble((f"{one.block:>3} ", "dim"), (one.code, "green"), f"  {one.text}")))
            console.print(Wrapped(_why(one), indent=4))
        if not row["explanations"]:
            console.print(Text(t("nothing was said or done that the rules know"), "dim"))
        console.print()


def _why(one: Explanation) -> Text:
    return Text(" · ".join((one.rule, *map(_told, one.reasons))), "dim")


def _told(reason: Reason) -> str:
    """One reason in words: speaker 布林肯 “国务卿” by the title alone."""
    value = t("not named") if reason.value is None else reason.value
    words = f" “{reason.words}”" if reason.words not in (None, reason.value) else ""
    by = f" ({_way(reason)})" if reason.by else ""
    return f"{_PARTS[reason.part]} {value}{words}{by}"


def _way(reason: Reason) -> str:
    """How a part was found, in words: a status by its date or by a word of the clause."""
    if reason.part == "date" and reason.by == "clause":
        return t("told in its clause")
    if reason.part == "status" and reason.by != "date":
        return f"“{reason.by}”"
    return t("by its date") if reason.part == "status" else _WAYS.get(reason.by, reason.by)
