import json

import feedparser
import pytest

from sayso.add import add
from sayso.desk.feed import Entry, feed
from sayso.intake import receive
from sayso.ledger import Ledger

from .conftest import served

LIFE = "Is Daniel Okoro alive?"
LATER = (
    "The Northern Front confirmed on Friday that Daniel Okoro was dead.\n\n"
    "“He died on Thursday,” Ruth Adan said, and withdrew her statement that he was alive."
)


@pytest.fixture
def later(own_place, tmp_path):
    """Adds another report to the ledger."""

    def come_in() -> None:
        row = {
            "text": LATER,
            "published": "2021-03-19",
            "outlet": "Lake Courier",
            "title": "Front confirms death",
        }
        (tmp_path / "later.jsonl").write_text(json.dumps(row))
        with Ledger.open(own_place, user="ann") as ledger:
            assert list(add(ledger, receive([str(tmp_path / "later.jsonl")])))

    return come_in


def test_a_question_is_watched_and_watched_no_longer(own_desk):
    own_desk.post("/corrections/watch", data={"question": LIFE, "back": "/watch"})
    html = own_desk.get("/watch").text
    assert '<table id="watched-questions">' in html
    assert "You watch this question" in own_desk.get("/questions/ask", params={"q": LIFE}).text
    (one,) = own_desk.get("/api/watch?by=ann").json()["watched"]
    assert one["answer"]["status"] == "disputed"
    own_desk.post("/corrections/undo", data={"number": one["decision"]["id"]})
    assert '<table id="watched-questions">' not in own_desk.get("/watch").text


def test_everybody_watches_questions_of_their_own(own_place):
    for user in ("ann", "ben"):
        with served(own_place, user) as desk:
            assert desk.post("/api/watch", json={"question": LIFE}).status_code == 201
    with served(own_place, "cleo") as desk:
        assert desk.get("/api/watch?by=cleo").json()["watched"] == []
        assert len(desk.get("/api/watch?by=BEN").json()["watched"]) == 1
        assert "Nothing yet" in desk.get("/watch").text


def test_what_is_no_question_is_not_watched(own_desk):
    answer = own_desk.post("/corrections/watch", data={"question": "What about him?"})
    assert answer.status_code == 422
    assert "cannot tell what is asked" in answer.text


def test_what_came_in_since_the_last_visit_changed(own_desk, later):
    assert "Changed by what came in" not in own_desk.get("/watch").text
    own_desk.post("/watch/seen")
    assert "Nothing that came in since has changed an answer" in own_desk.get("/watch").text
    since = own_desk.get("/api/watch/changed").json()["last"]
    assert own_desk.get(f"/api/watch/changed?since={since}").json()["changed"] == []
    later()
    moved = own_desk.get(f"/api/watch/changed?since={since}").json()
    (one,) = [one for one in moved["changed"] if one["now"]["question"]["text"] == LIFE]
    assert one["before"]["status"] == "disputed"
    values = [[p["value"] for p in one[when]["positions"]] for when in ("before", "now")]
    assert values[0] != values[1]
    html = own_desk.get("/watch").text
    assert '<table id="changed-questions">' in html
    own_desk.post("/watch/seen")
    assert '<table id="changed-questions">' not in own_desk.get("/watch").text


@pytest.mark.parametrize("kept", ["", "x", "1", "1 yesterday", "-1 2021-01-01T00:00:00+00:00", "9" * 40])
def test_a_broken_cookie_is_no_visit(desk, kept):
    answer = desk.get("/watch", headers={"Cookie": f"sayso-seen-8417={kept}"})
    assert answer.status_code == 200
    assert "From when you press this on" in answer.text


def test_the_feed_is_well_formed_and_tells_the_changes(desk):
    answer = desk.get("/watch/feed.atom")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    found = feedparser.parse(answer.content)
    assert not found.bozo
    assert found.version == "atom10"
    (life,) = [one for one in found.entries if LIFE in one.title]
    assert life.title == f"disputed: {LIFE}"
    assert life.updated == "2021-03-06T00:00:00Z"
    assert desk.get(life.link).status_code == 200
    assert len({one.id for one in found.entries}) == len(found.entries)


def test_the_feed_of_what_somebody_watches(own_desk):
    own_desk.post("/api/watch", json={"question": LIFE})
    found = feedparser.parse(own_desk.get("/watch/feed.atom?by=ann").content)
    assert [one.updated[:10] for one in found.entries] == ["2021-03-06", "2021-03-04"]
    assert not feedparser.parse(own_desk.get("/watch/feed.atom?by=nobody").content).entries


def test_a_hostile_question_does_not_break_the_feed():
    bad = "Is <b>A & B</b> \x00\x1b\ud800\ufffe]]> alive?"
    made = feed([Entry(bad, "disputed", "2021-03-04", bad)], "http://127.0.0.1/watch/feed.atom?by=<&>", bad)
    found = feedparser.parse(made)
    assert not found.bozo
    assert "A &amp; B" in found.entries[0].title or "A & B" in found.entries[0].title
