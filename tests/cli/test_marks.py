from hypothesis import given
from hypothesis import strategies as st

from sayso.cli.marks import legend, marked
from sayso.reading.annotations import Attribution

TEXT = "The group said the voice was his, officials say."
BOTH = (
    Attribution(((34, 43),), ((44, 47),), ((0, 32),), "indirect", 0.9),
    Attribution(((0, 9),), ((10, 14),), ((15, 32),), "indirect", 0.9, within=0),
)


def test_one_within_another_without_colours():
    assert (
        marked(TEXT, BOTH, colour=False).plain
        == "{1 [2 The group] <2 said> {2 the voice was his}}, [1 officials] <1 say>."
    )


def test_in_colour_only_numbers_are_added():
    text = marked(TEXT, BOTH, colour=True)
    assert text.plain == "The group said(2) the voice was his, officials say(1)."
    styles = {text.plain[span.start : span.end]: span.style for span in text.spans}
    assert styles["The group"] == "bold cyan"
    assert styles["said"] == "underline yellow"
    assert styles[" the voice was his"] == "green"


def test_split_quotations_and_escapes():
    text = "“No,” he \x1bsaid, “never.”"
    one = Attribution(((6, 8),), ((10, 14),), ((0, 5), (16, 24)), "direct", 0.9)
    assert marked(text, (one,), colour=False).plain == "{1 “No,”} [1 he] \\x1b<1 said>, {1 “never.”}"


def test_the_legend_names_the_marks():
    assert legend(colour=False).plain.startswith("[source]  <cue>  {content}")
    assert legend(colour=True).plain.startswith("source  cue  content")


spans = st.lists(st.tuples(st.integers(0, 48), st.integers(0, 48)).map(sorted).map(tuple), max_size=3).map(
    tuple
)


@given(st.lists(st.builds(Attribution, spans, spans, spans, st.just("direct"), st.just(0.5)), max_size=4))
def test_any_spans_leave_the_text_as_it_is(attributions):
    shown = marked(TEXT, tuple(attributions), colour=False)
    kept = "".join(
        shown.plain[span.start : span.end] if span.style != "dim" else "\0" * (span.end - span.start)
        for span in sorted(shown.spans)
    )
    assert set(kept.replace("\0", "")) <= set(TEXT)
