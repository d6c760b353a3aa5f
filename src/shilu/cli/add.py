"""``shilu add``: sources into the archive."""

from typing import Annotated

import typer
from rich.text import Text

from shilu.archive.add import add as add_sources
from shilu.archive.tally import AddSummary, Progress
from shilu.cli.app import command
from shilu.cli.messages import t
from shilu.cli.options import HERE, ArchiveFolder, WorkersOption
from shilu.cli.output import note, stderr, stdout
from shilu.cli.progress import Reporter


@command(
    "add",
    t(
        "A source is a folder of posts (any depth), a single .md, .html or .txt file, or a git repository by path or "
        "address. The same bytes are never stored twice; a changed text becomes a new revision. Stop it at any time "
        "and run it again: it goes on where it was."
    ),
    [
        ("shilu add mirror/_posts", t("a folder")),
        ("shilu add https://example.org/mirror.git --history", t("a mirror with every version and deleted post")),
        ("shilu add post.md page.html --archive ~/news", t("two files, into another archive")),
        (
            "shilu add mirror/ --no-reading",
            t("articles only; names, events and stories follow when it is run without it"),
        ),
        ("shilu add --reread", t("everything that is kept, with today's rules")),
    ],
)
def add(
    sources: Annotated[
        list[str] | None, typer.Argument(help=t("Folders, files or git repositories."), metavar="SOURCE…")
    ] = None,
    *,
    history: Annotated[
        bool, typer.Option("--history", help=t("Every version in a repository's history, deleted posts too."))
    ] = False,
    reading: Annotated[
        bool,
        typer.Option(
            "--reading/--no-reading",
            help=t("Whether names, times and events are read, and copies and stories gathered."),
        ),
    ] = True,
    reread: Annotated[
        bool,
        typer.Option(
            "--reread",
            help=t("Read all articles again from their bytes, with today's rules and what was learned since."),
        ),
    ] = False,
    wait: Annotated[bool, typer.Option("--wait", help=t("Wait where another add is running."))] = False,
    workers: WorkersOption = 2,
    archive: ArchiveFolder = HERE,
) -> None:
    """Add sources."""
    if not (sources or reread):
        raise typer.BadParameter(t("name a folder of posts, a post or a git repository, or give --reread."))
    with Reporter() as reporter:

        def progress(now: Progress) -> None:
            reporter.show(_step(now), now.done, now.total)

        summary = add_sources(
            archive,
            sources or [],
            workers=workers,
            history=history,
            read=reading,
            reread=reread,
            wait=wait,
            progress=progress,
        )
    _print(summary)
    note(t("Next: shilu status · shilu search WORD"))
    if summary.failed:
        raise typer.Exit(3)


def _step(now: Progress) -> str:
    steps = {
        "articles": t("Reading {source}", source=now.source),
        "index": t("Indexing"),
        "readings": t("Names and events"),
        "learning": t("Who is who"),
        "stories": t("Copies and stories"),
    }
    return steps[now.step]


def _print(summary: AddSummary) -> None:
    """What came of it, nothing left out."""
    console = stdout()
    if summary.documents or not summary.reread:
        console.print(
            t(
                "Posts: {documents:,}, in {seconds:.1f} s; new articles: {articles:,}, new revisions: {revisions:,}, "
                "known before: {known:,}.",
                documents=summary.documents,
                seconds=summary.seconds,
                articles=summary.articles,
                revisions=summary.revisions,
                known=summary.known,
            )
        )
    if summary.reread:
        console.print(t("Documents read again from their bytes: {count:,}.", count=summary.reread))
    if summary.readings:
        console.print(t("Articles read for names, times and events: {count:,}.", count=summary.readings))
    for code, count in summary.unread.items():
        console.print(t("Files not read: {count:,} ({code})", count=count, code=code))
    for code, count in summary.textless.items():
        console.print(t("Posts without a text that can be read: {count:,} ({code})", count=count, code=code))
    if summary.unread or summary.textless:
        note(t("shilu status names them."))
    if summary.skipped:
        console.print(t("Files passed over, being no posts by their names: {count:,}", count=summary.skipped))
    for failed in summary.failed:
        where = "" if failed.location in failed.message else f"{failed.location}: "
        stderr().print(Text(where + failed.message, "red"), soft_wrap=True)
        note(failed.hint)
