import json

from hypothesis import given
from hypothesis import strategies as st

from sayso.intake import Report
from sayso.read import read
from sayso.record import line, record

STORY = "“We told the Daily Cape,” Maria Telles said."


def test_the_contract(plain_reader):
    report = Report.of(STORY, id="x", title="T", outlet="O", published="2020-02-14")
    found = json.loads(line(record(report, read(STORY), "a.txt")))
    assert found["report"] == {
        "id": "x", "title": "T", "outlet": "O", "published": "2020-02-14", "url": None, "path": "a.txt",
        "sha256": report.sha256, "text": STORY, "byline": None, "published_at": None,
        "date_candidates": [], "language": None, "kept": [],
    }  # fmt: skip
    assert found["attributions"] == [
        {
            "id": 0, "type": "direct", "source": [[26, 38]], "cue": [[39, 43]], "content": [[0, 25]],
            "source_text": "Maria Telles", "cue_text": "said", "content_text": "“We told the Daily Cape,”",
            "speaker": "Maria Telles", "source_kind": "person",
            "via": [{"name": "Daily Cape", "kind": "outlet", "span": []}], "within": None,
            "polarity": "positive", "certainty": {"words": [], "low": 0.95, "high": 1.0, "spans": []},
            "said": None, "about": None, "confidence": 0.9,
        }
    ]  # fmt: skip
    assert found["entities"] == [
        {"text": "Maria Telles", "start": 26, "end": 38, "label": "PERSON", "entity": "Maria Telles"}
    ]
    assert found["times"] == []


@given(st.text(st.characters(exclude_categories=[])))
def test_any_text_is_one_line_that_says_the_same(text):
    written = line({"text": text})
    assert written.count(b"\n") == 1
    assert json.loads(written.decode())["text"].encode("utf-16", "surrogatepass") == text.encode(
        "utf-16", "surrogatepass"
    )
