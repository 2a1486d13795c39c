"""The JSON, a router a topic; /api/openapi.json describes all of it."""

from sayso.desk.api import corrections, incoming, questions, reports, search, sources, watch

__all__ = ["ROUTERS"]

ROUTERS = [one.router for one in (reports, incoming, search, sources, questions, corrections, watch)]
