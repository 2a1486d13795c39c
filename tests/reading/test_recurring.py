"""Names whose mentions tell each other what they are."""

from __future__ import annotations

from sayso.reading.recurring import occurrences


def test_a_name_is_looked_for_at_all_its_places() -> None:
    """Found once of three times, and once as another: shares of what was found, at each place."""
    forms = ["Firefox", "grew", ".", "Firefox", "won", ".", "So", "Firefox", "Inc", "left", "Firefox"]
    found = list(occurrences(forms, [(0, 1, "ORG"), (3, 4, "PERSON"), (10, 11, "ORG")]))
    assert [(first, end) for first, end, _ in found] == [(0, 1), (3, 4), (7, 8), (10, 11)]
    assert all(shares == {"ORG": 2 / 3, "PERSON": 1 / 3} for _, _, shares in found)


def test_the_longest_name_at_a_place_counts() -> None:
    """Bay of Bengal is not Bengal there."""
    forms = ["Bay", "of", "Bengal", "and", "Bengal", "and", "Bay", "of", "Bengal"]
    found = list(occurrences(forms, [(0, 3, "PLACE"), (4, 5, "PLACE")]))
    assert [(first, end) for first, end, _ in found] == [(0, 3), (4, 5), (6, 9)]


def test_words_in_another_case_are_another_name() -> None:
    """“us” is not the US."""
    assert [at for at, *_ in occurrences(["US", "told", "us"], [(0, 1, "PLACE")])] == [0]


def test_no_names_no_occurrences() -> None:
    """Nothing found, nothing to look for."""
    assert not list(occurrences(["Nobody", "came"], []))
