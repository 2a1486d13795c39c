"""Adding reports, and how far that is."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated, Any

import anyio
from fastapi import APIRouter, Depends, Request
from starlette.datastructures import FormData, UploadFile
from starlette.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse

from sayso.desk.arrivals import Known
from sayso.desk.bounds import LARGEST
from sayso.desk.desk import AtDesk, Desk
from sayso.desk.handed_in import Handed, job_of
from sayso.desk.jobs import Job
from sayso.intake import day

__all__ = ["router"]

FILES = 1_000
"""Files that may be handed in at once."""

OFTEN = 0.3
"""Seconds between two looks at a job."""

ALIVE = 15.0
"""Seconds after which something is sent, so that the connection is kept."""

router = APIRouter()


async def _form(request: Request) -> AsyncIterator[FormData]:
    """The form sent, in which a text may be as long as a file."""
    async with request.form(max_files=FILES, max_fields=20, max_part_size=LARGEST) as form:
        yield form


@router.get("/add")
def add(request: Request, desk: AtDesk) -> HTMLResponse:
    """Where reports are handed in."""
    desk.jobs.prepare()
    return desk.page(request, "add.html", error=None, given={}, standing=desk.jobs.all())


@router.post("/add")
def added(request: Request, desk: AtDesk, form: Annotated[FormData, Depends(_form)]) -> Response:
    """Begin to read what was handed in, and show how far that is."""
    try:
        job = desk.jobs.start(job_of(_handed(form)))
    except ValueError as error:
        given = {name: value for name, value in form.items() if isinstance(value, str)}
        standing = desk.jobs.all()
        return desk.page(request, "add.html", 422, error=str(error), given=given, standing=standing)
    return RedirectResponse(f"/incoming/{job.id}", 303)


@router.get("/incoming/{id}")
def incoming(request: Request, desk: AtDesk, id: str) -> HTMLResponse:
    """How far a job is."""
    return desk.page(request, "incoming.html", job=desk.jobs.job(id).standing())


@router.post("/incoming/{id}/stop")
def stop(desk: AtDesk, id: str) -> RedirectResponse:
    """Stop a job after the report that is being read."""
    desk.jobs.job(id).stop.set()
    return RedirectResponse(f"/incoming/{id}", 303)


@router.get("/incoming/{id}/events")
async def events(request: Request, desk: AtDesk, id: str) -> StreamingResponse:
    """The same as it goes on: server-sent events, each with the part of the page that changed."""
    told = _told(desk, desk.jobs.job(id))
    return StreamingResponse(told, media_type="text/event-stream", headers={"X-Accel-Buffering": "no"})


async def _told(desk: Desk, job: Job) -> AsyncIterator[str]:
    """An event for every change; the last one is named ``over``."""
    shown, since = None, 0.0
    while True:
        now = job.standing()
        if now != shown:
            yield _event("over" if now.over else "progress", desk.part("_progress.html", job=now))
            shown, since = now, 0.0
        elif since >= ALIVE:
            yield ": still here\n\n"
            since = 0.0
        if now.over:
            return
        await anyio.sleep(OFTEN)
        since += OFTEN


def _event(name: str, data: str) -> str:
    lines = "".join(f"data: {line}\n" for line in data.splitlines())
    return f"event: {name}\n{lines}\n"


def _handed(form: FormData) -> Handed:
    """What the form has.

    Raises:
        ValueError: the day is none.
    """
    published = _text(form, "published")
    files = [one for one in form.getlist("files") if isinstance(one, UploadFile)]
    return Handed(
        known=Known(outlet=_text(form, "outlet"), published=day(published) if published else None),
        files=[(one.filename, one.file) for one in files if one.filename],
        text=_text(form, "text") or "",
        title=_text(form, "title"),
        source=_text(form, "address"),
        urls=(_text(form, "urls") or "").splitlines(),
    )


def _text(form: FormData, name: str) -> str | None:
    value: Any = form.get(name)
    return value.strip() or None if isinstance(value, str) else None
