"""Reports: the list, and one with its attributions marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from sayso.desk.calls import calls_in, ranges
from sayso.desk.desk import AtDesk
from sayso.desk.filters import LENGTH, Asked, Paged, Wanted, of_page
from sayso.desk.resting import on_reports, rests_on
from sayso.desk.runs import marked, number
from sayso.desk.tables import MOST, as_csv
from sayso.ledger import Headline, Report, Statement, Told
from sayso.questions.kind import kinds

__all__ = ["router"]

COPIES = 20
"""Near-copies of a story that its page names."""

router = APIRouter()

Form = Annotated[Literal["html", "csv"], Query(alias="format")]


@router.get("/reports")
def reports(request: Request, desk: AtDesk, asked: Asked, page: Paged = 1, form: Form = "html") -> Response:
    """The reports, the latest first."""
    on_reports(request)
    if form == "csv":
        return as_csv(Headline, desk.ledger.reports(asked.filter(MOST)), "reports")
    skip, many = of_page(page)
    found = desk.ledger.reports(asked.filter(many), skip)
    return desk.page(
        request, "reports.html", found=found[:LENGTH], more=len(found) > LENGTH, page=page, asked=asked
    )


@router.get("/reports/{id}")
def report(request: Request, desk: AtDesk, id: str, asked: Asked, form: Form = "html") -> Response:
    """One report: where it is from, its text with the attributions marked, and who said what."""
    found = desk.ledger.report(id)
    if found.id != id:
        return RedirectResponse(f"/reports/{found.id}", 307)
    rests_on(request, ("report", id))
    shown = [one for one in found.statements if _is_wanted(one, asked)]
    if form == "csv":
        return as_csv(Statement, shown, found.id)
    return _page(request, desk, found, shown, asked)


def _page(
    request: Request, desk: AtDesk, found: Report, shown: list[Statement], asked: Wanted
) -> HTMLResponse:
    told = desk.ledger.told([found.id])
    return desk.page(
        request,
        "report.html",
        report=found,
        paragraphs=marked(found.text, [one for one in shown if not one.rejected], ranges(told)),
        shown=shown,
        said={number(one): one for one in shown},
        calls=calls_in(shown, told),
        answers=_answers(told),
        speakers=_speakers(found),
        copies=desk.ledger.headlines([id for id in found.copies if id != found.id][:COPIES]),
        asked=asked,
        number=number,
    )


def _is_wanted(one: Statement, asked: Wanted) -> bool:
    """Whether a report's page shows a statement; its source is asked for by name, id or kind."""
    named = {value.casefold() for value in (one.source_id, one.source, one.source_kind) if value}
    return (
        (asked.source is None or " ".join(asked.source.split()).casefold() in _flat(named))
        and (asked.type is None or one.type == asked.type)
        and (not asked.denied or one.polarity == "negative")
        and (asked.below is None or one.low < asked.below)
        and (asked.above is None or one.low >= asked.above)
    )


def _flat(names: set[str]) -> Iterator[str]:
    return (" ".join(name.split()) for name in names)


def _speakers(found: Report) -> list[tuple[str, str, int]]:
    """Who speaks in a report: id or name, name, and how often; who speaks most in front."""
    counts = Counter((one.source_id or one.source, one.source) for one in found.statements if one.source)
    return [(id, name, many) for (id, name), many in counts.most_common()]


def _answers(told: list[Told]) -> dict[int, list[str]]:
    """The questions that statements answer, by the statement's number."""
    found: dict[int, list[str]] = {}
    for one in told:
        kind = kinds().get(one.kind)
        if kind is not None and one.statement is not None:
            subject = one.data["subject"]
            text = kind.wording.replace("X", subject["name"], 1)
            text = text.replace("killed", subject["aspect"] or "killed")
            if text not in found.setdefault(one.statement, []):
                found[one.statement].append(text)
    return found
