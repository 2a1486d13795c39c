"""A line is a paragraph, unless the text is wrapped to a width."""

from sayso.reading.paragraphs import first_words, paragraphs
from sayso.reading.words import segment

WRAPPED = """The council voted on Tuesday to close
the bridge, its chairwoman said, and
traffic will be led over the dam.

"Nobody was hurt," she said. Work
will begin in May.
"""


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs(text)]


def test_lines_are_paragraphs() -> None:
    assert cut("Army says town is lost\nThe army said so.\r\n\r\nIt gave no date.") == [
        "Army says town is lost",
        "The army said so.",
        "It gave no date.",
    ]


def test_wrapped_lines_are_not() -> None:
    assert [p.split()[0] for p in cut(WRAPPED)] == ["The", '"Nobody']


def test_first_words_skip_blank_lines() -> None:
    text = "One two\n\n \nThree four"
    assert first_words(segment(text), paragraphs(text)) == [0, 2]
