"""Mistakes in a command as the user sees them: what is wrong, what was meant, and where the help is.

Typer's own messages are English and its own format; what each says is read back and told as every other error is.
"""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from shilu.cli.failures import similar, wrong
from shilu.cli.messages import t
from shilu.vocabulary import elsewhere

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from typer.exceptions import TyperException

_LIKE = 0.7
"""Names less alike were not meant: ``--place`` is none for ``--archve`` (.57), ``--archive`` is (.93)."""
_EXTRA = "Got unexpected extra argument"
_FOR = r"Invalid value for '(?P<name>.+?)'(?: / '.+?')*: "
_SAYINGS: tuple[tuple[str, Callable[..., str]], ...] = (
    (r"No such option: (?P<name>\S+).*", lambda name: t("there is no option {name}", name=name)),
    (r"No such command '(?P<name>.*?)'.*", lambda name: t("there is no command {name}", name=name)),
    (r"Missing (?:argument|option) '(?P<name>.+)'\.", lambda name: t("{name} is missing", name=name)),
    (r"Option '(?P<name>.+)' requires an argument\.", lambda name: t("{name} needs a value behind it", name=name)),
    (_EXTRA + r"\S* \((?P<name>.+)\)", lambda name: t("too many words: {name}", name=name)),
    (
        _FOR + r"(?:Value error, )?'(?P<value>.*)' is not one of .+",
        lambda name, value: t("{name} does not know {value}", name=name, value=value),
    ),
    (_FOR + r"Input should be a valid (?:integer|number).*", lambda name: t("{name} wants a number", name=name)),
    (
        _FOR + r"Input should be greater than or equal to (?P<least>\S+)",
        lambda name, least: t("{name} is {least} or more", name=name, least=least),
    ),
    (
        _FOR + r"Input should be less than or equal to (?P<most>\S+)",
        lambda name, most: t("{name} is {most} at most", name=name, most=most),
    ),
    # What commands find themselves is in the user's language.
    (_FOR + r"(?P<said>.+)", lambda name, said: f"{name}: {said}"),
    (r"Invalid value: (?P<said>.+)", lambda said: said),
)
_CHOICES = re.compile(r".*'(?P<value>.*)' is not one of (?P<choices>'.+')\.?", re.DOTALL)


def show(error: TyperException) -> None:
    """Print a mistake to standard error; where only help was asked for, it is printed already."""
    message = error.format_message()
    if not message.strip():
        return
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    console.print(wrong(_said(message)))
    listed = _choices(message)
    value, choices = listed or _names(error, message)
    if listed and (other := _elsewhere(error, value)):
        console.print(Text(t("That belongs to {option}", option=other)))
    # An option's dashes say nothing of what was meant.
    plain = {name.lower().lstrip("-"): name for name in choices}
    if close := difflib.get_close_matches(value.lower().lstrip("-"), plain, n=3, cutoff=_LIKE):
        console.print(similar(plain[name] for name in close))
    if listed:
        console.print(Text(t("One of: {names}", names=t(", ").join(choices))))
    path = getattr(getattr(error, "ctx", None), "command_path", "shilu")
    if message.startswith(_EXTRA):
        console.print(Text(t("It is written: {usage}", usage=" ".join((path, *_usage(error))))))
    console.print(Text(t("Help: {command} --help", command=path), "dim"))


def _said(message: str) -> str:
    """The message in our words; one of a kind not known here as it is."""
    for pattern, say in _SAYINGS:
        if match := re.fullmatch(pattern, message, re.DOTALL):
            return say(**match.groupdict())
    return message


def _usage(error: TyperException) -> Iterator[str]:
    """The words that a command takes, and its options."""
    params = getattr(getattr(getattr(error, "ctx", None), "command", None), "params", ())
    yield from (one.metavar for one in params if one.param_type_name == "argument")
    yield f"[{' '.join(one.opts[0] for one in params if one.param_type_name == 'option' and not one.hidden)}]"


def _choices(message: str) -> tuple[str, list[str]] | None:
    """A value that is none of an option's, and these."""
    match = _CHOICES.fullmatch(message)
    if match is None:
        return None
    return match["value"], re.findall(r"'(.+?)'", match["choices"])


def _elsewhere(error: TyperException, value: str) -> str | None:
    """The option of the same command that has such a value: ``--form talks`` for 会谈."""
    name, code = elsewhere(value) or ("", "")
    command = getattr(getattr(error, "ctx", None), "command", None)
    there = command is not None and any(f"--{name}" in one.opts for one in command.params)
    return f"--{name} {code}" if there else None


def _names(error: TyperException, message: str) -> tuple[str, list[str]]:
    """A name that is no option or command, and those that there are."""
    match = re.match(r"No such (?:option: (?P<option>\S+)|command '(?P<command>.*?)')", message)
    command = getattr(getattr(error, "ctx", None), "command", None)
    if match is None or command is None:
        return "", []
    if match["option"]:
        return match["option"], [name for one in command.params for name in one.opts if name.startswith("--")]
    return match["command"], list(command.commands)
