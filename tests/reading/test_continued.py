import pytest

from sayso.reading.annotations import Attribution
from sayso.reading.continued import nearest_only, with_continued
from sayso.reading.quotes import Quoted

FIRST, CUE, MORE = "“We left,”", "said", "“Nobody stayed.”"


def extended(text):
    """The contents after extension, where the text has FIRST, by Roe, as its one attribution."""
    spans = [tuple((text.index(part), text.index(part) + len(part)) for part in (p,)) for p in (FIRST, CUE)]
    source = text.index("Roe")
    one = Attribution(((source, source + 3),), spans[1], spans[0], "direct", 0.9)
    (found,) = with_continued([one], Quoted(text))
    return [text[start:end] for start, end in found.content]


@pytest.mark.parametrize(
    "text",
    [
        "“We left,” Roe said. “Nobody stayed.”",
        "“We left,” said Roe.\n\n“Nobody stayed.”\n\nIt rained.",
        "Roe said: “We left,” “Nobody stayed.”",
    ],
)
def test_a_quotation_goes_on(text):
    assert extended(text) == [FIRST, MORE]


def test_and_on():
    assert extended("“We left,” Roe said. “Nobody stayed.” “It rained.”") == [FIRST, MORE, "“It rained.”"]


@pytest.mark.parametrize(
    "text",
    [
        "“We left,” Roe said, and the band played “Nobody.”",
        "“We left,” Roe said. It rained. “Nobody stayed.”",
        "“We left,” Roe said. “nobody” stayed.",
        "“We left,” Roe said. “Nobody stayed,” Hale added.",
        "“Nobody stayed.” “We left,” Roe said.",
    ],
)
def test_what_is_not_said_right_after_is_left_alone(text):
    assert extended(text) == [FIRST]


def test_what_somebody_else_says_stays_his():
    text = "“We left,” Roe said. “Nobody stayed.” Hale disagreed."
    first = Attribution(((11, 14),), ((15, 19),), ((0, 10),), "direct", 0.9)
    other = Attribution(((38, 42),), ((43, 52),), ((21, 37),), "direct", 0.9)
    assert with_continued([first, other], Quoted(text)) == (first, other)


def test_a_piece_that_two_have_is_the_nearest_ones():
    text = "“We left,” Roe said. “I know,” Hale added. “Nobody stayed.”"
    more = (text.index("“Nobody"), len(text))
    roe = Attribution(((11, 14),), ((15, 19),), ((0, 10), more), "direct", 0.9)
    hale = Attribution(((31, 35),), ((36, 41),), ((21, 30), more), "direct", 0.9)
    found = nearest_only([roe, hale], Quoted(text))
    assert [one.content for one in found] == [((0, 10),), ((21, 30), more)]
    only = Attribution((), ((15, 19),), (more,), "direct", 0.9)
    assert nearest_only([only, hale], Quoted(text))[0].content == (more,)
