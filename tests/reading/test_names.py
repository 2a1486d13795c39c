"""Which names of a report stand for the same."""

from marked import marked

from sayso.reading.names import Names, bare


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


def test_surname_taken_for_an_organisation() -> None:
    assert called("[P Daniel Okoro] fell. [O Okoro] was alone.") == ["Daniel Okoro"] * 2


def test_bare() -> None:
    assert bare("President  Barack\nObama’s") == "Barack Obama"
    assert bare("Gov.") == "Gov."
