"""A source's name that was taken for the end of what is said."""

from sayso.reading.annotations import Attribution, Entity
from sayso.reading.apposed import with_name


def _said(text: str, content: str, source: str) -> Attribution:
    def at(words: str) -> tuple[int, int]:
        start = text.index(words)
        return start, start + len(words)

    return Attribution((at(source),), (at("told"),), (at(content),), "indirect", 0.9)


def _name(text: str) -> Entity:
    return Entity(text.index("Ann Roe"), text.index("Ann Roe") + 7, "PERSON", "Ann Roe")


def test_a_name_before_its_description_is_in_the_source():
    text = "The bridge is safe, Ann Roe, the mayor, told reporters."
    found = with_name(_said(text, "The bridge is safe, Ann Roe", "the mayor"), [_name(text)], text)
    assert [text[slice(*span)] for span in (*found.source, *found.content)] == [
        "Ann Roe, the mayor",
        "The bridge is safe",
    ]


def test_a_name_that_ends_a_sentence_stays():
    text = "The bridge was built by Ann Roe, the mayor told reporters."
    said = _said(text, "The bridge was built by Ann Roe", "the mayor")
    assert with_name(said, [_name(text)], text) == said
