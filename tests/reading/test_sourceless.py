"""Cues for which the network finds no source: an active verb has a subject, "by" an agent."""

import pytest

from sayso.intake.report import Report
from sayso.reading import Reader


def told(reader: Reader, text: str) -> list[tuple[str, str, str]]:
    def words(spans: tuple[tuple[int, int], ...]) -> str:
        return " … ".join(text[start:end] for start, end in spans)

    read = reader.read(Report.of(text))
    return [(words(a.source), words(a.cue), words(a.content)) for a in read.attributions]


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        (
            "He apparently hopes to lure support from Arabs who have spurned him so far by suggesting that "
            "Iraq will use its occupation of Kuwait as a lever.",
            "He",
            "suggesting",
        ),
        (
            "Yeltsin and Kuchma called for ratification of the treaty, saying it would create a strong legal "
            "foundation.",
            "Yeltsin and Kuchma",
            "saying",
        ),
        (
            "Instead, she turned to her community rabbi and told him about Amir's statements.",
            "she",
            "told",
        ),
        (
            "Bannon, who Beck on Wednesday called “a horrible, despicable human being,” left.",
            "Beck",
            "called",
        ),
        (
            "Clinton had said she would visit, and to date has only issued a tweet about the state.",
            "Clinton",
            "has only issued a tweet about",
        ),
    ],
)
def test_the_subject_of_an_active_verb_is_its_source(
    reader: Reader, text: str, source: str, cue: str
) -> None:
    assert (source, cue) in [one[:2] for one in told(reader, text)]


def test_a_source_begins_with_no_mark_and_closes_its_bracket(reader: Reader) -> None:
    text = (
        "Though she was nominated for the Oscar for her role, opposite Rock Hudson, Day personally "
        "considered her best film performance to be her portrayal of singer Ruth Etting."
    )
    assert "Day" in [source for source, _, _ in told(reader, text)]


def test_a_participle_goes_on_for_who_spoke_before(reader: Reader) -> None:
    text = (
        "The diocese on Wednesday denied that Bishop Tomas Ibarra was in Kessen, saying he was in Orlu, "
        'where he was on retreat.\n\n"He is not hiding from anyone," its chancellor, Father Luis Prem, said.'
    )
    assert ("The diocese", "saying", "he was in Orlu, where he was on retreat") in told(reader, text)


def test_the_agent_of_a_passive_is_no_part_of_the_content(reader: Reader) -> None:
    text = "The lengthy investigation into the events — often labeled as a “witch hunt” by Democrats — ended."
    assert (
        "Democrats",
        "often labeled as",
        "The lengthy investigation into the events … a “witch hunt”",
    ) in told(reader, text)


def test_a_subject_that_was_taken_for_content_is_the_source(reader: Reader) -> None:
    text = "In her post, she reminded Trump of the actions of John Hinckley Jr."
    assert all("she" not in content.split(" … ") for _, _, content in told(reader, text))


@pytest.mark.parametrize(
    "text",
    [
        "Yeltsin was quoted as saying by the ITAR-Tass news agency that the talks were fruitful.",
        "Yeltsin was quoted by Reuters as saying that the talks were fruitful.",
    ],
)
def test_who_is_quoted_is_the_source(reader: Reader, text: str) -> None:
    assert [(one[0], one[2]) for one in told(reader, text)] == [("Yeltsin", "that the talks were fruitful")]


def test_who_is_asked_is_no_source(reader: Reader) -> None:
    text = "Trump was asked what he thought Clinton could do to persuade the voters."
    assert [source for source, _, _ in told(reader, text)] == [""]
    text = "She was accused by the mayor of lying about the dam."
    assert [source for source, _, _ in told(reader, text)] == ["the mayor"]


@pytest.mark.parametrize(
    "text",
    [
        "It appears three scandals were one too many for the senator.",
        "It was revealed that he paid for the lawsuits by the wrestler against the magazine.",
    ],
)
def test_who_is_not_told_stays_unknown(reader: Reader, text: str) -> None:
    assert {source for source, _, _ in told(reader, text)} == {""}
    assert all("It" not in content.split(" … ") for _, _, content in told(reader, text))
