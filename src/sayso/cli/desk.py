"""``sayso desk``: the web desk."""

from __future__ import annotations

import secrets
import socket
import webbrowser
from threading import Thread

import click

from sayso.cli.options import Failure, ledger_option, opened, signed_option

__all__ = ["desk", "serve"]

PORT = 8417

MISSING = 'the desk needs more packages: pip install "sayso[desk]"'

IDLE = 60
"""Seconds that a connection without requests is kept: readers come back, and a new one costs more."""

LAST = 3
"""Seconds that open connections have to end when the server stops."""


@click.command()
@ledger_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=PORT,
    show_default=True,
    help="The port; 0 takes a free one.",
)
@click.option(
    "--token", metavar="TEXT", envvar="SAYSO_TOKEN", help="What a browser must know to be answered."
)
@signed_option
@click.option("--no-open", is_flag=True, help="Do not open a browser.")
def desk(place: str, host: str, port: int, token: str | None, user: str, no_open: bool) -> None:
    """Open the desk in a browser: reports, sources, questions, corrections.

    The ledger is made where there is none. Only this machine is answered, unless --host tells
    otherwise: then every browser needs a token, which is made and printed if there is no --token.
    """
    serve(place, host=host, port=port, token=token, user=user, open_browser=not no_open)


def serve(place: str, *, host: str, port: int, token: str | None, user: str, open_browser: bool) -> None:
    """Serve the desk over the ledger at a place until it is stopped."""
    try:
        import uvicorn

        from sayso.desk.app import make_app
        from sayso.desk.safety import ANY, is_loopback
    except ImportError as error:
        raise Failure(f"{MISSING} ({error})") from error
    here = is_loopback(host)
    token = token or (None if here else secrets.token_urlsafe(24))
    with opened(place, make=True):
        pass  # what is no ledger ends the command here, in the words of all commands
    app = make_app(place, user=user, token=token, hosts=() if here else (ANY,))
    app.state.desk.prepare()
    listening = _listening(host, port)
    address = _address(host, listening.getsockname()[1], token)
    click.echo(f"The desk is at {address}  (Ctrl-C ends it)")
    if open_browser:
        Thread(target=webbrowser.open, args=[address], daemon=True).start()
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=LAST,
            timeout_keep_alive=IDLE,
            lifespan="on",
        )
    )
    server.run(sockets=[listening])


def _listening(host: str, port: int) -> socket.socket:
    """A socket that listens there; who asks before the server is ready waits."""
    made = None
    try:
        family, kind, protocol, _, where = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        made = socket.socket(family, kind, protocol)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(where)
        made.listen()
    except OSError as error:
        if made is not None:
            made.close()
        reason = (error.strerror or str(error)).lower()
        raise Failure(f"cannot listen on {host}, port {port}: {reason}") from error
    return made


def _address(host: str, port: int, token: str | None) -> str:
    """Where a browser finds the desk; on all addresses of this machine, under its name."""
    name = {"0.0.0.0": socket.gethostname(), "::": socket.gethostname()}.get(host, host)
    shown = f"[{name}]" if ":" in name else name
    return f"http://{shown}:{port}/" + (f"?token={token}" if token else "")
