"""What answering a request needs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any, cast

from fastapi import Depends, Request
from jinja2 import Environment
from starlette.responses import HTMLResponse

from sayso.ask import questions
from sayso.desk.jobs import Jobs
from sayso.ledger import Filter, Judgement, Ledger
from sayso.questions.listing import Listed

__all__ = ["AtDesk", "Desk"]


@dataclass(frozen=True, slots=True)
class Desk:
    """The ledger, who judges, the templates, and the reports that are coming in."""

    ledger: Ledger
    user: str | None
    templates: Environment
    jobs: Jobs

    def questions(self, as_of: str | None = None, **asked: Any) -> tuple[Listed, ...]:
        """The questions as ``sayso.ask.questions`` lists them: as they are ready, without waiting."""
        self.keep_up()
        return questions(self.ledger, as_of, within=0.0, **asked)

    def keep_up(self, wait: float = 0.0) -> None:
        """Have the questions worked out anew where that is due, and wait for it so many seconds at most.

        Who reads reports does it anyway.
        """
        if not self.jobs.busy() and self.ledger.is_behind():
            self.jobs.catch_up().wait(wait)

    def names(self, judged: Iterable[Judgement]) -> dict[str, str]:
        """What the sources and reports are called that judgements tell of, by their ids."""
        return self.ledger.called({id for one in judged for id in (one.target, one.value.get("other")) if id})

    def prepare(self) -> None:
        """Do once what else the first reader would wait for: translate the templates, open the database."""
        for name in self.templates.list_templates():
            self.templates.get_template(name)
        self.questions(limit=1)
        self.ledger.reports(Filter(limit=1))
        self.ledger.counts()

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
