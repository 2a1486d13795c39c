"""The ledger: what is kept of reports, and what analysts decide about it."""

from sayso.ledger.claims import ClaimRow, Kept
from sayso.ledger.database import NotALedger
from sayso.ledger.ledger import Ledger
from sayso.ledger.log import Judgement
from sayso.ledger.rows import Filter, Report, Source, Statement
from sayso.ledger.write import Added

__all__ = [
    "Added",
    "ClaimRow",
    "Filter",
    "Judgement",
    "Kept",
    "Ledger",
    "NotALedger",
    "Report",
    "Source",
    "Statement",
]
