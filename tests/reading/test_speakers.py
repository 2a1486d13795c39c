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
        ("Tycoon and star [P Carl Hale] said no.", "Tycoon and star Carl Hale", "Carl Hale"),
        ("[O Ministry of Trade] chief [P Ann Roe] said no.", "Ministry of Trade chief Ann Roe", "Ann Roe"),
        ("Aides of President [P Ann Roe] said no.", "Aides of President Ann Roe", None),
        ("The eyewitness Vin Dale said no.", "The eyewitness Vin Dale", "Vin Dale"),
        ("A dozen chiefs, including [P Ann Roe], said no.", "A dozen chiefs, including Ann Roe,", None),
        ("[O Hale], Oxford's dean, [P Ann Roe], said no.", "Hale, Oxford's dean, Ann Roe,", "Ann Roe"),
        ("A friend in the [O House], [P Ann Roe], said no.", "A friend in the House, Ann Roe,", "Ann Roe"),
        ("[O Council] on Trade chief [P Ann Roe] said no.", "Council on Trade chief Ann Roe", "Ann Roe"),
        ("A pro-[P Roe] [O PAC] said no.", "A pro-Roe PAC", None),
        ("The Highland Republican said no.", "The Highland Republican", None),
        ("Leaders of the House said no.", "Leaders of the House", None),
        ("“The [P Roe]s,” a book by [P Ann Hale], said no.", "The Roes,” a book by Ann Hale,", None),
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


def test_pronoun_stands_for_the_last_subject() -> None:
    text = "[P Carl Hale] won. [P Dan Roe], a sheriff, praised [P Hale]'s plan. He said it works."
    assert speakers(text, ("He", "said", "it works")) == ["Dan Roe"]


def test_pronoun_is_not_whom_it_tells() -> None:
    text = "[P Dan Roe] called. Then [P Carl Hale] spoke up. “It is over,” he told [P Hale]."
    assert speakers(text, ("he", "told", "It is over")) == ["Dan Roe"]


def test_pronoun_passes_over_who_is_named_in_a_quotation() -> None:
    text = "“I know [P Dan Roe],” [P Carl Hale] said. “We met,” he added."
    said = (("Carl Hale", "said", "I know Dan Roe"), ("he", "added", "We met"))
    assert speakers(text, *said) == ["Carl Hale", "Carl Hale"]


def test_pronoun_behind_somebody_without_a_name_stays_open() -> None:
    text = "[P Ann Roe] left. A witness said a shot fell. She said it was loud."
    said = (("A witness", "said", "a shot fell"), ("She", "said", "it was loud"))
    assert speakers(text, *said) == [None, None]


def test_surname_of_two_people_names_neither() -> None:
    text = "[P Ann Roe] won. [P Carl Roe] met [P Carl Roe]. [P Roe] said no."
    assert speakers(text, ("4:Roe", "said", "no")) == [None]


def test_relative_pronoun_of_several_people() -> None:
    text = "[P Ann Roe] and [P Carl Hale], who both say the bridge is closed, left."
    assert speakers(text, ("who", "say", "the bridge is closed")) == [None]


def test_relative_pronoun_of_a_noun_between() -> None:
    text = "Voters trust [P Ann Roe], compared with few who say the same of [P Carl Hale]."
    assert speakers(text, ("who", "say", "the same of Carl Hale")) == [None]


def test_office_of_another_place() -> None:
    text = "[P Ann Roe], the mayor of Hale, left. The Lowville mayor said the bridge is closed."
    assert speakers(text, ("The Lowville mayor", "said", "the bridge is closed")) == [None]


def test_short_title_gives_the_office() -> None:
    text = "Sen. [P Ann Roe] left. The senator said the bridge is closed."
    assert speakers(text, ("The senator", "said", "the bridge is closed")) == ["Ann Roe"]


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


def test_we_in_a_quotation_is_who_speaks() -> None:
    said = (("Ann Roe", "said", "We think it is over"), ("We", "think", "it is over"))
    assert speakers("“We think it is over,” [P Ann Roe] said.", *said) == ["Ann Roe", "Ann Roe"]


def test_no_source_has_no_speaker() -> None:
    assert speakers("[P Ann Roe] left. It was reported that she fled.", ("", "reported", "she fled")) == [
        None
    ]
