"""Help in the user's language: typer's own words, and lines parted as Chinese is.

Typer's help is rich's; what it says itself are texts of :mod:`typer.rich_utils` and of the options that it adds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from typer import rich_utils
from typer.core import TyperOption

from shilu.cli.lines import Wrapped
from shilu.cli.messages import t

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console, ConsoleOptions
    from rich.segment import Segment
    from typer import Context
    from typer.core import TyperCommand, TyperGroup

_TYPES = {"<str>": "TEXT", "<list[str]>": "TEXT…", "<bool>": "", "<int range>": "N", "<int>": "N"}
"""What is typed behind an option, shorter than in Python's words: the room is for the help."""


class _Lines(Text):
    """Rich parts lines at spaces only, and cuts off what of a sentence without one is wider than its column."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterable[Segment]:
        return console.render(Wrapped(self), options)


class _Highlighter(rich_utils.OptionHighlighter):
    """Colours of the help; typer passes all of its texts through it."""

    highlights = [*rich_utils.OptionHighlighter.highlights, rf"^(?P<usage>{t('Usage: ')})"]  # noqa: RUF012 - as rich has it

    def __call__(self, text: str | Text) -> Text:
        found = super().__call__(text)
        return _Lines(found.plain, style=found.style, spans=found.spans)


class _Types(rich_utils.TypesHighlighter):
    """Colours of types; those of arguments are left out, for their names say as much."""

    def __call__(self, text: str | Text) -> Text:
        return super().__call__("" if str(text).startswith("<") else text)


def show(command: TyperCommand | TyperGroup, context: Context) -> None:
    """Print the help of a command."""
    rich_utils.highlighter = _Highlighter()
    rich_utils.types_highlighter = _Types()
    rich_utils.ARGUMENTS_PANEL_TITLE = t("Arguments")
    rich_utils.OPTIONS_PANEL_TITLE = t("Options")
    rich_utils.COMMANDS_PANEL_TITLE = t("Commands")
    rich_utils.DEFAULT_STRING = t("[default: {}]")
    rich_utils.REQUIRED_LONG_STRING = t("[required]")
    for option in command.get_params(context):
        if isinstance(option, TyperOption):
            option.help = t(option.help or "")
            option.metavar = option.metavar or _TYPES.get(option.display_type(context))
    rich_utils.rich_format_help(obj=command, ctx=context, markup_mode="rich")
