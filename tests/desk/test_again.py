"""What was answered is answered again, until something changes that it rests on."""

import json
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from sayso.add import add
from sayso.desk.desk import Desk
from sayso.intake import receive
from sayso.ledger import Ledger
from sayso.ready import catch_up

LIFE = "/questions/ask?q=Is+Daniel+Okoro+alive%3F"


@pytest.fixture
def made(own_desk, monkeypatch):
    """The templates of the pages that were made."""
    made, page = [], Desk.page

    def noted(self, request, template, *more, **shown):
        made.append(template)
        return page(self, request, template, *more, **shown)

    monkeypatch.setattr(Desk, "page", noted)
    return made


@pytest.fixture
def come_in(own_place, tmp_path):
    """Adds a report to the ledger, and brings the questions up to date."""

    def come_in(text, outlet="Lake Courier"):
        path = tmp_path / "later.jsonl"
        path.write_text(json.dumps({"text": text, "outlet": outlet, "published": "2021-03-19"}))
        with Ledger.open(own_place) as ledger:
            assert list(add(ledger, receive([str(path)])))
            catch_up(ledger)

    return come_in


def test_the_same_page_is_made_once(own_desk, made):
    first, second = own_desk.get("/sources"), own_desk.get("/sources")
    assert made == ["sources.html"]
    assert second.content == first.content
    assert second.headers == first.headers
    assert own_desk.get("/sources?name=adan").content != first.content


def test_what_another_process_writes_is_seen_at_once(own_desk, own_place, made):
    before = own_desk.get("/sources/ruth-adan")
    with Ledger.open(own_place, user="bob") as ledger:
        judged = ledger.grade("ruth-adan", "B")
        assert "grade B" in own_desk.get("/sources/ruth-adan").text
        ledger.undo(judged.id)
    after = own_desk.get("/sources/ruth-adan")
    assert "not graded" in after.text
    assert after.content != before.content  # the decision and its undoing are told
    assert made == ["source.html"] * 3


def test_so_is_what_is_decided_here(own_desk):
    assert "grade C" not in own_desk.get("/sources/ruth-adan").text
    own_desk.post("/corrections/grade", data={"what": "ruth-adan", "grade": "C"})
    assert "grade C" in own_desk.get("/sources/ruth-adan").text


def test_each_browser_has_its_own(own_desk, made):
    own_desk.get("/watch")
    own_desk.post("/watch/seen")
    assert "Changed by what came in since" in own_desk.get("/watch").text
    own_desk.cookies.clear()
    assert "From when you press this on" in own_desk.get("/watch").text


def test_what_is_not_there_is_looked_for_again(own_desk, made):
    for _ in range(2):
        assert own_desk.get("/reports/0000").status_code == 404
    assert made == ["error.html"] * 2


def test_a_report_changes_the_pages_that_it_bears_on(own_desk, made, come_in, report_id):
    report = report_id("Army says")
    pages = {name: own_desk.get(name).text for name in (LIFE, f"/reports/{report}", "/sources/ruth-adan")}
    own_desk.get("/reports")
    made.clear()
    come_in("“The harbour is closed,” Lena Brandt said.")
    assert {name: own_desk.get(name).text for name in pages} == pages
    assert made == []
    assert "2021-03-19" in own_desk.get("/reports").text
    come_in("“Daniel Okoro died on Thursday,” Ruth Adan said, and withdrew her statement that he was alive.")
    assert own_desk.get(f"/reports/{report}").text == pages[f"/reports/{report}"]
    assert "died on Thursday" in own_desk.get("/sources/ruth-adan").text
    life = own_desk.get(LIFE).text
    assert "<b>withdrawn</b>" in life
    assert "died on Thursday" in life
    assert "died on Thursday" not in pages[LIFE]
    assert made == ["reports.html", "source.html", "question.html"]


def test_a_report_says_at_once_that_there_is_a_copy_of_it(own_desk, come_in, report_id):
    report = report_id("Army says")
    assert 'id="copies"' not in own_desk.get(f"/reports/{report}").text
    come_in(own_desk.get(f"/api/reports/{report}").json()["text"])
    assert "1 near-copy of this story" in own_desk.get(f"/reports/{report}").text


def test_judgements_change_every_page(own_desk, made):
    pages = (LIFE, "/sources/ruth-adan", "/reports", "/log")
    for page in pages:
        own_desk.get(page)
    own_desk.post("/corrections/merge", data={"keep": "ruth-adan", "other": "lena-brandt"})
    made.clear()
    told = [own_desk.get(page).text for page in pages]
    assert len(made) == len(pages)
    assert "Nobody has shown a body" in told[1]
    assert "Lena Brandt" in told[3]


def test_only_lists_of_questions_change_when_these_are_worked_out(own_desk, own_place, made):
    pages = ("/", "/questions", "/watch", LIFE, "/reports", "/sources", "/search?q=dead")
    for page in pages:
        own_desk.get(page)
    made.clear()
    with Ledger.open(own_place) as ledger, ledger.catching_up() as ready:
        (asked, *_) = ledger.questions("2022-01-01", limit=1)[0]
        ready.stale({asked.id: "2021-03-05"})
    for page in pages:
        own_desk.get(page)
    assert made == ["home.html", "questions.html", "watch.html"]


def test_pages_are_made_anew_on_another_day(own_desk, made, monkeypatch):
    def on(day):
        monkeypatch.setattr("sayso.desk.again.datetime", SimpleNamespace(now=lambda zone: day))

    for day in (1, 1, 2):
        on(datetime(2031, 5, day, tzinfo=UTC))
        own_desk.get(LIFE)
    assert len(made) == 2


def test_who_asks_for_a_page_that_is_being_made_gets_the_same(own_desk, made, monkeypatch):
    page = Desk.page

    def slow(*given, **shown):
        time.sleep(0.3)
        return page(*given, **shown)

    monkeypatch.setattr(Desk, "page", slow)
    with ThreadPoolExecutor(4) as people:
        found = list(people.map(own_desk.get, ["/sources"] * 4 + ["/reports/0000"] * 4))
    assert [one.status_code for one in found] == [200] * 4 + [404] * 4
    assert made.count("sources.html") == 1
    assert made.count("error.html") == 4


def test_days_that_are_not_worked_out_yet_are_said_to_be_old(own_desk, own_place, made, monkeypatch):
    monkeypatch.setattr("sayso.desk.asked.PATIENCE", 0)
    monkeypatch.setattr("sayso.desk.pages.questions.PATIENCE", 0)
    before = own_desk.get(LIFE).text
    chart = "/questions/timeline.svg?q=Is+Daniel+Okoro+alive%3F"
    drawn = own_desk.get(chart).content
    with Ledger.open(own_place) as ledger:
        (asked, *_) = ledger.questions("2022-01-01", limit=1)[0]
        with ledger.catching_up() as ready:
            ready.stale({asked.id: "2021-03-05"})
        waiting = own_desk.get(f"{LIFE}&look=1").text
        assert 'id="left"' not in before
        assert 'id="left"' in waiting
        assert 'datetime="2021-03-08"' in waiting.split('id="left"')[1].split("</p>")[0]
        assert own_desk.get(f"{chart}&look=1").content == drawn
        catch_up(ledger)
    made.clear()
    assert 'id="left"' not in own_desk.get(f"{LIFE}&look=1").text
    assert made == ["question.html"]
