"""Readers of the corpora, on corpora made up for it."""

import pytest

from training.corpora import conllu, gum, iob2

CONLLU = """\
# newdoc id = GUM_news_harbour
# meta::genre = news
# newpar
# sent_id = 1
# text = Mayor Ada Quill didn't go.
1\tMayor\tmayor\tPROPN\tNNP\tNumber=Sing\t2\tnmod:desc\t_\tEntity=(1-person-new-nnnnn-cf1-2,3-sgl
2\tAda\tAda\tPROPN\tNNP\tNumber=Sing\t6\tnsubj\t_\t_
3\tQuill\tQuill\tPROPN\tNNP\tNumber=Sing\t2\tflat\t_\tEntity=1)
4-5\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
4\tdid\tdo\tAUX\tVBD\t_\t6\taux\t_\t_
5\tn't\tnot\tPART\tRB\t_\t6\tadvmod\t_\t_
5.1\tghost\tghost\tNOUN\tNN\t_\t_\t_\t6:x\t_
6\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
7\t.\t.\tPUNCT\t.\t_\t6\tpunct\t_\t_

# newpar
# sent_id = 2
# text = The mayor of Port of Orr left it.
1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\tEntity=(1-person-giv:act-nnnnn-cf1-2-coref
2\tmayor\tmayor\tNOUN\tNN\t_\t7\tnsubj\t_\t_
3\tof\tof\tADP\tIN\t_\t4\tcase\t_\t_
4\tPort\tPort\tPROPN\tNNP\tNumber=Sing\t2\tnmod\t_\tEntity=(2-place-new-nnnnn-cf2-1,3-sgl
5\tof\tof\tADP\tIN\t_\t6\tcase\t_\t_
6\tOrr\tOrr\tPROPN\tNNP\tNumber=Sing\t4\tnmod\t_\tEntity=(3-place-new-nnnnn-cf3-1-sgl)2)1)
7\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_
8\tit\tit\tPRON\tPRP\t_\t7\tobj\t_\tEntity=(2-place-giv:act-nnnnn-cf2-1-ana)|SpaceAfter=No
9\t.\t.\tPUNCT\t.\t_\t7\tpunct\t_\t_

# newdoc id = GUM_news_other
# sent_id = 1
# text = Yes
1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_

"""

IOB2 = """\
# newdoc id = weblog-1
# sent_id = 1
# text = Ada Quill met Orr & Co.
1\tAda\tB-PER\t-\t-
2\tQuill\tI-PER\t-\t-
3\tmet\tO\t-\t-
4\tOrr\tB-ORG\t-\t-
5\t&\tI-ORG\t-\t-
6\tCo.\tI-ORG\t-\t-

# sent_id = 2
# text = Orr Paris
1\tOrr\tB-PER\t-\t-
2\tParis\tB-LOC\t-\t-

"""


@pytest.fixture
def file(tmp_path):
    def write(text):
        path = tmp_path / "corpus"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_conllu_joins_the_text_and_numbers_the_words_through(file):
    first, second = conllu.documents(file(CONLLU))
    assert first.text == "Mayor Ada Quill didn't go.\n\nThe mayor of Port of Orr left it."
    assert first.forms[:7] == ("Mayor", "Ada", "Quill", "did", "n't", "go", ".")
    assert first.sentences == ((0, 7), (7, 16))
    assert first.paragraphs == (0, 7)
    assert first.heads[:7] == (1, 5, 1, 5, 5, 5, 5)
    assert first.heads[7:9] == (8, 13)
    assert (first.genre, first.id, second.text) == ("news", "GUM_news_harbour", "Yes")


def test_words_that_do_not_spell_their_token_share_its_letters(file):
    row = "{}\t{}\t_\tX\t_\t_\t{}\tdep\t_\t_\n"
    rows = row.format("1-2", "du", "_") + row.format(1, "de", 0) + row.format(2, "le", 1)
    (document,) = conllu.documents(file(rows + "\n"))
    assert document.text == "du"
    assert document.words == ((0, 1), (1, 2))


def test_gum_keeps_the_names_among_its_mentions(file):
    first, _ = gum.documents(file(CONLLU))
    assert [(" ".join(first.forms[a:b]), label) for a, b, label in first.entities] == [
        ("Ada Quill", "PERSON"),
        ("Port of Orr", "PLACE"),
    ]


def test_iob2_places_words_and_names_in_the_sentences_texts(file):
    (document,) = iob2.documents(file(IOB2))
    assert document.text == "Ada Quill met Orr & Co. Orr Paris"
    assert document.sentences == ((0, 6), (6, 8))
    assert document.entities == ((0, 2, "PERSON"), (3, 6, "ORG"), (6, 7, "PERSON"), (7, 8, "PLACE"))
