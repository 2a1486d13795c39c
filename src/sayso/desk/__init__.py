"""The desk: a local web application over a ledger, made in ``sayso.desk.app``; with the extra ``desk``."""
