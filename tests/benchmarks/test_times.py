"""TimeML is read as it stands, matches are counted as in TempEval-3, and the list is the drawn one."""

import json

import pytest

from benchmarks.times import LIST, Document, choose, document, kind, kinds, pairs
from sayso.reading.annotations import Time

TIMEML = """<?xml version="1.0" ?>
<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="1998-08-07">19980807</TIMEX3></DCT>
<TEXT>A <EVENT eid="e1" class="OCCURRENCE">blast on
<TIMEX3 tid="t1" type="DATE" value="1998-08-07">Friday</TIMEX3></EVENT> &amp; again
<TIMEX3 tid="t2" type="DURATION" value="P2D">two days</TIMEX3> on.</TEXT></TimeML>
"""


def test_offsets_are_those_of_the_text(tmp_path):
    (tmp_path / "a.tml").write_text(TIMEML)
    found = document(tmp_path / "a.tml")
    assert found.published == "1998-08-07"
    assert [(found.text[t.start : t.end], t.value) for t in found.gold] == [
        ("Friday", "1998-08-07"),
        ("two days", "P2D"),
    ]


def test_no_timeml_is_refused(tmp_path):
    (tmp_path / "a.tml").write_text("<TimeML><TEXT>x</TEXT></TimeML>")
    with pytest.raises(ValueError, match="no document of TimeML"):
        document(tmp_path / "a.tml")


def test_each_of_ours_is_matched_once():
    ours = (Time(0, 10, "DATE", "1998"),)
    gold = (Time(0, 4, "DATE", "1998"), Time(6, 10, "DATE", "1999"))
    assert pairs(ours, gold) == [(ours[0], gold[0])]


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("1998-08-07T10:00", "time of day"),
        ("1998-08-07TNI", "time of day"),
        ("1998-08-07", "day"),
        ("1998-W32", "week or weekend"),
        ("1998-08", "month"),
        ("1998-Q3", "quarter or half"),
        ("1998-SU", "season"),
        ("199", "decade or century"),
        ("1998", "year"),
        ("P2D", "duration or repeated"),
        ("PAST_REF", "now, once, some day"),
        ("FUTURE_REF", "now, once, some day"),
    ],
)
def test_kinds_of_values(value, name):
    assert kind(value) == name


def test_each_kind_is_counted():
    text = "He fled on Friday after two days in May."
    gold = (Time(11, 17, "DATE", "1998-08-07"), Time(24, 32, "DURATION", "P9D"))
    ours = (Time(11, 17, "DATE", "1998-08-07"), Time(24, 32, "DURATION", "P2D"))
    found = kinds([Document("a", text, "1998-08-08", gold)], lambda held: ours)
    assert (found["day"], found["duration or repeated"]) == ((1, 1, 1), (1, 1, 0))


def test_the_list_is_the_drawn_one(data):
    folder = data / "timeml"
    if not folder.is_dir():
        pytest.skip("no TempEval-3 at hand")
    names = [path.relative_to(folder).as_posix() for path in folder.rglob("*.tml")]
    assert choose(names) == sorted(json.loads(LIST.read_text(encoding="utf-8"))["documents"])
