"""Errors carry what they know, also from one process to another."""

from __future__ import annotations

import ast
import pickle
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from shilu import errors
from shilu.cli.messages import in_chinese
from shilu.errors import KnowledgeError, NotFound, QueryError, ShiluError

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCES = Path(errors.__file__).parent
# KnowledgeError is for those who write data files, whose keys are English.
NAMES = {name for name in vars(errors) if name.endswith(("Error", "Missing", "Busy", "New", "Full", "Found"))} - {
    "KnowledgeError"
}


@pytest.mark.parametrize(
    "error",
    [
        ShiluError("磁盘已满", hint="腾出空间"),
        NotFound("没有这个人", hint="看看别的名字", close=("王毅",)),
        QueryError("引号没有配对", query="“王毅", position=0),
        KnowledgeError("名称为空", file="people.yaml", line=3, field="name"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_an_error_survives_the_way_from_a_worker_process(error: ShiluError) -> None:
    """Message, hint and every further value are the same after pickling."""
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert type(again) is type(error)
    assert (str(again), vars(again)) == (str(error), vars(error))


def _texts(node: ast.expr) -> Iterator[str]:
    """The texts that an expression of a message can become, with 7 for what is filled in."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(str(part.value) if isinstance(part, ast.Constant) else "7" for part in node.values)
    elif isinstance(node, ast.IfExp):
        yield from _texts(node.body)
        yield from _texts(node.orelse)


def _known(text: str) -> bool:
    return in_chinese(text) != text


def test_every_message_and_hint_has_its_chinese() -> None:
    """Whatever error the library raises, a Chinese reader is told in Chinese what happened and what to do."""
    said = {
        (file.name, text)
        for file in SOURCES.rglob("*.py")
        for call in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in NAMES
        for value in (*call.args[:1], *(keyword.value for keyword in call.keywords if keyword.arg == "hint"))
        for text in _texts(value)
        if text.strip("7 ")
    }
    assert len(said) > 60
    # What begins with something filled in may begin with nothing.
    assert {(name, text) for name, text in said if not _known(text) and not _known(text.lstrip("7"))} == set()
