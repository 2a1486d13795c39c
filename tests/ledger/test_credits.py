from dataclasses import replace

from sayso.intake import Report
from sayso.ledger.credits import cited, credited
from sayso.reading.annotations import Link


def test_an_agency_in_the_dateline():
    assert credited("Dam breaks\n\nORVALE (Harbour Wire) — The dam broke.") == "Harbour Wire"


def test_an_agency_at_the_end_or_in_the_byline():
    assert credited("The dam broke.\n\nSource: Harbour Wire") == "Harbour Wire"
    assert credited("The dam broke.", "By the Associated Press") == "Associated Press"


def test_no_agency():
    assert credited("The dam (built in 1960) — the oldest here — broke.") is None
    assert credited("Apart from that, nothing broke.", "Maria Telles") is None


def test_outlets_that_statements_came_through(plain_reader):
    reading = plain_reader.read(Report.of("“We told the Daily Cape,” Maria Telles said."))
    assert cited(reading, "Harbour Wire") == ("Daily Cape",)
    assert cited(reading, "daily cape") == ()
    (one,) = reading.attributions
    through = replace(one, via=(Link("a letter", "document", ()),))
    assert cited(replace(reading, attributions=(through,)), None) == ()
