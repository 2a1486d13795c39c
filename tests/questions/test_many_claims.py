"""What is quick for many claims gives what comparing each with each other gives."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from sayso.questions.latest import Latest
from sayso.questions.origins import origins
from sayso.questions.same_sources import Sources
from sayso.questions.standing import when
from sayso.questions.subjects import same_source
from tests.questions.making_claims import told

PEOPLE = ("Daniel Okoro", "Okoro", "James Okoro", "D. Okoro", "Marta Iles", "Iles")
KINDS = ("person", "group", "person-unnamed", "official-unnamed", "author")

CLAIMS = st.lists(
    st.builds(
        lambda source, kind, authority, day, report, outlet: told(
            "dead", source, day, source_kind=kind, authority=authority, report=report, outlet=outlet
        ),
        st.sampled_from(PEOPLE),
        st.sampled_from(KINDS),
        st.sampled_from(("army", "ministry", "okoro")),
        st.sampled_from(("2021-03-04", "2021-03-05", "2021-03-06")),
        st.sampled_from("abcdef"),
        st.sampled_from(("Wire", "Post", None)),
    ),
    max_size=12,
)


@given(CLAIMS)
def test_the_first_that_is_later(claims):
    latest = Latest(claims, when)
    for claim in claims:
        assert latest.first_after(when(claim)) is next((c for c in claims if when(c) > when(claim)), None)


@given(CLAIMS)
def test_what_one_source_said(claims):
    sources = Sources(claims)
    for claim in claims:
        assert sources.said_by(sources.key(claim)) == [c for c in claims if same_source(claim, c)]


@given(CLAIMS)
def test_claims_of_one_source_are_one_origin(claims):
    groups = {"a": "story", "b": "story"}
    part = {at: n for n, (members, _) in enumerate(origins(claims, groups)) for at in members}
    assert sorted(part) == list(range(len(claims)))
    for one, other in combinations(range(len(claims)), 2):
        a, b = claims[one], claims[other]
        near = a.report.id == b.report.id or {a.report.id, b.report.id} == {"a", "b"}
        if same_source(a, b) and (a.source_kind != "person-unnamed" or near):
            assert part[one] == part[other]
