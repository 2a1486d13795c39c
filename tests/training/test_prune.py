"""A smaller network gives what the larger gave, as nearly as what is left of it can."""

from types import SimpleNamespace

import pytest

torch = pytest.importorskip("torch", reason="training's requirements are not installed")

pytest.importorskip("transformers", reason="training's requirements are not installed")

from transformers import BertConfig, BertModel  # noqa: E402 (behind what may skip it)

from training.losses import Losses  # noqa: E402
from training.network import HEAD, Network, resize  # noqa: E402
from training.prune import kept, prune  # noqa: E402


@pytest.mark.parametrize("size", [1, 2])
def test_inputs_that_others_repeat_are_not_missed(size: int) -> None:
    torch.manual_seed(1)
    half = torch.randn(200, 4)
    given, weight = torch.cat([half, half], 1), torch.randn(3, 8)
    inputs, left = kept(given.T @ given, weight, size, 4 // size)
    assert len(inputs) == 4
    torch.testing.assert_close(given[:, inputs] @ left.T, given @ weight.T, atol=0.1, rtol=0.05)


def test_what_does_least_goes() -> None:
    torch.manual_seed(1)
    given, weight = torch.randn(200, 4), torch.ones(2, 4)
    weight[:, 2] = 0.001
    inputs, _ = kept(given.T @ given, weight, 1, 3)
    assert inputs.tolist() == [0, 1, 3]


def _network() -> "Losses":
    config = BertConfig(
        vocab_size=50, hidden_size=2 * HEAD, num_hidden_layers=2, num_attention_heads=2, intermediate_size=16
    )
    return Losses(Network(BertModel(config, add_pooling_layer=False), relations=3)).eval()


def test_a_pruned_network_is_read_back() -> None:
    torch.manual_seed(1)
    model, other = _network(), _network()
    ids = torch.randint(1, 50, (2, 9))
    inputs = {"ids": ids, "features": torch.zeros_like(ids), "mask": torch.ones_like(ids), "words": ids % 9}
    prune(model, [SimpleNamespace(inputs=inputs)], heads=1, units=8)
    layer = model.network.bert.encoder.layer[1]
    assert layer.attention.self.key.weight.shape == (HEAD, 2 * HEAD)
    assert layer.output.dense.weight.shape == (2 * HEAD, 8)
    resize(other.network.bert, model.state_dict())
    other.load_state_dict(model.state_dict())
    with torch.no_grad():
        torch.testing.assert_close(other.network(**inputs).tags, model.network(**inputs).tags)
