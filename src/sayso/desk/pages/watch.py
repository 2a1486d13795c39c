"""The watch list and its feed."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from sayso.desk.changed import changed, mark
from sayso.desk.days import values
from sayso.desk.desk import AtDesk
from sayso.desk.feed import feed as atom
from sayso.desk.filters import Paged, Text
from sayso.desk.signer import remember, signer
from sayso.desk.watching import latest, seen, watched, watched_entries

__all__ = ["router"]

LENGTH = 20
"""Watched questions on a page: each is answered anew."""

SHOWN = 20
"""Latest changes on the page; the feed has more."""

router = APIRouter()


@router.get("/watch")
def watch(request: Request, desk: AtDesk, page: Paged = 1) -> Response:
    """What one watches, and what has changed since the last visit."""
    user, since = signer(request, desk), seen(request)
    desk.keep_up()
    skip = (page - 1) * LENGTH
    mine = watched(desk.ledger, user, since, skip, LENGTH + 1) if user else []
    return desk.page(
        request,
        "watch.html",
        user=user,
        since=since,
        mine=mine[:LENGTH],
        more=len(mine) > LENGTH,
        page=page,
        changed=changed(desk.ledger, since) if since else [],
        latest=latest(desk.ledger, SHOWN),
        values=values,
    )


@router.post("/watch/seen")
def saw(request: Request, desk: AtDesk) -> Response:
    """Keep in the browser that all there is now was seen."""
    answer = RedirectResponse("/watch", 303)
    remember(request, answer, "seen", str(mark(desk.ledger)))
    return answer


@router.get("/watch/feed.atom")
def feed(request: Request, desk: AtDesk, by: Text = None) -> Response:
    """The latest changes as an Atom feed; with ``by``, of the questions that somebody watches."""
    desk.keep_up()
    entries = watched_entries(desk.ledger, by) if by else latest(desk.ledger)
    name = f"Sayso: changes of what {by} watches" if by else "Sayso: changes"
    return Response(atom(entries, str(request.url), name), media_type="application/atom+xml")
