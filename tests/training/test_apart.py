"""Layers that see words only: what padding is, and what a word's other pieces are, they do not."""

import pytest

torch = pytest.importorskip("torch", reason="training's requirements are not installed")

pytest.importorskip("transformers", reason="training's requirements are not installed")

from transformers import BertConfig, BertModel  # noqa: E402 (behind what may skip it)

from training.network import HEAD, Network  # noqa: E402


@pytest.fixture
def network() -> Network:
    torch.manual_seed(1)
    config = BertConfig(
        vocab_size=50, hidden_size=2 * HEAD, num_hidden_layers=3, num_attention_heads=2, intermediate_size=16
    )
    return Network(BertModel(config, add_pooling_layer=False), relations=3).eval()


def inputs(*rows: list[int], words: list[list[int]]) -> "dict[str, torch.Tensor]":
    """Windows of pieces, padded with 0, and the place of each word's first piece."""
    ids = torch.nn.utils.rnn.pad_sequence([torch.tensor(row) for row in rows], batch_first=True)
    places = torch.nn.utils.rnn.pad_sequence([torch.tensor(row) for row in words], batch_first=True)
    return {"ids": ids, "features": torch.zeros_like(ids), "mask": ids.sign(), "words": places}


def test_words_of_one_piece_each_are_seen_as_ever(network: Network) -> None:
    given = inputs([1, 7, 8, 9, 2], words=[[1, 2, 3]])
    with torch.no_grad():
        whole = network(**given).tags
        network.apart = 1
        torch.testing.assert_close(network(**given).tags, whole)


def test_later_pieces_are_seen_by_the_first_layers_only(network: Network) -> None:
    one = inputs([1, 7, 8, 9, 2], words=[[1, 3]])
    other = inputs([1, 7, 8, 8, 2], words=[[1, 3]])
    other["words"] = one["words"] = torch.tensor([[1, 2]])
    with torch.no_grad():
        network.apart = 0
        torch.testing.assert_close(network(**one).tags, network(**other).tags)
        network.apart = 1
        assert not torch.allclose(network(**one).tags, network(**other).tags)
        assert [layer.shape[1] for layer in network(**one).layers] == [5, 5, 4, 4]


def test_padding_is_not_seen(network: Network) -> None:
    network.apart = 1
    alone = inputs([1, 7, 8, 2], words=[[1, 2]])
    beside = inputs([1, 7, 8, 2], [1, 3, 4, 5, 6, 2], words=[[1, 2], [1, 3, 4]])
    with torch.no_grad():
        torch.testing.assert_close(network(**beside).tags[0, :2], network(**alone).tags[0])
