"""Adding reports, as JSON."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, File, Form, UploadFile
from pydantic import BaseModel, Field

from sayso.desk.arrivals import Known
from sayso.desk.desk import AtDesk
from sayso.desk.filters import IsoDay
from sayso.desk.handed_in import Handed, job_of
from sayso.desk.jobs import Standing

__all__ = ["router"]

router = APIRouter(prefix="/incoming", tags=["incoming"])


class ToAdd(BaseModel):
    """A text, addresses of pages, or both; ``outlet`` and ``published`` hold for all of them."""

    text: str = ""
    title: str | None = Field(None, description="The text's headline.")
    address: str | None = Field(None, description="The address that the text is from.")
    urls: list[str] = Field(default_factory=list, max_length=1_000)
    outlet: str | None = None
    published: IsoDay = None


@router.post("", status_code=202)
def add(desk: AtDesk, wanted: ToAdd) -> Standing:
    """Begin to read a text or pages; the answer's ``id`` is the job's."""
    known = Known(outlet=wanted.outlet, published=wanted.published)
    handed = Handed(known, (), wanted.text, wanted.title, wanted.address, wanted.urls)
    return desk.jobs.start(job_of(handed)).standing()


@router.post("/files", status_code=202)
def add_files(
    desk: AtDesk,
    files: Annotated[list[UploadFile], File()],
    outlet: Annotated[str | None, Form()] = None,
    published: Annotated[IsoDay, Form()] = None,
) -> Standing:
    """Begin to read files; the answer's ``id`` is the job's."""
    named = [(one.filename or "", one.file) for one in files]
    return desk.jobs.start(job_of(Handed(Known(outlet=outlet, published=published), named))).standing()


@router.get("")
def jobs(desk: AtDesk) -> list[Standing]:
    """The jobs, the latest first."""
    return desk.jobs.all()


@router.get("/{id}")
def job(desk: AtDesk, id: str) -> Standing:
    """How far a job is."""
    return desk.jobs.job(id).standing()


@router.post("/{id}/stop")
def stop(desk: AtDesk, id: str) -> Standing:
    """Stop a job after the report that is being read."""
    found = desk.jobs.job(id)
    found.stop.set()
    return found.standing()
