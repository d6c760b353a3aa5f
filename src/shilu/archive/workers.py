"""Worker processes: batches go out, results come back in the same order, and only a few are ever on their way.

Two things that a plain process pool lacks. Should a worker die (a crash in a library, no memory), the pool starts anew
and the batch is done document by document, so that only the one at fault is given up. And workers end with the process
that started them, even when that was killed.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import multiprocessing.connection
import os
import signal
import sys
import threading
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from typing import TYPE_CHECKING, Generic, NamedTuple, Self, TypeVar

from shilu.errors import ShiluError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from multiprocessing.context import BaseContext

Item = TypeVar("Item")
Result = TypeVar("Result")
_WORTH_STARTING = 32
"""A batch smaller than this is done before processes have started."""


class _Sent(NamedTuple, Generic[Item, Result]):
    """A batch on its way, and the pool that it was given to."""

    batch: list[Item]
    future: Future[list[Result]]
    pool: ProcessPoolExecutor | None
    """None where it was done at once, in this process."""


class Workers:
    """A number of worker processes, started when there is work for more than one batch."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def map(
        self,
        function: Callable[[list[Item]], list[Result]],
        batches: Iterable[list[Item]],
        give_up: Callable[[Item], Result],
    ) -> Iterator[list[Result]]:
        """The result of every batch, in order; ``give_up`` stands in for a document that ends its worker."""
        batches = iter(batches)
        first = list(islice(batches, 2))
        if len(first) < 2 or self._number < 2:
            # A single batch is done before processes have started.
            yield from map(function, chain(first, batches))
            return
        sent: deque[_Sent[Item, Result]] = deque()
        for batch in chain(first, batches):
            sent.append(self._send(function, batch))
            if len(sent) > 2 * self._number:
                yield self._receive(function, sent, give_up)
        while sent:
            yield self._receive(function, sent, give_up)

    def aside(self, function: Callable[[str], object], argument: str) -> Future[object] | None:
        """Let a worker do something beside the batches; None where no workers are running."""
        if self._pool is None:
            return None
        try:
            return _submitted(self._pool, function, argument)
        except BrokenProcessPool:
            return None

    def _send(self, function: Callable[[list[Item]], list[Result]], batch: list[Item]) -> _Sent[Item, Result]:
        future: Future[list[Result]] = Future()
        if self._pool is None and len(batch) < _WORTH_STARTING:
            future.set_result(function(batch) if batch else [])
            return _Sent(batch, future, None)
        self._pool = self._pool or _started(self._number)
        try:
            future = _submitted(self._pool, function, batch)
        except BrokenProcessPool as error:
            # Found out again, and mended, when this batch is received.
            future.set_exception(error)
        return _Sent(batch, future, self._pool)

    def _receive(
        self,
        function: Callable[[list[Item]], list[Result]],
        sent: deque[_Sent[Item, Result]],
        give_up: Callable[[Item], Result],
    ) -> list[Result]:
        one = sent.popleft()
        try:
            return one.future.result()
        except BrokenProcessPool:
            self._forget(one.pool)
            self._make_sure_they_start()
            # Nothing else is on its way now: all batches of the broken pool have failed and are sent again after this.
            results = [result for item in one.batch for result in self._alone(function, item, give_up)]
            waiting = [other.batch for other in sent]
            sent.clear()
            sent.extend(self._send(function, batch) for batch in waiting)
            return results

    def _make_sure_they_start(self) -> None:
        """Tell a document that ends its worker from workers that cannot even begin: no document is to blame then."""
        self._pool = self._pool or _started(self._number)
        try:
            _submitted(self._pool, int).result()
        except BrokenProcessPool as error:
            raise ShiluError(
                "worker processes end as soon as they start", hint="do it all in one process with --workers 1"
            ) from error

    def _alone(
        self, function: Callable[[list[Item]], list[Result]], item: Item, give_up: Callable[[Item], Result]
    ) -> list[Result]:
        """One document in a process of its own, never in this one: it may be what ends it."""
        self._pool = self._pool or _started(self._number)
        one = self._send(function, [item])
        try:
            return one.future.result()
        except BrokenProcessPool:
            self._forget(one.pool)
            return [give_up(item)]

    def _forget(self, pool: ProcessPoolExecutor | None) -> None:
        if pool is not None:
            pool.shutdown(wait=True, cancel_futures=True)
        if self._pool is pool:
            self._pool = None


def _submitted(pool: ProcessPoolExecutor, function: Callable[..., Result], *arguments: object) -> Future[Result]:
    """Send work to a pool; one that breaks this very moment is broken, too: writing to its pipe raises OSError."""
    try:
        return pool.submit(function, *arguments)
    except OSError as error:
        if str(error) != "handle is closed":
            raise
        raise BrokenProcessPool(str(error)) from error


def _started(number: int) -> ProcessPoolExecutor:
    """A pool all of whose processes begin now.

    By itself it starts them as work is sent; one that is started while the pool ends because another died is not
    ended, and the pool waits for it for ever (seen in Python 3.11.7).
    """
    pool = ProcessPoolExecutor(number, mp_context=_context(), initializer=_begin)
    with contextlib.suppress(BrokenProcessPool):  # found out when the first batch is received
        for _ in range(number):
            _submitted(pool, int)
    return pool


def _context() -> BaseContext:
    """How workers come to be: not forked from this process, which would copy the store's connection and its threads.

    They are forked from one that has loaded what they need. Elsewhere than on Linux each is started anew: Windows
    cannot fork, and libraries of macOS may fail in a fork.
    """
    if sys.platform != "linux":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["shilu.archive.preloaded"])
    return context


def _begin() -> None:
    """Leave Ctrl-C to the process that started this one, and end when it does."""
    # Articles are trees of many small objects without cycles; looking for cycles among them took 8 % of the time.
    gc.set_threshold(100_000, 50, 50)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        multiprocessing.connection.wait([parent.sentinel])
        os._exit(1)
