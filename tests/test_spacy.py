import subprocess
import sys
from itertools import pairwise

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from sayso.reading.annotations import Words
from sayso.spacy.syntax import syntax

STORY = "“We can't go to the U.K.,” Maria Telles said.\n\nShe  left."


@pytest.fixture
def nlp(plain_reader):
    nlp = spacy.blank("en")
    nlp.add_pipe("sayso")
    return nlp


def test_attributions_are_spans_of_the_document(nlp):
    doc = nlp(STORY)
    (attribution,) = doc._.attributions
    assert [span.text for span in attribution.content] == ["“We can't go to the U.K.,”"]
    assert [span.text for span in attribution.source] == ["Maria Telles"]
    assert (attribution.speaker, attribution.type, attribution.source_kind) == (
        "Maria Telles",
        "direct",
        "person",
    )


def test_names_carry_their_fullest_form(nlp):
    (name,) = nlp(STORY).ents
    assert (name.text, name.label_, name.ent_id_) == ("Maria Telles", "PERSON", "Maria Telles")


def test_tags_heads_and_sentences(nlp):
    doc = nlp(STORY)
    assert [sentence.text for sentence in doc.sents] == [
        "“We can't go to the U.K.,” Maria Telles said.\n\n",
        "She  left.",
    ]
    assert all(token.pos_ for token in doc)
    assert [token.head.text for token in doc if token.text == "Telles"] == ["“"]
    assert [token.dep_ for token in doc if token.head == token] == ["ROOT", "ROOT"]


@pytest.mark.parametrize("text", ["", " ", "\n\n x", "x", "\u200b"])
def test_documents_of_nearly_nothing(nlp, text):
    assert nlp(text)._.attributions == []


def test_documents_in_batches_come_in_order(nlp):
    texts = [STORY, "x", STORY.replace("Maria", "Ana")] * 20
    speakers = [[found.speaker for found in doc._.attributions] for doc in nlp.pipe(texts, batch_size=7)]
    assert speakers == [["Maria Telles"], [], ["Ana Telles"]] * 20


def test_what_an_earlier_component_has_set_is_kept(plain_reader):
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "X", "pattern": "Telles"}])
    nlp.add_pipe("sayso")
    assert [name.label_ for name in nlp(STORY).ents] == ["X"]
    nlp.replace_pipe("sayso", "sayso", config={"overwrite": True})
    assert [name.label_ for name in nlp(STORY).ents] == ["PERSON"]


def test_pipelines_and_documents_are_saved_and_loaded(nlp, tmp_path):
    nlp.to_disk(tmp_path)
    doc = spacy.load(tmp_path)(STORY)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert [span.text for span in again._.attributions[0].cue] == ["said"]


def test_no_import_of_ours_is_needed():
    code = "import spacy; nlp = spacy.blank('en'); nlp.add_pipe('sayso'); assert nlp.pipe_names == ['sayso']"
    subprocess.run([sys.executable, "-W", "ignore", "-c", code], check=True)


@pytest.mark.usefixtures("model")
def test_who_said_what():
    nlp = spacy.blank("en")
    nlp.add_pipe("sayso")
    doc = nlp("Maria Telles resigned on Friday. “I can't defend these numbers,” she said.")
    (attribution,) = doc._.attributions
    assert attribution.speaker == "Maria Telles"
    assert [(token.pos_, token.dep_) for token in doc[:3]] == [
        ("PROPN", "nsubj"),
        ("PROPN", "flat"),
        ("VERB", "ROOT"),
    ]
    assert len(list(doc.sents)) == 2


@given(st.data())
def test_heads_end_in_a_root_wherever_the_edges_of_words_are(data):
    text = "a bc  def g.\nhij"
    blank = spacy.blank("en")
    doc = Doc(blank.vocab, words=[*text], spaces=[False] * len(text))
    with doc.retokenize() as merge:
        for start in range(0, len(text), 3):
            if data.draw(st.booleans()):
                merge.merge(doc[start : start + 3])
    edges = sorted(data.draw(st.sets(st.integers(0, len(text)), min_size=2)))
    spans = tuple(pairwise(edges))
    heads = tuple(data.draw(st.integers(0, i)) for i in range(len(spans)))
    words = Words(spans, ("NOUN",) * len(spans), heads, ("dep",) * len(spans), ((0, len(spans)),))
    pos, found, deprels = syntax(doc, words)
    assert len(pos) == len(found) == len(deprels) == len(doc)
    for token in range(len(doc)):
        here = token
        for _ in doc:
            here = found[here]
        assert found[here] == here
        assert deprels[here] == "ROOT"


@pytest.mark.usefixtures("model")
def test_certainty_and_denials_come_along():
    nlp = spacy.blank("en")
    nlp.add_pipe("sayso")
    (found,) = nlp("The ministry denied that Omar Hale had probably been killed.")._.attributions
    assert found.polarity == "negative"
    assert [span.text for span in found.certainty["spans"]]
    assert found.certainty["low"] < found.certainty["high"] <= 1
