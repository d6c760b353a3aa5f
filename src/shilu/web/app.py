"""The application: which address is which page, and what becomes of errors.

Pages are plain functions (:class:`shilu.web.page.View`) run in threads; each has an open archive to itself for as long
as it takes.
"""

from __future__ import annotations

import contextlib
import threading
from typing import TYPE_CHECKING

import msgspec
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from shilu.errors import ArchiveBusy, ArchiveTooNew, NotFound, QueryError, ShiluError
from shilu.knowledge import authority
from shilu.web import formats
from shilu.web.headers import SafeHeaders
from shilu.web.languages import LANGUAGES, chosen
from shilu.web.openapi import description
from shilu.web.page import Asked, Kept, Page
from shilu.web.pages import home, meetings, snapshot
from shilu.web.pages import map as places_map
from shilu.web.pages.failure import failure
from shilu.web.pool import Pool, TooSlow
from shilu.web.routes import ADDRESSES, stem
from shilu.web.state import Watch

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence
    from pathlib import Path

    from starlette.requests import Request

    from shilu.archive.store import Archive
    from shilu.records import Script
    from shilu.web.page import Form, View
    from shilu.web.routes import Address

_COSTLY = (home.home, meetings.meetings, places_map.places_of_encounters)
"""Pages that take longest the first time."""
_YEAR = 365 * 24 * 3600
_LONGEST_ADDRESS = 4000
_SCRIPTS: dict[str, Script] = {"Hans": "Hans", "Hant": "Hant"}


def application(folder: Path, *, hosts: Sequence[str] = ("127.0.0.1", "localhost", "[::1]")) -> Starlette:
    """The reading room of one archive; ``hosts`` are the names under which it answers (``*`` for any)."""
    pool = Pool(folder)

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        # Modules, tables of names and the costliest pages are there before the first reader asks for them.
        warming = threading.Thread(target=_warm, args=(app, pool), daemon=True)
        warming.start()
        yield
        warming.join()
        pool.close()

    routes = [route for address in ADDRESSES for route in _routes(address, pool)]
    app = Starlette(
        routes=[
            *routes,
            Route("/snapshot/{ident}", _raw(pool)),
            Route("/openapi.json", _openapi),
            Route("/robots.txt", _robots),
            Mount("/static", StaticFiles(packages=[("shilu.web", "static")])),
        ],
        middleware=[
            Middleware(SafeHeaders),
            # A page elsewhere whose name is made to point at this machine must not read the archive.
            Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False),
            Middleware(GZipMiddleware, minimum_size=2000, compresslevel=6),
        ],
        exception_handlers={HTTPException: _unknown(pool)},
        lifespan=lifespan,
    )
    app.state.kept = Kept()
    app.state.watch = Watch(folder)
    return app


def _warm(app: Starlette, pool: Pool) -> None:
    """Make the pages that cost most the first time; what is wrong with the archive is said to the first reader."""
    with contextlib.suppress(ShiluError):
        authority().match("")
        for view in _COSTLY:
            with pool.archive() as archive:
                view(Asked(archive, {}, kept=app.state.kept))


def _routes(address: Address, pool: Pool) -> list[Route]:
    """The forms of a page, each with its own address; HTML last, for its path takes anything."""
    forms: tuple[Form, ...] = ("json", *address.forms)
    known = _of_known(address)
    return [
        *(Route(f"{stem(address)}.{form}", _endpoint(known, pool, form)) for form in forms),
        Route(address.path, _endpoint(address.view, pool, "html")),
    ]


def _of_known(address: Address) -> View:
    """The view for programs: what is asked by a name that it does not know must not look like the answer to it.

    Readers of pages are led here by addresses to which others append names of their own.
    """

    def view(asked: Asked) -> Page:
        for name in asked.params:
            if name not in address.asks:
                known = asked.t(", ").join(address.asks) or "-"
                told = asked.t("There is no parameter “{name}” here, but: {known}", name=name, known=known)
                raise QueryError(told, query=name, position=0)
        return address.view(asked)

    return view


def _endpoint(view: View, pool: Pool, form: Form) -> Callable[[Request], Response]:
    """What answers a request for a page in one form."""

    def answer(request: Request) -> Response:
        if "ui" in request.query_params or "script" in request.query_params:
            return _settled(request)
        if len(str(request.url)) > _LONGEST_ADDRESS:
            return PlainTextResponse("the address is too long", 414)
        return _answered(view, pool, request, form)

    return answer


def _answered(view: View, pool: Pool, request: Request, form: Form) -> Response:
    try:
        with pool.archive() as archive:
            asked = _asked(request, archive, form)
            try:
                page = view(asked)
            except NotFound as error:
                page = failure(asked, error, 404)
            except QueryError as error:
                page = failure(asked, error, 400)
            return _formed(page, asked, request, form)
    except ShiluError as error:
        asked = _asked(request, None, form)
        # What a wait or another program mends is no fault of this one.
        status = 503 if isinstance(error, (ArchiveBusy, ArchiveTooNew, TooSlow)) else 500
        return _formed(failure(asked, error, status), asked, request, "html" if form == "html" else "json")


def _asked(request: Request, archive: Archive | None, form: Form) -> Asked:
    path = request.url.path.removesuffix(f".{form}")
    return Asked(
        archive,
        request.query_params,
        language=chosen(request.cookies.get("shilu_ui"), request.headers.get("accept-language")),
        script=_SCRIPTS.get(request.cookies.get("shilu_script", "")),
        path=request.path_params,
        address="/" if path == "/index" else path,
        form=form,
        kept=request.app.state.kept,
        watch=request.app.state.watch,
    )


def _formed(page: Page, asked: Asked, request: Request, form: Form) -> Response:
    if form == "json":
        response = formats.as_json(page)
    elif form == "csv":
        response = formats.as_csv(page)
    elif form == "atom":
        response = formats.as_atom(page, asked, str(request.base_url).rstrip("/"), str(request.url))
    else:
        response = formats.html(page, asked)
    response.headers["Cache-Control"] = "private, no-cache"
    response.headers["Vary"] = "Accept-Language, Cookie"
    return response


def _settled(request: Request) -> Response:
    """Remember the language or script that was chosen, and show the same page again."""
    response = RedirectResponse(str(request.url.remove_query_params(["ui", "script"])), 303)
    for name, values in (("ui", LANGUAGES), ("script", _SCRIPTS)):
        if name in request.query_params:
            value = request.query_params[name]
            keep = value if value in values else ""
            response.set_cookie(f"shilu_{name}", keep, max_age=_YEAR, httponly=True, samesite="lax")
    return response


def _raw(pool: Pool) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        try:
            with pool.archive() as archive:
                data = snapshot.data(archive, request.path_params["ident"])
        except ShiluError as error:
            missing, fault = isinstance(error, NotFound), error
            return _answered(lambda asked: failure(asked, fault, 404 if missing else 500), pool, request, "html")
        # Plain text to be saved, whatever it holds: never a page of this origin.
        name = request.path_params["ident"][:16]
        headers = {
            "Content-Disposition": f'attachment; filename="{name}.txt"',
            "Content-Security-Policy": "sandbox; default-src 'none'",
        }
        return Response(data, media_type="text/plain; charset=utf-8", headers=headers)

    return answer


def _robots(_: Request) -> Response:
    return PlainTextResponse("User-agent: *\nDisallow: /\n")


def _openapi(_: Request) -> Response:
    return Response(msgspec.json.encode(description()), media_type="application/json")


def _unknown(pool: Pool) -> Callable[[Request, Exception], Response]:
    """Addresses that no page has."""

    def answer(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500

        def view(asked: Asked) -> Page:
            return failure(asked, NotFound(asked.t("There is no such page.")), status)

        return _answered(view, pool, request, "html")

    return answer
