"""The application, its commands, and the options that stand before any command.

Only the modules of commands named on the command line are imported, so that ``shilu --help`` answers at once and
modules may import what they need.

A new command takes three steps: its line in :data:`COMMANDS`; a module of its name with one function under
:func:`command` (Typer evaluates annotations, so without ``from __future__ import annotations``), which prints through
:mod:`shilu.cli.output`; and a module of that name in :mod:`shilu.cli.zh` with its texts in Chinese.
"""

import importlib
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from shilu.cli.messages import t

COMMANDS = {
    "add": t("Add folders, files and git repositories to the archive."),
    "search": t("Search the archive, in 简体 and 繁體 alike."),
    "show": t("Show one article, its revisions, or its bytes."),
    "read": t("Print what can be read out of files, without an archive."),
    "status": t("Count what is in the archive."),
    "verify": t("Check that every byte is still as it was received."),
    "quotes": t("Find who said what, each statement once with all who report it."),
    "chronicle": t("Print what was done, day by day, with every source."),
    "entry": t("Show one entry of the chronicle with every sentence that tells it."),
    "relations": t("Count and list the encounters of two."),
    "people": t("List the people whom the articles name, with all their names."),
    "orgs": t("List the organisations that the articles name."),
    "places": t("List the places that the articles name."),
    "who": t("Show all that is known of one person, organisation or place."),
    "serve": t("Open the archive in a browser."),
    "learn": t("List what the articles state of people whom the authority lacks."),
    "stories": t("List what was told by several articles, by size, freshness or spread."),
    "story": t("Show one story: outlets, people, key events, days and articles."),
    "compare": t("Set side by side how the outlets of a story tell it."),
    "reindex": t("Build the search index anew."),
}
"""Every command with its one-line summary, in the order of the help; ``shilu.cli.<name>`` is its module."""


class _Spoken:
    """Speaks the user's language where typer speaks English: in the help."""

    def format_usage(self: Any, ctx: Any, formatter: Any) -> None:
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), t("Usage: "))

    def format_help(self: Any, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 - rich prints, and formats nothing
        from shilu.cli.helping import show  # noqa: PLC0415 - rich is loaded only to show something

        show(self, ctx)


class _Command(_Spoken, TyperCommand):
    pass


class _Group(_Spoken, TyperGroup):
    pass


app = typer.Typer(
    cls=_Group,
    name="shilu",
    no_args_is_help=True,
    options_metavar=t("[OPTIONS]"),
    subcommand_metavar=t("COMMAND [ARGS]..."),
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)


def loaded(words: Iterable[str]) -> typer.Typer:
    """The application; commands that are not among the words are there by name and summary only."""
    named = set(words)
    app.registered_commands.clear()
    for name, summary in COMMANDS.items():
        if name in named:
            importlib.import_module(f"shilu.cli.{name}")
            app.registered_commands.append(_REGISTERED[name])
        else:
            app.command(name, help=summary)(_absent)
    return app


def typed_words() -> list[str]:
    """What stands on the command line, or on the one that a shell wants completed."""
    return [*sys.argv[1:], *os.environ.get("_TYPER_COMPLETE_ARGS", "").split()]


def command(
    name: str, details: str = "", examples: Iterable[tuple[str, str]] = (), **settings: Any
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Register the command of a module: its help is summary, details and examples (line, what it does)."""
    shown = [f"[dim]$[/dim] [cyan]{_plain(line)}[/cyan]\n    {_plain(what)}" for line, what in examples]
    parts = [COMMANDS[name], details, "[bold]" + t("Examples") + "[/bold]" if shown else "", *shown]

    def register(function: Callable[..., None]) -> Callable[..., None]:
        app.command(
            name,
            cls=_Command,
            help="\n\n".join(filter(None, parts)),
            options_metavar=t("[OPTIONS]"),
            context_settings=settings,
        )(function)
        _REGISTERED[name] = app.registered_commands.pop()
        return function

    return register


_REGISTERED: dict[str, Any] = {}


def _absent() -> None:
    """Stands for a command whose module was not needed."""


def _plain(text: str) -> str:
    """Text without meaning for rich's markup."""
    return text.replace("[", r"\[")


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version  # noqa: PLC0415 - reads files; only here

        typer.echo(f"shilu {version('shilu')}")
        raise typer.Exit


@app.callback(
    help=t(
        "实录 — a veritable record of Chinese-language news: keep it, search it, read it.\n\n"
        "An archive is one folder: --archive DIR before or after the command, or SHILU_ARCHIVE, else ./shilu-archive."
    ),
    epilog=t(
        "Exit codes: 0 done, even where words find nothing · 1 an error, or something found wrong · "
        "2 a mistake in the command or query · "
        "3 the source · 4 the archive · 5 the archive is busy · 6 nothing of that name · 7 a data file · "
        "8, 9, 10 verify found bytes changed, missing, unverifiable.\n\n"
        "SHILU_LANG=zh speaks Chinese."
    ),
)
def _shilu(
    context: typer.Context,
    archive: Annotated[
        Path | None, typer.Option("--archive", metavar="DIR", help=t("The archive's folder."), show_default=False)
    ] = None,
    version: Annotated[  # noqa: ARG001 - its callback does the work
        bool, typer.Option("--version", help=t("Show the version."), callback=_version, is_eager=True)
    ] = False,
) -> None:
    context.obj = archive
