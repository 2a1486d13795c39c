"""The training's tensors: chains of labels, windows around cues, and what is left out of the loss."""

import itertools
import random

import pytest

torch = pytest.importorskip("torch", reason="training needs torch")
pytest.importorskip("transformers", reason="training needs transformers")

from training.batch import batch, neighbourhood  # noqa: E402
from training.crf import Crf  # noqa: E402
from training.examples import UNKNOWN, Example, Roles, Source  # noqa: E402
from training.labels import ROLE  # noqa: E402
from training.network import SPAN  # noqa: E402


@pytest.mark.parametrize("words", [1, 2, 5])
def test_the_crf_sums_over_every_path(words):
    torch.manual_seed(words)
    crf = Crf()
    crf.learned.data.normal_()
    emissions = torch.randn(1, words, len(ROLE))
    paths = list(itertools.product(range(len(ROLE)), repeat=words))
    scores = [
        crf.starts[p[0]]
        + sum(emissions[0, at, label] for at, label in enumerate(p))
        + sum(crf.transitions[a, b] for a, b in itertools.pairwise(p))
        for p in paths
    ]
    due = torch.logsumexp(torch.stack(scores), 0) - scores[0]
    found = crf.loss(emissions, torch.zeros(1, words, dtype=torch.long), torch.ones(1, words))
    assert found.item() == pytest.approx(due.item(), abs=1e-3)


def test_words_behind_the_end_change_no_loss():
    crf = Crf()
    emissions, labels = torch.randn(2, 9, len(ROLE)), torch.zeros(2, 9, dtype=torch.long)
    mask = (torch.arange(9) < 4).float().expand(2, 9)
    short = crf.loss(emissions[:, :4], labels[:, :4], mask[:, :4])
    assert crf.loss(emissions, labels, mask).item() == pytest.approx(short.item(), abs=1e-4)


def test_the_words_around_a_cue_are_counted_from_it():
    place, distance, mask = neighbourhood(
        torch.tensor([0, 1]), torch.tensor([2, SPAN + 5]), torch.tensor([4, SPAN + 9])
    )
    assert place[0, :4].tolist() == [0, 1, 2, 3]
    assert mask.sum(1).tolist() == [4, SPAN + 4]
    assert place[1, 0] == 5
    assert distance[0, 2] == distance[1, SPAN] == SPAN


def source(words, **told):
    return Source([(7,)] * words, [0] * words, [0], **told)


def test_a_label_that_no_corpus_gives_is_unknown():
    told = source(3, roles=(Roles((1,), {0: ROLE.index("B-source"), 1: ROLE.index("B-cue")}),))
    named = source(2, entity=[1, 0])
    found = batch([Example(told, 0, 3), Example(named, 0, 2)], random.Random(0))
    assert found.columns["cue"].tolist() == [[0, 1, 0], [UNKNOWN] * 3]
    assert found.columns["entity"].tolist() == [[UNKNOWN] * 3, [1, 0, UNKNOWN]]
    assert found.has == {"cue", "entity"}
    assert found.cues.labels[0, :4].tolist() == [ROLE.index("B-source"), ROLE.index("B-cue"), 0, 0]


def test_heads_outside_a_window_are_unknown():
    tree = source(4, heads=[1, 1, 3, 1])
    (row,) = batch([Example(tree, 2, 4)], random.Random(0)).columns["heads"].tolist()
    assert row == [1, UNKNOWN]
