import csv
import io

import pytest


def found(desk, query):
    """What the page and the JSON find; they find the same."""
    record = desk.get(f"/api/search?{query}").json()["statements"]
    html = desk.get(f"/search?{query}").text
    assert html.count('<article class="statement') == len(record)
    return record


def test_finds_words_in_any_inflection(desk):
    assert {one["source"] for one in found(desk, "q=leaves")} == {"Omar Hale"}
    assert found(desk, "q=nothingofthekind") == []
    assert "Nothing found." in desk.get("/search?q=nothingofthekind").text


@pytest.mark.parametrize(
    ("query", "holds"),
    [
        ("source=ruth-adan", lambda s: s["source"] == "Ruth Adan"),
        ("source=Ruth+Adan&type=direct", lambda s: s["type"] == "direct"),
        ("outlet=harbour+wire", lambda s: s["outlet"] == "Harbour Wire"),
        ("since=2021-03-08&until=2021-03-10", lambda s: "2021-03-08" <= s["published"] <= "2021-03-10"),
        ("denied=1", lambda s: s["polarity"] == "negative"),
        ("below=0.95", lambda s: s["low"] < 0.95),
        ("above=0.95", lambda s: s["low"] >= 0.95),
    ],
)
def test_filters_without_words_list_what_is_like_that(desk, query, holds):
    some = found(desk, query)
    assert some
    assert all(map(holds, some))
    days = [one["published"] for one in some]
    assert days == sorted(days, reverse=True)


def test_without_anything_it_only_asks(desk):
    html = desk.get("/search").text
    assert "Nothing found" not in html
    assert '<article class="statement' not in html


def test_the_address_keeps_the_filters(desk):
    html = desk.get("/search?q=okoro&denied=1&below=0.5&type=mixed").text
    assert 'value="okoro"' in html
    assert "<option selected>mixed</option>" in html
    assert 'name="denied" value="1" checked' in html
    assert '<option value="0.5" selected>50 %</option>' in html


def test_a_link_leads_to_the_statement_in_its_report(desk):
    (one,) = found(desk, "q=leaves")
    report, _, number = one["id"].partition(":")
    assert f'href="/reports/{report}#s{number}"' in desk.get("/search?q=leaves").text
    assert f'id="s{number}"' in desk.get(f"/reports/{report}").text


def test_calls_for_violence_are_folded(desk):
    html = desk.get("/search?q=courthouses").text
    assert "<summary>Shown folded: a call for violence against <bdi>courthouses</bdi></summary>" in html


def test_pages_follow_each_other(desk, monkeypatch):
    everything = found(desk, "since=2021-01-01")
    for module in ("filters", "pages.search", "api.search"):
        monkeypatch.setattr(f"sayso.desk.{module}.LENGTH", 4)
    first, second = (found(desk, f"since=2021-01-01&page={page}") for page in (1, 2))
    assert first + second == everything[:8]
    html = desk.get("/search?since=2021-01-01&page=2").text
    assert '<a rel="prev" href="/search?since=2021-01-01">' in html
    assert '<a rel="next" href="/search?since=2021-01-01&amp;page=3">' in html


def test_csv_is_safe_in_a_spreadsheet(own_desk, own_place, plain_reader):
    from sayso.intake import Received, Report
    from sayso.ledger import Ledger

    text = "“=cmd|'/c calc'!A1 is formula,” Maria Telles said."
    report = Report.of(text, outlet="=1+1")
    with Ledger.open(own_place) as ledger:
        ledger.add(Received("x", report, 1, text.encode()), plain_reader.read(report), model="plain")
    answer = own_desk.get("/search?q=formula&format=csv")
    assert answer.headers["content-type"].startswith("text/csv")
    assert "attachment" in answer.headers["content-disposition"]
    (row,) = csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff")))
    assert row["outlet"] == "'=1+1"
    assert row["spans"].startswith('{"source"')


@pytest.mark.parametrize("query", ["since=yesterday", "below=2", "type=loud", "page=0", f"q={'x' * 501}"])
def test_what_makes_no_sense_is_told(desk, query):
    page, record = desk.get(f"/search?{query}"), desk.get(f"/api/search?{query}")
    assert (page.status_code, record.status_code) == (422, 422)
    assert query.partition("=")[0] in record.json()["detail"]
    assert 'role="alert"' in page.text


def test_an_unknown_source_is_told_with_the_nearest(desk):
    answer = desk.get("/search?source=Adan")
    assert answer.status_code == 404
    assert "did you mean Ruth Adan" in answer.text


@pytest.mark.parametrize("q", ['"', "%22%22%22", "AND", "NEAR(", "*", "a:b", "%00", "-x", "'"])
def test_marks_in_words_are_only_marks(desk, q):
    assert desk.get(f"/search?q={q}").status_code == 200
