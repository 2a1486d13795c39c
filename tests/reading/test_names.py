"""Which names of a report stand for the same."""

import pytest
from marked import marked

from sayso.reading.names import Names
from sayso.reading.people import bare


def called(text: str) -> list[str]:
    reading = marked(text)
    return [e.entity for e in Names(reading.text, reading.entities).called(reading.entities)]


def test_surname_and_first_name_stand_for_the_full_name() -> None:
    text = "Sen. [P Maria Telles] spoke. Mrs. [P Telles] left. [P Maria]'s aides stayed."
    assert called(text) == ["Maria Telles"] * 3


def test_nickname_and_initial() -> None:
    assert called("[P Bill Hale] met [P William J. Hale].") == ["William J. Hale"] * 2


def test_two_people_of_one_surname_stay_two() -> None:
    assert called("[P Ann Roe] and [P Carl Roe] met.") == ["Ann Roe", "Carl Roe"]


def test_acronym() -> None:
    text = "The [O National Water Board] met. The [O NWB] said no. [O N.W.B.] again."
    assert called(text) == ["National Water Board"] * 3


def test_company_named_in_full_before_goes_by_its_first_words() -> None:
    assert called("[O Control Data Corp.] fell. [O Control Data] rose.") == ["Control Data Corp."] * 2
    text = "[O Grand Inc.] sold [O Grand Air Inc.] in May. [O Grand] rose."
    assert called(text) == ["Grand Inc.", "Grand Air Inc.", "Grand Inc."]
    assert called("[O Control Data] rose. [O Control Data Corp.] fell.")[0] == "Control Data"


def test_company_taken_for_a_person() -> None:
    assert called("[O Ford Motor Co.] fell. [P Ford] rose.") == ["Ford Motor Co."] * 2
    text = "[O Ford Motor Co.] fell. [P William Ford] left. [P Ford] wept."
    assert called(text)[1:] == ["William Ford"] * 2


def test_surname_taken_for_an_organisation() -> None:
    assert called("[P Daniel Okoro] fell. [O Okoro] was alone.") == ["Daniel Okoro"] * 2


def test_surname_of_two_goes_to_the_one_named_first_and_most() -> None:
    text = "[P Ann Roe] won. [P Ann Roe] thanked [P Carl Roe]. [P Roe] wept."
    assert called(text)[3] == "Ann Roe"


def test_surname_of_two_is_left_open_where_neither_leads() -> None:
    text = "[P Ann Roe] won. [P Carl Roe] and [P Carl Roe] wept. [P Roe] left."
    assert called(text)[3] == "Roe"


def test_title_tells_which_of_two() -> None:
    text = "[P Ann Roe] met [P Carl Roe]. Mr. [P Roe] wept."
    assert called(text)[2] == "Carl Roe"


def test_title_that_contradicts_the_only_first_name() -> None:
    assert called("[P Ann Roe] left. Mr. [P Roe] wept.") == ["Ann Roe", "Roe"]


def test_outlet_by_its_last_word() -> None:
    assert called("The [O Lowland Post] said so. The [O Post] stands by it.") == ["Lowland Post"] * 2


def test_general_noun_alone_is_a_name_cut_short() -> None:
    text = "The National Water [O Board] met. The [O NWB] said no. The [O Board] is closed."
    assert called(text) == ["National Water Board"] * 2 + ["Board"]


def test_number_belongs_to_the_name() -> None:
    assert called("the 6th [O Court of Appeals]") == ["6th Court of Appeals"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The [O Republican Committee] met.", "Republican Committee"),
        ("The [O Justice Department] met.", "Justice Department"),
        ("If [O Parliament] met, it was late.", "Parliament"),
        ("On Tuesday [O Congress] met.", "Congress"),
        ("It was [L Lowland] [O Free Beacon] news.", "Lowland Free Beacon"),
        ("The United [O Lowland Marines] met.", "United Lowland Marines"),
        ("Northern [L Lowland] met.", "Northern Lowland"),
        ("The [O Council] on Foreign Trade met.", "Council on Foreign Trade"),
        ("The [O Council] on Monday met.", "Council"),
        ("The economist Aparna [P Mathe] left.", "Aparna Mathe"),
        ("Nils-Erik [P Haage] left.", "Nils-Erik Haage"),
        ("Yesterday [P Haage] left.", "Haage"),
        ("The Dunlap [P Haage] left.", "Haage"),
        ("John “Tig” [P Haage] left.", "John “Tig” Haage"),
    ],
)
def test_name_cut_short(text: str, name: str) -> None:
    assert called(text)[-1] == name


def test_first_names_that_share_a_surname() -> None:
    text = "[P Carl] and [P Ann Roe] left. Mr. [P Roe] wept. [P Hale] and [P Eva Black] stayed."
    assert called(text) == ["Carl Roe", "Ann Roe", "Carl Roe", "Hale", "Eva Black"]


def test_letters_with_and_without_marks() -> None:
    assert called("[P Recep Erdoğan] won. [P Erdogan] left.") == ["Recep Erdoğan"] * 2


def test_surname_of_two_words_and_with_an_article() -> None:
    assert called("[P Wanda Vázquez Garced] won. [P Vázquez] left.") == ["Wanda Vázquez Garced"] * 2
    assert called("[P Omar al-Karim] won. [P Karim] left.") == ["Omar al-Karim"] * 2


def found(text: str) -> list[tuple[int, str]]:
    reading = marked(text)
    names = Names(reading.text, reading.entities)
    return [(m.start, n.name) for m in names.mentions if (n := names.of(m))]


def test_names_that_were_not_recognised() -> None:
    text = "[P Ann Black] won. Carl Black and Black left. The Black House was lit."
    assert found(text) == [(0, "Ann Black"), (20, "Carl Black"), (30, "Ann Black")]


def test_common_word_that_begins_a_sentence_is_no_surname() -> None:
    text = "[P Ann Green] left. Green lawns are a thing: green all year."
    assert found(text) == [(0, "Ann Green")]


def test_bare() -> None:
    assert bare("President  Barack\nObama’s") == "Barack Obama"
    assert bare("Gov.") == "Gov."
