import pytest

from sayso.ledger.namesakes import another

NAME = "Maria Telles"


@pytest.mark.parametrize(
    "text",
    [
        "It was a different Maria Telles who signed.",
        "Another woman named Maria Telles was there.",
        "Police questioned Maria Telles, no relation to the minister.",
        "Police questioned Maria Telles (no relation).",
        "She must not be confused: not to be confused with Maria Telles.",
    ],
)
def test_namesakes(text):
    start = text.index(NAME)
    assert another(text, start, start + len(NAME))


@pytest.mark.parametrize(
    "text",
    [
        "Another minister, Maria Telles, left.",
        "The other candidate was Maria Telles.",
        "Maria Telles has no relation of that name.",
        "Maria Telles is not the mayor.",
    ],
)
def test_others(text):
    start = text.index(NAME)
    assert not another(text, start, start + len(NAME))
