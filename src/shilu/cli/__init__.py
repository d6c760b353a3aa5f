"""The command line: a thin face over the library, one module per command."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from shilu.errors import ShiluError

__all__ = ["main"]


def main() -> None:
    """Run ``shilu``; errors become one clear message and the exit code of their kind."""
    from typer.exceptions import TyperException  # noqa: PLC0415 - importing shilu.cli stays free

    from shilu.cli.app import loaded, typed_words  # noqa: PLC0415
    from shilu.errors import ShiluError  # noqa: PLC0415

    # Paths of mirrors hold bytes that are no UTF-8; showing them must never fail.
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        try:
            code = loaded(typed_words())(standalone_mode=False)
        finally:
            sys.stdout.flush()
    except TyperException as error:
        from shilu.cli.mistakes import show  # noqa: PLC0415 - rich is loaded only to show something

        show(error)
        sys.exit(error.exit_code)
    except ShiluError as error:
        _end(error)
    except OSError as error:
        # The archive's own troubles come as ShiluErrors; what is left is an answer sent to a full disk.
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        # What could not be written shall not be tried again when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        _end(ShiluError(f"the answer cannot be written: {error.strerror}", hint="free some space, or print elsewhere"))
    sys.exit(code)


def _end(error: ShiluError) -> NoReturn:
    """Show the error and leave with its exit code."""
    from shilu.cli.failures import show  # noqa: PLC0415 - rich is loaded only to show something

    show(error)
    sys.exit(error.exit_code)
