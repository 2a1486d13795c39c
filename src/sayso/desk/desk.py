"""What answering a request needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, cast

from fastapi import Depends, Request
from jinja2 import Environment
from starlette.responses import HTMLResponse

from sayso.desk.jobs import Jobs
from sayso.ledger import Ledger

__all__ = ["WAIT", "AtDesk", "Desk"]

WAIT = 0.5
"""Seconds that a list of questions may wait until it has all that came in; then it has what was ready."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The ledger, who judges, the templates, and the reports that are coming in."""

    ledger: Ledger
    user: str | None
    templates: Environment
    jobs: Jobs

    def page(self, request: Request, template: str, status: int = 200, **shown: Any) -> HTMLResponse:
        """A page from a template, which sees what is ``shown``, the request and this desk."""
        return HTMLResponse(self.part(template, request=request, desk=self, **shown), status)

    def part(self, template: str, **shown: Any) -> str:
        """A part of a page."""
        return self.templates.get_template(template).render(**shown)


def _at_desk(request: Request) -> Desk:
    return cast(Desk, request.app.state.desk)


AtDesk = Annotated[Desk, Depends(_at_desk)]
"""The desk, as a parameter of what answers a request."""
