"""The entity that a source stands for; none where the report leaves it open."""

import pytest
from marked import marked

from sayso.intake import Report
from sayso.reading.resolve import resolve


def speakers(text: str, *said: tuple[str, str, str]) -> list[str | None]:
    reading = marked(text, *said)
    return [a.speaker for a in resolve(reading, Report.of(reading.text)).attributions]


@pytest.mark.parametrize(
    ("text", "source", "speaker"),
    [
        ("[O Water Board] spokesman [P John Karr] said no.", "Water Board spokesman John Karr", "John Karr"),
        ("[P Rob Moss], [P Hale]'s manager, said no.", "Rob Moss, Hale's manager,", "Rob Moss"),
        ("[P Hale]'s manager, [P Rob Moss], said no.", "Hale's manager, Rob Moss,", "Rob Moss"),
        ("A spokesman for [P Ann Hale] said no.", "A spokesman for Ann Hale", None),
        ("The [P Hale] campaign said no.", "The Hale campaign", "Hale campaign"),
        ("Secretary of State [P Jason Kander] said no.", "Secretary of State Jason Kander", "Jason Kander"),
        ("[O Blue Road], close to [P Karl Rowe], said no.", "Blue Road, close to Karl Rowe,", "Blue Road"),
        ("Two people familiar with the matter said no.", "Two people familiar with the matter", None),
        ("New Poll said no.", "New Poll", None),
        ("Officials said no.", "Officials", None),
        ("Their lawyers said no.", "Their", None),
    ],
)  # fmt: skip
def test_source_with_a_name(text: str, source: str, speaker: str | None) -> None:
    assert speakers(text, (source, "said", "no")) == [speaker]


def test_surname_that_was_not_recognised_as_a_name() -> None:
    text = "[P Maria Telles] left. “It is late,” Telles told reporters."
    assert speakers(text, ("2:Telles", "told", "It is late")) == ["Maria Telles"]


def test_pronoun_stands_for_who_spoke_before() -> None:
    text = "[P Ann Roe] met [P Carl Hale]. “It is late,” [P Roe] said. “Very late,” she added."
    said = (("2:Roe", "said", "It is late"), ("she", "added", "Very late"))
    assert speakers(text, *said) == ["Ann Roe", "Ann Roe"]


def test_pronoun_agrees_in_gender() -> None:
    text = "[P Ann Roe] met [P Carl Hale]. “It is late,” he said."
    assert speakers(text, ("he", "said", "It is late")) == ["Carl Hale"]


def test_pronoun_between_two_stays_open() -> None:
    text = "[P Dan Roe] met [P Carl Hale]. “It is late,” he said."
    assert speakers(text, ("he", "said", "It is late")) == [None]


def test_relative_pronoun() -> None:
    text = "[P Ann Roe], who says the bridge is closed, left."
    assert speakers(text, ("who", "says", "the bridge is closed")) == ["Ann Roe"]


def test_office_stands_for_its_one_holder() -> None:
    text = "[P Ann Roe], the mayor of Hale, left. The mayor said the bridge is closed."
    assert speakers(text, ("The mayor", "said", "the bridge is closed")) == ["Ann Roe"]


def test_first_person_in_a_quotation_stays_inside_it() -> None:
    text = "“I think it is over,” [P Ann Roe] said."
    said = (("Ann Roe", "said", "I think it is over"), ("I", "think", "it is over"))
    assert speakers(text, *said) == ["Ann Roe", "Ann Roe"]


def test_no_source_has_no_speaker() -> None:
    assert speakers("[P Ann Roe] left. It was reported that she fled.", ("", "reported", "she fled")) == [
        None
    ]
