import csv
import io
import re

from markupsafe import escape

from sayso.ledger import Ledger


def page(desk, id, query=""):
    answer = desk.get(f"/reports/{id}{query}")
    assert answer.status_code == 200
    return answer.text


def text_of(html):
    """The report's text as the page shows it, without marks."""
    shown = re.search(r'<div id="text".*?\n</div>\n(?=<aside)', html, re.S)[0]
    return re.sub(r"<a class=\"n\".*?</a>|<summary>.*?</summary>|<[^>]*>", "", shown)


def test_shows_where_it_is_from(desk, report_id):
    html = page(desk, report_id("Army says"))
    for told in (
        "Harbour Wire",
        "2021-03-04",
        "https://wire.example/army-says",
        "reports.jsonl:1",
        "SHA-256",
    ):
        assert told in html
    assert re.search(r"\b[0-9a-f]{64}\b", html)


def test_every_statement_is_marked_and_listed(desk, report_id, filled):
    id = report_id("Officials split")
    with Ledger.open(filled) as ledger:
        statements = ledger.report(id).statements
    html = page(desk, id)
    assert statements
    for one in statements:
        number = one.id.partition(":")[2]
        assert f'id="m{number}" href="#s{number}"' in html
        assert f'<li id="s{number}" value="{number}"' in html
        start, end = one.spans["cue"][0]
        assert re.search(rf'<span class="run [^"]*\bcue\b[^"]*" data-s="[^"]*\b{number}\b', html)
        assert start < end


def test_the_words_of_a_mark_are_those_of_its_span(desk, report_id, filled):
    id = report_id("Rebels deny")
    with Ledger.open(filled) as ledger:
        report = ledger.report(id)
    one = next(s for s in report.statements if s.source == "Ruth Adan")
    number = one.id.partition(":")[2]
    runs = re.findall(rf'<span class="run source" data-s="{number}">(.*?)</span>', page(desk, id))
    assert runs == [report.text[start:end] for start, end in one.spans["source"]]


def test_links_to_the_speaker_the_question_and_elsewhere(desk, report_id):
    html = page(desk, report_id("Rebels deny"))
    assert 'href="/sources/ruth-adan"' in html
    assert "Is+Daniel+Okoro+alive%3F" in html
    assert 'href="/search?q=' in html


def test_how_sure_and_denied_is_told_in_words(desk, report_id):
    assert "55–80 % sure" in page(desk, report_id("Officials split"))
    assert '<li class="denied">denied</li>' in page(desk, report_id("Rebels deny"))


def test_filters_by_source_type_and_certainty(desk, report_id):
    id = report_id("Rebels deny")
    some = page(desk, id, "?source=ruth-adan")
    assert "(1 of " in some
    assert some.count('class="n"') == 1
    assert "No statement is like that." in page(desk, id, "?type=mixed&source=ruth-adan")
    assert 'class="is-denied' not in page(desk, id, "?above=0.95&source=northern-front&type=direct")
    sure, unsure = (page(desk, report_id("Officials split"), f"?{name}=0.95") for name in ("above", "below"))
    assert "55–80 %" not in sure
    assert "55–80 %" in unsure


def test_empty_fields_of_the_form_ask_for_nothing(desk, report_id):
    id = report_id("Rebels deny")
    empty = "?source=&type=&above=&below="
    assert page(desk, id, empty).count('class="n"') == page(desk, id).count('class="n"')


def test_calls_for_violence_are_folded(desk, report_id):
    html = page(desk, report_id("urges attacks"))
    folded = re.findall(r"<details class=\"fold\"><summary>(.*?)</summary>(.*?)</details>", html, re.S)
    assert len(folded) == 2  # in the text, and in the list
    for summary, inside in folded:
        assert "a call for violence against <bdi>courthouses</bdi>" in summary
        assert "do not spare the judges" in inside
    outside = re.sub(r"<details class=\"fold\">.*?</details>", "", html, flags=re.S)
    assert "do not spare the judges" not in outside


def test_hostile_text_is_only_text(desk, report_id):
    html = page(desk, report_id("alert"))
    assert "<script>alert" not in html
    assert "<img" not in html
    assert "&lt;img src=x onerror=alert(1)&gt;" in html
    assert not re.search("[\u202a-\u202e\x00-\x08\x0b-\x1f]", html)
    assert "⟨U+202E⟩reversed⟨U+202C⟩ ␇␛[31m" in text_of(html)
    assert 'href="javascript' not in html


def test_the_whole_text_is_shown(desk, report_id, filled):
    for words in ("Army says", "Officials split", "urges attacks"):
        id = report_id(words)
        with Ledger.open(filled) as ledger:
            text = ledger.report(id).text
        assert "".join(text_of(page(desk, id)).split()) == "".join(escape(text).split())


def test_no_inline_script_or_style(desk, report_id):
    html = page(desk, report_id("Army says"))
    assert not re.search(r"\son\w+=|\sstyle=|<style|<script(?! src=)", html)


def test_the_beginning_of_an_id_leads_to_the_page(desk, report_id):
    id = report_id("Army says")
    answer = desk.get(f"/reports/{id[:8]}", follow_redirects=False)
    assert answer.headers["location"] == f"/reports/{id}"


def test_no_report_is_told(desk):
    answer = desk.get("/reports/feedfeed")
    assert answer.status_code == 404
    assert "no report with an id that begins" in answer.text
    assert desk.get("/api/reports/feedfeed").json()["detail"].startswith("no report")


def test_exports(desk, report_id):
    id = report_id("Rebels deny")
    table = list(
        csv.DictReader(io.StringIO(desk.get(f"/reports/{id}?format=csv").text.removeprefix("\ufeff")))
    )
    record = desk.get(f"/api/reports/{id}").json()
    assert [row["content"] for row in table] == [s["content"] for s in record["statements"]]
    assert record["sha256"] in page(desk, id)


def test_a_rejected_statement_is_listed_but_not_marked(own_desk, own_place, report_id):
    id = report_id("Rebels deny")
    with Ledger.open(own_place, user="ann") as ledger:
        ledger.reject(f"{id}:0")
    html = page(own_desk, id)
    assert 'id="m0"' not in html
    assert re.search(r'<li id="s0"[^>]*is-rejected', html)


def test_near_copies_are_named(own_desk, own_place, plain_reader):
    from sayso.intake import Received, Report

    text = " ".join(f"The ferry {n} sank near the pier of Port Anselm on Monday." for n in range(30))
    with Ledger.open(own_place) as ledger:
        for outlet in ("First Post", "Second Post"):
            report = Report.of(text, title=f"Of {outlet}", outlet=outlet, published="2021-04-01")
            added = ledger.add(
                Received("x", report, 1, text.encode()), plain_reader.read(report), model="plain"
            )
    html = page(own_desk, added.report)
    assert "1 near-copy of this story" in html
    assert "Of First Post" in html
