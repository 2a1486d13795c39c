"""What a content takes in at its edges, and where a paragraph ends it."""

from sayso.reading.annotations import Span
from sayso.reading.edges import closed, near_cue, tidy
from sayso.reading.quotes import Quoted


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return start, start + len(words)


def test_marks_belong_to_what_they_enclose() -> None:
    text = "“We left,” he said, “and did not look back.” Then he “slept”."
    content = (span(text, "We left"), span(text, "and did not look back"))
    assert [text[a:b] for a, b in tidy(content, Quoted(text))] == ["“We left,”", "“and did not look back.”"]


def test_brackets_belong_to_what_they_close() -> None:
    for text in ("He called it “a very old (stone) bridge (sic).”", "He called it “a very old bridge[.]”"):
        content = (span(text, text[text.index("a very") :].rstrip(".)]”")),)
        assert [text[a:b] for a, b in tidy(content, Quoted(text))] == [text[text.index("“") :]]
    text = "The police (the RCMP) came."
    assert closed((span(text, "The police (the RCMP"), span(text, "the RCMP")), text) == (
        span(text, "The police (the RCMP)"),
        span(text, "the RCMP"),
    )


def test_part_of_a_quotation_keeps_its_edge() -> None:
    text = "He called it “a very old bridge” there."
    assert tidy((span(text, "old bridge"),), Quoted(text)) == (span(text, "old bridge”"),)
    assert tidy((span(text, "very old"),), Quoted(text)) == (span(text, "very old"),)


def test_headline_is_no_part_of_what_follows() -> None:
    text = "Army says town is lost\nThe town is gone, Roe said."
    content = (span(text, "town is lost\nThe town is gone"),)
    kept = near_cue(content, span(text, "said."), Quoted(text))
    assert [text[a:b] for a, b in kept] == ["The town is gone"]


def test_quotation_runs_over_paragraphs() -> None:
    text = "“We left.\n\n“All of us,” he said."
    kept = near_cue((span(text, "We left.\n\n“All of us"),), span(text, "said"), Quoted(text))
    assert [text[a:b] for a, b in kept] == ["We left.", "“All of us"]
