"""The command line: a thin face over the library, one module per command."""

from __future__ import annotations

import sys

__all__ = ["main"]


def main() -> None:
    """Run ``shilu``; errors become one clear message and the exit code of their kind."""
    from shilu.cli.app import loaded, typed_words  # noqa: PLC0415 - importing shilu.cli stays free
    from shilu.errors import ShiluError  # noqa: PLC0415

    # Paths of mirrors hold bytes that are no UTF-8; showing them must never fail.
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        loaded(typed_words())()
    except ShiluError as error:
        from shilu.cli.failures import show  # noqa: PLC0415 - rich is loaded only to show something

        show(error)
        sys.exit(error.exit_code)
