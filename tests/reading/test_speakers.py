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
        ("Citizens across the [L West] said no.", "Citizens across the West", None),
        ("The super [O PAC] said no.", "The super PAC", None),
        ("The [O Newspaper] said no.", "The Newspaper", None),
        ("Half of Lowland Democrats said no.", "Half of Lowland Democrats", None),
        ("The governor of [L Lowland] said no.", "The governor of Lowland", None),
        ("The city of [L Lowland] said no.", "The city of Lowland", "Lowland"),
        ("The mayor of the city of [L Lowland] said no.", "The mayor of the city of Lowland", None),
        ("The [O Lowland Daily]\xa0tracking poll said no.", "The Lowland Daily\xa0tracking poll", None),
        ("The [O Senate Leader], [P Ann Roe], said no.", "The Senate Leader, Ann Roe,", "Ann Roe"),
        ("The [O Senate Leader] said no.", "The Senate Leader", None),
        ("[O Council] on Trade expert Ann Roe said no.", "Council on Trade expert Ann Roe", None),
        ("“[O Late Night]” host [P Ann Roe] said no.", "Late Night” host Ann Roe", "Ann Roe"),
        ("An attendee Om Dale said no.", "An attendee Om Dale", "Om Dale"),
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


def test_office_before_the_name() -> None:
    text = "In May the mayor of Hale, [P Ann Roe], left. The mayor said the bridge is closed."
    assert speakers(text, ("The mayor", "said", "the bridge is closed")) == ["Ann Roe"]


def test_office_of_whom_the_next_one_named_speaks() -> None:
    text = "He had thanked the mayor, [P Carl Hale] said. The mayor said the bridge is closed."
    assert speakers(text, ("The mayor", "said", "the bridge is closed")) == [None]


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


@pytest.mark.parametrize(
    ("headline", "source"),
    [
        ("Popular [O Website] Said Trouble Was Coming Again", "Popular Website"),
        ("[O Secret Papers Reveal] Trouble Coming Again Soon", "Secret Papers"),
        ("[O Medal Winner] Said Trouble Was Coming Again", "Medal Winner"),
    ],
)
def test_capitals_of_a_headline_are_no_names(headline: str, source: str) -> None:
    said = (
        source,
        "Reveal" if "Reveal" in headline else "Said",
        "Coming Again" if "Reveal" in headline else "Trouble",
    )
    assert speakers(f"{headline}\n\nIt was late.", said) == [None]


def test_name_in_a_headline_that_the_report_has_elsewhere() -> None:
    text = "[O Blue Road] Said Trouble Was Coming Again\n\nThe firm [O Blue Road] closed."
    assert speakers(text, ("Blue Road", "Said", "Trouble")) == ["Blue Road"]


def test_name_that_is_recognised_elsewhere() -> None:
    text = "The [O World Water Group (WWG)] met. The [O WWG] left. The WWG said no."
    assert speakers(text, ("2:The WWG", "said", "no")) == ["WWG"]


def test_who_is_somebody_and_which_is_not() -> None:
    text = "Editors of the [O Advocate], who said no, met."
    assert speakers(text, ("who", "said", "no")) == [None]
    text = "A letter from [P Ann Roe], which said no, came."
    assert speakers(text, ("which", "said", "no")) == [None]


def test_pronoun_may_stand_for_an_owner() -> None:
    text = "[P Carl Hale] spoke. Few liked [P Dan Roe]'s plan. He said it works."
    assert speakers(text, ("He", "said", "it works")) == [None]


def test_pronoun_passes_over_nobody_of_its_gender() -> None:
    text = "“It is late,” [P Ann Roe] said. Long lines formed for [P Eva Hale]. She was glad, she said."
    said = (("Ann Roe", "said", "It is late"), ("she", "said", "She was glad"))
    assert speakers(text, *said) == ["Ann Roe", None]


def test_possessive_behind_a_pronoun_stays_open() -> None:
    text = "[P Dan Roe] spoke. He feared that [P Carl Hale] would harm him with his claim that it works."
    assert speakers(text, ("his", "claim", "it works")) == [None]


def test_description_of_the_only_person() -> None:
    text = "[P Ann Roe] praised the plan. The Lowland Republican said it works."
    assert speakers(text, ("The Lowland Republican", "said", "it works")) == ["Ann Roe"]
    text = "[P Ann Roe] hired a tax lawyer. The tax lawyer said it works."
    assert speakers(text, ("The tax lawyer", "said", "it works")) == [None]
    text = "[P Ann Roe] met [P Carl Hale]. The Lowland Republican said it works."
    assert speakers(text, ("The Lowland Republican", "said", "it works")) == [None]


@pytest.mark.parametrize(
    ("source", "named", "speaker"),
    [
        ("The attorney general", "[P Ann Roe]", "Ann Roe"),
        ("The chief of the fire brigade", "[P Ann Roe]", "Ann Roe"),
        ("Mora's energy minister", "[P Ann Roe]", "Ann Roe"),
        ("Her party", "the [O Civic Union]", "Civic Union"),
        ("The governor", "[P Ann Roe]", None),
        ("The fire chiefs", "[P Ann Roe]", None),
        ("The attorney general", "[P Ann Roe], a nurse,", None),
        ("The attorney general", "the [O Civic Union]", None),
        ("An energy minister", "[P Ann Roe]", None),
    ],
)
def test_a_name_without_a_word_about_it_is_of_who_just_spoke(source: str, named: str, speaker: str | None):
    text = f"{source} said it is late. And very cold, {named} told reporters."
    bare = named.replace("[P ", "").replace("[O ", "").replace("]", "")
    assert speakers(text, (source, "said", "it is late"), (bare, "told", "And very cold"))[0] == speaker


def test_nobody_calls_himself_by_name():
    text = "[P Karl Rowe] was caught on Monday, the attorney general said."
    assert speakers(text, ("the attorney general", "said", "Karl Rowe was caught on Monday")) == [None]


def test_surname_of_several_goes_to_the_one_who_spoke_last() -> None:
    text = "[P Ann Roe] and [P Carl Roe] met. [P Carl Roe] said no. [P Roe] said yes."
    assert speakers(text, ("2:Carl Roe", "said", "no"), ("4:Roe", "2:said", "yes")) == ["Carl Roe"] * 2
    assert speakers(text, ("4:Roe", "2:said", "yes")) == [None]


@pytest.mark.parametrize(
    ("text", "source", "speaker"),
    [
        ("The mayor of Tarn, [P Ann Roe], came. Then the mayor of Tarn said no.", "2:mayor of Tarn", None),
        ("[P Ann Roe], the mayor of Tarn, came. The mayor of Tarn said no.", "The mayor of Tarn", "Ann Roe"),
        ("[P Ann Roe], the mayor of Tarn, came. The mayor of Orlu said no.", "The mayor of Orlu", None),
        ("Tarn mayor [P Ann Roe] came. The mayor of Tarn said no.", "The mayor of Tarn", "Ann Roe"),
        ("Elian's father, [P Juan Li], came. Elian's father said no.", "2:Elian's father", "Juan Li"),
        ("[P Juan Li], Elian's father, came. Elian's father said no.", "2:Elian's father", "Juan Li"),
        ("Elian's father, [P Juan Li], came. Amir's father said no.", "Amir's father", None),
    ],
)
def test_whose_role_it_is_has_to_be_told(text: str, source: str, speaker: str | None) -> None:
    assert speakers(text, (source, "said", "no")) == [speaker]
