"""What can go wrong, as one tree.

::

    ShiluError
    ├── SourceError        a source cannot be opened or is of no known kind
    ├── ArchiveError       the archive cannot be opened, read or written
    │   ├── ArchiveMissing     there is no archive in that folder
    │   ├── ArchiveBusy        another process is writing to it
    │   ├── ArchiveTooNew      it was written by a newer version
    │   └── ArchiveFull        the disk is full or the folder is read-only
    ├── NotFound           no article, entity or entry of that name
    ├── QueryError         a search query cannot be parsed; carries the position
    └── KnowledgeError     a data file breaks its schema; carries file, line and field

A document that cannot be read is no error but data: see :class:`shilu.records.Problem`.
"""

from __future__ import annotations


class ShiluError(Exception):
    """Base of all errors; ``hint`` says what to do next, ``exit_code`` is the command's."""

    exit_code = 1

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint

    def __reduce__(self) -> tuple[object, ...]:
        # Worker processes send their errors back pickled; Exception's own way would call __init__ without keywords.
        return _again, (type(self), self.args, self.__dict__)


def _again(kind: type[ShiluError], args: tuple[object, ...], values: dict[str, object]) -> ShiluError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(values)
    return error


class SourceError(ShiluError):
    """A source cannot be opened or is of no known kind."""

    exit_code = 3


class ArchiveError(ShiluError):
    """The archive cannot be opened, read or written."""

    exit_code = 4


class ArchiveMissing(ArchiveError):
    """There is no archive in that folder."""


class ArchiveBusy(ArchiveError):
    """Another process is writing to the archive."""

    exit_code = 5


class ArchiveTooNew(ArchiveError):
    """The archive was written by a newer version of shilu."""


class ArchiveFull(ArchiveError):
    """The disk is full, or the folder cannot be written to."""


class NotFound(ShiluError):
    """Nothing of that name; ``close`` holds similar names."""

    exit_code = 6

    def __init__(self, message: str, *, hint: str = "", close: tuple[str, ...] = ()) -> None:
        super().__init__(message, hint=hint)
        self.close = close


class QueryError(ShiluError):
    """A search query cannot be parsed; ``position`` counts characters from 0."""

    exit_code = 2

    def __init__(self, message: str, *, query: str, position: int, hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.query = query
        self.position = position


class KnowledgeError(ShiluError):
    """A data file breaks its schema."""

    exit_code = 7

    def __init__(self, message: str, *, file: str, line: int | None = None, field: str | None = None) -> None:
        where = file if line is None else f"{file}:{line}"
        super().__init__(f"{where}: {f'{field}: ' if field else ''}{message}")
        self.file = file
        self.line = line
        self.field = field
