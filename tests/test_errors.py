"""Errors carry what they know, also from one process to another."""

from __future__ import annotations

import pickle

import pytest

from shilu.errors import KnowledgeError, NotFound, QueryError, ShiluError


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
