"""``shilu serve``: the archive in a browser."""

import gc
import ipaddress
import os
import socket
import webbrowser
from typing import Annotated

import typer

from shilu.cli.app import command
from shilu.cli.messages import t
from shilu.cli.options import HERE, ArchiveFolder
from shilu.cli.output import note
from shilu.cli.upkeep import Upkeep, make_sure_there_is_an_index
from shilu.errors import ShiluError

_OWN_NAMES = ("127.0.0.1", "localhost", "[::1]")


@command(
    "serve",
    t("Pages are made on this machine and load nothing from elsewhere; nothing can be changed through them."),
    [
        ("shilu serve", t("the archive at http://127.0.0.1:8321")),
        ("shilu serve --open", t("the same, and the browser opens it")),
        ("shilu serve --host 0.0.0.0 --port 80", t("for everyone who can reach this machine")),
    ],
)
def serve(
    *,
    host: Annotated[
        str, typer.Option(help=t("The address to listen at; any but this machine's own is open to others."))
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help=t("The port to listen at."))] = 8321,
    open_: Annotated[bool, typer.Option("--open", help=t("Open the browser."))] = False,
    archive: ArchiveFolder = HERE,
) -> None:
    """Serve the archive."""
    import uvicorn  # noqa: PLC0415 (after the options are known to be good)

    from shilu.web.app import application  # noqa: PLC0415

    make_sure_there_is_an_index(archive)
    own = _is_own(host)
    app = application(archive, hosts=_OWN_NAMES if own else ("*",))
    with _listening(host, port) as listening:
        if not own:
            note(
                t(
                    "Everyone who can reach {host}:{port} can read this archive: there is no password.",
                    host=host,
                    port=port,
                )
            )
        address = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
        note(t("The archive {archive} is at {address}  (Ctrl+C ends)", archive=os.fspath(archive), address=address))
        if open_:
            webbrowser.open(address)
        # Answers hold no cycles worth looking for so often: comparisons are made in two thirds of the time without.
        gc.set_threshold(100_000, 50, 50)
        with Upkeep(archive):
            uvicorn.Server(uvicorn.Config(app, log_level="warning")).run(sockets=[listening])


def _listening(host: str, port: int) -> socket.socket:
    """A socket that listens there, before anything is announced.

    Raises:
        ShiluError: where another program does, or there is no such address here.
    """
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        why = os.strerror(error.errno) if error.errno else error
        raise ShiluError(
            t("Cannot listen at {host}:{port}: {why}.", host=host, port=port, why=why),
            hint=t("Choose another with --port."),
        ) from error


def _is_own(host: str) -> bool:
    """Whether only this machine can reach the address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
