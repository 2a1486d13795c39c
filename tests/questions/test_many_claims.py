"""What is quick for many claims gives what comparing each with each other gives."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from sayso.questions.kind import kind
from sayso.questions.latest import Latest
from sayso.questions.origins import origins
from sayso.questions.same_sources import Sources
from sayso.questions.standing import Apart, standing, when
from sayso.questions.subjects import same_source
from sayso.questions.text.amounts import parsed
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

TOLLS = st.lists(
    st.builds(
        lambda value, source, day, change: told(value, source, day, kind="toll", change=change),
        st.sampled_from(("12", "12..", "10..15", "..15", "not 12", "20", "dozens")),
        st.sampled_from(("army", "police", "ministry")),
        st.sampled_from(("2021-03-04", "2021-03-05", "2021-03-06", "2021-03")),
        st.booleans(),
    ),
    max_size=12,
)


def higher(later, claim):
    one, other = parsed(later.value), parsed(claim.value)
    if one is None or other is None:
        return False
    return (one.low, one.high is not None) > (other.low, other.high is not None)


@given(TOLLS)
def test_numbers_that_grow(tolls):
    toll = kind("toll")

    def replacing(claim):
        rivals = (c for c in tolls if c.value != claim.value and same_source(claim, c))
        on_day = (c for c in rivals if when(c) >= when(claim))
        return next((c for c in on_day if when(c) > when(claim) or higher(c, claim)), None)

    replaced = [Apart(c, "replaced", by) for c in tolls if (by := replacing(c))]
    left = [c for c in tolls if not replacing(c)]
    changes = [c for c in left if c.change]

    def overtaking(claim):
        rivals = (c for c in changes if toll.conflict(claim.value, c.value) and when(c) > when(claim))
        return next((c for c in rivals if higher(c, claim)), None)

    earlier = [Apart(c, "earlier", by) for c in left if (by := overtaking(c))]
    stand = [c for c in left if not overtaking(c)]
    assert standing(toll, tolls) == (tuple(stand), (*replaced, *earlier))


@given(CLAIMS)
def test_the_first_that_is_later(claims):
    latest = Latest([(when(claim), claim) for claim in claims])
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


@given(
    st.lists(
        st.tuples(
            st.booleans(),
            st.sampled_from(("2021-03-04", "2021-03-05", "2021-03-06")),
            st.sampled_from(("Wire", "Post")),
        ),
        max_size=12,
    )
)
def test_what_an_outlet_says_itself_is_from_the_first_that_it_cited(stories):
    claims = [
        told("dead", f"source {at}", day, source_kind="author" if own else "group", outlet=outlet)
        for at, (own, day, outlet) in enumerate(stories)
    ]
    part = {at: members for members, _ in origins(claims, {}) for at in members}
    for at, (own, day, outlet) in enumerate(stories):
        told_by_then = (o for o, (by, on, of) in enumerate(stories) if not by and on <= day and of == outlet)
        first = next(told_by_then, None)
        if own and first is not None:
            assert first in part[at]
