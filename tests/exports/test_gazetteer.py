"""Where places are."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from sayso.exports.gazetteer import countries, country_at, key, largest, towns
from sayso.exports.shapes import shapes


def test_a_town_is_found_by_its_name_and_by_what_reports_call_it():
    (bakhmut,) = towns("Bakhmut")
    assert (bakhmut.code, round(bakhmut.latitude), round(bakhmut.longitude)) == ("UA", 49, 38)
    assert towns("Raqqa")[0].name == "Ar Raqqah"
    assert towns("Kiev") == towns("Kyiv") == towns("KYIV")


def test_of_several_towns_the_largest_is_first_but_for_those_in_a_country_preferred():
    assert [town.code for town in towns("Tripoli")] == ["LY", "LB", "GR"]
    assert [town.code for town in towns("Tripoli", {"LB"})] == ["LB", "LY", "GR"]
    assert towns("Tripoli", {"GR"})[0].name == "Trípoli"


def test_a_lesser_town_by_another_name_is_found_only_in_a_country_spoken_of():
    assert towns("Palmyra", {"SY"})[0].name == "Tadmur"
    assert "Tadmur" not in {town.name for town in towns("Palmyra")}


def test_what_no_town_is_called_is_not_found():
    for name in ("Sadiq", "Kadesh", "", "|", "\t", "\n", "123", "🛑"):
        assert towns(name) == ()


def test_a_country_is_found_by_its_names_and_by_its_code():
    assert countries()["uk"] is countries()["united kingdom"] is countries()["=GB"]
    assert countries()[key("Türkiye")].code == "TR"
    assert countries()["south sudan"].name == "South Sudan"
    assert country_at(countries()["syria"].row).name == "Syria"


def test_the_largest_towns_around_come_first_also_beyond_the_antimeridian():
    assert largest(34, 30, 42, 37, most=2)[0].name == "Aleppo"
    assert {town.code for town in largest(176, -20, 190, -12, most=20)} >= {"FJ", "WS"}
    assert largest(-30, -50, -20, -40, most=5) == []


def test_shapes_reach_over_the_antimeridian_without_a_leap():
    fiji = shapes().land((176, -20, 182, -15))[countries()["fiji"].row]
    assert fiji
    for row in range(len(set(shapes().owners.tolist()))):
        ring = shapes().main(row)
        assert abs(ring[1:, 0] - ring[:-1, 0]).max(initial=0) < 180 or countries()["antarctica"].row == row


def test_every_country_has_a_shape_and_every_shape_a_country():
    assert set(shapes().owners.tolist()) <= set(range(len({c.row for c in countries().values()})))


def test_a_border_parts_two_countries_and_a_coast_does_not():
    alps, sea = (6.0, 45.0, 11.0, 47.0), (-5.8, 50.2, -5.0, 51.0)
    assert list(shapes().within(alps, shared=True))
    assert not list(shapes().within(sea, shared=True))
    assert list(shapes().within(sea, shared=False))


def test_a_look_up_is_quick():
    towns("Tripoli")
    begin = time.process_time()
    for _ in range(20):
        towns("Tripoli")
    assert time.process_time() - begin < 2


@given(st.text(max_size=50))
def test_any_text_has_a_key_of_plain_letters_which_is_its_own_key(name):
    found = key(name)
    assert key(found) == found
    assert set(found) <= set("abcdefghijklmnopqrstuvwxyz0123456789 ")
    towns(name)
