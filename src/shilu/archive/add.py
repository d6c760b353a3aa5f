"""Adding sources to an archive: documents stream in, workers read them, one writer stores them.

The steps, for each source:

1. The source gives documents one at a time; they are gathered into batches bounded in number and in bytes.
2. What the archive already holds, by SHA-256, is only noted as seen again.
3. Workers read and compress the rest (:mod:`shilu.archive.prepare`); only a few batches are on their way at once.
4. The writer stores each batch with its sightings in one transaction, in the order of the source.

Then the index catches up and, unless only articles are wanted, the readings, what is learned from all of them together,
and last copies and stories. Each step goes by what the archive says is done: whatever a kill or a run without readings
leaves undone the next run does, and nothing is done twice.
"""

from __future__ import annotations

import concurrent.futures
import functools
from contextlib import closing
from typing import TYPE_CHECKING

import msgspec

from shilu.archive import errands, readings
from shilu.archive import reread as rereading
from shilu.archive.gathering import Batch, gathered
from shilu.archive.prepare import Prepared, broken, prepare
from shilu.archive.store import Archive
from shilu.archive.tally import TEXTLESS, AddSummary, Failed, Progress, Tally
from shilu.archive.workers import Workers
from shilu.archive.writer import Writer
from shilu.errors import ArchiveBusy, ArchiveError, ArchiveFull, SourceError
from shilu.sources import check, open_source
from shilu.sources.documents import OTHER_KIND

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

    from shilu.archive.readings import Step
    from shilu.records import Article, Snapshot
    from shilu.sources.documents import Source

INDEX_FROM, INDEX_EVERY = 1_000, 4_000
"""New articles, at first and later, after which the index catches up beside the batches. Steps double, so that small
archives have little left for the end; with 1,000 throughout, the merging of small segments took a twentieth of all."""


def add(
    folder: Path | str,
    locations: list[str],
    *,
    workers: int = 2,
    history: bool = False,
    read: bool = True,
    reread: bool = False,
    wait: bool = False,
    reader: Callable[[Snapshot], Article] | None = None,
    step: Step | None = None,
    progress: Callable[[Progress], None] = lambda _: None,
) -> AddSummary:
    """Add sources to the archive in a folder, which is made where there is none, but not without a source.

    Args:
        folder: The archive's folder.
        locations: Folders, files, git repositories or addresses of such.
        workers: Worker processes; with one, all is done in this process.
        history: Whether every version in a repository's history is added, too.
        read: Whether articles that have no reading yet are read, and copies and stories gathered.
        reread: Whether all articles are read again from their bytes first, and with what was learned since; those of an
            older reader always are.
        wait: Whether to wait for another writer.
        reader: What reads a snapshot; a picklable function, by default :func:`shilu.outlets.read_article`.
        step: What reads an article for names, events and so on; by default :func:`shilu.archive.readings.standard`.
        progress: Called after every batch.

    Raises:
        SourceError: where a location does not exist, or none of the sources could be read.
        ArchiveError: where the archive cannot be written to.
    """
    for location in locations:
        check(location)
    opened = Archive.create_or_open(folder) if locations else Archive.open(folder, read_only=False)
    with opened as archive, archive.writing(wait=wait), Workers(workers) as pool:
        adding = _Adding(archive, pool, reader or errands.read, progress)
        if reread:
            adding.reread(rereading.every(archive.db))
        elif reader is None:
            adding.reread(rereading.stale(archive.db))
        for location in locations:
            adding.source(location, history=history)
        adding.index()
        if read:
            adding.readings(step or readings.standard(archive.db))
            adding.learn()
            adding.index()
            adding.stories()
        return adding.finish()


class _Adding:
    """One run of :func:`add`."""

    def __init__(
        self,
        archive: Archive,
        pool: Workers,
        reader: Callable[[Snapshot], Article],
        progress: Callable[[Progress], None],
    ) -> None:
        self._archive = archive
        self._pool = pool
        self._reader = reader
        self._progress = progress
        self._writer = Writer(archive)
        self._tally = Tally()
        self._indexing: concurrent.futures.Future[object] | None = None
        self._indexed_to = 0

    def source(self, location: str, *, history: bool) -> None:
        """Add one source; one that fails is noted, and what it gave until then is kept."""
        try:
            with open_source(location, history=history, cache=self._archive.folder / "git") as source:
                self._documents(source)
        except SourceError as error:
            self._tally.failed.append(Failed(location, str(error), error.hint))

    def reread(self, numbers: list[int]) -> None:
        """Read these snapshots again, and those that then are all that is left of a revision."""
        numbers = numbers or rereading.headless(self._archive.db)
        while numbers:
            self._progress(Progress("articles", str(self._archive.folder), self._tally.reread, len(numbers)))
            function = functools.partial(prepare, self._reader)
            for again in self._pool.map(function, rereading.batches(self._archive.db, numbers), broken):
                self._writer.rewrite(again)
                self._tally.reread += len(again)
                self._progress(Progress("articles", str(self._archive.folder), self._tally.reread, len(numbers)))
            left = rereading.headless(self._archive.db)
            # Where the bytes are damaged, the same are left again.
            numbers = left if left != numbers else []

    def readings(self, step: Step) -> None:
        """Read every article that has no reading of this version yet."""
        from shilu.archive.quotations import filling  # noqa: PLC0415 (loads the authority's code)

        filling.update(self._archive)
        total, done = readings.count(self._archive.db, step.version), 0
        if not total:
            return
        self._progress(Progress("readings", "", 0, total))
        function = functools.partial(readings.read_batch, step)
        give_up = functools.partial(readings.give_up, step.version)
        pending = readings.batches(self._archive.db, step.version)
        for read in self._pool.map(function, pending, give_up):
            self._writer.write_readings(step, read)
            done += len(read)
            self._progress(Progress("readings", "", done, total))
        self._tally.readings = done

    def learn(self) -> None:
        """Settle who is who among the people whom the authority lacks."""
        self._progress(Progress("learning", "", 0, 1))
        self._writer.learn()
        self._progress(Progress("learning", "", 1, 1))

    def index(self) -> None:
        """Bring the index up to the store."""
        from shilu.archive import index  # noqa: PLC0415 (tantivy is loaded only when it is needed)

        self._progress(Progress("index", "", 0, 1))
        if self._indexing is not None:
            concurrent.futures.wait([self._indexing])
        # Running workers have loaded what that takes.
        if last := self._pool.aside(errands.catch_up, str(self._archive.folder)):
            concurrent.futures.wait([last])
        try:
            index.update(self._archive)
        except (ArchiveBusy, ArchiveFull):
            raise
        except ArchiveError:
            # A kill can leave files behind that tantivy stumbles over. All of the index is in the store.
            index.rebuild(self._archive)
        self._progress(Progress("index", "", 1, 1))

    def stories(self) -> None:
        """Bring copies and stories up to the articles."""
        from shilu.chronicle.stories import keeping  # noqa: PLC0415 (loads numpy, which most commands spare)

        keeping.update(self._archive, lambda done, total: self._progress(Progress("stories", "", done, total)))

    def _index_along(self, left: int) -> None:
        """Now and then let a worker catch up with the index, so that it does not have to wait for the end.

        Whatever becomes of that, :meth:`index` does the rest. Where few documents are left, one worker reads them while
        another indexes: an article takes half as long to index as to read.
        """
        idle = self._indexing is None or self._indexing.done()
        new = self._tally.articles - self._indexed_to
        step = min(max(INDEX_FROM, self._indexed_to), INDEX_EVERY, max(INDEX_FROM, 2 * left))
        if idle and new >= step:
            self._indexed_to = self._tally.articles
            self._indexing = self._pool.aside(errands.catch_up, str(self._archive.folder))

    def finish(self) -> AddSummary:
        """Close the run."""
        tally = self._tally
        if tally.failed and not tally.documents:
            first = tally.failed[0]
            raise SourceError(first.message, hint=first.hint)
        self._writer.done()
        return tally.summary()

    def _documents(self, source: Source) -> None:
        number = self._writer.source(source)
        total, done = source.count(), 0
        self._progress(Progress("articles", source.location, 0, total))
        on_their_way: set[str] = set()
        sent: list[Batch] = []
        function = functools.partial(prepare, self._reader)
        with closing(self._batches(source, on_their_way, sent)) as batches:
            for prepared in self._pool.map(function, batches, broken):
                batch = sent.pop(0)
                self._write(number, batch, prepared)
                done += batch.count
                self._index_along(total - done)
                on_their_way.difference_update(one.sha256 for one in prepared)
                self._progress(Progress("articles", source.location, done, total))
        self._writer.source_done(number)

    def _write(self, source: int, batch: Batch, prepared: list[Prepared]) -> None:
        unread = [one for one in batch.unread if one.problem.code != OTHER_KIND]
        written = self._writer.write(source, prepared, batch.seen, unread)
        tally = self._tally
        tally.documents += len(batch.seen)
        tally.snapshots += written.snapshots
        tally.articles += written.articles
        tally.revisions += written.revisions
        tally.unread.update(one.problem.code for one in batch.unread)
        tally.textless.update(
            code for one in prepared for field, code, _ in one.problems if field == "source" and code in TEXTLESS
        )

    def _batches(
        self, source: Source, on_their_way: set[str], sent: list[Batch]
    ) -> Generator[list[Snapshot], None, None]:
        """What is to be read, a batch at a time; the rest of each batch waits in ``sent`` for its results."""
        for batch in gathered(source):
            digests = {one.sha256: one for one in batch.seen}
            known = self._writer.known(digests) | on_their_way
            batch.new = [one for digest, one in digests.items() if digest not in known]
            on_their_way.update(one.sha256 for one in batch.new)
            # Only what is read needs its bytes; sightings wait without them.
            batch.seen = [msgspec.structs.replace(one, data=b"") for one in batch.seen]
            sent.append(batch)
            yield batch.new
