"""The chart of how an answer changed."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date, timedelta

import pytest

from sayso.exports.lanes import lanes, values
from sayso.exports.timeline import described, timeline
from sayso.questions import parse
from tests.exports.conftest import claim, png_size

ALIVE = "Is Daniel Okoro alive?"
HELD = "Who controls Bakhmut?"


@pytest.fixture
def disputed(changes):
    return changes(
        ALIVE,
        [
            claim("life", "Daniel Okoro", "dead", "2021-03-04", "army"),
            claim("life", "Daniel Okoro", "dead", "2021-03-10", "Red Cross"),
            claim("life", "Daniel Okoro", "alive", "2021-03-10", "Northern Front"),
        ],
    )


def test_lanes_are_values_with_the_times_they_stood(changes):
    found = lanes(
        changes(
            HELD,
            [
                claim("control", "Bakhmut", "Ukraine", "2023-01-01", "residents"),
                claim("control", "Bakhmut", "Wagner", "2023-01-11", "Wagner", change=True),
            ],
        )
    )
    first = date(2023, 1, 1).toordinal()
    assert [(lane.value, [(b.begin, b.origins) for b in lane.bars]) for lane in found.lanes] == [
        ("Ukraine", [(first, 1)]),
        ("Wagner", [(first + 10, 1)]),
    ]
    assert found.lanes[0].bars[0].end == first + 10
    assert found.lanes[1].bars[0].end == found.end > found.last == first + 10


def test_a_bar_goes_on_while_its_origins_stay_and_another_begins_where_they_change(disputed):
    dead, alive = lanes(disputed).lanes
    assert [bar.origins for bar in dead.bars] == [1, 2]
    assert [bar.origins for bar in alive.bars] == [1]
    assert [bar.label for bar in lanes(disputed).status] == ["unconfirmed", "disputed"]


def test_the_svg_has_lanes_status_origins_and_days_as_text(disputed, picture):
    seen = picture(timeline(disputed))
    assert {ALIVE, "dead", "alive", "status", "unconfirmed", "disputed", "2 origins", "2021-03-04"} <= set(
        seen.texts
    )
    assert seen.texts.count("1 origin") == 2
    assert seen.at("status")[1] < seen.at("dead")[1] < seen.at("alive")[1]
    assert seen.at("unconfirmed")[0] < seen.at("disputed")[0]


def test_a_screen_reader_is_told_the_question_and_every_change(disputed, picture):
    seen = picture(timeline(disputed))
    assert seen.root.get("role") == "img"
    assert seen.title == ALIVE
    assert seen.told == described(disputed)
    assert described(disputed) == (
        "2021-03-04: unconfirmed, dead (1 origin)\n2021-03-10: disputed, dead (2 origins), alive (1 origin)"
    )


def test_the_same_changes_make_the_same_bytes_and_nothing_tells_when(disputed):
    assert timeline(disputed) == timeline(disputed)
    assert timeline(disputed, "png") == timeline(disputed, "png")
    assert str(date.today().year).encode() not in timeline(disputed)


def test_a_png_is_as_large_as_its_lanes_need(disputed, changes):
    more = [claim("control", "Bakhmut", f"Band {n}", "2023-01-01", f"s{n}") for n in range(9)]
    few, many = (png_size(timeline(found, "png")) for found in (disputed, changes(HELD, more)))
    assert few[0] == many[0] == 1296
    assert many[1] - few[1] == 7 * 72


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_theme_has_its_own_page_and_colours(disputed, picture, theme):
    fills = picture(timeline(disputed, theme=theme)).fills()
    assert fills[0] == {"light": "#ffffff", "dark": "#14171c"}[theme]
    assert {"light": "#0072b2", "dark": "#56b4e9"}[theme] in fills


def test_the_bounds_of_a_date_narrow(changes, picture):
    asks = "When was the Yusuf Karimi recording made?"
    recording = parse(asks).subject
    found = changes(
        asks,
        [
            claim("dating", recording, "2019-01/2019-06", "2019-07-01", "experts", manner="made"),
            claim("dating", recording, "2019-03-02/2019-05-01", "2019-07-20", "police", manner="made"),
        ],
    )
    seen = picture(timeline(found))
    assert {"2019-01-01 – 2019-06-30", "2019-03-02 – 2019-05-01", "2019-07-01", "2019-07-20"} <= set(
        seen.texts
    )
    assert seen.at("2019-07-01")[1] < seen.at("2019-07-20")[1]
    assert "2019-07-20: dated, not before 2019-03-02, not after 2019-05-01" in described(found)


HOSTILE = [
    "$\\frac{1}{$ x_2^2 $",
    "<script>alert(1)</script> & ]]> <!--",
    "nul\x00 esc\x1b[2J \u202eright to left \ud800 \ufffe",
    "word " * 5_000,
    "x" * 100_000,
    "Z" + "\u0336" * 5_000 + "algo",
    "北京 القاهرة 🛑",
    "\n\n",
]


@pytest.mark.parametrize("format", ["svg", "png"])
@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_names_do_no_harm(changes, picture, name, format):
    found = changes(HELD, [claim("control", "Bakhmut", name, "2023-01-01", name)])
    made = timeline(found, format)
    assert len(made) < 200_000
    if format == "svg":
        seen = picture(made)
        assert not any(len(text) > 80 for text in seen.texts)
        assert not list(seen.root.iter("{*}script"))
        assert not any(letter in "".join(seen.texts) for letter in "\x1b\u202e")


def test_a_mathematical_name_is_drawn_as_it_is_written(changes, picture):
    found = changes(HELD, [claim("control", "Bakhmut", "$x^2$", "2023-01-01", "s")])
    assert "$x^2$" in picture(timeline(found)).texts


def test_no_label_lies_over_another(changes, picture):
    held = ["Russia", "Ukraine", "Wagner"]
    first = date(2023, 1, 1)
    found = changes(
        HELD,
        [
            claim(
                "control",
                "Bakhmut",
                held[n % 3],
                str(first + timedelta(days=n * n // 4)),
                f"s{n}",
                change=True,
            )
            for n in range(30)
        ],
    )
    seen = picture(timeline(found))
    numbers = [seen_at for seen_at in _positions(seen) if seen_at[2].startswith(("1", "2", "3"))]
    for left, y, text in numbers:
        for other, height, _ in numbers:
            assert not (abs(y - height) < 6 and left < other < left + 4.5 * len(text)), (text, left, other)


def _positions(seen):
    return [
        (float(text.get("x") or 0), float(text.get("y") or 0), "".join(text.itertext()).strip())
        for text in seen.root.iter("{http://www.w3.org/2000/svg}text")
        if text.get("x") and "origin" in "".join(text.itertext())
    ]


def test_what_has_no_room_is_counted(changes, picture):
    first = date(2023, 1, 1)
    found = changes(
        HELD,
        [
            claim("control", "Bakhmut", f"Band {n}", str(first + timedelta(days=n)), f"s{n}", change=True)
            for n in range(40)
        ],
    )
    assert "and 10 earlier values" in picture(timeline(found)).texts
    assert len(lanes(found).lanes) == 30
    assert len(values(found)) == 40


def test_days_at_the_ends_of_time_can_be_drawn(changes):
    for day in ("0001-01-01", "9998-12-31"):
        found = changes(HELD, [claim("control", "Bakhmut", "Rome", day, "s")])
        assert timeline(found).startswith(b"<?xml")


def test_the_time_grows_with_the_changes_and_no_faster(disputed):
    def took(many: int) -> float:
        days = (str(date(2000, 1, 1) + timedelta(days=n)) for n in range(many))
        stages = tuple(replace(disputed.stages[n % 2], day=day) for n, day in enumerate(days))
        found = replace(disputed, stages=stages)
        begin = time.process_time()
        timeline(found)
        return time.process_time() - begin

    took(10)
    assert took(800) < 8 * took(200) + 0.5


def test_nothing_to_draw_is_an_error(changes):
    with pytest.raises(ValueError, match="nothing to draw"):
        timeline(changes(HELD, []))


def test_a_bar_begins_where_only_its_origins_changed_and_not_where_nothing_did(changes):
    found = changes(
        ALIVE,
        [
            claim("life", "Daniel Okoro", "dead", "2021-03-04", "army"),
            claim("life", "Daniel Okoro", "dead", "2021-03-06", "army"),
            claim("life", "Daniel Okoro", "dead", "2021-03-09", "Red Cross"),
        ],
    )
    assert described(found).splitlines() == [
        "2021-03-04: unconfirmed, dead (1 origin)",
        "2021-03-09: corroborated, dead (2 origins)",
    ]


def test_matplotlib_is_asked_for_in_words_where_it_is_missing(disputed, monkeypatch):
    import sys

    from sayso.exports.canvas import ChartsMissing

    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(ChartsMissing, match=r"sayso\[charts\]"):
        timeline(disputed)


def test_the_settings_of_others_stay_as_they_are(disputed):
    import matplotlib

    before = dict(matplotlib.rcParams)
    timeline(disputed)
    assert dict(matplotlib.rcParams) == before
