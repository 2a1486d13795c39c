"""The ledger: what is kept of reports, and what analysts decide about it."""

from sayso.ledger.claims import DESCRIPTION, ClaimRow, Kept, by_words
from sayso.ledger.database import NotALedger
from sayso.ledger.ledger import Ledger
from sayso.ledger.listing import Counts, Headline, Told
from sayso.ledger.log import Judgement
from sayso.ledger.ready import Asked, Past, Ready, Settled, Stage
from sayso.ledger.rows import Filter, Report, Source, Statement
from sayso.ledger.shelf import LookUp
from sayso.ledger.write import Added
from sayso.ledger.written import REPORTS, Since, Thing

__all__ = [
    "DESCRIPTION",
    "REPORTS",
    "Added",
    "Asked",
    "ClaimRow",
    "Counts",
    "Filter",
    "Headline",
    "Judgement",
    "Kept",
    "Ledger",
    "LookUp",
    "NotALedger",
    "Past",
    "Ready",
    "Report",
    "Settled",
    "Since",
    "Source",
    "Stage",
    "Statement",
    "Thing",
    "Told",
    "by_words",
]
