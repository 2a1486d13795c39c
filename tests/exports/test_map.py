"""Maps of answers."""

from __future__ import annotations

import socket

import pytest

from sayso.exports.map import described, map_of
from sayso.exports.sites import sites
from tests.exports.conftest import claim, png_size

ANTON = "Where is Anton IV?"
TRIPOLI = "Who controls Tripoli?"


def there(place: str, day: str = "2017-03-06", source: str = "a spokesman", **more):
    return claim("whereabouts", "Anton IV", place, day, source, **more)


def held(by: str, source: str, place: str = "Tripoli", **more):
    return claim("control", place, by, "2019-04-05", source, **more)


@pytest.fixture
def disputed(asked):
    return asked(TRIPOLI, [held("government", "the ministry"), held("National Army", "its spokesman")])


def test_a_disputed_place_is_split_among_its_holders(disputed, picture):
    seen = picture(map_of(disputed))
    assert {"Tripoli", "government (1 origin)", "National Army (1 origin)"} <= set(seen.texts)
    assert "Tripoli: Tripoli, Libya (one of 3 of that name)" in seen.texts
    assert any(text.endswith(": disputed") for text in seen.texts)
    fills = seen.fills()
    assert fills.count("#0072b2") >= 2  # in the disc and in the legend
    assert "#d55e00" in fills  # of the hatch that both have


def test_there_are_surroundings_with_a_scale_and_credits(disputed, picture):
    seen = picture(map_of(disputed))
    assert {"LIBYA", "100 km"} <= set(seen.texts)
    assert any("Natural Earth" in text and "GeoNames, CC BY 4.0" in text for text in seen.texts)
    assert {"#f4f1ea", "#dce7f0"} <= set(seen.fills())


def test_of_places_of_one_name_it_is_the_one_in_a_country_that_the_claims_speak_of(asked):
    for words, where in (
        ("Lebanese soldiers hold it", "Lebanon"),
        ("Soldiers hold it", "Libya"),
        ("It is in Greece", "Greece"),
    ):
        found = sites(asked(TRIPOLI, [held("army", "s", content=words)]))["Tripoli"]
        assert found is not None
        assert found.where.startswith(("Tripoli, " + where, "Trípoli, " + where))


def test_another_place_of_the_answer_tells_the_country_too(asked):
    found = sites(asked(ANTON, [there("Tripoli"), there("Beirut", source="b")]))["Tripoli"]
    assert found is not None
    assert found.where == "Tripoli, Lebanon (one of 3 of that name)"


def test_where_somebody_is_and_is_not(asked, picture):
    answer = asked(ANTON, [there("Moscow"), there("not Kharkiv", source="b")])
    seen = picture(map_of(answer))
    assert {"Moscow", "Kharkiv"} <= set(seen.texts)
    assert "not Kharkiv (1 origin): Kharkiv, Ukraine" in seen.texts
    assert seen.at("Moscow")[1] < seen.at("Kharkiv")[1]
    assert seen.told == described(answer)


def test_a_country_is_drawn_as_a_whole_in_the_colour_of_its_value(asked, picture):
    seen = picture(map_of(asked(ANTON, [there("France")])))
    assert seen.fills().count("#0072b2") == 3  # the country, the disc and the legend


def test_an_unknown_place_is_named_beside_the_map_and_never_guessed(asked, picture):
    answer = asked(ANTON, [there("Moscow"), there("Sadiq", source="b")])
    seen = picture(map_of(answer))
    assert "Sadiq (1 origin): not on the map, for no such place is known" in seen.texts
    assert "Sadiq" not in seen.texts
    assert map_of(asked(ANTON, [there("Sadiq")])) is None


def test_a_part_of_a_country_is_shown_at_the_town_it_is_named_after(asked):
    assert "Kherson region (1 origin): Kherson, Ukraine" in described(asked(ANTON, [there("Kherson region")]))


def test_other_questions_have_no_map(asked):
    answer = asked("Is Anton IV alive?", [claim("life", "Anton IV", "dead", "2017-03-06", "s")])
    assert map_of(answer) is None
    assert described(answer) == "As of 2030-01-01: unconfirmed\ndead (1 origin)"


def test_a_value_keeps_its_colour_from_day_to_day(asked, picture):
    values = ("Moscow", "Beirut")
    only = asked(ANTON, [there("Beirut")])
    assert "#0072b2" in picture(map_of(only)).fills()
    kept = picture(map_of(only, values=values)).fills()
    assert "#d55e00" in kept
    assert "#0072b2" not in kept


def test_a_png_and_a_dark_one(disputed, picture):
    assert png_size(map_of(disputed, "png")) == (1296, 993)
    assert picture(map_of(disputed, theme="dark")).fills()[0] == "#14171c"
    assert map_of(disputed, "png") == map_of(disputed, "png")
    assert map_of(disputed) == map_of(disputed)


@pytest.mark.parametrize(
    "places", [["Suva", "Apia"], ["Moscow", "Caracas", "Sydney"], ["Antarctica"], ["Russia"]]
)
def test_any_part_of_the_world_can_be_shown(asked, picture, places):
    answer = asked(ANTON, [there(place, source=place) for place in places])
    assert set(places) <= set(picture(map_of(answer)).texts)


@pytest.mark.parametrize(
    "name", ["$\\frac{1}{$", "<b>&amp;</b>", "a\x00\x1b[2J\u202eb\ud800", "long " * 9_000]
)
def test_hostile_names_do_no_harm(asked, picture, name):
    made = map_of(asked(TRIPOLI, [held(name, name, title=name, content=name), held("army", "b")]))
    assert made is not None
    assert len(made) < 400_000
    assert not any(len(text) > 120 for text in picture(made).texts)


def test_nothing_is_fetched(disputed, monkeypatch):
    def refused(*args, **kwargs):
        raise AssertionError("a map needs no network")

    monkeypatch.setattr(socket, "socket", refused)
    assert map_of(disputed)
