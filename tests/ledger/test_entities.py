def test_one_person_under_several_spellings_is_one_source(ledger, add):
    add("“He is alive,” Muammar Gaddafi said.")
    add("“I stay,” Moammar Qaddafi said.")
    (source,) = ledger.sources()
    assert source.statements == 2
    assert source.reports == 2
    shown = ledger.source("Moammar Qaddafi")
    assert shown.name == "Muammar Gaddafi"
    assert shown.guessed == "muammar gaddafi = moammar qaddafi"
    assert shown.also == ["moammar qaddafi"]


def test_the_same_spelling_is_no_guess(ledger, add):
    add("“One,” Maria Telles said.")
    add("“Two,” Maria Telles said.")
    assert ledger.source("maria telles").guessed is None


def test_two_people_of_one_name_stay_two_where_a_report_says_so(ledger, add):
    add("“One,” Maria Telles said.")
    add("“Two,” Maria Telles said. It was not the minister but a different Maria Telles said her lawyer.")
    assert sorted(s.id for s in ledger.sources()) == ["maria-telles", "maria-telles-2"]
