"""Which of GUM's mentions are names. A word is form/UPOS/head/relation, mentions open and close around it."""

import pytest

from training.corpora import gum

BIOGRAPHER = (
    "Orr/PROPN/2/compound/(1-person-new-nnnnn-cf1-2,3,4-sgl(2-organization-new-nnnnn-cf2-1-sgl) "
    "founder/NOUN/5/nsubj/ Ada/PROPN/2/flat/ Quill/PROPN/2/flat/1) left/VERB/0/root/"
)
TOWNS = (
    "off/ADP/4/case/ Port/PROPN/4/compound/(1-place-new-nnnnn-cf1-1,3-sgl ,/PUNCT/2/punct/ "
    "Norland/PROPN/0/root/(2-place-new-nnnnn-cf2-1-sgl)1)"
)
AGENCY = "the/DET/3/det/(1-organization-new-nnnnn-cf1-3-sgl Quay/PROPN/3/compound/ agency/NOUN/0/root/1)"
HYPHENS = (
    "Kim/PROPN/0/root/(1-person-new-nnnnn-cf1-1-sgl Ye/PROPN/1/flat/ -/PUNCT/4/punct/ rin/PROPN/2/flat/1)"
)
TITLED = (
    "Norland/PROPN/2/compound/(1-person-new-nnnnn-cf1-3,4-sgl(2-place-new-nnnnn-cf2-1-sgl) "
    "President/PROPN/3/compound/ Ada/PROPN/0/root/ Quill/PROPN/3/flat/1)"
)
TITLE = "Prime/ADJ/2/amod/(1-person-new-nnnnn-cf1-2-sgl Minister/PROPN/0/root/1)"
EVENT = (
    "Fan/PROPN/2/compound/(1-event-new-nnnnn-cf1-2-sgl(2-person-new-nnnnn-cf2-1-sgl) Expo/PROPN/0/root/ "
    "Norland/PROPN/2/flat/(3-place-new-nnnnn-cf3-1-sgl)1)"
)
POSSESSOR = (
    "Norland/PROPN/4/nmod:poss/(1-organization-new-nnnnn-cf1-4-sgl(2-place-new-nnnnn-cf2-1-sgl "
    "'s/PART/1/case/2) Harbour/PROPN/4/compound/ Board/PROPN/0/root/1)"
)
PAPER = "Globe/PROPN/0/root/(1-organization-new-nnnnn-cf1-1,2,3-sgl and/CCONJ/3/cc/ Mail/PROPN/1/conj/1)"
TWO = (
    "Globe/PROPN/0/root/(1-organization-new-nnnnn-cf1-1-sgl(2-organization-new-nnnnn-cf1-1-sgl) "
    "and/CCONJ/3/cc/ Mail/PROPN/1/conj/(3-organization-new-nnnnn-cf1-1-sgl)1)"
)


def sentence(told):
    """A document of GUM with one sentence."""
    rows = [word.rsplit("/", 4) for word in told.split(" ")]
    lines = [
        f"{at}\t{form}\t{form}\t{upos}\t_\t_\t{head}\t{relation}\t_\t{f'Entity={marks}' if marks else '_'}"
        for at, (form, upos, head, relation, marks) in enumerate(rows, 1)
    ]
    return "\n".join(lines) + "\n\n"


@pytest.fixture
def names(tmp_path):
    def find(*told):
        path = tmp_path / "gum.conllu"
        path.write_text("".join(map(sentence, told)), encoding="utf-8")
        (document,) = gum.documents(path)
        return [(" ".join(document.forms[a:b]), label) for a, b, label in document.entities]

    return find


@pytest.mark.parametrize(
    ("told", "due"),
    [
        (BIOGRAPHER, [("Orr", "ORG"), ("Ada Quill", "PERSON")]),
        (TOWNS, [("Port", "PLACE"), ("Norland", "PLACE")]),
        (AGENCY, [("Quay", "ORG")]),
        (HYPHENS, [("Kim Ye - rin", "PERSON")]),
        (TITLED, [("Norland", "PLACE"), ("Ada Quill", "PERSON")]),
        (TITLE, []),
        (EVENT, []),
        (POSSESSOR, [("Norland", "PLACE"), ("Harbour Board", "ORG")]),
        (PAPER, [("Globe and Mail", "ORG")]),
        (TWO, [("Globe", "ORG"), ("Mail", "ORG")]),
    ],
)
def test_names_are_what_people_and_things_are_called_by(names, told, due):
    assert names(told) == due


def test_who_has_a_page_is_of_the_kind_that_most_mentions_have(names):
    acting = "Norland/PROPN/0/root/(1-organization-new-nnnnn-cf1-1-sgl-Norland)"
    lying = "Norland/PROPN/0/root/(1-place-new-nnnnn-cf1-1-sgl-Norland)"
    assert names(lying, lying, acting) == [("Norland", "PLACE")] * 3
    assert names(acting) == [("Norland", "ORG")]
