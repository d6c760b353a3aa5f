"""``shilu search``: find articles by any piece of their text."""

import difflib
import itertools
import re
from collections.abc import Mapping
from typing import Annotated, Any

import typer
from rich.text import Text

from shilu.archive import index
from shilu.archive.entities.filters import resolved
from shilu.archive.query import parse
from shilu.archive.search import Found, Hit, Sort
from shilu.archive.search import search as answer
from shilu.archive.snippets import Reason, Snippet
from shilu.archive.store import Archive
from shilu.chronicle.folding import by_story, folded, with_stories
from shilu.chronicle.stories.listing import Brief, briefs_of
from shilu.cli.app import command
from shilu.cli.labels import choice
from shilu.cli.lines import Wrapped
from shilu.cli.messages import t, with_copies
from shilu.cli.options import HERE, ArchiveFolder, Format, FormatOption, LimitOption
from shilu.cli.output import Column, marked, moment, note, print_json, print_rows, stdout
from shilu.knowledge import authority
from shilu.vocabulary import ORDERS

_OPTIONS = tuple(
    "--" + name
    for name in (
        *("person", "place", "org", "no-alias", "outlet", "since", "until", "script", "exact-script"),
        *("sort", "all", "limit", "format", "archive", "help"),
    )
)
_LETTER = re.compile(r"-[a-z]")
"""No word to leave out: nobody looks for a letter."""
_BEARERS = 5
"""Ids shown of those who share a name."""
_ROW = ("id", "outlet", "published", "title", "url", "score", "story", "copies")


@command(
    "search",
    t(
        "Words must all be found (any of them, where no article has all); “phrases in quotes” also hold spaces; "
        "-word must not be found; title:word looks in titles only. Any piece of Chinese text is found, of one "
        "character or more; Latin words are whole words. Filters may stand in the query too: outlet: since: until: "
        "script: person: place: org: entity:"
    ),
    [
        ("shilu search 王毅 布林肯", t("articles with both names, whatever the script")),
        ("shilu search '“国务卿布林肯” -电话' --since 2024-02", t("a phrase without a word, from February 2024 on")),
        ("shilu search title:會談 --outlet 美国之音 --sort newest", t("the latest titles of one outlet")),
        ("shilu search 制裁 --person 川普 --place 新疆", t("who and where, under any name: 特朗普, Donald Trump")),
        ("shilu search 國務卿 --exact-script --format jsonl --limit 0", t("only as typed; all hits as JSON lines")),
    ],
    ignore_unknown_options=True,  # -word is part of the query
)
def search(
    query: Annotated[list[str] | None, typer.Argument(help=t("What to look for."), metavar="QUERY…")] = None,
    *,
    person: Annotated[list[str] | None, typer.Option(help=t("Articles that name this person, by any name."))] = None,
    place: Annotated[list[str] | None, typer.Option(help=t("Articles that name this place, by any name."))] = None,
    org: Annotated[list[str] | None, typer.Option(help=t("Articles that name this body, by any name."))] = None,
    no_alias: Annotated[bool, typer.Option("--no-alias", help=t("Find these by the name typed only."))] = False,
    outlet: Annotated[str | None, typer.Option(help=t("Only this outlet: part of its name, or rfa, voa …"))] = None,
    since: Annotated[str | None, typer.Option(help=t("Published on this day, month or year, or later."))] = None,
    until: Annotated[str | None, typer.Option(help=t("Published on this day, month or year, or before."))] = None,
    script: Annotated[str | None, typer.Option(help=t("Only articles in Hans, Hant or Latn."))] = None,
    exact_script: Annotated[bool, typer.Option("--exact-script", help=t("Find 国 only, where 国 is typed."))] = False,
    sort: Annotated[Sort, choice(ORDERS, "--sort", t("The order of the hits."))] = "best",
    everything: Annotated[
        bool, typer.Option("--all", help=t("Every copy of a text, not only the best one of them."))
    ] = False,
    limit: LimitOption = 10,
    form: FormatOption = "table",
    archive: ArchiveFolder = HERE,
) -> None:
    """Search the archive."""
    words = query or []
    _refuse_options(words)
    wanted = parse(
        " ".join(words),
        outlet=outlet,
        since=since,
        until=until,
        script=script,
        exact_script=exact_script,
        named=[
            *(("person", name) for name in person or ()),
            *(("place", name) for name in place or ()),
            *(("org", name) for name in org or ()),
        ],
        alias=not no_alias,
    )
    with Archive.open(archive) as opened:
        if wanted.named:
            wanted = resolved(opened, authority(), wanted)
        built = index.current(opened)

        def hits(number: int) -> Found:
            return answer(built, wanted, opened.articles, limit=number, sort=sort)

        found = with_stories(opened.db, hits(limit)) if everything else folded(opened.db, hits, limit)
        behind = not index.is_current(opened)
        stories = briefs_of(opened.db, [hit.id for hit in found.hits]) if form == "table" else {}
    _print(found, stories, form, in_stories=sort == "best")
    for one in wanted.named:
        if len(one.ids) > 1:
            several = t("{name} means several: {ids}", name=one.text, ids=t(", ").join(one.ids[:_BEARERS]))
            more = t(" and {count:,} more", count=len(one.ids) - _BEARERS) if len(one.ids) > _BEARERS else ""
            note(several + more + t(". One of them: --{kind} ID", kind=one.kind))
    if behind:
        note(t("The index is behind the archive, which is being written to or read-only; see shilu reindex."))


def _refuse_options(words: list[str]) -> None:
    """A mistyped option must not become a word to exclude."""
    for word in words:
        if _LETTER.fullmatch(word):
            raise typer.BadParameter(
                t("There is no option {option}.", option=word)
                + t(" Did you mean {option}?", option=_of_letter(word[1]))
            )
        if word.startswith("--"):
            name = word.partition("=")[0]
            if name in _OPTIONS:
                raise typer.BadParameter(
                    t("{option} must stand before the --, behind which all are words.", option=name)
                )
            close = difflib.get_close_matches(name, _OPTIONS, n=1)
            meant = t(" Did you mean {option}?", option=close[0]) if close else ""
            raise typer.BadParameter(t("There is no option {option}.", option=word) + meant)


def _of_letter(letter: str) -> str:
    """The option that somebody used to options of one letter may mean."""
    return "--limit" if letter == "n" else next((o for o in _OPTIONS if o.startswith(f"--{letter}")), "--help")


def _print(found: Found, stories: Mapping[str, Brief], form: Format, *, in_stories: bool) -> None:
    if form == "json":
        print_json(found, indent=2)
    elif form == "jsonl":
        for hit in found.hits:
            print_json(hit)
    elif form == "csv":
        print_rows(map(_row, found.hits), [Column(key, key) for key in (*_ROW, "snippet")], "csv")
    else:
        _print_hits(found, stories, in_stories=in_stories)


def _row(hit: Hit) -> dict[str, Any]:
    text = " … ".join(snippet.text for snippet in hit.snippets)
    return {
        **{key: getattr(hit, key) for key in _ROW},
        "snippet": text,
    }


def _print_hits(found: Found, stories: Mapping[str, Brief], *, in_stories: bool) -> None:
    """The hits; those of one story together, in the order of the first of each, but where they go by date."""
    console = stdout()
    console.print(Wrapped(Text(_summary(found), "bold" if found.total else "")))
    numbers = itertools.count(1)
    for hits in by_story(found.hits, stories if in_stories else {}):
        console.print()
        story = stories.get(hits[0].id)
        if story is not None and len(hits) > 1:
            told = t("Story: {label} ({count:,} articles)", label=story.label, count=story.count)
            console.print(Wrapped(Text.assemble((told, "cyan"), (f"  {story.id}", "dim"))))
        for hit in hits:
            for line in _shown(
                next(numbers), hit, story, colours=console.color_system is not None, alone=len(hits) == 1
            ):
                console.print(line)
    if found.hits:
        note(t("\nRead one: shilu show {id}", id=found.hits[0].id))


def _summary(found: Found) -> str:
    """How many articles there are, and what was done to find them."""
    if found.in_other_script:
        other = t(" {count:,} more have it in other characters; leave out --exact-script.", count=found.in_other_script)
    else:
        other = ""
    if not found.total:
        hint = t(" Try fewer or shorter words: any piece of the text is found.") if not other else ""
        return t("Nothing found for {query}.", query=found.query) + (other or hint)
    if found.relaxed:
        return (
            t("No article has all the words; with some of them: {count:,}, the best first.", count=found.total) + other
        )
    if any(hit.copies for hit in found.hits):
        other = t(" Copies of a text stand behind it, with the words or without; each by itself: --all.") + other
    return t("Articles found: {count:,} ({shown} shown).", count=found.total, shown=len(found.hits)) + other


def _shown(number: int, hit: Hit, story: Brief | None, *, colours: bool, alone: bool) -> list[Wrapped]:
    title = Text.assemble((f"{number:>3} ", "dim"), marked(hit.title, hit.title_marks, colours=colours))
    title.stylize("bold")
    of_story = t("story {id}", id=story.id) if story is not None and alone else ""
    told = (hit.outlet, moment(hit.published), hit.id, of_story)
    copies = with_copies(len(hit.copies))
    where = Text(" · ".join(part for part in (*told, copies) if part), "cyan")
    why = Text(t("found: ") + " · ".join(map(_told, hit.why)), "dim")
    lines = [where, *(_piece(snippet, colours=colours) for snippet in hit.snippets), *([why] if hit.why else [])]
    return [Wrapped(title), *(Wrapped(line, indent=4) for line in lines)]


def _piece(snippet: Snippet, *, colours: bool) -> Text:
    before, after = "…" if snippet.more_before else "", "…" if snippet.more_after else ""
    return Text.assemble(before, marked(snippet.text, snippet.marks, colours=colours), after)


def _told(reason: Reason) -> str:
    """One reason in words: 国务卿 in the text 3× (as 國務卿)."""
    places = {"title": t("in the title"), "text": t("in the text"), "caption": t("in a caption")}
    times = f" {reason.count}×" if reason.count > 1 else ""
    spelt = t(" (as {forms})", forms="、".join(reason.also_as)) if reason.also_as else ""
    return f"{reason.term} {places[reason.place]}{times}{spelt}"
