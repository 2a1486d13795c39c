"""The desk: a local web application over a ledger. It needs the extra ``desk``."""

from sayso.desk.app import make_app

__all__ = ["make_app"]
