"""The network: one encoder, and a head for each thing that reading finds.

The stock MiniLM encoder is uncased. What case and layout tell comes in as a feature of each
word, through an enlarged table of segment embeddings.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from sayso.reading.wordpieces import FEATURES
from training.labels import ENTITY, ROLE, UPOS

__all__ = ["ALWAYS", "HEAD", "SPAN", "Encoded", "Network", "at_places", "encoder", "ends_and_words", "resize"]

SPAN = 96
"""Words to each side of a cue among which its source and content are looked for."""

ARC, RELATION, PRODUCT, ROLES = 192, 192, 64, 128

HEAD = 32
"""The width of one attention head of the encoder."""

ALWAYS = 99
"""More layers than there are: all of them see all pieces of a word."""

DROPPED = 0.1
"""The share of units that dropout leaves out."""

ROLE_HEADS = 4
"""Attention heads of the head of roles."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """What the encoder gives for each word of a batch of windows (windows, words, …).

    ``layers`` are what its layers give, the embeddings first: for each word piece (windows, pieces, width),
    or where only words are left for each place of ``ends_and_words``.
    """

    tags: Tensor
    arc_dependent: Tensor
    arc_head: Tensor
    relation_dependent: Tensor
    relation_head: Tensor
    role_word: Tensor
    role_anchor: Tensor
    layers: tuple[Tensor, ...]


def encoder(folder: Path) -> BertModel:
    """The base encoder with its weights, its segment table enlarged to the features."""
    config = BertConfig.from_json_file(folder / "config.json")
    config.type_vocab_size = FEATURES
    config.attention_probs_dropout_prob = 0.0  # saves a quarter of the time on a CPU
    # on a CPU its bfloat16 backward is faster than the fused one's
    config._attn_implementation = "sdpa" if torch.cuda.is_available() else "eager"
    model = BertModel(config, add_pooling_layer=False)
    weights = {
        k.removeprefix("bert."): v
        for k, v in load_file(folder / "model.safetensors").items()
        if not k.startswith("pooler.")
    }
    segment = "embeddings.token_type_embeddings.weight"
    weights[segment] = weights[segment][:1].repeat(FEATURES, 1)
    missing, unexpected = model.load_state_dict(weights, strict=False)
    wrong = [k for k in [*missing, *unexpected] if "position_ids" not in k]
    if wrong:
        raise ValueError(f"{folder}: weights that do not fit: {wrong}")
    model.embeddings.word_embeddings.requires_grad_(False)  # words that training lacks keep their place
    for layer in (
        model.embeddings,
        *(part for block in model.encoder.layer for part in (block.attention.output, block.output)),
    ):
        layer.dropout = LockedDropout(DROPPED)
    return model


def resize(bert: BertModel, weights: Mapping[str, Tensor]) -> None:
    """Give each layer the attention heads and units that it has in a network's ``weights``."""
    for number, block in enumerate(bert.encoder.layer):
        parts = block.attention.self, block.attention.output, block.intermediate, block.output
        names = ("query", "key", "value"), ("dense",), ("dense",), ("dense",)
        places = "attention.self", "attention.output", "intermediate", "output"
        for part, of_part, place in zip(parts, names, places, strict=True):
            for name in of_part:
                rows, columns = weights[f"network.bert.encoder.layer.{number}.{place}.{name}.weight"].shape
                setattr(part, name, nn.Linear(columns, rows))


class LockedDropout(nn.Module):
    """Dropout of the same units in all words of a window: a third faster to draw on a CPU.

    Gal and Ghahramani, A theoretically grounded application of dropout in RNNs, 2016.
    """

    def __init__(self, share: float) -> None:
        super().__init__()
        self.p = share

    def forward(self, state: Tensor) -> Tensor:
        """``state`` (windows, words, width) with a share of the units set to 0, the rest scaled."""
        if not self.training or not self.p:
            return state
        keep = torch.rand(state.shape[0], 1, state.shape[2], device=state.device) >= self.p
        return state * (keep / (1 - self.p)).to(state.dtype)


class Network(nn.Module):
    """Encoder and heads; ``relations`` is the number of dependency relations.

    ``apart`` layers see all pieces of a word; the others, where there are more, only its first, which knows
    of the rest by then. The head of factuality has an output for each of the corpora that have it (UW,
    UDS-IH2).
    """

    def __init__(self, bert: BertModel, relations: int, apart: int = ALWAYS) -> None:
        super().__init__()
        width = bert.config.hidden_size
        self.bert = bert
        self.apart = apart
        self.dropout = nn.Dropout(DROPPED)
        self.sizes = {"upos": len(UPOS), "entity": len(ENTITY), "sentence": 1, "cue": 1, "factuality": 2}
        self.tags = nn.Linear(width, sum(self.sizes.values()))
        self.arcs = nn.Linear(width, 2 * ARC)
        self.relations = nn.Linear(width, 2 * (RELATION + PRODUCT))
        self.roles = nn.Linear(width, 4 * ROLES)
        self.relation_head = RelationHead(relations)
        self.role_head = RoleHead()

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor, words: Tensor) -> Encoded:
        """Encode windows; the inputs are those of ``windows.inputs``."""
        layers = self._layers(ids, features, mask, words)
        whole = self.apart < len(self.bert.encoder.layer)
        word = self.dropout(layers[-1][:, 2:] if whole else at_places(layers[-1], words))
        arc_dependent, arc_head = nn.functional.gelu(self.arcs(word)).split(ARC, -1)
        relation = self.relations(word).split(RELATION + PRODUCT, -1)
        role_word, role_anchor = self.roles(word).split(2 * ROLES, -1)
        return Encoded(
            self.tags(word), arc_dependent, arc_head, relation[0], relation[1], role_word, role_anchor,
            layers,
        )  # fmt: skip

    def _layers(self, ids: Tensor, features: Tensor, mask: Tensor, words: Tensor) -> tuple[Tensor, ...]:
        state, unseen = self.bert.embeddings(input_ids=ids, token_type_ids=features), _unseen(mask)
        found = [state]
        for number, block in enumerate(self.bert.encoder.layer):
            if number == self.apart:
                places, there = ends_and_words(mask, words)
                state, unseen = at_places(state, places), _unseen(there)
            state = block(state, unseen)
            found.append(state)
        return tuple(found)


def ends_and_words(mask: Tensor, words: Tensor) -> tuple[Tensor, Tensor]:
    """The places of the two pieces at a window's ends and of each word's first, and 1 where there is one."""
    last = mask.sum(1, keepdim=True) - 1
    places = torch.cat([torch.zeros_like(last), last, words], 1)
    return places, torch.cat([torch.ones_like(last), torch.ones_like(last), words.sign()], 1)


def at_places(state: Tensor, places: Tensor) -> Tensor:
    """What a layer gives at some pieces of each window (windows, places, width)."""
    return torch.gather(state, 1, places.unsqueeze(-1).expand(-1, -1, state.shape[-1]))


def _unseen(mask: Tensor) -> Tensor:
    """What is added to attention's scores so that padding is not seen."""
    return (1.0 - mask.float())[:, None, None, :] * -1e4


class RelationHead(nn.Module):
    """The relation of each word to a given head."""

    def __init__(self, relations: int) -> None:
        super().__init__()
        self.sum = nn.Linear(RELATION, relations)
        self.product = nn.Linear(PRODUCT, relations)

    def forward(self, dependent: Tensor, head: Tensor) -> Tensor:
        """Logits (…, relations) from the two words' projections (…, RELATION + PRODUCT)."""
        both = nn.functional.gelu(dependent[..., :RELATION] + head[..., :RELATION])
        return self.sum(both) + self.product(dependent[..., RELATION:] * head[..., RELATION:])


class RoleHead(nn.Module):
    """Source, cue and content of one cue: a small transformer over the words around it."""

    def __init__(self) -> None:
        super().__init__()
        self.distance = nn.Embedding(2 * SPAN + 1, ROLES)
        self.norm = nn.LayerNorm(ROLES)
        self.query_key_value = nn.Linear(ROLES, 3 * ROLES)
        self.attended = nn.Linear(ROLES, ROLES)
        self.attention_norm = nn.LayerNorm(ROLES)
        self.widen = nn.Linear(ROLES, 2 * ROLES)
        self.narrow = nn.Linear(2 * ROLES, ROLES)
        self.output_norm = nn.LayerNorm(ROLES)
        self.emissions = nn.Linear(ROLES, len(ROLE))
        self.dropout = nn.Dropout(DROPPED)

    def forward(self, word: Tensor, anchor: Tensor, distance: Tensor, mask: Tensor) -> Tensor:
        """Emissions (cues, words, labels).

        ``word`` (cues, words, 2 × ROLES) and ``anchor`` (cues, 2 × ROLES) are projections of
        the words around each cue and of the cue; ``distance`` (cues, words) counts words from
        the cue, plus SPAN; ``mask`` (cues, words) is 1 where there is a word.
        """
        at = anchor.unsqueeze(1)
        mixed = word[..., :ROLES] + at[..., :ROLES] + word[..., ROLES:] * at[..., ROLES:]
        state = self.norm(mixed + self.distance(distance))
        state = self.attention_norm(state + self.dropout(self._attend(state, mask)))
        wide = nn.functional.gelu(self.widen(state))
        state = self.output_norm(state + self.dropout(self.narrow(wide)))
        return self.emissions(state)

    def _attend(self, state: Tensor, mask: Tensor) -> Tensor:
        size = ROLES // ROLE_HEADS
        query, key, value = (
            part.view(*state.shape[:2], ROLE_HEADS, size).transpose(1, 2)
            for part in self.query_key_value(state).split(ROLES, -1)
        )
        scores = query @ key.transpose(-1, -2) / math.sqrt(size)
        scores = scores + _unseen(mask).to(scores.dtype)
        mixed = torch.softmax(scores, -1) @ value
        return self.attended(mixed.transpose(1, 2).reshape(state.shape))
