"""The application: one ledger, its pages, and its JSON."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from importlib.resources import files

from anyio import to_thread
from fastapi import FastAPI
from starlette.staticfiles import StaticFiles

from sayso import __version__
from sayso.desk import api, pages
from sayso.desk.again import Again
from sayso.desk.bounds import Bounded
from sayso.desk.desk import Desk
from sayso.desk.errors import PROBLEMS, answer_errors
from sayso.desk.jobs import Jobs
from sayso.desk.rendering import environment
from sayso.desk.safety import Safety
from sayso.ledger import Ledger

__all__ = ["make_app"]

THREADS = 6
"""Pages that are made at a time. More would share one interpreter and only make each other wait."""


def make_app(
    place: str, *, user: str | None = None, token: str | None = None, hosts: Iterable[str] = ()
) -> FastAPI:
    """The desk over the ledger at a path or URL, made where there is none.

    ``user`` signs judgements. With a ``token`` nothing is answered without it; without one only
    this machine is answered. ``hosts`` are names, beside this machine's own, under which the desk
    may be asked for; they need a token.

    Raises:
        NotALedger: there is something else at the place.
        ValueError: there are hosts and no token.
    """
    ledger = Ledger.open(place, user)
    jobs = Jobs(place)

    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        """Until the server stops."""
        to_thread.current_default_thread_limiter().total_tokens = THREADS
        yield
        jobs.close()
        ledger.close()

    app = FastAPI(
        title="Sayso",
        version=__version__,
        summary="Who said what in news reports, on whose say-so.",
        openapi_url="/api/openapi.json",
        docs_url=None,  # both would load scripts from elsewhere
        redoc_url=None,
        lifespan=life,
    )
    app.state.desk = Desk(ledger, user, environment(), jobs)
    app.add_middleware(Again, state=ledger.state, since=ledger.since)
    app.add_middleware(Bounded)
    app.add_middleware(Safety, token=token, hosts=hosts)
    answer_errors(app)
    app.mount("/static", StaticFiles(directory=str(files("sayso.desk") / "static")), name="static")
    for router in pages.ROUTERS:
        app.include_router(router, include_in_schema=False)
    for router in api.ROUTERS:
        app.include_router(router, prefix="/api", responses=PROBLEMS)
    return app
