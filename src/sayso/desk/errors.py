"""What goes wrong, told as a page or as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from json import JSONDecodeError
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from sqlalchemy.exc import DatabaseError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

__all__ = ["PROBLEMS", "Problem", "answer_errors"]


@dataclass(frozen=True, slots=True)
class Problem:
    """Why something could not be answered."""

    detail: str


PROBLEMS: dict[int | str, dict[str, Any]] = {
    400: {"model": Problem, "description": "What was sent cannot be parsed."},
    404: {"model": Problem, "description": "There is no such thing."},
    422: {"model": Problem, "description": "It makes no sense; the reason says why."},
}
"""What every part of the API may answer."""


def answer_errors(app: FastAPI) -> None:
    """Answer what is not there with 404, what makes no sense with 422, and say what it is."""

    def missing(request: Request, error: Exception) -> Response:
        """A LookupError of the ledger, and nothing else that is one to Python."""
        if isinstance(error, (KeyError, IndexError)):
            raise error
        return _told(request, 404, str(error.args[0] if error.args else error))

    def senseless(request: Request, error: Exception) -> Response:
        """A ValueError of the ledger or of the questions, and nothing else that is one to Python."""
        if isinstance(error, (UnicodeError, ValidationError, JSONDecodeError)):
            raise error
        return _told(request, 422, str(error))

    def misput(request: Request, error: Exception) -> Response:
        """A parameter that is of another kind than it should be."""
        found: list[dict[str, Any]] = list(getattr(error, "errors", list)())
        return _told(request, 422, "; ".join(f"{one['loc'][-1]}: {one['msg']}" for one in found))

    def refused(request: Request, error: Exception) -> Response:
        """What the framework itself answers: no such page, no such method."""
        status, detail = getattr(error, "status_code", 500), getattr(error, "detail", "")
        return _told(request, status, str(detail), getattr(error, "headers", None))

    def broken(request: Request, error: Exception) -> Response:
        """A database that cannot be read or written."""
        reason = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
        return _told(request, 503, f"the ledger: {reason}")

    app.add_exception_handler(LookupError, missing)
    app.add_exception_handler(ValueError, senseless)
    app.add_exception_handler(RequestValidationError, misput)
    app.add_exception_handler(HTTPException, refused)
    app.add_exception_handler(DatabaseError, broken)


def _told(request: Request, status: int, reason: str, headers: Any = None) -> Response:
    if request.url.path.startswith("/api"):
        return JSONResponse({"detail": reason}, status, headers)
    name = HTTPStatus(status).phrase
    made = request.app.state.desk.page(request, "error.html", status, name=name, reason=reason)
    made.headers.update(headers or {})
    return made  # type: ignore[no-any-return]
