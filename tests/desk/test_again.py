"""What was answered is answered again, until anything in the ledger changes."""

import pytest

from sayso.desk.desk import Desk
from sayso.ledger import Ledger


@pytest.fixture
def made(own_desk, monkeypatch):
    """The templates of the pages that were made."""
    made, page = [], Desk.page

    def noted(self, request, template, *more, **shown):
        made.append(template)
        return page(self, request, template, *more, **shown)

    monkeypatch.setattr(Desk, "page", noted)
    return made


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
