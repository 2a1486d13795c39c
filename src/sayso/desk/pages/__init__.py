"""The pages, a router a topic."""

from sayso.desk.pages import corrections, home, incoming, questions, reports, search, sources, watch

__all__ = ["ROUTERS"]

ROUTERS = [one.router for one in (home, reports, incoming, search, sources, questions, corrections, watch)]
